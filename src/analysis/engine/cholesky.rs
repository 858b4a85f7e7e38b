//! The Cholesky factor of columns' products with each other: what is needed to take the columns out of others.

use super::lanes::Row;

/// A squared length that shrinks below this share has lost too many digits.
const LEAST_PIVOT: f64 = 1e-9;
/// Above this share everything solved with the factor keeps ten digits.
const FINE_PIVOT: f64 = 1e-6;

/// The lower triangle L with L L' = the products.
#[derive(Debug, Clone)]
pub struct Factor {
    size: usize,
    /// Cells from one row to the next.
    stride: usize,
    cells: Vec<f64>,
    /// The smallest share of a squared length that was left beside the columns before it.
    least_pivot: f64,
}

impl Factor {
    /// The factor of the leading `size` rows and columns of products, given row after row, `stride` cells each, of which the
    /// lower triangle is read. `None` where the columns are so alike that too many digits are lost.
    pub fn of(mut cells: Vec<f64>, size: usize, stride: usize) -> Option<Self> {
        let mut least_pivot = 1.0_f64;
        for at in 0..size {
            let (above, rest) = cells.split_at_mut(at * stride);
            let row = &mut rest[..=at];
            let whole = row[at];
            for column in 0..at {
                let earlier = &above[column * stride..column * stride + column];
                row[column] = (row[column] - super::dot(&row[..column], earlier)) / above[column * stride + column];
            }
            let left = whole - super::dot(&row[..at], &row[..at]);
            if left.is_nan() || left <= LEAST_PIVOT * whole {
                return None;
            }
            least_pivot = least_pivot.min(left / whole);
            row[at] = left.sqrt();
        }
        Some(Self { size, stride, cells, least_pivot })
    }

    /// Whether what is solved with it keeps ten digits.
    pub fn keeps_digits(&self) -> bool {
        self.least_pivot > FINE_PIVOT
    }

    fn row(&self, at: usize) -> (&[f64], f64) {
        let row = &self.cells[at * self.stride..=at * self.stride + at];
        (&row[..at], row[at])
    }

    /// Logarithm of the determinant of the products.
    pub fn log_determinant(&self) -> f64 {
        2.0 * (0..self.size).map(|at| self.row(at).1.ln()).sum::<f64>()
    }

    /// Solves L x = b in place: from products with the columns to shares along orthonormal ones.
    pub fn forward(&self, b: &mut [f64]) {
        for at in 0..self.size {
            let (row, pivot) = self.row(at);
            b[at] = (b[at] - super::dot(row, &b[..at])) / pivot;
        }
    }

    /// As [`forward`](Self::forward), many at once.
    pub fn forward_rows(&self, b: &mut [Row]) {
        for at in 0..self.size {
            let (done, rest) = b.split_at_mut(at);
            let (row, pivot) = self.row(at);
            for (share, earlier) in row.iter().zip(done) {
                super::add_scaled(&mut rest[0], -share, earlier);
            }
            for value in &mut rest[0] {
                *value /= pivot;
            }
        }
    }

    /// Solves L' x = b in place: from shares along orthonormal columns to slopes on the columns.
    pub fn backward(&self, b: &mut [f64]) {
        for at in (0..self.size).rev() {
            let (row, pivot) = self.row(at);
            b[at] /= pivot;
            let slope = b[at];
            super::add_scaled(&mut b[..at], -slope, row);
        }
    }
}
