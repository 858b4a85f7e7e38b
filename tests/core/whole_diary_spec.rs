//! A whole diary that comes into an empty one is the same diary; one that comes into a filled one says what it does not bring.

use std::path::Path;
use std::sync::Arc;

use gutskin::edit::{Command, CommandError, Session, plan};
use gutskin::import::{Preview, preview};
use gutskin::model::course::{Course, CourseId, CourseKind};
use gutskin::model::decision::{Choice, Decision, DecisionId};
use gutskin::model::diary::Diary;
use gutskin::model::export::{Export, WholeFile};
use gutskin::model::food_line::FoodId;
use gutskin::model::own_food::OwnFood;
use gutskin::model::pantry::PantryItem;
use gutskin::model::photo::{Photo, PhotoId};
use gutskin::model::record::Record;
use gutskin::model::ron_text;
use gutskin::model::text::{Name, Note};
use gutskin::model::value::Value;
use gutskin::photos::read_bytes;
use gutskin::report::export::{to_json, to_ron};
use gutskin::storage::Access;
use gutskin::workspace::Workspace;
use image::{Rgb, RgbImage};

use super::command_line::{code, one_line, run, said};
use super::commands::{answer, carry_out, today};
use super::folder::temporary;
use super::made_pictures::jpeg;

fn name(text: &str) -> Name {
    Name::new(text).unwrap()
}

fn photo(shade: u8) -> Photo {
    let picture = read_bytes(&jpeg(&RgbImage::from_pixel(32, 24, Rgb([shade, 120, 110])))).unwrap();
    Photo { series: Some(name("Arm")), ..picture.photo(today()) }
}

/// A diary with something of every kind, whose numbers have gaps: what was deleted leaves its number free.
fn full() -> Diary {
    let mut diary = gutskin::sample::diary(3, today()).unwrap();
    let course = |name: &str| Course {
        id: CourseId::NEW,
        name: self::name(name),
        kind: CourseKind::Topical,
        dose: String::new(),
        schedule: String::new(),
        regions: Vec::new(),
        start: today().plus(-9),
        stop: None,
        after_effect_days: 0,
        note: None,
    };
    let mut carry = |command: Command| carry_out(&mut diary, command).unwrap();
    carry(Command::AddCourse { course: course("Gone again") });
    carry(Command::AddCourse { course: course("Urea cream") });
    let of = |diary: &Diary, name: &str| diary.courses().find(|course| course.name.as_str() == name).unwrap().id;
    let (gone, tried) = (of(&diary, "Gone again"), of(&diary, "Urea cream"));
    let mut carry = |command: Command| carry_out(&mut diary, command).unwrap();
    carry(Command::RemoveCourse { id: gone });
    let choice = Choice::Trying {
        card: "emollients-eczema".to_owned(),
        course: tried,
        first_look: today(),
        judge_on: today().plus(14),
        judged: None,
    };
    carry(Command::Decide { decision: Decision { id: DecisionId::NEW, made: today(), choice } });
    let choice = Choice::NotForMe { card: "zinc-acne".to_owned(), why: Some(name("nausea")) };
    carry(Command::Decide { decision: Decision { id: DecisionId::NEW, made: today(), choice } });
    carry(Command::KeepInPantry { item: PantryItem::OwnFood(OwnFood::blank(FoodId::FIRST_OWN, name("Seed bread"))) });
    carry(Command::AddPhotos { photos: vec![photo(40), photo(90)] });
    carry(Command::AddPhotos { photos: vec![Photo { repeat_of: Some(PhotoId(2)), ..photo(200) }] });
    carry(Command::RemovePhotos { ids: vec![PhotoId(1)] });
    diary
}

fn whole(diary: &Diary) -> String {
    ron_text::to_lines(&WholeFile::new(Export::of(diary), 1042)).unwrap()
}

/// The forms in which a whole diary lies on a disk.
fn forms(diary: &Diary) -> [(&'static str, String); 3] {
    let (ron, json) = (to_ron(diary, &|_| true).unwrap(), to_json(diary, &|_| true).unwrap());
    [("a.ron", ron), ("a.json", json), ("2026-W13-s00001042.ron", whole(diary))]
}

fn look(name: &str, text: &str, diary: &Diary) -> Preview {
    preview(Path::new(name), text.as_bytes(), diary, today()).unwrap()
}

#[test]
fn every_record_comes_into_an_empty_diary_under_its_own_number() {
    let diary = full();
    assert!(diary.decisions().count() == 2 && diary.trials().count() > 0 && diary.photos().count() == 2);
    for (name, text) in forms(&diary) {
        let mut copy = Diary::default();
        let seen = look(name, &text, &copy);
        carry_out(&mut copy, seen.command.unwrap()).unwrap();
        assert!(copy.says_the_same(&diary), "{name}");
    }
}

#[test]
fn it_is_one_step_that_says_beforehand_what_it_brings() {
    let diary = full();
    let seen = look("a.ron", &whole(&diary), &Diary::default());
    assert_eq!((seen.days, seen.courses), (diary.day_records().len(), diary.courses().count()));
    let remarks = seen.remarks.join("; ");
    for words in ["2 decisions about ideas and warnings come along", "come along without the picture"] {
        assert!(remarks.contains(words), "{remarks}");
    }
    let mut session = Session::default();
    session.pretend_today(today());
    session.submit(seen.command.unwrap(), std::time::Instant::now()).unwrap();
    assert!(session.diary().says_the_same(&diary));
    session.undo().unwrap();
    assert!(session.diary().is_empty(), "one step back");
}

#[test]
fn a_filled_diary_keeps_its_own_and_is_told_what_stays_out() {
    let diary = full();
    let mut other = Diary::default();
    carry_out(&mut other, answer(today(), "itch", Value::Number(3.0))).unwrap();
    let mut profile = other.profile().clone();
    profile.birth_year = Some(1980);
    carry_out(&mut other, Command::SetProfile { profile: profile.clone() }).unwrap();
    for (name, text) in forms(&diary) {
        let mut filled = other.clone();
        let seen = look(name, &text, &filled);
        let remarks = seen.remarks.join("; ");
        let left_out = "2 decisions about ideas and warnings are left out; only an empty diary takes them over";
        assert!(remarks.contains(left_out), "{name}: {remarks}");
        assert!(remarks.contains("the profile is left out, since this diary has its own"), "{name}: {remarks}");
        carry_out(&mut filled, seen.command.unwrap()).unwrap();
        assert_eq!(filled.profile(), &profile);
        assert_eq!(filled.decisions().count(), 0);
        assert_eq!(filled.day_records().len(), diary.day_records().len());
        assert_eq!(filled.courses().count(), diary.courses().count());
    }
}

#[test]
fn nothing_of_it_comes_where_one_record_breaks_a_rule_or_the_diary_is_not_empty_any_more() {
    let diary = full();
    let records: Vec<Record> = diary.records().collect();
    let bring = |records: Vec<Record>| Command::BringWhole { source: "a.ron".to_owned(), records };
    let refused = plan(&full(), bring(records.clone()), today()).unwrap_err();
    assert!(matches!(refused, CommandError::Nothing(_)), "{refused}");
    let ahead = answer(today(), "itch", Value::Number(3.0));
    let mut far = Diary::default();
    carry_out(&mut far, ahead).unwrap();
    let mut page = far.day_record(today()).unwrap().as_ref().clone();
    page.date = today().plus(2);
    let with = [records.clone(), vec![Record::Day(Arc::new(page))]].concat();
    assert!(matches!(plan(&Diary::default(), bring(with), today()), Err(CommandError::Future { .. })));
    let twice = [records.clone(), records].concat();
    assert!(plan(&Diary::default(), bring(twice), today()).unwrap_err().to_string().contains("stands twice"));
}

#[test]
fn a_file_in_which_a_day_stands_twice_is_joined_as_before() {
    let (mut one, mut other) = (Diary::default(), Diary::default());
    carry_out(&mut one, answer(today(), "itch", Value::Number(3.0))).unwrap();
    carry_out(&mut other, answer(today(), "stress", Value::Number(5.0))).unwrap();
    let mut export = Export::of(&one);
    export.pages.extend(Export::of(&other).pages);
    let text = ron_text::to_lines(&export).unwrap();
    let mut copy = Diary::default();
    let seen = look("a.ron", &text, &copy);
    carry_out(&mut copy, seen.command.unwrap()).unwrap();
    assert_eq!(copy.day_record(today()).unwrap().entries.len(), 2, "by hand two files were made one");
}

#[test]
fn a_full_copy_of_a_real_folder_makes_a_new_diary_by_the_command_line() {
    let (from, to) = (temporary(), temporary());
    let note = Note::new("new serum").unwrap();
    let (diary, text) = {
        let mut workspace = Workspace::open(from.path(), Access::Write, Arc::new(|| {})).unwrap().as_on(today());
        let draft = gutskin::edit::EntryDraft {
            text: Some(note),
            ..gutskin::edit::EntryDraft::new(gutskin::model::entry::EntryKind::Note)
        };
        workspace.submit(Command::Log { day: today(), drafts: vec![draft] }).unwrap();
        let choice = Choice::NotForMe { card: "zinc-acne".to_owned(), why: None };
        let decision = Decision { id: DecisionId::NEW, made: today(), choice };
        workspace.submit(Command::Decide { decision }).unwrap();
        workspace.wait_until_saved().unwrap();
        (workspace.diary().clone(), whole(workspace.diary()))
    };
    let file = to.path().join("2026-W13-s00000002.ron");
    std::fs::write(&file, text).unwrap();
    let place = to.path().join("diary");
    let done = run(&place, &["import", &file.display().to_string()]);
    assert_eq!(code(&done), 0, "{done:?}");
    assert!(said(&done).ends_with("saved\n"), "{}", said(&done));
    let opened = Workspace::open(&place, Access::Read, Arc::new(|| {})).unwrap();
    assert!(opened.diary().says_the_same(&diary));
}

#[test]
fn a_copy_that_is_damaged_newer_or_encrypted_is_refused_with_the_way_out() {
    let diary = full();
    let text = whole(&diary);
    let refused = |text: &str| preview(Path::new("a.ron"), text.as_bytes(), &Diary::default(), today()).unwrap_err();
    let cut = refused(&text[..text.len() / 2]).to_string();
    assert!(cut.contains("line ") && cut.contains("take an earlier copy"), "{cut}");
    let newer = refused("Whole(format: \"gutskin/whole\", schema: 99, seq: 1, days: [])").to_string();
    assert!(newer.contains("newer version"), "{newer}");
    let sealed = refused("Sealed(\n  format: \"gutskin/sealed\",\n  schema: 1,\n  kind: \"whole\",\n  age: r\"…\",\n)");
    assert!(sealed.to_string().contains("this file is encrypted"), "{sealed}");
    let place = temporary();
    let file = place.path().join("sealed.ron");
    std::fs::write(&file, "Sealed(format: \"gutskin/sealed\", schema: 1, kind: \"whole\", age: \"\")").unwrap();
    let done = run(&place.path().join("diary"), &["import", &file.display().to_string()]);
    assert!(one_line(&done, 6).contains("encrypted"));
    assert!(!place.path().join("diary").exists(), "what is refused makes no diary");
}
