//! Whether typing stays fluid while the analysis runs: ten years of days, the Insights view beside the day's form, sixty frames
//! a second. Every second eight letters are typed into the note and two edits are saved. First nothing runs. Then today is typed
//! into while looks and self-check run on. Then every second edit changes a day that all looks use, so that the analysis is
//! stopped and begun anew again and again and never ends.
//!
//! A frame is timed from the moment it was due until it is laid out and turned into triangles, so that waiting for a processor
//! counts. What the graphics card does is not measured; what a screen reader would be told is.
//!
//! `cargo bench --bench typing`

#![allow(clippy::unwrap_used, clippy::disallowed_macros, missing_docs)]

#[path = "full_window.rs"]
mod full_window;

use std::hint::black_box;
use std::path::Path;
use std::time::{Duration, Instant};

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use gutskin::ui::{App, ViewId};

/// Days back to one that every look uses: looks go back two years.
const BACK: usize = 800;
/// From one frame to the next.
const FRAME: Duration = Duration::from_nanos(16_666_667);
/// Frames of one round: some letters and two edits.
const ROUND: usize = 60;
/// Rounds measured.
const ROUNDS: usize = 15;

fn window(folder: &Path) -> Harness<'static, App> {
    let mut harness = full_window::on(folder);
    let view = harness.state_mut().view_mut();
    view.folded.clear();
    view.view = ViewId::Insights;
    harness.step();
    harness
}

/// What a person does in one frame of a round.
fn act(window: &mut Harness<'static, App>, frame: usize, round: usize) {
    match frame {
        0 => window.get_by_role_and_label(Role::MultilineTextInput, "Note").focus(),
        4..=32 if frame.is_multiple_of(4) => window.event(Event::Text("a".to_owned())),
        // Leaving the note saves it.
        38 => window.get_by_role_and_label(Role::TextInput, "Fibre").focus(),
        42 => window.key_press_modifiers(Modifiers::COMMAND, Key::A),
        46 => window.event(Event::Text((1 + round % 4).to_string())),
        50 => window.event(Event::Text((round % 10).to_string())),
        // Leaving the field saves the answer.
        54 => window.key_press(Key::Tab),
        _ => {}
    }
}

/// Milliseconds of frames, whether they drew an edit, and how many were drawn while something ran.
#[derive(Default)]
struct Times {
    all: Vec<f64>,
    with_edit: Vec<f64>,
    while_running: usize,
}

fn is_running(window: &Harness<'static, App>) -> bool {
    let shows = |words: &str| window.query_all_by_label_contains(words).next().is_some();
    shows("Working it out") || shows("moved by weeks is running")
}

/// Types for some rounds, or while something runs.
fn type_on(window: &mut Harness<'static, App>, rounds: usize, only_running: bool) -> Times {
    let mut times = Times::default();
    let mut due = Instant::now() + FRAME;
    let mut pause = 0;
    for round in 0..rounds {
        for frame in 0..ROUND {
            act(window, frame, round);
            std::thread::sleep(due.saturating_duration_since(Instant::now()));
            let before = window.state().workspace().revision();
            window.step();
            let output = window.output();
            black_box(window.ctx.tessellate(output.shapes.clone(), output.pixels_per_point));
            let took = due.elapsed().as_secs_f64() * 1e3;
            let running = is_running(window);
            // A frame that came late is followed by the next one that can still come in time.
            due = (due + FRAME).max(Instant::now());
            pause = if running { 0 } else { pause + 1 };
            if only_running && !running {
                // It is stopped before it is begun anew; a second's pause is its end.
                if pause == ROUND {
                    return times;
                }
                continue;
            }
            times.all.push(took);
            if window.state().workspace().revision() != before {
                times.with_edit.push(took);
            }
            times.while_running += usize::from(running);
        }
    }
    times
}

fn line(name: &str, mut times: Vec<f64>) {
    times.sort_by(f64::total_cmp);
    let at = |percent: usize| times.get(times.len().saturating_sub(1) * percent / 100).copied().unwrap_or(f64::NAN);
    let late = times.iter().filter(|time| **time > FRAME.as_secs_f64() * 1e3).count();
    println!("| {name} | {} | {:.1} | {:.1} | {:.1} | {:.1} | {late} |", times.len(), at(50), at(95), at(99), at(100));
}

/// Seconds of processor time this process has had, as Linux tells it; 0 elsewhere.
fn processor_s() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
    fields.skip(11).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum::<f64>() / 100.0
}

fn wait_until_done(window: &mut Harness<'static, App>) -> f64 {
    let start = Instant::now();
    window.step();
    while is_running(window) {
        std::thread::sleep(Duration::from_millis(50));
        window.step();
    }
    start.elapsed().as_secs_f64()
}

/// Types for some rounds and prints what was measured. Where something runs, only frames drawn while it ran count.
fn measure(window: &mut Harness<'static, App>, name: &str, runs: bool) {
    let (start, before) = (Instant::now(), processor_s());
    let times = type_on(window, ROUNDS, runs);
    let busy = (processor_s() - before) / start.elapsed().as_secs_f64();
    line(name, times.all.clone());
    line(&format!("{name}, frames that save an edit"), times.with_edit);
    eprintln!("({} frames drawn while it ran; {busy:.2} processors busy)", times.while_running);
    assert_eq!(times.while_running, if runs { times.all.len() } else { 0 });
    assert!(times.all.len() >= ROUND, "it ran for less than a second");
}

fn to_an_early_day(window: &mut Harness<'static, App>) {
    // Leaves the field that is typed into: there the keys mean something else.
    window.key_press(Key::Escape);
    window.step();
    for _ in 0..BACK {
        window.key_press_modifiers(Modifiers::ALT, Key::ArrowLeft);
        window.step();
    }
}

fn main() {
    let folder = tempfile::tempdir().unwrap();
    let mut window = window(folder.path());
    println!("insights of ten years with their self-check: {:.1} s", wait_until_done(&mut window));
    println!("\n| ms from due to drawn | frames | median | p95 | p99 | worst | over 16.7 |");
    println!("| --- | --- | --- | --- | --- | --- | --- |");
    measure(&mut window, "nothing runs", false);
    to_an_early_day(&mut window);
    type_on(&mut window, 1, false);
    window.key_press_modifiers(Modifiers::ALT, Key::Home);
    window.step();
    measure(&mut window, "the analysis runs on", true);
    to_an_early_day(&mut window);
    // The first round leaves the answers as the round before did.
    type_on(&mut window, 2, false);
    measure(&mut window, "the analysis is begun anew every second", true);
    println!("\nlast edit to new insights and self-check: {:.1} s", wait_until_done(&mut window));
}
