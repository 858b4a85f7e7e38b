//! The self-check: the same search on a diary whose outcomes were moved against its factors. It should find nothing.

use super::search_cache::{SearchCache, prints, with};
use super::workers;
use crate::analysis::engine::{Plan, search};
use crate::columns::{DayTable, Role};

/// Shifts tried.
pub const SHIFTS: usize = 20;
/// Weeks an outcome is moved at least, forwards or backwards.
const LEAST_WEEKS: usize = 5;
/// Largest q that counts as a claim.
const CLAIM_Q: f64 = 0.05;

/// What the self-check found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SelfCheck {
    /// Shifted diaries searched.
    pub shifts: usize,
    /// Those among them with any claim.
    pub with_claims: usize,
}

/// Runs the search on up to twenty shifted diaries. `None` if it was stopped; no shifts if the diary is too short.
pub fn self_check(table: &DayTable, days: usize, go_on: &dyn Fn(f32) -> bool) -> Option<SelfCheck> {
    self_check_with(table, days, &SearchCache::default(), go_on)
}

/// As [`self_check`], with what was worked out before.
pub fn self_check_with(
    table: &DayTable,
    days: usize,
    memory: &SearchCache,
    go_on: &dyn Fn(f32) -> bool,
) -> Option<SelfCheck> {
    let days = days.min(table.days);
    let weeks = days / 7;
    let possible: Vec<usize> = (LEAST_WEEKS..weeks.saturating_sub(LEAST_WEEKS - 1)).collect();
    let wanted = possible.len().min(SHIFTS);
    let mut plan = Plan::of_diary(table);
    plan.pairs.retain(|(factor, _)| table[*factor].role == Role::Factor);
    plan.q = CLAIM_Q;
    let print = prints(table, &plan, &[days]).first().copied().unwrap_or_default();
    let claimed = workers::each(wanted, days, go_on, &|run, go_on| {
        // Spread evenly over what is possible, the same for every run of the program.
        let shift = 7 * possible[run * possible.len() / wanted];
        memory.claimed(with(print, "shift", shift), || {
            let shifted = shift_outcomes(table, days, shift);
            Some(!search(&shifted, &plan, days, go_on)?.discoveries.is_empty())
        })
    })?;
    Some(SelfCheck { shifts: wanted, with_claims: claimed.into_iter().filter(|claimed| *claimed).count() })
}

/// The table with every outcome moved on by some days, the end wrapped round to the beginning.
fn shift_outcomes(table: &DayTable, days: usize, shift: usize) -> DayTable {
    let mut shifted = table.clone();
    for column in shifted.columns.iter_mut().filter(|column| column.is_outcome()) {
        column.cells.truncate(days);
        column.cells.rotate_right(shift);
    }
    shifted.days = days;
    shifted
}
