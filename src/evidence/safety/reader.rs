//! Reads a diary for rules: single days, windows of days, courses and the profile. Only the days of a window are ever looked at.

use super::days::Found;
use super::level::Level;
use super::raised::Raised;
use super::rules::Table;
use super::when::{CourseIs, OnDay, When};
use crate::columns::DayTable;
use crate::evidence::situation::{MedicineCourse, Person};
use crate::intakes;
use crate::medicines;
use crate::model::course::{Course, CourseKind, Phase};
use crate::model::diary::Diary;
use crate::model::profile::SafetyQuestion;
use crate::model::time::Day;
use crate::words::one_of;

/// A diary on a day, as rules read it.
pub(super) struct Reader<'a> {
    pub diary: &'a Diary,
    pub table: &'a DayTable,
    pub person: &'a Person<'a>,
    pub rules: &'static Table,
    /// For whom upper limits are looked up.
    pub intakes: intakes::Person,
}

impl<'a> Reader<'a> {
    pub fn new(diary: &'a Diary, table: &'a DayTable, person: &'a Person<'a>, rules: &'static Table) -> Self {
        let intakes = intakes::Person::in_year(person.profile, person.today.year());
        Self { diary, table, person, rules, intakes }
    }

    pub fn today(&self) -> Day {
        self.person.today
    }

    /// A window of days, the newest first.
    pub fn window(&self, of: i32, before: i32) -> impl Iterator<Item = Day> + use<> {
        let today = self.person.today;
        (before..before.saturating_add(of)).map(move |ago| today.plus(-ago))
    }

    /// Why a condition holds at a level; `None` if it does not.
    pub fn read(&self, when: &When, level: Level) -> Option<Raised> {
        match when {
            When::All(parts) => Raised::all(parts.iter().map(|part| self.read(part, level))),
            When::Any(parts) => Raised::any(parts.iter().map(|part| self.read(part, level))),
            When::Not(part) => self.read(part, level).is_none().then(Raised::default),
            When::Ticked(key) => self.ticked(key, level.meaning()?.tick_days?),
            When::Days { day, on, of, before } => self.days(day, *on, *of, *before),
            When::Share { column, is, share, answered, of } => self.share(column, *is, *share, *answered, *of),
            When::Sum { column, is, answered, of } => self.sum(column, *is, *answered, *of),
            When::Mean { column, is, answered, of } => self.mean(column, *is, *answered, *of),
            When::MedianFell { column, by, of, before, answered } => {
                self.median_fell(column, *by, *of, *before, *answered)
            }
            When::Unanswered { column, of } => self.unanswered(column, *of),
            When::Says(question) => self.says(question),
            When::Under(years) => self.under(*years),
            When::Running(which) => self.course(which, 0, false),
            When::RunningOrEnded(which, days) => self.course(which, *days, true),
            When::FewFoods { fewer_than, logged, of } => self.few_foods(*fewer_than, *logged, *of),
        }
    }

    /// A question answered yes. An eating disorder counts as yes when it was not answered.
    pub fn says(&self, key: &str) -> Option<Raised> {
        let question = SafetyQuestion::from_key(key)?;
        let answer = self.person.profile.safety(question);
        match (answer, question) {
            (Some(true), _) => Some(Raised::said(format!("In About you: {} Yes.", question.text()))),
            (None, SafetyQuestion::EatingDisorder) => {
                Some(Raised::said(format!("In About you: {} Not answered.", question.text())))
            }
            _ => None,
        }
    }

    /// Younger than so many years.
    pub fn under(&self, years: i32) -> Option<Raised> {
        let age = self.person.age().filter(|age| *age < years)?;
        Some(Raised::said(format!("By the year of birth in About you: {age} years.")))
    }

    /// Courses that run, or that ended lately.
    fn course(&self, which: &CourseIs, days: i32, or_ended: bool) -> Option<Raised> {
        let today = self.today();
        let holds = |course: &Course| match (course.phase(today), course.stop) {
            (Phase::During, _) => true,
            (Phase::Before, _) | (_, None) => false,
            (_, Some(stop)) => or_ended && today.days_since(stop) <= days,
        };
        let meant: Vec<&Course> = match which {
            CourseIs::Kind(kind) => self.of_kind(*kind).into_iter().filter(|course| holds(course)).collect(),
            CourseIs::Class(class) => {
                self.medicines(|medicine| medicine.found.medicine.class == *class && holds(medicine.course))
            }
            CourseIs::LowersMood => self.medicines(|medicine| {
                let class = medicines::class(&medicine.found.medicine.class);
                class.is_some_and(|class| class.mood) && holds(medicine.course)
            }),
        };
        if meant.is_empty() {
            return None;
        }
        let names: Vec<&str> = meant.iter().map(|course| course.name.as_str()).collect();
        let raised = meant.iter().map(|course| Some(self.of_course(course)));
        let mut raised = Raised::all(raised)?;
        raised.fills.insert("name", one_of(&names));
        Some(raised)
    }

    fn medicines(&self, holds: impl Fn(&MedicineCourse<'a>) -> bool) -> Vec<&'a Course> {
        self.person.medicines.iter().filter(|medicine| holds(medicine)).map(|medicine| medicine.course).collect()
    }

    /// Courses of a kind, as entered or by the medicine that the name names.
    fn of_kind(&self, kind: CourseKind) -> Vec<&'a Course> {
        let by_medicine = self.medicines(|medicine| {
            let class = medicines::class(&medicine.found.medicine.class);
            class.is_some_and(|class| class.kind == kind) && medicine.course.kind != kind
        });
        self.diary.courses().filter(|course| course.kind == kind).chain(by_medicine).collect()
    }

    /// What is said of a course that raised something.
    pub fn of_course(&self, course: &Course) -> Raised {
        let today = self.today();
        let (words, day) = match course.stop.filter(|stop| *stop < today) {
            Some(stop) => (format!("{}: ended on {}.", course.name, stop.brief(today)), stop),
            None => (format!("{}: since {}.", course.name, course.start.brief(today)), course.start),
        };
        Raised { days: vec![day], courses: vec![course.id], ..Raised::said(words) }
    }

    /// Few different foods on enough days.
    fn few_foods(&self, fewer_than: usize, logged: usize, of: i32) -> Option<Raised> {
        let mut foods = std::collections::BTreeSet::new();
        let mut days = Vec::new();
        for page in self.window(of, 0).filter_map(|day| self.diary.day_record(day)) {
            let lines = || page.entries.iter().flat_map(|entry| &entry.foods);
            if lines().next().is_some() {
                days.push(page.date);
            }
            foods.extend(lines().map(|line| line.food));
        }
        if days.len() < logged || foods.len() >= fewer_than {
            return None;
        }
        let because = format!("{} different foods on {} days with foods of the last {of}.", foods.len(), days.len());
        // The shorter the list, the worse.
        let reading = fewer_than.saturating_sub(foods.len()) as f64;
        Some(Raised { days, reading, ..Raised::said(because) })
    }

    /// On enough days of a window something held.
    pub fn days(&self, test: &OnDay, on: usize, of: i32, before: i32) -> Option<Raised> {
        let found: Vec<Found> = self.window(of, before).filter_map(|day| self.on(test, day)).collect();
        (found.len() >= on.max(1)).then(|| self.told(&found, of, before))
    }
}
