//! The page of an arrow: what studies say, card by card, and beside it what the person's own diary shows.

use eframe::egui::Ui;

use super::card::cards_ui;
use super::{page_head_ui, strong_ui};
use crate::analysis::insights::words::CONFOUNDING;
use crate::evidence::axis::{AxisArrow, AxisMap, Own};
use crate::evidence::wording::SELF_CARE;
use crate::report::figure::axis::AxisPart;
use crate::ui::command::{Destination, UiCommands};
use crate::ui::context::ViewContext;
use crate::ui::view_state::ViewId;
use crate::ui::widgets::card::plain_ui;
use crate::ui::widgets::{caption_ui, heading_ui, quiet_ui};

/// Shows the page; gives where to go: back to the map, or to another page.
pub(super) fn arrow_page_ui(
    ui: &mut Ui,
    map: &AxisMap,
    id: &'static str,
    ctx: &mut ViewContext<'_>,
) -> Option<Option<AxisPart>> {
    let Some(arrow) = map.arrow(id) else { return Some(None) };
    let goes_to = page_head_ui(ui, &arrow.title()).then_some(None);
    plain_ui(ui, |ui| own_ui(ui, arrow, ctx.commands));
    plain_ui(ui, |ui| {
        heading_ui(ui, "What studies say");
        strong_ui(ui, &arrow.style.words);
        if let Some(words) = arrow.gap {
            quiet_ui(ui, words);
        }
    });
    for medicine in &arrow.medicines {
        plain_ui(ui, |ui| {
            strong_ui(ui, &medicine.name);
            medicine.lines.iter().for_each(|line| drop(ui.label(line)));
        });
    }
    cards_ui(ui, arrow.cards.iter());
    if !arrow.cards.is_empty() {
        caption_ui(ui, SELF_CARE);
    }
    goes_to
}

fn own_ui(ui: &mut Ui, arrow: &AxisArrow, commands: &mut UiCommands) {
    heading_ui(ui, "What your diary shows");
    match &arrow.own {
        Own::NotInADiary => quiet_ui(ui, "A diary holds nothing that would show this path."),
        Own::Found(found) => {
            for finding in found {
                strong_ui(ui, &finding.headline);
                ui.label(&finding.sentence);
                quiet_ui(ui, &finding.grade);
                finding.beside.iter().for_each(|line| drop(ui.label(line)));
            }
            caption_ui(ui, CONFOUNDING);
            if ui.link("all insights").clicked() {
                commands.go(Destination::View(ViewId::Insights));
            }
        }
        Own::NotFound { remarks, .. } => {
            strong_ui(ui, &arrow.own.words());
            quiet_ui(
                ui,
                "That does not mean that nothing matters: it means that this diary cannot tell it from chance.",
            );
            remarks.iter().for_each(|line| quiet_ui(ui, line));
        }
        Own::CannotSay { missing } => {
            strong_ui(ui, &arrow.own.words());
            missing.iter().for_each(|line| quiet_ui(ui, line));
        }
    }
}
