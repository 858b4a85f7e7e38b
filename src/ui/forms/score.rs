//! The score of a day at the foot of its card: the number as soon as there is one, else what is missing for it.

use eframe::egui::{RichText, Ui};

use super::Form;
use crate::columns::{Lacking, lacking};
use crate::model::entry::Card;
use crate::ui::text;
use crate::ui::theme::{size, strong_font};
use crate::ui::widgets::{caption_ui, quiet_ui};
use crate::words::rounded;

/// Key of the column of a card's score.
fn key(card: Card) -> Option<&'static str> {
    match card {
        Card::Skin => Some("skin_today"),
        Card::Gut => Some("gut_today"),
        _ => None,
    }
}

/// The name of a score; its range is said beside the number.
fn name(label: &str) -> &str {
    label.split(" (").next().unwrap_or(label)
}

/// How many answers are missing: `two`, or `one more` where some are there.
fn needed(lacking: &Lacking) -> String {
    let needed = match lacking.needed {
        1 => "one".to_owned(),
        2 => "two".to_owned(),
        3 => "three".to_owned(),
        many => many.to_string(),
    };
    if lacking.there == 0 { needed } else { format!("{needed} more") }
}

/// What is missing on one line, whatever it is, so that an answer moves nothing below: `Skin today needs two answers`.
fn missing(lacking: &Lacking) -> String {
    let answers = if lacking.needed == 1 { "answer" } else { "answers" };
    format!("{} needs {} {answers}", name(lacking.score), needed(lacking))
}

impl Form<'_> {
    /// The score of a card with its name, if the day has it: `Skin today 64`.
    pub(super) fn day_score(&self, card: Card) -> Option<String> {
        let key = key(card)?;
        let score = self.table.number(key, self.day)?;
        Some(format!("{} {}", name(&self.table.column(key)?.label), rounded(score, 0)))
    }

    /// The score, or what is missing for it, with what such a score is one click away.
    pub(super) fn day_score_ui(&mut self, ui: &mut Ui, card: Card) {
        let Some(key) = key(card) else { return };
        let score = self.day_score(card);
        let lacking = score.is_none().then(|| lacking(self.table, key, self.day)).flatten();
        let is_open = self.state.explained.contains(&card);
        let words = match (is_open, &lacking) {
            (true, _) => "hide what this number is",
            (false, Some(_)) => "which",
            (false, None) => "what this number is",
        };
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().interact_size.y = 0.0;
            ui.spacing_mut().item_spacing.y = 0.0;
            if let Some(score) = &score {
                ui.label(RichText::new(score).font(strong_font(size::TITLE)));
                caption_ui(ui, "0 best, 100 worst");
            } else if let Some(lacking) = &lacking {
                caption_ui(ui, &missing(lacking));
            }
            let link = ui.link(RichText::new(words).size(size::CAPTION)).on_hover_text(text::OWN_SCALES);
            let link = link.accessible_name(match &lacking {
                Some(lacking) if !is_open => {
                    format!("{} card: which answers {} needs", card.label(), name(lacking.score))
                }
                _ => format!("{} card: {words}", card.label()),
            });
            if link.clicked() && !self.state.explained.remove(&card) {
                self.state.explained.insert(card);
            }
        });
        if let Some(lacking) = lacking.filter(|_| is_open) {
            let needs = needed(&lacking);
            quiet_ui(ui, &format!("{} needs {needs} of: {}.", name(lacking.score), lacking.parts.join(", ")));
        }
        if is_open {
            quiet_ui(ui, text::OWN_SCALES);
        }
    }
}
