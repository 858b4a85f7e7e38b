//! The signs of page one.

use crate::words::all_of;

/// Heads of the table.
pub const HEADER: [&str; 4] = ["", "This period", "The period before", "Days at each answer, this period"];

/// What the numbers are; of the diary's own indices, what those are, since no clinic knows them.
pub fn caption(indices: &[&str]) -> String {
    let own = match indices {
        [] => String::new(),
        [one] => format!(" {one} is the diary’s own summary, no clinic score."),
        some => format!(" {} are the diary’s own summaries, no clinic scores.", all_of(some)),
    };
    format!("Median of the answered days and their middle half, 0 is best; the period before has as many days.{own}")
}

/// A median with its middle half and its days.
pub fn median(middle: &str, low: &str, high: &str, days: usize) -> String {
    format!("{middle} ({low} to {high}), {days} d")
}

/// From the least to the most answer.
pub fn a_day(least: &str, most: &str) -> String {
    format!("{least} to {most} a day")
}

/// Answers from 0 to the largest.
pub fn scale(most: f64) -> String {
    format!("0 to {most:.0}")
}
