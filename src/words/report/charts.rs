//! Charts over time, and their numbers.

/// Headings of skin, gut, other outcomes, and what may go along with them.
pub const OVER_TIME: [&str; 4] =
    ["Skin over time", "Gut over time", "Other outcomes over time", "Daily life over time"];
/// Heading of their numbers.
pub const NUMBERS: &str = "Numbers behind the charts";

/// Caption of the numbers of a chart.
pub fn caption(title: &str) -> String {
    format!("{title}; mean, and in brackets the days answered")
}
