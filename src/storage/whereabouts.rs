//! What lies where a diary is looked for, seen from outside: nothing is opened, made or changed by looking. And beginning another
//! diary where one was lost, which is only done when somebody asks for it.

use std::fs;
use std::path::{Path, PathBuf};

use super::error::StorageError;
use super::folder::Folder;
use super::seal::{KEY_FILE, Vault};
use super::{disk, identity, private};

/// What lies where a diary is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whereabouts {
    /// The folder is not there.
    Nowhere {
        /// Whether the folder around it is.
        is_around_there: bool,
    },
    /// The folder is there, and nothing in it.
    Empty,
    /// Other files, or what is left beside a diary: pictures, copies.
    OtherFiles,
    /// `gutskin.ron` alone: no month, no journal, no copy of a month.
    Bare,
    /// A diary, or what only opening it can tell.
    Diary,
}

impl Whereabouts {
    /// What lies in a folder.
    pub fn of(folder: &Path) -> Self {
        match folder.try_exists() {
            Ok(false) => {
                let is_around_there =
                    folder.parent().is_some_and(|around| around.as_os_str().is_empty() || around.is_dir());
                return Self::Nowhere { is_around_there };
            }
            Ok(true) if folder.is_dir() => {}
            // Opening says what is wrong with it.
            Ok(true) | Err(_) => return Self::Diary,
        }
        let folder = Folder::new(folder.to_path_buf(), Vault::default());
        match (folder.holds_diary(), folder.has_identity()) {
            (Ok(false), Ok(true)) => Self::Bare,
            (Ok(false), Ok(false)) => {
                let is_empty = fs::read_dir(&folder.path).is_ok_and(|mut entries| entries.next().is_none());
                if is_empty { Self::Empty } else { Self::OtherFiles }
            }
            _ => Self::Diary,
        }
    }

    /// The same in words, of the folder.
    pub fn words(self) -> &'static str {
        match self {
            Self::Nowhere { is_around_there: true } => "this folder is not here",
            Self::Nowhere { is_around_there: false } => {
                "neither this folder nor the one around it is here; perhaps a stick or a drive is not connected"
            }
            Self::Empty => "this folder is empty",
            Self::OtherFiles => "this folder holds files, but no diary",
            Self::Bare => "this folder holds the file gutskin.ron, but no day, no journal and no copy",
            Self::Diary => "this folder holds a diary",
        }
    }
}

/// What of a lost diary may still lie in its folder, and is left where it is when another begins there.
const LEFT_BEHIND: [&str; 9] =
    ["photos", "quarantine", "second.ron", "unread.ron", "undo.ron", "LOCK", ".DS_Store", "desktop.ini", "Thumbs.db"];

/// Makes a folder in which a diary was lost ready for another one. Copies of the lost one go into quarantine, since they count their
/// changes otherwise; the key goes too, unless it is to open the new one as well. Gives the place where the copies lie then.
///
/// # Errors
/// [`StorageError::NotADiary`] if files of somebody else lie there, [`StorageError::Damaged`] if a diary does, or what the disk says.
pub fn begin_anew(folder: &Path, keeps_key: bool) -> Result<PathBuf, StorageError> {
    private::make_folder(folder)?;
    let path = folder.canonicalize().map_err(StorageError::io("find", folder))?;
    let folder = Folder::new(path, Vault::default());
    if folder.holds_diary()? {
        let what = "this folder holds a diary, and nothing is put over it".to_owned();
        return Err(StorageError::Damaged { file: folder.path, what });
    }
    let mut aside = Vec::new();
    for entry in fs::read_dir(&folder.path).map_err(StorageError::io("list", &folder.path))? {
        let name = entry.map_err(StorageError::io("list", &folder.path))?.file_name().to_string_lossy().into_owned();
        let is_left = LEFT_BEHIND.contains(&name.as_str()) || name.starts_with('.') || (keeps_key && name == KEY_FILE);
        match name.as_str() {
            "gutskin.ron" | "backups" | KEY_FILE if !is_left => aside.push(name),
            _ if is_left => {}
            _ => return Err(StorageError::NotADiary { folder: folder.path }),
        }
    }
    let place = free_place(&folder);
    if !aside.is_empty() {
        private::make_folder(&place)?;
    }
    for name in aside {
        disk::rename(&folder.path.join(&name), &place.join(&name))?;
    }
    identity::write(&folder)?;
    Ok(place)
}

/// A folder in quarantine that is not there yet.
fn free_place(folder: &Folder) -> PathBuf {
    let name = |number: u32| folder.quarantine().join(format!("before-{number}"));
    (1..10_000).map(name).find(|place| !place.exists()).unwrap_or_else(|| name(0))
}
