//! The answers of one day: the number of each, and what several of them come to.

use std::collections::HashMap;

use crate::model::page::Page;
use crate::model::region::Region;
use crate::model::time::ClockTime;
use crate::model::trackable::{Aggregate, Direction, Trackable};
use crate::model::value::Value;

/// The answers of one trackable on one day, reused from day to day.
#[derive(Default)]
pub(super) struct Samples {
    pub by_place: HashMap<usize, Vec<Sample>>,
}

/// One answer.
pub(super) struct Sample {
    pub region: Option<Region>,
    pub at: Option<ClockTime>,
    pub value: f64,
}

impl Samples {
    /// The answers of one page, in the place of those before.
    pub fn take(&mut self, page: &Page, place_of: &HashMap<&str, usize>) {
        self.by_place.values_mut().for_each(Vec::clear);
        for entry in &page.entries {
            for (key, value) in entry.answers.iter() {
                if let Some(place) = place_of.get(key.as_str()) {
                    let value = number_of(key.as_str(), value);
                    let sample = Sample { region: entry.region, at: entry.at, value };
                    self.by_place.entry(*place).or_default().push(sample);
                }
            }
        }
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

/// One number from the answers of one day.
pub(super) fn aggregate(known: &Trackable, samples: &[Sample]) -> Option<f64> {
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
        Aggregate::Regions => {
            let of = |region: Option<Region>| {
                worst(known, samples.iter().filter(|sample| sample.region == region).map(|sample| sample.value))
            };
            of(None).or_else(|| Region::ALL.iter().filter_map(|region| of(Some(*region))).reduce(|a, b| a + b))
        }
    }
}
