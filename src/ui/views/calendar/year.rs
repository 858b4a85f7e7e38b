//! A year of small cells: a row a month, a column a day of the month. The whole year is one stop for the keyboard.

use eframe::egui::{
    self, Align2, CornerRadius, EventFilter, Key, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

use crate::model::time::Day;
use crate::ui::theme::{Palette, font, size};
use crate::ui::widgets::cell;
use crate::ui::widgets::month_grid::{DayMark, flare_mark};

/// Room for the names of the months.
const NAMES: f32 = 34.0;
/// Least and greatest side of a cell.
const SIDES: (f32, f32) = (9.0, 30.0);
/// Between cells.
const GAP: f32 = 2.0;

/// A year to be drawn.
pub struct Year<'a> {
    /// Which year.
    pub number: i32,
    /// The day that is open.
    pub chosen: Day,
    /// Today.
    pub today: Day,
    /// Days after this one cannot be chosen.
    pub latest: Day,
    /// What each day shows.
    pub mark: &'a dyn Fn(Day) -> DayMark,
}

impl Year<'_> {
    /// Draws it; `cursor` is the day the keyboard is on. Gives the day that was clicked or entered.
    pub fn ui(&self, ui: &mut Ui, cursor: &mut Option<Day>) -> Option<Day> {
        let wide = ((ui.available_width() - NAMES) / 31.0 - GAP).clamp(SIDES.0, SIDES.1);
        let tall = ((ui.available_height() - 40.0) / 13.0 - GAP).clamp(SIDES.0 + 4.0, SIDES.1);
        let (pitch, step) = (wide + GAP, tall + GAP);
        let size = vec2(NAMES + 31.0 * pitch, 13.0 * step);
        let (room, _) = ui.allocate_exact_size(size, Sense::hover());
        let palette = Palette::of(ui);
        for number in 1..=31_u8 {
            // Every day has room for its number only where cells are wide.
            if number % 5 == 0 || number == 1 || wide >= 16.0 {
                let at = egui::pos2(room.left() + NAMES + (f32::from(number) - 0.5) * pitch, room.top() + step / 2.0);
                let words = number.to_string();
                ui.painter().text(at, Align2::CENTER_CENTER, words, font(size::CAPTION), palette.quiet);
            }
        }
        let mut clicked = None;
        for month in 1..=12_u32 {
            let Some(first) = Day::from_ymd(self.number, month, 1) else { continue };
            let top = room.top() + month as f32 * step;
            let name: String = first.month_name().chars().take(3).collect();
            let at = egui::pos2(room.left(), top + tall / 2.0);
            ui.painter().text(at, Align2::LEFT_CENTER, name, font(size::CAPTION), palette.quiet);
            for place in 0..31_u8 {
                let Some(day) = Day::from_ymd(self.number, month, u32::from(place) + 1) else { break };
                let left = room.left() + NAMES + f32::from(place) * pitch;
                let rect = Rect::from_min_size(egui::pos2(left, top), vec2(wide, tall));
                if self.day_ui(ui, rect, day) {
                    clicked = Some(day);
                }
            }
        }
        let entered = self.keys(ui, room, cursor, pitch, step);
        if let Some(day) = clicked {
            *cursor = Some(day);
        }
        clicked.or(entered)
    }

    /// One day; gives whether it was clicked.
    fn day_ui(&self, ui: &mut Ui, rect: Rect, day: Day) -> bool {
        let palette = Palette::of(ui);
        let open = day <= self.latest;
        let mark = (self.mark)(day);
        let sense = if open { Sense::CLICK } else { Sense::hover() };
        let response = ui.interact(rect, ui.make_persistent_id(("day", day.number())), sense);
        let chosen = day == self.chosen;
        if open {
            response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, mark.spoken(day)));
        }
        let radius = CornerRadius::same(2);
        let ground = if response.hovered() && open { palette.hover } else { palette.card };
        if open {
            ui.painter().rect_filled(rect, radius, ground);
        }
        if let Some(tint) = mark.tint {
            ui.painter().rect_filled(rect, radius, tint);
        } else if mark.logged {
            ui.painter().circle_filled(rect.center(), 1.5, palette.quiet);
        }
        if mark.flare {
            flare_mark(ui, rect);
        }
        let stroke = if chosen {
            Stroke::new(2.0, palette.accent)
        } else if day == self.today {
            Stroke::new(1.0, palette.text)
        } else if open {
            Stroke::new(1.0, palette.faint)
        } else {
            Stroke::NONE
        };
        ui.painter().rect_stroke(rect, radius, stroke, StrokeKind::Inside);
        let clicked = open && response.clicked();
        if open {
            response.on_hover_text(mark.spoken(day));
        }
        clicked
    }

    /// The one stop for the keyboard: arrows go from day to day and from month to month, Enter opens.
    fn keys(&self, ui: &Ui, room: Rect, cursor: &mut Option<Day>, pitch: f32, step: f32) -> Option<Day> {
        let id = ui.make_persistent_id("days of the year");
        let whole = ui.interact(room, id, Sense::focusable_noninteractive());
        let in_year = |day: &Day| day.year() == self.number;
        let at = cursor.filter(in_year).or(Some(self.chosen).filter(in_year));
        let at = at.or_else(|| Day::from_ymd(self.number, 1, 1))?;
        let said = (self.mark)(at).spoken(at);
        whole.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::Slider, true, format!("Days of {}", self.number));
            info.current_text_value = Some(said.clone());
            info
        });
        ui.ctx().accesskit_node_builder(id, |node| {
            node.set_value(said);
            node.set_description("Arrows go from day to day and from month to month, Enter opens the day.");
        });
        if !whole.has_focus() {
            return None;
        }
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let pressed = |key| ui.input(|input| input.key_pressed(key));
        let month_away = |months: i32| {
            let month = u32::try_from(i32::try_from(at.month()).ok()? + months).ok()?;
            // The 31st of a month leads to the last day of a shorter one.
            (0..4).find_map(|short| Day::from_ymd(self.number, month, at.day_of_month().checked_sub(short)?))
        };
        let to = if pressed(Key::ArrowLeft) {
            Some(at.plus(-1))
        } else if pressed(Key::ArrowRight) {
            Some(at.plus(1))
        } else if pressed(Key::ArrowUp) {
            month_away(-1)
        } else if pressed(Key::ArrowDown) {
            month_away(1)
        } else {
            None
        };
        let at = to.filter(|day| in_year(day) && *day <= self.latest).unwrap_or(at);
        *cursor = Some(at);
        let (x, y) = (at.day_of_month() as f32 - 1.0, at.month() as f32);
        let corner = egui::pos2(room.left() + NAMES + x * pitch, room.top() + y * step);
        let ring = Rect::from_min_size(corner, vec2(pitch - GAP, step - GAP));
        cell::focus_ring(ui, ring);
        (pressed(Key::Enter) || pressed(Key::Space)).then_some(at)
    }
}
