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

/// The steps from each schema to the next, the first of them from 1 to 2. Steps are never taken out: old files are read for ever.
const STEPS: &[Step] = &[v1_to_v2::upgraded];

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
