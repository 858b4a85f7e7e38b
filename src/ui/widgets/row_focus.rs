//! A row of cells as one stop for the keyboard: what was typed, moved or cleared while the focus is on it, and what a screen
//! reader asked for.

use eframe::egui::accesskit::{Action, ActionData};
use eframe::egui::{self, EventFilter, Id, Key, Rect, Role, Sense, Ui, WidgetInfo};

use super::{cell, focus};

/// What the keyboard or a screen reader did to a row.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Pressed {
    /// A digit.
    Digit(u8),
    /// A letter, small.
    Letter(char),
    /// To the next or previous cell.
    Step(i8),
    /// A value was set outright.
    Set(f64),
    /// Clear the answer.
    Clear,
}

/// A row that was drawn.
pub struct Row<'a> {
    /// Sets its id apart from that of others beside it.
    pub salt: &'a str,
    /// Where.
    pub rect: Rect,
    /// Its name.
    pub label: &'a str,
    /// Its answer as a number.
    pub value: Option<f64>,
    /// Its answer as a screen reader says it.
    pub shown: &'a str,
    /// What its ends mean; may be empty.
    pub ends: &'a str,
    /// The answer of the day before.
    pub before: Option<&'a str>,
}

/// Puts one focus stop over a row, and gives what was done to it and whether the keyboard is on it. A row with a cell that was
/// clicked takes the focus, so that the keyboard can go on from there.
pub fn row_focus_ui(ui: &mut Ui, row: &Row<'_>, clicked: bool) -> (Option<Pressed>, bool) {
    let Row { salt, rect, label, value, shown, ends, before } = *row;
    let id = ui.make_persistent_id(("row", salt));
    let whole = ui.interact(rect, id, Sense::focusable_noninteractive());
    whole.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::SpinButton, ui.is_enabled(), label);
        info.value = value;
        info.current_text_value = Some(shown.to_owned());
        info
    });
    ui.ctx().accesskit_node_builder(id, |node| {
        for action in [Action::SetValue, Action::Increment, Action::Decrement] {
            node.add_action(action);
        }
        let before = before.map(|before| format!("yesterday {before}"));
        let said: Vec<&str> =
            [ends, before.as_deref().unwrap_or_default()].into_iter().filter(|s| !s.is_empty()).collect();
        if !said.is_empty() {
            node.set_description(said.join("; "));
        }
    });
    focus::row(ui.ctx(), id);
    if clicked {
        whole.request_focus();
    }
    if let Some(asked) = asked_by_reader(ui, id) {
        return (Some(asked), false);
    }
    if !ui.memory(|memory| memory.has_focus(id)) {
        return (None, false);
    }
    cell::focus_ring(ui, rect);
    ui.memory_mut(|memory| {
        let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
        memory.set_focus_lock_filter(id, filter);
    });
    (keys(ui), true)
}

fn asked_by_reader(ui: &Ui, id: Id) -> Option<Pressed> {
    ui.input(|input| {
        let number = input.accesskit_action_requests(id, Action::SetValue).find_map(|request| match &request.data {
            Some(ActionData::NumericValue(number)) => Some(*number),
            Some(ActionData::Value(text)) => text.parse().ok(),
            _ => None,
        });
        if let Some(number) = number {
            return Some(Pressed::Set(number));
        }
        if input.has_accesskit_action_request(id, Action::Increment) {
            return Some(Pressed::Step(1));
        }
        input.has_accesskit_action_request(id, Action::Decrement).then_some(Pressed::Step(-1))
    })
}

/// What the keyboard does to whatever row or cell it is on.
pub fn keys(ui: &Ui) -> Option<Pressed> {
    ui.input(|input| {
        if input.modifiers.command || input.modifiers.alt {
            return None;
        }
        let typed = input.events.iter().find_map(|event| match event {
            egui::Event::Text(text) => text.chars().next(),
            _ => None,
        });
        if let Some(sign) = typed {
            let digit = sign.to_digit(10).and_then(|digit| u8::try_from(digit).ok());
            return Some(digit.map_or(Pressed::Letter(sign.to_ascii_lowercase()), Pressed::Digit));
        }
        if input.key_pressed(Key::Delete) || input.key_pressed(Key::Backspace) {
            return Some(Pressed::Clear);
        }
        if input.key_pressed(Key::ArrowRight) {
            return Some(Pressed::Step(1));
        }
        input.key_pressed(Key::ArrowLeft).then_some(Pressed::Step(-1))
    })
}
