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
    use gutskin::storage::Access;
    use gutskin::ui;
    use gutskin::workspace::Workspace;
    let renderer = args.renderer.map(|renderer| match renderer {
        cli::Renderer::Glow => ui::Renderer::Glow,
        cli::Renderer::Wgpu => ui::Renderer::Wgpu,
    });
    let opening = ui::Opening::new();
    let workspace = if args.demo {
        Workspace::open_sample(opening.wake())?
    } else {
        Workspace::open(&cli::diary_folder(args.diary.as_ref())?, Access::Write, opening.wake())?
    };
    opening.run(workspace, renderer).map_err(Failure::usage)
}

#[cfg(not(feature = "gui"))]
fn open_window(_args: &Args) -> Result<(), Failure> {
    Err(Failure::usage("this build has no window; “gutskin --help” lists what can be done without one"))
}
