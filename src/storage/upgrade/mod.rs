//! Schemas: what an older version wrote is brought to the newest form while it is read, and stays as it is on the disk until
//! something is written.
//!
//! The folder says in `gutskin.ron` which schema a program must know to write to it. The number rises only when the diary holds
//! something that an older schema cannot say: who never uses what is new can go back to an older version at any time. Before it
//! rises, the whole diary as it was is kept as a full backup; it rises last of all, so that whoever stops on the way finds a
//! folder of the old number with all that was saved, and the step is made again.

#[cfg(test)]
mod tests;
mod v1_to_v2;

use super::error::StorageError;
use super::identity;
use super::store::Store;
use crate::edit::JournalOp;
use crate::model::diary::Diary;
use crate::model::record::{NEWEST_SCHEMA, Record, SCHEMA};

/// The steps from each schema to the next, the first of them from 1 to 2. Steps are never taken out: old files are read for ever.
const STEPS: &[fn(Vec<Record>) -> Vec<Record>] = &[v1_to_v2::upgraded];

/// Brings records that were written in a schema to the newest one.
pub(super) fn upgraded(records: Vec<Record>, schema: u32) -> Vec<Record> {
    let known = usize::try_from(schema).unwrap_or(usize::MAX).saturating_sub(1);
    STEPS.iter().skip(known).fold(records, |records, step| step(records))
}

/// The same for a line of the journal.
pub(super) fn upgraded_op(op: JournalOp, schema: u32) -> Vec<JournalOp> {
    match op {
        JournalOp::Put(record) => upgraded(vec![record], schema).into_iter().map(JournalOp::Put).collect(),
        JournalOp::Delete(_) => vec![op],
    }
}

/// The schema that a diary needs.
pub(super) fn schema_of(diary: &Diary) -> u32 {
    diary.records().map(|record| record.schema()).max().unwrap_or(SCHEMA)
}

/// A diary as it was after a change, when its folder could still say all of it.
pub(super) struct BeforeUpgrade {
    pub diary: Diary,
    pub seq: u64,
}

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
