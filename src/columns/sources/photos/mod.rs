//! What photos come to, a number a day: the mean of the day's photos of one series, for the series with most numbers, and again for each
//! place that photos show. Levels of two series cannot be compared (another distance, another light), so they are never mixed.

mod blind_look;
mod blind_redness;
mod redness;
mod redness_gap;

use std::collections::{BTreeMap, BTreeSet};

use crate::columns::contents::Contents;
use crate::columns::photo_facts::PhotoFacts;
use crate::columns::spec::{ColumnSpec, Origin, Role};
use crate::columns::window::SourceColumn;
use crate::model::body_system::BodySystem;
use crate::model::region::Region;
use crate::model::time::Day;
use crate::model::trackable::Direction;

/// Every number that photos come to, in the order of the table.
const PHOTO_COLUMNS: &[PhotoColumn] = &[redness::SPEC, redness_gap::SPEC, blind_look::SPEC, blind_redness::SPEC];

/// Where a number of photos comes from. Two numbers of one origin tell of each other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PhotoMeasure {
    /// Measured in the picture.
    Colors,
    /// Said by somebody who did not see the date.
    BlindRating,
}

/// A number that photos come to.
struct PhotoColumn {
    key: &'static str,
    label: &'static str,
    unit: &'static str,
    measure: PhotoMeasure,
    number: fn(&PhotoFacts) -> Option<f64>,
}

/// Where the numbers of a column come from, if they come from photos.
pub fn photo_measure(key: &str) -> Option<PhotoMeasure> {
    let whole = key.split('.').next().unwrap_or(key);
    PHOTO_COLUMNS.iter().find(|column| column.key == whole).map(|column| column.measure)
}

/// The columns of photos, the whole of each number before its places. A diary without such numbers has none.
pub(in crate::columns) fn columns(contents: &Contents) -> Vec<SourceColumn> {
    let Some(photos) = &contents.photos else {
        let possible = |column: &PhotoColumn| SourceColumn::new(column.spec(None, None), |_| None);
        return PHOTO_COLUMNS.iter().map(possible).collect();
    };
    let places: BTreeSet<Region> = photos.iter().flat_map(|photo| photo.regions.iter().copied()).collect();
    let mut columns = Vec::new();
    for column in PHOTO_COLUMNS {
        let places = places.iter().copied().map(Some);
        columns.extend(std::iter::once(None).chain(places).filter_map(|place| column.of(photos, place)));
    }
    columns
}

impl PhotoColumn {
    fn spec(&self, place: Option<Region>, series: Option<&str>) -> ColumnSpec {
        let (key, label) = match (place, series) {
            (Some(place), _) => {
                (format!("{}.{}", self.key, place.key()), format!("{}, {}", self.label, place.label().to_lowercase()))
            }
            (None, Some(series)) => (self.key.to_owned(), format!("{} ({series})", self.label)),
            (None, None) => (self.key.to_owned(), self.label.to_owned()),
        };
        let spec = ColumnSpec::new(key, label, Role::Outcome, Origin::Photos).outcome(BodySystem::Skin);
        ColumnSpec { unit: self.unit.to_owned(), direction: Direction::WorseUp, place, ..spec }
    }

    /// The column of a place, or of the whole; `None` if no photo has its number.
    fn of(&self, photos: &[PhotoFacts], place: Option<Region>) -> Option<SourceColumn> {
        let mut of_series: BTreeMap<&str, Vec<(Day, f64)>> = BTreeMap::new();
        for photo in photos.iter().filter(|photo| place.is_none_or(|place| photo.tells_of(place))) {
            if let Some(number) = (self.number)(photo) {
                of_series.entry(&photo.series).or_default().push((photo.day, number));
            }
        }
        let is_one_of_some = of_series.len() > 1;
        // Of series with as many numbers the one that is named first.
        let (series, numbers) = of_series.into_iter().rev().max_by_key(|(_, numbers)| numbers.len())?;
        let days = means(numbers);
        let cell = move |day: Option<Day>| days.get(&day?).copied();
        let spec = self.spec(place, Some(series).filter(|_| is_one_of_some));
        Some(SourceColumn::new(spec, move |window| cell(window.day.date())))
    }
}

/// The mean of each day.
fn means(numbers: Vec<(Day, f64)>) -> BTreeMap<Day, f64> {
    let mut sums: BTreeMap<Day, (f64, f64)> = BTreeMap::new();
    for (day, number) in numbers {
        let (sum, count) = sums.entry(day).or_default();
        *sum += number;
        *count += 1.0;
    }
    sums.into_iter().map(|(day, (sum, count))| (day, sum / count)).collect()
}
