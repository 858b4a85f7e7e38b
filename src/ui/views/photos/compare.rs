//! Two to four photos beside each other, or one over the other, with the days between them. Colours of two set-ups are never compared
//! without a word.

use eframe::egui::{
    Color32, CornerRadius, Mesh, Pos2, Rect, Response, ScrollArea, Sense, Shape, Slider, Stroke, Ui, Vec2, WidgetInfo,
    pos2,
};

use super::covers::Covers;
use super::incoming::Outcome;
use super::page::SCREEN_SIDE;
use super::textures::{Drawable, Textures};
use super::tile::{failed_ui, fitting, mean_color, paint, spoken_name};
use crate::model::diary::Diary;
use crate::model::photo::{Photo, PhotoId};
use crate::photos::Alignment;
use crate::ui::context::ViewContext;
use crate::ui::theme::{Palette, faded, space};
use crate::ui::widgets::{heading_ui, quiet_ui, segmented};
use crate::words::count;
use crate::workspace::jobs::photo_loader::PictureView;

/// The most photos that are compared.
pub(super) const MOST: usize = 4;

/// Room for the words below a picture, and the least height of one; a window with less room scrolls.
const CAPTION: f32 = 40.0;
const LEAST: f32 = 180.0;

/// How they are laid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Layout {
    Beside,
    Slider,
    Ghost,
}

/// Photos that are compared.
pub(super) struct Compare {
    ids: Vec<PhotoId>,
    layout: Layout,
    /// Where the later photo begins, as a share of the width.
    share: f32,
    zoom: f32,
    /// How far the middle of what is seen lies from the middle of the pictures, as shares of them.
    aside: Vec2,
}

impl Compare {
    pub(super) fn new(ids: Vec<PhotoId>) -> Self {
        Self { ids, layout: Layout::Beside, share: 0.5, zoom: 1.0, aside: Vec2::ZERO }
    }

    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        (textures, covers): (&mut Textures, &mut Covers),
        ctx: &mut ViewContext<'_>,
    ) -> Outcome {
        let photos = in_order(ctx.workspace.diary(), &self.ids);
        let [first, .., last] = photos.as_slice() else { return Outcome::Done };
        let mut outcome = Outcome::Open;
        ui.horizontal_wrapped(|ui| {
            if ui.button("‹ Photos").clicked() {
                outcome = Outcome::Done;
            }
            heading_ui(ui, &apart(first, last));
        });
        ui.horizontal_wrapped(|ui| {
            let layouts = [(Layout::Beside, "Side by side"), (Layout::Slider, "Slider"), (Layout::Ghost, "Ghost")];
            if let Some(layout) = segmented::segmented_ui(ui, "How they are laid", Some(self.layout), &layouts) {
                self.layout = layout;
            }
            let is_covered = photos.iter().any(|photo| covers.is_covered(photo));
            if ui.button(if is_covered { "Uncover these" } else { "Cover these" }).clicked() {
                for photo in &photos {
                    if is_covered { covers.uncover(photo.id) } else { covers.cover(photo.id) }
                }
            }
        });
        // Each on a line of its own: in a wrapped row the second would reach past the edge of a slim pane.
        ui.add(Slider::new(&mut self.zoom, 1.0..=4.0).text("zoom"));
        if self.layout != Layout::Beside {
            ui.add(Slider::new(&mut self.share, 0.0..=1.0).text("later photo"));
        }
        for words in cautions(&photos) {
            quiet_ui(ui, words);
        }
        ui.add_space(space::TIGHT);
        let height = (ui.available_height() - CAPTION).max(LEAST);
        ScrollArea::vertical().id_salt("compare").auto_shrink(false).show(ui, |ui| match self.layout {
            Layout::Beside => self.beside_ui(ui, (&mut *textures, &*covers), &photos, height),
            Layout::Slider | Layout::Ghost => self.over_ui(ui, (&mut *textures, &*covers), (first, last), height),
        });
        outcome
    }

    /// Where a picture lies that is seen through a window: larger, and drawn aside by the pointer.
    fn zoomed(&mut self, window: Rect, response: &Response) -> Rect {
        if response.dragged() {
            self.aside -= response.drag_delta() / (window.size() * self.zoom);
        }
        // No edge comes further in than the edge of the window.
        let most = 0.5 - 0.5 / self.zoom;
        self.aside = self.aside.clamp(Vec2::splat(-most), Vec2::splat(most));
        let size = window.size() * self.zoom;
        Rect::from_center_size(window.center() - self.aside * size, size)
    }

    fn beside_ui(&mut self, ui: &mut Ui, (textures, covers): (&mut Textures, &Covers), photos: &[&Photo], height: f32) {
        let columns = photos.len() as f32;
        let width = ((ui.available_width() - space::ROW * (columns - 1.0)) / columns).max(40.0);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::ROW;
            for photo in photos {
                // As high as the picture, so that its date stands right below it.
                let size = fitting(photo, Rect::from_min_size(Pos2::ZERO, Vec2::new(width, height))).size();
                ui.allocate_ui(Vec2::new(width, size.y + CAPTION), |ui| {
                    ui.vertical(|ui| {
                        let (room, response) = ui.allocate_exact_size(Vec2::new(width, size.y), Sense::DRAG);
                        let is_covered = covers.is_covered(photo);
                        response.widget_info(|| {
                            WidgetInfo::labeled(eframe::egui::Role::Image, true, spoken_name(photo, is_covered))
                        });
                        let view = if is_covered { PictureView::Cover } else { PictureView::Whole(SCREEN_SIDE) };
                        let whole = fitting(photo, room);
                        let clipped = ui.painter_at(whole);
                        if is_covered {
                            paint(ui, textures, photo, whole, view);
                        } else {
                            let zoomed = self.zoomed(whole, &response);
                            clipped.rect_filled(whole, CornerRadius::ZERO, mean_color(photo));
                            match textures.get((photo.blob, view)) {
                                Drawable::Texture(texture) => {
                                    clipped.add(Shape::image(texture.id(), zoomed, whole_picture(), Color32::WHITE));
                                }
                                Drawable::Awaited => {}
                                Drawable::Failed(why) => failed_ui(ui, why, whole),
                            }
                        }
                        quiet_ui(ui, &caption(photo));
                    });
                });
            }
        });
    }

    /// The later photo over the earlier one, brought to the same marks where both have them.
    fn over_ui(
        &mut self,
        ui: &mut Ui,
        (textures, covers): (&mut Textures, &Covers),
        (first, last): (&Photo, &Photo),
        height: f32,
    ) {
        let width = ui.available_width();
        let size = fitting(first, Rect::from_min_size(Pos2::ZERO, Vec2::new(width, height))).size();
        let room = Vec2::new(width, size.y);
        let (room, response) = ui.allocate_exact_size(room, Sense::DRAG);
        let is_covered = covers.is_covered(first) || covers.is_covered(last);
        let name = format!("{}, under {}", spoken_name(first, is_covered), spoken_name(last, is_covered));
        response.widget_info(|| WidgetInfo::labeled(eframe::egui::Role::Image, true, &name));
        let whole = fitting(first, room);
        if is_covered {
            paint(ui, textures, first, whole, PictureView::Cover);
            quiet_ui(ui, "Covered. “Uncover these” shows both.");
            return;
        }
        let painter = ui.painter_at(whole);
        let zoomed = self.zoomed(whole, &response);
        painter.rect_filled(whole, CornerRadius::ZERO, mean_color(first));
        let key = |photo: &Photo| (photo.blob, PictureView::Whole(SCREEN_SIDE));
        match textures.get(key(first)) {
            Drawable::Texture(texture) => {
                painter.add(Shape::image(texture.id(), zoomed, whole_picture(), Color32::WHITE));
            }
            Drawable::Awaited => {}
            Drawable::Failed(why) => failed_ui(ui, why, whole),
        }
        let split = whole.left() + self.share * whole.width();
        if let Drawable::Texture(texture) = textures.get(key(last)) {
            let mut mesh = Mesh::with_texture(texture.id());
            let tint = if self.layout == Layout::Ghost { faded(Color32::WHITE, self.share) } else { Color32::WHITE };
            lay(&mut mesh, (first, last), zoomed, tint);
            let part = Rect::from_min_max(pos2(split, whole.top()), whole.max);
            let over = if self.layout == Layout::Slider { painter.with_clip_rect(part) } else { painter.clone() };
            over.add(Shape::mesh(mesh));
        }
        if self.layout == Layout::Slider {
            painter.vline(split, whole.y_range(), Stroke::new(2.0, Palette::of(ui).accent));
        }
        quiet_ui(ui, &format!("{} under {}", caption(first), caption(last)));
    }
}

/// The corners of the later photo, where its marks fall on those of the earlier one.
fn lay(mesh: &mut Mesh, (first, last): (&Photo, &Photo), rect: Rect, tint: Color32) {
    let marks = first.marks.zip(last.marks);
    let aligned = marks.and_then(|(to, from)| Alignment::new((from, last.size), (to, first.size)));
    let Some(aligned) = aligned else {
        mesh.add_rect_with_uv(fitting(last, rect), whole_picture(), tint);
        return;
    };
    let [width, height] = last.size.map(f64::from);
    let scale = rect.width() / f32::from(first.size[0]);
    let at = |x: f64, y: f64| -> Pos2 {
        #[expect(clippy::cast_possible_truncation, reason = "a place on the screen")]
        let [x, y] = aligned.apply([x, y]).map(|pixels| pixels as f32);
        rect.min + Vec2::new(x, y) * scale
    };
    for (place, uv) in [
        (at(0.0, 0.0), pos2(0.0, 0.0)),
        (at(width, 0.0), pos2(1.0, 0.0)),
        (at(width, height), pos2(1.0, 1.0)),
        (at(0.0, height), pos2(0.0, 1.0)),
    ] {
        mesh.vertices.push(eframe::egui::epaint::Vertex { pos: place, uv, color: tint });
    }
    mesh.add_triangle(0, 1, 2);
    mesh.add_triangle(0, 2, 3);
}

fn whole_picture() -> Rect {
    Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0))
}

/// The photos, earliest first.
fn in_order<'a>(diary: &'a Diary, ids: &[PhotoId]) -> Vec<&'a Photo> {
    let mut photos: Vec<&Photo> = ids.iter().filter_map(|id| diary.photo(*id)).collect();
    photos.sort_by_key(|photo| (photo.day, photo.at, photo.id));
    photos
}

/// "Face, front: 42 days apart".
fn apart(first: &Photo, last: &Photo) -> String {
    let days = usize::try_from(last.day.days_since(first.day)).unwrap_or_default();
    let days = if days == 0 { "on one day".to_owned() } else { format!("{} apart", count(days, "day", "days")) };
    format!("{}: {days}", crate::words::capital(&first.subject()))
}

/// What has to be said before anything is concluded.
fn cautions(photos: &[&Photo]) -> Vec<&'static str> {
    let pairs = || photos.iter().zip(photos.iter().skip(1));
    let mut words = Vec::new();
    if pairs().any(|(one, other)| one.series != other.series) {
        words.push("These are of different series: they may not show the same skin.");
    }
    if pairs().any(|(one, other)| !one.is_comparable_with(other)) {
        words.push("Light differs, or no set-up is said: colour cannot be compared.");
    }
    if photos.iter().any(|photo| photo.marks.is_none()) {
        words.push("Without two marks in each, one is laid over the other by its edges alone.");
    }
    words
}

fn caption(photo: &Photo) -> String {
    let setup = photo.setup.as_ref().map_or_else(|| "no set-up said".to_owned(), ToString::to_string);
    format!("{}, {setup}", photo.day.short())
}
