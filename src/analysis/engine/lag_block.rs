//! The lags of one factor, whitened with an outcome's noise model: fifteen columns side by side.
//!
//! Windows are sums of neighbouring lags, so everything a window needs follows from the lags: its product with the outcome is
//! a sum of products, and its square a sum over a narrow band of the lags' products with each other.

use super::kalman::Gains;
use super::windows::{LAGS, WIDEST, Window};
use super::{add_scaled, dot};

/// Lags, padded so that rows fill whole registers.
pub const LANES: usize = 16;

/// Products of one vector with each lag.
pub type Row = [f64; LANES];

/// The lags of one factor.
#[derive(Debug, Clone)]
pub struct LagBlock {
    rows: Vec<Row>,
    /// Shares of the nuisance basis, a row a column of the basis.
    nuisance: Vec<Row>,
    /// Products of lags with lags 0, 1 and 2 further on, the nuisance taken out.
    band: [Row; WIDEST],
}

impl LagBlock {
    /// The lags of a centred factor on the days from `start` on; 0 before the diary starts. `nuisance` is the orthonormal
    /// basis that is taken out.
    pub fn new(factor: &[f64], start: usize, gains: &Gains, nuisance: &[Vec<f64>]) -> Self {
        let row = |day: usize| -> Row {
            std::array::from_fn(|lag| {
                if lag >= LAGS { 0.0 } else { (start + day).checked_sub(lag).map_or(0.0, |then| factor[then]) }
            })
        };
        let rows = gains.whiten_rows(row);
        let shares: Vec<Row> = nuisance.iter().map(|column| products(&rows, column)).collect();
        let band = std::array::from_fn(|offset| {
            let mut sums = [0.0; LANES];
            for row in &rows {
                for lane in 0..LANES - offset {
                    sums[lane] += row[lane] * row[lane + offset];
                }
            }
            take_out(&mut sums, &shares, offset);
            sums
        });
        Self { rows, nuisance: shares, band }
    }

    /// Products of a vector, from which the nuisance is already taken out, with each lag.
    pub fn products(&self, vector: &[f64]) -> Row {
        products(&self.rows, vector)
    }

    /// Products of lags with each other, by how far apart.
    pub fn band(&self) -> &[Row; WIDEST] {
        &self.band
    }

    /// The column of a window, the nuisance taken out.
    pub fn column(&self, window: Window, nuisance: &[Vec<f64>]) -> Vec<f64> {
        let lags = window.lag..window.lag + window.width;
        let mut column: Vec<f64> = self.rows.iter().map(|row| row[lags.clone()].iter().sum()).collect();
        for (basis, share) in nuisance.iter().zip(&self.nuisance) {
            add_scaled(&mut column, -share[lags.clone()].iter().sum::<f64>(), basis);
        }
        // Once more, so that rounding leaves nothing behind.
        for basis in nuisance {
            let left = dot(basis, &column);
            add_scaled(&mut column, -left, basis);
        }
        column
    }
}

fn products(rows: &[Row], vector: &[f64]) -> Row {
    let mut sums = [0.0; LANES];
    for (row, weight) in rows.iter().zip(vector) {
        for lane in 0..LANES {
            sums[lane] += weight * row[lane];
        }
    }
    sums
}

/// Takes the part that lies in orthonormal columns out of products of lags `offset` apart.
pub fn take_out(sums: &mut Row, shares: &[Row], offset: usize) {
    for share in shares {
        for lane in 0..LANES - offset {
            sums[lane] -= share[lane] * share[lane + offset];
        }
    }
}

/// The square of a window from the band of products.
pub fn square(band: &[Row; WIDEST], window: Window) -> f64 {
    let mut sum = 0.0;
    for (offset, products) in band.iter().enumerate().take(window.width) {
        let pairs = &products[window.lag..window.lag + window.width - offset];
        sum += if offset == 0 { 1.0 } else { 2.0 } * pairs.iter().sum::<f64>();
    }
    sum
}
