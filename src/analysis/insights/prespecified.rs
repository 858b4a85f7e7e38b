//! Suspects: a few pairs named beforehand, a family of their own beside the open search, on the same looks.

use std::sync::Arc;

use super::grade::{Grade, Grader, Grades};
use super::look::EVERY_DAYS;
use super::looks::Looks;
use super::search_cache::{SearchCache, prints, with};
use super::{Finding, named_finding};
use crate::analysis::engine::minimum::Unmet;
use crate::analysis::engine::{Plan, Search};
use crate::columns::{ColumnIndex, DayTable};
use crate::model::prespecified::{PrespecifiedPair, PrespecifiedPairs};
use crate::model::time::Day;

/// What became of a family of suspects.
#[derive(Debug, Clone, PartialEq)]
pub struct PrespecifiedResults {
    /// The day on which they were named.
    pub named: Day,
    /// The first day that is used: the first of the diary if they were named before the first look, else the day on which they
    /// were named.
    pub from: Day,
    /// Days from there to the newest look; 0 if no look has come since.
    pub days: usize,
    /// Pairs tested.
    pub pairs_tested: usize,
    /// One result a pair, in the order in which they were named.
    pub results: Vec<PrespecifiedResult>,
}

/// What became of one suspect.
#[derive(Debug, Clone, PartialEq)]
pub struct PrespecifiedResult {
    /// Key of the factor.
    pub factor: String,
    /// Key of the outcome.
    pub outcome: String,
    /// What became of it.
    pub state: PrespecifiedState,
}

/// What became of one suspect.
#[derive(Debug, Clone, PartialEq)]
pub enum PrespecifiedState {
    /// It goes along.
    Found(Box<Finding>),
    /// Tested, and it does not stand out from chance.
    NotFound,
    /// It goes along, but no more than another factor on the same days, by its key.
    CannotSeparate(String),
    /// Too little data since it was named.
    Untested(Unmet),
    /// The table has no such column any more.
    Gone,
    /// No look has come since it was named.
    TooEarly,
    /// A trial of it runs.
    KeptBack,
}

/// Tests a family on the looks since it was named. Named before the first look, when nothing could have been seen yet, it may
/// use all days; else only those from the day on which it was named.
pub(super) fn test(
    table: &DayTable,
    suspects: &PrespecifiedPairs,
    looks: &[usize],
    memory: &SearchCache,
    go_on: &dyn Fn(f32) -> bool,
) -> Option<PrespecifiedResults> {
    let early = table.first.plus(i32::try_from(EVERY_DAYS).unwrap_or(28));
    let from_day = if suspects.named < early { table.first } else { suspects.named };
    let from = usize::try_from(from_day.days_since(table.first)).unwrap_or(0);
    let place_of = |pair: &PrespecifiedPair| Some((table.position(&pair.factor)?, table.position(&pair.outcome)?));
    let places: Vec<Option<(ColumnIndex, ColumnIndex)>> = suspects.pairs.iter().map(place_of).collect();
    let named: Vec<(ColumnIndex, ColumnIndex)> = places.iter().flatten().copied().collect();
    let days: Vec<usize> = looks.iter().copied().filter(|days| *days >= from + EVERY_DAYS).collect();
    let plan = Plan::of_pairs(table, &named, from);
    let keys: Vec<_> = prints(table, &plan, &days).into_iter().map(|print| with(print, "suspects", from)).collect();
    let looks = Looks { table, plan: &plan, days: &days, keys: &keys, memory };
    let found = if named.is_empty() { Vec::new() } else { looks.search(go_on)? };
    let grades = Grader::new(table).grades(&found);
    let newest = found.last();
    let results = suspects.pairs.iter().zip(&places).map(|(pair, place)| PrespecifiedResult {
        factor: pair.factor.clone(),
        outcome: pair.outcome.clone(),
        state: match (place, newest) {
            (None, _) => PrespecifiedState::Gone,
            (Some(_), None) => PrespecifiedState::TooEarly,
            (Some(place), Some((_, search))) => state(table, search, *place, &grades),
        },
    });
    Some(PrespecifiedResults {
        named: suspects.named,
        from: from_day,
        days: newest.map_or(0, |(days, _)| days - from),
        pairs_tested: newest.map_or(0, |(_, search)| search.pairs.len()),
        results: results.collect(),
    })
}

fn state(
    table: &DayTable,
    search: &Arc<Search>,
    place: (ColumnIndex, ColumnIndex),
    grades: &Grades,
) -> PrespecifiedState {
    if let Some(claim) = search.discoveries.iter().find(|claim| (claim.factor, claim.outcome) == place) {
        let grade = grades.get(&place).copied().unwrap_or(Grade::Possible);
        return PrespecifiedState::Found(Box::new(named_finding(table, claim, grade, Vec::new())));
    }
    if let Some(pair) = search.not_tested.iter().find(|pair| (pair.factor, pair.outcome) == place) {
        return PrespecifiedState::Untested(pair.unmet);
    }
    let tested = search.pairs.iter().find(|pair| (pair.factor, pair.outcome) == place);
    match tested.and_then(|pair| pair.rival) {
        Some(rival) => PrespecifiedState::CannotSeparate(table[rival].key.clone()),
        None => PrespecifiedState::NotFound,
    }
}
