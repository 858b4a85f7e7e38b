//! Where the marks of an axis go: round numbers, and days that begin a week, a month or a year.

use crate::model::time::Day;

/// A mark of the time axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayTick {
    /// The day it stands at.
    pub day: Day,
    /// What it is labelled with.
    pub label: String,
}

/// Round values from `low` to `high` (steps of 1, 2 or 5 times a power of ten), about `about` of them, at least two.
pub fn value_ticks(low: f64, high: f64, about: usize) -> Vec<f64> {
    let step = round_step((high - low) / about.max(2) as f64);
    let from = (low / step).ceil();
    let ticks: Vec<f64> =
        (0..=64).map(|n| (from + f64::from(n)) * step).take_while(|tick| *tick <= high + step * 1e-6).collect();
    if ticks.len() < 2 { vec![low, high] } else { ticks }
}

/// The smallest range with round ends that holds `low` to `high`.
pub fn round_range(low: f64, high: f64) -> (f64, f64) {
    let high = if high > low { high } else { low + 1.0 };
    let step = round_step((high - low) / 4.0);
    ((low / step).floor() * step, (high / step).ceil() * step)
}

fn round_step(rough: f64) -> f64 {
    if !rough.is_finite() || rough <= 0.0 {
        return 1.0;
    }
    let power = 10_f64.powf(rough.log10().floor());
    let factor = [1.0, 2.0, 5.0].into_iter().find(|factor| factor * power >= rough * (1.0 - 1e-9)).unwrap_or(10.0);
    factor * power
}

/// Steps of the time axis, from fine to coarse.
#[derive(Debug, Clone, Copy)]
enum Step {
    Days(i32),
    /// Every so many weeks, on Mondays.
    Weeks(i32),
    /// On the first of every so many months.
    Months(i32),
    /// On the first of January of every so many years.
    Years(i32),
}

#[rustfmt::skip]
const STEPS: &[Step] = &[
    Step::Days(1), Step::Days(2), Step::Weeks(1), Step::Weeks(2), Step::Months(1), Step::Months(2), Step::Months(3),
    Step::Months(6), Step::Years(1), Step::Years(2), Step::Years(5), Step::Years(10), Step::Years(20), Step::Years(50),
];

/// Marks for the days from `first` to `last`, at most `most` of them (at least two are allowed): single days, weeks from
/// Mondays, months or years, whatever is the finest that fits. The first mark and every January carry the year.
pub fn calendar_ticks(first: Day, last: Day, most: usize) -> Vec<DayTick> {
    let most = most.max(2);
    let fitting =
        STEPS.iter().map(|step| (step, days_of(*step, first, last, most))).find(|(_, days)| days.len() <= most);
    let Some((step, days)) = fitting else { return Vec::new() };
    let mut year = None;
    days.into_iter()
        .map(|day| {
            let new_year = year != Some(day.year());
            year = Some(day.year());
            DayTick { day, label: label(*step, day, new_year) }
        })
        .collect()
}

/// The days of a step; stops one past `most`, so that no axis of a century is walked day by day.
fn days_of(step: Step, first: Day, last: Day, most: usize) -> Vec<Day> {
    let mut days = Vec::new();
    let mut next = start_of(step, first);
    while let Some(day) = next
        && day <= last
        && days.len() <= most
    {
        if day >= first {
            days.push(day);
        }
        next = following(step, day).filter(|following| *following > day);
    }
    days
}

fn start_of(step: Step, first: Day) -> Option<Day> {
    match step {
        Step::Days(_) => Some(first),
        // Every second week is counted from one fixed Monday, so that scrolling does not shift the marks.
        Step::Weeks(weeks) => {
            let monday = first.plus(-i32::try_from(first.weekday()).unwrap_or(0));
            let odd = (monday.number() + 3).div_euclid(7).rem_euclid(weeks);
            Some(monday.plus(-7 * odd))
        }
        Step::Months(months) => {
            let zero_based = i32::try_from(first.month()).unwrap_or(1) - 1;
            let month = zero_based - zero_based.rem_euclid(months) + 1;
            Day::from_ymd(first.year(), u32::try_from(month).unwrap_or(1), 1)
        }
        Step::Years(years) => {
            let year = first.year() - first.year().rem_euclid(years);
            Day::from_ymd(year, 1, 1).or_else(|| Day::from_ymd(year + years, 1, 1))
        }
    }
}

fn following(step: Step, day: Day) -> Option<Day> {
    match step {
        Step::Days(days) => Some(day.plus(days)),
        Step::Weeks(weeks) => Some(day.plus(7 * weeks)),
        Step::Months(months) => {
            let month = i32::try_from(day.month()).unwrap_or(1) - 1 + months;
            Day::from_ymd(day.year() + month / 12, u32::try_from(month % 12 + 1).unwrap_or(1), 1)
        }
        Step::Years(years) => Day::from_ymd(day.year() + years, 1, 1),
    }
}

fn label(step: Step, day: Day, new_year: bool) -> String {
    match step {
        Step::Years(_) => day.year().to_string(),
        Step::Months(_) => {
            let name: String = day.month_name().chars().take(3).collect();
            if new_year { format!("{name} {}", day.year()) } else { name }
        }
        Step::Days(_) | Step::Weeks(_) if new_year => day.short(),
        Step::Days(_) | Step::Weeks(_) => day.brief(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(first: &str, last: &str, most: usize) -> Vec<String> {
        let ticks = calendar_ticks(first.parse().unwrap(), last.parse().unwrap(), most);
        ticks.into_iter().map(|tick| tick.label).collect()
    }

    #[test]
    fn values_are_round_and_cover_the_range() {
        assert_eq!(value_ticks(0.0, 10.0, 5), [0.0, 2.0, 4.0, 6.0, 8.0, 10.0]);
        assert_eq!(value_ticks(0.0, 4.0, 4), [0.0, 1.0, 2.0, 3.0, 4.0]);
        assert_eq!(round_range(0.0, 2730.0), (0.0, 3000.0));
        assert_eq!(round_range(5.0, 5.0).0, 5.0);
        assert_eq!(value_ticks(f64::NAN, 1.0, 5).len(), 2, "a broken range still ends");
    }

    #[test]
    fn time_is_marked_by_what_begins_there() {
        assert_eq!(labels("2026-03-01", "2026-03-05", 8), ["1 Mar 2026", "2 Mar", "3 Mar", "4 Mar", "5 Mar"]);
        assert_eq!(labels("2026-03-01", "2026-03-31", 8), ["2 Mar 2026", "9 Mar", "16 Mar", "23 Mar", "30 Mar"]);
        assert_eq!(labels("2025-11-15", "2026-03-31", 8), ["Dec 2025", "Jan 2026", "Feb", "Mar"]);
        assert_eq!(labels("2016-05-01", "2026-05-01", 12).last().map(String::as_str), Some("2026"));
        assert_eq!(labels("2026-03-03", "2026-03-03", 8), ["3 Mar 2026"]);
        assert!(labels("1900-01-01", "2100-12-31", 8).len() <= 8);
    }
}
