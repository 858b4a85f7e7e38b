//! How much redder the skin is than calm skin in the same photo: steadier than redness alone, since both share the light.

use super::{PhotoColumn, PhotoMeasure};

pub(super) const SPEC: PhotoColumn = PhotoColumn {
    key: "photo_redness_gap",
    label: "Redness against calm skin in photos",
    unit: "units",
    measure: PhotoMeasure::Colors,
    number: |photo| photo.redness.map(|redness| redness.gap),
};
