//! The map of lags: every factor against the days after, for one outcome. What did not pass is grey, however strong it looks.

use eframe::egui::{self, CollapsingHeader, RichText, Sense, Ui, Vec2};

use crate::analysis::day_table::DayTable;
use crate::analysis::engine::windows::LAGS;
use crate::analysis::insights::{Insights, LagRow};
use crate::ui::theme::{Palette, faded, font, series_color, size, strong_font};

/// Largest q of what is drawn in colour.
const SHOWN_Q: f64 = 0.10;

/// Shows the map behind a fold; `of` remembers the outcome.
pub fn show(ui: &mut Ui, insights: &Insights, table: &DayTable, of: &mut Option<String>) {
    let mut outcomes: Vec<&str> = insights.lag_rows.iter().map(|row| row.outcome.as_str()).collect();
    outcomes.dedup();
    let found = insights.findings.first().map(|finding| finding.outcome.as_str());
    let Some(first) = found.or(outcomes.first().copied()) else { return };
    let label = |key: &str| table.column(key).map_or_else(|| key.to_owned(), |column| column.label.clone());
    let title = RichText::new("All factors, lag by lag").font(strong_font(size::BODY));
    CollapsingHeader::new(title).id_salt("lag map").show(ui, |ui| {
        let mut chosen = of.clone().filter(|key| outcomes.contains(&key.as_str())).unwrap_or_else(|| first.to_owned());
        egui::ComboBox::from_label("Outcome").selected_text(label(&chosen)).show_ui(ui, |ui| {
            for key in &outcomes {
                ui.selectable_value(&mut chosen, (*key).to_owned(), label(key));
            }
        });
        let words = "Orange: higher after more of it. Blue: lower. Grey: not told from chance.";
        ui.label(RichText::new(words).size(size::CAPTION).color(Palette::of(ui).quiet));
        days_ui(ui);
        for row in insights.lag_rows.iter().filter(|row| row.outcome == chosen) {
            row_ui(ui, row, &label(&row.factor));
        }
        *of = Some(chosen);
    });
}

/// Width of the names, and of one cell.
fn widths(ui: &Ui) -> (f32, f32) {
    let names = 180.0_f32.min(ui.available_width() * 0.4);
    (names, ((ui.available_width() - names - 8.0) / LAGS as f32).clamp(10.0, 30.0))
}

/// The days after, over the columns.
fn days_ui(ui: &mut Ui) {
    let (names, cell) = widths(ui);
    let palette = Palette::of(ui);
    let (rect, _) = ui.allocate_exact_size(Vec2::new(names + cell * LAGS as f32, 16.0), Sense::hover());
    let text = |x: f32, align, words: String| {
        ui.painter().text(egui::pos2(x, rect.center().y), align, words, font(size::CAPTION), palette.quiet);
    };
    text(rect.left(), egui::Align2::LEFT_CENTER, "days after".to_owned());
    for lag in 0..LAGS {
        text(rect.left() + names + (lag as f32 + 0.5) * cell, egui::Align2::CENTER_CENTER, lag.to_string());
    }
}

fn row_ui(ui: &mut Ui, row: &LagRow, label: &str) {
    let palette = Palette::of(ui);
    let (names, cell) = widths(ui);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(names + cell * LAGS as f32, 20.0), Sense::hover());
    let ink = if row.q <= SHOWN_Q { palette.text } else { palette.quiet };
    ui.painter().with_clip_rect(rect).text(
        rect.left_center(),
        egui::Align2::LEFT_CENTER,
        label,
        font(size::CAPTION),
        ink,
    );
    for (lag, t) in row.t.iter().enumerate() {
        let left = rect.left() + names + lag as f32 * cell;
        let spot = egui::Rect::from_min_size(egui::pos2(left, rect.top() + 1.0), Vec2::new(cell - 1.0, 18.0));
        // Five steps of strength, full at |t| of 6.
        let strength = [1.0, 2.0, 3.5, 5.0].iter().filter(|limit| t.abs() >= **limit).fold(0.08, |sum, _| sum + 0.2);
        let color = match (row.q <= SHOWN_Q, *t >= 0.0) {
            (true, true) => series_color(1),
            (true, false) => series_color(0),
            (false, _) => palette.quiet,
        };
        let strength = if row.q <= SHOWN_Q { strength } else { strength * 0.4 };
        ui.painter().rect_filled(spot, 2, faded(color, strength));
    }
    let words: Vec<String> = row.t.iter().enumerate().map(|(lag, t)| format!("day {lag}: {t:.1}")).collect();
    response.on_hover_text(format!("{label} (t)\n{}", words.join(", ")));
}
