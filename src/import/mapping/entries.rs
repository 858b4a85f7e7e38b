//! What a file keeps entry by entry, against what the diary has: what is answered already wins, and what is missing comes with the
//! time, the place and the words that the file gives it.

use std::collections::{BTreeMap, BTreeSet};

use super::cell::read;
use crate::import::{ForeignCell, ForeignEntry, Preview, Warnings};
use crate::model::catalogue::Catalogue;
use crate::model::day_record::DayRecord;
use crate::model::diary::Diary;
use crate::model::entry::{Entry, EntryId};
use crate::model::region::Region;
use crate::model::text::excerpt;
use crate::model::time::Day;

/// The days that the entries of a file make, blank ones left out. Whether something is there already is asked of the diary alone,
/// so that two equal entries of a file stay two.
pub(super) fn pages(
    entries: Vec<ForeignEntry>,
    diary: &Diary,
    today: Day,
    preview: &mut Preview,
    warnings: &mut Warnings,
) -> Vec<DayRecord> {
    let mut pages: BTreeMap<Day, DayRecord> = BTreeMap::new();
    let mut unknown = BTreeSet::new();
    for told in entries {
        if told.day.days_since(today) > 1 {
            warnings.bad(told.line, format!("{} lies in the future; check the date", told.day));
            continue;
        }
        let known = diary.day_record(told.day);
        let there = known.map_or(&[][..], |known| known.entries.as_slice());
        let (day, number) = (told.day, told.number);
        let entry = new_part(told, there, diary.catalogue(), &mut unknown, preview, warnings);
        if !entry.is_blank() {
            let page = pages.entry(day).or_insert_with(|| DayRecord::blank(day));
            let is_free = number > 0 && page.entry(EntryId(number)).is_none();
            let id = if is_free { EntryId(number) } else { page.next_id() };
            page.entries.push(Entry { id, ..entry });
        }
    }
    if !unknown.is_empty() {
        warnings.remark(
            "this file does not say what a field of your own is: a RON or JSON file saved by Gutskin brings it along, or you \
             can add the field first",
        );
    }
    preview.unknown_columns.extend(unknown);
    pages.into_values().collect()
}

/// The part of an entry that the diary does not have yet.
fn new_part(
    told: ForeignEntry,
    there: &[Entry],
    catalogue: &Catalogue,
    unknown: &mut BTreeSet<String>,
    preview: &mut Preview,
    warnings: &mut Warnings,
) -> Entry {
    let (kind, at, region) = (told.kind, told.at, told.region);
    let mut entry =
        Entry { id: EntryId(0), kind, at, region, answers: FromIterator::from_iter([]), text: None, foods: Vec::new() };
    for ForeignCell { line, key, value } in told.cells {
        let Some(trackable) = catalogue.get(&key) else {
            unknown.insert(excerpt(&key));
            continue;
        };
        if is_answered(there, &key, region) {
            preview.already_answered += 1;
            continue;
        }
        match read(trackable, &value) {
            Ok((value, rounded)) if entry.answers.get(&key).is_none() => {
                preview.rounded += usize::from(rounded);
                entry.answers.set(&trackable.key, Some(value));
            }
            Ok(_) => {
                warnings.bad(line, format!("{} is answered twice in one entry; keep one of them", trackable.label));
            }
            Err(reason) => warnings.bad(line, reason),
        }
    }
    let alike = || there.iter().filter(|known| known.kind == kind && known.at == at);
    if let Some(text) = told.text {
        if alike().any(|known| known.text.as_ref() == Some(&text)) {
            preview.already_answered += 1;
        } else {
            entry.text = Some(text);
        }
    }
    for line in told.foods {
        if alike().any(|known| known.foods.iter().any(|known| known.name == line.name)) {
            preview.already_answered += 1;
        } else {
            entry.foods.push(line);
        }
    }
    entry
}

fn is_answered(there: &[Entry], key: &str, region: Option<Region>) -> bool {
    there.iter().any(|known| known.region == region && known.answers.get(key).is_some())
}
