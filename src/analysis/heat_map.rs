//! The places of the skin over a period: of each the worst answer and the mean of what is known. A day's value of a place is its own
//! answer, else that of the place it is part of, else 0 where the rest of the skin is said to be clear; an answer for the whole skin
//! says nothing of single places.

use crate::model::diary::Diary;
use crate::model::entry::EntryKind;
use crate::model::region::Region;
use crate::model::skin_places::SkinPlaces;
use crate::model::time::Day;
use crate::model::trackable::{Aggregate, Direction, Kind, Role, Trackable};

/// What is shown where nobody said otherwise.
pub const USUAL_KEY: &str = "redness";
/// Days of which something must be known before a place is shaded, and the share of the period.
const NEEDED_DAYS: usize = 5;
const NEEDED_SHARE: f64 = 0.20;
/// Upper ends of the classes 0 to 3 of counts and amounts.
const COUNTS: [f64; 4] = [0.0, 2.0, 5.0, 10.0];
/// The same of scores from 0 to 10.
const SCORES: [f64; 4] = [0.0, 3.0, 6.0, 8.0];
/// The same of shares in percent.
const SHARES: [f64; 4] = [0.0, 10.0, 30.0, 60.0];

/// What a place is shaded by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Summary {
    /// Its worst answer.
    #[default]
    Worst,
    /// The mean of its known days.
    Mean,
}

/// A place over a period.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PlaceHeat {
    /// One of the finest places.
    pub region: Region,
    /// The worst answer; `None` without any known day.
    pub worst: Option<f64>,
    /// The mean of the known days.
    pub mean: Option<f64>,
    /// Days of which something is known.
    pub days: usize,
}

/// The places of the skin over a period, for one trackable.
#[derive(Debug, Clone, PartialEq)]
pub struct HeatMap {
    /// What was answered.
    pub known: Trackable,
    /// First and last day.
    pub period: (Day, Day),
    /// What places are shaded by.
    pub summary: Summary,
    /// The finest places, head to foot.
    pub places: Vec<PlaceHeat>,
}

/// Whether a trackable is one that places of the skin answer.
pub fn can_show(known: &Trackable) -> bool {
    known.carried_by == EntryKind::SkinCheck
        && known.role == Role::Outcome
        && known.direction == Direction::WorseUp
        && known.kind != Kind::YesNo
}

impl HeatMap {
    /// The places of a diary from one day to another, both included.
    pub fn new(diary: &Diary, known: &Trackable, period: (Day, Day), summary: Summary) -> Self {
        let finest = Region::finest();
        let mut sums = vec![(0_usize, 0.0, f64::NEG_INFINITY); finest.len()];
        for page in diary.day_records_between(period.0, period.1) {
            let places = SkinPlaces::on(page, known);
            if places.is_silent() {
                continue;
            }
            for (region, (days, sum, worst)) in finest.iter().zip(&mut sums) {
                if let Some(value) = places.value(*region) {
                    *days += 1;
                    *sum += value;
                    *worst = worst.max(value);
                }
            }
        }
        let places = finest.iter().zip(sums).map(|(region, (days, sum, worst))| PlaceHeat {
            region: *region,
            worst: (days > 0).then_some(worst),
            mean: (days > 0).then(|| sum / days as f64),
            days,
        });
        Self { known: known.clone(), period, summary, places: places.collect() }
    }

    /// Days of the period.
    pub fn days(&self) -> usize {
        usize::try_from(self.period.1.days_since(self.period.0)).map_or(0, |days| days + 1)
    }

    /// What a place is shaded by; `None` while too little is known of it.
    pub fn value(&self, place: &PlaceHeat) -> Option<f64> {
        let is_known = place.days >= NEEDED_DAYS && place.days as f64 >= NEEDED_SHARE * self.days() as f64;
        let value = match self.summary {
            Summary::Worst => place.worst,
            Summary::Mean => place.mean,
        };
        value.filter(|_| is_known)
    }

    /// The class of a value, 0 none to 4 worst. Means are rounded first.
    pub fn class(&self, value: f64) -> usize {
        let value = value.round();
        let among = |ends: [f64; 4]| ends.iter().filter(|end| value > **end).count();
        match &self.known.kind {
            Kind::Grade => among([0.0, 1.0, 2.0, 3.0]),
            Kind::Score => among(SCORES),
            Kind::Amount { .. } if self.known.aggregate == Aggregate::Area => among(SHARES),
            _ => among(COUNTS),
        }
    }

    /// What the classes are called, none to worst.
    pub fn class_names(&self) -> [&'static str; 5] {
        match &self.known.kind {
            Kind::Grade => ["0", "1", "2", "3", "4"],
            Kind::Score => ["0", "1-3", "4-6", "7-8", "9-10"],
            Kind::Amount { .. } if self.known.aggregate == Aggregate::Area => {
                ["0 %", "to 10 %", "to 30 %", "to 60 %", "more"]
            }
            _ => ["0", "1-2", "3-5", "6-10", "more"],
        }
    }

    /// The places of which something is known, those that say the same as all other parts of their place under its name.
    pub fn rows(&self) -> Vec<(Region, PlaceHeat)> {
        let heat = |region: Region| self.places.iter().find(|place| place.region == region);
        let mut rows = Vec::new();
        for top in Region::all().iter().filter(|region| region.parent().is_none()) {
            let parts: Vec<&PlaceHeat> = top.leaves().filter_map(heat).filter(|place| place.days > 0).collect();
            let says_the_same = |part: &&PlaceHeat| {
                parts.first().is_some_and(|first| PlaceHeat { region: first.region, ..**part } == **first)
            };
            match parts.first() {
                Some(first) if parts.len() == top.leaves().count() && parts.iter().all(says_the_same) => {
                    rows.push((*top, **first));
                }
                _ => rows.extend(parts.into_iter().map(|part| (part.region, *part))),
            }
        }
        rows
    }
}
