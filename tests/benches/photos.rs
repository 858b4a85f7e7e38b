//! What photos cost: the small copy of a picture of 12 million pixels against reading it alone, taking one in with the memory it needs, and
//! a frame of a gallery and of a strip of 2,000. Wanted: a small copy below 120 ms, a frame below 4 ms.
//!
//! `cargo bench --bench photos`

#![allow(clippy::unwrap_used, clippy::disallowed_macros, missing_docs)]

#[path = "../support/pictures.rs"]
#[allow(dead_code, reason = "cameras are for the door")]
mod pictures;

use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;

use criterion::{Criterion, criterion_group, criterion_main};
use egui_kittest::Harness;
use gutskin::edit::Command;
use gutskin::model::entry::EntryKind;
use gutskin::model::photo::Photo;
use gutskin::model::text::Name;
use gutskin::model::trackable::Key;
use gutskin::model::value::Value;
use gutskin::photos::{MeasuredSeries, Picture, RatedSeries, decode_kept, read_bytes, read_pixels, thumbnail_of};
use gutskin::rng::Rng;
use gutskin::storage::Access;
use gutskin::ui::{self, App, Range, ViewId};
use gutskin::workspace::Workspace;
use gutskin::workspace::jobs::photos::keep_all;
use image::{Rgb, RgbImage};

/// Photos of the gallery, one a day.
const PHOTOS: u32 = 2_000;

/// A picture as a phone takes it: shades that change slowly, with grain.
fn of_a_phone() -> Vec<u8> {
    let mut rng = Rng::new(7, 1);
    let picture = RgbImage::from_fn(4_000, 3_000, |x, y| {
        let mut shade = |of: u32| u8::try_from(60 + of / 40 + u32::try_from(rng.below(16)).unwrap()).unwrap_or(u8::MAX);
        Rgb([shade(x), shade(y), shade(u32::midpoint(x, y))])
    });
    pictures::jpeg(&picture)
}

/// The most memory that this process has held so far, in MB, where the system tells.
fn most_memory() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").parse::<f64>().ok().map(|kilobytes| kilobytes / 1_000.0)
}

fn pixels(criterion: &mut Criterion) {
    let jpeg = of_a_phone();
    let before = most_memory();
    read_bytes(&jpeg).unwrap();
    if let (Some(before), Some(after)) = (before, most_memory()) {
        // Making the picture held as much as its pixels; what taking it in holds beyond that is what is added.
        println!(
            "a photo of 12 million pixels, {} MB: most memory {before:.0} MB before, {after:.0} MB after it was taken in",
            jpeg.len() / 1_000_000
        );
    }
    let mut group = criterion.benchmark_group("a photo of 12 million pixels");
    group.sample_size(20);
    group.bench_function("read alone", |bench| bench.iter(|| decode_kept(black_box(&jpeg)).unwrap()));
    group.bench_function("its small copy", |bench| bench.iter(|| thumbnail_of(black_box(&jpeg)).unwrap()));
    group.bench_function("taken in", |bench| bench.iter(|| read_bytes(black_box(&jpeg)).unwrap()));
    group.finish();
}

/// A small picture for each photo, of one series.
fn lot(workspace: &Workspace) -> Vec<(Picture, Photo)> {
    let made = (0..PHOTOS).map(|number| {
        // Its number in stripes, so that no two are the same picture.
        let stripe = |x: u32| if number >> (x / 5) & 1 == 1 { [200, 120, 110, 255] } else { [120, 90, 80, 255] };
        let rgba: Vec<u8> = (0..48).flat_map(|_| (0..64).flat_map(stripe)).collect();
        let picture = read_pixels(64, 48, &rgba).unwrap();
        let day = workspace.today().plus(-i32::try_from(number).unwrap());
        let photo = Photo { series: Name::new("Left forearm").ok(), ..picture.photo(day) };
        (picture, photo)
    });
    made.collect()
}

fn window(folder: &Path) -> Harness<'static, App> {
    let mut workspace = Workspace::open(folder, Access::Write, Arc::new(|| {})).unwrap();
    let lot = lot(&workspace);
    keep_all(&workspace.photo_files(), &lot, |_| {}).unwrap();
    let photos = lot.into_iter().map(|(_, photo)| photo).collect();
    workspace.submit(Command::AddPhotos { photos }).unwrap();
    let place = gutskin::edit::Place::Main { kind: EntryKind::SkinCheck, region: None };
    let (day, key, value) = (workspace.today(), Key::new("redness").unwrap(), Some(Value::Number(2.0)));
    workspace.submit(Command::Answer { day, place, key, value }).unwrap();
    Harness::builder()
        .with_size([1440.0, 900.0])
        .with_max_steps(24)
        .with_context_setup(ui::install)
        .build_eframe(move |_| App::new(workspace, Arc::new(|| {}), None))
}

fn one_frame(harness: &mut Harness<'_, App>) {
    harness.step();
    let output = harness.output();
    black_box(harness.ctx.tessellate(output.shapes.clone(), output.pixels_per_point));
}

fn frames(criterion: &mut Criterion) {
    let memory = Path::new("/dev/shm");
    let folder = if memory.is_dir() { tempfile::tempdir_in(memory) } else { tempfile::tempdir() }.unwrap();
    let mut window = window(folder.path());
    {
        let view = window.state_mut().view_mut();
        (view.shows_forms, view.shows_suggestions, view.view) = (false, false, ViewId::Photos);
        (view.range, view.photo_strips) = (Range::All, vec!["Left forearm".to_owned()]);
    }
    let mut group = criterion.benchmark_group(format!("{PHOTOS} photos"));
    group.sample_size(40);
    for (view, name) in
        [(ViewId::Photos, "a frame of the gallery"), (ViewId::Plot, "a frame of the plot with their strip")]
    {
        window.state_mut().view_mut().view = view;
        // Pictures come from another thread, a few a frame.
        for _ in 0..300 {
            window.step();
            std::thread::yield_now();
        }
        group.bench_function(name, |bench| bench.iter(|| one_frame(&mut window)));
    }
    let diary = window.state().workspace().diary().clone();
    group.bench_function("which set-up is the main one", |bench| bench.iter(|| MeasuredSeries::new(diary.photos())));
    let rated = RatedSeries::new(diary.photos());
    let sitting = rated.begin("a diary").unwrap();
    group.bench_function("the order of a sitting", |bench| bench.iter(|| rated.views(sitting)));
    group.finish();
}

criterion_group!(benches, pixels, frames);
criterion_main!(benches);
