//! What the centre shows besides the plot.

pub mod calendar;
pub mod courses;
pub mod fill;
pub mod foods;
pub mod insights;
