//! What one frame of the window costs the processor, with ten years of days behind it. The frame is laid out and turned into
//! triangles as for a screen; what the graphics card does with them is not measured.
//!
//! `cargo bench --bench frame`

#![allow(clippy::unwrap_used, missing_docs)]

#[path = "full_window.rs"]
mod full_window;

use std::hint::black_box;
use std::path::Path;

use criterion::{Criterion, criterion_group, criterion_main};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use gutskin::ui::{App, Range, VIEWS, ViewId};

fn window(folder: &Path) -> Harness<'static, App> {
    let mut harness = full_window::on(folder);
    let view = harness.state_mut().view_mut();
    view.series = ["redness", "itch", "sleep_hours", "stress"].map(str::to_owned).to_vec();
    view.range = Range::All;
    harness.run();
    harness
}

/// Goes on until the insights are worked out: nothing is done beside the frame then.
fn settle(full: &mut Harness<'static, App>) {
    full.state_mut().view_mut().view = ViewId::Insights;
    full.step();
    while full.query_all_by_label_contains("being searched").next().is_some() {
        full.step();
        std::thread::yield_now();
    }
}

fn one_frame<State>(harness: &mut Harness<'_, State>) {
    harness.step();
    let output = harness.output();
    black_box(harness.ctx.tessellate(output.shapes.clone(), output.pixels_per_point));
}

fn frame(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let mut full = window(folder.path());
    settle(&mut full);
    for view in VIEWS {
        full.state_mut().view_mut().view = view.id;
        full.run();
        criterion.bench_function(&format!("frame, ten years, {}", view.title), |bench| {
            bench.iter(|| one_frame(&mut full));
        });
    }
    // What the forms and the ideas cost is in every line above; without them the centre stands alone.
    let view = full.state_mut().view_mut();
    (view.shows_forms, view.shows_suggestions) = (false, false);
    for alone in [ViewId::Today, ViewId::Plot, ViewId::Axis] {
        full.state_mut().view_mut().view = alone;
        full.run();
        criterion.bench_function(&format!("frame, ten years, {alone:?} without forms and ideas"), |bench| {
            bench.iter(|| one_frame(&mut full));
        });
    }
    let mut empty = Harness::builder().with_size([1440.0, 900.0]).build_ui(|ui| {
        ui.label("nothing");
    });
    criterion.bench_function("frame, nothing but a word", |bench| bench.iter(|| one_frame(&mut empty)));
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(40);
    targets = frame
}
criterion_main!(benches);
