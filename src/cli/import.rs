//! `gutskin import`: says what a file would bring, then adds it in one step that is safe on disk before “saved” is printed.

use std::path::Path;

use super::args::ImportArgs;
use super::exit::{Code, Failure};
use super::output::print;
use super::passphrase::unlock;
use super::place::{finish, is_new, open_to_write};
use crate::import::{ImportError, Preview, preview, read_file};
use crate::model::diary::Diary;
use crate::storage::{Access, StorageError};
use crate::workspace::{Workspace, WorkspaceError};

pub(super) fn run(folder: &Path, args: &ImportArgs) -> Result<(), Failure> {
    // Before the diary is opened, so that nobody is kept out of it by a file that cannot be read.
    let content = read_file(&args.file)?;
    if args.dry_run {
        return print(&(in_lines(&look(folder, &args.file, &content)?) + "nothing was changed\n"));
    }
    if is_new(folder) {
        // What is refused or brings nothing makes no diary.
        let seen = look(folder, &args.file, &content)?;
        if seen.command.is_none() {
            return print(&(in_lines(&seen) + "nothing to add\n"));
        }
    }
    let mut workspace = open_to_write(folder)?;
    let seen = preview(&args.file, &content, workspace.diary(), workspace.today())?;
    print(&in_lines(&seen))?;
    let Some(command) = seen.command else { return print("nothing to add\n") };
    workspace.submit(command)?;
    finish(&workspace)?;
    print("saved\n")
}

/// What a file would bring, without opening the diary for writing; a diary that is not there yet is an empty one.
fn look(folder: &Path, file: &Path, content: &[u8]) -> Result<Preview, Failure> {
    let vault = unlock(folder)?;
    let workspace = match Workspace::open_with(folder, Access::Read, &vault, std::sync::Arc::new(|| ())) {
        Ok(workspace) => Some(workspace),
        Err(WorkspaceError::Storage(StorageError::NoDiary { .. })) => None,
        Err(error) => return Err(error.into()),
    };
    let empty = Diary::default();
    let diary = workspace.as_ref().map_or(&empty, |workspace| workspace.diary());
    let today = diary.settings().day_end.today();
    Ok(preview(file, content, diary, today)?)
}

fn in_lines(preview: &Preview) -> String {
    preview.lines().into_iter().map(|line| line + "\n").collect()
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
