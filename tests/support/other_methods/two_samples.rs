//! Two groups of days held against each other: what an outcome is with a factor and without it.

use statrs::function::erf::erfc;

use super::ranks::{average_ranks, tie_sizes};
use gutskin::analysis::engine::student_t::StudentT;

/// Welch's t test (1947, doi:10.1093/biomet/34.1-2.28): two means, whose groups need not vary alike.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Welch {
    /// Mean of the first group less that of the second, in the unit of the values.
    pub difference: f64,
    /// The difference over its standard error.
    pub t: f64,
    /// Degrees of freedom, rarely whole.
    pub df: f64,
    /// Two-sided.
    pub p: f64,
    /// The 95 % interval of the difference.
    pub interval: (f64, f64),
}

/// Welch's t test of two groups. `None` if one has under two values, or neither varies.
pub fn welch(first: &[f64], second: &[f64]) -> Option<Welch> {
    let (mean_1, error_1, df_1) = mean_and_error(first)?;
    let (mean_2, error_2, df_2) = mean_and_error(second)?;
    let square = error_1 + error_2;
    let difference = mean_1 - mean_2;
    let (t, df) = (difference / square.sqrt(), square * square / (error_1 * error_1 / df_1 + error_2 * error_2 / df_2));
    if !(t.is_finite() && df.is_finite()) {
        return None;
    }
    let student = StudentT::new(df);
    let reach = student.two_sided_inverse(0.05) * square.sqrt();
    let interval = (difference - reach, difference + reach);
    Some(Welch { difference, t, df, p: student.two_sided(t), interval })
}

/// Mean, its squared standard error, and the degrees of freedom of that.
fn mean_and_error(values: &[f64]) -> Option<(f64, f64, f64)> {
    if values.len() < 2 {
        return None;
    }
    let n = values.len() as f64;
    let mean = values.iter().sum::<f64>() / n;
    // Equal values leave nothing, where their mean would leave its rounding.
    let varies = values.windows(2).any(|pair| pair[0] != pair[1]);
    let squares: f64 = if varies { values.iter().map(|value| (value - mean).powi(2)).sum() } else { 0.0 };
    Some((mean, squares / (n - 1.0) / n, n - 1.0))
}

/// The test of Mann & Whitney (1947, doi:10.1214/aoms/1177730491): whether values of one group tend to be the larger ones.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MannWhitney {
    /// Pairs in which the first group's value is larger; a tie counts half.
    pub u: f64,
    /// Two-sided, by the normal limit, half a step nearer to its middle, with the variance that ties leave (Kruskal & Wallis
    /// 1952, doi:10.1080/01621459.1952.10483441).
    pub p: f64,
}

/// The test of two groups. `None` if one is empty, or all values are the same.
pub fn mann_whitney(first: &[f64], second: &[f64]) -> Option<MannWhitney> {
    let all = [first, second].concat();
    let (n_1, n_2, n) = (first.len() as f64, second.len() as f64, all.len() as f64);
    let rank_sum: f64 = average_ranks(&all).iter().take(first.len()).sum();
    let u = rank_sum - n_1 * (n_1 + 1.0) / 2.0;
    let ties: f64 = tie_sizes(&all).into_iter().map(|size| (size as f64).powi(3) - size as f64).sum();
    let variance = n_1 * n_2 / 12.0 * (n + 1.0 - ties / (n * (n - 1.0)));
    let z = ((u - n_1 * n_2 / 2.0).abs() - 0.5) / variance.sqrt();
    // Both tails of the normal distribution beyond z; within half a step of the middle they are everything.
    z.is_finite().then(|| MannWhitney { u, p: erfc(z / std::f64::consts::SQRT_2).min(1.0) })
}
