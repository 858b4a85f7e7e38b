//! A red flag in the pane.

use eframe::egui::{CornerRadius, Frame, Margin, RichText, Stroke, Ui};

use crate::evidence::red_flags::{Level, RedFlag};
use crate::ui::theme::{Palette, ROUNDING, size, space, strong_font};
use crate::ui::widgets::caption_ui;

/// Shows what must come first.
pub(super) fn flag_ui(ui: &mut Ui, flag: &RedFlag) {
    let palette = Palette::of(ui);
    let color = if flag.level <= Level::Today { palette.danger } else { palette.attention };
    let frame = Frame::new().fill(palette.card).corner_radius(CornerRadius::same(ROUNDING));
    frame.inner_margin(Margin::same(12)).stroke(Stroke::new(1.5, color)).show(ui, |ui| {
        ui.set_min_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = space::TIGHT;
        ui.label(RichText::new(flag.level.words()).font(strong_font(size::BODY)).color(color));
        ui.label(flag.text.as_str());
        caption_ui(ui, &flag.because);
    });
}
