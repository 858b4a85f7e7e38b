//! Figures of the view, drawn once for a result and a width and kept, since drawing them anew in every frame would be waste.

use std::sync::Arc;

use eframe::egui::Ui;

use crate::report::exportable_figure::ExportableFigure;
use crate::report::series_style::SeriesStyles;
use crate::ui::command::UiCommands;
use crate::ui::widgets::exportable_figure::exportable_figure_ui;

/// What a kept figure is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Of {
    /// The result it was drawn from.
    pub answer: u64,
    /// Which figure.
    pub name: &'static str,
    /// The pair or outcome it is about.
    pub about: String,
}

/// Kept figures.
#[derive(Default)]
pub struct Figures {
    styles: SeriesStyles,
    kept: Vec<(Of, u32, Option<Arc<ExportableFigure>>)>,
}

/// More than one page shows.
const MOST_KEPT: usize = 12;

impl Figures {
    /// Draws series as they are drawn elsewhere.
    pub fn follow(&mut self, styles: &SeriesStyles) {
        if self.styles != *styles {
            self.styles = styles.clone();
            self.kept.clear();
        }
    }

    /// How series are drawn.
    pub fn styles(&self) -> &SeriesStyles {
        &self.styles
    }

    /// Shows a figure; `draw` draws it for a width if it is not kept. Gives whether there was something to draw.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        of: Of,
        commands: &mut UiCommands,
        draw: impl FnOnce(f32) -> Option<ExportableFigure>,
    ) -> bool {
        // Within a few points of width the kept one is scaled.
        let steps = (ui.available_width() / 8.0).floor().clamp(1.0, 10_000.0);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
        let width = steps as u32 * 8;
        let at = self.kept.iter().position(|(kept, wide, _)| *kept == of && *wide == width);
        let at = at.unwrap_or_else(|| {
            if self.kept.len() >= MOST_KEPT {
                self.kept.remove(0);
            }
            self.kept.push((of, width, draw(steps * 8.0).map(Arc::new)));
            self.kept.len() - 1
        });
        let Some((_, _, Some(drawn))) = self.kept.get(at) else { return false };
        exportable_figure_ui(ui, drawn, commands);
        true
    }
}
