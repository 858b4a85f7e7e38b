//! The passphrase of an encrypted diary: from the file that `GUTSKIN_PASSPHRASE_FILE` names, else asked for on the terminal, where
//! it is not shown. It is never an argument, which every program of the computer could read.

use std::env;
use std::fs::File;
use std::io::{self, IsTerminal, Read};
use std::path::Path;

use super::exit::{Code, Failure};
use crate::model::text::show_path;
use crate::storage::StorageError;
use crate::storage::seal::{Secret, Vault};

/// Names the file that holds the passphrase.
const VARIABLE: &str = "GUTSKIN_PASSPHRASE_FILE";
/// Bytes of that file that are read; no passphrase is longer.
const MOST_BYTES: u64 = 4096;

/// Opens the lock of a diary, if it has one.
pub(super) fn unlock(folder: &Path) -> Result<Vault, Failure> {
    match Vault::is_needed(folder) {
        Ok(true) => Ok(Vault::unlock(folder, &secret(folder)?)?),
        // What cannot be opened is named where the files are read.
        Ok(false) | Err(StorageError::Damaged { .. }) => Ok(Vault::default()),
        Err(error) => Err(error.into()),
    }
}

/// What opens a lock, from the file that was named or from the terminal.
pub(super) fn secret(folder: &Path) -> Result<Secret, Failure> {
    if let Some(file) = env::var_os(VARIABLE) {
        let file = Path::new(&file);
        return from_file(file).map_err(|error| {
            Failure::new(
                Code::WrongPassphrase,
                format!("{}: cannot read the passphrase: {error}; mend {VARIABLE}", show_path(file)),
            )
        });
    }
    if !io::stderr().is_terminal() {
        let error = StorageError::Locked { folder: folder.to_path_buf() };
        return Err(Failure::new(
            Code::WrongPassphrase,
            format!("{error}; put it into a file and name that file in {VARIABLE}"),
        ));
    }
    let asked = rpassword::prompt_password(format!("Passphrase of {}: ", show_path(folder)));
    asked.map(Secret::from).map_err(|error| Failure::new(Code::WrongPassphrase, format!("no passphrase: {error}")))
}

/// The first line of a file; it may be a pipe.
fn from_file(file: &Path) -> io::Result<Secret> {
    let mut text = String::new();
    File::open(file)?.take(MOST_BYTES).read_to_string(&mut text)?;
    let line = text.split(['\r', '\n']).next().unwrap_or_default();
    Ok(Secret::from(line.to_owned()))
}
