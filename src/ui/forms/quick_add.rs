//! One number of a meal of which nothing else is known: `fibre 8 g`.

use std::rc::Rc;

use eframe::egui::{Id, Key, RichText, TextEdit, Ui};

use super::Form;
use crate::edit::quick_add;
use crate::model::diary::Diary;
use crate::ui::drafts::HandOver;
use crate::ui::theme::{Palette, size};

impl Form<'_> {
    /// A field that is taken over on Enter. What it does not understand it says, and keeps.
    pub(super) fn quick_add_ui(&mut self, ui: &mut Ui) {
        let (id, day) = (Id::unique(("quick add", self.day.number())), self.day);
        let mut text = self.drafts.text(id, "");
        let hint = "Quick add: fibre 8 g, fermented 1, dairy yes";
        let field = TextEdit::singleline(&mut text).id(id).hint_text(hint).desired_width(f32::INFINITY);
        let response = ui.add(field).accessible_name("Quick add");
        let blank = text.trim().is_empty();
        self.drafts.put(ui, id, text, "");
        if !blank {
            let ask = move |text: &str, diary: &Diary| quick_add(diary, day, text).map(Some);
            self.drafts.ask(id, self.field("Quick add", None), HandOver::Adding, Rc::new(ask));
            if response.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
                self.drafts.add(id);
                response.request_focus();
            }
        }
        if let Some(why) = self.drafts.refusal(id) {
            ui.label(RichText::new(why).size(size::CAPTION).color(Palette::of(ui).attention));
        }
    }
}
