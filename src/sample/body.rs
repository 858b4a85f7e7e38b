//! What skin and gut make of it: the planted effects, a season, drift and noise.

use super::life::{Drift, Lived, answer, winter};
use crate::model::course::{Course, CourseKind};
use crate::model::time::Day;
use crate::rng::Rng;

/// A planted effect of a factor on an outcome.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Effect {
    /// Key of the factor.
    pub factor: &'static str,
    /// Key of the outcome.
    pub outcome: &'static str,
    /// Days later, and the change of the outcome (in its units) for one unit of the factor.
    pub lags: &'static [(usize, f64)],
    /// The factor's usual value, at which the effect is 0.
    usual: f64,
}

/// All planted effects of factors.
pub const EFFECTS: &[Effect] = &[
    Effect { factor: "stress", outcome: "redness", lags: &[(1, 0.16), (2, 0.08)], usual: 4.7 },
    Effect { factor: "dairy", outcome: "inflamed", lags: &[(2, 1.0), (3, 1.4), (4, 0.8)], usual: 0.45 },
    Effect { factor: "sleep_hours", outcome: "itch", lags: &[(0, -0.55), (1, -0.30)], usual: 7.3 },
    Effect { factor: "alcohol_units", outcome: "flushes", lags: &[(0, 0.35), (1, 0.20)], usual: 1.1 },
    Effect { factor: "fibre_g", outcome: "bloating", lags: &[(1, -0.09)], usual: 22.0 },
];

/// A planted step: while a course acts, an outcome stands higher or lower.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Step {
    /// Kind of the course.
    pub course: CourseKind,
    /// Key of the outcome.
    pub outcome: &'static str,
    /// Change of the outcome, in its units.
    pub size: f64,
    /// Days from the start of the course to the step.
    pub after_start: i32,
    /// Days from the end of the course until the step is over.
    pub after_stop: i32,
}

/// All planted steps.
pub const STEPS: &[Step] = &[
    Step { course: CourseKind::Topical, outcome: "redness", size: -0.6, after_start: 14, after_stop: 14 },
    Step { course: CourseKind::Antibiotic, outcome: "stool", size: 1.3, after_start: 2, after_stop: 7 },
];

/// An outcome felt through another: whatever acts on the one acts on the other as well.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Follow {
    /// Key of the outcome.
    pub outcome: &'static str,
    /// Key of the outcome it follows on the same day.
    pub of: &'static str,
    /// Change for one unit of the other.
    pub share: f64,
}

/// All outcomes that follow another.
pub const FOLLOWS: &[Follow] = &[
    Follow { outcome: "skin_pain", of: "itch", share: 0.4 },
    Follow { outcome: "itch_wakings", of: "itch", share: 0.5 },
    Follow { outcome: "gut_pain", of: "bloating", share: 0.5 },
    Follow { outcome: "wind", of: "bloating", share: 0.8 },
];

/// What an outcome takes over from the one it follows; 0 if it follows none.
fn follows(outcome: &str, other: f64) -> f64 {
    FOLLOWS.iter().find(|follow| follow.outcome == outcome).map_or(0.0, |follow| follow.share * other)
}

/// Change of an outcome by all planted effects on the day at `place`.
fn planted(outcome: &str, lived: &[Lived], place: usize) -> f64 {
    let effects = EFFECTS.iter().filter(|effect| effect.outcome == outcome);
    effects
        .flat_map(|effect| effect.lags.iter().map(move |(lag, size)| (effect, *lag, *size)))
        .filter_map(|(effect, lag, size)| {
            let then = lived.get(place.checked_sub(lag)?)?;
            Some(size * (then.get(effect.factor) - effect.usual))
        })
        .sum()
}

/// Change of an outcome by courses on a day.
fn stepped(outcome: &str, courses: &[Course], day: Day) -> f64 {
    let acts = |step: &&Step| {
        let of_kind = |course: &&Course| course.kind == step.course;
        courses.iter().filter(of_kind).any(|course| {
            day >= course.start.plus(step.after_start)
                && course.stop.is_none_or(|stop| day <= stop.plus(step.after_stop))
        })
    };
    STEPS.iter().filter(|step| step.outcome == outcome).filter(acts).map(|step| step.size).sum()
}

/// Adds what skin and gut felt to the days that were lived.
pub(super) fn felt(seed: u64, mut lived: Vec<Lived>, courses: &[Course]) -> Vec<Lived> {
    let mut rng = Rng::new(seed, 2);
    let mut drifts = Drifts { redness: Drift::new(0.6), spots: Drift::new(0.7), gut: Drift::new(0.4) };
    for place in 0..lived.len() {
        let Some(day) = lived.get(place).map(|then| then.day) else { continue };
        let of = |outcome: &str| planted(outcome, &lived, place) + stepped(outcome, courses, day);
        let (redness, inflamed, itch) = (of("redness"), of("inflamed"), of("itch"));
        let (flushes, bloating, stool) = (of("flushes"), of("bloating"), of("stool"));
        if let Some(now) = lived.get_mut(place) {
            skin(now, &mut rng, &mut drifts, [redness, inflamed, itch, flushes]);
            gut(now, &mut rng, &mut drifts, bloating, stool);
        }
    }
    lived
}

struct Drifts {
    redness: Drift,
    spots: Drift,
    gut: Drift,
}

fn skin(now: &mut Lived, rng: &mut Rng, drifts: &mut Drifts, [redness, inflamed, itch, flushes]: [f64; 4]) {
    let red = 2.0 + redness + 0.3 * winter(now.day) + 0.25 * drifts.redness.next(rng) + 0.4 * rng.gauss();
    let spots = 4.0 + inflamed + 0.8 * drifts.spots.next(rng) + rng.gauss();
    let itching = 4.0 + itch + rng.gauss();
    now.set("redness", answer(red, 0.0, 4.0));
    now.set("inflamed", answer(spots, 0.0, 30.0));
    now.set("itch", answer(itching, 0.0, 10.0));
    now.set("flushes", answer(1.7 + flushes + 0.6 * rng.gauss(), 0.0, 12.0));
    now.set("skin_pain", answer(follows("skin_pain", itching) + 0.9 * rng.gauss(), 0.0, 10.0));
    now.set("dryness", answer(1.2 + 0.5 * winter(now.day) + 0.6 * rng.gauss(), 0.0, 4.0));
    now.set("comedones", answer(3.0 + 1.2 * rng.gauss(), 0.0, 20.0));
    now.set("flare", f64::from(u8::from(red > 3.0)));
    now.set("itch_wakings", answer(follows("itch_wakings", itching - 6.0) + 0.3 * rng.gauss(), 0.0, 4.0));
}

fn gut(now: &mut Lived, rng: &mut Rng, drifts: &mut Drifts, bloating: f64, stool: f64) {
    let bloated = 3.6 + bloating + 0.5 * drifts.gut.next(rng) + 0.9 * rng.gauss();
    now.set("bloating", answer(bloated, 0.0, 10.0));
    now.set("gut_pain", answer(follows("gut_pain", bloated) + 0.8 * rng.gauss(), 0.0, 10.0));
    now.set("wind", answer(follows("wind", bloated) + 1.1 * rng.gauss(), 0.0, 10.0));
    now.set("reflux", answer(0.8 + 1.1 * rng.gauss(), 0.0, 10.0));
    let often = rng.unit() + if stool > 0.5 { 0.3 } else { 0.0 };
    let count = [0.12, 0.68, 0.93].iter().filter(|limit| often >= **limit).count();
    now.stools = (0..count).map(|_| answer(3.9 + stool + 0.9 * rng.gauss(), 1.0, 7.0)).collect();
}
