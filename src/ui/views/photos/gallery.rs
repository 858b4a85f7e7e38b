//! All photos, the latest month first. Only the tiles in sight are drawn, however many there are.

use eframe::egui::{Rect, ScrollArea, Ui, UiBuilder, Vec2, pos2};

use super::covers::Covers;
use super::textures::Textures;
use super::tile::tile_ui;
use crate::model::photo::{Photo, PhotoId};
use crate::model::time::Month;
use crate::ui::theme::space;
use crate::ui::widgets::{focus, heading_ui};

/// Smallest width of a tile.
const TILE: f32 = 150.0;
/// Height of a month's name.
const HEADING: f32 = 36.0;

/// A row of the gallery.
enum Row<'a> {
    Month(String),
    Tiles(Vec<&'a Photo>),
}

/// Shows the photos, which come latest first; gives the one that was pressed.
pub(super) fn gallery_ui<'a>(
    ui: &mut Ui,
    textures: &mut Textures,
    covers: &Covers,
    photos: &[&'a Photo],
    is_chosen: impl Fn(PhotoId) -> Option<bool>,
) -> Option<&'a Photo> {
    let width = ui.available_width() - 10.0;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a few tiles")]
    let columns = ((width + space::ROW) / (TILE + space::ROW)).floor().max(1.0) as usize;
    let tile = (width + space::ROW) / columns as f32 - space::ROW;
    let size = Vec2::new(tile, tile * 0.75 + 20.0);
    let rows = rows(photos, columns);
    let height = |row: &Row<'_>| match row {
        Row::Month(_) => HEADING,
        Row::Tiles(_) => size.y + space::ROW,
    };
    let whole: f32 = rows.iter().map(height).sum();
    let mut pressed = None;
    ScrollArea::vertical().id_salt("gallery").auto_shrink(false).show_viewport(ui, |ui, viewport| {
        ui.set_height(whole);
        let origin = ui.min_rect().min;
        focus::followed(ui, |ui| {
            let mut top = 0.0;
            for row in &rows {
                let (from, to) = (top, top + height(row));
                top = to;
                // A row on either side, so that the keyboard finds something to go to.
                if to < viewport.top() - size.y || from > viewport.bottom() + size.y {
                    continue;
                }
                let at = pos2(origin.x, origin.y + from);
                match row {
                    Row::Month(name) => {
                        let room = Rect::from_min_size(at + Vec2::new(0.0, 10.0), Vec2::new(width, HEADING - 10.0));
                        heading_ui(&mut ui.new_child(UiBuilder::new().max_rect(room)), name);
                    }
                    Row::Tiles(photos) => {
                        for (place, photo) in photos.iter().enumerate() {
                            let left = at.x + place as f32 * (size.x + space::ROW);
                            let rect = Rect::from_min_size(pos2(left, at.y), size);
                            if tile_ui(ui, textures, covers, photo, rect, is_chosen(photo.id)).clicked() {
                                pressed = Some(*photo);
                            }
                        }
                    }
                }
            }
        });
    });
    pressed
}

/// Months with their photos, as many in a row as there is room for.
fn rows<'a>(photos: &[&'a Photo], columns: usize) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    for month in photos.chunk_by(|one, other| Month::of(one.day) == Month::of(other.day)) {
        rows.extend(month.first().map(|photo| Row::Month(photo.day.month_name())));
        rows.extend(month.chunks(columns).map(|photos| Row::Tiles(photos.to_vec())));
    }
    rows
}
