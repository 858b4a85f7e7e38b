//! What a step is called in the menu and in what is said of it: the words of the screen, with unit and day, never a key.

use gutskin::edit::{Command, EntryDraft, Place, plan};
use gutskin::model::diary::Diary;
use gutskin::model::entry::{Card, EntryId, EntryKind};
use gutskin::model::pair_mark::PairMark;
use gutskin::model::region::Region;
use gutskin::model::settings::Settings;
use gutskin::model::text::{Name, Note, TextError};
use gutskin::model::trackable::Trackable;
use gutskin::model::value::Value;

use super::commands::{answer, carry_out, key, today};

fn number(number: f64) -> Value {
    Value::number(number).unwrap()
}

#[test]
fn an_answer_is_named_by_the_words_of_its_field_with_unit_and_day() {
    let mut diary = Diary::default();
    for (key, value, name) in [
        ("gut_pain", number(1.0), "Belly pain 1, 29 Mar"),
        ("fibre_g", number(12.0), "Fibre 12 g, 29 Mar"),
        ("sleep_hours", number(22.0 / 3.0), "Sleep 7:20 h, 29 Mar"),
        ("flare", Value::YesNo(true), "Flare yes, 29 Mar"),
    ] {
        let command = answer(today(), key, value);
        assert_eq!(command.label(&diary, today()), name);
        carry_out(&mut diary, command).unwrap();
    }
    let place = Place::Main { kind: EntryKind::SkinCheck, region: Some(Region::LeftCheek) };
    let cheek = |value| Command::Answer { day: today(), place, key: key("redness"), value };
    assert_eq!(cheek(Some(number(3.0))).label(&diary, today()), "Redness 3, left cheek, 29 Mar");
    assert_eq!(cheek(None).label(&diary, today()), "clearing Redness, left cheek, 29 Mar");
}

#[test]
fn a_renamed_field_goes_by_its_new_name() {
    let mut diary = Diary::default();
    let known = diary.catalogue().get("gut_pain").unwrap().clone();
    let renamed = Command::PutTrackable { trackable: Trackable { label: Name::new("Cramps").unwrap(), ..known } };
    assert_eq!(renamed.label(&diary, today()), "renaming Belly pain to Cramps");
    carry_out(&mut diary, renamed).unwrap();
    assert_eq!(answer(today(), "gut_pain", number(1.0)).label(&diary, today()), "Cramps 1, 29 Mar");
}

#[test]
fn an_entry_is_named_by_what_it_says() {
    let mut diary = Diary::default();
    let text = Some(Note::new("Ibuprofen 400 mg").unwrap());
    let dose = Command::Log { day: today(), drafts: vec![EntryDraft { text, ..EntryDraft::new(EntryKind::Dose) }] };
    assert_eq!(dose.label(&diary, today()), "Ibuprofen 400 mg, 29 Mar");
    carry_out(&mut diary, dose).unwrap();
    let gone = Command::Remove { day: today(), id: EntryId(1) };
    assert_eq!(gone.label(&diary, today()), "deleting Ibuprofen 400 mg, 29 Mar");
    let mut stool = EntryDraft::new(EntryKind::Stool);
    stool.answers.set(&key("stool"), Some(number(4.0)));
    let stool = Command::Log { day: today(), drafts: vec![stool] };
    assert_eq!(stool.label(&diary, today()), "Stool form 4, 29 Mar");
    let long = Some(Note::new(&"word ".repeat(60)).unwrap());
    let meal = EntryDraft { text: long, ..EntryDraft::new(EntryKind::Meal) };
    let meal = Command::Log { day: today(), drafts: vec![meal] }.label(&diary, today());
    assert!(meal.chars().count() < 55 && meal.contains('…'), "{meal}");
}

#[test]
fn no_step_is_named_by_a_key() {
    let mut diary = Diary::default();
    let mark =
        |factor: &str| Command::MarkPair { mark: PairMark { hidden: true, ..PairMark::blank(factor, "gut_pain") } };
    let copy = Command::CopyCard { from: today().plus(-1), to: today(), card: Card::Skin };
    for (command, name) in [
        (mark("sleep_hours"), "hiding the finding Sleep and belly pain"),
        (mark("course_7"), "hiding a finding"),
        (copy, "Skin same as yesterday, 29 Mar"),
        (Command::SetSettings { settings: Settings::default() }, "changing the settings"),
        (Command::DeleteDay { day: today() }, "deleting 29 Mar 2026"),
    ] {
        assert_eq!(command.label(&diary, today()), name);
    }
    carry_out(&mut diary, mark("sleep_hours")).unwrap();
    let shown = Command::MarkPair { mark: PairMark::blank("sleep_hours", "gut_pain") };
    assert_eq!(shown.label(&diary, today()), "showing the finding Sleep and belly pain again");
}

#[test]
fn an_empty_note_and_an_empty_name_are_each_refused_in_words_of_their_own() {
    assert_eq!(Note::new(" \n "), Err(TextError::EmptyNote));
    assert_eq!(Name::new(" "), Err(TextError::EmptyName));
    let (note, name) = (TextError::EmptyNote.to_string(), TextError::EmptyName.to_string());
    assert!(note.contains("this note is empty") && !note.contains("name"), "{note}");
    assert!(name.contains("a name is needed") && !name.contains("note"), "{name}");
}

#[test]
fn a_day_to_come_is_not_filled_with_the_answers_of_another() {
    let mut diary = Diary::default();
    carry_out(&mut diary, answer(today(), "itch", number(4.0))).unwrap();
    let copy = |to| Command::CopyCard { from: today(), to, card: Card::Skin };
    let refused = plan(&diary, copy(today().plus(1)), today()).unwrap_err().to_string();
    assert_eq!(
        refused,
        "30 Mar 2026 is still to come, so it cannot be the same as another day yet; copy once it is here"
    );
    assert!(plan(&diary, answer(today().plus(1), "itch", number(4.0)), today()).is_ok(), "it can still be filled in");
}

#[test]
fn a_day_of_another_year_has_its_year() {
    let diary = Diary::default();
    let redness = |text: &str| answer(text.parse().unwrap(), "redness", number(3.0)).label(&diary, today());
    assert_eq!(
        (redness("2025-12-31"), redness("2026-01-01")),
        ("Redness 3, 31 Dec 2025".into(), "Redness 3, 1 Jan".into())
    );
}
