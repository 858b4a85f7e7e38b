//! A few series in the plots of the plot panel, at the foot of another view: for a look, with nothing to be set. Choosing,
//! zooming and the list of events are the plot panel's.

use eframe::egui::Ui;

use super::days_shown::{days_in_view_of, usual_window};
use super::drawing::Drawing;
use super::stack::{Look, Stack};
use crate::model::time::Day;
use crate::ui::command::UiCommands;
use crate::ui::view_state::{Range, ViewState};
use crate::workspace::Workspace;

/// Height of one plot.
const HEIGHT: f32 = 110.0;

/// What it remembers from frame to frame.
#[derive(Default)]
pub struct Preview {
    stack: Stack,
    drawing: Option<Drawing>,
}

impl Preview {
    /// Shows some series, by their keys, over the days of a range that ends today; nothing where none of them was answered.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        workspace: &Workspace,
        view: &ViewState,
        (series, range, day): (&[String], Range, Day),
        commands: &mut UiCommands,
    ) {
        // A series is drawn here as the plot panel draws it, whether or not it was chosen there.
        let mut styles = view.styles.clone();
        styles.show_together(series);
        if self.drawing.as_ref().is_none_or(|drawing| !drawing.is_of(workspace, series, &styles)) {
            self.drawing = Drawing::new(workspace, series, &styles);
        }
        let Some(drawing) = &mut self.drawing else { return };
        let window = usual_window(workspace, range, day);
        drawing.look_at(workspace, days_in_view_of(window, day));
        self.stack.panels_ui(ui, drawing, Look { window, day }, (HEIGHT, false), commands);
    }
}
