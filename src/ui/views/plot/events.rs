//! Events of the days in view: a number above the plots, a dashed line through them, and a list of what the numbers mean.

use eframe::egui::{Color32, Rect, RichText, Shape, Stroke, TextWrapMode, Ui, pos2};

use super::time_axis::TimeAxis;
use crate::report::chart::{ChartModel, Mark};
use crate::ui::command::{Destination, UiCommands};
use crate::ui::theme::{Palette, faded, font, size, strong_font};
use crate::ui::widgets::{caption_ui, focus};
use crate::words::{Period, count};

/// Height of the row of numbers.
pub const ROW: f32 = 16.0;
/// Events named in the list; more are counted.
const MOST_NAMED: usize = 8;
/// Letters of a name in the list.
const MOST_LETTERS: usize = 36;
/// Past this many in view lines would stand in each other's way.
const MOST_LINES: usize = 60;

/// The events in view, oldest first.
pub fn in_view<'a>(model: &'a ChartModel, axis: &TimeAxis) -> Vec<&'a Mark> {
    let is_shown = |mark: &&Mark| (axis.window.0..=axis.window.1).contains(&f64::from(mark.day.number()));
    model.marks.iter().filter(is_shown).collect()
}

/// The numbers, each above its day. One that would stand on the one before it is left out.
pub fn paint_numbers(ui: &Ui, row: Rect, marks: &[&Mark], axis: &TimeAxis) {
    let palette = Palette::of(ui);
    let mut free_from = f32::MIN;
    for (place, mark) in marks.iter().enumerate().take(MOST_NAMED) {
        let number = (place + 1).to_string();
        let galley = ui.painter().layout_no_wrap(number, strong_font(size::CAPTION), palette.text);
        let left = axis.middle(mark.day) - galley.size().x / 2.0;
        if left >= free_from {
            free_from = left + galley.size().x + 3.0;
            ui.painter().galley(pos2(left, row.center().y - galley.size().y / 2.0), galley, palette.text);
        }
    }
}

/// A dashed line through a plot for each.
pub fn paint_lines(ui: &Ui, frame: Rect, marks: &[&Mark], axis: &TimeAxis) {
    let color: Color32 = faded(Palette::of(ui).quiet, 0.5);
    for mark in marks.iter().take(MOST_LINES) {
        let x = axis.middle(mark.day);
        let line = [pos2(x, frame.top()), pos2(x, frame.bottom())];
        ui.painter().extend(Shape::dashed_line(&line, Stroke::new(1.0, color), 4.0, 3.0));
    }
}

/// What the numbers mean. A click opens the day.
pub fn list_ui(ui: &mut Ui, marks: &[&Mark], in_view: Period, commands: &mut UiCommands) {
    if marks.is_empty() {
        return;
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        // A name that does not fit goes to the next line whole.
        ui.style_mut().wrap_mode = Some(TextWrapMode::Extend);
        for (place, mark) in marks.iter().enumerate().take(MOST_NAMED) {
            let words = format!("{} {}, {}", place + 1, cut(&mark.label), in_view.day(mark.day));
            let link = focus::followed(ui, |ui| ui.link(RichText::new(words).font(font(size::CAPTION))));
            if link.on_hover_text(format!("{}. Open this day", mark.label)).clicked() {
                commands.go(Destination::Day(mark.day));
            }
        }
        let more = marks.len().saturating_sub(MOST_NAMED);
        if more > 0 {
            caption_ui(ui, &format!("and {}", count(more, "more event", "more events")));
        }
    });
}

/// The first letters of a name, so that even a narrow pane has room for them.
fn cut(label: &str) -> String {
    if label.chars().count() <= MOST_LETTERS {
        return label.to_owned();
    }
    let start: String = label.chars().take(MOST_LETTERS - 1).collect();
    format!("{}…", start.trim_end())
}
