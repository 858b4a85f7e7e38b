//! A trial, period by period: the few numbers from which the statistic of any order follows.
//!
//! To compare thousands of orders, what a period adds is worked out once. Whitened and freed of what is beside the factor, a
//! column that is 1 on some periods is the sum of the columns of these periods, and so are its products.

use super::design::{Counted, Design};
use super::sequence::Sequence;
use crate::analysis::engine::basis::Basis;
use crate::analysis::engine::dot;
use crate::analysis::engine::kalman::{KalmanGains, Noise};
use crate::analysis::engine::noise;
use crate::analysis::engine::standardised::Standardised;

/// A column whose square is at most this share of all says nothing about the factor.
const LEAST_SQUARE: f64 = 1e-9;

/// What is compared between orders. All are 0 where on and off are alike, and above 0 where the outcome is higher on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Statistic {
    /// The slope of the factor beside one line, whitened and divided by its own deviation: what the verdict rests on. It has no
    /// unit.
    Whitened,
    /// The slope of the factor beside one line by least squares, in the unit of the outcome.
    Slope,
    /// Mean of the period means on less that of those off, in the unit of the outcome.
    Difference,
}

/// The periods of a trial, ready to be compared.
#[derive(Debug, Clone)]
pub struct Periods {
    statistic: Statistic,
    kept: Vec<usize>,
    /// One number a kept period: product with the outcome, or the mean.
    along: Vec<f64>,
    /// Products of the columns of the kept periods with each other, row after row.
    products: Vec<f64>,
    least_square: f64,
    /// Standard deviation of the outcome: `along` is in this unit.
    sd: f64,
    /// The noise model that whitens; white for the other statistics.
    pub noise: Noise,
}

impl Periods {
    /// Prepares the days that count. The noise model is fitted without the factor, so that it is the same for every order.
    pub fn of(design: &Design, counted: &Counted, statistic: Statistic) -> Self {
        let standard = Standardised::of(&counted.cells);
        let (scaled, logged, sd) = (&standard.values, &standard.logged, standard.sd);
        let beside = design.beside();
        let noise = match statistic {
            Statistic::Whitened => noise::fit(scaled, logged, &beside),
            Statistic::Slope | Statistic::Difference => Noise { phi: 0.0, eta: 0.0 },
        };
        let gains = KalmanGains::new(noise, logged);
        let basis = Basis::of(beside.iter().map(|column| gains.whiten(column)).collect());
        let projected = |column: &[f64]| {
            let mut column = gains.whiten(column);
            basis.project_out(&mut column);
            column
        };
        let of_period = |period: usize| -> Vec<f64> {
            (0..design.days()).map(|day| f64::from(u8::from(design.period(day) == period))).collect()
        };
        let outcome = projected(scaled);
        let columns: Vec<Vec<f64>> = counted.kept.iter().map(|period| projected(&of_period(*period))).collect();
        let along = match statistic {
            Statistic::Difference => {
                counted.kept.iter().map(|period| period_mean(design, logged, scaled, *period)).collect()
            }
            Statistic::Whitened | Statistic::Slope => columns.iter().map(|column| dot(column, &outcome)).collect(),
        };
        let products: Vec<f64> = columns.iter().flat_map(|a| columns.iter().map(|b| dot(a, b))).collect();
        let all: f64 = columns.iter().map(|column| dot(column, column)).sum();
        Self { statistic, kept: counted.kept.clone(), along, products, least_square: LEAST_SQUARE * all, sd, noise }
    }

    /// The statistic of an order, with the outcome in standard deviations.
    pub fn value(&self, sequence: Sequence) -> f64 {
        let on: Vec<usize> = (0..self.kept.len()).filter(|at| sequence.is_on(self.kept[*at])).collect();
        let sum: f64 = on.iter().map(|at| self.along[*at]).sum();
        if self.statistic == Statistic::Difference {
            let off = self.kept.len() - on.len();
            let rest = self.along.iter().sum::<f64>() - sum;
            return if on.is_empty() || off == 0 { 0.0 } else { sum / on.len() as f64 - rest / off as f64 };
        }
        let row = |at: usize| &self.products[at * self.kept.len()..(at + 1) * self.kept.len()];
        let square: f64 = on.iter().map(|a| on.iter().map(|b| row(*a)[*b]).sum::<f64>()).sum();
        match self.statistic {
            _ if square <= self.least_square => 0.0,
            Statistic::Whitened => sum / square.sqrt(),
            Statistic::Slope | Statistic::Difference => sum / square,
        }
    }

    /// The statistic of an order as it is shown: in the unit of the outcome, or without unit if whitened.
    pub fn shown(&self, sequence: Sequence) -> f64 {
        match self.statistic {
            Statistic::Whitened => self.value(sequence),
            Statistic::Slope | Statistic::Difference => self.value(sequence) * self.sd,
        }
    }
}

fn period_mean(design: &Design, logged: &[bool], values: &[f64], period: usize) -> f64 {
    let days = period * design.days_per_period()..(period + 1) * design.days_per_period();
    let of_period: Vec<f64> = days.filter(|day| logged[*day]).map(|day| values[day]).collect();
    of_period.iter().sum::<f64>() / of_period.len() as f64
}
