//! The window: what it holds, and one frame of it. How panes are laid out, how requests are carried out and how it closes have
//! files of their own.

mod closing;
mod panes;
mod perform;

use eframe::egui::{self, Panel, RichText, Ui};

use super::actions::Action;
use super::dialogs::{self, Dialog};
use super::plot::PlotPanel;
use super::request::{Outbox, Request};
use super::suggestion_panel::SuggestionPanel;
use super::system::SystemLook;
use super::theme::Palette;
use super::view_state::{ThemeChoice, ViewState};
use super::views::calendar::CalendarView;
use super::views::foods::FoodsView;
use super::views::insights::InsightsView;
use super::{menu_bar, text};
use crate::model::time::Day;
use crate::workspace::{Wake, Workspace};
use closing::Closing;

const VIEW_KEY: &str = "view";

/// The window.
pub struct App {
    workspace: Workspace,
    /// The person's own diary while the sample is looked at.
    own: Option<Workspace>,
    wake: Wake,
    look: SystemLook,
    view: ViewState,
    day: Day,
    today: Day,
    /// One line about the last thing that went wrong or was done, until the next edit.
    said: Option<String>,
    dialog: Option<Dialog>,
    plot: PlotPanel,
    calendar: CalendarView,
    insights: InsightsView,
    foods: FoodsView,
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
        Self::with_view(workspace, wake, storage.and_then(Self::kept_view))
    }

    /// How somebody looked at the diary the last time.
    pub fn kept_view(storage: &dyn eframe::Storage) -> Option<ViewState> {
        eframe::get_value(storage, VIEW_KEY)
    }

    /// The window of an open workspace, looked at as the last time.
    pub fn with_view(workspace: Workspace, wake: Wake, kept: Option<ViewState>) -> Self {
        let today = workspace.today();
        Self {
            own: None,
            wake,
            look: SystemLook::default(),
            view: kept.unwrap_or_default().sound(),
            day: today,
            today,
            said: workspace.read_only().map(|reason| format!("Open for reading only: {reason}.")),
            dialog: None,
            plot: PlotPanel::default(),
            calendar: CalendarView::default(),
            insights: InsightsView::default(),
            foods: FoodsView::default(),
            suggestions: SuggestionPanel::default(),
            waiting: Vec::new(),
            closing: Closing::No,
            narrow_open: false,
            slim_log: true,
            workspace,
        }
    }

    /// The same window, light or dark as the desktop asks for.
    #[must_use]
    pub(super) fn following(mut self, look: SystemLook) -> Self {
        self.look = look;
        self
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
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        let look = self.look.now();
        look.set_motion(ctx);
        ctx.set_theme(match self.view.theme {
            ThemeChoice::System => look.preference(),
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
