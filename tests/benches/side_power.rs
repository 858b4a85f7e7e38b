//! How often a comparison of two sides says that there is a difference, and what looks on the way cost and save. Not a benchmark of
//! speed: it prints tables, beside the figures that another implementation found.
//!
//! `cargo bench --bench side_power` makes up 400 trials of each kind, `cargo bench --bench side_power -- 2000 7` makes up 2,000 from
//! seed 7 on.
//!
//! A side has a standard deviation of 1 and shares .8 of its variance with the other; 15 % of days are missing. What a side has of
//! its own is quick (.3 of yesterday), slow (.8) or drifts (.97). Of a quick treatment 87 % is there when days begin to count, of a
//! slow one half is gone two and a half days after it ends.

#![allow(clippy::unwrap_used, clippy::disallowed_macros, missing_docs)]

use std::time::Instant;

use gutskin::analysis::engine::kalman::Noise;
use gutskin::analysis::trial::design::Design;
use gutskin::analysis::trial::planner::{OwnNoise, forecast, forecast_looked_at};
use gutskin::analysis::trial::randomisation::Randomisation;
use gutskin::analysis::trial::side_test::SideTest;
use gutskin::analysis::trial::verdict::verdict;
use gutskin::model::trial::{Lot, TrialDesign};
use gutskin::rng::Rng;

const SHARED: f64 = 0.8;
const MISSING: f64 = 0.15;
const MEMORIES: [f64; 3] = [0.3, 0.8, 0.97];
const EFFECTS: [f64; 3] = [0.0, 0.5, 0.8];
const SLOW_HALF_LIFE_DAYS: f64 = 2.5;
/// Half-lives that 87 % have come after: 2 to the power of -2.94 is .13.
const HALF_LIVES_TO_COUNT: f64 = 2.94;

/// A design with what another implementation found: false alarms, power for .5, power for .8, each for the three noises.
struct Row {
    name: &'static str,
    lot: Lot,
    periods: u8,
    days: u16,
    washout: u16,
    reference: [[f64; 3]; 3],
}

const BALANCED: Lot = Lot::Balanced { most_alike: 2 };

const ROWS: [Row; 6] = [
    Row {
        name: "A 10 x 4 (w 1)",
        lot: BALANCED,
        periods: 10,
        days: 4,
        washout: 1,
        reference: [[0.06, 0.05, 0.06], [0.72, 0.77, 0.80], [0.96, 0.99, 0.97]],
    },
    Row {
        name: "A 12 x 5 (w 2)",
        lot: BALANCED,
        periods: 12,
        days: 5,
        washout: 2,
        reference: [[0.04, 0.05, 0.03], [0.81, 0.86, 0.90], [1.0, 1.0, 1.0]],
    },
    Row {
        name: "B 14+28+28 (w 7)",
        lot: Lot::SwapOnce { untreated_days: 14 },
        periods: 2,
        days: 28,
        washout: 7,
        reference: [[0.01, 0.04, 0.04], [0.53, 0.28, 0.38], [0.85, 0.56, 0.65]],
    },
    Row {
        name: "B 14+42+42 (w 7)",
        lot: Lot::SwapOnce { untreated_days: 14 },
        periods: 2,
        days: 42,
        washout: 7,
        reference: [[0.02, 0.03, 0.05], [0.75, 0.40, 0.47], [0.93, 0.67, 0.69]],
    },
    Row {
        name: "C 14+42 (w 7)",
        lot: Lot::OneSide { untreated_days: 14 },
        periods: 1,
        days: 42,
        washout: 7,
        reference: [[0.03, 0.05, 0.04], [0.13, 0.10, 0.16], [0.35, 0.22, 0.31]],
    },
    Row {
        name: "C 28+56 (w 7)",
        lot: Lot::OneSide { untreated_days: 28 },
        periods: 1,
        days: 56,
        washout: 7,
        reference: [[0.01, 0.02, 0.04], [0.29, 0.15, 0.20], [0.65, 0.35, 0.40]],
    },
];

/// What one side has of its own, with a standard deviation of 1.
fn own(days: usize, memory: f64, chance: &mut Rng) -> Vec<f64> {
    let mut state = chance.gauss();
    let fresh = (1.0 - memory * memory).sqrt();
    let mut day = |_| {
        let today = state;
        state = memory * state + fresh * chance.gauss();
        today
    };
    (0..days).map(&mut day).collect()
}

/// Half of the one side less the other, with an effect on the treated one. What both share falls out.
fn halves(treated: &[f64], (effect, half_life): (f64, f64), memory: f64, chance: &mut Rng) -> Vec<Option<f64>> {
    let stays = if half_life > 0.0 { 0.5_f64.powf(1.0 / half_life) } else { 0.0 };
    let (one, other) = (own(treated.len(), memory, chance), own(treated.len(), memory, chance));
    let mut exposure = 0.0;
    let day = |(at, treated): (usize, &f64)| {
        exposure = stays * exposure + (1.0 - stays) * treated;
        let value = 0.5 * (1.0 - SHARED).sqrt() * (one[at] - other[at]) + effect * exposure;
        (!chance.chance(MISSING)).then_some(value)
    };
    treated.iter().enumerate().map(day).collect()
}

fn share_found(row: &Row, effect: f64, memory: f64, count: u64, seed: u64) -> f64 {
    let days = row.days;
    let design = TrialDesign {
        lot: row.lot,
        periods: row.periods,
        days_per_period: days,
        washout_days: row.washout,
        carry_over: false,
        looks: false,
    };
    let mut chance = Rng::new(seed, 42);
    let found = (0..count).filter(|number| {
        if let Some(test) = SideTest::new(design) {
            let one_first = chance.chance(0.5);
            let cells = halves(&test.treated(one_first), (effect, SLOW_HALF_LIFE_DAYS), memory, &mut chance);
            test.judge(one_first, &cells).is_ok_and(|(verdict, _)| verdict.is_difference())
        } else {
            let lot = Randomisation::Balanced { periods: usize::from(row.periods), most_alike: 2 };
            let blocks = Design::new(lot, usize::from(days), usize::from(row.washout)).unwrap();
            let order = lot.draw(seed + number).unwrap();
            let sides: Vec<f64> = blocks.on(order).iter().map(|on| on - 0.5).collect();
            let half_life = f64::from(row.washout) / HALF_LIVES_TO_COUNT;
            let cells = halves(&sides, (effect, half_life), memory, &mut chance);
            verdict(&blocks, order, &cells, seed).is_ok_and(|verdict| verdict.is_difference())
        }
    });
    found.count() as f64 / count as f64
}

fn sides(count: u64, seed: u64) {
    println!(
        "\nLeft against right: share that is called different, quick/slow/drifting, {count} trials a cell (reference)"
    );
    println!("| design | days | false alarms | effect .5 | effect .8 |");
    println!("|{}", " --- |".repeat(5));
    for row in &ROWS {
        let days = row.lot.untreated_days() + u16::from(row.periods) * row.days;
        print!("| {} | {days} ", row.name);
        for (effect, reference) in EFFECTS.iter().zip(row.reference) {
            let found = MEMORIES.map(|memory| format!("{:.2}", share_found(row, *effect, memory, count, seed)));
            let reference = reference.map(|share| format!("{share:.2}")).join("/");
            print!("| {} ({reference}) ", found.join("/"));
        }
        println!("|");
    }
}

/// Looks after a third and two thirds against none: power, and days on average, without an effect and with 1.2 standard deviations.
fn looks(seed: u64) {
    println!(
        "\nLooks on the way (reference for 1.2: 24x2 pairs .968 to .948 in 48 to 39 days, 20x3 .935 to .921 in 60 to 50)"
    );
    println!("| design | effect | without looks | with looks | days | days with looks |");
    println!("|{}", " --- |".repeat(6));
    let noise = OwnNoise { noise: Noise { phi: 0.5, eta: 0.2 }, sd: 1.0, missing: MISSING, days: 0 };
    for (name, lot, days, after) in [
        ("24x2 pairs", Randomisation::Pairs { pairs: 12 }, 2, [8, 16, 24]),
        ("20x3", Randomisation::Balanced { periods: 20, most_alike: 2 }, 3, [6, 12, 20]),
        ("28x2 pairs", Randomisation::Pairs { pairs: 14 }, 2, [8, 18, 28]),
    ] {
        let design = Design::new(lot, days, 0).unwrap();
        for effect in [0.0, 1.2] {
            let plain = forecast(&design, &noise, effect, seed, &|| true).unwrap();
            let looked = forecast_looked_at(&design, &noise, (effect, 0.0), &after, seed, &|| true).unwrap();
            println!(
                "| {name} | {effect} | {:.3} | {:.3} | {} | {:.1} |",
                plain.power, looked.power, plain.days, looked.mean_days
            );
        }
    }
}

fn main() {
    let numbers: Vec<u64> = std::env::args().filter_map(|text| text.parse().ok()).collect();
    let (count, seed) = (numbers.first().copied().unwrap_or(400), numbers.get(1).copied().unwrap_or(1));
    let start = Instant::now();
    sides(count, seed);
    looks(seed);
    println!("\n{:.1} s", start.elapsed().as_secs_f64());
}
