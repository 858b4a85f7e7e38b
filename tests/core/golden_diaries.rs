//! Folders as earlier versions wrote them, kept as bytes: they open for ever, say the same, and stay as they are until somebody
//! writes to them.
//!
//! `v1` holds one of everything that schema 1 knows: in files, in earlier copies, in a whole copy, and in a journal whose last
//! lines, one of every kind, no file holds yet. `v2` holds what came with schema 2, `v3` a warning
//! sign that came with 3, beside a place of the skin from before there were finer ones, `v4` one of the finer places, `v5` what the
//! conditions ask since 5, `v6` a photo with its picture, `v7` a trial with a look on the way and one that swaps sides once, `v8` photos
//! that were rated in a sitting.

use std::fs;

use gutskin::model::value::Value;
use tempfile::TempDir;

use super::commands::{answer, carry_out, today};
use super::folder::{Photo, named, open, photograph, put_back, read, temporary};

use super::golden_contents::{all_golden, fixtures, since_5};

#[test]
fn whatever_came_with_schema_5_makes_the_folder_one_of_schema_5_and_keeps_the_diary_before_it() {
    for command in since_5() {
        let (place, _) = golden("v4");
        let mut opened = open(place.path());
        let before = opened.diary.clone();
        let mut diary = before.clone();
        let ops = carry_out(&mut diary, command.clone()).unwrap();
        opened.store.append(&ops).unwrap();
        opened.store.checkpoint(&diary).unwrap();
        drop(opened.store);
        let identity = fs::read_to_string(place.path().join("gutskin.ron")).unwrap();
        assert!(identity.contains("schema: 5,"), "{command:?}\n{identity}");
        assert_eq!(read(place.path()).diary, diary);
        let full = photograph(&place.path().join("backups/full"));
        let kept = full.values().any(|bytes| String::from_utf8_lossy(bytes).contains("schema: 4,"));
        assert!(kept, "{command:?}: the diary before is not kept");
    }
}

#[test]
fn what_schema_4_can_say_stays_schema_4() {
    let (place, _) = golden("v4");
    let mut opened = open(place.path());
    let mut diary = opened.diary.clone();
    let ops = carry_out(&mut diary, answer(today(), "itch", Value::Number(1.0))).unwrap();
    opened.store.append(&ops).unwrap();
    opened.store.checkpoint(&diary).unwrap();
    drop(opened.store);
    assert!(fs::read_to_string(place.path().join("gutskin.ron")).unwrap().contains("schema: 4,"));
}

#[test]
fn the_picture_of_a_photo_is_found_beside_it() {
    let (place, _) = golden("v6");
    let found = gutskin::storage::Store::check(place.path()).unwrap();
    assert!(found.is_sound(), "{:?}", found.problems);
    assert_eq!((found.photos.named, found.photos.here.pictures, found.photos.unnamed.pictures), (1, 1, 0));
}

fn golden(version: &str) -> (TempDir, Photo) {
    let place = temporary();
    let photo = photograph(&fixtures().join(version));
    put_back(&photo, place.path());
    (place, photo)
}

#[test]
fn what_earlier_versions_wrote_is_read_to_the_last_value_and_no_byte_is_changed() {
    for (version, expected) in all_golden() {
        let (place, photo) = golden(version);
        let opened = read(place.path());
        assert_eq!(opened.diary, expected, "{version}");
        assert_eq!((opened.report.problems, opened.report.read_only), (Vec::new(), None), "{version}");
        assert_eq!(photograph(place.path()), photo, "{version}");
    }
}

#[test]
fn what_earlier_versions_wrote_is_written_on_and_says_the_same() {
    for (version, expected) in all_golden() {
        let (place, before) = golden(version);
        let opened = open(place.path());
        assert_eq!(opened.diary, expected, "{version}");
        assert_eq!((opened.report.problems, opened.report.stalled), (Vec::new(), None), "{version}");
        drop(opened.store);
        // The files alone hold it all by now.
        fs::remove_dir_all(place.path().join("journal")).unwrap();
        assert_eq!(read(place.path()).diary, expected, "{version}");
        let after = photograph(place.path());
        let kept = named(&before, "backups").into_iter().all(|(name, bytes)| after.get(name) == Some(bytes));
        assert!(kept, "{version}: an earlier copy is gone");
        let journal = fixtures().join(version).join("journal");
        assert!(journal.is_dir(), "{version}");
    }
}

#[test]
fn a_diary_that_needs_nothing_new_stays_one_that_the_first_program_reads() {
    let (place, _) = golden("v1");
    drop(open(place.path()));
    for (name, bytes) in photograph(place.path()) {
        let text = String::from_utf8(bytes).unwrap();
        assert!(name.starts_with("journal") || text.contains("schema: 1,"), "{}", name.display());
    }
}
