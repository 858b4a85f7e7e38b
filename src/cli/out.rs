//! Where a file goes and which days it covers: the parts `chart`, `report` and `export` share.

use std::path::Path;

use super::args::{OutArgs, PeriodArgs};
use super::exit::Failure;
use super::log::parse_day;
use super::place::Place;
use crate::model::time::Day;
use crate::report::document::Warnings;
use crate::report::write::{check_place, write_file};
use crate::workspace::Workspace;
use crate::workspace::output::Format;

/// The form a file's name asks for, which must be one of `known`. Asked before any work: whether the file could be written,
/// and that it would not take the place of one of the diary's own files.
pub(super) fn format(place: &Place, out: &OutArgs, known: &[Format]) -> Result<Format, Failure> {
    let given = out.out.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let format = known.iter().find(|format| format.ending() == given).copied().ok_or_else(|| {
        let endings: Vec<String> = known.iter().map(|format| format!(".{}", format.ending())).collect();
        Failure::usage(format!("{}: the file's name must end in {}", out.out.display(), endings.join(" or ")))
    })?;
    check_place(&out.out, out.force)?;
    if place.folder().is_some_and(|folder| belongs_to_diary(folder, &out.out, &given)) {
        return Err(Failure::usage(format!(
            "{}: this place belongs to the diary's own files; choose another folder",
            out.out.display()
        )));
    }
    Ok(format)
}

/// Inside the diary's folder no file is replaced and no RON file is added, since those are the diary.
fn belongs_to_diary(folder: &Path, out: &Path, ending: &str) -> bool {
    let parent = out.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let inside = match (parent.canonicalize(), folder.canonicalize()) {
        (Ok(parent), Ok(folder)) => parent.starts_with(folder),
        _ => false,
    };
    inside && (ending == "ron" || out.exists())
}

/// Writes the file and says so.
pub(super) fn write(out: &OutArgs, bytes: &[u8]) -> Result<(), Failure> {
    write_file(&out.out, bytes, out.force)?;
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

/// Says how many characters a picture or page could not show.
pub(super) fn say_missing(missing_characters: usize) {
    for line in (Warnings { missing_characters }).lines() {
        eprintln!("{line}");
    }
}
