//! Looks that were worked out before. A look depends only on the days it uses, so an edit of yesterday changes no earlier one;
//! what it found is kept under a fingerprint of everything it depends on.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use crate::analysis::engine::{Plan, Search};
use crate::columns::{ColumnIndex, DayTable};

/// Fingerprint of what a search depends on.
pub(super) type Fingerprint = [u8; 32];

/// Rounds after which what was not used is forgotten.
const KEPT_ROUNDS: u64 = 3;

#[derive(Debug, Default)]
struct Kept {
    round: u64,
    looks: HashMap<Fingerprint, (u64, Arc<Search>)>,
    claimed: HashMap<Fingerprint, (u64, bool)>,
}

/// What is remembered between one working out of the insights and the next. Empty at first; can be shared between threads.
/// With it or without, the insights are the same.
#[derive(Debug, Default)]
pub struct SearchCache(Mutex<Kept>);

impl SearchCache {
    fn kept(&self) -> std::sync::MutexGuard<'_, Kept> {
        // What is in it is whole at any time, whoever stopped half-way.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Begins a round: what three rounds did not use is forgotten.
    pub(super) fn begin(&self) {
        let mut kept = self.kept();
        kept.round += 1;
        let oldest = kept.round.saturating_sub(KEPT_ROUNDS);
        kept.looks.retain(|_, (used, _)| *used >= oldest);
        kept.claimed.retain(|_, (used, _)| *used >= oldest);
    }

    /// A look, as remembered or as worked out now.
    pub(super) fn look(&self, print: Fingerprint, work: impl FnOnce() -> Option<Search>) -> Option<Arc<Search>> {
        {
            let mut kept = self.kept();
            let round = kept.round;
            if let Some((used, found)) = kept.looks.get_mut(&print) {
                *used = round;
                return Some(found.clone());
            }
        }
        let found = Arc::new(work()?);
        let mut kept = self.kept();
        let round = kept.round;
        kept.looks.insert(print, (round, found.clone()));
        Some(found)
    }

    /// Whether a search claimed anything, as remembered or as worked out now.
    pub(super) fn claimed(&self, print: Fingerprint, work: impl FnOnce() -> Option<bool>) -> Option<bool> {
        {
            let mut kept = self.kept();
            let round = kept.round;
            if let Some((used, claimed)) = kept.claimed.get_mut(&print) {
                *used = round;
                return Some(*claimed);
            }
        }
        let claimed = work()?;
        let mut kept = self.kept();
        let round = kept.round;
        kept.claimed.insert(print, (round, claimed));
        Some(claimed)
    }
}

/// The fingerprint of a search over each of some numbers of days, rising.
pub(super) fn prints(table: &DayTable, plan: &Plan, days: &[usize]) -> Vec<Fingerprint> {
    let mut used: Vec<ColumnIndex> = plan.pairs.iter().flat_map(|(factor, outcome)| [*factor, *outcome]).collect();
    used.extend(plan.courses);
    used.sort_unstable();
    used.dedup();
    let mut hasher = blake3::Hasher::new();
    hasher.update(format!("{plan:?} {}", table.first.weekday()).as_bytes());
    let mut done = 0;
    let mut bytes: Vec<u8> = Vec::new();
    let mut prints = Vec::with_capacity(days.len());
    for day in days {
        for row in done..(*day).min(table.days) {
            bytes.clear();
            for column in &used {
                match table[*column].cells.get(row).copied().flatten() {
                    Some(value) => bytes.extend(value.to_bits().to_le_bytes()),
                    // No value has these bits: it would be no number.
                    None => bytes.extend([0xff; 8]),
                }
            }
            hasher.update(&bytes);
        }
        done = *day;
        prints.push(*hasher.finalize().as_bytes());
    }
    prints
}

/// A fingerprint with a word and a number more.
pub(super) fn with(print: Fingerprint, word: &str, number: usize) -> Fingerprint {
    let mut hasher = blake3::Hasher::new();
    hasher.update(&print).update(word.as_bytes()).update(&(number as u64).to_le_bytes());
    *hasher.finalize().as_bytes()
}
