//! An orthonormal basis grown column by column: what is regressed out, and what is left.
//!
//! Gram-Schmidt, twice over, which is as accurate as Householder reflections (Giraud et al. 2005,
//! doi:10.1007/s00211-005-0615-4). A column that adds nothing new is dropped.

use super::{add_scaled, dot};

/// Orthonormal columns.
#[derive(Debug, Clone, Default)]
pub struct Basis {
    columns: Vec<Vec<f64>>,
}

impl Basis {
    /// The basis of some columns. One whose new part is at most 1e-6 of the largest (or of 1) is dropped.
    pub fn of(columns: Vec<Vec<f64>>) -> Self {
        let mut parts: Vec<(f64, Vec<f64>)> = Vec::with_capacity(columns.len());
        for mut column in columns {
            for _ in 0..2 {
                for (_, other) in &parts {
                    let share = dot(other, &column);
                    add_scaled(&mut column, -share, other);
                }
            }
            let length = dot(&column, &column).sqrt();
            if length > 0.0 {
                for value in &mut column {
                    *value /= length;
                }
                parts.push((length, column));
            }
        }
        let largest = parts.iter().map(|(length, _)| *length).fold(1.0_f64, f64::max);
        let columns = parts.into_iter().filter(|(length, _)| *length > 1e-6 * largest).map(|(_, column)| column);
        Self { columns: columns.collect() }
    }

    /// The columns.
    pub fn columns(&self) -> &[Vec<f64>] {
        &self.columns
    }

    /// The columns themselves.
    pub fn into_columns(self) -> Vec<Vec<f64>> {
        self.columns
    }

    /// Takes out of a column everything the basis spans.
    pub fn project_out(&self, column: &mut [f64]) {
        for other in &self.columns {
            let share = dot(other, column);
            add_scaled(column, -share, other);
        }
    }
}
