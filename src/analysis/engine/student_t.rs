//! Student's t distribution: the two-sided tail, accurate far out, and its inverse.
//!
//! The tail is the regularised incomplete beta function I(df/2, 1/2; df/(df+t²)), by its continued fraction with the modified
//! Lentz method (Press et al., Numerical Recipes, 3rd ed., section 6.4; DLMF 8.17.22). What depends on the degrees of freedom
//! alone is kept, since one pair asks for 42 tails of the same distribution.

use statrs::function::gamma::ln_gamma;

/// Squares up to which the power series is used; beyond, one minus it would lose digits.
const SERIES_UP_TO: f64 = 7.0;

/// The distribution for some degrees of freedom.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct StudentT {
    df: f64,
    ln_beta: f64,
}

impl StudentT {
    /// Degrees of freedom above 0.
    pub fn new(df: f64) -> Self {
        let (a, b) = (df / 2.0, 0.5);
        Self { df, ln_beta: ln_gamma(a) + ln_gamma(b) - ln_gamma(a + b) }
    }

    /// Probability of a value at least as far from 0 as `t`, on either side.
    pub fn two_sided(&self, t: f64) -> f64 {
        let t2 = t * t;
        let x = self.df / (self.df + t2);
        // 1 - x without cancellation.
        let rest = t2 / (self.df + t2);
        if rest == 0.0 {
            return 1.0;
        }
        let (a, b) = (self.df / 2.0, 0.5);
        if t2 < SERIES_UP_TO && self.df >= 2.0 {
            return 1.0 - self.middle(a, rest);
        }
        let front = (a * x.ln() + b * rest.ln() - self.ln_beta).exp();
        if x < (a + 1.0) / (a + b + 2.0) {
            front * continued_fraction(a, b, x) / a
        } else {
            1.0 - front * continued_fraction(b, a, rest) / b
        }
    }

    /// Probability of a value nearer to 0, by the power series of the incomplete beta function (DLMF 8.17.8). All its terms
    /// are positive, so no digit is lost, and for most values it is several times quicker than the continued fraction.
    fn middle(&self, a: f64, rest: f64) -> f64 {
        let (mut term, mut sum, mut n) = (1.0, 1.0, 0.0);
        while term > 1e-17 * sum && n < 500.0 {
            term *= rest * (a + 0.5 + n) / (1.5 + n);
            sum += term;
            n += 1.0;
        }
        let front = (a * (-rest).ln_1p() - self.ln_beta).exp() * rest.sqrt();
        2.0 * front * sum
    }

    /// The value that is exceeded on either side with probability `p`, 0 < p < 1.
    pub fn two_sided_inverse(&self, p: f64) -> f64 {
        let (mut low, mut high) = (0.0, 2.0);
        while self.two_sided(high) > p && high < 1e12 {
            high *= 2.0;
        }
        for _ in 0..200 {
            let middle = f64::midpoint(low, high);
            if middle == low || middle == high {
                break;
            }
            if self.two_sided(middle) > p {
                low = middle;
            } else {
                high = middle;
            }
        }
        f64::midpoint(low, high)
    }
}

#[expect(clippy::many_single_char_names, reason = "the names of the sources")]
fn continued_fraction(a: f64, b: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let safe = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / safe(1.0 - (a + b) * x / (a + 1.0));
    let mut h = d;
    for step in 1..500_u16 {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / safe(1.0 + even * d);
        c = safe(1.0 + even / c);
        h *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / safe(1.0 + odd * d);
        c = safe(1.0 + odd / c);
        let change = d * c;
        h *= change;
        if (change - 1.0).abs() < 1e-15 {
            break;
        }
    }
    h
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(found: f64, expected: f64, relative: f64) {
        assert!((found / expected - 1.0).abs() < relative, "{found:e} is not {expected:e}");
    }

    #[test]
    fn tails_are_those_of_closed_forms() {
        // One degree of freedom is Cauchy: p = 1 - 2 atan(t) / pi = 2 atan(1/t) / pi.
        for t in [0.1_f64, 1.0, 7.0, 1e6] {
            close(StudentT::new(1.0).two_sided(t), 2.0 * (1.0 / t).atan() / std::f64::consts::PI, 1e-12);
        }
        // Two degrees: p = 1 - t / sqrt(2 + t²).
        for t in [0.5_f64, 2.0, 10.0] {
            close(StudentT::new(2.0).two_sided(t), 1.0 - t / (2.0 + t * t).sqrt(), 1e-11);
        }
        assert_eq!(StudentT::new(30.0).two_sided(0.0), 1.0);
    }

    #[test]
    fn the_inverse_undoes_the_tail() {
        for df in [5.0, 40.0, 300.0] {
            let t = StudentT::new(df);
            for p in [0.5, 0.05, 1e-6, 1e-14] {
                close(t.two_sided(t.two_sided_inverse(p)), p, 1e-9);
            }
        }
        // 97.5 % point with 10 degrees of freedom, from any printed table.
        close(StudentT::new(10.0).two_sided_inverse(0.05), 2.228_138_851_986_274, 1e-12);
    }
}
