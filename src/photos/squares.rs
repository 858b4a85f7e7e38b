//! Where the squares for card, skin and calm skin lie: drawn once a series, then carried from photo to photo by the two marks.

use super::align::Alignment;
use super::measure::swatch;
use crate::model::photo::{Photo, PhotoPoint, SkinColors};
use image::RgbImage;

/// Where card, skin and calm skin are in a photo, in that order.
pub type Squares = [PhotoPoint; 3];

/// The squares of a photo that was measured.
pub fn squares_of(colors: &SkinColors) -> Squares {
    [colors.card.at, colors.skin.at, colors.calm.at]
}

/// Measures the three squares in the pixels of a photo.
pub fn skin_colors(picture: &RgbImage, [card, skin, calm]: Squares) -> SkinColors {
    SkinColors { card: swatch(picture, card), skin: swatch(picture, skin), calm: swatch(picture, calm) }
}

/// Where the squares of one photo lie in another with its own marks; `None` if the first has no marks or squares, or one would
/// fall outside.
pub fn carried(from: &Photo, marks: [PhotoPoint; 2], size: [u16; 2]) -> Option<Squares> {
    let (known, colors) = (from.marks?, from.colors.as_ref()?);
    let alignment = Alignment::new((known, from.size), (marks, size))?;
    let carry = |at: PhotoPoint| {
        let [width, height] = from.size.map(f64::from);
        let [x, y] = alignment.apply([f64::from(at.x) * width, f64::from(at.y) * height]);
        #[expect(clippy::cast_possible_truncation, reason = "shares of 1")]
        let at = PhotoPoint { x: (x / f64::from(size[0])) as f32, y: (y / f64::from(size[1])) as f32 };
        at
    };
    let squares = squares_of(colors).map(carry);
    squares.iter().all(|at| at.is_inside()).then_some(squares)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::photo::Swatch;

    fn at(x: f32, y: f32) -> PhotoPoint {
        PhotoPoint { x, y }
    }

    fn measured(marks: [PhotoPoint; 2], squares: Squares) -> Photo {
        let swatch = |at| Swatch { at, mean: [0.5; 3], clipped: 0.0 };
        let [card, skin, calm] = squares.map(swatch);
        let day = crate::model::time::Day::from_ymd(2026, 3, 12).unwrap();
        let picture = crate::photos::read_pixels(100, 100, &vec![120; 40_000]).unwrap();
        Photo {
            id: crate::model::photo::PhotoId(1),
            day,
            at: None,
            blob: picture.blob,
            bytes: 1,
            size: [100, 100],
            mean_color: [0; 3],
            sharpness: 0.0,
            clipped: 0.0,
            regions: Vec::new(),
            series: None,
            setup: None,
            note: None,
            covered: true,
            marks: Some(marks),
            colors: Some(SkinColors { card, skin, calm }),
            repeat_of: None,
            ratings: Vec::new(),
        }
    }

    #[test]
    fn squares_go_where_the_marks_go() {
        let first = measured([at(0.2, 0.5), at(0.4, 0.5)], [at(0.2, 0.7), at(0.3, 0.5), at(0.4, 0.4)]);
        // Twice as near, and moved: (20, 50) to (40, 40), (40, 50) to (80, 40).
        let squares = carried(&first, [at(0.4, 0.4), at(0.8, 0.4)], [100, 100]).unwrap();
        for (found, wanted) in squares.iter().zip([at(0.4, 0.8), at(0.6, 0.4), at(0.8, 0.2)]) {
            assert!((found.x - wanted.x).abs() < 1e-6 && (found.y - wanted.y).abs() < 1e-6, "{squares:?}");
        }
        let outside = carried(&first, [at(0.4, 0.8), at(0.8, 0.8)], [100, 100]);
        assert_eq!(outside, None, "the card would lie below the picture");
        assert_eq!(carried(&Photo { marks: None, ..first }, [at(0.4, 0.4), at(0.8, 0.4)], [100, 100]), None);
    }
}
