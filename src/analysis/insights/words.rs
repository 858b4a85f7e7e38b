//! Insights in words. Nothing here says that one thing brings about another; every number stands beside what makes it
//! doubtful.

use super::{CannotSeparate, Claim, Finding, Grade, Untested};
use crate::analysis::day_table::{Column, DayTable, Scale};
use crate::analysis::engine::minimum::Rule;

/// Stands with every finding.
pub const CONFOUNDING: &str = "Other things that changed on the same days can be behind this.";
/// Stands behind every share of findings that are chance.
pub const SIMULATED: &str = "in simulated diaries";

/// The finding in a sentence: direction, size for one typical step, interval, lag, days.
pub fn sentence(finding: &Finding, table: &DayTable) -> String {
    let (Some(factor), Some(outcome)) = (table.column(&finding.factor), table.column(&finding.outcome)) else {
        return String::new();
    };
    let claim = &finding.claim;
    let (low, high) = (claim.interval.0 * finding.step, claim.interval.1 * finding.step);
    let direction = if claim.effect >= 0.0 { "higher" } else { "lower" };
    // Said as a size, the interval turns round with the direction.
    let (least, most) = if claim.effect >= 0.0 { (low, high) } else { (-high, -low) };
    let (size, ends) = if is_yes_no(outcome) {
        let more = if claim.effect >= 0.0 { "more" } else { "fewer" };
        let days = number(claim.effect.abs() * finding.step * 100.0);
        (
            format!("there on {days} {more} days in 100"),
            format!("{} to {}", number(least * 100.0), number(most * 100.0)),
        )
    } else {
        (
            format!("{} {direction}", with_unit(claim.effect.abs() * finding.step, outcome)),
            format!("{} to {}", number(least), number(most)),
        )
    };
    format!(
        "{}, {} {} {size} {} (95 % interval {ends}; {} days).",
        when(claim.lag, claim.lag_end),
        lowered(&outcome.label),
        was(outcome),
        with_more(factor, finding.step),
        claim.days_used
    )
}

/// The name of a column, or its key where the table no longer has it.
pub fn label(table: &DayTable, key: &str) -> String {
    table.column(key).map_or_else(|| key.to_owned(), |column| column.label.clone())
}

/// The heading of a pair: "Dairy and redness".
pub fn pair_title(factor: &str, outcome: &str, table: &DayTable) -> String {
    format!("{} and {}", label(table, factor), lowered(&label(table, outcome)))
}

/// On which days.
pub fn when(lag: usize, lag_end: usize) -> String {
    match (lag, lag_end) {
        (0, 0) => "On the same day (which came first, the diary cannot say)".to_owned(),
        (0, 1) => "On the same day and the day after".to_owned(),
        (0, end) => format!("From the same day to {end} days after"),
        (1, 1) => "On the day after".to_owned(),
        (from, to) if from == to => format!("On day {from} after"),
        (from, to) => format!("On days {from}-{to} after"),
    }
}

/// On which days, as the end of a heading: "on days 1-2 after".
pub fn when_short(lag: usize, lag_end: usize) -> String {
    if lag_end == 0 { "on the same day".to_owned() } else { lowered(&when(lag, lag_end)) }
}

/// A name within a sentence. Names that are abbreviations keep their capitals.
pub fn lowered(label: &str) -> String {
    let mut letters = label.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(label.chars().skip(1)).collect()
        }
        _ => label.to_owned(),
    }
}

/// The unit of an outcome for the axis of a figure: "in points", "as a share of days"; empty for a plain number.
pub fn unit_in_words(outcome: &Column) -> String {
    match unit_of(outcome) {
        _ if is_yes_no(outcome) => " as a share of days".to_owned(),
        "" => String::new(),
        unit => format!(" in {unit}"),
    }
}

/// One typical step of a factor: "2 points more of stress", "a day with dairy".
pub fn more_of(factor: &Column, step: f64) -> String {
    if is_yes_no(factor) {
        return format!("a day with {}", lowered(&factor.label));
    }
    format!("{} more of {}", with_unit(step, factor), lowered(&factor.label))
}

/// More of the factor, in words.
fn with_more(factor: &Column, step: f64) -> String {
    if is_yes_no(factor) {
        let label = lowered(&factor.label);
        format!("with {label} than without")
    } else {
        format!("for {}", more_of(factor, step))
    }
}

/// A number with its unit, if it has one.
pub fn with_unit(value: f64, column: &Column) -> String {
    format!("{} {}", number(value), unit_of(column)).trim_end().to_owned()
}

/// Several things were; one thing was.
fn was(column: &Column) -> &'static str {
    let counts = column.scale == Scale::Number && column.unit.is_empty() && !is_yes_no(column);
    if counts && column.label.ends_with('s') { "were" } else { "was" }
}

/// Whether a column holds only yes and no.
pub fn is_yes_no(column: &Column) -> bool {
    column.cells.iter().flatten().all(|value| *value == 0.0 || *value == 1.0)
}

/// The unit behind a number; empty for a plain number.
pub fn unit_of(column: &Column) -> &str {
    match (column.unit.as_str(), column.scale) {
        ("", Scale::Points) => "points",
        (unit, _) => unit,
    }
}

/// The grade in words, with the chance of being noise and where that figure is from: what was on the screen with the grade over
/// a year of looks, in 1,500 made-up diaries of three kinds. Seen again 39 false of 1,130 that ever were; clear 213 of 1,650
/// (the first measurement, over 120 diaries, had 1 in 15); possible 755 of 878 that stayed so.
pub fn grade(grade: Grade) -> String {
    match grade {
        Grade::SeenAgain => format!("seen again: about 1 in 30 patterns of this grade is chance {SIMULATED}"),
        Grade::Clear => format!("clear: about 1 in 8 patterns of this grade is chance {SIMULATED}"),
        Grade::Possible => {
            format!("possible: more than half of the patterns that stay at this grade are chance {SIMULATED}")
        }
        Grade::NotSeenAgain => "not seen again in the 56 days after it was first shown, now shown anew: \
                                more likely chance than not"
            .to_owned(),
        Grade::OneLook { q } => {
            let chance = match q {
                q if q <= 0.001 => "almost surely not chance",
                q if q <= 0.01 => "about 1 in 10 such patterns is chance",
                q if q <= 0.05 => "about 1 in 3 such patterns is chance",
                _ => "more likely chance than not",
            };
            format!("one look: {chance} {SIMULATED}")
        }
    }
}

/// Which windows fit nearly as well as the chosen one, by the day they start on.
pub fn other_windows(claim: &Claim) -> String {
    let others: Vec<String> =
        claim.plausible_lags.iter().filter(|lag| **lag != claim.lag).map(ToString::to_string).collect();
    match others.split_last() {
        None => "No window that starts on another day fits nearly as well.".to_owned(),
        Some((last, [])) => format!("Windows that start on day {last} fit nearly as well."),
        Some((last, rest)) => format!("Windows that start on day {} or {last} fit nearly as well.", rest.join(", ")),
    }
}

/// What is said when no pattern stands out: what could have been seen with this many days. The shares are the recall at q 0.05
/// of 300 simulated diaries the search was not tuned on, of 45, 90, 180, 365 and 730 days: .02, .04, .23, .51 and .76.
pub fn nothing_found(days: usize) -> String {
    let share = match days {
        0..=59 => "about 1 in 50",
        60..=119 => "about 1 in 25",
        120..=249 => "about 1 in 4",
        250..=499 => "about half",
        _ => "about 3 in 4",
    };
    let could = if days < 250 { "only strong ones could" } else { "many could" };
    format!(
        "No pattern stands out from chance. With {days} days, {could}: {share} of the effects a diary can hold would show."
    )
}

/// Two factors that go along with the outcome on the same days.
pub fn cannot_separate(pair: &CannotSeparate, table: &DayTable) -> String {
    let label = |key: &str| table.column(key).map_or_else(|| key.to_owned(), |column| column.label.clone());
    format!(
        "{} goes along with {}, but so does {} on the same days; your diary cannot tell them apart.",
        label(&pair.factor),
        label(&pair.outcome).to_lowercase(),
        label(&pair.rival).to_lowercase()
    )
}

/// Why a pair was not tested and how far it is.
pub fn not_tested(pair: &Untested, table: &DayTable) -> String {
    let label = |key: &str| table.column(key).map_or_else(|| key.to_owned(), |column| column.label.clone());
    let (have, need) = (pair.unmet.have, pair.unmet.need);
    match pair.unmet.rule {
        Rule::OutcomeDays => format!("{}: logged on {have} days; {need} are needed.", label(&pair.outcome)),
        Rule::OutcomeChanges => {
            format!("{}: differs from its usual value on {have} days; {need} are needed.", label(&pair.outcome))
        }
        Rule::FactorDays => format!("{}: logged on {have} days; {need} are needed.", label(&pair.factor)),
        Rule::FactorSides => {
            format!("{}: {have} days on one side of its middle; {need} on each are needed.", label(&pair.factor))
        }
        Rule::SameSeries => {
            format!("{} and {} are the same on every day.", label(&pair.factor), label(&pair.outcome).to_lowercase())
        }
        Rule::TakenOut => format!(
            "{} is taken out of {} beforehand, so that it cannot pose as something else; compare before and after.",
            label(&pair.factor),
            lowered(&label(&pair.outcome))
        ),
        Rule::FactorSwitches => format!(
            "Too few changes: {} was switched {}; {} are needed, or compare before and after, or run a trial.",
            label(&pair.factor).to_lowercase(),
            times(have.saturating_sub(1)),
            need - 1
        ),
    }
}

/// How often, in words.
fn times(count: usize) -> String {
    if count == 1 { "once".to_owned() } else { format!("{count} times") }
}

/// A number with as many digits as a person reads.
pub fn number(value: f64) -> String {
    let size = value.abs();
    let text = if size >= 100.0 {
        format!("{value:.0}")
    } else if size >= 10.0 {
        format!("{value:.1}")
    } else if size >= 0.1 || size == 0.0 {
        format!("{value:.2}")
    } else if size >= 0.001 {
        format!("{value:.4}")
    } else {
        return format!("{value:.0e}");
    };
    if text.contains('.') { text.trim_end_matches('0').trim_end_matches('.').to_owned() } else { text }
}
