//! What an outcome is about: skin, gut, or something else. What is said about skin is said about skin only.

use gutskin::analysis::engine::Plan;
use gutskin::columns::tabulate;
use gutskin::edit::{Command, JournalOp};
use gutskin::evidence::related::{Pair, related};
use gutskin::evidence::situation::Person;
use gutskin::model::body_system::BodySystem;
use gutskin::model::catalogue::Catalogue;
use gutskin::model::diary::Diary;
use gutskin::model::entry::EntryKind;
use gutskin::model::export::Export;
use gutskin::model::profile::{Condition, Profile};
use gutskin::model::text::Name;
use gutskin::model::trackable::{Aggregate, Direction, Kind, Role as Purpose, Trackable};
use gutskin::model::value::Value;
use gutskin::report::doctor::{ReportRequest, build};
use gutskin::report::document::Block;
use gutskin::storage::ReadOnly;

use super::commands::{answer, carry_out, key, today};
use super::folder::{open, photograph, temporary, tidied};

/// An own outcome that was made when nobody could say what it is about.
fn own_outcome(name: &str, label: &str) -> Trackable {
    Trackable {
        key: key(name),
        label: Name::new(label).unwrap(),
        kind: Kind::Score,
        direction: Direction::WorseUp,
        role: Purpose::Outcome,
        carried_by: EntryKind::Own,
        aggregate: Aggregate::Worst,
        hidden: false,
        body_system: None,
    }
}

/// A month in which joints, itch, belly and stress were answered, by somebody with psoriasis.
fn painful_joints() -> Diary {
    let mut diary = Diary::default();
    let profile = Profile { conditions: [Condition::Psoriasis].into(), ..Profile::default() };
    carry_out(&mut diary, Command::SetProfile { profile }).unwrap();
    carry_out(&mut diary, Command::PutTrackable { trackable: own_outcome("own_joint_pain", "Joint pain") }).unwrap();
    for ago in 0..30 {
        for name in ["own_joint_pain", "itch", "gut_pain", "stress"] {
            let value = Value::number(f64::from((ago * 7 + 3) % 10)).unwrap();
            carry_out(&mut diary, answer(today().plus(-ago), name, value)).unwrap();
        }
    }
    diary
}

/// The headings of a report, each with the names of the series drawn and the outcomes counted under it.
fn sections(diary: &Diary) -> Vec<(String, String)> {
    let request = ReportRequest::new(today().plus(-29), today(), today());
    let document = build(diary, &tabulate(diary), &request, &|_| true).unwrap();
    let mut sections: Vec<(String, String)> = Vec::new();
    for block in &document.blocks {
        match block {
            Block::Heading { text, .. } => sections.push((text.clone(), String::new())),
            Block::Figure(chart) => sections.last_mut().unwrap().1 += &chart.title,
            Block::Table(table) => {
                let rows: Vec<&str> = table.rows.iter().map(|row| row[0].as_str()).collect();
                sections.last_mut().unwrap().1 += &format!("[{}: {}]", table.caption, rows.join(", "));
            }
            _ => {}
        }
    }
    sections
}

#[test]
fn what_studies_say_about_skin_is_not_said_about_joints() {
    let diary = painful_joints();
    let table = tabulate(&diary);
    let person = Person::on(&diary, today());
    let cards = |outcome| {
        let pair = Pair { factor: "stress", outcome, effect: 1.0, lags: (1, 2) };
        related(&table, &person, pair, false).len()
    };
    assert!(cards("itch") > 0, "there are cards about stress and the skin");
    assert_eq!(cards("own_joint_pain"), 0);
}

#[test]
fn joints_stand_under_a_heading_of_their_own_in_the_report() {
    let sections = sections(&painful_joints());
    let of =
        |heading: &str| sections.iter().find(|(text, _)| text == heading).map(|(_, words)| words.as_str()).unwrap();
    assert!(!of("Skin over time").contains("Joint pain"), "{}", of("Skin over time"));
    assert!(of("Skin over time").contains("Itch"));
    assert!(of("Other outcomes over time").contains("Joint pain"));
    let (skin, others) = (of("Skin in detail"), of("Other outcomes in detail"));
    assert!(skin.contains("Itch") && !skin.contains("Joint pain"), "{skin}");
    assert!(others.starts_with("[Other outcomes over 30 days") && others.contains("Joint pain"), "{others}");
}

#[test]
fn joints_are_held_against_factors_and_explain_nothing() {
    let table = tabulate(&painful_joints());
    let place = |key: &str| table.position(key).unwrap();
    let (joints, itch, belly) = (place("own_joint_pain"), place("itch"), place("gut_pain"));
    let pairs = Plan::of_diary(&table).pairs;
    assert!(pairs.contains(&(place("stress"), joints)));
    assert!(pairs.contains(&(belly, itch)));
    assert!(!pairs.contains(&(belly, joints)) && pairs.iter().all(|(factor, _)| *factor != joints));
}

#[test]
fn an_own_outcome_is_about_what_the_person_says_else_about_what_its_entry_is() {
    let mut diary = Diary::default();
    carry_out(&mut diary, answer(today(), "itch", Value::number(1.0).unwrap())).unwrap();
    for (name, carried_by, said, expected) in [
        ("own_a", EntryKind::Own, None, BodySystem::Other),
        ("own_b", EntryKind::SkinCheck, None, BodySystem::Skin),
        ("own_c", EntryKind::GutCheck, None, BodySystem::Gut),
        ("own_d", EntryKind::Own, Some(BodySystem::Skin), BodySystem::Skin),
        ("own_e", EntryKind::Own, Some(BodySystem::Gut), BodySystem::Gut),
        ("own_f", EntryKind::SkinCheck, Some(BodySystem::Other), BodySystem::Other),
    ] {
        let trackable = Trackable { carried_by, ..own_outcome(name, name) };
        let trackable = said.map_or(trackable.clone(), |system| trackable.about(system));
        carry_out(&mut diary, Command::PutTrackable { trackable }).unwrap();
        assert!(tabulate(&diary).column(name).unwrap().is_outcome_of(expected), "{name}");
    }
}

#[test]
fn every_outcome_of_the_program_says_what_it_is_about() {
    for known in Catalogue::default().iter().filter(|known| known.role == Purpose::Outcome) {
        let system = gutskin::model::builtin::body_system(known.key.as_str()).unwrap();
        // Asked beside the skin, since the same disease stiffens joints and tires; and they are not the skin.
        let expected = match known.key.as_str() {
            "morning_stiffness" | "fatigue" => BodySystem::Other,
            _ => BodySystem::of_carrier(known.carried_by),
        };
        assert_eq!(system, expected, "{}", known.key);
        // Renamed it stays what it is, and its file needs no field for that.
        let renamed = Trackable { label: Name::new("My own word").unwrap(), ..known.clone() };
        assert_eq!((renamed.body_system, Catalogue::body_system(&renamed)), (None, system), "{}", known.key);
    }
    assert_eq!(gutskin::model::builtin::body_system("stress"), None);
}

/// The file of own trackables of a diary with one own outcome.
fn catalogue_file(trackable: Trackable) -> String {
    let (place, diary) = saved(trackable);
    assert_eq!(open(place.path()).diary, diary, "it reads back");
    let photo = photograph(place.path());
    String::from_utf8(photo[std::path::Path::new("catalog.ron")].clone()).unwrap()
}

fn saved(trackable: Trackable) -> (tempfile::TempDir, Diary) {
    let mut diary = Diary::default();
    let steps: Vec<Vec<JournalOp>> = vec![carry_out(&mut diary, Command::PutTrackable { trackable }).unwrap()];
    let place = temporary();
    tidied(place.path(), &diary, &steps);
    (place, diary)
}

#[test]
fn a_file_in_which_nothing_new_is_said_is_as_it_was_before() {
    for trackable in [own_outcome("own_a", "A"), own_outcome("own_a", "A").about(BodySystem::Other)] {
        let text = catalogue_file(trackable.clone());
        assert!(text.contains("schema: 1") && !text.contains("body_system"), "{text}");
        let (_place, diary) = saved(trackable);
        assert_eq!(Export::of(&diary).schema, 1);
    }
}

#[test]
fn a_file_that_an_older_program_would_take_for_damaged_says_that_it_is_newer() {
    let skin = own_outcome("own_a", "Burning").about(BodySystem::Skin);
    let text = catalogue_file(skin.clone());
    assert!(text.contains("schema: 2") && text.contains("body_system: Skin"), "{text}");
    let (place, diary) = saved(skin);
    assert_eq!(Export::of(&diary).schema, 2);
    // What a later program says beyond that is left alone just so.
    let path = place.path().join("catalog.ron");
    std::fs::write(&path, super::folder::summed(&text.replace("schema: 2", "schema: 9"))).unwrap();
    assert_eq!(open(place.path()).report.read_only, Some(ReadOnly::Newer { schema: 9 }));
}
