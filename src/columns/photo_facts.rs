//! What single photos come to, read once for all columns: how red the skin is, and what somebody said of it blind. Photos are compared
//! within their series only, so one without a series comes to nothing, and so does one that the measurement refuses.

use crate::model::diary::Diary;
use crate::model::photo::Photo;
use crate::model::region::Region;
use crate::model::time::Day;
use crate::photos::{BlindMean, MeasuredSeries, RatedSeries, Redness, series_names};

/// What one photo comes to.
pub(super) struct PhotoFacts {
    pub series: String,
    pub day: Day,
    pub regions: Vec<Region>,
    /// How red the skin is; `None` where it was not measured, or in another set-up than most of the series.
    pub redness: Option<Redness>,
    /// What was said of it blind.
    pub blind: Option<BlindMean>,
}

impl PhotoFacts {
    /// Whether it tells of a place: it shows it, and not its counterpart as well.
    pub(super) fn tells_of(&self, place: Region) -> bool {
        let shows = |region: Region| self.regions.contains(&region);
        shows(place) && !place.twin().is_some_and(shows)
    }
}

/// What the photos of a diary come to; those that come to nothing are left out.
pub(super) fn photo_facts(diary: &Diary) -> Vec<PhotoFacts> {
    let of_series = |name: String| {
        let photos: Vec<&Photo> =
            diary.photos().filter(|photo| photo.series.as_ref().is_some_and(|it| it.as_str() == name)).collect();
        facts_of(&name, &photos)
    };
    series_names(diary.photos()).into_iter().flat_map(of_series).collect()
}

fn facts_of(series: &str, photos: &[&Photo]) -> Vec<PhotoFacts> {
    let (measured, rated) = (MeasuredSeries::new(photos.iter().copied()), RatedSeries::new(photos.iter().copied()));
    let facts = photos.iter().map(|photo| PhotoFacts {
        series: series.to_owned(),
        day: photo.day,
        regions: photo.regions.clone(),
        redness: measured.redness(photo).ok(),
        blind: rated.mean(photo),
    });
    facts.filter(|facts| facts.redness.is_some() || facts.blind.is_some()).collect()
}
