//! Two marks by which photos are laid over each other, and three squares from which redness is worked out: set by a press, moved by the
//! arrows. In the next photo of a series the squares stand where its marks carry them.

use std::collections::BTreeMap;

use eframe::egui::{
    self, EventFilter, Key, Pos2, Rect, Response, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2,
};

use super::incoming::Outcome;
use super::page::SCREEN_SIDE;
use super::textures::Textures;
use super::tile::{fitting, paint};
use crate::edit::Command;
use crate::model::photo::{Photo, PhotoId, PhotoPoint, SkinColors};
use crate::photos::{MeasuredSeries, SWATCH_HALF, Squares, carried, squares_of};
use crate::ui::context::ViewContext;
use crate::ui::theme::{Palette, font, size, space};
use crate::ui::widgets::{cell, heading_ui, quiet_ui, segmented};
use crate::workspace::jobs::Job;
use crate::workspace::jobs::photo_colors::{MeasureColors, measure};
use crate::workspace::jobs::photo_loader::PictureView;

/// How far an arrow moves a spot, as a share of the picture; with Shift a fifth of it.
const STEP: f32 = 0.01;
const FINE_STEP: f32 = 0.002;

/// What is set in a photo.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Spot {
    FirstMark,
    SecondMark,
    Card,
    Skin,
    Calm,
}

impl Spot {
    const ALL: [(Self, &'static str); 5] = [
        (Self::FirstMark, "First mark"),
        (Self::SecondMark, "Second mark"),
        (Self::Card, "Grey card"),
        (Self::Skin, "Skin that flares"),
        (Self::Calm, "Calm skin"),
    ];

    fn label(self) -> &'static str {
        Self::ALL.iter().find(|(spot, _)| *spot == self).map_or("", |(_, label)| label)
    }

    fn is_mark(self) -> bool {
        matches!(self, Self::FirstMark | Self::SecondMark)
    }

    /// What to look for.
    fn words(self) -> &'static str {
        match self {
            Self::FirstMark | Self::SecondMark => {
                "Two spots that are found again in every photo of the series: two moles, or the outer corners of the eyes."
            }
            Self::Card => {
                "A grey card, or anything else that is in every photo and keeps its colour. It evens out the light."
            }
            Self::Skin => "Skin that flares, without spots, hair or shine.",
            Self::Calm => "Skin beside it that does not flare, in the same light.",
        }
    }
}

/// What is being set in one photo.
pub(super) struct Marking {
    id: PhotoId,
    spots: BTreeMap<Spot, PhotoPoint>,
    current: Spot,
    /// The day of the photo from which the squares were carried over.
    carried_from: Option<String>,
    measuring: Option<MeasureColors>,
    failed: Option<String>,
}

impl Marking {
    pub(super) fn new(photo: &Photo) -> Self {
        let mut spots = BTreeMap::new();
        if let Some([first, second]) = photo.marks {
            spots.extend([(Spot::FirstMark, first), (Spot::SecondMark, second)]);
        }
        if let Some(colors) = &photo.colors {
            spots.extend(on_spots(squares_of(colors)));
        }
        let current = first_unset(&spots).unwrap_or(Spot::FirstMark);
        Self { id: photo.id, spots, current, carried_from: None, measuring: None, failed: None }
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, textures: &mut Textures, ctx: &mut ViewContext<'_>) -> Outcome {
        let diary = ctx.workspace.diary();
        let Some(photo) = diary.photo(self.id) else { return Outcome::Done };
        if let Some(measured) = self.measuring.as_ref().and_then(Job::poll) {
            self.measuring = None;
            match measured.map_err(|ended| ended.to_string()).and_then(|measured| measured) {
                Ok(colors) => {
                    self.keep(photo, Some(colors), ctx);
                    return Outcome::Done;
                }
                Err(why) => self.failed = Some(why),
            }
        }
        heading_ui(ui, "Marks and colours");
        if let Some(spot) = segmented::segmented_ui(ui, "What is set", Some(self.current), &Spot::ALL) {
            self.current = spot;
        }
        quiet_ui(ui, self.current.words());
        self.picture_ui(ui, textures, photo);
        quiet_ui(ui, "Press where it is. The arrows move it, with Shift in small steps.");
        self.carry(photo, ctx);
        if let Some(day) = &self.carried_from {
            quiet_ui(ui, &format!("The squares stand where they were on {day}. Move those that do not fit."));
        }
        self.foot_ui(ui, photo, ctx)
    }

    /// The picture with all spots; a press or the arrows set the current one.
    fn picture_ui(&mut self, ui: &mut Ui, textures: &mut Textures, photo: &Photo) {
        let width = ui.available_width() - 10.0;
        let room = Vec2::new(width, (width * 0.75).clamp(200.0, 560.0));
        let (room, _) = ui.allocate_exact_size(room, Sense::hover());
        let rect = fitting(photo, room);
        let response = ui.interact(rect, ui.scope_id().with("spots"), Sense::click_and_drag());
        let name = self.spoken();
        response.widget_info(|| WidgetInfo::labeled(egui::Role::Button, true, &name));
        paint(ui, textures, photo, rect, PictureView::Whole(SCREEN_SIDE));
        let pointed = pressed(&response, rect);
        if let Some(at) = pointed.or_else(|| self.moved(ui, &response)) {
            let was_unset = self.spots.insert(self.current, at).is_none();
            // The pointer goes on to what is missing; the arrows stay, since one press is seldom enough.
            if was_unset && pointed.is_some() && !response.dragged() {
                self.current = first_unset(&self.spots).unwrap_or(self.current);
            }
        }
        for (spot, at) in &self.spots {
            spot_ui(ui, *spot, rect.min + rect.size() * Vec2::new(at.x, at.y), rect, *spot == self.current);
        }
        if response.has_focus() {
            cell::focus_ring(ui, rect);
        }
    }

    /// "First mark: 20 % from the left, 40 % from the top".
    fn spoken(&self) -> String {
        let label = self.current.label();
        self.spots.get(&self.current).map_or_else(
            || format!("{label}: not set"),
            |at| {
                let [left, top] = [at.x, at.y].map(|share| (share * 100.0).round());
                format!("{label}: {left} % from the left, {top} % from the top")
            },
        )
    }

    /// Where the arrows bring the current spot. One that is not set begins in the middle.
    fn moved(&self, ui: &Ui, response: &Response) -> Option<PhotoPoint> {
        if !response.has_focus() {
            return None;
        }
        ui.memory_mut(|memory| {
            let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
            memory.set_focus_lock_filter(response.id, filter);
        });
        let by = ui.input(|input| {
            let step = if input.modifiers.shift { FINE_STEP } else { STEP };
            let along = |back: Key, on: Key| {
                f32::from(u8::from(input.key_pressed(on))) - f32::from(u8::from(input.key_pressed(back)))
            };
            Vec2::new(along(Key::ArrowLeft, Key::ArrowRight), along(Key::ArrowUp, Key::ArrowDown)) * step
        });
        if by == Vec2::ZERO && !response.clicked() {
            return None;
        }
        let at = self.spots.get(&self.current).copied();
        let at = at.unwrap_or(PhotoPoint { x: 0.5, y: 0.5 });
        Some(PhotoPoint { x: (at.x + by.x).clamp(0.0, 1.0), y: (at.y + by.y).clamp(0.0, 1.0) })
    }

    fn marks(&self) -> Option<[PhotoPoint; 2]> {
        Some([*self.spots.get(&Spot::FirstMark)?, *self.spots.get(&Spot::SecondMark)?])
    }

    fn squares(&self) -> Option<Squares> {
        let at = |spot| self.spots.get(&spot).copied();
        Some([at(Spot::Card)?, at(Spot::Skin)?, at(Spot::Calm)?])
    }

    /// Once both marks are set, the squares of the series are where the marks carry them.
    fn carry(&mut self, photo: &Photo, ctx: &ViewContext<'_>) {
        let has_square = self.spots.keys().any(|spot| !spot.is_mark());
        let (false, Some(marks)) = (has_square, self.marks()) else { return };
        let series = MeasuredSeries::around(photo, ctx.workspace.diary().photos());
        let Some(from) = series.reference().filter(|from| from.id != photo.id) else { return };
        if let Some(squares) = carried(from, marks, photo.size) {
            self.spots.extend(on_spots(squares));
            self.carried_from = Some(from.day.short());
        }
    }

    /// Why what is set cannot be kept yet.
    fn missing(&self) -> Option<&'static str> {
        let count = |is_mark: bool| self.spots.keys().filter(|spot| spot.is_mark() == is_mark).count();
        match (count(true), count(false)) {
            (1, _) => Some("One mark is set: the other is missing."),
            (_, 1 | 2) => Some("Redness needs all three: the card, skin that flares, and calm skin."),
            _ => None,
        }
    }

    fn foot_ui(&mut self, ui: &mut Ui, photo: &Photo, ctx: &mut ViewContext<'_>) -> Outcome {
        if let Some(failed) = &self.failed {
            ui.label(egui::RichText::new(failed).color(Palette::of(ui).attention));
        }
        let missing = self.missing();
        if let Some(missing) = missing {
            quiet_ui(ui, missing);
        }
        let mut outcome = Outcome::Open;
        ui.add_space(space::TIGHT);
        ui.horizontal_wrapped(|ui| {
            if self.measuring.is_some() {
                ui.spinner();
            }
            let can_keep = missing.is_none() && self.measuring.is_none();
            if ui.add_enabled(can_keep, egui::Button::new("Save marks and colours")).clicked() {
                self.failed = None;
                if let Some(squares) = self.squares() {
                    self.measuring = Some(measure(photo.blob, squares, ctx.workspace, ctx.wake.clone()));
                } else {
                    self.keep(photo, None, ctx);
                    outcome = Outcome::Done;
                }
            }
            let is_set = self.spots.contains_key(&self.current);
            let words = format!("Take away: {}", self.current.label().to_lowercase());
            if ui.add_enabled(is_set, egui::Button::new(words)).clicked() {
                self.spots.remove(&self.current);
                self.carried_from = None;
            }
            if ui.button("Cancel").clicked() {
                outcome = Outcome::Done;
            }
        });
        outcome
    }

    fn keep(&self, photo: &Photo, colors: Option<SkinColors>, ctx: &mut ViewContext<'_>) {
        let photo = Photo { marks: self.marks(), colors, ..photo.clone() };
        ctx.commands.edit(Command::AmendPhoto { photo: Box::new(photo) });
    }
}

fn on_spots([card, skin, calm]: Squares) -> [(Spot, PhotoPoint); 3] {
    [(Spot::Card, card), (Spot::Skin, skin), (Spot::Calm, calm)]
}

fn first_unset(spots: &BTreeMap<Spot, PhotoPoint>) -> Option<Spot> {
    Spot::ALL.iter().map(|(spot, _)| *spot).find(|spot| !spots.contains_key(spot))
}

/// Where the pointer pressed, as shares of the picture.
fn pressed(response: &Response, rect: Rect) -> Option<PhotoPoint> {
    let at = response.interact_pointer_pos().filter(|_| response.clicked() || response.dragged())?;
    let inside = (at - rect.min) / rect.size();
    Some(PhotoPoint { x: inside.x.clamp(0.0, 1.0), y: inside.y.clamp(0.0, 1.0) })
}

/// A ring for a mark, a square for what is measured, each with its name beside it where it is the current one.
fn spot_ui(ui: &Ui, spot: Spot, at: Pos2, rect: Rect, is_current: bool) {
    let palette = Palette::of(ui);
    let color = if is_current { palette.accent } else { palette.card };
    let half = if spot.is_mark() { 8.0 } else { (SWATCH_HALF * rect.width().min(rect.height())).max(5.0) };
    // A dark line under a light one is seen on any skin.
    for (width, color) in [(4.0, palette.text), (2.0, color)] {
        let stroke = Stroke::new(width, color);
        if spot.is_mark() {
            ui.painter().circle_stroke(at, half, stroke);
        } else {
            let square = Rect::from_center_size(at, Vec2::splat(2.0 * half));
            ui.painter().rect_stroke(square, 1, stroke, StrokeKind::Outside);
        }
    }
    let galley = ui.painter().layout_no_wrap(spot.label().to_owned(), font(size::CAPTION), palette.text);
    let left = (at.x - galley.size().x / 2.0).clamp(rect.left(), (rect.right() - galley.size().x).max(rect.left()));
    let below = at.y + half + 4.0;
    let top = if below + galley.size().y > rect.bottom() { at.y - half - 4.0 - galley.size().y } else { below };
    let ground = Rect::from_min_size(pos2(left, top), galley.size()).expand2(Vec2::new(3.0, 0.0));
    ui.painter().rect_filled(ground, 2, palette.card);
    ui.painter().galley(pos2(left, top), galley, palette.text);
}
