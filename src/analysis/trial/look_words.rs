//! Words of looks on the way: that one is due, that the trial goes on, and why it ended.

use crate::model::time::Day;
use crate::model::trial::Trial;
use crate::model::trial_look::{LookFinding, TrialLook};

/// That a look is due.
pub const DUE: &str = "A look that was fixed beforehand is due. You are told only whether the trial goes on.";

/// What was fixed of looks, and what those came to that were taken.
pub(super) fn plan(trial: &Trial) -> Vec<String> {
    let after: Vec<String> = trial.design.look_after().map(|periods| periods.to_string()).collect();
    let mut said = Vec::new();
    if !after.is_empty() {
        said.push(format!(
            "Looked at after {} periods; it ends there if the difference is clear, or if more than half of the orders show as much.",
            after.join(" and after ")
        ));
    }
    said.extend(trial.looked.iter().map(|look| taken(trial, *look)));
    said
}

/// What a look came to.
fn taken(trial: &Trial, look: TrialLook) -> String {
    let came_to = match look.found {
        LookFinding::GoesOn => "the trial goes on",
        LookFinding::Difference => "the difference was clear, and the trial ended",
        LookFinding::GivenUp => "more than half of the orders showed as much, and the trial was given up",
    };
    format!("Look after {} of {} periods, on {}: {came_to}.", look.periods, trial.design.periods, look.on.short())
}

/// Where a trial stands that a look ended.
pub(super) fn standing(trial: &Trial, today: Day) -> String {
    let day = trial.end().days_since(trial.start) + 1;
    format!("ended by a look on the way, on day {day} of {}, {}", trial.days(), trial.end().brief(today))
}

/// What is said beside the size of a trial that a look ended.
pub(super) fn result(trial: &Trial) -> Option<String> {
    let look = trial.ended_by_look()?;
    Some(match look.found {
        LookFinding::Difference => {
            "It ended at a look, as fixed beforehand. The verdict is as strict as without looks, but a size that was found so early \
             tends to be too large."
        }
        _ => "It was given up at a look, as fixed beforehand: going on would hardly have shown a difference.",
    }
    .to_owned())
}
