//! Each layer may use only the layers below it. This test reads the source and says who broke the rule.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// Who may use whom, top to bottom. `ui` and `cli` are the two faces.
const MAY_USE: &[(&str, &[&str])] = &[
    ("guard", &[]),
    ("rng", &[]),
    ("model", &[]),
    ("medicines", &["model"]),
    ("intakes", &["model"]),
    ("words", &["model"]),
    ("files", &["model"]),
    ("photos", &["model", "files"]),
    ("foods", &["model", "words"]),
    ("edit", &["model", "words", "foods", "medicines", "intakes"]),
    ("columns", &["model", "words", "foods", "photos", "medicines", "intakes"]),
    ("analysis", &["rng", "model", "words", "files", "foods", "photos", "columns", "medicines", "intakes"]),
    ("evidence", &["model", "words", "foods", "columns", "analysis", "medicines", "intakes"]),
    ("storage", &["model", "edit", "foods"]),
    ("import", &["model", "words", "files", "edit", "foods", "columns"]),
    (
        "report",
        &[
            "guard",
            "model",
            "words",
            "files",
            "foods",
            "photos",
            "columns",
            "analysis",
            "evidence",
            "medicines",
            "intakes",
        ],
    ),
    ("sample", &["rng", "model", "words", "foods", "photos", "edit", "columns"]),
    (
        "workspace",
        &[
            "model",
            "words",
            "photos",
            "edit",
            "foods",
            "columns",
            "analysis",
            "evidence",
            "storage",
            "import",
            "report",
            "sample",
            "medicines",
            "intakes",
        ],
    ),
    (
        "cli",
        &[
            "model",
            "words",
            "files",
            "photos",
            "edit",
            "foods",
            "columns",
            "analysis",
            "evidence",
            "storage",
            "import",
            "report",
            "sample",
            "workspace",
            "medicines",
            "intakes",
        ],
    ),
    (
        "ui",
        &[
            "guard",
            "model",
            "words",
            "photos",
            "edit",
            "foods",
            "columns",
            "analysis",
            "evidence",
            "storage",
            "import",
            "report",
            "sample",
            "workspace",
            "medicines",
            "intakes",
        ],
    ),
];

fn rust_files(folder: &Path, into: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        if path.is_dir() {
            rust_files(&path, into);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            into.push(path);
        }
    }
}

fn source_root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

#[test]
fn a_layer_uses_only_the_layers_below_it() {
    let rules: BTreeMap<&str, &[&str]> = MAY_USE.iter().copied().collect();
    let mut offences = Vec::new();
    for (layer, allowed) in &rules {
        let mut files = Vec::new();
        rust_files(&source_root().join(layer), &mut files);
        for file in files {
            let text = fs::read_to_string(&file).unwrap();
            for (number, line) in text.lines().enumerate() {
                for part in line.split("crate::").skip(1) {
                    let used: String = part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                    if used != *layer && rules.contains_key(used.as_str()) && !allowed.contains(&used.as_str()) {
                        offences.push(format!("{}:{} uses {used}", file.display(), number + 1));
                    }
                }
            }
        }
    }
    assert!(offences.is_empty(), "layers are crossed:\n{}", offences.join("\n"));
}

/// Names that were given up for the standard term of their field, with that term.
const RETIRED: &[(&str, &str)] = &[
    ("Chance", "Rng"),
    ("Claim", "Discovery"),
    ("Entrance", "Startup"),
    ("Gains", "KalmanGains"),
    ("Given", "ConditioningSet"),
    ("Lots", "Allocation"),
    ("NoVerdict", "Inconclusive"),
    ("Op", "JournalOp"),
    ("Outbox", "UiCommands"),
    ("Page", "DayRecord"),
    ("Plate", "ExportableFigure"),
    ("Print", "Fingerprint"),
    ("Refusal", "DesignError"),
    ("Request", "UiCommand"),
    ("Scheme", "Randomisation"),
    ("SeenAgain", "Replicated"),
    ("Sheet", "FigureBuilder"),
    ("Ticket", "CancelToken"),
    ("Waves", "LowFrequencyCosines"),
    ("carry_out", "apply"),
    ("hand_in", "enqueue"),
    ("put_aside", "quarantine"),
    ("surplus", "prunable"),
    ("tame", "escaped_excerpt"),
    ("thinning", "retention"),
    ("tidy", "checkpoint"),
];

#[test]
fn a_name_that_was_given_up_does_not_come_back() {
    let mut files = Vec::new();
    rust_files(&source_root(), &mut files);
    let mut offences = Vec::new();
    for file in files {
        for (number, line) in fs::read_to_string(&file).unwrap().lines().enumerate() {
            // Words of people stand in quotes and comments.
            let code = line.split("//").next().unwrap_or_default().split('"').step_by(2).collect::<Vec<_>>().join(" ");
            let words: Vec<&str> = code.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
            for (retired, standard) in RETIRED.iter().filter(|(retired, _)| words.contains(retired)) {
                offences.push(format!("{}:{} {retired} is called {standard}", file.display(), number + 1));
            }
        }
    }
    assert!(offences.is_empty(), "{}", offences.join("\n"));
}

#[test]
fn only_the_window_names_egui_and_only_time_names_chrono() {
    let mut files = Vec::new();
    rust_files(&source_root(), &mut files);
    let mut offences = Vec::new();
    for file in files {
        let shown = file.strip_prefix(source_root()).unwrap().display().to_string();
        for (number, line) in fs::read_to_string(&file).unwrap().lines().enumerate() {
            // A name in quotes is no use of what it names.
            let code = line.split("//").next().unwrap_or_default().split('"').step_by(2).collect::<Vec<_>>().join(" ");
            if code.contains("egui") && !shown.starts_with("ui") && shown != "main.rs" {
                offences.push(format!("{shown}:{} names egui", number + 1));
            }
            if code.contains("chrono::") && !shown.starts_with("model/time") {
                offences.push(format!("{shown}:{} names chrono", number + 1));
            }
        }
    }
    assert!(offences.is_empty(), "{}", offences.join("\n"));
}

/// Rooms and files of the window, and the rooms they must not know: whoever asks for a dialog says what it is about, and whoever
/// draws gets a context.
const STRANGERS: &[(&str, &[&str])] = &[
    ("command.rs", &["app", "context", "dialogs", "food_editor", "forms", "menu", "modal", "views", "widgets"]),
    ("drafts", &["app", "command", "context", "dialogs", "food_editor", "forms", "menu", "modal", "views", "widgets"]),
    ("widgets", &["app", "context", "dialogs", "food_editor", "forms", "menu", "modal", "views"]),
    ("modal", &["app", "dialogs", "food_editor", "forms", "menu", "views"]),
    ("food_editor", &["app", "dialogs", "forms", "menu", "views"]),
    ("forms", &["app", "dialogs", "menu", "modal", "views"]),
    ("views", &["app", "dialogs", "food_editor", "menu", "modal"]),
    ("dialogs", &["app", "forms"]),
];

#[test]
fn the_rooms_of_the_window_do_not_go_in_circles() {
    let mut offences = Vec::new();
    for (room, strangers) in STRANGERS {
        let path = source_root().join("ui").join(room);
        let mut files = Vec::new();
        rust_files(&path, &mut files);
        // A file of the window itself names its neighbours with `super`.
        let neighbour = if files.is_empty() { "super::" } else { "crate::ui::" };
        if files.is_empty() {
            files.push(path);
        }
        for file in files {
            for (number, line) in fs::read_to_string(&file).unwrap().lines().enumerate() {
                for part in line.split(neighbour).skip(1) {
                    let used: String = part.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                    if strangers.contains(&used.as_str()) {
                        offences.push(format!("{}:{} uses {used}", file.display(), number + 1));
                    }
                }
            }
        }
    }
    assert!(offences.is_empty(), "rooms of the window are crossed:\n{}", offences.join("\n"));
}

#[test]
fn nothing_but_an_edit_and_reading_a_file_changes_a_diary() {
    let mut files = Vec::new();
    rust_files(&source_root(), &mut files);
    let changes = |file: &PathBuf| {
        let text = fs::read_to_string(file).unwrap();
        text.contains("put_record(") || text.contains("remove_record(")
    };
    let shown = files.iter().filter(|file| changes(file)).map(|file| file.strip_prefix(source_root()).unwrap());
    let mut shown: Vec<&Path> = shown.collect();
    shown.sort_unstable();
    // The two functions, the one door, and the reader.
    let known = ["edit/journal_op.rs", "model/diary.rs", "storage/segment_reader.rs"];
    assert_eq!(shown, known.map(Path::new));
}

#[test]
fn nobody_guesses_the_number_that_an_edit_will_give() {
    let mut files = Vec::new();
    rust_files(&source_root(), &mut files);
    let guesses = ["next_course_id(", "next_own_food_id(", "next_recipe_id(", "next_template_id("];
    for file in files {
        let shown = file.strip_prefix(source_root()).unwrap();
        let text = fs::read_to_string(&file).unwrap();
        let may = shown.starts_with("edit") || shown == Path::new("model/diary.rs");
        assert!(may || !guesses.iter().any(|guess| text.contains(guess)), "{}", shown.display());
        // Entries too: what an edit made stands in its receipt.
        assert!(!shown.starts_with("ui") || !text.contains("next_id"), "{}", shown.display());
    }
}
