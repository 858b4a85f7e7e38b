//! Rules every page, course and trackable obeys, wherever it came from: a form, the command line, an import or a file that
//! somebody edited by hand.

use std::collections::BTreeSet;

use super::error::CommandError;
use crate::model::catalogue::Catalogue;
use crate::model::course::Course;
use crate::model::entry::EntryKind;
use crate::model::food_line::check_grams;
use crate::model::page::Page;
use crate::model::trackable::{Kind, Trackable};

/// The most entries one day may hold.
pub const MOST_ENTRIES: usize = 500;
/// The most foods one meal may hold.
pub const MOST_FOODS: usize = 60;
/// The longest course, in days.
const LONGEST_COURSE_DAYS: i32 = 40 * 366;

/// Checks a page against the catalogue: entry numbers differ, every key is known, every answer fits.
///
/// # Errors
/// [`CommandError`] naming the day and the rule.
pub fn check_page(page: &Page, catalogue: &Catalogue) -> Result<(), CommandError> {
    let day = page.date;
    let wrong = |reason: String| CommandError::Page { day, reason };
    if page.entries.len() > MOST_ENTRIES {
        return Err(CommandError::Full { day, most: MOST_ENTRIES });
    }
    let mut seen = BTreeSet::new();
    for entry in &page.entries {
        if !seen.insert(entry.id) {
            return Err(wrong(format!("entry number {} stands twice; give one of them another number", entry.id.0)));
        }
        if !entry.foods.is_empty() && !matches!(entry.kind, EntryKind::Meal | EntryKind::Drink) {
            return Err(wrong(format!("a {} has foods; only meals and drinks can have them", entry.kind.label())));
        }
        if entry.foods.len() > MOST_FOODS {
            return Err(wrong(format!("a meal has {} foods; at most {MOST_FOODS} fit", entry.foods.len())));
        }
        for line in &entry.foods {
            check_grams(line.grams).map_err(|error| wrong(format!("{}: {error}", line.name)))?;
        }
        for (key, value) in entry.answers.iter() {
            let Some(trackable) = catalogue.get(key.as_str()) else {
                return Err(wrong(format!("the key “{key}” is not in the catalogue; remove it or add the trackable")));
            };
            trackable.check(value).map_err(|error| wrong(error.to_string()))?;
        }
    }
    Ok(())
}

/// Checks a course: it ends after it starts and within a lifetime, and its words are short.
///
/// # Errors
/// [`CommandError::Course`].
pub fn check_course(course: &Course) -> Result<(), CommandError> {
    let wrong = |reason: &str| Err(CommandError::Course(format!("{}: {reason}", course.name)));
    if let Some(stop) = course.stop {
        if stop < course.start {
            return wrong("the last day lies before the first; swap them or clear the last day");
        }
        if stop.days_since(course.start) > LONGEST_COURSE_DAYS {
            return wrong("this lasts over 40 years; please check the years");
        }
    }
    if course.after_effect_days > 365 {
        return wrong("the time it may still act after the last day can be at most 365 days");
    }
    if course.dose.chars().count() > 100 || course.schedule.chars().count() > 100 {
        return wrong("dose and schedule may each have 100 characters; put the rest into the note");
    }
    Ok(())
}

/// Checks the numbers inside a trackable's kind.
///
/// # Errors
/// [`CommandError::Profile`] with the field.
pub fn check_trackable(trackable: &Trackable) -> Result<(), CommandError> {
    let fits = match &trackable.kind {
        Kind::Amount { unit, most, step } => {
            unit.chars().count() <= 20
                && (0.0..=1e9).contains(most)
                && *most > 0.0
                && (0.0..=1e9).contains(step)
                && *step > 0.0
        }
        Kind::Count { most } => (1..=1_000_000).contains(most),
        _ => true,
    };
    if fits {
        Ok(())
    } else {
        Err(CommandError::Profile(format!(
            "{}: the largest value and the step must lie above 0 and the unit within 20 characters",
            trackable.label
        )))
    }
}
