//! A tile: its number, one sentence against last week, and its last fourteen days as a small line. Days without an answer are gaps.

use eframe::egui::{Label, Pos2, Rect, RichText, Role, Sense, Stroke, Ui, Vec2, WidgetInfo};

use crate::report::today::Tile;
use crate::ui::command::{Destination, UiCommands};
use crate::ui::theme::{Palette, size, space, strong_font};
use crate::ui::widgets::{caption_ui, card};

/// Height of the small line.
const LINE: f32 = 36.0;
/// Radius of a dot, and of that of today.
const DOT: f32 = 1.8;
const DOT_OF_TODAY: f32 = 3.0;

/// Shows a tile at least of a height; its title leads to its plot. Gives the height that it needs.
pub(super) fn tile_ui(ui: &mut Ui, tile: &Tile, height: f32, commands: &mut UiCommands) -> f32 {
    let palette = Palette::of(ui);
    let mut needed = 0.0;
    card::plain_ui(ui, |ui| {
        let top = ui.cursor().top();
        let link = ui.link(&tile.title).accessible_name(format!("{} in the plot", tile.title));
        if link.on_hover_text("Opens its plot").clicked() {
            commands.go(Destination::Series(tile.key.clone()));
        }
        match &tile.now {
            Some(now) => ui.label(RichText::new(now).font(strong_font(size::NUMBER))),
            None => ui.label(RichText::new("–").font(strong_font(size::NUMBER)).color(palette.quiet)),
        };
        let reads = match (&tile.now, tile.reads.as_str()) {
            (None, _) => "not answered today",
            (Some(_), reads) => reads,
        };
        caption_ui(ui, reads);
        ui.add(Label::new(&tile.sentence).wrap());
        if !tile.counted.is_empty() {
            ui.add(Label::new(RichText::new(&tile.counted).size(size::CAPTION).color(palette.quiet)).wrap());
        }
        needed = ui.cursor().top() - top + space::TIGHT + LINE + 2.0 * space::INSIDE;
        ui.add_space(space::TIGHT + (height - needed).max(0.0));
        line_ui(ui, tile);
    });
    needed
}

fn line_ui(ui: &mut Ui, tile: &Tile) {
    let (rect, response) = ui.allocate_exact_size(Vec2::new(ui.available_width(), LINE), Sense::hover());
    let said = tile.line_in_words();
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, &said));
    let palette = Palette::of(ui);
    let places = places(rect.shrink(4.0), &tile.cells);
    let stroke = Stroke::new(1.4, palette.quiet);
    for pair in places.windows(2) {
        if let [Some(from), Some(to)] = pair {
            ui.painter().line_segment([*from, *to], stroke);
        }
    }
    let today = places.len().saturating_sub(1);
    for (index, place) in places.iter().enumerate() {
        if let Some(place) = place {
            let (radius, ink) = if index == today { (DOT_OF_TODAY, palette.text) } else { (DOT, palette.quiet) };
            ui.painter().circle_filled(*place, radius, ink);
        }
    }
    response.on_hover_text(said);
}

/// Where each answered day stands; the lowest answer at the foot, the highest at the top.
fn places(rect: Rect, cells: &[Option<f64>]) -> Vec<Option<Pos2>> {
    let answers = || cells.iter().flatten().copied();
    let (low, high) = (answers().fold(f64::MAX, f64::min), answers().fold(f64::MIN, f64::max));
    let last = cells.len().saturating_sub(1).max(1) as f32;
    let place = |(index, cell): (usize, &Option<f64>)| {
        let share = if high > low { (*cell).map(|value| (value - low) / (high - low)) } else { cell.map(|_| 0.5) };
        #[expect(clippy::cast_possible_truncation, reason = "a share of 1")]
        share.map(|share| {
            Pos2::new(rect.left() + rect.width() * index as f32 / last, rect.bottom() - rect.height() * share as f32)
        })
    };
    cells.iter().enumerate().map(place).collect()
}
