//! The menus as one list: the actions of the window and the ways to its views. The menu bar, the keyboard and the help page
//! read it.

use std::sync::LazyLock;

use eframe::egui::{KeyboardShortcut, Ui};

use super::actions::{self, ACTIONS, Action, Keys, Menu};
use super::command::{Destination, UiCommand};
use super::view_state::ViewId;
use super::views::VIEWS;

/// What an entry of a menu does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Does {
    /// An action.
    Act(Action),
    /// Shows a view.
    Show(ViewId),
}

/// An entry of a menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MenuEntry {
    /// What it does.
    pub does: Does,
    /// What it says.
    pub label: &'static str,
    /// Its menu, and its group there; a line stands between groups.
    pub place: (Menu, u8),
    keys: &'static [Keys],
}

/// All entries, menu by menu.
static ENTRIES: LazyLock<Vec<MenuEntry>> = LazyLock::new(|| {
    let views = VIEWS.iter().map(|view| MenuEntry {
        does: Does::Show(view.id),
        label: view.title,
        place: (Menu::Go, 1),
        keys: view.keys,
    });
    let actions = ACTIONS.iter().map(|action| MenuEntry {
        does: Does::Act(action.action),
        label: action.label,
        place: action.place,
        keys: action.keys,
    });
    let mut entries: Vec<MenuEntry> = views.chain(actions).collect();
    entries.sort_by_key(|entry| entry.place);
    entries
});

/// All entries, menu by menu.
pub fn entries() -> &'static [MenuEntry] {
    &ENTRIES
}

/// All shortcuts with what they do. The longer combinations come first, so that Ctrl+Shift+Z is not taken for Ctrl+Z.
pub fn shortcuts() -> Vec<(KeyboardShortcut, &'static MenuEntry)> {
    let of_entry = |entry: &'static MenuEntry| {
        entry.keys.iter().map(move |(modifiers, key)| (KeyboardShortcut::new(*modifiers, *key), entry))
    };
    let mut all: Vec<_> = entries().iter().flat_map(of_entry).collect();
    all.sort_by_key(|(keys, _)| !keys.modifiers.shift);
    all
}

impl MenuEntry {
    /// What it asks the window for.
    pub fn command(&self) -> UiCommand {
        match self.does {
            Does::Act(action) => UiCommand::Do(action),
            Does::Show(view) => UiCommand::Go(Destination::View(view)),
        }
    }

    /// Its keys, in words; empty if it has none.
    pub fn shown_keys(&self, ui: &Ui) -> String {
        actions::shown_keys(ui, self.keys)
    }

    /// Whether its keys work while something is being typed.
    pub fn works_while_typing(&self) -> bool {
        match self.does {
            Does::Act(action) => action.works_while_typing(),
            Does::Show(_) => true,
        }
    }
}

#[cfg(test)]
mod tests {
    use eframe::egui::{Key, Modifiers};

    use super::*;

    #[test]
    fn no_two_entries_share_keys() {
        let mut seen = Vec::new();
        for (keys, entry) in shortcuts() {
            assert!(!entry.label.is_empty());
            assert!(!seen.contains(&keys), "{} shares its keys", entry.label);
            seen.push(keys);
        }
    }

    #[test]
    fn what_was_undone_comes_back_with_both_usual_keys_and_the_day_before_is_not_copied_by_mistake() {
        let of = |action| shortcuts().into_iter().filter(move |(_, entry)| entry.does == Does::Act(action));
        let redo: Vec<_> = of(Action::Redo).map(|(keys, _)| keys).collect();
        let shift = Modifiers::COMMAND.plus(Modifiers::SHIFT);
        assert_eq!(
            redo,
            [KeyboardShortcut::new(shift, Key::Z), KeyboardShortcut::new(Modifiers::COMMAND, Key::Y)],
            "the longer one is heard first"
        );
        assert!(of(Action::SameAsYesterday).all(|(keys, _)| keys.logical_key == Key::D));
    }
}
