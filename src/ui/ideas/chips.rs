//! How certain it is, for skin and for health apart: two chips, each under its own heading, certainty and direction in words, and the
//! dots that repeat the certainty.

use eframe::egui::{Label, RichText, Ui};

use crate::evidence::card::Card;
use crate::evidence::wording::{self, Chip};
use crate::ui::theme::{Palette, size, space, strong_font};
use crate::ui::widgets::certainty_dots;

/// Shows both chips of a card, one a line.
pub fn chips_ui(ui: &mut Ui, card: &Card) {
    for (heading, chip) in [(wording::FOR_SKIN, Chip::for_skin(card)), (wording::FOR_HEALTH, Chip::for_health(card))] {
        chip_ui(ui, heading, chip);
    }
}

/// One chip, on one line that may wrap.
pub fn chip_ui(ui: &mut Ui, heading: &str, chip: Chip) {
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = eframe::egui::vec2(space::TIGHT, 0.0);
        ui.spacing_mut().interact_size.y = 0.0;
        certainty_dots::certainty_dots_ui(ui, chip.certainty);
        let words = format!("{heading}: {}", chip.words());
        let ink = Palette::of(ui).text;
        ui.add(Label::new(RichText::new(words).font(strong_font(size::CAPTION)).color(ink)).wrap());
    });
}
