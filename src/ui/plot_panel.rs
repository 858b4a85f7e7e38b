//! The plot panel: chosen series over time, gaps drawn as gaps.

use eframe::egui::{RichText, Ui};
use egui_plot::{Line, Plot, PlotPoints, Points};

use super::request::{Outbox, Request};
use super::theme::{Palette, series_color, size, strong_font};
use super::view_state::{Range, ViewState};
use crate::analysis::day_table::{Column, DayTable};
use crate::model::diary::Diary;
use crate::model::time::Day;

/// What the plot panel remembers from frame to frame.
#[derive(Debug, Default)]
pub struct PlotPanel {}

impl PlotPanel {
    /// Shows the panel.
    #[expect(clippy::unused_self, reason = "the panel will remember its search text")]
    pub fn show(
        &mut self,
        ui: &mut Ui,
        table: &DayTable,
        _diary: &Diary,
        view: &mut ViewState,
        day: Day,
        outbox: &mut Outbox,
    ) {
        ui.horizontal(|ui| {
            ui.label(RichText::new("Plot").font(strong_font(size::VIEW)));
            for range in Range::ALL {
                ui.selectable_value(&mut view.range, range, range.label());
            }
        });
        let chosen: Vec<&Column> = view.series.iter().filter_map(|key| table.column(key)).collect();
        if table.days == 0 || chosen.iter().all(|column| column.answered_days() == 0) {
            ui.label(
                RichText::new("Your curves will be drawn here. Log a day on the left to begin.")
                    .color(Palette::of(ui).quiet),
            );
            return;
        }
        let last = table.day(table.days.saturating_sub(1)).max(day);
        let first = view.range.days().map_or(table.first, |days| last.plus(1 - days));
        let height = (ui.available_height() / chosen.len().max(1) as f32 - 40.0).max(120.0);
        for (index, column) in chosen.into_iter().enumerate() {
            ui.label(RichText::new(&column.label).color(Palette::of(ui).text));
            let plot = Plot::new(("series", index)).height(height).include_x(first.number()).include_x(last.number());
            let answer = plot.show(ui, |plot| {
                let points: Vec<[f64; 2]> =
                    column.answers().map(|(row, value)| [f64::from(table.day(row).number()), value]).collect();
                plot.points(
                    Points::new(column.label.clone(), PlotPoints::from(points.clone()))
                        .radius(3.0)
                        .color(series_color(index)),
                );
                plot.line(Line::new(column.label.clone(), PlotPoints::from(points)).color(series_color(index)));
                plot.pointer_coordinate()
            });
            if answer.response.clicked()
                && let Some(at) = answer.inner
            {
                #[expect(clippy::cast_possible_truncation, reason = "a day number on the axis")]
                let number = at.x.round() as i32;
                if let Some(day) = Day::from_number(number) {
                    outbox.push(Request::OpenDay(day));
                }
            }
        }
    }
}
