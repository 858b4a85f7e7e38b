//! How the skin looks in photos, 0 clear to 10, said by somebody who did not see their dates.

use super::{PhotoColumn, PhotoMeasure};

pub(super) const SPEC: PhotoColumn = PhotoColumn {
    key: "blind_look",
    label: "Look of the skin, rated blind",
    unit: "points",
    measure: PhotoMeasure::BlindRating,
    number: |photo| photo.blind.map(|mean| mean.look),
};
