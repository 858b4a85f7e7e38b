//! Where the window looks: which view the centre shows, which day the forms are of, and whether a slim window shows the forms or
//! the centre. Whatever leads somewhere comes through here, so that it leads there at every width.

use eframe::egui;

use super::App;
use super::panes::{NARROW, SLIM};
use crate::model::time::Day;
use crate::report::chart::MOST_SERIES;
use crate::ui::menu_bar::Panes;
use crate::ui::view_state::View;

impl App {
    /// Shows a view in the centre; a slim window shows it in the place of the forms.
    pub(super) fn navigate(&mut self, view: View) {
        let shown = self.view.view == view && !self.slim_log;
        // A second press on the sign leads back from one food to the list.
        if shown && view == View::Foods {
            self.foods.close();
        }
        self.view.view = view;
        self.slim_log = false;
    }

    /// Shows the forms in a slim window.
    pub(super) fn show_forms(&mut self) {
        self.slim_log = true;
    }

    /// Turns to a day, without leaving the view.
    pub(super) fn turn_to(&mut self, day: Day) {
        self.day = day.min(self.workspace.today().plus(1));
        self.calendar.follow();
    }

    /// Opens a day, to be read and filled in.
    pub(super) fn open_day(&mut self, day: Day) {
        self.turn_to(day);
        self.show_forms();
    }

    /// Plots a series in the place of the first.
    pub(super) fn plot_series(&mut self, key: String) {
        self.view.series.retain(|chosen| *chosen != key);
        self.view.series.insert(0, key);
        self.view.series.truncate(MOST_SERIES);
        self.navigate(View::Plot);
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
            self.narrow_open = !self.narrow_open;
        } else {
            self.view.shows_suggestions = !self.view.shows_suggestions;
        }
    }

    /// Which panes are on the screen at this width.
    pub(super) fn panes_shown(&self, ctx: &egui::Context) -> Panes {
        Panes {
            forms: if is_slim(ctx) { self.slim_log } else { self.view.shows_forms },
            suggestions: if is_narrow(ctx) { self.narrow_open } else { self.view.shows_suggestions },
        }
    }
}

/// Whether forms and centre take turns.
pub(super) fn is_slim(ctx: &egui::Context) -> bool {
    ctx.content_rect().width() < SLIM
}

/// Whether the suggestions fold to a strip.
pub(super) fn is_narrow(ctx: &egui::Context) -> bool {
    ctx.content_rect().width() < NARROW
}
