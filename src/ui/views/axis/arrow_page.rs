//! The page of an arrow: what studies say, card by card, and beside it what the person's own diary shows.

use eframe::egui::Ui;

use super::card::cards_ui;
use super::{GoTo, page_head_ui, strong_ui};
use crate::analysis::insights::words::CONFOUNDING;
use crate::evidence::axis::{AxisArrow, AxisMap, Own};
use crate::evidence::wording::SELF_CARE;
use crate::ui::command::{Destination, UiCommands};
use crate::ui::context::ViewContext;
use crate::ui::view_state::ViewId;
use crate::ui::widgets::card::plain_ui;
use crate::ui::widgets::{caption_ui, heading_ui, quiet_ui};

/// Shows the page; gives where to go: back to the map, or to another page.
pub(super) fn arrow_page_ui(ui: &mut Ui, map: &AxisMap, id: &'static str, ctx: &mut ViewContext<'_>) -> Option<GoTo> {
    let Some(arrow) = map.arrow(id) else { return Some(GoTo::Map) };
    let goes_to = page_head_ui(ui, &arrow.title()).then_some(GoTo::Map);
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
            for line in &medicine.lines {
                ui.label(line);
            }
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
                for line in &finding.beside {
                    ui.label(line);
                }
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
            for line in remarks {
                quiet_ui(ui, line);
            }
        }
        Own::CannotSay { missing } => {
            strong_ui(ui, &arrow.own.words());
            for line in missing {
                quiet_ui(ui, line);
            }
        }
    }
}
