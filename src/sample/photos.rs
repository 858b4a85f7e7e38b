//! Pictures of the sample, drawn by code: a band of the colours of skin with two moles, a patch that reddens and pales, a grey card and
//! a ruler beside it. No person is in them, and each says so. The camera stands a little differently every time, and once under
//! another lamp, so that marks, squares and set-ups have something to do.

use std::sync::OnceLock;

use image::{Rgb, RgbImage};

use crate::model::photo::{Photo, PhotoPoint, SkinColors};
use crate::model::region::Region;
use crate::model::text::{Name, Note};
use crate::model::time::{ClockTime, Day};
use crate::photos::{Picture, decode_kept, read_pixels, swatch};

/// Width and height in pixels.
const SIZE: [u32; 2] = [400, 300];
/// Lengths in the picture are shares of its width.
const WIDTH: f64 = 400.0;
/// Two moles, by which one picture is laid over another.
const MOLES: [[f64; 2]; 2] = [[0.20, 0.30], [0.76, 0.42]];
/// What redness is worked out from.
const CARD: [f64; 2] = [0.14, 0.68];
const PATCH: [f64; 2] = [0.48, 0.33];
const CALM: [f64; 2] = [0.86, 0.27];

/// One picture, before it has a day.
struct Drawing {
    days_ago: i32,
    /// How red the patch is, 0 calm to 1.
    redness: f64,
    /// How the camera is turned, in degrees, and how far it stands aside.
    turn: f64,
    aside: [f64; 2],
    /// Whether it is taken at the window, not under the lamp.
    at_window: bool,
    /// The place in [`DRAWINGS`] of the one that it repeats a moment later.
    repeats: Option<usize>,
}

const fn drawing(days_ago: i32, redness: f64, turn: f64, aside: [f64; 2]) -> Drawing {
    Drawing { days_ago, redness, turn, aside, at_window: false, repeats: None }
}

const fn repeat(of: usize, days_ago: i32, redness: f64, turn: f64) -> Drawing {
    Drawing { repeats: Some(of), ..drawing(days_ago, redness, turn, [0.0, 0.01]) }
}

const DRAWINGS: [Drawing; 12] = [
    drawing(76, 0.25, 0.0, [0.0, 0.0]),
    drawing(61, 0.80, 2.5, [0.02, -0.01]),
    drawing(47, 0.60, -3.0, [-0.01, 0.01]),
    drawing(31, 0.95, 1.5, [0.01, 0.01]),
    drawing(16, 0.50, -1.0, [-0.02, 0.0]),
    drawing(2, 0.20, 2.0, [0.0, -0.01]),
    Drawing { at_window: true, ..drawing(9, 0.45, -2.0, [0.01, 0.0]) },
    repeat(0, 76, 0.28, 1.0),
    repeat(1, 61, 0.77, 1.5),
    repeat(2, 47, 0.63, -2.0),
    repeat(3, 31, 0.93, 2.5),
    repeat(4, 16, 0.52, 0.0),
];

/// A picture of the sample and what is said of it.
#[derive(Debug, Clone)]
pub struct DrawnPhoto {
    /// The picture, as it is kept.
    pub picture: Picture,
    /// What the diary says of it; its number is still to come.
    pub photo: Photo,
    /// The place in the list of the one that it repeats, which stands before it.
    pub repeats: Option<usize>,
}

/// The pictures of the sample that ends on a day, the repeats after all others. They are drawn once.
pub fn drawn_photos(today: Day) -> Vec<DrawnPhoto> {
    static PICTURES: OnceLock<Vec<Option<Picture>>> = OnceLock::new();
    let pictures = PICTURES.get_or_init(|| DRAWINGS.iter().map(Drawing::picture).collect());
    let drawn = DRAWINGS.iter().zip(pictures).filter_map(|(drawing, picture)| {
        let picture = picture.clone()?;
        let photo = drawing.photo(&picture, today);
        Some(DrawnPhoto { picture, photo, repeats: drawing.repeats })
    });
    drawn.collect()
}

impl Drawing {
    fn picture(&self) -> Option<Picture> {
        let [width, height] = SIZE;
        let picture = RgbImage::from_fn(width, height, |x, y| self.pixel(f64::from(x) / WIDTH, f64::from(y) / WIDTH));
        let opaque = |pixel: &Rgb<u8>| {
            let [red, green, blue] = pixel.0;
            [red, green, blue, u8::MAX]
        };
        let rgba: Vec<u8> = picture.pixels().flat_map(opaque).collect();
        read_pixels(width, height, &rgba).ok()
    }

    fn photo(&self, picture: &Picture, today: Day) -> Photo {
        let pixels = decode_kept(&picture.jpeg).unwrap_or_default();
        let square = |place| swatch(&pixels, self.seen(place));
        Photo {
            at: ClockTime::new(8, if self.repeats.is_some() { 11 } else { 10 }),
            regions: vec![Region::LeftForearm],
            series: Name::new("Left forearm, close").ok(),
            setup: Name::new(if self.at_window { "Window" } else { "Desk lamp" }).ok(),
            note: Note::new("Drawn by the program; nobody's skin.").ok(),
            marks: Some(MOLES.map(|mole| self.seen(mole))),
            colors: Some(SkinColors { card: square(CARD), skin: square(PATCH), calm: square(CALM) }),
            ..picture.photo(today.plus(-self.days_ago))
        }
    }

    /// Where a place of the skin is in the picture, as shares of its width and height.
    fn seen(&self, [x, y]: [f64; 2]) -> PhotoPoint {
        let [aside_x, aside_y] = self.aside;
        let [x, y] = turned([x + aside_x, y + aside_y], self.turn);
        #[expect(clippy::cast_possible_truncation, reason = "shares of 1")]
        let point = PhotoPoint { x: x as f32, y: (y * 4.0 / 3.0) as f32 };
        point
    }

    /// The colour at a place of the picture.
    fn pixel(&self, x: f64, y: f64) -> Rgb<u8> {
        let [aside_x, aside_y] = self.aside;
        let [x, y] = turned([x, y], -self.turn);
        let [x, y] = [x - aside_x, y - aside_y];
        let color = if is_in(x, y, CARD, [0.08, 0.045]) {
            [196.0, 196.0, 196.0]
        } else if is_in(x, y, [0.6, 0.68], [0.3, 0.03]) {
            // A ruler, with a stroke every fiftieth.
            if (x * 50.0).fract() < 0.15 && y < 0.68 { [60.0, 60.0, 60.0] } else { [236.0, 228.0, 198.0] }
        } else if (0.06..0.60).contains(&y) {
            self.skin(x, y)
        } else {
            [92.0, 104.0, 118.0]
        };
        let lamp = if self.at_window { [0.90, 0.97, 1.08] } else { [1.0, 0.98, 0.92] };
        let grain = 1.0 + 0.05 * (noise(x * 90.0, y * 90.0) - 0.5);
        let channel = |value: f64, lamp: f64| {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 250")]
            let channel = (value * lamp * grain).clamp(4.0, 250.0).round() as u8;
            channel
        };
        let ([red, green, blue], [of_red, of_green, of_blue]) = (color, lamp);
        Rgb([channel(red, of_red), channel(green, of_green), channel(blue, of_blue)])
    }

    fn skin(&self, x: f64, y: f64) -> [f64; 3] {
        for [mole_x, mole_y] in MOLES {
            if (x - mole_x).hypot(y - mole_y) < 0.011 {
                return [96.0, 62.0, 48.0];
            }
        }
        // A band that rounds away from the light at both edges.
        let round = 1.0 - 0.28 * ((y - 0.33) / 0.27).powi(2);
        let [patch_x, patch_y] = PATCH;
        let far = ((x - patch_x) / 0.20).hypot((y - patch_y) / 0.13);
        let edge = 1.0 + 0.35 * (noise(x * 16.0, y * 16.0) - 0.5);
        let red = self.redness * (1.0 - (far / edge).powi(2)).clamp(0.0, 1.0).sqrt();
        let blend = |calm: f64, flaring: f64| (calm + (flaring - calm) * red) * round;
        [blend(226.0, 206.0), blend(180.0, 112.0), blend(156.0, 98.0)]
    }
}

fn is_in(x: f64, y: f64, [middle_x, middle_y]: [f64; 2], [half_x, half_y]: [f64; 2]) -> bool {
    (x - middle_x).abs() < half_x && (y - middle_y).abs() < half_y
}

/// A place turned about the middle of the picture.
fn turned([x, y]: [f64; 2], degrees: f64) -> [f64; 2] {
    let (sin, cos) = degrees.to_radians().sin_cos();
    let (x, y) = (x - 0.5, y - 0.375);
    [cos * x - sin * y + 0.5, sin * x + cos * y + 0.375]
}

/// Smooth noise of 0 to 1, the same everywhere.
fn noise(x: f64, y: f64) -> f64 {
    let smooth = |share: f64| share * share * (3.0 - 2.0 * share);
    let (left, top) = (x.floor(), y.floor());
    let (across, down) = (smooth(x - left), smooth(y - top));
    let corner = |right: f64, below: f64| -> f64 {
        // Whole numbers stirred, since a sine is not the same to the last bit on every computer.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small whole numbers")]
        let [across, down] = [left + right + 1000.0, top + below + 1000.0].map(|whole| whole as u32);
        let stirred = (across.wrapping_mul(0x9E37_79B1) ^ down.wrapping_mul(0x85EB_CA77)).wrapping_mul(0xC2B2_AE3D);
        f64::from((stirred >> 8) & 0xFFFF) / 65_535.0
    };
    let upper = corner(0.0, 0.0) * (1.0 - across) + corner(1.0, 0.0) * across;
    let lower = corner(0.0, 1.0) * (1.0 - across) + corner(1.0, 1.0) * across;
    upper * (1.0 - down) + lower * down
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::photo::PhotoId;
    use crate::photos::redness;

    #[test]
    fn a_redder_patch_measures_redder_and_marks_lie_on_moles() {
        let today = Day::from_ymd(2026, 11, 20).unwrap();
        let mut drawn = drawn_photos(today);
        assert_eq!(drawn.len(), DRAWINGS.len());
        // A diary numbers them when they are added.
        for (number, one) in (1..).zip(&mut drawn) {
            one.photo.id = PhotoId(number);
        }
        let gap = |place: usize| redness(&drawn[place].photo, &drawn[0].photo).map(|redness| redness.gap);
        let (calm, flaring, again) = (gap(5).unwrap(), gap(3).unwrap(), gap(10).unwrap());
        assert!(flaring > calm + 5.0, "{flaring} {calm}");
        assert!((flaring - again).abs() < 2.0, "{flaring} {again}");
        assert!(gap(6).is_err(), "another light is not compared");
        for one in &drawn {
            let pixels = decode_kept(&one.picture.jpeg).unwrap();
            for mark in one.photo.marks.unwrap() {
                // The square is wider than a mole, so some skin is in it; away from the middle there is skin alone.
                let beside = PhotoPoint { x: mark.x + if mark.x < 0.5 { -0.05 } else { 0.05 }, ..mark };
                let [on, off] = [mark, beside].map(|at| swatch(&pixels, at).mean[0]);
                assert!(on < off - 0.02, "{mark:?}: {on} beside {off}");
            }
        }
    }
}
