//! A bar from now to an aim. The aim is a mark with an arrowhead that says which way it lies, so that neither colour nor length
//! alone carries the meaning; the numbers stand beside it in words.

use eframe::egui::{CornerRadius, Pos2, Rect, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};

use crate::ui::theme::Palette;

/// Height of the bar in points, its mark included.
const HEIGHT: f32 = 14.0;
/// Height of the track in points.
const TRACK: f32 = 6.0;
/// Where the further of the two numbers stands, as a share of the width.
const FURTHEST: f32 = 0.86;
/// Half the width of the arrowhead in points.
const HEAD: f32 = 4.0;

/// Which side of the aim is to be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    /// At least the aim.
    AtLeast,
    /// At most the aim.
    AtMost,
}

/// How far something is from its aim, both in the same unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct AimBar {
    /// How it is now.
    pub now: f64,
    /// What is aimed at.
    pub aim: f64,
    /// Which side of it.
    pub side: Side,
}

impl AimBar {
    /// Where now and the aim stand, as shares of the width from 0 to 1; nothing if there is no length to draw.
    pub fn places(self) -> Option<(f32, f32)> {
        let longest = self.now.max(self.aim);
        if !longest.is_finite() || longest <= 0.0 {
            return None;
        }
        #[expect(clippy::cast_possible_truncation, reason = "a share of a width")]
        let share = |value: f64| (value.max(0.0) / longest) as f32 * FURTHEST;
        Some((share(self.now), share(self.aim)))
    }

    /// Draws the bar over a width; `spoken` says the same in words to a screen reader.
    pub fn ui(self, ui: &mut Ui, width: f32, spoken: &str) {
        let (rect, response) = ui.allocate_exact_size(Vec2::new(width, HEIGHT), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Meter, ui.is_enabled(), spoken));
        let Some((now, aim)) = self.places() else { return };
        if !ui.is_rect_visible(rect) {
            return;
        }
        let palette = Palette::of(ui);
        let track = Rect::from_center_size(rect.center(), vec2(rect.width(), TRACK));
        let radius = CornerRadius::same(3);
        ui.painter().rect_filled(track, radius, palette.faint);
        let filled = Rect::from_min_size(track.min, vec2(track.width() * now, TRACK));
        ui.painter().rect_filled(filled, radius, palette.quiet);
        let x = rect.left() + rect.width() * aim;
        let stroke = Stroke::new(2.0, palette.text);
        ui.painter().line_segment([pos2(x, rect.top()), pos2(x, rect.bottom())], stroke);
        ui.painter().add(Shape::convex_polygon(head(x, rect, self.side), palette.text, Stroke::NONE));
    }
}

/// The arrowhead at the top of the mark, towards the side that is aimed at.
fn head(x: f32, rect: Rect, side: Side) -> Vec<Pos2> {
    let tip = match side {
        Side::AtLeast => HEAD * 1.5,
        Side::AtMost => -HEAD * 1.5,
    };
    vec![pos2(x, rect.top()), pos2(x + tip, rect.top() + HEAD), pos2(x, rect.top() + 2.0 * HEAD)]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(found: Option<(f32, f32)>, (now, aim): (f32, f32)) -> bool {
        found.is_some_and(|found| (found.0 - now).abs() < 0.001 && (found.1 - aim).abs() < 0.001)
    }

    #[test]
    fn the_bar_is_as_long_as_now_is_of_the_aim() {
        let bar = AimBar { now: 12.5, aim: 25.0, side: Side::AtLeast };
        assert!(close(bar.places(), (0.43, 0.86)), "half as much is half as long: {:?}", bar.places());
    }

    #[test]
    fn what_lies_beyond_the_aim_passes_its_mark() {
        let bar = AimBar { now: 28.0, aim: 14.0, side: Side::AtMost };
        assert!(close(bar.places(), (0.86, 0.43)), "{:?}", bar.places());
    }

    #[test]
    fn nothing_is_drawn_of_numbers_that_have_no_length() {
        for (now, aim) in [(0.0, 0.0), (-3.0, -1.0), (f64::NAN, f64::NAN), (f64::INFINITY, 1.0)] {
            assert_eq!(AimBar { now, aim, side: Side::AtLeast }.places(), None, "{now} of {aim}");
        }
        assert!(close(AimBar { now: 0.0, aim: 2.0, side: Side::AtLeast }.places(), (0.0, 0.86)), "none is not missing");
    }
}
