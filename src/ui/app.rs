//! The window: what it holds, and one frame of it. How panes are laid out, what leads where, how requests are carried out and how
//! it closes have files of their own.

mod availability;
mod closing;
mod desk;
mod dropped;
mod figures;
mod locking;
mod looking_back;
mod message;
mod navigation;
mod nudge;
mod panes;
mod perform;
mod sheet;
mod top_bar;
mod typing;
mod yesterday;

use eframe::egui::{self, Panel, RichText, Ui};

use super::actions::Action;
use super::antibiotics::Antibiotics;
use super::banner::Banner;
use super::command::{DialogRequest, UiCommands};
use super::day_bar::DayBar;
use super::ideas::IdeasPane;
use super::modal::{Above, Dialog, Keyboard, dialog_ui};
use super::palette::PaletteField;
use super::system::Desktop;
use super::theme::Palette;
use super::view_state::ViewState;
use super::views::Views;
use super::widgets::{focus, month_grid};
use super::{asked_again, menu, menu_bar, notices, text, unsaved};
use crate::model::time::Day;
use crate::workspace::{Wake, Workspace};
use closing::Closing;
use desk::Desk;
use figures::FiguresInSight;
pub(super) use locking::Left;
use locking::{Idle, Locking};
use message::Message;
use sheet::IdeasSheet;

const VIEW_KEY: &str = "view";

/// The window.
pub struct App {
    desk: Desk,
    /// The person's own diary while the sample is looked at.
    own: Option<Desk>,
    day_bar: DayBar,
    palette: PaletteField,
    banner: Banner,
    antibiotics: Antibiotics,
    wake: Wake,
    desktop: Desktop,
    view: ViewState,
    day: Day,
    today: Day,
    /// One line about the last thing that went wrong or was done, until the next edit.
    status_message: Option<Message>,
    dialog: Option<Box<dyn Dialog>>,
    /// Where the keyboard is in the dialog.
    keyboard: Keyboard,
    views: Views,
    suggestions: IdeasPane,
    closing: Closing,
    locking: Locking,
    idle: Idle,
    /// Figures that can be saved or copied.
    figures: FiguresInSight,
    /// Whether the window was drawn since its last turn; one that is hidden has its turns, but is not drawn.
    was_drawn: bool,
    /// The suggestions over the centre of a narrow window.
    sheet: IdeasSheet,
    /// Whether a slim window shows the forms in its centre.
    slim_log: bool,
    /// The day on which it was last asked whether an idea that was tried is to be looked back on.
    looked_back: Option<Day>,
    /// The day on which it was last seen whether anything is written down.
    nudged: Option<Day>,
}

impl App {
    /// The window of an open workspace.
    pub fn new(workspace: Workspace, wake: Wake, storage: Option<&dyn eframe::Storage>) -> Self {
        Self::with_view(workspace, wake, storage.and_then(Self::kept_view))
    }

    /// Keeps how somebody looks at the diary.
    pub(super) fn keep_view(storage: &mut dyn eframe::Storage, view: &ViewState) {
        eframe::set_value(storage, VIEW_KEY, view);
    }

    /// How somebody looked at the diary the last time.
    pub fn kept_view(storage: &dyn eframe::Storage) -> Option<ViewState> {
        eframe::get_value(storage, VIEW_KEY)
    }

    /// The window of an open workspace, looked at as the last time.
    pub fn with_view(workspace: Workspace, wake: Wake, kept: Option<ViewState>) -> Self {
        let today = workspace.today();
        // A slim window shows the first steps before the forms.
        let is_begun = workspace.diary().span().is_some();
        Self {
            desk: Desk::new(workspace),
            own: None,
            day_bar: DayBar::default(),
            palette: PaletteField::default(),
            banner: Banner::default(),
            antibiotics: Antibiotics::default(),
            wake,
            desktop: Desktop::default(),
            view: kept.unwrap_or_default().sanitized(),
            day: today,
            today,
            status_message: None,
            dialog: None,
            keyboard: Keyboard::default(),
            views: Views::default(),
            suggestions: IdeasPane::default(),
            closing: Closing::No,
            locking: Locking::No,
            idle: Idle::new(std::time::Instant::now()),
            figures: FiguresInSight::default(),
            was_drawn: true,
            sheet: IdeasSheet::default(),
            slim_log: is_begun,
            looked_back: None,
            nudged: None,
        }
    }

    /// The same window, light or dark as the desktop wishes, and closed when the system asks the program to end.
    #[must_use]
    pub(super) fn following(self, desktop: Desktop) -> Self {
        Self { desktop, ..self }
    }

    /// The workspace, for tests.
    pub fn workspace(&self) -> &Workspace {
        &self.desk.workspace
    }

    /// How it is looked at.
    pub fn view_mut(&mut self) -> &mut ViewState {
        &mut self.view
    }

    /// The day on the left.
    pub fn day(&self) -> Day {
        self.day
    }

    fn shortcuts(&self, ui: &Ui, commands: &mut UiCommands) {
        if self.dialog.is_some() {
            return;
        }
        let typing = ui.text_edit_focused();
        for (keys, entry) in menu::shortcuts() {
            if (!typing || entry.works_while_typing()) && ui.input_mut(|input| input.consume_shortcut(&keys)) {
                commands.push(entry.command());
            }
        }
    }
}

/// Shows the window where it can be: some desktops let no program put itself in front, and mark it instead.
fn come_to_the_front(ctx: &egui::Context) {
    use egui::{UserAttentionType, ViewportCommand};
    for command in [
        ViewportCommand::Minimized(false),
        ViewportCommand::Focus,
        ViewportCommand::RequestUserAttention(UserAttentionType::Informational),
    ] {
        ctx.send_viewport_cmd(command);
    }
}

impl eframe::App for App {
    fn logic(&mut self, ctx: &egui::Context, _frame: &mut eframe::Frame) {
        self.desktop.look.now().dress(ctx, &self.view);
        month_grid::begin_weeks_on(ctx, self.view.week_start);
        self.view.locale.enter();
        self.desk.workspace.hear();
        self.take_over_first(ctx);
        // Past the day's end the window moves on, unless somebody is looking at another day.
        let today = self.desk.workspace.today();
        if today != self.today {
            if self.day == self.today {
                self.turn_to(ctx, today);
            }
            self.today = today;
        }
        if self.desktop.summons.take() {
            come_to_the_front(ctx);
        }
        self.look_back(ctx);
        self.nudge(ctx);
        self.locking(ctx);
        self.closing(ctx);
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        self.was_drawn = true;
        ui.ctx().accesskit_node_builder(egui::accesskit_root_id(), |node| node.set_label("Gutskin"));
        let mut commands = UiCommands::default();
        self.shortcuts(ui, &mut commands);
        self.dropped(ui, &mut commands);
        let room_of_saving = self.top_bar_ui(ui, &mut commands);
        self.banner.ui(ui, &self.desk.workspace, &mut commands);
        asked_again::asked_again_ui(ui, &self.desk.workspace, &mut commands);
        unsaved::unsaved_ui(ui, &self.desk.workspace, &mut commands);
        notices::notices_ui(ui, &self.desk.workspace, &mut commands);
        if self.desk.workspace.is_made_up() {
            Panel::top("made up").show(ui, |ui| {
                ui.horizontal_wrapped(|ui| {
                    ui.label(RichText::new(text::MADE_UP).color(Palette::of(ui).attention));
                    if self.own.is_some() && ui.link("Back to my diary").clicked() {
                        commands.act(Action::Sample);
                    }
                });
            });
        }
        self.panes_ui(ui, &mut commands);
        if self.dialog.is_none() && self.banner.opens_crisis(&self.desk.workspace) {
            commands.open(DialogRequest::Crisis);
        }
        if let Some(dialog) = &mut self.dialog {
            let above = self.banner.bottom().map(|bottom| Above { bottom, lines: self.banner.urgent() });
            let ctx = self.desk.context(&self.wake, &mut self.view, self.day, &mut commands);
            dialog_ui(ui.ctx(), dialog.as_mut(), &mut self.keyboard, above, ctx);
        } else {
            self.keyboard.leave(ui.ctx());
        }
        self.message_ui(ui, &mut commands);
        focus::remember(ui.ctx());
        self.perform_all(&ui.ctx().clone(), commands);
        // Last of all, so that it is true of everything that happened in this frame.
        menu_bar::save_state_ui(ui, room_of_saving, &self.desk.workspace, &self.desk.drafts);
    }

    fn save(&mut self, storage: &mut dyn eframe::Storage) {
        Self::keep_view(storage, &self.view);
    }
}
