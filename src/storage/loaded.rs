//! What reading a diary's folder came to: the diary, and all that has to be known of its files to write them again.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use super::error::StorageError;
use super::folder::{Folder, journal_device};
use super::problem::{Problem, take_over};
use super::quarantine::quarantine;
use super::segment::Segment;
use crate::model::diary::Diary;
use crate::model::time::Moment;

/// What a folder holds.
#[derive(Default)]
pub(super) struct Loaded {
    pub diary: Diary,
    /// Number of the last change.
    pub seq: u64,
    pub problems: Vec<Problem>,
    pub newer: Option<u32>,
    pub last_saved: Option<Moment>,
    /// For each file that was read: the last change inside it, and the checksum of its bytes.
    pub on_disk: BTreeMap<Segment, OnDisk>,
    /// Every segment that was looked for.
    pub segments: BTreeSet<Segment>,
    /// Segments with changes that their files do not hold yet.
    pub dirty: BTreeSet<Segment>,
    /// Journal files with the segments they touch and the last change of each.
    pub journals: Vec<(PathBuf, BTreeMap<Segment, u64>)>,
    /// Files that will be replaced by what is in force, to be put aside before.
    pub edited: Vec<Edited>,
    /// Files read.
    pub files: usize,
}

/// A file that somebody edited, or that was damaged so that it can still be read.
#[derive(Debug)]
pub(super) struct Edited {
    pub path: PathBuf,
    pub bytes: Vec<u8>,
    /// Place of what was said about it in [`Loaded::problems`].
    pub problem: usize,
    /// What to say of it once it lies in quarantine, if anything else than before.
    pub once_aside: Option<&'static str>,
}

/// A line of the journal that could not be read.
#[derive(Debug, Clone)]
pub(super) struct LostLine {
    pub path: PathBuf,
    pub line: usize,
    pub why: String,
    /// The highest number its change can have had.
    pub seq: u64,
}

/// A file as it was last read or written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct OnDisk {
    pub seq: u64,
    pub hash: blake3::Hash,
    /// Whether its sum fits. Any other is no copy to fall back on.
    pub is_sound: bool,
}

impl Loaded {
    /// The computer that wrote the last change, as far as a journal still knows.
    pub fn last_writer(&self) -> Option<String> {
        let last_of = |touched: &BTreeMap<Segment, u64>| touched.values().copied().max();
        let (path, _) = self
            .journals
            .iter()
            .filter(|(_, touched)| !touched.is_empty())
            .max_by_key(|(_, touched)| last_of(touched))?;
        journal_device(path)
    }

    /// Copies what was edited into quarantine, and says so where it was named.
    pub fn quarantine_edited(&mut self, folder: &Folder) -> Result<(), StorageError> {
        for edited in &self.edited {
            let kept = quarantine(folder, &edited.path, &edited.bytes)?;
            if let Some(problem) = self.problems.get_mut(edited.problem) {
                if let Some(words) = edited.once_aside {
                    problem.done = format!("{words}; {}", take_over(&kept));
                }
                problem.kept = Some(kept);
            }
        }
        Ok(())
    }
}
