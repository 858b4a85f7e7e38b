//! The engine: one look at a day table, and which factors go along with which outcomes, how many days later.
//!
//! Each step is one file, in the order in which a pair passes through them: [`minimum`] data, missing days of factors
//! ([`impute`]), the outcome's own [`nuisance`] and [`noise`] model, whitening by a [`kalman`] pass, the [`projection`] that
//! takes the nuisance out, [`windows`] of lags, the test of a pair and its challenge by rivals ([`outcome`]), one
//! false-discovery family ([`combine`]), and effects with their intervals ([`search`]). All of it is deterministic: the same
//! table gives the same bits, whatever the number of threads.

pub mod basis;
pub mod cholesky;
pub mod combine;
pub mod gram;
pub mod impute;
pub mod kalman;
pub mod lag_block;
pub mod lanes;
pub mod likelihood;
pub mod low_frequency_cosines;
pub mod minimum;
pub mod noise;
pub mod nuisance;
pub mod outcome;
pub mod pairing;
pub mod projection;
pub mod screen;
pub mod search;
pub mod standardised;
pub mod student_t;
pub mod windows;

pub use search::{Discovery, Pair, Plan, Search, search};

/// A series: one cell a day, `None` missing.
pub type Cells = [Option<f64>];

/// Dot product, in four partial sums whose order never changes.
#[inline]
pub fn dot(a: &[f64], b: &[f64]) -> f64 {
    let mut sums = [0.0; 4];
    let (whole_a, rest_a) = a.as_chunks::<4>();
    let (whole_b, rest_b) = b.as_chunks::<4>();
    for (x, y) in whole_a.iter().zip(whole_b) {
        for lane in 0..4 {
            sums[lane] += x[lane] * y[lane];
        }
    }
    let rest: f64 = rest_a.iter().zip(rest_b).map(|(x, y)| x * y).sum();
    (sums[0] + sums[1]) + (sums[2] + sums[3]) + rest
}

/// Adds `factor` times `b` to `a`.
#[inline]
pub fn add_scaled(a: &mut [f64], factor: f64, b: &[f64]) {
    for (x, y) in a.iter_mut().zip(b) {
        *x += factor * y;
    }
}
