//! A row of numbered cells for a score or grade. Click sets, click again clears; with the focus on it, digits set, arrows
//! move, Delete clears.

use eframe::egui::{self, Align2, Color32, Label, Rect, Ui, Vec2};

use super::row_focus::{self, Pressed, Row};
use super::{Edited, LABEL, cell};
use crate::ui::theme::{Palette, font, size, space};

/// A row of numbered cells from `least` to `most`.
pub struct ScoreRow<'a> {
    label: &'a str,
    least: u8,
    most: u8,
    value: Option<f64>,
    /// Words for the two ends; `None` where they stand above several rows.
    ends: Option<(&'a str, &'a str)>,
    /// The answer of the day before, as a dot under its cell.
    before: Option<f64>,
    /// Whether label and cells share a line.
    on_one_line: bool,
    /// Whether it takes the keyboard now.
    takes_keyboard: bool,
}

/// What happened to the cells of a row.
struct Cells {
    edited: Edited<f64>,
    /// Whether the keyboard is on them.
    has_focus: bool,
    /// Whether the keyboard or the pointer is on them.
    is_looked_at: bool,
}

impl<'a> ScoreRow<'a> {
    /// A row for a named score.
    pub fn new(label: &'a str, range: std::ops::RangeInclusive<u8>, value: Option<f64>) -> Self {
        Self {
            label,
            least: *range.start(),
            most: *range.end(),
            value,
            ends: Some(("none", "worst")),
            before: None,
            on_one_line: false,
            takes_keyboard: false,
        }
    }

    /// Words for the two ends.
    #[must_use]
    pub fn ends(mut self, low: &'a str, high: &'a str) -> Self {
        self.ends = Some((low, high));
        self
    }

    /// A row for one of several sentences that share the words for their ends: the sentence has as many lines as it needs.
    #[must_use]
    pub fn sentence(mut self) -> Self {
        self.ends = None;
        self
    }

    /// The answer of the day before, shown as a dot under its cell.
    #[must_use]
    pub fn before(mut self, before: Option<f64>) -> Self {
        self.before = before;
        self
    }

    /// The label stands beside its cells: for a row of few.
    #[must_use]
    pub fn on_one_line(mut self) -> Self {
        self.on_one_line = true;
        self
    }

    /// The row takes the keyboard with this frame.
    #[must_use]
    pub fn takes_keyboard(mut self, takes: bool) -> Self {
        self.takes_keyboard = takes;
        self
    }

    /// Shows the row. The whole row is one stop for the keyboard.
    pub fn ui(self, ui: &mut Ui) -> Edited<f64> {
        self.focused_ui(ui).0
    }

    /// Shows the row, and gives whether the keyboard is on it.
    pub fn focused_ui(self, ui: &mut Ui) -> (Edited<f64>, bool) {
        if self.on_one_line {
            return ui.horizontal(|ui| self.line_ui(ui)).inner;
        }
        let mut shown = (None, false);
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let wide = ui.available_width();
            let head = self.head_ui(ui);
            let cells = self.cells_ui(ui);
            shown = (cells.edited, cells.has_focus);
            if cells.is_looked_at && self.ends.is_some() {
                self.ends_ui(ui, head, wide);
            }
        });
        shown
    }

    /// Label and cells beside each other. The label gives way to the words for the ends, which stand under its name.
    fn line_ui(&self, ui: &mut Ui) -> (Edited<f64>, bool) {
        let layout = egui::Layout::left_to_right(egui::Align::Center);
        ui.allocate_ui_with_layout(Vec2::new(LABEL, space::CELL), layout, |ui| {
            ui.set_min_width(LABEL);
            ui.add(Label::new(self.label).wrap());
        });
        let cells = self.cells_ui(ui);
        (cells.edited, cells.has_focus)
    }

    fn head_ui(&self, ui: &mut Ui) -> Rect {
        let label = match self.value.filter(|value| value.fract() != 0.0) {
            Some(between) => format!("{} {between}", self.label),
            None => self.label.to_owned(),
        };
        let label = Label::new(label);
        ui.add(if self.ends.is_some() { label.truncate() } else { label.wrap() }).rect
    }

    /// The words for the ends, at the right of the line of the label, where there is room. They stand there only while somebody
    /// looks at the row, so that the numbers of other rows are not taken for answers.
    fn ends_ui(&self, ui: &Ui, head: Rect, wide: f32) {
        let color = Palette::of(ui).quiet;
        let galley = ui.painter().layout_no_wrap(self.ends_in_words(), font(size::CAPTION), Color32::PLACEHOLDER);
        if head.width() + space::ROW + galley.size().x <= wide {
            let place = Rect::from_min_size(head.min, Vec2::new(wide, head.height()));
            let at = Align2::RIGHT_CENTER.anchor_size(place.right_center(), galley.size());
            ui.painter().galley(at.min, galley, color);
        }
    }

    /// `0 none · 10 worst`; nothing where the words stand above several rows.
    fn ends_in_words(&self) -> String {
        self.ends.map_or_else(String::new, |(low, high)| format!("{} {low} · {} {high}", self.least, self.most))
    }

    fn cells_ui(&self, ui: &mut Ui) -> Cells {
        let count = f32::from(self.most - self.least + 1);
        let gap = 2.0;
        let wide = ((ui.available_width() - gap * (count - 1.0)) / count).max(24.0);
        let mut edited = None;
        let row = ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            for number in self.least..=self.most {
                let chosen = self.value == Some(f64::from(number));
                let name = format!("{} {number}", self.label);
                let response = ui
                    .push_id(number, |ui| {
                        cell::option_part_ui(ui, &number.to_string(), &name, chosen, Vec2::new(wide, space::CELL))
                    })
                    .inner;
                if self.before == Some(f64::from(number)) {
                    cell::dot_of_yesterday(ui, response.rect, chosen);
                }
                if response.clicked() {
                    edited = Some(if chosen { None } else { Some(f64::from(number)) });
                }
            }
        });
        let shown = self.value.map_or_else(|| "not answered".to_owned(), |value| value.to_string());
        let before = self.before.map(|before| before.to_string());
        let (salt, label, value, rect) = (self.label, self.label, self.value, row.response.rect);
        let ends = self.ends_in_words();
        let row = Row { salt, rect, label, value, shown: &shown, ends: &ends, before: before.as_deref() };
        let (pressed, has_focus) = row_focus::row_focus_ui(ui, &row, edited.is_some() || self.takes_keyboard);
        let is_looked_at = has_focus || ui.rect_contains_pointer(rect);
        Cells { edited: edited.or(pressed.and_then(|pressed| self.after(pressed))), has_focus, is_looked_at }
    }

    /// Digits set (1 then 0 makes 10), arrows move, Delete and Backspace clear.
    pub fn after(&self, pressed: Pressed) -> Edited<f64> {
        let (least, most) = (f64::from(self.least), f64::from(self.most));
        match pressed {
            Pressed::Digit(digit) => {
                let ten = digit == 0 && self.value == Some(1.0) && self.most == 10;
                let number = if ten { 10.0 } else { f64::from(digit) };
                (least..=most).contains(&number).then_some(Some(number))
            }
            Pressed::Set(number) => (least..=most).contains(&number).then_some(Some(number)),
            Pressed::Clear => self.value.map(|_| None),
            Pressed::Step(step) => {
                let from = self.value.unwrap_or(if step > 0 { least - 1.0 } else { least });
                let next = (from + f64::from(step)).clamp(least, most);
                (self.value != Some(next)).then_some(Some(next))
            }
            Pressed::Letter(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_set_arrows_move_and_delete_makes_it_missing_again() {
        let row = |value| ScoreRow::new("Itch", 0..=10, value);
        assert_eq!(row(None).after(Pressed::Digit(7)), Some(Some(7.0)));
        assert_eq!(row(Some(1.0)).after(Pressed::Digit(0)), Some(Some(10.0)));
        assert_eq!(row(Some(4.0)).after(Pressed::Digit(0)), Some(Some(0.0)));
        assert_eq!(row(None).after(Pressed::Step(1)), Some(Some(0.0)));
        assert_eq!(row(Some(10.0)).after(Pressed::Step(1)), None);
        assert_eq!(row(Some(0.0)).after(Pressed::Clear), Some(None));
        assert_eq!(row(None).after(Pressed::Clear), None);
        assert_eq!(ScoreRow::new("Redness", 0..=4, None).after(Pressed::Digit(6)), None);
        assert_eq!(row(None).after(Pressed::Set(11.0)), None);
    }
}
