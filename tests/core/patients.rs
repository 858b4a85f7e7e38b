//! Half a year of four people who do not exist, one for each of the commonest conditions: what the days ask of them, a treatment in
//! the middle, gaps, a flare now and then, a note for the doctor.

use gutskin::edit::{Command, EntryDraft, Place};
use gutskin::model::catalogue::Catalogue;
use gutskin::model::course::{Course, CourseId, CourseKind};
use gutskin::model::diary::Diary;
use gutskin::model::entry::EntryKind;
use gutskin::model::profile::{Condition, Profile, SafetyQuestion, Sex};
use gutskin::model::region::Region;
use gutskin::model::text::{Name, Note};
use gutskin::model::trackable::Kind;
use gutskin::model::value::Value;

use super::commands::{answer, carry_out, key, today};

/// Days of each diary.
const DAYS: i32 = 180;
/// The day, counted back from today, on which the treatment began.
const TREATED_FOR: i32 = 89;

/// How answers differ from day to day.
const SWAY: [f64; 13] = [0.0, 1.0, -1.0, 0.0, 2.0, -1.0, 0.0, 1.0, -2.0, 0.0, 1.0, 0.0, -1.0];

/// Somebody with one condition.
pub struct Patient {
    /// The condition.
    pub condition: Condition,
    /// What their days ask, the main sign first: key, the answer before the treatment, and after it.
    pub signs: &'static [(&'static str, f64, f64)],
    /// The treatment.
    pub course: (CourseKind, &'static str, &'static str),
    /// Places that are redder than others.
    pub places: &'static [Region],
}

/// One of each.
pub const PATIENTS: [Patient; 4] = [
    Patient {
        condition: Condition::Rosacea,
        signs: &[("redness", 3.0, 1.0), ("flushes", 3.0, 1.0), ("skin_pain", 4.0, 2.0), ("inflamed", 6.0, 2.0)],
        course: (CourseKind::Topical, "Ivermectin cream", "1 %, every evening"),
        places: &[Region::Nose, Region::LeftCheek, Region::RightCheek],
    },
    Patient {
        condition: Condition::Acne,
        signs: &[("inflamed", 12.0, 6.0), ("nodules", 1.0, 0.0), ("pustules", 5.0, 2.0), ("comedones", 24.0, 18.0)],
        course: (CourseKind::Topical, "Adapalene and benzoyl peroxide gel", "0.1 % and 2.5 %, every evening"),
        places: &[Region::Forehead, Region::Chin],
    },
    Patient {
        condition: Condition::AtopicDermatitis,
        signs: &[("itch", 7.0, 4.0), ("sleep_loss", 5.0, 2.0), ("redness", 3.0, 2.0), ("dryness", 3.0, 2.0)],
        course: (CourseKind::Topical, "Tacrolimus ointment", "0.1 %, twice a week"),
        places: &[Region::LeftHand, Region::RightHand],
    },
    Patient {
        condition: Condition::Psoriasis,
        signs: &[("redness", 3.0, 1.0), ("thickness", 3.0, 1.0), ("scale", 3.0, 2.0), ("itch", 4.0, 3.0)],
        course: (CourseKind::Prescribed, "Methotrexate", "15 mg once a week, on Mondays"),
        places: &[],
    },
];

impl Patient {
    /// Their diary.
    pub fn diary(&self) -> Diary {
        let mut diary = Diary::default();
        let no = [(SafetyQuestion::FoodWorry, false), (SafetyQuestion::EatingDisorder, false)];
        let profile = Profile {
            conditions: [self.condition].into_iter().collect(),
            birth_year: Some(1984),
            sex: Some(Sex::Female),
            safety: no.into_iter().collect(),
            ..Profile::default()
        };
        carry_out(&mut diary, Command::SetProfile { profile }).unwrap();
        // Every seventh day is missing.
        for ago in (0..DAYS).filter(|ago| ago % 7 != 5) {
            self.log_day(&mut diary, ago);
        }
        let (kind, name, dose) = self.course;
        let course = Course {
            id: CourseId::NEW,
            kind,
            name: Name::new(name).unwrap(),
            dose: dose.to_owned(),
            schedule: String::new(),
            start: today().plus(-TREATED_FOR),
            stop: None,
            regions: Vec::new(),
            after_effect_days: kind.usual_after_effect_days(),
            note: None,
        };
        carry_out(&mut diary, Command::AddCourse { course }).unwrap();
        let note = Note::new("The skin around the mouth is sore since it began #doctor").unwrap();
        let draft = EntryDraft { text: Some(note), ..EntryDraft::new(EntryKind::Note) };
        carry_out(&mut diary, Command::Log { day: today().plus(-12), drafts: vec![draft] }).unwrap();
        diary
    }

    fn log_day(&self, diary: &mut Diary, ago: i32) {
        let day = today().plus(-ago);
        let mut log = |name: &str, value: f64| {
            carry_out(diary, answer(day, name, Value::Number(value))).unwrap();
        };
        // A little more or less from day to day, in a row of its own for each sign.
        let sway = |place: usize| SWAY[(usize::try_from(ago).unwrap() * 4 + place * 5) % SWAY.len()];
        for (place, (name, before, after)) in self.signs.iter().enumerate() {
            let usual = if ago <= TREATED_FOR { *after } else { *before };
            log(name, (usual + sway(place)).clamp(0.0, most(name)));
        }
        log("bloating", 3.0 + sway(5));
        log("stress", 4.0 + 2.0 * sway(6));
        log("sleep_hours", 7.0 + sway(7));
        let mut stool = EntryDraft::new(EntryKind::Stool);
        stool.answers.set(&key("stool"), Value::number(4.0 + sway(8)));
        carry_out(diary, Command::Log { day, drafts: vec![stool] }).unwrap();
        carry_out(diary, answer(day, "flare", Value::YesNo(ago % 17 == 3))).unwrap();
        for region in self.places {
            let place = Place::Main { kind: EntryKind::SkinCheck, region: Some(*region) };
            let value = Some(Value::Number(2.0 + sway(9)));
            carry_out(diary, Command::Answer { day, place, key: key("redness"), value }).unwrap();
        }
    }
}

/// The most that can be answered.
fn most(name: &str) -> f64 {
    match Catalogue::default().get(name).unwrap().kind {
        Kind::Grade => 4.0,
        Kind::Score => 10.0,
        _ => 100.0,
    }
}
