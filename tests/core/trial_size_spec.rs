//! Trials: how large the difference is, what to believe of it, and what the planner says beforehand.

use gutskin::analysis::trial::belief::{Belief, prior_sd};
use gutskin::analysis::trial::design::Design;
use gutskin::analysis::trial::planner::{OwnNoise, forecast, pre_screen};
use gutskin::analysis::trial::randomisation::Randomisation;
use gutskin::analysis::trial::size::size;
use gutskin::model::trackable::Direction;
use gutskin::rng::Rng;

use super::trial_spec::{TEN, outcome, ten};

// The size, and what to believe.

#[test]
fn the_interval_holds_the_truth_about_nineteen_times_in_twenty() {
    let design = ten();
    let (mut held, mut trials) = (0, 0);
    for seed in 0..200 {
        let sequence = TEN.draw(seed).unwrap();
        let cells = outcome(&design, sequence, -1.5, seed);
        let found = size(&design, sequence, &design.counted(&cells).unwrap(), None).unwrap();
        trials += 1;
        held += i32::from((found.interval.0..=found.interval.1).contains(&-1.5));
    }
    // Four deviations of chance around 190.
    assert!((178..=200).contains(&held), "{held} of {trials}");
}

/// A difference of -2 with an error of 1 and a prior of 1: half of it is believed, give or take the root of a half.
#[test]
fn belief_is_drawn_towards_no_difference_by_hand_calculation() {
    let belief = Belief::of(-2.0, 1.0, 1.0).unwrap();
    assert!((belief.mean + 1.0).abs() < 1e-12 && (belief.sd - 0.5_f64.sqrt()).abs() < 1e-12);
    let better = |direction| belief.better_by(1.0, direction);
    assert!((better(Direction::WorseUp).unwrap() - 0.5).abs() < 1e-12);
    // Two over the root of a half: 2.828 deviations out, from any printed table.
    assert!((better(Direction::BetterUp).unwrap() - 0.002_338_867_5).abs() < 1e-9);
    assert_eq!(better(Direction::Neutral), None);
    for (difference, error, prior) in
        [(1.0, 0.0, 1.0), (1.0, 1.0, 0.0), (f64::NAN, 1.0, 1.0), (1.0, f64::INFINITY, 1.0)]
    {
        assert_eq!(Belief::of(difference, error, prior), None);
    }
}

#[test]
fn the_prior_is_the_deviation_of_the_last_28_days_if_half_are_logged() {
    let mut before = vec![Some(50.0); 10];
    before.extend((0..28).map(|day| Some(if day % 2 == 0 { 1.0 } else { 3.0 })));
    assert_eq!(prior_sd(&before), Some(1.0));
    before[10..24].fill(None);
    assert_eq!(prior_sd(&before), Some(1.0));
    before[24] = None;
    assert_eq!(prior_sd(&before), None, "13 days");
    assert_eq!(prior_sd(&[Some(2.0); 28]), None, "never changed");
    assert_eq!(prior_sd(&[]), None);
}

// The planner.

#[test]
fn the_planner_says_the_same_each_time_and_more_of_larger_effects() {
    let design = Design::new(Randomisation::Balanced { periods: 12, most_alike: 2 }, 7, 2).unwrap();
    let own = OwnNoise::usual(2.0);
    let power = |effect: f64| forecast(&design, &own, effect * own.sd, 1, &|| true).unwrap();
    let none = power(0.0);
    assert!(none.power <= 0.08, "{none:?}");
    assert_eq!(none.days, 84);
    let strong = power(-1.2);
    assert_eq!(strong, power(-1.2));
    // Measured by another program: .71.
    assert!((0.61..=0.81).contains(&strong.power), "{strong:?}");
    let closed = pre_screen(&design, &own, -1.2 * own.sd, 1);
    assert!((closed - strong.power).abs() < 0.12, "{closed} beside {strong:?}");
    assert_eq!(forecast(&design, &own, 1.0, 1, &|| false), None, "it can be stopped");
}

#[test]
fn the_planner_knows_when_too_little_is_logged() {
    let design = ten();
    let silent = OwnNoise { missing: 1.0, ..OwnNoise::usual(1.0) };
    let found = forecast(&design, &silent, 3.0, 1, &|| true).unwrap();
    assert_eq!((found.power, found.cannot_say), (0.0, 1.0));
    assert_eq!(pre_screen(&design, &silent, 3.0, 1), 0.0);
}

#[test]
fn own_noise_is_that_of_the_last_90_days_beside_a_line() {
    let mut chance = Rng::new(1, 3);
    let mut state = 0.0;
    let mut days: Vec<Option<f64>> = (0_i32..400)
        .map(|day| {
            state = 0.7 * state + 0.51_f64.sqrt() * chance.gauss();
            let level = if day < 310 { 500.0 } else { 0.05 * f64::from(day) };
            (!chance.chance(0.2)).then_some(level + 2.0 * state)
        })
        .collect();
    let own = OwnNoise::of(&days).unwrap();
    assert!((1.2..=2.8).contains(&own.sd), "{own:?}");
    assert!((0.3..=0.9).contains(&own.noise.phi), "{own:?}");
    assert!((0.1..=0.3).contains(&own.missing), "{own:?}");
    days.truncate(400 - 1);
    assert_eq!(OwnNoise::of(&days[372..]), None, "27 days at most");
    assert_eq!(OwnNoise::of(&[Some(4.0); 90]), None);
    assert_eq!(OwnNoise::of(&(0..90).map(|day| Some(f64::from(day))).collect::<Vec<_>>()), None, "a line and no noise");
    assert_eq!(OwnNoise::of(&[]), None);
}
