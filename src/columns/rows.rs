//! Which days have rows: those from the first to the last logged day of every stretch, where a photo that was measured or rated counts
//! as something logged, so that its number has a place.

use crate::model::diary::Diary;
use crate::model::stretch::{self, Stretch};

/// The stretches of days that have rows, oldest first.
pub(super) fn stretches(diary: &Diary) -> Vec<Stretch> {
    let has_number = |photo: &&crate::model::photo::Photo| photo.colors.is_some() || !photo.ratings.is_empty();
    let mut of_photos = diary.photos().filter(has_number).map(|photo| photo.day).peekable();
    if of_photos.peek().is_none() {
        return diary.stretches();
    }
    let mut days: Vec<_> = diary.day_records().map(|record| record.date).chain(of_photos).collect();
    days.sort_unstable();
    days.dedup();
    stretch::stretches(days.into_iter())
}
