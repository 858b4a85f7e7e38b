//! Encrypting a whole diary, and taking the encryption off again.
//!
//! Each file is first made anew beside the old one, flushed, read back and opened, while the old ones stay as they are. Only when
//! every one is there, and the key has been read back from the disk and opened by both secrets, does the key file say that the
//! diary is on its way, and the new files take the names of the old. Stopped before that, the diary is as it was; stopped after
//! it, the files of both kinds are read, and the next opening goes on.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::age_file::{DiaryKey, Secret};
use super::key_file::{KeyFile, NAME};
use super::recovery_code::RecoveryCode;
use super::sealed_file::{self, is_sealed};
use super::secrets::NewSecrets;
use super::vault::Stage;
use crate::model::diary::Diary;
use crate::model::record::NEWEST_SCHEMA;
use crate::storage::error::StorageError;
use crate::storage::folder::{Folder, files_in, folders_below, folders_in, hidden_in};
use crate::storage::photo_files::PhotoFiles;
use crate::storage::read_file::read_file;
use crate::storage::store::Store;
use crate::storage::{atomic, disk, identity, journal};

/// How a file ends that waits to take the place of another.
const WAITING: &str = "turning";

/// A file that is there and takes the name of another.
struct Waiting {
    path: PathBuf,
    takes: PathBuf,
}

impl Store {
    /// Encrypts the whole diary. `diary` must be the diary after the last [`Store::append`].
    ///
    /// # Errors
    /// [`StorageError`]. Until the key is in its place the diary is then as it was; after that it is encrypted in part, reads as
    /// before, and the rest follows when it is opened next.
    pub fn seal(&mut self, diary: &Diary, secrets: &NewSecrets) -> Result<(), StorageError> {
        if let Some(refusal) = self.refusal() {
            return Err(refusal);
        }
        if self.folder.vault.has_key() {
            return Err(StorageError::EncryptedAlready { folder: self.folder.path.clone() });
        }
        self.checkpoint(diary)?;
        self.close_journal();
        self.write_full_backup(diary, self.seq)?;
        let key = Arc::new(DiaryKey::generate());
        let path = self.folder.path.join(NAME);
        let file = KeyFile::new(&key, secrets, Stage::Sealing);
        let file = file.map_err(|what| StorageError::Damaged { file: path.clone(), what })?;
        remove_leftovers(&self.folder)?;
        let waiting = prepare(&self.folder, &key, Stage::Sealing)?;
        let written = file.write(&self.folder.path).and_then(|()| {
            check_key(&self.folder.path, &key, &secrets.passphrase)?;
            check_key(&self.folder.path, &key, &secrets.recovery.secret())
        });
        if let Err(error) = written {
            // Without a key in its place nothing is sealed.
            KeyFile::remove(&self.folder.path)?;
            remove_leftovers(&self.folder).ok();
            return Err(error);
        }
        self.folder.vault.set(Some(key), Stage::Sealing);
        identity::raise(&self.folder, NEWEST_SCHEMA)?;
        self.schema = self.schema.max(NEWEST_SCHEMA);
        take_names(waiting)?;
        self.settle()
    }

    /// Takes the encryption off. The secret is asked for once more, so that nobody does it in passing.
    ///
    /// # Errors
    /// As [`seal`](Self::seal), and [`StorageError::WrongPassphrase`].
    pub fn unseal(&mut self, diary: &Diary, secret: &Secret) -> Result<(), StorageError> {
        if let Some(refusal) = self.refusal() {
            return Err(refusal);
        }
        let Some(file) = KeyFile::find(&self.folder.path)? else { return Ok(()) };
        let key = Arc::new(file.unlock(&self.folder.path, secret)?);
        self.checkpoint(diary)?;
        self.close_journal();
        remove_leftovers(&self.folder)?;
        let waiting = prepare(&self.folder, &key, Stage::Unsealing)?;
        file.at(Stage::Unsealing).write(&self.folder.path)?;
        self.folder.vault.set(Some(key), Stage::Unsealing);
        take_names(waiting)?;
        self.settle()
    }

    /// Goes on with what was begun: every file that is not as it is to be is made anew, until none is left.
    pub(in crate::storage) fn settle(&mut self) -> Result<(), StorageError> {
        let vault = self.folder.vault.clone();
        let Some(key) = vault.key() else {
            // Encrypting was begun and stopped before anything was touched.
            remove_ending(&self.folder, &[WAITING]).ok();
            return Ok(());
        };
        let Some(file) = KeyFile::find(&self.folder.path)? else { return Ok(()) };
        if let Err(error) = remove_leftovers(&self.folder) {
            log::warn!("what a run that was stopped has left stays for now: {error}");
        }
        let stage = vault.stage();
        if matches!(stage, Stage::Sealing | Stage::Unsealing) {
            loop {
                let waiting = prepare(&self.folder, &key, stage)?;
                if waiting.is_empty() {
                    break;
                }
                take_names(waiting)?;
            }
        }
        if stage == Stage::Unsealing {
            KeyFile::remove(&self.folder.path)?;
            vault.set(None, Stage::Plain);
            return Ok(());
        }
        if stage == Stage::Sealing {
            identity::raise(&self.folder, NEWEST_SCHEMA)?;
            self.schema = self.schema.max(NEWEST_SCHEMA);
        }
        file.at(Stage::Sealed).write(&self.folder.path)?;
        vault.set(Some(key), Stage::Sealed);
        Ok(())
    }

    /// Gives the diary another passphrase. `current` may be the recovery code.
    ///
    /// # Errors
    /// [`StorageError`]; the passphrase of before is then still right.
    pub fn change_passphrase(&mut self, current: &Secret, new: &Secret, work: u8) -> Result<(), StorageError> {
        self.change_key(current, new, |file, key| file.with_passphrase(key, new, work))
    }

    /// Gives the diary another recovery code; the one of before opens nothing any more.
    ///
    /// # Errors
    /// As [`change_passphrase`](Self::change_passphrase).
    pub fn change_recovery(&mut self, current: &Secret, new: &RecoveryCode, work: u8) -> Result<(), StorageError> {
        self.change_key(current, &new.secret(), |file, key| file.with_recovery(key, new, work))
    }

    fn change_key(
        &mut self,
        current: &Secret,
        new: &Secret,
        change: impl FnOnce(&KeyFile, &DiaryKey) -> Result<KeyFile, String>,
    ) -> Result<(), StorageError> {
        if let Some(refusal) = self.refusal() {
            return Err(refusal);
        }
        let folder = &self.folder.path;
        let Some(file) = KeyFile::find(folder)? else { return Ok(()) };
        let key = file.unlock(folder, current)?;
        let damaged = |what| StorageError::Damaged { file: folder.join(NAME), what };
        let changed = change(&file, &key).map_err(damaged)?;
        let written = changed.write(folder).and_then(|()| check_key(folder, &key, new));
        if let Err(error) = written {
            file.write(folder)?;
            return Err(error);
        }
        Ok(())
    }
}

/// Reads the key back from the disk and opens it.
fn check_key(folder: &Path, key: &DiaryKey, secret: &Secret) -> Result<(), StorageError> {
    let read = KeyFile::find(folder)?.map(|file| file.unlock(folder, secret)).transpose()?;
    if read.is_some_and(|read| read.is(key)) {
        return Ok(());
    }
    let what = "the disk gave back another key than was written".to_owned();
    Err(StorageError::Damaged { file: folder.join(NAME), what })
}

/// Folders of a diary whose files are sealed.
fn folders(folder: &Folder) -> Result<Vec<PathBuf>, StorageError> {
    let backups = folder.backups("");
    let pictures = PhotoFiles::new(&folder.path).folders()?;
    let mut all =
        vec![folder.path.clone(), folder.days(), folder.journal(), folder.quarantine(), folder.path.join("backups")];
    all.extend(pictures);
    all.extend(folders_below(&folder.quarantine())?);
    all.extend(folders_in(&backups)?.iter().map(|name| folder.backups(name)));
    Ok(all)
}

/// Every file with something of the person in it.
fn holdings(folder: &Folder) -> Result<Vec<PathBuf>, StorageError> {
    let mut found = Vec::new();
    for place in folders(folder)? {
        found.extend(files_in(&place, "ron")?);
    }
    found.extend(PhotoFiles::new(&folder.path).paths()?);
    let identity = folder.identity();
    found.retain(|path| *path != identity && path.file_name().is_none_or(|name| name != NAME) && path.is_file());
    Ok(found)
}

/// Makes every file that is not as it is to be anew, beside the old one. Nothing of what is there is touched; if one cannot be
/// made, all go again.
fn prepare(folder: &Folder, key: &DiaryKey, stage: Stage) -> Result<Vec<Waiting>, StorageError> {
    let mut waiting = Vec::new();
    for path in holdings(folder)? {
        match anew(folder, key, stage, &path) {
            Ok(Some(made)) => waiting.push(Waiting { path: made, takes: path }),
            Ok(None) => {}
            Err(error) => {
                remove_leftovers(folder).ok();
                return Err(error);
            }
        }
    }
    Ok(waiting)
}

/// Makes one file anew beside the old one; `None` if it is as it is to be.
fn anew(folder: &Folder, key: &DiaryKey, stage: Stage, path: &Path) -> Result<Option<PathBuf>, StorageError> {
    let Some(old) = read_file(path)? else { return Ok(None) };
    let damaged = |what: String| StorageError::Damaged { file: path.to_path_buf(), what };
    let new = if stage == Stage::Sealing {
        if is_sealed(&old) {
            return Ok(None);
        }
        let new = sealed_file::seal(key, path, &old).map_err(damaged)?;
        if sealed_file::open(key, &new).map_err(damaged)? != old {
            return Err(damaged("what was sealed does not open to what it was".to_owned()));
        }
        new
    } else {
        let plain = match is_sealed(&old).then(|| sealed_file::open(key, &old)) {
            None => old.clone(),
            Some(Ok(plain)) => plain,
            // Of no use before either: put aside because it could not be opened, or a copy that is damaged.
            Some(Err(_)) if path.starts_with(folder.quarantine()) || path.starts_with(folder.backups("")) => {
                return Ok(None);
            }
            Some(Err(what)) => return Err(damaged(what)),
        };
        let new = if path.starts_with(folder.journal()) { journal::unsealed(&plain, &folder.vault) } else { plain };
        if new == old {
            return Ok(None);
        }
        new
    };
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let beside = path.with_file_name(format!(".{name}.{WAITING}"));
    atomic::write_checked(&beside, &new)?;
    Ok(Some(beside))
}

/// Lets what waits take the names of the old files.
fn take_names(waiting: Vec<Waiting>) -> Result<(), StorageError> {
    let folders: BTreeSet<PathBuf> =
        waiting.iter().filter_map(|file| Some(file.takes.parent()?.to_path_buf())).collect();
    for Waiting { path, takes } in waiting {
        disk::rename(&path, &takes)?;
    }
    folders.iter().try_for_each(|folder| atomic::flush_folder(folder))
}

/// Removes what a program that was stopped has left unfinished: it may say in plain text what is to be sealed.
fn remove_leftovers(folder: &Folder) -> Result<(), StorageError> {
    remove_ending(folder, &[WAITING, "tmp"])
}

/// Removes hidden files of the diary with these endings.
fn remove_ending(folder: &Folder, endings: &[&str]) -> Result<(), StorageError> {
    for place in folders(folder)? {
        for path in hidden_in(&place)? {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            let is_ours = endings.iter().any(|ending| path.extension().is_some_and(|found| found == *ending));
            if is_ours && name.contains(".ron.") {
                disk::remove(&path)?;
            }
        }
    }
    Ok(())
}
