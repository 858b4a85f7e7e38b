//! How a course of an antibiotic stands: how long its last dose is ago, what studies show, what to watch for, and how the diary
//! stands to what may help. Which cards speak of it, and of whom they are kept, stands in the cards.

use super::gate;
use super::measure::{Measure, Reading};
use super::safety::{Flag, silences};
use super::suggest::{BesideCourse, beside};
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
    /// How long ago its last dose was and until when it may still act, in one sentence.
    pub standing: String,
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
    let standing = standing(course, person.today)?;
    let silenced = silences(flags);
    let mut recovery = Recovery { standing, studies: Vec::new(), targets: Vec::new() };
    if silenced.everything {
        return Some(recovery);
    }
    let measure = Measure { diary, table, person };
    for beside in beside(course, person) {
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

/// One sentence on a course of an antibiotic that runs or may still act on a day; `None` for any other.
pub fn standing(course: &Course, today: Day) -> Option<String> {
    let acts = matches!(course.phase(today), Phase::During | Phase::After) && is_antibiotic(course);
    acts.then(|| format!("{}: {}{}.", course.name, since_words(since_last_dose(course, today)), until_words(course)))
}

/// Days since the last day of a course; `None` while it runs.
fn since_last_dose(course: &Course, today: Day) -> Option<i32> {
    course.stop.map(|stop| today.days_since(stop)).filter(|days| *days >= 0)
}

fn since_words(days: Option<i32>) -> String {
    match days {
        None => "the course is running".to_owned(),
        Some(0) => "the last dose was today".to_owned(),
        Some(1) => "1 day since the last dose".to_owned(),
        Some(days) => format!("{days} days since the last dose"),
    }
}

fn until_words(course: &Course) -> String {
    course.after_effect_until().map_or_else(String::new, |until| format!("; it may still act until {}", until.short()))
}

impl Target {
    /// How the diary stands to it, in words.
    pub fn words(&self) -> String {
        match &self.reading {
            Reading::Met => "What you log meets the aim.".to_owned(),
            Reading::Far(distance) if self.shows_amounts => distance.why(),
            Reading::NotMeasured | Reading::Far(_) => String::new(),
            Reading::TooLittle(missing) => format!(
                "{} is answered on {} of at least {} of the last {} days: too few to say.",
                missing.label, missing.answered, missing.needed, missing.window_days
            ),
        }
    }
}
