//! Stool form: seven own drawings with plain words, after the seven steps of the Bristol scale.

use eframe::egui::{self, Color32, Painter, Pos2, Rect, RichText, Role, Sense, Stroke, Ui, Vec2, WidgetInfo};

use super::row_focus::{self, Pressed, Row};
use super::{Edited, cell};
use crate::ui::theme::{Palette, size};
use crate::words::STOOL_FORMS;

/// What the ends of the row mean.
const ENDS: &str = "1 hardest to 7 most liquid";

/// Shows seven drawn cells under a label; the words of the chosen one stand beside it.
pub fn stool_row_ui(ui: &mut Ui, label: &str, value: Option<f64>) -> Edited<f64> {
    beside_ui(ui, label, (value, None), false, |_| {})
}

/// Shows the cells with something at the right end of the line of their label. The row stays where it is, and keeps the keyboard,
/// whatever its label and that are; with `takes_focus` it gets the keyboard. `value` comes with that of the day before.
pub fn beside_ui(
    ui: &mut Ui,
    label: &str,
    (value, before): (Option<f64>, Option<f64>),
    takes_focus: bool,
    beside: impl FnOnce(&mut Ui),
) -> Edited<f64> {
    let palette = Palette::of(ui);
    let mut edited = None;
    ui.horizontal(|ui| {
        ui.label(label);
        ui.label(RichText::new(caption(value)).size(size::CAPTION).color(palette.quiet));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), beside);
    });
    let row = ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let wide = ((ui.available_width() - 12.0) / 7.0).max(32.0);
        for (form, words) in (1_u8..).zip(STOOL_FORMS) {
            let chosen = value == Some(f64::from(form));
            let (rect, response) = ui.allocate_exact_size(Vec2::new(wide, 44.0), Sense::CLICK);
            let name = format!("{label} {form}, {words}");
            response.widget_info(|| WidgetInfo::selected(Role::RadioButton, ui.is_enabled(), chosen, &name));
            cell::paint(ui, rect, &response, chosen);
            let ink = if chosen { palette.on_accent } else { palette.text };
            draw(ui.painter(), rect.shrink2(egui::vec2(4.0, 4.0)).translate(egui::vec2(0.0, -7.0)), form, ink);
            let at = rect.center_bottom() - egui::vec2(0.0, 3.0);
            let font = crate::ui::theme::font(size::CAPTION);
            ui.painter().text(at, egui::Align2::CENTER_BOTTOM, form.to_string(), font, ink);
            if before == Some(f64::from(form)) {
                cell::dot_of_yesterday(ui, rect.translate(egui::vec2(0.0, 3.0)), chosen);
            }
            if response.on_hover_text(words).clicked() {
                edited = Some((!chosen).then_some(f64::from(form)));
            }
        }
    });
    let said = value.map_or_else(|| "not answered".to_owned(), |form| form.to_string());
    let before = before.map(|form| form.to_string());
    let form = |number: f64| (1.0..=7.0).contains(&number).then_some(Some(number));
    let row = Row {
        salt: "stool form",
        rect: row.response.rect,
        label,
        value,
        shown: &said,
        ends: ENDS,
        before: before.as_deref(),
    };
    edited = edited.or(match row_focus::row_focus_ui(ui, &row, edited.is_some() || takes_focus).0 {
        Some(Pressed::Digit(digit)) => form(f64::from(digit)),
        Some(Pressed::Set(number)) => form(number),
        Some(Pressed::Step(step)) => form(value.unwrap_or(if step > 0 { 0.0 } else { 8.0 }) + f64::from(step)),
        Some(Pressed::Clear) => value.map(|_| None),
        _ => None,
    });
    edited
}

/// What the chosen form is, or what the ends of the row mean.
fn caption(value: Option<f64>) -> String {
    let is_it = |number: u8| value.is_some_and(|form| (form - f64::from(number)).abs() < 0.01);
    match (value, (1_u8..).zip(STOOL_FORMS).find(|(number, _)| is_it(*number))) {
        (_, Some((number, words))) => format!("{number}: {words}"),
        (Some(between), None) => format!("{between}: between two forms"),
        (None, None) => ENDS.to_owned(),
    }
}

fn draw(painter: &Painter, rect: Rect, form: u8, ink: Color32) {
    let at = |x: f32, y: f32| Pos2::new(rect.left() + x * rect.width(), rect.center().y + y * 10.0);
    let log = |from: f32, to: f32, thick: f32| {
        painter.line_segment([at(from, 0.0), at(to, 0.0)], Stroke::new(thick, ink));
        painter.circle_filled(at(from, 0.0), thick / 2.0, ink);
        painter.circle_filled(at(to, 0.0), thick / 2.0, ink);
    };
    match form {
        1 => [(0.15, -0.3), (0.42, 0.35), (0.62, -0.35), (0.86, 0.25)].iter().for_each(|(x, y)| {
            painter.circle_filled(at(*x, *y), 3.0, ink);
        }),
        2 => [0.18, 0.36, 0.54, 0.72, 0.86].iter().zip([0.15, -0.15, 0.1, -0.1, 0.1]).for_each(|(x, y)| {
            painter.circle_filled(at(*x, y), 4.6, ink);
        }),
        3 => {
            log(0.2, 0.8, 8.0);
            let gap = Stroke::new(1.2, cell_ground(painter, ink));
            for x in [0.32, 0.5, 0.68] {
                painter.line_segment([at(x, -0.45), at(x + 0.05, 0.0)], gap);
            }
        }
        4 => log(0.16, 0.84, 7.0),
        5 => [(0.2, 0.1, 4.2), (0.5, -0.15, 4.6), (0.8, 0.15, 3.8)].iter().for_each(|(x, y, r)| {
            painter.circle_filled(at(*x, *y), *r, ink);
        }),
        6 => [(0.2, 0.2, 2.6), (0.34, -0.1, 3.6), (0.5, 0.2, 4.0), (0.64, -0.1, 3.2), (0.8, 0.15, 2.4)]
            .iter()
            .for_each(|(x, y, r)| {
                painter.circle_filled(at(*x, *y), *r, ink);
            }),
        _ => {
            for (y, phase) in [(-0.35, 0.0), (0.05, 0.12), (0.45, 0.0)] {
                let wave = (0..=12_u8).map(|step| {
                    let x = f32::from(step) / 12.0;
                    at(0.1 + 0.8 * x, y + 0.12 * ((x + phase) * 18.0).sin())
                });
                painter.add(egui::Shape::line(wave.collect(), Stroke::new(1.6, ink)));
            }
        }
    }
}

/// The colour that shows a crack in something drawn in `ink`.
fn cell_ground(painter: &Painter, ink: Color32) -> Color32 {
    let palette = Palette::of_visuals(&painter.ctx().global_style().visuals);
    if ink == palette.on_accent { palette.accent } else { palette.card }
}
