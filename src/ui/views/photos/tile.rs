//! One photo on the screen: covered by patches until somebody asks, drawn in its mean colour while it is read.

use eframe::egui::{
    self, Align2, Color32, CornerRadius, Pos2, Rect, Response, Role, Sense, Shape, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2,
};

use super::covers::Covers;
use super::textures::{Drawable, Textures};
use crate::model::photo::Photo;
use crate::ui::theme::{Palette, ROUNDING_SMALL, font, size};
use crate::ui::widgets::cell;
use crate::workspace::jobs::photo_loader::PictureView;

/// The colour of a photo that is not read yet.
#[expect(clippy::disallowed_methods, reason = "it is the photo's own colour, not one of the window's")]
pub(super) fn mean_color(photo: &Photo) -> Color32 {
    let [red, green, blue] = photo.mean_color;
    Color32::from_rgb(red, green, blue)
}

/// What a screen reader calls a photo.
pub(in crate::ui::views) fn spoken_name(photo: &Photo, is_covered: bool) -> String {
    let covered = if is_covered { ", covered" } else { "" };
    format!("Photo, {}, {}{covered}", photo.subject(), photo.day.short())
}

/// The part of a picture of one shape that fills another, as shares of it.
pub(super) fn filling(picture: [f32; 2], shape: Vec2) -> Rect {
    let [width, height] = picture;
    let (wide, high) = (width * shape.y, height * shape.x);
    let (x, y) = if wide > high { (0.5 * high / wide, 0.5) } else { (0.5, 0.5 * wide / high) };
    Rect::from_min_max(pos2(0.5 - x, 0.5 - y), pos2(0.5 + x, 0.5 + y))
}

/// The largest rectangle of the shape of a photo that fits into another, in its middle.
pub(in crate::ui::views) fn fitting(photo: &Photo, room: Rect) -> Rect {
    let [width, height] = photo.size.map(f32::from);
    let scale = (room.width() / width).min(room.height() / height);
    Rect::from_center_size(room.center(), Vec2::new(width, height) * scale)
}

/// Paints a photo into a rectangle, cut to its shape. What stands for a sharp picture is blurred until it was read.
pub(in crate::ui::views) fn paint(ui: &Ui, textures: &mut Textures, photo: &Photo, rect: Rect, view: PictureView) {
    ui.painter().rect_filled(rect, CornerRadius::same(ROUNDING_SMALL), mean_color(photo));
    let uv = filling(photo.size.map(f32::from), rect.size());
    match textures.get((photo.blob, view)) {
        Drawable::Texture(texture) => {
            ui.painter().add(Shape::image(texture.id(), rect, uv, Color32::WHITE));
        }
        Drawable::Awaited => {}
        Drawable::Failed(why) => failed_ui(ui, why, rect),
    }
}

/// Why a picture cannot be shown, where it would stand.
pub(super) fn failed_ui(ui: &Ui, why: &str, rect: Rect) {
    let palette = Palette::of(ui);
    let galley = ui.painter().layout(why.to_owned(), font(size::CAPTION), palette.text, rect.width() - 16.0);
    let at = Align2::CENTER_CENTER.align_size_within_rect(galley.size(), rect).min;
    let ground = Rect::from_min_size(at, galley.size()).expand(4.0);
    ui.painter().rect_filled(ground, CornerRadius::same(ROUNDING_SMALL), palette.card);
    ui.painter().galley(at, galley, palette.text);
    // A screen reader hears it too.
    let response = ui.interact(ground, ui.scope_id().with(("failed", why)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, why));
}

/// A tile of the gallery; `chosen` says whether it is among those that are chosen, where some are.
pub(super) fn tile_ui(
    ui: &mut Ui,
    textures: &mut Textures,
    covers: &Covers,
    photo: &Photo,
    rect: Rect,
    chosen: Option<bool>,
) -> Response {
    let palette = Palette::of(ui);
    let is_covered = covers.is_covered(photo);
    let response = ui.interact(rect, ui.scope_id().with(("photo", photo.id.0)), Sense::click());
    let name = spoken_name(photo, is_covered);
    response.widget_info(|| match chosen {
        Some(chosen) => WidgetInfo::selected(Role::CheckBox, true, chosen, &name),
        None => WidgetInfo::labeled(Role::Button, true, &name),
    });
    let picture = Rect::from_min_max(rect.min, pos2(rect.right(), rect.bottom() - 20.0));
    let view = if is_covered { PictureView::Cover } else { PictureView::Thumbnail };
    paint(ui, textures, photo, picture, view);
    if is_covered {
        eye(ui, picture.center());
    }
    if chosen == Some(true) {
        ui.painter().rect_stroke(
            picture,
            CornerRadius::same(ROUNDING_SMALL),
            Stroke::new(3.0, palette.accent),
            StrokeKind::Inside,
        );
    }
    let caption = format!("{} {}", photo.day.brief(photo.day), photo.subject());
    let galley = elided(ui, caption, rect.width());
    ui.painter().galley(pos2(rect.left(), picture.bottom() + 3.0), galley, palette.quiet);
    if response.has_focus() {
        cell::focus_ring(ui, picture);
    } else if response.hovered() {
        let stroke = Stroke::new(1.0, palette.accent);
        ui.painter().rect_stroke(picture, CornerRadius::same(ROUNDING_SMALL), stroke, StrokeKind::Outside);
    }
    response
}

/// Words on one line, cut where there is no room.
fn elided(ui: &Ui, words: String, room: f32) -> std::sync::Arc<egui::Galley> {
    let mut job = egui::text::LayoutJob::simple(words, font(size::CAPTION), Palette::of(ui).quiet, room);
    job.wrap.max_rows = 1;
    job.wrap.break_anywhere = true;
    ui.painter().layout_job(job)
}

/// A closed eye, on a ground of its own so that it is seen on any photo.
pub(in crate::ui::views) fn eye(ui: &Ui, center: Pos2) {
    let palette = Palette::of(ui);
    ui.painter().circle_filled(center, 14.0, palette.card);
    let stroke = Stroke::new(1.6, palette.quiet);
    let at = |x: f32, y: f32| center + egui::vec2(x, y);
    ui.painter().line(vec![at(-8.0, -1.0), at(-4.0, 3.0), at(0.0, 4.0), at(4.0, 3.0), at(8.0, -1.0)], stroke);
    for x in [-5.0, 0.0, 5.0] {
        ui.painter().line_segment([at(x, 4.0), at(x * 1.3, 8.0)], stroke);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_cut_to_the_shape_of_its_tile_and_never_stretched() {
        let wide = filling([200.0, 100.0], Vec2::splat(50.0));
        assert_eq!((wide.left(), wide.right(), wide.top(), wide.bottom()), (0.25, 0.75, 0.0, 1.0));
        let high = filling([100.0, 200.0], Vec2::splat(50.0));
        assert_eq!((high.left(), high.right(), high.top(), high.bottom()), (0.0, 1.0, 0.25, 0.75));
    }
}
