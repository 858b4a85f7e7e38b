//! On which days the diary is looked at: 28, 56, 84, … days after its first, so that opening the window often finds no more
//! than opening it once.

/// Days from one look to the next.
pub const EVERY_DAYS: usize = 28;
/// The most looks that are computed again; older ones can only matter to findings first shown over two years ago.
const MOST_LOOKS: usize = 28;

/// Numbers of days the looks use, oldest first.
pub fn look_days(days: usize) -> Vec<usize> {
    let count = days / EVERY_DAYS;
    (1..=count).skip(count.saturating_sub(MOST_LOOKS)).map(|look| look * EVERY_DAYS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_fall_on_every_28th_day_whenever_the_window_is_opened() {
        assert!(look_days(27).is_empty());
        assert_eq!(look_days(28), [28]);
        assert_eq!(look_days(100), [28, 56, 84]);
        assert_eq!(look_days(100), look_days(111));
        assert_eq!(look_days(3_650).last(), Some(&3_640));
    }
}
