//! The trials of the sample: one that is over and one that runs. What they switch is logged nowhere and acts on nothing, so the one
//! that is over has nothing to show but chance, and says so.

use std::collections::BTreeMap;

use crate::model::text::Name;
use crate::model::time::Day;
use crate::model::trackable::Direction;
use crate::model::trial::{Adherence, Lot, Trial, TrialDesign, TrialFactor, TrialId};
use crate::rng::Rng;

/// Stream of chance of the answers to "Kept to it?".
const OF_ANSWERS: u64 = 61;

/// One made-up trial, before it has a day.
struct Planned {
    /// Its first day, so many days before today.
    days_ago: i32,
    name: &'static str,
    on: &'static str,
    off: &'static str,
    outcome: &'static str,
    watched: &'static str,
    smallest_change: f64,
    days_per_period: u16,
    /// One of the orders that its lot can draw, off and on.
    order: &'static str,
}

const PLANNED: [Planned; 2] = [
    Planned {
        days_ago: 190,
        name: "a quiet quarter of an hour",
        on: "fifteen quiet minutes in the evening",
        off: "an evening as usual",
        outcome: "itch",
        watched: "redness",
        smallest_change: 1.0,
        days_per_period: 7,
        order: "BAABABBABA",
    },
    Planned {
        days_ago: 17,
        name: "cool water",
        on: "wash the face with cool water only",
        off: "wash the face as usual",
        outcome: "flushes",
        watched: "redness",
        smallest_change: 0.5,
        days_per_period: 4,
        order: "ABBABAABBAAB",
    },
];

/// The trials of a seed, with the answers of their days up to yesterday.
pub(super) fn trials(seed: u64, today: Day) -> Vec<Trial> {
    let mut rng = Rng::new(seed, OF_ANSWERS);
    (1..).zip(&PLANNED).filter_map(|(number, planned)| planned.trial(TrialId(number), today, &mut rng)).collect()
}

impl Planned {
    fn trial(&self, id: TrialId, today: Day, rng: &mut Rng) -> Option<Trial> {
        let start = today.plus(-self.days_ago);
        let design = TrialDesign {
            lot: Lot::Balanced { most_alike: 2 },
            periods: u8::try_from(self.order.len()).ok()?,
            days_per_period: self.days_per_period,
            washout_days: 0,
            carry_over: true,
            looks: false,
        };
        let [name, on, off] = [self.name, self.on, self.off].map(Name::new);
        let mut trial = Trial {
            id,
            drawn: start.plus(-1),
            start,
            factor: TrialFactor { name: name.ok()?, on: on.ok()?, off: off.ok()?, subject: None },
            outcome: self.outcome.to_owned(),
            direction: Direction::WorseUp,
            smallest_change: self.smallest_change,
            watched: vec![self.watched.to_owned()],
            covariates: Vec::new(),
            design,
            seed: 1,
            order: self.order.to_owned(),
            sides: None,
            kept: BTreeMap::new(),
            looked: Vec::new(),
            ended: None,
            order_seen: None,
            resumed: None,
        };
        let mut day = start;
        while trial.has(day) && day < today {
            let answer = match rng.unit() {
                share if share < 0.74 => Some(Adherence::Yes),
                share if share < 0.84 => Some(Adherence::Mostly),
                share if share < 0.90 => Some(Adherence::No),
                _ => None,
            };
            trial.kept.extend(answer.map(|answer| (day, answer)));
            day = day.plus(1);
        }
        Some(trial)
    }
}
