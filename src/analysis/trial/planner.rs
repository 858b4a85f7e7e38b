//! The planner: what a design could find, said before its first day. Trials with the person's own noise are made up and judged as
//! a real one would be; the share of them with a difference is the power. All from a seed, so that the same design always says
//! the same.

use super::belief::normal_below;
use super::design::{Design, build_up};
use super::error::Inconclusive;
use super::looks::Drawn;
use super::periods::Statistic;
use super::randomisation::LEVEL;
use super::sequence::Sequence;
use super::side_test::SideTest;
use super::verdict::{Method, shows_difference};
use crate::analysis::engine::basis::Basis;
use crate::analysis::engine::gram::inverse_gram;
use crate::analysis::engine::kalman::{KalmanGains, Noise};
use crate::analysis::engine::student_t::StudentT;
use crate::analysis::engine::{Cells, dot, noise};
use crate::rng::Rng;

/// Trials that are made up.
pub const TRIALS: usize = 400;
/// Trials of which the closed form takes the mean.
const CLOSED_TRIALS: usize = 40;
/// Days from which a person's noise is taken.
pub const NOISE_DAYS: usize = 90;
/// Logged days of them that are needed.
pub const LEAST_NOISE_DAYS: usize = 28;
/// A usual person.
const USUAL_NOISE: Noise = Noise { phi: 0.5, eta: 0.2 };
const USUAL_MISSING: f64 = 0.15;
/// Orders that a made-up trial is compared with: enough to tell the power, and soon done. A real one is compared with all.
const MOST_ORDERS: usize = 999;
/// Streams of chance.
const OF_TRIALS: u64 = 21;
const OF_ORDERS: u64 = 22;

/// How an outcome moves by itself.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OwnNoise {
    /// Its memory.
    pub noise: Noise,
    /// Standard deviation beside one line, in the unit of the outcome.
    pub sd: f64,
    /// Share of days that are not logged.
    pub missing: f64,
    /// Logged days it was taken from; 0 if it is that of a usual person.
    pub days: usize,
}

impl OwnNoise {
    /// From the last [`NOISE_DAYS`] of an outcome; `None` if too few are logged or it never changed.
    pub fn of(before: &Cells) -> Option<Self> {
        let last = &before[before.len().saturating_sub(NOISE_DAYS)..];
        let cells: Vec<Option<f64>> = last.iter().map(|cell| cell.filter(|value| value.is_finite())).collect();
        // Before its first answer the outcome was not yet followed.
        let cells = &cells[cells.iter().position(Option::is_some)?..];
        let logged: Vec<bool> = cells.iter().map(Option::is_some).collect();
        let values: Vec<f64> = cells.iter().flatten().copied().collect();
        let days = values.len();
        if days < LEAST_NOISE_DAYS || values.iter().all(|value| *value == values[0]) {
            return None;
        }
        let line: Vec<f64> = (0..cells.len()).map(|day| day as f64 / cells.len() as f64).collect();
        let columns = [vec![1.0; cells.len()], line];
        let mean = values.iter().sum::<f64>() / days as f64;
        let centred: Vec<f64> = cells.iter().map(|cell| cell.map_or(0.0, |value| value - mean)).collect();
        let straight = KalmanGains::new(Noise { phi: 0.0, eta: 0.0 }, &logged);
        let beside = Basis::of(columns.iter().map(|column| straight.whiten(column)).collect());
        let mut rest = straight.whiten(&centred);
        let whole = dot(&rest, &rest);
        beside.project_out(&mut rest);
        let square = dot(&rest, &rest);
        if square <= 1e-12 * whole {
            return None;
        }
        let noise = noise::fit(&centred, &logged, &columns);
        let missing = 1.0 - days as f64 / cells.len() as f64;
        Some(Self { noise, sd: (square / (days as f64 - 2.0)).sqrt(), missing, days })
    }

    /// That of a usual person, where too little is logged to know better. `sd` in the unit of the outcome.
    pub fn usual(sd: f64) -> Self {
        Self { noise: USUAL_NOISE, sd, missing: USUAL_MISSING, days: 0 }
    }

    /// One made-up trial: noise, missing days, and a difference between on and off.
    fn trial(&self, exposure: Vec<f64>, difference: f64, rng: &mut Rng) -> Vec<Option<f64>> {
        let Noise { phi, eta } = self.noise;
        let (lasting, fresh) = ((1.0 - eta).sqrt(), (1.0 - phi * phi).sqrt());
        let mut state = rng.gauss();
        let day = |(day, on): (usize, f64)| {
            if day > 0 {
                state = phi * state + fresh * rng.gauss();
            }
            let noise = lasting * state + eta.sqrt() * rng.gauss();
            let value = self.sd * noise + difference * on;
            (!rng.chance(self.missing)).then_some(value)
        };
        exposure.into_iter().enumerate().map(day).collect()
    }
}

/// What a design could find.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Forecast {
    /// Share of made-up trials whose verdict was a difference.
    pub power: f64,
    /// Share of which too little was logged to say anything.
    pub cannot_say: f64,
    /// Days of the trial.
    pub days: usize,
    /// Days that it takes on average; fewer where looks on the way may end it.
    pub mean_days: f64,
}

/// What a design could find of a difference between on and off, in the unit of the outcome, from [`TRIALS`] made-up trials judged
/// by a statistic, each against at most [`MOST_ORDERS`] orders. `go_on` is asked between them, and `None` comes back if it says no.
pub fn forecast(
    design: &Design,
    own: &OwnNoise,
    difference: f64,
    seed: u64,
    go_on: &dyn Fn() -> bool,
) -> Option<Forecast> {
    let orders = some_orders(design, seed)?;
    forecast_among(&orders, (Statistic::Whitened, 0.0), design, own, difference, seed, go_on)
}

/// The same for a factor of which half comes or goes in a half-life, in days, judged by the statistic that looks for it.
pub fn forecast_lingering(
    design: &Design,
    own: &OwnNoise,
    (difference, half_life_days): (f64, f64),
    seed: u64,
    go_on: &dyn Fn() -> bool,
) -> Option<Forecast> {
    let orders = some_orders(design, seed)?;
    forecast_among(&orders, (Statistic::CarryOver, half_life_days), design, own, difference, seed, go_on)
}

/// Orders to compare made-up trials with, at most [`MOST_ORDERS`], in an order of chance.
fn some_orders(design: &Design, seed: u64) -> Option<Vec<Sequence>> {
    let mut orders = design.randomisation().compared(seed).ok()?;
    let mut rng = Rng::new(seed, OF_ORDERS);
    for place in 0..orders.len().min(MOST_ORDERS) {
        let other = place + rng.below(orders.len() - place);
        orders.swap(place, other);
    }
    orders.truncate(MOST_ORDERS);
    Some(orders)
}

/// The same for a trial that is looked at after some numbers of periods, the last of them its end. It ends at the first look that
/// finds a difference or is hopeless.
pub fn forecast_looked_at(
    design: &Design,
    own: &OwnNoise,
    (difference, half_life_days): (f64, f64),
    after: &[usize],
    seed: u64,
    go_on: &dyn Fn() -> bool,
) -> Option<Forecast> {
    let orders = some_orders(design, seed)?;
    let statistic = if half_life_days > 0.0 { Statistic::CarryOver } else { Statistic::Whitened };
    let method = Method { statistic, covariates: &[] };
    made_up(design.days(), seed, go_on, |rng| {
        let sequence = *rng.pick(&orders)?;
        let cells = own.trial(design.exposure(sequence, half_life_days), difference, rng);
        let staged = Drawn { orders: &orders, method, design, sequence, cells: &cells }.staged(after, true);
        Some(staged.map(|staged| (staged.verdict.is_difference(), design.days_of(staged.periods).start)))
    })
}

/// The same for two sides of which one is treated for long, judged by the size of their difference.
pub fn forecast_sides(
    test: SideTest,
    own: &OwnNoise,
    (difference, half_life_days): (f64, f64),
    seed: u64,
    go_on: &dyn Fn() -> bool,
) -> Option<Forecast> {
    made_up(test.days(), seed, go_on, |rng| {
        let one_first = rng.chance(0.5);
        let cells = own.trial(build_up(test.treated(one_first), half_life_days), difference, rng);
        Some(test.judge(one_first, &cells).map(|(verdict, _)| (verdict.is_difference(), test.days())))
    })
}

fn forecast_among(
    orders: &[Sequence],
    (statistic, half_life_days): (Statistic, f64),
    design: &Design,
    own: &OwnNoise,
    difference: f64,
    seed: u64,
    go_on: &dyn Fn() -> bool,
) -> Option<Forecast> {
    made_up(design.days(), seed, go_on, |rng| {
        let sequence = *rng.pick(orders)?;
        let cells = own.trial(design.exposure(sequence, half_life_days), difference, rng);
        let shown = shows_difference(orders, Method { statistic, covariates: &[] }, design, sequence, &cells);
        Some(shown.map(|is_difference| (is_difference, design.days())))
    })
}

/// Judges made-up trials of so many days. Each gives whether a difference was found and after how many days it ended, or that
/// nothing can be said, and then it lasts to its end.
fn made_up(
    days: usize,
    seed: u64,
    go_on: &dyn Fn() -> bool,
    trial: impl Fn(&mut Rng) -> Option<Result<(bool, usize), Inconclusive>>,
) -> Option<Forecast> {
    let mut rng = Rng::new(seed, OF_TRIALS);
    let (mut found, mut silent, mut lasted) = (0, 0, 0);
    for _ in 0..TRIALS {
        if !go_on() {
            return None;
        }
        if let Ok((is_difference, ended)) = trial(&mut rng)? {
            found += usize::from(is_difference);
            lasted += ended;
        } else {
            silent += 1;
            lasted += days;
        }
    }
    let share = |count: usize| count as f64 / TRIALS as f64;
    Some(Forecast { power: share(found), cannot_say: share(silent), days, mean_days: share(lasted) })
}

/// The power by a closed form, to compare many designs at once before one is looked at closely: the probability that a normal
/// number with the standard error of the difference lies further out than the interval of [`size`](super::size) reaches. The
/// usual 1.96 errors in place of Student's for a handful of periods would be far too hopeful.
pub fn pre_screen(design: &Design, own: &OwnNoise, difference: f64, seed: u64) -> f64 {
    let mut rng = Rng::new(seed, OF_TRIALS);
    let orders = design.randomisation().compared(seed).unwrap_or_default();
    let reach = |kept: usize| StudentT::new((kept as f64 - 3.0).max(1.0)).two_sided_inverse(LEVEL);
    let powers = (0..CLOSED_TRIALS).filter_map(|_| {
        let sequence = *rng.pick(&orders)?;
        let cells = own.trial(design.on(sequence), 0.0, &mut rng);
        let counted = design.counted(&cells).ok()?;
        let logged: Vec<bool> = counted.cells.iter().map(Option::is_some).collect();
        let gains = KalmanGains::new(own.noise, &logged);
        let [level, line] = design.beside();
        let columns = [level, design.on(sequence), line].map(|column| gains.whiten(&column));
        let error = own.sd * inverse_gram(&columns)[1][1].sqrt();
        Some(normal_below(difference.abs() / error - reach(counted.kept.len())))
    });
    powers.sum::<f64>() / CLOSED_TRIALS as f64
}
