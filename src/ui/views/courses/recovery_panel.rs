//! The panel beneath a course of an antibiotic: days since the last dose, what studies show, what to watch for, and how the diary
//! stands to what may help.

use eframe::egui::{CollapsingHeader, RichText, Ui};

use crate::evidence::gate::Part;
use crate::evidence::recovery::{Recovery, Target};
use crate::evidence::suggest::BesideCourse;
use crate::evidence::wording::{Chip, FOR_HEALTH, FOR_SKIN, SELF_CARE};
use crate::ui::theme::{Palette, size, strong_font};
use crate::ui::widgets::{caption_ui, quiet_ui};

/// Shows the panel.
pub(super) fn recovery_ui(ui: &mut Ui, recovery: &Recovery) {
    ui.separator();
    ui.label(RichText::new("After the antibiotic").font(strong_font(size::BODY)));
    ui.label(&recovery.standing);
    if recovery.studies.is_empty() && recovery.targets.is_empty() {
        quiet_ui(ui, "Something more urgent stands at the top of the window. That comes first.");
        return;
    }
    if !recovery.targets.is_empty() {
        caption_ui(ui, "What may help");
    }
    for target in &recovery.targets {
        target_ui(ui, target);
    }
    if !recovery.studies.is_empty() {
        caption_ui(ui, "What studies show, and what to watch for");
    }
    for beside in &recovery.studies {
        beside_ui(ui, beside);
    }
    caption_ui(ui, SELF_CARE);
}

fn target_ui(ui: &mut Ui, target: &Target) {
    beside_ui(ui, &target.beside);
    let words = target.words();
    if !words.is_empty() {
        ui.label(words);
    }
}

/// What may be shown of a card beside a course.
fn beside_ui(ui: &mut Ui, beside: &BesideCourse) {
    let (card, shown) = (beside.card, &beside.shown);
    if let Some(say) = shown.say() {
        ui.label(RichText::new(say).color(Palette::of(ui).attention));
    }
    if shown.has(Part::Title) {
        ui.label(RichText::new(&card.title).font(strong_font(size::BODY)));
    }
    if shown.has(Part::Chips) {
        let (skin, health) = (Chip::for_skin(card).words(), Chip::for_health(card).words());
        caption_ui(ui, &format!("{FOR_SKIN}: {skin} · {FOR_HEALTH}: {health}"));
    }
    if shown.has(Part::Plain) {
        ui.label(&card.plain);
    }
    if shown.has(Part::Cautions) {
        quiet_ui(ui, &card.cautions);
    }
    if shown.has(Part::Citations) {
        CollapsingHeader::new("Sources").id_salt(("sources", &card.id)).show(ui, |ui| {
            for source in &card.citations {
                caption_ui(ui, &source.line());
            }
        });
    }
}
