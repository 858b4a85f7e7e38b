//! Photos in a report: what stands around them, beneath them, and in their place for a screen reader.

use crate::model::photo::Photo;
use crate::model::time::Day;
use crate::words::{capital, count};

/// Heading of the part.
pub const HEADING: &str = "Photos";
/// How they are to be looked at.
pub const ABOUT: &str =
    "Chosen one by one by the person. Each shows one moment in one light; a photo is not a measurement.";

/// What a group of photos shows.
pub fn group(photo: &Photo) -> String {
    capital(&photo.subject())
}

/// What stands beneath a photo: its moment, its places, its light, and how it stands to the one before it.
pub fn caption(photo: &Photo, before: Option<&Photo>, has_eye_bar: bool) -> String {
    let setup = photo.setup.as_ref().map_or_else(|| "no set-up said".to_owned(), |setup| format!("set-up: {setup}"));
    let mut words = format!("{}, {setup}.", moment(photo));
    if let Some(places) = further_places(photo) {
        words += &format!(" {}.", capital(&places));
    }
    if let Some(before) = before {
        let light = if photo.is_comparable_with(before) {
            "in the same set-up"
        } else {
            "light differs: colour cannot be compared"
        };
        words += &format!(" {}, {light}.", after(before.day, photo.day));
    }
    if has_eye_bar {
        words += " The bar over the eyes was put there for this report.";
    }
    words
}

/// What a screen reader says in the place of a photo. What the skin looks like is for whoever sees it.
pub fn alternative(photo: &Photo, has_eye_bar: bool) -> String {
    let places = further_places(photo).map(|places| format!(" ({places})")).unwrap_or_default();
    let bar = if has_eye_bar { ", with a bar over the eyes" } else { "" };
    format!("Photo: {}{places}, {}{bar}", photo.subject(), moment(photo))
}

fn moment(photo: &Photo) -> String {
    photo.at.map_or_else(|| photo.day.short(), |at| format!("{}, {at}", photo.day.short()))
}

/// The places of a photo, where its subject does not name them.
fn further_places(photo: &Photo) -> Option<String> {
    let places: Vec<String> = photo.regions.iter().map(|region| region.label().to_lowercase()).collect();
    let subject = photo.subject().to_lowercase();
    let is_said = places.iter().all(|place| subject.contains(place));
    (!is_said).then(|| places.join(", "))
}

/// “28 days after the one before”.
fn after(before: Day, day: Day) -> String {
    match usize::try_from(day.days_since(before)).unwrap_or_default() {
        0 => "On the same day as the one before".to_owned(),
        days => format!("{} after the one before", count(days, "day", "days")),
    }
}

/// What a report that is about to be saved holds of photos: how many, and whether somebody can be known by them.
pub fn in_this_report<'a>(photos: impl IntoIterator<Item = (&'a Photo, bool)>) -> Option<String> {
    let (mut all, mut faces, mut barred, mut unsaid, mut private) = (0, 0, 0, 0, 0);
    for (photo, has_eye_bar) in photos {
        all += 1;
        faces += usize::from(photo.shows_face());
        barred += usize::from(photo.shows_face() && has_eye_bar);
        unsaid += usize::from(photo.regions.is_empty());
        private += usize::from(photo.is_private());
    }
    if all == 0 {
        return None;
    }
    let mut words = format!("{} in it.", count(all, "photo is", "photos are"));
    if faces > 0 {
        words += &format!(" {} your face", count(faces, "shows", "show"));
        words += &match barred {
            0 => ", without a bar over the eyes.".to_owned(),
            barred if barred == faces => ", with a bar over the eyes.".to_owned(),
            barred => format!(", {barred} of them with a bar over the eyes."),
        };
    }
    if private > 0 {
        words += &format!(" {} skin under clothes.", count(private, "shows", "show"));
    }
    if unsaid > 0 {
        words +=
            &format!(" Of {} no place is said; look whether you can be known by it.", count(unsaid, "photo", "photos"));
    }
    Some(words)
}
