//! The map of lags behind a fold, for one outcome at a time.

use eframe::egui::{self, CollapsingHeader, RichText, Ui};

use super::figures::{Figures, Of};
use crate::analysis::insights::words;
use crate::report::figure::lag_map;
use crate::ui::command::UiCommands;
use crate::ui::theme::{size, strong_font};
use crate::workspace::jobs::insights::Answer;

/// Shows the map; `of` remembers the outcome.
pub fn lag_map_ui(
    ui: &mut Ui,
    answer: &Answer,
    of: &mut Option<String>,
    figures: &mut Figures,
    commands: &mut UiCommands,
) {
    let insights = &answer.insights;
    let mut outcomes: Vec<&str> = insights.lag_rows.iter().map(|row| row.outcome.as_str()).collect();
    outcomes.dedup();
    let found = insights.findings.first().map(|finding| finding.outcome.as_str());
    let Some(first) = found.or(outcomes.first().copied()) else { return };
    let label = |key: &str| words::label(&answer.table, key);
    let title = RichText::new("All factors, lag by lag").font(strong_font(size::BODY));
    CollapsingHeader::new(title).id_salt("lag map").show(ui, |ui| {
        let mut chosen = of.clone().filter(|key| outcomes.contains(&key.as_str())).unwrap_or_else(|| first.to_owned());
        egui::ComboBox::from_label("Outcome").selected_text(label(&chosen)).show_ui(ui, |ui| {
            for key in &outcomes {
                ui.selectable_value(&mut chosen, (*key).to_owned(), label(key));
            }
        });
        let key = Of { answer: answer.number, name: "map", about: chosen.clone() };
        figures.ui(ui, key, commands, |width| lag_map::draw(insights, &answer.table, &chosen, width));
        *of = Some(chosen);
    });
}
