//! The noise model of an outcome: phi and eta that maximise the restricted likelihood over a grid (Patterson & Thompson 1971,
//! doi:10.1093/biomet/58.3.545).

use super::kalman::{Gains, Noise};

/// Grid of phi.
pub const PHIS: [f64; 11] = [0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];
/// Grid of eta; with phi 0 only eta 0, since both are then white.
pub const ETAS: [f64; 6] = [0.0, 0.15, 0.3, 0.45, 0.6, 0.75];

/// The model that fits best; of equals the first. `outcome` and `nuisance` hold one value a calendar day, and what the outcome
/// holds on days that are not logged does not matter.
pub fn fit(outcome: &[f64], logged: &[bool], nuisance: &[Vec<f64>]) -> Noise {
    let grid = PHIS.iter().flat_map(|phi| ETAS.iter().map(move |eta| Noise { phi: *phi, eta: *eta }));
    let mut best = (f64::NEG_INFINITY, Noise { phi: 0.0, eta: 0.0 });
    for noise in grid.filter(|noise| noise.phi > 0.0 || noise.eta == 0.0) {
        let likelihood = restricted_likelihood(noise, outcome, logged, nuisance);
        if likelihood > best.0 + 1e-9 {
            best = (likelihood, noise);
        }
    }
    best.1
}

/// The restricted log-likelihood without its constants: -1/2 [(n-k) log(e'e/(n-k)) + log|Omega| + log|D' Omega^-1 D|].
pub fn restricted_likelihood(noise: Noise, outcome: &[f64], logged: &[bool], nuisance: &[Vec<f64>]) -> f64 {
    let gains = Gains::new(noise, logged);
    let mut columns: Vec<Vec<f64>> = nuisance.iter().map(|column| gains.whiten(column)).collect();
    let mut rest = gains.whiten(outcome);
    let (n, k) = (rest.len() as f64, columns.len() as f64);
    // Modified Gram-Schmidt; the squared lengths multiply to the determinant.
    let mut log_determinant = 0.0;
    for at in 0..columns.len() {
        let (done, later) = columns.split_at_mut(at + 1);
        let Some(column) = done.last_mut() else { break };
        let length = super::dot(column, column).sqrt();
        log_determinant += (length + 1e-300).ln();
        if length > 0.0 {
            for value in column.iter_mut() {
                *value /= length;
            }
        }
        for other in later.iter_mut().chain(std::iter::once(&mut rest)) {
            let share = super::dot(column, other);
            super::add_scaled(other, -share, column);
        }
    }
    let variance = super::dot(&rest, &rest) / (n - k);
    -0.5 * ((n - k) * variance.ln() + gains.log_determinant + 2.0 * log_determinant)
}
