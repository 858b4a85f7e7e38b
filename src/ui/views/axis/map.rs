//! The map on the screen: the same drawing that is saved, with a control over every box and every number of an arrow.

use std::sync::Arc;

use eframe::egui::{self, CornerRadius, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo};

use crate::evidence::axis::{AxisArrow, AxisMap};
use crate::report::exportable_figure::ExportableFigure;
use crate::report::figure::axis::{AxisPart, Frame};
use crate::ui::command::UiCommands;
use crate::ui::theme::{Palette, ROUNDING_SMALL};
use crate::ui::widgets::{cell, exportable_figure};

/// Below this scale letters get too small; what does not fit is scrolled to.
const LEAST_SCALE: f32 = 0.9;

/// Shows the map; gives the part that was pressed.
pub(super) fn map_ui(
    ui: &mut Ui,
    map: &AxisMap,
    figure: &Arc<ExportableFigure>,
    places: &[(AxisPart, Frame)],
    commands: &mut UiCommands,
) -> Option<AxisPart> {
    let (rect, scale) = exportable_figure::drawn_ui(ui, &figure.scene, LEAST_SCALE);
    let mut pressed = None;
    for (part, [x, y, width, height]) in places {
        let at = rect.min + egui::vec2(*x, *y) * scale;
        let place = Rect::from_min_size(at, egui::vec2(*width, *height) * scale);
        if part_ui(ui, part, place, &name(map, part)).clicked() {
            pressed = Some(part.clone());
        }
    }
    exportable_figure::save_ui(ui, figure, rect, commands);
    pressed
}

/// What a screen reader says of a part.
fn name(map: &AxisMap, part: &AxisPart) -> String {
    match part {
        AxisPart::Box(id) => map.find_box(id).map(crate::evidence::axis::AxisBox::words).unwrap_or_default(),
        AxisPart::Arrow(id) => map.arrow(id).map(AxisArrow::words).unwrap_or_default(),
    }
}

fn part_ui(ui: &Ui, part: &AxisPart, place: Rect, name: &str) -> Response {
    let id = ui.scope_id().with(match part {
        AxisPart::Box(id) | AxisPart::Arrow(id) => *id,
    });
    let response = ui.interact(place, id, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, ui.is_enabled(), name));
    if response.hovered() {
        let stroke = Stroke::new(1.5, Palette::of(ui).accent);
        ui.painter().rect_stroke(place, CornerRadius::same(ROUNDING_SMALL), stroke, StrokeKind::Outside);
    }
    if response.has_focus() {
        cell::focus_ring(ui, place);
    }
    response.on_hover_cursor(egui::CursorIcon::PointingHand).on_hover_text(name)
}
