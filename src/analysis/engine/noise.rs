//! The noise model of an outcome: phi and eta that maximise the restricted likelihood over a grid (Patterson & Thompson 1971,
//! doi:10.1093/biomet/58.3.545).
//!
//! Ten years have 130 nuisance columns, and working out the likelihood at all 61 points of the grid would cost more than all the
//! rest of a look. So an approximation ([`likelihood`](super::likelihood)) says where the best can lie, and only there is it
//! worked out.

use super::cholesky::Factor;
use super::kalman::{KalmanGains, Noise};
use super::likelihood::{Exact, Likelihood};

/// Grid of phi.
pub const PHIS: [f64; 11] = [0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95];
/// Grid of eta; with phi 0 only eta 0, since both are then white.
pub const ETAS: [f64; 6] = [0.0, 0.15, 0.3, 0.45, 0.6, 0.75];
/// A usual diary.
const USUAL: Noise = Noise { phi: 0.4, eta: 0.15 };
/// How far the approximation may be off: always, more the shorter the diary, and more where the noise remembers for weeks.
const SLACK: f64 = 2.0;
const SLACK_DAYS: f64 = 300.0;
const LONG_MEMORY: f64 = 0.85;
/// How much further it may be off one step of the grid on, where the noise does not remember for weeks.
const STEP_SLACK: f64 = 0.6;
const STEP_SLACK_DAYS: f64 = 60.0;

fn slack(noise: Noise, days: usize) -> f64 {
    let times: f64 = if noise.phi > LONG_MEMORY { 3.0 } else { 1.0 };
    times.min(2.0) * SLACK + times * SLACK_DAYS / days as f64
}

/// How much more than at a point that was worked out the approximation may be off at another. With this the point was the best
/// of the whole grid in all but one of 7,200 made-up outcomes of 30 to 730 days.
fn slack_beside(known: Noise, other: Noise, days: usize) -> f64 {
    if known.phi.max(other.phi) > LONG_MEMORY {
        return slack(other, days);
    }
    let place = |grid: &[f64], value: f64| grid.iter().position(|at| *at == value).unwrap_or(0);
    let steps = place(&PHIS, known.phi).abs_diff(place(&PHIS, other.phi))
        + place(&ETAS, known.eta).abs_diff(place(&ETAS, other.eta));
    slack(other, days).min(steps as f64 * (STEP_SLACK + STEP_SLACK_DAYS / days as f64))
}

/// The points of the grid, in their order.
pub fn grid() -> impl Iterator<Item = Noise> {
    let all = PHIS.iter().flat_map(|phi| ETAS.iter().map(move |eta| Noise { phi: *phi, eta: *eta }));
    all.filter(|noise| noise.phi > 0.0 || noise.eta == 0.0)
}

/// The model that fits best; of equals the first. `outcome` and `nuisance` hold one value a calendar day, and what the outcome
/// holds on days that are not logged does not matter.
pub fn fit(outcome: &[f64], logged: &[bool], nuisance: &[impl AsRef<[f64]>]) -> Noise {
    fit_while(outcome, logged, nuisance, &|| true).map_or(USUAL, |fit| fit.noise)
}

/// A noise model, and what its likelihood left behind.
#[derive(Debug, Clone)]
pub struct Fit {
    /// The model that fits best.
    pub noise: Noise,
    /// Factor of the products of the nuisance, whitened with it; `None` if the columns are too much alike for one.
    pub factor: Option<Factor>,
}

/// As [`fit`]; `go_on` is asked between points of the grid, and `None` comes back if it says no.
pub fn fit_while(
    outcome: &[f64],
    logged: &[bool],
    nuisance: &[impl AsRef<[f64]>],
    go_on: &dyn Fn() -> bool,
) -> Option<Fit> {
    let points: Vec<Noise> = grid().collect();
    let likelihood = Likelihood::new(outcome, logged, nuisance);
    let value_at = |noise: Noise, exact: Option<&Exact>| {
        exact.map_or_else(|| restricted_likelihood(noise, outcome, logged, nuisance), |exact| exact.value)
    };
    let roughly_left = likelihood.roughly_left(outcome, nuisance);
    let near = likelihood.approximate(&roughly_left, &points);
    let best_near = (0..points.len()).max_by(|a, b| near[*a].total_cmp(&near[*b])).unwrap_or(0);
    let first = likelihood.at(points[best_near]);
    let left = first.as_ref().map_or(roughly_left, |exact| likelihood.left(&exact.slopes));
    let near = likelihood.approximate(&left, &points);
    let mut best = value_at(points[best_near], first.as_ref());
    let mut known: Vec<Option<(f64, Option<Factor>)>> = vec![None; points.len()];
    // At most this much could each point reach.
    let mut most = vec![f64::INFINITY; points.len()];
    let narrow = |most: &mut [f64], at: usize, value: f64| {
        for ((most, other), near_other) in most.iter_mut().zip(&points).zip(&near) {
            *most = most.min(near_other + (value - near[at]) + slack_beside(points[at], *other, logged.len()));
        }
    };
    narrow(&mut most, best_near, best);
    known[best_near] = Some((best, first.map(|exact| exact.factor)));
    // The likeliest next, until none can reach the best.
    loop {
        let open = (0..points.len()).filter(|at| known[*at].is_none());
        let Some(at) = open.max_by(|a, b| most[*a].total_cmp(&most[*b])).filter(|at| most[*at] >= best) else { break };
        if !go_on() {
            return None;
        }
        let exact = likelihood.at(points[at]);
        let value = value_at(points[at], exact.as_ref());
        best = best.max(value);
        narrow(&mut most, at, value);
        known[at] = Some((value, exact.map(|exact| exact.factor)));
    }
    let mut fit = (f64::NEG_INFINITY, Fit { noise: Noise { phi: 0.0, eta: 0.0 }, factor: None });
    for (noise, known) in points.iter().zip(known) {
        if let Some((value, factor)) = known.filter(|(value, _)| *value > fit.0 + 1e-9) {
            fit = (value, Fit { noise: *noise, factor });
        }
    }
    Some(fit.1)
}

/// The restricted log-likelihood without its constants: -1/2 [(n-k) log(e'e/(n-k)) + log|Omega| + log|D' Omega^-1 D|].
pub fn restricted_likelihood(noise: Noise, outcome: &[f64], logged: &[bool], nuisance: &[impl AsRef<[f64]>]) -> f64 {
    let gains = KalmanGains::new(noise, logged);
    let mut columns: Vec<Vec<f64>> = nuisance.iter().map(|column| gains.whiten(column.as_ref())).collect();
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
