//! Before the next photo: the last one of the series, large, and what makes two photos alike.

use eframe::egui::{Sense, Stroke, Ui, Vec2, WidgetInfo};

use super::covers::Covers;
use super::page::SCREEN_SIDE;
use super::textures::Textures;
use super::tile::{fitting, paint, spoken_name};
use crate::model::photo::Photo;
use crate::ui::theme::{Palette, faded};
use crate::ui::widgets::{heading_ui, quiet_ui};
use crate::workspace::jobs::photo_loader::PictureView;

/// What makes two photos alike, in the order in which it is done.
const CHECKLIST: [&str; 8] = [
    "The same room, lamp or window, and hour. No flash, direct sun or coloured wall.",
    "A plain background.",
    "The same distance and lens: mark the floor. No selfie or beauty mode, filter or crop.",
    "Straight on: the whole area first, then close.",
    "Tap the skin to focus, and hold still.",
    "No make-up; 15 minutes after washing, heat or effort.",
    "A grey card and a ruler at the edge.",
    "Twice now and then, so that you know how far two photos of the same skin differ.",
];

/// Shows the last photo with a grid over it, and the list.
pub(super) fn pose_ui(ui: &mut Ui, (textures, covers): (&mut Textures, &mut Covers), last: Option<&Photo>) {
    eframe::egui::ScrollArea::vertical().id_salt("pose").auto_shrink(false).show(ui, |ui| {
        heading_ui(ui, "Before the next photo");
        for line in CHECKLIST {
            ui.label(format!("•  {line}"));
        }
        let Some(photo) = last else { return };
        quiet_ui(
            ui,
            &format!(
                "The last one, {}, to stand as you stood then. Choose a series above for another.",
                photo.day.short()
            ),
        );
        let width = ui.available_width() - 10.0;
        let (room, response) =
            ui.allocate_exact_size(Vec2::new(width, (width * 0.75).clamp(200.0, 640.0)), Sense::click());
        let is_covered = covers.is_covered(photo);
        response.widget_info(|| WidgetInfo::labeled(eframe::egui::Role::Button, true, spoken_name(photo, is_covered)));
        if response.clicked() {
            if is_covered { covers.uncover(photo.id) } else { covers.cover(photo.id) }
        }
        let rect = fitting(photo, room);
        paint(ui, textures, photo, rect, if is_covered { PictureView::Cover } else { PictureView::Whole(SCREEN_SIDE) });
        let stroke = Stroke::new(1.0, faded(Palette::of(ui).card, 0.7));
        for third in [1.0 / 3.0, 2.0 / 3.0] {
            ui.painter().vline(rect.left() + third * rect.width(), rect.y_range(), stroke);
            ui.painter().hline(rect.x_range(), rect.top() + third * rect.height(), stroke);
        }
        for mark in photo.marks.into_iter().flatten() {
            let at = rect.min + rect.size() * Vec2::new(mark.x, mark.y);
            ui.painter().circle_stroke(at, 8.0, Stroke::new(2.0, Palette::of(ui).accent));
        }
    });
}
