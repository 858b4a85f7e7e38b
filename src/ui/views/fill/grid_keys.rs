//! What the keyboard does to the grid while it is on it.

use eframe::egui::{self, Event, EventFilter, Id, Ui};

/// To the cell beside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// To the day before.
    Up,
    /// To the day after.
    Down,
    /// To the thing before.
    Left,
    /// To the next thing.
    Right,
}

/// What was pressed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Key {
    /// To another cell; `true` chooses the days on the way.
    Move(Way, bool),
    /// A letter or digit.
    Text(char),
    /// The last letter goes.
    Back,
    /// The answers of the chosen days go.
    Clear,
    /// The chosen answers go to the clipboard.
    Copy,
    /// What is in the clipboard comes.
    Paste(String),
    /// The first chosen answer goes on all chosen days.
    FillDown,
}

/// What was pressed while the keyboard is on the grid; one thing a frame is enough for a hand.
pub fn pressed(ui: &Ui, stop: Id) -> Option<Key> {
    if !ui.memory(|memory| memory.has_focus(stop)) {
        return None;
    }
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(stop, filter));
    ui.input(|input| input.events.iter().find_map(read))
}

fn read(event: &Event) -> Option<Key> {
    match event {
        Event::Copy => Some(Key::Copy),
        Event::Paste(text) => Some(Key::Paste(text.clone())),
        Event::Text(text) => text.chars().next().filter(|sign| !sign.is_whitespace()).map(Key::Text),
        Event::Key { key, pressed: true, modifiers, .. } => match key {
            egui::Key::Enter if modifiers.command => Some(Key::FillDown),
            _ if modifiers.command || modifiers.alt => None,
            egui::Key::Enter => Some(Key::Move(if modifiers.shift { Way::Up } else { Way::Down }, false)),
            egui::Key::ArrowUp => Some(Key::Move(Way::Up, modifiers.shift)),
            egui::Key::ArrowDown => Some(Key::Move(Way::Down, modifiers.shift)),
            egui::Key::ArrowLeft => Some(Key::Move(Way::Left, false)),
            egui::Key::ArrowRight => Some(Key::Move(Way::Right, false)),
            egui::Key::Backspace => Some(Key::Back),
            egui::Key::Delete => Some(Key::Clear),
            _ => None,
        },
        _ => None,
    }
}
