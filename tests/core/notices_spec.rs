//! What opening, saving and tidying found or could not do reaches the person, stays until it is understood, and the way out that
//! it names is one.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use gutskin::edit::Command;
use gutskin::import::preview_file;
use gutskin::model::course::{Course, CourseKind};
use gutskin::model::diary::Diary;
use gutskin::model::settings::Settings;
use gutskin::model::text::Name;
use gutskin::model::time::{Day, DayEnd};
use gutskin::model::trackable::Trackable;
use gutskin::model::value::Value;
use gutskin::storage::{Access, Store};
use gutskin::workspace::{Notice, Workspace};

use super::command_line::{code, complaint, run, said};
use super::commands::{answer, carry_out};
use super::folder::{journalled, named, open, photograph, temporary, three_days, tidied};
use super::pantry_spec;

const MONTH: &str = "days/2026-03.ron";

fn workspace(place: &Path) -> Workspace {
    Workspace::open(place, Access::Write, Arc::new(|| ())).unwrap()
}

/// Edits a file as a person would, and gives its bytes.
fn edit(place: &Path, name: &str, from: &str, to: &str) -> String {
    let path = place.join(name);
    let text = fs::read_to_string(&path).unwrap();
    assert!(text.contains(from), "{name} does not hold {from}: {text}");
    let edited = text.replace(from, to);
    fs::write(&path, &edited).unwrap();
    edited
}

/// A diary whose only month somebody has edited.
fn edited_diary() -> (tempfile::TempDir, String) {
    let place = temporary();
    let (diary, steps) = three_days();
    tidied(place.path(), &diary, &steps);
    let theirs = edit(place.path(), MONTH, "\"redness\": 2", "\"redness\": 4");
    (place, theirs)
}

fn only(workspace: &Workspace) -> Notice {
    let notices = workspace.notices();
    assert_eq!(notices.len(), 1, "{notices:?}");
    notices[0].clone()
}

fn redness(workspace: &Workspace) -> Option<Value> {
    workspace.diary().day_records().next_back().unwrap().entries.iter().find_map(|entry| entry.answers.get("redness"))
}

#[test]
fn a_hand_edited_month_is_named_with_the_place_of_its_bytes_until_somebody_has_understood_it() {
    let (place, theirs) = edited_diary();
    let first = workspace(place.path());
    let notice = only(&first);
    assert_eq!(notice.place, MONTH);
    assert!(notice.what.contains("edited outside Gutskin"), "{}", notice.what);
    let kept = notice.kept.clone().unwrap();
    assert_eq!(fs::read_to_string(&kept).unwrap(), theirs);
    assert!(notice.done.contains(&format!("quarantine/{}", kept.file_name().unwrap().display())), "{}", notice.done);
    drop(first);

    let mut second = workspace(place.path());
    assert_eq!(only(&second), notice, "nobody has read it yet");
    second.understand(&notice);
    assert_eq!(second.notices(), []);
    drop(second);
    assert_eq!(workspace(place.path()).notices(), []);
    assert_eq!(fs::read_to_string(kept).unwrap(), theirs, "what was put aside stays");
}

#[test]
fn what_the_command_line_puts_aside_is_said_there_and_in_the_next_window() {
    let (place, _) = edited_diary();
    let logged = run(place.path(), &["log", "--date", "2026-03-20", "itch=1"]);
    assert_eq!((code(&logged), said(&logged).as_str()), (0, "saved\n"));
    assert!(complaint(&logged).starts_with("days/2026-03.ron: edited outside Gutskin"), "{}", complaint(&logged));
    let again = run(place.path(), &["log", "--date", "2026-03-21", "itch=1"]);
    assert_eq!(complaint(&again), "", "said once");
    assert_eq!(only(&workspace(place.path())).place, MONTH);
}

#[test]
fn bringing_the_file_in_takes_the_edit_over_as_one_step() {
    let (place, _) = edited_diary();
    let mut workspace = workspace(place.path());
    let kept = only(&workspace).kept.unwrap();
    assert_eq!(redness(&workspace), Some(Value::Number(2.0)));
    let found = preview_file(&kept, workspace.diary(), workspace.today()).unwrap();
    assert_eq!((found.days, found.bad_count), (1, 0), "only the day that differs");
    assert!(found.lines().iter().any(|line| line.contains("take the place of")), "{:?}", found.lines());
    workspace.submit(found.command.unwrap()).unwrap();
    assert_eq!(redness(&workspace), Some(Value::Number(4.0)));
    let again = preview_file(&kept, workspace.diary(), workspace.today()).unwrap();
    assert_eq!(again.command, None);
    workspace.undo().unwrap();
    assert_eq!(redness(&workspace), Some(Value::Number(2.0)));
}

#[test]
fn the_command_line_brings_it_in_too_and_a_broken_one_is_refused_with_its_line() {
    let (place, _) = edited_diary();
    let logged = run(place.path(), &["log", "--date", "2026-03-20", "itch=1"]);
    assert_eq!(code(&logged), 0);
    let photo = photograph(place.path());
    let (name, bytes) = named(&photo, "quarantine")[0];
    let (kept, broken) = (place.path().join(name), place.path().join("broken.ron"));
    let text = String::from_utf8(bytes.clone()).unwrap();
    for (wrong, says) in [
        (text.replace("\"redness\": 4", "\"redness\": 9"), "Redness: 9 does not fit"),
        (text.replace("rev: 1", "rev: 1, weather: 3"), "weather"),
        (text.replace("2026-03-02", "2026-03-01"), "stands twice"),
        (text.replace("schema: 1", "schema: 9"), "newer version"),
    ] {
        fs::write(&broken, wrong).unwrap();
        let refused = run(place.path(), &["import", &broken.display().to_string()]);
        assert!(matches!(code(&refused), 6 | 7) && complaint(&refused).contains(says), "{}", complaint(&refused));
    }
    let taken = run(place.path(), &["import", &kept.display().to_string()]);
    assert_eq!(code(&taken), 0, "{}", complaint(&taken));
    let shown = said(&run(place.path(), &["show", "--date", "2026-03-03", "--format", "csv"]));
    assert!(shown.contains("redness,4"), "{shown}");
    let other = said(&run(place.path(), &["show", "--date", "2026-03-20", "--format", "csv"]));
    assert!(other.contains("itch,1"), "a day that the file does not know stays: {other}");
}

/// A course, a renamed trackable and a setting.
fn one_of_each_file(diary: &Diary, day: Day) -> Vec<Command> {
    let name = |text| Name::new(text).unwrap();
    let course = Course {
        id: diary.next_course_id(),
        kind: CourseKind::Topical,
        name: name("Zinc"),
        start: day,
        stop: None,
        dose: String::new(),
        schedule: String::new(),
        regions: Vec::new(),
        after_effect_days: 7,
        note: None,
    };
    let trackable = Trackable { label: name("Flush"), ..diary.catalogue().get("redness").unwrap().clone() };
    let settings = Settings { day_end: DayEnd::new(2).unwrap(), ..diary.settings().clone() };
    vec![Command::AddCourse { course }, Command::PutTrackable { trackable }, Command::SetSettings { settings }]
}

#[test]
fn every_file_that_may_be_edited_is_put_aside_and_can_be_brought_in() {
    let place = temporary();
    let (mut diary, mut steps) = three_days();
    for item in pantry_spec::stock() {
        steps.push(carry_out(&mut diary, Command::KeepInPantry { item }).unwrap());
    }
    let day = diary.day_records().next().unwrap().date;
    for command in one_of_each_file(&diary, day) {
        steps.push(carry_out(&mut diary, command).unwrap());
    }
    tidied(place.path(), &diary, &steps);
    let edits = [
        ("courses.ron", "Zinc", "Zinc cream"),
        ("catalog.ron", "Flush", "Flushing"),
        ("foods.ron", "Seed bread", "Rye bread"),
        ("settings.ron", "day_end: 2", "day_end: 3"),
    ];
    for (name, from, to) in edits {
        edit(place.path(), name, from, to);
    }
    let mut workspace = workspace(place.path());
    assert_eq!(workspace.diary().as_ref(), &diary, "what Gutskin wrote stays in force");
    let notices = workspace.notices();
    assert_eq!(notices.len(), edits.len(), "{notices:?}");
    for notice in notices {
        let found = preview_file(&notice.kept.unwrap(), workspace.diary(), workspace.today()).unwrap();
        workspace.submit(found.command.unwrap_or_else(|| panic!("{} brings nothing", notice.place))).unwrap();
    }
    let diary = workspace.diary();
    assert_eq!(diary.courses().next().unwrap().name.as_str(), "Zinc cream");
    assert_eq!(diary.courses().count(), 1, "changed, not added");
    assert_eq!(diary.catalogue().get("redness").unwrap().label.as_str(), "Flushing");
    assert_eq!(diary.pantry().own.values().next().unwrap().name.as_str(), "Rye bread");
    assert_eq!(diary.settings().day_end.hour(), 3);
}

#[test]
fn a_reader_is_told_that_the_edited_file_is_still_there_and_nothing_is_put_aside() {
    let (place, theirs) = edited_diary();
    let reader = Workspace::open(place.path(), Access::Read, Arc::new(|| ())).unwrap();
    let notice = only(&reader);
    assert_eq!(notice.kept, None);
    assert!(notice.done.contains("stays as it is"), "{}", notice.done);
    assert_eq!(fs::read_to_string(place.path().join(MONTH)).unwrap(), theirs);
    assert!(!place.path().join("quarantine").exists());
}

#[test]
fn a_diary_open_elsewhere_says_so_first_and_can_be_told_that_this_is_understood() {
    let (place, _) = edited_diary();
    let writer = workspace(place.path());
    let mut reader = workspace(place.path());
    let notices = reader.notices();
    assert_eq!(notices.len(), 2, "and what the writer has not read yet: {notices:?}");
    assert!(notices[0].what.contains("open elsewhere") && notices[0].done.contains("close the other"), "{notices:?}");
    for notice in &notices {
        reader.understand(notice);
    }
    assert_eq!(reader.notices(), []);
    drop(reader);
    drop(writer);
    assert_eq!(workspace(place.path()).notices().len(), 1, "a reader decides nothing for the diary");
}

#[test]
fn every_damaged_file_is_named_with_its_line_and_its_way_out_works() {
    let place = temporary();
    let (diary, steps) = three_days();
    tidied(place.path(), &diary, &steps);
    let broken = edit(place.path(), MONTH, "rev: 1", "rev: one");
    let damaged = workspace(place.path());
    let notices = damaged.notices();
    assert_eq!(notices.len(), 2, "{notices:?}");
    assert!(notices[0].what.contains("damaged"), "{notices:?}");
    assert!(notices[1].place.starts_with("days/2026-03.ron, line "), "{notices:?}");
    assert!(notices[1].done.contains("mend it") && notices[1].done.contains("move it out"), "{notices:?}");
    drop(damaged);
    fs::rename(place.path().join(MONTH), place.path().join("moved away")).unwrap();
    let moved = workspace(place.path());
    assert_eq!((moved.read_only(), moved.diary().as_ref()), (None, &diary), "moved out, it is made anew");
    drop(moved);
    fs::write(place.path().join(MONTH), broken.replace("rev: one", "rev: 1")).unwrap();
    let mended = workspace(place.path());
    assert_eq!((mended.read_only(), mended.diary().as_ref()), (None, &diary), "mended, it is what it was");
}

#[test]
fn a_file_changed_while_the_diary_was_open_is_told_by_the_next_window() {
    let place = temporary();
    let (diary, steps) = three_days();
    tidied(place.path(), &diary, &steps);
    let mut first = workspace(place.path());
    let theirs = edit(place.path(), MONTH, "new serum", "old serum");
    let day = diary.day_records().next().unwrap().date;
    first.submit(answer(day, "itch", Value::Number(3.0))).unwrap();
    drop(first);
    let second = workspace(place.path());
    let notice = only(&second);
    assert!(notice.what.contains("while the diary was open"), "{}", notice.what);
    assert_eq!(fs::read_to_string(notice.kept.unwrap()).unwrap(), theirs);
}

#[test]
fn a_tidying_that_the_disk_refuses_keeps_nobody_out_is_told_and_goes_by_itself() {
    let place = temporary();
    let (diary, steps) = three_days();
    journalled(place.path(), &steps);
    let month = place.path().join(MONTH);
    // Something of the same name in the way of every month that this process writes.
    let in_the_way = place.path().join(format!("days/.2026-03.ron.{}.tmp", std::process::id()));
    fs::create_dir_all(&in_the_way).unwrap();
    let mut opened = workspace(place.path());
    assert_eq!((opened.read_only(), opened.diary().as_ref()), (None, &diary));
    let notice = only(&opened);
    assert!(notice.done.contains("safe in the journal"), "{notice:?}");
    opened.understand(&notice);
    opened.hear();
    assert_eq!(opened.notices(), [], "the same again is no news");
    fs::remove_dir(&in_the_way).unwrap();
    drop(opened);
    assert!(month.is_file());
    assert_eq!(workspace(place.path()).notices(), []);
}

#[test]
fn an_edited_file_never_becomes_the_copy_that_is_fallen_back_on() {
    let (place, theirs) = edited_diary();
    let (mut diary, _) = three_days();
    let mut opened = open(place.path());
    let day = diary.day_records().next().unwrap().date;
    let ops = carry_out(&mut diary, answer(day, "itch", Value::Number(3.0))).unwrap();
    opened.store.append(&ops).unwrap();
    opened.store.checkpoint(&diary).unwrap();
    drop(opened);
    let photo = photograph(place.path());
    let copies: Vec<&PathBuf> = named(&photo, "backups")
        .into_iter()
        .filter(|(_, bytes)| **bytes == theirs.as_bytes())
        .map(|(name, _)| name)
        .collect();
    assert!(copies.is_empty(), "{copies:?}");
    assert!(Store::check(place.path()).unwrap().is_sound());
}
