//! Where the ticks of an axis stand: round numbers upwards, days, weeks, months or years along.

use crate::model::time::Day;

/// A tick of the time axis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DayTick {
    /// Where it stands.
    pub day: Day,
    /// What it says.
    pub label: String,
    /// Whether a year or month begins here, so that its line is stronger.
    pub strong: bool,
}

/// Round ticks that span `low` to `high`: steps of 1, 2 or 5 times a power of ten, about `wanted` of them. The first and the
/// last are the ends of the axis.
pub fn nice(low: f64, high: f64, wanted: u8) -> Vec<f64> {
    let (low, high) = if high > low { (low, high) } else { (low - 0.5, low + 0.5) };
    let rough = (high - low) / f64::from(wanted.max(1));
    let power = 10_f64.powf(rough.log10().floor());
    let step = [1.0, 2.0, 5.0, 10.0].iter().map(|times| times * power).find(|step| *step >= rough * 0.999);
    let step = step.unwrap_or(10.0 * power);
    let (from, to) = ((low / step).floor(), (high / step).ceil());
    let mut ticks = Vec::new();
    let mut at = from;
    while at <= to + 0.5 && ticks.len() < 64 {
        // Multiplying whole numbers keeps 0.30000000000000004 away.
        ticks.push(if step < 1.0 { at / (1.0 / step).round() } else { at * step });
        at += 1.0;
    }
    ticks
}

/// Ticks of the time axis from one day to another, at most `most` of them.
pub fn along(first: Day, last: Day, most: usize) -> Vec<DayTick> {
    let days = usize::try_from(last.days_since(first)).unwrap_or(0) + 1;
    let most = most.max(2);
    if days <= most {
        return every(first, last, 1);
    }
    if days <= most * 7 {
        return mondays(
            first,
            last,
            if days <= most * 4 && days.div_ceil(7) <= most { 1 } else { days.div_ceil(7).div_ceil(most) },
        );
    }
    for months in [1, 2, 3, 6] {
        let found = months_of(first, last, months);
        if found.len() <= most {
            return found;
        }
    }
    let years = usize::try_from(last.year() - first.year()).unwrap_or(0) + 1;
    let step = i32::try_from(years.div_ceil(most)).unwrap_or(1).max(1);
    (first.year()..=last.year())
        .filter(|year| year % step == 0)
        .filter_map(|year| Day::from_ymd(year, 1, 1))
        .filter(|day| *day >= first)
        .map(|day| DayTick { day, label: day.year().to_string(), strong: true })
        .collect()
}

fn every(first: Day, last: Day, step: i32) -> Vec<DayTick> {
    let mut ticks = Vec::new();
    let mut day = first;
    while day <= last {
        ticks.push(DayTick { day, label: day.brief(day), strong: day.day_of_month() == 1 });
        // The last day a diary may hold has none after it.
        let next = day.plus(step);
        if next <= day || ticks.len() > 400 {
            break;
        }
        day = next;
    }
    ticks
}

/// Every `weeks`th Monday.
fn mondays(first: Day, last: Day, weeks: usize) -> Vec<DayTick> {
    let to_monday = i32::try_from((7 - first.weekday()) % 7).unwrap_or(0);
    every(first.plus(to_monday), last, i32::try_from(7 * weeks.max(1)).unwrap_or(7))
}

/// Every first of a month whose number counts in steps of `months` from January.
fn months_of(first: Day, last: Day, months: u32) -> Vec<DayTick> {
    let mut ticks = Vec::new();
    for year in first.year()..=last.year() {
        for month in (1..=12).filter(|month| (month - 1) % months == 0) {
            let Some(day) = Day::from_ymd(year, month, 1) else { continue };
            if (first..=last).contains(&day) {
                let name: String = day.month_name().chars().take(3).collect();
                let label = if month == 1 { year.to_string() } else { name };
                ticks.push(DayTick { day, label, strong: month == 1 });
            }
        }
    }
    ticks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn value_ticks_are_round_and_span_the_data() {
        assert_eq!(nice(0.0, 10.0, 5), [0.0, 2.0, 4.0, 6.0, 8.0, 10.0]);
        assert_eq!(nice(6.1, 8.4, 5), [6.0, 6.5, 7.0, 7.5, 8.0, 8.5]);
        assert_eq!(nice(0.0, 0.3, 3), [0.0, 0.1, 0.2, 0.3]);
        assert_eq!(nice(1400.0, 2600.0, 4), [1000.0, 1500.0, 2000.0, 2500.0, 3000.0]);
        let flat = nice(4.0, 4.0, 4);
        assert!(flat.first() < Some(&4.0) && flat.last() > Some(&4.0), "a flat line lies inside its axis: {flat:?}");
    }

    #[test]
    fn a_week_shows_days_a_quarter_mondays_a_year_months_and_a_decade_years() {
        let from = day("2026-03-02");
        let labels = |days: i32, most| {
            along(from, from.plus(days - 1), most).into_iter().map(|tick| tick.label).collect::<Vec<_>>()
        };
        assert_eq!(labels(7, 8).first().map(String::as_str), Some("2 Mar"));
        assert_eq!(labels(7, 8).len(), 7);
        assert_eq!(labels(21, 8), ["2 Mar", "9 Mar", "16 Mar"]);
        assert_eq!(
            labels(365, 12),
            ["Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "2027", "Feb", "Mar"]
        );
        assert_eq!(labels(3650, 12).first().map(String::as_str), Some("2027"));
        for (first, last) in [("1900-01-01", "1900-01-05"), ("1969-12-28", "1970-01-03"), ("2100-12-28", "2100-12-31")]
        {
            let ticks = along(day(first), day(last), 8);
            let days = usize::try_from(day(last).days_since(day(first))).unwrap() + 1;
            assert_eq!(ticks.len(), days, "{first}: {ticks:?}");
        }
        for days in [1, 2, 30, 90, 400, 4000, 36_000] {
            assert!(labels(days, 8).len() <= 9, "{days} days: {:?}", labels(days, 8));
        }
    }
}
