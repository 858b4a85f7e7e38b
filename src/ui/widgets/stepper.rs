//! − value + with a typed field, for counts and amounts.

use eframe::egui::{self, RichText, Ui, Vec2};

use super::typed_field::{self, TypedField};
use super::{Edited, cell};
use crate::model::trackable::Trackable;
use crate::model::value::Value;
use crate::ui::theme::{Palette, space};

/// Width of the typed field.
const FIELD: f32 = 56.0;

/// Shows label and unit, and − field + at the right edge, where yes and no stand too. `step` is what one press adds.
pub fn show(ui: &mut Ui, known: &Trackable, value: Option<f64>, step: f64) -> Edited<f64> {
    let label = known.label.as_str();
    let (least, most) = known.kind.range();
    let (mut edited, mut refused) = (None, None);
    ui.horizontal(|ui| {
        let controls = 2.0 * space::CELL + FIELD + 2.0 * space::TIGHT;
        let room = (ui.available_width() - controls - space::ROW).max(60.0);
        ui.allocate_ui_with_layout(
            Vec2::new(room, space::CELL),
            egui::Layout::left_to_right(egui::Align::Center),
            |ui| {
                ui.set_min_width(room);
                ui.spacing_mut().item_spacing.x = space::TIGHT;
                let unit = RichText::new(known.kind.unit()).color(Palette::of(ui).quiet);
                ui.add(egui::Label::new(label).truncate());
                ui.add(egui::Label::new(unit).truncate());
            },
        );
        ui.spacing_mut().item_spacing.x = space::TIGHT;
        let square = Vec2::splat(space::CELL);
        if cell::part(ui, "−", &format!("{label} less"), false, square).clicked() {
            // Stepping down from the least makes the answer missing again.
            edited = value.map(|now| (now > least).then(|| (now - step).max(least)));
        }
        let read = |text: &str| known.read(text).map(Value::as_number).map_err(|error| error.expected);
        let shown = value.map(|value| value.to_string()).unwrap_or_default();
        let typed = TypedField { label, shown, width: FIELD, hint: "", read: &read }.show_quietly(ui);
        refused = typed_field::refusal(ui, label);
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
    });
    typed_field::refusal_ui(ui, refused);
    edited
}

/// Arrow up or down, pressed in the field.
fn arrow(ui: &Ui) -> Option<bool> {
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    if pressed(egui::Key::ArrowUp) { Some(true) } else { pressed(egui::Key::ArrowDown).then_some(false) }
}
