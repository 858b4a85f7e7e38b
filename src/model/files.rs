//! The files that a diary is kept in and that a person may edit: one a month, and one each for courses, trackables, foods and
//! settings. Around each stand a line for the reader and a sum, which are the storage's own.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::course::Course;
use super::day_record::DayRecord;
use super::pantry::Pantry;
use super::profile::Profile;
use super::settings::Settings;
use super::time::Month;
use super::trackable::Trackable;

/// `days/2026-03.ron`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename = "Month", deny_unknown_fields)]
pub struct MonthFile {
    /// Says what the file is.
    pub format: String,
    /// [`SCHEMA`] of the version that wrote it.
    pub schema: u32,
    /// The month.
    pub month: Month,
    /// Number of the last change inside.
    pub seq: u64,
    /// Its logged days, by date.
    pub days: Vec<DayRecord>,
}

impl MonthFile {
    /// What is wrong with its days, if anything: they are all of this month, and none stands twice.
    pub fn wrong(&self, month: Month) -> Option<String> {
        if self.month != month {
            return Some(format!("the month inside is {}, not that of its name", self.month));
        }
        let mut seen = BTreeSet::new();
        self.days.iter().find_map(|page| {
            if Month::of(page.date) != month {
                Some(format!("{} is not a day of this month", page.date))
            } else if seen.insert(page.date) {
                None
            } else {
                Some(format!("{} stands twice", page.date))
            }
        })
    }
}

/// `courses.ron`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename = "Courses", deny_unknown_fields)]
pub struct CoursesFile {
    /// Says what the file is.
    pub format: String,
    /// [`SCHEMA`] of the version that wrote it.
    pub schema: u32,
    /// Number of the last change inside.
    pub seq: u64,
    /// The courses, by number.
    pub courses: Vec<Course>,
}

/// `catalog.ron`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename = "Catalog", deny_unknown_fields)]
pub struct CatalogFile {
    /// Says what the file is.
    pub format: String,
    /// [`SCHEMA`] of the version that wrote it.
    pub schema: u32,
    /// Number of the last change inside.
    pub seq: u64,
    /// Own trackables, and built-in ones that were renamed or hidden.
    pub trackables: Vec<Trackable>,
}

/// `foods.ron`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename = "Foods", deny_unknown_fields)]
pub struct FoodsFile {
    /// Says what the file is.
    pub format: String,
    /// [`SCHEMA`] of the version that wrote it.
    pub schema: u32,
    /// Number of the last change inside.
    pub seq: u64,
    /// Own foods, recipes, templates, favourites, drinks.
    pub pantry: Pantry,
}

/// `settings.ron`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename = "Settings", deny_unknown_fields)]
pub struct SettingsFile {
    /// Says what the file is.
    pub format: String,
    /// [`SCHEMA`] of the version that wrote it.
    pub schema: u32,
    /// Number of the last change inside.
    pub seq: u64,
    /// Settings.
    pub settings: Settings,
    /// What the person said about themselves.
    pub profile: Profile,
}
