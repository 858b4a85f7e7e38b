//! How red the skin is in photos: CIELAB a*, evened out by the card of the series, of its main set-up only.

use super::{PhotoColumn, PhotoMeasure};

pub(super) const SPEC: PhotoColumn = PhotoColumn {
    key: "photo_redness",
    label: "Redness in photos",
    unit: "units",
    measure: PhotoMeasure::Colors,
    number: |photo| photo.redness.map(|redness| redness.a),
};
