//! A row of numbered cells for a score or grade. Click sets, click again clears; with the focus on it, digits set, arrows
//! move, Delete clears.

use eframe::egui::{self, RichText, Ui, Vec2};

use super::row_focus::{self, Pressed, Row};
use super::{Edited, cell};
use crate::ui::theme::{Palette, size, space};

/// A row of numbered cells from `least` to `most`.
pub struct ScoreRow<'a> {
    label: &'a str,
    least: u8,
    most: u8,
    value: Option<f64>,
    /// Words for the two ends; `None` where they stand above several rows.
    ends: Option<(&'a str, &'a str)>,
}

impl<'a> ScoreRow<'a> {
    /// A row for a named score.
    pub fn new(label: &'a str, range: std::ops::RangeInclusive<u8>, value: Option<f64>) -> Self {
        Self { label, least: *range.start(), most: *range.end(), value, ends: Some(("none", "worst")) }
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

    /// Shows the row. The whole row is one stop for the keyboard.
    pub fn ui(self, ui: &mut Ui) -> Edited<f64> {
        let mut edited = None;
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = space::TIGHT;
            self.head_ui(ui);
            edited = self.cells_ui(ui);
        });
        edited
    }

    fn head_ui(&self, ui: &mut Ui) {
        let palette = Palette::of(ui);
        let Some((low, high)) = self.ends else {
            ui.add(egui::Label::new(self.label).wrap());
            return;
        };
        ui.horizontal(|ui| {
            ui.label(self.label);
            if let Some(value) = self.value.filter(|value| value.fract() != 0.0) {
                ui.label(RichText::new(format!("{value}")).color(palette.accent));
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let words = format!("{} {low} · {} {high}", self.least, self.most);
                ui.label(RichText::new(words).size(size::CAPTION).color(palette.quiet));
            });
        });
    }

    fn cells_ui(&self, ui: &mut Ui) -> Edited<f64> {
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
                        cell::part_ui(ui, &number.to_string(), &name, chosen, Vec2::new(wide, space::CELL))
                    })
                    .inner;
                if response.clicked() {
                    edited = Some(if chosen { None } else { Some(f64::from(number)) });
                }
            }
        });
        let shown = self.value.map_or_else(|| "not answered".to_owned(), |value| value.to_string());
        let (salt, label, value) = (self.label, self.label, self.value);
        let row = Row { salt, rect: row.response.rect, label, value, shown: &shown };
        let pressed = row_focus::row_focus_ui(ui, &row, edited.is_some());
        edited.or(pressed.and_then(|pressed| self.after(pressed)))
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
