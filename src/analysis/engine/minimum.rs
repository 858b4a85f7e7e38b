//! Minimum data: below it a pair is not tested, and the screen says which rule is unmet and how far it is.

use serde::Serialize;

use super::Cells;

/// Days an outcome must be logged.
pub const OUTCOME_DAYS: usize = 28;
/// Days an outcome must differ from its most common value.
pub const OUTCOME_OFF_MODE: usize = 8;
/// Days a factor must be logged.
pub const FACTOR_DAYS: usize = 21;
/// Days a factor must be above, and as many at or below, its median.
pub const FACTOR_SIDE: usize = 5;
/// Spells a factor must have, on and off together.
pub const FACTOR_RUNS: usize = 8;

/// A rule of minimum data.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Rule {
    /// Logged days of the outcome.
    OutcomeDays,
    /// Days on which the outcome differs from its most common value.
    OutcomeChanges,
    /// Logged days of the factor.
    FactorDays,
    /// Days on, and days off.
    FactorSides,
    /// Spells on and off.
    FactorSwitches,
    /// Factor and outcome hold the same numbers on every day.
    SameSeries,
    /// The factor is an antibiotic course, which is taken out of the outcome beforehand.
    TakenOut,
}

/// A rule that is not met, and how far it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Unmet {
    /// The rule.
    pub rule: Rule,
    /// What there is.
    pub have: usize,
    /// What is needed.
    pub need: usize,
}

fn need(rule: Rule, have: usize, need: usize) -> Result<(), Unmet> {
    if have >= need { Ok(()) } else { Err(Unmet { rule, have, need }) }
}

fn logged(cells: &Cells) -> Vec<f64> {
    cells.iter().flatten().copied().collect()
}

/// Whether an outcome can be tested.
///
/// # Errors
/// The first rule that is not met.
pub fn check_outcome(cells: &Cells) -> Result<(), Unmet> {
    let mut values = logged(cells);
    need(Rule::OutcomeDays, values.len(), OUTCOME_DAYS)?;
    values.sort_by(f64::total_cmp);
    let most_common = values.chunk_by(|a, b| a == b).map(<[f64]>::len).max().unwrap_or(0);
    need(Rule::OutcomeChanges, values.len() - most_common, OUTCOME_OFF_MODE)
}

/// Whether a factor can be tested.
///
/// # Errors
/// The first rule that is not met.
pub fn check_factor(cells: &Cells) -> Result<(), Unmet> {
    let values = logged(cells);
    need(Rule::FactorDays, values.len(), FACTOR_DAYS)?;
    let on = split_at_median(&values);
    let days_on = on.iter().filter(|on| **on).count();
    need(Rule::FactorSides, days_on.min(values.len() - days_on), FACTOR_SIDE)?;
    let runs = 1 + on.windows(2).filter(|pair| pair[0] != pair[1]).count();
    need(Rule::FactorSwitches, runs, FACTOR_RUNS)
}

/// Which values are on: above the median; if nothing is above it, at or above.
pub fn split_at_median(values: &[f64]) -> Vec<bool> {
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let half = sorted.len() / 2;
    if half == 0 {
        return vec![true; values.len()];
    }
    let median = if sorted.len() % 2 == 1 { sorted[half] } else { f64::midpoint(sorted[half - 1], sorted[half]) };
    if values.iter().any(|value| *value > median) {
        values.iter().map(|value| *value > median).collect()
    } else {
        values.iter().map(|value| *value >= median).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_rule_says_what_there_is_and_what_is_needed() {
        let cells = |values: &[f64]| values.iter().map(|value| Some(*value)).collect::<Vec<_>>();
        let unmet = check_outcome(&cells(&[1.0; 10])).unwrap_err();
        assert_eq!((unmet.rule, unmet.have, unmet.need), (Rule::OutcomeDays, 10, 28));
        let mut flat = vec![2.0; 30];
        flat[3] = 3.0;
        let unmet = check_outcome(&cells(&flat)).unwrap_err();
        assert_eq!((unmet.rule, unmet.have), (Rule::OutcomeChanges, 1));
        // One course: on for ten days in a row is one spell on between two spells off.
        let mut course = vec![0.0; 40];
        course[10..20].fill(1.0);
        let unmet = check_factor(&cells(&course)).unwrap_err();
        assert_eq!((unmet.rule, unmet.have, unmet.need), (Rule::FactorSwitches, 3, 8));
        assert_eq!(check_factor(&cells(&[1.0; 40])).unwrap_err().rule, Rule::FactorSides);
        assert!(check_factor(&cells(&[0.0, 1.0].repeat(12))).is_ok());
    }
}
