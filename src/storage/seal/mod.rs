//! Encryption at rest: one key for all files of a diary, and what keeps that key.
//!
//! Every file is a file of age (<https://age-encryption.org/v1>) for one key pair that is made for the diary, so that other
//! programs open it too, in twenty years as well. `key.ron` holds the secret half twice, sealed by the passphrase and by a
//! recovery code; whoever has neither reads nothing. Names of files stay as they are and say which months there are.

mod age_file;
mod convert;
mod key_file;
mod recovery_code;
mod sealed_file;
mod secrets;
mod vault;

pub use self::age_file::Secret;
pub(super) use self::key_file::NAME as KEY_FILE;
pub use self::recovery_code::RecoveryCode;
pub(super) use self::sealed_file::{is_sealed, why_closed};
pub use self::secrets::{LEAST_LETTERS, NewSecrets, PassphraseError, WORK, check_passphrase};
pub(super) use self::vault::Opened;
pub use self::vault::Vault;
