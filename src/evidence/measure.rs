//! How far the diary of the last 14 days is from what a card aims for.

use super::card::Aim;
use crate::columns::DayTable;
use crate::intakes;
use crate::model::course::{CourseKind, Phase};
use crate::model::diary::Diary;
use crate::model::time::Day;
use crate::words::{Quantity, rounded};

/// Days looked at.
pub const WINDOW_DAYS: i32 = 14;
/// Answered days needed within them.
pub const NEEDED_DAYS: usize = 7;

/// What the diary says about an aim.
#[derive(Debug, Clone, PartialEq)]
pub enum Reading {
    /// Too few answers: key, label, days answered.
    TooLittle {
        /// Key of the trackable.
        key: String,
        /// Its name.
        label: String,
        /// Days answered within the window.
        answered: usize,
    },
    /// The aim is met, or does not apply now.
    Met,
    /// Not met: how far in shares of the aim, 0 to 1, a headline, and why it is shown now.
    Off {
        /// 0 close to 1 far.
        distance: f64,
        /// A few words: "Fibre: 14 g a day".
        headline: String,
        /// A sentence with days and numbers.
        why: String,
    },
}

/// Reads the last 14 days against an aim.
pub fn read(aim: &Aim, diary: &Diary, table: &DayTable, today: Day) -> Reading {
    let (key, goal, at_least, basis) = match aim {
        Aim::Fibre => {
            let person = intakes::Person::in_year(diary.profile(), today.year());
            match intakes::reference("fibre", &person, diary.settings().reference) {
                Some(intake) => ("fibre_g", intake.amount, true, intake.source),
                None => return Reading::Met,
            }
        }
        Aim::AtLeast(key, goal, basis) => (key.as_str(), *goal, true, basis.as_str()),
        Aim::AtMost(key, goal, basis) => (key.as_str(), *goal, false, basis.as_str()),
        Aim::During(kind) => return read_course(*kind, diary, today),
    };
    let label = diary.catalogue().get(key).map(|known| known.label.to_string()).unwrap_or_default();
    let unit = diary.catalogue().get(key).map(|known| known.kind.unit().to_owned()).unwrap_or_default();
    let values = last_days(table, key, today);
    let answered = values.len();
    if answered < NEEDED_DAYS {
        return Reading::TooLittle { key: key.to_owned(), label, answered };
    }
    let mean = values.iter().sum::<f64>() / answered as f64;
    let met = if at_least { mean >= goal } else { mean <= goal };
    if met {
        return Reading::Met;
    }
    let distance = if at_least { (goal - mean) / goal } else { (mean - goal) / mean.max(f64::EPSILON) };
    let number = |value: f64| with_unit(value, &unit);
    let per = if key == "stool" { "" } else { " a day" };
    let headline = format!("{label}: {}{per}", number(mean));
    let side = if at_least { "the aim is at least" } else { "the aim is at most" };
    let why = format!(
        "{label} in your log: {}{per} on average, on {answered} answered days of the last {WINDOW_DAYS}; {side} {} ({basis}).",
        number(mean),
        number(goal)
    );
    Reading::Off { distance: distance.clamp(0.0, 1.0), headline, why }
}

fn read_course(kind: CourseKind, diary: &Diary, today: Day) -> Reading {
    match diary.courses().find(|course| course.kind == kind && course.phase(today) == Phase::During) {
        Some(course) => {
            let headline = format!("You are using {}", course.name);
            let why = format!("{} is marked as going on since {}.", course.name, course.start.short());
            Reading::Off { distance: 0.5, headline, why }
        }
        None => Reading::Met,
    }
}

/// The answers of the last 14 days up to today.
pub fn last_days(table: &DayTable, key: &str, today: Day) -> Vec<f64> {
    let Some(column) = table.column(key) else { return Vec::new() };
    (0..WINDOW_DAYS)
        .filter_map(|ago| table.row(today.plus(-ago)))
        .filter_map(|row| column.cells.get(row).copied().flatten())
        .collect()
}

/// A number with its unit: "14 g", "1 unit".
fn with_unit(value: f64, unit: &str) -> String {
    let place = if value.abs() >= 10.0 { 0 } else { -1 };
    Quantity { unit, yes_no: false, step: 1.0 }.with_unit(&rounded(value, place))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::evidence::library;
    use crate::model::catalogue::Catalogue;

    #[test]
    fn every_card_with_an_aim_may_be_a_tip_and_its_key_exists() {
        let with_aim = library::cards().iter().filter_map(|card| Some((card, card.aim.as_ref()?)));
        let mut seen = 0;
        for (card, aim) in with_aim {
            assert!(card.may_be_a_tip(), "{} may not be a tip", card.id);
            if let Aim::AtLeast(key, ..) | Aim::AtMost(key, ..) = aim {
                assert!(Catalogue::default().get(key).is_some(), "{}: no key {key}", card.id);
            }
            seen += 1;
        }
        assert!(seen > 0);
    }
}
