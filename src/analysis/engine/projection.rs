//! Takes the nuisance out of whitened columns. What it takes is never formed day by day: the products with the columns and the
//! Cholesky factor of the columns' own products say all that is needed.

use super::basis::Basis;
use super::cholesky::Factor;
use super::kalman::Gains;
use super::lag_block::Row;
use super::likelihood::Likelihood;
use super::nuisance::Nuisance;
use super::{add_scaled, dot};

/// The nuisance of one outcome, whitened with its noise model.
#[derive(Debug, Clone)]
pub struct Projection {
    nuisance: Nuisance,
    factor: Option<Factor>,
}

impl Projection {
    /// From the columns and the factor of their whitened products. Where there is none, since the columns are too much alike on
    /// the logged days, others that span the same are used.
    pub fn new(nuisance: Nuisance, factor: Option<Factor>, logged: &[bool], gains: &Gains) -> Self {
        if factor.is_some() {
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
    pub fn clean(&self, vector: &mut [f64], gains: &Gains) {
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
