//! One month as a grid of days, weeks from Monday. The calendar view and the date popup both draw it.

use eframe::egui::{self, Color32, CornerRadius, RichText, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use crate::model::time::Day;
use crate::ui::theme::{Palette, ROUNDING_SMALL, font, size, strong_font};

/// What a day cell shows besides its number.
#[derive(Debug, Clone, Default)]
pub struct DayMark {
    /// Whether anything is logged.
    pub logged: bool,
    /// Words beneath the number, for example a value.
    pub value: Option<String>,
    /// Ground of the cell.
    pub tint: Option<Color32>,
}

/// A month to be drawn.
pub struct MonthGrid<'a> {
    /// Any day of the month.
    pub month: Day,
    /// The day that is open.
    pub chosen: Day,
    /// Today.
    pub today: Day,
    /// Days after this one cannot be chosen.
    pub latest: Day,
    /// Size of a cell.
    pub cell: Vec2,
    /// What each day shows.
    pub mark: &'a dyn Fn(Day) -> DayMark,
}

impl MonthGrid<'_> {
    /// Draws the month; gives the day that was clicked.
    pub fn show(&self, ui: &mut Ui) -> Option<Day> {
        let palette = Palette::of(ui);
        let first = Day::from_ymd(self.month.year(), self.month.month(), 1)?;
        let start = first.plus(-i32::try_from(first.weekday()).unwrap_or(0));
        let mut clicked = None;
        ui.spacing_mut().item_spacing = Vec2::splat(2.0);
        ui.horizontal(|ui| {
            for name in ["Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"] {
                let (rect, _) = ui.allocate_exact_size(egui::vec2(self.cell.x, 18.0), Sense::hover());
                ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, name, font(size::CAPTION), palette.quiet);
            }
        });
        for week in 0..6 {
            let monday = start.plus(7 * week);
            if monday.month() != first.month() && monday > first {
                break;
            }
            ui.horizontal(|ui| {
                for day in (0..7).map(|offset| monday.plus(offset)) {
                    if day.month() == first.month() {
                        clicked = self.day_ui(ui, day).or(clicked);
                    } else {
                        ui.allocate_exact_size(self.cell, Sense::hover());
                    }
                }
            });
        }
        clicked
    }

    fn day_ui(&self, ui: &mut Ui, day: Day) -> Option<Day> {
        let palette = Palette::of(ui);
        let mark = (self.mark)(day);
        let open = day <= self.latest;
        let (rect, response) = ui.allocate_exact_size(self.cell, if open { Sense::click() } else { Sense::hover() });
        let chosen = day == self.chosen;
        let spoken = match (&mark.value, mark.logged) {
            (Some(value), _) => format!("{}, {value}", day.long()),
            (None, true) => format!("{}, logged", day.long()),
            (None, false) => day.long(),
        };
        if open {
            response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, &spoken));
        }
        let radius = CornerRadius::same(ROUNDING_SMALL);
        let ground = if response.hovered() { Some(palette.hover) } else { mark.tint };
        if let Some(ground) = ground {
            ui.painter().rect_filled(rect, radius, ground);
        }
        let stroke = if chosen {
            Stroke::new(2.0, palette.accent)
        } else if day == self.today {
            Stroke::new(1.0, palette.outline)
        } else {
            Stroke::NONE
        };
        ui.painter().rect_stroke(rect, radius, stroke, StrokeKind::Inside);
        if response.has_focus() {
            super::cell::focus_ring(ui, rect);
        }
        let ink = if open { palette.text } else { palette.outline };
        let face = if day == self.today { strong_font(size::BODY) } else { font(size::BODY) };
        let number = day.day_of_month().to_string();
        if self.cell.y > 40.0 {
            let at = rect.left_top() + egui::vec2(6.0, 4.0);
            ui.painter().text(at, egui::Align2::LEFT_TOP, number, face, ink);
            if let Some(value) = &mark.value {
                let at = rect.center_bottom() - egui::vec2(0.0, 5.0);
                ui.painter().text(at, egui::Align2::CENTER_BOTTOM, value, font(size::BODY), palette.text);
            }
        } else {
            ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, number, face, ink);
        }
        if mark.logged && mark.value.is_none() {
            ui.painter().circle_filled(rect.center_bottom() - egui::vec2(0.0, 4.0), 2.0, palette.accent);
        }
        (open && response.clicked()).then_some(day)
    }
}

/// The row over a month: ‹ March 2026 ›. Gives the first day of another month if one was asked for.
pub fn month_head(ui: &mut Ui, month: Day, latest: Day) -> Option<Day> {
    let mut other = None;
    let first = Day::from_ymd(month.year(), month.month(), 1)?;
    let after = first.plus(31);
    let next = Day::from_ymd(after.year(), after.month(), 1)?;
    let before = first.plus(-1);
    ui.horizontal(|ui| {
        if ui.button("‹").on_hover_text("Month before").clicked() {
            other = Day::from_ymd(before.year(), before.month(), 1);
        }
        let (rect, _) = ui.allocate_exact_size(egui::vec2(150.0, 24.0), Sense::hover());
        let words = RichText::new(month.month_name()).font(strong_font(size::TITLE));
        ui.put(rect, egui::Label::new(words));
        if ui.add_enabled(next <= latest, egui::Button::new("›")).on_hover_text("Month after").clicked() {
            other = Some(next);
        }
    });
    other
}
