//! Every day with its answers.

use crate::words::count;

/// Heading.
pub const HEADING: &str = "Day by day";
/// Head of the first column.
pub const DAY: &str = "Day";
/// What stands where nothing was answered.
pub const MISSING: &str = "–";

/// Caption of the table.
pub fn caption() -> String {
    format!("Each answered day; {MISSING} is not answered, and days without any of these answers are left out")
}

/// Days for which there is no room.
pub fn left_out(days: usize) -> String {
    format!("{} of this period before them stand in the diary and in its CSV file.", count(days, "day", "days"))
}
