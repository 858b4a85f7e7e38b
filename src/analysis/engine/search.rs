//! One look: every pair of a table through the engine, one family, claims with effects and intervals.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::combine::benjamini_hochberg;
use super::low_frequency_cosines::LowFrequencyCosines;
use super::minimum::{Rule, Unmet, check_factor, check_outcome};
use super::outcome::Outcome;
use super::pairing::{Pairing, pairing};
use super::screen::{Limits, Verdict};
use super::standardised::{exact_scale, scaled};
use super::student_t::StudentT;
use super::windows::LAGS;
use super::{Cells, impute::impute, nuisance};
use crate::columns::{ColumnIndex, ColumnSpec, DayTable, Role};
use crate::model::body_system::BodySystem;

/// Which columns are held against which, by their place in the table.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// Factor and outcome.
    pub pairs: Vec<(ColumnIndex, ColumnIndex)>,
    /// False-discovery rate up to which a pair is claimed.
    pub q: f64,
    /// Limits of the challenge.
    pub limits: Limits,
    /// Pairs of the false-discovery family, if not all; the others only take part as rivals.
    pub hypothesis_family: Option<Vec<(ColumnIndex, ColumnIndex)>>,
    /// The first day that is used.
    pub from: usize,
    /// Place of the column of antibiotic courses, which are taken out of every outcome.
    pub courses: Option<ColumnIndex>,
}

/// Key of the column of antibiotic courses.
const COURSES: &str = "antibiotic";

impl Plan {
    /// The pairs of a diary: factors with every outcome, gut with skin. An outcome that is neither is explained by factors only:
    /// what is looked for between gut and skin has no ground there, and each further pair makes all others harder to find.
    pub fn of_diary(table: &DayTable) -> Self {
        Self { courses: table.position(COURSES), ..Self::open(Self::pairs_with(table, ColumnSpec::is_searched), 0.10) }
    }

    /// The pairs of a diary whose outcome is wanted.
    fn pairs_with(table: &DayTable, is_wanted: impl Fn(&ColumnSpec) -> bool) -> Vec<(ColumnIndex, ColumnIndex)> {
        let places = |fits: &dyn Fn(&ColumnSpec) -> bool| -> Vec<ColumnIndex> {
            let fitting = table.indexed().filter(|(_, column)| fits(&column.spec));
            fitting.map(|(index, _)| index).collect()
        };
        let factors = places(&|column| column.role == Role::Factor);
        let factors_and_gut = places(&|column| column.role == Role::Factor || column.is_outcome_of(BodySystem::Gut));
        let mut pairs = Vec::new();
        for (system, explained_by) in
            [(BodySystem::Gut, &factors), (BodySystem::Skin, &factors_and_gut), (BodySystem::Other, &factors)]
        {
            for outcome in places(&|column| column.is_outcome_of(system) && is_wanted(column)) {
                pairs.extend(explained_by.iter().map(|factor| (*factor, outcome)));
            }
        }
        pairs
    }

    /// An open search over some pairs.
    pub fn open(pairs: Vec<(ColumnIndex, ColumnIndex)>, q: f64) -> Self {
        Self { pairs, q, limits: Limits::OPEN, hypothesis_family: None, from: 0, courses: None }
    }

    /// Named pairs as a family of their own, from a day on. Every factor of the diary stands by as a rival.
    pub fn of_pairs(table: &DayTable, named: &[(ColumnIndex, ColumnIndex)], from: usize) -> Self {
        let mut pairs = Self::pairs_with(table, |_| true);
        pairs.retain(|(_, outcome)| named.iter().any(|(_, other)| other == outcome));
        let missing: Vec<_> = named.iter().filter(|pair| !pairs.contains(pair)).copied().collect();
        pairs.extend(missing);
        let plan = Self { courses: table.position(COURSES), ..Self::open(pairs, 0.10) };
        Self { limits: Limits::SUSPECTS, hypothesis_family: Some(named.to_vec()), from, ..plan }
    }

    fn is_in_family(&self, factor: ColumnIndex, outcome: ColumnIndex) -> bool {
        self.hypothesis_family.as_ref().is_none_or(|hypothesis_family| hypothesis_family.contains(&(factor, outcome)))
    }
}

/// A tested pair.
#[derive(Debug, Clone, PartialEq)]
pub struct Pair {
    /// Place of the factor in the table.
    pub factor: ColumnIndex,
    /// Place of the outcome in the table.
    pub outcome: ColumnIndex,
    /// What became of it.
    pub verdict: Verdict,
    /// Adjusted p over the family.
    pub q: f64,
    /// The factor it could not be told apart from, if there is one.
    pub rival: Option<ColumnIndex>,
}

/// The effect at one lag, all other days of the window left out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LagEffect {
    /// Change of the outcome, in its unit, for one unit more of the factor on that day.
    pub effect: f64,
    /// Ends of the plain 95 % interval. Fifteen of them stand beside each other: about one in twenty misses by chance.
    pub interval: (f64, f64),
    /// Days on which the outcome and the factor on that day were both answered.
    pub paired_days: usize,
}

/// A claimed pair.
#[derive(Debug, Clone, PartialEq)]
pub struct Discovery {
    /// Place of the factor in the table.
    pub factor: ColumnIndex,
    /// Place of the outcome in the table.
    pub outcome: ColumnIndex,
    /// First day after, 0 is the same day.
    pub lag: usize,
    /// Last day after.
    pub lag_end: usize,
    /// Change of the outcome, in its unit, for one unit more of the factor on each day of the window.
    pub effect: f64,
    /// The same for one day.
    pub per_day: f64,
    /// Ends of the interval, corrected for having been selected.
    pub interval: (f64, f64),
    /// Adjusted p over the family.
    pub q: f64,
    /// Logged days of the outcome.
    pub days_used: usize,
    /// Those of them with the factor answered on every day of the window.
    pub paired_days: usize,
    /// Those of them with a day of the window that was not answered, and is imputed.
    pub filled_days: usize,
    /// First lags of other windows that fit nearly as well (|t| within 1 of the best).
    pub plausible_lags: Vec<usize>,
    /// t of every window, beside the other claims of the outcome.
    pub t: Vec<f64>,
    /// Effect of each lag from 0 to 14 alone, beside the other claims of the outcome.
    pub by_lag: Vec<LagEffect>,
}

/// A pair that was not tested.
#[derive(Debug, Clone, PartialEq)]
pub struct NotTested {
    /// Place of the factor in the table.
    pub factor: ColumnIndex,
    /// Place of the outcome in the table.
    pub outcome: ColumnIndex,
    /// Why.
    pub unmet: Unmet,
}

/// A factor that is the outcome under another name says nothing.
const SAME: Unmet = Unmet { rule: Rule::SameSeries, have: 0, need: 1 };
/// A course that is part of every outcome's nuisance explains nothing beside it.
const TAKEN_OUT: Unmet = Unmet { rule: Rule::TakenOut, have: 0, need: 1 };

/// What one look found.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Search {
    /// Tested pairs, by outcome, then factor.
    pub pairs: Vec<Pair>,
    /// Claimed pairs, smallest q first.
    pub discoveries: Vec<Discovery>,
    /// Pairs with too little data.
    pub not_tested: Vec<NotTested>,
    /// The model of each outcome, by its place in the table: logged days, nuisance columns, standard deviation, phi, eta.
    pub models: BTreeMap<ColumnIndex, (usize, usize, f64, f64, f64)>,
}

/// Runs one look over the first `days` of a table. `go_on` hears how far it is, 0 to 1, and is asked within outcomes, too; if it
/// says no, nothing is found.
pub fn search(table: &DayTable, plan: &Plan, days: usize, go_on: &dyn Fn(f32) -> bool) -> Option<Search> {
    let days = days.min(table.days);
    let from = plan.from.min(days);
    let cells = |index: ColumnIndex| -> &Cells { &table[index].cells[..days] };
    let mut found = Search::default();
    let mut filled: BTreeMap<ColumnIndex, Result<Vec<f64>, Unmet>> = BTreeMap::new();
    let mut outcomes: Vec<(ColumnIndex, Vec<ColumnIndex>, Outcome)> = Vec::new();
    let mut order: Vec<ColumnIndex> = Vec::new();
    for (_, outcome) in &plan.pairs {
        if !order.contains(outcome) {
            order.push(*outcome);
        }
    }
    let cosines = Arc::new(LowFrequencyCosines::new(days - from));
    for (done, outcome) in order.iter().enumerate() {
        let go_on = || go_on(done as f32 / order.len() as f32);
        let own = &cells(*outcome)[from..];
        let enough = check_outcome(own);
        let further = plan.courses.map(|courses| nuisance::courses(cells(courses), own, from)).unwrap_or_default();
        let mut factors = Vec::new();
        for (factor, _) in plan.pairs.iter().filter(|(_, at)| at == outcome) {
            let filled_now = || {
                check_factor(&cells(*factor)[from..]).map(|()| impute(&scaled(cells(*factor)), table.first.weekday()))
            };
            let ready = filled.entry(*factor).or_insert_with(filled_now).as_ref().err().copied();
            let same = (&cells(*factor)[from..] == own).then_some(SAME);
            let taken_out = (plan.courses == Some(*factor) && !further.is_empty()).then_some(TAKEN_OUT);
            match enough.err().or(ready).or(same).or(taken_out) {
                Some(unmet) => {
                    found.not_tested.push(NotTested { factor: *factor, outcome: *outcome, unmet });
                }
                None => factors.push(*factor),
            }
        }
        if !factors.iter().any(|factor| plan.is_in_family(*factor, *outcome)) {
            if !go_on() {
                return None;
            }
            continue;
        }
        let series: Vec<&[f64]> = factors.iter().filter_map(|factor| filled.get(factor)?.as_deref().ok()).collect();
        let weekday = (table.first.weekday() + from) % 7;
        let mut model = Outcome::from_day(from, own, weekday, &series, &further, Arc::clone(&cosines), &go_on)?;
        let facts = (model.days_used, model.nuisance_columns, model.sd, model.noise.phi, model.noise.eta);
        found.models.insert(*outcome, facts);
        let verdicts = model.screen(plan.limits, &go_on)?;
        let may_be_claimed = |at: usize| verdicts[at].challenged < 1.0 && plan.is_in_family(factors[at], *outcome);
        model.keep(may_be_claimed);
        if (0..factors.len()).any(may_be_claimed) {
            outcomes.push((*outcome, factors.clone(), model));
        }
        for (at, verdict) in
            verdicts.into_iter().enumerate().filter(|(at, _)| plan.is_in_family(factors[*at], *outcome))
        {
            let rival = verdict.rival.map(|rival| factors[rival]);
            found.pairs.push(Pair { factor: factors[at], outcome: *outcome, verdict, q: 1.0, rival });
        }
    }
    found.not_tested.retain(|pair| plan.is_in_family(pair.factor, pair.outcome));
    // The places of the skin are a family of their own: however many are kept, they make nothing of the whole harder to find.
    // Named pairs are one.
    let is_of_places = |outcome: ColumnIndex| plan.hypothesis_family.is_none() && table[outcome].place.is_some();
    for of_places in [false, true] {
        let is_of_family = |pair: &&mut Pair| is_of_places(pair.outcome) == of_places;
        let mut family: Vec<&mut Pair> = found.pairs.iter_mut().filter(is_of_family).collect();
        let challenged: Vec<f64> = family.iter().map(|pair| pair.verdict.challenged).collect();
        for (pair, q) in family.iter_mut().zip(benjamini_hochberg(&challenged)) {
            pair.q = q;
        }
    }
    let counted = |factor: ColumnIndex, outcome: ColumnIndex, lags| pairing(cells(factor), cells(outcome), lags, from);
    let scale_of = |factor: ColumnIndex| exact_scale(cells(factor));
    claims(&mut found, &outcomes, plan.q, &is_of_places, (&counted, &scale_of));
    Some(found)
}

/// Counts the answered days of a factor, an outcome and a window of lags.
type Counted<'a> = dyn Fn(ColumnIndex, ColumnIndex, (usize, usize)) -> Pairing + 'a;

/// Adds the claimed pairs. `is_of_places` says of an outcome in which of the two families it is, `scale_of` is what the series of a factor was multiplied by.
fn claims(
    found: &mut Search,
    outcomes: &[(ColumnIndex, Vec<ColumnIndex>, Outcome)],
    q: f64,
    is_of_places: &dyn Fn(ColumnIndex) -> bool,
    (counted, scale_of): (&Counted<'_>, &dyn Fn(ColumnIndex) -> f64),
) {
    // False coverage rate: the level is corrected for having been selected from its family (Benjamini & Yekutieli 2005,
    // doi:10.1198/016214504000001907).
    let alpha_of = |of_places: bool| {
        let family = || found.pairs.iter().filter(|pair| is_of_places(pair.outcome) == of_places);
        0.05 * family().filter(|pair| pair.q <= q).count() as f64 / family().count().max(1) as f64
    };
    let alphas = [alpha_of(false), alpha_of(true)];
    for (outcome, factors, model) in outcomes {
        let q_of = |factor: ColumnIndex| {
            let place = |pair: &&Pair| pair.outcome == *outcome && pair.factor == factor;
            found.pairs.iter().find(place).map_or(1.0, |pair| pair.q)
        };
        let kept: Vec<usize> = (0..factors.len()).filter(|at| q_of(factors[*at]) <= q).collect();
        if kept.is_empty() {
            continue;
        }
        let terms = model.choose_windows(&kept);
        let columns: Vec<Vec<f64>> = terms.iter().map(|term| model.column(*term)).collect();
        let (slopes, df) = model.regress(&columns);
        let alpha = alphas[usize::from(is_of_places(*outcome))];
        let reach = StudentT::new(df).two_sided_inverse(alpha);
        for (at, (term, (slope, error))) in terms.iter().zip(&slopes).enumerate() {
            let window = Outcome::window(*term);
            let scale = scale_of(factors[term.0]);
            let (slope, error) = (slope * scale, error * scale);
            let width = window.width as f64;
            let others: Vec<_> = terms.iter().copied().filter(|other| other.0 != term.0).collect();
            let tested = model.pair(term.0, &others);
            let best = tested.t[term.1].abs();
            let near = |(_, t): &(usize, &f64)| t.abs() >= best - 1.0;
            let mut plausible_lags: Vec<usize> =
                tested.t.iter().enumerate().filter(near).map(|(index, _)| Outcome::window((0, index)).lag).collect();
            plausible_lags.sort_unstable();
            plausible_lags.dedup();
            let (factor, lag_end) = (factors[term.0], window.lag + window.width - 1);
            let answered = |from: usize, to: usize| counted(factor, *outcome, (from, to));
            let Pairing { paired: paired_days, filled: filled_days } = answered(window.lag, lag_end);
            found.discoveries.push(Discovery {
                factor,
                outcome: *outcome,
                lag: window.lag,
                lag_end,
                effect: slope * width,
                per_day: slope,
                interval: ((slope - reach * error) * width, (slope + reach * error) * width),
                q: q_of(factor),
                days_used: model.days_used,
                paired_days,
                filled_days,
                plausible_lags,
                t: tested.t,
                by_lag: by_lag(model, (term.0, at), columns.clone(), scale, &|lag| answered(lag, lag).paired),
            });
        }
    }
    found.discoveries.sort_by(|a, b| a.q.total_cmp(&b.q));
}

/// The effect of a factor at each lag alone, beside the other columns; its own is at place `at`. Its series was multiplied by
/// `scale`.
fn by_lag(
    model: &Outcome,
    (factor, at): (usize, usize),
    mut columns: Vec<Vec<f64>>,
    scale: f64,
    paired_days: &dyn Fn(usize) -> usize,
) -> Vec<LagEffect> {
    let effect = |lag: usize| {
        // The first fifteen windows are the single days.
        columns[at] = model.column((factor, lag));
        let (slopes, df) = model.regress(&columns);
        let (effect, error) = slopes.get(at).copied().unwrap_or_default();
        let (effect, error) = (effect * scale, error * scale);
        let reach = StudentT::new(df).two_sided_inverse(0.05) * error;
        LagEffect { effect, interval: (effect - reach, effect + reach), paired_days: paired_days(lag) }
    };
    (0..LAGS).map(effect).collect()
}
