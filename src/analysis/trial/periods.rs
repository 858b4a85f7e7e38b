//! A trial, period by period: the few numbers from which the statistic of any order follows.
//!
//! To compare thousands of orders, what a period adds is worked out once. Whitened and freed of what is beside the factor, a
//! column that is 1 on some periods is the sum of the columns of these periods, and so are its products. The same holds of what
//! lingers: exposure that builds up and fades is a sum over periods, too.

use super::design::{Counted, Design, build_up};
use super::sequence::Sequence;
use crate::analysis::engine::basis::Basis;
use crate::analysis::engine::dot;
use crate::analysis::engine::kalman::{KalmanGains, Noise};
use crate::analysis::engine::noise;
use crate::analysis::engine::standardised::Standardised;

/// A column whose square is at most this share of all says nothing about the factor.
const LEAST_SQUARE: f64 = 1e-9;
/// Half-lives of exposure that are tried, in days. The largest statistic counts, for every order alike, so that none is chosen
/// by its result.
const HALF_LIVES_DAYS: [f64; 4] = [0.0, 1.0, 2.0, 4.0];

/// What is compared between orders. All are 0 where on and off are alike, and above 0 where the outcome is higher on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Statistic {
    /// The slope of the factor beside one line, whitened and divided by its own deviation: what the verdict rests on. It has no
    /// unit.
    Whitened,
    /// The same for a factor that lingers: the furthest from 0 over exposures that build up and fade with half-lives of 0, 1, 2
    /// and 4 days. It needs no washout.
    CarryOver,
    /// The slope of the factor beside one line by least squares, in the unit of the outcome.
    Slope,
    /// Mean of the period means on less that of those off, in the unit of the outcome.
    Difference,
}

impl Statistic {
    fn half_lives_days(self) -> &'static [f64] {
        match self {
            Self::CarryOver => &HALF_LIVES_DAYS,
            Self::Whitened | Self::Slope | Self::Difference => &[0.0],
        }
    }

    fn is_whitened(self) -> bool {
        matches!(self, Self::Whitened | Self::CarryOver)
    }
}

/// The periods of a trial, ready to be compared.
#[derive(Debug, Clone)]
pub struct Periods {
    statistic: Statistic,
    kept: Vec<usize>,
    exposures: Vec<Exposure>,
    /// Standard deviation of the outcome: `along` is in this unit.
    sd: f64,
    /// The noise model that whitens; white for the other statistics.
    pub noise: Noise,
}

/// What each period adds if the factor fades with one half-life.
#[derive(Debug, Clone)]
struct Exposure {
    half_life_days: f64,
    /// One number a kept period: product with the outcome, or the mean.
    along: Vec<f64>,
    /// Products of the columns of the kept periods with each other, row after row.
    products: Vec<f64>,
    least_square: f64,
}

impl Periods {
    /// Prepares the days that count. The noise model is fitted without the factor, so that it is the same for every order.
    /// `covariates` were fixed before the first day; each has a number for every day of the trial.
    pub fn of(design: &Design, counted: &Counted, statistic: Statistic, covariates: &[Vec<f64>]) -> Self {
        let standard = Standardised::of(&counted.cells);
        let (scaled, logged, sd) = (&standard.values, &standard.logged, standard.sd);
        let beside: Vec<Vec<f64>> = design.beside().into_iter().chain(covariates.iter().cloned()).collect();
        let noise =
            if statistic.is_whitened() { noise::fit(scaled, logged, &beside) } else { Noise { phi: 0.0, eta: 0.0 } };
        let gains = KalmanGains::new(noise, logged);
        let basis = Basis::of(beside.iter().map(|column| gains.whiten(column)).collect());
        let projected = |column: &[f64]| {
            let mut column = gains.whiten(column);
            basis.project_out(&mut column);
            column
        };
        let outcome = projected(scaled);
        let exposure = |half_life_days: &f64| {
            let column = |period: &usize| projected(&exposed(design, *period, *half_life_days));
            let columns: Vec<Vec<f64>> = counted.kept.iter().map(column).collect();
            let along = match statistic {
                Statistic::Difference => {
                    counted.kept.iter().map(|period| period_mean(design, logged, scaled, *period)).collect()
                }
                _ => columns.iter().map(|column| dot(column, &outcome)).collect(),
            };
            let products = products(&columns);
            let all: f64 = columns.iter().map(|column| dot(column, column)).sum();
            Exposure { half_life_days: *half_life_days, along, products, least_square: LEAST_SQUARE * all }
        };
        let exposures = statistic.half_lives_days().iter().map(exposure).collect();
        Self { statistic, kept: counted.kept.clone(), exposures, sd, noise }
    }

    /// The statistic of an order, with the outcome in standard deviations.
    pub fn value(&self, sequence: Sequence) -> f64 {
        self.furthest(sequence).0
    }

    /// The half-life, in days, with which an order has its statistic.
    pub fn half_life_days(&self, sequence: Sequence) -> f64 {
        self.furthest(sequence).1
    }

    /// The statistic that lies furthest from 0, and its half-life; of some alike the shortest.
    fn furthest(&self, sequence: Sequence) -> (f64, f64) {
        let on: Vec<usize> = (0..self.kept.len()).filter(|at| sequence.is_on(self.kept[*at])).collect();
        let all = self.exposures.iter().map(|exposure| (self.of_exposure(exposure, &on), exposure.half_life_days));
        all.reduce(|best, next| if next.0.abs() > best.0.abs() { next } else { best }).unwrap_or_default()
    }

    fn of_exposure(&self, exposure: &Exposure, on: &[usize]) -> f64 {
        let Exposure { along, products, least_square, .. } = exposure;
        let sum: f64 = on.iter().map(|at| along[*at]).sum();
        if self.statistic == Statistic::Difference {
            let off = self.kept.len() - on.len();
            let rest = along.iter().sum::<f64>() - sum;
            return if on.is_empty() || off == 0 { 0.0 } else { sum / on.len() as f64 - rest / off as f64 };
        }
        let row = |at: usize| &products[at * self.kept.len()..(at + 1) * self.kept.len()];
        let square: f64 = on.iter().enumerate().map(|(place, a)| of_row(row(*a), *a, &on[..place])).sum();
        if square <= *least_square {
            0.0
        } else if self.statistic.is_whitened() {
            sum / square.sqrt()
        } else {
            sum / square
        }
    }

    /// The statistic of an order as it is shown: in the unit of the outcome, or without unit if whitened.
    pub fn shown(&self, sequence: Sequence) -> f64 {
        let unit = if self.statistic.is_whitened() { 1.0 } else { self.sd };
        self.value(sequence) * unit
    }
}

/// Products of columns with each other, row after row; both halves are alike.
fn products(columns: &[Vec<f64>]) -> Vec<f64> {
    let count = columns.len();
    let mut products = vec![0.0; count * count];
    for (a, one) in columns.iter().enumerate() {
        for (b, other) in columns[..=a].iter().enumerate() {
            let product = dot(one, other);
            products[a * count + b] = product;
            products[b * count + a] = product;
        }
    }
    products
}

/// What a period that is on adds to the square of all that are: with itself, and twice with each before it.
fn of_row(row: &[f64], at: usize, before: &[usize]) -> f64 {
    row[at] + 2.0 * before.iter().map(|other| row[*other]).sum::<f64>()
}

/// Exposure on each day of the trial if only one period is on: it rises towards 1 and falls to 0, half of the way in a half-life.
fn exposed(design: &Design, period: usize, half_life_days: f64) -> Vec<f64> {
    let on = design.days_of(period);
    build_up((0..design.days()).map(|day| f64::from(u8::from(on.contains(&day)))).collect(), half_life_days)
}

fn period_mean(design: &Design, logged: &[bool], values: &[f64], period: usize) -> f64 {
    let days = design.days_of(period);
    let of_period: Vec<f64> = days.filter(|day| logged[*day]).map(|day| values[day]).collect();
    of_period.iter().sum::<f64>() / of_period.len() as f64
}
