//! Figures that leave the window: the one under the pointer, else the first in sight, else what the view itself draws. A right click
//! offers the same as the menu and the keys.

use std::sync::Arc;

use eframe::egui::{self, ColorImage, Popup, PopupCloseBehavior, Rect, Sense, SetOpenCommand, Ui};

use super::App;
use super::message::Message;
use crate::report::chart_kind::{ChartKind, KindRequest};
use crate::report::exportable_figure::ExportableFigure;
use crate::report::ink::PictureLook;
use crate::report::output::{Output, scene_of};
use crate::report::png::to_pixels;
use crate::report::scene::Scene;
use crate::ui::actions::Action;
use crate::ui::command::{DialogRequest, ShownFigure, UiCommand, UiCommands};
use crate::ui::dialogs;
use crate::ui::view_state::ViewId;

/// Days of a calendar that is saved.
const CALENDAR_DAYS: i32 = 365;

/// Figures of the last frame, and what a right click was on.
#[derive(Default)]
pub(super) struct FiguresInSight {
    shown: Vec<ShownFigure>,
    /// What the open menu is about; `None` for what the view itself draws.
    menu_of: Option<Arc<ExportableFigure>>,
}

impl App {
    /// Remembers what a frame showed.
    pub(super) fn figures_shown(&mut self, shown: Vec<ShownFigure>) {
        self.figures.shown = shown;
    }

    /// The figure that is meant, where it is drawn already.
    fn drawn_figure(&self) -> Option<Arc<ExportableFigure>> {
        let shown = &self.figures.shown;
        let meant = shown.iter().find(|shown| shown.is_pointed_at).or(shown.first());
        meant.map(|shown| shown.figure.clone())
    }

    /// Whether there is a figure to save or to copy.
    ///
    /// # Errors
    /// Why not, as a sentence.
    pub(super) fn has_figure(&self) -> Result<(), String> {
        if self.desk.workspace.diary().span().is_none() {
            return Err("Nothing is logged yet, so there is nothing to draw.".to_owned());
        }
        let draws = matches!(self.view.view, ViewId::Plot | ViewId::Today | ViewId::Calendar);
        if draws || self.drawn_figure().is_some() {
            return Ok(());
        }
        Err("This view shows no figure now.".to_owned())
    }

    /// Opens the dialog that saves the figure that is meant.
    pub(super) fn save_figure(&mut self) {
        self.open_dialog(match self.drawn_figure() {
            Some(figure) => DialogRequest::ExportFigure(figure),
            None => self.view_figure(),
        });
    }

    /// What the view draws that is no figure yet.
    fn view_figure(&self) -> DialogRequest {
        match self.view.view {
            ViewId::Calendar => DialogRequest::ExportKind(Box::new(self.calendar_figure())),
            _ => DialogRequest::ExportChart,
        }
    }

    /// The year up to today in the calendar, of the series it shows.
    fn calendar_figure(&self) -> KindRequest {
        let today = self.desk.workspace.today();
        let key = self.view.calendar_series.clone().or_else(|| self.view.series.first().cloned());
        let period = (today.plus(1 - CALENDAR_DAYS), today);
        let styles = self.view.styles.clone();
        KindRequest { styles, ..KindRequest::new(ChartKind::Calendar, key.into_iter().collect(), period, today) }
    }

    /// Copies the figure that is meant as a picture.
    pub(super) fn copy_meant_figure(&mut self, ctx: &egui::Context) {
        match self.drawn_figure() {
            Some(figure) => self.copy_figure(ctx, &figure.scene),
            None => match self.view_scene() {
                Ok(scene) => self.copy_figure(ctx, &scene),
                Err(words) => self.status_message = Some(words.into()),
            },
        }
    }

    fn view_scene(&mut self) -> Result<Scene, String> {
        let output = if self.view.view == ViewId::Calendar {
            Output::Kind(Box::new(self.calendar_figure()))
        } else {
            let mut commands = UiCommands::default();
            dialogs::chart_in_view(&mut self.desk.context(&self.wake, &mut self.view, self.day, &mut commands))
        };
        let workspace = &self.desk.workspace;
        let drawn = scene_of(workspace.diary(), &workspace.table(), &output, &|_| true);
        drawn.map_err(|error| format!("Not copied: {error}."))
    }

    /// Puts a drawing on the clipboard as a picture on paper.
    pub(super) fn copy_figure(&mut self, ctx: &egui::Context, scene: &Scene) {
        self.status_message = Some(match to_pixels(scene, PictureLook::default()) {
            Ok(picture) => {
                ctx.copy_image(ColorImage::from_rgba_unmultiplied(picture.size, &picture.rgba));
                Message::from(format!("Copied as a picture: {}", scene.title))
            }
            Err(error) => Message::from(format!("Not copied: {error}.")),
        });
    }

    /// The menu of a right click on a figure within `room`, the centre.
    pub(super) fn figure_menu_ui(&mut self, ui: &mut Ui, room: Rect, commands: &mut UiCommands) {
        let clicked =
            ui.input(|input| input.pointer.secondary_clicked().then(|| input.pointer.interact_pos()).flatten());
        let here = clicked.filter(|at| room.contains(*at) && ui.ctx().layer_id_at(*at) == Some(ui.layer_id()));
        let pointed = commands.1.iter().find(|shown| shown.is_pointed_at).map(|shown| shown.figure.clone());
        let is_figure = pointed.is_some() || matches!(self.view.view, ViewId::Plot | ViewId::Calendar);
        let opens = here.is_some() && is_figure && self.dialog.is_none() && self.has_figure().is_ok();
        if opens {
            self.figures.menu_of = pointed;
        }
        let anchor = ui.interact(room, ui.scope_id().with("figure menu"), Sense::empty());
        let menu = Popup::menu(&anchor).open_memory(opens.then_some(SetOpenCommand::Bool(true))).at_pointer_fixed();
        let figure = self.figures.menu_of.clone();
        menu.close_behavior(PopupCloseBehavior::CloseOnClick).show(|ui| {
            if ui.button(Action::ExportChart.hint(ui, "Save as a picture…")).clicked() {
                match &figure {
                    Some(figure) => commands.open(DialogRequest::ExportFigure(figure.clone())),
                    None => commands.open(self.view_figure()),
                }
            }
            if ui.button(Action::CopyFigure.hint(ui, "Copy as a picture")).clicked() {
                match &figure {
                    Some(figure) => commands.push(UiCommand::CopyFigure(figure.clone())),
                    None => commands.act(Action::CopyFigure),
                }
            }
        });
    }
}
