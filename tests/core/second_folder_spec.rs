//! A second folder for full copies: they go there by themselves, a folder that is away is said and holds nothing up, what lies there
//! can be checked and brought back, and is encrypted when the diary is.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use gutskin::edit::comparison::compare;
use gutskin::edit::{Command, Place};
use gutskin::model::entry::EntryKind;
use gutskin::model::time::Day;
use gutskin::model::value::Value;
use gutskin::storage::copies::read_copy;
use gutskin::storage::seal::{NewSecrets, RecoveryCode, Secret, Vault};
use gutskin::storage::second_folder::{SecondFolder, full, verify};
use gutskin::storage::{Access, StorageError, Store};
use gutskin::workspace::{SecondState, Workspace};

use super::commands::key;
use super::folder::{open, photograph, temporary, three_days, tidied};

const PASSPHRASE: &str = "five plain words of mine";

fn workspace(folder: &Path) -> Workspace {
    Workspace::open(folder, Access::Write, Arc::new(|| {})).unwrap()
}

/// Goes on until nothing is on its way any more.
fn settled(workspace: &Workspace) -> SecondState {
    workspace.wait_until_saved().unwrap();
    loop {
        let state = workspace.second_copies();
        if !state.is_busy {
            return state;
        }
        std::thread::yield_now();
    }
}

/// A diary with a full copy and an empty folder for more, as a stick would be.
fn diary_and_stick(place: &Path) -> (PathBuf, PathBuf) {
    let (folder, stick) = (place.join("diary"), place.join("stick"));
    let (diary, steps) = three_days();
    tidied(&folder, &diary, &steps);
    fs::create_dir(&stick).unwrap();
    (folder, stick)
}

/// Names of the full copies in a folder.
fn copies_in(folder: &Path) -> Vec<String> {
    let names = fs::read_dir(folder).into_iter().flatten().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<String> = names.map(|name| name.to_string_lossy().into_owned()).collect();
    names.retain(|name| name.contains("-s"));
    names.sort();
    names
}

fn answer(workspace: &mut Workspace, day: Day, redness: f64) {
    let place = Place::Main { kind: EntryKind::SkinCheck, region: None };
    let value = Some(Value::Number(redness));
    workspace.submit(Command::Answer { day, place, key: key("redness"), value }).unwrap();
}

#[test]
fn a_chosen_folder_gets_every_full_copy_and_says_how_new_the_newest_is() {
    let place = temporary();
    let (folder, stick) = diary_and_stick(place.path());
    let workspace = workspace(&folder);
    assert_eq!(settled(&workspace).place, None);
    workspace.choose_second_folder(Some(stick.clone())).unwrap();
    let state = settled(&workspace);
    assert_eq!((state.in_the_way, state.is_due), (None, false));
    assert_eq!(state.place, Some(stick.canonicalize().unwrap()));
    assert_eq!(state.copies[0].made_on, Some(Day::calendar_today()));
    let home = state.copies[0].path.parent().unwrap().to_path_buf();
    assert!(home.starts_with(stick.canonicalize().unwrap()) && home.ends_with(home.file_name().unwrap()));
    assert_eq!(copies_in(&home), copies_in(&full(&folder)));
    for name in copies_in(&home) {
        assert_eq!(fs::read(home.join(&name)).unwrap(), fs::read(full(&folder).join(&name)).unwrap(), "{name}");
    }
    // The choice is remembered with the diary.
    drop(workspace);
    let again = self::workspace(&folder);
    let state = settled(&again);
    assert_eq!((state.place, state.copies.len()), (Some(stick.canonicalize().unwrap()), 1));
    assert!(Store::check(&folder).unwrap().is_sound());
}

#[test]
fn one_more_copy_is_made_on_wish_and_before_many_days_change_at_once() {
    let place = temporary();
    let (folder, stick) = diary_and_stick(place.path());
    let mut workspace = workspace(&folder);
    workspace.choose_second_folder(Some(stick)).unwrap();
    let home = settled(&workspace).copies[0].path.parent().unwrap().to_path_buf();
    let before = copies_in(&home);
    let day = Day::from_ymd(2026, 3, 1).unwrap();
    answer(&mut workspace, day, 4.0);
    workspace.back_up().unwrap();
    workspace.wait_until_saved().unwrap();
    answer(&mut workspace, day.plus(1), 4.0);
    // What many days said is in a full copy before they change at once.
    let copied = read_copy(&home.join(&before[0]), &Vault::default()).unwrap();
    workspace.submit(Command::Restore { source: "a copy".to_owned(), days: copied.days, records: Vec::new() }).unwrap();
    drop(workspace);
    let after = copies_in(&home);
    assert_eq!(after.len(), before.len() + 2, "{after:?}");
    assert_eq!(after, copies_in(&full(&folder)));
    let newest = read_copy(&home.join(after.last().unwrap()), &Vault::default()).unwrap();
    let changed = compare(&open(&folder).diary, newest.month, &newest.days);
    assert_eq!(changed.len(), 2, "as it was before the days were taken over");
}

#[test]
fn a_folder_that_is_away_is_said_holds_nothing_up_and_gets_its_copy_when_it_is_back() {
    let place = temporary();
    let (folder, stick) = diary_and_stick(place.path());
    let mut first = workspace(&folder);
    first.choose_second_folder(Some(stick.clone())).unwrap();
    let home = settled(&first).copies[0].path.parent().unwrap().to_path_buf();
    let away = place.path().join("away");
    fs::rename(&stick, &away).unwrap();
    let day = Day::from_ymd(2026, 3, 2).unwrap();
    answer(&mut first, day, 4.0);
    first.wait_until_saved().unwrap();
    first.back_up().unwrap();
    drop(first);
    assert!(!stick.exists(), "a folder was made where the stick was");
    let mut second = workspace(&folder);
    let state = settled(&second);
    assert!(
        state.is_due && state.in_the_way.as_ref().is_some_and(|why| why.contains("plug the stick in")),
        "{state:?}"
    );
    second.hear();
    let notice = second.notices().into_iter().find(|notice| notice.place.ends_with("stick")).expect("it is said");
    assert!(notice.what.contains("not here") && notice.done.contains("your diary itself is saved"), "{notice:?}");
    second.understand(&notice);
    second.hear();
    assert!(second.notices().is_empty(), "{:?}", second.notices());
    drop(second);
    fs::rename(&away, &stick).unwrap();
    let mut third = workspace(&folder);
    let state = settled(&third);
    assert_eq!((state.in_the_way, state.is_due), (None, false));
    assert_eq!(copies_in(&home), copies_in(&full(&folder)));
    third.hear();
    assert!(third.notices().is_empty());
}

#[test]
fn an_absent_folder_without_a_copy_that_waits_is_no_news() {
    let place = temporary();
    let (folder, stick) = diary_and_stick(place.path());
    let first = workspace(&folder);
    first.choose_second_folder(Some(stick.clone())).unwrap();
    settled(&first);
    drop(first);
    fs::remove_dir_all(&stick).unwrap();
    let mut second = workspace(&folder);
    let state = settled(&second);
    assert!(!state.is_due && state.in_the_way.is_some(), "the page of backups says it all the same");
    second.hear();
    assert!(second.notices().is_empty(), "a stick in a drawer is no trouble");
}

#[test]
fn a_folder_that_can_be_none_is_refused_and_the_one_before_stays() {
    let place = temporary();
    let (folder, stick) = diary_and_stick(place.path());
    let workspace = workspace(&folder);
    workspace.choose_second_folder(Some(stick.clone())).unwrap();
    settled(&workspace);
    let file = place.path().join("file");
    fs::write(&file, "no folder").unwrap();
    for (wrong, word) in
        [(place.path().join("nowhere"), "not here"), (file, "not here"), (folder.join("backups"), "the diary itself")]
    {
        workspace.choose_second_folder(Some(wrong.clone())).unwrap();
        let state = settled(&workspace);
        assert_eq!(state.place, Some(stick.canonicalize().unwrap()), "{wrong:?}");
        assert!(SecondFolder::choose(&folder, &Vault::default(), &wrong).unwrap_err().to_string().contains(word));
    }
    workspace.choose_second_folder(None).unwrap();
    assert_eq!(settled(&workspace).place, None);
    assert!(!copies_in(&fs::read_dir(&stick).unwrap().next().unwrap().unwrap().path()).is_empty(), "copies stay");
}

#[test]
fn reading_all_copies_finds_a_flipped_bit_and_a_cut_here_and_there() {
    let place = temporary();
    let (folder, stick) = diary_and_stick(place.path());
    let workspace = workspace(&folder);
    workspace.choose_second_folder(Some(stick)).unwrap();
    let copy = settled(&workspace).copies[0].path.clone();
    workspace.verify_copies().unwrap();
    let verified = settled(&workspace).verified.unwrap();
    assert_eq!((verified.sound, verified.bad), (2, Vec::new()), "one here and one there");
    let whole = fs::read(&copy).unwrap();
    let mut flipped = whole.clone();
    let middle = flipped.len() / 2;
    flipped[middle] ^= 1;
    for damaged in [flipped, whole[..middle].to_vec(), Vec::new()] {
        fs::write(&copy, &damaged).unwrap();
        let found = verify(&[full(&folder), copy.parent().unwrap().to_path_buf()], &Vault::default()).unwrap();
        assert_eq!((found.sound, found.bad.len()), (1, 1), "{} bytes", damaged.len());
        assert_eq!(found.bad[0].0, copy);
    }
}

#[test]
fn copies_of_an_encrypted_diary_are_encrypted_there_too_with_their_key_beside_them() {
    let place = temporary();
    let (folder, stick) = diary_and_stick(place.path());
    let first = workspace(&folder);
    first.choose_second_folder(Some(stick.clone())).unwrap();
    settled(&first);
    drop(first);
    let told = |words: &str| photograph(&stick).values().any(|bytes| String::from_utf8_lossy(bytes).contains(words));
    assert!(told("new serum"), "plain before");
    let secrets =
        NewSecrets { passphrase: Secret::from(PASSPHRASE), recovery: RecoveryCode::generate().unwrap(), work: 1 };
    let mut opened = open(&folder);
    opened.store.seal(&opened.diary, &secrets).unwrap();
    drop(opened);
    let second = Workspace::unlock(&folder, Some(&Secret::from(PASSPHRASE)), Arc::new(|| {})).unwrap();
    let state = settled(&second);
    assert_eq!(state.in_the_way, None);
    assert!(!told("new serum") && !told("2026-03-01"), "a word is left in the second folder");
    // The stick alone is enough: its key opens its copies, in the hands of somebody who has the passphrase.
    let home = state.copies[0].path.parent().unwrap();
    let vault = Vault::unlock(home, &Secret::from(PASSPHRASE)).unwrap();
    let copied = read_copy(&state.copies[0].path, &vault).unwrap();
    assert!(copied.is_as_written && copied.days.len() == 3);
    assert!(read_copy(&state.copies[0].path, &Vault::default()).is_err());
}

#[test]
fn a_key_that_still_opens_copies_there_is_kept_beside_the_new_one() {
    let place = temporary();
    let (folder, stick) = diary_and_stick(place.path());
    let seal = |work| {
        let recovery = RecoveryCode::generate().unwrap();
        let mut opened = open(&folder);
        opened.store.seal(&opened.diary, &NewSecrets { passphrase: Secret::from(PASSPHRASE), recovery, work }).unwrap();
    };
    seal(1);
    let vault = Vault::unlock(&folder, &Secret::from(PASSPHRASE)).unwrap();
    let mut second = SecondFolder::choose(&folder, &vault, &stick).unwrap();
    let home = second.bring(&folder, &vault).unwrap()[0].path.parent().unwrap().to_path_buf();
    // A copy that the folder here does not have any more stays under the old key.
    let old = home.join("2025-W01-s00000001.ron");
    fs::copy(home.join(&copies_in(&home)[0]), &old).unwrap();
    let mut opened = Store::open_with(&folder, Access::Write, &vault).unwrap();
    opened.store.unseal(&opened.diary, &Secret::from(PASSPHRASE)).unwrap();
    drop(opened);
    seal(2);
    let vault = Vault::unlock(&folder, &Secret::from(PASSPHRASE)).unwrap();
    second.bring(&folder, &vault).unwrap();
    let keys: Vec<PathBuf> =
        photograph(&home).into_keys().filter(|name| name.to_string_lossy().starts_with("key")).collect();
    assert_eq!(keys.len(), 2, "{keys:?}");
    assert!(read_copy(&old, &vault).is_err());
    fs::rename(home.join(keys.iter().find(|name| !name.ends_with("key.ron")).unwrap()), home.join("key.ron")).unwrap();
    let earlier = Vault::unlock(&home, &Secret::from(PASSPHRASE)).unwrap();
    assert!(read_copy(&old, &earlier).unwrap().is_as_written);
}

#[test]
fn wherever_the_drive_fails_what_lies_there_is_whole_and_the_next_try_completes_it() {
    let place = temporary();
    let (folder, stick) = diary_and_stick(place.path());
    let own = copies_in(&full(&folder));
    for tear in [None, Some(30)] {
        for at in 0.. {
            fs::remove_dir_all(&stick).unwrap();
            fs::create_dir(&stick).unwrap();
            let vault = Vault::default();
            let mut second = SecondFolder::choose(&folder, &vault, &stick).unwrap();
            let failure = super::failing_disk::Failure { at, is_for_ever: true, tear };
            let (brought, was_met) =
                super::failing_disk::failing(failure, || second.bring(&folder, &vault).map(|copies| copies.len()));
            let home = second.home(&folder);
            let found = verify(std::slice::from_ref(&home), &vault).unwrap();
            assert!(found.bad.is_empty(), "step {at}, torn {tear:?}: {:?}", found.bad);
            if matches!(brought, Ok(brought) if brought == own.len()) {
                assert_eq!(copies_in(&home), own, "step {at}, torn {tear:?}");
            }
            second.bring(&folder, &vault).unwrap();
            assert_eq!(copies_in(&home), own, "step {at}, torn {tear:?}: the next try");
            if !was_met {
                break;
            }
        }
    }
}

#[test]
fn a_diary_that_is_only_read_brings_nothing_anywhere() {
    let place = temporary();
    let (folder, stick) = diary_and_stick(place.path());
    SecondFolder::choose(&folder, &Vault::default(), &stick).unwrap();
    let reading = Workspace::open(&folder, Access::Read, Arc::new(|| {})).unwrap();
    assert!(reading.choose_second_folder(None).is_err() && reading.back_up().is_err());
    drop(reading);
    assert_eq!(fs::read_dir(&stick).unwrap().count(), 0);
    let gone = SecondFolder::choose(&folder, &Vault::default(), &place.path().join("nowhere"));
    assert!(matches!(gone, Err(StorageError::SecondFolder { .. })));
}
