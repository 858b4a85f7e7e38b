//! The photos of a series on the time axis of the plots, so that a curve and what the skin looked like stand under one another. They are
//! small copies, covered ones a few patches, and where two would overlap the earlier one waits for a closer look.

use eframe::egui::{self, CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

use super::time_axis::TimeAxis;
use crate::model::photo::Photo;
use crate::ui::command::{Destination, UiCommands};
use crate::ui::theme::{Palette, ROUNDING_SMALL};
use crate::ui::views::photos::{Textures, paint, spoken_name};
use crate::ui::widgets::{caption_ui, cell};
use crate::words::count;
use crate::workspace::jobs::photo_loader::PictureView;
use crate::workspace::{Wake, Workspace};

/// The most series whose photos are shown at once.
pub const MOST_STRIPS: usize = 3;

/// Width and height of a small photo.
const WIDTH: f32 = 44.0;
const HEIGHT: f32 = 36.0;
/// Between two of them.
const APART: f32 = 2.0;
/// The stroke from a photo down to its day.
const STEM: f32 = 4.0;

/// The photos of one series, earliest first.
struct Strip {
    series: String,
    photos: Vec<Photo>,
}

/// The strips of the series that were chosen.
#[derive(Default)]
pub struct PhotoStrips {
    textures: Textures,
    strips: Vec<Strip>,
    /// Series and revision of the diary that they are of.
    of: Option<(Vec<String>, u64)>,
}

impl PhotoStrips {
    /// The series to be shown, by their names; to be called once a frame before they are drawn.
    pub fn show(&mut self, ctx: &egui::Context, (workspace, wake): (&Workspace, &Wake), series: &[String]) {
        let is_of = |(known, revision): &(Vec<String>, u64)| known == series && *revision == workspace.revision();
        if !self.of.as_ref().is_some_and(is_of) {
            self.strips = series.iter().filter_map(|name| strip(workspace, name)).collect();
            self.of = Some((series.to_vec(), workspace.revision()));
        }
        if !self.strips.is_empty() {
            self.textures.begin(ctx, workspace, wake);
        }
    }

    /// Shows them. A press leads to the photo.
    pub fn ui(&mut self, ui: &mut Ui, axis: &TimeAxis, commands: &mut UiCommands) {
        for strip in &self.strips {
            let in_view: Vec<&Photo> =
                strip.photos.iter().filter(|photo| axis.room.contains(axis.middle(photo.day))).collect();
            let shown = apart(&in_view, axis);
            caption_ui(ui, &caption(&strip.series, shown.len(), in_view.len()));
            let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT + STEM), Sense::hover());
            for (photo, left) in shown {
                let rect = Rect::from_min_size(pos2(left, row.top()), vec2(WIDTH, HEIGHT));
                photo_ui(ui, &mut self.textures, photo, rect, axis, commands);
            }
        }
    }
}

/// The photos of a series; `None` where there is no such series any more.
fn strip(workspace: &Workspace, series: &str) -> Option<Strip> {
    let is_of = |photo: &&Photo| photo.series.as_ref().is_some_and(|name| name.as_str() == series);
    let mut photos: Vec<Photo> = workspace.diary().photos().filter(is_of).cloned().collect();
    photos.sort_by_key(|photo| (photo.day, photo.at, photo.id));
    (!photos.is_empty()).then(|| Strip { series: series.to_owned(), photos })
}

/// "Left cheek", and how many of its photos wait for a closer look.
fn caption(series: &str, shown: usize, in_view: usize) -> String {
    match in_view {
        0 => format!("{series}: no photo in these days"),
        _ if shown == in_view => series.to_owned(),
        _ => format!("{series}: {shown} of {} shown; zoom in for more", count(in_view, "photo", "photos")),
    }
}

/// Photos with their left edges, latest first: each in the middle of its day, beside the others of that day where the day has room for
/// them, none over another, none beyond the axis.
fn apart<'a>(photos: &[&'a Photo], axis: &TimeAxis) -> Vec<(&'a Photo, f32)> {
    let last = (axis.room.max - WIDTH).max(axis.room.min);
    let mut shown: Vec<(&Photo, f32)> = Vec::new();
    for of_day in photos.chunk_by(|one, other| one.day == other.day).rev() {
        let wide = of_day.len() as f32 * (WIDTH + APART);
        let step = if wide <= axis.day_width() { WIDTH + APART } else { 0.0 };
        let before_last = (of_day.len() as f32 - 1.0) / 2.0;
        for (photo, place) in of_day.iter().rev().zip(0_u16..) {
            let middle = axis.middle(photo.day) + (before_last - f32::from(place)) * step;
            let left = (middle - WIDTH / 2.0).clamp(axis.room.min, last);
            if shown.last().is_none_or(|(_, taken)| left + WIDTH + APART <= *taken + 0.01) {
                shown.push((photo, left));
            }
        }
    }
    shown
}

fn photo_ui(ui: &Ui, textures: &mut Textures, photo: &Photo, rect: Rect, axis: &TimeAxis, commands: &mut UiCommands) {
    let is_covered = photo.starts_covered();
    let name = spoken_name(photo, is_covered);
    let response = ui.interact(rect, ui.scope_id().with(("photo on the axis", photo.id.0)), Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let palette = Palette::of(ui);
    ui.painter().vline(axis.middle(photo.day), rect.bottom()..=rect.bottom() + STEM, Stroke::new(1.5, palette.quiet));
    paint(ui, textures, photo, rect, if is_covered { PictureView::Cover } else { PictureView::Thumbnail });
    if response.has_focus() {
        cell::focus_ring(ui, rect);
    } else if response.hovered() {
        let stroke = Stroke::new(1.0, palette.accent);
        ui.painter().rect_stroke(rect, CornerRadius::same(ROUNDING_SMALL), stroke, StrokeKind::Outside);
    }
    if response.on_hover_text(format!("{name}. Open it")).clicked() {
        commands.go(Destination::Photo(photo.id));
    }
}

#[cfg(test)]
mod tests {
    use eframe::egui::Rangef;

    use super::*;
    use crate::model::time::Day;
    use crate::photos::read_pixels;

    fn photos(days: &[i32]) -> Vec<Photo> {
        let first = Day::from_ymd(2026, 3, 2).unwrap();
        let picture = read_pixels(8, 6, &[120; 8 * 6 * 4]).unwrap();
        days.iter().map(|day| picture.photo(first.plus(*day))).collect()
    }

    #[test]
    fn of_photos_that_would_overlap_the_latest_is_shown_and_none_leaves_the_axis() {
        let photos = photos(&[0, 1, 2, 30, 59]);
        let start = f64::from(photos[0].day.number()) - 0.5;
        // Ten points a day: a photo is more than four days wide.
        let axis = TimeAxis { room: Rangef::new(100.0, 700.0), window: (start, start + 60.0) };
        let shown = apart(&photos.iter().collect::<Vec<_>>(), &axis);
        let days: Vec<i32> = shown.iter().map(|(photo, _)| photo.day.days_since(photos[0].day)).collect();
        assert_eq!(days, [59, 30, 2]);
        assert!(shown.iter().all(|(_, left)| (100.0..=700.0 - WIDTH).contains(left)), "{shown:?}");
        assert!((shown[1].1 + WIDTH / 2.0 - axis.middle(photos[3].day)).abs() < 1e-3, "in the middle of its day");
        let close = TimeAxis { window: (start - 1.0, start + 4.0), ..axis };
        assert_eq!(apart(&photos[..3].iter().collect::<Vec<_>>(), &close).len(), 3, "closer, all have room");
    }

    #[test]
    fn photos_of_one_day_stand_side_by_side_once_the_day_has_room() {
        let photos = photos(&[3, 3]);
        let both: Vec<&Photo> = photos.iter().collect();
        let start = f64::from(photos[0].day.number()) - 2.0;
        let shown = |days: f64| {
            let axis = TimeAxis { room: Rangef::new(0.0, 700.0), window: (start, start + days) };
            apart(&both, &axis).len()
        };
        assert_eq!((shown(20.0), shown(7.0)), (1, 2), "35 points a day, and 100");
    }

    #[test]
    fn the_caption_says_what_is_not_shown() {
        assert_eq!(caption("Left cheek", 3, 3), "Left cheek");
        assert_eq!(caption("Left cheek", 3, 12), "Left cheek: 3 of 12 photos shown; zoom in for more");
        assert_eq!(caption("Left cheek", 0, 0), "Left cheek: no photo in these days");
    }
}
