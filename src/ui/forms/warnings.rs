//! Warning signs: ticked only when they are there. A tick puts advice at the top of the suggestions.

use eframe::egui::{self, RichText, Ui};

use super::Form;
use crate::edit::{Command, Place};
use crate::model::entry::EntryKind;
use crate::model::value::Value;
use crate::ui::theme::{Palette, size};

impl Form<'_> {
    pub(super) fn warnings_ui(&mut self, ui: &mut Ui) {
        let words = "Tick what is there today. What to do then stands at the top of the window.";
        ui.label(RichText::new(words).size(size::CAPTION).color(Palette::of(ui).quiet));
        let kind = EntryKind::Warning;
        let entry = self.page.and_then(|page| page.main_entry(kind, None));
        for known in self.diary.catalogue().shown_for(kind) {
            let answer = entry.and_then(|entry| entry.answers.get(known.key.as_str()));
            let mut ticked = answer == Some(Value::YesNo(true));
            let label = egui::WidgetText::from(known.label.as_str());
            ui.push_id(known.key.as_str(), |ui| {
                ui.spacing_mut().item_spacing.y = 6.0;
                if ui.checkbox(&mut ticked, label).changed() {
                    let value = ticked.then_some(Value::YesNo(true));
                    let place = Place::Main { kind, region: None };
                    self.commands.edit(Command::Answer { day: self.day, place, key: known.key.clone(), value });
                }
            });
        }
    }
}
