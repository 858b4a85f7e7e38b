//! The plan of a trial, worked out beside the window: some thousand trials are made up with the person's own noise, which takes a
//! moment. Another question stops the one before it.

use std::sync::atomic::{AtomicUsize, Ordering};

use super::Job;
use crate::analysis::trial::belief::prior_sd;
use crate::analysis::trial::candidate::SideWay;
use crate::analysis::trial::plan::Plan;
use crate::analysis::trial::planner::{NOISE_DAYS, OwnNoise, TRIALS};
use crate::analysis::trial::recorded::reading;
use crate::columns::DayTable;
use crate::model::time::Day;
use crate::model::trial_sides::TrialSides;
use crate::workspace::Wake;

/// The trials of a plan are made up from this seed: the same diary always gets the same plan.
const SEED: u64 = 1;
/// Designs that are compared, roughly: the share that is done is counted by it.
const DESIGNS: usize = 10;

/// What a plan is asked for.
#[derive(Debug, Clone, PartialEq)]
pub struct PlanQuestion {
    /// How the outcome moves by itself.
    pub own: OwnNoise,
    /// The smallest change that matters, above 0, in the unit of the outcome.
    pub smallest_change: f64,
    /// Days after which half of what it does has come, or is gone again; 0 within a day.
    pub half_life_days: u8,
    /// How two sides are compared, if they are.
    pub sides: Option<SideWay>,
    /// Whether it is looked at on the way.
    pub looks: bool,
    /// Days that the trial may take.
    pub most_days: usize,
}

impl PlanQuestion {
    /// How an outcome moves by itself in the weeks before a day: the person's own noise, or that of a usual person where too few
    /// days are logged. `None` where it never changed.
    /// Of two sides that are compared it is their difference that moves.
    pub fn own_noise(table: &DayTable, outcome: &str, sides: Option<TrialSides>, today: Day) -> Option<OwnNoise> {
        let back = i32::try_from(NOISE_DAYS).unwrap_or(i32::MAX);
        let before: Vec<Option<f64>> =
            (1..=back).rev().map(|back| reading(sides, outcome, table, today.plus(-back))).collect();
        OwnNoise::of(&before).or_else(|| prior_sd(&before).map(OwnNoise::usual))
    }
}

/// Works the plan of a trial out.
#[derive(Default)]
pub struct TrialPlanner {
    asked: Option<PlanQuestion>,
    job: Option<Job<Option<Plan>>>,
    plan: Option<Plan>,
}

impl TrialPlanner {
    /// Asks for a plan; the same question again changes nothing.
    pub fn ask(&mut self, question: &PlanQuestion, wake: &Wake) {
        if self.asked.as_ref() == Some(question) {
            return;
        }
        self.cancel();
        self.asked = Some(question.clone());
        let PlanQuestion { own, smallest_change, half_life_days, sides, looks, most_days } = question.clone();
        self.job = Some(Job::start(wake.clone(), move |progress| {
            let made = AtomicUsize::new(0);
            let go_on = || {
                let made = made.fetch_add(1, Ordering::Relaxed);
                progress.report(made as f32 / (TRIALS * DESIGNS) as f32).is_continue()
            };
            Plan::for_half_life(own, (smallest_change, half_life_days), (sides, looks), most_days, SEED, &go_on)
        }));
    }

    /// Takes in what is done.
    pub fn refresh(&mut self) {
        if let Some(answer) = self.job.as_ref().and_then(Job::poll) {
            self.job = None;
            self.plan = answer.ok().flatten();
        }
    }

    /// The plan that answers the last question.
    pub fn plan(&mut self) -> Option<&mut Plan> {
        self.plan.as_mut()
    }

    /// While it is being worked out, the share that is done, 0 to 1.
    pub fn progress(&self) -> Option<f32> {
        self.job.as_ref().map(Job::progress)
    }

    /// Whether a plan was asked for and stopped before it was there.
    pub fn is_stopped(&self) -> bool {
        self.asked.is_none()
    }

    /// Stops, and forgets what was asked.
    pub fn cancel(&mut self) {
        if let Some(job) = self.job.take() {
            job.cancel();
        }
        self.asked = None;
        self.plan = None;
    }
}

impl Drop for TrialPlanner {
    fn drop(&mut self) {
        self.cancel();
    }
}
