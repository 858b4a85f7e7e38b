//! One finding: the sentence, its grade, what makes it doubtful, and lag by lag behind a fold.

use eframe::egui::{self, CollapsingHeader, RichText, Sense, Stroke, Ui, Vec2};

use crate::analysis::day_table::DayTable;
use crate::analysis::engine::windows::LAGS;
use crate::analysis::insights::{Finding, words};
use crate::ui::request::{Outbox, Request};
use crate::ui::theme::{Palette, faded, font, series_color, size, strong_font};
use crate::ui::widgets::card;

/// Shows the card.
pub fn show(ui: &mut Ui, finding: &Finding, table: &DayTable, outbox: &mut Outbox) {
    let label = |key: &str| table.column(key).map_or_else(|| key.to_owned(), |column| column.label.clone());
    ui.push_id((&finding.factor, &finding.outcome), |ui| {
        card::plain(ui, |ui| {
            let title = format!("{} and {}", label(&finding.factor), label(&finding.outcome).to_lowercase());
            ui.label(RichText::new(title).font(strong_font(size::TITLE)));
            if is_wide(finding, table) {
                ui.label("Very uncertain: the interval is wider than half of the scale.");
            }
            ui.label(words::sentence(finding, table));
            ui.label(RichText::new(words::grade(finding.grade)).color(Palette::of(ui).accent));
            caption(ui, words::CONFOUNDING);
            ui.horizontal(|ui| {
                if ui.link("show both in the plot").clicked() {
                    outbox.push(Request::Plot(finding.factor.clone()));
                    outbox.push(Request::Plot(finding.outcome.clone()));
                }
            });
            CollapsingHeader::new("Lag by lag").id_salt("lags").show(ui, |ui| {
                bars(ui, finding);
                let near: Vec<String> = finding.claim.plausible_lags.iter().map(ToString::to_string).collect();
                caption(ui, &format!("Windows that fit nearly as well start {} days after.", near.join(", ")));
                caption(ui, &format!("q {} over all pairs tested together.", words::number(finding.claim.q)));
                if !finding.failed_rivals.is_empty() {
                    let names: Vec<String> =
                        finding.failed_rivals.iter().map(|key| label(key).to_lowercase()).collect();
                    caption(ui, &format!("Failed beside it: {}.", names.join(", ")));
                }
            });
        });
    });
}

fn caption(ui: &mut Ui, words: &str) {
    ui.add(egui::Label::new(RichText::new(words).size(size::CAPTION).color(Palette::of(ui).quiet)).wrap());
}

/// Whether the interval spans over half of the range the outcome was answered in.
fn is_wide(finding: &Finding, table: &DayTable) -> bool {
    let Some(column) = table.column(&finding.outcome) else { return false };
    let (low, high) = column
        .cells
        .iter()
        .flatten()
        .fold((f64::INFINITY, f64::NEG_INFINITY), |(low, high), value| (low.min(*value), high.max(*value)));
    let (from, to) = finding.claim.interval;
    (to - from) * finding.step > (high - low) / 2.0
}

/// How strongly each lag stands out (t), the chosen ones filled.
fn bars(ui: &mut Ui, finding: &Finding) {
    let palette = Palette::of(ui);
    let wide = (ui.available_width() - 16.0).clamp(200.0, 560.0);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(wide, 96.0), Sense::hover());
    let values: Vec<f64> = finding.claim.t.iter().copied().take(LAGS).collect();
    let most = values.iter().fold(3.0_f64, |most, t| most.max(t.abs()));
    let step = rect.width() / LAGS as f32;
    let middle = rect.center().y - 8.0;
    let half = rect.height() / 2.0 - 12.0;
    ui.painter().hline(rect.x_range(), middle, Stroke::new(1.0, palette.outline));
    for (lag, t) in values.iter().enumerate() {
        let chosen = (finding.claim.lag..=finding.claim.lag_end).contains(&lag);
        let color = if chosen { series_color(0) } else { faded(palette.quiet, 0.45) };
        let share = t / most;
        #[expect(clippy::cast_possible_truncation, reason = "a share of a height on the screen")]
        let reach = share as f32 * half;
        let x = rect.left() + (lag as f32 + 0.5) * step;
        let bar =
            egui::Rect::from_two_pos(egui::pos2(x - step * 0.3, middle), egui::pos2(x + step * 0.3, middle - reach));
        ui.painter().rect_filled(bar, 2, color);
        let at = egui::pos2(x, rect.bottom());
        ui.painter().text(at, egui::Align2::CENTER_BOTTOM, lag.to_string(), font(size::CAPTION), palette.quiet);
    }
    let words: Vec<String> = values.iter().enumerate().map(|(lag, t)| format!("day {lag}: {t:.1}")).collect();
    response.on_hover_text(format!("How strongly each day after stands out (t):\n{}", words.join("\n")));
    caption(ui, "Days after; up is higher, down is lower; the days of the finding are filled.");
}
