//! Photos that the person picked for this report, and no others: those of one view together, the earlier before the later, with the
//! days between them and whether their light is the same.

use super::{Source, heading};
use crate::model::photo::{Photo, PhotoId};
use crate::photos::PaperPicture;
use crate::report::document::Block;
use crate::report::photo_row::{MOST_IN_ROW, PhotoRow, PrintedPhoto};
use crate::words::report::photos as words;

/// The most photos of one report.
pub const MOST_PHOTOS: usize = 24;

/// A photo that was picked, with its pixels as they are to be printed.
#[derive(Debug, Clone, PartialEq)]
pub struct PickedPhoto {
    /// Its number in the diary.
    pub id: PhotoId,
    /// Its pixels.
    pub picture: PaperPicture,
    /// Whether a bar lies over the eyes in them.
    pub has_eye_bar: bool,
}

/// The part; nothing where no photo was picked.
pub(super) fn blocks(source: &Source<'_>) -> Vec<Block> {
    let known = source.request.photos.iter().filter_map(|picked| Some((source.diary.photo(picked.id)?, picked)));
    let mut photos: Vec<(&Photo, &PickedPhoto)> = known.collect();
    if photos.is_empty() {
        return Vec::new();
    }
    photos.sort_by_key(|(photo, _)| (photo.day, photo.at, photo.id));
    photos.dedup_by_key(|(photo, _)| photo.id);
    let mut blocks = vec![heading(words::HEADING), Block::Aside(words::ABOUT.to_owned())];
    for group in by_subject(photos) {
        let title = group.first().map(|(photo, _)| words::group(photo)).unwrap_or_default();
        blocks.push(Block::Heading { level: 3, text: title });
        let before = std::iter::once(None).chain(group.iter().map(|(photo, _)| Some(*photo)));
        let printed: Vec<PrintedPhoto> =
            group.iter().zip(before).map(|((photo, picked), before)| printed(photo, before, picked)).collect();
        let across = printed.len().min(MOST_IN_ROW);
        let rows = printed.chunks(MOST_IN_ROW).map(|row| PhotoRow { photos: row.to_vec(), across });
        blocks.extend(rows.map(Block::Photos));
    }
    blocks
}

/// Those that show one thing, together; groups in the order of their first photo.
fn by_subject<'a>(photos: Vec<(&'a Photo, &'a PickedPhoto)>) -> Vec<Vec<(&'a Photo, &'a PickedPhoto)>> {
    let mut groups: Vec<Vec<(&Photo, &PickedPhoto)>> = Vec::new();
    for photo in photos {
        let is_of = |group: &&mut Vec<(&Photo, &PickedPhoto)>| {
            group.first().is_some_and(|(first, _)| first.subject() == photo.0.subject())
        };
        match groups.iter_mut().find(is_of) {
            Some(group) => group.push(photo),
            None => groups.push(vec![photo]),
        }
    }
    groups
}

fn printed(photo: &Photo, before: Option<&Photo>, picked: &PickedPhoto) -> PrintedPhoto {
    PrintedPhoto {
        picture: picked.picture.clone(),
        alt: words::alternative(photo, picked.has_eye_bar),
        caption: words::caption(photo, before, picked.has_eye_bar),
    }
}
