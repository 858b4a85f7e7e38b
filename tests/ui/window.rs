//! A window on a diary of its own, without a screen.

use std::sync::Arc;

use eframe::egui::Key;
use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use gutskin::model::day_record::DayRecord;
use gutskin::model::entry::Card;
use gutskin::model::time::Day;
use gutskin::model::value::Value;
use gutskin::storage::Access;
use gutskin::ui::{self, App, ViewId};
use gutskin::workspace::Workspace;
use tempfile::TempDir;

/// A window and the folder of its diary.
pub struct Window {
    /// Drives it.
    pub harness: Harness<'static, App>,
    /// Where the diary lies; goes away with the window.
    pub folder: TempDir,
}

impl Window {
    /// A window on an empty diary, tall enough for all cards, which show all of their rows.
    pub fn empty() -> Self {
        let mut window = Self::empty_of([1440.0, 7000.0]);
        window.show_all_rows();
        window
    }

    /// A window of a size on an empty diary: the first thing anybody sees.
    pub fn empty_of(size: [f32; 2]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let harness = harness(open(&folder), size);
        Self { harness, folder }
    }

    /// A window on the made-up sample.
    pub fn sample(size: [f32; 2]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let harness = harness(Workspace::open_sample_on(Some(today()), Arc::new(|| {})).unwrap(), size);
        Self { harness, folder }
    }

    /// What is open in the window.
    pub fn workspace(&self) -> &Workspace {
        self.harness.state().workspace()
    }

    /// The open day.
    pub fn day(&self) -> Day {
        self.harness.state().day()
    }

    /// What is logged for the open day.
    pub fn page(&self) -> Option<Arc<DayRecord>> {
        self.workspace().diary().day_record(self.day()).cloned()
    }

    /// The answer to a key on the open day, wherever it was logged.
    pub fn answer(&self, key: &str) -> Option<Value> {
        self.page()?.entries.iter().find_map(|entry| entry.answers.get(key))
    }

    /// Clicks the one thing with this name that can be clicked.
    pub fn click(&mut self, label: &str) {
        let clickable = |role| matches!(role, Role::Button | Role::Link | Role::CheckBox | Role::RadioButton);
        let found: Vec<_> =
            self.harness.get_all_by_label(label).filter(|node| clickable(node.accesskit_node().role())).collect();
        assert_eq!(found.len(), 1, "“{label}” names {} things that can be clicked", found.len());
        found[0].click();
        drop(found);
        self.harness.run();
    }

    /// Clicks the first thing with this name.
    pub fn click_first(&mut self, label: &str) {
        self.harness.get_all_by_label(label).next().unwrap().click();
        self.harness.run();
    }

    /// Types into a field and stays in it.
    pub fn type_text(&mut self, label: &str, text: &str) {
        self.type_text_as(Role::TextInput, label, text);
    }

    /// Types into a field of a role and stays in it.
    pub fn type_text_as(&mut self, role: Role, label: &str, text: &str) {
        self.harness.get_by_role_and_label(role, label).focus();
        self.harness.run();
        self.harness.get_by_role_and_label(role, label).type_text(text);
        self.harness.run();
    }

    /// Puts a text in the place of what stands in a field, and leaves it.
    pub fn type_into(&mut self, label: &str, text: &str) {
        self.harness.get_by_role_and_label(Role::TextInput, label).focus();
        self.harness.run();
        self.harness.key_press_modifiers(eframe::egui::Modifiers::COMMAND, Key::A);
        self.harness.key_press(Key::Delete);
        self.harness.run();
        if !text.is_empty() {
            self.harness.get_by_role_and_label(Role::TextInput, label).type_text(text);
        }
        self.harness.run();
        self.harness.key_press(Key::Tab);
        self.harness.run();
    }

    /// Puts a text in the place of what stands in a field, and stays in it.
    pub fn replace_text(&mut self, label: &str, text: &str) {
        self.harness.get_by_role_and_label(Role::TextInput, label).focus();
        self.harness.run();
        self.harness.key_press_modifiers(eframe::egui::Modifiers::COMMAND, Key::A);
        self.harness.run();
        self.type_text(label, text);
    }

    /// Goes on, frame by frame, until work on another thread has put something on the screen.
    pub fn wait_for(&mut self, label: &str, there: fn(&Self, &str) -> bool) {
        for _ in 0..20_000 {
            self.harness.step();
            if there(self, label) {
                return;
            }
            std::thread::yield_now();
        }
        panic!("“{label}” never appears");
    }

    /// Name of what the keyboard is on.
    #[expect(clippy::redundant_closure_for_method_calls, reason = "the method is not general enough in its lifetime")]
    pub fn focused(&self) -> Option<String> {
        self.harness.query_by(|node| node.is_focused()).and_then(|node| node.accesskit_node().label())
    }

    /// Whether something with this name is on the screen.
    pub fn shows(&self, label: &str) -> bool {
        self.harness.query_all_by_label(label).next().is_some()
    }

    /// Whether something whose name contains this is on the screen.
    pub fn shows_part(&self, part: &str) -> bool {
        self.harness.query_all_by_label_contains(part).next().is_some()
    }

    /// Unfolds every card, and shows all rows of each.
    pub fn open_all_cards(&mut self) {
        self.harness.state_mut().view_mut().folded.clear();
        self.show_all_rows();
    }

    /// Shows all rows of every card, not the first ones alone.
    pub fn show_all_rows(&mut self) {
        self.harness.state_mut().view_mut().unabridged = Card::ALL.iter().copied().collect();
        self.harness.run();
    }

    /// Presses a shortcut.
    pub fn press(&mut self, modifiers: eframe::egui::Modifiers, key: Key) {
        self.harness.key_press_modifiers(modifiers, key);
        self.harness.run();
    }
}

/// Types one letter or digit onto whatever the keyboard is on.
pub fn type_letter(window: &mut Window, letter: &str) {
    window.harness.event(eframe::egui::Event::Text(letter.to_owned()));
    window.harness.run();
}

/// The day on which all windows are opened, so that a test says the same on every day it runs.
pub fn today() -> Day {
    Day::from_ymd(2026, 11, 20).unwrap()
}

/// Opens the diary of a folder.
pub fn open(folder: &TempDir) -> Workspace {
    Workspace::open(folder.path(), Access::Write, Arc::new(|| {})).unwrap().as_on(today())
}

/// A window of a size on a workspace, with the plot in its centre, which most tests are about.
pub fn harness(workspace: Workspace, size: [f32; 2]) -> Harness<'static, App> {
    let mut harness = as_opened(workspace, size);
    harness.state_mut().view_mut().view = ViewId::Plot;
    harness.run();
    harness
}

/// A window of a size on a workspace, as somebody sees it who opens it for the first time.
pub fn as_opened(workspace: Workspace, size: [f32; 2]) -> Harness<'static, App> {
    let mut harness = Harness::builder()
        .with_size(size)
        .with_max_steps(24)
        .with_context_setup(ui::install)
        .build_eframe(move |_| App::new(workspace, Arc::new(|| {}), None));
    harness.run();
    harness
}
