//! The window's frame: panes, shortcuts, and the one place where requests are carried out.

use eframe::egui::{self, CentralPanel, Frame, Margin, Panel, RichText, Ui};

use super::actions::Action;
use super::day_bar;
use super::dialogs::{self, Dialog, ExportDraft, SettingsDraft, TrackableDraft, export};
use super::plot::PlotPanel;
use super::request::{Outbox, Request};
use super::suggestion_panel::SuggestionPanel;
use super::theme::{Palette, size, space};
use super::view_state::{ThemeChoice, View, ViewState};
use super::views::calendar::CalendarView;
use super::views::courses;
use super::views::insights::InsightsView;
use super::{forms, menu_bar, rail, text};
use crate::edit::Command;
use crate::model::course::{Course, CourseKind};
use crate::model::entry::Card;
use crate::model::text::Name;
use crate::model::time::Day;
use crate::workspace::output::Output;
use crate::workspace::{SaveState, Wake, Workspace};

const VIEW_KEY: &str = "view";
/// Below this width the suggestions fold to a strip with a count.
const NARROW: f32 = 1_100.0;
/// Below this width forms and centre take turns.
const SLIM: f32 = 880.0;

/// Where closing the window stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Closing {
    /// Nobody asked.
    No,
    /// Asked; what is being typed is taken over and written first.
    Waiting,
    /// Nothing holds it any more.
    Now,
}

/// The window.
pub struct App {
    workspace: Workspace,
    /// The person's own diary while the sample is looked at.
    own: Option<Workspace>,
    wake: Wake,
    view: ViewState,
    day: Day,
    today: Day,
    /// One line about the last thing that went wrong or was done, until the next edit.
    said: Option<String>,
    dialog: Option<Dialog>,
    plot: PlotPanel,
    calendar: CalendarView,
    insights: InsightsView,
    suggestions: SuggestionPanel,
    /// Requests that wait until what is being typed has been taken over.
    waiting: Vec<Request>,
    closing: Closing,
    /// Whether suggestions were opened by hand in a narrow window.
    narrow_open: bool,
    /// Whether a slim window shows the forms in its centre.
    slim_log: bool,
}

impl App {
    /// The window of an open workspace.
    pub fn new(workspace: Workspace, wake: Wake, storage: Option<&dyn eframe::Storage>) -> Self {
        let kept: Option<ViewState> = storage.and_then(|storage| eframe::get_value(storage, VIEW_KEY));
        let today = workspace.today();
        Self {
            own: None,
            wake,
            view: kept.unwrap_or_default().sound(),
            day: today,
            today,
            said: workspace.read_only().map(|reason| format!("This diary is open for reading only: {reason}.")),
            dialog: None,
            plot: PlotPanel::default(),
            calendar: CalendarView::default(),
            insights: InsightsView::default(),
            suggestions: SuggestionPanel::default(),
            waiting: Vec::new(),
            closing: Closing::No,
            narrow_open: false,
            slim_log: true,
            workspace,
        }
    }

    /// The workspace, for tests.
    pub fn workspace(&self) -> &Workspace {
        &self.workspace
    }

    /// How it is looked at.
    pub fn view_mut(&mut self) -> &mut ViewState {
        &mut self.view
    }

    /// The day on the left.
    pub fn day(&self) -> Day {
        self.day
    }

    fn carry_out(&mut self, ctx: &egui::Context, outbox: Outbox) {
        let mut requests = std::mem::take(&mut self.waiting);
        requests.extend(outbox.0);
        let typing = ctx.text_edit_focused();
        for request in requests {
            // A field that is left must be taken over before its day goes away.
            let leaves = matches!(request, Request::OpenDay(_) | Request::Show(_))
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
                self.view.view = view;
                self.slim_log = false;
            }
            Request::Plot(key) => {
                self.view.series.retain(|chosen| *chosen != key);
                self.view.series.insert(0, key);
                self.view.series.truncate(crate::report::chart::MOST_SERIES);
                self.view.view = View::Plot;
            }
            Request::Ask(dialog) => self.dialog = Some(*dialog),
            Request::CloseDialog => self.dialog = None,
            Request::CloseAnyway => {
                self.workspace.abandon_unsaved();
                self.closing = Closing::Now;
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
        }
    }

    fn submit(&mut self, command: Command) {
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
            Action::Settings => self.dialog = Some(Dialog::Settings(SettingsDraft::new(&self.workspace))),
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
        self.suggestions.forget();
        self.said = None;
    }

    fn shortcuts(&self, ui: &Ui, outbox: &mut Outbox) {
        if self.dialog.is_some() {
            return;
        }
        let typing = ui.text_edit_focused();
        // The longer combinations first, so that Ctrl+Shift+Z is not taken for Ctrl+Z.
        let mut actions: Vec<Action> = Action::ALL.to_vec();
        actions.sort_by_key(|action| action.shortcut().is_none_or(|keys| !keys.modifiers.shift));
        for action in actions {
            let Some(keys) = action.shortcut().filter(|_| !typing || action.works_while_typing()) else { continue };
            if ui.input_mut(|input| input.consume_shortcut(&keys)) {
                outbox.act(action);
            }
        }
    }

    /// Holds the window open until what was typed is on disk.
    fn closing(&mut self, ctx: &egui::Context) {
        let asked = ctx.input(|input| input.viewport().close_requested());
        if asked && self.closing != Closing::Now {
            release_focus(ctx);
            ctx.send_viewport_cmd(egui::ViewportCommand::CancelClose);
            self.closing = Closing::Waiting;
            ctx.request_repaint();
            return;
        }
        if self.closing != Closing::Waiting || ctx.text_edit_focused() {
            return;
        }
        match self.workspace.save_state() {
            SaveState::Saved(_) | SaveState::ReadOnly(_) => {
                self.closing = Closing::Now;
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
            SaveState::Saving => {}
            SaveState::NotSaved { .. } => {
                self.closing = Closing::No;
                self.dialog = Some(Dialog::CloseUnsaved);
            }
        }
    }

    fn panes(&mut self, ui: &mut Ui, outbox: &mut Outbox) {
        let pane = Frame::new().fill(Palette::of(ui).window).inner_margin(Margin::symmetric(12, 10));
        let slim = ui.ctx().content_rect().width() < SLIM;
        if !slim {
            let mut shows_forms = self.view.shows_forms;
            let forms = Panel::left("forms").frame(pane).default_size(384.0).size_range(330.0..=460.0);
            forms.show_collapsible(ui, &mut shows_forms, |ui| self.forms_ui(ui, outbox));
            self.view.shows_forms = shows_forms;
        }
        let side = Frame::new().fill(Palette::of(ui).window).inner_margin(Margin::symmetric(4, 0));
        let log_is_shown = slim.then_some(self.slim_log);
        Panel::left("rail").frame(side).resizable(false).exact_size(rail::WIDTH).show(ui, |ui| {
            if rail::show(ui, self.view.view, log_is_shown, outbox) {
                self.slim_log = true;
            }
        });
        self.suggestions_pane(ui, pane, outbox);
        let ground = Frame::new().fill(Palette::of(ui).window).inner_margin(Margin::same(16));
        CentralPanel::default().frame(ground).show(ui, |ui| {
            if slim && self.slim_log {
                self.forms_ui(ui, outbox);
                return;
            }
            match self.view.view {
                View::Insights => self.insights.show(ui, &self.workspace, &self.wake, outbox),
                View::Plot => self.plot.show(ui, &self.workspace, &mut self.view, self.day, outbox),
                View::Calendar => self.calendar.show(ui, &self.workspace, &mut self.view, self.day, outbox),
                View::Courses => courses::show(ui, &self.workspace, outbox),
            }
        });
    }

    fn forms_ui(&mut self, ui: &mut Ui, outbox: &mut Outbox) {
        day_bar::show(ui, &self.workspace, self.day, outbox);
        ui.add_space(space::TIGHT);
        egui::ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            let writable = self.workspace.read_only().is_none();
            ui.add_enabled_ui(writable, |ui| {
                ui.push_id(self.day.number(), |ui| {
                    forms::show(ui, self.workspace.diary(), self.day, &mut self.view, outbox);
                });
            });
        });
    }

    fn suggestions_pane(&mut self, ui: &mut Ui, pane: Frame, outbox: &mut Outbox) {
        let narrow = ui.ctx().content_rect().width() < NARROW;
        let mut open = if narrow { self.narrow_open } else { self.view.shows_suggestions };
        if open {
            let panel = Panel::right("suggestions").frame(pane).default_size(312.0).size_range(280.0..=380.0);
            panel.show_collapsible(ui, &mut open, |ui| self.suggestions.show(ui, &self.workspace, outbox));
        } else {
            open = self.folded_suggestions_ui(ui, pane);
        }
        if narrow {
            self.narrow_open = open;
        } else {
            self.view.shows_suggestions = open;
        }
    }
}

impl App {
    /// A strip with how many suggestions there are; gives whether it was pressed.
    fn folded_suggestions_ui(&mut self, ui: &mut Ui, pane: Frame) -> bool {
        let advice = self.suggestions.advice(&self.workspace);
        let (flags, ideas) = (advice.red_flags.len(), advice.ideas.len());
        let strip = Panel::right("folded suggestions").frame(pane).resizable(false).exact_size(52.0);
        let shown = strip.show(ui, |ui| {
            let palette = Palette::of(ui);
            let color = if flags > 0 { palette.danger } else { palette.accent };
            let words = RichText::new((flags + ideas).to_string()).size(size::TITLE).color(color);
            let name = format!("Show {} suggestions", flags + ideas);
            let pressed = ui.button(words).on_hover_text(&name).clicked();
            ui.label(RichText::new("ideas").size(size::CAPTION).color(palette.quiet));
            pressed
        });
        shown.inner
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

fn release_focus(ctx: &egui::Context) {
    ctx.memory_mut(|memory| {
        if let Some(id) = memory.focused() {
            memory.surrender_focus(id);
        }
    });
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        ctx.set_theme(match self.view.theme {
            ThemeChoice::System => egui::ThemePreference::System,
            ThemeChoice::Light => egui::ThemePreference::Light,
            ThemeChoice::Dark => egui::ThemePreference::Dark,
        });
        if (ctx.zoom_factor() - self.view.scale).abs() > 0.001 {
            ctx.set_zoom_factor(self.view.scale);
        }
        // Past the day's end the window moves on, unless somebody is looking at another day.
        let today = self.workspace.today();
        if today != self.today {
            if self.day == self.today {
                self.day = today;
            }
            self.today = today;
        }
        self.closing(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        let mut outbox = Outbox::default();
        self.shortcuts(ui, &mut outbox);
        Panel::top("menu").show(ui, |ui| menu_bar::show(ui, &self.workspace, &mut self.view, &mut outbox));
        if self.workspace.is_made_up() {
            Panel::top("made up").show(ui, |ui| {
                ui.horizontal_wrapped(|ui| {
                    ui.label(RichText::new(text::MADE_UP).color(Palette::of(ui).attention));
                    if self.own.is_some() && ui.link("Back to my diary").clicked() {
                        outbox.act(Action::Sample);
                    }
                });
            });
        }
        if let Some(said) = self.said.clone() {
            Panel::bottom("said").show(ui, |ui| {
                ui.horizontal_wrapped(|ui| {
                    ui.label(said);
                    if ui.link("dismiss").clicked() {
                        self.said = None;
                    }
                });
            });
        }
        self.panes(ui, &mut outbox);
        if let Some(mut dialog) = self.dialog.take() {
            dialogs::show(ui.ctx(), &mut dialog, (&self.workspace, &self.wake), &mut self.view, &mut outbox);
            self.dialog = Some(dialog);
        }
        self.carry_out(&ui.ctx().clone(), outbox);
    }

    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        eframe::set_value(storage, VIEW_KEY, &self.view);
    }
}
