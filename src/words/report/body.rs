//! The skin, place by place.

/// Heading.
pub const HEADING: &str = "Skin, place by place";
/// Heads of the table.
pub const HEADER: [&str; 4] = ["Place", "Worst", "Mean", "Days known"];

/// Caption of the table.
pub fn caption(label: &str) -> String {
    format!("{label} by place; an answer for the whole skin is not spread over places")
}

/// “12 of 90”.
pub fn known(known: usize, days: usize) -> String {
    format!("{known} of {days}")
}
