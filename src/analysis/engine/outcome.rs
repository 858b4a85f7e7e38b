//! One outcome with all its factors: its model, the test of a pair, and the size of an effect.

use std::sync::Arc;

use super::basis::Basis;
use super::combine::cauchy;
use super::gram::inverse_gram;
use super::kalman::{KalmanGains, Noise};
use super::lag_block::{Adjoint, LagBlock, square, take_out};
use super::lanes::LANES;
use super::low_frequency_cosines::LowFrequencyCosines;
use super::noise::Fit;
use super::nuisance::Nuisance;
use super::projection::Projection;
use super::standardised::Standardised;
use super::student_t::StudentT;
use super::windows::{WEIGHTS, WINDOWS, Window};
use super::{Cells, dot, noise};

/// Residuals are clipped at this many standard deviations.
const CLIP: f64 = 3.0;
/// A window that keeps less than this share of its square is taken for nothing.
const LEAST_LEFT: f64 = 1e-3;

/// A factor at one window.
pub type Term = (usize, usize);

/// The test of a pair.
#[derive(Debug, Clone, PartialEq)]
pub struct Tested {
    /// p of the pair, all windows combined.
    pub p: f64,
    /// t of each window.
    pub t: Vec<f64>,
}

impl Tested {
    /// The window with the largest |t|; of equals the first.
    pub fn best(&self) -> usize {
        let mut best = 0;
        for (index, t) in self.t.iter().enumerate() {
            if t.abs() > self.t[best].abs() {
                best = index;
            }
        }
        best
    }
}

/// Columns that are given: their adjoints and their products with the residual.
pub(super) struct ConditioningSet {
    columns: Vec<(Adjoint, f64)>,
    conditioned: usize,
}

/// One outcome with all its factors.
#[derive(Debug, Clone)]
pub struct Outcome {
    /// One a factor; `None` once it is known that the factor is not claimed.
    blocks: Vec<Option<LagBlock>>,
    start: usize,
    gains: KalmanGains,
    nuisance: Projection,
    residual: Vec<f64>,
    df: f64,
    /// Standard deviation of the logged days (population).
    pub sd: f64,
    /// The noise model.
    pub noise: Noise,
    /// Logged days.
    pub days_used: usize,
    /// Columns of the nuisance.
    pub nuisance_columns: usize,
}

impl Outcome {
    /// Prepares an outcome, or the part of it from a day on with a model of its own. `cells` and `weekday` begin on that day;
    /// `factors` are filled, one value a day, and begin with the diary, so that the first days have their lags. `further` are
    /// nuisance columns beside the usual ones, of which the cosines are handed in, since outcomes share them. `go_on` is asked between factors and within the longest steps; `None` if it
    /// says no.
    pub fn from_day(
        start: usize,
        cells: &Cells,
        weekday: usize,
        factors: &[&[f64]],
        further: &[Vec<f64>],
        cosines: Arc<LowFrequencyCosines>,
        go_on: &dyn Fn() -> bool,
    ) -> Option<Self> {
        let standard = Standardised::of(cells);
        let (scaled, logged, n) = (&standard.values, &standard.logged, standard.days);
        let nuisance = Nuisance::new(weekday, n, cosines, further.to_vec());
        let columns = nuisance.columns();
        let nuisance_columns = columns.len();
        let Fit { noise, factor } = noise::fit_while(scaled, logged, &columns, go_on)?;
        let gains = KalmanGains::new(noise, logged);
        let nuisance = Projection::new(nuisance, factor, logged, &gains);
        let mut residual = gains.whiten(scaled);
        nuisance.project_out(&mut residual, &gains);
        clip(&mut residual);
        nuisance.project_out(&mut residual, &gains);
        let residual_adjoint = Adjoint::new(&residual, start, &gains);
        let mut rows = vec![[0.0; LANES]; cells.len()];
        let mut blocks = Vec::with_capacity(factors.len());
        for factor in factors {
            if !go_on() {
                return None;
            }
            let mean = factor.iter().sum::<f64>() / factor.len() as f64;
            let centred: Vec<f64> = factor.iter().map(|value| value - mean).collect();
            blocks.push(Some(LagBlock::new(&centred, start, &gains, &nuisance, &residual_adjoint, &mut rows)));
        }
        // Two more degrees of freedom for phi and eta.
        let df = n as f64 - nuisance_columns as f64 - 2.0;
        let (sd, days_used) = (standard.sd, n);
        Some(Self { blocks, start, gains, nuisance, residual, df, sd, noise, days_used, nuisance_columns })
    }

    /// Number of factors.
    pub(super) fn factors(&self) -> usize {
        self.blocks.len()
    }

    /// Lets go of what is kept for factors that are not claimed.
    pub fn keep(&mut self, claimed: impl Fn(usize) -> bool) {
        for (factor, block) in self.blocks.iter_mut().enumerate() {
            if !claimed(factor) {
                *block = None;
            }
        }
    }

    /// The whitened column of a term, the nuisance taken out.
    pub fn column(&self, (factor, window): Term) -> Vec<f64> {
        match &self.blocks[factor] {
            Some(block) => block.column(WINDOWS[window], self.start, &self.gains, &self.nuisance),
            None => vec![0.0; self.residual.len()],
        }
    }

    /// What is given when a factor is tested: the columns of some terms, orthonormal.
    pub(super) fn conditioning_set(&self, terms: &[Term]) -> ConditioningSet {
        let basis = Basis::of(terms.iter().map(|term| self.column(*term)).collect());
        let adjoint = |column: &Vec<f64>| Adjoint::new(column, self.start, &self.gains);
        let along = |column: &Vec<f64>| (adjoint(column), dot(column, &self.residual));
        ConditioningSet { columns: basis.columns().iter().map(along).collect(), conditioned: terms.len() }
    }

    /// Tests a factor given other terms.
    pub fn pair(&self, factor: usize, conditioning_set: &[Term]) -> Tested {
        self.pair_conditional(factor, &self.conditioning_set(conditioning_set))
    }

    /// Tests a factor given columns.
    pub(super) fn pair_conditional(&self, factor: usize, conditioning_set: &ConditioningSet) -> Tested {
        let Some(block) = &self.blocks[factor] else { return Tested { p: 1.0, t: vec![0.0; WINDOWS.len()] } };
        let mut products = *block.along();
        let mut band = *block.band();
        let mut residual_square = dot(&self.residual, &self.residual);
        if !conditioning_set.columns.is_empty() {
            let shares: Vec<_> = conditioning_set.columns.iter().map(|(column, _)| block.products(column)).collect();
            for ((_, along), share) in conditioning_set.columns.iter().zip(&shares) {
                residual_square -= along * along;
                for (product, share) in products.iter_mut().zip(share) {
                    *product -= along * share;
                }
            }
            for (offset, sums) in band.iter_mut().enumerate() {
                take_out(sums, &shares, offset);
            }
        }
        let df = (self.df - conditioning_set.conditioned as f64).max(5.0);
        let t: Vec<f64> = WINDOWS
            .iter()
            .map(|window| {
                let along: f64 = products[window.lag..window.lag + window.width].iter().sum();
                t_value(along, square(&band, *window), square(block.band(), *window), residual_square, df)
            })
            .collect();
        let tail = StudentT::new(df);
        let p = cauchy(t.iter().map(|t| tail.two_sided(*t)), WEIGHTS.iter().copied());
        Tested { p, t }
    }

    /// One window for each claimed factor: the largest |t| given the windows of the others, in two rounds.
    pub fn choose_windows(&self, claimed: &[usize]) -> Vec<Term> {
        let mut chosen: Vec<Option<usize>> = vec![None; claimed.len()];
        for _ in 0..2 {
            for (at, factor) in claimed.iter().enumerate() {
                let others: Vec<Term> = claimed
                    .iter()
                    .zip(&chosen)
                    .enumerate()
                    .filter(|(index, _)| *index != at)
                    .filter_map(|(_, (other, window))| Some((*other, (*window)?)))
                    .collect();
                chosen[at] = Some(self.pair(*factor, &others).best());
            }
        }
        claimed.iter().zip(chosen).filter_map(|(factor, window)| Some((*factor, window?))).collect()
    }

    /// One joint regression of all columns of terms: slope and standard error of each in outcome units a factor unit, and the
    /// degrees of freedom.
    pub fn regress(&self, columns: &[Vec<f64>]) -> (Vec<(f64, f64)>, f64) {
        let inverse = inverse_gram(columns);
        let along: Vec<f64> = columns.iter().map(|column| dot(column, &self.residual)).collect();
        let slopes: Vec<f64> = inverse.iter().map(|row| dot(row, &along)).collect();
        let mut residual = self.residual.clone();
        for (column, slope) in columns.iter().zip(&slopes) {
            super::add_scaled(&mut residual, -slope, column);
        }
        let df = (self.df - columns.len() as f64 + 1.0).max(5.0);
        let variance = dot(&residual, &residual) / df;
        let answers = slopes
            .iter()
            .enumerate()
            .map(|(at, slope)| (slope * self.sd, (inverse[at][at] * variance).sqrt() * self.sd))
            .collect();
        (answers, df)
    }

    /// The window of a term.
    pub fn window(term: Term) -> Window {
        WINDOWS[term.1]
    }
}

fn t_value(along: f64, square: f64, square_before: f64, residual_square: f64, df: f64) -> f64 {
    if square <= LEAST_LEFT * square_before {
        return 0.0;
    }
    let r2 = (along * along / square.max(1e-12) / residual_square.max(1e-12)).min(1.0 - 1e-12);
    along.signum() * (r2 * df / (1.0 - r2)).sqrt()
}

fn clip(residual: &mut [f64]) {
    let n = residual.len() as f64;
    let mean = residual.iter().sum::<f64>() / n;
    let sd = (residual.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / n).sqrt();
    for value in residual.iter_mut() {
        *value = value.clamp(-CLIP * sd, CLIP * sd);
    }
}
