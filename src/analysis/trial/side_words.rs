//! Words of trials that compare two sides, above all of those in which one toss decided and the size alone speaks.

use super::recorded::Judged;
use super::side_test::{LITTLE_IN_COMMON, would_have_shown};
use super::size::Size;
use super::verdict::Verdict;
use crate::analysis::insights::words::lowered;
use crate::columns::Column;
use crate::model::region::Region;
use crate::model::trial::{Lot, Trial, TrialDesign};
use crate::model::trial_sides::TrialSides;
use crate::words::{Effect, count, percent};

/// Why such a trial never says more than that something is possible.
pub const AT_BEST_POSSIBLE: &str = "One toss decided which side is treated, so its order proves nothing. At best such a test says that a difference is possible.";

/// What is said before a trial of two sides that have little in common; `None` where they go up and down together, or nobody knows.
pub fn little_gained(together: Option<f64>) -> Option<&'static str> {
    together.filter(|correlation| *correlation < LITTLE_IN_COMMON).map(|_| {
        "In the weeks before, the two sides did not go up and down together much, so little is gained by comparing them."
    })
}

/// The plan of a trial that treats one side for long, in the middle of a sentence.
pub fn stretches(design: TrialDesign) -> String {
    let days = |days: u16| count(usize::from(days), "day", "days");
    let (untreated, stretch) = (days(design.lot.untreated_days()), days(design.days_per_period));
    match (design.lot, design.washout_days) {
        (Lot::SwapOnce { .. }, washout) => {
            format!(
                "{untreated} with neither side, {stretch} on one side, then as long on the other{}",
                cut(washout, "of both")
            )
        }
        (_, washout) => {
            format!("{untreated} with neither side, then {stretch} on one side{}", cut(washout, "of these"))
        }
    }
}

fn cut(washout_days: u16, of: &str) -> String {
    match washout_days {
        0 => String::new(),
        1 => format!("; the first day {of} does not count"),
        days => format!("; the first {days} days {of} do not count"),
    }
}

/// What is done with the sides.
pub fn sides(lot: Lot, sides: TrialSides) -> String {
    let [one, other] = [sides.one, sides.other].map(|place| place.label().to_lowercase());
    match lot {
        Lot::Balanced { .. } | Lot::Pairs => format!(
            "One side is treated at a time: the {one} on days on, the {other} on days off. The two are compared day by day."
        ),
        Lot::SwapOnce { .. } => format!(
            "Of the {one} and the {other} a toss decides which is treated first; the two are compared day by day."
        ),
        Lot::OneSide { .. } => {
            format!("Of the {one} and the {other} a toss decides which is treated; the two are compared day by day.")
        }
    }
}

/// The size of a difference that was judged by it.
pub(super) fn size(size: &Size, verdict: &Verdict, outcome: &Column) -> String {
    let words = Effect { estimate: size.difference, interval: size.interval }.words(&outcome.quantity());
    let possible = if verdict.is_difference() { "; possible" } else { "" };
    format!(
        "On the treated side {} was {} than on the other ({} interval {}; {}{possible}).",
        lowered(&outcome.label),
        words.size,
        percent(1.0 - size.level),
        words.interval,
        count(verdict.days, "paired day", "paired days"),
    )
}

/// What else is said where the size alone speaks: what it can say at best, and, where nothing was found, what would have shown.
pub(super) fn judged_by_size(trial: &Trial, judged: &Judged, outcome: &Column) -> Vec<String> {
    let (Ok(verdict), Some(size)) = (&judged.verdict, &judged.size) else { return Vec::new() };
    if verdict.orders.is_some() {
        return Vec::new();
    }
    let mut said = Vec::new();
    if !verdict.is_difference() {
        let of = outcome.quantity();
        let smallest = of.with_unit(&of.answer(trial.smallest_change));
        let of_10 = (10.0 * would_have_shown(size, trial.smallest_change)).round();
        said.push(if of_10 < 1.0 {
            format!("A difference of {smallest} would have shown in fewer than 1 of 10 such tests.")
        } else {
            format!("A difference of {smallest} would have shown in about {of_10:.0} of 10 such tests.")
        });
    }
    said.push(AT_BEST_POSSIBLE.to_owned());
    said
}

/// What is said where the treated side became worse.
pub fn made_worse(place: Region) -> String {
    format!(
        "The {}, which is treated, was clearly worse than the other side on 3 days in a row. Stop treating it and end the test. If \
         it does not settle, show it to a doctor or pharmacist.",
        place.label().to_lowercase()
    )
}
