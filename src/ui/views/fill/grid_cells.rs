//! The cells of the grid as they are drawn: names above, a row a day, the chosen ones on a faint ground.

use std::ops::RangeInclusive;

use eframe::egui::{
    self, Align2, CornerRadius, Id, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::answer::answer_on;
use super::grid::{Days, range};
use crate::model::time::Day;
use crate::model::trackable::Trackable;
use crate::ui::theme::{Palette, ROUNDING_SMALL, font, size, strong_font};
use crate::ui::widgets::cell;
use crate::words::marked;
use crate::workspace::Workspace;

/// Room for the days.
const DAYS: f32 = 92.0;
/// Height of a row.
const ROW: f32 = 24.0;
/// Height of the names.
const HEAD: f32 = 34.0;
/// Least and greatest width of a column.
const WIDE: (f32, f32) = (52.0, 130.0);

/// The cells to be drawn.
pub struct Cells<'a> {
    /// What is filled in.
    pub columns: &'a [Trackable],
    /// The days.
    pub days: Days,
    /// The cell the keyboard is on.
    pub at: (Day, usize),
    /// The chosen days of its column.
    pub chosen: RangeInclusive<Day>,
    /// What is being typed into it.
    pub typed: &'a str,
}

/// What was done to the cells.
pub struct Done {
    /// The one stop for the keyboard.
    pub stop: Id,
    /// A cell that was pressed, and whether it extends the chosen days.
    pub pressed: Option<(Day, usize, bool)>,
}

impl Cells<'_> {
    /// Draws them.
    pub fn ui(&self, ui: &mut Ui, workspace: &Workspace) -> Done {
        let count = self.columns.len().max(1) as f32;
        let wide = ((ui.available_width() - DAYS) / count).clamp(WIDE.0, WIDE.1);
        let days = range(&(self.days.first..=self.days.last));
        let rows = f32::from(u16::try_from(self.days.last.days_since(self.days.first) + 1).unwrap_or(0));
        let (room, _) = ui.allocate_exact_size(vec2(DAYS + wide * count, HEAD + ROW * rows), Sense::hover());
        self.names_ui(ui, room, wide);
        let stop = ui.make_persistent_id("cells of the grid");
        let whole = ui.interact(room, stop, Sense::focusable_noninteractive());
        self.describe(ui, stop, &whole, workspace);
        let mut pressed = None;
        for (row, day) in days.enumerate() {
            let top = room.top() + HEAD + ROW * row as f32;
            let line = Rect::from_min_size(pos2(room.left(), top), vec2(room.width(), ROW));
            if !ui.is_rect_visible(line) {
                continue;
            }
            let palette = Palette::of(ui);
            let ink = if day.weekday() >= 5 { palette.quiet } else { palette.text };
            let words = format!("{} {}", day.weekday_letters(), day.brief(day));
            ui.painter().text(line.left_center(), Align2::LEFT_CENTER, words, font(size::BODY), ink);
            for (column, known) in self.columns.iter().enumerate() {
                let corner = pos2(room.left() + DAYS + wide * column as f32, top);
                let rect = Rect::from_min_size(corner, Vec2::new(wide, ROW)).shrink(1.0);
                if let Some(extends) = self.cell_ui(ui, workspace, rect, (day, column), known) {
                    pressed = Some((day, column, extends));
                }
            }
        }
        if pressed.is_some() {
            whole.request_focus();
        }
        let row = self.at.0.days_since(self.days.first) as f32;
        let corner = pos2(room.left() + DAYS + wide * self.at.1 as f32, room.top() + HEAD + ROW * row);
        if whole.has_focus() {
            let rect = Rect::from_min_size(corner, vec2(wide, ROW)).shrink(1.0);
            cell::focus_ring(ui, rect);
            if ui.input(|input| !input.events.is_empty()) {
                ui.scroll_to_rect(rect.expand(ROW), None);
            }
        }
        Done { stop, pressed }
    }

    fn names_ui(&self, ui: &Ui, room: Rect, wide: f32) {
        let palette = Palette::of(ui);
        for (column, known) in self.columns.iter().enumerate() {
            let corner = pos2(room.left() + DAYS + wide * column as f32, room.top());
            let head = Rect::from_min_size(corner, vec2(wide, HEAD)).shrink(3.0);
            let galley =
                ui.painter().layout(known.label.to_string(), strong_font(size::CAPTION), palette.text, head.width());
            let at = pos2(head.left(), head.bottom() - galley.size().y);
            ui.painter().with_clip_rect(head).galley(at, galley, palette.text);
        }
    }

    fn describe(&self, ui: &Ui, stop: Id, whole: &egui::Response, workspace: &Workspace) {
        let said = self.columns.get(self.at.1).map(|known| {
            let answer = answer_on(workspace, known, self.at.0);
            let answer = answer.map_or_else(|| "not answered".to_owned(), |value| known.show(value));
            format!("{}, {}: {answer}", self.at.0.long(), known.label)
        });
        whole.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, "Grid of answers"));
        ui.ctx().accesskit_node_builder(stop, |node| {
            node.set_value(said.unwrap_or_default());
            node.set_description(super::grid::HINT);
        });
    }

    /// One cell; gives whether it was pressed, and whether with Shift.
    fn cell_ui(
        &self,
        ui: &Ui,
        workspace: &Workspace,
        rect: Rect,
        (day, column): (Day, usize),
        known: &Trackable,
    ) -> Option<bool> {
        let palette = Palette::of(ui);
        let id = ui.make_persistent_id(("cell", day.number(), known.key.as_str()));
        let response = ui.interact(rect, id, Sense::CLICK);
        let answer = answer_on(workspace, known, day);
        let is_at = self.at == (day, column);
        let is_chosen = column == self.at.1 && self.chosen.contains(&day);
        response.widget_info(|| {
            let said = answer.map_or_else(|| "not answered".to_owned(), |value| known.show(value));
            WidgetInfo::selected(Role::Button, true, is_chosen, format!("{} {}: {said}", known.label, day.short()))
        });
        let ground = if is_chosen {
            palette.accent_faint
        } else if response.hovered() {
            palette.hover
        } else {
            palette.card
        };
        let stroke = Stroke::new(1.0, if is_at { palette.accent } else { palette.faint });
        ui.painter().rect(rect, CornerRadius::same(ROUNDING_SMALL), ground, stroke, StrokeKind::Inside);
        let words = if is_at && !self.typed.is_empty() {
            self.typed.to_owned()
        } else {
            answer.map(|value| marked(&value.to_string())).unwrap_or_default()
        };
        let at = rect.right_center() - vec2(8.0, 0.0);
        ui.painter().with_clip_rect(rect).text(at, Align2::RIGHT_CENTER, words, font(size::BODY), palette.text);
        response.clicked().then(|| ui.input(|input| input.modifiers.shift))
    }
}
