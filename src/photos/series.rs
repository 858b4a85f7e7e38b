//! The photos of one series that were measured: which set-up is the main one, which card the others are evened by, and how far the
//! person's own repeats lie apart.

use std::collections::BTreeMap;

use super::redness::{NoRedness, Redness, RepeatError, redness, repeat_error};
use crate::model::photo::Photo;
use crate::model::text::Name;

/// The names of the series of some photos, each once.
pub fn series_names<'a>(photos: impl Iterator<Item = &'a Photo>) -> Vec<String> {
    let mut names: Vec<String> = photos.filter_map(|photo| photo.series.as_ref()).map(ToString::to_string).collect();
    names.sort();
    names.dedup();
    names
}

/// One series, earliest photo first.
#[derive(Debug, Clone)]
pub struct MeasuredSeries<'a> {
    photos: Vec<&'a Photo>,
    /// The first measured photo of the main set-up.
    reference: Option<&'a Photo>,
}

impl<'a> MeasuredSeries<'a> {
    /// The series that a photo is of, among all photos of the diary. One that is of no series stands alone.
    pub fn around(photo: &'a Photo, all: impl Iterator<Item = &'a Photo>) -> Self {
        match &photo.series {
            Some(_) => Self::new(all.filter(|other| other.series == photo.series)),
            None => Self::new(std::iter::once(photo)),
        }
    }

    /// Photos that are of one series.
    pub fn new(photos: impl IntoIterator<Item = &'a Photo>) -> Self {
        let mut photos: Vec<&Photo> = photos.into_iter().collect();
        photos.sort_by_key(|photo| (photo.day, photo.at, photo.id));
        let measured: Vec<&Photo> = photos.iter().copied().filter(|photo| photo.colors.is_some()).collect();
        let mut of_setup: BTreeMap<Option<&Name>, usize> = BTreeMap::new();
        for photo in &measured {
            *of_setup.entry(photo.setup.as_ref()).or_default() += 1;
        }
        // Of set-ups with as many photos, the one that was first.
        let mut reference: Option<(&Photo, usize)> = None;
        for photo in measured.iter().copied() {
            let count = of_setup.get(&photo.setup.as_ref()).copied().unwrap_or_default();
            if reference.is_none_or(|(_, most)| count > most) {
                reference = Some((photo, count));
            }
        }
        let reference = reference.map(|(photo, _)| photo);
        Self { photos, reference }
    }

    /// How red the skin of one of them is.
    ///
    /// # Errors
    /// [`NoRedness`].
    pub fn redness(&self, photo: &Photo) -> Result<Redness, NoRedness> {
        redness(photo, self.reference.ok_or(NoRedness::NoSquares)?)
    }

    /// The last photo of an earlier day that has a number too.
    pub fn before(&self, photo: &Photo) -> Option<(&'a Photo, Redness)> {
        let mut earlier = self.photos.iter().rev().filter(|other| other.day < photo.day);
        earlier.find_map(|other| Some((*other, self.redness(other).ok()?)))
    }

    /// The first photo of the main set-up, whose marks and squares those after it begin with.
    pub fn reference(&self) -> Option<&'a Photo> {
        self.reference
    }

    /// How far two photos of the same skin at one moment lie apart in their gap.
    pub fn repeat_error(&self) -> Option<RepeatError> {
        repeat_error(&self.differences())
    }

    /// Pairs of repeats that have numbers.
    pub fn pairs(&self) -> usize {
        self.differences().len()
    }

    fn differences(&self) -> Vec<f64> {
        let pair = |repeat: &&Photo| {
            let repeated = self.photos.iter().find(|photo| Some(photo.id) == repeat.repeat_of)?;
            Some(self.redness(repeat).ok()?.gap - self.redness(repeated).ok()?.gap)
        };
        self.photos.iter().filter_map(pair).collect()
    }
}
