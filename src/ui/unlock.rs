//! The lock of an encrypted diary: one field, before anything of the diary is shown.

use eframe::egui::{Align, Button, CentralPanel, Frame, Key, Layout, RichText, TextEdit, Ui};

use super::text;
use super::theme::{Palette, size, space, strong_font};
use crate::storage::seal::Secret;

/// Widest that the field gets, in points.
const WIDE: f32 = 420.0;

/// The lock, and what is typed into it.
#[derive(Default)]
pub(super) struct UnlockPage {
    typed: String,
    is_shown: bool,
    /// Why the last try did not open it.
    refused: Option<String>,
    /// A try is being made.
    is_trying: bool,
    had_focus: bool,
}

impl UnlockPage {
    /// The last try did not open it.
    pub fn refuse(&mut self, why: Option<String>) {
        self.refused = why;
        self.is_trying = false;
        self.had_focus = false;
    }

    /// Draws it; gives what was typed once somebody is done.
    pub fn ui(&mut self, ui: &mut Ui) -> Option<Secret> {
        let ground = Frame::new().fill(Palette::of(ui).window).inner_margin(space::BETWEEN);
        let shown = CentralPanel::default().frame(ground).show(ui, |ui| {
            let air = ((ui.available_height() - 260.0) / 2.0).max(0.0);
            ui.add_space(air);
            ui.with_layout(Layout::top_down(Align::Center), |ui| {
                ui.set_max_width(WIDE.min(ui.available_width()));
                self.field_ui(ui)
            })
        });
        shown.inner.inner
    }

    fn field_ui(&mut self, ui: &mut Ui) -> Option<Secret> {
        let palette = Palette::of(ui);
        ui.label(RichText::new(text::LOCKED_TITLE).font(strong_font(size::VIEW)));
        ui.label(RichText::new(text::LOCKED).color(palette.quiet));
        ui.add_space(space::ROW);
        let label = ui.label("Passphrase or recovery code");
        let field = TextEdit::singleline(&mut self.typed).password(!self.is_shown).desired_width(f32::INFINITY);
        let field = ui.add_enabled(!self.is_trying, field).labelled_by(label.id);
        if !std::mem::replace(&mut self.had_focus, true) {
            field.request_focus();
        }
        ui.checkbox(&mut self.is_shown, "Show what I type");
        if let Some(why) = &self.refused {
            ui.label(RichText::new(why).color(palette.attention));
        }
        ui.add_space(space::ROW);
        if self.is_trying {
            ui.label(RichText::new(text::UNLOCKING).color(palette.quiet));
            return None;
        }
        let words = RichText::new("Open the diary").color(palette.on_accent);
        let opens = ui.add_enabled(!self.typed.is_empty(), Button::new(words).fill(palette.accent)).clicked();
        let enters = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if (opens || enters) && !self.typed.is_empty() {
            self.is_trying = true;
            self.refused = None;
            return Some(Secret::from(std::mem::take(&mut self.typed)));
        }
        None
    }
}
