//! Ideas for finding more at the same error, each held against the plain search on the same made-up diaries.
//!
//! An idea that merely claims more is no better than a larger q. So its recall is set beside the recall the plain search has at
//! whatever q makes its mean false share the same; the difference is the gain, with its standard error from diary to diary.

use std::collections::{BTreeMap, BTreeSet};

use gutskin::analysis::engine::combine::benjamini_hochberg;
use gutskin::analysis::engine::impute::impute;
use gutskin::analysis::engine::screen::Limits;
use gutskin::analysis::engine::{Plan, nuisance, search};
use gutskin::columns::{ColumnIndex, DayTable};

use crate::simulator::{Rng, Simulated};

/// False-discovery rate of the comparison.
const Q: f64 = 0.05;
/// The plain search is also judged at q times this to the power of -24 to 24.
const STEP: f64 = 1.12;
const STEPS: i32 = 24;

/// What is tried.
#[derive(Debug, Clone, Copy)]
pub enum Idea {
    /// Nothing: the pairs as they were looked at.
    Plain,
    /// Weights for pairs with an evidence card (Genovese, Roeder & Wasserman 2006, doi:10.1093/biomet/93.3.509). `share` of the
    /// pairs without an effect have one, and effects are `times` as likely among pairs with one.
    Cards { share: f64, times: f64, weight: f64 },
    /// Weights by what a pair's days can tell, to a power (Roeder & Wasserman 2009, doi:10.1214/09-STS289).
    Information(f64),
    /// First factors, then pairs of the factors that stand out (Benjamini & Bogomolov 2014, doi:10.1111/rssb.12028).
    FactorsFirst,
}

/// One tested pair.
struct Judged {
    p: f64,
    is_true: bool,
    factor: ColumnIndex,
    information: f64,
}

/// One diary after a look.
pub struct Looked {
    seed: u64,
    pairs: Vec<Judged>,
    planted: f64,
}

/// One diary judged.
#[derive(Debug, Clone, Copy, Default)]
struct Row {
    false_share: f64,
    hits: f64,
    any: bool,
}

/// Looks at all days of a diary. `seed` is the chance by which it gets its cards.
pub fn look(diary: &Simulated, seed: u64, limits: Limits, with_information: bool) -> Looked {
    let table = &diary.table;
    let found = search(table, &Plan { limits, ..Plan::of_diary(table) }, table.days, &|_| true).unwrap();
    let mut told: BTreeMap<(ColumnIndex, ColumnIndex), f64> = BTreeMap::new();
    if with_information {
        for (outcome, (_, _, _, phi, eta)) in &found.models {
            let factors: Vec<ColumnIndex> =
                found.pairs.iter().filter(|p| p.outcome == *outcome).map(|p| p.factor).collect();
            information(table, *outcome, &factors, (*phi, *eta), &mut told);
        }
    }
    let judged = found.pairs.iter().map(|pair| Judged {
        p: pair.verdict.challenged,
        is_true: diary.planted.iter().any(|effect| (effect.factor, effect.outcome) == (pair.factor, pair.outcome)),
        factor: pair.factor,
        information: told.get(&(pair.factor, pair.outcome)).copied().unwrap_or(1.0),
    });
    Looked { seed, pairs: judged.collect(), planted: diary.planted.len() as f64 }
}

/// How much each factor varies, in its own deviations, after whitening and with the nuisance taken out: the mean square over
/// lags 0, 3 and 6. It knows of the outcome only which days are logged and how long its noise remembers.
fn information(
    table: &DayTable,
    outcome: ColumnIndex,
    factors: &[ColumnIndex],
    noise: (f64, f64),
    into: &mut BTreeMap<(ColumnIndex, ColumnIndex), f64>,
) {
    let logged: Vec<bool> = table[outcome].cells.iter().map(Option::is_some).collect();
    let days_logged = logged.iter().filter(|logged| **logged).count();
    let mut basis: Vec<Vec<f64>> = Vec::new();
    let clean = |basis: &[Vec<f64>], mut column: Vec<f64>| {
        for other in basis.iter().chain(basis) {
            let share = dot(other, &column);
            column.iter_mut().zip(other).for_each(|(value, other)| *value -= share * other);
        }
        column
    };
    for column in nuisance::columns(table.days, table.first.weekday(), days_logged) {
        let column = clean(&basis, whiten(&column, &logged, noise));
        let length = dot(&column, &column).sqrt();
        basis.push(column.iter().map(|value| value / length).collect());
    }
    for factor in factors {
        let cells = &table[*factor].cells;
        let values: Vec<f64> = cells.iter().flatten().copied().collect();
        let mean = values.iter().sum::<f64>() / values.len() as f64;
        let variance = values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / values.len() as f64;
        let filled = impute(cells, table.first.weekday());
        let squares = [0, 3, 6].map(|lag| {
            let shifted: Vec<f64> =
                (0..table.days).map(|day| if day < lag { 0.0 } else { filled[day - lag] - mean }).collect();
            let column = clean(&basis, whiten(&shifted, &logged, noise));
            dot(&column, &column) / 3.0
        });
        into.insert((*factor, outcome), squares.iter().sum::<f64>() / variance);
    }
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

/// The innovations of the logged days, as in the engine's outcome model.
fn whiten(column: &[f64], logged: &[bool], (phi, eta): (f64, f64)) -> Vec<f64> {
    let (mut state, mut variance) = (0.0, 1.0 - eta);
    let mut out = Vec::new();
    for (day, value) in column.iter().enumerate() {
        if day > 0 {
            variance = phi * phi * variance + (1.0 - phi * phi) * (1.0 - eta);
            state *= phi;
        }
        if logged[day] {
            let (gain, whole) = (variance / (variance + eta), variance + eta);
            out.push((value - state) / whole.sqrt());
            state += gain * (value - state);
            variance *= 1.0 - gain;
        }
    }
    out
}

/// What an idea claims on a diary at q.
fn judge(idea: Idea, looked: &Looked, q: f64) -> Row {
    let p: Vec<f64> = looked.pairs.iter().map(|pair| pair.p).collect();
    let claimed: Vec<bool> = match idea {
        Idea::FactorsFirst => factors_first(looked, q),
        _ => benjamini_hochberg(&weighted(&p, &weights(idea, looked))).iter().map(|adjusted| *adjusted <= q).collect(),
    };
    let count = |is_true: bool| {
        let of_kind = |(pair, claimed): &(&Judged, &bool)| **claimed && pair.is_true == is_true;
        looked.pairs.iter().zip(&claimed).filter(of_kind).count() as f64
    };
    let (wrong, hits) = (count(false), count(true));
    Row { false_share: wrong / (wrong + hits).max(1.0), hits, any: wrong + hits > 0.0 }
}

fn weights(idea: Idea, looked: &Looked) -> Vec<f64> {
    let mut chance = Rng::new(looked.seed);
    let weight = |pair: &Judged| match idea {
        Idea::Cards { share, times, weight } => {
            let share = if pair.is_true { times * share / (times * share + 1.0 - share) } else { share };
            if chance.unit() < share { weight } else { 1.0 }
        }
        Idea::Information(power) => pair.information.powf(power),
        Idea::Plain | Idea::FactorsFirst => 1.0,
    };
    looked.pairs.iter().map(weight).collect()
}

/// p over weight, the weights scaled to mean 1. A pair that failed stays at 1.
fn weighted(p: &[f64], weights: &[f64]) -> Vec<f64> {
    let mean = weights.iter().sum::<f64>() / weights.len().max(1) as f64;
    let over = |(p, weight): (&f64, &f64)| if *p < 1.0 { (p * mean / weight).min(1.0) } else { 1.0 };
    p.iter().zip(weights).map(over).collect()
}

fn factors_first(looked: &Looked, q: f64) -> Vec<bool> {
    let factors: BTreeSet<ColumnIndex> = looked.pairs.iter().map(|pair| pair.factor).collect();
    let within = |factor: ColumnIndex| {
        let p: Vec<f64> = looked.pairs.iter().filter(|pair| pair.factor == factor).map(|pair| pair.p).collect();
        benjamini_hochberg(&p)
    };
    // The least adjusted p of a factor's pairs is its Simes p.
    let families: Vec<(ColumnIndex, Vec<f64>)> = factors.into_iter().map(|factor| (factor, within(factor))).collect();
    let simes: Vec<f64> = families.iter().map(|(_, own)| own.iter().copied().fold(1.0, f64::min)).collect();
    let stands_out: Vec<bool> = benjamini_hochberg(&simes).iter().map(|adjusted| *adjusted <= q).collect();
    let share = stands_out.iter().filter(|out| **out).count() as f64 / families.len().max(1) as f64;
    let mut next: BTreeMap<ColumnIndex, std::vec::IntoIter<f64>> = BTreeMap::new();
    for ((factor, own), out) in families.into_iter().zip(stands_out) {
        next.insert(factor, if out { own.into_iter() } else { vec![1.0; own.len()].into_iter() });
    }
    let mut own = |pair: &Judged| next.get_mut(&pair.factor).and_then(Iterator::next).unwrap_or(1.0);
    looked.pairs.iter().map(|pair| own(pair) <= q * share && share > 0.0).collect()
}

/// An idea beside the plain search on the same diaries.
pub struct Compared {
    /// Mean false share and recall of the plain search, then of the idea; share of empty diaries with a claim, likewise.
    pub plain: [f64; 3],
    pub idea: [f64; 3],
    /// Recall beyond that of the plain search at the same mean false share, and its standard error.
    pub gain: (f64, f64),
}

/// Compares an idea on diaries looked at one way with the plain search on the same diaries looked at as usual.
pub fn compare(usual: &[&Looked], idea: Idea, other: &[&Looked]) -> Compared {
    let judge_all =
        |idea: Idea, of: &[&Looked], q: f64| -> Vec<Row> { of.iter().map(|one| judge(idea, one, q)).collect() };
    let planted = usual.iter().map(|one| one.planted).sum::<f64>();
    let rates = |rows: &[Row]| {
        let empty = rows.iter().zip(usual).filter(|(_, one)| one.planted == 0.0);
        let (all, any) = empty.fold((0.0, 0.0), |(all, any), (row, _)| (all + 1.0, any + f64::from(u8::from(row.any))));
        let false_share = rows.iter().map(|row| row.false_share).sum::<f64>() / rows.len() as f64;
        [false_share, rows.iter().map(|row| row.hits).sum::<f64>() / planted, any / f64::max(all, 1.0)]
    };
    let ladder: Vec<Vec<Row>> =
        (-STEPS..=STEPS).map(|step| judge_all(Idea::Plain, usual, Q * STEP.powi(step))).collect();
    let heights: Vec<[f64; 3]> = ladder.iter().map(|rows| rates(rows)).collect();
    let rows = judge_all(idea, other, Q);
    let reached = rates(&rows);
    // The first rung with more than the idea's false share, and the way to it from the one below: of rungs with the same false
    // share the plain search is given the one with the largest q.
    let above = heights.iter().position(|height| height[0] > reached[0]).unwrap_or(heights.len() - 1).max(1);
    let (low, high) = (heights[above - 1], heights[above]);
    let way = ((reached[0] - low[0]) / (high[0] - low[0]).max(1e-12)).clamp(0.0, 1.0);
    let (wide_low, wide_high) = (heights[above.saturating_sub(4)], heights[(above + 3).min(heights.len() - 1)]);
    let slope = (wide_high[1] - wide_low[1]) / (wide_high[0] - wide_low[0]).max(1e-12);
    let mean_planted = planted / usual.len() as f64;
    let differences: Vec<f64> = rows
        .iter()
        .zip(&ladder[above - 1])
        .map(|(a, b)| (a.hits - b.hits) / mean_planted - slope * (a.false_share - b.false_share))
        .collect();
    let mean = differences.iter().sum::<f64>() / differences.len() as f64;
    let variance = differences.iter().map(|one| (one - mean).powi(2)).sum::<f64>() / differences.len() as f64;
    let gain = reached[1] - (low[1] + way * (high[1] - low[1]));
    Compared { plain: heights[24], idea: reached, gain: (gain, (variance / differences.len() as f64).sqrt()) }
}
