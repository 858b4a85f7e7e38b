//! The person's own trackables: their fields, and the way to a new one.

use eframe::egui::{RichText, Ui};

use super::Form;
use crate::model::entry::EntryKind;
use crate::ui::actions::Action;
use crate::ui::theme::Palette;

impl Form<'_> {
    pub(super) fn own_ui(&mut self, ui: &mut Ui) {
        if self.diary.catalogue().shown_for(EntryKind::Own).next().is_none() {
            let words = "Anything else you want to follow: a score, a count, yes or no.";
            ui.label(RichText::new(words).color(Palette::of(ui).quiet));
        }
        self.own_fields_ui(ui);
        if ui.button("New thing to track…").clicked() {
            self.commands.act(Action::NewTrackable);
        }
    }

    fn own_fields_ui(&mut self, ui: &mut Ui) {
        if self.diary.catalogue().shown_for(EntryKind::Own).next().is_some() {
            self.kind_ui(ui, EntryKind::Own);
        }
    }
}
