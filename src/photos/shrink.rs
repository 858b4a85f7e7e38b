//! Making a picture smaller: whole blocks of pixels are averaged in one pass over its rows, and what is left to do is done on the small
//! picture. So a thumbnail of 12 million pixels costs little more than reading them.

use image::RgbImage;
use image::imageops::{FilterType, resize};

/// Shrinks a picture so that its longer side has at most `side` pixels. A smaller one stays as it is.
pub fn shrink_to(picture: &RgbImage, side: u32) -> RgbImage {
    let side = side.max(1);
    let (width, height) = picture.dimensions();
    let longer = width.max(height);
    if longer <= side {
        return picture.clone();
    }
    let target = |length: u32| {
        let scaled = (u64::from(length) * u64::from(side) + u64::from(longer) / 2) / u64::from(longer);
        u32::try_from(scaled).unwrap_or(side).max(1)
    };
    let (to_width, to_height) = (target(width), target(height));
    // The blocks leave a little more than is asked for, so that the last step is always smaller.
    let block = (longer / side).min(width).min(height).max(1);
    if block == 1 {
        return resize(picture, to_width, to_height, FilterType::Triangle);
    }
    let blocks = averaged(picture, block);
    if blocks.dimensions() == (to_width, to_height) {
        return blocks;
    }
    resize(&blocks, to_width, to_height, FilterType::Triangle)
}

/// The means of square blocks; what does not fill a block at the right and at the foot is left out.
fn averaged(picture: &RgbImage, block: u32) -> RgbImage {
    let (width, height) = (picture.width() / block, picture.height() / block);
    let (stride, side) = (picture.width() as usize * 3, block as usize);
    let area = block * block;
    let mut sums = vec![0_u32; width as usize * 3];
    let mut means = Vec::with_capacity(width as usize * height as usize * 3);
    for rows in picture.as_raw().chunks_exact(stride * side).take(height as usize) {
        sums.fill(0);
        for row in rows.chunks_exact(stride) {
            for (sum, pixels) in sums.chunks_exact_mut(3).zip(row.chunks_exact(side * 3)) {
                let [red, green, blue] = sum else { continue };
                for pixel in pixels.chunks_exact(3) {
                    let [r, g, b] = pixel else { continue };
                    *red += u32::from(*r);
                    *green += u32::from(*g);
                    *blue += u32::from(*b);
                }
            }
        }
        means.extend(sums.iter().map(|sum| u8::try_from((sum + area / 2) / area).unwrap_or(u8::MAX)));
    }
    RgbImage::from_raw(width, height, means).unwrap_or_else(|| RgbImage::new(1, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longer_side_gets_the_length_asked_for_and_shapes_stay() {
        for (from, to) in
            [((4000, 3000), (320, 240)), ((3000, 4000), (240, 320)), ((641, 1), (320, 1)), ((320, 200), (320, 200))]
        {
            assert_eq!(shrink_to(&RgbImage::new(from.0, from.1), 320).dimensions(), to, "{from:?}");
        }
    }

    #[test]
    fn a_block_has_the_mean_of_its_pixels() {
        let checks =
            RgbImage::from_fn(64, 64, |x, y| image::Rgb(if (x + y) % 2 == 0 { [0, 10, 200] } else { [100, 30, 255] }));
        let small = shrink_to(&checks, 8);
        assert!(small.pixels().all(|pixel| pixel.0 == [50, 20, 228]), "means of 0 and 100, 10 and 30, 200 and 255");
    }
}
