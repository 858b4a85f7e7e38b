//! The restricted likelihood from products of columns, and an approximation of it that costs next to nothing.
//!
//! Exact: one pass whitens all columns side by side and sums their products; a Cholesky factor of these gives the squared
//! residual and the determinant. Where the columns are so alike that products lose too many digits there is no answer, and the
//! caller takes the slow way.
//!
//! Approximate: the slopes of another point of the grid leave nearly the same residual, since the columns are smooth (Grenander
//! 1954, doi:10.1214/aoms/1177728784), and the determinant follows the spectrum of the noise at the frequency of each column.

use super::kalman::{Gains, Noise};

/// A squared length that shrinks below this share has lost too many digits.
const LEAST_PIVOT: f64 = 1e-9;

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
    pub fn new(outcome: &[f64], logged: &'a [bool], nuisance: &[Vec<f64>]) -> Self {
        let width = nuisance.len() + 1;
        let mut rows = vec![0.0; logged.len() * width];
        for (day, row) in rows.chunks_exact_mut(width).enumerate() {
            for (cell, column) in row.iter_mut().zip(nuisance) {
                *cell = column[day];
            }
            row[width - 1] = outcome[day];
        }
        let cosine = |column: &Vec<f64>| {
            let next: f64 = column.iter().zip(column.iter().skip(1)).map(|(a, b)| a * b).sum();
            let square: f64 = column.iter().map(|value| value * value).sum();
            (next / square.max(1e-300)).clamp(-1.0, 1.0)
        };
        let logged_days = logged.iter().filter(|logged| **logged).count();
        Self { logged, rows, width, logged_days, cosines: nuisance.iter().map(cosine).collect() }
    }

    /// The likelihood at a point of the grid and the slopes of the columns; `None` if products are not accurate enough.
    pub fn at(&self, noise: Noise) -> Option<(f64, Option<Vec<f64>>)> {
        let gains = Gains::new(noise, self.logged);
        let width = self.width;
        let mut products = self.products(&gains);
        let last = width - 1;
        let mut log_determinant = 0.0;
        for at in 0..width {
            let (above, rest) = products.split_at_mut(at * width);
            let row = &mut rest[..=at];
            let whole = row[at];
            for column in 0..at {
                let earlier = &above[column * width..column * width + column];
                let sum: f64 = row.iter().zip(earlier).map(|(a, b)| a * b).sum();
                row[column] = (row[column] - sum) / above[column * width + column];
            }
            let left = whole - row[..at].iter().map(|value| value * value).sum::<f64>();
            if left.is_nan() || left <= LEAST_PIVOT * whole {
                return None;
            }
            if at == last {
                row[at] = left;
            } else {
                log_determinant += left.ln();
                row[at] = left.sqrt();
            }
        }
        let left = products[last * width + last];
        let mut slopes = products[last * width..last * width + last].to_vec();
        for at in (0..last).rev() {
            slopes[at] /= products[at * width + at];
            let slope = slopes[at];
            for (earlier, share) in slopes[..at].iter_mut().zip(&products[at * width..at * width + at]) {
                *earlier -= slope * share;
            }
        }
        let free = (self.logged_days - last) as f64;
        let value = -0.5 * (free * (left / free).ln() + gains.log_determinant + log_determinant);
        Some((value, Some(slopes)))
    }

    /// Products of all whitened columns with each other: the lower triangle, row after row.
    fn products(&self, gains: &Gains) -> Vec<f64> {
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

    /// The likelihood at every point, nearly, up to a constant. `slopes` are those of any point.
    pub fn approximate(&self, slopes: Option<&[f64]>, points: &[Noise]) -> Vec<f64> {
        let last = self.width - 1;
        let zero = vec![0.0; last];
        let slopes = slopes.unwrap_or(&zero);
        let residual: Vec<f64> = self
            .rows
            .chunks_exact(self.width)
            .map(|row| row[last] - row.iter().zip(slopes).map(|(value, slope)| value * slope).sum::<f64>())
            .collect();
        let share = self.logged_days as f64 / self.logged.len() as f64;
        let free = self.logged_days as f64 - last as f64;
        let value = |noise: &Noise| {
            let (square, log_determinant) = innovations(*noise, self.logged, &residual);
            let Noise { phi, eta } = *noise;
            // Missing days make the rest whiter, as noise of its own would.
            let spectrum = |cosine: &f64| {
                let whole = (1.0 - eta) * (1.0 - phi * phi) / (1.0 - 2.0 * phi * cosine + phi * phi) + eta;
                (1.0 + share * (whole - 1.0)).ln()
            };
            let columns: f64 = self.cosines.iter().map(spectrum).sum();
            -0.5 * (free * (square / free).ln() + log_determinant - columns)
        };
        points.iter().map(value).collect()
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

/// Squared innovations of a series, summed, and the log determinant, as [`Gains`] has them.
fn innovations(noise: Noise, logged: &[bool], series: &[f64]) -> (f64, f64) {
    let Noise { phi, eta } = noise;
    let (mut variance, mut state, mut square) = (1.0 - eta, 0.0, 0.0);
    let (mut product, mut log_determinant) = (1.0_f64, 0.0);
    let (carried, fresh) = (phi * phi, (1.0 - phi * phi) * (1.0 - eta));
    for (day, (is_logged, value)) in logged.iter().zip(series).enumerate() {
        if day > 0 {
            variance = carried * variance + fresh;
            state *= phi;
        }
        if *is_logged {
            let whole = variance + eta;
            let inverse = 1.0 / whole;
            let gain = variance * inverse;
            let surprise = value - state;
            square += surprise * surprise * inverse;
            state += gain * surprise;
            variance *= 1.0 - gain;
            product *= whole;
            // One logarithm for many days; each factor lies between 0.04 and 1.
            if product < 1e-200 {
                log_determinant += product.ln();
                product = 1.0;
            }
        }
    }
    (square, log_determinant + product.ln())
}
