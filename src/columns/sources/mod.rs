//! Where columns come from: a source looks at what a diary has and gives columns with the functions that fill them.

pub(super) mod courses;
pub mod food_answers;
pub(super) mod foods;
pub(super) mod indices;
pub(super) mod photos;
pub(super) mod regions;
pub(super) mod trackables;
