//! The year in small cells.

/// Heading.
pub const HEADING: &str = "Year calendar";
