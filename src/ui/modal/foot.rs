//! The foot of a dialog: at its right end the one button the dialog is for, which Enter presses too, and beside it the way out.

use eframe::egui::{Align, Button, Color32, Context, Id, Layout, RichText, Ui, vec2};

use super::keyboard;
use crate::ui::command::UiCommands;
use crate::ui::theme::Palette;
use crate::ui::widgets::cell;

/// The button a dialog is for, as it was drawn last.
#[derive(Debug, Clone, Copy)]
pub(super) struct Primary {
    /// Its id.
    pub id: Id,
    /// Whether it can be pressed.
    pub enabled: bool,
}

#[expect(clippy::disallowed_methods, reason = "it holds for one frame, and the foot knows nothing but its `Ui`")]
impl Primary {
    fn kept() -> Id {
        Id::unique("primary button of the dialog")
    }

    /// The one of the open dialog.
    pub(super) fn of(ctx: &Context) -> Option<Self> {
        ctx.data(|data| data.get_temp(Self::kept()))
    }

    fn keep(self, ctx: &Context) {
        ctx.data_mut(|data| data.insert_temp(Self::kept(), self));
    }
}

/// What stands at the foot.
pub struct Foot<'a> {
    words: &'a str,
    enabled: bool,
    destroys: bool,
}

impl<'a> Foot<'a> {
    /// A foot with a button.
    pub fn new(words: &'a str) -> Self {
        Self { words, enabled: true, destroys: false }
    }

    /// Whether the button can be pressed.
    pub fn enabled(self, enabled: bool) -> Self {
        Self { enabled, ..self }
    }

    /// The button takes something away.
    pub fn destroys(self) -> Self {
        Self { destroys: true, ..self }
    }

    /// Shows the button and what stands to its left; gives whether the button was pressed.
    pub fn ui(self, ui: &mut Ui, beside: impl FnOnce(&mut Ui)) -> bool {
        let mut pressed = false;
        let room = vec2(ui.available_width(), ui.spacing().interact_size.y);
        let layout = Layout::right_to_left(Align::Center).with_main_wrap(true);
        ui.allocate_ui_with_layout(room, layout, |ui| {
            let palette = Palette::of(ui);
            let ground: Color32 = if self.destroys { palette.danger } else { palette.accent };
            let button = Button::new(RichText::new(self.words).color(palette.on_accent)).fill(ground);
            let response = ui.add_enabled(self.enabled, button);
            if response.has_focus() {
                cell::focus_ring(ui, response.rect);
            }
            Primary { id: response.id, enabled: self.enabled }.keep(ui.ctx());
            pressed = response.clicked() || (self.enabled && keyboard::confirms(ui.ctx()));
            beside(ui);
        });
        pressed
    }

    /// Shows the button and the way out beside it.
    pub fn with_cancel_ui(self, ui: &mut Ui, commands: &mut UiCommands) -> bool {
        self.ui(ui, |ui| cancel_ui(ui, commands))
    }
}

/// The way out.
pub fn cancel_ui(ui: &mut Ui, commands: &mut UiCommands) {
    if ui.button("Cancel").clicked() {
        commands.close_dialog();
    }
}

/// The usual foot; gives whether the button was pressed.
pub fn foot_ui(ui: &mut Ui, words: &str, enabled: bool, commands: &mut UiCommands) -> bool {
    Foot::new(words).enabled(enabled).with_cancel_ui(ui, commands)
}

/// One button that closes the dialog.
pub fn close_button_ui(ui: &mut Ui, commands: &mut UiCommands) {
    if Foot::new("Close").ui(ui, |_| {}) {
        commands.close_dialog();
    }
}

/// A link that takes something away for good; gives whether it was pressed.
pub fn destroying_link_ui(ui: &mut Ui, words: &str) -> bool {
    ui.link(RichText::new(words).color(Palette::of(ui).danger)).clicked()
}
