//! Slow cosines of a diary, and the products of many series with all of them at once.
//!
//! Ten years have 122 cosines, and their products with the fifteen lags of every factor would be most of a look. They cost a
//! third so: a cosine is the same, or the same with the other sign, read from the other end, so the series are folded in the
//! middle; and within 64 days so slow a cosine is a polynomial of degree 20 to twelve digits (Jacobi-Anger expansion, DLMF
//! 10.12.2 and 10.12.3), so the days of a block are summed up in 21 moments first.

use std::f64::consts::PI;
use std::sync::LazyLock;

use super::lanes::{LANES, Row, add_row};

/// Changes with a longer period than this are removed, in days.
const TREND_DAYS: f64 = 60.0;
/// Days of a block.
const BLOCK: usize = 64;
const HALF: usize = BLOCK / 2;
/// Chebyshev polynomials 0 to 20.
const TERMS: usize = 21;
const EVEN: usize = TERMS.div_ceil(2);
const ODD: usize = TERMS / 2;
/// Smaller coefficients change no digit that counts.
const LEAST_COEFFICIENT: f64 = 1e-14;
/// Points at which a polynomial is fitted: enough that none of its digits depends on them.
const NODES: u32 = 48;

/// cos(pi (t + 1/2) k / T) on the days t of a diary of T days, for k = 1 to one for every 30 days.
#[derive(Debug, Clone)]
pub struct LowFrequencyCosines {
    days: usize,
    columns: Vec<Vec<f64>>,
    /// cos(pi j / 2T) for every j up to 4T.
    turn: Vec<f64>,
    /// For each k the Chebyshev coefficients of its cosine and its sine about the middle of a block; none where the cosines are
    /// so few that every day costs less than its moments.
    about_middle: Vec<(Vec<f64>, Vec<f64>)>,
}

impl LowFrequencyCosines {
    /// The cosines of a diary; at least one. Below four weeks their products are not exact.
    pub fn new(days: usize) -> Self {
        let wanted = (2.0 * days as f64 / TREND_DAYS + 0.5).floor();
        let count = (1..=20_000_u32).take_while(|k| f64::from(*k) <= wanted).count().max(1);
        let turn: Vec<f64> = (0..4 * days).map(|step| (PI * step as f64 / (2 * days) as f64).cos()).collect();
        let cosine = |k: usize, halves: usize| turn[k * halves % (4 * days)];
        let columns = (1..=count).map(|k| (0..days).map(|day| cosine(k, 2 * day + 1)).collect()).collect();
        let blockwise = if count > TERMS { count } else { 0 };
        let about_middle = (1..=blockwise).map(|k| chebyshev(PI * k as f64 / days as f64 * HALF as f64)).collect();
        Self { days, columns, turn, about_middle }
    }

    /// Days of the diary.
    pub fn days(&self) -> usize {
        self.days
    }

    /// The cosines, one value a day.
    pub fn columns(&self) -> &[Vec<f64>] {
        &self.columns
    }

    /// cos(pi k halves / 2T); `halves` counts half days.
    fn cosine(&self, k: usize, halves: usize) -> f64 {
        self.turn[k * halves % self.turn.len()]
    }

    /// sin(pi k halves / 2T): the cosine a quarter turn, that is T steps, before.
    fn sine(&self, k: usize, halves: usize) -> f64 {
        self.turn[(k * halves + 3 * self.days) % self.turn.len()]
    }

    /// Adds the product of each lane with each cosine to `sums`, one row a cosine. `series` holds one row a day.
    pub fn add_products(&self, series: &[Row], sums: &mut [Row]) {
        let half = self.days.div_ceil(2);
        // Cosines of even k are the same from both ends, those of odd k change their sign.
        for (first, sign) in [(2, 1.0), (1, -1.0)] {
            let folded = |day: usize| -> Row {
                let (one, other) = (&series[day], &series[self.days - 1 - day]);
                // The day in the middle is folded onto itself.
                let sign = if 2 * day + 1 == self.days { (sign - 1.0) / 2.0 } else { sign };
                let mut row = *one;
                add_row(&mut row, sign, other);
                row
            };
            for start in (0..half).step_by(BLOCK) {
                let mut block = [[0.0; LANES]; BLOCK];
                for (row, day) in block.iter_mut().zip(start..half) {
                    *row = folded(day);
                }
                if self.about_middle.is_empty() {
                    for k in (first..=self.columns.len()).step_by(2) {
                        for (value, row) in self.columns[k - 1][start..half].iter().zip(&block) {
                            add_row(&mut sums[k - 1], *value, row);
                        }
                    }
                } else {
                    self.add_block(&block, start, first, sums);
                }
            }
        }
    }

    /// One block of 64 days from `start` on, for every other cosine from `first` on.
    fn add_block(&self, block: &[Row; BLOCK], start: usize, first: usize, sums: &mut [Row]) {
        let (even, odd) = moments(block);
        let middle = 2 * start + BLOCK;
        for k in (first..=self.columns.len()).step_by(2) {
            let (cosine, sine) = (self.cosine(k, middle), self.sine(k, middle));
            let (of_cosine, of_sine) = &self.about_middle[k - 1];
            // cos(a + b) = cos a cos b - sin a sin b, a the middle of the block.
            let mut straight = [0.0; LANES];
            for (share, moment) in of_cosine.iter().zip(&even) {
                add_row(&mut straight, *share, moment);
            }
            let mut turned = [0.0; LANES];
            for (share, moment) in of_sine.iter().zip(&odd) {
                add_row(&mut turned, *share, moment);
            }
            let sum = &mut sums[k - 1];
            for lane in 0..LANES {
                sum[lane] += cosine * straight[lane] - sine * turned[lane];
            }
        }
    }
}

/// Chebyshev polynomials 0 to 20 on the second half of a block's days, scaled to -1 to 1; on the first half the even ones are
/// the same and the odd ones have the other sign.
static POLYNOMIALS: LazyLock<[[f64; TERMS]; HALF]> = LazyLock::new(|| {
    std::array::from_fn(|at| {
        let x = (at as f64 + 0.5) / HALF as f64;
        let mut values = [1.0; TERMS];
        values[1] = x;
        for term in 2..TERMS {
            values[term] = 2.0 * x * values[term - 1] - values[term - 2];
        }
        values
    })
});

/// Sums of a block's days times the even and the odd polynomials.
fn moments(block: &[Row; BLOCK]) -> ([Row; EVEN], [Row; ODD]) {
    let (mut even, mut odd) = ([[0.0; LANES]; EVEN], [[0.0; LANES]; ODD]);
    let (mut sums, mut differences) = ([[0.0; LANES]; HALF], [[0.0; LANES]; HALF]);
    for at in 0..HALF {
        let (later, earlier) = (&block[HALF + at], &block[HALF - 1 - at]);
        for lane in 0..LANES {
            sums[at][lane] = later[lane] + earlier[lane];
            differences[at][lane] = later[lane] - earlier[lane];
        }
    }
    for (term, moment) in even.iter_mut().enumerate() {
        for (values, sum) in POLYNOMIALS.iter().zip(&sums) {
            add_row(moment, values[2 * term], sum);
        }
    }
    for (term, moment) in odd.iter_mut().enumerate() {
        for (values, difference) in POLYNOMIALS.iter().zip(&differences) {
            add_row(moment, values[2 * term + 1], difference);
        }
    }
    (even, odd)
}

/// cos(m angle) at each node's angle, for every polynomial m; `nodes[node][1]` is the node itself.
static AT_NODES: LazyLock<Vec<[f64; TERMS]>> = LazyLock::new(|| {
    let angle = |node: u32| PI * (f64::from(node) + 0.5) / f64::from(NODES);
    (0..NODES).map(|node| std::array::from_fn(|term| (term as f64 * angle(node)).cos())).collect()
});

/// Chebyshev coefficients of cos(a x), even, and of sin(a x), odd, on -1 to 1. The slower, the fewer.
fn chebyshev(a: f64) -> (Vec<f64>, Vec<f64>) {
    let mut coefficients = [0.0; TERMS];
    for polynomials in AT_NODES.iter() {
        let (sine, cosine) = (a * polynomials[1]).sin_cos();
        for (term, (sum, polynomial)) in coefficients.iter_mut().zip(polynomials).enumerate() {
            *sum += polynomial * if term % 2 == 0 { cosine } else { sine };
        }
    }
    let of = |term: usize| coefficients[term] * if term == 0 { 1.0 } else { 2.0 } / f64::from(NODES);
    let needed = |terms: &[f64]| terms.iter().rposition(|value| value.abs() > LEAST_COEFFICIENT).map_or(0, |at| at + 1);
    let (mut even, mut odd): (Vec<f64>, Vec<f64>) =
        ((0..EVEN).map(|at| of(2 * at)).collect(), (0..ODD).map(|at| of(2 * at + 1)).collect());
    even.truncate(needed(&even));
    odd.truncate(needed(&odd));
    (even, odd)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cosines_are_the_slow_ones() {
        // One for every 30 days, rounded; a short diary has one.
        assert_eq!(
            [1, 20, 45, 365, 3_650].map(|days| LowFrequencyCosines::new(days).columns().len()),
            [1, 1, 2, 12, 122]
        );
        let cosines = LowFrequencyCosines::new(90);
        for day in 0..90 {
            let expected = (PI * (f64::from(day) + 0.5) * 3.0 / 90.0).cos();
            assert!((cosines.columns()[2][usize::try_from(day).unwrap()] - expected).abs() < 1e-14);
        }
    }

    #[test]
    fn products_are_those_of_every_day_with_every_cosine() {
        for days in [28, 44, 45, 75, 127, 128, 129, 365, 366, 1_001] {
            let cosines = LowFrequencyCosines::new(days);
            let value = |day: usize, lane: usize| ((day * 37 + lane * 101) % 53) as f64 - 26.0;
            let series: Vec<Row> = (0..days).map(|day| std::array::from_fn(|lane| value(day, lane))).collect();
            let mut sums = vec![[0.0; LANES]; cosines.columns().len()];
            cosines.add_products(&series, &mut sums);
            for (k, sums) in (1..).zip(&sums) {
                let column = &cosines.columns()[k - 1];
                for (lane, sum) in sums.iter().enumerate() {
                    let expected: f64 = (0..days).map(|day| column[day] * value(day, lane)).sum();
                    let size: f64 = (0..days).map(|day| value(day, lane).abs()).sum();
                    assert!((sum - expected).abs() <= 1e-12 * size, "{days} days, cosine {k}: {sum} is not {expected}");
                }
            }
        }
    }
}
