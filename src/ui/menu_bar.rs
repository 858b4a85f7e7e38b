//! The menus, and the state of saving.

use std::borrow::Cow;

use eframe::egui::{self, Button, Color32, Rect, RichText, Ui, UiBuilder};

use super::actions::{Action, Menu};
use super::command::UiCommands;
use super::drafts::{Drafts, Typing};
use super::menu::{Does, MenuEntry, entries};
use super::theme::Palette;
use super::view_state::ThemeChoice;
use crate::workspace::{SaveState, Workspace};

/// How an action stands: what the menu says of it now.
#[derive(Debug, Clone)]
pub struct ActionState {
    /// Its words.
    pub label: Cow<'static, str>,
    /// Why it cannot be done now, if so.
    pub refused: Option<String>,
    /// Of something that is switched on and off, whether it is on.
    pub ticked: Option<bool>,
}

/// Draws the menus; gives the room beside them.
pub fn menu_bar_ui(
    ui: &mut Ui,
    state_of: &dyn Fn(Action) -> ActionState,
    theme: &mut ThemeChoice,
    commands: &mut UiCommands,
) -> Rect {
    let bar = egui::MenuBar::new().ui(ui, |ui| {
        for (menu, name) in Menu::ALL {
            ui.menu_button(*name, |ui| {
                let mut group = 0;
                for entry in entries().iter().filter(|entry| entry.place.0 == *menu) {
                    if entry.place.1 != group {
                        group = entry.place.1;
                        ui.separator();
                        if *menu == Menu::View {
                            theme_ui(ui, theme);
                            ui.separator();
                        }
                    }
                    entry_ui(ui, entry, state_of, commands);
                }
            });
        }
        ui.available_rect_before_wrap()
    });
    bar.inner
}

/// A line of a menu with the keys that do the same. One that cannot be done now says why when pointed at.
fn entry_ui(ui: &mut Ui, entry: &MenuEntry, state_of: &dyn Fn(Action) -> ActionState, commands: &mut UiCommands) {
    let keys = entry.shown_keys(ui);
    let state = match entry.does {
        Does::Act(action) => state_of(action),
        Does::Show(_) => ActionState { label: entry.label.into(), refused: None, ticked: None },
    };
    let pressed = if let Some(mut ticked) = state.ticked {
        let keys = RichText::new(keys).color(Palette::of(ui).quiet);
        let tick = egui::Checkbox::new(&mut ticked, (state.label.as_ref(), egui::Atom::grow(), keys));
        ui.add(tick).accessible_name(state.label.as_ref()).clicked()
    } else {
        let button = Button::new(state.label.as_ref());
        let button = if keys.is_empty() { button } else { button.shortcut_text(keys) };
        let response = ui.add_enabled(state.refused.is_none(), button);
        state.refused.map_or(response.clone(), |why| response.on_disabled_hover_text(why)).clicked()
    };
    if pressed {
        commands.push(entry.command());
    }
}

fn theme_ui(ui: &mut Ui, theme: &mut ThemeChoice) {
    for (choice, label) in [
        (ThemeChoice::System, "Theme as the system"),
        (ThemeChoice::Light, "Light theme"),
        (ThemeChoice::Dark, "Dark theme"),
    ] {
        ui.radio_value(theme, choice, label);
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
