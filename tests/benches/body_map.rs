//! What the map of the body costs a frame: a window with the map open against the same without. At most 0.5 ms between them.
//!
//! `cargo bench --bench body_map`

#![allow(clippy::unwrap_used, missing_docs)]

#[path = "full_window.rs"]
mod full_window;

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use egui_kittest::kittest::Queryable;

fn body_map(criterion: &mut Criterion) {
    let folder = tempfile::tempdir().unwrap();
    let mut window = full_window::on(folder.path());
    window.run();
    for (name, press) in
        [("without the map", None), ("the face", Some("Places: face")), ("the front", Some("Places: front"))]
    {
        if let Some(figure) = press {
            window.get_by_label(figure).click();
            window.run();
        }
        criterion.bench_function(&format!("frame, {name}"), |bench| {
            bench.iter(|| {
                window.step();
                let output = window.output();
                black_box(window.ctx.tessellate(output.shapes.clone(), output.pixels_per_point));
            });
        });
    }
}

criterion_group! {
    name = benches;
    config = Criterion::default().sample_size(40);
    targets = body_map
}
criterion_main!(benches);
