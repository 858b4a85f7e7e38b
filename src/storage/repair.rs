//! Going on after damage, when somebody asks for it: what cannot be read is put aside, what can be read is written anew.

use std::fs;
use std::path::{Path, PathBuf};

use super::envelope::LARGEST_SEQ;
use super::error::StorageError;
use super::identity;
use super::load::{self, CheckReport};
use super::lock;
use super::quarantine::quarantine;
use super::read_file::read_file;
use super::store::{Access, Store, find};

impl Store {
    /// Copies every damaged file into quarantine, then writes all that can be read into files that are whole. What a damaged
    /// line said and no other file holds stays unread, but its bytes stay in quarantine.
    ///
    /// # Errors
    /// [`StorageError`] if the diary is open elsewhere, was made by a newer version, or the disk refuses.
    pub fn repair(folder: &Path) -> Result<CheckReport, StorageError> {
        let folder = find(folder, Access::Read)?;
        let Some(lock) = lock::take(&folder.lock())? else {
            return Err(StorageError::OpenElsewhere { folder: folder.path });
        };
        match identity::read(&folder) {
            Err(StorageError::Damaged { file, .. }) => {
                quarantine(&folder, &file, &read_file(&file)?.unwrap_or_default())?;
                identity::write(&folder)?;
            }
            other => drop(other?),
        }
        let mut loaded = load::load(&folder)?;
        if let Some(schema) = loaded.newer {
            return Err(StorageError::Newer { folder: folder.path, schema });
        }
        let damaged: Vec<PathBuf> = loaded
            .problems
            .iter()
            .filter(|problem| problem.is_damage)
            .map(|problem| folder.path.join(&problem.file))
            .filter(|path| path.is_file())
            .collect();
        for path in &damaged {
            quarantine(&folder, path, &read_file(path)?.unwrap_or_default())?;
        }
        loaded.quarantine_edited(&folder)?;
        loaded.dirty.extend(loaded.segments.iter().copied());
        // Past every number that an unreadable line may have had.
        loaded.seq = loaded.seq.saturating_add(1 + loaded.problems.len() as u64).min(LARGEST_SEQ);
        let diary = std::mem::take(&mut loaded.diary);
        let mut store = Self::new(folder, Some(lock), Access::Write, None, loaded);
        store.checkpoint(&diary)?;
        let journal = store.folder.journal();
        for path in damaged.iter().filter(|path| path.starts_with(&journal)) {
            fs::remove_file(path).map_err(StorageError::io("remove", path))?;
        }
        let folder = store.folder.path.clone();
        drop(store);
        Self::check(&folder)
    }
}
