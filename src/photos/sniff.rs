//! What a file is, by its first bytes. Names lie: phones write JPEG into `.heic` and the reverse.

use super::error::PhotoError;

/// A kind of picture that is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum PictureKind {
    Jpeg,
    Png,
    WebP,
}

const HEIC: &str =
    "HEIC is not read yet. On an iPhone: Settings, Camera, Formats, Most compatible; or export this one as JPEG";
const AVIF: &str = "AVIF is not read; save this picture as JPEG or PNG";
const VIDEO: &str = "this is a video, not a picture; save one picture of it as JPEG or PNG";
const GIF: &str = "GIF is not read, since its colours are too few; save this picture as JPEG or PNG";
const TIFF: &str = "TIFF and raw files of cameras are not read; save this picture as JPEG";
const BMP: &str = "BMP is not read; save this picture as JPEG or PNG";
const PDF: &str = "this is a PDF, not a picture; save the picture in it as JPEG or PNG";
const EMPTY: &str = "this file is empty; copy it from the camera again";
const UNKNOWN: &str = "this is no picture that is read here; JPEG, PNG and WebP are";

/// The kind of a file.
///
/// # Errors
/// [`PhotoError::Kind`] with the way out for what is not read.
pub(super) fn sniff(bytes: &[u8]) -> Result<PictureKind, PhotoError> {
    let at = |from: usize, to: usize| bytes.get(from..to).unwrap_or_default();
    let words = match bytes {
        [0xFF, 0xD8, 0xFF, ..] => return Ok(PictureKind::Jpeg),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => return Ok(PictureKind::Png),
        [b'R', b'I', b'F', b'F', ..] if at(8, 12) == b"WEBP" => return Ok(PictureKind::WebP),
        _ if at(4, 8) == b"ftyp" => match at(8, 12) {
            b"heic" | b"heix" | b"hevc" | b"hevx" | b"heim" | b"heis" | b"mif1" | b"msf1" => HEIC,
            b"avif" | b"avis" => AVIF,
            _ => VIDEO,
        },
        [b'G', b'I', b'F', b'8', ..] => GIF,
        [b'I', b'I', 0x2A, 0, ..] | [b'M', b'M', 0, 0x2A, ..] => TIFF,
        [b'B', b'M', ..] => BMP,
        [b'%', b'P', b'D', b'F', ..] => PDF,
        [] => EMPTY,
        _ => UNKNOWN,
    };
    Err(PhotoError::Kind(words))
}
