//! The searches behind the insights: the newest look, and as many older ones as the grades of what it claims ask for.
//!
//! An older look matters only to what the newest claims, and no longer once that has been seen again. So the searches go from
//! the oldest look on, and before a whole look is searched, the outcomes in question are searched alone: a pair that is no
//! candidate there cannot be claimed. A diary in which nothing stands out costs one search, most others a few. The grades are
//! those that all looks would give.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::grade::{CLEAR_Q, Grader};
use super::search_cache::{Fingerprint, SearchCache, with};
use super::workers;
use crate::analysis::engine::{Plan, Search, search};
use crate::columns::{ColumnIndex, DayTable};

/// One outcome of so many is worth a search alone before the whole look.
const MANY: usize = 3;

/// A look: the days it uses, and what it found.
pub(super) type Look = (usize, Arc<Search>);

/// The looks of one plan.
pub(super) struct Looks<'a> {
    /// Searched over its first days.
    pub table: &'a DayTable,
    /// What is searched.
    pub plan: &'a Plan,
    /// Numbers of days the looks use, oldest first.
    pub days: &'a [usize],
    /// The fingerprint of each.
    pub keys: &'a [Fingerprint],
    /// What was worked out before.
    pub memory: &'a SearchCache,
}

impl Looks<'_> {
    /// The looks that matter, oldest first; the newest is the last of them. `go_on` hears how far it is, 0 to 1; `None` if it
    /// said no.
    pub fn search(&self, go_on: &dyn Fn(f32) -> bool) -> Option<Vec<Look>> {
        let Some(newest) = self.days.len().checked_sub(1) else { return Some(Vec::new()) };
        let all = self.days.len() as f32;
        let mut looks = vec![(self.days[newest], self.look(newest, &|done| go_on(done / all))?)];
        let mut grader = Grader::new(self.table);
        let together = workers::threads(self.table.days);
        let older: Vec<usize> = (0..newest).collect();
        for (at, places) in older.chunks(together).enumerate() {
            let open: Vec<_> = places.iter().map(|place| grader.open(&looks, self.days[*place])).collect();
            if open.iter().all(BTreeSet::is_empty) {
                continue;
            }
            let tell = |done: f32| go_on(((at * together + 1) as f32 + done * places.len() as f32) / all);
            let further = workers::each(places.len(), self.table.days, &tell, &|piece, go_on| {
                self.look_for(places[piece], &open[piece], go_on)
            })?;
            let end = looks.len() - 1;
            looks.splice(end..end, further);
        }
        Some(looks)
    }

    /// An older look; an empty one if it cannot have claimed any of the open pairs.
    fn look_for(
        &self,
        place: usize,
        open: &BTreeSet<(ColumnIndex, ColumnIndex)>,
        go_on: &dyn Fn(f32) -> bool,
    ) -> Option<Look> {
        let outcomes: BTreeSet<ColumnIndex> = open.iter().map(|(_, outcome)| *outcome).collect();
        let all: BTreeSet<ColumnIndex> = self.plan.pairs.iter().map(|(_, outcome)| *outcome).collect();
        // Where many outcomes are in question, the whole look costs little more.
        if outcomes.len() * MANY <= all.len() {
            let mut may_show = false;
            for outcome in outcomes {
                let candidates = self.candidates(place, outcome, go_on)?;
                may_show |= candidates.pairs.iter().any(|pair| open.contains(&(pair.factor, pair.outcome)));
            }
            if !may_show {
                return Some((self.days[place], Arc::default()));
            }
        }
        Some((self.days[place], self.look(place, go_on)?))
    }

    /// The pairs of one outcome that could be claimed at an older look: adjusted over a family, p only rises.
    fn candidates(&self, place: usize, outcome: ColumnIndex, go_on: &dyn Fn(f32) -> bool) -> Option<Arc<Search>> {
        self.memory.look(with(self.keys[place], "outcome", outcome.0), || {
            let mut plan = self.plan.clone();
            plan.pairs.retain(|(_, other)| *other == outcome);
            let mut found = search(self.table, &plan, self.days[place], go_on)?;
            found.pairs.retain(|pair| pair.verdict.challenged <= plan.q);
            found.discoveries = Vec::new();
            keep_for_grades(&mut found);
            Some(found)
        })
    }

    fn look(&self, place: usize, go_on: &dyn Fn(f32) -> bool) -> Option<Arc<Search>> {
        let is_newest = place + 1 == self.days.len();
        let key = with(self.keys[place], "newest", usize::from(is_newest));
        self.memory.look(key, || {
            let mut found = search(self.table, self.plan, self.days[place], go_on)?;
            if !is_newest {
                found.pairs.retain(|pair| pair.q <= CLEAR_Q);
                keep_for_grades(&mut found);
            }
            Some(found)
        })
    }
}

/// Lets go of what no later grade asks for.
fn keep_for_grades(found: &mut Search) {
    found.pairs.shrink_to_fit();
    found.pairs.iter_mut().for_each(|pair| pair.verdict.t_marginal = Vec::new());
    found.discoveries.iter_mut().for_each(|claim| (claim.t, claim.by_lag) = (Vec::new(), Vec::new()));
    found.not_tested = Vec::new();
    found.models.clear();
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;

    use super::super::grade::Grades;
    use super::super::look_days;
    use super::super::search_cache::prints;
    use super::*;
    use crate::columns::{Column, ColumnSpec, Origin, Role};
    use crate::model::body_system::BodySystem;
    use crate::model::time::Day;

    /// Six factors without a pattern and four outcomes. Three of them follow a factor a day later: always, weakly, and in the
    /// last third of the days only.
    fn table(seed: u64, days: usize) -> DayTable {
        let mut state = seed;
        let mut digit = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (state >> 33) as f64 % 10.0
        };
        let mut series: Vec<Vec<f64>> = (0..10).map(|_| (0..days).map(|_| digit()).collect()).collect();
        let (factors, outcomes) = series.split_at_mut(6);
        for day in 1..days {
            outcomes[0][day] += factors[0][day - 1];
            outcomes[1][day] += 0.25 * factors[1][day - 1];
            outcomes[2][day] += if day * 3 > days * 2 { 0.7 * factors[2][day - 1] } else { 0.0 };
        }
        let column = |(at, cells): (usize, &Vec<f64>)| {
            let factor = ColumnSpec::new(format!("c{at}"), format!("c{at}"), Role::Factor, Origin::Logged);
            let spec = if at < 6 { factor } else { factor.outcome(BodySystem::Skin) };
            Column { spec, cells: cells.iter().map(|value| Some(*value)).collect() }
        };
        let columns = series.iter().enumerate().map(column).collect();
        DayTable::new(Day::from_ymd(2026, 1, 5).unwrap(), days, columns)
    }

    fn grades(table: &DayTable, looks: &[Look]) -> Grades {
        Grader::new(table).grades(looks)
    }

    #[test]
    fn the_grades_are_those_that_all_looks_give() {
        let (mut seen, mut fewer) = (BTreeSet::new(), 0);
        for seed in 1..=8 {
            let table = table(seed, 308);
            let (plan, days) = (Plan::of_diary(&table), look_days(table.days));
            let keys = prints(&table, &plan, &days);
            let search_at = |days: &usize| (*days, Arc::new(search(&table, &plan, *days, &|_| true).unwrap()));
            let all: Vec<Look> = days.iter().map(search_at).collect();
            let looks = Looks { table: &table, plan: &plan, days: &days, keys: &keys, memory: &SearchCache::default() };
            let found = looks.search(&|_| true).unwrap();
            let expected = grades(&table, &all);
            assert_eq!(grades(&table, &found), expected, "seed {seed}");
            assert_eq!(found.last(), all.last(), "the newest look is whole");
            seen.extend(expected.values().map(|grade| grade.key()));
            fewer += all.len() - found.iter().filter(|(_, look)| **look != Search::default()).count();
        }
        assert!(seen.contains("seen_again") && seen.len() > 2, "grades that occur: {seen:?}");
        assert!(fewer > 20, "only {fewer} looks were spared");
    }

    #[test]
    fn where_nothing_stands_out_one_search_is_enough() {
        let mut table = table(3, 280);
        table.columns.truncate(6);
        table.columns[5].spec = table.columns[5].spec.clone().outcome(BodySystem::Skin);
        let (plan, days) = (Plan::of_diary(&table), look_days(table.days));
        let keys = prints(&table, &plan, &days);
        let looks = Looks { table: &table, plan: &plan, days: &days, keys: &keys, memory: &SearchCache::default() };
        let furthest = Cell::new(0.0_f32);
        let found = looks.search(&|done| {
            furthest.set(done.max(furthest.get()));
            true
        });
        assert_eq!(found.unwrap().len(), 1);
        assert!(furthest.get() <= 0.1, "{} of the looks were searched", furthest.get());
    }
}
