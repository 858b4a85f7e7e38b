//! A year of looks: what a person sees who looks every 28 days, which is more than one look at the end would show.

use std::collections::BTreeSet;

use gutskin::analysis::engine::screen::Limits;
use gutskin::analysis::engine::{Plan, search};

use crate::simulator::Simulated;

/// Days from look to look, and looks.
const EVERY: usize = 28;
const LOOKS: usize = 13;
/// Days of a year.
pub const DAYS: usize = EVERY * LOOKS;

/// Pairs that were ever clear, and pairs that were only ever possible.
#[derive(Debug, Clone, Copy, Default)]
pub struct Year {
    pub planted: usize,
    pub clear: Count,
    pub possible: Count,
    pub empty: usize,
    pub empty_with_clear: usize,
}

/// True and false ones.
#[derive(Debug, Clone, Copy, Default)]
pub struct Count {
    pub real: usize,
    pub wrong: usize,
}

impl Year {
    /// Adds a diary. Clear is q at most `q` at two looks in a row, possible at most twice that at one.
    pub fn add(&mut self, diary: &Simulated, limits: Limits, q: f64) {
        let plan = Plan { limits, ..Plan::of_diary(&diary.table) };
        let (mut before, mut clear, mut possible) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        for look in 1..=LOOKS {
            let found = search(&diary.table, &plan, look * EVERY, &|_| true).unwrap();
            let within = |q: f64| {
                let pairs = found.pairs.iter().filter(move |pair| pair.q <= q);
                pairs.map(|pair| (pair.factor, pair.outcome)).collect::<BTreeSet<_>>()
            };
            let now = within(q);
            clear.extend(now.intersection(&before).copied());
            possible.extend(within(2.0 * q));
            before = now;
        }
        let truth: BTreeSet<_> = diary.planted.iter().map(|effect| (effect.factor, effect.outcome)).collect();
        for pair in &possible {
            let count = if clear.contains(pair) { &mut self.clear } else { &mut self.possible };
            *(if truth.contains(pair) { &mut count.real } else { &mut count.wrong }) += 1;
        }
        self.planted += truth.len();
        if truth.is_empty() {
            self.empty += 1;
            self.empty_with_clear += usize::from(!clear.is_empty());
        }
    }
}
