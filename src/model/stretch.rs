//! Stretches of a diary: logged days without a long empty time between them. One wrong date, or an old year that somebody fills
//! in, must not stretch what is drawn and computed over decades in which nothing was logged.

use std::collections::BTreeSet;
use std::ops::Bound::{Excluded, Unbounded};

use super::time::Day;

/// A logged day is far from the others if none of them lies within so many days of it.
pub const FAR_DAYS: i32 = 400;
/// Two stretches are one after all if each holds a logged day for every so many empty days between them: a pause of two years
/// parts nobody who logged for a year on either side of it.
const EMPTY_DAYS_FOR_ONE: usize = 28;

/// Days from one to another, of which some are logged, the first and the last among them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// First day.
    pub first: Day,
    /// Last day.
    pub last: Day,
    /// Logged days.
    pub logged: usize,
}

impl Stretch {
    /// Days from the first to the last.
    pub fn days(&self) -> usize {
        usize::try_from(self.last.days_since(self.first)).map_or(0, |days| days + 1)
    }

    /// Whether a day lies within.
    pub fn holds(&self, day: Day) -> bool {
        (self.first..=self.last).contains(&day)
    }
}

/// The stretches of some logged days, which rise.
pub fn stretches(days: impl Iterator<Item = Day>) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::new();
    for day in days {
        match found.last_mut() {
            Some(open) if day.days_since(open.last) <= FAR_DAYS => {
                open.last = day;
                open.logged += 1;
            }
            _ => {
                join_last(&mut found);
                found.push(Stretch { first: day, last: day, logged: 1 });
            }
        }
    }
    join_last(&mut found);
    found
}

/// Makes the last stretch one with the earliest that it belongs with.
fn join_last(found: &mut Vec<Stretch>) {
    let Some(last) = found.last().copied() else { return };
    let belongs = |earlier: &Stretch| {
        let empty = usize::try_from(last.first.days_since(earlier.last) - 1).unwrap_or(0);
        empty < EMPTY_DAYS_FOR_ONE * earlier.logged.min(last.logged)
    };
    let before = found.len() - 1;
    if let Some(place) = found.iter().take(before).position(belongs) {
        let logged = found.iter().skip(place).map(|stretch| stretch.logged).sum();
        let joined = Stretch { first: found[place].first, last: last.last, logged };
        found.truncate(place);
        found.push(joined);
    }
}

/// The place of the stretch with the most logged days, of equals the latest.
pub fn main_stretch(stretches: &[Stretch]) -> Option<usize> {
    (0..stretches.len()).max_by_key(|place| (stretches[*place].logged, *place))
}

/// What “everything” is: from the first day of the main stretch to the last logged day. Days before it lie far from all others.
pub fn everything(stretches: &[Stretch]) -> Option<(Day, Day)> {
    Some((stretches[main_stretch(stretches)?].first, stretches.last()?.last))
}

/// Logged days before a day that begins a stretch.
pub fn logged_before(stretches: &[Stretch], day: Day) -> usize {
    stretches.iter().filter(|stretch| stretch.last < day).map(|stretch| stretch.logged).sum()
}

/// Which of some days lie far from all others of them and from today, each with the nearest.
pub fn far_days(days: &BTreeSet<Day>, today: Day) -> Vec<(Day, Day)> {
    let nearest =
        |day: Day| nearest_to(day, days.range(..day).next_back(), days.range((Excluded(day), Unbounded)).next());
    let found = days.iter().filter_map(|day| Some((*day, nearest(*day)?)));
    found.filter(|(day, nearest)| is_far(*day, *nearest) && is_far(*day, today)).collect()
}

pub(super) fn is_far(day: Day, other: Day) -> bool {
    day.days_since(other).abs() > FAR_DAYS
}

/// The nearer of the days before and after a day.
pub(super) fn nearest_to(day: Day, before: Option<&Day>, after: Option<&Day>) -> Option<Day> {
    before.into_iter().chain(after).copied().min_by_key(|other| day.days_since(*other).abs())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    /// First day and number of days of each stretch.
    fn of(parts: &[(&str, i32)]) -> Vec<(Day, usize)> {
        let days = parts.iter().flat_map(|(first, days)| (0..*days).map(|ago| day(first).plus(ago)));
        stretches(days).into_iter().map(|stretch| (stretch.first, stretch.days())).collect()
    }

    #[test]
    fn one_day_in_another_decade_is_a_stretch_of_its_own() {
        let found = of(&[("1985-01-01", 1), ("2025-03-12", 366)]);
        assert_eq!(found, [(day("1985-01-01"), 1), (day("2025-03-12"), 366)]);
    }

    #[test]
    fn pauses_part_nobody_who_logged_on_both_sides_of_them() {
        // Within the days that are near, and a pause of three years between two years.
        assert_eq!(of(&[("2025-01-01", 1), ("2026-01-01", 30)]).len(), 1);
        assert_eq!(of(&[("2020-01-01", 366), ("2023-12-31", 366)]).len(), 1);
        // A single day within the pause does not part them either.
        assert_eq!(of(&[("2020-01-01", 366), ("2022-06-01", 1), ("2024-06-01", 366)]).len(), 1);
        // Two weeks say too little to keep twenty years.
        assert_eq!(of(&[("2000-01-01", 14), ("2024-06-01", 366)]).len(), 2);
    }

    #[test]
    fn everything_begins_with_the_stretch_with_the_most_days() {
        let old_year = stretches((0..300).map(|ago| day("1990-01-01").plus(ago)).chain([day("2026-01-01")]));
        assert_eq!(
            (main_stretch(&old_year), everything(&old_year)),
            (Some(0), Some((day("1990-01-01"), day("2026-01-01"))))
        );
        let slip = stretches([day("1985-01-01"), day("2026-01-01"), day("2026-01-02")].into_iter());
        assert_eq!(everything(&slip), Some((day("2026-01-01"), day("2026-01-02"))));
        assert_eq!(logged_before(&slip, day("2026-01-01")), 1);
        assert_eq!(everything(&[]), None);
    }
}
