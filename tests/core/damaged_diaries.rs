//! Ten damaged diaries, and some that only look so: what `gutskin check` prints of each, with its code, and that it changes nothing.

use std::fs;
use std::path::Path;

use super::command_line::{a_diary, code, complaint, run, said};
use super::folder::{photograph, put_back, summed, temporary};

/// What happened to a diary, what `check` says of it, and the code it ends with.
struct Case {
    what: &'static str,
    damage: fn(&Path),
    code: i32,
    /// Lines that are printed, each by its beginning and its end.
    lines: &'static [(&'static str, &'static str)],
}

fn edit(path: &Path, change: impl FnOnce(String) -> String) {
    fs::write(path, change(fs::read_to_string(path).unwrap())).unwrap();
}

fn month(place: &Path) -> std::path::PathBuf {
    place.join("days/2026-03.ron")
}

/// The journal files, oldest first.
fn journals(place: &Path) -> Vec<std::path::PathBuf> {
    let mut files: Vec<_> = fs::read_dir(place.join("journal")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}

const COPY_USED: &str =
    "its newest copy and the journal were used instead; mend it, or move it out of the folder to have it made anew";
const IDENTITY: &str = "it only says that this folder is a diary, and everything else was read; it is made anew by “gutskin check --repair”";
const BESIDE: &str = "it was not read and lies where it was; look at what it says otherwise, then move it away";

const CASES: &[Case] = &[
    Case { what: "nothing", damage: |_| (), code: 0, lines: &[("sound", "")] },
    Case {
        what: "a month cut in half",
        damage: |place| edit(&month(place), |text| text[..text.len() / 2].to_owned()),
        code: 5,
        lines: &[("days/2026-03.ron, line ", COPY_USED)],
    },
    Case {
        what: "a month of zeros",
        damage: |place| fs::write(month(place), [0; 4096]).unwrap(),
        code: 5,
        lines: &[("days/2026-03.ron", COPY_USED)],
    },
    Case {
        what: "a number changed by hand, or by the disk",
        damage: |place| edit(&month(place), |text| text.replace("\"itch\": 2", "\"itch\": 9")),
        code: 5,
        lines: &[(
            "days/2026-03.ron: edited outside Gutskin, or damaged: its sum does not fit",
            "what Gutskin wrote last is shown; this file stays as it is until the diary is opened for writing",
        )],
    },
    Case {
        what: "a month deleted",
        damage: |place| fs::remove_file(month(place)).unwrap(),
        code: 5,
        lines: &[("days/2026-03.ron: this file is gone", "it is made anew from its newest copy and the journal")],
    },
    Case {
        what: "the month of another name",
        damage: |place| {
            fs::copy(month(place), place.join("days/2026-04.ron")).unwrap();
        },
        code: 5,
        lines: &[("days/2026-04.ron: the month inside is 2026-03, not that of its name", COPY_USED)],
    },
    Case {
        what: "lines of a journal that the months hold as well, since a later journal goes on after them",
        damage: |place| edit(&journals(place)[0], |text| text.replace("redness", "REDNESS")),
        code: 5,
        lines: &[("journal/", "the line was left out; the month files hold what it said")],
    },
    Case {
        what: "the newest line of all, of which nobody can say which change it was",
        damage: |place| edit(&journals(place)[1], |text| text.replace("itch", "ITCH")),
        code: 5,
        lines: &[("journal/", "the line was left out and left where it is")],
    },
    Case {
        what: "the end of a save that a power cut stopped",
        damage: |place| edit(&journals(place)[1], |text| text + "(\"0123456789abcdef\",Rec(seq:9,at"),
        code: 0,
        lines: &[("sound", "")],
    },
    Case {
        what: "the index cut",
        damage: |place| edit(&place.join("index.ron"), |text| text[..text.len() / 2].to_owned()),
        code: 5,
        lines: &[(
            "index.ron, line ",
            "it was not used, and nothing is lost by it: it only lists what should be here, and is made anew",
        )],
    },
    Case {
        what: "the file that says it is a diary deleted",
        damage: |place| fs::remove_file(place.join("gutskin.ron")).unwrap(),
        code: 5,
        lines: &[("gutskin.ron: this file is gone", IDENTITY)],
    },
    Case {
        what: "the file that says it is a diary unreadable",
        damage: |place| fs::write(place.join("gutskin.ron"), "no diary").unwrap(),
        code: 5,
        lines: &[("gutskin.ron", IDENTITY)],
    },
    Case {
        what: "a month that a cloud folder left",
        damage: |place| {
            let copy = place.join("days/2026-03 (conflicted copy 2026-11-02).ron");
            fs::copy(month(place), copy).unwrap();
        },
        code: 5,
        lines: &[(
            "days/2026-03 (conflicted copy 2026-11-02).ron: a copy of 2026-03.ron that another program or computer has left here",
            BESIDE,
        )],
    },
    Case {
        what: "settings that another computer left",
        damage: |place| fs::write(place.join("settings.sync-conflict-20261102-101010-ABCDEFG.ron"), "?").unwrap(),
        code: 5,
        lines: &[(
            "settings.sync-conflict-20261102-101010-ABCDEFG.ron: a copy of settings.ron that another program or computer has left here",
            BESIDE,
        )],
    },
    Case {
        what: "an older month put back, and the journal gone",
        damage: |place| {
            let older = fs::read_dir(place.join("backups/2026-03")).unwrap().map(|entry| entry.unwrap().path()).min();
            fs::copy(older.unwrap(), month(place)).unwrap();
            fs::remove_dir_all(place.join("journal")).unwrap();
        },
        code: 5,
        lines: &[(
            "days/2026-03.ron: an older version of this month has been put here",
            "changes since then are missing; bring the newer version back",
        )],
    },
    Case {
        what: "a month of a newer version",
        damage: |place| edit(&month(place), |text| summed(&text.replacen("schema: 1", "schema: 99", 1))),
        code: 7,
        lines: &[],
    },
];

#[test]
fn check_names_the_file_says_what_was_done_ends_with_its_code_and_changes_nothing() {
    let place = temporary();
    a_diary(place.path());
    let logged = run(place.path(), &["log", "--date", "2026-03-04", "itch=2"]);
    assert_eq!(code(&logged), 0, "{}", complaint(&logged));
    let whole = photograph(place.path());
    assert!(CASES.len() > 10);
    for Case { what, damage, code: expected, lines } in CASES {
        put_back(&whole, place.path());
        damage(place.path());
        let before = photograph(place.path());
        let checked = run(place.path(), &["check"]);
        let printed = said(&checked);
        assert_eq!(code(&checked), *expected, "{what}: {printed}{}", complaint(&checked));
        for (begins, ends) in *lines {
            let is_line = |line: &str| line.starts_with(begins) && line.ends_with(ends);
            assert!(printed.lines().any(is_line), "{what}: no line “{begins}…{ends}” in\n{printed}");
        }
        if *expected == 5 {
            // A day is missing only where the journal that held it is gone too, and then that is said.
            let is_told = printed.contains("4 days in ") || printed.contains("changes since then are missing");
            assert!(is_told, "{what}: every day is read all the same\n{printed}");
            assert!(complaint(&checked).contains("gutskin check --repair"), "{what}: {}", complaint(&checked));
        }
        assert_eq!(photograph(place.path()), before, "{what}: looking changed something");
    }
}
