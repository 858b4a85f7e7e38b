//! A whole diary in one value: what `gutskin export` writes as RON or JSON and `gutskin import` reads back without loss.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::course::Course;
use super::day_record::DayRecord;
use super::diary::Diary;
use super::pantry::Pantry;
use super::profile::Profile;
use super::record::{Record, SCHEMA};
use super::settings::Settings;
use super::trackable::Trackable;

/// What the field `format` says.
pub const EXPORT_FORMAT: &str = "gutskin/export";

/// A whole diary in one value. The pixels of photos and the history of edits are not part of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Export {
    /// Always [`EXPORT_FORMAT`].
    pub format: String,
    /// At most [`NEWEST_SCHEMA`](super::record::NEWEST_SCHEMA); a file with a higher one is refused.
    pub schema: u32,
    /// What the person said about themselves.
    #[serde(default)]
    pub profile: Profile,
    /// Settings of the diary.
    #[serde(default)]
    pub settings: Settings,
    /// Own trackables, and built-in ones that were renamed or hidden.
    #[serde(default)]
    pub trackables: Vec<Trackable>,
    /// Courses, by number.
    #[serde(default)]
    pub courses: Vec<Course>,
    /// Own foods, recipes, templates, favourites, drinks.
    #[serde(default, skip_serializing_if = "Pantry::is_empty")]
    pub pantry: Pantry,
    /// Logged days, by date.
    #[serde(default)]
    pub pages: Vec<DayRecord>,
    /// Records of every kind that has no list of its own here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub records: Vec<Record>,
}

impl Export {
    /// Everything a diary holds.
    #[allow(
        unreachable_patterns,
        clippy::match_wildcard_for_single_variants,
        reason = "kinds that come later need no list of their own"
    )]
    pub fn of(diary: &Diary) -> Self {
        let mut export = Self::default();
        for record in diary.records() {
            export.schema = export.schema.max(record.schema());
            match record {
                Record::Day(page) => export.pages.push(DayRecord::clone(&page)),
                Record::Course(course) => export.courses.push(course),
                Record::Trackable(trackable) => export.trackables.push(trackable),
                Record::PantryItem(item) => export.pantry.put(item),
                Record::Settings(settings) => export.settings = settings,
                Record::Profile(profile) => export.profile = profile,
                record => export.records.push(record),
            }
        }
        export
    }

    /// Every record in it; settings and profile only where they differ from those of an empty diary.
    pub fn into_records(self) -> Vec<Record> {
        let mut records: Vec<Record> = self.pages.into_iter().map(|page| Record::Day(Arc::new(page))).collect();
        records.extend(self.courses.into_iter().map(Record::Course));
        records.extend(self.trackables.into_iter().map(Record::Trackable));
        records.extend(self.pantry.items().map(Record::PantryItem));
        records.extend(self.records);
        records.extend((self.settings != Settings::default()).then_some(Record::Settings(self.settings)));
        records.extend((self.profile != Profile::default()).then_some(Record::Profile(self.profile)));
        records
    }
}

impl Default for Export {
    fn default() -> Self {
        Self {
            format: EXPORT_FORMAT.to_owned(),
            schema: SCHEMA,
            profile: Profile::default(),
            settings: Settings::default(),
            trackables: Vec::new(),
            courses: Vec::new(),
            pantry: Pantry::default(),
            pages: Vec::new(),
            records: Vec::new(),
        }
    }
}

impl Diary {
    /// Whether it says nothing at all, so that a whole one can come into it.
    pub fn is_empty(&self) -> bool {
        self.records().next().is_none()
    }
}

/// What the field `format` of a full copy says.
pub const WHOLE_FORMAT: &str = "gutskin/whole";

/// `backups/full/2026-W10-s00001042.ron`: a whole diary with the number of the last change inside.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename = "Whole", deny_unknown_fields)]
#[allow(missing_docs, reason = "each field is named as in Export")]
pub struct WholeFile {
    pub format: String,
    pub schema: u32,
    pub seq: u64,
    pub days: Vec<DayRecord>,
    pub courses: Vec<Course>,
    pub trackables: Vec<Trackable>,
    #[serde(default, skip_serializing_if = "Pantry::is_empty")]
    pub pantry: Pantry,
    pub settings: Settings,
    pub profile: Profile,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub records: Vec<Record>,
}

impl WholeFile {
    /// A full copy of a diary as it was after a change.
    pub fn new(export: Export, seq: u64) -> Self {
        let Export { format: _, schema, profile, settings, trackables, courses, pantry, pages: days, records } = export;
        let format = WHOLE_FORMAT.to_owned();
        Self { format, schema, seq, days, courses, trackables, pantry, settings, profile, records }
    }

    /// The diary in it.
    pub fn into_export(self) -> Export {
        let Self { format: _, schema, seq: _, days: pages, courses, trackables, pantry, settings, profile, records } =
            self;
        let format = EXPORT_FORMAT.to_owned();
        Export { format, schema, profile, settings, trackables, courses, pantry, pages, records }
    }
}
