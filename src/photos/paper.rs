//! A kept picture as it goes onto paper: smaller than the one that is kept, and with a bar over the eyes where somebody asked for one.
//! The bar takes the place of the pixels before they are encoded, so that nothing of what was under it is in the file.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use image::{Rgb, RgbImage};

use super::decode::decode_kept;
use super::error::PhotoError;
use super::intake::encode;
use super::shrink::shrink_to;

/// The longer side of a picture on paper, in pixels.
pub const PAPER_SIDE: u32 = 1600;
/// The colour of the bar.
const BAR: Rgb<u8> = Rgb([0; 3]);

/// A bar over the eyes: across the whole picture, from one height to another, in percent of its height.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct EyeBar {
    from: u8,
    to: u8,
}

/// Two heights between which no bar lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a bar over the eyes goes from one height to a greater one, in percent from the top, as 30-42")]
pub struct EyeBarError;

impl EyeBar {
    /// Where the eyes of a face that fills the picture usually are.
    pub const USUAL: Self = Self { from: 32, to: 44 };

    /// A bar from one height to another, in percent from the top.
    ///
    /// # Errors
    /// [`EyeBarError`] unless the one is above the other and both are within the picture.
    pub fn new(from: u8, to: u8) -> Result<Self, EyeBarError> {
        if from < to && to <= 100 { Ok(Self { from, to }) } else { Err(EyeBarError) }
    }

    /// Its upper and lower edge, in percent from the top.
    pub fn edges(self) -> (u8, u8) {
        (self.from, self.to)
    }

    fn cover(self, picture: &mut RgbImage) {
        let (width, height) = picture.dimensions();
        // Rounded outwards: a bar never covers less than was asked for.
        let (top, bottom) = (height * u32::from(self.from) / 100, (height * u32::from(self.to)).div_ceil(100));
        for y in top..bottom.min(height) {
            for x in 0..width {
                picture.put_pixel(x, y, BAR);
            }
        }
    }
}

impl FromStr for EyeBar {
    type Err = EyeBarError;

    fn from_str(text: &str) -> Result<Self, EyeBarError> {
        let (from, to) = text.split_once('-').ok_or(EyeBarError)?;
        let percent = |text: &str| text.trim().trim_end_matches('%').parse().map_err(|_| EyeBarError);
        Self::new(percent(from)?, percent(to)?)
    }
}

/// A picture as it is printed. A clone shares its pixels.
#[derive(Clone, PartialEq, Eq)]
pub struct PaperPicture {
    jpeg: Arc<Vec<u8>>,
    size: (u32, u32),
}

impl PaperPicture {
    /// Its file.
    pub fn jpeg(&self) -> &Arc<Vec<u8>> {
        &self.jpeg
    }

    /// Width and height in pixels.
    pub fn size(&self) -> (u32, u32) {
        self.size
    }
}

impl fmt::Debug for PaperPicture {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "PaperPicture({} x {}, {} bytes)", self.size.0, self.size.1, self.jpeg.len())
    }
}

/// A kept picture as it is printed. The same picture and bar give the same bytes.
///
/// # Errors
/// [`PhotoError`] if it cannot be read.
pub fn for_paper(kept: &[u8], bar: Option<EyeBar>) -> Result<PaperPicture, PhotoError> {
    let mut picture = shrink_to(&decode_kept(kept)?, PAPER_SIDE);
    if let Some(bar) = bar {
        bar.cover(&mut picture);
    }
    Ok(PaperPicture { size: picture.dimensions(), jpeg: Arc::new(encode(&picture)?) })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A picture whose upper half is another colour than its lower one.
    fn kept(width: u32, height: u32) -> Vec<u8> {
        let color = |y| if y < height / 2 { Rgb([220, 40, 40]) } else { Rgb([40, 60, 220]) };
        encode(&RgbImage::from_fn(width, height, |_, y| color(y))).unwrap()
    }

    #[test]
    fn a_picture_on_paper_has_at_most_1600_pixels_a_side_and_the_same_bytes_each_time() {
        let kept = kept(2560, 1920);
        let picture = for_paper(&kept, None).unwrap();
        assert_eq!(picture.size(), (1600, 1200));
        assert_eq!(picture, for_paper(&kept, None).unwrap());
        assert_ne!(picture, for_paper(&kept, Some(EyeBar::USUAL)).unwrap());
        assert_eq!(for_paper(&self::kept(40, 30), None).unwrap().size(), (40, 30), "a small one stays as it is");
    }

    #[test]
    fn a_bar_takes_the_place_of_the_pixels_under_it_and_of_no_others() {
        let bar = EyeBar::new(30, 40).unwrap();
        let picture = decode_kept(for_paper(&kept(200, 200), Some(bar)).unwrap().jpeg()).unwrap();
        let is_dark = |y: u32| (0..200).all(|x| picture.get_pixel(x, y).0.iter().all(|channel| *channel < 24));
        // Blocks of JPEG are eight pixels high: an edge may ring into its own block, and no further.
        assert!((62..78).all(is_dark));
        assert!((0..52).chain(90..200).all(|y| !is_dark(y)));
    }

    #[test]
    fn a_bar_is_read_from_two_heights() {
        assert_eq!("30-42".parse(), EyeBar::new(30, 42));
        assert_eq!(" 30% - 42% ".parse(), EyeBar::new(30, 42));
        for wrong in ["", "30", "42-30", "30-30", "30-101", "a-b", "-5-10"] {
            assert_eq!(wrong.parse::<EyeBar>(), Err(EyeBarError), "{wrong}");
        }
    }
}
