//! How a course of an antibiotic stands: how long its last dose is ago, what studies show, what to watch for, and how the diary
//! stands to what may help. Which cards speak of it, and of whom they are kept, stands in the cards.

use super::gate;
use super::measure::{Measure, Reading};
use super::safety::{Flag, silences};
use super::suggest::{BesideCourse, Running, beside};
use crate::columns::DayTable;
use crate::evidence::situation::Person;
use crate::medicines;
use crate::model::course::{Course, CourseKind, Phase};
use crate::model::diary::Diary;
use crate::model::time::Day;

/// Something to aim for after an antibiotic, and how the diary stands to it.
#[derive(Debug, Clone, PartialEq)]
pub struct Target {
    /// The card that speaks of it.
    pub beside: BesideCourse,
    /// How the diary stands to it.
    pub reading: Reading,
    /// Whether an amount may be shown to reach.
    pub shows_amounts: bool,
}

/// A course of an antibiotic that runs or may still act.
#[derive(Debug, Clone, PartialEq)]
pub struct Recovery {
    /// Days since its last day; `None` while it runs.
    pub days_since_last_dose: Option<i32>,
    /// The last day on which it may still act; `None` while it has no last day.
    pub acts_until: Option<Day>,
    /// What studies show, and what to watch for.
    pub studies: Vec<BesideCourse>,
    /// What may help.
    pub targets: Vec<Target>,
}

/// Whether a course is one of an antibiotic: by what the person entered, or by the medicine that its name names.
pub fn is_antibiotic(course: &Course) -> bool {
    let class = medicines::recognise(course.name.as_str()).and_then(|found| medicines::class(&found.medicine.class));
    course.kind == CourseKind::Antibiotic || class.is_some_and(|class| class.kind == CourseKind::Antibiotic)
}

/// How a course of an antibiotic stands on the day of a person; `None` for another course, and for one that does not act now.
pub fn recovery(
    course: &Course,
    diary: &Diary,
    table: &DayTable,
    flags: &[Flag],
    person: &Person<'_>,
) -> Option<Recovery> {
    let acts = matches!(course.phase(person.today), Phase::During | Phase::After);
    if !acts || !is_antibiotic(course) {
        return None;
    }
    let silenced = silences(flags);
    let days_since_last_dose = course.stop.map(|stop| person.today.days_since(stop)).filter(|days| *days >= 0);
    let acts_until = course.after_effect_until();
    let mut recovery = Recovery { days_since_last_dose, acts_until, studies: Vec::new(), targets: Vec::new() };
    if silenced.everything {
        return Some(recovery);
    }
    let measure = Measure { diary, table, person };
    let running = Running::find(diary, person.today);
    for beside in beside(course, person, silenced.trials, running.as_ref()) {
        let reading = measure.read(&beside.card.aim);
        if reading == Reading::NotMeasured {
            recovery.studies.push(beside);
        } else {
            let is_open = gate::access(beside.card, person) == gate::Access::Open;
            let shows_amounts = is_open && !silenced.diet_ideas && !silenced.all_tips;
            recovery.targets.push(Target { beside, reading, shows_amounts });
        }
    }
    Some(recovery)
}

impl Recovery {
    /// How long ago the last dose was, in words.
    pub fn since_words(&self) -> String {
        match self.days_since_last_dose {
            None => "The course is running.".to_owned(),
            Some(0) => "The last dose was today.".to_owned(),
            Some(1) => "1 day since the last dose.".to_owned(),
            Some(days) => format!("{days} days since the last dose."),
        }
    }
}

impl Target {
    /// How the diary stands to it, in words.
    pub fn words(&self) -> String {
        match &self.reading {
            Reading::NotMeasured => String::new(),
            Reading::Met => "What you log meets the aim.".to_owned(),
            Reading::Far(distance) if self.shows_amounts => distance.why(),
            Reading::Far(_) => String::new(),
            Reading::TooLittle(missing) => format!(
                "{} is answered on {} of at least {} of the last {} days: too few to say.",
                missing.label, missing.answered, missing.needed, missing.window_days
            ),
        }
    }
}
