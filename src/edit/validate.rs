//! Rules every page obeys, wherever it came from: a form, the command line, an import or a file that
//! somebody edited by hand.

use std::collections::BTreeSet;

use super::error::CommandError;
use crate::model::catalogue::Catalogue;
use crate::model::day_record::DayRecord;
use crate::model::entry::EntryKind;
use crate::model::food_line::check_grams;

/// The most entries one day may hold.
pub const MOST_ENTRIES: usize = 500;
/// The most foods one meal may hold.
pub const MOST_FOODS: usize = 60;

/// Checks a page against the catalogue: entry numbers differ, every key is known, every answer fits.
///
/// # Errors
/// [`CommandError`] naming the day and the rule.
pub fn check_page(page: &DayRecord, catalogue: &Catalogue) -> Result<(), CommandError> {
    let day = page.date;
    let wrong = |reason: String| CommandError::Day { day, reason };
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
