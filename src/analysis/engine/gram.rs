//! The inverse of columns' products with each other, for regressions on a few columns.

use super::dot;

/// The inverse of the columns' products with each other, by Gauss-Jordan elimination with the largest pivot. At most a few
/// dozen columns.
pub fn inverse_gram(columns: &[Vec<f64>]) -> Vec<Vec<f64>> {
    let size = columns.len();
    let mut left: Vec<Vec<f64>> = columns.iter().map(|a| columns.iter().map(|b| dot(a, b)).collect()).collect();
    let mut right: Vec<Vec<f64>> =
        (0..size).map(|i| (0..size).map(|j| f64::from(u8::from(i == j))).collect()).collect();
    for at in 0..size {
        let pivot = (at..size).max_by(|a, b| left[*a][at].abs().total_cmp(&left[*b][at].abs())).unwrap_or(at);
        left.swap(at, pivot);
        right.swap(at, pivot);
        let lead = if left[at][at] == 0.0 { 1e-300 } else { left[at][at] };
        for column in 0..size {
            left[at][column] /= lead;
            right[at][column] /= lead;
        }
        for row in (0..size).filter(|row| *row != at) {
            let share = left[row][at];
            for column in 0..size {
                let (a, b) = (left[at][column], right[at][column]);
                left[row][column] -= share * a;
                right[row][column] -= share * b;
            }
        }
    }
    right
}
