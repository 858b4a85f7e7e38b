//! What the pointer says over a day beside the heads, which read the answers out: the date, and what was going on.

use eframe::egui::{RichText, TextWrapMode, Ui};

use crate::model::time::Day;
use crate::report::chart::{ChartModel, Days, within};
use crate::ui::theme::{Palette, size, strong_font};

/// Shows the lines of a day.
pub fn tooltip_ui(ui: &mut Ui, model: &ChartModel, day: Day) {
    let quiet = Palette::of(ui).quiet;
    ui.style_mut().wrap_mode = Some(TextWrapMode::Extend);
    ui.label(RichText::new(day.long()).font(strong_font(size::BODY)));
    let holds = |days: Days| within(days, (day, day)).is_some();
    for span in &model.spans {
        if holds(span.during) {
            ui.label(RichText::new(format!("{}: {}", span.kind, span.label)).color(quiet));
        } else if span.after.is_some_and(holds) {
            ui.label(RichText::new(format!("{}, may still act", span.label)).color(quiet));
        }
    }
    for mark in model.marks.iter().filter(|mark| mark.day == day) {
        ui.label(RichText::new(format!("Event: {}", mark.label)).color(quiet));
    }
    ui.label(RichText::new("Click opens this day").size(size::CAPTION).color(quiet));
}
