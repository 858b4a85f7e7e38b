//! Schema 2 can say of an own outcome what it is about. What nobody could say before is still not said, so every record of
//! schema 1 means the same in 2.

use crate::model::record::Record;

pub(super) fn upgraded(records: Vec<Record>) -> Vec<Record> {
    records
}
