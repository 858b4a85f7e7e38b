//! A look at a file that parsed, before anything of it is used: RON says nothing about days that stand twice or lie elsewhere.

use super::envelope::LARGEST_SEQ;

/// What is looked at before the content of a file is used.
pub(super) struct Head {
    /// The last change inside the file.
    pub seq: u64,
    /// What is wrong with its days, if anything.
    pub wrong: Option<String>,
}

impl Head {
    /// Why the file cannot be used, if so.
    pub fn wrong(self) -> Option<String> {
        let too_many = (self.seq > LARGEST_SEQ).then(|| "no diary has so many changes".to_owned());
        self.wrong.or(too_many)
    }
}
