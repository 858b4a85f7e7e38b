//! Yes and no over the days: a full bar for a yes, a short one for a no, nothing where nobody answered. Never a curve.

use eframe::egui::{Rect, Ui};

use super::drawing::Curve;
use super::time_axis::TimeAxis;
use crate::model::time::Day;
use crate::report::chart::BarcodeRun;
use crate::report::chart::Panel;
use crate::ui::theme::{Palette, faded};

/// Height of a strip.
pub const HEIGHT: f32 = 28.0;
/// Height of the bar of a no.
const NO: f32 = 6.0;
/// Width of a day from which on days stand apart.
const APART: f32 = 4.0;

/// Paints the strip of a series whose first cell is the day `first`.
pub fn paint(ui: &Ui, frame: Rect, axis: &TimeAxis, panel: &Panel, curve: &Curve, first: Day) {
    let palette = Palette::of(ui);
    let color = palette.series(panel.style);
    let painter = ui.painter().with_clip_rect(frame);
    painter.rect_filled(frame, 3, faded(palette.faint, 0.35));
    let start = f64::from(first.number());
    let bar = |from: f64, to: f64, yes: bool, gap: f32| {
        let high = if yes { frame.height() } else { NO };
        let across = axis.x(from - 0.5) + gap..=axis.x(to + 0.5) - gap;
        let rect = Rect::from_x_y_ranges(across, frame.bottom() - high..=frame.bottom());
        painter.rect_filled(rect, 0, faded(color, if yes { 0.9 } else { 0.4 }));
    };
    for BarcodeRun { from, to, yes } in &curve.bars {
        let (from, to) = (start + *from as f64, start + *to as f64);
        if to + 0.5 < axis.window.0 || from - 0.5 > axis.window.1 {
            continue;
        }
        if axis.day_width() < APART {
            bar(from, to, *yes, 0.0);
            continue;
        }
        // Only the days in view: a run may last for years.
        let mut day = from.max(axis.window.0.floor());
        while day <= to.min(axis.window.1.ceil()) {
            bar(day, day, *yes, 0.5);
            day += 1.0;
        }
    }
}
