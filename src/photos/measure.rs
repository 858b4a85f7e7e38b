//! What is measured of a picture: whether it is blurred or burnt out, and the colour of a piece of it. Warnings never refuse a photo.

use image::RgbImage;

use super::lab::linear;
use crate::model::photo::{Photo, PhotoPoint, Swatch};

/// Half the side of a swatch, as a share of the shorter side of the photo.
pub const SWATCH_HALF: f32 = 0.03;
/// A channel from here on is at its end, since JPEG rounds.
const ENDS: [u8; 2] = [2, 253];
/// Share of clipped pixels above which a photo is burnt out or too dark.
const MOST_CLIPPED: f32 = 0.01;
/// Sharpness below this share of the series' median is blur.
const BLURRED: f32 = 0.5;
/// Photos of a series that make a median.
const LEAST_SERIES: usize = 3;

/// Variance of the Laplacian of brightness (Pech-Pacheco 2000): low where nothing has an edge. To be taken at one size, since it
/// depends on it.
pub fn sharpness(picture: &RgbImage) -> f32 {
    let (width, height) = picture.dimensions();
    if width < 3 || height < 3 {
        return 0.0;
    }
    let brightness: Vec<f64> = picture
        .pixels()
        .map(|pixel| {
            let [red, green, blue] = pixel.0.map(f64::from);
            0.299 * red + 0.587 * green + 0.114 * blue
        })
        .collect();
    let rows: Vec<&[f64]> = brightness.chunks_exact(width as usize).collect();
    let (mut sum, mut squares, mut count) = (0.0, 0.0, 0.0);
    for window in rows.windows(3) {
        let [above, row, below] = window else { continue };
        for ((side, up), down) in row.windows(3).zip(above.iter().skip(1)).zip(below.iter().skip(1)) {
            let [left, middle, right] = side else { continue };
            let edge = left + right + up + down - 4.0 * middle;
            sum += edge;
            squares += edge * edge;
            count += 1.0;
        }
    }
    let mean: f64 = sum / count;
    #[expect(clippy::cast_possible_truncation, reason = "a number of at most a million")]
    let variance = (squares / count - mean * mean).max(0.0) as f32;
    variance
}

/// Share of pixels with a channel at its end, 0 to 1.
pub(super) fn clipped(picture: &RgbImage) -> f32 {
    let is_clipped = |pixel: &image::Rgb<u8>| pixel.0.iter().any(|channel| is_at_end(*channel));
    let count = picture.pixels().filter(|pixel| is_clipped(pixel)).count();
    count as f32 / picture.pixels().len().max(1) as f32
}

fn is_at_end(channel: u8) -> bool {
    let [dark, bright] = ENDS;
    channel <= dark || channel >= bright
}

/// Mean colour in sRGB.
pub(super) fn mean_color(picture: &RgbImage) -> [u8; 3] {
    let mut sums = [0_u64; 3];
    for pixel in picture.pixels() {
        for (sum, channel) in sums.iter_mut().zip(pixel.0) {
            *sum += u64::from(channel);
        }
    }
    let count = picture.pixels().len().max(1) as u64;
    sums.map(|sum| u8::try_from(sum / count).unwrap_or(u8::MAX))
}

/// The colour of a square around a place.
pub fn swatch(picture: &RgbImage, at: PhotoPoint) -> Swatch {
    let (width, height) = picture.dimensions();
    let half = (width.min(height) as f32 * SWATCH_HALF).max(1.0);
    let range = |share: f32, length: u32| {
        let middle = share.clamp(0.0, 1.0) * length as f32;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "within the picture")]
        let ends = ((middle - half).max(0.0) as u32, (middle + half).min(length as f32).ceil() as u32);
        ends.0.min(length.saturating_sub(1))..ends.1.max(1).min(length)
    };
    let (mut sums, mut count, mut clipped) = ([0.0_f64; 3], 0.0_f64, 0.0_f64);
    for y in range(at.y, height) {
        for x in range(at.x, width) {
            let channels = picture.get_pixel(x, y).0;
            for (sum, channel) in sums.iter_mut().zip(channels) {
                *sum += linear(channel);
            }
            count += 1.0;
            clipped += f64::from(u8::from(channels.iter().any(|channel| is_at_end(*channel))));
        }
    }
    #[expect(clippy::cast_possible_truncation, reason = "shares of 1")]
    let share = |sum: f64| if count > 0.0 { (sum / count) as f32 } else { 0.0 };
    Swatch { at, mean: sums.map(share), clipped: share(clipped) }
}

/// Whether a photo is blurred against the others of its series.
pub fn is_blurred<'a>(sharpness: f32, series: impl IntoIterator<Item = &'a Photo>) -> bool {
    let mut others: Vec<f32> = series.into_iter().map(|photo| photo.sharpness).collect();
    if others.len() < LEAST_SERIES {
        return false;
    }
    others.sort_by(f32::total_cmp);
    others.get(others.len() / 2).is_some_and(|median| sharpness < BLURRED * median)
}

/// Whether so much of a photo is burnt out or black that its colours mean little.
pub fn is_clipped(share: f32) -> bool {
    share > MOST_CLIPPED
}
