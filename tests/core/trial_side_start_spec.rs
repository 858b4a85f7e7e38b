//! The start of a comparison of two sides: what is too short or cannot be compared is refused, the lot, and the plans that fit.

use gutskin::analysis::engine::kalman::Noise;
use gutskin::analysis::trial::candidate::SideWay;
use gutskin::analysis::trial::plan::Plan;
use gutskin::analysis::trial::planner::OwnNoise;
use gutskin::analysis::trial::recorded::{draw, seed};
use gutskin::columns::tabulate;
use gutskin::evidence::eligible::{Wish, against};
use gutskin::model::diary::Diary;
use gutskin::model::trial::{Lot, Trial, TrialDesign};

use super::commands::today;
use super::trial_side_test_spec::{ALONE, SWAP, cheeks, cream, log};
use super::trials::{refused, start};

// The start.

#[test]
fn a_comparison_that_is_too_short_or_without_sides_is_refused() {
    let with = |design: TrialDesign, change: fn(&mut Trial)| {
        let mut trial = cream(design, today());
        change(&mut trial);
        refused(&Diary::default(), start(trial))
    };
    assert!(with(SWAP, |it| it.design.days_per_period = 27).contains("takes 70 days or more"));
    assert!(with(ALONE, |it| it.design.days_per_period = 55).contains("takes 84 days or more"));
    assert!(with(SWAP, |it| it.sides = None).contains("needs two sides to compare"));
    assert!(with(SWAP, |it| it.order = "BB".to_owned()).contains("none that its lot can draw"));
    assert!(
        with(SWAP, |it| (it.design.periods, it.order) = (4, "BABA".to_owned()))
            .contains("first the one and then the other")
    );
    let early = TrialDesign { lot: Lot::OneSide { untreated_days: 7 }, days_per_period: 90, ..ALONE };
    assert!(with(early, |_| {}).contains("14 days on which neither side is treated come first"));
    let blocks =
        TrialDesign { lot: Lot::Balanced { most_alike: 3 }, periods: 8, days_per_period: 7, washout_days: 2, ..SWAP };
    assert!(with(blocks, |it| it.order = "ABABABAB".to_owned()).contains("takes 10 periods or more"));
    let short = TrialDesign { periods: 10, days_per_period: 3, ..blocks };
    assert!(with(short, |it| it.order = "ABABABABAB".to_owned()).contains("takes 40 days or more"));
}

#[test]
fn one_toss_draws_both_orders_and_the_same_trial_always_the_same() {
    let orders: Vec<String> = (0..40).map(|seed| draw(SWAP, seed).unwrap()).collect();
    assert!(orders.iter().any(|order| order == "AB") && orders.iter().any(|order| order == "BA"));
    assert!(orders.iter().all(|order| order.len() == 2));
    let alone: Vec<String> = (0..40).map(|seed| draw(ALONE, seed).unwrap()).collect();
    assert!(alone.iter().any(|order| order == "A") && alone.iter().any(|order| order == "B"));
    let of = |id: &str, number: usize, days: i32| seed(id, number, today().plus(days));
    assert_eq!(of("diary", 1, 0), of("diary", 1, 0), "a trial that is deleted and planned again has the same lot");
    let others = [of("other", 1, 0), of("diary", 2, 0), of("diary", 1, 1)];
    assert!(others.iter().all(|other| *other != of("diary", 1, 0)));
}

#[test]
fn what_is_rubbed_over_is_refused_by_its_name_and_slow_things_get_the_slow_plans() {
    let mut diary = Diary::default();
    for ago in 1..=20 {
        for place in [cheeks().one, cheeks().other] {
            log(&mut diary, today().plus(-ago), place, f64::from(ago % 3));
        }
    }
    let wish = |factor: &'static str| Wish {
        factor,
        instructions: ["on the left cheek", "on the right cheek"],
        subject: None,
        outcome: "redness",
        sides: Some(cheeks()),
        start: today(),
        design: Some(SWAP),
        is_eaten: false,
        tested_for_coeliac: false,
    };
    let said = |wish: &Wish<'_>| against(wish, &diary, &tabulate(&diary), &[], today()).join(" ");
    assert_eq!(said(&wish("a plain cream")), "");
    assert!(said(&wish("thermal water spray")).contains("A spray drifts to the other side"));
    let ways =
        [(1, true), (2, true), (4, true), (1, false), (8, false)].map(|(days, swap)| SideWay::fitting(days, swap));
    let slow = [SideWay::SwapOnce, SideWay::OneSide, SideWay::OneSide];
    assert_eq!((&ways[..2], &ways[2..]), (&[SideWay::Blocks; 2][..], &slow[..]));
}

#[test]
fn a_plan_for_what_is_slow_has_only_designs_that_are_long_enough() {
    let own = OwnNoise { noise: Noise { phi: 0.3, eta: 0.2 }, sd: 0.3, missing: 0.15, days: 90 };
    let plan =
        |way, half_life| Plan::for_half_life(own, (1.0, half_life), (Some(way), false), 112, 1, &|| true).unwrap();
    let swap = plan(SideWay::SwapOnce, 4);
    let days: Vec<usize> = swap.designs.iter().map(|(candidate, _)| candidate.days()).collect();
    assert_eq!(days, [70, 98, 112]);
    assert!(swap.designs.iter().all(|(candidate, _)| candidate.washout == 12));
    let power: Vec<f64> = swap.designs.iter().map(|(_, forecast)| forecast.power).collect();
    assert!(power.iter().all(|power| (0.0..=1.0).contains(power)) && power[2] > 0.5, "{power:?}");
    let slow = plan(SideWay::SwapOnce, 8);
    assert!(
        slow.designs.iter().all(|(candidate, _)| candidate.days_per_period >= 30),
        "seven days of each stretch are left"
    );
    let alone = plan(SideWay::OneSide, 2);
    let days: Vec<usize> = alone.designs.iter().map(|(candidate, _)| candidate.days()).collect();
    assert_eq!(days, [84, 112]);
}
