//! A whole diary that comes into an empty one: as it is, under its own numbers, and not by way of what could be added to days.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::edit::Command;
use crate::import::{OwnThings, Preview, Warnings};
use crate::model::profile::Profile;
use crate::model::record::Record;
use crate::model::settings::Settings;
use crate::words::count;

/// What is to be said of kinds of things that no line of the preview counts.
type Kind<'a> = (usize, &'a str, &'a str);

/// The step that brings it; `None` if a thing stands in it twice, so that there is something to be joined.
pub(super) fn step(own: &OwnThings, preview: &mut Preview, warnings: &mut Warnings) -> Option<Command> {
    let records = records(own);
    let keys: BTreeSet<_> = records.iter().map(Record::key).collect();
    if keys.len() < records.len() {
        return None;
    }
    let kinds: [Kind<'_>; 5] = [
        (
            usize::from(own.settings.as_ref().is_some_and(|told| *told != Settings::default())),
            "settings come along",
            "",
        ),
        (
            usize::from(own.profile.as_ref().is_some_and(|told| *told != Profile::default())),
            "the profile comes along",
            "",
        ),
        (own.trials.len(), "trial comes along", "trials come along"),
        (
            own.decisions.len(),
            "decision about an idea or a warning comes along",
            "decisions about ideas and warnings come along",
        ),
        (own.photos.len(), WITHOUT_PICTURE.0, WITHOUT_PICTURE.1),
    ];
    for (number, one, many) in kinds.into_iter().filter(|(number, ..)| *number > 0) {
        // Of settings and profile there is one, and nobody counts it.
        warnings.remark(if many.is_empty() { one.to_owned() } else { count(number, one, many) });
    }
    Some(Command::BringWhole { source: preview.source.clone(), records })
}

/// What is said of photos, whose pictures are in no such file.
const WITHOUT_PICTURE: (&str, &str) = (
    "photo comes along without the picture, which is not in this file; copy the folder photos of the other diary into this one",
    "photos come along without the picture, which is not in this file; copy the folder photos of the other diary into this one",
);

/// The same of some of them.
pub(super) fn without_picture(photos: usize) -> String {
    count(photos, WITHOUT_PICTURE.0, WITHOUT_PICTURE.1)
}

/// Everything in it, record by record.
fn records(own: &OwnThings) -> Vec<Record> {
    let mut records: Vec<Record> = own.pages.iter().map(|page| Record::Day(Arc::new(page.clone()))).collect();
    records.extend(own.courses.iter().cloned().map(Record::Course));
    records.extend(own.trackables.iter().cloned().map(Record::Trackable));
    records.extend(own.pantry.items().map(Record::PantryItem));
    records.extend(own.decisions.iter().cloned().map(Record::Decision));
    records.extend(own.trials.iter().cloned().map(Box::new).map(Record::Trial));
    records.extend(own.photos.iter().cloned().map(Box::new).map(Record::Photo));
    records.extend(own.settings.iter().filter(|told| **told != Settings::default()).cloned().map(Record::Settings));
    records.extend(own.profile.iter().filter(|told| **told != Profile::default()).cloned().map(Record::Profile));
    records
}
