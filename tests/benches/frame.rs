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
use gutskin::ui::{App, Range, ViewId};

fn window(folder: &Path) -> Harness<'static, App> {
    let mut harness = full_window::on(folder);
    let view = harness.state_mut().view_mut();
    view.series = ["redness", "itch", "sleep_hours", "stress"].map(str::to_owned).to_vec();
    view.range = Range::All;
    harness.run();
    harness
}

fn frame(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let mut full = window(folder.path());
    criterion.bench_function("frame, ten years, four series", |bench| {
        bench.iter(|| {
            full.step();
            let output = full.output();
            black_box(full.ctx.tessellate(output.shapes.clone(), output.pixels_per_point));
        });
    });
    // The map on the screen, its insights worked out.
    full.state_mut().view_mut().view = ViewId::Axis;
    full.step();
    while full.query_all_by_label_contains("being searched").next().is_some() {
        full.step();
        std::thread::yield_now();
    }
    criterion.bench_function("frame, ten years, the map of the axis", |bench| {
        bench.iter(|| {
            full.step();
            let output = full.output();
            black_box(full.ctx.tessellate(output.shapes.clone(), output.pixels_per_point));
        });
    });
    let mut empty = Harness::builder().with_size([1440.0, 900.0]).build_ui(|ui| {
        ui.label("nothing");
    });
    criterion.bench_function("frame, nothing but a word", |bench| {
        bench.iter(|| {
            empty.step();
            let output = empty.output();
            black_box(empty.ctx.tessellate(output.shapes.clone(), output.pixels_per_point));
        });
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(40);
    targets = frame
}
criterion_main!(benches);
