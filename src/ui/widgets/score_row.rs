//! A row of numbered cells for a score or grade. Click sets, click again clears; with the focus on it, digits set, arrows
//! move, Delete clears.

use eframe::egui::{self, EventFilter, Key, RichText, Role, Sense, Ui, Vec2, WidgetInfo};

use super::{Edited, cell};
use crate::ui::theme::{Palette, size, space};

/// A row of numbered cells from `least` to `most`.
pub struct ScoreRow<'a> {
    label: &'a str,
    least: u8,
    most: u8,
    value: Option<f64>,
    ends: (&'a str, &'a str),
}

impl<'a> ScoreRow<'a> {
    /// A row for a named score.
    pub fn new(label: &'a str, range: std::ops::RangeInclusive<u8>, value: Option<f64>) -> Self {
        Self { label, least: *range.start(), most: *range.end(), value, ends: ("none", "worst") }
    }

    /// Words for the two ends.
    #[must_use]
    pub fn ends(mut self, low: &'a str, high: &'a str) -> Self {
        self.ends = (low, high);
        self
    }

    /// Shows the row. The whole row is one stop for the keyboard.
    pub fn show(self, ui: &mut Ui) -> Edited<f64> {
        let mut edited = None;
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = space::TIGHT;
            self.head(ui);
            edited = self.cells(ui);
        });
        edited
    }

    fn head(&self, ui: &mut Ui) {
        let palette = Palette::of(ui);
        ui.horizontal(|ui| {
            ui.label(self.label);
            if let Some(value) = self.value.filter(|value| value.fract() != 0.0) {
                ui.label(RichText::new(format!("{value}")).color(palette.accent));
            }
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let words = format!("{} {} · {} {}", self.least, self.ends.0, self.most, self.ends.1);
                ui.label(RichText::new(words).size(size::CAPTION).color(palette.quiet));
            });
        });
    }

    fn cells(&self, ui: &mut Ui) -> Edited<f64> {
        let count = f32::from(self.most - self.least + 1);
        let gap = 2.0;
        let wide = ((ui.available_width() - gap * (count - 1.0)) / count).clamp(24.0, 68.0);
        let mut edited = None;
        let row = ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = gap;
            for number in self.least..=self.most {
                let chosen = self.value == Some(f64::from(number));
                let name = format!("{} {number}", self.label);
                let response = ui
                    .push_id(number, |ui| {
                        cell::show(ui, &number.to_string(), &name, chosen, Vec2::new(wide, space::CELL))
                    })
                    .inner;
                if response.clicked() {
                    edited = Some(if chosen { None } else { Some(f64::from(number)) });
                }
            }
        });
        let id = row.response.id.with(self.label);
        let whole = ui.interact(row.response.rect, id, Sense::focusable_noninteractive());
        whole.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::SpinButton, ui.is_enabled(), self.label);
            info.value = self.value;
            info
        });
        if whole.has_focus() {
            cell::focus_ring(ui, whole.rect);
            ui.memory_mut(|memory| {
                let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
                memory.set_focus_lock_filter(id, filter);
            });
            edited = edited.or(self.keys(ui));
        }
        edited
    }

    /// Digits set (1 then 0 within the row makes 10), arrows move, Delete and Backspace clear.
    fn keys(&self, ui: &mut Ui) -> Edited<f64> {
        let (least, most) = (f64::from(self.least), f64::from(self.most));
        let typed = ui.input(|input| {
            input.events.iter().find_map(|event| match event {
                egui::Event::Text(text) => text.chars().next().and_then(|sign| sign.to_digit(10)),
                _ => None,
            })
        });
        if let Some(digit) = typed {
            let digit = f64::from(digit);
            let number = if digit == 0.0 && self.value == Some(1.0) && self.most == 10 { 10.0 } else { digit };
            return (least..=most).contains(&number).then_some(Some(number));
        }
        let pressed = |key| ui.input(|input| input.key_pressed(key));
        if pressed(Key::Delete) || pressed(Key::Backspace) {
            return self.value.map(|_| None);
        }
        let step = f64::from(u8::from(pressed(Key::ArrowRight))) - f64::from(u8::from(pressed(Key::ArrowLeft)));
        if step == 0.0 {
            return None;
        }
        let from = self.value.unwrap_or(if step > 0.0 { least - 1.0 } else { least });
        let next = (from + step).clamp(least, most);
        (self.value != Some(next)).then_some(Some(next))
    }
}
