//! The envelope of a sealed file: RON with a checksum as any other, so that damage is found without the passphrase. The file of age
//! stands in it on lines of its own, so that it can be cut out and opened by any program for age.

use std::path::Path;

use serde::Deserialize;

use super::age_file::DiaryKey;
use crate::model::record::{NEWEST_SCHEMA, SCHEMA};
use crate::storage::envelope::{Decoded, decode_as_it_is, finished};

const FORMAT: &str = "gutskin/sealed";
/// How the content begins; no file that is not sealed begins so.
const HEAD: &str = "\nSealed(\n";
/// Bytes of a file within which the head stands.
const HEAD_WITHIN: usize = 400;
const COMMENT: &str =
    "sealed. Between BEGIN and END stands a file of age (age-encryption.org), for the key in key.ron.";

/// A sealed file.
#[derive(Deserialize)]
#[serde(rename = "Sealed", deny_unknown_fields)]
struct SealedFile {
    format: String,
    #[serde(rename = "schema")]
    _schema: u32,
    #[serde(rename = "kind")]
    _kind: String,
    age: String,
}

/// Whether bytes say that they are a sealed file.
pub(in crate::storage) fn is_sealed(bytes: &[u8]) -> bool {
    let head = bytes.get(..bytes.len().min(HEAD_WITHIN)).unwrap_or_default();
    let head = String::from_utf8_lossy(head).replace("\r\n", "\n");
    head.contains(HEAD) && head.contains(FORMAT)
}

/// Seals the bytes of a file that is to lie at `path`.
pub(super) fn seal(key: &DiaryKey, path: &Path, bytes: &[u8]) -> Result<Vec<u8>, String> {
    let age = key.seal(bytes)?;
    let kind = kind_of(path);
    let text = format!(
        "#![enable(implicit_some)]\n// Gutskin, {COMMENT}{HEAD}  format: \"{FORMAT}\",\n  schema: {SCHEMA},\n  kind: \"{kind}\",\n  age: r\"\n{age}\",\n)\n"
    );
    Ok(finished(text))
}

/// Opens a sealed file.
pub(super) fn open(key: &DiaryKey, bytes: &[u8]) -> Result<Vec<u8>, String> {
    match decode_as_it_is::<SealedFile>(bytes, NEWEST_SCHEMA) {
        Ok(Decoded { content, checksum_fits: true, .. }) if content.format == FORMAT => {
            key.open(content.age.trim_start().as_bytes())
        }
        _ => Err(DAMAGED.to_owned()),
    }
}

const DAMAGED: &str = "this sealed file is damaged: its sum does not fit";

/// Why a file that is still sealed after it was read cannot be used.
pub(in crate::storage) fn why_closed(checksum_fits: bool) -> String {
    if checksum_fits { "sealed with a key that this diary does not have".to_owned() } else { DAMAGED.to_owned() }
}

/// What a sealed file is, for a person who looks at it: no more than its name and place say.
fn kind_of(path: &Path) -> String {
    let name = |part: Option<&std::ffi::OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    let folder = name(path.parent().and_then(Path::file_name));
    let word = match folder.as_str() {
        "days" => "month".to_owned(),
        "journal" | "quarantine" => folder,
        "full" => "whole".to_owned(),
        _ => name(path.file_stem()),
    };
    word.chars().filter(|sign| sign.is_ascii_alphanumeric() || "-_".contains(*sign)).collect()
}
