//! Generalised least squares with the noise of a diary: coefficients, their errors, and how many days they are really worth.

use crate::analysis::engine::kalman::{Gains, Noise};
use crate::analysis::engine::noise;
use crate::analysis::engine::outcome::inverse_gram;
use crate::analysis::engine::student_t::StudentT;
use crate::analysis::engine::{Cells, add_scaled, dot};

/// The least degrees of freedom.
const LEAST_DF: f64 = 4.0;

/// A fit.
#[derive(Debug, Clone, PartialEq)]
pub struct Segmented {
    /// Coefficient of each column, in the unit of the series.
    pub slopes: Vec<f64>,
    /// Standard error of each.
    pub errors: Vec<f64>,
    /// Degrees of freedom: days less columns and noise parameters, and no more than independent days worth as much.
    pub df: f64,
    /// The noise model.
    pub noise: Noise,
}

impl Segmented {
    /// The 95 % interval of a coefficient.
    pub fn interval(&self, column: usize) -> (f64, f64) {
        let reach = StudentT::new(self.df).two_sided_inverse(0.05) * self.errors[column];
        (self.slopes[column] - reach, self.slopes[column] + reach)
    }

    /// Two-sided p of a coefficient of 0.
    pub fn p(&self, column: usize) -> f64 {
        StudentT::new(self.df).two_sided(self.slopes[column] / self.errors[column])
    }
}

/// Fits a series, one cell a day, on columns. The noise model is the best of the grid unless it is given. `None` if the series
/// does not vary beside the columns, or the days are too few for them.
pub fn segmented(cells: &Cells, columns: &[Vec<f64>], given: Option<Noise>) -> Option<Segmented> {
    let logged: Vec<bool> = cells.iter().map(Option::is_some).collect();
    let values: Vec<f64> = cells.iter().flatten().copied().collect();
    let (n, k) = (values.len() as f64, columns.len() as f64);
    let mean = values.iter().sum::<f64>() / n;
    let sd = (values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / n).sqrt();
    if n <= k + 2.0 || sd.is_nan() || sd <= 0.0 {
        return None;
    }
    let scaled: Vec<f64> = cells.iter().map(|cell| cell.map_or(0.0, |value| (value - mean) / sd)).collect();
    let noise = given.unwrap_or_else(|| noise::fit(&scaled, &logged, columns));
    let gains = Gains::new(noise, &logged);
    let whitened: Vec<Vec<f64>> = columns.iter().map(|column| gains.whiten(column)).collect();
    let raw: Vec<f64> = cells.iter().map(|cell| cell.unwrap_or(0.0)).collect();
    let mut left = gains.whiten(&raw);
    let inverse = inverse_gram(&whitened);
    let along: Vec<f64> = whitened.iter().map(|column| dot(column, &left)).collect();
    let slopes: Vec<f64> = inverse.iter().map(|row| dot(row, &along)).collect();
    for (column, slope) in whitened.iter().zip(&slopes) {
        add_scaled(&mut left, -slope, column);
    }
    let variance = dot(&left, &left) / (n - k);
    let errors: Vec<f64> = (0..columns.len()).map(|at| (inverse[at][at] * variance).sqrt()).collect();
    let fits = errors.iter().chain(&slopes).all(|value| value.is_finite()) && variance > 1e-12 * sd * sd;
    let Noise { phi, eta } = noise;
    let worth = n / (1.0 + 2.0 * (1.0 - eta) * phi / (1.0 - phi));
    let df = (n - k - 2.0).min(worth - k).max(LEAST_DF);
    fits.then_some(Segmented { slopes, errors, df, noise })
}
