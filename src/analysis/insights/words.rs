//! Insights in words. Nothing here says that one thing brings about another; every number stands beside what makes it
//! doubtful.

use super::{CannotSeparate, Discovery, Finding, Grade, Untested};
use crate::analysis::engine::minimum::{OUTCOME_DAYS, Rule};
use crate::columns::{Column, DayTable, Origin, Scale};
use crate::model::trackable::Direction;
use crate::words::{Amount, Effect, Side, count, pair_heading, plain};

/// Stands with every finding.
pub const CONFOUNDING: &str = "Other things that changed on the same days can be behind this.";
/// Stands behind every share of findings that are chance.
pub const SIMULATED: &str = "in simulated diaries";

/// The finding in a sentence: direction, size for one typical step, interval, lag, days. What makes it very doubtful is said
/// before all else.
pub fn sentence(finding: &Finding, table: &DayTable) -> String {
    let (Some(factor), Some(outcome)) = (table.column(&finding.factor), table.column(&finding.outcome)) else {
        return String::new();
    };
    let claim = &finding.claim;
    let of = outcome.quantity();
    let effect = Effect { estimate: claim.effect, interval: claim.interval }.scaled(finding.step).words(&of);
    let there = if of.yes_no { "there on " } else { "" };
    format!(
        "{}{}, {} {} {there}{} {} (95 % interval {}; {}).",
        doubts(finding, factor, outcome),
        when(claim.lag, claim.lag_end),
        lowered(&outcome.label),
        was(outcome),
        effect.size,
        with_more(factor, finding.step),
        effect.interval,
        answered_days(claim, factor)
    )
}

/// On how many days both were answered, and on how many the factor was filled in.
pub fn answered_days(claim: &Discovery, factor: &Column) -> String {
    let both = format!("both answered on {}", count(claim.paired_days, "day", "days"));
    match claim.filled_days {
        0 => both,
        filled => {
            let more = count(filled, "more day", "more days");
            format!("{both}, and {} filled in from other days on {more}", lowered(&factor.label))
        }
    }
}

/// What makes a finding very doubtful: too few days with both answered, or an interval wider than half of what was answered.
fn doubts(finding: &Finding, factor: &Column, outcome: &Column) -> String {
    let mut doubts = String::new();
    if finding.claim.paired_days < OUTCOME_DAYS {
        let (factor, outcome) = (lowered(&factor.label), lowered(&outcome.label));
        let days = count(finding.claim.paired_days, "day", "days");
        doubts += &format!("Few days: {factor} and {outcome} were both answered on only {days}. ");
    }
    let ends = |(low, high): (f64, f64), value: &f64| (low.min(*value), high.max(*value));
    let (least, most) = outcome.cells.iter().flatten().fold((f64::INFINITY, f64::NEG_INFINITY), ends);
    let (low, high) = finding.claim.interval;
    if (high - low) * finding.step > (most - least) / 2.0 {
        doubts += "Very uncertain: the interval is wider than half of the scale. ";
    }
    doubts
}

/// The name of a column, or its key where the table no longer has it.
pub fn label(table: &DayTable, key: &str) -> String {
    table.column(key).map_or_else(|| key.to_owned(), |column| column.label.clone())
}

/// The heading of a pair: "Dairy and redness".
pub fn pair_title(factor: &str, outcome: &str, table: &DayTable) -> String {
    format!("{} and {}", label(table, factor), lowered(&label(table, outcome)))
}

/// The heading of a finding, which says the way it goes: "More sleep, less itch".
pub fn heading(finding: &Finding, table: &DayTable) -> String {
    match (table.column(&finding.factor), table.column(&finding.outcome)) {
        (Some(factor), Some(outcome)) => pair_heading(side(factor), side(outcome), finding.claim.effect > 0.0),
        _ => pair_title(&finding.factor, &finding.outcome, table),
    }
}

fn side(column: &Column) -> Side<'_> {
    let amount = if column.quantity().yes_no {
        Amount::YesNo
    } else if column.scale == Scale::Points {
        // Of a number that is worked out, only higher and lower are plain.
        let neutral = column.origin == Origin::Computed;
        Amount::Level(if neutral { Direction::Neutral } else { column.direction })
    } else if was(column) == "were" {
        Amount::Many
    } else {
        Amount::Much
    };
    Side { label: &column.label, amount }
}

/// The grade in a few words, with its chance of being noise: for a badge. [`grade`] says it in full.
pub fn badge(grade: Grade) -> String {
    let name = match grade {
        Grade::Replicated => "seen again",
        Grade::Clear => "clear",
        Grade::Possible => return "possible · over half are chance".to_owned(),
        Grade::NotReplicated => return "not seen again · likely chance".to_owned(),
        Grade::OneLook { .. } => return "one look".to_owned(),
    };
    match grade.one_of_so_many_is_chance() {
        Some(number) => format!("{name} · 1 in {number} is chance"),
        None => name.to_owned(),
    }
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
    let of = outcome.quantity();
    match of.unit {
        _ if of.yes_no => " as a share of days".to_owned(),
        "" => String::new(),
        unit => format!(" in {unit}"),
    }
}

/// One typical step of a factor: "2 points more of stress", "a day with dairy".
pub fn more_of(factor: &Column, step: f64) -> String {
    let of = factor.quantity();
    if of.yes_no {
        return format!("a day with {}", lowered(&factor.label));
    }
    format!("{} more of {}", of.with_unit(&plain(step)), lowered(&factor.label))
}

/// More of the factor, in words.
fn with_more(factor: &Column, step: f64) -> String {
    if factor.quantity().yes_no {
        let label = lowered(&factor.label);
        format!("with {label} than without")
    } else {
        format!("for {}", more_of(factor, step))
    }
}

/// Several things were; one thing was.
fn was(column: &Column) -> &'static str {
    let counts = column.scale == Scale::Number && column.unit.is_empty() && !column.quantity().yes_no;
    if counts && column.label.ends_with('s') { "were" } else { "was" }
}

/// The grade in words, with the chance of being noise and where that figure is from
/// ([`Grade::one_of_so_many_is_chance`]).
pub fn grade(grade: Grade) -> String {
    let chance = |name: &str| match grade.one_of_so_many_is_chance() {
        Some(number) => format!("{name}: about 1 in {number} patterns of this grade is chance {SIMULATED}"),
        None => name.to_owned(),
    };
    match grade {
        Grade::Replicated => chance("seen again"),
        Grade::Clear => chance("clear"),
        Grade::Possible => {
            format!("possible: more than half of the patterns that stay at this grade are chance {SIMULATED}")
        }
        Grade::NotReplicated => "not seen again in the 56 days after it was first shown, now shown anew: \
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
pub fn other_windows(claim: &Discovery) -> String {
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
