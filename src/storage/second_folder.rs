//! A second folder for full copies, on a stick or a network drive: what a broken or stolen computer does not take along. Which one it
//! is stands in `second.ron` of the diary; the copies of a diary lie there in a folder of their own, so that several can share one
//! stick. Such a drive comes and goes: nothing of the diary itself ever waits for it.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use serde::{Deserialize, Serialize};

use super::copies::{CopyKind, DiaryCopy};
use super::envelope::{decode, encode};
use super::error::StorageError;
use super::folder::Folder;
use super::full_backup::{self, full_backups};
use super::quarantine::quarantine;
use super::read_file::read_file;
use super::retention::prunable_full_backups;
use super::seal::{KEY_FILE, Vault, is_sealed};
use super::{atomic, disk, identity, private};
use crate::model::record::SCHEMA;
use crate::model::text::show_path;

const NAME: &str = "second.ron";
const FORMAT: &str = "gutskin/second";
/// Bytes within which a file says whether it is sealed.
const HEAD: u64 = 1_024;
/// Letters of the diary's number in the name of its folder there.
const ID_LETTERS: usize = 8;

/// `second.ron`.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Second", deny_unknown_fields)]
struct SecondFile {
    format: String,
    schema: u32,
    folder: PathBuf,
    /// Name of the newest copy that was brought there.
    newest: Option<String>,
}

/// The second folder of a diary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SecondFolder {
    /// The folder that was chosen.
    pub place: PathBuf,
    newest: Option<String>,
}

/// What reading all full copies of a folder came to.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct VerifiedCopies {
    /// Copies that are as they were written.
    pub sound: usize,
    /// Copies that are not, and why.
    pub bad: Vec<(PathBuf, String)>,
}

impl SecondFolder {
    /// The one that was chosen for a diary, if any. A file that cannot be read names none.
    pub fn chosen(folder: &Path, vault: &Vault) -> Option<Self> {
        let folder = Folder::new(folder.to_path_buf(), vault.clone());
        let bytes = folder.read(&folder.path.join(NAME)).ok().flatten()?;
        let file = decode::<SecondFile>(&bytes).ok()?.content;
        Some(Self { place: file.folder, newest: file.newest })
    }

    /// Chooses one that is there.
    ///
    /// # Errors
    /// [`StorageError`]; the one before then stays.
    pub fn choose(folder: &Path, vault: &Vault, place: &Path) -> Result<Self, StorageError> {
        let refused = |what| StorageError::SecondFolder { folder: place.to_path_buf(), what };
        let place = place.canonicalize().ok().filter(|place| place.is_dir()).ok_or_else(|| refused(GONE))?;
        let own = folder.canonicalize().map_err(StorageError::io("find", folder))?;
        if place.starts_with(&own) {
            return Err(refused("this is the folder of the diary itself; choose one on another drive"));
        }
        let chosen = Self { place, newest: None };
        chosen.keep(folder, vault)?;
        Ok(chosen)
    }

    /// Chooses none. The copies that lie there stay.
    ///
    /// # Errors
    /// [`StorageError`].
    pub fn give_up(folder: &Path) -> Result<(), StorageError> {
        let path = folder.join(NAME);
        if path.exists() { disk::remove(&path) } else { Ok(()) }
    }

    fn keep(&self, folder: &Path, vault: &Vault) -> Result<(), StorageError> {
        let path = folder.join(NAME);
        let (place, newest) = (self.place.clone(), self.newest.clone());
        let file = SecondFile { format: FORMAT.to_owned(), schema: SCHEMA, folder: place, newest };
        let bytes = encode("where full copies of this diary go besides. Made by the program.", &file)
            .map_err(|what| StorageError::Damaged { file: path.clone(), what })?;
        Folder::new(folder.to_path_buf(), vault.clone()).replace(&path, &bytes)
    }

    /// Where the copies of a diary lie in it.
    pub fn home(&self, folder: &Path) -> PathBuf {
        let id = identity::diary_id(folder).unwrap_or_default();
        let id = id.get(..ID_LETTERS).unwrap_or("diary");
        self.place.join(format!("gutskin-{id}"))
    }

    /// Whether the diary has a full copy that was not brought there yet.
    pub fn is_due(&self, folder: &Path) -> bool {
        full_backups(&full(folder)).is_ok_and(|own| own.first().is_some_and(|(_, path)| name_of(path) != self.newest))
    }

    /// Brings every full copy there that is not there yet, with the key where the diary is encrypted, and gives what lies there then.
    ///
    /// # Errors
    /// [`StorageError`] if the folder is not there or cannot be written; what lies there stays.
    pub fn bring(&mut self, folder: &Path, vault: &Vault) -> Result<Vec<DiaryCopy>, StorageError> {
        if !self.place.is_dir() {
            return Err(StorageError::SecondFolder { folder: self.place.clone(), what: GONE });
        }
        let home = self.home(folder);
        match disk::make_folder(&home) {
            Err(_) if home.is_dir() => {}
            made => made.map_err(StorageError::io("make the folder", &home))?,
        }
        if vault.is_sealing() {
            bring_key(folder, vault, &home)?;
            seal_plain(vault, &home)?;
        }
        let own = full_backups(&full(folder))?;
        for (_, path) in &own {
            let target = home.join(path.file_name().unwrap_or_default());
            let size = |path: &Path| fs::metadata(path).map(|meta| meta.len()).ok();
            if size(&target).is_some_and(|there| Some(there) == size(path)) {
                continue;
            }
            let bytes = read_file(path)?.unwrap_or_default();
            // One that is damaged here would only take the place of a good one there.
            if why_not_sound(bytes.clone(), vault).is_none() {
                put(&target, &bytes, fs::metadata(path).and_then(|meta| meta.modified()).ok())?;
            }
        }
        let names: Vec<_> = own.iter().filter_map(|(_, path)| path.file_name()).collect();
        for path in prunable_full_backups(full_backups(&home)?)? {
            if path.file_name().is_none_or(|name| !names.contains(&name)) {
                disk::remove(&path)?;
            }
        }
        let newest = own.first().and_then(|(_, path)| name_of(path));
        if self.newest != newest {
            self.newest = newest;
            self.keep(folder, vault)?;
        }
        whole_copies(&home)
    }
}

/// The full copies in a folder, newest first.
///
/// # Errors
/// [`StorageError`] if it cannot be listed.
pub fn whole_copies(folder: &Path) -> Result<Vec<DiaryCopy>, StorageError> {
    full_backups(folder)?.into_iter().map(|(_, path)| DiaryCopy::at(CopyKind::Whole, path)).collect()
}

/// Brings the key that lies beside a full copy into the folder of a diary that is to be filled from it. A key that lies there and
/// opens something else goes into quarantine. Gives whether the copy has a key.
///
/// # Errors
/// [`StorageError`].
pub fn take_key_along(copy: &Path, folder: &Path) -> Result<bool, StorageError> {
    let beside = copy.with_file_name(KEY_FILE);
    let Some(key) = read_file(&beside)? else { return Ok(false) };
    private::make_folder(folder)?;
    let own = folder.join(KEY_FILE);
    match read_file(&own)? {
        Some(there) if there == key => return Ok(true),
        Some(there) => drop(quarantine(&Folder::new(folder.to_path_buf(), Vault::default()), &own, &there)?),
        None => {}
    }
    atomic::replace(&own, &key)?;
    Ok(true)
}

/// Reads every full copy in these folders and holds it against its sum.
///
/// # Errors
/// [`StorageError`] if a folder cannot be listed.
pub fn verify(folders: &[PathBuf], vault: &Vault) -> Result<VerifiedCopies, StorageError> {
    let mut verified = VerifiedCopies::default();
    for folder in folders {
        for (_, path) in full_backups(folder)? {
            let why = match read_file(&path) {
                Ok(bytes) => why_not_sound(bytes.unwrap_or_default(), vault),
                Err(error) => Some(error.to_string()),
            };
            match why {
                None => verified.sound += 1,
                Some(why) => verified.bad.push((path, why)),
            }
        }
    }
    Ok(verified)
}

/// Where the full copies of a diary lie in its own folder.
pub fn full(folder: &Path) -> PathBuf {
    folder.join("backups").join("full")
}

const GONE: &str = "this folder is not here; plug the stick in, or connect the drive";

fn name_of(path: &Path) -> Option<String> {
    Some(path.file_stem()?.to_str()?.to_owned())
}

/// Why a full copy is not as it was written; `None` if it is.
fn why_not_sound(bytes: Vec<u8>, vault: &Vault) -> Option<String> {
    let opened = vault.open(bytes).bytes;
    match full_backup::read(&opened) {
        Ok(decoded) if decoded.checksum_fits => None,
        Ok(_) => Some("its sum does not fit".to_owned()),
        Err(error) => Some(error.said()),
    }
}

/// Puts the key beside the copies. One that opens copies which the key of now does not open is kept under another name.
fn bring_key(folder: &Path, vault: &Vault, home: &Path) -> Result<(), StorageError> {
    let Some(own) = read_file(&folder.join(KEY_FILE))? else { return Ok(()) };
    let path = home.join(KEY_FILE);
    let there = read_file(&path)?;
    if there.as_ref() == Some(&own) {
        return Ok(());
    }
    if let Some(there) = there {
        let is_for_others = |path: &Path| -> Result<bool, StorageError> {
            let bytes = read_file(path)?.unwrap_or_default();
            Ok(is_sealed(&bytes) && !vault.open(bytes).is_own)
        };
        let mut opens_others = false;
        for (_, copy) in full_backups(home)? {
            opens_others = opens_others || is_for_others(&copy)?;
        }
        if opens_others {
            let sum = blake3::hash(&there).to_hex();
            put(&home.join(format!("key-{}.ron", sum.get(..ID_LETTERS).unwrap_or_default())), &there, None)?;
        }
    }
    put(&path, &own, None)
}

/// Seals copies that were brought before the diary was encrypted.
fn seal_plain(vault: &Vault, home: &Path) -> Result<(), StorageError> {
    for (_, path) in full_backups(home)? {
        let mut head = Vec::new();
        let read = File::open(&path).and_then(|file| file.take(HEAD).read_to_end(&mut head));
        read.map_err(StorageError::io("read", &path))?;
        if is_sealed(&head) {
            continue;
        }
        let bytes = read_file(&path)?.unwrap_or_default();
        let sealed = vault.seal(&path, &bytes);
        let sealed = sealed.map_err(|what| StorageError::Damaged { file: path.clone(), what })?;
        put(&path, &sealed, fs::metadata(&path).and_then(|meta| meta.modified()).ok())?;
    }
    Ok(())
}

/// Writes a file whole, reads it back and lets it take its name. Not every drive can flush names, and such a copy is better than none.
fn put(path: &Path, bytes: &[u8], made: Option<SystemTime>) -> Result<(), StorageError> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let tmp = path.with_file_name(format!(".{name}.{}.tmp", std::process::id()));
    let written = atomic::write_checked(&tmp, bytes).and_then(|()| disk::rename(&tmp, path));
    if written.is_err() {
        disk::remove(&tmp).ok();
    }
    written?;
    let dated = made.map_or(Ok(()), |made| File::options().write(true).open(path)?.set_modified(made));
    if let Err(error) = dated.and_then(|()| flushed(path)) {
        log::warn!("{}: {error}", show_path(path));
    }
    Ok(())
}

fn flushed(path: &Path) -> io::Result<()> {
    disk::flush_folder(path.parent().unwrap_or(Path::new(".")))
}
