//! The head of a comparison of an idea that was tried: what was changed, from when to when, and what was watched.

use eframe::egui::{RichText, Ui};

use crate::analysis::insights::words::label;
use crate::columns::DayTable;
use crate::evidence::attempt::Attempt;
use crate::evidence::{library, wording};
use crate::ui::theme::{size, strong_font};
use crate::ui::widgets::{caption_ui, card, segmented};

/// Shows what was tried, and lets one choose among what was watched.
pub(super) fn tried_ui(
    ui: &mut Ui,
    attempt: &Attempt<'_>,
    outcome: &mut String,
    (table, outcomes): (&DayTable, &[&str]),
) {
    let course = attempt.course;
    let known = library::card(attempt.card);
    card::plain_ui(ui, |ui| {
        ui.label(RichText::new(format!("You tried: {}", course.name)).font(strong_font(size::TITLE)));
        let last = course.stop.map_or_else(String::new, |stop| format!(" to {}", stop.short()));
        caption_ui(ui, &format!("{}{last}", course.start.short()));
        let Some(try_it) = known.and_then(|card| card.try_it.as_ref()) else { return };
        ui.label(&try_it.change);
        let watched: Vec<(&str, String)> = try_it
            .watch
            .iter()
            .filter_map(|key| outcomes.iter().find(|outcome| *outcome == key))
            .map(|key| (*key, label(table, key)))
            .collect();
        let watched: Vec<(&str, &str)> = watched.iter().map(|(key, words)| (*key, words.as_str())).collect();
        if !watched.is_empty() {
            caption_ui(ui, "Watched:");
            let chosen = watched.iter().map(|(key, _)| *key).find(|key| key == outcome);
            if let Some(pressed) = segmented::segmented_ui(ui, "Watched", chosen, &watched) {
                pressed.clone_into(outcome);
            }
        }
        if let Some(card) = known {
            caption_ui(ui, &format!("Studies: {}.", wording::lag_window(card)));
        }
        caption_ui(
            ui,
            "One try says what went along with it, not why. A trial that switches a change on and off by lot says more.",
        );
    });
}
