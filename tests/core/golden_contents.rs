//! What the folders of earlier versions hold: one of everything that each schema can say, made again by commands.

use std::path::{Path, PathBuf};

use gutskin::edit::{Command, EntryDraft, plan};
use gutskin::model::body_system::BodySystem;
use gutskin::model::course::{Course, CourseId, CourseKind};
use gutskin::model::diary::Diary;
use gutskin::model::drink::Drink;
use gutskin::model::entry::EntryKind;
use gutskin::model::food_line::{FoodId, FoodLine};
use gutskin::model::pair_mark::PairMark;
use gutskin::model::pantry::{PantryItem, PantryItemId};
use gutskin::model::prespecified::PrespecifiedPair;
use gutskin::model::profile::{Condition, Profile, SafetyQuestion, Sex};
use gutskin::model::region::Region;
use gutskin::model::settings::{Reference, Settings};
use gutskin::model::text::{Name, Note};
use gutskin::model::time::{ClockTime, Day, DayEnd};
use gutskin::model::trackable::{Aggregate, Direction, Kind, Role, Trackable};
use gutskin::model::value::Value;

use super::commands::{answer, carry_out, key, put, today};
use super::golden_since_6::{with_a_look, with_a_photo, with_a_sitting};
use super::pantry_spec::stock;

fn name(text: &str) -> Name {
    Name::new(text).unwrap()
}

fn note(text: &str) -> Note {
    Note::new(text).unwrap()
}

fn draft(kind: EntryKind, answers: &[(&str, Value)]) -> EntryDraft {
    EntryDraft { answers: answers.iter().map(|(name, value)| (key(name), *value)).collect(), ..EntryDraft::new(kind) }
}

fn course(id: u32, label: &str, start: Day) -> Course {
    Course {
        id: CourseId(id),
        kind: CourseKind::Topical,
        name: name(label),
        start,
        stop: None,
        dose: "10 %".to_owned(),
        schedule: "evenings".to_owned(),
        regions: vec![Region::Nose, Region::Chin],
        after_effect_days: 7,
        note: Some(note("on dry skin")),
    }
}

fn own(label: &str, body_system: Option<BodySystem>) -> Trackable {
    Trackable {
        key: key("own_joint_pain"),
        label: name(label),
        kind: Kind::Amount { unit: "drops".to_owned(), most: 40.0, step: 0.5 },
        direction: Direction::WorseUp,
        role: Role::Outcome,
        body_system,
        carried_by: EntryKind::Own,
        aggregate: Aggregate::Worst,
        hidden: false,
    }
}

fn renamed(known: &str, label: &str) -> Trackable {
    Trackable { label: name(label), ..Diary::default().catalogue().get(known).unwrap().clone() }
}

fn february() -> Day {
    Day::from_ymd(2026, 2, 27).unwrap()
}

/// One of everything, over two months.
fn first() -> Vec<Command> {
    let number = Value::Number;
    let region = EntryDraft { region: Some(Region::Nose), ..draft(EntryKind::SkinCheck, &[("redness", number(3.0))]) };
    let bread = FoodLine { food: FoodId::FIRST_OWN, grams: 80.0, name: name("Seed bread") };
    let meal = EntryDraft {
        at: ClockTime::new(8, 5),
        text: Some(note("Breakfast")),
        foods: vec![bread, FoodLine { food: FoodId(63_203_010), grams: 150.5, name: name("Blueberries, raw") }],
        ..draft(EntryKind::Meal, &[("dairy", Value::YesNo(true))])
    };
    let day = vec![
        draft(EntryKind::SkinCheck, &[("redness", number(2.0)), ("itch", number(4.5))]),
        region,
        draft(EntryKind::Stool, &[("stool", number(4.0)), ("stool_blood", Value::YesNo(false))]),
        draft(EntryKind::Drink, &[("water_ml", number(750.0))]),
        meal,
        draft(EntryKind::Sleep, &[("bed_time", Value::Time(ClockTime::new(23, 40).unwrap()))]),
        EntryDraft {
            text: Some(note("wind, “dry” and cold\nKäse ✨ त्वचा")), ..EntryDraft::new(EntryKind::Note)
        },
        EntryDraft { text: Some(note("Cetirizine")), ..draft(EntryKind::Dose, &[]) },
    ];
    let settings = Settings {
        day_end: DayEnd::new(4).unwrap(),
        reference: Reference::Us,
        shows_energy: true,
        ..Settings::default()
    };
    let profile = Profile {
        conditions: [Condition::Rosacea, Condition::Acne].into(),
        birth_year: Some(1984),
        sex: Some(Sex::Female),
        safety: [(SafetyQuestion::FoodWorry, false), (SafetyQuestion::EatingDisorder, false)].into(),
        ..Profile::default()
    };
    let mark = PairMark { to_test: true, note: Some(note("in May")), ..PairMark::blank("dairy", "redness") };
    let pairs = vec![PrespecifiedPair::new("dairy", "redness"), PrespecifiedPair::new("stress", "itch")];
    let kept = stock().into_iter().map(|item| Command::KeepInPantry { item });
    let mut commands: Vec<Command> = kept.collect();
    commands.extend([
        Command::PutTrackable { trackable: own("Joint pain", None) },
        Command::PutTrackable { trackable: renamed("stress", "Strain") },
        Command::Log { day: february(), drafts: day.clone() },
        Command::Log { day: today(), drafts: day },
        answer(today(), "own_joint_pain", number(2.5)),
        Command::AddCourse { course: course(0, "Azelaic acid", february()) },
        Command::AddCourse { course: course(0, "Zinc", february().plus(3)) },
        Command::SetSettings { settings },
        Command::HideCard { card: "thirty-plants".to_owned(), reason: name("I know") },
        Command::MarkPair { mark },
        Command::NamePairs { pairs },
        Command::SetProfile { profile },
    ]);
    commands
}

/// Changes in every file, so that each has an earlier copy.
fn second() -> Vec<Command> {
    vec![
        answer(february(), "itch", Value::Number(6.0)),
        answer(today(), "itch", Value::Number(1.0)),
        answer(today().plus(-1), "mood", Value::Number(7.0)),
        Command::StopCourse { id: CourseId(1), on: today() },
        Command::PutTrackable { trackable: Trackable { hidden: true, ..renamed("palms", "Hands") } },
        Command::KeepInPantry { item: PantryItem::Favourite(FoodId(63_203_010)) },
        Command::MarkPair { mark: PairMark { hidden: true, ..PairMark::blank("alcohol", "itch") } },
    ]
}

/// What only the journal holds: one line of every kind that is put or taken away.
fn last() -> Vec<Command> {
    vec![
        answer(today().plus(-2), "redness", Value::Number(4.0)),
        Command::DeleteDay { day: today().plus(-1) },
        Command::AddCourse { course: course(0, "Green tea", today()) },
        Command::RemoveCourse { id: CourseId(2) },
        Command::PutTrackable { trackable: own("Knee pain", None) },
        Command::KeepInPantry {
            item: PantryItem::Drink(
                Drink::Water,
                FoodLine { food: FoodId(94_000_100), grams: 330.0, name: name("Water") },
            ),
        },
        Command::TakeFromPantry { id: PantryItemId::Drink(Drink::Tea) },
        Command::NamePairs { pairs: Vec::new() },
        Command::SetProfile { profile: Profile { birth_year: Some(1985), ..Profile::default() } },
    ]
}

/// The diary that `v1` holds.
fn everything() -> Diary {
    let mut diary = Diary::default();
    for command in [first(), second(), last()].concat() {
        carry_out(&mut diary, command).unwrap();
    }
    // As undoing does it.
    put(&mut diary, &undone_rename());
    diary
}

/// The stress that was renamed gets its own name back.
fn undone_rename() -> Vec<gutskin::edit::Change> {
    let rename = Command::PutTrackable { trackable: renamed("stress", "Strain") };
    plan(&Diary::default(), rename, today()).unwrap().into_iter().map(gutskin::edit::Change::inverse).collect()
}

/// The diary that `v2` holds: an own outcome of which is said what it is about.
fn with_joints() -> Diary {
    let mut diary = Diary::default();
    for command in joints() {
        carry_out(&mut diary, command).unwrap();
    }
    diary
}

fn joints() -> Vec<Command> {
    vec![
        Command::PutTrackable { trackable: own("Joint pain", Some(BodySystem::Other)) },
        answer(today(), "own_joint_pain", Value::Number(2.5)),
        answer(today(), "itch", Value::Number(3.0)),
        answer(today(), "itch", Value::Number(1.0)),
    ]
}

/// The diary that `v3` holds.
fn with_a_warning() -> Diary {
    let mut diary = Diary::default();
    let cheek = draft(EntryKind::SkinCheck, &[("redness", Value::Number(3.0))]);
    let drafts = vec![
        EntryDraft { region: Some(Region::LeftCheek), ..cheek },
        draft(EntryKind::Warning, &[("warn_acne_fever", Value::YesNo(true))]),
        draft(EntryKind::SkinCheck, &[("itch", Value::Number(4.0))]),
    ];
    carry_out(&mut diary, Command::Log { day: Day::from_ymd(2026, 3, 10).unwrap(), drafts }).unwrap();
    diary
}

/// The diary that `v4` holds.
fn with_a_crease() -> Diary {
    let mut diary = Diary::default();
    let crease = draft(EntryKind::SkinCheck, &[("redness", Value::Number(3.0))]);
    let drafts = vec![
        EntryDraft { region: Some(Region::LeftElbowCrease), ..crease },
        draft(EntryKind::SkinCheck, &[("itch", Value::Number(4.0))]),
    ];
    carry_out(&mut diary, Command::Log { day: Day::from_ymd(2026, 3, 10).unwrap(), drafts }).unwrap();
    diary
}

/// What came with schema 5, each in one step.
pub fn since_5() -> Vec<Command> {
    let profile = Profile { conditions: [Condition::HidradenitisSuppurativa].into(), ..Profile::default() };
    vec![
        answer(today(), "rest_clear", Value::YesNo(true)),
        answer(today(), "draining", Value::Number(2.0)),
        answer(today(), "nails", Value::Number(1.0)),
        answer(today(), "scorad_redness", Value::Number(2.0)),
        Command::SetProfile { profile },
    ]
}

/// The diary that `v5` holds.
fn with_since_5() -> Diary {
    let mut diary = Diary::default();
    for command in since_5() {
        carry_out(&mut diary, command).unwrap();
    }
    diary
}

/// The folders of earlier versions, each with the diary that it holds.
pub fn all_golden() -> [(&'static str, Diary); 8] {
    [
        ("v1", everything()),
        ("v2", with_joints()),
        ("v3", with_a_warning()),
        ("v4", with_a_crease()),
        ("v5", with_since_5()),
        ("v6", with_a_photo()),
        ("v7", with_a_look()),
        ("v8", with_a_sitting()),
    ]
}

pub fn fixtures() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures/diaries")
}
