//! − value + with a typed field, for counts and amounts.

use eframe::egui::{self, RichText, Ui, Vec2};

use super::typed_field::{self, TypedField};
use super::{Edited, cell};
use crate::model::trackable::Trackable;
use crate::model::value::Value;
use crate::ui::theme::{Palette, space};

/// Shows label, − field + and unit. `step` is what one press adds.
pub fn show(ui: &mut Ui, known: &Trackable, value: Option<f64>, step: f64) -> Edited<f64> {
    let label = known.label.as_str();
    let (least, most) = known.kind.range();
    let mut edited = None;
    ui.horizontal(|ui| {
        let controls = 2.0 * space::CELL + 62.0 + 44.0 + 4.0 * 4.0;
        let room = (ui.available_width() - controls).max(60.0);
        ui.allocate_ui_with_layout(
            Vec2::new(room, space::CELL),
            egui::Layout::left_to_right(egui::Align::Center),
            |ui| {
                ui.set_min_width(room);
                ui.add(egui::Label::new(label).truncate());
            },
        );
        ui.spacing_mut().item_spacing.x = 4.0;
        let square = Vec2::splat(space::CELL);
        if cell::part(ui, "−", &format!("{label} less"), false, square).clicked() {
            // Stepping down from the least makes the answer missing again.
            edited = value.map(|now| (now > least).then(|| (now - step).max(least)));
        }
        let read = |text: &str| known.read(text).map(Value::as_number).map_err(|error| error.expected);
        let shown = value.map(|value| value.to_string()).unwrap_or_default();
        let typed = TypedField { label, shown, width: 46.0, hint: "", read: &read }.show(ui);
        edited = edited.or(typed);
        if typed_field::has_focus(ui, label)
            && let Some(up) = arrow(ui)
        {
            let next = value.unwrap_or(least) + if up { step } else { -step };
            edited = Some(Some(next.clamp(least, most)));
            typed_field::forget_draft(ui, label);
        }
        if cell::part(ui, "+", &format!("{label} more"), false, square).clicked() {
            edited = Some(Some((value.unwrap_or(least) + step).min(most)));
        }
        ui.label(RichText::new(known.kind.unit()).color(Palette::of(ui).quiet));
    });
    edited
}

/// Arrow up or down, pressed in the field.
fn arrow(ui: &Ui) -> Option<bool> {
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    if pressed(egui::Key::ArrowUp) { Some(true) } else { pressed(egui::Key::ArrowDown).then_some(false) }
}
