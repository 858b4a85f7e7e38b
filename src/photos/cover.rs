//! What is shown of a covered photo: a few blurred patches, made from the small copy, so that the sharp picture need not be read.

use image::RgbImage;
use image::imageops::blur;

use super::shrink::shrink_to;

/// Patches along the longer side.
const PATCHES: u32 = 16;

/// The cover of a picture.
pub fn cover_of(thumbnail: &RgbImage) -> RgbImage {
    blur(&shrink_to(thumbnail, PATCHES), 1.0)
}
