//! How often a finding has held up so far.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::analysis::day_table::DayTable;
use crate::analysis::engine::fill::fill;
use crate::analysis::engine::outcome::Outcome;
use crate::analysis::engine::student_t::StudentT;
use crate::analysis::engine::waves::Waves;
use crate::analysis::engine::windows::WINDOWS;
use crate::analysis::engine::{Claim, Search};

/// Largest q of a finding that is possible.
const POSSIBLE_Q: f64 = 0.10;
/// Largest q at two looks in a row of a finding that is clear.
const CLEAR_Q: f64 = 0.05;
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
    SeenAgain,
    /// The newest two looks show it.
    Clear,
    /// The newest look shows it.
    Possible,
    /// It was shown before and did not hold up on the 56 days after; the newest look shows it anew.
    NotSeenAgain,
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
            Self::SeenAgain => 0,
            Self::Clear | Self::OneLook { .. } => 1,
            Self::Possible => 2,
            Self::NotSeenAgain => 3,
        }
    }

    /// Name in files.
    pub fn key(self) -> &'static str {
        match self {
            Self::SeenAgain => "seen_again",
            Self::Clear => "clear",
            Self::Possible => "possible",
            Self::NotSeenAgain => "not_seen_again",
            Self::OneLook { .. } => "one_look",
        }
    }
}

/// Grades by factor and outcome.
pub type Grades = BTreeMap<(usize, usize), Grade>;

/// Grades of the claims of the newest look.
pub fn grades(table: &DayTable, looks: &[(usize, Arc<Search>)]) -> Grades {
    let Some((newest_days, newest)) = looks.last() else { return BTreeMap::new() };
    let before = looks.len().checked_sub(2).and_then(|index| looks.get(index));
    let q_at = |search: &Search, claim: &Claim| {
        let same = |pair: &&crate::analysis::engine::Pair| pair.factor == claim.factor && pair.outcome == claim.outcome;
        search.pairs.iter().find(same).map_or(1.0, |pair| pair.q)
    };
    let mut grades = BTreeMap::new();
    for claim in newest.claims.iter().filter(|claim| claim.q <= POSSIBLE_Q) {
        let clear = claim.q <= CLEAR_Q && before.is_some_and(|(_, search)| q_at(search, claim) <= CLEAR_Q);
        let plain = if clear { Grade::Clear } else { Grade::Possible };
        let grade = match again(table, looks, claim, *newest_days) {
            Some(true) => Grade::SeenAgain,
            Some(false) if !clear => Grade::NotSeenAgain,
            _ => plain,
        };
        grades.insert((claim.factor, claim.outcome), grade);
    }
    grades
}

/// Whether the pair held up on the days after the look that first showed it; `None` if there are too few of them yet.
fn again(table: &DayTable, looks: &[(usize, Arc<Search>)], claim: &Claim, newest_days: usize) -> Option<bool> {
    let same = |other: &&Claim| other.factor == claim.factor && other.outcome == claim.outcome;
    let mut from = 0;
    let mut last = None;
    for (days, search) in looks.iter().filter(|(days, _)| days + AGAIN_DAYS <= newest_days) {
        // After a test that was not passed it must be found anew, on a look beyond the days of that test.
        if *days < from {
            continue;
        }
        let Some(shown) = search.claims.iter().find(same) else { continue };
        match holds(table, shown, *days) {
            Some(true) => return Some(true),
            Some(false) => {
                last = Some(false);
                from = days + AGAIN_DAYS;
            }
            None => {}
        }
    }
    last
}

/// The same pair, window and sign, tested once on the 56 days from `start` on.
fn holds(table: &DayTable, shown: &Claim, start: usize) -> Option<bool> {
    let end = start + AGAIN_DAYS;
    let cells = table.columns[shown.outcome].cells.get(start..end)?;
    let values: Vec<f64> = cells.iter().flatten().copied().collect();
    if values.len() < AGAIN_LOGGED || values.iter().all(|value| *value == values[0]) {
        return None;
    }
    let factor = fill(table.columns[shown.factor].cells.get(..end)?, table.first.weekday());
    let weekday = (table.first.weekday() + start) % 7;
    let waves = Arc::new(Waves::new(cells.len()));
    let outcome = Outcome::from_day(start, cells, weekday, &[&factor], &[], waves, &|| true)?;
    let width = shown.lag_end - shown.lag + 1;
    let window = WINDOWS.iter().position(|window| window.lag == shown.lag && window.width == width)?;
    let t = outcome.pair(0, &[]).t.get(window).copied()?;
    let df = (outcome.days_used as f64 - outcome.nuisance_columns as f64 - 2.0).max(5.0);
    let one_sided = StudentT::new(df).two_sided(t) / 2.0;
    Some(t.signum() == shown.effect.signum() && one_sided <= AGAIN_P)
}
