//! How two series go together, on the days that have both: by their values, by their ranks, by the order of pairs of days.
//!
//! The p-values take every day for a fresh one. Days of a diary are not, and that is what makes them wrong.

use super::ranks::{average_ranks, tie_sizes};
use gutskin::analysis::engine::student_t::StudentT;
use gutskin::analysis::engine::{Cells, dot};

/// A correlation.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Correlation {
    /// -1 to 1.
    pub r: f64,
    /// Days.
    pub n: usize,
    /// Two-sided, from Student's t with n - 2 degrees of freedom (Student 1908, doi:10.1093/biomet/6.2-3.302).
    pub p: f64,
}

/// The values of a factor `lag` days before, and of an outcome, on the days on which both are logged.
pub fn together(factor: &Cells, outcome: &Cells, lag: usize) -> (Vec<f64>, Vec<f64>) {
    let later = outcome.get(lag..).unwrap_or_default();
    factor.iter().zip(later).filter_map(|(x, y)| Some(((*x)?, (*y)?))).unzip()
}

/// Pearson's correlation of two series of the same length. `None` under three days, or if one of them does not vary.
pub fn pearson(x: &[f64], y: &[f64]) -> Option<Correlation> {
    let days = x.len();
    let varies = |values: &[f64]| values.windows(2).any(|pair| pair[0] != pair[1]);
    if days < 3 || days != y.len() || !varies(x) || !varies(y) {
        return None;
    }
    let from_mean = |values: &[f64]| -> Vec<f64> {
        let mean = values.iter().sum::<f64>() / days as f64;
        values.iter().map(|value| value - mean).collect()
    };
    let (x, y) = (from_mean(x), from_mean(y));
    let r = (dot(&x, &y) / (dot(&x, &x) * dot(&y, &y)).sqrt()).clamp(-1.0, 1.0);
    let df = (days - 2) as f64;
    let p = if r.abs() < 1.0 { StudentT::new(df).two_sided(r * (df / (1.0 - r * r)).sqrt()) } else { 0.0 };
    r.is_finite().then_some(Correlation { r, n: days, p })
}

/// Spearman's correlation (1904, doi:10.2307/1412159): Pearson's of the ranks, equal values sharing their mean rank.
pub fn spearman(x: &[f64], y: &[f64]) -> Option<Correlation> {
    pearson(&average_ranks(x), &average_ranks(y))
}

/// Kendall's tau-b (1945, doi:10.1093/biomet/33.3.239): pairs of days in the same order less those in the opposite order, over
/// the pairs that are not tied. `None` if one of the series does not vary.
pub fn kendall_tau_b(x: &[f64], y: &[f64]) -> Option<f64> {
    let order = |a: f64, b: f64| f64::from(i8::from(a > b) - i8::from(a < b));
    let days: Vec<(f64, f64)> = x.iter().copied().zip(y.iter().copied()).collect();
    let agreement: f64 = days
        .iter()
        .enumerate()
        .flat_map(|(at, a)| days[at + 1..].iter().map(move |b| order(a.0, b.0) * order(a.1, b.1)))
        .sum();
    let pairs = |count: usize| count as f64 * (count as f64 - 1.0) / 2.0;
    let untied = |values: &[f64]| pairs(values.len()) - tie_sizes(values).into_iter().map(pairs).sum::<f64>();
    let tau = agreement / (untied(x) * untied(y)).sqrt();
    tau.is_finite().then_some(tau)
}
