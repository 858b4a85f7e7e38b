//! A plan of a trial is there in under a second, and a result in under a tenth of one, however many orders there are to compare.

#![allow(clippy::unwrap_used, missing_docs)]

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use gutskin::analysis::engine::kalman::Noise;
use gutskin::analysis::trial::design::Design;
use gutskin::analysis::trial::periods::Statistic;
use gutskin::analysis::trial::plan::{Plan, USUAL_MOST_DAYS};
use gutskin::analysis::trial::planner::OwnNoise;
use gutskin::analysis::trial::randomisation::Randomisation;
use gutskin::analysis::trial::verdict::{Method, with};
use gutskin::rng::Rng;

const OWN: OwnNoise = OwnNoise { noise: Noise { phi: 0.5, eta: 0.2 }, sd: 1.0, missing: 0.15, days: 90 };

/// 400 made-up trials of each design, on both cores: under 1 s.
fn plan(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("trial_plan");
    group.sample_size(10);
    group.bench_function("days left out", |bencher| {
        bencher.iter(|| Plan::for_difference(black_box(OWN), 1.0, USUAL_MOST_DAYS, 1, &|| true));
    });
    for days in [0, 2] {
        group.bench_function(format!("half gone after {days} days"), |bencher| {
            bencher
                .iter(|| Plan::for_half_life(black_box(OWN), (1.0, days), (None, false), USUAL_MOST_DAYS, 1, &|| true));
        });
    }
    group.finish();
}

/// Fourteen pairs have 16,384 orders, all of which are compared: under 100 ms.
fn result(criterion: &mut Criterion) {
    let design = Design::new(Randomisation::Pairs { pairs: 14 }, 4, 0).unwrap();
    let mut rng = Rng::new(3, 1);
    let cells: Vec<Option<f64>> = (0..design.days()).map(|_| (!rng.chance(0.15)).then(|| rng.gauss())).collect();
    let sequence = design.randomisation().draw(1).unwrap();
    let mut group = criterion.benchmark_group("trial_result");
    for (name, statistic) in [("days left out", Statistic::Whitened), ("what lingers", Statistic::CarryOver)] {
        group.bench_function(name, |bencher| {
            let method = Method { statistic, covariates: &[] };
            bencher.iter(|| with(method, &design, black_box(sequence), &cells, 1));
        });
    }
    group.finish();
}

criterion_group!(benches, plan, result);
criterion_main!(benches);
