//! The design of a trial, fixed before its first day, and the days of it that count.

use super::error::{DesignError, Inconclusive, LEAST_ANALYSIS_DAYS, MOST_DAYS};
use super::randomisation::Randomisation;
use super::sequence::Sequence;
use crate::analysis::engine::Cells;

/// At most one of so many periods may drop out.
const ONE_DROPPED_OF: usize = 3;

/// A design that can come to a verdict.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Design {
    randomisation: Randomisation,
    days_per_period: usize,
    washout: usize,
}

/// The days of a trial that count.
#[derive(Debug, Clone, PartialEq)]
pub struct Counted {
    /// One cell a day of the trial; missing where the day does not count.
    pub cells: Vec<Option<f64>>,
    /// Periods that drop out, because too few of their days are logged.
    pub dropped: Vec<usize>,
    /// Periods that are left.
    pub kept: Vec<usize>,
    /// Days that count.
    pub days: usize,
}

impl Design {
    /// A design: periods of some days, of which the first ones, the washout, do not count. The washout should be at least twice
    /// the time that the factor needs to begin to act, or to cease.
    ///
    /// # Errors
    /// [`DesignError`] if it is no trial or could not come to a verdict.
    pub fn new(randomisation: Randomisation, days_per_period: usize, washout: usize) -> Result<Self, DesignError> {
        randomisation.check()?;
        let days = randomisation.periods().saturating_mul(days_per_period);
        if days == 0 || days > MOST_DAYS {
            return Err(DesignError::Length { days });
        }
        let left = days_per_period.saturating_sub(washout);
        if washout > 0 && left < LEAST_ANALYSIS_DAYS {
            return Err(DesignError::AnalysisDays { left });
        }
        Ok(Self { randomisation, days_per_period, washout })
    }

    /// How its order is drawn.
    pub fn randomisation(&self) -> Randomisation {
        self.randomisation
    }

    /// Number of periods.
    pub fn periods(&self) -> usize {
        self.randomisation.periods()
    }

    /// Days of a period.
    pub fn days_per_period(&self) -> usize {
        self.days_per_period
    }

    /// Days at the start of each period that do not count.
    pub fn washout(&self) -> usize {
        self.washout
    }

    /// Days of the whole trial.
    pub fn days(&self) -> usize {
        self.periods() * self.days_per_period
    }

    /// The period of a day; day 0 is the first.
    pub fn period(&self, day: usize) -> usize {
        day / self.days_per_period
    }

    /// Whether a day counts if it is logged.
    pub fn counts(&self, day: usize) -> bool {
        day < self.days() && day % self.days_per_period >= self.washout
    }

    /// Logged days that a period needs to stay in: two, or one where a period has but one or two. Of those a third would drop
    /// out with one day in seven unlogged, and the statistic weighs them by what they hold anyway.
    pub fn needed(&self) -> usize {
        if self.days_per_period - self.washout < LEAST_ANALYSIS_DAYS { 1 } else { 2 }
    }

    /// 1 on the days on, 0 on the days off, the whole trial long, as randomised.
    pub fn on(&self, sequence: Sequence) -> Vec<f64> {
        (0..self.days()).map(|day| f64::from(u8::from(sequence.is_on(self.period(day))))).collect()
    }

    /// What is beside the factor: the level, and one line that runs from 0 to 1 over the trial.
    pub fn beside(&self) -> [Vec<f64>; 2] {
        let days = self.days();
        [vec![1.0; days], (0..days).map(|day| day as f64 / days as f64).collect()]
    }

    /// The days that count. `cells` begins on the first day of the trial; what lies behind its last day is not looked at, and
    /// neither is a cell that is no finite number.
    ///
    /// # Errors
    /// [`Inconclusive`] if the trial still runs, or too little is logged, or the outcome never changed.
    pub fn counted(&self, cells: &Cells) -> Result<Counted, Inconclusive> {
        if cells.len() < self.days() {
            return Err(Inconclusive::NotOver { days_left: self.days() - cells.len() });
        }
        let cell = |day: usize| cells[day].filter(|value| value.is_finite() && self.counts(day));
        let mut counted: Vec<Option<f64>> = (0..self.days()).map(cell).collect();
        let (mut dropped, mut kept) = (Vec::new(), Vec::new());
        for (period, days) in counted.chunks_mut(self.days_per_period).enumerate() {
            if days.iter().flatten().count() < self.needed() {
                days.fill(None);
                dropped.push(period);
            } else {
                kept.push(period);
            }
        }
        if ONE_DROPPED_OF * dropped.len() > self.periods() {
            let (dropped, periods) = (dropped.len(), self.periods());
            return Err(Inconclusive::TooLittleLogged { dropped, periods, needed: self.needed() });
        }
        let mut values = counted.iter().flatten();
        let first = values.next();
        if values.all(|value| Some(value) == first) {
            return Err(Inconclusive::NoVariation);
        }
        let days = counted.iter().flatten().count();
        Ok(Counted { cells: counted, dropped, kept, days })
    }
}
