//! The answers of one day: the number of each, and what several of them come to.

use super::contents::Trackables;
use super::food_day::FoodDay;
use super::sources::food_answers::{FoodAnswer, said};
use crate::model::day_record::DayRecord;
use crate::model::region::Region;
use crate::model::skin_places::SkinPlaces;
use crate::model::time::ClockTime;
use crate::model::trackable::{Aggregate, Direction, Trackable};
use crate::model::value::Value;

/// The answers of one day by the place of their trackable, reused from day to day.
#[derive(Default)]
pub(super) struct Samples {
    answers: Vec<Vec<Sample>>,
    /// Sums of which not all is known, by the place of their trackable: what is known of them.
    known: Vec<(usize, f64)>,
}

/// One answer.
pub(super) struct Sample {
    pub region: Option<Region>,
    pub at: Option<ClockTime>,
    pub value: f64,
}

impl Samples {
    /// The answers of one page, in the place of those before.
    pub fn take(&mut self, page: &DayRecord, trackables: &Trackables) {
        self.answers.resize_with(trackables.len(), Vec::new);
        self.answers.iter_mut().for_each(Vec::clear);
        self.known.clear();
        for entry in &page.entries {
            for (key, value) in entry.answers.iter() {
                if let Some(found) = trackables.place(key.as_str()).and_then(|place| self.answers.get_mut(place)) {
                    let value = number_of(key.as_str(), value);
                    found.push(Sample { region: entry.region, at: entry.at, value });
                }
            }
        }
    }

    /// Foods answer some trackables as if somebody had typed the number. An unknown part makes a sum of the day missing;
    /// where it depends on the product, only what somebody typed counts.
    pub fn add_foods(&mut self, foods: &FoodDay, trackables: &Trackables) {
        for (key, answer) in said(&foods.totals, foods.has_meal) {
            let Some(place) = trackables.place(key) else { continue };
            let is_sum = trackables.get(place).is_some_and(|known| known.aggregate == Aggregate::Sum);
            let Some(typed) = self.answers.get_mut(place) else { continue };
            match answer {
                FoodAnswer::Number(value) => typed.push(Sample { region: None, at: None, value }),
                FoodAnswer::AtLeast(least) if is_sum => {
                    let known = typed.drain(..).map(|sample| sample.value).sum::<f64>() + least;
                    self.known.push((place, known));
                }
                FoodAnswer::AtLeast(_) => {}
            }
        }
    }

    /// What is known of the sums of which foods made a part unknown, by the place of their trackable.
    pub fn known(&self) -> &[(usize, f64)] {
        &self.known
    }

    /// Only what was answered of the day as a whole.
    pub fn drop_regions(&mut self) {
        self.answers.iter_mut().for_each(|found| found.retain(|sample| sample.region.is_none()));
    }

    /// The answers of each trackable.
    pub fn iter(&self) -> impl Iterator<Item = &[Sample]> {
        self.answers.iter().map(Vec::as_slice)
    }

    /// The answers of the trackable at a place.
    pub fn at(&self, place: usize) -> &[Sample] {
        self.answers.get(place).map_or(&[], Vec::as_slice)
    }
}

/// The number of an answer. Going to bed at 00:30 comes after 23:30, so bed times before noon count on past 24 h.
pub fn number_of(key: &str, value: Value) -> f64 {
    match value {
        Value::Time(time) if key == "bed_time" && time.hour() < 12 => time.hours() + 24.0,
        value => value.as_number(),
    }
}

/// The worst of some answers; where neither way is worse, the largest.
pub(super) fn worst(known: &Trackable, values: impl Iterator<Item = f64>) -> Option<f64> {
    match known.direction {
        Direction::BetterUp => values.reduce(f64::min),
        Direction::WorseUp | Direction::Neutral => values.reduce(f64::max),
    }
}

fn of_whole(known: &Trackable, samples: &[Sample]) -> Option<f64> {
    worst(known, samples.iter().filter(|sample| sample.region.is_none()).map(|sample| sample.value))
}

fn at_places(known: &Trackable, samples: &[Sample], rest_is_clear: bool) -> SkinPlaces {
    let answers = samples.iter().filter_map(|sample| Some((sample.region?, sample.value)));
    SkinPlaces::new(rest_is_clear, answers, known.direction)
}

/// One number from the answers of one day, on which the rest of the skin may be said to be clear.
pub(super) fn aggregate(known: &Trackable, samples: &[Sample], rest_is_clear: bool) -> Option<f64> {
    if samples.is_empty() && !(rest_is_clear && known.aggregate == Aggregate::Area) {
        return None;
    }
    let values = || samples.iter().map(|sample| sample.value);
    match known.aggregate {
        Aggregate::Sum => values().reduce(|a, b| a + b),
        Aggregate::Worst => worst(known, values()),
        Aggregate::Any => values().reduce(f64::max),
        Aggregate::Mean => values().reduce(|a, b| a + b).map(|sum| sum / samples.len() as f64),
        Aggregate::Last => {
            let latest = samples.iter().map(|sample| sample.at).max()?;
            samples.iter().rev().find(|sample| sample.at == latest).map(|sample| sample.value)
        }
        // Nothing counts twice: the whole stands for all, a coarse place for its parts.
        Aggregate::Regions => of_whole(known, samples).or_else(|| {
            let places = at_places(known, samples, rest_is_clear);
            let is_part_of_answered =
                |region: Region| region.parent().is_some_and(|parent| places.answered(parent).is_some());
            let counted = places.places().filter(|(region, _)| !is_part_of_answered(*region));
            counted.map(|(_, value)| value).reduce(|a, b| a + b)
        }),
        Aggregate::Area => of_whole(known, samples)
            .or_else(|| at_places(known, samples, rest_is_clear).covered_percent(Region::finest()).ok()),
    }
}
