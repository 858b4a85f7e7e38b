//! What the person says about themselves.

use super::change::Change;
use super::error::CommandError;
use crate::model::diary::Diary;
use crate::model::profile::{Profile, SafetyQuestion};
use crate::model::record::Record;
use crate::model::time::Day;

/// Keeps it. The day on which a pregnancy is said first is noted with it, since it is asked about again.
///
/// # Errors
/// [`CommandError::Profile`] for a year nobody alive was born in.
pub(super) fn set(diary: &Diary, mut profile: Profile, today: Day) -> Result<Vec<Change>, CommandError> {
    if let Some(year) = profile.birth_year
        && !(today.year() - 130..=today.year()).contains(&i32::from(year))
    {
        return Err(CommandError::Profile(format!(
            "{year} cannot be a year of birth; please check it or leave it empty"
        )));
    }
    if profile.safety.get(&SafetyQuestion::Pregnant) == Some(&true) {
        profile.pregnancy_said.get_or_insert(today);
    } else {
        profile.pregnancy_said = None;
    }
    Ok(Change::put(diary, Record::Profile(profile)).unless_nothing())
}
