//! What lies beside the files of the diary under another name: the copies that a cloud folder makes when two computers wrote one
//! file, and those of a person. None is read and none is deleted; each is named, with the way to compare it.

use std::collections::BTreeSet;
use std::path::Path;

use super::error::StorageError;
use super::folder::files_in;
use super::load::Loader;
use super::segment::Segment;
use crate::model::time::Month;

/// What was done about it.
const LEFT: &str = "it was not read and lies where it was; look at what it says otherwise, then move it away";

impl Loader<'_> {
    /// The months whose files lie here. What lies beside them is named.
    pub(super) fn months_here(&mut self) -> Result<BTreeSet<Month>, StorageError> {
        let mut months = BTreeSet::new();
        for path in files_in(&self.folder.days(), "ron")? {
            let stem = stem_of(&path);
            // “2026-3.ron” parses as a month too, but is not where that month is kept.
            if let Some(month) = stem.parse::<Month>().ok().filter(|month| month.to_string() == stem) {
                months.insert(month);
                continue;
            }
            // No month that can be written has more letters.
            let of = stem.get(..7).and_then(|start| start.parse::<Month>().ok());
            self.beside(&path, of.map(|month| month.to_string()).as_deref());
        }
        Ok(months)
    }

    /// Names copies of the files of which there is one each.
    pub(super) fn name_copies_of_singles(&mut self) -> Result<(), StorageError> {
        let singles: Vec<String> = Segment::singles().into_iter().map(Segment::name).collect();
        for path in files_in(&self.folder.path, "ron")? {
            let stem = stem_of(&path);
            let is_copy_of = |name: &&String| {
                let rest = stem.strip_prefix(name.as_str()).unwrap_or_default();
                rest.starts_with(|sign: char| !sign.is_alphanumeric())
            };
            if let Some(name) = singles.iter().find(is_copy_of) {
                self.beside(&path, Some(name));
            }
        }
        Ok(())
    }

    fn beside(&mut self, path: &Path, of: Option<&str>) {
        let what = of.map_or_else(
            || "this is not a month of the diary, perhaps a copy of one".to_owned(),
            |name| format!("a copy of {name}.ron that another program or computer has left here"),
        );
        self.problem(path, None, what, LEFT, false);
        if let Some(problem) = self.loaded.problems.last_mut() {
            problem.is_beside = true;
        }
    }
}

fn stem_of(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}
