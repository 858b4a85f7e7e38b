//! Coefficients of a regression with what is known of their errors.

use statrs::function::beta::checked_beta_reg;

use super::least_squares::inverse_of_distinct;
use gutskin::analysis::engine::dot;
use gutskin::analysis::engine::student_t::StudentT;

/// Coefficients, one a column of the regression.
#[derive(Debug, Clone, PartialEq)]
pub struct Coefficients {
    /// Change of the series for one unit of the column.
    pub values: Vec<f64>,
    /// For each coefficient the share of every day in its error: their products with each other are the covariance matrix.
    pub shares: Vec<Vec<f64>>,
    /// Degrees of freedom: days less columns.
    pub df: f64,
}

/// The test that several coefficients are all 0.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Joint {
    /// The statistic.
    pub f: f64,
    /// Its degrees of freedom: coefficients, and those of the regression.
    pub df: (f64, f64),
    /// Its upper tail.
    pub p: f64,
}

impl Coefficients {
    /// Standard error of a coefficient.
    pub fn error(&self, column: usize) -> f64 {
        dot(&self.shares[column], &self.shares[column]).sqrt()
    }

    /// A coefficient over its standard error.
    pub fn t(&self, column: usize) -> f64 {
        self.values[column] / self.error(column)
    }

    /// Two-sided p of a coefficient of 0.
    pub fn p(&self, column: usize) -> f64 {
        StudentT::new(self.df).two_sided(self.t(column))
    }

    /// The 95 % interval of a coefficient.
    pub fn interval(&self, column: usize) -> (f64, f64) {
        let reach = StudentT::new(self.df).two_sided_inverse(0.05) * self.error(column);
        (self.values[column] - reach, self.values[column] + reach)
    }

    /// The Wald test, in its F form, that the coefficients of some columns are all 0 (White 1980, doi:10.2307/1912934, for
    /// errors of any kind; the tail by DLMF 8.17). `None` if their errors cannot be told apart.
    pub fn joint(&self, columns: &[usize]) -> Option<Joint> {
        let values: Vec<f64> = columns.iter().map(|column| self.values[*column]).collect();
        let shares: Vec<Vec<f64>> = columns.iter().map(|column| self.shares[*column].clone()).collect();
        let inverse = inverse_of_distinct(&shares)?;
        let wald: f64 = inverse.iter().zip(&values).map(|(row, value)| value * dot(row, &values)).sum();
        let df = (columns.len() as f64, self.df);
        let f = wald / df.0;
        let p = checked_beta_reg(df.1 / 2.0, df.0 / 2.0, df.1 / (df.1 + df.0 * f)).ok()?;
        Some(Joint { f, df, p })
    }
}
