//! Photos of the skin as pixels: the one door through which a picture comes in, and what is worked out from it.
//!
//! Whatever a person hands over is judged by its content, read within limits, turned upright, brought to sRGB, shrunk and encoded
//! anew, so that nothing of the file that came is kept: no place, no camera, no thumbnail of what was cropped away, no trailing
//! video. What the diary says of a photo stands in [`model`](crate::model::photo); where its file lies is the business of
//! the layer that stores.

mod align;
mod blind;
mod cover;
mod decode;
mod error;
mod exif;
mod intake;
mod jpeg_scan;
pub mod lab;
mod measure;
mod paper;
mod redness;
mod series;
mod shrink;
mod sniff;
mod squares;

pub use align::Alignment;
pub use blind::{BlindMean, LEAST_PHOTOS, RatedSeries};
pub use cover::cover_of;
pub use decode::{Pixels, decode_kept};
pub use error::PhotoError;
pub use exif::Taken;
pub use intake::{MOST_AT_ONCE, Picture, THUMBNAIL_SIDE, read_bytes, read_picture, read_pixels, thumbnail_of};
pub use measure::{SWATCH_HALF, is_blurred, is_clipped, sharpness, swatch};
pub use paper::{EyeBar, PAPER_SIDE, PaperPicture, for_paper};
pub use redness::{LEAST_PAIRS, NoRedness, Redness, RepeatError, redness, repeat_error};
pub use series::{MeasuredSeries, series_names};
pub use shrink::shrink_to;
pub use squares::{Squares, carried, skin_colors, squares_of};
