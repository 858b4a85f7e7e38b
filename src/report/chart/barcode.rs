//! The answers of a yes and no series as bars, days of the same answer side by side in one.

use super::Panel;

/// Days in a row with the same answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BarcodeRun {
    /// Index of the first day.
    pub from: usize,
    /// Index of the last day.
    pub to: usize,
    /// What was answered.
    pub yes: bool,
}

impl Panel {
    /// The answered days as runs of the same answer, of at most `most` days each. A day without an answer is in none.
    pub fn barcode(&self, most: usize) -> Vec<BarcodeRun> {
        let mut runs: Vec<BarcodeRun> = Vec::new();
        for (index, value) in self.values.iter().enumerate() {
            let Some(value) = value else { continue };
            let yes = *value > 0.5;
            match runs.last_mut() {
                Some(run) if run.yes == yes && run.to + 1 == index && index - run.from < most => run.to = index,
                _ => runs.push(BarcodeRun { from: index, to: index, yes }),
            }
        }
        runs
    }
}
