//! One card of the library: the claim, what is known of it, what studies found, what the claim overstates, what to heed, and the
//! sources. What a gate closes to this person is not here.

use eframe::egui::{RichText, ScrollArea, Ui};

use crate::evidence::browse::Listed;
use crate::evidence::gate::Part;
use crate::evidence::{attempt, wording};
use crate::ui::context::ViewContext;
use crate::ui::ideas::chips::chips_ui;
use crate::ui::ideas::sources::sources_ui;
use crate::ui::ideas::try_button::try_button_ui;
use crate::ui::theme::{size, space, strong_font};
use crate::ui::widgets::{caption_ui, card, focus, heading_ui, quiet_ui};

/// Shows the card; gives whether to go back to the list.
pub(super) fn detail_ui(ui: &mut Ui, listed: &Listed, copied: &mut Option<String>, ctx: &mut ViewContext<'_>) -> bool {
    let back = ui.link("‹ All evidence").clicked();
    let area = ScrollArea::vertical().id_salt(("card", &listed.card.id)).auto_shrink(false);
    focus::scrolled(ui, area, |ui| {
        ui.set_max_width(ui.available_width() - space::ROW);
        ui.spacing_mut().item_spacing.y = space::ROW;
        card_ui(ui, listed, copied, ctx);
    });
    back
}

fn card_ui(ui: &mut Ui, listed: &Listed, copied: &mut Option<String>, ctx: &mut ViewContext<'_>) {
    let (found, shown) = (listed.card, &listed.shown);
    if shown.has(Part::Title) {
        ui.label(RichText::new(&found.title).font(strong_font(size::VIEW)));
    }
    caption_ui(ui, &format!("for {}", wording::conditions(found).to_lowercase()));
    if let Some(say) = shown.say() {
        card::plain_ui(ui, |ui| {
            ui.label(say);
        });
    }
    if shown.has(Part::Chips) {
        chips_ui(ui, found);
        if found.is_unproven() {
            quiet_ui(ui, wording::UNPROVEN);
        }
    }
    if shown.has(Part::Plain) {
        ui.label(&found.plain);
    }
    part_ui(ui, shown.has(Part::PopularClaim), "The claim, as it is often made", &format!("“{}”", found.claim));
    part_ui(ui, shown.has(Part::Finding), "What studies found", &found.finding);
    let remark = found.seed_remark.as_deref().unwrap_or_default();
    part_ui(ui, shown.has(Part::Remark), "What the popular claim overstates", remark);
    part_ui(ui, shown.has(Part::Cautions), "Take care", &found.cautions);
    part_ui(ui, shown.has(Part::Days), "When to look", &wording::lag_window(found));
    if shown.has(Part::Trial) {
        trial_ui(ui, listed, ctx);
    }
    let ideas: Vec<&str> = found.seed_rows.iter().map(|idea| idea.label()).collect();
    caption_ui(ui, &format!("Ideas of gut and skin it speaks of: {}", ideas.join(", ")));
    if shown.has(Part::Citations) {
        card::plain_ui(ui, |ui| {
            heading_ui(ui, "Sources");
            sources_ui(ui, found, copied);
        });
    }
    caption_ui(ui, wording::SELF_CARE);
}

fn part_ui(ui: &mut Ui, may_be_shown: bool, heading: &str, words: &str) {
    if may_be_shown && !words.is_empty() {
        card::plain_ui(ui, |ui| {
            heading_ui(ui, heading);
            ui.label(words);
        });
    }
}

fn trial_ui(ui: &mut Ui, listed: &Listed, ctx: &mut ViewContext<'_>) {
    let Some(try_it) = &listed.card.try_it else { return };
    card::plain_ui(ui, |ui| {
        heading_ui(ui, "One change to try");
        ui.label(&try_it.change);
        caption_ui(ui, attempt::SAME_TREATMENT);
        try_button_ui(ui, listed.card, ctx.workspace, ctx.commands);
    });
}
