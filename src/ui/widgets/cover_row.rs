//! How much of a place is covered, chosen from seven small pictures: people judge pictures of one place better than their own palms.

use eframe::egui::{
    self, CornerRadius, Painter, Pos2, Rect, RichText, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
};

use super::row_focus::{self, Pressed, Row};
use super::{Edited, cell};
use crate::ui::theme::{Palette, font, size};

/// What the pictures show, in percent.
pub const STEPS: [u8; 7] = [0, 5, 20, 40, 60, 80, 95];
/// Dots of a picture, in rows of [`ACROSS`].
const DOTS: usize = 20;
const ACROSS: usize = 5;

/// Which dots of a picture are filled, the order in which they fill: scattered, as patches are.
const ORDER: [usize; DOTS] = [7, 16, 2, 13, 9, 0, 18, 5, 11, 14, 3, 19, 6, 10, 1, 17, 8, 4, 12, 15];

/// Shows the pictures under a label.
pub fn cover_row_ui(ui: &mut Ui, label: &str, value: Option<f64>, before: Option<f64>) -> Edited<f64> {
    let palette = Palette::of(ui);
    let mut edited = None;
    ui.label(label);
    let row = ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 2.0;
        let wide = ((ui.available_width() - 12.0) / STEPS.len() as f32).clamp(32.0, 64.0);
        for percent in STEPS {
            let chosen = value == Some(f64::from(percent));
            let (rect, response) = ui.allocate_exact_size(Vec2::new(wide, 52.0), Sense::CLICK);
            let name = format!("{label} {percent} %");
            response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), chosen, &name));
            cell::paint(ui, rect, &response, chosen);
            let ink = if chosen { palette.on_accent } else { palette.text };
            draw(ui.painter(), rect, percent, ink);
            let at = rect.center_bottom() - egui::vec2(0.0, 2.0);
            ui.painter().text(at, egui::Align2::CENTER_BOTTOM, percent.to_string(), font(size::CAPTION), ink);
            if before == Some(f64::from(percent)) {
                cell::dot_of_yesterday(ui, rect.translate(egui::vec2(0.0, 3.0)), chosen);
            }
            if response.clicked() {
                edited = Some((!chosen).then_some(f64::from(percent)));
            }
        }
    });
    let said = value.map_or_else(|| "not answered".to_owned(), |percent| format!("{percent} %"));
    let before = before.map(|percent| format!("{percent} %"));
    let row = Row {
        salt: "share covered",
        rect: row.response.rect,
        label,
        value,
        shown: &said,
        ends: ENDS,
        before: before.as_deref(),
    };
    edited = edited.or(match row_focus::row_focus_ui(ui, &row, edited.is_some()).0 {
        Some(Pressed::Digit(digit)) => STEPS.get(usize::from(digit)).map(|percent| Some(f64::from(*percent))),
        Some(Pressed::Set(percent)) => Some(Some(percent.clamp(0.0, 100.0))),
        Some(Pressed::Step(step)) => Some(Some(f64::from(stepped(value, step > 0)))),
        Some(Pressed::Clear) => value.map(|_| None),
        _ => None,
    });
    let caption = match value {
        Some(percent) => format!("{percent} % of the place"),
        None => format!("{ENDS}; not answered"),
    };
    ui.label(RichText::new(caption).size(size::CAPTION).color(palette.quiet));
    edited
}

/// What the ends of the row mean.
const ENDS: &str = "0 % clear to 95 % nearly all of the place";

/// The next picture above or below a share.
fn stepped(value: Option<f64>, is_up: bool) -> u8 {
    let (first, last) = (STEPS[0], STEPS[STEPS.len() - 1]);
    match (value, is_up) {
        (None, true) => first,
        (None, false) => last,
        (Some(now), true) => STEPS.into_iter().find(|step| f64::from(*step) > now).unwrap_or(last),
        (Some(now), false) => STEPS.into_iter().rev().find(|step| f64::from(*step) < now).unwrap_or(first),
    }
}

/// A square of which a share is filled.
fn draw(painter: &Painter, cell: Rect, percent: u8, ink: egui::Color32) {
    let picture = Rect::from_center_size(cell.center() - egui::vec2(0.0, 7.0), Vec2::new(27.0, 22.0));
    painter.rect_stroke(picture, CornerRadius::same(3), Stroke::new(1.0, ink), StrokeKind::Inside);
    let filled = DOTS * usize::from(percent) / 100;
    for place in ORDER.into_iter().take(filled) {
        let (x, y) = ((place % ACROSS) as f32, (place / ACROSS) as f32);
        let at = Pos2::new(picture.left() + 3.5 + 5.0 * x, picture.top() + 3.5 + 5.0 * y);
        painter.rect_filled(Rect::from_center_size(at, Vec2::splat(5.0)), CornerRadius::ZERO, ink);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_lead_from_picture_to_picture_and_every_dot_is_filled_once() {
        assert_eq!((stepped(None, true), stepped(Some(0.0), true), stepped(Some(95.0), true)), (0, 5, 95));
        assert_eq!((stepped(Some(30.0), true), stepped(Some(30.0), false), stepped(None, false)), (40, 20, 95));
        let mut order = ORDER;
        order.sort_unstable();
        assert!(order.into_iter().eq(0..DOTS));
    }
}
