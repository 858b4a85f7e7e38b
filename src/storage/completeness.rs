//! Whether everything that should be in a folder is: what the index and the copies know of, the files and the journal must hold.

use std::path::Path;

use super::envelope::IndexFile;
use super::journal::JournalRecord;
use super::load::Loader;
use super::loaded::LostLine;
use super::segment::Segment;
use super::upgrade::upgraded_op;

const GONE: &str = "this file is gone";

impl Loader<'_> {
    /// Names a file that is not there although it was. Its copy and a whole journal hold all of it, so it is made anew.
    pub(super) fn gone(&mut self, path: &Path, segment: Segment) {
        if self.lost_lines.is_empty() {
            self.problem(path, None, GONE.to_owned(), "it is made anew from its newest copy and the journal", false);
            self.loaded.dirty.insert(segment);
        } else {
            self.damage(path, None, GONE, "its newest copy and what can be read of the journal were used instead");
        }
    }

    /// Puts every change of the journal that the files do not hold yet, and names gaps.
    pub(super) fn replay(&mut self, records: &[JournalRecord], index: Option<&IndexFile>) {
        let in_files = self.seq_of.values().copied().max().unwrap_or(0).max(index.map_or(0, |index| index.seq));
        let mut last = in_files;
        for record in records {
            if record.seq > last + 1 {
                let journal = self.folder.journal();
                let what = format!("changes {} to {} are missing", last + 1, record.seq - 1);
                self.damage(&journal, None, what, "the changes after them were used");
            }
            last = last.max(record.seq);
            for op in &record.ops {
                let segment = Segment::holding(&op.key());
                if record.seq > self.seq_of.get(&segment).copied().unwrap_or(0) {
                    let ops = upgraded_op(op.clone(), self.schema);
                    for op in ops {
                        op.put(&mut self.loaded.diary);
                    }
                    self.loaded.dirty.insert(segment);
                }
            }
        }
        self.loaded.seq = last;
    }

    /// Names the lines of the journal that could not be read. Up to the change the index speaks of, the files hold what they said.
    /// Where every number up to the next line is there, a line is what is left of a save that failed and was made again.
    pub(super) fn judge_lost_lines(&mut self, index: Option<&IndexFile>, records: &[JournalRecord]) {
        let in_files = index.map_or(0, |index| index.seq);
        let mut last = in_files;
        for record in records.iter().filter(|record| record.seq > in_files) {
            if record.seq > last + 1 {
                break;
            }
            last = record.seq;
        }
        for LostLine { path, line, why, seq } in self.lost_lines.clone() {
            let done = if seq == 0 {
                "what it says was read all the same"
            } else if seq <= in_files {
                "the line was left out; the month files hold what it said"
            } else if seq <= last {
                "the line was left out; it is what is left of a save that failed, and no change is missing"
            } else {
                "the line was left out and left where it is"
            };
            self.problem(&path, Some(line), why, done, seq > last);
        }
    }

    /// Months the index knows must be there, at least as new as it says, or else copy and journal must make up for them.
    pub(super) fn check_index(&mut self, index: Option<&IndexFile>, records: &[JournalRecord]) {
        let journal_from = contiguous_from(records);
        for known in index.map(|index| index.months.as_slice()).unwrap_or_default() {
            let segment = Segment::Month(known.month);
            let path = segment.path(self.folder);
            let on_disk = self.loaded.on_disk.get(&segment).map(|file| file.seq);
            let shown = self.folder.shown(&path);
            let place = self.loaded.problems.iter().position(|problem| problem.file == shown);
            if on_disk.is_some_and(|seq| seq >= known.seq)
                || (on_disk.is_none() && place.is_some_and(|at| self.is_damage(at)))
            {
                continue;
            }
            let held = self.seq_of.get(&segment).copied().unwrap_or(0);
            let is_whole = held >= known.seq || journal_from.is_some_and(|from| from <= held + 1);
            match (on_disk, is_whole) {
                (Some(_), true) => {
                    self.loaded.dirty.insert(segment);
                }
                (None, true) if place.is_none() => self.gone(&path, segment),
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
fn contiguous_from(records: &[JournalRecord]) -> Option<u64> {
    let seqs = records.iter().rev().map(|record| record.seq);
    seqs.reduce(|from, seq| if seq + 1 == from { seq } else { from })
}
