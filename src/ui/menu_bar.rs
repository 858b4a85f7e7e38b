//! The menu bar, and at its right end the state of saving.

use eframe::egui::{self, Button, RichText, Ui};

use super::actions::Action;
use super::request::Outbox;
use super::theme::Palette;
use super::view_state::{ThemeChoice, ViewState};
use crate::workspace::{SaveState, Workspace};

/// Shows the bar.
pub fn show(ui: &mut Ui, workspace: &Workspace, view: &mut ViewState, outbox: &mut Outbox) {
    egui::MenuBar::new().ui(ui, |ui| {
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
        ui.menu_button("View", |ui| view_ui(ui, view, outbox));
        ui.menu_button("Go", |ui| {
            for action in [Action::PreviousDay, Action::NextDay, Action::Today] {
                item(ui, action, outbox);
            }
            ui.separator();
            for action in
                [Action::ShowPlot, Action::ShowCalendar, Action::ShowInsights, Action::ShowCourses, Action::ShowFoods]
            {
                item(ui, action, outbox);
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
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| save_state_ui(ui, workspace));
    });
}

fn item(ui: &mut Ui, action: Action, outbox: &mut Outbox) {
    let mut button = Button::new(action.label());
    if let Some(keys) = action.shortcut() {
        button = button.shortcut_text(ui.format_shortcut(&keys));
    }
    if ui.add(button).clicked() {
        outbox.act(action);
    }
}

fn edit_ui(ui: &mut Ui, workspace: &Workspace, outbox: &mut Outbox) {
    let steps = [(Action::Undo, workspace.undo_label()), (Action::Redo, workspace.redo_label())];
    for (action, step) in steps {
        let words = match step {
            Some(step) => format!("{} {step}", action.label()),
            None => format!("Nothing to {}", action.label().to_lowercase()),
        };
        let keys = action.shortcut().map(|keys| ui.format_shortcut(&keys)).unwrap_or_default();
        if ui.add_enabled(step.is_some(), Button::new(words).shortcut_text(keys)).clicked() {
            outbox.act(action);
        }
    }
    ui.separator();
    for action in [Action::SameAsYesterday, Action::StartCourse, Action::NewTrackable, Action::DeleteDay] {
        item(ui, action, outbox);
    }
}

fn view_ui(ui: &mut Ui, view: &mut ViewState, outbox: &mut Outbox) {
    let panes = [
        (Action::ToggleForms, view.shows_forms),
        (Action::ToggleSuggestions, view.shows_suggestions),
        (Action::ToggleTable, view.shows_table),
    ];
    for (action, mut shown) in panes {
        let keys = action.shortcut().map(|keys| ui.format_shortcut(&keys)).unwrap_or_default();
        let keys = RichText::new(keys).color(Palette::of(ui).quiet);
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

fn save_state_ui(ui: &mut Ui, workspace: &Workspace) {
    let palette = Palette::of(ui);
    let (words, color) = match workspace.save_state() {
        SaveState::Saved(_) if workspace.is_made_up() => ("sample diary".to_owned(), palette.quiet),
        SaveState::Saved(Some(at)) => (format!("saved {}", at.clock()), palette.quiet),
        SaveState::Saved(None) => ("nothing logged yet".to_owned(), palette.quiet),
        SaveState::Saving => ("saving…".to_owned(), palette.quiet),
        SaveState::NotSaved { since, reason } => {
            (format!("not saved since {}: {reason}", since.clock()), palette.danger)
        }
        SaveState::ReadOnly(reason) => (format!("read only: {reason}"), palette.attention),
    };
    ui.add(egui::Label::new(RichText::new(&words).color(color)).truncate()).on_hover_text(words);
}
