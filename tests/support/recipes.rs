//! What other programs and textbooks would say of a diary: the formulas of other methods, put together the way
//! they are put together elsewhere. Held beside the engine on diaries whose truth is known.
//!
//! | recipe | what it does for a factor and an outcome |
//! | --- | --- |
//! | Pearson, Spearman | correlates at lags 0 to 14 and reports the best with the p of one test |
//! | Spearman, BH | adjusts for all pairs and lags together |
//! | with / without | holds days with more of the factor than usual against the others, same day and next |
//! | distributed lags | regresses on all lags at once with Newey-West errors, tests them together, adjusts for all pairs |
//!
//! Where a recipe leaves a choice, the careful one is taken: a correlation needs ten days, a regression two days a column, and
//! its missing days of a factor are filled as the engine fills them. A recipe's lag is the one with its strongest test.

use crate::other_methods::coefficients::Coefficients;
use crate::other_methods::correlation::{Correlation, pearson, spearman, together};
use crate::other_methods::family::benjamini_yekutieli;
use crate::other_methods::least_squares::LeastSquares;
use crate::other_methods::newey_west::{newey_west, usual_lags};
use crate::other_methods::two_samples::welch;
use gutskin::analysis::engine::combine::benjamini_hochberg;
use gutskin::analysis::engine::impute::impute;
use gutskin::analysis::engine::minimum::split_at_median;
use gutskin::analysis::engine::windows::LAGS;
use gutskin::analysis::engine::{Cells, Plan, nuisance};
use gutskin::columns::{ColumnIndex, DayTable};

use crate::simulator::Finding;

/// The p below which a single test counts.
const P: f64 = 0.05;
/// The false-discovery rate of the recipes that control one.
const Q: f64 = 0.10;
/// Days a correlation needs.
const LEAST_DAYS: usize = 10;
/// Days with the factor, and as many without, from which the two are compared.
const LEAST_SIDE: usize = 3;
/// Days a regression must have for each of its columns.
const DAYS_A_COLUMN: usize = 2;

/// Every recipe's name and findings, in a fixed order.
pub fn all(table: &DayTable) -> Vec<(&'static str, Vec<Finding>)> {
    let by_rank = scan(table, spearman);
    let (bh, by) = distributed_lags(table);
    vec![
        ("Pearson at the best of 15 lags, p < .05", best(table, &scan(table, pearson), P)),
        ("Spearman at the best of 15 lags, p < .05", best(table, &by_rank, P)),
        ("Spearman at 15 lags, BH 10 %", best(table, &adjusted(by_rank), Q)),
        ("with / without, same or next day, p < .05", with_without(table)),
        ("distributed lags, Newey-West, BH 10 %", bh),
        ("distributed lags, Newey-West, BY 10 %", by),
    ]
}

fn cells(table: &DayTable, column: ColumnIndex) -> &Cells {
    &table[column].cells
}

/// The correlation of a pair at a lag.
struct Scanned {
    pair: (ColumnIndex, ColumnIndex),
    lag: usize,
    r: f64,
    p: f64,
}

fn scan(table: &DayTable, correlation: impl Fn(&[f64], &[f64]) -> Option<Correlation>) -> Vec<Scanned> {
    let mut scanned = Vec::new();
    for pair in Plan::of_diary(table).pairs {
        for lag in 0..LAGS {
            let (x, y) = together(cells(table, pair.0), cells(table, pair.1), lag);
            if let Some(Correlation { r, p, .. }) = correlation(&x, &y).filter(|found| found.n >= LEAST_DAYS) {
                scanned.push(Scanned { pair, lag, r, p });
            }
        }
    }
    scanned
}

/// The p of every pair and lag beside all others.
fn adjusted(mut scanned: Vec<Scanned>) -> Vec<Scanned> {
    let q_values = benjamini_hochberg(&scanned.iter().map(|test| test.p).collect::<Vec<_>>());
    scanned.iter_mut().zip(q_values).for_each(|(test, q)| test.p = q);
    scanned
}

/// Every pair whose smallest p is below a limit, at that lag, with the line through its days.
fn best(table: &DayTable, scanned: &[Scanned], limit: f64) -> Vec<Finding> {
    // The strongest correlation is named where several p-values became the same by adjustment.
    let strength = |a: &&Scanned, b: &&Scanned| b.p.total_cmp(&a.p).then(a.r.abs().total_cmp(&b.r.abs()));
    let of_pair = |tests: &[Scanned]| -> Option<Finding> {
        let Scanned { pair: (factor, outcome), lag, r, .. } =
            *tests.iter().filter(|test| test.p <= limit).max_by(strength)?;
        let (x, y) = together(cells(table, factor), cells(table, outcome), lag);
        let line = LeastSquares::fit(&[vec![1.0; x.len()], x], &y).map(|fit| fit.coefficients().interval(1));
        Some(Finding { factor, outcome, lag, lag_end: lag, effect: r, interval: line })
    };
    scanned.chunk_by(|a, b| a.pair == b.pair).filter_map(of_pair).collect()
}

fn with_without(table: &DayTable) -> Vec<Finding> {
    let compared = |factor: ColumnIndex, outcome: ColumnIndex, lag: usize| {
        let (x, y) = together(cells(table, factor), cells(table, outcome), lag);
        let on = split_at_median(&x);
        let side = |values: &[f64], wanted: bool| -> Vec<f64> {
            values.iter().zip(&on).filter(|(_, on)| **on == wanted).map(|(value, _)| *value).collect()
        };
        let (with, without) = (side(&y, true), side(&y, false));
        if with.len().min(without.len()) < LEAST_SIDE {
            return None;
        }
        let test = welch(&with, &without)?;
        // The difference is between days that are so many units of the factor apart.
        let mean = |values: Vec<f64>| values.iter().sum::<f64>() / values.len() as f64;
        let apart = mean(side(&x, true)) - mean(side(&x, false));
        let interval = Some((test.interval.0 / apart, test.interval.1 / apart));
        Some((test.p, Finding { factor, outcome, lag, lag_end: lag, effect: test.difference / apart, interval }))
    };
    let best_of_pair = |(factor, outcome): (ColumnIndex, ColumnIndex)| {
        let tests = [0, 1].into_iter().filter_map(|lag| compared(factor, outcome, lag));
        tests.filter(|(p, _)| *p < P).min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, finding)| finding)
    };
    Plan::of_diary(table).pairs.into_iter().filter_map(best_of_pair).collect()
}

/// By Benjamini-Hochberg, and by Benjamini-Yekutieli.
fn distributed_lags(table: &DayTable) -> (Vec<Finding>, Vec<Finding>) {
    let filled: Vec<Vec<f64>> =
        table.columns.iter().map(|column| impute(&column.cells, table.first.weekday())).collect();
    let tested: Vec<(f64, Finding)> = Plan::of_diary(table)
        .pairs
        .into_iter()
        .filter_map(|(factor, outcome)| {
            let (p, lag, fit) = regress(table, &filled[factor.0], outcome)?;
            let finding = Finding {
                factor,
                outcome,
                lag,
                lag_end: lag,
                effect: fit.values[lag],
                interval: Some(fit.interval(lag)),
            };
            Some((p, finding))
        })
        .collect();
    let p_values: Vec<f64> = tested.iter().map(|(p, _)| *p).collect();
    let kept = |q_values: Vec<f64>| -> Vec<Finding> {
        tested.iter().zip(q_values).filter(|(_, q)| *q <= Q).map(|((_, finding), _)| *finding).collect()
    };
    (kept(benjamini_hochberg(&p_values)), kept(benjamini_yekutieli(&p_values)))
}

/// An outcome's logged days on the factor's last fifteen days, a level, the week and a straight line. The joint p of the lags,
/// the lag with the largest t, and the coefficients, lags first.
fn regress(table: &DayTable, factor: &[f64], outcome: ColumnIndex) -> Option<(f64, usize, Coefficients)> {
    let own = cells(table, outcome);
    let rows: Vec<usize> = (LAGS - 1..table.days).filter(|row| own[*row].is_some()).collect();
    let on_rows = |value: &dyn Fn(usize) -> f64| rows.iter().map(|row| value(*row)).collect::<Vec<f64>>();
    let mean = factor.iter().sum::<f64>() / factor.len() as f64;
    let mut columns: Vec<Vec<f64>> = (0..LAGS).map(|lag| on_rows(&|row| factor[row - lag] - mean)).collect();
    columns.push(vec![1.0; rows.len()]);
    let used: Vec<Option<f64>> = own.iter().enumerate().map(|(row, cell)| cell.filter(|_| row + 1 >= LAGS)).collect();
    let week = nuisance::week(&used, table.first.weekday());
    columns.extend(week.iter().map(|column| on_rows(&|row| column[row])));
    columns.push(on_rows(&|row| row as f64 / table.days as f64 - 0.5));
    if rows.len() < DAYS_A_COLUMN * columns.len() {
        return None;
    }
    let series = on_rows(&|row| own[row].unwrap_or_default());
    let fit = newey_west(&LeastSquares::fit(&columns, &series)?, usual_lags(rows.len()), true);
    let lags: Vec<usize> = (0..LAGS).collect();
    let joint = fit.joint(&lags)?;
    let strongest = lags.into_iter().max_by(|a, b| fit.t(*a).abs().total_cmp(&fit.t(*b).abs()))?;
    Some((joint.p, strongest, fit))
}
