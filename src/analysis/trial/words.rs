//! What a trial says in the words of a person: the verdict first, then the size, what it rests on, and what it cannot say. A trial
//! without a difference is a result like any other.

use super::error::Inconclusive;
use super::look_words;
use super::recorded::{AdherenceDays, Judged};
use super::side_words;
use super::size::Size;
use crate::analysis::insights::words::{label, lowered};
use crate::analysis::photo_limits::limits_of_all;
use crate::columns::{Column, DayTable, PhotoMeasure, photo_measure};
use crate::model::time::Day;
use crate::model::trackable::Direction;
use crate::model::trial::{Trial, TrialStage};
use crate::words::{Effect, capital, chance, count, percent};

/// Said of every outcome that a person rates.
const NOT_BLIND: &str =
    "You knew which days were on. What one rates oneself can follow what one expects, and no lot takes that away.";
/// Said of photos that were rated without their dates.
const RATED_BLIND: &str = "You knew which days were on when you took the photos, but not when you rated them: they came without their \
     dates. What you expected has less of a way into the result.";
/// Said of what was measured in photos.
const MEASURED: &str = "You knew which days were on. The photos were measured, not rated, but whoever takes them chooses light and moment.";

/// How far what one expects can have moved an outcome.
pub fn blinding(outcome: &str) -> &'static str {
    match photo_measure(outcome) {
        None => NOT_BLIND,
        Some(PhotoMeasure::BlindRating) => RATED_BLIND,
        Some(PhotoMeasure::Colors) => MEASURED,
    }
}
/// Why the order is better not looked at.
pub const WHY_NOT_TO_LOOK: &str =
    "Who knows the next weeks may live and rate accordingly. It is noted that you looked; the trial goes on.";
/// While a trial runs.
pub const NO_PEEK: &str =
    "The result opens when the last day is over. A result that is looked at early is wrong more often.";

/// What looks on the way are, said before they are chosen.
pub const LOOKS: &str = "After a third and after two thirds of the periods the program looks for you, at limits that keep the verdict as \
     strict as without looks. You are told only whether the trial goes on. Plans with too few orders are not looked at.";

/// Where the outcome of a trial is not in the diary any more.
pub const OUTCOME_GONE: &str = "Its outcome is not in the diary any more, so there is nothing to judge.";
/// Said of what was watched beside the main outcome.
pub const WATCHED_UNTESTED: &str =
    "Watched beside it, not tested: of several, one looks different by chance alone sooner or later.";

/// Why days within a running trial are not compared in what it is judged by.
pub fn not_compared(trial: &Trial) -> String {
    format!(
        "This day lies in the trial of {}, which runs until {}. Comparing the days around it would read the result early; it can \
         be compared after that.",
        trial.factor.name,
        trial.end().short()
    )
}

/// The heading of a result.
pub fn headline(trial: &Trial, judged: &Judged, outcome: &Column) -> String {
    let name = &outcome.label;
    let between = if trial.sides.is_some() { "on the treated side and on the other" } else { "on and off" };
    match &judged.verdict {
        Ok(verdict) if verdict.is_difference() && verdict.orders.is_none() => {
            format!("A difference is possible: {name} was not the same {between}.")
        }
        Ok(verdict) if verdict.is_difference() => {
            format!("A difference was shown: {name} was not the same {between}.")
        }
        Ok(_) | Err(Inconclusive::NoVariation) => format!("No difference was shown in {name}."),
        Err(_) => format!("Not enough logged to say anything of {name}."),
    }
}

/// The sentences under it, in order.
pub fn sentences(trial: &Trial, judged: &Judged, outcome: &Column) -> Vec<String> {
    let mut said = Vec::new();
    if let Err(reason) = &judged.verdict {
        said.push(format!("{}.", capital(&reason.to_string())));
    }
    if let Some(size) = &judged.size {
        said.push(match &judged.verdict {
            Ok(verdict) if verdict.orders.is_none() => side_words::size(size, verdict, outcome),
            _ => size_words(trial, size, outcome),
        });
        if trial.design.carry_over {
            said.push(
                "The size counts every day, also those on which it was still coming or going, so its full size may be larger."
                    .to_owned(),
            );
        }
    }
    if let Ok(verdict) = &judged.verdict
        && let Some(orders) = verdict.orders
    {
        said.push(format!(
            "Of the {orders} orders that could have been drawn, a share of {} would show as much by chance alone (p {}).",
            percent(verdict.p),
            chance(verdict.p)
        ));
        if !verdict.is_difference()
            && let Some(size) = &judged.size
        {
            said.push(none_shown(size, outcome));
        }
        let kept = usize::from(trial.design.periods).saturating_sub(verdict.dropped.len());
        said.push(format!(
            "{kept} of {} periods and {} of {} days count.",
            trial.design.periods,
            verdict.days,
            trial.days()
        ));
    }
    said.extend(side_words::judged_by_size(trial, judged, outcome));
    said.extend(look_words::result(trial));
    said.extend(belief_words(trial, judged, outcome));
    said
}

/// The size of a difference, with its interval, in the words of its trial.
pub fn size_words(trial: &Trial, size: &Size, outcome: &Column) -> String {
    let words = Effect { estimate: size.difference, interval: size.interval }.words(&outcome.quantity());
    if trial.sides.is_some() {
        return format!(
            "On the treated side {} was {} than on the other ({} interval {}).",
            lowered(&outcome.label),
            words.size,
            percent(1.0 - size.level),
            words.interval
        );
    }
    format!(
        "On days with “{}”, {} was {} than on days with “{}” ({} interval {}).",
        trial.factor.on,
        outcome.label,
        words.size,
        trial.factor.off,
        percent(1.0 - size.level),
        words.interval
    )
}

/// What can still be there where nothing was shown.
fn none_shown(size: &Size, outcome: &Column) -> String {
    let (low, high) = size.interval;
    if low * high > 0.0 {
        let way = if size.difference < 0.0 { "lower" } else { "higher" };
        return format!(
            "The order of the periods alone does not rule out chance; the size points to {way} {}.",
            outcome.label
        );
    }
    let of = outcome.quantity();
    let reach = low.abs().max(high.abs());
    let shown = if of.yes_no { format!("{} days in 100", of_100(reach)) } else { of.with_unit(&of.mean(reach)) };
    format!("A difference of more than about {shown} would likely have been seen; a smaller one can be there.")
}

fn of_100(share: f64) -> String {
    format!("{:.0}", 100.0 * share)
}

/// A belief in whole hundredths; it is never 0 and never certainty.
fn belief_of_100(belief: f64) -> String {
    match belief {
        belief if belief < 0.01 => "fewer than 1".to_owned(),
        belief if belief > 0.99 => "more than 99".to_owned(),
        belief => of_100(belief),
    }
}

fn belief_words(trial: &Trial, judged: &Judged, outcome: &Column) -> Option<String> {
    let likely = judged.belief?.better_by(trial.smallest_change, trial.direction)?;
    let of = outcome.quantity();
    let way = if trial.direction == Direction::WorseUp { "lower" } else { "higher" };
    Some(format!(
        "If you first took it that large differences are rare, you would now give {} in 100 that {} is {way} by at least {}, the \
         change that you said would matter, with “{}”.",
        belief_of_100(likely),
        outcome.label,
        of.with_unit(&of.answer(trial.smallest_change)),
        trial.factor.on
    ))
}

/// How far the instructions were kept to.
pub fn adherence(days: AdherenceDays) -> String {
    let AdherenceDays { yes, mostly, no, missing } = days;
    format!("Kept to it: yes on {}, mostly on {mostly}, no on {no}, no answer on {missing}.", count(yes, "day", "days"))
}

/// Where a trial stands, in one line: "day 9 of 70", "ended early on day 9 of 70".
pub fn standing(trial: &Trial, today: Day) -> String {
    let days = trial.days();
    match (trial.stage(today), &trial.ended) {
        (TrialStage::Ahead, _) => format!("starts {}, {days} days", trial.start.brief(today)),
        (TrialStage::Running { day }, _) => format!("day {day} of {days}"),
        (TrialStage::Over, _) if trial.ended_by_look().is_some() => look_words::standing(trial, today),
        (TrialStage::Over, Some(ended)) => {
            let day = ended.on.days_since(trial.start) + 1;
            let why = ended.why.as_ref().map_or_else(String::new, |why| format!(": {why}"));
            if day < 1 {
                format!("ended before its first day{why}")
            } else {
                format!("ended early, on day {day} of {days}, {}{why}", ended.on.brief(today))
            }
        }
        (TrialStage::Over, None) => format!("{} to {}", trial.start.brief(today), trial.last().brief(today)),
    }
}

/// What was fixed before the first day, a sentence each.
pub fn plan(trial: &Trial, table: &DayTable) -> Vec<String> {
    let Trial { factor, .. } = trial;
    let smallest = table.column(&trial.outcome).map_or_else(
        || trial.smallest_change.to_string(),
        |column| column.quantity().with_unit(&column.quantity().answer(trial.smallest_change)),
    );
    let mut said = vec![
        format!("Fixed on {}: {}", trial.drawn.short(), design(trial)),
        format!("On: {}. Off: {}.", factor.on, factor.off),
        format!("Judged by {}; a change of {smallest} or more would matter.", label(table, &trial.outcome)),
    ];
    let names = |keys: &[String]| keys.iter().map(|key| label(table, key)).collect::<Vec<_>>().join(", ");
    said.extend(trial.sides.map(|sides| side_words::sides(trial.design.lot, sides)));
    if !trial.watched.is_empty() {
        said.push(format!("Watched beside it: {}.", names(&trial.watched)));
    }
    if !trial.covariates.is_empty() {
        said.push(format!("Taken out of it before it is judged: {}.", names(&trial.covariates)));
    }
    let judged_by = trial.watched.iter().chain([&trial.outcome]).map(String::as_str);
    said.extend(limits_of_all(judged_by).into_iter().map(str::to_owned));
    said.extend(look_words::plan(trial));
    said.extend(trial.order_seen.map(|day| format!("The whole order was looked at on {}.", day.short())));
    said.extend(
        trial.resumed.map(|day| {
            format!("It was ended and, on {}, taken up again; its result could be seen by then.", day.short())
        }),
    );
    said
}

/// What is said of an outcome that was watched: its size, and no verdict.
pub fn watched(trial: &Trial, judged: &Judged, outcome: &Column) -> String {
    match &judged.size {
        Some(size) => size_words(trial, size, outcome),
        None => format!("Not enough logged to say anything of {}.", outcome.label),
    }
}

/// The periods of a trial in one line.
pub fn design(trial: &Trial) -> String {
    let design = trial.design;
    if !design.lot.has_orders() {
        return format!("{}.", capital(&side_words::stretches(design)));
    }
    let washout = match design.washout_days {
        0 if design.carry_over => "every day counts, and what lingers for days is looked for".to_owned(),
        0 => "every day counts".to_owned(),
        1 => "the first day of each does not count".to_owned(),
        days => format!("the first {days} days of each do not count"),
    };
    let each = count(usize::from(design.days_per_period), "day", "days");
    format!("{} periods of {each}, half of them on, in an order drawn by lot; {washout}.", design.periods)
}

#[cfg(test)]
mod tests {
    use super::belief_of_100;

    #[test]
    fn a_belief_is_never_none_and_never_certain() {
        let said = [0.0, 0.009, 0.01, 0.42, 0.99, 0.991, 1.0].map(belief_of_100);
        assert_eq!(said, ["fewer than 1", "fewer than 1", "1", "42", "99", "more than 99", "more than 99"]);
    }
}
