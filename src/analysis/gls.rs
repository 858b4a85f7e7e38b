//! Generalised least squares with the noise of a diary (Aitken 1936, doi:10.1017/S0370164600014346): coefficients, their errors,
//! and how many days they are really worth. A change on one date, a habit of logging and a trial are all measured with it.

use super::engine::gram::inverse_gram;
use super::engine::kalman::{KalmanGains, Noise};
use super::engine::noise;
use super::engine::standardised::Standardised;
use super::engine::student_t::StudentT;
use super::engine::{Cells, add_scaled, dot};

/// The least degrees of freedom of [`Gls::effective_df`].
const LEAST_DF: f64 = 4.0;

/// A fit.
#[derive(Debug, Clone, PartialEq)]
pub struct Gls {
    /// Coefficient of each column, in the unit of the series.
    pub slopes: Vec<f64>,
    /// Standard error of each.
    pub errors: Vec<f64>,
    /// The noise model.
    pub noise: Noise,
    /// Logged days.
    pub days: usize,
}

impl Gls {
    /// Degrees of freedom if every day said something new: days less columns.
    pub fn free(&self) -> f64 {
        self.days as f64 - self.slopes.len() as f64
    }

    /// Degrees of freedom of days that resemble their neighbours: days less columns and noise parameters, and no more than
    /// independent days worth as much.
    pub fn effective_df(&self) -> f64 {
        let Noise { phi, eta } = self.noise;
        let worth_days = self.days as f64 / (1.0 + 2.0 * (1.0 - eta) * phi / (1.0 - phi));
        (self.free() - 2.0).min(worth_days - self.slopes.len() as f64).max(LEAST_DF)
    }

    /// The 95 % interval of a coefficient, with some degrees of freedom.
    pub fn interval(&self, column: usize, df: f64) -> (f64, f64) {
        let reach = StudentT::new(df).two_sided_inverse(0.05) * self.errors[column];
        (self.slopes[column] - reach, self.slopes[column] + reach)
    }

    /// Two-sided p of a coefficient of 0, with some degrees of freedom.
    pub fn p(&self, column: usize, df: f64) -> f64 {
        StudentT::new(df).two_sided(self.slopes[column] / self.errors[column])
    }
}

/// Fits a series, one cell a day, on columns. The noise model is the best of the grid unless it is given. `None` if the series
/// does not vary beside the columns, or the days are too few for them.
pub fn fit(cells: &Cells, columns: &[Vec<f64>], given: Option<Noise>) -> Option<Gls> {
    let standard = Standardised::of(cells);
    let (n, k, sd) = (standard.days as f64, columns.len() as f64, standard.sd);
    if n <= k + 2.0 || sd.is_nan() || sd <= 0.0 {
        return None;
    }
    let noise = given.unwrap_or_else(|| noise::fit(&standard.values, &standard.logged, columns));
    let gains = KalmanGains::new(noise, &standard.logged);
    let whitened: Vec<Vec<f64>> = columns.iter().map(|column| gains.whiten(column)).collect();
    let raw: Vec<f64> = cells.iter().map(|cell| cell.unwrap_or(0.0)).collect();
    let mut residual = gains.whiten(&raw);
    let inverse = inverse_gram(&whitened);
    let along: Vec<f64> = whitened.iter().map(|column| dot(column, &residual)).collect();
    let slopes: Vec<f64> = inverse.iter().map(|row| dot(row, &along)).collect();
    for (column, slope) in whitened.iter().zip(&slopes) {
        add_scaled(&mut residual, -slope, column);
    }
    let variance = dot(&residual, &residual) / (n - k);
    let errors: Vec<f64> = (0..columns.len()).map(|at| (inverse[at][at] * variance).sqrt()).collect();
    let fits = errors.iter().chain(&slopes).all(|value| value.is_finite()) && variance > 1e-12 * sd * sd;
    fits.then_some(Gls { slopes, errors, noise, days: standard.days })
}
