//! How far the diary is from what a card aims for.
//!
//! Missing is never 0: only answered days count. A sum with an unknown part is a lower bound: enough to say "above", never enough to
//! say "below".

use super::card::{Aim, Side, Stat};
use super::distance::{Distance, SHARE, Toward};
use super::situation::Person;
use crate::columns::{self, DayTable};
use crate::intakes;
use crate::medicines;
use crate::model::course::{Course, Phase};
use crate::model::diary::Diary;
use crate::model::settings::Reference;

/// Days looked at for whether anything is logged.
pub const WINDOW_DAYS: i32 = 14;
/// Answered days needed within them.
pub const NEEDED_DAYS: usize = 7;

/// Below this age the range for sleep is that of the young.
const ADULT_AGE: i32 = 18;

/// What the diary says about an aim.
#[derive(Debug, Clone, PartialEq)]
pub enum Reading {
    /// There is nothing to measure.
    NotMeasured,
    /// Too few answers.
    TooLittle(TooLittle),
    /// The aim is met.
    Met,
    /// It is not.
    Far(Distance),
}

/// What is answered too rarely to say anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TooLittle {
    /// Key of the column.
    pub column: String,
    /// Its name.
    pub label: String,
    /// Days answered.
    pub answered: usize,
    /// Days needed.
    pub needed: usize,
    /// Days looked at.
    pub window_days: usize,
}

/// What a diary is read with.
#[derive(Debug, Clone, Copy)]
pub struct Measure<'a> {
    /// The diary.
    pub diary: &'a Diary,
    /// Its days as numbers.
    pub table: &'a DayTable,
    /// The person on the day.
    pub person: &'a Person<'a>,
}

/// The days of a window that say anything about a column.
struct Days {
    /// The answers, the newest first.
    cells: Vec<f64>,
    /// The answers and, on days with an unknown part, the part that is known.
    bounds: Vec<f64>,
}

impl Measure<'_> {
    /// Reads the aims of a card: the first that has enough answered days counts.
    pub fn read(&self, aims: &[Aim]) -> Reading {
        let mut first: Option<TooLittle> = None;
        for aim in aims {
            match self.read_one(aim) {
                Reading::TooLittle(missing) => {
                    first.get_or_insert(missing);
                }
                reading => return reading,
            }
        }
        first.map_or(Reading::NotMeasured, Reading::TooLittle)
    }

    fn read_one(&self, aim: &Aim) -> Reading {
        match aim {
            Aim::NoAim { .. } => Reading::NotMeasured,
            Aim::Course { kind, classes, .. } => {
                // A kind that goes on under a name nobody knows may well be what is meant.
                let today = self.person.today;
                let mut running = self.diary.courses().filter(|course| course.phase(today) == Phase::During);
                let is_one = |course: &Course| match self.person.class_of(course.id) {
                    Some(class) => classes.contains(class),
                    None => course.kind == *kind,
                };
                if running.any(is_one) { Reading::Met } else { Reading::NotMeasured }
            }
            Aim::AtLeast { stat, number, unit, .. } => {
                self.against(aim, *stat, Goal { number: *number, far: *number, unit, toward: Toward::AtLeast })
            }
            Aim::AtMost { stat, number, unit, .. } => {
                self.against(aim, *stat, Goal { number: *number, far: *number, unit, toward: Toward::AtMost })
            }
            Aim::DistinctPlants { number, .. } => {
                self.newest(aim, Goal { number: *number, far: *number, unit: "kinds", toward: Toward::AtLeast })
            }
            Aim::Share { at_most, .. } => {
                self.newest(aim, Goal { number: *at_most, far: *at_most, unit: SHARE, toward: Toward::AtMost })
            }
            Aim::Intake { nutrient, side, far_at, .. } => self.intake(aim, nutrient, *side, *far_at),
            Aim::SleepHours { low, high, low_under_18, high_under_18, .. } => {
                let young = self.person.age().is_some_and(|age| age < ADULT_AGE);
                let (low, high) = if young { (*low_under_18, *high_under_18) } else { (*low, *high) };
                let at = |number, toward| Goal { number, far: number, unit: "h", toward };
                match self.against(aim, Stat::MeanPerDay, at(low, Toward::AtLeast)) {
                    Reading::Met => self.against(aim, Stat::MeanPerDay, at(high, Toward::AtMost)),
                    reading => reading,
                }
            }
        }
    }

    fn intake(&self, aim: &Aim, nutrient: &str, side: Side, far_at: f64) -> Reading {
        let person = intakes::Person::in_year(self.person.profile, self.person.today.year());
        let (intake, toward) = match side {
            Side::Reach => {
                let authority = self.diary.settings().reference;
                let other = [authority, Reference::Efsa];
                let found = other.into_iter().find_map(|authority| intakes::reference(nutrient, &person, authority));
                (found, Toward::AtLeast)
            }
            Side::StayBelow => (intakes::upper(nutrient, &person), Toward::AtMost),
        };
        let Some(intake) = intake else { return Reading::NotMeasured };
        let unit = format!("{} a day", unit_of(nutrient, side));
        // What pills bring counts against a lack; the column of a limit holds its pills itself.
        let pills = if side == Side::Reach { self.pills(nutrient) } else { 0.0 };
        let far = far_at * intake.amount - pills;
        let goal = Goal { number: intake.amount, far, unit: &unit, toward };
        match self.against(aim, Stat::MeanPerDay, goal) {
            Reading::Far(distance) => {
                Reading::Far(Distance { source: intake.source.to_owned(), now: distance.now + pills, ..distance })
            }
            reading => reading,
        }
    }

    /// How much of a nutrient a day the running courses bring, as far as their doses can be read.
    fn pills(&self, nutrient: &str) -> f64 {
        let counted = self.person.running().filter(|medicine| {
            let class = medicines::class(&medicine.found.medicine.class);
            class.is_some_and(|class| class.counts_as.as_deref() == Some(nutrient))
        });
        counted.filter_map(|medicine| intakes::daily_dose(medicine.course, nutrient)).sum()
    }

    /// The answered days of a window as one number, against a goal.
    fn against(&self, aim: &Aim, stat: Stat, goal: Goal<'_>) -> Reading {
        let Some(window) = aim.window() else { return Reading::NotMeasured };
        let days = self.days(window.column, window.days);
        let needed = usize::from(window.needed);
        if days.cells.len() >= needed && goal.is_missed_by(combine(stat, &days.cells)) {
            return self.far(aim, goal, combine(stat, &days.cells), (days.cells.len(), false));
        }
        let above = goal.toward == Toward::AtMost && days.bounds.len() >= needed;
        if above && goal.is_missed_by(combine(stat, &days.bounds)) {
            return self.far(aim, goal, combine(stat, &days.bounds), (days.bounds.len(), true));
        }
        if days.cells.len() >= needed { Reading::Met } else { self.too_little(aim, days.cells.len()) }
    }

    /// The newest value of a window, against a goal.
    fn newest(&self, aim: &Aim, goal: Goal<'_>) -> Reading {
        let Some(window) = aim.window() else { return Reading::NotMeasured };
        let days = self.days(window.column, window.days);
        let answered = days.cells.len();
        match days.cells.first() {
            Some(value) if answered >= usize::from(window.needed) => {
                if goal.is_missed_by(*value) {
                    self.far(aim, goal, *value, (answered, false))
                } else {
                    Reading::Met
                }
            }
            _ => self.too_little(aim, answered),
        }
    }

    /// A number of the diary that triggers a card: how it lies above its threshold, if it does.
    pub fn triggered(&self, column: &str, stat: Stat, at_least: f64, days: (u16, u16)) -> Option<Distance> {
        let found = self.days(column, days.0);
        let now = combine(stat, &found.cells);
        if found.cells.len() < usize::from(days.1) || now < at_least {
            return None;
        }
        let unit = self.unit(column);
        Some(Distance {
            column: column.to_owned(),
            label: self.label(column),
            now,
            at_least: false,
            aim: at_least,
            is_aim: false,
            toward: Toward::AtMost,
            unit: with_time(&unit, stat),
            share: ((now - at_least) / now.max(f64::EPSILON)).clamp(0.0, 1.0),
            answered: found.cells.len(),
            window_days: usize::from(days.0),
            source: String::new(),
        })
    }

    fn far(&self, aim: &Aim, goal: Goal<'_>, now: f64, (answered, at_least): (usize, bool)) -> Reading {
        let Some(window) = aim.window() else { return Reading::NotMeasured };
        let size = if goal.toward == Toward::AtLeast { goal.number } else { now };
        Reading::Far(Distance {
            column: window.column.to_owned(),
            label: self.label(window.column),
            now,
            at_least,
            aim: goal.number,
            is_aim: true,
            toward: goal.toward,
            unit: goal.unit.to_owned(),
            share: ((goal.number - now).abs() / size.max(f64::EPSILON)).clamp(0.0, 1.0),
            answered,
            window_days: usize::from(window.days),
            source: aim.source().map_or_else(String::new, |(source, _)| source.to_owned()),
        })
    }

    fn too_little(&self, aim: &Aim, answered: usize) -> Reading {
        let Some(window) = aim.window() else { return Reading::NotMeasured };
        Reading::TooLittle(TooLittle {
            column: window.column.to_owned(),
            label: self.label(window.column),
            answered,
            needed: usize::from(window.needed),
            window_days: usize::from(window.days),
        })
    }

    fn days(&self, key: &str, window_days: u16) -> Days {
        let mut days = Days { cells: Vec::new(), bounds: Vec::new() };
        let (Some(position), today) = (self.table.position(key), self.person.today) else { return days };
        let Some(column) = self.table.columns.get(position.0) else { return days };
        for row in (0..i32::from(window_days)).filter_map(|ago| self.table.row(today.plus(-ago))) {
            days.cells.extend(column.cells.get(row).copied().flatten());
            days.bounds.extend(self.table.lower_bound(position, row));
        }
        days
    }

    fn label(&self, key: &str) -> String {
        if let Some(column) = self.table.column(key) {
            return column.label.clone();
        }
        // A diary without foods has no columns of foods, but they have names.
        let known = columns::every(self.diary.catalogue()).into_iter().find(|column| column.key == key);
        known.map_or_else(|| key.to_owned(), |column| column.label)
    }

    fn unit(&self, key: &str) -> String {
        self.table.column(key).map_or_else(String::new, |column| column.unit.clone())
    }
}

/// What a number is held against.
#[derive(Clone, Copy)]
struct Goal<'a> {
    /// The aim.
    number: f64,
    /// From where on the diary is far from it.
    far: f64,
    unit: &'a str,
    toward: Toward,
}

impl Goal<'_> {
    fn is_missed_by(&self, now: f64) -> bool {
        match self.toward {
            Toward::AtLeast => now < self.far,
            Toward::AtMost => now > self.far,
        }
    }
}

fn combine(stat: Stat, values: &[f64]) -> f64 {
    if values.is_empty() {
        return 0.0;
    }
    let share = |sum: f64| sum / values.len() as f64;
    match stat {
        Stat::MeanPerDay => share(values.iter().sum()),
        Stat::SumPerWeek => 7.0 * share(values.iter().sum()),
        Stat::DaysPerWeek(least) => 7.0 * share(values.iter().filter(|value| **value >= least).count() as f64),
    }
}

fn with_time(unit: &str, stat: Stat) -> String {
    let time = match stat {
        Stat::MeanPerDay => "a day",
        Stat::SumPerWeek => "a week",
        Stat::DaysPerWeek(_) => "days a week",
    };
    format!("{unit} {time}").trim_start().to_owned()
}

fn unit_of(nutrient: &str, side: Side) -> &'static str {
    let table = intakes::table();
    let unit = match side {
        Side::Reach => table.reference.iter().find(|it| it.key == nutrient).map(|it| it.unit.as_str()),
        Side::StayBelow => table.upper.iter().find(|it| it.key == nutrient).map(|it| it.unit.as_str()),
    };
    unit.unwrap_or_default()
}
