//! Changes: old and new value side by side, so that undoing is applying the other way round.

use serde::{Deserialize, Serialize};

use super::journal_op::JournalOp;
use crate::model::diary::Diary;
use crate::model::record::{Record, RecordKey};
use crate::model::time::Day;

/// One reversible change of the diary: a thing appears, changes or goes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Change {
    /// Which thing.
    pub key: RecordKey,
    /// Before; `None` if it was not there.
    pub before: Option<Record>,
    /// After; `None` if it is not there any more.
    pub after: Option<Record>,
}

impl Change {
    /// The change that puts a record into a diary.
    pub fn put(diary: &Diary, record: Record) -> Self {
        let key = record.key();
        Self { before: diary.record(&key), after: Some(record), key }
    }

    /// The change that takes a record out of a diary.
    pub fn delete(diary: &Diary, key: RecordKey) -> Self {
        Self { before: diary.record(&key), after: None, key }
    }

    /// The same change the other way round.
    #[must_use]
    pub fn inverse(self) -> Self {
        Self { key: self.key, before: self.after, after: self.before }
    }

    /// Carries the change out, and gives what is to be kept of it. The revision of a day only ever rises.
    pub fn apply(&self, diary: &mut Diary) -> JournalOp {
        let op = match &self.after {
            Some(after) => {
                let known = diary.record(&self.key).map_or(0, |record| record.revision());
                let before = self.before.as_ref().map_or(0, Record::revision);
                JournalOp::Put(after.clone().revised(known.max(before)))
            }
            None => JournalOp::Delete(self.key.clone()),
        };
        op.clone().put(diary);
        op
    }

    /// The one change that leads from before this one to after the next, if both are of one thing.
    #[must_use]
    pub fn followed_by(&self, next: &Self) -> Option<Self> {
        let both = || Self { key: self.key.clone(), before: self.before.clone(), after: next.after.clone() };
        (self.key == next.key).then(both)
    }

    /// Goes to the end of some changes that were made before it, or into the one of the same thing.
    pub(super) fn join(self, joined: &mut Vec<Self>) {
        match joined.iter_mut().find_map(|earlier| earlier.followed_by(&self).map(|both| (earlier, both))) {
            Some((earlier, both)) => *earlier = both,
            None => joined.push(self),
        }
    }

    /// Whether it leads back to where it began.
    pub fn is_nothing(&self) -> bool {
        match (&self.before, &self.after) {
            (Some(before), Some(after)) => before.says_the_same(after),
            (before, after) => before.is_none() && after.is_none(),
        }
    }

    /// The change alone, or none if it leads back to where it began.
    pub(super) fn unless_nothing(self) -> Vec<Self> {
        if self.is_nothing() { Vec::new() } else { vec![self] }
    }

    /// The day it touches, if it touches one.
    pub fn day(&self) -> Option<Day> {
        match self.key {
            RecordKey::Day(day) => Some(day),
            _ => None,
        }
    }
}
