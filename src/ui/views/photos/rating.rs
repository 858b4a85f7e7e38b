//! Rating the photos of a series without their dates, in an order that says nothing, some of them twice. Each rating is kept at once, so
//! that a sitting can be left and gone on with; it is one step to be undone. Neither a date nor a period of a trial is shown.

use std::collections::BTreeSet;

use eframe::egui::{Button, Key, Pos2, Rect, Role, ScrollArea, Sense, Ui, Vec2, WidgetInfo};

use super::covers::Covers;
use super::incoming::Outcome;
use super::page::SCREEN_SIDE;
use super::textures::Textures;
use super::tile::{fitting, paint};
use crate::analysis::blind_rating::{LIMITS, error_line};
use crate::edit::Command;
use crate::model::diary::Diary;
use crate::model::photo::{BlindRating, Photo, PhotoId, Sitting, WORST_RATING};
use crate::photos::{LEAST_PHOTOS, RatedSeries, series_names};
use crate::ui::command::Destination;
use crate::ui::context::ViewContext;
use crate::ui::theme::space;
use crate::ui::widgets::score_row::ScoreRow;
use crate::ui::widgets::{caption_ui, cell, heading_ui, quiet_ui};
use crate::words::count;
use crate::workspace::Workspace;
use crate::workspace::jobs::photo_loader::PictureView;

/// Room for what stands below the picture, and the least and greatest height of the picture.
const ROOM_BELOW: f32 = 190.0;
const LEAST: f32 = 160.0;
const MOST: f32 = 620.0;
/// Width of the rows of numbers, where there is as much.
const ROWS: f32 = 560.0;

/// A sitting in the window.
pub(super) struct BlindRatingPage {
    series: String,
    sitting: Sitting,
    /// How it stands at a revision of the diary.
    order: Option<(u64, Order)>,
    /// The photo that is looked at, with the number of the look.
    shown: Option<(usize, PhotoId)>,
    look: Option<u8>,
    redness: Option<u8>,
    /// Whether the keyboard was on one of the rows in the last frame.
    has_focus: bool,
    /// Whether all is rated.
    is_over: bool,
}

/// The looks of a sitting, and those that are still to be rated.
#[derive(Clone)]
struct Order {
    sitting: Sitting,
    looks: usize,
    left: usize,
    next: Option<PhotoId>,
}

/// A row of numbers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Field {
    Look,
    Redness,
}

/// The button that begins a sitting, with what it stands for at a revision of the diary.
#[derive(Default)]
pub(super) struct BeginRating {
    of: Option<(u64, Option<String>)>,
    series: Option<String>,
    photos: usize,
    /// A sitting that was left, with the looks that are still to be rated.
    unfinished: Option<(Sitting, usize)>,
}

impl BeginRating {
    /// Begins a sitting of a series, or goes on with the last one. The only series need not be chosen.
    pub(super) fn ui(&mut self, ui: &mut Ui, workspace: &Workspace, chosen: Option<&str>) -> Option<BlindRatingPage> {
        self.follow(workspace, chosen);
        let words = match self.unfinished {
            Some((_, left)) => format!("Go on rating without dates ({left} left)"),
            None => "Rate without dates".to_owned(),
        };
        let why_not = match (workspace.read_only(), &self.series) {
            (Some(reason), _) => Some(format!("This diary is open for reading only: {reason}.")),
            (None, None) => Some("Choose a series below first.".to_owned()),
            (None, Some(_)) if self.photos < LEAST_PHOTOS => Some("It takes two photos of one series.".to_owned()),
            (None, Some(_)) => None,
        };
        let button = ui.add_enabled(why_not.is_none(), Button::new(words));
        let hint =
            "The photos of the series come in an order that says nothing, without their dates, some of them twice.";
        let is_pressed = button.on_hover_text(hint).on_disabled_hover_text(why_not.unwrap_or_default()).clicked();
        let series = self.series.clone().filter(|_| is_pressed)?;
        let unfinished = self.unfinished.map(|(sitting, _)| sitting);
        let new = || RatedSeries::new(photos_of(workspace.diary(), &series)).begin(&workspace.diary_id());
        let sitting = unfinished.or_else(new)?;
        Some(BlindRatingPage {
            series,
            sitting,
            order: None,
            shown: None,
            look: None,
            redness: None,
            has_focus: false,
            is_over: false,
        })
    }

    fn follow(&mut self, workspace: &Workspace, chosen: Option<&str>) {
        let now = (workspace.revision(), chosen.map(str::to_owned));
        if self.of.as_ref() == Some(&now) {
            return;
        }
        let diary = workspace.diary();
        let names = series_names(diary.photos());
        let series = chosen.map(str::to_owned).or_else(|| names.first().filter(|_| names.len() == 1).cloned());
        let photos = series.as_deref().map(|series| photos_of(diary, series)).unwrap_or_default();
        let rated = RatedSeries::new(photos.iter().copied());
        let unfinished = rated.unfinished().map(|sitting| (sitting, rated.left(sitting).len()));
        *self = Self { of: Some(now), series, photos: photos.len(), unfinished };
    }
}

fn photos_of<'a>(diary: &'a Diary, series: &str) -> Vec<&'a Photo> {
    diary.photos().filter(|photo| photo.series.as_ref().is_some_and(|name| name.as_str() == series)).collect()
}

impl BlindRatingPage {
    pub(super) fn ui(
        &mut self,
        ui: &mut Ui,
        (textures, covers): (&mut Textures, &mut Covers),
        ctx: &mut ViewContext<'_>,
    ) -> Outcome {
        let diary = ctx.workspace.diary();
        let photos = photos_of(diary, &self.series);
        let rated = RatedSeries::new(photos.iter().copied());
        let Order { looks, left, next, .. } = self.order(ctx.workspace.revision(), &rated);
        let number = looks - left + 1;
        let next = next.and_then(|id| photos.iter().copied().find(|photo| photo.id == id));
        let Some(photo) = next else { return self.end_ui(ui, &rated, covers, ctx) };
        self.is_over = false;
        let is_new = self.shown != Some((number, photo.id));
        if is_new {
            // Whoever rates has asked to see them, one at a time.
            self.cover(covers);
            covers.uncover(photo.id);
            (self.shown, self.look, self.redness) = (Some((number, photo.id)), None, None);
        }
        let mut outcome = Outcome::Open;
        ui.horizontal_wrapped(|ui| {
            if ui.button("‹ Stop for now").on_hover_text("What is rated stays; the rest can be rated later").clicked()
            {
                outcome = Outcome::Done;
            }
            heading_ui(ui, &format!("Photo {number} of {looks}"));
            if number == 1 {
                return;
            }
            if ui.link("begin anew").on_hover_text("Another order; what was rated in this one stays").clicked()
                && let Some(sitting) = rated.begin(&ctx.workspace.diary_id())
            {
                self.sitting = sitting;
            }
        });
        caption_ui(ui, "Dates are hidden. Rate what you see; some photos come twice.");
        let high = (ui.available_height() - ROOM_BELOW).clamp(LEAST, MOST);
        ScrollArea::vertical().id_salt("blind rating").auto_shrink(false).show(ui, |ui| {
            picture_ui(ui, textures, covers, photo, &format!("Photo {number} of {looks}"), high);
            let aside = ((ui.available_width() - ROWS) / 2.0).max(0.0);
            let row = ui.horizontal(|ui| {
                ui.add_space(aside);
                ui.vertical(|ui| self.rows_ui(ui, is_new)).inner
            });
            let is_confirmed = row.inner;
            if let (true, Some(look), Some(redness)) = (is_confirmed, self.look, self.redness) {
                let on = ctx.workspace.today();
                let rating = BlindRating { on, look, redness, sitting: Some(self.sitting) };
                ctx.commands.edit(Command::RatePhotos { ratings: vec![(photo.id, rating)] });
            }
        });
        outcome
    }

    /// Whether photos are being rated: what stands beside them would tell of days and trials.
    pub(super) fn is_rating(&self) -> bool {
        !self.is_over
    }

    /// How the sitting stands, worked out once for each state of the diary.
    fn order(&mut self, revision: u64, rated: &RatedSeries<'_>) -> Order {
        let known = self.order.as_ref().filter(|(of, order)| *of == revision && order.sitting == self.sitting);
        if let Some((_, order)) = known {
            return order.clone();
        }
        let left = rated.left(self.sitting);
        let looks = rated.views(self.sitting).len();
        let order = Order { sitting: self.sitting, looks, left: left.len(), next: left.first().copied() };
        self.order = Some((revision, order.clone()));
        order
    }

    /// Covers the photo that is looked at.
    pub(super) fn cover(&self, covers: &mut Covers) {
        self.shown.into_iter().for_each(|(_, photo)| covers.cover(photo));
    }

    /// The two rows of numbers; gives whether both are said and confirmed. Digits set a number, Enter goes on.
    fn rows_ui(&mut self, ui: &mut Ui, is_new: bool) -> bool {
        ui.set_max_width(ui.available_width().min(ROWS));
        let is_entered = ui.input(|input| input.key_pressed(Key::Enter));
        // A new photo begins with its look; Enter on a row leads to the one that is not answered.
        let moves = is_new || (is_entered && self.has_focus);
        let next = if self.look.is_none() { Field::Look } else { Field::Redness };
        let is_ready = self.look.is_some() && self.redness.is_some();
        let takes = |field: Field| moves && !is_ready && next == field;
        let look = row_ui(ui, ("How the skin looks", "clear"), &mut self.look, takes(Field::Look));
        let redness = row_ui(ui, ("Redness", "none"), &mut self.redness, takes(Field::Redness));
        self.has_focus = look || redness;
        ui.add_space(space::TIGHT);
        let is_ready = self.look.is_some() && self.redness.is_some();
        let button = ui.add_enabled(is_ready, Button::new("Keep and go on"));
        let is_pressed = button.on_hover_text("Enter does the same").clicked();
        is_ready && (is_pressed || (is_entered && self.has_focus))
    }

    /// All is rated: how far ratings of one photo lie apart, and where they can be seen.
    fn end_ui(
        &mut self,
        ui: &mut Ui,
        rated: &RatedSeries<'_>,
        covers: &mut Covers,
        ctx: &mut ViewContext<'_>,
    ) -> Outcome {
        self.cover(covers);
        (self.shown, self.is_over) = (None, true);
        let is_done = ui.button("‹ Photos").clicked();
        let photos: BTreeSet<PhotoId> = rated.views(self.sitting).into_iter().collect();
        heading_ui(ui, &format!("{} rated without dates", count(photos.len(), "photo", "photos")));
        quiet_ui(ui, &error_line(rated));
        caption_ui(ui, LIMITS);
        ui.add_space(space::TIGHT);
        if ui.button("Show the ratings in the plot").clicked() {
            ctx.commands.go(Destination::Series("blind_look".to_owned()));
        }
        if is_done { Outcome::Done } else { Outcome::Open }
    }
}

/// One row of numbers; gives whether the keyboard is on it.
fn row_ui(ui: &mut Ui, (label, low): (&str, &str), value: &mut Option<u8>, takes_keyboard: bool) -> bool {
    let row = ScoreRow::new(label, 0..=WORST_RATING, value.map(f64::from)).ends(low, "worst");
    let (edited, has_focus) = row.takes_keyboard(takes_keyboard).focused_ui(ui);
    if let Some(answer) = edited {
        *value = answer.and_then(|answer| (0..=WORST_RATING).find(|number| f64::from(*number) == answer));
    }
    has_focus
}

/// The photo without a word of when and where it was taken; a press covers and uncovers it.
fn picture_ui(ui: &mut Ui, textures: &mut Textures, covers: &mut Covers, photo: &Photo, name: &str, high: f32) {
    // As high as the picture, so that the numbers stand right below it.
    let width = ui.available_width() - 10.0;
    let size = fitting(photo, Rect::from_min_size(Pos2::ZERO, Vec2::new(width, high))).size();
    let (room, response) = ui.allocate_exact_size(Vec2::new(width, size.y), Sense::click());
    let is_covered = covers.is_covered(photo);
    let spoken = if is_covered { format!("{name}, covered") } else { name.to_owned() };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    let rect = fitting(photo, room);
    paint(ui, textures, photo, rect, if is_covered { PictureView::Cover } else { PictureView::Whole(SCREEN_SIDE) });
    if response.has_focus() {
        cell::focus_ring(ui, rect);
    }
    let response = if is_covered { response.on_hover_text("Covered. Click it to see it") } else { response };
    if response.clicked() {
        if is_covered { covers.uncover(photo.id) } else { covers.cover(photo.id) }
    }
}
