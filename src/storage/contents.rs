//! What a file was found to hold, whatever kind of file it is: a look at it before anything of it is used. RON says nothing
//! about days that stand twice or lie elsewhere.

use super::envelope::LARGEST_SEQ;
use crate::model::record::Record;

/// What a file holds.
pub(super) struct Contents {
    /// The last change inside the file.
    pub seq: u64,
    /// Its records.
    pub records: Vec<Record>,
    /// Why it cannot be used, if so.
    pub wrong: Option<String>,
}

impl Contents {
    /// The records of a file, with what is wrong with them, if anything.
    pub fn new(seq: u64, records: impl IntoIterator<Item = Record>, wrong: Option<String>) -> Self {
        let too_many = (seq > LARGEST_SEQ).then(|| "no diary has so many changes".to_owned());
        Self { seq, records: records.into_iter().collect(), wrong: wrong.or(too_many) }
    }
}
