//! Reading one segment of the diary from its file or, if need be, its copies.

use std::path::Path;

use super::contents::Contents;
use super::envelope::{DecodeError, Decoded};
use super::error::StorageError;
use super::folder::copies_in;
use super::full_backup;
use super::load::Loader;
use super::loaded::OnDisk;
use super::seal::is_sealed;
use super::segment::Segment;

/// What is done about a file that cannot be used, and the way out.
const ANEW: &str =
    "its newest copy and the journal were used instead; mend it, or move it out of the folder to have it made anew";

impl Loader<'_> {
    /// Reads one segment: its file if it is sound, else its newest sound copy.
    pub(super) fn segment(&mut self, segment: Segment) -> Result<(), StorageError> {
        let path = segment.path(self.folder);
        self.loaded.segments.insert(segment);
        let Some(bytes) = self.folder.read(&path)? else {
            let is_indexed = matches!(segment, Segment::Month(month) if self.indexed.contains(&month));
            if self.copy(segment)? && !is_indexed {
                self.gone(&path, segment);
            }
            return Ok(());
        };
        self.loaded.files += 1;
        let newest_schema = self.folder.newest_schema;
        let (line, wrong) = match segment.decode(&bytes, newest_schema) {
            Ok(Decoded { content: Contents { wrong: Some(wrong), .. }, .. }) => (None, wrong),
            Ok(decoded) => return self.take(segment, &path, bytes, decoded),
            Err(DecodeError::Newer(schema)) => {
                self.loaded.newer = self.loaded.newer.max(Some(schema));
                return self.copy(segment).map(drop);
            }
            Err(DecodeError::Broken(line, why)) => (line, why),
        };
        if is_sealed(&bytes) {
            self.name_lost_key();
        }
        self.damage(&path, line, wrong, ANEW);
        self.copy(segment).map(drop)
    }

    /// Takes over what a file holds, if it is as it was written.
    fn take(
        &mut self,
        segment: Segment,
        path: &Path,
        bytes: Vec<u8>,
        decoded: Decoded<Contents>,
    ) -> Result<(), StorageError> {
        self.loaded.newer = self.loaded.newer.max(decoded.newer_than(self.folder.newest_schema));
        let Decoded { content, checksum_fits: is_sound, .. } = decoded;
        let on_disk = OnDisk { seq: content.seq, hash: blake3::hash(&bytes), is_sound };
        self.loaded.on_disk.insert(segment, on_disk);
        if is_sound {
            self.put(segment, content);
            return Ok(());
        }
        self.edited(segment, path, bytes, content)
    }

    /// A file that reads but whose checksum differs: edited by hand, or damaged. The last good copy stays in force.
    fn edited(
        &mut self,
        segment: Segment,
        path: &Path,
        bytes: Vec<u8>,
        contents: Contents,
    ) -> Result<(), StorageError> {
        let from_journal = self.loaded.journals.iter().any(|(_, touched)| touched.contains_key(&segment));
        self.seek_full_backup = true;
        if self.copy(segment)? || from_journal {
            self.edited_or_damaged(
                path,
                "what Gutskin wrote last is shown; this file stays as it is until the diary is opened for writing",
            );
            self.await_quarantine(path, bytes, Some("what Gutskin wrote last stays in force"));
        } else {
            self.put(segment, contents);
            self.edited_or_damaged(path, "there is no other copy, so it was taken as it is");
            self.await_quarantine(path, bytes, None);
        }
        // Either way the file is to say what is in force, with a checksum that fits.
        self.loaded.dirty.insert(segment);
        Ok(())
    }

    /// Takes the newest sound earlier copy of a segment.
    fn copy(&mut self, segment: Segment) -> Result<bool, StorageError> {
        let mut found: Option<Contents> = None;
        for (_, path) in copies_in(&self.folder.backups(&segment.name()))? {
            let Some(bytes) = self.folder.read(&path)? else { continue };
            if let Ok(decoded) = segment.decode(&bytes, self.folder.newest_schema)
                && decoded.checksum_fits
                && decoded.content.wrong.is_none()
            {
                found = Some(decoded.content);
                break;
            }
        }
        // A diary without courses has no file of them; only where something is amiss is it worth reading a full backup.
        let is_amiss = self.seek_full_backup || !self.loaded.problems.is_empty();
        if (is_amiss || matches!(segment, Segment::Month(_))) && !std::mem::replace(&mut self.sought_full_backup, true)
        {
            self.full_backup = full_backup::newest(self.folder)?;
        }
        if let Some(part) = self.full_backup.as_ref().and_then(|backup| backup.part(segment))
            && found.as_ref().is_none_or(|found| found.seq < part.seq)
        {
            found = Some(part);
        }
        let Some(found) = found else { return Ok(false) };
        self.put(segment, found);
        Ok(true)
    }

    fn put(&mut self, segment: Segment, contents: Contents) {
        self.seq_of.insert(segment, contents.seq);
        contents.records.into_iter().for_each(|record| self.loaded.diary.put_record(record));
    }
}
