//! The days behind a finding: what the outcome was after more of the factor and after less of it. Nothing is taken out here
//! (no weekday, no drift, no other factor), so this shows what the person logged; it does not decide anything.

use crate::analysis::engine::pairing::window_mean;
use crate::analysis::quantile::quantile;
use crate::columns::DayTable;

/// One logged day of the outcome whose days before are logged too.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DayBehind {
    /// Row of the outcome's day in the table.
    pub row: usize,
    /// Mean of the factor over the days of the window before it.
    pub factor: f64,
    /// The outcome.
    pub outcome: f64,
    /// Whether there was more of the factor than on the middle one of these days.
    pub more: bool,
}

/// Five numbers and a mean of some days.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spread {
    /// Days.
    pub days: usize,
    /// Least, first quartile, median, third quartile, most.
    pub quantiles: [f64; 5],
    /// Mean.
    pub mean: f64,
}

/// The days behind a finding.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Behind {
    /// Every day that can be compared, oldest first.
    pub days: Vec<DayBehind>,
    /// The outcome after more of the factor, and after less; `None` where there are no such days.
    pub after: [Option<Spread>; 2],
}

/// Compares the days `lags` after more of the factor with those after less, over the first `days` of the table. A
/// day counts if the outcome and every day of its window are logged. The split is at the median of the window means: more is
/// above it, or at and above it if nothing is above.
pub fn behind(table: &DayTable, factor: &str, outcome: &str, lags: (usize, usize), days: usize) -> Behind {
    let (Some(factor), Some(outcome)) = (table.column(factor), table.column(outcome)) else {
        return Behind::default();
    };
    let mut found: Vec<DayBehind> = Vec::new();
    for (row, value) in outcome.answers().take_while(|(row, _)| *row < days) {
        let Some(mean) = window_mean(&factor.cells, row, lags) else { continue };
        found.push(DayBehind { row, factor: mean, outcome: value, more: false });
    }
    let means = sorted(found.iter().map(|day| day.factor));
    let middle = quantile(&means, 0.5);
    let none_above = means.iter().all(|mean| *mean <= middle);
    for day in &mut found {
        day.more = day.factor > middle || (none_above && day.factor >= middle);
    }
    let after = [true, false].map(|more| spread(found.iter().filter(|day| day.more == more).map(|day| day.outcome)));
    Behind { days: found, after }
}

fn sorted(values: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut values: Vec<f64> = values.collect();
    values.sort_by(f64::total_cmp);
    values
}

fn spread(values: impl Iterator<Item = f64>) -> Option<Spread> {
    let values = sorted(values);
    if values.is_empty() {
        return None;
    }
    let quantiles = [0.0, 0.25, 0.5, 0.75, 1.0].map(|share| quantile(&values, share));
    Some(Spread { days: values.len(), quantiles, mean: values.iter().sum::<f64>() / values.len() as f64 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::columns::{Column, ColumnSpec, Origin, Role};

    fn table(factor: &[Option<f64>], outcome: &[Option<f64>]) -> DayTable {
        let column = |key: &str, cells: &[Option<f64>]| Column {
            spec: ColumnSpec::new(key, key, Role::Factor, Origin::Logged),
            cells: cells.to_vec(),
        };
        let columns = vec![column("dairy", factor), column("itch", outcome)];
        DayTable::new("2026-03-02".parse().unwrap(), factor.len(), columns)
    }

    #[test]
    fn a_day_counts_only_if_it_and_its_window_are_logged() {
        let factor = [Some(1.0), None, Some(0.0), Some(2.0), Some(0.0)];
        let outcome = [Some(9.0), Some(5.0), Some(1.0), Some(2.0), Some(7.0)];
        // On the day after: day 0 has no day before, day 2 looks back on a missing one.
        let behind = behind(&table(&factor, &outcome), "dairy", "itch", (1, 1), 5);
        let rows: Vec<(usize, f64)> = behind.days.iter().map(|day| (day.row, day.factor)).collect();
        assert_eq!(rows, [(1, 1.0), (3, 0.0), (4, 2.0)]);
        // The middle mean is 1, so only the last day comes after more.
        let [more, less] = behind.after;
        assert_eq!((more.unwrap().days, more.unwrap().mean), (1, 7.0));
        assert_eq!((less.unwrap().days, less.unwrap().quantiles[2]), (2, 3.5));
    }

    #[test]
    fn a_rare_yes_is_more_even_where_the_middle_is_no() {
        let factor: Vec<Option<f64>> = (0..10).map(|day| Some(f64::from(u8::from(day == 4)))).collect();
        let outcome: Vec<Option<f64>> = (0..10).map(|day| Some(f64::from(day))).collect();
        let behind = behind(&table(&factor, &outcome), "dairy", "itch", (0, 0), 10);
        assert_eq!(behind.after[0].unwrap().days, 1);
    }

    #[test]
    fn nothing_logged_gives_no_spread() {
        let behind = behind(&table(&[None; 4], &[Some(1.0); 4]), "dairy", "itch", (0, 1), 4);
        assert_eq!(behind, Behind::default());
    }
}
