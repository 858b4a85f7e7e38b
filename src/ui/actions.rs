//! Everything that can be done from a menu or the keyboard: one row an action, with its words, its place in the menus and its keys.

use eframe::egui::{Key, KeyboardShortcut, Modifiers, Ui};

/// Something that can be done from a menu or the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the words of the table are the meaning")]
pub enum Action {
    Profile,
    Settings,
    Import,
    Backups,
    Encryption,
    Lock,
    Sample,
    Quit,
    Undo,
    Redo,
    SameAsYesterday,
    StartCourse,
    NewTrackable,
    DeleteDay,
    DayHistory,
    ToggleForms,
    ToggleSuggestions,
    ToggleTable,
    Larger,
    Smaller,
    UsualSize,
    PreviousDay,
    NextDay,
    Today,
    Palette,
    FindSeries,
    ToBanner,
    ExportChart,
    CopyFigure,
    ExportReport,
    ExportData,
    Help,
    About,
}

/// The menus, in the order of the bar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "the names are the meaning")]
pub enum Menu {
    Diary,
    Edit,
    View,
    Go,
    Export,
    Help,
}

impl Menu {
    /// All menus, with their names.
    pub const ALL: &[(Self, &'static str)] = &[
        (Self::Diary, "Diary"),
        (Self::Edit, "Edit"),
        (Self::View, "View"),
        (Self::Go, "Go"),
        (Self::Export, "Export"),
        (Self::Help, "Help"),
    ];
}

/// Keys that are pressed together.
pub type Keys = (Modifiers, Key);

/// What is to be known of an action.
pub(super) struct ActionSpec {
    pub action: Action,
    /// Its menu, and its group there; a line stands between groups.
    pub place: (Menu, u8),
    pub label: &'static str,
    /// The keys that do it, the usual ones first.
    pub keys: &'static [Keys],
}

const NONE: Modifiers = Modifiers::NONE;
const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);
const ALT: Modifiers = Modifiers::ALT;

const fn row(place: (Menu, u8), action: Action, label: &'static str, keys: &'static [Keys]) -> ActionSpec {
    ActionSpec { action, place, label, keys }
}

/// Every action, at the place of its number.
#[rustfmt::skip]
pub(super) const ACTIONS: &[ActionSpec] = &[
    row((Menu::Diary, 0), Action::Profile, "About you…", &[]),
    row((Menu::Diary, 0), Action::Settings, "Settings…", &[(CTRL, Key::Comma)]),
    row((Menu::Diary, 0), Action::Import, "Bring days in…", &[(CTRL, Key::O)]),
    row((Menu::Diary, 0), Action::Backups, "Backups…", &[]),
    row((Menu::Diary, 0), Action::Encryption, "Encryption…", &[]),
    row((Menu::Diary, 1), Action::Lock, "Lock the diary", &[(CTRL_SHIFT, Key::L)]),
    row((Menu::Diary, 1), Action::Sample, "Look at a sample diary", &[]),
    row((Menu::Diary, 1), Action::Quit, "Close", &[(CTRL, Key::Q)]),
    row((Menu::Edit, 0), Action::Undo, "Undo", &[(CTRL, Key::Z)]),
    row((Menu::Edit, 0), Action::Redo, "Redo", &[(CTRL, Key::Y), (CTRL_SHIFT, Key::Z)]),
    row((Menu::Edit, 1), Action::SameAsYesterday, "Same as yesterday, every card", &[(CTRL, Key::D)]),
    row((Menu::Edit, 1), Action::StartCourse, "Start a course…", &[]),
    row((Menu::Edit, 1), Action::NewTrackable, "New thing to track…", &[]),
    row((Menu::Edit, 1), Action::DeleteDay, "Delete this day…", &[]),
    row((Menu::Edit, 1), Action::DayHistory, "What this day said before…", &[]),
    row((Menu::View, 0), Action::ToggleForms, "Logging forms", &[(CTRL, Key::L)]),
    row((Menu::View, 0), Action::ToggleSuggestions, "Suggestions", &[(CTRL, Key::G)]),
    row((Menu::View, 0), Action::ToggleTable, "Numbers as a table", &[(CTRL, Key::T)]),
    row((Menu::View, 2), Action::Larger, "Larger", &[(CTRL, Key::Plus)]),
    row((Menu::View, 2), Action::Smaller, "Smaller", &[(CTRL, Key::Minus)]),
    row((Menu::View, 2), Action::UsualSize, "Usual size", &[(CTRL, Key::Num0)]),
    row((Menu::Go, 0), Action::PreviousDay, "Day before", &[(ALT, Key::ArrowLeft)]),
    row((Menu::Go, 0), Action::NextDay, "Day after", &[(ALT, Key::ArrowRight)]),
    row((Menu::Go, 0), Action::Today, "Back to today", &[(ALT, Key::Home)]),
    row((Menu::Go, 0), Action::Palette, "Log or find", &[(CTRL, Key::K)]),
    row((Menu::Go, 1), Action::FindSeries, "Choose series", &[(CTRL_SHIFT, Key::K)]),
    row((Menu::Go, 0), Action::ToBanner, "What needs a look", &[(NONE, Key::F6)]),
    row((Menu::Export, 0), Action::ExportChart, "Save the chart…", &[(CTRL, Key::E)]),
    row((Menu::Export, 0), Action::CopyFigure, "Copy the chart as a picture", &[(CTRL_SHIFT, Key::C)]),
    row((Menu::Export, 0), Action::ExportReport, "A report for the doctor", &[(CTRL, Key::P)]),
    row((Menu::Export, 0), Action::ExportData, "Save all days…", &[(CTRL_SHIFT, Key::E)]),
    row((Menu::Help, 0), Action::Help, "Keys and words", &[(NONE, Key::F1)]),
    row((Menu::Help, 0), Action::About, "About Gutskin", &[]),
];

// A row that is missing, or stands elsewhere than its action, does not compile.
const _: () = {
    assert!(ACTIONS.len() == Action::About as usize + 1, "an action lacks its row");
    let mut number = 0;
    while number < ACTIONS.len() {
        assert!(ACTIONS[number].action as usize == number, "rows stand in the order of the actions");
        number += 1;
    }
};

impl Action {
    fn spec(self) -> &'static ActionSpec {
        &ACTIONS[self as usize]
    }

    /// What the menu says.
    pub fn label(self) -> &'static str {
        self.spec().label
    }

    /// Words about it, with the keys that do it: "Day before (Alt+Left)".
    pub fn hint(self, ui: &Ui, words: &str) -> String {
        hint(ui, words, self.spec().keys)
    }

    /// Whether the keys work while something is being typed. Undo and redo then belong to the field.
    pub fn works_while_typing(self) -> bool {
        !matches!(self, Self::Undo | Self::Redo)
    }

    /// Whether it is there to change the diary, and so is of no use in one that is open for reading.
    pub fn changes_diary(self) -> bool {
        matches!(
            self,
            Self::Import
                | Self::Encryption
                | Self::SameAsYesterday
                | Self::StartCourse
                | Self::NewTrackable
                | Self::DeleteDay
        )
    }
}

/// Keys as the menus and the help page show them: "Ctrl+Y or Ctrl+Shift+Z"; empty without any. A comma is shown as it stands on
/// the key, not by its name.
pub fn shown_keys(ui: &Ui, keys: &[Keys]) -> String {
    let shown = keys.iter().map(|(modifiers, key)| {
        let keys = ui.format_shortcut(&KeyboardShortcut::new(*modifiers, *key));
        if *key == Key::Comma { keys.replace(key.name(), ",") } else { keys }
    });
    shown.collect::<Vec<_>>().join(" or ")
}

/// Words with the keys that do the same.
pub fn hint(ui: &Ui, words: &str, keys: &[Keys]) -> String {
    let keys = shown_keys(ui, keys);
    if keys.is_empty() { words.to_owned() } else { format!("{words} ({keys})") }
}
