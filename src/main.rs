//! Starts Gutskin: a verb runs on the command line, no verb opens the window.

use std::process::ExitCode;

use clap::Parser;
use gutskin::cli::{self, Args, Failure};

fn main() -> ExitCode {
    let done = match Args::try_parse() {
        Ok(args) => match &args.verb {
            Some(verb) => cli::run(&args, verb),
            None => open_window(&args),
        },
        Err(error) => cli::answer_misuse(&error),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            cli::tell(&format!("gutskin: {}", failure.message));
            ExitCode::from(failure.code as u8)
        }
    }
}

#[cfg(feature = "gui")]
fn open_window(args: &Args) -> Result<(), Failure> {
    use std::sync::Arc;

    use gutskin::ui;
    use gutskin::workspace::{KnownDiaries, Workspace};
    let renderer = args.renderer.map(|renderer| match renderer {
        cli::Renderer::Glow => ui::Renderer::Glow,
        cli::Renderer::Wgpu => ui::Renderer::Wgpu,
    });
    let known = KnownDiaries::of_this_user();
    let folder = if args.demo { None } else { Some(cli::diary_folder(args.diary.as_ref())?) };
    if let Some(folder) = folder.as_ref().filter(|_| args.new) {
        cli::begin_anew(&known, folder)?;
    }
    let folder = folder.map(|folder| known.resolved(&folder));
    if folder.as_deref().is_some_and(ui::summon) {
        cli::tell("Gutskin is open already; its window was asked to come to the front.");
        return Ok(());
    }
    let open: ui::Opener = Arc::new(move |wake, secret, way| match &folder {
        Some(folder) => Workspace::open_known(&known, folder, secret, way, wake),
        None => Workspace::open_sample(wake),
    });
    ui::run(&open, renderer).map_err(|error| match error {
        ui::RunError::Diary(error) => error.into(),
        error => Failure::usage(error.to_string()),
    })
}

#[cfg(not(feature = "gui"))]
fn open_window(_args: &Args) -> Result<(), Failure> {
    Err(Failure::usage("this build has no window; “gutskin --help” lists what can be done without one"))
}
