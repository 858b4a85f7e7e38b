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
use crate::words::Effect;
use crate::words::report::headline::{self as words, Change, Compared};

/// The program's own index of a body system, 0 best to 100 worst.
pub(super) fn index_of<'a>(source: &'a Source<'_>, system: BodySystem) -> Option<&'a Column> {
    source.table.columns.iter().find(|column| is_index(column) && column.is_outcome_of(system))
}

/// A sentence on the skin, one on flares, one on the gut.
pub(super) fn sentences(source: &Source<'_>) -> Vec<String> {
    let skin = of_index(source, BodySystem::Skin, "skin");
    let gut = of_index(source, BodySystem::Gut, "gut");
    let mut sentences: Vec<String> = skin.into_iter().chain(flares(source)).chain(gut).collect();
    if sentences.is_empty() {
        sentences.push(if signs(source).is_empty() { words::NOTHING } else { words::SIGNS_ALONE }.to_owned());
    }
    sentences
}

fn of_index(source: &Source<'_>, system: BodySystem, name: &str) -> Option<String> {
    let column = index_of(source, system)?;
    source.answers(column).next()?;
    let (first, last) = (source.request.first, source.request.last);
    Some(match period_change(source.table, column, first, last) {
        Ok(change) => compared(source, column, name, &change),
        Err(TooLittle::Days { before: 0, .. }) => words::not_before(name, &column.label),
        Err(TooLittle::Days { before, now }) => words::too_few(name, &column.label, (before, now), SIDE_ANSWERED_DAYS),
        Err(TooLittle::NoVariation) => words::same(&column.label),
    })
}

fn compared(source: &Source<'_>, column: &Column, name: &str, change: &PeriodChange) -> String {
    let of = column.quantity();
    let middle = |days: Days| median(source.values(column, days)).map_or_else(String::new, |middle| of.mean(middle));
    let now = middle((source.request.first, source.request.last));
    let before = middle(days_before(source));
    let effect = Effect { estimate: change.difference, interval: change.interval }.words(&of);
    let way = match (change.stands_out(), change.difference > 0.0) {
        (true, true) => Change::Worse,
        (true, false) => Change::Better,
        (false, _) => Change::Uncertain,
    };
    words::compared(&Compared {
        name,
        label: &column.label,
        change: way,
        now: &now,
        before: &before,
        effect: &effect,
        answered: change.answered,
    })
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
    Some(words::flares((now, answered), (before, answered_before)))
}
