//! Pictures made by code, of no person, as cameras and other programs write them.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::{DynamicImage, ExtendedColorType, ImageFormat, Rgb, RgbImage};

/// A picture whose four corners differ: red at the top left, green at the top right, blue at the bottom left, white at the bottom
/// right.
pub fn corners(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        Rgb(match (x < width / 2, y < height / 2) {
            (true, true) => [220, 40, 40],
            (false, true) => [40, 200, 40],
            (true, false) => [40, 40, 220],
            (false, false) => [240, 240, 240],
        })
    })
}

/// As JPEG.
pub fn jpeg(picture: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 92)
        .encode(picture.as_raw(), picture.width(), picture.height(), ExtendedColorType::Rgb8)
        .unwrap();
    bytes
}

/// As PNG or WebP.
pub fn encoded(picture: &RgbImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    DynamicImage::ImageRgb8(picture.clone()).write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

/// The block that a camera writes: which way up it was held, the place where it stood, and when (Exif 2.32).
pub fn exif(orientation: u16, date: &str) -> Vec<u8> {
    let mut block = b"II\x2a\0\x08\0\0\0".to_vec();
    let entry = |tag: u16, kind: u16, count: u32, value: u32| {
        [&tag.to_le_bytes()[..], &kind.to_le_bytes(), &count.to_le_bytes(), &value.to_le_bytes()].concat()
    };
    // Orientation, where the second part and the place begin; both stand behind.
    block.extend(3_u16.to_le_bytes());
    block.extend(entry(0x0112, 3, 1, u32::from(orientation)));
    block.extend(entry(0x8769, 4, 1, 50));
    block.extend(entry(0x8825, 4, 1, 88));
    block.extend([0; 4]);
    assert_eq!(block.len(), 50);
    block.extend(1_u16.to_le_bytes());
    block.extend(entry(0x9003, 2, 20, 68));
    block.extend([0; 4]);
    assert_eq!(block.len(), 68);
    block.extend(format!("{date:19.19}\0").as_bytes());
    assert_eq!(block.len(), 88);
    block.extend(b"GPSLatitude 52.5200 SECRET-PLACE");
    block
}

/// A JPEG with that block, and with what phones put behind the end.
pub fn from_camera(picture: &RgbImage, orientation: u16, date: &str) -> Vec<u8> {
    let plain = jpeg(picture);
    let block = [b"Exif\0\0".to_vec(), exif(orientation, date)].concat();
    let length = u16::try_from(block.len() + 2).unwrap().to_be_bytes();
    [&plain[..2], &[0xFF, 0xE1], &length, &block, &plain[2..], b"TRAILING-VIDEO"].concat()
}
