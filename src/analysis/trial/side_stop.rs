//! When a comparison of two sides is better ended: the treated side has become clearly worse than the other. This is the one thing
//! about an outcome that is said while a trial runs, since no result is worth a skin that is made worse.

use crate::columns::DayTable;
use crate::model::region::Region;
use crate::model::time::Day;
use crate::model::trackable::Direction;
use crate::model::trial::Trial;

/// Grades by which the treated side is worse than the other, beyond what it was before.
const WORSE_BY: f64 = 2.0;
/// Logged days in a row on which it is.
const DAYS: usize = 3;
/// Days before the start that say how the sides differed by themselves.
const BEFORE_DAYS: i32 = 28;

/// The treated place, if it was worse than the other by [`WORSE_BY`] grades on the last [`DAYS`] days of its stretch on which both
/// sides are logged. `None` for a trial without sides, and for an outcome of which neither way is better.
pub fn made_worse(trial: &Trial, table: &DayTable, today: Day) -> Option<Region> {
    let sides = trial.sides?;
    let worse = match trial.direction {
        Direction::WorseUp => 1.0,
        Direction::BetterUp => -1.0,
        Direction::Neutral => return None,
    };
    let place = trial.treated(today)?;
    let sign = if place == sides.one { worse } else { -worse };
    let keys = sides.keys(&trial.outcome);
    let apart = |day: Day| {
        let [one, other] = [&keys[0], &keys[1]].map(|key| table.number(key, day));
        Some(sign * (one? - other?))
    };
    let before: Vec<f64> = (1..=BEFORE_DAYS).filter_map(|back| apart(trial.start.plus(-back))).collect();
    let usual = if before.is_empty() { 0.0 } else { before.iter().sum::<f64>() / before.len() as f64 };
    let of_stretch = (0..).map(|back| today.plus(-back)).take_while(|day| trial.treated(*day) == Some(place));
    let last: Vec<f64> = of_stretch.filter_map(apart).take(DAYS).collect();
    (last.len() == DAYS && last.iter().all(|apart| apart - usual >= WORSE_BY)).then_some(place)
}
