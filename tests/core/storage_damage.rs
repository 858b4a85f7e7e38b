//! Damage: nothing panics, nothing before the damage is lost, nothing damaged is overwritten, and the file is named.

use std::fs;
use std::path::{Path, PathBuf};

use gutskin::edit::JournalOp;
use gutskin::storage::{Access, Opened, ReadOnly, Store};

use proptest::collection::vec;
use proptest::prelude::*;

use super::folder::{
    Photo, journalled, named, open, photograph, put_back, read, replay, temporary, three_days, tidied,
};

/// The only file below a folder.
fn only(photo: &Photo, start: &str) -> (PathBuf, Vec<u8>) {
    let files = named(photo, start);
    assert_eq!(files.len(), 1, "{files:?}");
    (files[0].0.clone(), files[0].1.clone())
}

/// Whether these bytes still lie in a folder, in their place or put aside.
fn is_kept(folder: &Path, name: &Path, bytes: &[u8]) -> bool {
    let photo = photograph(folder);
    photo.get(name).is_some_and(|there| there == bytes)
        || named(&photo, "quarantine").iter().any(|(_, aside)| aside.as_slice() == bytes)
}

fn names(opened: &Opened, name: &Path) -> bool {
    opened.report.problems.iter().any(|problem| problem.file == name)
}

/// The lines of a journal up to a byte: whole ones, and a last one that lacks only its line end.
fn whole_lines(bytes: &[u8], cut: usize) -> usize {
    (1..=bytes.len()).filter(|end| bytes[end - 1] == b'\n' && end - 1 <= cut).count()
}

#[test]
fn a_journal_cut_off_anywhere_keeps_every_line_before_the_cut_and_is_never_written_behind() {
    let (_, steps) = three_days();
    let place = temporary();
    journalled(place.path(), &steps);
    let photo = photograph(place.path());
    let (name, bytes) = only(&photo, "journal");
    for cut in 0..=bytes.len() {
        put_back(&photo, place.path());
        fs::write(place.path().join(&name), &bytes[..cut]).unwrap();
        let kept = whole_lines(&bytes, cut);
        let mut expected = replay(steps[..kept].iter().flatten());
        let mut opened = open(place.path());
        assert_eq!(opened.diary, expected, "cut at byte {cut}");
        // A torn tail is what a power cut leaves of a save nobody was told of: no damage, and it stays.
        assert_eq!(opened.report.read_only, None, "cut at byte {cut}");
        opened.store.append(&steps[2]).unwrap();
        drop(opened);
        assert_eq!(fs::read(place.path().join(&name)).unwrap(), &bytes[..cut], "cut at byte {cut}");
        steps[2].iter().cloned().for_each(|op| op.put(&mut expected));
        assert_eq!(read(place.path()).diary, expected, "cut at byte {cut}, after one more save");
    }
}

#[test]
fn a_tail_of_zeros_after_a_power_cut_is_a_torn_tail() {
    let (diary, steps) = three_days();
    let place = temporary();
    journalled(place.path(), &steps);
    let (name, mut bytes) = only(&photograph(place.path()), "journal");
    bytes.extend([0; 4096]);
    fs::write(place.path().join(name), bytes).unwrap();
    let opened = open(place.path());
    assert_eq!((opened.diary, opened.report.read_only), (diary, None));
}

#[test]
fn any_flipped_bit_of_the_journal_costs_at_most_its_own_line_is_named_and_stays_as_it_is() {
    let (_, steps) = three_days();
    let place = temporary();
    journalled(place.path(), &steps);
    let photo = photograph(place.path());
    let (name, bytes) = only(&photo, "journal");
    let without: Vec<_> = (0..steps.len())
        .map(|lost| replay(steps.iter().enumerate().filter(|(line, _)| *line != lost).flat_map(|(_, ops)| ops)))
        .collect();
    let all = replay(steps.iter().flatten());
    for bit in 0..bytes.len() * 8 {
        let line = bytes[..bit / 8].split(|byte| *byte == b'\n').count() - 1;
        let mut damaged = bytes.clone();
        damaged[bit / 8] ^= 1 << (bit % 8);
        put_back(&photo, place.path());
        fs::write(place.path().join(&name), &damaged).unwrap();
        let opened = open(place.path());
        assert!(names(&opened, &name), "bit {bit}: {:?}", opened.report.problems);
        if bytes[bit / 8] == b'\n' {
            assert_eq!((&opened.diary, &opened.report.read_only), (&all, &None), "bit {bit}: every line can be read");
        } else {
            assert_eq!(&opened.diary, &without[line], "bit {bit}, line {}", line + 1);
            assert_eq!(opened.report.read_only, Some(ReadOnly::Damaged), "bit {bit}");
        }
        assert!(!Store::check(place.path()).unwrap().is_sound());
        drop(opened);
        assert_eq!(fs::read(place.path().join(&name)).unwrap(), damaged, "bit {bit} was overwritten");
    }
    put_back(&photo, place.path());
    assert!(Store::check(place.path()).unwrap().is_sound());
}

#[test]
fn a_month_file_cut_off_anywhere_is_made_up_for_by_the_journal_and_never_overwritten() {
    let (diary, steps) = three_days();
    let place = temporary();
    tidied(place.path(), &diary, &steps);
    let photo = photograph(place.path());
    let (name, bytes) = only(&photo, "days");
    for cut in 0..bytes.len() {
        put_back(&photo, place.path());
        fs::write(place.path().join(&name), &bytes[..cut]).unwrap();
        let opened = open(place.path());
        assert_eq!(opened.diary, diary, "cut at byte {cut}");
        assert!(cut + 1 == bytes.len() || names(&opened, &name), "cut at byte {cut}: nothing was said");
        drop(opened);
        assert!(is_kept(place.path(), &name, &bytes[..cut]), "cut at byte {cut}: the damaged bytes are gone");
        assert_eq!(read(place.path()).diary, diary, "cut at byte {cut}, opened again");
    }
}

#[test]
fn any_flipped_bit_of_a_month_file_is_made_up_for_by_the_journal_and_never_overwritten() {
    let (diary, steps) = three_days();
    let place = temporary();
    tidied(place.path(), &diary, &steps);
    let photo = photograph(place.path());
    let (name, bytes) = only(&photo, "days");
    for bit in 0..bytes.len() * 8 {
        put_back(&photo, place.path());
        let mut damaged = bytes.clone();
        damaged[bit / 8] ^= 1 << (bit % 8);
        fs::write(place.path().join(&name), &damaged).unwrap();
        let opened = open(place.path());
        if let Some(ReadOnly::Newer { schema }) = opened.report.read_only {
            // The flipped digit is the schema's own; nothing is written, so nothing is lost.
            assert!(schema > 1);
        } else {
            assert_eq!(opened.diary, diary, "bit {bit}");
            // Only blanks after the sum may change without a word: they are no part of the diary.
            assert!(names(&opened, &name) || bit / 8 + 1 == bytes.len(), "bit {bit}: nothing was said");
        }
        drop(opened);
        assert!(is_kept(place.path(), &name, &damaged), "bit {bit}: the damaged bytes are gone");
    }
}

#[test]
fn a_damaged_month_without_a_journal_comes_back_from_its_copy() {
    let (diary, steps) = three_days();
    let place = temporary();
    tidied(place.path(), &diary, &steps);
    // A second change makes a copy of the file before it.
    let mut store = open(place.path()).store;
    let again = replay(steps.iter().flatten());
    store.append(&steps[2]).unwrap();
    store.checkpoint(&again).unwrap();
    drop(store);
    fs::remove_dir_all(place.path().join("journal")).unwrap();
    let photo = photograph(place.path());
    let (name, bytes) = only(&photo, "days");
    for bit in (0..bytes.len() * 8).step_by(7) {
        put_back(&photo, place.path());
        let mut damaged = bytes.clone();
        damaged[bit / 8] ^= 1 << (bit % 8);
        fs::write(place.path().join(&name), &damaged).unwrap();
        let opened = open(place.path());
        if matches!(opened.report.read_only, None | Some(ReadOnly::Damaged)) {
            assert_eq!(opened.diary, diary, "bit {bit}");
        }
        drop(opened);
        assert!(is_kept(place.path(), &name, &damaged), "bit {bit}");
    }
}

#[test]
fn every_other_file_may_be_damaged_too_without_a_panic_or_a_loss() {
    let (diary, steps) = three_days();
    let place = temporary();
    tidied(place.path(), &diary, &steps);
    let photo = photograph(place.path());
    for name in ["index.ron", "gutskin.ron"].map(PathBuf::from) {
        let bytes = &photo[&name];
        for bit in (0..bytes.len() * 8).step_by(3) {
            put_back(&photo, place.path());
            let mut damaged = bytes.clone();
            damaged[bit / 8] ^= 1 << (bit % 8);
            fs::write(place.path().join(&name), &damaged).unwrap();
            match Store::open(place.path(), Access::Write) {
                Ok(opened) => assert_eq!(opened.diary, diary, "{}: bit {bit}", name.display()),
                Err(refused) => assert!(refused.to_string().contains("gutskin.ron"), "{refused}"),
            }
            assert!(is_kept(place.path(), &name, &damaged), "{}: bit {bit}", name.display());
            let is_blank_end = bit / 8 + 1 == bytes.len();
            let sound = Store::check(place.path()).is_ok_and(|report| report.is_sound());
            assert!(!sound || is_blank_end, "{}: bit {bit} was called sound", name.display());
        }
    }
}

#[test]
fn every_file_may_be_missing_or_empty_without_a_panic_and_a_missing_month_is_not_an_empty_one() {
    let (diary, steps) = three_days();
    let place = temporary();
    tidied(place.path(), &diary, &steps);
    let photo = photograph(place.path());
    for (name, bytes) in &photo {
        for content in [None, Some(Vec::new()), Some(vec![0; bytes.len()]), Some(vec![0xff; 64])] {
            put_back(&photo, place.path());
            fs::remove_file(place.path().join(name)).unwrap();
            if let Some(content) = &content {
                fs::write(place.path().join(name), content).unwrap();
            }
            match Store::open(place.path(), Access::Write) {
                Ok(opened) => assert_eq!(opened.diary, diary, "{} as {content:?}", name.display()),
                Err(refused) => assert!(refused.to_string().contains("gutskin.ron"), "{refused}"),
            }
        }
    }
}

#[test]
fn everything_zeroed_at_once_is_told_and_left() {
    let (diary, steps) = three_days();
    let place = temporary();
    tidied(place.path(), &diary, &steps);
    let mut photo = photograph(place.path());
    photo.iter_mut().filter(|(name, _)| !name.ends_with("gutskin.ron")).for_each(|(_, bytes)| bytes.fill(0));
    put_back(&photo, place.path());
    let opened = open(place.path());
    assert_eq!(opened.report.read_only, Some(ReadOnly::Damaged));
    drop(opened);
    assert_eq!(photograph(place.path()), photo);
}

#[test]
fn a_line_that_stands_twice_is_one_change_and_a_missing_line_is_named() {
    let (diary, steps) = three_days();
    let place = temporary();
    journalled(place.path(), &steps);
    let (name, bytes) = only(&photograph(place.path()), "journal");
    let lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
    fs::write(place.path().join(&name), [lines[0], lines[1], lines[1], lines[2]].concat()).unwrap();
    assert_eq!(read(place.path()).diary, diary);
    fs::write(place.path().join(&name), [lines[0], lines[2]].concat()).unwrap();
    let opened = open(place.path());
    assert_eq!(opened.report.read_only, Some(ReadOnly::Damaged));
    assert!(opened.report.problems[0].what.contains("changes 2 to 2 are missing"), "{:?}", opened.report.problems);
}

#[test]
fn messages_about_a_broken_file_stay_short_and_tame() {
    let (diary, steps) = three_days();
    let place = temporary();
    tidied(place.path(), &diary, &steps);
    let (name, _) = only(&photograph(place.path()), "days");
    let long = format!("#![enable(implicit_some)]\nMonth(format: \"x\", {}\u{202e}\u{7}: 1)", "a".repeat(100_000));
    fs::write(place.path().join(name), long).unwrap();
    for problem in open(place.path()).report.problems {
        let words = problem.to_string();
        assert!(words.len() < 1_000, "{} bytes", words.len());
        assert!(!words.contains(['\n', '\u{7}', '\u{202e}']), "{words:?}");
    }
}

#[test]
fn a_hostile_number_of_the_last_change_is_damage_and_never_an_overflow() {
    let (_, steps) = three_days();
    let place = temporary();
    tidied(place.path(), &replay(steps.iter().flatten()), &steps);
    fs::remove_dir_all(place.path().join("journal")).unwrap();
    let (name, bytes) = only(&photograph(place.path()), "days");
    let text = String::from_utf8(bytes).unwrap();
    let hostile = text.replace("seq: 3", &format!("seq: {}", u64::MAX));
    assert_ne!(text, hostile);
    fs::write(place.path().join(name), hostile).unwrap();
    let mut opened = open(place.path());
    let refused: Vec<JournalOp> = steps[0].clone();
    assert!(opened.store.append(&refused).is_err());
}

/// March with a copy, and the journal of the last change only.
fn with_a_copy(place: &Path) -> (gutskin::model::diary::Diary, Photo) {
    let (diary, steps) = three_days();
    tidied(place, &diary, &steps);
    let mut store = open(place).store;
    store.append(&steps[2]).unwrap();
    let diary = replay(steps.iter().chain([&steps[2]]).flatten());
    store.checkpoint(&diary).unwrap();
    drop(store);
    (diary, photograph(place))
}

#[test]
fn a_damaged_month_moved_out_of_the_folder_is_made_anew() {
    let place = temporary();
    let (diary, photo) = with_a_copy(place.path());
    let (name, bytes) = only(&photo, "days");
    fs::write(place.path().join(&name), &bytes[..90]).unwrap();
    let opened = open(place.path());
    assert_eq!(opened.report.read_only, Some(ReadOnly::Damaged));
    assert!(opened.report.problems[0].to_string().contains("move it out of the folder"));
    drop(opened);
    fs::rename(place.path().join(&name), place.path().join("damaged.ron")).unwrap();
    let opened = open(place.path());
    assert_eq!((opened.diary, opened.report.read_only), (diary.clone(), None));
    assert!(opened.report.problems[0].to_string().contains("this file is gone; it is made anew"));
    drop(opened.store);
    assert!(place.path().join(&name).is_file());
    assert!(Store::check(place.path()).unwrap().is_sound());
    fs::remove_dir_all(place.path().join("journal")).unwrap();
    assert_eq!(read(place.path()).diary, diary);
}

#[test]
fn an_older_copy_put_back_by_hand_is_brought_up_to_date_or_told() {
    let place = temporary();
    let (diary, photo) = with_a_copy(place.path());
    let (name, _) = only(&photo, "days");
    let (_, copy) = only(&photo, "backups/2026-03");
    fs::write(place.path().join(&name), &copy).unwrap();
    let opened = open(place.path());
    assert_eq!((opened.diary, opened.report.read_only), (diary, None), "the journal holds what the copy lacks");
    drop(opened.store);

    put_back(&photo, place.path());
    fs::write(place.path().join(&name), &copy).unwrap();
    fs::remove_dir_all(place.path().join("journal")).unwrap();
    let opened = open(place.path());
    assert_eq!(opened.report.read_only, Some(ReadOnly::Damaged));
    assert!(opened.report.problems[0].what.contains("an older version of this month"), "{:?}", opened.report.problems);
}

#[test]
fn a_journal_made_to_look_like_a_million_lines_in_one_is_read_in_no_time() {
    let (diary, steps) = three_days();
    let place = temporary();
    journalled(place.path(), &steps);
    let (name, mut bytes) = only(&photograph(place.path()), "journal");
    bytes.extend(b"(\"0123456789abcdef\",".repeat(100_000));
    bytes.push(b'\n');
    fs::write(place.path().join(name), bytes).unwrap();
    let opened = open(place.path());
    assert_eq!((opened.diary, opened.report.read_only), (diary, Some(ReadOnly::Damaged)));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_in_place_of_any_file_are_told_and_never_a_panic(
        which in 0_usize..5,
        start in 0_usize..3_000,
        bytes in vec(any::<u8>(), 0..200),
    ) {
        let (diary, steps) = three_days();
        let place = temporary();
        tidied(place.path(), &diary, &steps);
        let photo = photograph(place.path());
        let (name, old) = photo.iter().nth(which % photo.len()).unwrap();
        // Over a stretch of the file, so that much of it still looks right.
        let start = start % old.len();
        let end = (start + bytes.len()).min(old.len());
        let new = [&old[..start], &bytes[..end - start], &old[end..]].concat();
        fs::write(place.path().join(name), &new).unwrap();
        match Store::open(place.path(), Access::Write) {
            Ok(opened) => {
                let is_newer = matches!(opened.report.read_only, Some(ReadOnly::Newer { .. }));
                prop_assert!(is_newer || opened.diary == diary);
            }
            Err(refused) => prop_assert!(!refused.to_string().contains('\n')),
        }
        prop_assert!(is_kept(place.path(), name, &new) || new == *old);
        Store::check(place.path()).ok();
        Store::repair(place.path()).ok();
    }
}
