//! From bytes to pixels, within limits that are checked before anything is decoded: the decoders of JPEG and WebP heed none.

use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};

use image::codecs::jpeg::JpegDecoder;
use image::codecs::png::PngDecoder;
use image::codecs::webp::WebPDecoder;
use image::metadata::Orientation;
use image::{DynamicImage, ImageDecoder, ImageError, Limits, RgbImage};
use moxcms::{ColorProfile, Layout, TransformOptions};

use super::error::PhotoError;
use super::exif::{Taken, taken};
use super::jpeg_scan::{JpegFrame, scan};
use super::sniff::{PictureKind, sniff};
use crate::model::text::excerpt_of;

/// The most pixels of a picture; phones make 50 million.
pub(super) const MOST_PIXELS: u64 = 64_000_000;
/// The most memory that decoding one takes, in bytes.
pub(super) const MOST_BYTES: u64 = 256_000_000;
/// The longest name of what is wrong with a file, in characters.
const LONGEST_REASON: usize = 120;

/// A picture as it came, not yet turned.
#[derive(Debug)]
pub struct Pixels {
    /// Red, green, blue, in the colours of the file.
    pub rgb: RgbImage,
    /// What has to be done to it until it stands upright.
    pub(super) orientation: Orientation,
    /// The colours of the file, if they are not sRGB.
    pub(super) profile: Option<Vec<u8>>,
    /// When it was taken.
    pub taken: Option<Taken>,
}

/// Decodes the bytes of a file.
///
/// # Errors
/// [`PhotoError`]; memory stays within [`MOST_BYTES`] whatever the file claims.
pub(super) fn decode(bytes: &[u8]) -> Result<Pixels, PhotoError> {
    // Decoders of other people's making: what one of them did not think of is a damaged file and not the end of the work.
    catch_unwind(AssertUnwindSafe(|| decode_within_limits(bytes)))
        .unwrap_or_else(|_| Err(PhotoError::Damaged("its content makes no sense".to_owned())))
}

fn decode_within_limits(bytes: &[u8]) -> Result<Pixels, PhotoError> {
    match sniff(bytes)? {
        PictureKind::Jpeg => {
            let frame = scan(bytes)?;
            // The passes of a progressive file lie in memory as numbers of two bytes until the last one is read.
            let bytes_per_pixel = if frame.is_progressive { 9 } else { 3 };
            check_size((frame.width, frame.height), bytes_per_pixel)?;
            let decoder = JpegDecoder::new(Cursor::new(bytes)).map_err(damaged)?;
            check_frame(&decoder, frame)?;
            pixels(decoder)
        }
        PictureKind::Png => {
            check_png_header(bytes)?;
            let decoder = PngDecoder::with_limits(Cursor::new(bytes), limits()).map_err(damaged)?;
            check_size(decoder.dimensions(), 3)?;
            pixels(decoder)
        }
        PictureKind::WebP => {
            let decoder = WebPDecoder::new(Cursor::new(bytes)).map_err(damaged)?;
            if decoder.has_animation() {
                return Err(PhotoError::Moves);
            }
            check_size(decoder.dimensions(), 4)?;
            pixels(decoder)
        }
    }
}

/// The pixels of a picture that was kept: upright and in sRGB already.
///
/// # Errors
/// [`PhotoError`].
pub fn decode_kept(bytes: &[u8]) -> Result<RgbImage, PhotoError> {
    decode(bytes).map(|pixels| pixels.rgb)
}

impl Pixels {
    /// The same picture upright and in sRGB, after it was shrunk: turning 12 million pixels takes longer than reading them.
    pub(super) fn upright(&self, small: RgbImage) -> RgbImage {
        let mut picture = DynamicImage::ImageRgb8(self.to_srgb(small));
        picture.apply_orientation(self.orientation);
        picture.into_rgb8()
    }

    /// In sRGB; a profile that cannot be read changes nothing.
    fn to_srgb(&self, picture: RgbImage) -> RgbImage {
        let Some(profile) = self.profile.as_deref().and_then(|profile| ColorProfile::new_from_slice(profile).ok())
        else {
            return picture;
        };
        let to = ColorProfile::new_srgb();
        let transform = profile.create_transform_8bit(Layout::Rgb, &to, Layout::Rgb, TransformOptions::default());
        let mut converted = vec![0; picture.as_raw().len()];
        match transform {
            Ok(transform) if transform.transform(picture.as_raw(), &mut converted).is_ok() => {
                RgbImage::from_raw(picture.width(), picture.height(), converted).unwrap_or(picture)
            }
            _ => picture,
        }
    }
}

fn pixels(mut decoder: impl ImageDecoder) -> Result<Pixels, PhotoError> {
    if decoder.total_bytes() > MOST_BYTES {
        return Err(PhotoError::TooLarge);
    }
    // What surrounds the picture may be damaged without the picture being so.
    let exif = decoder.exif_metadata().ok().flatten();
    let orientation = exif.as_deref().and_then(Orientation::from_exif_chunk).unwrap_or(Orientation::NoTransforms);
    let profile = decoder.icc_profile().ok().flatten();
    let taken = exif.as_deref().and_then(taken);
    let picture = DynamicImage::from_decoder(decoder).map_err(damaged)?;
    Ok(Pixels { rgb: on_white(picture), orientation, profile, taken })
}

/// Without transparency: what shines through is white.
fn on_white(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let picture = picture.into_rgba8();
    let mut rgb = RgbImage::new(picture.width(), picture.height());
    for (to, from) in rgb.pixels_mut().zip(picture.pixels()) {
        let [red, green, blue, alpha] = from.0;
        let blend = |channel: u8| {
            let sum = u32::from(channel) * u32::from(alpha) + 255 * (255 - u32::from(alpha));
            u8::try_from((sum + 127) / 255).unwrap_or(u8::MAX)
        };
        to.0 = [blend(red), blend(green), blend(blue)];
    }
    rgb
}

fn limits() -> Limits {
    let mut limits = Limits::no_limits();
    limits.max_alloc = Some(MOST_BYTES);
    limits
}

fn check_size((width, height): (u32, u32), bytes_per_pixel: u64) -> Result<(), PhotoError> {
    let pixels = u64::from(width) * u64::from(height);
    if pixels == 0 {
        return Err(PhotoError::Damaged("it has no pixels".to_owned()));
    }
    if pixels > MOST_PIXELS {
        return Err(PhotoError::TooManyPixels { width, height });
    }
    if pixels * bytes_per_pixel > MOST_BYTES { Err(PhotoError::TooLarge) } else { Ok(()) }
}

/// What the decoder is about to make is what was checked.
fn check_frame(decoder: &impl ImageDecoder, frame: JpegFrame) -> Result<(), PhotoError> {
    if decoder.dimensions() == (frame.width, frame.height) {
        return Ok(());
    }
    Err(PhotoError::Damaged("it says two different sizes of itself".to_owned()))
}

/// The size stands in the first chunk, before anything that a decoder would have to make room for.
fn check_png_header(bytes: &[u8]) -> Result<(), PhotoError> {
    let word = |place: usize| {
        let bytes: Option<[u8; 4]> = bytes.get(place..place + 4).and_then(|bytes| bytes.try_into().ok());
        bytes.map(u32::from_be_bytes).ok_or(PhotoError::CutShort)
    };
    check_size((word(16)?, word(20)?), 3)
}

fn damaged(error: ImageError) -> PhotoError {
    match error {
        ImageError::IoError(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => PhotoError::CutShort,
        ImageError::Limits(_) => PhotoError::TooLarge,
        other => PhotoError::Damaged(excerpt_of(&other.to_string(), LONGEST_REASON)),
    }
}
