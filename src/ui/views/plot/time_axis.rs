//! The time axis that everything in the plot shares: from days to points across the screen and back.

use eframe::egui::Rangef;

use crate::model::time::Day;
use crate::report::chart::{Days, within};

/// Days across the screen. A day takes the room from half a day before its number to half a day after it.
#[derive(Debug, Clone, Copy)]
pub struct TimeAxis {
    /// From the left to the right edge, in points.
    pub room: Rangef,
    /// Days in view, as numbers of days.
    pub window: (f64, f64),
}

impl TimeAxis {
    /// Days in view; never none.
    pub fn days(&self) -> f64 {
        (self.window.1 - self.window.0).max(f64::MIN_POSITIVE)
    }

    /// Width of a day in points.
    pub fn day_width(&self) -> f32 {
        in_points(f64::from(self.room.span()) / self.days())
    }

    /// Where a number of days lies, be it in view or not.
    pub fn x(&self, number: f64) -> f32 {
        self.room.min + in_points((number - self.window.0) / self.days() * f64::from(self.room.span()))
    }

    /// The middle of a day.
    pub fn middle(&self, day: Day) -> f32 {
        self.x(f64::from(day.number()))
    }

    /// The number of days at a place.
    pub fn number(&self, x: f32) -> f64 {
        let share = f64::from(x - self.room.min) / f64::from(self.room.span().max(1.0));
        self.window.0 + share * self.days()
    }

    /// The day at a place.
    pub fn day(&self, x: f32) -> Option<Day> {
        Day::nearest(self.number(x))
    }

    /// First and last day of which a part is in view.
    pub fn shown(&self) -> Option<Days> {
        Some((Day::nearest((self.window.0 + 0.5).floor())?, Day::nearest((self.window.1 - 0.5).ceil())?))
    }

    /// What is in view of some days, from edge to edge; `None` if none of it is.
    pub fn reach(&self, days: Days) -> Option<Rangef> {
        let (from, to) = within(days, self.shown()?)?;
        let (left, right) = (self.x(f64::from(from.number()) - 0.5), self.x(f64::from(to.number()) + 0.5));
        Some(Rangef::new(self.room.clamp(left), self.room.clamp(right)))
    }
}

/// A length or a share, as precise as a screen needs it.
#[expect(clippy::cast_possible_truncation, reason = "points on a screen")]
pub fn in_points(length: f64) -> f32 {
    length as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_lies_between_its_edges_and_is_found_at_its_middle() {
        let first = day("2026-03-02");
        let start = f64::from(first.number()) - 0.5;
        let axis = TimeAxis { room: Rangef::new(100.0, 240.0), window: (start, start + 14.0) };
        assert!((axis.day_width() - 10.0).abs() < 1e-3);
        assert!((axis.middle(first) - 105.0).abs() < 1e-3);
        assert_eq!(axis.day(105.0), Some(first));
        assert_eq!(axis.shown(), Some((first, first.plus(13))));
        let reach = axis.reach((first.plus(-40), first.plus(1))).unwrap();
        assert!((reach.min - 100.0).abs() < 1e-3 && (reach.max - 120.0).abs() < 1e-3, "{reach:?}");
        assert_eq!(axis.reach((first.plus(-40), first.plus(-1))), None);
    }
}
