//! How one person writes numbers, days and volumes. Chosen in Settings, and followed by whatever is put into words: screen, pages
//! and charts. Files for other programs (CSV, RON, JSON, FHIR) never follow it, nor does the command line, which others read.

use std::cell::Cell;

use serde::{Deserialize, Serialize};

thread_local! {
    /// The locale of what this thread puts into words. A thread's own, so that a piece of work keeps the one it was begun with.
    static CURRENT: Cell<Locale> = const { Cell::new(Locale::PLAIN) };
}

/// The mark between whole numbers and their fractions. Both are understood wherever a number is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names are the meaning")]
pub enum DecimalMark {
    #[default]
    Point,
    Comma,
}

impl DecimalMark {
    /// Both, with the words to choose them by.
    pub const ALL: [(Self, &'static str); 2] = [(Self::Point, "7.5"), (Self::Comma, "7,5")];

    /// A number that was written with a point, with this mark.
    pub fn write(self, number: &str) -> String {
        match self {
            Self::Point => number.to_owned(),
            Self::Comma => number.replace('.', ","),
        }
    }
}

/// Which part of a date comes first. The month is always a word, so that neither can be taken for the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names are the meaning")]
pub enum DateOrder {
    #[default]
    DayFirst,
    MonthFirst,
}

impl DateOrder {
    /// Both, with the words to choose them by.
    pub const ALL: [(Self, &'static str); 2] =
        [(Self::DayFirst, "12 March 2026"), (Self::MonthFirst, "March 12, 2026")];
}

/// What drinks are measured in where they are logged and summed. Kept in the diary as grams and millilitres always; charts,
/// findings and labels of food keep those.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the names are the meaning")]
pub enum VolumeUnit {
    #[default]
    Millilitre,
    UsFluidOunce,
    ImperialFluidOunce,
}

/// Millilitres in a fluid ounce of the United States: NIST Handbook 44 (2023), appendix C.
const US_FLUID_OUNCE_ML: f64 = 29.573_529_562_5;
/// Millilitres in an imperial fluid ounce: a 160th of the gallon of 4.54609 l, Units of Measurement Regulations 1995 (UK).
const IMPERIAL_FLUID_OUNCE_ML: f64 = 28.413_062_5;

impl VolumeUnit {
    /// All of them, with the words to choose them by.
    pub const ALL: [(Self, &'static str); 3] =
        [(Self::Millilitre, "ml"), (Self::UsFluidOunce, "fl oz (US)"), (Self::ImperialFluidOunce, "fl oz (UK)")];

    /// Millilitres in one of it.
    pub fn millilitres(self) -> f64 {
        match self {
            Self::Millilitre => 1.0,
            Self::UsFluidOunce => US_FLUID_OUNCE_ML,
            Self::ImperialFluidOunce => IMPERIAL_FLUID_OUNCE_ML,
        }
    }

    /// Its name behind a number.
    pub fn label(self) -> &'static str {
        match self {
            Self::Millilitre => "ml",
            Self::UsFluidOunce | Self::ImperialFluidOunce => "fl oz",
        }
    }

    /// The unit a fluid ounce is where no country is named: the chosen one, else that of the United States.
    #[must_use]
    pub fn fluid_ounce(self) -> Self {
        if self == Self::Millilitre { Self::UsFluidOunce } else { self }
    }

    /// What one press adds, in it: about a fifth of a glass.
    pub fn step(self) -> f64 {
        if self == Self::Millilitre { 50.0 } else { 2.0 }
    }
}

/// How one person writes numbers, days and volumes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Locale {
    /// The decimal mark.
    pub decimal_mark: DecimalMark,
    /// The order of a date.
    pub date_order: DateOrder,
    /// What drinks are measured in.
    pub volume: VolumeUnit,
}

impl Locale {
    /// A point, the day first, metric: what holds where nobody chose, and for everything that other programs read.
    pub const PLAIN: Self =
        Self { decimal_mark: DecimalMark::Point, date_order: DateOrder::DayFirst, volume: VolumeUnit::Millilitre };

    /// The locale of this thread.
    pub fn current() -> Self {
        CURRENT.get()
    }

    /// From now on this thread writes so.
    pub fn enter(self) {
        CURRENT.set(self);
    }

    /// What some work gives that writes so, on this thread. What was the locale before is the locale again.
    pub fn during<T>(self, work: impl FnOnce() -> T) -> T {
        let before = CURRENT.replace(self);
        let done = work();
        CURRENT.set(before);
        done
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fluid_ounce_is_what_the_law_of_its_country_says() {
        // A US fluid ounce is 1/128 of 231 cubic inches of 16.387064 ml; an imperial one 1/160 of 4.54609 l.
        let close = |one: f64, other: f64| (one - other).abs() < 1e-9;
        assert!(close(VolumeUnit::UsFluidOunce.millilitres(), 231.0 * 16.387_064 / 128.0));
        assert!(close(VolumeUnit::ImperialFluidOunce.millilitres(), 4_546.09 / 160.0));
        assert_eq!(VolumeUnit::ImperialFluidOunce.fluid_ounce(), VolumeUnit::ImperialFluidOunce);
        assert_eq!(VolumeUnit::Millilitre.fluid_ounce(), VolumeUnit::UsFluidOunce);
    }

    #[test]
    fn a_locale_ends_with_the_work_it_was_meant_for() {
        let comma = Locale { decimal_mark: DecimalMark::Comma, ..Locale::PLAIN };
        assert_eq!(comma.during(Locale::current), comma);
        assert_eq!(Locale::current(), Locale::PLAIN);
    }
}
