//! A key that is lost: files are encrypted and `key.ron` is gone, or no copy of it here can be read. It is named before all the files
//! that it would open, with the one way out there is.

use super::load::Loader;
use super::seal::Vault;

/// The way out.
const WAY_OUT: &str = "without it nobody can open what is encrypted; put the key.ron of any copy of this diary in its place, there is one beside \
every kind of copy";

impl Loader<'_> {
    /// A file was met that nothing here opens. Says so once.
    pub(super) fn name_lost_key(&mut self) {
        let path = self.folder.key();
        let shown = self.folder.shown(&path);
        if self.folder.vault.has_key() || self.loaded.problems.iter().any(|problem| problem.file == shown) {
            return;
        }
        let what = match Vault::is_needed(&self.folder.path) {
            Err(error) => error.parts().1,
            Ok(_) => "this file is gone, and so are its copies".to_owned(),
        };
        self.damage(&path, None, what, WAY_OUT);
    }
}
