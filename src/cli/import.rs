//! `gutskin import`: says what a file would bring, then adds it in steps that are safe on disk before “saved” is printed.

use std::path::Path;

use super::args::ImportArgs;
use super::exit::{Code, Failure};
use super::log::{finish, open};
use super::show::print;
use crate::edit::plan;
use crate::import::{ImportError, Preview, preview_file};
use crate::model::diary::Diary;
use crate::storage::{Access, StorageError};
use crate::workspace::{Workspace, WorkspaceError};

pub(super) fn run(folder: &Path, args: &ImportArgs) -> Result<(), Failure> {
    if args.dry_run {
        return dry_run(folder, &args.file);
    }
    let mut workspace = open(folder)?;
    let preview = preview_file(&args.file, workspace.diary(), workspace.today())?;
    print(&in_lines(&preview))?;
    if preview.commands.is_empty() {
        return print("nothing to add\n");
    }
    // All steps are checked before the first is taken.
    for command in &preview.commands {
        plan(workspace.diary(), command.clone(), workspace.today())
            .map_err(|error| refused(&args.file, error.into()))?;
    }
    for command in preview.commands {
        workspace.submit(command).map_err(|error| refused(&args.file, error))?;
    }
    finish(&workspace)?;
    print("saved\n")
}

/// Reads the diary without opening it for writing; a diary that is not there yet is an empty one.
fn dry_run(folder: &Path, file: &Path) -> Result<(), Failure> {
    let workspace = match Workspace::open(folder, Access::Read, std::sync::Arc::new(|| ())) {
        Ok(workspace) => Some(workspace),
        Err(WorkspaceError::Storage(StorageError::NoDiary { .. })) => None,
        Err(error) => return Err(error.into()),
    };
    let empty = Diary::default();
    let diary = workspace.as_ref().map_or(&empty, |workspace| workspace.diary());
    let today = diary.settings().day_end.today();
    let preview = preview_file(file, diary, today)?;
    for command in &preview.commands {
        plan(diary, command.clone(), today).map_err(|error| refused(file, error.into()))?;
    }
    print(&(in_lines(&preview) + "nothing was changed\n"))
}

fn in_lines(preview: &Preview) -> String {
    preview.lines().into_iter().map(|line| line + "\n").collect()
}

fn refused(file: &Path, error: WorkspaceError) -> Failure {
    match error {
        WorkspaceError::Command(error) => {
            Failure::new(Code::InputRefused, format!("{}: {error}; nothing was changed", file.display()))
        }
        other => other.into(),
    }
}

impl From<ImportError> for Failure {
    fn from(error: ImportError) -> Self {
        let code = match &error {
            ImportError::Newer { .. } => Code::Newer,
            _ => Code::InputRefused,
        };
        Self::new(code, error.to_string())
    }
}
