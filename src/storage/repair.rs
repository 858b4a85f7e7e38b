//! Going on after damage, when somebody asks for it: what cannot be read is put aside, what can be read is written anew.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::disk;
use super::envelope::LARGEST_SEQ;
use super::error::StorageError;
use super::find::find;
use super::folder::Folder;
use super::identity;
use super::load::{self, CheckReport};
use super::lock;
use super::quarantine::quarantine;
use super::read_file::read_file;
use super::seal::Vault;
use super::store::{Access, Store};

impl Store {
    /// Copies every damaged file into quarantine, then writes all that can be read into files that are whole. What a damaged
    /// line said and no other file holds stays unread, but its bytes stay in quarantine.
    ///
    /// # Errors
    /// [`StorageError`] if the diary is open elsewhere, was made by a newer version, or the disk refuses.
    pub fn repair(folder: &Path) -> Result<CheckReport, StorageError> {
        Self::repair_with(folder, &Vault::default())
    }

    /// The same for a diary that may be encrypted.
    ///
    /// # Errors
    /// As [`repair`](Self::repair), and [`StorageError::Locked`].
    pub fn repair_with(folder: &Path, vault: &Vault) -> Result<CheckReport, StorageError> {
        let folder = find(folder, Access::Read, vault)?;
        let Some(lock) = lock::take(&folder)? else {
            return Err(StorageError::OpenElsewhere { folder: folder.path });
        };
        match identity::decoded(&folder) {
            Ok(Some(decoded)) if decoded.checksum_fits => {}
            Ok(None) => identity::write(&folder)?,
            Ok(Some(_)) | Err(StorageError::Damaged { .. }) => {
                let file = folder.identity();
                quarantine(&folder, &file, &read_file(&file)?.unwrap_or_default())?;
                identity::write(&folder)?;
            }
            Err(error) => return Err(error),
        }
        let mut loaded = load::load(&folder)?;
        if let Some(schema) = loaded.newer {
            return Err(StorageError::Newer { folder: folder.path, schema });
        }
        let journal = folder.journal();
        // A line that month files hold as well is no loss, and is put aside all the same.
        let damaged: BTreeSet<PathBuf> = loaded
            .problems
            .iter()
            .map(|problem| (problem.is_damage, folder.path.join(&problem.file)))
            .filter(|(is_damage, path)| path.is_file() && (*is_damage || path.starts_with(&journal)))
            .map(|(_, path)| path)
            .collect();
        for path in &damaged {
            quarantine(&folder, path, &folder.read(path)?.unwrap_or_default())?;
        }
        loaded.quarantine_edited(&folder)?;
        loaded.dirty.extend(loaded.segments.iter().copied());
        // Past every number that an unreadable line may have had.
        loaded.seq = loaded.seq.saturating_add(1 + loaded.problems.len() as u64).min(LARGEST_SEQ);
        let diary = std::mem::take(&mut loaded.diary);
        let mut store = Self::new(folder, Some(lock), Access::Write, None, loaded);
        store.checkpoint(&diary)?;
        // What goes from the journal must lie in two files besides.
        let going = store.journals.iter().filter(|(path, _)| damaged.contains(path));
        for (segment, seq) in going.flat_map(|(_, touched)| touched) {
            store.cover(*segment, *seq)?;
        }
        for path in damaged.iter().filter(|path| path.starts_with(&journal)) {
            disk::remove(path)?;
        }
        let Folder { path, vault, .. } = store.folder.clone();
        drop(store);
        Self::check_with(&path, &vault)
    }
}
