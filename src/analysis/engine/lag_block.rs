//! The lags of one factor, whitened with an outcome's noise model: fifteen columns side by side, none of them kept.
//!
//! Windows are sums of neighbouring lags, so everything a window needs follows from the lags: its product with the outcome is
//! a sum of products, and its square a sum over a narrow band of the lags' products with each other. And the product of a
//! vector with a whitened lag is the product of the vector's adjoint with the lag itself, so the factor is all that is kept.

use super::kalman::KalmanGains;
use super::lanes::{LANES, Row, add_row};
use super::projection::Projection;
use super::windows::{LAGS, WIDEST, Window};

/// The lags of one factor.
#[derive(Debug, Clone)]
pub struct LagBlock {
    /// The centred factor behind fifteen days of 0: the sixteen values from a place on are the lags 15 to 0 of one day.
    series: Vec<f64>,
    /// Products of lags with lags 0, 1 and 2 further on, the nuisance taken out.
    band: [Row; WIDEST],
    /// Shares of each lag along the orthonormal nuisance.
    shares: Vec<Row>,
    /// Products of the outcome's residual with each lag.
    along: Row,
}

/// The logged days of an outcome's part of the diary, with a vector's adjoint there.
#[derive(Debug, Clone)]
pub struct Adjoint {
    /// Place of the day in a padded series, and the value.
    at: Vec<(usize, f64)>,
}

impl Adjoint {
    /// The adjoint of a whitened vector; `start` is the diary's day on which the outcome's part begins.
    pub fn new(vector: &[f64], start: usize, gains: &KalmanGains) -> Self {
        Self { at: gains.adjoint(vector).into_iter().map(|(day, value)| (start + day, value)).collect() }
    }
}

impl LagBlock {
    /// The lags of a centred factor on the days from `start` on; 0 before the diary starts. `residual` is the adjoint of the
    /// outcome's residual; `rows`, one a day, may hold anything.
    pub fn new(
        factor: &[f64],
        start: usize,
        gains: &KalmanGains,
        nuisance: &Projection,
        residual: &Adjoint,
        rows: &mut [Row],
    ) -> Self {
        let mut series = vec![0.0; LANES - 1];
        series.extend_from_slice(factor);
        let row = |day: usize| -> Row {
            let from = start + day;
            series.get(from..from + LANES).and_then(|row| row.try_into().ok()).unwrap_or([0.0; LANES])
        };
        // Lanes run from lag 15 to lag 0 here.
        let mut sums = [[0.0; LANES]; WIDEST];
        gains.whiten_rows(row, |day, row| {
            rows[day] = *row;
            for (offset, sums) in sums.iter_mut().enumerate() {
                for lane in offset..LANES {
                    sums[lane] += row[lane] * row[lane - offset];
                }
            }
        });
        gains.adjoint_rows(rows);
        let shares: Vec<Row> = nuisance.shares(rows).into_iter().map(by_lag).collect();
        let mut band = sums.map(by_lag);
        for (offset, sums) in band.iter_mut().enumerate() {
            take_out(sums, &shares, offset);
        }
        let mut block = Self { series, band, shares, along: [0.0; LANES] };
        block.along = block.products(residual);
        block
    }

    /// Products of the outcome's residual with each lag.
    pub fn along(&self) -> &Row {
        &self.along
    }

    /// Products of a vector, from which the nuisance is already taken out, with each lag.
    pub fn products(&self, vector: &Adjoint) -> Row {
        let mut sums = [0.0; LANES];
        for (place, weight) in &vector.at {
            if let Some(row) = self.series.get(*place..).and_then(<[f64]>::first_chunk) {
                add_row(&mut sums, *weight, row);
            }
        }
        by_lag(sums)
    }

    /// Products of lags with each other, by how far apart.
    pub fn band(&self) -> &[Row; WIDEST] {
        &self.band
    }

    /// The column of a window, the nuisance taken out.
    pub fn column(&self, window: Window, start: usize, gains: &KalmanGains, nuisance: &Projection) -> Vec<f64> {
        let newest = LANES - 1 - window.lag;
        let lags = newest + 1 - window.width..=newest;
        let days = self.series.len() + 1 - LANES - start;
        let mut sums: Vec<f64> = (start..start + days)
            .map(|day| self.series.get(day + lags.start()..=day + lags.end()).map_or(0.0, |lags| lags.iter().sum()))
            .collect();
        let share = |share: &Row| share[window.lag..window.lag + window.width].iter().sum();
        nuisance.take_out(self.shares.iter().map(share).collect(), &mut sums);
        gains.whiten(&sums)
    }
}

/// From lanes that run from lag 15 to lag 0 to lanes by lag, without lag 15.
fn by_lag(mut lanes: Row) -> Row {
    lanes.reverse();
    lanes[LAGS..].fill(0.0);
    lanes
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
        let factor = if offset == 0 { 1.0 } else { 2.0 };
        let mut along = 0.0;
        for pair in pairs {
            along += pair;
        }
        sum += factor * along;
    }
    sum
}
