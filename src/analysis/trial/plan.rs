//! A plan: designs side by side with what each could find, and the one that is recommended.
//!
//! A factor that lingers for some days needs
//! periods of which the first days do not count; switching every day or two finds more in fewer days, but only where the factor
//! acts and leaves within a day (statistics page, section 4.1).

use std::thread;

use super::candidate::{CANDIDATES, Candidate, SideWay};
use super::planner::{Forecast, OwnNoise, forecast, forecast_lingering, forecast_looked_at, forecast_sides};
use super::recorded::design_of;
use super::side_test::SideTest;

/// A plan that finds the smallest change in at least this share of trials is good enough.
pub const ENOUGH_POWER: f64 = 0.8;
/// Days that a trial may take unless the person says otherwise: 16 weeks.
pub const USUAL_MOST_DAYS: usize = 112;

/// How long what is tried acts on, once it is begun or left off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ActsFor {
    /// It acts and leaves within a day.
    OneDay,
    /// It needs or lingers for a day or two, and the first days of each period are dropped.
    SomeDays,
    /// Half of it has come, or is gone again, after so many days, which the statistic looks for; no day is dropped.
    HalfLife {
        /// Days, 0 if it acts and leaves within a day.
        days: u8,
    },
}

/// Half-lives that a person can choose from, in days.
pub const HALF_LIVES_DAYS: [u8; 5] = [0, 1, 2, 4, 8];
/// The half-life of a factor of which nobody knows better.
pub const USUAL_HALF_LIFE_DAYS: u8 = 2;

impl ActsFor {
    /// Whether a design judges such a factor fairly.
    pub fn suits(self, candidate: Candidate) -> bool {
        self != Self::SomeDays || candidate.leaves_room()
    }
}

/// Designs side by side.
#[derive(Debug, Clone, PartialEq)]
pub struct Plan {
    /// The noise of the person.
    pub own: OwnNoise,
    /// Each design with what it could find.
    pub designs: Vec<(Candidate, Forecast)>,
    /// How long the factor acts.
    pub acts: ActsFor,
    /// The place of the recommended one; `None` if none is good enough.
    pub recommended: Option<usize>,
}

impl Plan {
    /// Compares the designs of at most some days for a difference, in the unit of the outcome. Half of them is worked out on each of
    /// two threads. `go_on` is asked between made-up trials, and `None` comes back if it says no.
    pub fn for_difference(
        own: OwnNoise,
        difference: f64,
        most_days: usize,
        seed: u64,
        go_on: &(dyn Fn() -> bool + Sync),
    ) -> Option<Self> {
        let fitting: Vec<Candidate> =
            CANDIDATES.iter().copied().filter(|candidate| candidate.days() <= most_days).collect();
        let judge =
            |candidate: Candidate| forecast(&design_of(candidate.design()).ok()?, &own, difference, seed, go_on);
        Self::side_by_side(own, &fitting, ActsFor::SomeDays, &judge)
    }

    /// The same for a factor of which half comes or goes in some days: no day is dropped, and the statistic looks for what lingers.
    /// `sides` says how two sides are compared, if they are, and `looks`
    /// whether it is looked at on the way, where that could end it.
    pub fn for_half_life(
        own: OwnNoise,
        (difference, half_life_days): (f64, u8),
        (sides, looks): (Option<SideWay>, bool),
        most_days: usize,
        seed: u64,
        go_on: &(dyn Fn() -> bool + Sync),
    ) -> Option<Self> {
        let all = sides.map_or(CANDIDATES, SideWay::candidates).iter();
        let fitting: Vec<Candidate> = all
            .map(|candidate| candidate.for_half_life(half_life_days))
            .filter(|candidate| candidate.days() <= most_days && candidate.leaves_enough())
            .map(|candidate| candidate.looked_at(looks))
            .collect();
        let sought = (difference, f64::from(half_life_days));
        let judge = |candidate: Candidate| match SideTest::new(candidate.design()) {
            Some(test) => forecast_sides(test, &own, sought, seed, go_on),
            None if candidate.looks => {
                let after: Vec<usize> =
                    candidate.design().look_after().chain([candidate.periods]).map(usize::from).collect();
                let design = design_of(candidate.design()).ok()?;
                forecast_looked_at(&design, &own, sought, &after, seed, go_on)
            }
            None if candidate.carry_over => {
                forecast_lingering(&design_of(candidate.design()).ok()?, &own, sought, seed, go_on)
            }
            None => forecast(&design_of(candidate.design()).ok()?, &own, difference, seed, go_on),
        };
        Self::side_by_side(own, &fitting, ActsFor::HalfLife { days: half_life_days }, &judge)
    }

    fn side_by_side(
        own: OwnNoise,
        fitting: &[Candidate],
        acts: ActsFor,
        forecast: &(dyn Fn(Candidate) -> Option<Forecast> + Sync),
    ) -> Option<Self> {
        let judge = |candidate: &Candidate| Some((*candidate, forecast(*candidate)?));
        // Every second one on either side, since they are sorted by how long they take.
        let of_side = |side: usize| fitting.iter().skip(side).step_by(2).map(judge).collect::<Option<Vec<_>>>();
        let (one, other) = thread::scope(|scope| {
            let other = scope.spawn(|| of_side(1));
            (of_side(0), other.join().unwrap_or_default())
        });
        let (one, other) = (one?, other?);
        let mut designs: Vec<(Candidate, Forecast)> = one.into_iter().chain(other).collect();
        designs.sort_by_key(|(candidate, _)| fitting.iter().position(|fits| fits == candidate));
        let mut plan = Self { own, designs, acts, recommended: None };
        plan.recommend(acts);
        Some(plan)
    }

    /// Recommends the shortest design that finds enough, of those that suit how long the factor acts.
    pub fn recommend(&mut self, acts: ActsFor) {
        self.acts = acts;
        let enough = |place: &usize| {
            let found = self.designs.get(*place);
            found.is_some_and(|(candidate, forecast)| acts.suits(*candidate) && forecast.power >= ENOUGH_POWER)
        };
        let days = |place: &usize| self.designs.get(*place).map(|(candidate, _)| candidate.days());
        self.recommended = (0..self.designs.len()).filter(enough).min_by_key(days);
    }

    /// Why that one, or why none.
    pub fn why(&self, most_days: usize) -> String {
        let (shorter, else_seen) = match self.acts {
            ActsFor::SomeDays => (
                " If what you try acts and leaves within a day, shorter periods find more.",
                "A larger difference could be seen, or one that acts and leaves within a day.",
            ),
            ActsFor::OneDay | ActsFor::HalfLife { days: 0 } => ("", "A larger difference could be seen."),
            ActsFor::HalfLife { .. } => {
                ("", "A larger difference could be seen, or one that comes and goes within fewer days.")
            }
        };
        if let Some((candidate, forecast)) = self.recommended.and_then(|place| self.designs.get(place)) {
            let left_out = match (candidate.lot.has_orders(), self.acts) {
                (true, ActsFor::HalfLife { .. }) => "every day counts".to_owned(),
                (true, _) => format!("with {} left out at the start of each period", days(candidate.washout)),
                (false, _) => "and even then no more than that it is possible".to_owned(),
            };
            return format!(
                "{} days: the shortest that would show it in at least 80 of 100 such trials ({} of 100), {left_out}.{shorter}",
                candidate.days(),
                of_100(forecast.power),
            );
        }
        let suiting = self.designs.iter().filter(|(candidate, _)| self.acts.suits(*candidate));
        let best = suiting.max_by(|a, b| a.1.power.total_cmp(&b.1.power));
        match best {
            Some((candidate, forecast)) => format!(
                "No design of up to {most_days} days{} would show so small a difference in 80 of 100 trials; the best, of {} days, \
                 would in {}. {else_seen}",
                if self.acts == ActsFor::SomeDays { " that leaves out the first days of each period" } else { "" },
                candidate.days(),
                of_100(forecast.power),
            ),
            None => format!("No trial fits into {most_days} days; the shortest that is judged fairly takes 40."),
        }
    }
}

fn of_100(share: f64) -> String {
    format!("{:.0}", 100.0 * share)
}

fn days(count: u16) -> String {
    if count == 1 { "1 day".to_owned() } else { format!("{count} days") }
}
