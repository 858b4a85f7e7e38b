//! Where a file goes and which days it covers: the parts `chart`, `report` and `export` share.

use std::path::Path;

use super::args::{OutArgs, PeriodArgs};
use super::exit::{Code, Failure, tell};
use super::log::parse_day;
use super::place::Place;
use crate::model::stretch::{everything, logged_before};
use crate::model::text::show_path;
use crate::model::time::Day;
use crate::report::document::Warnings;
use crate::report::write::{check_place, write_file};
use crate::storage::ReadOnly;
use crate::words::count;
use crate::workspace::Workspace;
use crate::workspace::output::Format;

/// The form a file's name asks for, which must be one of `known`. Asked before any work: whether the file could be written,
/// and that it would not take the place of one of the diary's own files.
pub(super) fn format(place: &Place, out: &OutArgs, known: &[Format]) -> Result<Format, Failure> {
    let given = out.out.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let format = known.iter().find(|format| format.ending() == given).copied().ok_or_else(|| {
        let endings: Vec<String> = known.iter().map(|format| format!(".{}", format.ending())).collect();
        Failure::usage(format!("{}: the file's name must end in {}", show_path(&out.out), endings.join(" or ")))
    })?;
    check_place(&out.out, out.force)?;
    if place.folder().is_some_and(|folder| belongs_to_diary(folder, &out.out, &given)) {
        return Err(Failure::usage(format!(
            "{}: this place belongs to the diary's own files; choose another folder",
            show_path(&out.out)
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

/// Opens the diary a file is made from. A file that is there does not give way to one that lacks what a damaged diary cannot
/// tell, unless that is asked for.
pub(super) fn open(place: &Place, out: &OutArgs) -> Result<Workspace, Failure> {
    let workspace = place.open_to_read()?;
    if is_damaged(&workspace) && !out.partial && out.out.symlink_metadata().is_ok() {
        return Err(Failure::new(
            Code::Damaged,
            format!(
                "{}: not replaced, since files of the diary are damaged and the new one would lack something; “gutskin \
                 check --repair” puts them aside and goes on with all that can be read, and --partial replaces the file \
                 all the same",
                show_path(&out.out)
            ),
        ));
    }
    Ok(workspace)
}

fn is_damaged(workspace: &Workspace) -> bool {
    workspace.report().read_only == Some(ReadOnly::Damaged)
}

/// Writes the file and says so. One from a damaged diary may lack something, so the command does not end as if all were well.
pub(super) fn write(workspace: &Workspace, out: &OutArgs, bytes: &[u8]) -> Result<(), Failure> {
    write_file(&out.out, bytes, out.force)?;
    super::show::print(&format!("written {}\n", show_path(&out.out)))?;
    if is_damaged(workspace) {
        return Err(Failure::new(
            Code::Damaged,
            format!(
                "{}: written without what cannot be read, since files of the diary are damaged; “gutskin check” lists \
                 them and “gutskin check --repair” puts them aside",
                show_path(&out.out)
            ),
        ));
    }
    Ok(())
}

/// First and last day asked for; else the first and last that are logged, without days that lie far from all others, which is
/// said; else today.
pub(super) fn period(workspace: &Workspace, asked: &PeriodArgs) -> Result<(Day, Day), Failure> {
    let today = workspace.today();
    let day = |text: &Option<String>| text.as_deref().map(|text| parse_day(text, today)).transpose();
    let (from, to) = (day(&asked.from)?, day(&asked.to)?);
    let stretches = workspace.diary().stretches();
    // Whoever asks for days up to one that lies before all that are dense means those before it.
    let dense = everything(&stretches).filter(|(first, _)| to.is_none_or(|to| to >= *first));
    let logged = dense.or(workspace.diary().span());
    if let (None, Some((first, _)), Some(oldest)) = (from, logged, stretches.first()) {
        let left_out = logged_before(&stretches, first);
        if left_out > 0 {
            let (days, them) =
                (count(left_out, "logged day", "logged days"), if left_out == 1 { "it" } else { "them" });
            tell(&format!("{days} far before {first} left out; --from {} takes {them} in", oldest.first));
        }
    }
    let (first, last) = logged.unwrap_or((to.unwrap_or(today), from.unwrap_or(today).max(today)));
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
        tell(&line);
    }
}
