//! How often a trial says that there is a difference, where there is none and where there is one. Not a benchmark of speed: it
//! prints tables.
//!
//! `cargo bench --bench trial_power` makes up 1,000 trials of each kind; `cargo bench --bench trial_power -- 4000 50` makes up 4,000
//! of each, from seed 50 on.
//!
//! The made-up outcome is harder than the planner's: it drifts in a bend, is rounded to whole points, and has rare bad days.

#![allow(clippy::unwrap_used, clippy::disallowed_macros, missing_docs)]

use std::time::Instant;

use gutskin::analysis::engine::kalman::Noise;
use gutskin::analysis::engine::student_t::StudentT;
use gutskin::analysis::trial::design::Design;
use gutskin::analysis::trial::periods::Statistic;
use gutskin::analysis::trial::planner::{OwnNoise, forecast, pre_screen};
use gutskin::analysis::trial::randomisation::Randomisation;
use gutskin::analysis::trial::sequence::Sequence;
use gutskin::analysis::trial::size::size;
use gutskin::analysis::trial::verdict::{by, verdict};
use gutskin::rng::Rng;

/// Points of a score for one standard deviation of its noise.
const POINTS: f64 = 1.6;
const MISSING: f64 = 0.15;
/// The noise of the power table: what it remembers is .5 of yesterday, and nothing is white but the rounding.
const USUAL: Noise = Noise { phi: 0.5, eta: 0.0 };

/// A design of the table, with the power another implementation measured for 0.8 and 1.2 standard deviations.
struct Row {
    name: &'static str,
    randomisation: Randomisation,
    days: usize,
    washout: usize,
    power: [Option<f64>; 2],
}

const fn balanced(periods: usize) -> Randomisation {
    Randomisation::Balanced { periods, most_alike: 2 }
}

const fn pairs(periods: usize) -> Randomisation {
    Randomisation::Pairs { pairs: periods / 2 }
}

const ROWS: [Row; 7] = [
    Row { name: "10x4 (1)", randomisation: balanced(10), days: 4, washout: 1, power: [Some(0.22), Some(0.47)] },
    Row { name: "12x4 (1)", randomisation: balanced(12), days: 4, washout: 1, power: [Some(0.31), Some(0.61)] },
    Row { name: "10x7 (2)", randomisation: balanced(10), days: 7, washout: 2, power: [Some(0.22), Some(0.53)] },
    Row { name: "12x7 (2)", randomisation: balanced(12), days: 7, washout: 2, power: [Some(0.38), Some(0.71)] },
    Row { name: "16x7 pairs (2)", randomisation: pairs(16), days: 7, washout: 2, power: [Some(0.57), Some(0.84)] },
    Row { name: "20x1 pairs (0)", randomisation: pairs(20), days: 1, washout: 0, power: [Some(0.52), None] },
    Row { name: "20x2 pairs (0)", randomisation: pairs(20), days: 2, washout: 0, power: [Some(0.63), None] },
];

/// One made-up outcome, in points; `effect` in standard deviations of its noise.
fn outcome(design: &Design, sequence: Sequence, noise: Noise, effect: f64, chance: &mut Rng) -> Vec<Option<f64>> {
    let Noise { phi, eta } = noise;
    let (line, bend, phase) = (chance.between(-1.0, 1.0), chance.between(0.0, 0.5), chance.unit());
    // One day in ten is drawn from a bell twice as wide.
    let shock = |chance: &mut Rng| chance.gauss() * if chance.chance(0.1) { 2.0 } else { 1.0 } / 1.3_f64.sqrt();
    let mut state = shock(chance);
    let days = design.days();
    let on = design.on(sequence);
    (0..days)
        .map(|day| {
            state = if day == 0 { state } else { phi * state + (1.0 - phi * phi).sqrt() * shock(chance) };
            let noise = (1.0 - eta).sqrt() * state + eta.sqrt() * chance.gauss();
            let drift =
                line * day as f64 / days as f64 + bend * (std::f64::consts::TAU * (day as f64 / 120.0 + phase)).sin();
            let value = (5.0 + POINTS * (noise + drift + effect * on[day])).round();
            (!chance.chance(MISSING)).then_some(value)
        })
        .collect()
}

/// Counts of what was said.
#[derive(Default)]
struct Said {
    trials: f64,
    nothing: f64,
    difference: f64,
    by_means: f64,
    t_test: f64,
    covered: f64,
    sized: f64,
}

impl Said {
    fn share(&self, part: f64) -> String {
        format!("{:.3}", part / self.trials)
    }
}

fn measure(design: &Design, noise: Noise, effect: f64, count: u64, seed: u64) -> Said {
    let mut said = Said::default();
    let mut chance = Rng::new(seed, 40);
    for number in 0..count {
        let sequence = design.randomisation().draw(seed + number).unwrap();
        let cells = outcome(design, sequence, noise, effect, &mut chance);
        said.trials += 1.0;
        let Ok(found) = verdict(design, sequence, &cells, seed) else {
            said.nothing += 1.0;
            continue;
        };
        said.difference += f64::from(u8::from(found.is_difference()));
        let means = by(Statistic::Difference, design, sequence, &cells, seed).unwrap();
        said.by_means += f64::from(u8::from(means.is_difference()));
        let counted = design.counted(&cells).unwrap();
        said.t_test += f64::from(u8::from(t_test(&design.on(sequence), &counted.cells) <= 0.05));
        if let Some(size) = size(design, sequence, &counted, None) {
            said.sized += 1.0;
            let (low, high) = size.interval;
            said.covered += f64::from(u8::from((low..=high).contains(&(effect * POINTS))));
        }
    }
    said
}

/// Student's t test of days on against days off, as if every day were new.
fn t_test(on: &[f64], cells: &[Option<f64>]) -> f64 {
    let side = |mark: f64| -> Vec<f64> {
        cells.iter().zip(on).filter(|(_, on)| **on == mark).filter_map(|(cell, _)| *cell).collect()
    };
    let [a, b] = [side(1.0), side(0.0)];
    let mean = |side: &[f64]| side.iter().sum::<f64>() / side.len() as f64;
    let square = |side: &[f64]| side.iter().map(|value| (value - mean(side)).powi(2)).sum::<f64>();
    let df = (a.len() + b.len()) as f64 - 2.0;
    let variance = (square(&a) + square(&b)) / df * (1.0 / a.len() as f64 + 1.0 / b.len() as f64);
    if variance > 0.0 { StudentT::new(df).two_sided((mean(&a) - mean(&b)) / variance.sqrt()) } else { 1.0 }
}

fn power_table(count: u64, seed: u64) {
    println!(
        "\nUsual noise (phi {}, eta {}), drift, 15 % missing, {count} trials a cell, seeds from {seed}",
        USUAL.phi, USUAL.eta
    );
    println!(
        "| design | days | smallest p | says nothing | no effect: verdict | period means | t test | interval misses \
         | effect 0.8: verdict | reference | planner | closed form | 1.2: verdict | reference | planner | closed form |"
    );
    println!("|{}", " --- |".repeat(16));
    let own = OwnNoise { noise: USUAL, sd: POINTS, missing: MISSING, days: 0 };
    for row in ROWS {
        let design = Design::new(row.randomisation, row.days, row.washout).unwrap();
        let none = measure(&design, USUAL, 0.0, count, seed);
        print!("| {} | {} | {:.3} ", row.name, design.days(), row.randomisation.smallest_p().unwrap());
        print!("| {} | {} ", none.share(none.nothing), none.share(none.difference));
        print!("| {} | {} ", none.share(none.by_means), none.share(none.t_test));
        print!("| {:.3} ", 1.0 - none.covered / none.sized);
        for (effect, reference) in [0.8, 1.2].into_iter().zip(row.power) {
            let some = measure(&design, USUAL, effect, count, seed + 1_000_000);
            let planner = forecast(&design, &own, effect * POINTS, seed, &|| true).unwrap();
            let closed = pre_screen(&design, &own, effect * POINTS, seed);
            print!("| {} | ", some.share(some.difference));
            print!("{} ", reference.map_or("-".to_owned(), |power| format!("{power:.2}")));
            print!("| {:.3} | {closed:.3} ", planner.power);
        }
        println!("|");
    }
}

fn size_table(count: u64, seed: u64) {
    println!("\nNo effect, other noise: share of false alarms, {count} trials a cell, seeds from {seed}");
    println!("| design | phi | eta | says nothing | verdict | period means | t test | interval misses |");
    println!("|{}", " --- |".repeat(8));
    for row in [&ROWS[0], &ROWS[3], &ROWS[5]] {
        let design = Design::new(row.randomisation, row.days, row.washout).unwrap();
        for (phi, eta) in [(0.0, 0.0), (0.3, 0.2), (0.7, 0.2), (0.9, 0.0), (0.9, 0.5)] {
            let none = measure(&design, Noise { phi, eta }, 0.0, count, seed + 2_000_000);
            print!("| {} | {phi} | {eta} | {} | {} ", row.name, none.share(none.nothing), none.share(none.difference));
            print!("| {} | {} ", none.share(none.by_means), none.share(none.t_test));
            println!("| {:.3} |", 1.0 - none.covered / none.sized);
        }
    }
}

/// What lingers, looked for in the statistic, against days that are left out: share of trials with a verdict of a difference, for
/// 1.2 standard deviations built up and gone again with a half-life.
fn lingering_table(count: u64, seed: u64) {
    println!("\nWhat lingers (effect 1.2): statistic over half-lives, against days left out; {count} trials a cell");
    println!("| design | half-life, days | every day counts | days left out |");
    println!("|{}", " --- |".repeat(4));
    for (periods, days, washout) in [(12, 7, 2), (16, 4, 1)] {
        let (whole, cut) =
            (Design::new(balanced(periods), days, 0).unwrap(), Design::new(balanced(periods), days, washout).unwrap());
        for half_life_days in [0.0, 1.0, 2.0, 3.0] {
            let mut chance = Rng::new(seed, 41);
            let mut found = [0.0; 2];
            for number in 0..count {
                let sequence = whole.randomisation().draw(seed + number).unwrap();
                let exposure = whole.exposure(sequence, half_life_days);
                let noise = outcome(&whole, sequence, USUAL, 0.0, &mut chance);
                let built_up = |(cell, share): (Option<f64>, f64)| cell.map(|value| value + 1.2 * POINTS * share);
                let cells: Vec<Option<f64>> = noise.into_iter().zip(exposure).map(built_up).collect();
                let verdicts = [
                    by(Statistic::CarryOver, &whole, sequence, &cells, seed),
                    by(Statistic::Whitened, &cut, sequence, &cells, seed),
                ];
                for (found, verdict) in found.iter_mut().zip(verdicts) {
                    *found += f64::from(u8::from(verdict.is_ok_and(|verdict| verdict.is_difference())));
                }
            }
            let [lingering, left_out] = found.map(|found| found / count as f64);
            println!("| {periods}x{days} ({washout}) | {half_life_days} | {lingering:.3} | {left_out:.3} |");
        }
    }
}

fn main() {
    let numbers: Vec<u64> = std::env::args().filter_map(|text| text.parse().ok()).collect();
    let (count, seed) = (numbers.first().copied().unwrap_or(1_000), numbers.get(1).copied().unwrap_or(1));
    let start = Instant::now();
    power_table(count, seed);
    size_table(count, seed);
    lingering_table(count, seed);
    println!("\n{:.1} s", start.elapsed().as_secs_f64());
}
