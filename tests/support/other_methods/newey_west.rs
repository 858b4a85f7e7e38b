//! Errors of a regression whose days depend on the days before (Newey & West 1987, doi:10.2307/1913610).

use super::coefficients::Coefficients;
use super::least_squares::LeastSquares;

/// The coefficients of a fit with errors that allow for dependence over `lags` days, weighted 1 - l / (lags + 1) (Bartlett).
/// Rows count as days that follow one another, also over a gap. Without lags these are the errors of White (1980,
/// doi:10.2307/1912934). `small_sample` multiplies the covariance by n / (n - columns).
///
/// The weighted sum over lags is the sum, over all stretches of lags + 1 rows that touch the series, of the squares of their
/// totals, divided by lags + 1: written so, a covariance can never come out negative.
pub fn newey_west(fit: &LeastSquares, lags: usize, small_sample: bool) -> Coefficients {
    let n = fit.residuals.len();
    let length = lags + 1;
    let factor = if small_sample { n as f64 / fit.df } else { 1.0 };
    let scale = (factor / length as f64).sqrt();
    let totals = |leverage: &Vec<f64>| -> Vec<f64> {
        let own: Vec<f64> = leverage.iter().zip(&fit.residuals).map(|(share, left)| share * left * scale).collect();
        let mut total = 0.0;
        (0..n + lags)
            .map(|end| {
                total += own.get(end).copied().unwrap_or_default();
                total -= end.checked_sub(length).and_then(|gone| own.get(gone)).copied().unwrap_or_default();
                total
            })
            .collect()
    };
    Coefficients { values: fit.values.clone(), shares: fit.leverage.iter().map(totals).collect(), df: fit.df }
}

/// The usual number of lags for n days, 4 (n / 100)^(2/9) rounded down (Newey & West 1994, doi:10.2307/2297912).
pub fn usual_lags(n: usize) -> usize {
    let wanted = 4.0 * (n as f64 / 100.0).powf(2.0 / 9.0);
    (1..=1_000).take_while(|lags| f64::from(*lags) <= wanted).count()
}
