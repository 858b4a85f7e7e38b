//! Bringing a copy of the whole diary back: days and everything else, shown thing by thing before, done in one step, and what the
//! diary got since stays.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use gutskin::edit::comparison::{RecordComparison, compare, compare_records, kept_beside};
use gutskin::edit::{Change, Command, CommandError, JournalOp, plan};
use gutskin::model::course::{Course, CourseId, CourseKind};
use gutskin::model::day_record::DayRecord;
use gutskin::model::decision::{Choice, Decision, DecisionId};
use gutskin::model::diary::Diary;
use gutskin::model::entry::EntryKind;
use gutskin::model::food_line::FoodId;
use gutskin::model::own_food::OwnFood;
use gutskin::model::pantry::PantryItem;
use gutskin::model::photo::{Photo, PhotoId};
use gutskin::model::profile::Profile;
use gutskin::model::record::{Record, RecordKind};
use gutskin::model::settings::{Reference, Settings};
use gutskin::model::text::Name;
use gutskin::model::trackable::{Aggregate, Direction, Kind, Role, Trackable};
use gutskin::model::trial::Trial;
use gutskin::model::value::Value;
use gutskin::photos::read_bytes;
use gutskin::storage::copies::read_copy;
use gutskin::storage::seal::Vault;
use gutskin::storage::second_folder::full;
use gutskin::storage::{Access, PhotoFiles, Store};
use gutskin::workspace::Workspace;
use image::{Rgb, RgbImage};
use proptest::prelude::*;

use super::command_line::{code, complaint, run, said};
use super::commands::{answer, carry_out, diaries, key, put, today};
use super::folder::{open, temporary};
use super::made_pictures::jpeg;
use super::trials::trial;

fn name(text: &str) -> Name {
    Name::new(text).unwrap()
}

fn course(words: &str) -> Course {
    Course {
        id: CourseId::NEW,
        kind: CourseKind::Antibiotic,
        name: name(words),
        start: today().plus(-20),
        stop: Some(today().plus(-10)),
        dose: "100 mg".to_owned(),
        schedule: String::new(),
        regions: Vec::new(),
        after_effect_days: 45,
        note: None,
    }
}

fn tracked(kind: Kind) -> Trackable {
    Trackable {
        key: key("own_joints"),
        label: name("Sore joints"),
        kind,
        direction: Direction::WorseUp,
        role: Role::Outcome,
        carried_by: EntryKind::Own,
        aggregate: Aggregate::Worst,
        hidden: false,
        body_system: None,
    }
}

fn jpeg_of(shade: u8) -> Vec<u8> {
    jpeg(&RgbImage::from_pixel(32, 24, Rgb([shade, 120, 110])))
}

fn photo(shade: u8) -> Photo {
    read_bytes(&jpeg_of(shade)).unwrap().photo(today())
}

/// One thing of every kind.
fn one_of_each() -> Vec<Command> {
    let decision = Decision {
        id: DecisionId::NEW,
        made: today(),
        choice: Choice::NotForMe { card: "thirty-plants".to_owned(), why: Some(name("too many")) },
    };
    vec![
        Command::PutTrackable { trackable: tracked(Kind::Score) },
        answer(today(), "redness", Value::Number(2.0)),
        answer(today().plus(-1), "own_joints", Value::Number(4.0)),
        Command::AddCourse { course: course("Doxycycline") },
        Command::KeepInPantry { item: PantryItem::OwnFood(OwnFood::blank(FoodId::NEW_OWN, name("Oat bar"))) },
        Command::Decide { decision },
        Command::StartTrial { trial: Box::new(trial(today())) },
        Command::AddPhotos { photos: vec![photo(40), photo(200)] },
        Command::SetSettings { settings: Settings { reference: Reference::Us, ..Settings::default() } },
        Command::SetProfile { profile: Profile { birth_year: Some(1990), ..Profile::default() } },
    ]
}

fn full_diary() -> Diary {
    let mut diary = Diary::default();
    for command in one_of_each() {
        let label = command.label(&diary, today());
        carry_out(&mut diary, command).unwrap_or_else(|error| panic!("{label}: {error}"));
    }
    diary
}

/// What a copy of a diary holds.
fn copied(diary: &Diary) -> (Vec<DayRecord>, Vec<Record>) {
    let days = diary.day_records().map(|page| DayRecord::clone(page)).collect();
    (days, diary.records().filter(|record| !matches!(record, Record::Day(_))).collect())
}

/// Taking over all that a copy says otherwise.
fn restore_all(diary: &Diary, (days, records): &(Vec<DayRecord>, Vec<Record>)) -> Command {
    Command::Restore {
        source: "a copy".to_owned(),
        days: compare(diary, None, days).into_iter().map(|found| found.other).collect(),
        records: compare_records(diary, records, today()).into_iter().map(|found| found.other).collect(),
    }
}

fn takes_back(diary: &mut Diary, changes: Vec<Change>) {
    for change in changes.into_iter().rev() {
        change.inverse().apply(diary);
    }
}

/// What differs of one thing, as "what: now → there".
fn lines(found: &[RecordComparison], of: &str) -> Vec<String> {
    let thing = found.iter().find(|found| found.name == of).unwrap_or_else(|| panic!("{of}: {found:?}"));
    let say = |said: &Option<String>| said.clone().unwrap_or_else(|| "nothing".to_owned());
    thing.lines.iter().map(|line| format!("{}: {} → {}", line.what, say(&line.now), say(&line.other))).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn after_taking_all_of_a_copy_nothing_of_it_differs_nothing_since_is_gone_and_one_undo_leads_back(
        (copy, _) in diaries(25), (before, _) in diaries(25)
    ) {
        let copy = copied(&copy);
        let mut diary = before.clone();
        // Two unrelated diaries may contradict each other, and then nothing changes.
        if let Ok(changes) = plan(&diary, restore_all(&diary, &copy), today()) {
            put(&mut diary, &changes);
            prop_assert_eq!(compare(&diary, None, &copy.0), vec![]);
            prop_assert_eq!(compare_records(&diary, &copy.1, today()), vec![]);
            let is_day = |record: &Record| matches!(record, Record::Day(_));
            for record in before.records().filter(|record| !is_day(record)) {
                prop_assert!(diary.record(&record.key()).is_some(), "{:?} is gone", record.key());
            }
            takes_back(&mut diary, changes);
            prop_assert!(diary.says_the_same(&before));
        }
    }
}

#[test]
fn an_emptied_diary_gets_everything_back_in_one_step() {
    let whole = full_diary();
    let mut diary = Diary::default();
    let command = restore_all(&diary, &copied(&whole));
    assert!(command.is_sweeping(), "a full copy is made before it");
    let label = command.label(&diary, today());
    assert_eq!(
        label,
        "taking 2 days, 1 course, 1 own or renamed thing to track, 1 own food, recipe or kept meal, 1 decision, 1 trial, \
         2 photos, the settings and “About you” over from a copy"
    );
    let changes = plan(&diary, command, today()).unwrap();
    put(&mut diary, &changes);
    assert!(diary.says_the_same(&whole));
    takes_back(&mut diary, changes);
    assert!(diary.says_the_same(&Diary::default()));
}

#[test]
fn what_was_changed_since_is_told_fact_by_fact_in_the_words_of_its_page() {
    let whole = full_diary();
    let mut diary = whole.clone();
    let known = diary.courses().next().unwrap().clone();
    let other = Course { dose: "50 mg".to_owned(), stop: None, ..known };
    carry_out(&mut diary, Command::AmendCourse { course: other }).unwrap();
    let renamed = Trackable { label: name("Stiff joints"), hidden: true, ..tracked(Kind::Score) };
    carry_out(&mut diary, Command::PutTrackable { trackable: renamed }).unwrap();
    carry_out(&mut diary, Command::SetSettings { settings: Settings::default() }).unwrap();
    let photo = Photo { covered: false, ..diary.photo(PhotoId(2)).unwrap().clone() };
    carry_out(&mut diary, Command::AmendPhoto { photo: Box::new(photo) }).unwrap();
    let found = compare_records(&diary, &copied(&whole).1, today());
    let kinds: Vec<RecordKind> = found.iter().map(RecordComparison::kind).collect();
    assert_eq!(kinds, [RecordKind::Course, RecordKind::Trackable, RecordKind::Photo, RecordKind::Settings]);
    let stop = today().plus(-10).short();
    assert_eq!(lines(&found, "Doxycycline"), [format!("To: it goes on → {stop}"), "Dose: 50 mg → 100 mg".to_owned()]);
    assert_eq!(lines(&found, "Sore joints"), ["Name: Stiff joints → Sore joints", "On the forms: hidden → shown"]);
    assert_eq!(lines(&found, "Settings"), ["Reference intakes: Europe (EFSA) → United States (NASEM)"]);
    assert_eq!(lines(&found, &format!("Photo, {}", today().short())), ["Shown: openly → only when asked for"]);
}

#[test]
fn what_was_deleted_since_is_told_with_all_that_it_said() {
    let whole = full_diary();
    let mut diary = whole.clone();
    carry_out(&mut diary, Command::RemoveCourse { id: CourseId(1) }).unwrap();
    let found = compare_records(&diary, &copied(&whole).1, today());
    let (start, stop) = (today().plus(-20).short(), today().plus(-10).short());
    assert_eq!(
        lines(&found, "Doxycycline"),
        [format!("Course: nothing → kind Antibiotic; from {start}; to {stop}; dose 100 mg; may still act for 45 days")]
    );
    assert_eq!(found.len(), 1);
}

#[test]
fn what_the_diary_got_since_stays_and_is_named() {
    let earlier = full_diary();
    let mut diary = earlier.clone();
    carry_out(&mut diary, Command::AddCourse { course: course("Zinc") }).unwrap();
    carry_out(&mut diary, Command::AddPhotos { photos: vec![photo(90)] }).unwrap();
    let copy = copied(&earlier);
    assert_eq!(compare_records(&diary, &copy.1, today()), []);
    assert_eq!(kept_beside(&diary, &copy.1), ["1 course", "1 photo"]);
    let nothing = plan(&diary, restore_all(&diary, &copy), today());
    assert_eq!(nothing, Err(CommandError::Nothing("the diary says so already".to_owned())));
}

#[test]
fn a_picture_that_is_here_under_another_number_does_not_come_twice() {
    let whole = full_diary();
    let mut diary = whole.clone();
    carry_out(&mut diary, Command::RemovePhotos { ids: vec![PhotoId(1), PhotoId(2)] }).unwrap();
    carry_out(&mut diary, Command::AddPhotos { photos: vec![photo(90), photo(140), photo(200)] }).unwrap();
    let there = copied(&whole);
    let found = compare_records(&diary, &there.1, today());
    let (shade, numbers) = (photo(200).blob, found.iter().map(|found| found.other.key()).collect::<Vec<_>>());
    assert!(diary.photo_of_blob(shade).is_some_and(|photo| photo.id == PhotoId(3)), "{numbers:?}");
    assert!(!found.iter().any(|found| matches!(&found.other, Record::Photo(photo) if photo.blob == shade)));
    let records = there.1.into_iter().filter(|record| matches!(record, Record::Photo(_))).collect();
    let forced = Command::Restore { source: "a copy".to_owned(), days: Vec::new(), records };
    let refused = plan(&diary, forced, today()).unwrap_err().to_string();
    assert!(refused.starts_with("this picture is in the diary already"), "{refused}");
}

#[test]
fn answers_never_change_their_meaning() {
    let whole = full_diary();
    let mut diary = Diary::default();
    carry_out(&mut diary, Command::PutTrackable { trackable: tracked(Kind::YesNo) }).unwrap();
    let before = diary.clone();
    let refused = plan(&diary, restore_all(&diary, &copied(&whole)), today()).unwrap_err().to_string();
    assert!(refused.starts_with("Sore joints: the kind of a trackable cannot change"), "{refused}");
    assert_eq!(diary, before);
}

#[test]
fn what_was_seen_of_a_trial_stays_seen() {
    let whole = full_diary();
    let mut diary = whole.clone();
    let id = diary.trials().next().unwrap().id;
    carry_out(&mut diary, Command::SeeTrialOrder { id }).unwrap();
    let copy = copied(&whole);
    assert_eq!(compare_records(&diary, &copy.1, today()), []);
    let records = copy.1.into_iter().filter(|record| matches!(record, Record::Trial(_))).collect();
    let forced = Command::Restore { source: "a copy".to_owned(), days: Vec::new(), records };
    assert!(matches!(plan(&diary, forced, today()), Err(CommandError::Nothing(_))));
    assert_eq!(diary.trial(id).map(|trial: &Trial| trial.order_seen), Some(Some(today())));
}

// On the disk.

/// A folder with everything, of which only the first picture is here, and its full copy.
fn kept(folder: &Path) -> (Diary, PathBuf) {
    let diary = full_diary();
    let ops: Vec<JournalOp> = diary.records().map(JournalOp::Put).collect();
    let mut store = open(folder).store;
    store.append(&ops).unwrap();
    store.checkpoint(&diary).unwrap();
    drop(store);
    let picture = read_bytes(&jpeg_of(40)).unwrap();
    PhotoFiles::new(folder).keep(&picture.jpeg, &picture.thumbnail).unwrap();
    let copy = fs::read_dir(full(folder)).unwrap().next().unwrap().unwrap().path();
    (diary, copy)
}

fn counted(diary: &Diary) -> BTreeMap<RecordKind, usize> {
    let mut kinds = BTreeMap::new();
    diary.records().for_each(|record| *kinds.entry(record.key().kind()).or_default() += 1);
    kinds
}

#[test]
fn the_command_line_brings_a_whole_copy_back_and_says_how_many_photos_are_here() {
    let place = temporary();
    let (whole, copy) = kept(&place.path().join("old"));
    let new = place.path().join("new");
    let file = copy.to_str().unwrap();
    let looked = run(&new, &["check", "--take", file, "--dry-run"]);
    assert_ne!(code(&looked), 0, "there is no diary to compare with yet");
    assert_eq!(code(&run(&new, &["log", "--date", "2026-03-01", "itch=1"])), 0);
    let looked = run(&new, &["check", "--take", file, "--dry-run"]);
    let told = said(&looked);
    assert!(told.contains("Doxycycline: Course: now nothing, in the file kind Antibiotic; from "), "{told}");
    assert!(
        told.contains("Settings: Reference intakes: now Europe (EFSA), in the file United States (NASEM)\n"),
        "{told}"
    );
    assert!(told.ends_with("nothing was changed\n"), "{told}");
    let taken = run(&new, &["check", "--take", file]);
    assert_eq!(code(&taken), 0, "{}", complaint(&taken));
    assert!(said(&taken).ends_with("\n0 of 2 photos are here\nsaved\n"), "{}", said(&taken));
    let mut expected = counted(&whole);
    *expected.get_mut(&RecordKind::Day).unwrap() += 1;
    assert_eq!(counted(&Store::open(&new, Access::Read).unwrap().diary), expected);
}

#[test]
fn photos_that_came_back_without_their_pictures_are_said_until_they_are_here_or_gone_again() {
    let place = temporary();
    let folder = place.path().join("diary");
    let (_, copy) = kept(&folder);
    let mut workspace = Workspace::open(&folder, Access::Write, Arc::new(|| {})).unwrap().as_on(today());
    let said = |workspace: &Workspace| {
        let notices = workspace.notices().into_iter().filter(|notice| notice.place == "photos");
        notices.map(|notice| notice.what).collect::<Vec<_>>()
    };
    assert_eq!(said(&workspace), ["1 of 2 photos are here"]);
    workspace.submit(Command::RemovePhotos { ids: vec![PhotoId(1), PhotoId(2)] }).unwrap();
    assert_eq!(said(&workspace), [""; 0], "no photo is spoken of any more");
    let copied = read_copy(&copy, &Vault::default()).unwrap();
    let command = restore_all(workspace.diary(), &(copied.days, copied.records));
    assert!(command.restores_photos());
    workspace.submit(command).unwrap();
    assert_eq!(said(&workspace), ["1 of 2 photos are here"]);
    assert_eq!(workspace.photos_here(), "1 of 2 photos are here");
    workspace.undo().unwrap().unwrap();
    assert_eq!(said(&workspace), [""; 0], "undone, they are gone again");
}
