//! What a person chooses or is given to open a diary, and how hard it is to guess.

use super::age_file::Secret;
use super::recovery_code::RecoveryCode;

/// The power of two of the work that every guess of a passphrase costs: most of a second and 256 MB on a common computer.
pub const WORK: u8 = 18;

/// Letters that a passphrase has at least.
pub const LEAST_LETTERS: usize = 8;

/// What opens a diary that is being encrypted.
#[derive(Clone)]
pub struct NewSecrets {
    /// Chosen by the person.
    pub passphrase: Secret,
    /// Made by the program, and written down by the person.
    pub recovery: RecoveryCode,
    /// The power of two of the work that every guess costs; [`WORK`] unless somebody has a reason.
    pub work: u8,
}

/// Why a passphrase does not do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PassphraseError {
    /// Guessed in no time.
    #[error("at least {LEAST_LETTERS} letters or digits; four or five words in a row are good")]
    Short,
    /// What is typed at the end of a line is easily lost.
    #[error("a letter at its beginning and its end, no blank")]
    Blanks,
}

/// Whether a passphrase does.
///
/// # Errors
/// [`PassphraseError`].
pub fn check_passphrase(typed: &str) -> Result<(), PassphraseError> {
    if typed.trim() != typed {
        return Err(PassphraseError::Blanks);
    }
    if typed.chars().count() < LEAST_LETTERS { Err(PassphraseError::Short) } else { Ok(()) }
}
