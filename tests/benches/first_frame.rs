//! How long until the first painted frame, and how much memory: an empty window beside Gutskin with ten years of days, the same
//! renderer, each in a process of its own. Needs a screen (Xvfb will do); without one it says so.
//!
//! `cargo bench --bench first_frame`

#![allow(clippy::unwrap_used, clippy::disallowed_macros, missing_docs)]

use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::Instant;

use eframe::egui;
use gutskin::sample;
use gutskin::storage::Access;
use gutskin::ui::{self, Failed, Startup};
use gutskin::workspace::Workspace;

/// Seconds after which memory is read and the window closes: the diary is in by then.
const SETTLED_S: f64 = 3.0;
const RUNS: usize = 5;

struct Timed<A> {
    app: A,
    start: Instant,
    frames: u32,
    closing: bool,
}

impl<A: eframe::App> eframe::App for Timed<A> {
    fn logic(&mut self, ctx: &egui::Context, frame: &mut eframe::Frame) {
        self.app.logic(ctx, frame);
        self.frames += 1;
        if self.frames == 2 {
            println!("first frame ms {:.1}", self.start.elapsed().as_secs_f64() * 1000.0);
        }
        if self.start.elapsed().as_secs_f64() > SETTLED_S && !self.closing {
            self.closing = true;
            println!("resident kB {}", resident());
            ctx.send_viewport_cmd(egui::ViewportCommand::Close);
        }
        ctx.request_repaint();
    }

    fn ui(&mut self, ui: &mut egui::Ui, frame: &mut eframe::Frame) {
        self.app.ui(ui, frame);
    }
}

struct Empty;

impl eframe::App for Empty {
    fn ui(&mut self, ui: &mut egui::Ui, _frame: &mut eframe::Frame) {
        ui.label("nothing");
    }
}

/// Resident memory in kB, as Linux tells it; 0 elsewhere.
fn resident() -> u64 {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmRSS")).unwrap_or_default();
    line.split_whitespace().nth(1).and_then(|number| number.parse().ok()).unwrap_or(0)
}

fn native() -> eframe::NativeOptions {
    let viewport = egui::ViewportBuilder::default().with_inner_size([1440.0, 900.0]);
    eframe::NativeOptions { viewport, renderer: eframe::Renderer::Glow, ..Default::default() }
}

fn child(kind: &str, folder: &Path) {
    let start = Instant::now();
    let folder = folder.to_path_buf();
    let full = kind == "full";
    let open = move |wake| Workspace::open(&folder, Access::Read, wake);
    let mut coming = full.then(|| ui::open_beside(Arc::new(|| {}), open));
    let create = move |creation: &eframe::CreationContext<'_>| -> Result<Box<dyn eframe::App>, _> {
        if !full {
            return Ok(Box::new(Timed { app: Empty, start, frames: 0, closing: false }));
        }
        ui::install(&creation.egui_ctx);
        let coming = coming.take().ok_or("a second window")?;
        let app = Startup::new(coming, None, Arc::new(|| {}), Failed::default());
        Ok(Box::new(Timed { app, start, frames: 0, closing: false }))
    };
    eframe::run_native("gutskin-bench", native(), Box::new(create)).unwrap();
}

fn ask(kind: &str, folder: &Path) -> Option<(f64, f64)> {
    let output = Command::new(std::env::current_exe().unwrap()).args(["child", kind]).arg(folder).output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let number = |name: &str| text.lines().find_map(|line| line.strip_prefix(name)?.trim().parse::<f64>().ok());
    Some((number("first frame ms")?, number("resident kB")?))
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    if let [_, word, kind, folder] = arguments.as_slice()
        && word == "child"
    {
        return child(kind, Path::new(folder));
    }
    let folder = tempfile::tempdir().unwrap();
    {
        let mut workspace = Workspace::open(folder.path(), Access::Write, Arc::new(|| {})).unwrap();
        for command in sample::complete(sample::SEED, workspace.today(), 3_650).into_commands() {
            workspace.submit(command).unwrap();
        }
        workspace.wait_until_saved().unwrap();
    }
    let mut found: [Vec<(f64, f64)>; 2] = [Vec::new(), Vec::new()];
    // In turns, so that a busy moment of the machine meets both.
    for _ in 0..RUNS {
        for (kind, answers) in ["empty", "full"].iter().zip(&mut found) {
            let Some(answer) = ask(kind, folder.path()) else {
                println!("skipped: no window could be opened; is a screen connected?");
                return;
            };
            answers.push(answer);
        }
    }
    let of = |answers: &[(f64, f64)], pick: fn(&(f64, f64)) -> f64| median(answers.iter().map(pick).collect());
    let [empty, full] = &found;
    let (a, b) = (of(empty, |answer| answer.0), of(full, |answer| answer.0));
    println!("first painted frame: empty {a:.0} ms, ten years {b:.0} ms, ratio {:.2}", b / a);
    let (a, b) = (of(empty, |answer| answer.1) / 1024.0, of(full, |answer| answer.1) / 1024.0);
    println!("resident memory: empty {a:.0} MB, ten years {b:.0} MB, {:.0} MB more", b - a);
}
