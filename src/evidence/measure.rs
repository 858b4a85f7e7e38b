//! How far the diary of the last 14 days is from what a card aims for.

use super::intake;
use crate::columns::DayTable;
use crate::model::course::{CourseKind, Phase};
use crate::model::diary::Diary;
use crate::model::time::Day;
use crate::words::{Quantity, rounded};

/// Days looked at.
pub const WINDOW_DAYS: i32 = 14;
/// Answered days needed within them.
pub const NEEDED_DAYS: usize = 7;

/// What a card aims for, as far as the diary can measure it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Aim {
    /// At least the reference intake of fibre.
    Fibre,
    /// A mean a day of at least this.
    AtLeast(&'static str, f64, &'static str),
    /// A mean a day of at most this.
    AtMost(&'static str, f64, &'static str),
    /// A course of this kind goes on.
    During(CourseKind),
}

/// What each card that can be a tip aims for. A card that is not here is never a tip, since the diary cannot say why now.
/// Numbers are the card's own targets; where a card names none, the threshold is an editorial one and its words say so.
#[rustfmt::skip]
pub const AIMS: &[(&str, Aim)] = &[
    ("fibre-daily-target", Aim::Fibre),
    ("prebiotic-fibre-bifidobacteria", Aim::Fibre),
    ("fibre-constipation", Aim::AtLeast("stool", 3.0, "the soft range begins at form 3")),
    ("fermented-foods-diversity", Aim::AtLeast("fermented", 1.0, "the card starts with one portion a day")),
    ("emollients-eczema", Aim::AtLeast("emollient", 2.0, "the card says at least twice a day")),
    ("low-glycaemic-acne", Aim::AtMost("sugary", 1.0, "shown from more than one sugary portion a day")),
    ("processed-food", Aim::AtMost("ultra_processed", 2.0, "shown from more than two portions a day")),
    ("alcohol-psoriasis", Aim::AtMost("alcohol_units", 2.0, "about 14 UK units a week")),
    ("alcohol-rosacea", Aim::AtMost("alcohol_units", 0.0, "shown when any drink was logged")),
    ("stress-acne", Aim::AtMost("stress", 5.0, "shown from a mean above 5 of 10")),
    ("mindfulness-psoriasis", Aim::AtMost("stress", 5.0, "shown from a mean above 5 of 10")),
    ("cbt-eczema", Aim::AtMost("itch", 4.0, "shown from a mean above 4 of 10")),
    ("rosacea-sun-heat", Aim::AtMost("sun_min", 60.0, "shown from more than an hour of sun a day")),
    ("topicals-acne", Aim::During(CourseKind::Topical)),
    ("topicals-psoriasis", Aim::During(CourseKind::Topical)),
    ("antibiotics-aad-prevention", Aim::During(CourseKind::Antibiotic)),
];

/// What the diary says about an aim.
#[derive(Debug, Clone, PartialEq)]
pub enum Reading {
    /// Too few answers: key, label, days answered.
    TooLittle {
        /// Key of the trackable.
        key: &'static str,
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
pub fn read(aim: Aim, diary: &Diary, table: &DayTable, today: Day) -> Reading {
    let (key, goal, at_least, basis) = match aim {
        Aim::Fibre => {
            let intake = intake::fibre_g(diary.profile(), diary.settings().reference, today.year());
            ("fibre_g", intake.amount, true, intake.source)
        }
        Aim::AtLeast(key, goal, basis) => (key, goal, true, basis),
        Aim::AtMost(key, goal, basis) => (key, goal, false, basis),
        Aim::During(kind) => return read_course(kind, diary, today),
    };
    let label = diary.catalogue().get(key).map(|known| known.label.to_string()).unwrap_or_default();
    let unit = diary.catalogue().get(key).map(|known| known.kind.unit().to_owned()).unwrap_or_default();
    let values = last_days(table, key, today);
    let answered = values.len();
    if answered < NEEDED_DAYS {
        return Reading::TooLittle { key, label, answered };
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
    fn every_aim_names_a_card_that_may_be_a_tip_and_a_key_that_exists() {
        for (id, aim) in AIMS {
            let card = library::card(id).unwrap_or_else(|| panic!("no card {id}"));
            assert!(card.may_be_a_tip(), "{id} may not be a tip");
            if let Aim::AtLeast(key, ..) | Aim::AtMost(key, ..) = aim {
                assert!(Catalogue::default().get(key).is_some(), "{id}: no key {key}");
            }
        }
    }
}
