//! The sources of a card, each with a way to copy its number.

use eframe::egui::{Label, RichText, Ui};

use crate::evidence::card::Card;
use crate::ui::theme::{Palette, size, space};

/// Shows the sources; `copied` is the DOI that was copied last.
pub fn sources_ui(ui: &mut Ui, card: &Card, copied: &mut Option<String>) {
    for source in &card.citations {
        let words = RichText::new(source.line()).size(size::CAPTION).color(Palette::of(ui).quiet);
        ui.add(Label::new(words).wrap());
        let Some(doi) = &source.doi else { continue };
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::ROW;
            ui.spacing_mut().interact_size.y = 0.0;
            let link = ui.link(RichText::new("copy DOI").size(size::CAPTION));
            if link.accessible_name(format!("Copy DOI {doi}")).on_hover_text(doi).clicked() {
                ui.ctx().copy_text(doi.clone());
                *copied = Some(doi.clone());
            }
            if copied.as_ref() == Some(doi) {
                ui.label(RichText::new("copied").size(size::CAPTION).color(Palette::of(ui).quiet));
            }
        });
    }
}
