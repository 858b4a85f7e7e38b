//! Trials: locked when they start. After that a trial takes answers, an early end and, as a whole, being deleted, and nothing else:
//! an outcome or a design that could be changed on the way would make the verdict worth nothing.

use super::change::Change;
use super::error::CommandError;
use crate::model::course::Course;
use crate::model::diary::Diary;
use crate::model::record::{Record, RecordKey};
use crate::model::time::Day;
use crate::model::trial::{
    Adherence, EndedEarly, Lot, MOST_COVARIATES, MOST_TRIAL_DAYS, MOST_TRIAL_PERIODS, MOST_WATCHED, Trial, TrialId,
    TrialStage, TrialSubject,
};
use crate::model::trial_look::{LookFinding, TrialLook};
use crate::model::trial_sides::{LEAST_UNTREATED_DAYS, TrialSides};

/// The latest first day, in days from the day it is drawn.
pub const LATEST_START_DAYS: i32 = 28;
/// The longest key of an outcome, in characters.
const LONGEST_KEY: usize = 100;

fn wrong<T>(words: impl Into<String>) -> Result<T, CommandError> {
    Err(CommandError::Trial(words.into()))
}

fn known(diary: &Diary, id: TrialId) -> Result<&Trial, CommandError> {
    diary.trial(id).ok_or(CommandError::NoTrial)
}

fn put(diary: &Diary, trial: Trial) -> Vec<Change> {
    Change::put(diary, Record::Trial(Box::new(trial))).unless_nothing()
}

/// Locks a trial. It is drawn today and has seen no day yet.
///
/// # Errors
/// [`CommandError::Trial`] if it starts in the past or far ahead, another one is planned or runs, or it breaks a rule.
pub(super) fn start(diary: &Diary, trial: Trial, today: Day) -> Result<Vec<Change>, CommandError> {
    if trial.start < today {
        return wrong(
            "a trial cannot start in the past: what is fixed afterwards fits what was seen; choose today or later",
        );
    }
    if trial.start.days_since(today) > LATEST_START_DAYS {
        return wrong(format!(
            "a trial starts within {LATEST_START_DAYS} days, so that the plan still fits; choose an earlier day"
        ));
    }
    if let Some(other) = diary.trials().find(|other| other.stage(today) != TrialStage::Over) {
        return wrong(format!(
            "the trial of {} runs until {}; with two at once nobody could tell which of them mattered",
            other.factor.name,
            other.end().short()
        ));
    }
    let trial = Trial {
        id: diary.next_trial_id(),
        drawn: today,
        kept: std::collections::BTreeMap::new(),
        ended: None,
        looked: Vec::new(),
        order_seen: None,
        resumed: None,
        ..trial
    };
    check(&trial)?;
    check_sides(&trial)?;
    Ok(put(diary, trial))
}

/// What two sides need to be compared by, said before the first day. One that was run elsewhere is taken as it is.
fn check_sides(trial: &Trial) -> Result<(), CommandError> {
    let lot = trial.design.lot;
    let (days, periods) = (TrialSides::least_days(lot), TrialSides::least_periods(lot));
    if trial.sides.is_none() {
        return Ok(());
    }
    if trial.days() < days {
        return wrong(format!("to compare two sides this way takes {days} days or more; choose a longer plan"));
    }
    if trial.design.periods < periods {
        return wrong(format!(
            "to compare two sides this way takes {periods} periods or more; choose a plan with more"
        ));
    }
    if !lot.has_orders() && lot.untreated_days() < LEAST_UNTREATED_DAYS {
        return wrong(format!("{LEAST_UNTREATED_DAYS} days on which neither side is treated come first"));
    }
    Ok(())
}

/// Notes whether a day was kept to.
///
/// # Errors
/// [`CommandError`] if the day is not one of the trial or has not come yet.
pub(super) fn answer(
    diary: &Diary,
    id: TrialId,
    day: Day,
    kept: Option<Adherence>,
    today: Day,
) -> Result<Vec<Change>, CommandError> {
    let mut trial = known(diary, id)?.clone();
    if !trial.has(day) {
        return wrong(format!("{} is no day of the trial of {}", day.short(), trial.factor.name));
    }
    if day > today {
        return Err(CommandError::ToCome { day });
    }
    match kept {
        Some(kept) => drop(trial.kept.insert(day, kept)),
        None => drop(trial.kept.remove(&day)),
    }
    Ok(put(diary, trial))
}

/// Notes that the whole order was looked at; the first look counts.
///
/// # Errors
/// [`CommandError::NoTrial`].
pub(super) fn see_order(diary: &Diary, id: TrialId, today: Day) -> Result<Vec<Change>, CommandError> {
    let trial = known(diary, id)?.clone();
    if trial.order_seen.is_some() || trial.stage(today) == TrialStage::Over {
        return Ok(Vec::new());
    }
    Ok(put(diary, Trial { order_seen: Some(today), ..trial }))
}

/// Takes a look that is due, with what it came to. A look that was taken stays taken.
///
/// # Errors
/// [`CommandError::Trial`] if no look is due.
pub(super) fn look(diary: &Diary, id: TrialId, found: LookFinding, today: Day) -> Result<Vec<Change>, CommandError> {
    let mut trial = known(diary, id)?.clone();
    let Some(periods) = trial.due_look(today) else {
        return wrong(format!("no look at the trial of {} is due", trial.factor.name));
    };
    trial.looked.push(TrialLook { on: today, periods, found });
    Ok(put(diary, trial))
}

/// Ends a trial early.
///
/// # Errors
/// [`CommandError::Trial`] if it is over already, or the day lies elsewhere than between today and the first day.
pub(super) fn end(diary: &Diary, id: TrialId, ended: EndedEarly, today: Day) -> Result<Vec<Change>, CommandError> {
    let trial = known(diary, id)?.clone();
    if trial.ended.is_some() || trial.stage(today) == TrialStage::Over {
        return wrong(format!("the trial of {} is over already", trial.factor.name));
    }
    if ended.on != today {
        return wrong("a trial ends on the day on which it is ended");
    }
    Ok(put(diary, Trial { ended: Some(ended), ..trial }))
}

/// Deletes a trial.
///
/// # Errors
/// [`CommandError::NoTrial`].
pub(super) fn remove(diary: &Diary, id: TrialId) -> Result<Vec<Change>, CommandError> {
    known(diary, id)?;
    Ok(vec![Change::delete(diary, RecordKey::Trial(id))])
}

/// Adds a trial as it was run elsewhere, under a number of its own. `course` is the course it is about as it was there: here it
/// has the number of the one that is the same, and no course if there is none.
///
/// # Errors
/// [`CommandError::Trial`] if it breaks a rule.
pub(super) fn bring(diary: &Diary, mut trial: Trial, course: Option<&Course>) -> Result<Vec<Change>, CommandError> {
    check(&trial)?;
    if let Some(course) = course {
        let same = diary.courses().find(|known| Course { id: course.id, ..(*known).clone() } == *course);
        trial.factor.subject = same.map(|known| TrialSubject::Course(known.id));
    }
    if diary.trials().any(|known| Trial { id: trial.id, ..known.clone() } == trial) {
        return Ok(Vec::new());
    }
    let is_free = trial.id != TrialId::NEW && diary.trial(trial.id).is_none();
    let id = if is_free { trial.id } else { diary.next_trial_id() };
    Ok(put(diary, Trial { id, ..trial }))
}

/// Checks a trial, wherever it came from.
///
/// # Errors
/// [`CommandError::Trial`] with the rule.
pub(super) fn check(trial: &Trial) -> Result<(), CommandError> {
    let Trial { design, factor, .. } = trial;
    let days = design.days();
    if days == 0 || days > MOST_TRIAL_DAYS {
        return wrong(format!(
            "a trial lasts 1 to {MOST_TRIAL_DAYS} days, this one {days}; take fewer or shorter periods"
        ));
    }
    let periods = usize::from(design.periods);
    if periods > MOST_TRIAL_PERIODS || !design.lot.fits(periods) {
        return wrong(if design.lot.has_orders() {
            format!("{periods} periods cannot be half on and half off; take an even number up to {MOST_TRIAL_PERIODS}")
        } else {
            "of two sides one is treated, or first the one and then the other".to_owned()
        });
    }
    if design.washout_days >= design.days_per_period {
        return wrong("every period needs days that count; leave out fewer days at its start");
    }
    if !is_of_lot(trial) {
        return wrong(format!("the order of the trial of {} is none that its lot can draw", factor.name));
    }
    if !trial.smallest_change.is_finite() || trial.smallest_change <= 0.0 {
        return wrong("the smallest change that matters has to be a number above 0");
    }
    let fits = |key: &String| !key.is_empty() && key.chars().count() <= LONGEST_KEY;
    if !fits(&trial.outcome) || !trial.watched.iter().all(fits) {
        return wrong("a trial needs an outcome; choose one that you log");
    }
    if trial.watched.len() > MOST_WATCHED || trial.watched.contains(&trial.outcome) {
        return wrong(format!("beside the main outcome up to {MOST_WATCHED} others can be watched"));
    }
    let covariates = &trial.covariates;
    if covariates.len() > MOST_COVARIATES || !covariates.iter().all(fits) || covariates.contains(&trial.outcome) {
        return wrong(format!(
            "beside the factor up to {MOST_COVARIATES} other things can be taken out of the outcome"
        ));
    }
    let looked: Vec<u8> = trial.looked.iter().map(|look| look.periods).collect();
    let is_fixed = |periods: &u8| design.look_after().any(|after| after == *periods);
    if !looked.is_sorted() || !looked.iter().all(is_fixed) || (design.looks && !design.lot.has_orders()) {
        return wrong("looks on the way are those that were fixed beforehand, in their order");
    }
    if design.carry_over && design.washout_days > 0 {
        return wrong("where what lingers is looked for, every day counts; leave out no days");
    }
    if !design.lot.has_orders() && trial.sides.is_none() {
        return wrong("treating one side for long needs two sides to compare; choose them");
    }
    if trial.sides.is_some_and(|sides| !sides.are_mirrored()) {
        return wrong("only a place and the same place on the other side can be compared");
    }
    if trial.drawn > trial.start {
        return wrong("a trial is drawn before its first day");
    }
    if trial.ended.as_ref().is_some_and(|ended| ended.on < trial.drawn || ended.on > trial.last()) {
        return wrong("a trial cannot end before it was drawn or after its last day");
    }
    if trial.kept.keys().any(|day| !trial.has(*day)) {
        return wrong("an answer of the trial belongs to a day that is none of its days");
    }
    Ok(())
}

fn is_of_lot(trial: &Trial) -> bool {
    let on: Vec<bool> = trial.on().collect();
    let is_even = || 2 * on.iter().filter(|on| **on).count() == on.len();
    trial.order.chars().all(|period| period == 'A' || period == 'B')
        && on.len() == usize::from(trial.design.periods)
        && match trial.design.lot {
            Lot::Balanced { most_alike } => {
                is_even() && on.chunk_by(|a, b| a == b).all(|alike| alike.len() <= usize::from(most_alike))
            }
            Lot::Pairs => on.chunks(2).all(|pair| pair.first() != pair.last()),
            Lot::SwapOnce { .. } => is_even(),
            Lot::OneSide { .. } => true,
        }
}

/// A change of a step that is taken back or made again: what was seen of a trial stays seen. A look at its order stays noted, and
/// a trial that goes on although it was ended keeps the day from which its result could be seen.
pub(super) fn keep_seen(diary: &Diary, mut change: Change, today: Day) -> Change {
    if let (RecordKey::Trial(id), Some(Record::Trial(after))) = (&change.key, &mut change.after)
        && let Some(known) = diary.trial(*id)
    {
        after.order_seen = after.order_seen.or(known.order_seen);
        after.resumed = after.resumed.or(known.resumed);
        if after.looked.len() < known.looked.len() {
            after.looked.clone_from(&known.looked);
        }
        if known.ended.is_some() && after.ended.is_none() {
            after.resumed = after.resumed.or(Some(today));
        }
    }
    change
}

/// What a step calls a trial.
pub(super) fn name(diary: &Diary, id: TrialId) -> String {
    diary.trial(id).map_or_else(|| "a trial".to_owned(), |trial| format!("the trial of {}", trial.factor.name))
}

/// What a step calls an answer.
pub(super) fn name_of_answer(diary: &Diary, id: TrialId, (day, today): (Day, Day), kept: Option<Adherence>) -> String {
    let kept = kept.map_or("no answer", Adherence::label);
    format!("{}, kept to it: {kept}, {}", name(diary, id), day.brief(today))
}
