//! Trials: which orders are drawn, which days count, what the verdict promises, and what a design is refused for.

use std::collections::{BTreeMap, BTreeSet};

use gutskin::analysis::trial::design::Design;
use gutskin::analysis::trial::error::{DesignError, Inconclusive};
use gutskin::analysis::trial::periods::Statistic;
use gutskin::analysis::trial::randomisation::Randomisation;
use gutskin::analysis::trial::sequence::Sequence;
use gutskin::analysis::trial::size::size;
use gutskin::analysis::trial::verdict::{Method, by, verdict, with};
use gutskin::rng::Rng;

pub const TEN: Randomisation = Randomisation::Balanced { periods: 10, most_alike: 2 };
const STATISTICS: [Statistic; 3] = [Statistic::Whitened, Statistic::Slope, Statistic::Difference];

fn order(letters: &str) -> Sequence {
    Sequence::of(letters.chars().map(|letter| letter == 'B')).unwrap()
}

/// Ten periods of five days, the first of each left out.
pub fn ten() -> Design {
    Design::new(TEN, 5, 1).unwrap()
}

/// Numbers without a pattern, `effect` higher on.
pub fn outcome(design: &Design, sequence: Sequence, effect: f64, seed: u64) -> Vec<Option<f64>> {
    let mut chance = Rng::new(seed, 1);
    design.on(sequence).into_iter().map(|on| Some(5.0 + chance.gauss() + effect * on)).collect()
}

// The order.

#[test]
fn every_order_is_listed_once_and_so_is_its_mirror_image() {
    for randomisation in [TEN, Randomisation::Balanced { periods: 8, most_alike: 3 }, Randomisation::Pairs { pairs: 6 }]
    {
        let orders = randomisation.compared(1).unwrap();
        let different: BTreeSet<String> = orders.iter().map(ToString::to_string).collect();
        assert_eq!(different.len(), orders.len());
        for order in &orders {
            assert!(randomisation.holds(*order), "{order}");
            assert!(different.contains(&order.exchanged().to_string()), "{order}");
        }
    }
}

#[test]
fn an_order_that_breaks_the_rules_is_none_of_the_scheme() {
    assert!(TEN.holds(order("ABABABABAB")));
    assert!(!TEN.holds(order("ABABABABAA")), "more off than on");
    assert!(!TEN.holds(order("AAABBBABAB")), "three alike in a row");
    assert!(!TEN.holds(order("ABABABAB")), "two periods short");
    assert!(Randomisation::Pairs { pairs: 3 }.holds(order("ABBABA")));
    assert!(!Randomisation::Pairs { pairs: 3 }.holds(order("AABBAB")), "a pair without a day on");
    assert_eq!(Sequence::of([]), None);
    assert_eq!(Sequence::of([true; 61]), None);
}

#[test]
fn a_seed_draws_one_order_and_many_seeds_draw_all_alike() {
    for randomisation in [TEN, Randomisation::Pairs { pairs: 6 }] {
        assert_eq!(randomisation.draw(7).unwrap(), randomisation.draw(7).unwrap());
        let count = randomisation.count().unwrap();
        let mut drawn: BTreeMap<String, u64> = BTreeMap::new();
        for seed in 0..100 * count {
            *drawn.entry(randomisation.draw(seed).unwrap().to_string()).or_default() += 1;
        }
        assert_eq!(drawn.len() as u64, count, "every order comes up");
        // A hundred times each, give or take five deviations.
        assert!(drawn.values().all(|times| (50..=150).contains(times)), "{drawn:?}");
    }
}

#[test]
fn a_design_that_cannot_reach_a_verdict_is_refused_before_it_starts() {
    let balanced = |periods, most_alike| Randomisation::Balanced { periods, most_alike };
    let pairs = |pairs| Randomisation::Pairs { pairs };
    // 2 / 14 and 2 / 34 lie above .05, and so do 2 / 16 and 2 / 32.
    for (randomisation, orders) in
        [(balanced(6, 2), 14), (balanced(8, 2), 34), (pairs(4), 16), (pairs(5), 32), (balanced(10, 1), 2)]
    {
        assert_eq!(Design::new(randomisation, 7, 2), Err(DesignError::TooFewOrders { orders }));
        assert_eq!(randomisation.draw(1), Err(DesignError::TooFewOrders { orders }));
    }
    for randomisation in [balanced(8, 3), balanced(10, 2), pairs(6)] {
        assert!(Design::new(randomisation, 7, 2).is_ok(), "{randomisation:?}");
    }
    assert_eq!(TEN.smallest_p(), Ok(2.0 / 84.0));
    let message = DesignError::TooFewOrders { orders: 14 }.to_string();
    assert!(message.contains("p 0.14 at best") && message.contains("take 10 periods"), "{message}");
    assert!(!message.contains('\n'));
}

#[test]
fn careless_designs_are_refused_with_the_way_out() {
    let balanced = |periods, most_alike| Randomisation::Balanced { periods, most_alike };
    for periods in [0, 7, 62, usize::MAX] {
        assert_eq!(Design::new(balanced(periods, 2), 7, 2), Err(DesignError::Periods { periods }));
    }
    assert!(matches!(Randomisation::Pairs { pairs: usize::MAX }.draw(1), Err(DesignError::Periods { .. })));
    assert_eq!(Design::new(balanced(10, 0), 7, 2), Err(DesignError::TooFewOrders { orders: 0 }));
    assert!(Design::new(balanced(10, usize::MAX), 7, 2).is_ok(), "any number alike");
    assert_eq!(Design::new(TEN, 0, 0), Err(DesignError::Length { days: 0 }));
    assert_eq!(Design::new(TEN, 74, 2), Err(DesignError::Length { days: 740 }));
    assert!(matches!(Design::new(TEN, usize::MAX, 2), Err(DesignError::Length { .. })));
    assert_eq!(Design::new(TEN, 4, 2), Err(DesignError::AnalysisDays { left: 2 }));
    assert_eq!(Design::new(TEN, 4, 9), Err(DesignError::AnalysisDays { left: 0 }));
    assert!(Design::new(TEN, 1, 0).is_ok(), "what acts within a day may be switched daily");
}

// The verdict.

/// Under no effect the outcome is what it is, whichever order was drawn. Then the order with the largest difference and its
/// mirror image have p = 2/84, the next two 4/84, and so on: every p that can be comes up as often as it says.
#[test]
fn without_an_effect_every_p_comes_up_as_often_as_it_says() {
    let design = ten();
    let orders = TEN.compared(1).unwrap();
    let cells = outcome(&design, orders[0], 0.0, 3);
    for statistic in STATISTICS {
        let p_of = |order: &Sequence| by(statistic, &design, *order, &cells, 1).unwrap().p;
        let mut found: Vec<f64> = orders.iter().map(p_of).collect();
        found.sort_by(f64::total_cmp);
        let expected: Vec<f64> = (0..84).map(|rank| f64::from(rank / 2 + 1) * 2.0 / 84.0).collect();
        assert_eq!(found, expected, "{statistic:?}");
    }
}

#[test]
fn with_ties_gaps_and_dropped_periods_no_p_comes_up_more_often_than_it_says() {
    let design = ten();
    let orders = TEN.compared(1).unwrap();
    for seed in 0..5 {
        let mut chance = Rng::new(seed, 2);
        // Yes or no, which remembers yesterday; a day in ten is missing, and two periods nearly all.
        let mut bad = false;
        let day = |day: usize| {
            bad = if chance.chance(0.3) { !bad } else { bad };
            let missing = chance.chance(0.1) || (matches!(day / 5, 3 | 8) && day % 5 != 2);
            (!missing).then_some(f64::from(u8::from(bad)))
        };
        let cells: Vec<Option<f64>> = (0..design.days()).map(day).collect();
        let dropped = design.counted(&cells).unwrap().dropped;
        assert!(dropped.iter().all(|period| matches!(period, 3 | 8)), "{dropped:?}");
        for statistic in STATISTICS {
            let found: Vec<f64> =
                orders.iter().map(|order| by(statistic, &design, *order, &cells, 1).unwrap().p).collect();
            for p in &found {
                let as_small = found.iter().filter(|other| *other <= p).count();
                assert!(
                    as_small as f64 / 84.0 <= p + 1e-12,
                    "{statistic:?}, seed {seed}: p {p} comes up {as_small} times"
                );
            }
        }
    }
}

/// Six pairs of days: on is higher by 2, 3, 4, 5 and 6, and lower by 1. The sum is 19. Of all 64 flips only 21 (none), 19 (the 1)
/// and their mirror images are as far from 0.
#[test]
fn the_p_of_pairs_is_that_of_counting_flips_by_hand() {
    let design = Design::new(Randomisation::Pairs { pairs: 6 }, 1, 0).unwrap();
    let sequence = order("ABBAABBAABBA");
    let on = [-1.0, 2.0, 3.0, 4.0, 5.0, 6.0];
    let cells: Vec<Option<f64>> =
        (0..12).map(|day| Some(if sequence.is_on(day) { on[day / 2] } else { 0.0 })).collect();
    let found = by(Statistic::Difference, &design, sequence, &cells, 1).unwrap();
    assert_eq!(found.p, 4.0 / 64.0);
    assert!((found.statistic - 19.0 / 6.0).abs() < 1e-12);
    assert!(!found.is_difference());
}

#[test]
fn a_strong_effect_has_the_smallest_p_there_is_and_its_sign() {
    let design = ten();
    let sequence = TEN.draw(4).unwrap();
    for (effect, sign) in [(6.0, 1.0), (-6.0, -1.0)] {
        let found = verdict(&design, sequence, &outcome(&design, sequence, effect, 8), 1).unwrap();
        assert_eq!(found.p, 2.0 / 84.0);
        assert_eq!(found.statistic.signum(), sign);
        assert!(found.is_difference());
    }
}

#[test]
fn a_straight_drift_and_the_unit_change_nothing() {
    let design = ten();
    let sequence = TEN.draw(5).unwrap();
    let cells = outcome(&design, sequence, 1.0, 9);
    let plain = verdict(&design, sequence, &cells, 1).unwrap();
    let moved: Vec<Option<f64>> = (0_i32..)
        .zip(&cells)
        .map(|(day, cell)| cell.map(|value| 100.0 + 10.0 * (value + 0.3 * f64::from(day))))
        .collect();
    let moved = verdict(&design, sequence, &moved, 1).unwrap();
    assert_eq!(moved.p, plain.p);
    assert_eq!(moved.noise, plain.noise);
}

#[test]
fn too_many_orders_to_count_are_drawn_from_the_seed_and_p_is_never_0() {
    let randomisation = Randomisation::Pairs { pairs: 20 };
    let design = Design::new(randomisation, 1, 0).unwrap();
    let sequence = randomisation.draw(1).unwrap();
    let cells = outcome(&design, sequence, 9.0, 2);
    let found = verdict(&design, sequence, &cells, 3).unwrap();
    assert_eq!(found.orders, Some(10_000));
    assert!((1e-4..=3e-4).contains(&found.p), "{}", found.p);
    let weak = outcome(&design, sequence, 0.4, 2);
    let weak_p = |seed| verdict(&design, sequence, &weak, seed).unwrap().p;
    assert_eq!(weak_p(3), weak_p(3));
    assert!((weak_p(3) - weak_p(4)).abs() < 0.02, "another draw says nearly the same");
}

// Which days count.

#[test]
fn days_of_the_washout_and_after_the_trial_are_not_looked_at() {
    let design = ten();
    let sequence = TEN.draw(6).unwrap();
    let cells = outcome(&design, sequence, 0.5, 10);
    let mut others = cells.clone();
    for day in (0..design.days()).step_by(5) {
        others[day] = Some(99.0);
    }
    others.extend([Some(99.0); 20]);
    assert_eq!(verdict(&design, sequence, &others, 1), verdict(&design, sequence, &cells, 1));
    assert_eq!(design.counted(&others).unwrap().days, 40);
}

#[test]
fn a_period_without_a_logged_day_drops_out_and_takes_a_degree_of_freedom_with_it() {
    let design = ten();
    let sequence = TEN.draw(6).unwrap();
    let mut cells = outcome(&design, sequence, 0.5, 10);
    cells[21..25].fill(None);
    let found = verdict(&design, sequence, &cells, 1).unwrap();
    assert_eq!((found.dropped.as_slice(), found.days), ([4].as_slice(), 36));
    let df = |cells: &[Option<f64>]| size(&design, sequence, &design.counted(cells).unwrap(), None).unwrap().df;
    assert_eq!(df(&cells), 6.0);
    // What the day of its washout held makes no difference.
    cells[20] = Some(1_000.0);
    assert_eq!(verdict(&design, sequence, &cells, 1).unwrap(), found);
    // With one day it is back.
    cells[24] = Some(5.0);
    assert_eq!(verdict(&design, sequence, &cells, 1).unwrap().dropped, Vec::<usize>::new());
    assert_eq!(df(&cells), 7.0);
}

#[test]
fn more_than_a_third_dropped_is_not_enough_to_say() {
    let design = ten();
    let sequence = TEN.draw(6).unwrap();
    let mut cells = outcome(&design, sequence, 5.0, 10);
    cells[..15].fill(None);
    assert_eq!(verdict(&design, sequence, &cells, 1).unwrap().dropped, [0, 1, 2]);
    cells[..20].fill(None);
    let nothing = Inconclusive::TooLittleLogged { dropped: 4, periods: 10 };
    assert_eq!(verdict(&design, sequence, &cells, 1), Err(nothing));
    assert!(nothing.to_string().starts_with("not enough logged to say: 4 of 10 periods"), "{nothing}");
}

/// Under no effect every order's p comes up at most as often as it says, with carry-over looked for and a covariate taken out, too.
#[test]
fn carry_over_and_covariates_keep_the_verdict_exact() {
    let design = Design::new(TEN, 4, 0).unwrap();
    let orders = TEN.compared(1).unwrap();
    let cells = outcome(&design, orders[0], 0.0, 12);
    let mut rng = Rng::new(12, 5);
    let covariate: Vec<f64> = (0..design.days()).map(|_| rng.gauss()).collect();
    let method = Method { statistic: Statistic::CarryOver, covariates: &[covariate] };
    let p_of = |order: &Sequence| with(method, &design, *order, &cells, 1).unwrap().p;
    let mut found: Vec<f64> = orders.iter().map(p_of).collect();
    found.sort_by(f64::total_cmp);
    for (rank, p) in found.iter().enumerate() {
        assert!(
            *p + 1e-12 >= (rank + 1) as f64 / 84.0
                || found.iter().filter(|other| *other <= p).count() as f64 / 84.0 <= p + 1e-12
        );
    }
}

/// Exposure that fades with a half-life of two days: the statistic that knows of it finds its half-life, and at least as clear a
/// result as the one that does not.
#[test]
fn what_lingers_is_found_by_the_statistic_that_looks_for_it() {
    let twelve = Randomisation::Balanced { periods: 12, most_alike: 2 };
    let design = Design::new(twelve, 7, 0).unwrap();
    let sequence = twelve.draw(3).unwrap();
    let mut exposure = 0.0;
    let mut rng = Rng::new(4, 1);
    let stays = 0.5_f64.powf(0.5);
    let day = |on: f64| {
        exposure = stays * exposure + (1.0 - stays) * on;
        Some(5.0 + 0.3 * rng.gauss() - 3.0 * exposure)
    };
    let cells: Vec<Option<f64>> = design.on(sequence).into_iter().map(day).collect();
    let method = |statistic| Method { statistic, covariates: &[] };
    let lingering = with(method(Statistic::CarryOver), &design, sequence, &cells, 1).unwrap();
    let plain = with(method(Statistic::Whitened), &design, sequence, &cells, 1).unwrap();
    assert_eq!(lingering.half_life_days, 2.0);
    assert!(lingering.statistic.abs() > plain.statistic.abs() && lingering.statistic < 0.0);
    assert!(lingering.is_difference());
}

#[test]
fn periods_may_differ_in_length() {
    let lengths = [3, 5, 4, 4, 6, 4, 5, 3, 4, 2];
    let design = Design::with_lengths(TEN, &lengths, 1).unwrap();
    assert_eq!((design.days(), design.periods()), (40, 10));
    assert_eq!((design.period(2), design.period(3), design.period(39)), (0, 1, 9));
    assert!(!design.counts(3) && design.counts(4) && !design.counts(40));
    let sequence = TEN.draw(4).unwrap();
    let cells = outcome(&design, sequence, 6.0, 8);
    assert_eq!(verdict(&design, sequence, &cells, 1).unwrap().p, 2.0 / 84.0);
    assert!(Design::with_lengths(TEN, &lengths[1..], 0).is_err());
}

#[test]
fn the_result_opens_on_the_last_day() {
    let design = ten();
    let sequence = TEN.draw(6).unwrap();
    let cells = outcome(&design, sequence, 5.0, 10);
    assert_eq!(verdict(&design, sequence, &cells[..43], 1), Err(Inconclusive::NotOver { days_left: 7 }));
    assert_eq!(verdict(&design, sequence, &[], 1), Err(Inconclusive::NotOver { days_left: 50 }));
}

#[test]
fn careless_outcomes_give_a_reason_and_never_a_number_that_is_none() {
    let design = ten();
    let sequence = TEN.draw(6).unwrap();
    let all_missing = Inconclusive::TooLittleLogged { dropped: 10, periods: 10 };
    assert_eq!(verdict(&design, sequence, &[None; 50], 1), Err(all_missing));
    assert_eq!(verdict(&design, sequence, &[Some(f64::NAN); 50], 1), Err(all_missing));
    assert_eq!(verdict(&design, sequence, &[Some(f64::INFINITY); 50], 1), Err(all_missing));
    assert_eq!(verdict(&design, sequence, &[Some(0.1); 50], 1), Err(Inconclusive::NoVariation));
    let cells = outcome(&design, sequence, 1.0, 10);
    assert_eq!(verdict(&design, order("ABABABABAA"), &cells, 1), Err(Inconclusive::OtherOrder));
    assert_eq!(verdict(&design, order("AB"), &cells, 1), Err(Inconclusive::OtherOrder));
    // A single other day, numbers near the end of what there is, an outcome that is the order itself.
    let mut single = [Some(0.0); 50];
    single[13] = Some(1.0);
    let vast: Vec<Option<f64>> = cells.iter().map(|cell| cell.map(|value| value * 1e300)).collect();
    let itself: Vec<Option<f64>> = design.on(sequence).into_iter().map(Some).collect();
    for cells in [single.to_vec(), vast, itself.clone()] {
        for statistic in STATISTICS {
            let p = by(statistic, &design, sequence, &cells, 1).unwrap().p;
            assert!(p > 0.0 && p <= 1.0, "{statistic:?}: {p}");
        }
    }
    assert_eq!(verdict(&design, sequence, &itself, 1).unwrap().p, 2.0 / 84.0);
    assert_eq!(size(&design, sequence, &design.counted(&itself).unwrap(), None), None, "no interval without noise");
}
