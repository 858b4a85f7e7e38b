//! What studies say about a pair, beside what the diary shows of it.

use eframe::egui::{RichText, Ui};

use super::finding_card::caption_ui;
use crate::columns::DayTable;
use crate::evidence::gate::Part;
use crate::evidence::related::{Pair, Related, related};
use crate::evidence::situation::Person;
use crate::evidence::wording::{self, Chip};
use crate::ui::theme::{Palette, size, strong_font};
use crate::ui::widgets::card;
use crate::workspace::Workspace;

/// Shows the cards about a pair, as far as they are open to the person, or that there is none.
pub fn literature_ui(ui: &mut Ui, workspace: &Workspace, table: &DayTable, pair: Pair<'_>) {
    let person = Person::on(workspace.diary(), workspace.today());
    let found = related(table, &person, pair, false);
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
    let (card, shown) = (related.card, &related.shown);
    if shown.has(Part::StudiesExist) {
        ui.label(wording::STUDIES_EXIST);
    }
    if let Some(say) = shown.say() {
        ui.label(say);
    }
    if shown.has(Part::Title) {
        ui.label(RichText::new(&card.title).font(strong_font(size::BODY)));
    }
    if shown.has(Part::Chips) {
        for (heading, chip) in
            [(wording::FOR_SKIN, Chip::for_skin(card)), (wording::FOR_HEALTH, Chip::for_health(card))]
        {
            ui.label(RichText::new(format!("{heading}: {}", chip.words())).color(Palette::of(ui).accent));
        }
    }
    if shown.has(Part::Plain) {
        ui.label(&card.plain);
    }
    if let Some(agreement) = related.agreement {
        ui.label(agreement.words());
    }
    if let Some(days) = &related.days {
        ui.label(days);
    }
    if shown.has(Part::Chips) && card.is_unproven() {
        caption_ui(ui, wording::UNPROVEN);
    }
    if shown.has(Part::Citations) {
        for source in &card.citations {
            caption_ui(ui, &source.line());
        }
    }
    caption_ui(ui, wording::SELF_CARE);
}
