//! Reading one unit of the diary (a month, the courses, the catalogue, the foods, the settings) from its file or, if need be, its copies.

use std::path::Path;

use serde::de::DeserializeOwned;

use super::envelope::{DecodeError, decode};
use super::error::StorageError;
use super::folder::copies_in;
use super::head::Head;
use super::load::{Loader, OnDisk, read};
use super::tidy::Unit;
use super::whole::{self, Part};
use crate::model::diary::Diary;

/// What is done about a file that cannot be used, and the way out.
const ANEW: &str =
    "its newest copy and the journal were used instead; mend it, or move it out of the folder to have it made anew";

impl Loader<'_> {
    /// Reads one unit: its file if it is sound, else its newest sound copy.
    pub(super) fn unit<T: DeserializeOwned + Part>(
        &mut self,
        unit: Unit,
        head: impl Fn(&T) -> Head,
        put: impl Fn(T, &mut Diary),
    ) -> Result<(), StorageError> {
        let path = unit.path(self.folder);
        self.loaded.units.insert(unit);
        let Some(bytes) = read(&path)? else {
            let is_indexed = matches!(unit, Unit::Month(month) if self.indexed.contains(&month));
            if self.copy(unit, &head, &put)? && !is_indexed {
                self.gone(&path, unit);
            }
            return Ok(());
        };
        self.loaded.files += 1;
        let hash = blake3::hash(&bytes);
        let decoded = match decode::<T>(&bytes) {
            Ok(decoded) => match head(&decoded.content).wrong() {
                None => decoded,
                Some(wrong) => {
                    self.damage(&path, None, wrong, ANEW);
                    return self.copy(unit, &head, &put).map(|_| ());
                }
            },
            Err(DecodeError::Newer(schema)) => {
                self.loaded.newer = self.loaded.newer.max(Some(schema));
                return Ok(());
            }
            Err(DecodeError::Broken(line, why)) => {
                self.damage(&path, line, why, ANEW);
                return self.copy(unit, &head, &put).map(|_| ());
            }
        };
        let seq = head(&decoded.content).seq;
        self.loaded.on_disk.insert(unit, OnDisk { seq, hash, is_sound: decoded.sum_fits });
        if decoded.sum_fits {
            self.seq_of.insert(unit, seq);
            put(decoded.content, &mut self.loaded.diary);
            return Ok(());
        }
        self.edited(unit, &path, bytes, &head, &put, decoded.content)
    }

    /// A file that reads but whose sum differs: edited by hand, or damaged. The last good copy stays in force.
    fn edited<T: DeserializeOwned + Part>(
        &mut self,
        unit: Unit,
        path: &Path,
        bytes: Vec<u8>,
        head: &impl Fn(&T) -> Head,
        put: &impl Fn(T, &mut Diary),
        content: T,
    ) -> Result<(), StorageError> {
        let from_journal = self.loaded.journals.iter().any(|(_, touched)| touched.contains_key(&unit));
        self.seek_whole = true;
        if self.copy(unit, head, put)? || from_journal {
            self.edited_or_damaged(
                path,
                "what Gutskin wrote last is shown; this file stays as it is until the diary is opened for writing",
            );
            self.await_quarantine(path, bytes, Some("what Gutskin wrote last stays in force"));
        } else {
            self.seq_of.insert(unit, head(&content).seq);
            put(content, &mut self.loaded.diary);
            self.edited_or_damaged(path, "there is no other copy, so it was taken as it is");
            self.await_quarantine(path, bytes, None);
        }
        // Either way the file is to say what is in force, with a sum that fits.
        self.loaded.behind.insert(unit);
        Ok(())
    }

    /// Takes the newest sound earlier copy of a unit.
    fn copy<T: DeserializeOwned + Part>(
        &mut self,
        unit: Unit,
        head: &impl Fn(&T) -> Head,
        put: &impl Fn(T, &mut Diary),
    ) -> Result<bool, StorageError> {
        let mut found: Option<T> = None;
        for (_, path) in copies_in(&self.folder.backups(&unit.name()))? {
            let Some(bytes) = read(&path)? else { continue };
            if let Ok(decoded) = decode::<T>(&bytes)
                && decoded.sum_fits
                && head(&decoded.content).wrong().is_none()
            {
                found = Some(decoded.content);
                break;
            }
        }
        // A diary without courses has no file of them; only where something is amiss is it worth reading a whole copy.
        let is_amiss = self.seek_whole || !self.loaded.problems.is_empty();
        if (is_amiss || matches!(unit, Unit::Month(_))) && !std::mem::replace(&mut self.sought_whole, true) {
            self.whole = whole::newest(self.folder)?;
        }
        if let Some(part) = self.whole.as_ref().and_then(|whole| T::of(whole, unit))
            && found.as_ref().is_none_or(|found| head(found).seq < head(&part).seq)
        {
            found = Some(part);
        }
        let Some(found) = found else { return Ok(false) };
        self.seq_of.insert(unit, head(&found).seq);
        put(found, &mut self.loaded.diary);
        Ok(true)
    }
}
