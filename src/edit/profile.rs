//! What the person says about themselves.

use super::change::Change;
use super::error::CommandError;
use crate::model::diary::Diary;
use crate::model::profile::Profile;
use crate::model::record::Record;
use crate::model::time::Day;

/// # Errors
/// [`CommandError::Profile`] for a year nobody alive was born in.
pub(super) fn set(diary: &Diary, profile: Profile, today: Day) -> Result<Vec<Change>, CommandError> {
    if let Some(year) = profile.birth_year
        && !(today.year() - 130..=today.year()).contains(&i32::from(year))
    {
        return Err(CommandError::Profile(format!(
            "{year} cannot be a year of birth; please check it or leave it empty"
        )));
    }
    Ok(Change::put(diary, Record::Profile(profile)).unless_nothing())
}
