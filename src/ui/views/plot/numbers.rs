//! The plot's numbers as a table, latest day first: what a screen reader reads, and what somebody checks.

use eframe::egui::{Align, Layout, RichText, Ui};
use egui_extras::{Column, TableBuilder};

use crate::model::time::Day;
use crate::report::chart::ChartModel;
use crate::ui::command::{Destination, UiCommands};
use crate::ui::theme::{Palette, size, strong_font};
use crate::ui::widgets::focus;

/// Shows the table of the days in view.
pub fn numbers_ui(ui: &mut Ui, model: &ChartModel, (first, last): (Day, Day), commands: &mut UiCommands) {
    let (first, last) = (first.max(model.first), last.min(model.last));
    let count = usize::try_from(last.days_since(first)).map_or(0, |days| days + 1);
    let quiet = Palette::of(ui).quiet;
    let mut table = TableBuilder::new(ui)
        .striped(true)
        .cell_layout(Layout::left_to_right(Align::Center))
        .column(Column::exact(150.0));
    for _ in &model.panels {
        table = table.column(Column::remainder().at_least(90.0).clip(true));
    }
    table
        .header(28.0, |mut header| {
            header.col(|ui| drop(ui.label(RichText::new("Day").font(strong_font(size::BODY)))));
            for panel in &model.panels {
                let unit = if panel.unit.is_empty() { String::new() } else { format!(", {}", panel.unit) };
                let words = format!("{}{unit}", panel.label);
                header.col(|ui| drop(ui.label(RichText::new(words).font(strong_font(size::BODY)))));
            }
        })
        .body(|body| {
            body.rows(26.0, count, |mut row| {
                let day = last.plus(-i32::try_from(row.index()).unwrap_or(0));
                let cell = usize::try_from(day.days_since(model.first)).ok();
                row.col(|ui| {
                    let link = focus::followed(ui, |ui| ui.link(day.short()));
                    // A screen reader says the row as one line, since tables are not passed on to it.
                    let link = link.accessible_name(in_words(model, day, cell));
                    if link.on_hover_text("Open this day").clicked() {
                        commands.go(Destination::Day(day));
                    }
                });
                for panel in &model.panels {
                    let value = cell.and_then(|cell| panel.values.get(cell).copied().flatten());
                    row.col(|ui| {
                        ui.label(match value {
                            Some(value) => RichText::new(panel.show_bare(value)),
                            None => RichText::new("–").color(quiet),
                        });
                    });
                }
            });
        });
}

/// A row as one line: `12 Mar 2026: Itch 6, Redness not answered`.
fn in_words(model: &ChartModel, day: Day, cell: Option<usize>) -> String {
    let answers = model.panels.iter().map(|panel| {
        let value = cell.and_then(|cell| panel.values.get(cell).copied().flatten());
        format!("{} {}", panel.label, value.map_or_else(|| "not answered".to_owned(), |value| panel.show(value)))
    });
    format!("{}: {}", day.short(), answers.collect::<Vec<_>>().join(", "))
}
