//! An encrypted diary: nobody reads a word of it without its passphrase or its recovery code, and nothing is lost by it, wherever the
//! disk fails or the program is stopped.

use std::fs;
use std::path::Path;

use gutskin::edit::JournalOp;
use gutskin::model::diary::Diary;
use gutskin::storage::copies::{CopyKind, copies, read_copy, states_of};
use gutskin::storage::seal::{NewSecrets, RecoveryCode, Secret, Vault};
use gutskin::storage::{Access, Opened, PhotoFiles, StorageError, Store};

use super::failing_disk::{Failure, failing};
use super::folder::{Photo, open, photograph, put_back, read, temporary, three_days, tidied};

const PASSPHRASE: &str = "five plain words of mine";

/// Secrets that cost little to check, so that thousands of cases take seconds.
fn secrets() -> NewSecrets {
    NewSecrets { passphrase: Secret::from(PASSPHRASE), recovery: RecoveryCode::generate().unwrap(), work: 1 }
}

fn unlocked(place: &Path) -> Vault {
    Vault::unlock(place, &Secret::from(PASSPHRASE)).unwrap()
}

fn open_sealed(place: &Path, access: Access) -> Opened {
    Store::open_with(place, access, &unlocked(place)).unwrap()
}

/// A diary with copies, a journal, something put aside, and words in every one of them.
fn a_full_diary(place: &Path) -> (Diary, Vec<Vec<JournalOp>>) {
    let (diary, steps) = three_days();
    tidied(place, &diary, &steps);
    let mut opened = open(place);
    for ops in &steps {
        opened.store.append(ops).unwrap();
    }
    drop(opened);
    let month = place.join("days/2026-03.ron");
    let text = fs::read_to_string(&month).unwrap();
    fs::write(&month, format!("{text}// a comment by hand\n")).unwrap();
    drop(open(place));
    assert!(place.join("quarantine").is_dir());
    (diary, steps)
}

fn seal(place: &Path, diary: &Diary) -> NewSecrets {
    let secrets = secrets();
    let mut opened = open(place);
    opened.store.seal(diary, &secrets).unwrap();
    secrets
}

/// Words of the diary in a photograph: of notes, of answers, of days.
fn words_in(photo: &Photo) -> Vec<String> {
    let telling = ["serum", "wind, ", "Käse", "redness", "SkinCheck", "comment by hand", "2026-03-0"];
    let mut found = Vec::new();
    for (name, bytes) in photo {
        let text = String::from_utf8_lossy(bytes);
        found.extend(
            telling.iter().filter(|word| text.contains(**word)).map(|word| format!("{word} in {}", name.display())),
        );
    }
    found
}

#[test]
fn no_word_of_the_diary_stands_in_any_file_of_its_folder_before_or_after_it_is_used() {
    let place = temporary();
    let (diary, steps) = a_full_diary(place.path());
    assert!(words_in(&photograph(place.path())).len() > 8, "the words are there before");
    // What a run that was killed left behind says as much.
    fs::write(place.path().join("days/.2026-03.ron.4711.tmp"), "redness").unwrap();
    seal(place.path(), &diary);
    assert_eq!(words_in(&photograph(place.path())), Vec::<String>::new());
    let mut opened = open_sealed(place.path(), Access::Write);
    assert_eq!(opened.diary, diary);
    for ops in &steps {
        opened.store.append(ops).unwrap();
    }
    assert_eq!(words_in(&photograph(place.path())), Vec::<String>::new(), "in the journal");
    opened.store.checkpoint(&diary).unwrap();
    drop(opened);
    assert_eq!(words_in(&photograph(place.path())), Vec::<String>::new(), "in months and copies");
    assert_eq!(open_sealed(place.path(), Access::Read).diary, diary);
}

#[test]
fn pictures_are_sealed_with_the_rest_and_come_back_as_they_were() {
    let place = temporary();
    let (diary, _) = a_full_diary(place.path());
    let plain = PhotoFiles::new(place.path());
    let before = plain.keep(b"a left cheek", b"a small left cheek").unwrap();
    seal(place.path(), &diary);
    let files = PhotoFiles::new(place.path()).with(&unlocked(place.path()));
    let after = files.keep(b"a right cheek", b"a small right cheek").unwrap();
    let shown = |photo: &Photo| photo.values().any(|bytes| String::from_utf8_lossy(bytes).contains("cheek"));
    assert!(!shown(&photograph(place.path())), "no picture can be seen in the folder");
    assert_eq!(files.read(before).unwrap().as_deref(), Some(b"a left cheek".as_slice()));
    assert_eq!(files.read(after).unwrap().as_deref(), Some(b"a right cheek".as_slice()));
    assert_eq!(files.read_thumbnail(before).as_deref(), Some(b"a small left cheek".as_slice()));
    assert!(matches!(plain.read(before), Err(StorageError::Damaged { .. })), "without the key");
    let mut opened = open_sealed(place.path(), Access::Write);
    opened.store.unseal(&diary, &Secret::from(PASSPHRASE)).unwrap();
    assert_eq!(plain.read(before).unwrap().as_deref(), Some(b"a left cheek".as_slice()));
    assert_eq!(plain.read(after).unwrap().as_deref(), Some(b"a right cheek".as_slice()));
}

#[test]
fn without_the_passphrase_nothing_is_opened_and_a_wrong_one_changes_nothing() {
    let place = temporary();
    let (diary, _) = a_full_diary(place.path());
    let secrets = seal(place.path(), &diary);
    let before = photograph(place.path());
    for access in [Access::Read, Access::Write] {
        assert!(matches!(Store::open(place.path(), access), Err(StorageError::Locked { .. })));
    }
    assert!(matches!(Store::check(place.path()), Err(StorageError::Locked { .. })));
    assert!(matches!(Store::repair(place.path()), Err(StorageError::Locked { .. })));
    let code = secrets.recovery.to_string();
    for wrong in ["", "five plain words of mime", "Five plain words of mine", &code[1..]] {
        let refused = Vault::unlock(place.path(), &Secret::from(wrong)).err();
        assert!(matches!(refused, Some(StorageError::WrongPassphrase { .. })), "“{wrong}”: {refused:?}");
    }
    assert_eq!(photograph(place.path()), before);
    let by_code = Vault::unlock(place.path(), &Secret::from(code.to_lowercase())).unwrap();
    assert_eq!(Store::open_with(place.path(), Access::Read, &by_code).unwrap().diary, diary);
}

#[test]
fn another_passphrase_or_code_opens_it_after_a_change_and_the_one_before_does_not() {
    let place = temporary();
    let (diary, _) = a_full_diary(place.path());
    let secrets = seal(place.path(), &diary);
    let opens = |secret: &Secret| Vault::unlock(place.path(), secret).is_ok();
    let mut opened = open_sealed(place.path(), Access::Write);
    let (old, new) = (Secret::from(PASSPHRASE), Secret::from("another five plain words"));
    let wrong = opened.store.change_passphrase(&Secret::from("not this one"), &new, 1);
    assert!(matches!(wrong, Err(StorageError::WrongPassphrase { .. })), "{wrong:?}");
    opened.store.change_passphrase(&secrets.recovery.secret(), &new, 1).unwrap();
    assert!(opens(&new) && !opens(&old) && opens(&secrets.recovery.secret()));
    let code = RecoveryCode::generate().unwrap();
    opened.store.change_recovery(&new, &code, 1).unwrap();
    assert!(opens(&new) && opens(&code.secret()) && !opens(&secrets.recovery.secret()));
}

#[test]
fn the_key_lies_with_every_kind_of_copy_and_one_that_is_lost_or_damaged_is_taken_from_there() {
    let place = temporary();
    let (diary, _) = a_full_diary(place.path());
    seal(place.path(), &diary);
    let key = place.path().join("key.ron");
    let whole = fs::read(&key).unwrap();
    for folder in ["backups", "backups/full"] {
        assert_eq!(fs::read(place.path().join(folder).join("key.ron")).unwrap(), whole, "{folder}");
    }
    for damage in [None, Some(&whole[..whole.len() / 2]), Some(b"".as_slice())] {
        match damage {
            None => fs::remove_file(&key).unwrap(),
            Some(bytes) => fs::write(&key, bytes).unwrap(),
        }
        assert!(matches!(Store::open(place.path(), Access::Read), Err(StorageError::Locked { .. })));
        assert_eq!(open_sealed(place.path(), Access::Write).diary, diary);
        assert_eq!(fs::read(&key).unwrap(), whole, "it is in its place again");
    }
}

#[test]
fn damage_to_a_sealed_file_is_found_and_its_copy_used() {
    let place = temporary();
    let (diary, steps) = a_full_diary(place.path());
    seal(place.path(), &diary);
    let mut opened = open_sealed(place.path(), Access::Write);
    for ops in &steps {
        opened.store.append(ops).unwrap();
    }
    opened.store.checkpoint(&diary).unwrap();
    drop(opened);
    let before = photograph(place.path());
    for name in before.keys().filter(|name| !name.starts_with("backups") && !name.starts_with("quarantine")) {
        if name.ends_with("gutskin.ron") {
            continue;
        }
        put_back(&before, place.path());
        let mut bytes = before[name].clone();
        let middle = bytes.len() / 2;
        bytes[middle] ^= 4;
        fs::write(place.path().join(name), bytes).unwrap();
        let seen = open_sealed(place.path(), Access::Read);
        assert_eq!(seen.diary, diary, "{name:?}");
        let is_told = !seen.report.problems.is_empty() || name.ends_with("key.ron");
        assert!(is_told, "{name:?}");
    }
}

#[test]
fn a_plain_file_that_somebody_puts_into_an_encrypted_diary_is_not_taken_over_unasked() {
    let place = temporary();
    let (diary, _) = a_full_diary(place.path());
    let month = place.path().join("days/2026-03.ron");
    let plain = fs::read_to_string(&month).unwrap();
    seal(place.path(), &diary);
    fs::write(&month, plain).unwrap();
    let opened = open_sealed(place.path(), Access::Write);
    assert_eq!(opened.diary, diary);
    assert_eq!(opened.report.problems.len(), 1, "{:?}", opened.report.problems);
    assert!(opened.report.problems[0].kept.is_some(), "it is put aside, to be compared");
    drop(opened);
    assert_eq!(words_in(&photograph(place.path())), Vec::<String>::new());
}

#[test]
fn copies_and_earlier_states_of_an_encrypted_diary_are_read_with_its_key() {
    let place = temporary();
    let (diary, _) = a_full_diary(place.path());
    let day = diary.day_records().next().unwrap().date;
    let before = states_of(place.path(), &Vault::default(), day).unwrap();
    seal(place.path(), &diary);
    let vault = unlocked(place.path());
    assert_eq!(states_of(place.path(), &vault, day).unwrap(), before);
    for copy in copies(place.path()).unwrap().iter().filter(|copy| matches!(copy.kind, CopyKind::Month(_))) {
        assert!(read_copy(&copy.path, &vault).unwrap().is_as_written);
        assert!(read_copy(&copy.path, &Vault::default()).is_err());
    }
}

#[test]
fn taking_the_encryption_off_needs_the_secret_and_leaves_a_plain_diary_without_a_key() {
    let place = temporary();
    let (diary, steps) = a_full_diary(place.path());
    seal(place.path(), &diary);
    let mut opened = open_sealed(place.path(), Access::Write);
    opened.store.append(&steps[0]).unwrap();
    let refused = opened.store.unseal(&diary, &Secret::from("not this one"));
    assert!(matches!(refused, Err(StorageError::WrongPassphrase { .. })), "{refused:?}");
    opened.store.unseal(&diary, &Secret::from(PASSPHRASE)).unwrap();
    opened.store.append(&steps[1]).unwrap();
    drop(opened);
    let plain = open(place.path());
    assert_eq!((plain.diary, plain.report.read_only), (diary, None));
    drop(plain.store);
    for (name, bytes) in photograph(place.path()) {
        assert!(!name.ends_with("key.ron"), "{name:?}");
        assert!(!String::from_utf8_lossy(&bytes).contains("AGE ENCRYPTED"), "{name:?}");
    }
    assert!(Store::check(place.path()).unwrap().is_sound());
}

/// Whatever lies there now: the whole diary comes back, with the passphrase where one is asked for, and what was begun is finished.
fn comes_back(place: &Path, diary: &Diary, when: &str) {
    let vault = Vault::unlock(place, &Secret::from(PASSPHRASE)).unwrap_or_else(|error| panic!("{when}: {error}"));
    let seen = Store::open_with(place, Access::Read, &vault).unwrap_or_else(|error| panic!("{when}: {error}"));
    assert!(seen.diary == *diary && seen.report.problems.is_empty(), "{when}: read {:?}", seen.report.problems);
    drop(seen);
    let opened = Store::open_with(place, Access::Write, &vault).unwrap();
    assert!(opened.diary == *diary && opened.report.read_only.is_none(), "{when}: {:?}", opened.report);
    drop(opened);
    let is_locked = Vault::is_needed(place).unwrap();
    let sealed =
        photograph(place).values().filter(|bytes| String::from_utf8_lossy(bytes).contains("\nSealed(")).count();
    if is_locked {
        assert_eq!(words_in(&photograph(place)), Vec::<String>::new(), "{when}: half of it is left plain");
    } else {
        assert_eq!(sealed, 0, "{when}: sealed files are left, and no key");
    }
}

#[test]
fn wherever_the_disk_fails_while_encrypting_the_diary_is_plain_or_encrypted_and_whole() {
    let place = temporary();
    let (diary, _) = a_full_diary(place.path());
    let before = photograph(place.path());
    let (mut cases, mut ends) = (0, [0, 0]);
    for (is_for_ever, tear) in [(true, None), (false, None), (true, Some(30))] {
        for at in 0.. {
            put_back(&before, place.path());
            let mut opened = open(place.path());
            let (_, was_met) =
                failing(Failure { at, is_for_ever, tear }, || opened.store.seal(&diary, &secrets()).is_ok());
            drop(opened);
            comes_back(place.path(), &diary, &format!("step {at}, for ever {is_for_ever}, torn {tear:?}"));
            ends[usize::from(Vault::is_needed(place.path()).unwrap())] += 1;
            cases += 1;
            if !was_met {
                break;
            }
        }
    }
    assert!(cases > 200 && ends.iter().all(|end| *end > 30), "{cases} cases, plain and encrypted {ends:?}");
}

#[test]
fn wherever_the_disk_fails_while_taking_the_encryption_off_the_diary_is_plain_or_encrypted_and_whole() {
    let place = temporary();
    let (diary, _) = a_full_diary(place.path());
    seal(place.path(), &diary);
    let before = photograph(place.path());
    let mut cases = 0;
    for (is_for_ever, tear) in [(true, None), (false, None), (true, Some(30))] {
        for at in 0.. {
            put_back(&before, place.path());
            let mut opened = open_sealed(place.path(), Access::Write);
            let secret = Secret::from(PASSPHRASE);
            let (_, was_met) =
                failing(Failure { at, is_for_ever, tear }, || opened.store.unseal(&diary, &secret).is_ok());
            drop(opened);
            comes_back(place.path(), &diary, &format!("step {at}, for ever {is_for_ever}, torn {tear:?}"));
            cases += 1;
            if !was_met {
                break;
            }
        }
    }
    assert!(cases > 150, "{cases} cases");
}

#[test]
fn edits_in_an_encrypted_diary_survive_a_disk_that_fails_at_any_step() {
    let place = temporary();
    let (diary, steps) = a_full_diary(place.path());
    seal(place.path(), &diary);
    let before = photograph(place.path());
    for at in 0.. {
        put_back(&before, place.path());
        let mut opened = open_sealed(place.path(), Access::Write);
        let (_, was_met) = failing(Failure { at, is_for_ever: true, tear: Some(40) }, || {
            for ops in &steps {
                opened.store.append(ops).ok();
            }
            opened.store.checkpoint(&diary).ok()
        });
        drop(opened);
        let seen = open_sealed(place.path(), Access::Read);
        // The steps repeat what the diary says, so that every prefix of them leaves it as it is.
        assert_eq!(seen.diary, diary, "step {at}");
        assert!(!seen.report.problems.iter().any(|problem| problem.is_damage), "step {at}: {:?}", seen.report.problems);
        if !was_met {
            break;
        }
    }
}

#[test]
fn a_diary_that_is_read_only_is_not_encrypted() {
    let place = temporary();
    let (diary, _) = a_full_diary(place.path());
    let before = photograph(place.path());
    let refused = read(place.path()).store.seal(&diary, &secrets());
    assert!(matches!(refused, Err(StorageError::ForReading { .. })), "{refused:?}");
    assert_eq!(photograph(place.path()), before);
    seal(place.path(), &diary);
    let again = open_sealed(place.path(), Access::Write).store.seal(&diary, &secrets());
    assert!(matches!(again, Err(StorageError::EncryptedAlready { .. })), "{again:?}");
}
