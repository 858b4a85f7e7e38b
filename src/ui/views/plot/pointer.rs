//! What the pointer does to a plot: it reads a day out, a click opens the day, the wheel zooms, a drag pans, and a double click
//! goes back to the days of the button.

use eframe::egui::{Rect, Response, Ui};

use super::days_shown::{sanitized, scaled};
use super::time_axis::TimeAxis;
use crate::model::time::Day;

/// What the pointer or the keyboard did to the days in view.
#[derive(Default)]
pub struct Moved {
    /// The new window of days.
    pub window: Option<(f64, f64)>,
    /// Whether to go back to the days of the button.
    pub reset: bool,
    /// The day under the pointer.
    pub hovered: Option<Day>,
}

/// Takes up what was done over a plot. The wheel zooms where `wheel_zooms`; otherwise it is left to the scroll area around.
pub fn pointer(ui: &Ui, response: &Response, frame: Rect, axis: &TimeAxis, wheel_zooms: bool, moved: &mut Moved) {
    if response.double_clicked() {
        moved.reset = true;
    }
    if response.dragged() && response.drag_delta().x != 0.0 {
        let days = axis.number(axis.room.min + response.drag_delta().x) - axis.window.0;
        moved.window = sanitized((axis.window.0 - days, axis.window.1 - days));
    }
    let Some(at) = response.hover_pos().filter(|at| frame.contains(*at)) else { return };
    let (wheel, pinch) = ui.input(|input| (input.smooth_scroll_delta, input.zoom_delta()));
    let factor = if pinch != 1.0 {
        1.0 / f64::from(pinch)
    } else if wheel_zooms {
        (-f64::from(wheel.y) * 0.004).exp()
    } else {
        1.0
    };
    if factor != 1.0 {
        moved.window = scaled(axis.window, axis.number(at.x), factor);
    }
    moved.hovered = axis.day(at.x);
}
