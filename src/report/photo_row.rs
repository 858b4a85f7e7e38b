//! Photos side by side in a report, each over its own words.

use crate::photos::PaperPicture;

/// The most photos of one row.
pub const MOST_IN_ROW: usize = 2;
/// Share of the column that a photo takes that stands alone.
const ALONE: f32 = 0.62;

/// A photo of a report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PrintedPhoto {
    /// Its pixels.
    pub picture: PaperPicture,
    /// What a screen reader says in its place.
    pub alt: String,
    /// What stands beneath it.
    pub caption: String,
}

/// Photos side by side. Rows of one view have the same room for each photo, so that the last one of them is not larger.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct PhotoRow {
    /// The photos, left to right, at most [`MOST_IN_ROW`].
    pub photos: Vec<PrintedPhoto>,
    /// How many stand in a full row of their view.
    pub across: usize,
}

impl PhotoRow {
    /// Width of the room of each photo in a column, with gaps between.
    pub fn room(&self, column: f32, gap: f32) -> f32 {
        match self.across {
            0 | 1 => column * ALONE,
            several => (column - gap * (several - 1) as f32) / several as f32,
        }
    }
}

impl PrintedPhoto {
    /// The largest width and height with its shape within a width and a height.
    pub fn fitting(&self, width: f32, height: f32) -> (f32, f32) {
        let (pixels_wide, pixels_high) = self.picture.size();
        let (wide, high) = (pixels_wide.max(1) as f32, pixels_high.max(1) as f32);
        let scale = (width / wide).min(height / high);
        (wide * scale, high * scale)
    }
}
