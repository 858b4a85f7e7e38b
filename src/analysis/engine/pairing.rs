//! On how many days a factor and an outcome were both answered. Missing days of a factor are imputed before anything is tested,
//! so a pair is tested on more days than somebody answered both; this counts those that were answered.

use super::Cells;

/// Days of the outcome by what is known of the factor's window before them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Pairing {
    /// The outcome and every day of the window are answered.
    pub paired: usize,
    /// The outcome is answered, and a day of the window was not and is imputed.
    pub filled: usize,
}

/// Counts the days from row `from` on. `lags` are the first and the last day of the window, in days before the outcome's. Days
/// whose window reaches back before the first row are neither.
pub fn pairing(factor: &Cells, outcome: &Cells, lags: (usize, usize), from: usize) -> Pairing {
    let mut found = Pairing::default();
    for row in (from.max(lags.1)..outcome.len()).filter(|row| outcome[*row].is_some()) {
        match window_mean(factor, row, lags) {
            Some(_) => found.paired += 1,
            None => found.filled += 1,
        }
    }
    found
}

/// Mean of the factor over the window before a row; `None` unless every day of it is answered.
pub fn window_mean(factor: &Cells, row: usize, (lag, lag_end): (usize, usize)) -> Option<f64> {
    let cells = factor.get(row.checked_sub(lag_end)?..=row - lag).filter(|cells| !cells.is_empty())?;
    let answered: Option<Vec<f64>> = cells.iter().copied().collect();
    answered.map(|answered| answered.iter().sum::<f64>() / answered.len() as f64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_counts_only_if_it_and_its_window_are_answered() {
        let factor = [Some(1.0), None, Some(0.0), Some(2.0), Some(0.0)];
        let outcome = [Some(9.0), Some(5.0), Some(1.0), None, Some(7.0)];
        // On the day after: row 0 has no day before, row 2 looks back on a missing one, row 3 is not answered.
        assert_eq!(pairing(&factor, &outcome, (1, 1), 0), Pairing { paired: 2, filled: 1 });
        assert_eq!(pairing(&factor, &outcome, (0, 1), 0), Pairing { paired: 1, filled: 2 });
        assert_eq!(pairing(&factor, &outcome, (0, 0), 2), Pairing { paired: 2, filled: 0 });
        assert_eq!(window_mean(&factor, 4, (1, 2)), Some(1.0));
        assert_eq!(pairing(&factor, &outcome, (13, 14), 0), Pairing::default());
    }
}
