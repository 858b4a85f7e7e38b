//! The folder says in `gutskin.ron` which schema a program must know to write to it. The number rises only when the diary holds
//! something that an older schema cannot say: who never uses what is new can go back to an older version at any time. Before it
//! rises, the whole diary as it was is kept as a full backup; it rises last of all, so that whoever stops on the way finds a
//! folder of the old number with all that was saved, and the step is made again.

use super::error::StorageError;
use super::identity;
use super::store::{BeforeUpgrade, Store};
use super::upgrade::schema_of;
use crate::model::diary::Diary;
use crate::model::record::NEWEST_SCHEMA;

impl Store {
    /// Keeps the diary as it was, if what is to be written makes the number of the folder rise. Comes before the first file.
    pub(super) fn back_up_before_upgrade(&self, needed: u32) -> Result<(), StorageError> {
        match &self.before_upgrade {
            Some(before) if needed > self.schema => self.write_full_backup(&before.diary, before.seq),
            _ => Ok(()),
        }
    }

    /// Lets the number of the folder rise. Comes after the last file.
    pub(super) fn finish_upgrade(&mut self, needed: u32) -> Result<(), StorageError> {
        if needed > self.schema {
            identity::raise(&self.folder, needed)?;
            self.schema = needed;
        }
        self.is_upgrade_due = false;
        Ok(())
    }

    /// Takes in what the folder says and what the diary needs.
    pub(super) fn hold(&mut self, schema: u32, diary: &Diary) {
        self.schema = schema;
        self.is_upgrade_due = schema_of(diary) > schema;
        self.remember(diary);
    }

    /// Remembers the diary in case the next change needs a newer schema.
    pub(super) fn remember(&mut self, diary: &Diary) {
        let may_rise = self.schema < NEWEST_SCHEMA;
        self.before_upgrade = may_rise.then(|| BeforeUpgrade { diary: diary.clone(), seq: self.seq });
    }
}
