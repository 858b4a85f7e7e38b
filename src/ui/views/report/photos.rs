//! Which photos go into a report: none, until each is picked by itself. They are covered here too, until somebody asks for one.

use std::collections::BTreeMap;

use eframe::egui::{
    Button, Checkbox, Color32, CornerRadius, Rect, Role, ScrollArea, Sense, Slider, Ui, UiBuilder, Vec2, WidgetInfo,
    pos2,
};

use crate::model::diary::Diary;
use crate::model::photo::{Photo, PhotoId};
use crate::photos::EyeBar;
use crate::report::doctor::{MOST_PHOTOS, PickedPhoto};
use crate::ui::context::ViewContext;
use crate::ui::theme::space;
use crate::ui::views::photos::{Covers, Textures, escaped, eye, fitting, paint, spoken_name};
use crate::ui::widgets::{caption_ui, cell, focus, heading_ui, quiet_ui};
use crate::words::report::photos as words;
use crate::workspace::jobs::photo_loader::PictureView;
use crate::workspace::jobs::report_photos::{PhotoPick, ReportPhotos, start};
use crate::workspace::{Wake, Workspace};

/// Height of a photo in the list, and its width in a wide and in a slim pane.
const ROW: f32 = 184.0;
const WIDTHS: (f32, f32) = (220.0, 130.0);
/// Width from which a pane is wide.
const WIDE: f32 = 480.0;
/// Widths of the sliders that move a bar.
const SLIDER: f32 = 120.0;

/// What was made of some picks, or why nothing could be.
type Ready = (Vec<PhotoPick>, Result<Vec<PickedPhoto>, String>);

/// The photos of the report that is being put together. They are of one report alone and are not kept.
#[derive(Default)]
pub(super) struct ReportPhotoChoice {
    picks: BTreeMap<PhotoId, Option<EyeBar>>,
    running: Option<(Vec<PhotoPick>, ReportPhotos)>,
    ready: Option<Ready>,
    picker: Option<Box<Picker>>,
}

/// What the list of photos remembers while it is open.
#[derive(Default)]
struct Picker {
    textures: Textures,
    covers: Covers,
}

impl ReportPhotoChoice {
    /// Takes in what is ready, and has made ready what was picked meanwhile.
    pub(super) fn refresh(&mut self, workspace: &Workspace, wake: &Wake) {
        if let Some((picks, answer)) = self.running.as_ref().and_then(|(picks, job)| Some((picks.clone(), job.poll()?)))
        {
            self.running = None;
            let made = answer.map_err(|ended| ended.to_string());
            self.ready = Some((picks, made.and_then(|made| made.map_err(|error| error.to_string()))));
        }
        self.picks.retain(|id, _| workspace.diary().photo(*id).is_some());
        let wanted = self.wanted();
        // While they are being picked, the pages are not in sight.
        if self.picker.is_some() || self.is_ready(&wanted) || self.running.as_ref().is_some_and(|(of, _)| *of == wanted)
        {
            return;
        }
        if let Some((_, job)) = self.running.take() {
            job.cancel();
        }
        self.running = (!wanted.is_empty()).then(|| (wanted.clone(), start(wanted, workspace, wake.clone())));
    }

    fn wanted(&self) -> Vec<PhotoPick> {
        self.picks.iter().map(|(id, eye_bar)| PhotoPick { id: *id, eye_bar: *eye_bar }).collect()
    }

    fn is_ready(&self, wanted: &[PhotoPick]) -> bool {
        wanted.is_empty() || self.ready.as_ref().is_some_and(|(picks, _)| picks == wanted)
    }

    /// Why a report cannot be saved as it was chosen, if so.
    pub(super) fn lacks(&self) -> Option<&str> {
        let wanted = self.wanted();
        match &self.ready {
            _ if wanted.is_empty() => None,
            Some((picks, Ok(_))) if *picks == wanted => None,
            Some((picks, Err(why))) if *picks == wanted => Some(why),
            _ => Some("The photos are being made ready."),
        }
    }

    /// The photos as they are printed, with what they were made from: two that are alike print the same.
    pub(super) fn printed(&self) -> (Vec<PhotoPick>, Vec<PickedPhoto>) {
        let wanted = self.wanted();
        match &self.ready {
            Some((picks, Ok(photos))) if *picks == wanted => (picks.clone(), photos.clone()),
            _ => (Vec::new(), Vec::new()),
        }
    }

    /// How many were picked, and the way to the list.
    pub(super) fn summary_ui(&mut self, ui: &mut Ui, diary: &Diary) {
        caption_ui(ui, words::HEADING);
        let picked = self.picks.iter().filter_map(|(id, bar)| Some((diary.photo(*id)?, bar.is_some())));
        quiet_ui(ui, &words::in_this_report(picked).unwrap_or_else(|| "None is in it.".to_owned()));
        let has_photos = diary.photos().next().is_some();
        let button = ui.add_enabled(has_photos, Button::new("Choose photos…"));
        let button = button.on_disabled_hover_text("The diary has no photos yet.");
        if button.on_hover_text("No photo is in a report unless you pick it").clicked() {
            self.picker = Some(Box::default());
        }
        if let Some(why) = self.lacks() {
            quiet_ui(ui, why);
        }
    }

    /// Somebody left, or asked for the report again.
    pub(super) fn close(&mut self) {
        self.picker = None;
    }

    /// Shows the list, if it is open; gives whether it is.
    pub(super) fn picker_ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) -> bool {
        let Some(picker) = &mut self.picker else { return false };
        picker.textures.begin(ui.ctx(), ctx.workspace, ctx.wake);
        if picker.covers.begin(ui.ctx()) {
            picker.textures.cover_all();
        }
        let is_done = picker.ui(ui, ctx.workspace.diary(), &mut self.picks) || escaped(ui);
        if is_done {
            self.close();
        }
        true
    }
}

impl Picker {
    fn ui(&mut self, ui: &mut Ui, diary: &Diary, picks: &mut BTreeMap<PhotoId, Option<EyeBar>>) -> bool {
        let mut photos: Vec<&Photo> = diary.photos().collect();
        photos.sort_by_key(|photo| std::cmp::Reverse((photo.day, photo.at, photo.id)));
        let mut is_done = false;
        ui.horizontal_wrapped(|ui| {
            is_done = ui.button("‹ Report").clicked();
            heading_ui(ui, "Photos for this report");
        });
        quiet_ui(
            ui,
            "Only what you tick is in the report. Each is covered here until you press it; in the report it is not.",
        );
        if picks.len() >= MOST_PHOTOS {
            quiet_ui(ui, &format!("A report holds at most {MOST_PHOTOS} photos."));
        }
        ui.add_space(space::TIGHT);
        let area = ScrollArea::vertical().id_salt("report photos").auto_shrink(false);
        area.show_rows(ui, ROW, photos.len(), |ui, shown| {
            focus::followed(ui, |ui| {
                for photo in photos.get(shown).unwrap_or_default() {
                    let room = Vec2::new(ui.available_width() - space::ROW, ROW);
                    let (rect, _) = ui.allocate_exact_size(room, Sense::hover());
                    let mut row = ui.new_child(UiBuilder::new().id_salt(photo.id.0).max_rect(rect));
                    self.row_ui(&mut row, photo, picks);
                }
            });
        });
        is_done
    }

    fn row_ui(&mut self, ui: &mut Ui, photo: &Photo, picks: &mut BTreeMap<PhotoId, Option<EyeBar>>) {
        let wide = if ui.available_width() < WIDE { WIDTHS.1 } else { WIDTHS.0 };
        ui.horizontal_top(|ui| {
            let bar = picks.get(&photo.id).copied().flatten();
            self.picture_ui(ui, photo, Vec2::new(wide, ROW - space::ROW), bar);
            ui.add_space(space::ROW);
            ui.vertical(|ui| {
                ui.spacing_mut().item_spacing.y = space::TIGHT;
                heading_ui(ui, &words::group(photo));
                quiet_ui(ui, &words::caption(photo, None, false));
                let mut is_picked = picks.contains_key(&photo.id);
                let may = is_picked || picks.len() < MOST_PHOTOS;
                let name = format!("In the report: {}, {}", photo.subject(), photo.day.short());
                let tick = ui.add_enabled(may, Checkbox::new(&mut is_picked, "In the report"));
                if tick.accessible_name(name).changed() {
                    if is_picked {
                        picks.insert(photo.id, None);
                    } else {
                        picks.remove(&photo.id);
                    }
                }
                if let Some(bar) = picks.get_mut(&photo.id) {
                    bar_ui(ui, photo, bar);
                }
            });
        });
    }

    /// The whole picture, never cut, so that a bar is seen where it will be.
    fn picture_ui(&mut self, ui: &mut Ui, photo: &Photo, size: Vec2, bar: Option<EyeBar>) {
        let (room, response) = ui.allocate_exact_size(size, Sense::click());
        let is_covered = self.covers.is_covered(photo);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, spoken_name(photo, is_covered)));
        // Its words stand at the top, and so does it.
        let rect = fitting(photo, room);
        let rect = rect.translate(room.min - rect.min);
        let view = if is_covered { PictureView::Cover } else { PictureView::Thumbnail };
        paint(ui, &mut self.textures, photo, rect, view);
        if let Some(bar) = bar {
            let (from, to) = bar.edges();
            let at = |percent: u8| rect.top() + rect.height() * f32::from(percent) / 100.0;
            let bar = Rect::from_min_max(pos2(rect.left(), at(from)), pos2(rect.right(), at(to)));
            ui.painter().rect_filled(bar, CornerRadius::ZERO, Color32::BLACK);
        }
        if is_covered {
            eye(ui, rect.center());
        }
        if response.has_focus() {
            cell::focus_ring(ui, rect);
        }
        if response.clicked() {
            if is_covered { self.covers.uncover(photo.id) } else { self.covers.cover(photo.id) }
        }
    }
}

/// Whether a bar lies over the eyes, and where.
fn bar_ui(ui: &mut Ui, photo: &Photo, bar: &mut Option<EyeBar>) {
    if photo.shows_face() {
        quiet_ui(ui, "It shows your face.");
    } else if photo.regions.is_empty() {
        quiet_ui(ui, "No place is said; look whether you can be known by it.");
    }
    let mut has_bar = bar.is_some();
    if ui.add(Checkbox::new(&mut has_bar, "A bar over the eyes")).changed() {
        *bar = has_bar.then_some(EyeBar::USUAL);
    }
    let Some((mut from, mut to)) = bar.as_ref().map(|bar| bar.edges()) else { return };
    ui.spacing_mut().slider_width = SLIDER;
    let moved_from = ui.add(Slider::new(&mut from, 0..=99).text("bar from").suffix(" %")).changed();
    let moved_to = ui.add(Slider::new(&mut to, 1..=100).text("bar to").suffix(" %")).changed();
    if moved_from {
        to = to.max(from + 1);
    } else if moved_to {
        from = from.min(to - 1);
    }
    *bar = EyeBar::new(from, to).ok().or(*bar);
}
