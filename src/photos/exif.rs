//! When a picture was taken, from what the camera wrote into the file (Exif 2.32, JEITA CP-3451E: `DateTimeOriginal`). That is all that
//! is read of it; nothing of it is kept.

use crate::model::time::{ClockTime, Day};

/// The tag of the part that holds the date.
const EXIF_PART: u16 = 0x8769;
/// `DateTimeOriginal`: when the shutter opened.
const TAKEN: u16 = 0x9003;
/// `DateTime` of the first part: when the file was last changed, which is a guess.
const CHANGED: u16 = 0x0132;
/// The most entries that one part is searched for.
const MOST_ENTRIES: usize = 512;

/// The calendar date and the time on the camera's clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Taken {
    /// Calendar date.
    pub date: Day,
    /// Time of day.
    pub time: ClockTime,
}

/// Reads the date of a picture. `None` if it says none, or none that a diary can hold.
pub(super) fn taken(exif: &[u8]) -> Option<Taken> {
    let tiff = Tiff::new(exif)?;
    let first = tiff.long(4)?;
    let part = tiff.find(first, EXIF_PART).and_then(|entry| tiff.long(entry + 8));
    let entry = part.and_then(|part| tiff.find(part, TAKEN)).or_else(|| tiff.find(first, CHANGED))?;
    let length = tiff.long(entry + 4)?;
    let place = tiff.long(entry + 8)?;
    let text = exif.get(place..place.checked_add(length.min(19))?)?;
    parse(std::str::from_utf8(text).ok()?)
}

/// "2026:03:12 19:05:33", where some cameras write "2026-03-12" or a T.
fn parse(text: &str) -> Option<Taken> {
    let part = |from: usize, to: usize| text.get(from..to).and_then(|digits| digits.parse::<u32>().ok());
    let date = Day::from_ymd(i32::try_from(part(0, 4)?).ok()?, part(5, 7)?, part(8, 10)?)?;
    let time = ClockTime::new(u8::try_from(part(11, 13)?).ok()?, u8::try_from(part(14, 16)?).ok()?)?;
    Some(Taken { date, time })
}

/// A block of tags, in the order of bytes that it names.
struct Tiff<'a> {
    bytes: &'a [u8],
    is_little: bool,
}

impl<'a> Tiff<'a> {
    fn new(bytes: &'a [u8]) -> Option<Self> {
        let is_little = match bytes.get(..4)? {
            [b'I', b'I', 42, 0] => true,
            [b'M', b'M', 0, 42] => false,
            _ => return None,
        };
        Some(Self { bytes, is_little })
    }

    fn short(&self, place: usize) -> Option<u16> {
        let bytes: [u8; 2] = self.bytes.get(place..place.checked_add(2)?)?.try_into().ok()?;
        Some(if self.is_little { u16::from_le_bytes(bytes) } else { u16::from_be_bytes(bytes) })
    }

    fn long(&self, place: usize) -> Option<usize> {
        let bytes: [u8; 4] = self.bytes.get(place..place.checked_add(4)?)?.try_into().ok()?;
        let long = if self.is_little { u32::from_le_bytes(bytes) } else { u32::from_be_bytes(bytes) };
        usize::try_from(long).ok()
    }

    /// Where the entry of a tag begins in the part that begins at a place.
    fn find(&self, part: usize, tag: u16) -> Option<usize> {
        let entries = usize::from(self.short(part)?).min(MOST_ENTRIES);
        let places = (0..entries).filter_map(|number| part.checked_add(2 + 12 * number));
        places.into_iter().find(|place| self.short(*place) == Some(tag))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A block with one part that holds one date, in either order of bytes.
    fn block(is_little: bool, date: &[u8; 20]) -> Vec<u8> {
        let short = |n: u16| if is_little { n.to_le_bytes() } else { n.to_be_bytes() };
        let long = |n: u32| if is_little { n.to_le_bytes() } else { n.to_be_bytes() };
        let mut bytes = if is_little { b"II\x2a\0".to_vec() } else { b"MM\0\x2a".to_vec() };
        bytes.extend(long(8));
        // The first part: one entry that leads to the second.
        bytes.extend(short(1));
        bytes.extend(short(EXIF_PART).iter().chain(&short(4)).chain(&long(1)).chain(&long(26)));
        bytes.extend(long(0));
        // The second: the date, which stands behind it.
        bytes.extend(short(1));
        bytes.extend(short(TAKEN).iter().chain(&short(2)).chain(&long(20)).chain(&long(44)));
        bytes.extend(long(0));
        bytes.extend(date);
        bytes
    }

    #[test]
    fn the_date_is_read_in_both_orders_of_bytes() {
        let taken_at = Taken { date: Day::from_ymd(2026, 3, 12).unwrap(), time: ClockTime::new(19, 5).unwrap() };
        for is_little in [true, false] {
            assert_eq!(taken(&block(is_little, b"2026:03:12 19:05:33\0")), Some(taken_at));
            assert_eq!(taken(&block(is_little, b"0000:00:00 00:00:00\0")), None, "a clock that was never set");
            assert_eq!(taken(&block(is_little, b"                   \0")), None);
        }
    }

    #[test]
    fn no_cut_and_no_changed_byte_does_harm() {
        let whole = block(true, b"2026:03:12 19:05:33\0");
        for length in 0..whole.len() {
            taken(&whole[..length]);
            for byte in [0, 1, 127, 255] {
                let mut changed = whole.clone();
                changed[length] = byte;
                taken(&changed);
            }
        }
    }
}
