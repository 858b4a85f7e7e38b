//! A trial of the diary, drawn and judged: from the record that was locked to the design and order of this room and back.

use super::belief::{Belief, LEAST_PRIOR_DAYS, PRIOR_DAYS, prior_sd};
use super::design::Design;
use super::error::{DesignError, Inconclusive};
use super::looks;
use super::periods::Statistic;
use super::randomisation::Randomisation;
use super::sequence::Sequence;
use super::side_test::{SideTest, enough_of_both};
use super::size::{Size, size_beside};
use super::verdict::{Method, Verdict, with};
use crate::analysis::engine::Cells;
use crate::columns::DayTable;
use crate::model::time::Day;
use crate::model::trial::{Adherence, Lot, Trial, TrialDesign, TrialStage};
use crate::model::trial_look::LookFinding;
use crate::model::trial_sides::TrialSides;
use crate::rng::Rng;

/// Stream of chance of the one toss between two sides.
const OF_THE_TOSS: u64 = 13;

fn randomisation(design: TrialDesign) -> Option<Randomisation> {
    let periods = usize::from(design.periods);
    match design.lot {
        Lot::Balanced { most_alike } => Some(Randomisation::Balanced { periods, most_alike: usize::from(most_alike) }),
        Lot::Pairs => Some(Randomisation::Pairs { pairs: periods / 2 }),
        Lot::SwapOnce { .. } | Lot::OneSide { .. } => None,
    }
}

/// What the lot of a trial is drawn from: the diary, the number of the trial in it, and its first day. The same trial cannot be
/// drawn again until its order pleases.
pub fn seed(diary_id: &str, number: usize, start: Day) -> u64 {
    let mut bytes = [0; 8];
    let hash = blake3::hash(format!("{diary_id} {number} {start}").as_bytes());
    bytes.copy_from_slice(&hash.as_bytes()[..8]);
    u64::from_le_bytes(bytes)
}

/// What is compared between the orders of a design.
fn statistic(design: TrialDesign) -> Statistic {
    if design.carry_over { Statistic::CarryOver } else { Statistic::Whitened }
}

pub(super) fn design_of(design: TrialDesign) -> Result<Design, DesignError> {
    let (days, washout) = (usize::from(design.days_per_period), usize::from(design.washout_days));
    let randomisation = randomisation(design).ok_or(DesignError::Periods { periods: usize::from(design.periods) })?;
    Design::new(randomisation, days, washout)
}

/// The order that a seed draws for a design, A for a period off and B for one on.
///
/// # Errors
/// [`DesignError`] if the design is no trial or could not come to a verdict.
pub fn draw(design: TrialDesign, seed: u64) -> Result<String, DesignError> {
    if let Some(test) = SideTest::new(design) {
        return Ok(test.order(Rng::new(seed, OF_THE_TOSS).chance(0.5)).to_owned());
    }
    Ok(design_of(design)?.randomisation().draw(seed)?.to_string())
}

/// On how many days of a trial its instruction was kept to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct AdherenceDays {
    /// Days kept to wholly.
    pub yes: usize,
    /// Days with a small slip.
    pub mostly: usize,
    /// Days not kept to.
    pub no: usize,
    /// Days without an answer, up to the last one that is over.
    pub missing: usize,
}

impl AdherenceDays {
    /// Counts the days of a trial up to a day.
    pub fn of_trial(trial: &Trial, until: Day) -> Self {
        let count = |wanted| trial.kept.values().filter(|kept| **kept == wanted).count();
        let (yes, mostly, no) = (count(Adherence::Yes), count(Adherence::Mostly), count(Adherence::No));
        let over = until.min(trial.end()).days_since(trial.start) + 1;
        let over = usize::try_from(over).unwrap_or_default();
        Self { yes, mostly, no, missing: over.saturating_sub(yes + mostly + no) }
    }
}

/// What a trial that is over shows of one outcome.
#[derive(Debug, Clone, PartialEq)]
pub struct Judged {
    /// The verdict, or why there is none.
    pub verdict: Result<Verdict, Inconclusive>,
    /// The difference between on and off with its interval, where it can be told.
    pub size: Option<Size>,
    /// What to believe of it, where the weeks before say how the outcome varies.
    pub belief: Option<Belief>,
    /// The outcome, one cell a day of the trial as planned. Days after an early end are missing.
    pub cells: Vec<Option<f64>>,
}

/// What a day says of an outcome: its number, or, of two sides that are compared, half of their difference on a day on which both
/// are logged.
pub fn reading(sides: Option<TrialSides>, outcome: &str, table: &DayTable, day: Day) -> Option<f64> {
    let Some(sides) = sides else { return table.number(outcome, day) };
    let [one, other] = sides.keys(outcome).map(|key| table.number(&key, day));
    Some(TrialSides::half_difference(one?, other?))
}

/// What is taken out of the outcome, one number for each day of the trial, its mean where it is not logged; `None` if it never is,
/// or never changes, and so takes nothing out.
fn covariate(trial: &Trial, key: &str, table: &DayTable) -> Option<Vec<f64>> {
    let days = (0..trial.days()).map(|day| trial.start.plus(i32::try_from(day).unwrap_or(i32::MAX)));
    let cells: Vec<Option<f64>> = days.map(|day| table.number(key, day).filter(|_| trial.has(day))).collect();
    let known: Vec<f64> = cells.iter().flatten().copied().collect();
    let first = known.first()?;
    if known.iter().all(|value| value == first) {
        return None;
    }
    let mean = known.iter().sum::<f64>() / known.len() as f64;
    Some(cells.into_iter().map(|cell| cell.unwrap_or(mean)).collect())
}

/// Judges one outcome of a trial: its main one, or one that was watched. Nothing is looked at before the trial is over. Periods
/// that an early end left without a day drop out, and the order is compared as it was drawn.
///
/// # Errors
/// [`Inconclusive::NotOver`] while it runs, [`Inconclusive::OtherOrder`] if the record cannot have been drawn.
pub fn judge(trial: &Trial, outcome: &str, table: &DayTable, today: Day) -> Result<Judged, Inconclusive> {
    if trial.stage(today) != TrialStage::Over {
        let days_left = usize::try_from(trial.last().days_since(today) + 1).unwrap_or_default();
        return Err(Inconclusive::NotOver { days_left });
    }
    let cell = |day: Day| reading(trial.sides, outcome, table, day);
    let after = |days: usize| trial.start.plus(i32::try_from(days).unwrap_or(i32::MAX));
    let days = (0..trial.days()).map(after);
    let cells: Vec<Option<f64>> = days.map(|day| cell(day).filter(|_| trial.has(day))).collect();
    let back = i32::try_from(PRIOR_DAYS).unwrap_or(i32::MAX);
    let before: Vec<Option<f64>> = (1..=back).rev().map(|back| cell(trial.start.plus(-back))).collect();
    if let Some(test) = SideTest::new(trial.design) {
        let found = test.judge(trial.on().next().unwrap_or(false), &cells);
        let size = found.as_ref().ok().map(|(_, size)| *size);
        return Ok(Judged { verdict: found.map(|(verdict, _)| verdict), size, belief: None, cells });
    }
    let design = design_of(trial.design).map_err(|_| Inconclusive::OtherOrder)?;
    let sequence = Sequence::of(trial.on()).ok_or(Inconclusive::OtherOrder)?;
    let covariates: Vec<Vec<f64>> = trial.covariates.iter().filter_map(|key| covariate(trial, key, table)).collect();
    let method = Method { statistic: statistic(trial.design), covariates: &covariates };
    if trial.design.looks {
        return Ok(judge_by_looks(trial, &design, sequence, method, cells, &before));
    }
    let enough = if trial.sides.is_some() { enough_of_both(&cells) } else { Ok(()) };
    let verdict = enough.and_then(|()| with(method, &design, sequence, &cells, trial.seed));
    let counted = design.counted(&cells).ok().filter(|_| verdict.is_ok());
    let size = counted.and_then(|counted| size_beside(&covariates, &design, sequence, &counted, None));
    let belief = belief(size.as_ref(), &before);
    Ok(Judged { verdict, size, belief, cells })
}

fn belief(size: Option<&Size>, before: &Cells) -> Option<Belief> {
    let spread = if before.iter().flatten().count() < LEAST_PRIOR_DAYS { None } else { prior_sd(before) };
    Belief::after(size?, spread?)
}

/// The numbers of periods after which a trial is or was looked at, up to the look that ended it or to its end.
fn stages(trial: &Trial) -> Vec<usize> {
    let ended = trial.ended_by_look().map(|look| usize::from(look.periods));
    let all = trial.design.look_after().map(usize::from).chain([usize::from(trial.design.periods)]);
    all.filter(|periods| ended.is_none_or(|ended| *periods <= ended)).collect()
}

fn judge_by_looks(
    trial: &Trial,
    design: &Design,
    sequence: Sequence,
    method: Method<'_>,
    cells: Vec<Option<f64>>,
    before: &Cells,
) -> Judged {
    let enough = if trial.sides.is_some() { enough_of_both(&cells) } else { Ok(()) };
    let staged = enough.and_then(|()| {
        // What was called different at a look stays so: the size is that of the periods the look had seen.
        let stages = stages(trial);
        looks::judge(method, design, sequence, &cells, trial.seed, &stages)
    });
    let size = staged.as_ref().ok().and_then(|staged| {
        let cut = looks::first_periods(design, staged.periods)?;
        let counted = cut.counted(cells.get(..cut.days())?).ok()?;
        size_beside(&looks::first_days(method.covariates, cut.days()), &cut, sequence, &counted, None)
    });
    let belief = belief(size.as_ref(), before);
    Judged { verdict: staged.map(|staged| staged.verdict), size, belief, cells }
}

/// What the look that is due comes to; `None` if none is due. Where too little is logged to say anything, the trial goes on.
pub fn look(trial: &Trial, table: &DayTable, today: Day) -> Option<LookFinding> {
    let due = usize::from(trial.due_look(today)?);
    let cells: Vec<Option<f64>> = (0..trial.days())
        .map(|day| trial.start.plus(i32::try_from(day).unwrap_or(i32::MAX)))
        .map(|day| reading(trial.sides, &trial.outcome, table, day).filter(|_| trial.has(day) && day < today))
        .collect();
    let covariates: Vec<Vec<f64>> = trial.covariates.iter().filter_map(|key| covariate(trial, key, table)).collect();
    let method = Method { statistic: statistic(trial.design), covariates: &covariates };
    let found = design_of(trial.design).ok().zip(Sequence::of(trial.on())).and_then(|(design, sequence)| {
        let after: Vec<usize> = trial.design.look_after().map(usize::from).filter(|after| *after <= due).collect();
        looks::judge(method, &design, sequence, &cells, trial.seed, &after).ok()
    });
    Some(found.map_or(LookFinding::GoesOn, |staged| staged.found))
}
