//! Takes the nuisance out of whitened columns. What it takes is never formed day by day: the products with the columns and the
//! Cholesky factor of the columns' own products say all that is needed.

use super::basis::Basis;
use super::cholesky::Factor;
use super::kalman::KalmanGains;
use super::lanes::Row;
use super::likelihood::Likelihood;
use super::nuisance::Nuisance;
use super::{add_scaled, dot};

/// The nuisance of one outcome, whitened with its noise model.
#[derive(Debug, Clone)]
pub struct Projection {
    nuisance: Nuisance,
    /// `None` only if there is nothing to take out: columns that span something have one.
    factor: Option<Factor>,
}

impl Projection {
    /// From the columns and the factor of their whitened products. Where it loses digits, since the columns are too much alike on
    /// the logged days, others that span the same are used.
    pub fn new(nuisance: Nuisance, factor: Option<Factor>, logged: &[bool], gains: &KalmanGains) -> Self {
        if factor.as_ref().is_some_and(Factor::keeps_digits) {
            return Self { nuisance, factor };
        }
        let on_logged = |column: &&[f64]| -> Vec<f64> {
            column.iter().zip(logged).map(|(value, logged)| if *logged { *value } else { 0.0 }).collect()
        };
        let columns = Basis::of(nuisance.columns().iter().map(on_logged).collect()).into_columns();
        let factor = Likelihood::new(&vec![0.0; logged.len()], logged, &columns).factor(gains);
        Self { nuisance: Nuisance::of_columns(columns), factor }
    }

    /// Shares of some series along the orthonormal nuisance. Each lane is a series, the adjoint of a whitened column, one row a
    /// calendar day.
    pub fn shares(&self, adjoint: &[Row]) -> Vec<Row> {
        let Some(factor) = &self.factor else { return Vec::new() };
        let mut shares = self.nuisance.products(adjoint);
        factor.forward_rows(&mut shares);
        shares
    }

    /// Takes a part, given by its shares, out of a column of calendar days.
    pub fn take_out(&self, mut shares: Vec<f64>, column: &mut [f64]) {
        let Some(factor) = &self.factor else { return };
        factor.backward(&mut shares);
        for (slope, nuisance) in shares.iter().zip(self.nuisance.columns()) {
            add_scaled(column, -slope, nuisance);
        }
    }

    /// Takes the nuisance out of a whitened vector, twice, so that rounding leaves nothing behind.
    pub fn project_out(&self, vector: &mut [f64], gains: &KalmanGains) {
        let Some(factor) = &self.factor else { return };
        let columns = self.nuisance.columns();
        let days = columns.first().map_or(0, |column| column.len());
        for _ in 0..2 {
            let mut adjoint = vec![0.0; days];
            for (day, value) in gains.adjoint(vector) {
                adjoint[day] = value;
            }
            let mut shares: Vec<f64> = columns.iter().map(|column| dot(column, &adjoint)).collect();
            factor.forward(&mut shares);
            let mut part = vec![0.0; days];
            self.take_out(shares, &mut part);
            for (value, part) in vector.iter_mut().zip(gains.whiten(&part)) {
                *value += part;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::super::kalman::Noise;
    use super::super::lag_block::{Adjoint, LagBlock, square};
    use super::super::low_frequency_cosines::LowFrequencyCosines;
    use super::super::windows::WINDOWS;
    use super::*;

    /// Whole numbers without a pattern, -26 to 26.
    fn number(at: usize) -> f64 {
        ((at * 37 + at * at * 11) % 53) as f64 - 26.0
    }

    /// Product of a nuisance column and of what is left of a column, as a share of what it could be before anything was taken out.
    fn across(nuisance: &[f64], left: &[f64]) -> f64 {
        dot(nuisance, left).abs() / (dot(nuisance, nuisance).sqrt() * 26.0 * (left.len() as f64).sqrt())
    }

    /// What is left of a column is at right angles to every whitened nuisance column, but for
    /// parts of a millionth, which are dropped; and the products of lags, which are
    /// found without forming a column, are those of the columns.
    fn holds(logged: &[bool]) {
        let days = logged.len();
        let gains = KalmanGains::new(Noise { phi: 0.6, eta: 0.15 }, logged);
        let nuisance = Nuisance::new(2, gains.rows(), Arc::new(LowFrequencyCosines::new(days)), Vec::new());
        let columns: Vec<Vec<f64>> = nuisance.columns().iter().map(|column| gains.whiten(column)).collect();
        let factor = Likelihood::new(&vec![0.0; days], logged, &nuisance.columns()).factor(&gains);
        let projection = Projection::new(nuisance, factor, logged, &gains);
        let mut residual: Vec<f64> = (0..gains.rows()).map(number).collect();
        projection.project_out(&mut residual, &gains);
        let series: Vec<f64> = (0..days).map(|day| number(day + 7)).collect();
        let adjoint = Adjoint::new(&residual, 0, &gains);
        let block = LagBlock::new(&series, 0, &gains, &projection, &adjoint, &mut vec![[0.0; 16]; days]);
        for window in WINDOWS.iter() {
            let left = block.column(*window, 0, &gains, &projection);
            for column in &columns {
                assert!(across(column, &left) < 1e-5, "{window:?}: {}", across(column, &left));
            }
            let scale = 26.0 * 26.0 * days as f64;
            assert!((square(block.band(), *window) - dot(&left, &left)).abs() < 1e-9 * scale, "{window:?}");
            let along: f64 = block.along()[window.lag..window.lag + window.width].iter().sum();
            assert!((along - dot(&residual, &left)).abs() < 1e-9 * scale, "{window:?}");
        }
        for column in &columns {
            assert!(across(column, &residual) < 1e-5, "{}", across(column, &residual));
        }
    }

    #[test]
    fn what_is_left_is_at_right_angles_to_the_nuisance() {
        for days in [60, 400, 1_200] {
            let logged: Vec<bool> = (0..days).map(|day| day % 11 != 3 && day % 17 != 5).collect();
            holds(&logged);
        }
    }

    #[test]
    fn columns_that_are_alike_on_the_logged_days_are_taken_out_as_well() {
        // Half a year without a logged day; most of a year; and forty days spread over five years, fewer than the columns.
        let half_a_year: Vec<bool> = (0..400).map(|day| !(120..300).contains(&day)).collect();
        holds(&half_a_year);
        let most_of_a_year: Vec<bool> = (0..400).map(|day| !(40..370).contains(&day)).collect();
        holds(&most_of_a_year);
        let spread: Vec<bool> = (0..1_800).map(|day| day % 45 == 0).collect();
        holds(&spread);
    }
}
