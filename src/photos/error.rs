//! Why a picture was not taken, and the way out.

use crate::files::ReadError;

/// Why a picture was not taken. Nothing of it is kept then.
#[derive(Debug, thiserror::Error)]
pub enum PhotoError {
    /// It could not be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// A link: what it leads to may change, or lie anywhere.
    #[error("this is a link to another file; choose that file itself")]
    Link,
    /// A kind of file that is not read.
    #[error("{0}")]
    Kind(&'static str),
    /// It is cut short.
    #[error("this file ends in the middle of the picture; copy it from the camera again")]
    CutShort,
    /// A moving picture.
    #[error("this picture moves; save one still picture of it as JPEG or PNG")]
    Moves,
    /// More pixels than are read.
    #[error(
        "this picture claims to be {width} x {height} pixels; at most {} million are read, so save it smaller",
        super::decode::MOST_PIXELS / 1_000_000
    )]
    TooManyPixels {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
    },
    /// It would take more memory than a picture may.
    #[error("reading this picture takes more than {} MB of memory; save it smaller, or as a usual JPEG", super::decode::MOST_BYTES / 1_000_000)]
    TooLarge,
    /// Its content makes no picture.
    #[error("this file is damaged: {0}")]
    Damaged(String),
    /// It could not be written as JPEG.
    #[error("this picture could not be written anew: {0}")]
    Encode(String),
}
