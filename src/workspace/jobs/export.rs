//! Making a file and writing it, while the diary can be changed.

use std::path::PathBuf;

use super::Job;
use crate::report::ReportError;
use crate::report::ink::PictureLook;
use crate::report::output::{Format, Output, make_with};
use crate::report::write::{check_place, write_files};
use crate::workspace::{Wake, Workspace};

/// What is to be written, and where.
#[derive(Debug, Clone)]
pub struct Export {
    /// What the file holds.
    pub output: Output,
    /// In which form.
    pub format: Format,
    /// Where it goes.
    pub path: PathBuf,
    /// How a picture looks; nothing to other files.
    pub look: PictureLook,
    /// Whether a file that is there already is replaced.
    pub replace: bool,
}

/// A file that was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// Where it is.
    pub path: PathBuf,
    /// Characters for which no font has a sign.
    pub missing_characters: usize,
    /// What the file does not hold, a sentence each.
    pub remarks: Vec<String>,
}

/// A file on its way.
pub type ExportJob = Job<Result<Exported, ReportError>>;

impl Export {
    /// Starts to make the file of the diary as it is now.
    ///
    /// # Errors
    /// [`ReportError`] if nothing can be written there, which is known before anything is made.
    pub fn start(self, workspace: &Workspace, wake: Wake) -> Result<ExportJob, ReportError> {
        let places = self.output.places(self.format, &self.path);
        places.iter().try_for_each(|place| check_place(place, self.replace))?;
        let (diary, table) = (workspace.diary().clone(), workspace.table());
        Ok(Job::start(wake, move |progress| {
            let go_on = |share| progress.report(share).is_continue();
            let made = make_with(&diary, &table, &self.output, (self.format, self.look), &go_on)?;
            let contents = std::iter::once(made.bytes.as_slice()).chain(made.dictionary.as_deref());
            write_files(&places.into_iter().zip(contents).collect::<Vec<_>>(), self.replace)?;
            Ok(Exported { path: self.path, missing_characters: made.missing_characters, remarks: made.remarks })
        }))
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::report::diary_files::DiaryRequest;
    use crate::report::output::OutputKind;
    use crate::storage::Access;

    #[test]
    fn a_file_is_written_once_and_never_over_another_without_being_asked() -> Result<(), Box<dyn std::error::Error>> {
        let folder = tempfile::tempdir()?;
        let workspace = Workspace::open(&folder.path().join("diary"), Access::Write, Arc::new(|| {}))?;
        let path = folder.path().join("days.csv");
        let export = Export {
            output: Output::Diary(DiaryRequest::default()),
            format: OutputKind::Diary.usual_format(),
            path: path.clone(),
            look: PictureLook::default(),
            replace: false,
        };
        let done = export.clone().start(&workspace, Arc::new(|| {}))?.wait()??;
        assert_eq!(done, Exported { path: path.clone(), missing_characters: 0, remarks: Vec::new() });
        assert!(path.is_file());
        let refused = export.clone().start(&workspace, Arc::new(|| {})).err();
        assert!(matches!(refused, Some(ReportError::Exists(_))));
        Export { replace: true, ..export }.start(&workspace, Arc::new(|| {}))?.wait()??;
        Ok(())
    }
}
