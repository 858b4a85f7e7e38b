//! Laying one photo over another by two spots of the skin that are marked in both: turned, sized and moved, never bent.

use crate::model::photo::PhotoPoint;

/// The map `z -> a z + b` of complex numbers that brings the marks of one photo to those of another. Both are in pixels, since shares
/// of a width and a height would bend.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Alignment {
    a: [f64; 2],
    b: [f64; 2],
}

impl Alignment {
    /// Leaves everything where it is.
    pub const NONE: Self = Self { a: [1.0, 0.0], b: [0.0, 0.0] };

    /// Brings the marks `from` of a photo of one size to the marks `to` of a photo of another. `None` if two marks are one.
    pub fn new(from: ([PhotoPoint; 2], [u16; 2]), to: ([PhotoPoint; 2], [u16; 2])) -> Option<Self> {
        let [p1, p2] = from.0.map(|mark| pixels(mark, from.1));
        let [q1, q2] = to.0.map(|mark| pixels(mark, to.1));
        let (p, q) = ([p2[0] - p1[0], p2[1] - p1[1]], [q2[0] - q1[0], q2[1] - q1[1]]);
        let size = p[0] * p[0] + p[1] * p[1];
        if size <= 0.0 {
            return None;
        }
        let a = [(q[0] * p[0] + q[1] * p[1]) / size, (q[1] * p[0] - q[0] * p[1]) / size];
        let turned = times(a, p1);
        Some(Self { a, b: [q1[0] - turned[0], q1[1] - turned[1]] })
    }

    /// Where a place of the one photo lies over the other, in pixels of each.
    pub fn apply(&self, place: [f64; 2]) -> [f64; 2] {
        let turned = times(self.a, place);
        [turned[0] + self.b[0], turned[1] + self.b[1]]
    }
}

fn pixels(mark: PhotoPoint, [width, height]: [u16; 2]) -> [f64; 2] {
    [f64::from(mark.x) * f64::from(width), f64::from(mark.y) * f64::from(height)]
}

fn times([re, im]: [f64; 2], [x, y]: [f64; 2]) -> [f64; 2] {
    [re * x - im * y, re * y + im * x]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(x: f32, y: f32) -> PhotoPoint {
        PhotoPoint { x, y }
    }

    #[test]
    fn marks_come_to_marks_and_right_angles_stay() {
        // From (25, 50) and (75, 50) of 100 x 100 to (100, 50) and (100, 150) of 200 x 200: a quarter turn, twice the size.
        let from = ([at(0.25, 0.5), at(0.75, 0.5)], [100, 100]);
        let to = ([at(0.5, 0.25), at(0.5, 0.75)], [200, 200]);
        let alignment = Alignment::new(from, to).unwrap();
        assert_eq!(alignment.apply([25.0, 50.0]), [100.0, 50.0]);
        assert_eq!(alignment.apply([75.0, 50.0]), [100.0, 150.0]);
        assert_eq!(
            alignment.apply([25.0, 40.0]),
            [120.0, 50.0],
            "what lies above the line lies to its right after a quarter turn"
        );
        let one = ([at(0.5, 0.5); 2], [100, 100]);
        assert_eq!(Alignment::new(one, to), None);
    }
}
