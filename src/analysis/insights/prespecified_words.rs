//! Suspects in words.

use super::words::{self, label, lowered, sentence};
use super::{CannotSeparate, Grade, PrespecifiedResult, PrespecifiedResults, PrespecifiedState, Untested};
use crate::analysis::photo_limits::limits_of;
use crate::columns::DayTable;
use crate::words::capital;

/// What the family is, since when, and on how many days: the line above the results.
pub fn head(results: &PrespecifiedResults) -> String {
    let named = results.named.short();
    if results.days == 0 {
        return format!(
            "Suspects, named on {named}. The first look at them comes 28 days after {}; only days from then on count.",
            results.from.short()
        );
    }
    let since = if results.from < results.named {
        "all days count, since no look had come before".to_owned()
    } else {
        format!("days from {} on count", results.from.short())
    };
    format!(
        "Suspects, named on {named}: {since} ({} days, {} tested as a family of their own).",
        results.days, results.pairs_tested
    )
}

/// One suspect: what goes along with what and how sure, or why not; and the limits of its outcome, where that comes from photos.
pub fn result(result: &PrespecifiedResult, table: &DayTable) -> String {
    let limits = limits_of(&result.outcome).map(|limits| format!(" {limits}")).unwrap_or_default();
    format!("{}{limits}", state(result, table))
}

fn state(result: &PrespecifiedResult, table: &DayTable) -> String {
    let (factor, outcome) = (label(table, &result.factor), lowered(&label(table, &result.outcome)));
    match &result.state {
        PrespecifiedState::Found(finding) => {
            format!("{} {}. {}", sentence(finding, table), capital(&grade(finding.grade)), words::CONFOUNDING)
        }
        PrespecifiedState::NotFound => format!(
            "{factor} and {outcome}: does not stand out from chance so far. That does not say that there is nothing."
        ),
        PrespecifiedState::CannotSeparate(rival) => {
            let (factor, outcome) = (result.factor.clone(), result.outcome.clone());
            words::cannot_separate(&CannotSeparate { factor, outcome, rival: rival.clone() }, table)
        }
        PrespecifiedState::Untested(unmet) => {
            let (factor, outcome) = (result.factor.clone(), result.outcome.clone());
            words::not_tested(&Untested { factor, outcome, unmet: *unmet }, table)
        }
        PrespecifiedState::Gone => format!("{factor} or {outcome} is no longer in the diary; name another pair."),
        PrespecifiedState::KeptBack => {
            format!("{factor} and {outcome}: a trial of it runs, and its result comes first.")
        }
        PrespecifiedState::TooEarly => {
            format!("{factor} and {outcome}: too early, no look has come since it was named.")
        }
    }
}

/// The grade of a suspect with the chance of noise. A family is held to less strict limits than the open search, so more of
/// what it shows is chance: of 100 simulated years with five suspects each, one of them true in 58, looked at every 28 days, 15
/// of 261 seen again were false, 26 of 86 clear, 46 of 92 possible, and 15 of 23 shown anew.
pub fn grade(grade: Grade) -> String {
    let simulated = words::SIMULATED;
    match grade {
        Grade::Replicated => format!("seen again: about 1 in 17 suspects of this grade is chance {simulated}"),
        Grade::Clear => format!("clear: about 1 in 3 suspects of this grade is chance {simulated}"),
        Grade::Possible => format!("possible: about half of the suspects of this grade are chance {simulated}"),
        other => words::grade(other),
    }
}
