//! Better or worse against the period before, in sentences with their doubt. They describe; they give no reason.

use super::Source;

use super::outcomes::is_index;
use super::signs::{days_before, signs};
use crate::analysis::before_flares::FLARE;
use crate::analysis::period_change::{PeriodChange, SIDE_ANSWERED_DAYS, TooLittle, period_change};
use crate::analysis::quantile::median;
use crate::columns::Column;
use crate::model::body_system::BodySystem;
use crate::report::chart::Days;
use crate::words::{Effect, count};

/// The program's own index of a body system, 0 best to 100 worst.
pub(super) fn index_of<'a>(source: &'a Source<'_>, system: BodySystem) -> Option<&'a Column> {
    source.table.columns.iter().find(|column| is_index(column) && column.is_outcome_of(system))
}

/// Said where no sign was answered.
const NOTHING: &str = "Nothing about skin or gut was answered in this period, so better or worse cannot be said.";
/// Said where signs were answered, but none of the indices could be worked out.
const SIGNS_ALONE: &str = "Too few of the signs of a day were answered to say better or worse in one number; those that were \
                           answered stand in the table.";

/// A sentence on the skin, one on flares, one on the gut.
pub(super) fn sentences(source: &Source<'_>) -> Vec<String> {
    let skin = of_index(source, BodySystem::Skin, "skin");
    let gut = of_index(source, BodySystem::Gut, "gut");
    let mut sentences: Vec<String> = skin.into_iter().chain(flares(source)).chain(gut).collect();
    if sentences.is_empty() {
        sentences.push(if signs(source).is_empty() { NOTHING } else { SIGNS_ALONE }.to_owned());
    }
    sentences
}

fn of_index(source: &Source<'_>, system: BodySystem, name: &str) -> Option<String> {
    let column = index_of(source, system)?;
    source.answers(column).next()?;
    let (first, last) = (source.request.first, source.request.last);
    Some(match period_change(source.table, column, first, last) {
        Ok(change) => compared(source, column, name, &change),
        Err(TooLittle::Days { before: 0, .. }) => format!(
            "Whether the {name} got better or worse cannot be said: {} was not answered before this period. A shorter period has \
             days before it to compare with.",
            column.label
        ),
        Err(TooLittle::Days { before, now }) => format!(
            "Whether the {name} got better or worse cannot be said: {} has {now} answered days in this period and {before} in \
             the one before, and {SIDE_ANSWERED_DAYS} are needed in each.",
            column.label
        ),
        Err(TooLittle::NoVariation) => {
            format!("{} was the same on nearly all days of this period and the one before.", column.label)
        }
    })
}

fn compared(source: &Source<'_>, column: &Column, name: &str, change: &PeriodChange) -> String {
    let of = column.quantity();
    let middle = |days: Days| median(source.values(column, days)).map_or_else(String::new, |middle| of.mean(middle));
    let now = middle((source.request.first, source.request.last));
    let before = middle(days_before(source));
    let words = Effect { estimate: change.difference, interval: change.interval }.words(&of);
    let claim = match (change.stands_out(), change.difference > 0.0) {
        (true, true) => format!("The {name} was worse than in the period before"),
        (true, false) => format!("The {name} was better than in the period before"),
        (false, _) => format!("Whether the {name} got better or worse is uncertain"),
    };
    format!(
        "{claim}: {} {now} (median), before {before}; on average {} (95 % interval {}; {} days answered, before {}).",
        column.label, words.size, words.interval, change.answered.1, change.answered.0
    )
}

/// Days with a flare, now and before, each beside the days on which it was answered.
fn flares(source: &Source<'_>) -> Option<String> {
    let column = source.table.column(FLARE)?;
    let of = |days: Days| {
        let answers = source.values(column, days);
        (answers.iter().filter(|value| **value > 0.0).count(), answers.len())
    };
    let ((now, answered), (before, answered_before)) =
        (of((source.request.first, source.request.last)), of(days_before(source)));
    if answered == 0 {
        return None;
    }
    let past = if answered_before == 0 {
        "it was not answered in the period before".to_owned()
    } else {
        format!("before on {before} of {answered_before}")
    };
    Some(format!("A flare was marked on {now} of {}; {past}.", count(answered, "answered day", "answered days")))
}
