//! Everything that can be done from a menu or the keyboard, each with its words and its shortcuts in one place. The menus, the
//! keyboard and the help page all read this table.

use eframe::egui::{Key, KeyboardShortcut, Modifiers, Ui};

use super::view_state::View;

/// Something that can be done from a menu or the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs, reason = "the words below are the meaning")]
pub enum Action {
    Undo,
    Redo,
    PreviousDay,
    NextDay,
    Today,
    SameAsYesterday,
    DeleteDay,
    ToggleForms,
    ToggleSuggestions,
    ToggleTable,
    ShowPlot,
    ShowCalendar,
    ShowInsights,
    ShowCourses,
    ShowFoods,
    FindSeries,
    StartCourse,
    NewTrackable,
    ExportChart,
    ExportReport,
    ExportData,
    Import,
    Profile,
    Settings,
    Sample,
    Larger,
    Smaller,
    UsualSize,
    Help,
    About,
    Quit,
}

const CTRL: Modifiers = Modifiers::COMMAND;
const CTRL_SHIFT: Modifiers = Modifiers::COMMAND.plus(Modifiers::SHIFT);
const ALT: Modifiers = Modifiers::ALT;

impl Action {
    /// All actions, in the order of the help page.
    pub const ALL: &'static [Self] = &[
        Self::Undo,
        Self::Redo,
        Self::PreviousDay,
        Self::NextDay,
        Self::Today,
        Self::SameAsYesterday,
        Self::DeleteDay,
        Self::StartCourse,
        Self::NewTrackable,
        Self::ShowPlot,
        Self::ShowCalendar,
        Self::ShowInsights,
        Self::ShowCourses,
        Self::ShowFoods,
        Self::FindSeries,
        Self::ToggleForms,
        Self::ToggleSuggestions,
        Self::ToggleTable,
        Self::Larger,
        Self::Smaller,
        Self::UsualSize,
        Self::ExportChart,
        Self::ExportReport,
        Self::ExportData,
        Self::Import,
        Self::Profile,
        Self::Settings,
        Self::Sample,
        Self::Help,
        Self::About,
        Self::Quit,
    ];

    /// What the menu says.
    pub fn label(self) -> &'static str {
        match self {
            Self::Undo => "Undo",
            Self::Redo => "Redo",
            Self::PreviousDay => "Day before",
            Self::NextDay => "Day after",
            Self::Today => "Today",
            Self::SameAsYesterday => "Same as yesterday, every card",
            Self::DeleteDay => "Delete this day…",
            Self::ToggleForms => "Logging forms",
            Self::ToggleSuggestions => "Suggestions",
            Self::ToggleTable => "Numbers as a table",
            Self::ShowPlot => "Plot",
            Self::ShowCalendar => "Calendar",
            Self::ShowInsights => "Insights",
            Self::ShowCourses => "Courses",
            Self::ShowFoods => "Foods",
            Self::FindSeries => "Choose series",
            Self::StartCourse => "Start a course…",
            Self::NewTrackable => "New thing to track…",
            Self::ExportChart => "Save the chart…",
            Self::ExportReport => "Save a report for the doctor…",
            Self::ExportData => "Save all days…",
            Self::Import => "Bring days in…",
            Self::Profile => "About you…",
            Self::Settings => "Settings…",
            Self::Sample => "Look at a sample diary",
            Self::Larger => "Larger",
            Self::Smaller => "Smaller",
            Self::UsualSize => "Usual size",
            Self::Help => "Keys and words",
            Self::About => "About Gutskin",
            Self::Quit => "Close",
        }
    }

    /// What shows a view.
    pub fn show(view: View) -> Self {
        match view {
            View::Plot => Self::ShowPlot,
            View::Calendar => Self::ShowCalendar,
            View::Insights => Self::ShowInsights,
            View::Courses => Self::ShowCourses,
            View::Foods => Self::ShowFoods,
        }
    }

    /// The keys that do it, the usual ones first.
    fn keys(self) -> &'static [(Modifiers, Key)] {
        match self {
            Self::Undo => &[(CTRL, Key::Z)],
            Self::Redo => &[(CTRL, Key::Y), (CTRL_SHIFT, Key::Z)],
            Self::PreviousDay => &[(ALT, Key::ArrowLeft)],
            Self::NextDay => &[(ALT, Key::ArrowRight)],
            Self::Today => &[(ALT, Key::Home)],
            Self::SameAsYesterday => &[(CTRL, Key::D)],
            Self::ToggleForms => &[(CTRL, Key::L)],
            Self::ToggleSuggestions => &[(CTRL, Key::G)],
            Self::ToggleTable => &[(CTRL, Key::T)],
            Self::ShowPlot => &[(CTRL, Key::Num1)],
            Self::ShowCalendar => &[(CTRL, Key::Num2)],
            Self::ShowInsights => &[(CTRL, Key::Num3)],
            Self::ShowCourses => &[(CTRL, Key::Num4)],
            Self::ShowFoods => &[(CTRL, Key::Num5)],
            Self::FindSeries => &[(CTRL, Key::K)],
            Self::ExportChart => &[(CTRL, Key::E)],
            Self::ExportReport => &[(CTRL, Key::P)],
            Self::ExportData => &[(CTRL_SHIFT, Key::E)],
            Self::Import => &[(CTRL, Key::O)],
            Self::Settings => &[(CTRL, Key::Comma)],
            Self::Larger => &[(CTRL, Key::Plus)],
            Self::Smaller => &[(CTRL, Key::Minus)],
            Self::UsualSize => &[(CTRL, Key::Num0)],
            Self::Help => &[(Modifiers::NONE, Key::F1)],
            Self::Quit => &[(CTRL, Key::Q)],
            Self::DeleteDay | Self::StartCourse | Self::NewTrackable | Self::Profile | Self::Sample | Self::About => {
                &[]
            }
        }
    }

    /// The shortcuts that do it, the usual one first.
    pub fn shortcuts(self) -> impl Iterator<Item = KeyboardShortcut> {
        self.keys().iter().map(|(modifiers, key)| KeyboardShortcut::new(*modifiers, *key))
    }

    /// Its shortcuts as the menus and the help page show them: "Ctrl+Y or Ctrl+Shift+Z"; empty if it has none.
    pub fn shown_keys(self, ui: &Ui) -> String {
        let shown: Vec<String> = self.shortcuts().map(|keys| ui.format_shortcut(&keys)).collect();
        shown.join(" or ")
    }

    /// All shortcuts with what they do. The longer combinations come first, so that Ctrl+Shift+Z is not taken for Ctrl+Z.
    pub fn all_shortcuts() -> Vec<(KeyboardShortcut, Self)> {
        let all = Self::ALL.iter().flat_map(|action| action.shortcuts().map(|keys| (keys, *action)));
        let mut all: Vec<_> = all.collect();
        all.sort_by_key(|(keys, _)| !keys.modifiers.shift);
        all
    }

    /// Whether the keys work while something is being typed. Undo and redo then belong to the field.
    pub fn works_while_typing(self) -> bool {
        !matches!(self, Self::Undo | Self::Redo)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_actions_share_keys_and_every_action_is_on_the_help_page() {
        let mut seen = Vec::new();
        for action in Action::ALL {
            assert!(!action.label().is_empty());
            for keys in action.shortcuts() {
                assert!(!seen.contains(&keys), "{} shares its keys", action.label());
                seen.push(keys);
            }
        }
        assert_eq!(Action::ALL.len(), Action::Quit as usize + 1);
        assert_eq!(Action::all_shortcuts().len(), seen.len());
    }

    #[test]
    fn what_was_undone_comes_back_with_both_usual_keys_and_the_day_before_is_not_copied_by_mistake() {
        let redo: Vec<_> = Action::Redo.shortcuts().collect();
        assert_eq!(redo, [KeyboardShortcut::new(CTRL, Key::Y), KeyboardShortcut::new(CTRL_SHIFT, Key::Z)]);
        assert!(Action::SameAsYesterday.shortcuts().all(|keys| keys.logical_key == Key::D));
    }
}
