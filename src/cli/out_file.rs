//! Where a file goes and what is said of it: the parts `chart`, `report` and `export` share.

use std::path::{Path, PathBuf};

use super::args::OutArgs;
use super::exit::{Code, Failure};
use super::output::{print, tell};
use super::place::Place;
use crate::model::text::show_path;
use crate::report::document::Warnings;
use crate::report::output::{Format, Made, Output, OutputKind};
use crate::report::write::{check_place, write_files};
use crate::storage::ReadOnly;
use crate::workspace::Workspace;

/// The form a file's name asks for, which must be one of its kind. Asked before any work: whether the file could be written,
/// and that it would not take the place of one of the diary's own files.
pub(super) fn format(place: &Place, out: &OutArgs, kind: OutputKind) -> Result<Format, Failure> {
    let format = Format::by_name(&kind.formats(), &out.out).ok_or_else(|| {
        Failure::usage(format!("{}: the file's name must end in {}", show_path(&out.out), kind.endings()))
    })?;
    check_file(place, &out.out, format, out.force)?;
    Ok(format)
}

/// Whether a file could be written, asked before any work.
fn check_file(place: &Place, file: &Path, format: Format, force: bool) -> Result<(), Failure> {
    check_place(file, force)?;
    if place.folder().is_some_and(|folder| belongs_to_diary(folder, file, format.ending)) {
        return Err(Failure::usage(format!(
            "{}: this place belongs to the diary's own files; choose another folder",
            show_path(file)
        )));
    }
    Ok(())
}

/// Asked before any work: whether what goes beside the file could be written.
pub(super) fn check_beside(place: &Place, out: &OutArgs, output: &Output, format: Format) -> Result<(), Failure> {
    output.places(format, &out.out).iter().try_for_each(|file| check_file(place, file, format, out.force))
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
    if let Some(reason) = lacking(&workspace)
        && !out.partial
        && out.out.symlink_metadata().is_ok()
    {
        let why = match reason {
            ReadOnly::Newer { .. } => {
                "the diary was made by a newer version and the new one may lack something; that version makes a whole one"
            }
            _ => {
                "files of the diary are damaged and the new one would lack something; “gutskin check --repair” puts them \
                 aside and goes on with all that can be read"
            }
        };
        return Err(Failure::new(
            Code::for_read_only(reason),
            format!("{}: not replaced, since {why}, and --partial replaces the file all the same", show_path(&out.out)),
        ));
    }
    Ok(workspace)
}

/// Why what is made from this diary may lack something, if so.
fn lacking(workspace: &Workspace) -> Option<&ReadOnly> {
    let reason = workspace.report().read_only.as_ref();
    reason.filter(|reason| matches!(reason, ReadOnly::Damaged | ReadOnly::Newer { .. }))
}

/// Writes the file with what goes beside it and says so, and what it lacks. One from a damaged diary may lack something, so the command does not end as if all were well.
pub(super) fn write(
    workspace: &Workspace,
    out: &OutArgs,
    output: &Output,
    format: Format,
    made: &Made,
) -> Result<(), Failure> {
    say_missing(made.missing_characters);
    let contents = std::iter::once(made.bytes.as_slice()).chain(made.dictionary.as_deref());
    let files: Vec<(PathBuf, &[u8])> = output.places(format, &out.out).into_iter().zip(contents).collect();
    write_files(&files, out.force)?;
    for (path, _) in &files {
        print(&format!("written {}\n", show_path(path)))?;
    }
    for remark in &made.remarks {
        tell(remark);
    }
    if let Some(reason) = lacking(workspace) {
        let why = match reason {
            ReadOnly::Newer { .. } => "the diary was made by a newer version; use that version for all of it",
            _ => {
                "files of the diary are damaged; “gutskin check” lists them and “gutskin check --repair” puts them aside"
            }
        };
        return Err(Failure::new(
            Code::for_read_only(reason),
            format!("{}: written without what cannot be read, since {why}", show_path(&out.out)),
        ));
    }
    Ok(())
}

/// Says how many characters a picture or page could not show.
fn say_missing(missing_characters: usize) {
    for line in (Warnings { missing_characters }).lines() {
        tell(&line);
    }
}
