//! One of a few: cells side by side, the chosen one filled.

use eframe::egui::{Ui, Vec2};

use super::cell;
use crate::ui::theme::{font, size, space};

/// Shows the choices; gives the one that was pressed, the chosen one included.
pub fn segmented_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    name: &str,
    chosen: Option<T>,
    choices: &[(T, &str)],
) -> Option<T> {
    let mut pressed = None;
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = Vec2::splat(2.0);
        for (choice, words) in choices {
            let galley =
                ui.painter().layout_no_wrap((*words).to_owned(), font(size::BODY), eframe::egui::Color32::PLACEHOLDER);
            let wanted = Vec2::new((galley.size().x + 20.0).max(space::CELL), space::CELL);
            let response = cell::option_ui(ui, words, &format!("{name}: {words}"), chosen == Some(*choice), wanted);
            if response.clicked() {
                pressed = Some(*choice);
            }
        }
    });
    pressed
}
