//! The one place where requests are carried out: edits go to the workspace, everything else changes how it is looked at.

use eframe::egui;

use super::App;
use super::closing::{Closing, release_focus};
use super::panes::NARROW;
use crate::edit::Command;
use crate::model::course::{Course, CourseKind};
use crate::model::entry::Card;
use crate::model::text::Name;
use crate::model::time::Day;
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
    pub(super) fn carry_out(&mut self, ctx: &egui::Context, outbox: Outbox) {
        let mut requests = std::mem::take(&mut self.waiting);
        requests.extend(outbox.0);
        let typing = ctx.text_edit_focused();
        for request in requests {
            // A field that is left must be taken over before its day goes away.
            let leaves = matches!(request, Request::OpenDay(_) | Request::Show(_) | Request::OpenFood(_))
                || matches!(&request, Request::Do(action) if action.leaves_the_day());
            if typing && leaves {
                release_focus(ctx);
                self.waiting.push(request);
                ctx.request_repaint();
            } else {
                self.carry_out_one(ctx, request);
            }
        }
    }

    fn carry_out_one(&mut self, ctx: &egui::Context, request: Request) {
        match request {
            Request::Edit(command) => self.submit(command),
            Request::OpenDay(day) => self.open_day(day),
            Request::Do(action) => self.act(ctx, action),
            Request::Show(view) => {
                // A second press on the sign leads back from one food to the list.
                if view == View::Foods && self.view.view == View::Foods {
                    self.foods.close();
                }
                self.view.view = view;
                self.slim_log = false;
            }
            Request::Plot(key) => {
                self.view.series.retain(|chosen| *chosen != key);
                self.view.series.insert(0, key);
                self.view.series.truncate(crate::report::chart::MOST_SERIES);
                self.view.view = View::Plot;
            }
            Request::Compare(day, words) => {
                self.insights.compare(&self.workspace, day, &words);
                self.view.view = View::Insights;
                self.slim_log = false;
            }
            Request::SavePlate(plate) => {
                let draft = ExportDraft::new(Output::Plate(plate), &self.workspace);
                self.dialog = Some(Dialog::Export(Box::new(draft)));
            }
            Request::OpenFood(food) => {
                self.foods.open(food);
                self.view.view = View::Foods;
                self.slim_log = false;
            }
            Request::Ask(dialog) => self.dialog = Some(*dialog),
            Request::CloseDialog => {
                if let Some(Dialog::Settings(draft)) = self.dialog.take() {
                    draft.put_back(&mut self.view);
                }
            }
            Request::CloseAnyway => {
                self.workspace.abandon_unsaved();
                self.closing = Closing::Now;
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
        }
    }

    /// Carries a change out, as if a panel had asked for it.
    pub fn submit(&mut self, command: Command) {
        self.said = self.workspace.submit(command).err().map(|error| error.to_string());
    }

    fn open_day(&mut self, day: Day) {
        self.day = day.min(self.workspace.today().plus(1));
        self.calendar.follow();
    }

    fn act(&mut self, ctx: &egui::Context, action: Action) {
        let view = &mut self.view;
        match action {
            Action::Undo => self.said = step(self.workspace.undo(), "Undone"),
            Action::Redo => self.said = step(self.workspace.redo(), "Done again"),
            Action::PreviousDay => self.open_day(self.day.plus(-1)),
            Action::NextDay => self.open_day(self.day.plus(1)),
            Action::Today => self.open_day(self.workspace.today()),
            Action::SameAsYesterday => self.copy_yesterday(),
            Action::DeleteDay => self.dialog = Some(Dialog::DeleteDay(self.day)),
            Action::ToggleForms => view.shows_forms = !view.shows_forms,
            Action::ToggleSuggestions => {
                if ctx.content_rect().width() < NARROW {
                    self.narrow_open = !self.narrow_open;
                } else {
                    view.shows_suggestions = !view.shows_suggestions;
                }
            }
            Action::ToggleTable => {
                view.shows_table = !view.shows_table;
                view.view = View::Plot;
            }
            Action::ShowPlot => view.view = View::Plot,
            Action::ShowCalendar => view.view = View::Calendar,
            Action::ShowInsights => view.view = View::Insights,
            Action::ShowCourses => view.view = View::Courses,
            Action::ShowFoods => view.view = View::Foods,
            Action::FindSeries => {
                view.view = View::Plot;
                self.plot.find_series();
            }
            Action::StartCourse => self.dialog = self.new_course(),
            Action::NewTrackable => self.dialog = Some(Dialog::Trackable(TrackableDraft::default())),
            Action::ExportChart => {
                let (first, last) = self.plot.days_in_view(&self.workspace, view, self.day);
                self.export(Output::Chart { series: self.view.series.clone(), first, last });
            }
            Action::ExportReport => self.export(export::report(&self.workspace)),
            Action::ExportData => self.export(Output::Diary),
            Action::Import => self.dialog = Some(Dialog::Import(Box::default())),
            Action::Profile => self.dialog = Some(Dialog::Profile(self.workspace.diary().profile().clone())),
            Action::Settings => self.dialog = Some(Dialog::Settings(SettingsDraft::new(&self.workspace, &self.view))),
            Action::Sample => self.switch_sample(),
            Action::Larger => view.rescale(1.0),
            Action::Smaller => view.rescale(-1.0),
            Action::UsualSize => view.scale = 1.0,
            Action::Help => self.dialog = Some(Dialog::Help),
            Action::About => self.dialog = Some(Dialog::About),
            Action::Quit => ctx.send_viewport_cmd(egui::ViewportCommand::Close),
        }
    }

    fn export(&mut self, output: Output) {
        self.dialog = Some(Dialog::Export(Box::new(ExportDraft::new(output, &self.workspace))));
    }

    fn copy_yesterday(&mut self) {
        let (from, to) = (self.day.plus(-1), self.day);
        let Some(page) = self.workspace.diary().page(from).cloned() else {
            self.said = Some(format!("Nothing is logged on {} to be copied.", from.brief()));
            return;
        };
        let cards = Card::ALL.iter().copied().filter(|card| !matches!(card, Card::Warnings | Card::Notes));
        for card in cards.filter(|card| page.entries.iter().any(|entry| entry.kind.card() == *card)) {
            // A card that already answers everything has nothing to copy; that is no reason to stop.
            if let Err(error) = self.workspace.submit(Command::CopyCard { from, to, card }) {
                self.said = Some(error.to_string());
            }
        }
    }

    fn new_course(&self) -> Option<Dialog> {
        let kind = CourseKind::Antibiotic;
        let course = Course {
            id: self.workspace.diary().next_course_id(),
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
        if let Some(own) = self.own.take() {
            self.workspace = own;
        } else if self.workspace.is_made_up() {
            self.said = Some(
                "This window was opened with the sample. Start Gutskin without --demo for your own diary.".to_owned(),
            );
            return;
        } else {
            match Workspace::open_sample(self.wake.clone()) {
                Ok(sample) => self.own = Some(std::mem::replace(&mut self.workspace, sample)),
                Err(error) => {
                    self.said = Some(error.to_string());
                    return;
                }
            }
        }
        self.day = self.workspace.today();
        self.plot = PlotPanel::default();
        self.insights = InsightsView::default();
        self.foods = FoodsView::default();
        self.suggestions.forget();
        self.said = None;
    }
}

impl Action {
    /// Whether it takes the open day or the view away from under a field.
    fn leaves_the_day(self) -> bool {
        matches!(
            self,
            Self::PreviousDay
                | Self::NextDay
                | Self::Today
                | Self::Sample
                | Self::ToggleForms
                | Self::ShowCalendar
                | Self::ShowCourses
                | Self::ShowFoods
        )
    }
}

/// What to say after an undo or redo.
fn step<E: std::fmt::Display>(done: Result<Option<crate::workspace::Receipt>, E>, word: &str) -> Option<String> {
    match done {
        Ok(receipt) => receipt.map(|receipt| format!("{word}: {}", receipt.label)),
        Err(error) => Some(error.to_string()),
    }
}
