//! Encrypting an open diary, and changing what opens it. All of it is done by the writer, after what waits to be saved and before
//! what comes later, so that the diary can be used meanwhile.

use super::error::WorkspaceError;
use super::open::Workspace;
use super::saver::{KeyWork, Task};
use crate::storage::seal::{NewSecrets, RecoveryCode, Secret, Vault, WORK};

impl Workspace {
    /// The key of the diary, if it is encrypted; for whoever reads its files.
    pub fn vault(&self) -> &Vault {
        &self.vault
    }

    /// Whether what is written is encrypted.
    pub fn is_encrypted(&self) -> bool {
        self.vault.is_sealing()
    }

    /// How the last work on the key stands.
    pub fn key_work(&self) -> KeyWork {
        self.saver.as_ref().map(super::saver::Saver::key_work).unwrap_or_default()
    }

    /// Begins to encrypt the whole diary; [`key_work`](Self::key_work) says when it is done.
    ///
    /// # Errors
    /// [`WorkspaceError::ReadOnly`].
    pub fn encrypt(&self, secrets: NewSecrets) -> Result<(), WorkspaceError> {
        self.start(Box::new(move |store, diary| store.seal(diary, &secrets)))
    }

    /// Begins to take the encryption off.
    ///
    /// # Errors
    /// [`WorkspaceError::ReadOnly`].
    pub fn decrypt(&self, secret: Secret) -> Result<(), WorkspaceError> {
        self.start(Box::new(move |store, diary| store.unseal(diary, &secret)))
    }

    /// Begins to change the passphrase. `current` may be the recovery code.
    ///
    /// # Errors
    /// [`WorkspaceError::ReadOnly`].
    pub fn change_passphrase(&self, current: Secret, new: Secret) -> Result<(), WorkspaceError> {
        self.start(Box::new(move |store, _| store.change_passphrase(&current, &new, WORK)))
    }

    /// Begins to change the recovery code.
    ///
    /// # Errors
    /// [`WorkspaceError::ReadOnly`].
    pub fn change_recovery(&self, current: Secret, new: RecoveryCode) -> Result<(), WorkspaceError> {
        self.start(Box::new(move |store, _| store.change_recovery(&current, &new, WORK)))
    }

    fn start(&self, task: Task) -> Result<(), WorkspaceError> {
        self.check_writable()?;
        if let Some(saver) = &self.saver {
            saver.start_task(task);
        }
        Ok(())
    }
}
