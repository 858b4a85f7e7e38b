//! Whitening: one Kalman pass over calendar days turns autocorrelated noise into independent innovations.
//!
//! The noise is a first-order autoregression with coefficient phi and variance 1 - eta, plus white noise of variance eta. The
//! pass equals multiplying by the inverse Cholesky factor of the correlation matrix of the logged days, and it is causal: what
//! comes out on a day depends on days up to it only.

/// A noise model on the grid.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Noise {
    /// Share carried over from one day to the next, 0 to 0.95.
    pub phi: f64,
    /// Share of the variance that is white, 0 to 0.75.
    pub eta: f64,
}

/// What the pass does on one day.
#[derive(Debug, Clone, Copy)]
struct Step {
    logged: bool,
    gain: f64,
    scale: f64,
}

/// The gains of a noise model for a pattern of logged days; the same for every column.
#[derive(Debug, Clone)]
pub struct KalmanGains {
    phi: f64,
    steps: Vec<Step>,
    /// Logarithm of the determinant of the correlation matrix.
    pub log_determinant: f64,
    logged: usize,
}

impl KalmanGains {
    /// The gains for a pattern of logged days.
    pub fn new(noise: Noise, logged: &[bool]) -> Self {
        let Noise { phi, eta } = noise;
        let mut variance = 1.0 - eta;
        let mut log_determinant = 0.0;
        let mut steps = Vec::with_capacity(logged.len());
        for (day, is_logged) in logged.iter().enumerate() {
            if day > 0 {
                variance = phi * phi * variance + (1.0 - phi * phi) * (1.0 - eta);
            }
            let whole = variance + eta;
            if *is_logged {
                let gain = variance / whole;
                steps.push(Step { logged: true, gain, scale: 1.0 / whole.sqrt() });
                variance *= 1.0 - gain;
                log_determinant += whole.ln();
            } else {
                steps.push(Step { logged: false, gain: 0.0, scale: 0.0 });
            }
        }
        let logged = logged.iter().filter(|logged| **logged).count();
        Self { phi, steps, log_determinant, logged }
    }

    /// Number of logged days.
    pub fn rows(&self) -> usize {
        self.logged
    }

    /// Whitens one column of calendar days; gives one number a logged day.
    pub fn whiten(&self, column: &[f64]) -> Vec<f64> {
        let mut state = 0.0;
        let mut out = Vec::with_capacity(self.logged);
        for (step, value) in self.steps.iter().zip(column) {
            state *= self.phi;
            if step.logged {
                let surprise = value - state;
                state += step.gain * surprise;
                out.push(surprise * step.scale);
            }
        }
        out
    }

    /// Whitens columns that lie side by side, `width` values a calendar day; `take` gets each logged day's row.
    pub fn whiten_all(&self, rows: &[f64], width: usize, mut take: impl FnMut(&[f64])) {
        let mut state = vec![0.0; width];
        let mut out = vec![0.0; width];
        for (step, row) in self.steps.iter().zip(rows.chunks_exact(width)) {
            for value in &mut state {
                *value *= self.phi;
            }
            if step.logged {
                for ((out, state), value) in out.iter_mut().zip(&mut state).zip(row) {
                    let surprise = value - *state;
                    *state += step.gain * surprise;
                    *out = surprise * step.scale;
                }
                take(&out);
            }
        }
    }

    /// Whitens `N` columns side by side; `row` gives their values on a calendar day, `take` gets each logged day's.
    pub fn whiten_rows<const N: usize>(&self, row: impl Fn(usize) -> [f64; N], mut take: impl FnMut(usize, &[f64; N])) {
        let mut state = [0.0; N];
        for (day, step) in self.steps.iter().enumerate() {
            for value in &mut state {
                *value *= self.phi;
            }
            if step.logged {
                let mut surprise = row(day);
                for lane in 0..N {
                    surprise[lane] -= state[lane];
                    state[lane] += step.gain * surprise[lane];
                    surprise[lane] *= step.scale;
                }
                take(day, &surprise);
            }
        }
    }

    /// The same pass turned round: gives for each logged day what a vector's product with a whitened column takes from the
    /// column on that day. `vector` has one number a logged day.
    pub fn adjoint(&self, vector: &[f64]) -> Vec<(usize, f64)> {
        let mut carried = 0.0;
        let mut out = Vec::with_capacity(self.logged);
        let mut weights = vector.iter().rev();
        for (day, step) in self.steps.iter().enumerate().rev() {
            if step.logged {
                let taken = weights.next().copied().unwrap_or(0.0) * step.scale + step.gain * carried;
                out.push((day, taken));
                carried -= taken;
            }
            carried *= self.phi;
        }
        out.reverse();
        out
    }

    /// As [`adjoint`](Self::adjoint) for `N` vectors side by side, one row a calendar day, in place; days that are not logged
    /// become 0.
    pub fn adjoint_rows<const N: usize>(&self, rows: &mut [[f64; N]]) {
        let mut carried = [0.0; N];
        for (step, row) in self.steps.iter().zip(rows).rev() {
            if step.logged {
                for lane in 0..N {
                    row[lane] = row[lane] * step.scale + step.gain * carried[lane];
                    carried[lane] -= row[lane];
                }
            } else {
                *row = [0.0; N];
            }
            for value in &mut carried {
                *value *= self.phi;
            }
        }
    }
}
