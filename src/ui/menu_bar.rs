//! The menu bar, and at its right end the state of saving.

use eframe::egui::{self, Button, Color32, IntoAtoms, Rect, RichText, Ui, UiBuilder};

use super::actions::Action;
use super::drafts::{Drafts, Typing};
use super::request::Outbox;
use super::theme::Palette;
use super::view_state::{ThemeChoice, View, ViewState};
use crate::workspace::{SaveState, Workspace};

/// Which panes stand beside the centre, or in its place where there is little room.
#[derive(Debug, Clone, Copy)]
pub struct Panes {
    /// The logging forms.
    pub forms: bool,
    /// The suggestions.
    pub suggestions: bool,
}

/// Shows the bar; gives the room at its right end, for the state of saving.
pub fn show(ui: &mut Ui, workspace: &Workspace, view: &mut ViewState, panes: Panes, outbox: &mut Outbox) -> Rect {
    let bar = egui::MenuBar::new().ui(ui, |ui| {
        ui.menu_button("Diary", |ui| {
            for action in [Action::Profile, Action::Settings, Action::Import] {
                item(ui, action, outbox);
            }
            ui.separator();
            let sample = if workspace.is_made_up() { "Back to my diary" } else { Action::Sample.label() };
            if ui.button(sample).clicked() {
                outbox.act(Action::Sample);
            }
            item(ui, Action::Quit, outbox);
        });
        ui.menu_button("Edit", |ui| edit_ui(ui, workspace, outbox));
        ui.menu_button("View", |ui| view_ui(ui, view, panes, outbox));
        ui.menu_button("Go", |ui| {
            for action in [Action::PreviousDay, Action::NextDay, Action::Today] {
                item(ui, action, outbox);
            }
            ui.separator();
            for view in View::ALL {
                item(ui, Action::show(view), outbox);
            }
            item(ui, Action::FindSeries, outbox);
        });
        ui.menu_button("Export", |ui| {
            for action in [Action::ExportChart, Action::ExportReport, Action::ExportData] {
                item(ui, action, outbox);
            }
        });
        ui.menu_button("Help", |ui| {
            item(ui, Action::Help, outbox);
            item(ui, Action::About, outbox);
        });
        ui.available_rect_before_wrap()
    });
    bar.inner
}

fn item(ui: &mut Ui, action: Action, outbox: &mut Outbox) {
    if ui.add(with_keys(ui, action.label(), action)).clicked() {
        outbox.act(action);
    }
}

/// A line of a menu with the keys that do the same.
fn with_keys<'a>(ui: &Ui, words: impl IntoAtoms<'a>, action: Action) -> Button<'a> {
    let (button, keys) = (Button::new(words), action.shown_keys(ui));
    if keys.is_empty() { button } else { button.shortcut_text(keys) }
}

fn edit_ui(ui: &mut Ui, workspace: &Workspace, outbox: &mut Outbox) {
    let steps = [(Action::Undo, workspace.undo_label()), (Action::Redo, workspace.redo_label())];
    for (action, step) in steps {
        let words = match step {
            Some(step) => format!("{} {step}", action.label()),
            None => format!("Nothing to {}", action.label().to_lowercase()),
        };
        if ui.add_enabled(step.is_some(), with_keys(ui, words, action)).clicked() {
            outbox.act(action);
        }
    }
    ui.separator();
    for action in [Action::SameAsYesterday, Action::StartCourse, Action::NewTrackable, Action::DeleteDay] {
        item(ui, action, outbox);
    }
}

fn view_ui(ui: &mut Ui, view: &mut ViewState, panes: Panes, outbox: &mut Outbox) {
    let ticks = [
        (Action::ToggleForms, panes.forms),
        (Action::ToggleSuggestions, panes.suggestions),
        (Action::ToggleTable, view.shows_table),
    ];
    for (action, mut shown) in ticks {
        let keys = RichText::new(action.shown_keys(ui)).color(Palette::of(ui).quiet);
        let tick = egui::Checkbox::new(&mut shown, (action.label(), egui::Atom::grow(), keys));
        if ui.add(tick).accessible_name(action.label()).clicked() {
            outbox.act(action);
        }
    }
    ui.separator();
    for (choice, label) in [
        (ThemeChoice::System, "Theme as the system"),
        (ThemeChoice::Light, "Light theme"),
        (ThemeChoice::Dark, "Dark theme"),
    ] {
        ui.radio_value(&mut view.theme, choice, label);
    }
    ui.separator();
    for action in [Action::Larger, Action::Smaller, Action::UsualSize] {
        item(ui, action, outbox);
    }
}

/// Shows the state of saving. While the diary does not have something that was typed, nothing is called saved.
pub fn save_state_ui(ui: &mut Ui, room: Rect, workspace: &Workspace, drafts: &Drafts) {
    let (words, color) = save_state(Palette::of(ui), workspace, drafts);
    let layout = egui::Layout::right_to_left(egui::Align::Center);
    ui.scope_builder(UiBuilder::new().max_rect(room).layout(layout), |ui| {
        ui.add(egui::Label::new(RichText::new(&words).color(color)).truncate()).on_hover_text(words);
    });
}

fn save_state(palette: &Palette, workspace: &Workspace, drafts: &Drafts) -> (String, Color32) {
    match (workspace.save_state(), drafts.state()) {
        (SaveState::NotSaved { since, reason }, _) => {
            (format!("not saved since {}: {reason}", since.clock()), palette.danger)
        }
        (SaveState::ReadOnly(reason), _) => (format!("read only: {reason}"), palette.attention),
        (_, Typing::InHand) => ("typing…".to_owned(), palette.quiet),
        (_, Typing::Refused(field)) => (format!("not kept yet: {field}"), palette.attention),
        (_, Typing::NotAdded(1)) => ("1 thing typed, not added yet".to_owned(), palette.attention),
        (_, Typing::NotAdded(count)) => (format!("{count} things typed, not added yet"), palette.attention),
        (SaveState::Saving, Typing::Nothing) => ("saving…".to_owned(), palette.quiet),
        (SaveState::Saved(_), Typing::Nothing) if workspace.is_made_up() => ("sample diary".to_owned(), palette.quiet),
        (SaveState::Saved(Some(at)), Typing::Nothing) => (format!("saved {}", at.clock()), palette.quiet),
        (SaveState::Saved(None), Typing::Nothing) => ("nothing logged yet".to_owned(), palette.quiet),
    }
}
