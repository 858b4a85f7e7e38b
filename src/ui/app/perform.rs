//! The one place where requests are carried out: edits go to the workspace, everything else changes how it is looked at.

use eframe::egui;

use super::App;
use super::closing::Closing;
use super::desk::Desk;
use super::message::Message;
use crate::edit::Command;
use crate::ui::actions::Action;
use crate::ui::antibiotics::Antibiotics;
use crate::ui::command::{Destination, DialogRequest, UiCommand, UiCommands};
use crate::ui::dialogs;
use crate::ui::view_state::ViewId;
use crate::workspace::{Workspace, WorkspaceError};

impl App {
    /// Carries out what was asked for in a frame, after what is being typed.
    pub(super) fn perform_all(&mut self, ctx: &egui::Context, commands: UiCommands) {
        self.take_over(ctx, !commands.0.is_empty());
        self.figures_shown(commands.1);
        for command in commands.0 {
            self.perform(ctx, command);
        }
        self.desk.drafts.sweep(ctx, self.desk.workspace.diary());
    }

    fn perform(&mut self, ctx: &egui::Context, command: UiCommand) {
        match command {
            UiCommand::Edit(command) => self.submit(command),
            UiCommand::EditAloud(command) => self.submit_aloud(command),
            UiCommand::CopyDay { from, to } => self.copy_day(from, to),
            UiCommand::Do(action) => self.act(ctx, action),
            UiCommand::Go(destination) => self.go(ctx, &destination),
            UiCommand::Open(dialog) => self.open_dialog(dialog),
            UiCommand::CopyFigure(figure) => self.copy_figure(ctx, &figure.scene),
            UiCommand::CloseDialog => self.close_dialog(),
            UiCommand::Understand(notice) => self.desk.workspace.understand(&notice),
            UiCommand::DeletePhotosForGood(ids) => {
                let done = self.desk.workspace.delete_photos_for_good(&ids).map(drop);
                self.said_of_deleting(done);
            }
            UiCommand::DeletePicturesForGood(pictures) => {
                let done = self.desk.workspace.delete_pictures_for_good(&pictures);
                self.said_of_deleting(done);
            }
            UiCommand::CloseAfter { add } => self.close_after(ctx, add),
            UiCommand::CloseAnyway => {
                self.desk.workspace.abandon_unsaved();
                self.closing = Closing::Now;
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
        }
    }

    /// Opens a dialog in the place of the one that is open.
    pub(super) fn open_dialog(&mut self, request: DialogRequest) {
        let mut commands = UiCommands::default();
        let mut ctx = self.desk.context(&self.wake, &mut self.view, self.day, &mut commands);
        if let Some(dialog) = dialogs::open(request, &mut ctx) {
            self.close_dialog();
            self.dialog = Some(dialog);
            self.keyboard.dialog_opened();
        }
    }

    pub(super) fn close_dialog(&mut self) {
        if let Some(mut dialog) = self.dialog.take() {
            dialog.closed(&mut self.view);
        }
    }

    /// Carries a change out, as if a panel had asked for it.
    pub fn submit(&mut self, command: Command) {
        let done = self.desk.submit(command, None);
        self.status_message = done.err().map(|error| error.to_string().into());
    }

    /// Carries a change out and says so, with the way back. Where photos came back, how many pictures are here is said too.
    fn submit_aloud(&mut self, command: Command) {
        let label = command.label(self.desk.workspace.diary(), self.today);
        let is_restored = matches!(command, Command::Restore { .. });
        let with_photos = command.restores_photos();
        self.submit(command);
        if self.status_message.is_none() {
            let mut words = format!("{}: {label}", if is_restored { "Done" } else { "Logged" });
            if with_photos {
                words += &format!(". {}.", self.desk.workspace.photos_here());
            }
            self.status_message = Some(Message::offering(words, Action::Undo));
        }
    }

    fn said_of_deleting(&mut self, done: Result<(), WorkspaceError>) {
        let words = done.map_or_else(|error| error.to_string(), |()| "Deleted for good".to_owned());
        self.status_message = Some(words.into());
        self.views.each(|view| view.pictures_gone());
    }

    fn act(&mut self, ctx: &egui::Context, action: Action) {
        if let Err(why) = self.is_enabled(action) {
            self.status_message = Some(why.into());
            return;
        }
        match action {
            Action::Undo => self.status_message = step(self.desk.workspace.undo(), "Undone", Action::Redo),
            Action::Redo => self.status_message = step(self.desk.workspace.redo(), "Done again", Action::Undo),
            Action::PreviousDay => self.turn_to(ctx, self.day.plus(-1)),
            Action::NextDay => self.turn_to(ctx, self.day.plus(1)),
            Action::Today => self.turn_to(ctx, self.desk.workspace.today()),
            Action::SameAsYesterday => self.copy_yesterday(),
            Action::DeleteDay => self.open_dialog(DialogRequest::DeleteDay(self.day)),
            Action::ToggleForms => self.toggle_forms(ctx),
            Action::ToggleSuggestions => self.toggle_suggestions(ctx),
            Action::ToggleTable => {
                self.view.shows_table = !self.view.shows_table;
                self.go(ctx, &Destination::View(ViewId::Plot));
            }
            Action::Palette => self.palette.open(ctx),
            Action::FindSeries => self.go(ctx, &Destination::SeriesSearch),
            Action::StartCourse => self.open_dialog(DialogRequest::NewCourse(self.day, String::new())),
            Action::NewTrackable => self.open_dialog(DialogRequest::NewTrackable),
            Action::ExportChart => self.save_figure(),
            Action::CopyFigure => self.copy_meant_figure(ctx),
            Action::ExportReport => self.go(ctx, &Destination::View(ViewId::Report)),
            Action::ExportData => self.open_dialog(DialogRequest::ExportData),
            Action::Import => self.open_dialog(DialogRequest::Import(None)),
            Action::Backups => self.open_dialog(DialogRequest::Backups),
            Action::Encryption => self.open_dialog(DialogRequest::Encryption),
            Action::Lock => self.lock(),
            Action::DayHistory => self.open_dialog(DialogRequest::DayHistory(self.day)),
            Action::Profile => self.open_dialog(DialogRequest::Profile),
            Action::Settings => self.open_dialog(DialogRequest::Settings),
            Action::Sample => self.switch_sample(),
            Action::Larger => self.view.rescale(1.0),
            Action::Smaller => self.view.rescale(-1.0),
            Action::UsualSize => self.view.scale = 1.0,
            Action::ToBanner => self.banner.focus(ctx),
            Action::Help => self.open_dialog(DialogRequest::Help),
            Action::About => self.open_dialog(DialogRequest::About),
            Action::Quit => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
        }
    }

    /// To the sample diary and back.
    fn switch_sample(&mut self) {
        if self.back_to_own() {
            return;
        }
        match Workspace::open_sample(self.wake.clone()) {
            Ok(sample) => {
                self.own = Some(std::mem::replace(&mut self.desk, Desk::new(sample)));
                self.diary_replaced();
            }
            Err(error) => self.status_message = Some(error.to_string().into()),
        }
    }

    /// Back from the sample to the person's own diary, with what was being typed there; gives whether there was one.
    pub(super) fn back_to_own(&mut self) -> bool {
        let Some(own) = self.own.take() else { return false };
        self.desk = own;
        self.diary_replaced();
        true
    }

    fn diary_replaced(&mut self) {
        self.day = self.desk.workspace.today();
        self.view.zoom = None;
        self.views.each(|view| view.diary_replaced());
        self.suggestions.forget();
        self.looked_back = None;
        self.banner.forget();
        self.palette.forget();
        self.antibiotics = Antibiotics::default();
        self.status_message = None;
    }
}

/// What to say after an undo or redo, with the way back.
fn step<E: std::fmt::Display>(
    done: Result<Option<crate::workspace::Receipt>, E>,
    word: &str,
    back: Action,
) -> Option<Message> {
    match done {
        Ok(receipt) => receipt.map(|receipt| Message::offering(format!("{word}: {}", receipt.label), back)),
        Err(error) => Some(error.to_string().into()),
    }
}
