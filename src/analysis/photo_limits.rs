//! What has to stand beside every number that comes from photos, wherever it is shown.

use super::{blind_rating, photo_redness};
use crate::columns::{PhotoMeasure, photo_measure};

/// What has to stand beside the numbers of a column; `None` for those that do not come from photos.
pub fn limits_of(key: &str) -> Option<&'static str> {
    Some(match photo_measure(key)? {
        PhotoMeasure::Colors => photo_redness::LIMITS,
        PhotoMeasure::BlindRating => blind_rating::LIMITS,
    })
}

/// What has to stand beside the numbers of some columns, each once.
pub fn limits_of_all<'a>(keys: impl Iterator<Item = &'a str>) -> Vec<&'static str> {
    let mut limits: Vec<&'static str> = keys.filter_map(limits_of).collect();
    limits.sort_unstable();
    limits.dedup();
    limits
}
