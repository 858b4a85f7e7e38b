//! Two cells, yes and no; neither pressed means nobody answered.

use eframe::egui::{self, Ui, Vec2};

use super::row_focus::{self, Pressed, Row};
use super::{Edited, cell};
use crate::ui::theme::space;

/// Shows the pair behind its label. Pressing the answer again clears it.
pub fn yes_no_ui(ui: &mut Ui, label: &str, value: Option<bool>) -> Edited<bool> {
    after_yesterday_ui(ui, label, value, None)
}

/// The same, with a dot under the answer of the day before.
pub fn after_yesterday_ui(ui: &mut Ui, label: &str, value: Option<bool>, before: Option<bool>) -> Edited<bool> {
    let mut edited = None;
    ui.horizontal(|ui| {
        let cells = 2.0 * 52.0 + 2.0;
        let room = (ui.available_width() - cells - space::ROW).max(60.0);
        ui.allocate_ui_with_layout(
            Vec2::new(room, space::CELL),
            egui::Layout::left_to_right(egui::Align::Center),
            |ui| {
                ui.set_min_width(room);
                ui.add(egui::Label::new(label).wrap());
            },
        );
        ui.spacing_mut().item_spacing.x = 2.0;
        let row = ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = 2.0;
            for (answer, word) in [(true, "yes"), (false, "no")] {
                let chosen = value == Some(answer);
                let response =
                    cell::option_part_ui(ui, word, &format!("{label} {word}"), chosen, Vec2::new(52.0, space::CELL));
                if before == Some(answer) {
                    cell::dot_of_yesterday(ui, response.rect, chosen);
                }
                if response.clicked() {
                    edited = Some((!chosen).then_some(answer));
                }
            }
        });
        let word = |yes| if yes { "yes" } else { "no" };
        let shown = value.map_or("not answered", word);
        let number = value.map(|yes| f64::from(u8::from(yes)));
        let row = Row {
            salt: label,
            rect: row.response.rect,
            label,
            value: number,
            shown,
            ends: "",
            before: before.map(word),
        };
        edited = edited.or(match row_focus::row_focus_ui(ui, &row, edited.is_some()).0 {
            Some(Pressed::Letter('y') | Pressed::Digit(1) | Pressed::Step(-1)) => Some(Some(true)),
            Some(Pressed::Letter('n') | Pressed::Digit(0) | Pressed::Step(1)) => Some(Some(false)),
            Some(Pressed::Set(number)) => Some(Some(number != 0.0)),
            Some(Pressed::Clear) => value.map(|_| None),
            _ => None,
        });
    });
    edited
}
