//! The bar at the top: menus, the open day, undo and redo, the palette, and the state of saving. A slim window has it on two lines.

use eframe::egui::accesskit::Role;
use eframe::egui::{self, Panel, Rect, Ui, UiBuilder};

use super::App;
use super::panes::{NARROW, SLIM, name_pane};
use crate::ui::actions::Action;
use crate::ui::command::UiCommands;
use crate::ui::palette::{self, PaletteGround};
use crate::ui::theme::space;
use crate::ui::widgets::sign;
use crate::ui::{day_bar, menu_bar};

/// Widths of the field of the palette and of the state of saving.
const FIELD: f32 = 200.0;
const SAVED: f32 = 116.0;
/// Undo and redo with the space about them.
const STEPS: f32 = 2.0 * (space::CELL + space::TIGHT) + space::ROW;

impl App {
    /// Draws the bar; gives the room for the state of saving, which is drawn last of all.
    pub(super) fn top_bar_ui(&mut self, ui: &mut Ui, commands: &mut UiCommands) -> Rect {
        let width = ui.ctx().content_rect().width();
        let (is_wide, is_slim) = (width >= NARROW, width < SLIM);
        let bar = Panel::top("menu").show(ui, |ui| {
            name_pane(ui, Role::Banner, "Menus, day and saving");
            let beside = self.menus_ui(ui, commands);
            if is_slim {
                ui.horizontal(|ui| {
                    let room = ui.available_width() - STEPS - space::CELL - space::BETWEEN;
                    self.day_and_steps_ui(ui, room, false, commands);
                });
                return beside;
            }
            let layout = egui::Layout::left_to_right(egui::Align::Center);
            let beside = UiBuilder::new().max_rect(beside).layout(layout);
            let rest = ui.scope_builder(beside, |ui| {
                self.middle_ui(ui, is_wide, commands);
                ui.available_rect_before_wrap()
            });
            rest.inner
        });
        let history = self.palette.is_asking().then(|| self.desk.food.history(self.desk.workspace.diary(), self.day));
        if !is_wide {
            let ground = PaletteGround { workspace: &self.desk.workspace, day: self.day, history };
            self.palette.modal_ui(ui.ctx(), &ground, commands);
        }
        bar.inner
    }

    fn menus_ui(&mut self, ui: &mut Ui, commands: &mut UiCommands) -> Rect {
        let panes = self.panes_shown(ui.ctx());
        let mut theme = self.view.theme;
        let beside = menu_bar::menu_bar_ui(ui, &|action| self.state_of(action, panes), &mut theme, commands);
        self.view.theme = theme;
        beside
    }

    /// The day in the middle of the window, as far as the menus leave it there; the rest to its right.
    fn middle_ui(&mut self, ui: &mut Ui, is_wide: bool, commands: &mut UiCommands) {
        let field = if is_wide { FIELD + space::ROW } else { space::CELL };
        let right = STEPS + field + SAVED + space::BETWEEN;
        let rest = ui.available_rect_before_wrap();
        let room = (rest.width() - right).clamp(0.0, day_bar::WIDTH);
        let centred = ui.ctx().content_rect().center().x - room / 2.0;
        let start = centred.clamp(rest.left(), (rest.right() - right - room).max(rest.left()));
        ui.add_space(start - rest.left());
        self.day_and_steps_ui(ui, room, is_wide, commands);
    }

    fn day_and_steps_ui(&mut self, ui: &mut Ui, room: f32, has_field: bool, commands: &mut UiCommands) {
        let (workspace, day) = (&self.desk.workspace, self.day);
        ui.allocate_ui_with_layout(
            egui::vec2(room, space::CELL),
            egui::Layout::left_to_right(egui::Align::Center),
            |ui| {
                ui.set_min_width(room);
                day_bar::day_bar_ui(ui, &mut self.day_bar, workspace, day, commands);
            },
        );
        self.steps_ui(ui, commands);
        if !has_field {
            let opens = palette::sign_ui(ui).on_hover_text(Action::Palette.hint(ui, palette::NAME));
            if opens.clicked() {
                commands.act(Action::Palette);
            }
            return;
        }
        let history = self.palette.is_asking().then(|| self.desk.food.history(self.desk.workspace.diary(), day));
        let ground = PaletteGround { workspace: &self.desk.workspace, day, history };
        self.palette.bar_ui(ui, FIELD, &ground, commands);
    }

    /// Undo and redo; what each would take back or do again is said when pointed at.
    fn steps_ui(&mut self, ui: &mut Ui, commands: &mut UiCommands) {
        let panes = self.panes_shown(ui.ctx());
        ui.spacing_mut().item_spacing.x = space::TIGHT;
        for (action, to_the_left) in [(Action::Undo, true), (Action::Redo, false)] {
            let state = self.state_of(action, panes);
            let can = state.refused.is_none();
            let words = action.hint(ui, &state.label);
            let sign = ui.add_enabled_ui(can, |ui| sign::bent_arrow_ui(ui, to_the_left, &state.label)).inner;
            if sign.on_hover_text(&words).on_disabled_hover_text(words).clicked() {
                commands.act(action);
            }
        }
    }
}
