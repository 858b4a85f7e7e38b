//! `undo.ron`: the last steps of the diary, so that what was done before closing can still be taken back after it. It belongs to one
//! state of the diary alone: after a stop without closing, or a change by other means, it says nothing. Losing it loses nothing
//! but the way back.

use serde::{Deserialize, Serialize};

use super::disk;
use super::envelope::{Decoded, decode, encode};
use super::error::StorageError;
use super::store::Store;
use crate::edit::{Change, KeptStep};
use crate::model::diary::Diary;
use crate::model::record::{NEWEST_SCHEMA, Record};

const NAME: &str = "undo.ron";
const FORMAT: &str = "gutskin/undo";
/// The most that is kept, in bytes: it is read whenever the diary is opened.
const MOST_BYTES: usize = 512 * 1024;
/// A step of more changes than this is not kept, and no step before it, since steps go back one after the other.
const MOST_CHANGES: usize = 400;

/// `undo.ron`.
#[derive(Serialize, Deserialize)]
#[serde(rename = "Undo", deny_unknown_fields)]
struct UndoFile {
    format: String,
    schema: u32,
    /// The last change of the diary that it belongs to.
    seq: u64,
    /// Oldest first.
    steps: Vec<KeptStep>,
}

impl Store {
    /// Keeps the last steps, oldest first, for the next run; or none.
    ///
    /// # Errors
    /// [`StorageError`].
    pub fn keep_steps(&self, steps: &[KeptStep]) -> Result<(), StorageError> {
        if let Some(refusal) = self.refusal() {
            return Err(refusal);
        }
        self.place.check(&self.folder)?;
        let path = self.folder.path.join(NAME);
        let small = steps.iter().rev().take_while(|step| step.changes.len() <= MOST_CHANGES).count();
        let mut kept = steps.get(steps.len() - small..).unwrap_or_default();
        while !kept.is_empty() {
            let (format, steps) = (FORMAT.to_owned(), kept.to_vec());
            let file = UndoFile { format, schema: NEWEST_SCHEMA, seq: self.seq, steps };
            let bytes = encode("the last steps, to be undone. Made by the program.", &file)
                .map_err(|what| StorageError::Damaged { file: path.clone(), what })?;
            if bytes.len() <= MOST_BYTES {
                return self.folder.replace(&path, &bytes);
            }
            kept = kept.get(kept.len().div_ceil(2)..).unwrap_or_default();
        }
        if path.exists() { disk::remove(&path) } else { Ok(()) }
    }

    /// The steps that were kept, oldest first, if they lead to this diary. A file that does not goes.
    pub fn kept_steps(&self, diary: &Diary) -> Vec<KeptStep> {
        // Who only reads can take nothing back.
        if self.refusal().is_some() {
            return Vec::new();
        }
        let path = self.folder.path.join(NAME);
        let Ok(Some(bytes)) = self.folder.read(&path) else { return Vec::new() };
        let fits = |file: &UndoFile| file.seq == self.seq && leads_to(&file.steps, diary);
        match decode::<UndoFile>(&bytes) {
            Ok(Decoded { content, checksum_fits: true, .. }) if fits(&content) => content.steps,
            _ => {
                // What was deleted since is not to linger in it.
                disk::remove(&path).ok();
                Vec::new()
            }
        }
    }
}

/// Whether the last state that the steps gave each thing is the one it has.
fn leads_to(steps: &[KeptStep], diary: &Diary) -> bool {
    let mut seen = Vec::new();
    let changes = steps.iter().rev().flat_map(|step| step.changes.iter().rev());
    for Change { key, after, .. } in changes {
        if seen.contains(&key) {
            continue;
        }
        let is_same = match (after, diary.record(key)) {
            (Some(after), Some(now)) => Record::says_the_same(after, &now),
            (after, now) => after.is_none() && now.is_none(),
        };
        if !is_same {
            return false;
        }
        seen.push(key);
    }
    true
}
