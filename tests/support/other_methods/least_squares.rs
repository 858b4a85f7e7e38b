//! Ordinary least squares: a series as a sum of columns, every day taken for a fresh one.

use super::coefficients::Coefficients;
use gutskin::analysis::engine::gram::inverse_gram;
use gutskin::analysis::engine::{add_scaled, dot};

/// How many times the others may inflate the variance of a coefficient before the columns count as the same.
const MOST_INFLATED: f64 = 1e10;

/// The inverse of the columns' products with each other; `None` if one is nothing or, up to rounding, a sum of the others.
pub fn inverse_of_distinct(columns: &[Vec<f64>]) -> Option<Vec<Vec<f64>>> {
    let inverse = inverse_gram(columns);
    // How many times the others inflate the variance of each coefficient: once, if they have nothing in common with it.
    let inflated = |(at, column): (usize, &Vec<f64>)| inverse[at][at] * dot(column, column);
    let distinct = columns.iter().enumerate().map(inflated).all(|times| (0.5..MOST_INFLATED).contains(&times));
    distinct.then_some(inverse)
}

/// A fit.
#[derive(Debug, Clone, PartialEq)]
pub struct LeastSquares {
    /// Coefficient of each column.
    pub values: Vec<f64>,
    /// What is left of the series, one value a day.
    pub residuals: Vec<f64>,
    /// For each coefficient its change for one unit more of the series on each day.
    pub leverage: Vec<Vec<f64>>,
    /// Variance of the residuals, over days less columns.
    pub variance: f64,
    /// Share of the series' variance about its mean that the columns hold.
    pub r_squared: f64,
    /// Days less columns.
    pub df: f64,
}

impl LeastSquares {
    /// Fits a series on columns of its length, by the normal equations. `None` without days to spare, or if a column is, up to
    /// rounding, a sum of the others.
    pub fn fit(columns: &[Vec<f64>], series: &[f64]) -> Option<Self> {
        let (n, k) = (series.len(), columns.len());
        if n <= k || columns.iter().any(|column| column.len() != n) {
            return None;
        }
        let inverse = inverse_of_distinct(columns)?;
        let leverage: Vec<Vec<f64>> = inverse
            .iter()
            .map(|row| {
                let mut sum = vec![0.0; n];
                row.iter().zip(columns).for_each(|(share, column)| add_scaled(&mut sum, *share, column));
                sum
            })
            .collect();
        let values: Vec<f64> = leverage.iter().map(|days| dot(days, series)).collect();
        let mut residuals = series.to_vec();
        for (value, column) in values.iter().zip(columns) {
            add_scaled(&mut residuals, -value, column);
        }
        let mean = series.iter().sum::<f64>() / n as f64;
        let about_mean: f64 = series.iter().map(|value| (value - mean).powi(2)).sum();
        let left = dot(&residuals, &residuals);
        let df = (n - k) as f64;
        Some(Self { values, residuals, leverage, variance: left / df, r_squared: 1.0 - left / about_mean, df })
    }

    /// The coefficients with the errors they would have if no day knew of the day before.
    pub fn coefficients(&self) -> Coefficients {
        let sd = self.variance.sqrt();
        let shares = self.leverage.iter().map(|days| days.iter().map(|share| share * sd).collect()).collect();
        Coefficients { values: self.values.clone(), shares, df: self.df }
    }
}
