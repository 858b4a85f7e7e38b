//! One number of a meal of which nothing else is known: `fibre 8 g`.

use eframe::egui::{Id, Key, RichText, TextEdit, Ui};

use super::Form;
use crate::edit::quick_add;
use crate::ui::theme::{Palette, size};

impl Form<'_> {
    /// A field that is taken over on Enter. What it does not understand it says, and keeps.
    pub(super) fn quick_add_ui(&mut self, ui: &mut Ui) {
        let id = Id::unique(("quick add", self.day.number()));
        let (mut text, mut refused): (String, Option<String>) = ui.data(|data| data.get_temp(id)).unwrap_or_default();
        let hint = "Quick add: fibre 8 g, fermented 1, dairy yes";
        let field = TextEdit::singleline(&mut text).id(id.with("field")).hint_text(hint).desired_width(f32::INFINITY);
        let response = ui.add(field).accessible_name("Quick add");
        if response.changed() {
            refused = None;
        }
        if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) && !text.trim().is_empty() {
            match quick_add(self.diary, self.day, &text) {
                Ok(command) => {
                    self.outbox.edit(command);
                    text.clear();
                    response.request_focus();
                }
                Err(why) => refused = Some(why),
            }
        }
        if let Some(why) = &refused {
            ui.label(RichText::new(why).size(size::CAPTION).color(Palette::of(ui).attention));
        }
        ui.data_mut(|data| data.insert_temp(id, (text, refused)));
    }
}
