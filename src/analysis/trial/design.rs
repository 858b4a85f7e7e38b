//! The design of a trial, fixed before its first day, and the days of it that count.

use std::ops::Range;

use super::error::{DesignError, Inconclusive, LEAST_ANALYSIS_DAYS, MOST_DAYS};
use super::randomisation::Randomisation;
use super::sequence::{MOST_PERIODS, Sequence};
use crate::analysis::engine::Cells;

/// At most one of so many periods may drop out.
const ONE_DROPPED_OF: usize = 3;

/// A design that can come to a verdict.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Design {
    randomisation: Randomisation,
    /// First day of each period, and behind the last the day after it.
    starts: Vec<usize>,
    washout: usize,
}

/// The days of a trial that count.
#[derive(Debug, Clone, PartialEq)]
pub struct Counted {
    /// One cell a day of the trial; missing where the day does not count.
    pub cells: Vec<Option<f64>>,
    /// Periods that drop out, because none of their days that could count is logged.
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
        Self::with_lengths(randomisation, &vec![days_per_period; randomisation.periods()], washout)
    }

    /// A trial that was run with periods of these lengths, in days. It is judged even where it could not come to a verdict.
    ///
    /// # Errors
    /// [`DesignError::Length`] if it has no day or too many, [`DesignError::Periods`] if there are not as many lengths as periods.
    pub fn with_lengths(randomisation: Randomisation, lengths: &[usize], washout: usize) -> Result<Self, DesignError> {
        let periods = lengths.len();
        if periods != randomisation.periods() || periods > MOST_PERIODS {
            return Err(DesignError::Periods { periods });
        }
        let mut starts = vec![0];
        let mut days = 0_usize;
        for length in lengths {
            days = days.saturating_add(*length);
            starts.push(days);
        }
        if days == 0 || days > MOST_DAYS {
            return Err(DesignError::Length { days });
        }
        Ok(Self { randomisation, starts, washout })
    }

    /// How its order is drawn.
    pub fn randomisation(&self) -> Randomisation {
        self.randomisation
    }

    /// Number of periods.
    pub fn periods(&self) -> usize {
        self.randomisation.periods()
    }

    /// The days of a period; day 0 is the first of the trial.
    pub fn days_of(&self, period: usize) -> Range<usize> {
        let at = |place: usize| self.starts.get(place).copied().unwrap_or(self.days());
        at(period)..at(period + 1)
    }

    /// Days at the start of each period that do not count.
    pub fn washout(&self) -> usize {
        self.washout
    }

    /// Days of the whole trial.
    pub fn days(&self) -> usize {
        self.starts.last().copied().unwrap_or_default()
    }

    /// The period of a day; day 0 is the first.
    pub fn period(&self, day: usize) -> usize {
        self.starts.partition_point(|start| *start <= day).saturating_sub(1)
    }

    /// Whether a day counts if it is logged.
    pub fn counts(&self, day: usize) -> bool {
        day < self.days() && day - self.days_of(self.period(day)).start >= self.washout
    }

    /// 1 on the days on, 0 on the days off, the whole trial long, as randomised.
    pub fn on(&self, sequence: Sequence) -> Vec<f64> {
        (0..self.days()).map(|day| f64::from(u8::from(sequence.is_on(self.period(day))))).collect()
    }

    /// What is exposed to the factor on each day of the trial, 0 to 1, if half of it comes or goes in a half-life; with a half-life
    /// of 0 as [`Design::on`].
    pub fn exposure(&self, sequence: Sequence, half_life_days: f64) -> Vec<f64> {
        build_up(self.on(sequence), half_life_days)
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
        let counted: Vec<Option<f64>> = (0..self.days()).map(cell).collect();
        let (mut dropped, mut kept) = (Vec::new(), Vec::new());
        for period in 0..self.periods() {
            // One logged day keeps a period in: the statistic weighs periods by what they hold.
            let logged = counted[self.days_of(period)].iter().any(Option::is_some);
            if logged { &mut kept } else { &mut dropped }.push(period);
        }
        if ONE_DROPPED_OF * dropped.len() > self.periods() {
            let (dropped, periods) = (dropped.len(), self.periods());
            return Err(Inconclusive::TooLittleLogged { dropped, periods });
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

/// Exposure that rises towards what is on and falls towards 0, half of the way in a half-life.
pub(super) fn build_up(mut on: Vec<f64>, half_life_days: f64) -> Vec<f64> {
    let stays = if half_life_days > 0.0 { 0.5_f64.powf(1.0 / half_life_days) } else { 0.0 };
    let mut exposure = 0.0;
    for day in &mut on {
        exposure = stays * exposure + (1.0 - stays) * *day;
        *day = exposure;
    }
    on
}
