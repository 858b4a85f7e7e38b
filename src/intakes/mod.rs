//! How much a day is enough, and how much is too much: reference intakes and tolerable upper levels of two authorities, by age, sex
//! and pregnancy.
//!
//! The table is data (`assets/evidence/upper_limits.ron`), and its head says what every field means and how a row is chosen. They
//! are figures for populations, not therapy: the program warns above a limit and never advises to reach one.

mod dose;
mod person;
mod table;

pub use dose::daily_dose;
pub use person::{Person, State};
pub use table::{Counts, Guidance, Kind, Nutrient, Row, SexOf, Standard, Table, UpperNutrient, table};

use crate::model::settings::Reference;

/// An amount a day with where it is from.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Intake {
    /// Amount a day, in the unit of its nutrient.
    pub amount: f64,
    /// What kind of number it is.
    pub kind: Kind,
    /// Which sources of the nutrient it counts.
    pub counts: Counts,
    /// Who says so, in a few words.
    pub source: &'static str,
    /// Year of that source.
    pub year: u16,
    /// Whether the number was read in stored text.
    pub seen: bool,
}

/// What an authority takes for enough of a nutrient a day, for this person; `None` where it names nothing.
pub fn reference(key: &str, person: &Person, authority: Reference) -> Option<Intake> {
    let nutrient = table().reference.iter().find(|nutrient| nutrient.key == key)?;
    let standard = match authority {
        Reference::Efsa => &nutrient.efsa,
        Reference::Us => &nutrient.us,
    };
    standard.intake(*person)
}

/// The most a day of a nutrient that is unlikely to harm over a long time: the lower of the limits of both authorities, but for those
/// where the table says why the European one stands alone; `None` where neither names one.
pub fn upper(key: &str, person: &Person) -> Option<Intake> {
    let nutrient = upper_nutrient(key)?;
    let us = nutrient.us.intake(*person).filter(|_| nutrient.lower_of_two);
    let both = [nutrient.efsa.intake(*person), us];
    both.into_iter().flatten().min_by(|a, b| a.amount.total_cmp(&b.amount))
}

/// The nutrient of an upper limit, with its columns and words.
pub fn upper_nutrient(key: &str) -> Option<&'static UpperNutrient> {
    table().upper.iter().find(|nutrient| nutrient.key == key)
}

/// Another daily mark, for this person.
pub fn guidance(key: &str, person: &Person) -> Option<f64> {
    let guidance = table().guidance.iter().find(|guidance| guidance.key == key)?;
    person.row(&guidance.rows).map(|row| row.amount)
}

#[cfg(test)]
mod tests;
