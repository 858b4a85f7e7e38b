//! How red the skin is in photos, 0 to 10, said by somebody who did not see their dates.

use super::{PhotoColumn, PhotoMeasure};

pub(super) const SPEC: PhotoColumn = PhotoColumn {
    key: "blind_redness",
    label: "Redness, rated blind",
    unit: "points",
    measure: PhotoMeasure::BlindRating,
    number: |photo| photo.blind.map(|mean| mean.redness),
};
