//! The command line: one face of the workspace, for people who script and for other programs. What it prints and the codes it
//! exits with are a contract.

mod advice;
mod args;
mod chart;
mod check;
mod dates;
mod days;
mod exit;
mod export;
mod foods;
mod import;
mod insights;
mod log;
mod out_file;
mod output;
mod passphrase;
mod place;
mod report;
mod show;
mod take;
mod trial;
mod urgent;
mod words;

use std::path::{Path, PathBuf};

use args::CheckArgs;
pub use args::{Args, Renderer, Verb, answer_misuse};
pub use exit::{Code, Failure};
pub use output::tell;
pub use place::Place;

use crate::storage;
use crate::workspace::{KnownDiaries, folders};

/// The folder of the diary: the one named, else the user's data folder.
///
/// # Errors
/// [`Failure`] if there is no home folder to put it in.
pub fn diary_folder(named: Option<&PathBuf>) -> Result<PathBuf, Failure> {
    if let Some(folder) = named {
        return Ok(folder.clone());
    }
    folders::diary().ok_or_else(|| Failure::usage("no data folder is known for this user; name one with --diary DIR"))
}

/// Makes way for another diary where one was lost; where none was, there is nothing to do.
///
/// # Errors
/// [`Failure`] if files of somebody else lie there, or the disk refuses.
pub fn begin_anew(known: &KnownDiaries, folder: &Path) -> Result<(), Failure> {
    if known.lost(folder).is_some() {
        storage::begin_anew(folder, false)?;
        known.forget(folder);
    }
    Ok(())
}

/// Runs one verb.
///
/// # Errors
/// [`Failure`]: one line for stderr, and the exit code.
pub fn run(args: &Args, verb: &Verb) -> Result<(), Failure> {
    let known = KnownDiaries::of_this_user();
    let place = if args.demo {
        Place::Sample
    } else {
        let folder = diary_folder(args.diary.as_ref())?;
        if args.new {
            if let Verb::Check(CheckArgs { take: Some(copy), dry_run: false, .. }) = verb
                && known.lost(&folder).is_some()
            {
                return take::bring_back(&known, &folder, copy);
            }
            begin_anew(&known, &folder)?;
        }
        Place::Folder(known.resolved(&folder))
    };
    match verb {
        Verb::Foods(foods) => foods::run(foods),
        Verb::Log(log) => log::run(place.own_folder()?, log),
        Verb::Show(show) => show::run(&place, show),
        Verb::Days(days) => days::run(&place, days),
        Verb::Check(check) => check::run(place.own_folder()?, check),
        Verb::Chart(chart) => chart::run(&place, chart),
        Verb::Export(export) => export::run(&place, export),
        Verb::Import(import) => import::run(place.own_folder()?, import),
        Verb::Insights(insights) => insights::run(&place, insights),
        Verb::Advice(advice) => advice::run(&place, advice),
        Verb::Report(report) => report::run(&place, report),
        Verb::Trial(trial) => trial::run(trial),
    }
}
