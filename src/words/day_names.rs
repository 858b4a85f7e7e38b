//! A day as somebody names it: `yesterday`, `14 march`, `monday`, `2026-03-14`.

use crate::model::locale::{DateOrder, Locale};
use crate::model::time::Day;

const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];
/// In the order of [`Day::weekday`].
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
/// Letters from which on the beginning of a name is taken for it.
const LEAST_LETTERS: usize = 3;
/// Years looked back for a date without a year; a 29 February comes round within eight.
const YEARS_BACK: i32 = 8;

/// The day that some words name, as seen from today; `None` if they name none. A date without a year is the latest that has come,
/// tomorrow included; a weekday is the last one before today.
pub fn named_day(text: &str, today: Day) -> Option<Day> {
    let text = text.trim().to_lowercase();
    match text.as_str() {
        "today" => return Some(today),
        "yesterday" => return Some(today.plus(-1)),
        "tomorrow" => return Some(today.plus(1)),
        _ => {}
    }
    if let Ok(day) = text.parse() {
        return Some(day);
    }
    let parts: Vec<&str> = text.split([' ', ',', '.', '/']).filter(|part| !part.is_empty()).collect();
    match parts[..] {
        [weekday] | ["last", weekday] => last_weekday(weekday, today),
        [one, other] => day_and_month(one, other).and_then(|(day, month)| latest(day, month, today)),
        [one, other, year] => {
            let (day, month) = day_and_month(one, other)?;
            Day::from_ymd(year.parse().ok()?, month, day)
        }
        _ => None,
    }
}

/// `14 march`, `march 14`, `14 3`; of two numbers the month is the first where the [`Locale`] has it first.
fn day_and_month(one: &str, other: &str) -> Option<(u32, u32)> {
    let number = |text: &str| text.trim_end_matches(char::is_alphabetic).parse().ok();
    let (one, other) = match Locale::current().date_order {
        DateOrder::MonthFirst if one.parse::<u32>().is_ok() && other.parse::<u32>().is_ok() => (other, one),
        DateOrder::DayFirst | DateOrder::MonthFirst => (one, other),
    };
    if let Some(month) = place_of(one, &MONTHS) {
        return Some((number(other)?, month));
    }
    let month = place_of(other, &MONTHS).or_else(|| other.parse().ok())?;
    Some((number(one)?, month))
}

/// The place of a name in a list, counted from 1, by its beginning.
fn place_of(text: &str, names: &[&str]) -> Option<u32> {
    let place = names.iter().position(|name| text.len() >= LEAST_LETTERS && name.starts_with(text))?;
    u32::try_from(place + 1).ok()
}

fn latest(day: u32, month: u32, today: Day) -> Option<Day> {
    let years = (0..=YEARS_BACK).map(|back| today.year() - back);
    years.filter_map(|year| Day::from_ymd(year, month, day)).find(|day| *day <= today.plus(1))
}

fn last_weekday(text: &str, today: Day) -> Option<Day> {
    let wanted = i32::try_from(place_of(text, &WEEKDAYS)?).ok()? - 1;
    let now = i32::try_from(today.weekday()).ok()?;
    let back = (now - wanted).rem_euclid(7);
    Some(today.plus(-if back == 0 { 7 } else { back }))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A Thursday.
    const TODAY: (i32, u32, u32) = (2026, 3, 12);

    fn named(text: &str) -> Option<String> {
        let (year, month, day) = TODAY;
        named_day(text, Day::from_ymd(year, month, day).unwrap()).map(|day| day.to_string())
    }

    #[test]
    fn of_two_numbers_the_month_comes_first_where_somebody_writes_it_first() {
        let today = Day::from_ymd(2026, 11, 29).unwrap();
        let said = |text: &str| named_day(text, today).map(|day| day.to_string());
        assert_eq!(said("3/4"), Some("2026-04-03".to_owned()));
        let month_first = Locale { date_order: DateOrder::MonthFirst, ..Locale::PLAIN };
        for (text, day) in [("3/4", "2026-03-04"), ("3/14/2026", "2026-03-14"), ("14 march", "2026-03-14")] {
            assert_eq!(month_first.during(|| said(text)).as_deref(), Some(day), "{text}");
        }
    }

    #[test]
    fn a_day_is_named_as_people_name_it() {
        for (text, day) in [
            ("today", "2026-03-12"),
            ("Yesterday ", "2026-03-11"),
            ("10 march", "2026-03-10"),
            ("march 10", "2026-03-10"),
            ("10th mar", "2026-03-10"),
            ("10 mar 2024", "2024-03-10"),
            ("10.3.", "2026-03-10"),
            ("10/3/2025", "2025-03-10"),
            ("2025-12-31", "2025-12-31"),
            ("monday", "2026-03-09"),
            ("last thu", "2026-03-05"),
        ] {
            assert_eq!(named(text).as_deref(), Some(day), "{text}");
        }
    }

    #[test]
    fn a_date_without_a_year_is_the_latest_that_has_come() {
        assert_eq!(named("14 march").as_deref(), Some("2025-03-14"), "this year's is still to come");
        assert_eq!(named("13 march").as_deref(), Some("2026-03-13"), "tomorrow can be opened");
        assert_eq!(named("29 february").as_deref(), Some("2024-02-29"));
    }

    #[test]
    fn other_words_and_dates_that_are_none_name_no_day() {
        for text in ["", "itch 4", "31 february", "mo", "14 2026 march", "32 march", "stool 3", "last", "10 13"] {
            assert_eq!(named(text), None, "{text}");
        }
    }
}
