//! The door for pictures: what comes in upright and without a trace of where it was, what is refused with a way out, and that no
//! damaged file does harm.

use std::fs;
use std::path::Path;

use gutskin::model::time::{ClockTime, Day};
use gutskin::photos::{PhotoError, Picture, Taken, decode_kept, read_bytes, read_picture, read_pixels};
use gutskin::rng::Rng;
use image::{ImageFormat, RgbImage};

use super::folder::temporary;
use super::made_pictures::{corners, encoded, from_camera, jpeg};

fn refusal(bytes: &[u8]) -> String {
    read_bytes(bytes).expect_err("refused").to_string()
}

/// Which of red, green, blue and white stands in each corner, from the top left row by row.
fn seen(picture: &Picture) -> String {
    let pixels = decode_kept(&picture.jpeg).unwrap();
    let (right, bottom) = (pixels.width() - 1, pixels.height() - 1);
    [(0, 0), (right, 0), (0, bottom), (right, bottom)]
        .map(|(x, y)| match pixels.get_pixel(x, y).0 {
            [r, g, b] if r.min(g).min(b) > 200 => 'w',
            [r, g, b] if r > g.max(b) => 'r',
            [_, g, b] if g > b => 'g',
            _ => 'b',
        })
        .iter()
        .collect()
}

fn has(bytes: &[u8], words: &[u8]) -> bool {
    bytes.windows(words.len()).any(|window| window == words)
}

#[test]
fn every_way_of_holding_a_camera_gives_an_upright_picture() {
    // Exif 2.32, 4.6.4: which side of the stored picture is the top, and which the left.
    let stored = corners(64, 32);
    let expected = ["rgbw", "grwb", "wbgr", "bwrg", "rbgw", "brwg", "wgbr", "gwrb"];
    for (orientation, expected) in (1_u16..).zip(expected) {
        let picture = read_bytes(&from_camera(&stored, orientation, "2026:03:12 19:05:33")).unwrap();
        assert_eq!(seen(&picture), expected, "orientation {orientation}");
        assert_eq!(picture.size, if orientation < 5 { [64, 32] } else { [32, 64] }, "orientation {orientation}");
    }
}

#[test]
fn what_is_kept_holds_nothing_but_pixels() {
    let camera = from_camera(&corners(400, 300), 6, "2026:03:12 19:05:33");
    for secret in [&b"SECRET-PLACE"[..], b"Exif", b"2026:03:12", b"TRAILING-VIDEO"] {
        assert!(has(&camera, secret), "the file that came says it");
        let picture = read_bytes(&camera).unwrap();
        assert!(!has(&picture.jpeg, secret) && !has(&picture.thumbnail, secret), "{secret:?}");
    }
    let picture = read_bytes(&camera).unwrap();
    // A second reader: the only segments are those that a picture needs, and the end is the end.
    for kept in [&picture.jpeg, &picture.thumbnail] {
        assert!(kept.ends_with(&[0xFF, 0xD9]));
        let mut place = 2;
        while kept[place + 1] != 0xDA {
            assert!(matches!(kept[place + 1], 0xE0 | 0xDB | 0xC0 | 0xC4), "segment {:x}", kept[place + 1]);
            place += 2 + usize::from(u16::from_be_bytes([kept[place + 2], kept[place + 3]]));
        }
    }
    assert_eq!(picture.thumbnail.len().max(1), picture.thumbnail.len());
    assert_eq!(
        picture.taken,
        Some(Taken { date: Day::from_ymd(2026, 3, 12).unwrap(), time: ClockTime::new(19, 5).unwrap() })
    );
}

#[test]
fn a_picture_is_shrunk_to_2560_and_its_small_copy_to_320() {
    let picture = read_bytes(&jpeg(&corners(3000, 1500))).unwrap();
    assert_eq!(picture.size, [2560, 1280]);
    assert_eq!(decode_kept(&picture.thumbnail).unwrap().dimensions(), (320, 160));
    assert_eq!(seen(&picture), "rgbw");
}

#[test]
fn the_same_file_makes_the_same_picture_and_its_kind_does_not_matter() {
    let drawn = corners(48, 32);
    let one = read_bytes(&encoded(&drawn, ImageFormat::Png)).unwrap();
    assert_eq!(one, read_bytes(&encoded(&drawn, ImageFormat::Png)).unwrap());
    assert_eq!(one, read_bytes(&encoded(&drawn, ImageFormat::WebP)).unwrap(), "both keep every pixel");
    let rgba: Vec<u8> = drawn.pixels().flat_map(|pixel| [pixel.0[0], pixel.0[1], pixel.0[2], 255]).collect();
    assert_eq!(one, read_pixels(48, 32, &rgba).unwrap(), "from the clipboard");
}

#[test]
fn what_shines_through_is_white() {
    let clear = image::RgbaImage::from_pixel(8, 8, image::Rgba([0, 0, 0, 0]));
    let mut png = std::io::Cursor::new(Vec::new());
    clear.write_to(&mut png, ImageFormat::Png).unwrap();
    assert_eq!(read_bytes(&png.into_inner()).unwrap().mean_color, [255; 3]);
}

#[test]
fn a_png_that_claims_sixty_thousand_pixels_a_side_is_refused_before_it_is_read() {
    let mut png = encoded(&corners(8, 8), ImageFormat::Png);
    png[16..20].copy_from_slice(&60_000_u32.to_be_bytes());
    png[20..24].copy_from_slice(&60_000_u32.to_be_bytes());
    assert_eq!(
        refusal(&png),
        "this picture claims to be 60000 x 60000 pixels; at most 64 million are read, so save it smaller"
    );
    let mut claimed = jpeg(&corners(8, 8));
    let frame = claimed.windows(2).position(|pair| pair == [0xFF, 0xC0]).unwrap();
    claimed[frame + 5..frame + 9].copy_from_slice(&[0xEA, 0x60, 0xEA, 0x60]);
    assert!(refusal(&claimed).contains("60000 x 60000"));
}

#[test]
fn a_file_that_is_cut_short_is_not_half_a_picture() {
    let drawn = corners(200, 100);
    for whole in [jpeg(&drawn), encoded(&drawn, ImageFormat::Png), encoded(&drawn, ImageFormat::WebP)] {
        for percent in [30, 60, 90, 99] {
            let length = whole.len() * percent / 100;
            assert!(read_bytes(&whole[..length]).is_err(), "{percent} % of {:?}", &whole[..4]);
        }
    }
    assert!(matches!(read_bytes(&jpeg(&drawn)[..300]), Err(PhotoError::CutShort)));
}

#[test]
fn what_is_no_still_picture_has_a_way_out() {
    let ftyp = |brand: &[u8; 4]| [b"\0\0\0\x18ftyp".as_slice(), brand, &[0; 16]].concat();
    assert!(refusal(&ftyp(b"heic")).contains("Most compatible"));
    assert!(refusal(&ftyp(b"mif1")).contains("HEIC is not read yet"));
    assert!(refusal(&ftyp(b"avif")).contains("save this picture as JPEG"));
    assert!(refusal(&ftyp(b"isom")).contains("this is a video"));
    assert!(refusal(b"GIF89a").contains("GIF"));
    assert!(refusal(b"%PDF-1.7").contains("PDF"));
    assert!(refusal(b"").contains("empty"));
    assert!(refusal(b"date,itch\n").contains("JPEG, PNG and WebP"));
    // An extended WebP with the bit for animation (RFC 9649, 2.7), and the chunk that it then needs.
    let moving =
        [&b"RIFF\x26\0\0\0WEBPVP8X\x0a\0\0\0\x02\0\0\0\x07\0\0\x07\0\0"[..], b"ANIM\x06\0\0\0\0\0\0\0\0\0"].concat();
    assert!(read_bytes(&moving).is_err());
}

#[test]
fn content_and_not_the_name_says_what_a_file_is() {
    let folder = temporary();
    let path = folder.path().join("IMG_1.heic");
    fs::write(&path, jpeg(&corners(16, 16))).unwrap();
    assert!(read_picture(&path).is_ok());
}

#[cfg(unix)]
#[test]
fn a_pipe_a_link_a_folder_and_a_file_too_large_are_refused_at_once() {
    let folder = temporary();
    let place = |name: &str| folder.path().join(name);
    let words = |path: &Path| read_picture(path).expect_err("refused").to_string();
    assert!(std::process::Command::new("mkfifo").arg(place("pipe")).status().unwrap().success());
    assert!(words(&place("pipe")).contains("a pipe or a device"));
    fs::write(place("real.jpg"), jpeg(&corners(16, 16))).unwrap();
    std::os::unix::fs::symlink(place("real.jpg"), place("link.jpg")).unwrap();
    assert!(words(&place("link.jpg")).contains("this is a link"));
    assert!(words(folder.path()).contains("a folder"));
    assert!(words(&place("nowhere.jpg")).contains("check the name"));
    fs::File::create(place("large.jpg")).unwrap().set_len(64 * 1024 * 1024 + 1).unwrap();
    assert!(words(&place("large.jpg")).contains("larger than 64 MB"));
}

/// A file with some of its bytes changed, cut, doubled or mixed with another's.
fn damaged(rng: &mut Rng, seeds: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = rng.pick(seeds).unwrap().clone();
    for _ in 0..=rng.below(6) {
        let place = rng.below(bytes.len().max(1)).min(bytes.len().saturating_sub(1));
        match rng.below(7) {
            0 => bytes.truncate(place.max(4)),
            1 => bytes.insert(place, u8::try_from(rng.below(256)).unwrap()),
            2 => {
                let other = rng.pick(seeds).unwrap();
                let from = rng.below(other.len());
                bytes.extend_from_slice(&other[from..(from + rng.below(64)).min(other.len())]);
            }
            3 => {
                let end = (place + rng.below(16)).min(bytes.len());
                bytes.drain(place..end);
            }
            4 => bytes[place] = [0, 1, 0x7F, 0x80, 0xFE, 0xFF][rng.below(6)],
            _ => bytes[place] ^= 1 << rng.below(8),
        }
        if bytes.is_empty() {
            bytes.push(0xFF);
        }
    }
    bytes
}

#[test]
fn ten_thousand_damaged_files_end_in_a_picture_or_in_a_line() {
    let drawn: RgbImage = corners(24, 16);
    let seeds = [
        jpeg(&drawn),
        from_camera(&drawn, 6, "2026:03:12 19:05:33"),
        encoded(&drawn, ImageFormat::Png),
        encoded(&drawn, ImageFormat::WebP),
    ];
    let mut rng = Rng::new(2026, 8);
    let (mut taken, mut refused) = (0, 0);
    for _ in 0..10_000 {
        let file = damaged(&mut rng, &seeds);
        match read_bytes(&file) {
            Ok(picture) => {
                taken += 1;
                assert!(picture.size.iter().all(|side| (1..=2560).contains(side)));
            }
            Err(error) => {
                refused += 1;
                let line = error.to_string();
                assert!(!line.is_empty() && line.chars().count() < 300 && !line.contains('\n'), "{line}");
            }
        }
    }
    assert!(taken > 500 && refused > 2_000, "the damage is neither too mild nor too coarse: {taken} and {refused}");
}
