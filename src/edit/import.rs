//! What an import adds to a diary, in one step: days, courses, trackables and what its pantry holds.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::change::Change;
use super::error::CommandError;
use super::pantry::{renumber_pages, stock};
use super::plan::put_trackable;
use super::validate::{check_course, check_page};
use crate::model::course::{Course, CourseId};
use crate::model::diary::Diary;
use crate::model::entry::Entry;
use crate::model::page::Page;
use crate::model::pantry::Pantry;
use crate::model::time::Day;
use crate::model::trackable::Trackable;

/// What [`Command::Import`] brings.
pub(super) struct Import {
    pub pages: Vec<Page>,
    pub courses: Vec<Course>,
    pub trackables: Vec<Trackable>,
    pub pantry: Pantry,
    pub replace: bool,
}

/// Checks all that an import brings and gives the changes that add it.
///
/// # Errors
/// [`CommandError`] for the first thing that breaks a rule.
pub(super) fn import(diary: &Diary, mut import: Import, today: Day) -> Result<Vec<Change>, CommandError> {
    let (mut changes, numbers) = stock(diary, &import.pantry, &import.pages)?;
    renumber_pages(&mut import.pages, &numbers);
    let mut catalogue = diary.catalogue().clone();
    for trackable in import.trackables {
        if catalogue.changed_entry(&trackable.key) == Some(&trackable) {
            continue;
        }
        changes.push(put_trackable(&catalogue, trackable.clone())?);
        catalogue.put(&trackable.key.clone(), Some(trackable));
    }
    let mut merged: BTreeMap<Day, Page> = BTreeMap::new();
    for page in import.pages {
        let day = page.date;
        if day.days_since(today) > 1 {
            return Err(CommandError::Future { day });
        }
        let target = merged.entry(day).or_insert_with(|| match diary.page(day) {
            Some(known) if !import.replace => Page::clone(known),
            _ => Page::blank(day),
        });
        // Each entry that is there answers for one of the file, so that two equal coffees stay two.
        let mut there = target.entries.clone();
        for entry in page.entries {
            if let Some(place) = there.iter().position(|known| Entry { id: entry.id, ..known.clone() } == entry) {
                there.swap_remove(place);
            } else if !entry.is_blank() {
                let id = if target.entry(entry.id).is_none() { entry.id } else { target.next_id() };
                target.entries.push(Entry { id, ..entry });
            }
        }
    }
    for (day, page) in merged {
        check_page(&page, &catalogue)?;
        let before = diary.page(day).cloned();
        if !before.as_ref().map_or(page.is_blank(), |before| before.says_the_same(&page)) {
            changes.push(Change::Page { day, before, after: Some(Arc::new(page)) });
        }
    }
    let mut taken: BTreeSet<CourseId> = diary.courses().map(|course| course.id).collect();
    for course in import.courses {
        check_course(&course)?;
        if diary.courses().any(|known| Course { id: course.id, ..known.clone() } == course) {
            continue;
        }
        let next = taken.last().map_or(1, |last| last.0.saturating_add(1));
        let id = if taken.contains(&course.id) { CourseId(next) } else { course.id };
        taken.insert(id);
        changes.push(Change::Course { id, before: None, after: Some(Box::new(Course { id, ..course })) });
    }
    Ok(changes)
}
