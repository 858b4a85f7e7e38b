//! What to believe of a difference: the normal posterior of a prior around no difference (Gelman et al., Bayesian Data Analysis,
//! 3rd ed., section 2.5). It stands beside the verdict and never replaces it.

use std::f64::consts::SQRT_2;

use statrs::function::erf::erfc;

use super::size::Size;
use crate::analysis::engine::Cells;
use crate::model::trackable::Direction;

/// Days before a trial whose deviation is the prior's.
pub const PRIOR_DAYS: usize = 28;
/// Logged days of them that are needed.
pub const LEAST_PRIOR_DAYS: usize = 14;

/// A normal belief about the difference between on and off.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Belief {
    /// Its mean, in the unit of the outcome.
    pub mean: f64,
    /// Its standard deviation.
    pub sd: f64,
}

impl Belief {
    /// The belief after a trial: a difference of this size, where `prior_sd` said beforehand how large differences may be.
    /// `None` unless both deviations are above 0.
    pub fn after(size: &Size, prior_sd: f64) -> Option<Self> {
        Self::of(size.difference, size.error, prior_sd)
    }

    /// As [`Belief::after`], of a difference and its standard error.
    pub fn of(difference: f64, error: f64, prior_sd: f64) -> Option<Self> {
        let usable = |deviation: f64| deviation.is_finite() && deviation > 0.0;
        if !difference.is_finite() || !usable(error) || !usable(prior_sd) {
            return None;
        }
        let (wide, narrow) = (prior_sd * prior_sd, error * error);
        Some(Self { mean: difference * wide / (wide + narrow), sd: (1.0 / (1.0 / wide + 1.0 / narrow)).sqrt() })
    }

    /// Probability that the difference lies below a value.
    pub fn below(&self, value: f64) -> f64 {
        normal_below((value - self.mean) / self.sd)
    }

    /// Probability that on is better than off by at least `least`, the smallest change that matters, fixed beforehand. `None`
    /// for an outcome of which neither way is better.
    pub fn better_by(&self, least: f64, direction: Direction) -> Option<f64> {
        match direction {
            Direction::WorseUp => Some(self.below(-least)),
            Direction::BetterUp => Some(normal_below((self.mean - least) / self.sd)),
            Direction::Neutral => None,
        }
    }
}

/// Standard deviation of the outcome in the [`PRIOR_DAYS`] before a trial; `before` ends on the day before its first. `None` if
/// fewer than [`LEAST_PRIOR_DAYS`] are logged or the outcome never changed.
pub fn prior_sd(before: &Cells) -> Option<f64> {
    let days = &before[before.len().saturating_sub(PRIOR_DAYS)..];
    let values: Vec<f64> = days.iter().flatten().copied().filter(|value| value.is_finite()).collect();
    if values.len() < LEAST_PRIOR_DAYS || values.iter().all(|value| *value == values[0]) {
        return None;
    }
    let mean = values.iter().sum::<f64>() / values.len() as f64;
    Some((values.iter().map(|value| (value - mean).powi(2)).sum::<f64>() / values.len() as f64).sqrt())
}

/// Probability that a standard normal number lies below a value.
pub(super) fn normal_below(value: f64) -> f64 {
    0.5 * erfc(-value / SQRT_2)
}
