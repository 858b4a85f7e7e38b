//! How certain it is, for skin and for health apart: two chips, each under its own heading, certainty and direction in words, and the
//! dots that repeat the certainty.

use eframe::egui::{Label, RichText, Ui, vec2};

use crate::evidence::card::Card;
use crate::evidence::wording::{self, Chip};
use crate::ui::theme::{Palette, size, space};
use crate::ui::widgets::certainty_dots;

/// Shows both chips of a card, one a line.
pub fn chips_ui(ui: &mut Ui, card: &Card) {
    ui.scope(|ui| {
        // Lines of one text, not rows of buttons.
        ui.spacing_mut().interact_size.y = 0.0;
        ui.spacing_mut().item_spacing.y = ui.spacing().item_spacing.y.min(space::TIGHT);
        chip_ui(ui, wording::FOR_SKIN, Chip::for_skin(card));
        chip_ui(ui, wording::FOR_HEALTH, Chip::for_health(card));
    });
}

/// One chip: the dots, and beside them the words, which may wrap.
fn chip_ui(ui: &mut Ui, heading: &str, chip: Chip) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing = vec2(space::TIGHT, 0.0);
        certainty_dots::certainty_dots_ui(ui, chip.certainty);
        let words = format!("{heading}: {}", chip.words());
        let ink = Palette::of(ui).text;
        ui.add(Label::new(RichText::new(words).size(size::CAPTION).color(ink)).wrap());
    });
}
