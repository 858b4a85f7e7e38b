//! Somebody made up for one situation: the base person of the safety page, section 5, and what is different about them.

use std::collections::BTreeMap;

use gutskin::columns::tabulate;
use gutskin::edit::{Command, EntryDraft};
use gutskin::evidence::safety::{Flag, flags};
use gutskin::foods::meal_line::line;
use gutskin::model::course::{Course, CourseId, CourseKind};
use gutskin::model::decision::{Choice, Decision, DecisionId};
use gutskin::model::diary::Diary;
use gutskin::model::entry::EntryKind;
use gutskin::model::food_line::FoodId;
use gutskin::model::profile::{Condition, Profile, SafetyQuestion, Sex};
use gutskin::model::text::Name;
use gutskin::model::time::Day;
use gutskin::model::value::Value;

use crate::commands::{carry_out, key, today};

/// Days on which the base person answered.
pub const BASE_DAYS: i32 = 14;

/// A day of the base person: every answer on its target.
const ON_TARGET: &[(&str, f64)] = &[
    ("fibre_g", 30.0),
    ("plants", 6.0),
    ("fermented", 2.0),
    ("ultra_processed", 0.0),
    ("sugary", 0.0),
    ("water_ml", 2000.0),
    ("coffee_cups", 1.0),
    ("alcohol_units", 0.0),
    ("sleep_hours", 8.0),
    ("sleep_quality", 8.0),
    ("wakings", 0.0),
    ("itch_wakings", 0.0),
    ("stress", 2.0),
    ("mood", 7.0),
    ("gut_pain", 0.0),
    ("bloating", 0.0),
    ("wind", 0.0),
    ("reflux", 0.0),
    ("redness", 0.0),
    ("itch", 0.0),
    ("skin_pain", 0.0),
    ("dryness", 0.0),
    ("inflamed", 0.0),
    ("nodules", 0.0),
    ("palms", 0.0),
    ("flushes", 0.0),
    ("emollient", 2.0),
    ("nsaid", 0.0),
    ("antihistamine", 0.0),
    ("activity_min", 45.0),
    ("sun_min", 15.0),
    ("cigarettes", 0.0),
];

/// Somebody, by days before [`today`].
#[derive(Clone)]
pub struct Someone {
    profile: Profile,
    answers: BTreeMap<(i32, String), Value>,
    /// Forms of the stools of a day.
    stools: BTreeMap<i32, Vec<f64>>,
    /// Foods of a day, with their grams.
    foods: Vec<(i32, FoodId, f64)>,
    courses: Vec<Course>,
    decisions: Vec<(i32, Choice)>,
}

impl Someone {
    /// Age 35, both questions on food worry and all others answered no, no course, no condition; nothing is logged.
    pub fn silent() -> Self {
        let no = SafetyQuestion::ALL.iter().map(|question| (*question, false));
        let profile = Profile { safety: no.collect(), birth_year: Some(1991), ..Profile::default() };
        let (answers, stools) = (BTreeMap::new(), BTreeMap::new());
        Self { profile, answers, stools, foods: Vec::new(), courses: Vec::new(), decisions: Vec::new() }
    }

    /// The same, who answered on each of the last 14 days, with values on target, and had one stool of form 4 a day.
    pub fn base() -> Self {
        let mut someone = Self::silent();
        for ago in 0..BASE_DAYS {
            for (name, value) in ON_TARGET {
                someone = someone.on(ago, name, *value);
            }
            someone.stools.insert(ago, vec![4.0]);
        }
        someone
    }

    pub fn aged(mut self, years: i32) -> Self {
        self.profile.birth_year = u16::try_from(today().year() - years).ok();
        self
    }

    pub fn with(mut self, condition: Condition) -> Self {
        self.profile.conditions.insert(condition);
        self
    }

    pub fn sex(mut self, sex: Sex) -> Self {
        self.profile.sex = Some(sex);
        self
    }

    /// Answers yes.
    pub fn says(mut self, question: SafetyQuestion) -> Self {
        self.profile.safety.insert(question, true);
        self
    }

    /// Skips a question.
    pub fn skips(mut self, question: SafetyQuestion) -> Self {
        self.profile.safety.remove(&question);
        self
    }

    /// Whatever else the profile says.
    pub fn profile(mut self, change: impl FnOnce(&mut Profile)) -> Self {
        change(&mut self.profile);
        self
    }

    pub fn on(mut self, ago: i32, name: &str, value: f64) -> Self {
        self.answers.insert((ago, name.to_owned()), Value::Number(value));
        self
    }

    pub fn yes(mut self, ago: i32, name: &str) -> Self {
        self.answers.insert((ago, name.to_owned()), Value::YesNo(true));
        self
    }

    pub fn no(mut self, ago: i32, name: &str) -> Self {
        self.answers.insert((ago, name.to_owned()), Value::YesNo(false));
        self
    }

    /// The same number on each of some days before today.
    pub fn over(self, agos: impl IntoIterator<Item = i32>, name: &str, value: f64) -> Self {
        agos.into_iter().fold(self, |someone, ago| someone.on(ago, name, value))
    }

    /// Only the newest days are logged.
    pub fn only_newest_days(mut self, days: i32) -> Self {
        self.answers.retain(|(ago, _), _| *ago < days);
        self.stools.retain(|ago, _| *ago < days);
        self
    }

    /// Nobody answered this, on any day.
    pub fn without(mut self, name: &str) -> Self {
        self.answers.retain(|(_, known), _| known != name);
        self
    }

    /// Nobody answered this on some days.
    pub fn without_on(mut self, agos: impl IntoIterator<Item = i32>, name: &str) -> Self {
        for ago in agos {
            self.answers.remove(&(ago, name.to_owned()));
        }
        self
    }

    /// So many stools of a form on a day, in place of those of the base person.
    pub fn stools(mut self, ago: i32, form: f64, count: usize) -> Self {
        self.stools.insert(ago, vec![form; count]);
        self
    }

    /// So many stools on a day, of the form that those of the day have, else 4.
    pub fn more_stools(mut self, ago: i32, count: usize) -> Self {
        let form = self.stools.get(&ago).and_then(|forms| forms.first().copied()).unwrap_or(4.0);
        self.stools.insert(ago, vec![form; count]);
        self
    }

    /// The stools of a day, one if there is none, in another form.
    pub fn looser_stools(mut self, ago: i32, form: f64) -> Self {
        let count = self.stools.get(&ago).map_or(1, Vec::len);
        self.stools.insert(ago, vec![form; count]);
        self
    }

    /// No stool entry on some days.
    pub fn no_stools(mut self, agos: impl IntoIterator<Item = i32>) -> Self {
        for ago in agos {
            self.stools.remove(&ago);
        }
        self
    }

    /// A food of the table by its number.
    pub fn food(mut self, ago: i32, food: u32, grams: f64) -> Self {
        self.foods.push((ago, FoodId(food), grams));
        self
    }

    /// A course that runs since so many days.
    pub fn takes(self, name: &str, since: i32) -> Self {
        self.course(CourseKind::Prescribed, name, since, None, "")
    }

    /// A course that ended so many days ago, after 60 days.
    pub fn took(self, name: &str, ended: i32) -> Self {
        self.course(CourseKind::Prescribed, name, ended + 60, Some(ended), "")
    }

    pub fn course(mut self, kind: CourseKind, name: &str, since: i32, ended: Option<i32>, dose: &str) -> Self {
        self.courses.push(Course {
            id: CourseId::NEW,
            kind,
            name: Name::new(name).unwrap(),
            start: today().plus(-since),
            stop: ended.map(|ago| today().plus(-ago)),
            dose: dose.to_owned(),
            schedule: String::new(),
            regions: Vec::new(),
            after_effect_days: kind.usual_after_effect_days(),
            note: None,
        });
        self
    }

    /// Decided so many days ago.
    pub fn decided(mut self, ago: i32, choice: Choice) -> Self {
        self.decisions.push((ago, choice));
        self
    }

    /// Their diary.
    pub fn diary(&self) -> Diary {
        let mut diary = Diary::default();
        let mut apply = |command| drop(carry_out(&mut diary, command).unwrap());
        apply(Command::SetProfile { profile: self.profile.clone() });
        let mut days: BTreeMap<i32, BTreeMap<EntryKind, EntryDraft>> = BTreeMap::new();
        let catalogue = Diary::default();
        for ((ago, name), value) in &self.answers {
            let known = catalogue.catalogue().get(name).unwrap_or_else(|| panic!("no trackable {name}"));
            let drafts = days.entry(*ago).or_default();
            let draft = drafts.entry(known.carried_by).or_insert_with(|| EntryDraft::new(known.carried_by));
            draft.answers.set(&key(name), Some(*value));
        }
        for (ago, drafts) in days {
            apply(Command::Log { day: today().plus(-ago), drafts: drafts.into_values().collect() });
        }
        for (ago, forms) in &self.stools {
            let drafts = forms.iter().map(|form| {
                let mut draft = EntryDraft::new(EntryKind::Stool);
                draft.answers.set(&key("stool"), Value::number(*form));
                draft
            });
            apply(Command::Log { day: today().plus(-ago), drafts: drafts.collect() });
        }
        for (ago, food, grams) in &self.foods {
            let mut draft = EntryDraft::new(EntryKind::Meal);
            draft.foods.push(line(&Diary::default().pantry().clone(), *food, *grams).unwrap());
            apply(Command::Log { day: today().plus(-ago), drafts: vec![draft] });
        }
        for course in &self.courses {
            apply(Command::AddCourse { course: course.clone() });
        }
        for (ago, choice) in &self.decisions {
            let made = today().plus(-ago);
            apply(Command::Decide { decision: Decision { id: DecisionId::NEW, made, choice: choice.clone() } });
        }
        diary
    }

    /// What the rules say today.
    pub fn flags(&self) -> Vec<Flag> {
        self.flags_on(today())
    }

    /// What the rules say on a day.
    pub fn flags_on(&self, day: Day) -> Vec<Flag> {
        let diary = self.diary();
        flags(&diary, &tabulate(&diary), day)
    }

    /// What the rules say today, in short: `T oral-retinoid.pregnant`.
    pub fn short(&self) -> Vec<String> {
        self.flags().iter().map(short).collect()
    }
}

/// A flag in short: `T oral-retinoid.pregnant`.
pub fn short(flag: &Flag) -> String {
    format!("{} {}", flag.level.code(), flag.id)
}
