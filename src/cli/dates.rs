//! Days and periods as they are given on the command line.

use super::args::PeriodArgs;
use super::exit::Failure;
use super::output::tell;
use crate::model::stretch::{everything, logged_before};
use crate::model::time::{Day, TimeError};
use crate::words::{count, named_day};
use crate::workspace::Workspace;

/// Reads a day, by its date or as people name it: yesterday, 14 march.
pub(super) fn parse_day(text: &str, today: Day) -> Result<Day, Failure> {
    named_day(text, today)
        .map_or_else(|| text.parse().map_err(|error: TimeError| Failure::usage(error.to_string())), Ok)
}

/// As [`parse_day`], if there is anything to read.
pub(super) fn parse_given(text: Option<&String>, today: Day) -> Result<Option<Day>, Failure> {
    text.map(|text| parse_day(text, today)).transpose()
}

/// First and last day asked for; else the first and last that are logged, without days that lie far from all others, which is
/// said; else today.
pub(super) fn period(workspace: &Workspace, asked: &PeriodArgs) -> Result<(Day, Day), Failure> {
    let today = workspace.today();
    let (from, to) = (parse_given(asked.from.as_ref(), today)?, parse_given(asked.to.as_ref(), today)?);
    let stretches = workspace.diary().stretches();
    // Whoever asks for days up to one that lies before all that are dense means those before it.
    let dense = everything(&stretches).filter(|(first, _)| to.is_none_or(|to| to >= *first));
    let logged = dense.or(workspace.diary().span());
    if let (None, Some((first, _)), Some(oldest)) = (from, logged, stretches.first()) {
        let left_out = logged_before(&stretches, first);
        if left_out > 0 {
            let (days, them) =
                (count(left_out, "logged day", "logged days"), if left_out == 1 { "it" } else { "them" });
            tell(&format!("{days} far before {first} left out; --from {} takes {them} in", oldest.first));
        }
    }
    let (first, last) = logged.unwrap_or((to.unwrap_or(today), from.unwrap_or(today).max(today)));
    let (from, to) = (from.unwrap_or(first), to.unwrap_or(last));
    if from > to {
        return Err(Failure::usage(format!(
            "the first day {from} lies after the last day {to}; check --from and --to"
        )));
    }
    Ok((from, to))
}
