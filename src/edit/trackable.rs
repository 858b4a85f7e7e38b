//! Trackables: added, renamed, hidden, and the rules they obey.

use super::change::Change;
use super::error::CommandError;
use crate::model::diary::Diary;
use crate::model::record::Record;
use crate::model::trackable::{Kind, Trackable};

pub(super) fn put(diary: &Diary, trackable: Trackable) -> Result<Vec<Change>, CommandError> {
    check(&trackable)?;
    if let Some(known) = diary.catalogue().get(trackable.key.as_str())
        && (known.kind != trackable.kind || known.carried_by != trackable.carried_by)
    {
        return Err(CommandError::Profile(format!(
            "{}: the kind of a trackable cannot change, since past answers would change their meaning; add a new one",
            known.label
        )));
    }
    Ok(Change::put(diary, Record::Trackable(trackable)).unless_nothing())
}

/// Checks the numbers inside a trackable's kind.
///
/// # Errors
/// [`CommandError::Profile`] with the field.
pub(super) fn check(trackable: &Trackable) -> Result<(), CommandError> {
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

pub(super) fn name_of_putting(diary: &Diary, new: &Trackable) -> String {
    match diary.catalogue().get(new.key.as_str()) {
        None => format!("adding {}", new.label),
        Some(known) if known.hidden != new.hidden && new.hidden => format!("hiding {}", new.label),
        Some(known) if known.hidden != new.hidden => format!("showing {}", new.label),
        Some(known) if known.label != new.label => format!("renaming {} to {}", known.label, new.label),
        Some(_) => format!("changing {}", new.label),
    }
}
