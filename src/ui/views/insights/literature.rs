//! What studies say about a pair, beside what the diary shows of it.

use eframe::egui::{RichText, Ui};

use super::finding_card::caption_ui;
use crate::columns::DayTable;
use crate::evidence::related::{Related, related};
use crate::evidence::wording;
use crate::model::diary::Diary;
use crate::ui::theme::{Palette, size, strong_font};
use crate::ui::widgets::card;

/// Shows the cards about a pair, or that there is none.
pub fn literature_ui(
    ui: &mut Ui,
    diary: &Diary,
    table: &DayTable,
    pair: (&str, &str),
    effect: f64,
    lags: (usize, usize),
) {
    let found = related(diary, table, pair, effect, lags);
    card::plain_ui(ui, |ui| {
        ui.label(RichText::new("What studies say").font(strong_font(size::TITLE)));
        if found.is_empty() {
            ui.label("No evidence card speaks of this pair for the conditions you entered.");
        }
        for related in &found {
            ui.push_id(&related.card.id, |ui| one_ui(ui, related));
        }
    });
}

fn one_ui(ui: &mut Ui, related: &Related) {
    let card = related.card;
    ui.label(format!("The claim, as it is often made: “{}”", card.claim));
    let certainty = format!("{}, for {}", wording::certainty(card.certainty), wording::conditions(card).to_lowercase());
    ui.label(RichText::new(certainty).color(Palette::of(ui).accent));
    ui.label(card.finding_alone());
    if let Some(verdict) = card.verdict() {
        ui.label(verdict);
    }
    ui.label(related.agreement.words());
    ui.label(&related.days);
    if card.is_unproven() {
        caption_ui(ui, "not recommended / unproven");
    }
    caption_ui(ui, &format!("Mind: {}", card.cautions));
    for source in &card.citations {
        caption_ui(ui, &source.line());
    }
    caption_ui(ui, wording::SELF_CARE);
}
