//! − value + with a typed field, for counts and amounts.

use eframe::egui::{self, RichText, Ui, Vec2};

use super::typed_field::{self, Typed, TypedField};
use super::{Edited, cell};
use crate::model::trackable::Trackable;
use crate::ui::drafts::Drafts;
use crate::ui::theme::{Palette, space};

/// Width of the typed field.
const FIELD: f32 = 56.0;

/// Shows label and unit, and − field + at the right edge, where yes and no stand too. `shown` is what the field says in the
/// unit, `before` what it said the day before, `step` what one press adds to the value. Gives what was pressed, and what happened to the field.
pub fn stepper_ui(
    ui: &mut Ui,
    drafts: &mut Drafts,
    known: &Trackable,
    (value, shown, before): (Option<f64>, &str, &str),
    (unit, step): (&str, f64),
) -> (Edited<f64>, Typed) {
    let label = known.label.as_str();
    let (least, most) = known.kind.range();
    let mut edited = None;
    let row = ui.horizontal(|ui| {
        let controls = 2.0 * space::CELL + FIELD + 2.0 * space::TIGHT;
        let room = (ui.available_width() - controls - space::ROW).max(60.0);
        ui.allocate_ui_with_layout(
            Vec2::new(room, space::CELL),
            egui::Layout::left_to_right(egui::Align::Center),
            |ui| {
                ui.set_min_width(room);
                ui.spacing_mut().item_spacing.x = space::TIGHT;
                let unit = RichText::new(unit).color(Palette::of(ui).quiet);
                ui.add(egui::Label::new(label).truncate());
                ui.add(egui::Label::new(unit).truncate());
            },
        );
        ui.spacing_mut().item_spacing.x = space::TIGHT;
        let square = Vec2::splat(space::CELL);
        if cell::part_ui(ui, "−", &format!("{label} less"), false, square).clicked() {
            // Stepping down from the least makes the answer missing again.
            edited = value.map(|now| (now > least).then(|| (now - step).max(least)));
        }
        let typed = TypedField { label, shown, width: FIELD, hint: before }.quietly_ui(ui, drafts);
        if let Some(up) = typed_field::arrow(ui, typed.id) {
            let next = value.unwrap_or(least) + if up { step } else { -step };
            edited = Some(Some(next.clamp(least, most)));
        }
        if cell::part_ui(ui, "+", &format!("{label} more"), false, square).clicked() {
            edited = Some(Some((value.unwrap_or(least) + step).min(most)));
        }
        typed
    });
    let typed = row.inner;
    if edited.is_some() {
        drafts.forget(typed.id);
    }
    typed_field::refusal_ui(ui, drafts, typed.id);
    (edited, typed)
}
