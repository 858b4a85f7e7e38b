//! The one place where requests are carried out: edits go to the workspace, everything else changes how it is looked at.

use eframe::egui;

use super::App;
use super::closing::Closing;
use super::message::Message;
use crate::edit::Command;
use crate::model::course::{Course, CourseId, CourseKind};
use crate::model::text::Name;
use crate::report::chart::ChartRequest;
use crate::ui::actions::Action;
use crate::ui::dialogs::{Dialog, ExportDraft, SettingsDraft, TrackableDraft, export};
use crate::ui::plot::PlotPanel;
use crate::ui::request::{Outbox, Request};
use crate::ui::view_state::View;
use crate::ui::views::foods::FoodsView;
use crate::ui::views::insights::InsightsView;
use crate::workspace::Workspace;
use crate::workspace::output::Output;

impl App {
    /// What is being typed comes first: it belongs to the day and the diary it was typed into, and nothing acts on a diary that
    /// lacks it.
    pub(super) fn carry_out(&mut self, ctx: &egui::Context, outbox: Outbox) {
        self.take_over(ctx, !outbox.0.is_empty());
        for request in outbox.0 {
            self.carry_out_one(ctx, request);
        }
        self.drafts.sweep(ctx, self.workspace.diary());
    }

    fn carry_out_one(&mut self, ctx: &egui::Context, request: Request) {
        match request {
            Request::Edit(command) => self.submit(command),
            Request::OpenDay(day) => self.open_day(day),
            Request::Do(action) => self.act(ctx, action),
            Request::ShowForms => self.show_forms(),
            Request::Plot(key) => self.plot_series(key),
            Request::Compare(day, words) => {
                self.insights.compare(&self.workspace, day, &words);
                self.navigate(View::Insights);
            }
            Request::SavePlate(plate) => {
                let draft = ExportDraft::new(Output::Plate(plate), &self.workspace);
                self.dialog = Some(Dialog::Export(Box::new(draft)));
            }
            Request::OpenFood(food) => {
                self.navigate(View::Foods);
                self.foods.open(food);
            }
            Request::Understand(notice) => self.workspace.understand(&notice),
            Request::Ask(dialog) => self.dialog = Some(*dialog),
            Request::CloseDialog => {
                if let Some(Dialog::Settings(draft)) = self.dialog.take() {
                    draft.put_back(&mut self.view);
                }
            }
            Request::CloseAfter { add } => self.close_after(ctx, add),
            Request::CloseAnyway => {
                self.workspace.abandon_unsaved();
                self.closing = Closing::Now;
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
        }
    }

    /// Carries a change out, as if a panel had asked for it.
    pub fn submit(&mut self, command: Command) {
        self.said = self.workspace.submit(command).err().map(|error| error.to_string().into());
    }

    fn act(&mut self, ctx: &egui::Context, action: Action) {
        match action {
            Action::Undo => self.said = step(self.workspace.undo(), "Undone", Action::Redo),
            Action::Redo => self.said = step(self.workspace.redo(), "Done again", Action::Undo),
            Action::PreviousDay => self.turn_to(self.day.plus(-1)),
            Action::NextDay => self.turn_to(self.day.plus(1)),
            Action::Today => self.turn_to(self.workspace.today()),
            Action::SameAsYesterday => self.copy_yesterday(),
            Action::DeleteDay => self.dialog = Some(Dialog::DeleteDay(self.day)),
            Action::ToggleForms => self.toggle_forms(ctx),
            Action::ToggleSuggestions => self.toggle_suggestions(ctx),
            Action::ToggleTable => {
                self.view.shows_table = !self.view.shows_table;
                self.navigate(View::Plot);
            }
            Action::ShowPlot => self.navigate(View::Plot),
            Action::ShowCalendar => self.navigate(View::Calendar),
            Action::ShowInsights => self.navigate(View::Insights),
            Action::ShowCourses => self.navigate(View::Courses),
            Action::ShowFoods => self.navigate(View::Foods),
            Action::FindSeries => {
                self.navigate(View::Plot);
                self.plot.find_series();
            }
            Action::StartCourse => self.dialog = self.new_course(),
            Action::NewTrackable => self.dialog = Some(Dialog::Trackable(TrackableDraft::default())),
            Action::ExportChart => {
                let (first, last) = self.plot.days_in_view(&self.workspace, &self.view, self.day);
                self.view.keep_styles();
                let (styles, today) = (self.view.styles.clone(), self.workspace.today());
                let request = ChartRequest { styles, ..ChartRequest::new(&self.view.series, first, last, today) };
                self.export(Output::Chart(request));
            }
            Action::ExportReport => self.export(export::report(&self.workspace, &self.view.styles)),
            Action::ExportData => self.export(Output::Diary),
            Action::Import => self.dialog = Some(Dialog::Import(Box::default())),
            Action::Profile => self.dialog = Some(Dialog::Profile(self.workspace.diary().profile().clone())),
            Action::Settings => self.dialog = Some(Dialog::Settings(SettingsDraft::new(&self.workspace, &self.view))),
            Action::Sample => self.switch_sample(),
            Action::Larger => self.view.rescale(1.0),
            Action::Smaller => self.view.rescale(-1.0),
            Action::UsualSize => self.view.scale = 1.0,
            Action::Help => self.dialog = Some(Dialog::Help),
            Action::About => self.dialog = Some(Dialog::About),
            Action::Quit => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
        }
    }

    fn export(&mut self, output: Output) {
        self.dialog = Some(Dialog::Export(Box::new(ExportDraft::new(output, &self.workspace))));
    }

    fn new_course(&self) -> Option<Dialog> {
        let kind = CourseKind::Antibiotic;
        let course = Course {
            id: CourseId::NEW,
            kind,
            name: Name::new(kind.label()).ok()?,
            start: self.day,
            stop: None,
            dose: String::new(),
            schedule: String::new(),
            regions: Vec::new(),
            after_effect_days: kind.usual_after_effect_days(),
            note: None,
        };
        Some(Dialog::course(course, false))
    }

    /// To the sample diary and back.
    fn switch_sample(&mut self) {
        if self.back_to_own() {
            return;
        }
        if self.workspace.is_made_up() {
            let words = "This window was opened with the sample. Start Gutskin without --demo for your own diary.";
            self.said = Some(words.to_owned().into());
            return;
        }
        match Workspace::open_sample(self.wake.clone()) {
            Ok(sample) => {
                let own = std::mem::replace(&mut self.workspace, sample);
                self.own = Some((own, std::mem::take(&mut self.drafts)));
                self.diary_replaced();
            }
            Err(error) => self.said = Some(error.to_string().into()),
        }
    }

    /// Back from the sample to the person's own diary, with what was being typed there; gives whether there was one.
    pub(super) fn back_to_own(&mut self) -> bool {
        let Some((own, drafts)) = self.own.take() else { return false };
        (self.workspace, self.drafts) = (own, drafts);
        self.diary_replaced();
        true
    }

    fn diary_replaced(&mut self) {
        self.day = self.workspace.today();
        self.plot = PlotPanel::default();
        self.insights = InsightsView::default();
        self.foods = FoodsView::default();
        self.suggestions.forget();
        self.said = None;
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
