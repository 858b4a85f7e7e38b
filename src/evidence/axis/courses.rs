//! The medicines that run, on the path to the skin: what they are given for, and what they are known to bring out. The program
//! starts, stops and changes none of them.

use super::literature::{Head, Line, Style, line};
use crate::evidence::card::Direction;
use crate::evidence::situation::{MedicineCourse, Person};
use crate::evidence::wording::Chip;
use crate::medicines::{self, Flare, MedicineClass};
use crate::model::certainty::Certainty;
use crate::model::profile::Condition;

/// Stands with every medicine on the map.
pub const ASK: &str = "Ask, do not change it on your own.";

/// A running medicine as the map shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct RunningMedicine {
    /// Its name as entered, and since when.
    pub name: String,
    /// What is known of it for the person's conditions, each a sentence.
    pub lines: Vec<String>,
    treats: Vec<Condition>,
    /// How certain what it brings out is, the most certain first.
    flares: Option<Certainty>,
}

/// The running medicines that are known by their name.
pub(super) fn running(person: &Person<'_>) -> Vec<RunningMedicine> {
    person.running().filter_map(|medicine| of_medicine(medicine, person)).collect()
}

fn of_medicine(medicine: &MedicineCourse<'_>, person: &Person<'_>) -> Option<RunningMedicine> {
    let class = medicines::class(&medicine.found.medicine.class)?;
    let has = |condition: &Condition| person.profile.conditions.contains(condition);
    let treats: Vec<Condition> = class.treats.iter().copied().filter(has).collect();
    let flares: Vec<&Flare> = class.flares.iter().filter(|flare| has(&flare.condition)).collect();
    let course = medicine.course;
    Some(RunningMedicine {
        name: format!("{}, running since {}", course.name, course.start.short()),
        lines: lines(class, &treats, &flares),
        treats,
        flares: flares.iter().map(|flare| flare.certainty).min(),
    })
}

fn lines(class: &MedicineClass, treats: &[Condition], flares: &[&Flare]) -> Vec<String> {
    let mut lines = vec![format!("{}.", class.label)];
    if !treats.is_empty() {
        lines.push(format!("It is {}.", given_for(treats)));
    }
    for Flare { certainty, lag_days: (from, to), words, .. } in flares {
        let chip = Chip { certainty: *certainty, direction: Direction::Harms }.words();
        lines.push(format!("{words} For skin: {chip}, {from} to {to} days after the start. {ASK}"));
    }
    lines
}

fn given_for(conditions: &[Condition]) -> String {
    let names: Vec<String> =
        conditions.iter().map(|it| crate::analysis::insights::words::lowered(it.label())).collect();
    format!("given for {}", names.join(" and "))
}

/// How the arrow of the running medicines is drawn.
pub(super) fn style(running: &[RunningMedicine]) -> Style {
    let mut treats: Vec<Condition> = running.iter().flat_map(|medicine| &medicine.treats).copied().collect();
    treats.sort_unstable();
    treats.dedup();
    let flares = running.iter().filter_map(|medicine| medicine.flares).min();
    let harms = flares.map(|certainty| Chip { certainty, direction: Direction::Harms }.words());
    let flare_line = flares.map(line);
    let (line, head, words) = match (treats.is_empty(), flare_line, harms) {
        (false, Some(flare), Some(harms)) => {
            (Line::Solid.min(flare), Head::Mixed, format!("{}; {harms}", given_for(&treats)))
        }
        (false, ..) => (Line::Solid, Head::Helps, given_for(&treats)),
        (true, Some(flare), Some(harms)) => (flare, Head::Harms, harms.to_owned()),
        (true, ..) if running.is_empty() => {
            return Style::trace("no medicine running that is known here", "none running");
        }
        (true, ..) => return Style::trace("nothing known for your skin", "nothing known"),
    };
    Style { line, head, words, label: None }
}
