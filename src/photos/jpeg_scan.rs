//! The skeleton of a JPEG file (ITU-T T.81, annex B): how large it says that it is, how it is coded, and whether its end is there.
//! The decoder fills what is missing with grey; a diary had better say that the file is cut short.

use super::error::PhotoError;

/// What the skeleton says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct JpegFrame {
    pub width: u32,
    pub height: u32,
    /// Coded in several passes, which all lie in memory until the last one is read.
    pub is_progressive: bool,
}

/// Walks from marker to marker.
///
/// # Errors
/// [`PhotoError::CutShort`] if the end of the picture is not there, [`PhotoError::Damaged`] if there is no frame.
pub(super) fn scan(bytes: &[u8]) -> Result<JpegFrame, PhotoError> {
    let byte = |place: usize| bytes.get(place).copied().ok_or(PhotoError::CutShort);
    let word = |place: usize| Ok::<u32, PhotoError>(u32::from(byte(place)?) << 8 | u32::from(byte(place + 1)?));
    let mut frame = None;
    let mut place = 2;
    loop {
        // Between segments there may be fill bytes; inside coded data a 0xFF is followed by 0, or by a restart marker.
        while byte(place)? != 0xFF || matches!(byte(place + 1)?, 0 | 0xFF | 0xD0..=0xD7) {
            place += 1;
        }
        let marker = byte(place + 1)?;
        place += 2;
        match marker {
            0xD9 => break,
            0x01 | 0xD8 => {}
            _ => {
                let length = word(place)? as usize;
                let is_frame = matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC);
                if is_frame && frame.is_none() {
                    let is_progressive = matches!(marker, 0xC2 | 0xC6 | 0xCA | 0xCE);
                    frame = Some(JpegFrame { width: word(place + 5)?, height: word(place + 3)?, is_progressive });
                }
                place += length.max(2);
            }
        }
    }
    frame.ok_or_else(|| PhotoError::Damaged("it has no picture in it".to_owned()))
}
