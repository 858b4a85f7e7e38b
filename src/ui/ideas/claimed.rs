//! What is often claimed, with what is known of it: those claims first that a number of the diary speaks to.

use eframe::egui::Ui;

use super::chips::chips_ui;
use super::folded_ui;
use crate::evidence::gate::Part;
use crate::evidence::suggest::{Advice, Claimed};
use crate::evidence::wording;
use crate::ui::command::{Destination, UiCommands};
use crate::ui::widgets::{caption_ui, card};

/// Shows the claims, folded at first.
pub(super) fn claimed_ui(ui: &mut Ui, advice: &Advice, commands: &mut UiCommands) {
    folded_ui(ui, "OFTEN CLAIMED", advice.claimed.len(), |ui| {
        for claim in &advice.claimed {
            ui.push_id(&claim.card.id, |ui| card::plain_ui(ui, |ui| claim_ui(ui, claim, commands)));
        }
    });
}

fn claim_ui(ui: &mut Ui, claim: &Claimed, commands: &mut UiCommands) {
    let (known, shown) = (claim.card, &claim.shown);
    if let Some(distance) = &claim.fits {
        let answered = format!("{} of {} days", distance.answered, distance.window_days);
        let now = distance.in_words(distance.now);
        caption_ui(ui, &format!("{}: {}, {now}, {answered}", wording::FITS_THE_LOG, distance.label.to_lowercase()));
    }
    if let Some(say) = shown.say() {
        ui.label(say);
    }
    if shown.has(Part::PopularClaim) {
        ui.label(format!("“{}”", known.claim));
    }
    if shown.has(Part::Chips) {
        chips_ui(ui, known);
    }
    if shown.has(Part::Plain) {
        ui.label(&known.plain);
    }
    if known.is_unproven() {
        caption_ui(ui, wording::UNPROVEN);
    }
    let link = ui.link("Studies and sources").accessible_name(format!("Evidence on the claim: {}", known.claim));
    if link.clicked() {
        commands.go(Destination::Evidence(known.id.clone()));
    }
}
