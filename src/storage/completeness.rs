//! Whether everything that should be in a folder is: what the index and the copies know of, the files and the journal must hold.

use std::path::Path;

use super::envelope::IndexFile;
use super::journal::Record;
use super::load::Loader;
use super::problem::Problem;
use super::tidy::Unit;

impl Loader<'_> {
    /// Names a file that is not there although it was, and has it made anew: its copy and the journal hold all of it.
    pub(super) fn gone(&mut self, path: &Path, unit: Unit) {
        let file = self.folder.shown(path);
        let (what, done) =
            ("this file is gone".to_owned(), "it is made anew from its newest copy and the journal".to_owned());
        self.loaded.problems.push(Problem { file, line: None, what, done, is_damage: false });
        self.loaded.behind.insert(unit);
    }

    /// Months the index knows must be there, at least as new as it says, or else copy and journal must make up for them.
    pub(super) fn check_index(&mut self, index: Option<&IndexFile>, records: &[Record]) {
        let journal_from = contiguous_from(records);
        for known in index.map(|index| index.months.as_slice()).unwrap_or_default() {
            let unit = Unit::Month(known.month);
            let path = unit.path(self.folder);
            let on_disk = self.loaded.on_disk.get(&unit).map(|file| file.seq);
            let shown = self.folder.shown(&path);
            let place = self.loaded.problems.iter().position(|problem| problem.file == shown);
            if on_disk.is_some_and(|seq| seq >= known.seq)
                || (on_disk.is_none() && place.is_some_and(|at| self.is_damage(at)))
            {
                continue;
            }
            let held = self.seq_of.get(&unit).copied().unwrap_or(0);
            let is_whole = held >= known.seq || journal_from.is_some_and(|from| from <= held + 1);
            match (on_disk, is_whole) {
                (Some(_), true) => {
                    self.loaded.behind.insert(unit);
                }
                (None, true) if place.is_none() => self.gone(&path, unit),
                (None, true) => {}
                (Some(_), false) => self.damage(
                    &path,
                    None,
                    "an older version of this month has been put here",
                    "changes since then are missing; bring the newer version back",
                ),
                (None, false) => {
                    let what = format!("this month is missing; it held {} days", known.days);
                    self.damage(&path, None, what, "its newest copy was used, which lacks the last changes");
                }
            }
        }
    }

    fn is_damage(&self, place: usize) -> bool {
        self.loaded.problems.get(place).is_some_and(|problem| problem.is_damage)
    }
}

/// The first of the last changes that the journal holds without a gap.
fn contiguous_from(records: &[Record]) -> Option<u64> {
    let seqs = records.iter().rev().map(|record| record.seq);
    seqs.reduce(|from, seq| if seq + 1 == from { seq } else { from })
}
