//! Opening: one writer, newer files left alone, and whatever an editor or a person made of a file.

use std::fs;
use std::path::Path;

use gutskin::storage::{Access, ReadOnly, StorageError, Store};

use super::folder::{journalled, open, photograph, read, summed, temporary, three_days, tidied};

const MONTH: &str = "days/2026-03.ron";

/// What somebody does to a file: name of the case and the edit.
type Edit = (&'static str, fn(String) -> String);

fn rewrite(folder: &Path, name: &str, change: impl FnOnce(String) -> String) -> Vec<u8> {
    let path = folder.join(name);
    let changed = change(fs::read_to_string(&path).unwrap());
    fs::write(&path, &changed).unwrap();
    changed.into_bytes()
}

/// Takes away journal and copies, so that a file is the only one of its kind.
fn leave_only_the_files(folder: &Path) {
    for other in ["journal", "backups"] {
        fs::remove_dir_all(folder.join(other)).unwrap();
    }
}

#[test]
fn a_second_opener_reads_says_why_and_may_write_once_the_first_is_gone() {
    let place = temporary();
    let (diary, steps) = three_days();
    let mut first = open(place.path());
    for ops in &steps {
        first.store.append(ops).unwrap();
    }
    let mut second = open(place.path());
    assert_eq!(second.report.read_only, Some(ReadOnly::OpenElsewhere));
    assert!(second.report.read_only.as_ref().unwrap().to_string().contains("open elsewhere"));
    assert_eq!(second.diary, diary, "the second sees all that the first has saved");
    assert!(matches!(second.store.append(&steps[0]), Err(StorageError::OpenElsewhere { .. })));
    drop(second);
    let third = open(place.path());
    assert_eq!(third.report.read_only, Some(ReadOnly::OpenElsewhere), "the second took no lock with it");
    drop((first, third));
    assert_eq!(open(place.path()).report.read_only, None);
}

#[test]
fn a_reader_never_keeps_a_writer_out_nor_writes() {
    let place = temporary();
    let (diary, steps) = three_days();
    journalled(place.path(), &steps);
    let photo = photograph(place.path());
    let reader = read(place.path());
    assert_eq!(photograph(place.path()), photo);
    assert_eq!(open(place.path()).report.read_only, None);
    assert_eq!(reader.diary, diary);
}

#[test]
fn what_a_newer_version_wrote_is_refused_in_its_own_words_and_stays_to_the_byte() {
    let (diary, steps) = three_days();
    for name in [MONTH, "gutskin.ron", "index.ron"] {
        let place = temporary();
        tidied(place.path(), &diary, &steps);
        rewrite(place.path(), name, |text| {
            summed(&text.replace("schema: 1", "schema: 9").replace("days:", "weather: [], days:"))
        });
        let photo = photograph(place.path());
        let mut opened = open(place.path());
        assert_eq!(opened.report.read_only, Some(ReadOnly::Newer { schema: 9 }), "{name}");
        let words = opened.report.read_only.as_ref().unwrap().to_string();
        assert!(words.contains("newer version") && words.contains("schema 9"), "{words}");
        let refused = opened.store.append(&steps[0]).unwrap_err();
        assert!(matches!(refused, StorageError::Newer { schema: 9, .. }), "{name}: {refused}");
        drop(opened);
        assert!(matches!(Store::check(place.path()), Err(StorageError::Newer { schema: 9, .. })), "{name}");
        assert_eq!(photograph(place.path()), photo, "{name}");
    }
}

#[test]
fn what_cannot_be_written_says_why_by_its_own_reason() {
    let (diary, steps) = three_days();
    let place = temporary();
    tidied(place.path(), &diary, &steps);
    rewrite(place.path(), MONTH, |text| text.replace("days:", "dais:"));
    let mut opened = open(place.path());
    assert_eq!(opened.report.read_only, Some(ReadOnly::Damaged));
    assert!(matches!(opened.store.append(&steps[0]), Err(StorageError::Damaged { .. })));
}

#[test]
fn what_an_editor_adds_at_the_ends_is_no_change() {
    let (diary, steps) = three_days();
    let forms: [Edit; 4] = [
        ("byte order mark", |text| format!("\u{feff}{text}")),
        ("carriage returns", |text| text.replace('\n', "\r\n")),
        ("both", |text| format!("\u{feff}{}", text.replace('\n', "\r\n"))),
        ("blank lines at the end", |text| text + "\n  \n\n"),
    ];
    for (name, change) in forms {
        let place = temporary();
        tidied(place.path(), &diary, &steps);
        let bytes = rewrite(place.path(), MONTH, change);
        let opened = open(place.path());
        assert_eq!(opened.diary, diary, "{name}");
        assert_eq!((opened.report.problems.as_slice(), opened.report.read_only), ([].as_slice(), None), "{name}");
        drop(opened.store);
        assert_eq!(fs::read(place.path().join(MONTH)).unwrap(), bytes, "{name}");
    }
}

#[test]
fn a_hand_edited_month_is_kept_and_named_and_never_taken_over_in_silence() {
    let (diary, steps) = three_days();
    let place = temporary();
    tidied(place.path(), &diary, &steps);
    let theirs = rewrite(place.path(), MONTH, |text| text.replace("\"redness\": 2", "\"redness\": 4"));
    let opened = open(place.path());
    assert_eq!(opened.diary, diary, "the last good copy stays in force");
    assert_eq!(opened.report.read_only, None);
    let [problem] = opened.report.problems.as_slice() else { panic!("{:?}", opened.report.problems) };
    assert!(problem.to_string().starts_with("days/2026-03.ron: edited outside Gutskin, or damaged"), "{problem}");
    drop(opened);
    let photo = photograph(place.path());
    assert!(photo.iter().any(|(name, bytes)| name.starts_with("quarantine") && *bytes == theirs));
    assert!(open(place.path()).report.problems.is_empty(), "said once, then settled");
}

#[test]
fn a_month_written_by_hand_from_nothing_is_read() {
    let place = temporary();
    drop(open(place.path()));
    fs::create_dir_all(place.path().join("days")).unwrap();
    let text = r#"Month(format: "gutskin/month", schema: 1, month: "2025-12", seq: 0, days: [
        Day(date: "2025-12-24", rev: 1, entries: [(id: 1, kind: Mind, at: "22:15", answers: {"mood": 7.5}, text: "calm")]),
    ])"#;
    fs::write(place.path().join("days/2025-12.ron"), text).unwrap();
    let opened = open(place.path());
    assert_eq!(opened.report.read_only, None, "{:?}", opened.report.problems);
    let page = opened.diary.day_records().next().unwrap();
    assert_eq!(page.entries[0].answers.get("mood").unwrap().to_string(), "7.5");
    assert_eq!(page.entries[0].text.as_ref().unwrap().as_str(), "calm");
}

#[test]
fn a_hand_edit_that_breaks_a_rule_is_named_with_its_place_and_left() {
    let edits: [(Edit, &str); 7] = [
        (("out of range", |text| text.replace("\"redness\": 2", "\"redness\": 9")), "2026-03"),
        (("not finite", |text| text.replace("\"redness\": 2", "\"redness\": inf")), "2026-03"),
        (("an unknown field", |text| text.replace("rev: 1", "rev: 1, weather: 3")), "2026-03"),
        (("a day twice", |text| text.replace("2026-03-02", "2026-03-01")), "stands twice"),
        (
            ("a day of another month", |text| text.replace("date: \"2026-03-02\"", "date: \"2026-04-02\"")),
            "not a day of",
        ),
        (("no such day", |text| text.replace("2026-03-02", "2026-03-32")), "not a date"),
        (("another month", |text| text.replace("month: \"2026-03\"", "month: \"2026-04\"")), "2026-04"),
    ];
    for ((name, edit), says) in edits {
        let (diary, steps) = three_days();
        let place = temporary();
        tidied(place.path(), &diary, &steps);
        leave_only_the_files(place.path());
        let theirs = rewrite(place.path(), MONTH, edit);
        let opened = open(place.path());
        let words: Vec<String> = opened.report.problems.iter().map(ToString::to_string).collect();
        assert!(words.iter().any(|words| words.contains(says) && words.contains(MONTH)), "{name}: {words:?}");
        assert_eq!(opened.report.read_only, Some(ReadOnly::Damaged), "{name}");
        drop(opened);
        assert_eq!(fs::read(place.path().join(MONTH)).unwrap(), theirs, "{name}");
    }
}

#[test]
fn keys_the_catalogue_does_not_know_are_kept_as_they_stand_and_named() {
    let (diary, steps) = three_days();
    let place = temporary();
    tidied(place.path(), &diary, &steps);
    leave_only_the_files(place.path());
    let theirs = rewrite(place.path(), MONTH, |text| text.replace("\"redness\": 2", "\"aura\": 2"));
    let opened = open(place.path());
    let page = opened.diary.day_records().next_back().unwrap();
    assert_eq!(page.entries[0].answers.get("aura").map(|value| value.to_string()).as_deref(), Some("2"));
    assert!(opened.report.problems.iter().any(|problem| problem.what.contains("“aura” is not in the catalogue")));
    drop(opened);
    assert_eq!(fs::read(place.path().join(MONTH)).unwrap(), theirs);
}

#[test]
fn a_path_that_is_a_file_a_foreign_folder_and_an_empty_one_are_told_apart() {
    let place = temporary();
    let file = place.path().join("file");
    fs::write(&file, "text").unwrap();
    for access in [Access::Read, Access::Write] {
        assert!(matches!(Store::open(&file, access), Err(StorageError::NotAFolder { .. })));
        assert!(matches!(Store::open(place.path(), access), Err(StorageError::NotADiary { .. })));
    }
    assert_eq!(fs::read(&file).unwrap(), b"text");

    let empty = place.path().join("empty");
    fs::create_dir(&empty).unwrap();
    assert!(matches!(Store::open(&empty, Access::Read), Err(StorageError::NoDiary { .. })));
    assert!(matches!(Store::check(&empty), Err(StorageError::NoDiary { .. })));
    assert!(photograph(&empty).is_empty(), "a reader made something");
    assert!(matches!(Store::open(&place.path().join("not there"), Access::Read), Err(StorageError::NoDiary { .. })));
    assert_eq!(open(&empty).report.read_only, None);
    assert!(empty.join("gutskin.ron").is_file());
}

#[test]
fn how_the_window_looked_keeps_no_folder_from_becoming_a_diary() {
    let place = temporary();
    for names in [&["app.ron"][..], &["app.ron", ".app.ron.4711.tmp"], &[".app.ron.4711.tmp", "LOCK"]] {
        let folder = place.path().join(names.concat());
        fs::create_dir(&folder).unwrap();
        for name in names {
            fs::write(folder.join(name), "{}").unwrap();
        }
        assert!(matches!(Store::open(&folder, Access::Read), Err(StorageError::NoDiary { .. })), "{names:?}");
        assert_eq!(open(&folder).report.read_only, None, "{names:?}");
        assert!(folder.join("gutskin.ron").is_file() && folder.join(names[0]).is_file());
        fs::remove_file(folder.join("gutskin.ron")).unwrap();
        fs::write(folder.join("taxes.ods"), "").unwrap();
        assert!(matches!(Store::open(&folder, Access::Write), Err(StorageError::NotADiary { .. })), "{names:?}");
    }
}

#[test]
fn a_diary_without_its_identity_is_never_taken_for_an_empty_folder_in_whatever_order_it_is_listed() {
    let (diary, steps) = three_days();
    let place = temporary();
    tidied(place.path(), &diary, &steps);
    fs::remove_file(place.path().join("gutskin.ron")).unwrap();
    fs::write(place.path().join("another file"), "").unwrap();
    let photo = photograph(place.path());
    for opened in [read(place.path()), open(place.path())] {
        // Perhaps the folder is still being copied here: all of it is shown, and nothing is written unasked.
        assert_eq!((opened.diary, opened.report.read_only), (diary.clone(), Some(ReadOnly::Damaged)));
        let said = opened.report.problems[0].to_string();
        assert!(said.starts_with("gutskin.ron: this file is gone") && said.contains("check --repair"), "{said}");
    }
    assert_eq!(photograph(place.path()), photo);
    assert!(Store::repair(place.path()).unwrap().is_sound());
    let opened = open(place.path());
    assert_eq!((opened.diary, opened.report.read_only), (diary, None));
}

#[test]
fn a_folder_where_a_file_is_expected_is_an_error_and_never_an_empty_diary() {
    let (diary, steps) = three_days();
    let place = temporary();
    tidied(place.path(), &diary, &steps);
    fs::remove_file(place.path().join(MONTH)).unwrap();
    fs::create_dir(place.path().join(MONTH)).unwrap();
    match Store::open(place.path(), Access::Write) {
        Err(refused) => assert!(refused.to_string().contains("2026-03.ron"), "{refused}"),
        Ok(opened) => assert_eq!((opened.diary, opened.report.read_only), (diary, Some(ReadOnly::Damaged))),
    }
}

#[test]
fn copies_a_sync_client_made_are_neither_read_nor_removed_and_are_named() {
    let (diary, steps) = three_days();
    let names = ["2026-03 (conflicted copy 2026-03-05)", "2026-03.sync-conflict-20260305", "2026-03 2", "2026-3"];
    for name in names.map(|name| format!("{name}.ron")) {
        let place = temporary();
        tidied(place.path(), &diary, &steps);
        let conflict = place.path().join("days").join(&name);
        fs::copy(place.path().join(MONTH), &conflict).unwrap();
        let opened = open(place.path());
        assert_eq!(opened.diary, diary, "{name}");
        assert!(opened.report.problems.iter().any(|problem| problem.to_string().contains(&name)), "{name}");
        assert_eq!(opened.report.read_only, None, "{name} keeps nobody from writing");
        drop(opened);
        assert!(conflict.is_file());
    }
}

#[cfg(unix)]
#[test]
fn a_folder_that_may_not_be_written_is_read() {
    use std::os::unix::fs::PermissionsExt;
    let (diary, steps) = three_days();
    let place = temporary();
    tidied(place.path(), &diary, &steps);
    let rights = |mode| fs::set_permissions(place.path(), fs::Permissions::from_mode(mode)).unwrap();
    fs::remove_file(place.path().join("LOCK")).unwrap();
    rights(0o500);
    if fs::write(place.path().join("probe"), "").is_ok() {
        rights(0o700);
        eprintln!("skipped: this user may write anywhere, so there is no read-only folder to try");
        return;
    }
    let opened = open(place.path());
    assert_eq!(opened.diary, diary);
    assert!(matches!(opened.report.read_only, Some(ReadOnly::Unwritable(_))));
    rights(0o700);
}

#[cfg(unix)]
#[test]
fn files_and_folders_are_for_their_owner_alone() {
    use std::os::unix::fs::PermissionsExt;
    let (diary, steps) = three_days();
    let place = temporary();
    let folder = place.path().join("diary");
    tidied(&folder, &diary, &steps);
    let mode = |name: &str| fs::metadata(folder.join(name)).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(""), 0o700);
    assert_eq!(mode("days"), 0o700);
    assert_eq!(mode(MONTH), 0o600);
    assert_eq!(mode("gutskin.ron"), 0o600);
}

#[test]
fn check_tells_sound_from_damaged_and_changes_nothing() {
    let (diary, steps) = three_days();
    let place = temporary();
    tidied(place.path(), &diary, &steps);
    let sound = Store::check(place.path()).unwrap();
    assert!(sound.is_sound());
    assert_eq!((sound.days, sound.files), (3, 3), "a month, a journal and the index");
    rewrite(place.path(), MONTH, |text| text.replace("redness", "rednes"));
    let photo = photograph(place.path());
    assert!(!Store::check(place.path()).unwrap().is_sound());
    assert_eq!(photograph(place.path()), photo);
}
