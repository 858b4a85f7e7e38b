//! How often a finding has held up so far.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::EVERY_DAYS;
use super::looks::Look;
use crate::analysis::engine::impute::impute;
use crate::analysis::engine::low_frequency_cosines::LowFrequencyCosines;
use crate::analysis::engine::outcome::Outcome;
use crate::analysis::engine::standardised::scaled;
use crate::analysis::engine::student_t::StudentT;
use crate::analysis::engine::windows::WINDOWS;
use crate::analysis::engine::{Discovery, Pair, Search};
use crate::columns::{ColumnIndex, DayTable};

/// Largest q of a finding that is possible.
const POSSIBLE_Q: f64 = 0.10;
/// Largest q at two looks in a row of a finding that is clear.
pub const CLEAR_Q: f64 = 0.05;
/// Days on which a finding is tested once more.
const AGAIN_DAYS: usize = 56;
/// Logged days of the outcome among them.
const AGAIN_LOGGED: usize = 28;
/// Largest one-sided p there.
const AGAIN_P: f64 = 0.05;

/// How often a finding has held up.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Grade {
    /// It held up on the 56 days after it was first shown.
    Replicated,
    /// The newest two looks show it.
    Clear,
    /// The newest look shows it.
    Possible,
    /// It was shown before and did not hold up on the 56 days after; the newest look shows it anew.
    NotReplicated,
    /// There was one look only.
    OneLook {
        /// Adjusted p.
        q: f64,
    },
}

impl Grade {
    /// Best first.
    pub fn rank(self) -> u8 {
        match self {
            Self::Replicated => 0,
            Self::Clear | Self::OneLook { .. } => 1,
            Self::Possible => 2,
            Self::NotReplicated => 3,
        }
    }

    /// About one of so many findings of this grade is chance, for a person who looks every 28 days over a year; `None` where the
    /// words give no such number. Of the highest grade all that ever had it are counted; of the next what stands on the screen at
    /// a look, since most of its planted ones rise later. Measured on 1,500 made-up diaries of three kinds (`cargo bench --bench
    /// error_rates -- years 500 9960000 keep`); a test holds what was measured, `tests/fixtures/error_rates/grades.tsv`,
    /// against it.
    pub fn one_of_so_many_is_chance(self) -> Option<u32> {
        match self {
            Self::Replicated => Some(30),
            Self::Clear => Some(8),
            _ => None,
        }
    }

    /// Name in files.
    pub fn key(self) -> &'static str {
        match self {
            Self::Replicated => "seen_again",
            Self::Clear => "clear",
            Self::Possible => "possible",
            Self::NotReplicated => "not_seen_again",
            Self::OneLook { .. } => "one_look",
        }
    }
}

/// Grades by factor and outcome.
pub type Grades = BTreeMap<(ColumnIndex, ColumnIndex), Grade>;

/// Grades the claims of the newest look by what the looks before it showed. Tests on later days are kept, since the same ones
/// are asked for again with every look that is added.
pub struct Grader<'a> {
    table: &'a DayTable,
    /// By factor, outcome and days of the look that showed it: whether it held up.
    held: BTreeMap<(ColumnIndex, ColumnIndex, usize), Option<bool>>,
}

impl<'a> Grader<'a> {
    /// A grader that has tested nothing yet.
    pub fn new(table: &'a DayTable) -> Self {
        Self { table, held: BTreeMap::new() }
    }

    /// The grades; `looks` are the newest and those before it, oldest first. Those that could change no grade, as
    /// [`open`](Self::open) has it, may be missing.
    pub fn grades(&mut self, looks: &[Look]) -> Grades {
        let Some(((newest_days, newest), older)) = looks.split_last() else { return BTreeMap::new() };
        let before = older.last().filter(|(days, _)| days + EVERY_DAYS == *newest_days);
        let mut grades = BTreeMap::new();
        for claim in to_be_graded(newest) {
            let clear = claim.q <= CLEAR_Q && before.is_some_and(|(_, search)| q_at(search, claim) <= CLEAR_Q);
            let plain = if clear { Grade::Clear } else { Grade::Possible };
            let grade = match self.again(looks, claim, *newest_days).0 {
                Some(true) => Grade::Replicated,
                Some(false) if !clear => Grade::NotReplicated,
                _ => plain,
            };
            grades.insert((claim.factor, claim.outcome), grade);
        }
        grades
    }

    /// Pairs the newest look claims whose grade an older look over `days` can still change; `looks` are the newest and what is
    /// known of those before that one.
    pub fn open(&mut self, looks: &[Look], days: usize) -> BTreeSet<(ColumnIndex, ColumnIndex)> {
        let Some((newest_days, newest)) = looks.last() else { return BTreeSet::new() };
        let can_change = |claim: &&Discovery| match self.again(looks, claim, *newest_days) {
            (Some(true), _) => false,
            // Too late to be seen again after it: it only says whether two looks in a row show the pair.
            _ if days + AGAIN_DAYS > *newest_days => claim.q <= CLEAR_Q,
            (_, from) => days >= from,
        };
        to_be_graded(newest).filter(can_change).map(|claim| (claim.factor, claim.outcome)).collect()
    }

    /// Whether the pair held up on the days after the look that first showed it; `None` if there are too few of them yet. And
    /// the days from which a look that shows it counts.
    fn again(&mut self, looks: &[Look], claim: &Discovery, newest_days: usize) -> (Option<bool>, usize) {
        let same = |other: &&Discovery| other.factor == claim.factor && other.outcome == claim.outcome;
        let mut from = 0;
        let mut last = None;
        for (days, search) in looks.iter().filter(|(days, _)| days + AGAIN_DAYS <= newest_days) {
            // After a test that was not passed it must be found anew, on a look beyond the days of that test.
            if *days < from {
                continue;
            }
            let Some(shown) = search.discoveries.iter().find(same) else { continue };
            let table = self.table;
            let test = || holds(table, shown, *days);
            match *self.held.entry((claim.factor, claim.outcome, *days)).or_insert_with(test) {
                Some(true) => return (Some(true), from),
                Some(false) => {
                    last = Some(false);
                    from = days + AGAIN_DAYS;
                }
                None => {}
            }
        }
        (last, from)
    }
}

fn to_be_graded(newest: &Search) -> impl Iterator<Item = &Discovery> {
    newest.discoveries.iter().filter(|claim| claim.q <= POSSIBLE_Q)
}

/// Adjusted p of a claim's pair at a look; 1 where it was not tested.
fn q_at(search: &Search, claim: &Discovery) -> f64 {
    let same = |pair: &&Pair| pair.factor == claim.factor && pair.outcome == claim.outcome;
    search.pairs.iter().find(same).map_or(1.0, |pair| pair.q)
}

/// The same pair, window and sign, tested once on the 56 days from `start` on.
fn holds(table: &DayTable, shown: &Discovery, start: usize) -> Option<bool> {
    let end = start + AGAIN_DAYS;
    let cells = table[shown.outcome].cells.get(start..end)?;
    let values: Vec<f64> = cells.iter().flatten().copied().collect();
    if values.len() < AGAIN_LOGGED || values.iter().all(|value| *value == values[0]) {
        return None;
    }
    let factor = impute(&scaled(table[shown.factor].cells.get(..end)?), table.first.weekday());
    let weekday = (table.first.weekday() + start) % 7;
    let cosines = Arc::new(LowFrequencyCosines::new(cells.len()));
    let outcome = Outcome::from_day(start, cells, weekday, &[&factor], &[], cosines, &|| true)?;
    let width = shown.lag_end - shown.lag + 1;
    let window = WINDOWS.iter().position(|window| window.lag == shown.lag && window.width == width)?;
    let t = outcome.pair(0, &[]).t.get(window).copied()?;
    let df = (outcome.days_used as f64 - outcome.nuisance_columns as f64 - 2.0).max(5.0);
    let one_sided = StudentT::new(df).two_sided(t) / 2.0;
    Some(t.signum() == shown.effect.signum() && one_sided <= AGAIN_P)
}
