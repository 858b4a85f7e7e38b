//! The keyboard in a dialog, the same in all of them: it starts on the first field, Enter confirms, and when the dialog is gone it
//! is back where it was before. Escape leaves, as in every modal window.
//!
//! Enter belongs to what the keyboard is on where that has a use for it: a button or link is pressed, a menu opens, a text of
//! several lines gets another one. A field of one line lets go of the keyboard, and what is chosen rather than pressed (a tick, one
//! of several cells) is chosen with Space, so that Enter confirms from there.

use eframe::egui::output::OutputEvent;
use eframe::egui::{Context, Event, Id, Key, LayerId, Memory, Modifiers, Popup, Role};

use super::Dialog;
use super::foot::Primary;

/// Where the keyboard is in the open dialog.
#[derive(Debug, Default)]
pub struct Keyboard {
    /// Whether a dialog is open.
    open: bool,
    /// Whether another dialog was opened since the last frame.
    is_new: bool,
    /// What it was on before any dialog.
    came_from: Option<Id>,
    start: Start,
    /// What it is on, if that is chosen rather than pressed.
    on_choice: Option<Id>,
    /// What gets it back if Enter did not close the dialog.
    held: Option<Id>,
}

/// Whether the first field has the keyboard yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Start {
    #[default]
    Looking,
    Found(Id),
    Done,
}

impl Keyboard {
    /// A dialog is opened, perhaps in the place of another one.
    pub fn dialog_opened(&mut self) {
        self.is_new = true;
    }

    /// Before a dialog is shown.
    pub(super) fn begin(&mut self, ctx: &Context) {
        let focused = ctx.memory(Memory::focused);
        if self.is_new || !self.open {
            let came_from = if self.open { self.came_from } else { focused };
            *self = Self { open: true, came_from, ..Self::default() };
            let_go(ctx, focused);
        }
        if let Start::Found(id) = self.start {
            ctx.memory_mut(|memory| memory.request_focus(id));
            self.start = Start::Done;
        }
        self.held = focused.filter(|id| {
            self.on_choice == Some(*id) && is_entered(ctx) && Primary::of(ctx).is_some_and(|primary| primary.enabled)
        });
        let_go(ctx, self.held);
    }

    /// After a dialog was shown in a layer.
    pub(super) fn end(&mut self, ctx: &Context, layer: LayerId, dialog: &dyn Dialog) {
        if self.start == Start::Looking {
            self.start = first_field(ctx, layer, dialog).map_or(Start::Looking, Start::Found);
            ctx.request_repaint();
        }
        let focused = ctx.memory(Memory::focused);
        let is_choice = ctx.output(|output| {
            output.events.iter().rev().find_map(|event| match event {
                OutputEvent::FocusGained(info) => Some(info.selected.is_some() || info.role == Role::SpinButton),
                _ => None,
            })
        });
        if let Some(is_choice) = is_choice {
            self.on_choice = focused.filter(|_| is_choice);
        }
        if let (Some(held), None) = (self.held, focused) {
            ctx.memory_mut(|memory| memory.request_focus(held));
        }
    }

    /// When no dialog is open any more.
    pub fn leave(&mut self, ctx: &Context) {
        if std::mem::take(&mut self.open)
            && let Some(id) = self.came_from.take()
        {
            ctx.memory_mut(|memory| memory.request_focus(id));
        }
    }
}

fn let_go(ctx: &Context, id: Option<Id>) {
    if let Some(id) = id {
        ctx.memory_mut(|memory| memory.surrender_focus(id));
    }
}

/// The first thing that can be filled in, or, where there is nothing to fill in, the button the dialog is for.
fn first_field(ctx: &Context, layer: LayerId, dialog: &dyn Dialog) -> Option<Id> {
    let first = ctx.viewport(|viewport| {
        let mut widgets = viewport.this_pass.widgets.get_layer(layer);
        widgets.find(|widget| widget.enabled && widget.sense.is_focusable()).map(|widget| widget.id)
    });
    // Without a field only the button is left, which may be the one thing that is not enabled yet.
    if dialog.has_fields() { first } else { first.and(Primary::of(ctx)).map(|primary| primary.id) }
}

fn is_entered(ctx: &Context) -> bool {
    ctx.input(|input| {
        input.events.iter().any(|event| {
            matches!(event, Event::Key { key: Key::Enter, pressed: true, repeat: false, modifiers, .. } if modifiers.is_none())
        })
    })
}

/// Whether Enter was pressed where nothing else has a use for it.
pub(super) fn confirms(ctx: &Context) -> bool {
    let confirms = is_entered(ctx) && ctx.memory(Memory::focused).is_none() && !Popup::is_any_open(ctx);
    if confirms {
        ctx.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Enter));
    }
    confirms
}
