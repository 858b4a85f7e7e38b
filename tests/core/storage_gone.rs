//! A folder that is moved, deleted or unmounted while its diary is open: nothing is called saved that nobody finds again, and
//! nothing is made in its place.

use std::fs;

use gutskin::storage::{Access, ReadOnly, StorageError, Store};

use super::folder::{open, read, replay, temporary, three_days};

#[test]
fn nothing_is_called_saved_in_a_folder_that_was_moved_away_and_all_is_once_it_is_back() {
    let place = temporary();
    let (folder, away) = (place.path().join("diary"), place.path().join("away"));
    let (diary, steps) = three_days();
    let mut store = open(&folder).store;
    store.append(&steps[0]).unwrap();
    fs::rename(&folder, &away).unwrap();
    let refused = store.append(&steps[1]).unwrap_err();
    assert!(matches!(refused, StorageError::FolderGone { .. }), "{refused}");
    assert!(refused.to_string().contains("moved, deleted or unmounted"), "{refused}");
    assert!(!folder.exists(), "a folder was made in its place");
    fs::rename(&away, &folder).unwrap();
    store.append(&steps[1]).unwrap();
    store.append(&steps[2]).unwrap();
    assert_eq!(read(&folder).diary, diary);
}

#[test]
fn nothing_is_called_saved_in_a_deleted_folder_or_in_another_one_of_its_name() {
    let place = temporary();
    let folder = place.path().join("diary");
    let (diary, steps) = three_days();
    let mut store = open(&folder).store;
    store.append(&steps[0]).unwrap();
    fs::remove_dir_all(&folder).unwrap();
    assert!(store.append(&steps[1]).is_err());
    // What is left of a place where a stick was.
    fs::create_dir(&folder).unwrap();
    assert!(store.append(&steps[1]).is_err());
    assert!(store.checkpoint(&diary).is_err());
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 0, "something was written into another folder");
}

#[test]
fn a_journal_file_that_was_deleted_is_not_written_to_any_more() {
    let place = temporary();
    let (_, steps) = three_days();
    let mut store = open(place.path()).store;
    store.append(&steps[0]).unwrap();
    fs::remove_dir_all(place.path().join("journal")).unwrap();
    store.append(&steps[1]).unwrap();
    let found = read(place.path()).diary;
    assert_eq!(found.day_records().len(), 1, "the second save is where the next run looks");
    assert_eq!(found, replay(&steps[1]));
}

#[cfg(unix)]
#[test]
fn deleting_the_lock_lets_no_second_writer_in() {
    let place = temporary();
    let first = open(place.path());
    fs::remove_file(place.path().join("LOCK")).unwrap();
    let second = Store::open(place.path(), Access::Write).unwrap();
    assert_eq!(second.report.read_only, Some(ReadOnly::OpenElsewhere));
    drop((first, second));
    assert_eq!(open(place.path()).report.read_only, None);
}
