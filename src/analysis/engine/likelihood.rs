//! The restricted likelihood from products of columns, and an approximation of it that costs next to nothing.
//!
//! Exact: one pass whitens all columns side by side and sums their products; a Cholesky factor of these gives the squared
//! residual and the determinant. Where the columns are so alike that products lose too many digits there is no answer, and the
//! caller takes the slow way.
//!
//! Approximate: the slopes of another point of the grid leave nearly the same residual, since the columns are smooth (Grenander
//! 1954, doi:10.1214/aoms/1177728784), and the determinant follows the spectrum of the noise at the frequency of each column.

use super::cholesky::Factor;
use super::kalman::{KalmanGains, Noise};

/// A squared residual below this share of the outcome's has lost too many digits.
const LEAST_LEFT: f64 = 1e-9;

/// What one whole evaluation gives.
#[derive(Debug, Clone)]
pub struct Exact {
    /// The restricted log-likelihood without its constants.
    pub value: f64,
    /// Slopes of the outcome on the columns.
    pub slopes: Vec<f64>,
    /// Factor of the whitened columns' products.
    pub factor: Factor,
}

/// The columns and the outcome, a row a calendar day.
pub struct Likelihood<'a> {
    logged: &'a [bool],
    /// Row after row: the nuisance columns, then the outcome.
    rows: Vec<f64>,
    width: usize,
    logged_days: usize,
    /// Product of neighbouring days of each nuisance column, as a share of its square: the cosine of its frequency.
    cosines: Vec<f64>,
}

impl<'a> Likelihood<'a> {
    /// Prepares one outcome. All columns hold one value a calendar day.
    pub fn new(outcome: &[f64], logged: &'a [bool], nuisance: &[impl AsRef<[f64]>]) -> Self {
        let width = nuisance.len() + 1;
        let mut rows = vec![0.0; logged.len() * width];
        for (day, row) in rows.chunks_exact_mut(width).enumerate() {
            for (cell, column) in row.iter_mut().zip(nuisance) {
                *cell = column.as_ref()[day];
            }
            row[width - 1] = outcome[day];
        }
        let cosine = |column: &[f64]| {
            let next: f64 = column.iter().zip(column.iter().skip(1)).map(|(a, b)| a * b).sum();
            let square: f64 = column.iter().map(|value| value * value).sum();
            (next / square.max(1e-300)).clamp(-1.0, 1.0)
        };
        let cosines = nuisance.iter().map(|column| cosine(column.as_ref())).collect();
        let logged_days = logged.iter().filter(|logged| **logged).count();
        Self { logged, rows, width, logged_days, cosines }
    }

    /// The likelihood at a point of the grid; `None` if products are not accurate enough.
    pub fn at(&self, noise: Noise) -> Option<Exact> {
        let gains = KalmanGains::new(noise, self.logged);
        let last = self.width - 1;
        let products = self.products(&gains);
        let mut slopes = products[last * self.width..last * self.width + last].to_vec();
        let whole = products[last * self.width + last];
        let factor = Factor::of(products, last, self.width)?;
        factor.forward(&mut slopes);
        let left = whole - super::dot(&slopes, &slopes);
        if left.is_nan() || left <= LEAST_LEFT * whole {
            return None;
        }
        factor.backward(&mut slopes);
        let free = self.logged_days as f64 - last as f64;
        let value = -0.5 * (free * (left / free).ln() + gains.log_determinant + factor.log_determinant());
        Some(Exact { value, slopes, factor })
    }

    /// The factor of the whitened nuisance; `None` if products are not accurate enough.
    pub fn factor(&self, gains: &KalmanGains) -> Option<Factor> {
        Factor::of(self.products(gains), self.width - 1, self.width)
    }

    /// Products of all whitened columns with each other: the lower triangle, row after row.
    fn products(&self, gains: &KalmanGains) -> Vec<f64> {
        const TOGETHER: usize = 4;
        let width = self.width;
        let mut products = vec![0.0; width * width];
        let mut buffer = vec![0.0; TOGETHER * width];
        let mut filled = 0;
        gains.whiten_all(&self.rows, width, |row| {
            buffer[filled * width..(filled + 1) * width].copy_from_slice(row);
            filled += 1;
            if filled == TOGETHER {
                add_products(&mut products, &buffer, width);
                filled = 0;
            }
        });
        buffer[filled * width..].fill(0.0);
        add_products(&mut products, &buffer, width);
        products
    }

    /// What the columns leave of the outcome, one value a calendar day, with these slopes.
    pub fn left(&self, slopes: &[f64]) -> Vec<f64> {
        let last = self.width - 1;
        let left = |row: &[f64]| row[last] - super::dot(&row[..last], slopes);
        self.rows.chunks_exact(self.width).map(left).collect()
    }

    /// About what the columns leave of the outcome: each is taken out once, one after the other, which suffices where they are
    /// nearly orthogonal on the logged days.
    pub fn roughly_left(&self, outcome: &[f64], nuisance: &[impl AsRef<[f64]>]) -> Vec<f64> {
        let weights: Vec<f64> = self.logged.iter().map(|logged| f64::from(u8::from(*logged))).collect();
        let mut left: Vec<f64> = outcome.iter().zip(&weights).map(|(value, weight)| value * weight).collect();
        for column in nuisance {
            let column: Vec<f64> = column.as_ref().iter().zip(&weights).map(|(value, weight)| value * weight).collect();
            let share = super::dot(&column, &left) / super::dot(&column, &column).max(1e-300);
            super::add_scaled(&mut left, -share, &column);
        }
        left
    }

    /// The likelihood at every point, nearly, up to a constant. `left` is what any good slopes leave of the outcome.
    pub fn approximate(&self, left: &[f64], points: &[Noise]) -> Vec<f64> {
        let share = self.logged_days as f64 / self.logged.len() as f64;
        let free = self.logged_days as f64 - (self.width - 1) as f64;
        let value = |(noise, (square, log_determinant)): (&Noise, (f64, f64))| {
            let Noise { phi, eta } = *noise;
            // Missing days make the rest whiter, as noise of its own would.
            let spectrum = |cosine: &f64| {
                let whole = (1.0 - eta) * (1.0 - phi * phi) / (1.0 - 2.0 * phi * cosine + phi * phi) + eta;
                1.0 + share * (whole - 1.0)
            };
            // One logarithm for eight columns; the spectrum lies between 1/40 and 40.
            let columns: f64 =
                self.cosines.chunks(8).map(|cosines| cosines.iter().map(spectrum).product::<f64>().ln()).sum();
            -0.5 * (free * (square / free).ln() + log_determinant - columns)
        };
        points
            .chunks(POINTS)
            .flat_map(|points| points.iter().zip(innovations(points, self.logged, left)).map(value))
            .collect()
    }
}

/// Adds the products of some rows with themselves.
fn add_products(products: &mut [f64], buffer: &[f64], width: usize) {
    let (first, rest) = buffer.split_at(width);
    let (second, rest) = rest.split_at(width);
    let (third, fourth) = rest.split_at(width);
    for at in 0..width {
        let (a, b, c, d) = (first[at], second[at], third[at], fourth[at]);
        let sums = &mut products[at * width..=at * width + at];
        let rows = first.iter().zip(second).zip(third).zip(fourth);
        for (sum, (((w, x), y), z)) in sums.iter_mut().zip(rows) {
            *sum += (a * w + b * x) + (c * y + d * z);
        }
    }
}

/// Noise models that are worked out side by side.
const POINTS: usize = 8;
/// Logged days that share one logarithm; each has a factor between 0.04 and 1.
const DAYS_A_LOGARITHM: usize = 64;

/// Squared innovations of a series, summed, and the log determinant, as [`KalmanGains`] has them, for up to eight noise models.
fn innovations(points: &[Noise], logged: &[bool], series: &[f64]) -> [(f64, f64); POINTS] {
    let at = |lane: usize| points.get(lane).copied().unwrap_or(Noise { phi: 0.0, eta: 0.0 });
    let phi: [f64; POINTS] = std::array::from_fn(|lane| at(lane).phi);
    let eta: [f64; POINTS] = std::array::from_fn(|lane| at(lane).eta);
    let fresh: [f64; POINTS] = std::array::from_fn(|lane| (1.0 - phi[lane] * phi[lane]) * (1.0 - eta[lane]));
    let mut variance: [f64; POINTS] = std::array::from_fn(|lane| 1.0 - eta[lane]);
    let (mut state, mut square) = ([0.0; POINTS], [0.0; POINTS]);
    let (mut product, mut log_determinant) = ([1.0_f64; POINTS], [0.0; POINTS]);
    let mut days = 0;
    for (day, (is_logged, value)) in logged.iter().zip(series).enumerate() {
        if day > 0 {
            for lane in 0..POINTS {
                variance[lane] = phi[lane] * phi[lane] * variance[lane] + fresh[lane];
                state[lane] *= phi[lane];
            }
        }
        if !is_logged {
            continue;
        }
        for lane in 0..POINTS {
            let whole = variance[lane] + eta[lane];
            let inverse = 1.0 / whole;
            let gain = variance[lane] * inverse;
            let surprise = value - state[lane];
            square[lane] += surprise * surprise * inverse;
            state[lane] += gain * surprise;
            variance[lane] *= 1.0 - gain;
            product[lane] *= whole;
        }
        days += 1;
        if days % DAYS_A_LOGARITHM == 0 {
            for lane in 0..POINTS {
                log_determinant[lane] += product[lane].ln();
                product[lane] = 1.0;
            }
        }
    }
    std::array::from_fn(|lane| (square[lane], log_determinant[lane] + product[lane].ln()))
}
