//! A whole diary in one value: what `gutskin export` writes as RON or JSON and `gutskin import` reads back without loss.

use serde::{Deserialize, Serialize};

use super::course::Course;
use super::diary::Diary;
use super::files::schema_with;
use super::page::Page;
use super::pantry::Pantry;
use super::profile::Profile;
use super::settings::Settings;
use super::trackable::Trackable;

/// What the field `format` says.
pub const EXPORT_FORMAT: &str = "gutskin/export";

/// A whole diary in one value. Photos and the history of edits are not part of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Export {
    /// Always [`EXPORT_FORMAT`].
    pub format: String,
    /// At most [`NEWEST_SCHEMA`](super::files::NEWEST_SCHEMA); a file with a higher one is refused.
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
    pub pages: Vec<Page>,
}

impl Export {
    /// Everything a diary holds.
    pub fn of(diary: &Diary) -> Self {
        let trackables: Vec<Trackable> = diary.catalogue().changed().cloned().collect();
        Self {
            format: EXPORT_FORMAT.to_owned(),
            schema: schema_with(&trackables),
            profile: diary.profile().clone(),
            settings: diary.settings().clone(),
            trackables,
            courses: diary.courses().cloned().collect(),
            pantry: Pantry::clone(diary.pantry()),
            pages: diary.pages().map(|page| Page::clone(page)).collect(),
        }
    }
}
