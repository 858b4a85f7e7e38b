//! Photos on paper: side by side, each over its own words, on one page with them.

use super::flow::{Flow, Mark, Role};
use super::sizes::MARGIN;
use crate::report::photo_row::{PhotoRow, PrintedPhoto};
use crate::report::scene::palette;

/// Between two photos, and between a photo and its words.
const GAPS: (f32, f32) = (12.0, 4.0);
/// Below a row.
const BELOW: f32 = 8.0;
/// Share of the height of a page that a photo takes at most, so that two rows and their words go onto one.
const MOST_HEIGHT: f32 = 0.4;

impl Flow<'_> {
    /// Height of a row with its words.
    pub(super) fn photo_row_height(&mut self, row: &PhotoRow) -> f32 {
        let room = row.room(self.sheet.column(), GAPS.0);
        let heights = row.photos.iter().map(|photo| {
            let size = self.sizes.small;
            let words: f32 = self.set.lines(&photo.caption, size, false, room).iter().map(|line| line.height).sum();
            self.photo_size(photo, room).1 + GAPS.1 + words
        });
        heights.fold(0.0, f32::max) + BELOW
    }

    /// Width and height of a photo in its room.
    fn photo_size(&self, photo: &PrintedPhoto, room: f32) -> (f32, f32) {
        photo.fitting(room, self.sheet.room() * MOST_HEIGHT)
    }

    pub(super) fn photo_row(&mut self, row: &PhotoRow) {
        let missing = self.set.missing;
        let height = self.photo_row_height(row);
        // Measuring is not printing.
        self.set.missing = missing;
        self.make_room(height);
        let (top, room) = (self.top, row.room(self.sheet.column(), GAPS.0));
        for (place, photo) in row.photos.iter().enumerate() {
            let x = MARGIN + place as f32 * (room + GAPS.0);
            let (width, height) = self.photo_size(photo, room);
            let figure = self.part(Role::Figure(photo.alt.clone()), None);
            let picture = photo.picture.clone();
            self.place(Some(figure), Mark::Photo { picture, x, top, size: (width, height) });
            let words = self.part(Role::Paragraph, None);
            let mut top = top + height + GAPS.1;
            for line in self.set.lines(&photo.caption, self.sizes.small, false, room) {
                let next = top + line.height;
                self.place(Some(words), Mark::Line { line, x, top, color: palette::TEXT });
                top = next;
            }
        }
        self.top = top + height;
    }
}
