//! Files saved from the window hold what their dialog says.

use std::fs;
use std::sync::Arc;

use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use gutskin::edit::{Command, EntryDraft};
use gutskin::model::entry::EntryKind;
use gutskin::model::food_line::{FoodId, FoodLine};
use gutskin::model::text::{Name, Note};
use gutskin::storage::Access;
use gutskin::workspace::Workspace;

use crate::panes::choose;
use crate::window::{Window, harness, open, today};

/// A diary with a meal from the food table and a note, both of today.
fn with_a_meal() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = Workspace::open(folder.path(), Access::Write, Arc::new(|| {})).unwrap().as_on(today());
    let line = FoodLine { food: FoodId(63_203_010), grams: 150.0, name: Name::new("Blueberries, raw").unwrap() };
    let drafts = vec![
        EntryDraft { foods: vec![line], ..EntryDraft::new(EntryKind::Meal) },
        EntryDraft { text: Some(Note::new("new pillow").unwrap()), ..EntryDraft::new(EntryKind::Note) },
    ];
    workspace.submit(Command::Log { day: today(), drafts }).unwrap();
    workspace.wait_until_saved().unwrap();
    folder
}

#[test]
fn a_report_holds_the_parts_that_are_ticked_as_its_pages_show() {
    for (ticked, name) in [(true, "with.html"), (false, "without.html")] {
        let folder = with_a_meal();
        let mut window = Window { harness: harness(open(&folder), [1440.0, 900.0]), folder };
        choose(&mut window, "Export", "A report for the doctor");
        window.wait_for("Page 1 of 2", Window::shows);
        if ticked {
            window.click("Made for: Everything");
        }
        window.click("Save, open or print…");
        let path = window.folder.path().join(name);
        window.replace_text("Save as", &path.display().to_string());
        window.click("Save");
        window.wait_for("Saved as", Window::shows);
        assert!(window.shows("Open or print") && window.shows("Show in folder"));
        let page = fs::read_to_string(&path).unwrap();
        assert_eq!(page.contains("Blueberries, raw 150 g"), ticked, "{name}");
        assert_eq!(page.contains("new pillow"), ticked, "{name}");
    }
}

#[test]
fn a_file_from_a_damaged_diary_is_said_to_lack_something_before_it_replaces_another() {
    let folder = with_a_meal();
    let month = fs::read_dir(folder.path().join("days")).unwrap().next().unwrap().unwrap().path();
    // Nothing else holds what is cut off.
    for other in ["journal", "backups"] {
        fs::remove_dir_all(folder.path().join(other)).ok();
    }
    let text = fs::read_to_string(&month).unwrap();
    fs::write(&month, &text[..text.len() / 2]).unwrap();
    let mut window = Window { harness: harness(open(&folder), [1440.0, 900.0]), folder };
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::E);
    window.harness.get_by_label_contains("Parts of this diary cannot be read now");
    let path = window.folder.path().join("days.csv");
    fs::write(&path, "good").unwrap();
    window.replace_text("Save as", &path.display().to_string());
    window.click("Save");
    assert_eq!(fs::read_to_string(&path).unwrap(), "good", "nothing is replaced unasked");
    window.click("This file is there already. Replace it, although the new one lacks something.");
    window.click("Save");
    window.wait_for("Saved as", Window::shows);
    assert!(fs::read_to_string(&path).unwrap().starts_with("date"));
}
