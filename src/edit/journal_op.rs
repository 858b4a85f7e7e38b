//! What a change leaves behind: a whole new value, as the journal keeps it. Putting one twice changes nothing.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use crate::model::course::{Course, CourseId};
use crate::model::day_record::DayRecord;
use crate::model::diary::Diary;
use crate::model::pantry::{PantryItem, PantryItemId};
use crate::model::profile::Profile;
use crate::model::record::{Record, RecordKey};
use crate::model::settings::Settings;
use crate::model::time::Day;
use crate::model::trackable::{Key, Trackable};

/// What a change leaves behind.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(from = "Spelling", into = "Spelling")]
pub enum JournalOp {
    /// A thing is as this record says.
    Put(Record),
    /// There is no such thing any more, or it is as in an empty diary again.
    Delete(RecordKey),
}

impl JournalOp {
    /// Which thing it is about.
    pub fn key(&self) -> RecordKey {
        match self {
            Self::Put(record) => record.key(),
            Self::Delete(key) => key.clone(),
        }
    }

    /// Carries it out. Used for every edit and for every replay, so that both mean the same.
    pub fn put(self, diary: &mut Diary) {
        match self {
            Self::Put(record) => diary.put_record(record),
            Self::Delete(key) => diary.remove_record(&key),
        }
    }
}

/// How the journal spells it. Kinds from before records had one form keep the words they began with, so that every program
/// reads what any has written; later kinds stand in the two general forms.
#[derive(Serialize, Deserialize)]
enum Spelling {
    PutDay(Arc<DayRecord>),
    DelDay(Day),
    PutCourse(Course),
    DelCourse(CourseId),
    PutTrackable(Trackable),
    DelTrackable(Key),
    PutPantry(PantryItem),
    DelPantry(PantryItemId),
    PutSettings(Settings),
    PutProfile(Profile),
    Put(Record),
    Delete(RecordKey),
}

impl From<Spelling> for JournalOp {
    fn from(spelling: Spelling) -> Self {
        match spelling {
            Spelling::PutDay(page) => Self::Put(Record::Day(page)),
            Spelling::DelDay(day) => Self::Delete(RecordKey::Day(day)),
            Spelling::PutCourse(course) => Self::Put(Record::Course(course)),
            Spelling::DelCourse(id) => Self::Delete(RecordKey::Course(id)),
            Spelling::PutTrackable(trackable) => Self::Put(Record::Trackable(trackable)),
            Spelling::DelTrackable(key) => Self::Delete(RecordKey::Trackable(key)),
            Spelling::PutPantry(item) => Self::Put(Record::PantryItem(item)),
            Spelling::DelPantry(id) => Self::Delete(RecordKey::PantryItem(id)),
            Spelling::PutSettings(settings) => Self::Put(Record::Settings(settings)),
            Spelling::PutProfile(profile) => Self::Put(Record::Profile(profile)),
            Spelling::Put(record) => Self::Put(record),
            Spelling::Delete(key) => Self::Delete(key),
        }
    }
}

impl From<JournalOp> for Spelling {
    #[allow(unreachable_patterns, reason = "kinds that come later need no words of their own")]
    fn from(op: JournalOp) -> Self {
        match op {
            JournalOp::Put(Record::Day(page)) => Self::PutDay(page),
            JournalOp::Put(Record::Course(course)) => Self::PutCourse(course),
            JournalOp::Put(Record::Trackable(trackable)) => Self::PutTrackable(trackable),
            JournalOp::Put(Record::PantryItem(item)) => Self::PutPantry(item),
            JournalOp::Put(Record::Settings(settings)) => Self::PutSettings(settings),
            JournalOp::Put(Record::Profile(profile)) => Self::PutProfile(profile),
            JournalOp::Delete(RecordKey::Day(day)) => Self::DelDay(day),
            JournalOp::Delete(RecordKey::Course(id)) => Self::DelCourse(id),
            JournalOp::Delete(RecordKey::Trackable(key)) => Self::DelTrackable(key),
            JournalOp::Delete(RecordKey::PantryItem(id)) => Self::DelPantry(id),
            JournalOp::Put(record) => Self::Put(record),
            JournalOp::Delete(key) => Self::Delete(key),
        }
    }
}
