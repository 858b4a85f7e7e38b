//! What one frame of the window costs the processor, with ten years of days behind it. The frame is laid out and turned into
//! triangles as for a screen; what the graphics card does with them is not measured.
//!
//! `cargo bench --bench frame`

#![allow(clippy::unwrap_used, missing_docs)]

use std::hint::black_box;
use std::sync::Arc;

use criterion::{Criterion, criterion_group, criterion_main};
use egui_kittest::Harness;
use gutskin::sample;
use gutskin::storage::Access;
use gutskin::ui::{self, App, Range};
use gutskin::workspace::Workspace;

/// Days of ten years.
const DAYS: usize = 3_650;

fn ten_years(folder: &std::path::Path) -> Workspace {
    let mut workspace = Workspace::open(folder, Access::Write, Arc::new(|| {})).unwrap();
    for command in sample::complete(sample::SEED, workspace.today(), DAYS).into_commands() {
        workspace.submit(command).unwrap();
    }
    workspace
}

fn window(workspace: Workspace) -> Harness<'static, App> {
    let mut harness = Harness::builder()
        .with_size([1440.0, 900.0])
        .with_max_steps(24)
        .with_context_setup(ui::install)
        .build_eframe(move |_| App::new(workspace, Arc::new(|| {}), None));
    let view = harness.state_mut().view_mut();
    view.series = ["redness", "itch", "sleep_hours", "stress"].map(str::to_owned).to_vec();
    view.range = Range::All;
    harness.run();
    harness
}

fn frame(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let mut full = window(ten_years(folder.path()));
    criterion.bench_function("frame, ten years, four series", |bench| {
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
