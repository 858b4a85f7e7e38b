//! What is made from a damaged diary says so, and takes no good file's place unasked.

use std::fs;
use std::path::Path;

use super::command_line::{a_diary, code, complaint, run, said};
use super::folder::temporary;

/// A diary of three days, of which one month no longer reads; and a good file of before.
fn damaged(place: &Path) -> Vec<(String, Vec<String>)> {
    let diary = place.join("diary");
    fs::create_dir(&diary).unwrap();
    a_diary(&diary);
    let makes = [
        (vec!["export"], "a.csv"),
        (vec!["export"], "a.ron"),
        (vec!["export"], "a.json"),
        (vec!["report"], "a.html"),
        (vec!["chart", "--series", "redness"], "a.svg"),
    ];
    let makes: Vec<(String, Vec<String>)> = makes
        .into_iter()
        .map(|(words, name)| {
            let file = place.join(name).display().to_string();
            let words: Vec<String> = words.into_iter().chain(["--out", &file]).map(str::to_owned).collect();
            (file.clone(), words)
        })
        .collect();
    for (_, words) in &makes {
        let made = run(&diary, &words.iter().map(String::as_str).collect::<Vec<_>>());
        assert_eq!(code(&made), 0, "{words:?}: {}", complaint(&made));
    }
    let month = diary.join("days/2026-03.ron");
    let text = fs::read_to_string(&month).unwrap();
    // The last of its days is cut short; the ones before it can be read.
    let cut = text.rfind("itch").or_else(|| text.rfind("redness")).unwrap();
    fs::write(&month, &text[..cut]).unwrap();
    makes
}

#[test]
fn a_file_from_a_damaged_diary_is_code_5_and_replaces_a_good_one_only_if_that_is_asked_for() {
    let place = temporary();
    let makes = damaged(place.path());
    let diary = place.path().join("diary");
    for (file, words) in &makes {
        let with = |more: &[&str]| run(&diary, &[&words.iter().map(String::as_str).collect::<Vec<_>>(), more].concat());
        let good = fs::read(file).unwrap();
        let refused = with(&["--force"]);
        assert_eq!(code(&refused), 5, "{words:?}: {}", complaint(&refused));
        let last = complaint(&refused).lines().last().unwrap().to_owned();
        assert!(last.contains("not replaced") && last.contains("gutskin check --repair"), "{last}");
        assert_eq!(fs::read(file).unwrap(), good, "{words:?} replaced a good file");
        let asked = with(&["--force", "--partial"]);
        assert_eq!(code(&asked), 5, "{}", complaint(&asked));
        assert!(said(&asked).starts_with("written "), "{}", complaint(&asked));
        fs::remove_file(file).unwrap();
        let new = with(&[]);
        assert_eq!(code(&new), 5, "{}", complaint(&new));
        let last = complaint(&new).lines().last().unwrap().to_owned();
        assert!(Path::new(file).exists() && last.contains("written without what cannot be read"), "{last}");
    }
    assert_eq!(code(&run(&diary, &["insights"])), 5);
    assert_eq!(code(&run(&diary, &["days"])), 5);
    assert_eq!(code(&run(&diary, &["check", "--repair"])), 0);
    let (file, words) = &makes[0];
    fs::remove_file(file).unwrap();
    assert_eq!(code(&run(&diary, &words.iter().map(String::as_str).collect::<Vec<_>>())), 0);
}
