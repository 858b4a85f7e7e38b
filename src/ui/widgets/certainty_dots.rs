//! How certain a finding is, as three dots: filled ones for what is supported, a mark of its own where there is nothing to fill. It
//! only repeats what the words beside it say.

use eframe::egui::{Align2, Painter, Pos2, Sense, Stroke, Ui, Vec2, vec2};

use crate::model::certainty::Certainty;
use crate::ui::theme::{Palette, size, strong_font};

/// From one middle to the next, in points.
const APART: f32 = 9.0;
/// Radius of a dot in points.
const RADIUS: f32 = 3.2;

/// What is drawn for a degree of certainty.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dots {
    /// So many of three filled.
    Filled(u8),
    /// A question mark: experts disagree.
    Question,
    /// A line that ends in a bar: studied, no effect.
    Bar,
    /// A thin line: not studied.
    Trace,
}

/// The drawing of a degree of certainty.
pub fn dots(certainty: Certainty) -> Dots {
    match certainty {
        Certainty::High => Dots::Filled(3),
        Certainty::Moderate => Dots::Filled(2),
        Certainty::Low => Dots::Filled(1),
        Certainty::VeryLow => Dots::Filled(0),
        Certainty::Contested => Dots::Question,
        Certainty::NoEffect => Dots::Bar,
        Certainty::None => Dots::Trace,
    }
}

/// Draws the dots, as high as a line of small letters.
pub fn certainty_dots_ui(ui: &mut Ui, certainty: Certainty) {
    let (rect, _) = ui.allocate_exact_size(Vec2::new(3.0 * APART, size::CAPTION + 4.0), Sense::hover());
    if ui.is_rect_visible(rect) {
        paint(ui.painter(), rect.center(), dots(certainty), Palette::of(ui));
    }
}

fn paint(painter: &Painter, middle: Pos2, dots: Dots, palette: &Palette) {
    let ink = Stroke::new(1.4, palette.quiet);
    match dots {
        Dots::Filled(count) => {
            for (place, offset) in [-APART, 0.0, APART].into_iter().enumerate() {
                let at = middle + vec2(offset, 0.0);
                if place < usize::from(count) {
                    painter.circle_filled(at, RADIUS, palette.text);
                } else {
                    painter.circle_stroke(at, RADIUS - 0.7, ink);
                }
            }
        }
        Dots::Question => {
            painter.text(middle, Align2::CENTER_CENTER, "?", strong_font(size::BODY), palette.text);
        }
        Dots::Bar => {
            painter.line_segment([middle - vec2(APART, 0.0), middle + vec2(APART, 0.0)], ink);
            let end = middle + vec2(APART, 0.0);
            painter.line_segment([end - vec2(0.0, 4.5), end + vec2(0.0, 4.5)], Stroke::new(2.0, palette.text));
        }
        Dots::Trace => {
            painter.line_segment(
                [middle - vec2(APART, 0.0), middle + vec2(APART, 0.0)],
                Stroke::new(1.0, palette.outline),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_degrees_of_certainty_look_alike() {
        let all = [
            Certainty::High,
            Certainty::Moderate,
            Certainty::Low,
            Certainty::VeryLow,
            Certainty::Contested,
            Certainty::NoEffect,
            Certainty::None,
        ];
        for (place, one) in all.iter().enumerate() {
            for other in &all[place + 1..] {
                assert_ne!(dots(*one), dots(*other), "{one:?} and {other:?}");
            }
        }
        assert_eq!(dots(Certainty::Moderate), Dots::Filled(2), "as in the sketch: probably is two of three");
    }
}
