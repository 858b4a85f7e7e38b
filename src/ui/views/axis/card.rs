//! A card on a page of the map: what studies say for skin and for health apart, or the words of the gate that closes it.

use eframe::egui::{RichText, Ui};

use crate::evidence::axis::ArrowCard;
use crate::evidence::gate::Part;
use crate::evidence::wording::{self, Chip};
use crate::ui::theme::{Palette, size, strong_font};
use crate::ui::widgets::caption_ui;
use crate::ui::widgets::card::plain_ui;

/// Shows the cards of a path.
pub(super) fn cards_ui<'a>(ui: &mut Ui, cards: impl Iterator<Item = &'a ArrowCard>) {
    for card in cards {
        ui.push_id(&card.card.id, |ui| plain_ui(ui, |ui| card_ui(ui, card)));
    }
}

fn card_ui(ui: &mut Ui, of: &ArrowCard) {
    let (card, shown) = (of.card, &of.shown);
    if let Some(say) = shown.say() {
        ui.label(say);
    }
    if shown.has(Part::Title) {
        ui.label(RichText::new(&card.title).font(strong_font(size::BODY)));
    }
    if shown.has(Part::Chips) {
        chip_ui(ui, wording::FOR_SKIN, Chip::for_skin(card));
        chip_ui(ui, wording::FOR_HEALTH, Chip::for_health(card));
    }
    if shown.has(Part::Plain) {
        ui.label(&card.plain);
        if card.is_unproven() {
            caption_ui(ui, wording::UNPROVEN);
        }
    }
}

fn chip_ui(ui: &mut Ui, heading: &str, chip: Chip) {
    ui.horizontal_wrapped(|ui| {
        caption_ui(ui, heading);
        ui.label(RichText::new(chip.words()).color(Palette::of(ui).accent));
    });
}
