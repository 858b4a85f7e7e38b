//! The head of a series: its mark and name, the mean of the last seven days as the one number to be read, and the answer of the
//! day under the pointer, or else of the open day.

use eframe::egui::{Align, Label, Layout, Rect, RichText, Ui, UiBuilder, vec2};

use super::drawing::Drawing;
use crate::model::time::Day;
use crate::report::chart::{Panel, Reading};
use crate::ui::theme::{Palette, size, strong_font};
use crate::ui::widgets::scene_ink;
use crate::words::Period;

/// Below this width the head takes two lines.
const NARROW: f32 = 460.0;
/// Height of the line of the name.
const LINE: f32 = 24.0;
/// Height of the second line.
const SECOND: f32 = 18.0;

/// Height of a head at a width.
pub fn height(width: f32) -> f32 {
    if width < NARROW { LINE + SECOND } else { LINE }
}

/// Shows the head in the room that is kept for it.
pub fn panel_head_ui(ui: &mut Ui, panel: &Panel, drawing: &Drawing, day: Day, in_view: Period) {
    let palette = Palette::of(ui);
    let width = ui.available_width();
    let (room, _) = ui.allocate_exact_size(vec2(width, height(width)), eframe::egui::Sense::hover());
    let (line, below) = room.split_top_bottom_at_y(room.top() + LINE);
    let cell = drawing.cell(day);
    let value = cell.and_then(|cell| panel.values.get(cell).copied().flatten());
    let answer = value.map_or_else(|| "not answered".to_owned(), |value| panel.show(value));
    let answer = format!("{}: {answer}", in_view.day(day));
    let lately = cell.and_then(|cell| panel.lately(cell));
    let mean = if panel.reading == Reading::YesNo { "last 7 days" } else { "7-day mean" };
    let quiet = |words: &str| RichText::new(words).size(size::CAPTION).color(palette.quiet);
    let is_narrow = below.height() > 1.0;
    in_room(ui, line, |ui| {
        scene_ink::series_mark_ui(ui, panel.style);
        let name = RichText::new(panel.name()).color(palette.text);
        let number = lately.as_deref().unwrap_or("–");
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.label(RichText::new(number).font(strong_font(size::TITLE)).color(palette.text));
            if !is_narrow {
                ui.label(quiet(mean));
                ui.add_space(6.0);
                ui.label(quiet(&answer));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                ui.add(Label::new(name).truncate());
                if let Some(words) = panel.direction_in_words().filter(|_| !is_narrow) {
                    ui.add(Label::new(quiet(words)).truncate());
                }
            });
        });
    });
    if is_narrow {
        in_room(ui, below, |ui| {
            let direction = panel.direction_in_words().map(|words| format!(" · {words}")).unwrap_or_default();
            ui.add(Label::new(quiet(&format!("{mean} · {answer}{direction}"))).truncate());
        });
    }
}

fn in_room(ui: &mut Ui, room: Rect, add: impl FnOnce(&mut Ui)) {
    let builder = UiBuilder::new().max_rect(room).layout(Layout::left_to_right(Align::Center));
    let mut child = ui.new_child(builder);
    child.spacing_mut().item_spacing.x = 6.0;
    child.spacing_mut().interact_size.y = 0.0;
    add(&mut child);
}
