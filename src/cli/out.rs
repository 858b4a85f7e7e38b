//! Where a file goes and which days it covers: the parts `chart`, `report` and `export` share.

use std::path::Path;

use super::args::{OutArgs, PeriodArgs};
use super::exit::Failure;
use super::log::parse_day;
use crate::model::time::Day;
use crate::report::files::Made;
use crate::report::write::{check_place, write_file};
use crate::workspace::Workspace;

/// What is asked before any work: that the file's name says a known format, that the file could be written, and that it would
/// not take the place of one of the diary's own files.
pub(super) fn check<F>(folder: &Path, out: &OutArgs, format: Option<F>, endings: &str) -> Result<F, Failure> {
    let format = format
        .ok_or_else(|| Failure::usage(format!("{}: the file's name must end in {endings}", out.out.display())))?;
    check_place(&out.out, out.force)?;
    if belongs_to_diary(folder, &out.out) {
        return Err(Failure::usage(format!(
            "{}: this place belongs to the diary's own files; choose another folder",
            out.out.display()
        )));
    }
    Ok(format)
}

/// Inside the diary's folder no file is replaced and no RON file is added, since those are the diary.
fn belongs_to_diary(folder: &Path, out: &Path) -> bool {
    let parent = out.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let inside = match (parent.canonicalize(), folder.canonicalize()) {
        (Ok(parent), Ok(folder)) => parent.starts_with(folder),
        _ => false,
    };
    inside && (out.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ron")) || out.exists())
}

/// Writes the file and says so, and what it could not show.
pub(super) fn write(out: &OutArgs, made: &Made) -> Result<(), Failure> {
    write_file(&out.out, &made.bytes, out.force)?;
    for warning in made.warnings.lines() {
        eprintln!("{warning}");
    }
    super::show::print(&format!("written {}\n", out.out.display()))
}

/// First and last day asked for; else the first and last that are logged, else today.
pub(super) fn period(workspace: &Workspace, asked: &PeriodArgs) -> Result<(Day, Day), Failure> {
    let day = |text: &Option<String>| text.as_deref().map(|text| parse_day(text, workspace)).transpose();
    let (from, to) = (day(&asked.from)?, day(&asked.to)?);
    let today = workspace.today();
    let (first, last) = workspace.diary().span().unwrap_or((to.unwrap_or(today), from.unwrap_or(today).max(today)));
    let (from, to) = (from.unwrap_or(first), to.unwrap_or(last));
    if from > to {
        return Err(Failure::usage(format!(
            "the first day {from} lies after the last day {to}; check --from and --to"
        )));
    }
    Ok((from, to))
}
