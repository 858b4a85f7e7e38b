//! A diary made up for one case of advice, by days before today, and the persons it is about.

use gutskin::columns::tabulate;
use gutskin::edit::{Command, EntryDraft};
use gutskin::evidence::safety::{Flag, Level, flags};
use gutskin::evidence::suggest::{Advice, Ground, advise};
use gutskin::model::course::{Course, CourseId, CourseKind};
use gutskin::model::diary::Diary;
use gutskin::model::entry::EntryKind;
use gutskin::model::profile::{Condition, Profile, SafetyQuestion};
use gutskin::model::text::Name;
use gutskin::model::value::Value;

use super::commands::{answer, carry_out, key, today};

/// A diary being filled in by days before today.
#[derive(Default)]
pub struct Case(pub Diary);

impl Case {
    pub fn on(mut self, ago: i32, name: &str, value: f64) -> Self {
        carry_out(&mut self.0, answer(today().plus(-ago), name, Value::Number(value))).unwrap();
        self
    }

    pub fn tick(mut self, ago: i32, name: &str, yes: bool) -> Self {
        carry_out(&mut self.0, answer(today().plus(-ago), name, Value::YesNo(yes))).unwrap();
        self
    }

    /// This many stools of a form on a day.
    pub fn stools(mut self, ago: i32, form: f64, count: usize) -> Self {
        let mut draft = EntryDraft::new(EntryKind::Stool);
        draft.answers.set(&key("stool"), Value::number(form));
        let drafts = vec![draft; count];
        carry_out(&mut self.0, Command::Log { day: today().plus(-ago), drafts }).unwrap();
        self
    }

    pub fn course(self, kind: CourseKind, from_ago: i32, to_ago: Option<i32>) -> Self {
        self.course_of(kind, "something", from_ago, to_ago)
    }

    pub fn course_of(mut self, kind: CourseKind, name: &str, from_ago: i32, to_ago: Option<i32>) -> Self {
        let course = Course {
            id: CourseId(0),
            kind,
            name: Name::new(name).unwrap(),
            start: today().plus(-from_ago),
            stop: to_ago.map(|ago| today().plus(-ago)),
            dose: String::new(),
            schedule: String::new(),
            regions: Vec::new(),
            after_effect_days: kind.usual_after_effect_days(),
            note: None,
        };
        carry_out(&mut self.0, Command::AddCourse { course }).unwrap();
        self
    }

    pub fn profile(mut self, profile: Profile) -> Self {
        carry_out(&mut self.0, Command::SetProfile { profile }).unwrap();
        self
    }

    pub fn flags(&self) -> Vec<Flag> {
        flags(&self.0, &tabulate(&self.0), today())
    }

    pub fn levels(&self) -> Vec<Level> {
        self.flags().iter().map(|flag| flag.level).collect()
    }

    pub fn advice(&self) -> Advice {
        let (diary, table, flags) = (&self.0, tabulate(&self.0), self.flags());
        advise(Ground { diary, table: &table, insights: None, flags: &flags, today: today() })
    }
}

/// Somebody with these conditions who answered the questions about eating with no.
pub fn person(conditions: &[Condition]) -> Profile {
    let no = [(SafetyQuestion::FoodWorry, false), (SafetyQuestion::EatingDisorder, false)];
    Profile { conditions: conditions.iter().copied().collect(), safety: no.into_iter().collect(), ..Profile::default() }
}

pub fn saying_yes(question: SafetyQuestion) -> Profile {
    let mut profile = person(Condition::ALL);
    profile.safety.insert(question, true);
    profile
}

/// Two weeks in which nearly everything is off its aim.
pub fn everything_off() -> Case {
    let low = [("fibre_g", 4.0), ("fermented", 0.0), ("emollient", 0.0)];
    let high = [("sugary", 9.0), ("ultra_processed", 9.0), ("alcohol_units", 4.0), ("stress", 8.0), ("itch", 7.0)];
    let mut case = Case::default().profile(person(Condition::ALL));
    for ago in 0..14 {
        case = case.stools(ago, 1.0, 1).on(ago, "sun_min", 300.0);
        for (name, value) in low.iter().chain(&high) {
            case = case.on(ago, name, *value);
        }
    }
    case.course(CourseKind::Topical, 20, None).course(CourseKind::Antibiotic, 3, None)
}
