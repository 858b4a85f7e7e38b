//! The days behind a finding, newest first. The first ones stand open; all of them are one press away, on the page itself, since
//! a list that scrolls within a page that scrolls is lost to hands and eyes alike.

use eframe::egui::{Grid, Label, RichText, Ui};

use super::finding_card::caption_ui;
use crate::analysis::insights::behind::Behind;
use crate::analysis::insights::{Finding, words};
use crate::ui::command::{Destination, UiCommands};
use crate::ui::theme::{size, space, strong_font};
use crate::ui::widgets::focus;
use crate::words::Period;
use crate::workspace::jobs::insights::Answer;

/// Days that stand open.
const FIRST_DAYS: usize = 10;

/// Shows the days; a click opens one. `all` is whether every one of them is shown.
pub fn days_behind_ui(
    ui: &mut Ui,
    finding: &Finding,
    answer: &Answer,
    behind: &Behind,
    all: &mut bool,
    commands: &mut UiCommands,
) {
    let table = &answer.table;
    let label = |key: &str| words::label(table, key);
    let title = format!("The {} days behind it", behind.days.len());
    ui.label(RichText::new(title).font(strong_font(size::TITLE)));
    caption_ui(ui, "Days on which the outcome and all days of the window before it are logged. A click opens the day.");
    let of = |key: &str| table.column(key).map(crate::columns::Column::quantity);
    let (factor, outcome) = (of(&finding.factor), of(&finding.outcome));
    let period = Period::new(table.first, table.day(table.days.saturating_sub(1)));
    let shown = if *all { behind.days.len() } else { FIRST_DAYS };
    Grid::new("days behind").striped(true).spacing([space::BETWEEN, space::TIGHT]).show(ui, |ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        let names = [
            "Day".to_owned(),
            format!("{}, {}", label(&finding.factor), window_words(finding)),
            label(&finding.outcome),
        ];
        for name in names {
            ui.add(Label::new(RichText::new(name).font(strong_font(size::CAPTION))));
        }
        ui.end_row();
        for day in behind.days.iter().rev().take(shown) {
            let date = table.day(day.row);
            let link = focus::followed(ui, |ui| ui.link(period.day(date)));
            if link.on_hover_text(format!("Open {}", date.short())).clicked() {
                commands.go(Destination::Day(date));
            }
            let side = if day.more { "more" } else { "less" };
            ui.label(format!("{} ({side})", factor.map_or_else(String::new, |of| of.mean(day.factor))));
            ui.label(outcome.map_or_else(String::new, |of| of.answer(day.outcome)));
            ui.end_row();
        }
    });
    if behind.days.len() > FIRST_DAYS {
        let words = if *all { "Show fewer days".to_owned() } else { format!("Show all {} days", behind.days.len()) };
        if ui.button(words).clicked() {
            *all = !*all;
        }
    }
}

fn window_words(finding: &Finding) -> String {
    match (finding.claim.lag, finding.claim.lag_end) {
        (0, 0) => "same day".to_owned(),
        (1, 1) => "day before".to_owned(),
        (from, to) if from == to => format!("{from} days before"),
        (from, to) => format!("mean of {from} to {to} days before"),
    }
}
