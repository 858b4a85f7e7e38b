//! The gut-skin map as a drawing and two tables.

use crate::model::time::Day;

/// Heading.
pub const HEADING: &str = "Gut and skin, path by path";
/// Heads of the table of boxes.
pub const BOXES: [&str; 3] = ["Box", "Index", "Behind it"];
/// Caption of the table of paths.
pub const PATHS_CAPTION: &str = "Paths: what studies say, and what the diary shows";
/// Heads of the table of paths.
pub const PATHS: [&str; 3] = ["Path", "Studies", "This diary"];

/// What the map is, and what it is not.
pub fn about(what: &str) -> String {
    format!("{what} They are not measurements, and no number is pushed along an arrow.")
}

/// Caption of the table of boxes.
pub fn boxes_caption(day: Day) -> String {
    format!("Self-care indices on {}", day.short())
}
