//! The one place that speaks to age: bytes are sealed for a key pair, and a key pair for a passphrase.

use std::io::Write;

use age::armor::{ArmoredWriter, Format};
use age::secrecy::ExposeSecret;
use age::{Encryptor, Recipient, scrypt, x25519};

/// A secret that is wiped from memory when it is let go, and is never printed.
pub type Secret = age::secrecy::SecretString;

/// The most work that is done for a file: two to this power. More would let a key file from elsewhere take all memory.
const MOST_WORK: u8 = 20;

/// The key pair of a diary.
pub(super) struct DiaryKey {
    identity: x25519::Identity,
    recipient: x25519::Recipient,
}

impl DiaryKey {
    /// A key pair that nobody has had before.
    pub fn generate() -> Self {
        Self::new(x25519::Identity::generate())
    }

    fn new(identity: x25519::Identity) -> Self {
        let recipient = identity.to_public();
        Self { identity, recipient }
    }

    /// Takes it out of what [`wrapped`](Self::wrapped) made; `None` if the secret is not the right one.
    ///
    /// # Errors
    /// What is wrong with the text.
    pub fn unwrap(text: &str, secret: &Secret) -> Result<Option<Self>, String> {
        let mut identity = scrypt::Identity::new(secret.clone());
        identity.set_max_work_factor(MOST_WORK);
        let words = match age::decrypt(&identity, text.as_bytes()) {
            Ok(words) => Secret::from(String::from_utf8_lossy(&words).into_owned()),
            Err(
                age::DecryptError::DecryptionFailed
                | age::DecryptError::KeyDecryptionFailed
                | age::DecryptError::NoMatchingKeys,
            ) => return Ok(None),
            Err(error) => return Err(format!("the key in it cannot be opened: {error}")),
        };
        let identity = words.expose_secret().trim().parse().map_err(|why| format!("the key in it is none: {why}"))?;
        Ok(Some(Self::new(identity)))
    }

    /// The secret half, sealed by a passphrase, as text. `work` is the power of two of the work that every guess costs.
    ///
    /// # Errors
    /// What went wrong.
    pub fn wrapped(&self, secret: &Secret, work: u8) -> Result<String, String> {
        let mut recipient = scrypt::Recipient::new(secret.clone());
        recipient.set_work_factor(work.clamp(1, MOST_WORK));
        let words = self.identity.to_string();
        armored(&recipient, format!("{}\n", words.expose_secret()).as_bytes())
    }

    /// Bytes that only this key opens, as text.
    ///
    /// # Errors
    /// What went wrong.
    pub fn seal(&self, bytes: &[u8]) -> Result<String, String> {
        armored(&self.recipient, bytes)
    }

    /// The same as bytes, which are shorter.
    ///
    /// # Errors
    /// What went wrong.
    pub fn seal_bare(&self, bytes: &[u8]) -> Result<Vec<u8>, String> {
        age::encrypt(&self.recipient, bytes).map_err(|error| error.to_string())
    }

    /// What was sealed for this key, in either form.
    ///
    /// # Errors
    /// Why it cannot be opened.
    pub fn open(&self, sealed: &[u8]) -> Result<Vec<u8>, String> {
        age::decrypt(&self.identity, sealed).map_err(|error| error.to_string())
    }

    /// Whether another pair is the same.
    pub fn is(&self, other: &Self) -> bool {
        self.recipient == other.recipient
    }
}

fn armored(recipient: &dyn Recipient, bytes: &[u8]) -> Result<String, String> {
    let encryptor = Encryptor::with_recipients(std::iter::once(recipient)).map_err(|error| error.to_string())?;
    let written = || {
        let armor = ArmoredWriter::wrap_output(Vec::new(), Format::AsciiArmor)?;
        let mut writer = encryptor.wrap_output(armor)?;
        writer.write_all(bytes)?;
        writer.finish()?.finish()
    };
    let bytes = written().map_err(|error: std::io::Error| error.to_string())?;
    String::from_utf8(bytes).map_err(|error| error.to_string())
}
