//! The suspects: what the person named beforehand, what became of each, and the way to name others.

use eframe::egui::{RichText, Ui};

use super::finding_card::caption_ui;
use crate::analysis::insights::{prespecified_words, words};
use crate::ui::command::{DialogRequest, UiCommands};
use crate::ui::theme::{size, strong_font};
use crate::ui::widgets::card;
use crate::workspace::jobs::insights::Answer;

/// Shows the suspects; gives the pair whose page is to be opened.
pub fn suspects_ui(ui: &mut Ui, answer: &Answer, commands: &mut UiCommands) -> Option<(String, String)> {
    let mut opened = None;
    card::plain_ui(ui, |ui| {
        ui.label(RichText::new("Suspects").font(strong_font(size::TITLE)));
        match &answer.insights.suspects {
            None => {
                ui.label("Do you suspect something? A few pairs named beforehand need fewer days than a search through everything.");
            }
            Some(family) => {
                caption_ui(ui, &prespecified_words::head(family));
                for result in &family.results {
                    let title = words::pair_title(&result.factor, &result.outcome, &answer.table);
                    ui.label(RichText::new(&title).font(strong_font(size::BODY)));
                    ui.label(prespecified_words::result(result, &answer.table));
                    if answer.finding((&result.factor, &result.outcome)).is_some()
                        && ui.link("look closer").on_hover_text(format!("Look closer: {title}")).clicked()
                    {
                        opened = Some((result.factor.clone(), result.outcome.clone()));
                    }
                }
            }
        }
        if ui.button("Name suspects…").clicked() {
            commands.open(DialogRequest::Suspects);
        }
    });
    opened
}
