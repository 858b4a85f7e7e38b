//! How the window is laid out: rail, forms, centre and suggestions, and what gives way when there is little room.

use eframe::egui::accesskit::Role;
use eframe::egui::{self, CentralPanel, Frame, Margin, Panel, RichText, Ui};

use super::App;
use super::navigation::{is_narrow, is_slim};
use crate::ui::command::UiCommands;
use crate::ui::theme::{Palette, size, space};
use crate::ui::view_state::ViewId;
use crate::ui::views::VIEWS;
use crate::ui::widgets::focus;
use crate::ui::{day_bar, forms, rail};
use crate::words::count;

/// Below this width the suggestions are a strip with a count, which opens them as a sheet over the centre.
pub(super) const NARROW: f32 = 1_100.0;
/// Below this width forms and centre take turns.
pub(super) const SLIM: f32 = 880.0;
/// A view is never laid out lower than this: in a lower window, or at a large size, the centre as a whole scrolls, head and all.
const LEAST_HEIGHT: f32 = 400.0;
/// The forms never get wider: what belongs to a label must stay near it.
const WIDEST_FORMS: f32 = 460.0;

/// What a screen reader calls the forms, and the suggestions.
const FORMS: &str = "Logging forms";
pub(super) const IDEAS: &str = "Ideas";

/// Says what a part of the window is, so that a screen reader can go from one to the next.
pub(super) fn name_pane(ui: &Ui, role: Role, name: &str) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_role(role);
        node.set_label(name);
    });
}

impl App {
    pub(super) fn panes_ui(&mut self, ui: &mut Ui, commands: &mut UiCommands) {
        let pane = Frame::new().fill(Palette::of(ui).window).inner_margin(Margin::symmetric(12, 10));
        let slim = is_slim(ui.ctx());
        let side = Frame::new().fill(Palette::of(ui).window).inner_margin(Margin::symmetric(4, 0));
        let log_is_shown = slim.then_some(self.slim_log);
        let rail_width = rail::width(ui.available_height(), slim);
        Panel::left("rail").frame(side).resizable(false).exact_size(rail_width).show(ui, |ui| {
            name_pane(ui, Role::Navigation, "Views");
            // A low window at a large size has less room than there are signs.
            let area = egui::ScrollArea::vertical();
            focus::scrolled(ui, area, |ui| rail::rail_ui(ui, self.view.view, log_is_shown, commands));
        });
        let is_alone = self.views.is_alone(self.view.view);
        if !slim && !is_alone {
            let mut shows_forms = self.view.shows_forms;
            let forms = Panel::left("forms").frame(pane).default_size(384.0).size_range(330.0..=WIDEST_FORMS);
            forms.show_collapsible(ui, &mut shows_forms, |ui| {
                name_pane(ui, Role::Form, FORMS);
                self.forms_ui(ui, commands);
            });
            self.view.shows_forms = shows_forms;
        }
        if !is_alone {
            self.suggestions_pane_ui(ui, pane, commands);
        }
        let ground = Frame::new().fill(Palette::of(ui).window).inner_margin(Margin::same(16));
        CentralPanel::default().frame(ground).show(ui, |ui| {
            if slim && self.slim_log {
                name_pane(ui, Role::Form, FORMS);
                ui.set_max_width(WIDEST_FORMS.min(ui.available_width()));
                self.forms_ui(ui, commands);
                return;
            }
            if ui.available_height() < LEAST_HEIGHT {
                let area = egui::ScrollArea::vertical().id_salt("low window").auto_shrink(false);
                focus::scrolled(ui, area, |ui| {
                    let room = egui::vec2(ui.available_width(), LEAST_HEIGHT);
                    ui.allocate_ui(room, |ui| self.view_ui(ui, commands));
                });
            } else {
                self.view_ui(ui, commands);
            }
        });
    }

    /// The view that is chosen, under the line of an antibiotic that runs.
    fn view_ui(&mut self, ui: &mut Ui, commands: &mut UiCommands) {
        let id = self.view.view;
        let title = VIEWS.iter().find(|view| view.id == id).map_or("", |view| view.title);
        name_pane(ui, Role::Main, title);
        if id != ViewId::Courses {
            self.antibiotics.line_ui(ui, &self.desk.workspace, commands);
        }
        let mut ctx = self.desk.context(&self.wake, &mut self.view, self.day, commands);
        let room = ui.max_rect();
        if let Some(view) = self.views.get(id) {
            view.ui(ui, &mut ctx);
        }
        self.figure_menu_ui(ui, room, commands);
    }

    fn forms_ui(&mut self, ui: &mut Ui, commands: &mut UiCommands) {
        day_bar::answered_ui(ui, &self.desk.workspace, self.day);
        ui.add_space(space::TIGHT);
        focus::scrolled(ui, egui::ScrollArea::vertical().auto_shrink(false), |ui| {
            ui.push_id(self.day.number(), |ui| {
                let mut ctx = self.desk.context(&self.wake, &mut self.view, self.day, commands);
                forms::forms_ui(ui, &mut ctx);
            });
        });
    }

    fn suggestions_pane_ui(&mut self, ui: &mut Ui, pane: Frame, commands: &mut UiCommands) {
        if is_narrow(ui.ctx()) {
            if self.folded_suggestions_ui(ui, pane) {
                self.sheet.toggle();
            }
            self.sheet_ui(ui, commands);
            return;
        }
        let mut open = self.view.shows_suggestions;
        if open {
            let panel = Panel::right("suggestions").frame(pane).default_size(312.0).size_range(280.0..=380.0);
            panel.show_collapsible(ui, &mut open, |ui| {
                name_pane(ui, Role::Complementary, IDEAS);
                self.suggestions.ui(ui, &self.desk.workspace, self.desk.insights.answer(), commands);
            });
        } else {
            open = self.folded_suggestions_ui(ui, pane);
        }
        self.view.shows_suggestions = open;
    }

    /// A strip with how many suggestions there are; gives whether it was pressed.
    fn folded_suggestions_ui(&mut self, ui: &mut Ui, pane: Frame) -> bool {
        self.suggestions.refresh(&self.desk.workspace, self.desk.insights.answer());
        let ideas = self.suggestions.count();
        let strip = Panel::right("folded suggestions").frame(pane).resizable(false).exact_size(52.0);
        let shown = strip.show(ui, |ui| {
            let palette = Palette::of(ui);
            let words = RichText::new(ideas.to_string()).size(size::TITLE).color(palette.accent);
            let verb = if is_narrow(ui.ctx()) && self.sheet.is_open() { "Hide" } else { "Show" };
            let name = format!("{verb} {}", count(ideas, "idea", "ideas"));
            let pressed = ui.button(words).accessible_name(&name).on_hover_text(&name).clicked();
            ui.label(RichText::new("ideas").size(size::CAPTION).color(palette.quiet));
            pressed
        });
        shown.inner
    }
}
