//! A record: one thing of the diary that is changed, kept and taken back as a whole. What is true of all of them (how a change
//! is undone, what the journal keeps, which file holds it, what an export brings along) is said once, of records, so that a
//! new kind of thing is a line in this file and not a search through the program.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::course::{Course, CourseId};
use super::day_record::DayRecord;
use super::decision::{Decision, DecisionId};
use super::pantry::{PantryItem, PantryItemId};
use super::photo::{Photo, PhotoId};
use super::profile::Profile;
use super::settings::Settings;
use super::time::Day;
use super::trackable::{Key, Trackable};
use super::trial::{Trial, TrialId};

/// The newest schema this version reads. One number for all files.
pub const NEWEST_SCHEMA: u32 = 8;
/// What is written where nothing newer is inside: such a file has the same bytes as ever, and an older program opens it.
pub const SCHEMA: u32 = 1;

/// One thing of the diary.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Record {
    /// What was logged for a day. Shared, since a diary has thousands and few of them change.
    Day(Arc<DayRecord>),
    /// A course.
    Course(Course),
    /// An own trackable, or a built-in one that was renamed or hidden.
    Trackable(Trackable),
    /// Something of the pantry.
    PantryItem(PantryItem),
    /// A decision about something the program said.
    Decision(Decision),
    /// A trial.
    Trial(Box<Trial>),
    /// A photo; its pixels lie in a file of their own.
    Photo(Box<Photo>),
    /// The settings.
    Settings(Settings),
    /// What the person said about themselves.
    Profile(Profile),
}

/// Which thing of the diary: two records with one key are two states of one thing.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[allow(missing_docs, reason = "each variant is named as in Record")]
pub enum RecordKey {
    Day(Day),
    Course(CourseId),
    Trackable(Key),
    PantryItem(PantryItemId),
    Decision(DecisionId),
    Trial(TrialId),
    Photo(PhotoId),
    Settings,
    Profile,
}

/// What kind of thing it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[allow(missing_docs, reason = "each variant is named as in Record")]
pub enum RecordKind {
    Day,
    Course,
    Trackable,
    PantryItem,
    Decision,
    Trial,
    Photo,
    Settings,
    Profile,
}

impl RecordKind {
    /// All kinds, in the order in which files are read and written.
    pub const ALL: &'static [Self] = &[
        Self::Day,
        Self::Course,
        Self::Trackable,
        Self::PantryItem,
        Self::Decision,
        Self::Trial,
        Self::Photo,
        Self::Settings,
        Self::Profile,
    ];

    /// Name for people, in the middle of a sentence. With an s it names the file of a kind that has no other name.
    pub fn noun(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Course => "course",
            Self::Trackable => "trackable",
            Self::PantryItem => "food",
            Self::Decision => "decision",
            Self::Trial => "trial",
            Self::Photo => "photo",
            Self::Settings => "setting",
            Self::Profile => "profile",
        }
    }
}

impl RecordKey {
    /// What kind of thing it names.
    pub fn kind(&self) -> RecordKind {
        match self {
            Self::Day(_) => RecordKind::Day,
            Self::Course(_) => RecordKind::Course,
            Self::Trackable(_) => RecordKind::Trackable,
            Self::PantryItem(_) => RecordKind::PantryItem,
            Self::Decision(_) => RecordKind::Decision,
            Self::Trial(_) => RecordKind::Trial,
            Self::Photo(_) => RecordKind::Photo,
            Self::Settings => RecordKind::Settings,
            Self::Profile => RecordKind::Profile,
        }
    }
}

impl Record {
    /// Which thing it is a state of.
    pub fn key(&self) -> RecordKey {
        match self {
            Self::Day(page) => RecordKey::Day(page.date),
            Self::Course(course) => RecordKey::Course(course.id),
            Self::Trackable(trackable) => RecordKey::Trackable(trackable.key.clone()),
            Self::PantryItem(item) => RecordKey::PantryItem(item.id()),
            Self::Decision(decision) => RecordKey::Decision(decision.id),
            Self::Trial(trial) => RecordKey::Trial(trial.id),
            Self::Photo(photo) => RecordKey::Photo(photo.id),
            Self::Settings(_) => RecordKey::Settings,
            Self::Profile(_) => RecordKey::Profile,
        }
    }

    /// The first schema that can say it. What an own outcome is about came with 2: a program that does not know it must take
    /// the file for newer, and leave the diary as it is, rather than for damaged. With 3 came decisions, questionnaires, safety
    /// questions asked apart, and further warning signs; with 4 came trials and the finer places of the skin; with 5 what
    /// a place is covered by, the signs of clinicians' scores, and a condition; with 6 photos; with 7 trials that treat one side
    /// for long, or are looked at on the way; with 8 sittings in which photos are rated blind.
    pub fn schema(&self) -> u32 {
        match self {
            Self::Photo(photo) if photo.needs_schema_8() => 8,
            Self::Trial(trial) if trial.needs_schema_7() => 7,
            Self::Photo(_) => 6,
            Self::Day(page) if page.needs_schema_5() => 5,
            Self::Profile(profile) if profile.needs_schema_5() => 5,
            Self::Trackable(known) if known.needs_schema_5() => 5,
            Self::Trial(_) => 4,
            Self::Day(page) if page.needs_schema_4() => 4,
            Self::Course(course) if course.regions.iter().any(|region| region.is_since_schema_4()) => 4,
            Self::Decision(_) => 3,
            Self::Profile(profile) if profile.needs_schema_3() => 3,
            Self::Day(page) if page.needs_schema_3() => 3,
            Self::Trackable(Trackable { body_system: Some(_), .. }) => 2,
            _ => SCHEMA,
        }
    }

    /// Whether both say the same, whatever the revision of a day.
    pub fn says_the_same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Day(mine), Self::Day(theirs)) => mine.says_the_same(theirs),
            _ => self == other,
        }
    }

    /// How often a day has been changed; 0 for what does not count its changes.
    pub fn revision(&self) -> u32 {
        match self {
            Self::Day(page) => page.rev,
            _ => 0,
        }
    }

    /// The same as the change after that revision.
    #[must_use]
    pub fn revised(self, revision: u32) -> Self {
        match self {
            Self::Day(page) => {
                let rev = page.rev.max(revision).saturating_add(1);
                Self::Day(Arc::new(DayRecord { rev, ..DayRecord::clone(&page) }))
            }
            other => other,
        }
    }
}

/// The schema that a file with these records is written in.
pub fn schema_with<'a>(records: impl IntoIterator<Item = &'a Record>) -> u32 {
    records.into_iter().map(Record::schema).max().unwrap_or(SCHEMA)
}
