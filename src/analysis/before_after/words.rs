//! Before and after in words. "After the change", never why; the doubt stands beside the number.

use super::{BeforeAfter, OtherChange, SIDE_DAYS, TooLittle};
use crate::analysis::insights::words::lowered;
use crate::columns::Column;
use crate::words::{Effect, EffectWords};

/// How often a step as clear as *possible* is shown where nothing changed. Measured on made-up diaries of 60 to 240 days; the
/// test beside this file measures it anew.
pub const FALSE_ALARMS: &str = "about 1 in 20";

/// The comparison in sentences: the step, its interval and days, the grade, what makes it doubtful.
pub fn sentences(found: &BeforeAfter, outcome: &Column, others: &[OtherChange]) -> Vec<String> {
    let mut lines = vec![headline(found, outcome), grade(found)];
    lines.extend(stretch(found, outcome));
    lines.push(others_near(others));
    lines
}

/// Direction, size, interval, days.
pub fn headline(found: &BeforeAfter, outcome: &Column) -> String {
    let label = lowered(&outcome.label);
    let (low, high) = found.interval;
    let of = outcome.quantity();
    let there = if of.yes_no { "there on " } else { "" };
    let EffectWords { size, interval } = Effect { estimate: found.step, interval: found.interval }.words(&of);
    let (before, after) = found.days_used;
    let uncertain = if high - low > (found.range.1 - found.range.0) / 2.0 { "Very uncertain: after" } else { "After" };
    format!(
        "{uncertain} the change, {label} was {there}{size} than the trend before it would have led to (95 % interval \
         {interval}; {before} days before, {after} after)."
    )
}

/// The grade, with the chance of noise.
pub fn grade(found: &BeforeAfter) -> String {
    if found.is_possible() {
        format!("possible: where nothing changes, {FALSE_ALARMS} comparisons show as much in simulated diaries")
    } else {
        "no step stands out from chance; a small one could still be there".to_owned()
    }
}

/// Whether the change fell on days out of the ordinary.
pub fn stretch(found: &BeforeAfter, outcome: &Column) -> Option<String> {
    let away = found.stretch?;
    let (was, back) = if away > 0.0 { ("higher", "lower") } else { ("lower", "higher") };
    Some(format!(
        "In the 7 days before the change, {} was already {was} than usual for you; part of a {back} time after is to be \
         expected whatever is done.",
        lowered(&outcome.label)
    ))
}

/// What else changed around the date.
pub fn others_near(others: &[OtherChange]) -> String {
    if others.is_empty() {
        return "Nothing else in the diary changed within 14 days of it; what is not logged can still be behind this."
            .to_owned();
    }
    let list: Vec<String> = others.iter().map(|other| format!("{} ({})", other.label, other.day.short())).collect();
    format!("Changed within 14 days of it too, and can be behind this as well: {}.", list.join("; "))
}

/// What is missing for a comparison.
pub fn too_little(missing: &TooLittle, outcome: &str) -> String {
    match missing {
        TooLittle::NoOutcome => format!("{outcome} is not in the diary."),
        TooLittle::NotInDiary => "The date lies outside the diary; nothing is logged around it.".to_owned(),
        TooLittle::Days { before, after } => format!(
            "{outcome}: logged on {before} days before the change and {after} after it; {SIDE_DAYS} are needed on each side."
        ),
        TooLittle::NoVariation => format!("{outcome} hardly varies here, so a step cannot be told from a slip."),
    }
}
