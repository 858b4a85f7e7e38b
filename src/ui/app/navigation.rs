//! Where the window looks: which view the centre shows, which day the forms are of, and whether a slim window shows the forms or
//! the centre. Whatever leads somewhere comes through here, so that it leads there at every width.

use eframe::egui;

use super::App;
use super::panes::{NARROW, SLIM};
use crate::model::time::Day;
use crate::ui::command::{Destination, UiCommands};

/// Which panes stand beside the centre, or in its place where there is little room.
#[derive(Debug, Clone, Copy)]
pub(super) struct Panes {
    /// The logging forms.
    pub forms: bool,
    /// The suggestions.
    pub suggestions: bool,
}

impl App {
    /// Leads somewhere. What is being typed goes to the diary first, since its field may go away.
    pub(super) fn go(&mut self, egui: &egui::Context, to: &Destination) {
        self.take_over(egui, true);
        let Some(id) = to.view() else {
            match to {
                Destination::Day(day) => self.turn_to(egui, *day),
                Destination::Card(card) => {
                    self.view.shows_forms = true;
                    self.view.folded.remove(card);
                    self.desk.forms.sought = Some(*card);
                }
                _ => {}
            }
            self.slim_log = true;
            return;
        };
        let again = self.view.view == id && !self.slim_log;
        self.view.view = id;
        self.slim_log = false;
        let mut commands = UiCommands::default();
        let mut ctx = self.desk.context(&self.wake, &mut self.view, self.day, &mut commands);
        if let Some(view) = self.views.get(id) {
            view.arrive(to, again, &mut ctx);
        }
        debug_assert!(commands.0.is_empty(), "arriving somewhere asks for nothing");
    }

    /// Turns to a day, without leaving the view.
    pub(super) fn turn_to(&mut self, egui: &egui::Context, day: Day) {
        self.take_over(egui, true);
        self.day = day.min(self.latest_day());
        self.views.each(|view| view.day_turned());
    }

    /// The last day that can be opened: tomorrow, so that a plan can be noted down.
    pub(super) fn latest_day(&self) -> Day {
        self.desk.workspace.today().plus(1)
    }

    pub(super) fn toggle_forms(&mut self, ctx: &egui::Context) {
        if is_slim(ctx) {
            self.slim_log = !self.slim_log;
        } else {
            self.view.shows_forms = !self.view.shows_forms;
        }
    }

    pub(super) fn toggle_suggestions(&mut self, ctx: &egui::Context) {
        if is_narrow(ctx) {
            self.sheet.toggle();
        } else {
            self.view.shows_suggestions = !self.view.shows_suggestions;
        }
    }

    /// Which panes are on the screen at this width.
    pub(super) fn panes_shown(&self, ctx: &egui::Context) -> Panes {
        Panes {
            forms: if is_slim(ctx) { self.slim_log } else { self.view.shows_forms },
            suggestions: if is_narrow(ctx) { self.sheet.is_open() } else { self.view.shows_suggestions },
        }
    }
}

/// Whether forms and centre take turns.
pub(super) fn is_slim(ctx: &egui::Context) -> bool {
    ctx.content_rect().width() < SLIM
}

/// Whether the suggestions are a sheet that is opened from a strip.
pub(super) fn is_narrow(ctx: &egui::Context) -> bool {
    ctx.content_rect().width() < NARROW
}
