//! What the pointer says over a day: the date, every series with its unit, courses and events.

use eframe::egui::{RichText, TextWrapMode, Ui};

use crate::model::time::Day;
use crate::report::chart::{ChartModel, Days, within};
use crate::ui::theme::{Palette, size, strong_font};
use crate::ui::widgets::scene_ink;

/// Shows the lines of a day.
pub fn tooltip_ui(ui: &mut Ui, model: &ChartModel, day: Day) {
    let quiet = Palette::of(ui).quiet;
    ui.style_mut().wrap_mode = Some(TextWrapMode::Extend);
    ui.label(RichText::new(day.long()).font(strong_font(size::BODY)));
    let index = usize::try_from(day.days_since(model.first)).ok();
    for panel in &model.panels {
        let of = |cells: &[Option<f64>]| index.and_then(|index| cells.get(index).copied().flatten());
        let answer = of(&panel.values).map_or_else(|| "not answered".to_owned(), |value| panel.show(value));
        let mean = of(&panel.mean).map(|mean| format!(" (7-day mean {})", panel.show_mean(mean)));
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 6.0;
            // Lines of words, not of buttons.
            ui.spacing_mut().interact_size.y = 0.0;
            scene_ink::series_mark_ui(ui, panel.style);
            ui.label(format!("{}: {answer}{}", panel.label, mean.unwrap_or_default()));
        });
    }
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
