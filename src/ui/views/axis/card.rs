//! A card on a page of the map: what studies say for skin and for health apart, or the words of the gate that closes it.

use eframe::egui::{CollapsingHeader, RichText, Ui};

use crate::evidence::axis::ArrowCard;
use crate::evidence::wording;
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
    if let Some(say) = &of.say {
        ui.label(RichText::new(say).color(Palette::of(ui).attention));
    }
    if of.is_closed {
        return;
    }
    let card = of.card;
    ui.label(RichText::new(&card.claim).font(strong_font(size::BODY)));
    CollapsingHeader::new("What studies found").show(ui, |ui| {
        ui.label(card.finding_alone());
        caption_ui(ui, &format!("Take care: {}", card.cautions));
        for source in &card.citations {
            caption_ui(ui, &source.line());
        }
    });
    caption_ui(ui, wording::SELF_CARE);
}
