//! Photos: added, described, rated blind, taken out. What was measured when a photo was added is not typed afterwards, and a picture
//! stands in the diary once.

use std::collections::{BTreeMap, BTreeSet};

use super::change::Change;
use super::error::CommandError;
use crate::model::diary::Diary;
use crate::model::photo::{
    BlindRating, MOST_PHOTO_REGIONS, MOST_RATINGS, Photo, PhotoId, PhotoPoint, Sitting, SkinColors, WORST_RATING,
};
use crate::model::record::{Record, RecordKey};
use crate::model::time::Day;
use crate::words::count;

fn wrong<T>(words: impl Into<String>) -> Result<T, CommandError> {
    Err(CommandError::Photo(words.into()))
}

fn put(diary: &Diary, photo: Photo) -> Vec<Change> {
    Change::put(diary, Record::Photo(Box::new(photo))).unless_nothing()
}

/// Adds photos. Those that have a number already are of another diary: they get one of this diary, and bring along what was said of
/// them blind and which of them repeats which.
///
/// # Errors
/// [`CommandError`] if one breaks a rule, lies in the future, or its picture is in the diary already.
pub(super) fn add(diary: &Diary, photos: Vec<Photo>, today: Day) -> Result<Vec<Change>, CommandError> {
    let mut blobs = BTreeSet::new();
    let first = diary.next_photo_id();
    let mut changes = Vec::new();
    let mut ahead = diary.clone();
    let mut numbers: BTreeMap<PhotoId, PhotoId> = BTreeMap::new();
    // What repeats another comes after it.
    let (repeats, photos): (Vec<Photo>, Vec<Photo>) = photos.into_iter().partition(|photo| photo.repeat_of.is_some());
    for (mut photo, number) in photos.into_iter().chain(repeats).zip(first.0..) {
        if let Some(known) = diary.photo_of_blob(photo.blob) {
            return wrong(format!("this picture is in the diary already, on {}", known.day.brief(today)));
        }
        if !blobs.insert(photo.blob) {
            return wrong("the same picture stands twice among these; leave one out");
        }
        let id = PhotoId(number);
        if photo.id == PhotoId::NEW {
            photo.ratings = Vec::new();
        } else {
            photo.repeat_of = photo.repeat_of.and_then(|repeated| numbers.get(&repeated).copied());
            // A sitting of the other diary is not gone on with here.
            let sittings = photo.ratings.iter_mut().filter_map(|rating| rating.sitting.as_mut());
            sittings.for_each(|sitting| sitting.last = PhotoId::NEW);
            numbers.insert(photo.id, id);
        }
        photo.id = id;
        check_new(&ahead, &photo, today)?;
        for change in put(&ahead, photo) {
            change.apply(&mut ahead);
            changes.push(change);
        }
    }
    Ok(changes)
}

/// Changes what is said of a photo.
///
/// # Errors
/// [`CommandError`] if it is not there or what is said breaks a rule.
pub(super) fn amend(diary: &Diary, photo: Photo, today: Day) -> Result<Vec<Change>, CommandError> {
    let known = diary.photo(photo.id).ok_or(CommandError::NoPhoto)?.clone();
    let photo = Photo {
        day: photo.day,
        at: photo.at,
        regions: photo.regions,
        series: photo.series,
        setup: photo.setup,
        note: photo.note,
        covered: photo.covered,
        marks: photo.marks,
        colors: photo.colors,
        repeat_of: photo.repeat_of,
        ..known
    };
    check_new(diary, &photo, today)?;
    Ok(put(diary, photo))
}

/// Keeps what was said of photos blind, each at the end of what was said of it before.
///
/// # Errors
/// [`CommandError`] if one is not there or its rating is none.
pub(super) fn rate(diary: &Diary, ratings: &[(PhotoId, BlindRating)], today: Day) -> Result<Vec<Change>, CommandError> {
    let rated: BTreeSet<PhotoId> = ratings.iter().map(|(id, _)| *id).collect();
    let mut changes = Vec::new();
    for id in rated {
        let mut photo = diary.photo(id).ok_or(CommandError::NoPhoto)?.clone();
        let new = ratings.iter().filter(|(of, _)| *of == id);
        photo.ratings.extend(new.map(|(_, rating)| BlindRating { on: today, ..*rating }));
        let oldest = photo.ratings.len().saturating_sub(MOST_RATINGS);
        photo.ratings.drain(..oldest);
        check(&photo)?;
        changes.extend(put(diary, photo));
    }
    Ok(changes)
}

/// Takes photos out of the diary. What repeated one of them stands alone then.
///
/// # Errors
/// [`CommandError::NoPhoto`].
pub(super) fn remove(diary: &Diary, ids: &[PhotoId]) -> Result<Vec<Change>, CommandError> {
    let going: BTreeSet<PhotoId> = ids.iter().copied().collect();
    let mut changes = Vec::new();
    for id in &going {
        diary.photo(*id).ok_or(CommandError::NoPhoto)?;
        changes.push(Change::delete(diary, RecordKey::Photo(*id)));
    }
    let orphans = diary.photos().filter(|photo| {
        !going.contains(&photo.id) && photo.repeat_of.is_some_and(|repeated| going.contains(&repeated))
    });
    changes.extend(orphans.flat_map(|photo| put(diary, Photo { repeat_of: None, ..photo.clone() })));
    Ok(changes)
}

/// What holds of a photo that is being added or changed, on top of [`check`].
fn check_new(diary: &Diary, photo: &Photo, today: Day) -> Result<(), CommandError> {
    if photo.day > today {
        return wrong(format!(
            "{} lies in the future; choose the day on which this photo was taken",
            photo.day.short()
        ));
    }
    if let Some(repeated) = photo.repeat_of {
        let is_same_view = |known: &Photo| known.day == photo.day && known.series == photo.series;
        let known = diary.photo(repeated).filter(|known| is_same_view(known) && known.repeat_of.is_none());
        if known.is_none() || photo.series.is_none() {
            return wrong("a repeat is of the same day and series as the photo that it repeats");
        }
    }
    check(photo)
}

/// Checks a photo, wherever it comes from.
///
/// # Errors
/// [`CommandError::Photo`].
pub(super) fn check(photo: &Photo) -> Result<(), CommandError> {
    let is_share = |value: f32| (0.0..=1.0).contains(&value);
    let mut seen = BTreeSet::new();
    if photo.regions.len() > MOST_PHOTO_REGIONS || !photo.regions.iter().all(|region| seen.insert(*region)) {
        return wrong(format!("a photo shows at most {MOST_PHOTO_REGIONS} places, each once"));
    }
    if photo.size.contains(&0) || photo.bytes == 0 {
        return wrong("a photo without width, height or bytes is none");
    }
    if !is_share(photo.clipped) || !photo.sharpness.is_finite() || photo.sharpness < 0.0 {
        return wrong("what was measured of a photo is out of range");
    }
    if photo.repeat_of == Some(photo.id) {
        return wrong("a photo does not repeat itself");
    }
    if photo.ratings.len() > MOST_RATINGS {
        return wrong(format!("a photo keeps at most {MOST_RATINGS} blind ratings"));
    }
    if photo.ratings.iter().any(|rating| rating.look.max(rating.redness) > WORST_RATING) {
        return wrong(format!("a blind rating goes from 0 to {WORST_RATING}"));
    }
    if photo.marks.is_some_and(|marks| !are_apart(marks)) {
        return wrong("the two marks lie inside the photo and apart from each other");
    }
    if photo.colors.is_some_and(|colors| !are_colors(&colors)) {
        return wrong("the squares of a photo lie inside it, and their colours are shares of 0 to 1");
    }
    Ok(())
}

fn are_apart([one, other]: [PhotoPoint; 2]) -> bool {
    one.is_inside() && other.is_inside() && (one.x - other.x).hypot(one.y - other.y) > 0.01
}

fn are_colors(colors: &SkinColors) -> bool {
    [colors.card, colors.skin, colors.calm].iter().all(|swatch| {
        let shares = swatch.mean.iter().chain([&swatch.clipped]);
        swatch.at.is_inside() && shares.into_iter().all(|share| (0.0..=1.0).contains(share))
    })
}

pub(super) fn name_of_adding(photos: &[Photo], today: Day) -> String {
    match photos {
        [photo] => format!("adding a photo, {}", photo.day.brief(today)),
        photos => format!("adding {}", count(photos.len(), "photo", "photos")),
    }
}

pub(super) fn name_of_amending(photo: &Photo, today: Day) -> String {
    format!("changing a photo, {}", photo.day.brief(today))
}

/// The sitting that some ratings are of, if they are all of one.
pub(super) fn sitting_of(ratings: &[(PhotoId, BlindRating)]) -> Option<Sitting> {
    let (_, first) = ratings.first()?;
    first.sitting.filter(|_| ratings.iter().all(|(_, rating)| rating.sitting == first.sitting))
}

/// Named by all photos of the sitting, since it becomes one step.
pub(super) fn name_of_rating(diary: &Diary, ratings: &[(PhotoId, BlindRating)]) -> String {
    let mut photos: BTreeSet<PhotoId> = ratings.iter().map(|(id, _)| *id).collect();
    if let Some(sitting) = sitting_of(ratings) {
        let rated = diary.photos().filter(|photo| photo.ratings_in(sitting).next().is_some());
        photos.extend(rated.map(|photo| photo.id));
    }
    format!("rating {} blind", count(photos.len(), "photo", "photos"))
}

pub(super) fn name_of_removing(diary: &Diary, ids: &[PhotoId], today: Day) -> String {
    match ids {
        [id] => diary.photo(*id).map_or_else(
            || "deleting a photo".to_owned(),
            |photo| format!("deleting a photo, {}", photo.day.brief(today)),
        ),
        ids => format!("deleting {}", count(ids.len(), "photo", "photos")),
    }
}
