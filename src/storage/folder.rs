//! Where everything lies in a diary's folder.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use super::atomic;
use super::error::StorageError;
use super::read_file::read_file;
use super::seal::{KEY_FILE, Opened, Vault, is_sealed};
use crate::model::record::NEWEST_SCHEMA;
use crate::model::time::Month;

/// The diary's folder.
#[derive(Debug, Clone)]
pub(super) struct Folder {
    pub path: PathBuf,
    /// Files of a newer schema are left as they are.
    pub newest_schema: u32,
    /// What opens and seals its files.
    pub vault: Vault,
}

/// What stands below a file that is not sealed although all of the diary is: its checksum then does not fit, as that of any other
/// file that somebody else wrote.
const NOT_SEALED: &[u8] = b"// This file was not sealed.\n";

impl Folder {
    pub fn new(path: PathBuf, vault: Vault) -> Self {
        Self { path, newest_schema: NEWEST_SCHEMA, vault }
    }

    /// What a file holds, opened if it is sealed; `None` if it is not there.
    pub fn read(&self, path: &Path) -> Result<Option<Vec<u8>>, StorageError> {
        Ok(self.read_opened(path)?.map(|opened| match opened {
            Opened { bytes, is_own: true } => bytes,
            Opened { bytes, is_own: false } if is_sealed(&bytes) => bytes,
            Opened { bytes, is_own: false } => [&bytes, NOT_SEALED].concat(),
        }))
    }

    /// The same, with whether it can be from this diary.
    pub fn read_opened(&self, path: &Path) -> Result<Option<Opened>, StorageError> {
        Ok(read_file(path)?.map(|bytes| self.vault.open(bytes)))
    }

    /// Puts a whole file in the place of another, sealed if the diary is.
    pub fn replace(&self, path: &Path, bytes: &[u8]) -> Result<(), StorageError> {
        let sealed = self.vault.seal(path, bytes);
        let sealed = sealed.map_err(|what| StorageError::Damaged { file: path.to_path_buf(), what })?;
        atomic::replace(path, &sealed)
    }

    pub fn lock(&self) -> PathBuf {
        self.path.join("LOCK")
    }

    /// The key of an encrypted diary, where it counts.
    pub fn key(&self) -> PathBuf {
        self.path.join(KEY_FILE)
    }

    pub fn identity(&self) -> PathBuf {
        self.path.join("gutskin.ron")
    }

    /// Whether `gutskin.ron` is there. Not being allowed to look is not the same as not there.
    pub fn has_identity(&self) -> Result<bool, StorageError> {
        let path = self.identity();
        path.try_exists().map_err(StorageError::io("look for", &path))
    }

    /// Whether months, lines of a journal or earlier copies lie here, whatever `gutskin.ron` says.
    pub fn holds_diary(&self) -> Result<bool, StorageError> {
        let is_month =
            |path: &PathBuf| path.file_stem().is_some_and(|stem| stem.to_string_lossy().parse::<Month>().is_ok());
        Ok(files_in(&self.days(), "ron")?.iter().any(is_month)
            || files_in(&self.journal(), "ron")?.iter().any(|path| journal_number(path).is_some())
            || folders_in(&self.backups(""))?.iter().any(|name| name.parse::<Month>().is_ok()))
    }

    pub fn index(&self) -> PathBuf {
        self.path.join("index.ron")
    }

    /// `courses.ron`, `catalog.ron`, `foods.ron`, `settings.ron`.
    pub fn single(&self, name: &str) -> PathBuf {
        self.path.join(format!("{name}.ron"))
    }

    pub fn days(&self) -> PathBuf {
        self.path.join("days")
    }

    pub fn month(&self, month: Month) -> PathBuf {
        self.days().join(format!("{month}.ron"))
    }

    pub fn journal(&self) -> PathBuf {
        self.path.join("journal")
    }

    /// Earlier copies of a month file or of a single file, by name.
    pub fn backups(&self, name: &str) -> PathBuf {
        self.path.join("backups").join(name)
    }

    pub fn quarantine(&self) -> PathBuf {
        self.path.join("quarantine")
    }

    /// A path as shown to a person: relative to the folder.
    pub fn shown(&self, path: &Path) -> PathBuf {
        path.strip_prefix(&self.path).unwrap_or(path).to_path_buf()
    }
}

/// Everything in a folder. One that is not there holds nothing; every other failure is told.
fn all_in(folder: &Path) -> Result<Vec<PathBuf>, StorageError> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(StorageError::io("list", folder)(error)),
    };
    let mut found = Vec::new();
    for entry in entries {
        found.push(entry.map_err(StorageError::io("list", folder))?.path());
    }
    found.sort();
    Ok(found)
}

/// Hidden files in a folder.
pub(super) fn hidden_in(folder: &Path) -> Result<Vec<PathBuf>, StorageError> {
    let mut files = all_in(folder)?;
    files.retain(|path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.')) && path.is_file());
    Ok(files)
}

/// Files with an ending in a folder, by name; hidden ones are somebody else's, or were not finished.
pub(super) fn files_in(folder: &Path, ending: &str) -> Result<Vec<PathBuf>, StorageError> {
    let hidden = |path: &Path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
    let mut files = all_in(folder)?;
    files.retain(|path| !hidden(path) && path.extension().is_some_and(|found| found == ending));
    Ok(files)
}

/// Names of the folders in a folder.
pub(super) fn folders_in(folder: &Path) -> Result<Vec<String>, StorageError> {
    let folders = all_in(folder)?.into_iter().filter(|path| path.is_dir());
    Ok(folders.filter_map(|path| Some(path.file_name()?.to_str()?.to_owned())).collect())
}

/// All folders below one, however deep.
pub(super) fn folders_below(folder: &Path) -> Result<Vec<PathBuf>, StorageError> {
    let mut found = Vec::new();
    let mut waiting = vec![folder.to_path_buf()];
    while let Some(place) = waiting.pop() {
        let below: Vec<PathBuf> = folders_in(&place)?.iter().map(|name| place.join(name)).collect();
        found.extend(below.iter().cloned());
        waiting.extend(below);
    }
    Ok(found)
}

/// The number in the name of a journal file.
pub(super) fn journal_number(path: &Path) -> Option<u64> {
    path.file_stem()?.to_str()?.rsplit_once('-')?.1.parse().ok()
}

/// The computer in the name of a journal file.
pub(super) fn journal_device(path: &Path) -> Option<String> {
    Some(path.file_stem()?.to_str()?.rsplit_once('-')?.0.to_owned())
}

/// Earlier copies in a folder of backups, newest change first: number of the last change inside, and path.
pub(super) fn copies_in(folder: &Path) -> Result<Vec<(u64, PathBuf)>, StorageError> {
    let mut copies: Vec<(u64, PathBuf)> = files_in(folder, "ron")?
        .into_iter()
        .filter_map(|path| {
            let seq = path.file_stem()?.to_str()?.strip_prefix('s')?.parse().ok()?;
            Some((seq, path))
        })
        .collect();
    copies.sort_by_key(|(seq, _)| std::cmp::Reverse(*seq));
    Ok(copies)
}

/// Six hexadecimal digits that differ from computer to computer, so that two never write one journal file.
pub(super) fn device() -> String {
    let name = fs::read("/etc/machine-id")
        .ok()
        .or_else(|| ["HOSTNAME", "COMPUTERNAME"].iter().find_map(|key| std::env::var(key).ok()).map(String::into_bytes))
        .unwrap_or_default();
    blake3::hash(&[b"gutskin device ".as_slice(), &name].concat()).to_hex().as_str()[..6].to_owned()
}
