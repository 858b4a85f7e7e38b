//! The door: a file, or pixels from the clipboard, becomes a picture that can be kept.

use std::fs;
use std::path::Path;

use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, RgbImage};

use super::decode::{Pixels, decode};
use super::error::PhotoError;
use super::exif::Taken;
use super::measure::{clipped, mean_color, sharpness};
use super::shrink::shrink_to;
use crate::files::read_file;
use crate::model::photo::{BlobId, Photo, PhotoId};
use crate::model::time::Day;

/// The longer side of a picture that is kept, in pixels.
const KEPT_SIDE: u32 = 2560;
/// The longer side of its small copy, in pixels.
pub const THUMBNAIL_SIDE: u32 = 320;
/// Quality of both, 1 to 100.
const QUALITY: u8 = 90;
/// The most pictures that are taken in at one time: they wait in memory until somebody says what they show.
pub const MOST_AT_ONCE: usize = 24;

/// A picture that can be kept: encoded anew, without anything but its pixels.
#[derive(Debug, Clone, PartialEq)]
pub struct Picture {
    /// The picture as JPEG.
    pub jpeg: Vec<u8>,
    /// Its small copy as JPEG.
    pub thumbnail: Vec<u8>,
    /// Name of the file that it makes.
    pub blob: BlobId,
    /// Width and height in pixels.
    pub size: [u16; 2],
    /// Mean colour in sRGB.
    pub mean_color: [u8; 3],
    /// As in [`Photo`](crate::model::photo::Photo).
    pub sharpness: f32,
    /// As in [`Photo`](crate::model::photo::Photo).
    pub clipped: f32,
    /// When it was taken, as far as the file says.
    pub taken: Option<Taken>,
}

impl Picture {
    /// The photo of it, with what is said of it still to come.
    pub fn photo(&self, day: Day) -> Photo {
        Photo {
            id: PhotoId::NEW,
            day,
            at: None,
            blob: self.blob,
            bytes: self.jpeg.len() as u64,
            size: self.size,
            mean_color: self.mean_color,
            sharpness: self.sharpness,
            clipped: self.clipped,
            regions: Vec::new(),
            series: None,
            setup: None,
            note: None,
            covered: true,
            marks: None,
            colors: None,
            repeat_of: None,
            ratings: Vec::new(),
        }
    }
}

/// Takes in a file.
///
/// # Errors
/// [`PhotoError`] with the way out.
pub fn read_picture(path: &Path) -> Result<Picture, PhotoError> {
    let is_link = fs::symlink_metadata(path).is_ok_and(|meta| meta.is_symlink());
    if is_link {
        return Err(PhotoError::Link);
    }
    let bytes = read_file(path)?;
    let pixels = decode(&bytes)?;
    drop(bytes);
    picture(pixels)
}

/// Takes in the content of a file.
///
/// # Errors
/// [`PhotoError`] with the way out.
pub fn read_bytes(bytes: &[u8]) -> Result<Picture, PhotoError> {
    picture(decode(bytes)?)
}

/// Takes in pixels that have no file: red, green, blue, alpha, row by row.
///
/// # Errors
/// [`PhotoError`].
pub fn read_pixels(width: u32, height: u32, rgba: &[u8]) -> Result<Picture, PhotoError> {
    let rgb: Vec<u8> = rgba.chunks_exact(4).flat_map(|pixel| pixel.iter().take(3).copied()).collect();
    let rgb = RgbImage::from_raw(width, height, rgb).filter(|rgb| rgb.width() > 0 && rgb.height() > 0);
    let rgb = rgb.ok_or_else(|| PhotoError::Damaged("it has no pixels".to_owned()))?;
    picture(Pixels { rgb, orientation: image::metadata::Orientation::NoTransforms, profile: None, taken: None })
}

/// The small copy of a kept picture, made anew.
///
/// # Errors
/// [`PhotoError`].
pub fn thumbnail_of(jpeg: &[u8]) -> Result<Vec<u8>, PhotoError> {
    let pixels = decode(jpeg)?;
    encode(&pixels.upright(shrink_to(&pixels.rgb, THUMBNAIL_SIDE)))
}

fn picture(mut pixels: Pixels) -> Result<Picture, PhotoError> {
    let small = shrink_to(&pixels.rgb, KEPT_SIDE);
    // The largest thing in memory is not needed any more.
    pixels.rgb = RgbImage::new(1, 1);
    let upright = pixels.upright(small);
    let thumbnail = shrink_to(&upright, THUMBNAIL_SIDE);
    let jpeg = encode(&upright)?;
    let side = |length: u32| u16::try_from(length).unwrap_or(u16::MAX);
    Ok(Picture {
        blob: BlobId::new(&jpeg),
        size: [side(upright.width()), side(upright.height())],
        mean_color: mean_color(&thumbnail),
        sharpness: sharpness(&thumbnail),
        clipped: clipped(&thumbnail),
        taken: pixels.taken,
        thumbnail: encode(&thumbnail)?,
        jpeg,
    })
}

/// A picture as JPEG, with nothing in it but its pixels.
pub(super) fn encode(picture: &RgbImage) -> Result<Vec<u8>, PhotoError> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, QUALITY)
        .encode(picture.as_raw(), picture.width(), picture.height(), ExtendedColorType::Rgb8)
        .map_err(|error| PhotoError::Encode(error.to_string()))?;
    Ok(bytes)
}
