//! Schemas: what an older version wrote is brought to the newest form while it is read, and stays as it is on the disk until
//! something is written.

#[cfg(test)]
mod tests;
mod v1_to_v2;

use crate::edit::JournalOp;
use crate::model::diary::Diary;
use crate::model::record::{Record, SCHEMA};

/// What one schema wrote, as the next one says it.
type Step = fn(Vec<Record>) -> Vec<Record>;

/// The steps, each with the schema that it leads on from, in order. A schema that only says more than the one before needs none.
/// Steps are never taken out: old files are read for ever.
const STEPS: &[(u32, Step)] = &[(1, v1_to_v2::upgraded)];

/// Brings records that were written in a schema to the newest one.
pub(super) fn upgraded(records: Vec<Record>, schema: u32) -> Vec<Record> {
    let ahead = STEPS.iter().filter(|(from, _)| *from >= schema);
    ahead.fold(records, |records, (_, step)| step(records))
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
