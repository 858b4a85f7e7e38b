//! Starts Gutskin: a verb runs on the command line, no verb opens the window.

use std::process::ExitCode;

use clap::Parser;
use gutskin::cli::{self, Args};

fn main() -> ExitCode {
    let args = Args::parse();
    let done = match &args.verb {
        Some(verb) => cli::run(&args, verb),
        None => cli::open_window(&args),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("gutskin: {}", failure.message);
            ExitCode::from(failure.code as u8)
        }
    }
}
