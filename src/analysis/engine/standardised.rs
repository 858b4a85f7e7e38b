//! A series with mean 0 and deviation 1 on its logged days: the form in which a noise model is fitted to it.

use super::Cells;

/// A standardised series.
#[derive(Debug, Clone, PartialEq)]
pub struct Standardised {
    /// One value a calendar day; 0 on days that are not logged.
    pub values: Vec<f64>,
    /// Which days are logged.
    pub logged: Vec<bool>,
    /// Logged days.
    pub days: usize,
    /// Standard deviation of the logged days (population), in the unit of the series.
    pub sd: f64,
}

impl Standardised {
    /// Standardises a series. One that never changes, or has no logged day, has no finite values.
    pub fn of(cells: &Cells) -> Self {
        let logged: Vec<bool> = cells.iter().map(Option::is_some).collect();
        let answered: Vec<f64> = cells.iter().flatten().copied().collect();
        let n = answered.len() as f64;
        let mean = answered.iter().sum::<f64>() / n;
        let sd = (answered.iter().map(|value| (value - mean) * (value - mean)).sum::<f64>() / n).sqrt();
        let values = cells.iter().map(|cell| cell.map_or(0.0, |value| (value - mean) / sd)).collect();
        Self { values, logged, days: answered.len(), sd }
    }
}
