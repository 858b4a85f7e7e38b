//! What the engine's looks add up to: findings with a grade, what could not be told apart, and what is still too little.
//!
//! Looking every week and showing whatever passes makes noise certain, so looks happen on fixed days of the diary and use days
//! up to them only. A finding is *possible* when the newest look shows it, *clear* when two looks in a row do, *seen again*
//! when it held up once on the 56 days after it was first shown.

mod analysed;
pub mod behind;
pub mod coverage;
mod grade;
mod json;
mod kept_back;
mod look;
mod looks;
mod prespecified;
pub mod prespecified_words;
mod search_cache;
mod self_check;
mod step;
mod text;
pub mod words;
mod workers;

use std::collections::BTreeMap;

pub use self::analysed::Analysed;
pub use self::grade::Grade;
use self::grade::Grader;
pub use self::json::to_json;
pub use self::kept_back::{KeptBack, kept_back};
pub use self::look::{EVERY_DAYS, look_days};
use self::looks::Looks;
pub use self::prespecified::{PrespecifiedResult, PrespecifiedResults, PrespecifiedState};
pub use self::search_cache::SearchCache;
use self::search_cache::prints;
pub use self::self_check::{SelfCheck, self_check, self_check_with};
pub use self::text::text;
use super::engine::minimum::Unmet;
use super::engine::{Discovery, Plan, Search, search};
use crate::columns::{ColumnIndex, DayTable};
use crate::model::prespecified::PrespecifiedPairs;

/// A finding: a claim with its names and its grade.
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// What was claimed.
    pub claim: Discovery,
    /// Key of the factor.
    pub factor: String,
    /// Key of the outcome.
    pub outcome: String,
    /// Its grade.
    pub grade: Grade,
    /// One typical step of the factor, in its unit.
    pub step: f64,
    /// Keys of factors that failed beside it.
    pub failed_rivals: Vec<String>,
}

/// A pair that goes along, but no more than another factor on the same days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CannotSeparate {
    /// Key of the factor.
    pub factor: String,
    /// Key of the outcome.
    pub outcome: String,
    /// Key of the other factor.
    pub rival: String,
}

/// A pair that was not tested.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Untested {
    /// Key of the factor.
    pub factor: String,
    /// Key of the outcome.
    pub outcome: String,
    /// The rule that is not met, and how far it is.
    pub unmet: Unmet,
}

/// What one pair looked like at the newest look, for the map of lags.
#[derive(Debug, Clone, PartialEq)]
pub struct LagRow {
    /// Key of the factor.
    pub factor: String,
    /// Key of the outcome.
    pub outcome: String,
    /// t of the factor alone at lags 0 to 14.
    pub t: Vec<f64>,
    /// Adjusted p over the family.
    pub q: f64,
}

/// What the diary says so far.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Insights {
    /// Days that the newest look used, from the first analysed one on.
    pub days: usize,
    /// Days of the part that is analysed.
    pub days_in_all: usize,
    /// Which part that is; `None` where there is no day.
    pub analysed: Option<Analysed>,
    /// Pairs tested at the newest look.
    pub pairs_tested: usize,
    /// Findings, best grade first, then smallest q.
    pub findings: Vec<Finding>,
    /// Pairs that fail beside a rival.
    pub cannot_separate: Vec<CannotSeparate>,
    /// Pairs with too little data.
    pub not_tested: Vec<Untested>,
    /// All tested pairs, lag by lag.
    pub lag_rows: Vec<LagRow>,
    /// What became of the suspects, if any are named.
    pub suspects: Option<PrespecifiedResults>,
    /// Pairs of which nothing is said while a trial runs.
    pub kept_back: Vec<KeptBack>,
}

/// The insights of a diary without suspects: looks on fixed days, graded. `go_on` hears how far it is, 0 to 1, and may stop the
/// work.
pub fn of_diary(table: &DayTable, go_on: &dyn Fn(f32) -> bool) -> Option<Insights> {
    of_diary_with(table, None, &SearchCache::default(), go_on)
}

/// The insights of a diary and of its suspects, with what was worked out before. Only the main part of the table is analysed;
/// whatever is asked of the result later is to be asked of that part ([`DayTable::main_part`]).
pub fn of_diary_with(
    table: &DayTable,
    suspects: Option<&PrespecifiedPairs>,
    memory: &SearchCache,
    go_on: &dyn Fn(f32) -> bool,
) -> Option<Insights> {
    memory.begin();
    let analysed = Analysed::of(table);
    let part = table.main_part();
    let table: &DayTable = &part;
    let plan = Plan::of_diary(table);
    let days = look_days(table.days);
    // The open search takes most of the time; a family of suspects is a few outcomes only.
    let share = if suspects.is_some() { 0.8 } else { 1.0 };
    let keys = prints(table, &plan, &days);
    let looks = Looks { table, plan: &plan, days: &days, keys: &keys, memory }.search(&|done| go_on(done * share))?;
    let mut insights = match looks.last() {
        None => Insights { days_in_all: table.days, ..Insights::default() },
        Some((newest, found)) => {
            let grades = Grader::new(table).grades(&looks);
            let grade_of =
                |claim: &Discovery| grades.get(&(claim.factor, claim.outcome)).copied().unwrap_or(Grade::Possible);
            collect(table, *newest, found, &grade_of)
        }
    };
    insights.analysed = analysed;
    if let Some(suspects) = suspects {
        let tell = |done: f32| go_on(share + done * (1.0 - share));
        insights.suspects = Some(prespecified::test(table, suspects, &days, memory, &tell)?);
    }
    Some(insights)
}

/// One look at all days, for a table that is not a diary: no second look exists, so the grade follows q alone.
pub fn one_look(table: &DayTable, plan: &Plan, go_on: &dyn Fn(f32) -> bool) -> Option<Insights> {
    let part = table.main_part();
    let found = search(&part, plan, part.days, go_on)?;
    let insights = collect(&part, part.days, &found, &|claim| Grade::OneLook { q: claim.q });
    Some(Insights { analysed: Analysed::of(table), ..insights })
}

fn collect(table: &DayTable, days: usize, found: &Search, grade_of: &dyn Fn(&Discovery) -> Grade) -> Insights {
    let key = |index: ColumnIndex| table[index].key.clone();
    let mut beaten: BTreeMap<(ColumnIndex, ColumnIndex), Vec<String>> = BTreeMap::new();
    let mut cannot_separate = Vec::new();
    for pair in &found.pairs {
        if let Some(rival) = pair.rival {
            beaten.entry((rival, pair.outcome)).or_default().push(key(pair.factor));
            let (factor, outcome, rival) = (key(pair.factor), key(pair.outcome), key(rival));
            cannot_separate.push(CannotSeparate { factor, outcome, rival });
        }
    }
    let mut findings: Vec<Finding> = found
        .discoveries
        .iter()
        .map(|claim| {
            let failed_rivals = beaten.get(&(claim.factor, claim.outcome)).cloned().unwrap_or_default();
            named_finding(table, claim, grade_of(claim), failed_rivals)
        })
        .collect();
    findings.sort_by(|a, b| a.grade.rank().cmp(&b.grade.rank()).then(a.claim.q.total_cmp(&b.claim.q)));
    let untested = |pair: &super::engine::search::NotTested| Untested {
        factor: key(pair.factor),
        outcome: key(pair.outcome),
        unmet: pair.unmet,
    };
    let lag_row = |pair: &super::engine::Pair| LagRow {
        factor: key(pair.factor),
        outcome: key(pair.outcome),
        // The first fifteen windows are the single days.
        t: pair.verdict.t_marginal.iter().copied().take(super::engine::windows::LAGS).collect(),
        q: pair.q,
    };
    Insights {
        days,
        days_in_all: table.days,
        analysed: None,
        pairs_tested: found.pairs.len(),
        findings,
        cannot_separate,
        not_tested: found.not_tested.iter().map(untested).collect(),
        lag_rows: found.pairs.iter().map(lag_row).collect(),
        suspects: None,
        kept_back: Vec::new(),
    }
}

/// A claim with its names, its grade and its typical step.
fn named_finding(table: &DayTable, claim: &Discovery, grade: Grade, failed_rivals: Vec<String>) -> Finding {
    let key = |index: ColumnIndex| table[index].key.clone();
    Finding {
        claim: claim.clone(),
        factor: key(claim.factor),
        outcome: key(claim.outcome),
        grade,
        step: step::typical(&table[claim.factor].cells),
        failed_rivals,
    }
}
