//! Rules of the table of medicines over the courses of a diary. Nothing here starts, stops or changes a medicine.

use std::collections::BTreeSet;

use super::flag::{Flag, Mark, Source};
use super::level::{Level, Silenced};
use super::raised::Raised;
use super::reader::Reader;
use super::rules::MedicineRules;
use super::when::{Is, OnDay};
use crate::evidence::situation::{MedicineCourse, Situation};
use crate::intakes;
use crate::medicines::{ClassId, MedicineRule, Trigger};
use crate::model::course::{CourseId, Phase};

/// A flag of a medicine rule, with what it is about.
struct About {
    flag: Flag,
    /// When two rules are about the same, the more urgent one speaks.
    subject: Option<Subject>,
}

/// What a rule is about.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Subject {
    courses: BTreeSet<CourseId>,
    /// What of a single course: kinds of triggers with the columns they read. Of two courses all rules are about their meeting.
    what: Vec<String>,
}

/// The flags of all medicines that run or ended lately. Of two rules about the same two courses, or about the same reading beside
/// the same course, the more urgent one is there. What another rule says of the same
/// reading, as urgently, whatever is taken, is not said again.
pub(super) fn flags(
    reader: &Reader<'_>,
    rules: &MedicineRules,
    said_elsewhere: &dyn Fn(&Trigger) -> Option<Level>,
) -> Vec<Flag> {
    let mut found: Vec<About> = Vec::new();
    for own in &reader.person.medicines {
        for rule in own.found.medicine.rules() {
            let Some(about) = about(reader, rules, own, rule) else { continue };
            let is_said = |trigger: &Trigger| said_elsewhere(trigger).is_some_and(|level| level <= about.flag.level);
            if rule.when.iter().any(is_said) {
                continue;
            }
            // Two courses of one class say the same once.
            if found.iter().all(|known| known.flag.id != about.flag.id) {
                found.push(about);
            }
        }
    }
    found.sort_by_key(|about| about.flag.level);
    let mut shown: Vec<About> = Vec::new();
    for about in found {
        let is_twin = about.subject.is_some() && shown.iter().any(|known| known.subject == about.subject);
        if !is_twin {
            shown.push(about);
        }
    }
    shown.into_iter().map(|about| about.flag).collect()
}

fn about(reader: &Reader<'_>, rules: &MedicineRules, own: &MedicineCourse<'_>, rule: &MedicineRule) -> Option<About> {
    let is_past = |trigger: &Trigger| matches!(trigger, Trigger::RecentlyStopped { .. });
    let runs = own.course.phase(reader.today()) == Phase::During;
    if runs == rule.when.iter().any(is_past) {
        return None;
    }
    let triggers = rule.when.iter().map(|trigger| holds(reader, rules, own, trigger));
    let raised = reader.of_course(own.course).and(Raised::all(triggers)?);
    let level = rules.levels.iter().find(|(_, of, _)| *of == rule.level).map(|(.., level)| *level)?;
    let says_pregnancy =
        rule.when.iter().any(|trigger| matches!(trigger, Trigger::Pregnant | Trigger::TryingToConceive));
    let pregnancy_gates = says_pregnancy && rules.close_pregnancy_gates.contains(&level);
    let mark = if rule.seen { Mark::Verified } else { Mark::General };
    let subject = subject(&raised.courses, &rule.when);
    let source = vec![Source { words: rule.source.clone(), mark }];
    let keeps_closed = Silenced { pregnancy_gates, ..Silenced::default() };
    let flag = super::flag_from(&rule.id, level, &rule.words, source, raised);
    Some(About { flag: Flag { keeps_closed, ..flag }, subject })
}

fn subject(courses: &[CourseId], when: &[Trigger]) -> Option<Subject> {
    let courses: BTreeSet<CourseId> = courses.iter().copied().collect();
    if courses.len() > 1 {
        return Some(Subject { courses, what: Vec::new() });
    }
    let what: Option<Vec<String>> = when.iter().map(reading).collect();
    what.map(|what| Subject { courses, what })
}

/// What a trigger reads in the entries; `None` for one that reads the person or the course.
fn reading(trigger: &Trigger) -> Option<String> {
    match trigger {
        Trigger::Alcohol { .. } => Some("alcohol".to_owned()),
        Trigger::Mood { .. } => Some("mood".to_owned()),
        Trigger::Sun { .. } => Some("sun".to_owned()),
        Trigger::Column { column, .. } => Some(format!("column {column}")),
        Trigger::Warning(key) => Some(format!("warning {key}")),
        Trigger::WithFood(food) => Some(format!("food {food:?}")),
        Trigger::OverLimit(key) => Some(format!("limit {key}")),
        _ => None,
    }
}

/// Why a trigger holds for a course; `None` if it does not.
fn holds(reader: &Reader<'_>, rules: &MedicineRules, own: &MedicineCourse<'_>, trigger: &Trigger) -> Option<Raised> {
    let today = reader.today();
    let is = |situation: &Situation| reader.person.is(situation).then(Raised::default);
    let days =
        |key: &str, is: Is, on: u16, of: i32| reader.days(&OnDay::Value(key.to_owned(), is), usize::from(on), of, 0);
    match trigger {
        Trigger::Always => Some(Raised::default()),
        Trigger::Pregnant => reader.says("pregnant"),
        Trigger::TryingToConceive => reader.says("trying"),
        Trigger::Breastfeeding => reader.says("breastfeeding"),
        Trigger::Under(age) => reader.under(i32::from(*age)),
        Trigger::Smoker => reader.says("smoking"),
        Trigger::Has(condition) => is(&Situation::Has(*condition)),
        Trigger::Says(question) => reader.says(question),
        Trigger::WithClass(classes) => with_class(reader, own, classes),
        Trigger::WithFood(food) => reader.days(&OnDay::Food(*food), 1, rules.food_days, 0),
        Trigger::Alcohol { units, window_days } => {
            reader.sum(&rules.alcohol, Is::AtLeast(*units), 1, i32::from(*window_days))
        }
        Trigger::Mood { at_most, days: on, window_days } => {
            days(&rules.mood, Is::AtMost(*at_most), *on, i32::from(*window_days))
        }
        Trigger::Sun { minutes } => days(&rules.sun, Is::AtLeast(*minutes), 1, rules.sun_days),
        Trigger::Column { column, at_least, days: on, window_days } => {
            days(column, Is::AtLeast(*at_least), *on, i32::from(*window_days))
        }
        Trigger::Warning(key) => reader.ticked(key, rules.warning_days),
        Trigger::RecentlyStopped { days } => {
            let stop = own.course.stop.filter(|stop| *stop < today)?;
            (today.days_since(stop) <= i32::from(*days)).then(Raised::default)
        }
        Trigger::RunningFor { days } => {
            let ran = today.days_since(own.course.start);
            (ran >= i32::from(*days)).then(|| Raised::said(format!("It has run for {ran} days.")))
        }
        Trigger::OverLimit(key) => {
            let (rule, nutrient) = (reader.rules.limit.as_ref()?, intakes::upper_nutrient(key)?);
            Some(reader.over_limit(rule, nutrient)?.raised)
        }
    }
}

fn with_class(reader: &Reader<'_>, own: &MedicineCourse<'_>, classes: &[ClassId]) -> Option<Raised> {
    let others = reader
        .person
        .running()
        .filter(|other| other.course.id != own.course.id && classes.contains(&other.found.medicine.class));
    Raised::any(others.map(|other| Some(reader.of_course(other.course))))
}
