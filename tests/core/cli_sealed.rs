//! An encrypted diary on the command line: code 8 without its passphrase, which is read from a file.

use std::fs;
use std::path::Path;
use std::process::Output;

use gutskin::storage::seal::{NewSecrets, RecoveryCode, Secret};

use super::command_line::{a_diary, code, complaint, gutskin, one_line, run, said};
use super::folder::{open, photograph, temporary};

const PASSPHRASE: &str = "five plain words of mine";

/// An encrypted diary; gives its recovery code.
fn sealed(diary: &Path) -> String {
    fs::create_dir(diary).unwrap();
    a_diary(diary);
    let mut opened = open(diary);
    let recovery = RecoveryCode::generate().unwrap();
    let secrets = NewSecrets { passphrase: Secret::from(PASSPHRASE), recovery: recovery.clone(), work: 1 };
    opened.store.seal(&opened.diary, &secrets).unwrap();
    recovery.to_string()
}

/// Runs a verb with a passphrase in a file.
fn run_with(diary: &Path, passphrase: &Path, words: &[&str]) -> Output {
    gutskin(diary).args(words).env("GUTSKIN_PASSPHRASE_FILE", passphrase).output().unwrap()
}

#[test]
fn every_verb_that_reads_or_writes_is_code_8_without_the_passphrase_and_changes_nothing() {
    let place = temporary();
    let diary = place.path().join("diary");
    sealed(&diary);
    let wrong = place.path().join("wrong");
    fs::write(&wrong, "six plain words of mine\n").unwrap();
    let before = photograph(&diary);
    let chart = place.path().join("a.svg").display().to_string();
    let table = place.path().join("a.csv").display().to_string();
    for words in [
        &["show"][..],
        &["days"],
        &["check"],
        &["check", "--repair"],
        &["check", "--take", "days/2026-03.ron"],
        &["log", "itch=1"],
        &["insights"],
        &["advice"],
        &["chart", "--series", "itch", "--out", &chart],
        &["export", "--out", &table],
    ] {
        let line = one_line(&run(&diary, words), 8);
        assert!(line.contains("GUTSKIN_PASSPHRASE_FILE"), "{words:?}: {line}");
        let line = one_line(&run_with(&diary, &wrong, words), 8);
        assert!(line.contains("neither the passphrase") && line.contains("try again"), "{words:?}: {line}");
        let line = one_line(&run_with(&diary, &place.path().join("nowhere"), words), 8);
        assert!(line.contains("cannot read the passphrase"), "{words:?}: {line}");
    }
    assert_eq!(photograph(&diary), before);
    assert!(!Path::new(&chart).exists() && !Path::new(&table).exists());
}

#[test]
fn with_the_passphrase_or_the_code_in_a_file_everything_is_as_in_a_plain_diary() {
    let place = temporary();
    let (plain, diary) = (place.path().join("plain"), place.path().join("diary"));
    fs::create_dir(&plain).unwrap();
    a_diary(&plain);
    let code_words = sealed(&diary);
    for (name, words) in
        [("a", format!("{PASSPHRASE}\n")), ("b", format!("{PASSPHRASE}\r\nnot this\n")), ("c", code_words)]
    {
        let file = place.path().join(name);
        fs::write(&file, words).unwrap();
        let shown = run_with(&diary, &file, &["show"]);
        assert_eq!((code(&shown), said(&shown)), (0, said(&run(&plain, &["show"]))), "{}", complaint(&shown));
        let logged = run_with(&diary, &file, &["log", "--date", "2026-03-20", &format!("note=secret {name}")]);
        assert_eq!(code(&logged), 0, "{}", complaint(&logged));
        assert_eq!(code(&run(&plain, &["log", "--date", "2026-03-20", &format!("note=secret {name}")])), 0);
        assert_eq!(code(&run_with(&diary, &file, &["check"])), 0);
    }
    let telling = photograph(&diary).into_iter().filter(|(_, bytes)| String::from_utf8_lossy(bytes).contains("secret"));
    assert_eq!(telling.map(|(name, _)| name).collect::<Vec<_>>(), Vec::<std::path::PathBuf>::new());
}
