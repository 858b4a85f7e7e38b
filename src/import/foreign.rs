//! What a file says, before anybody asks what a diary makes of it: dated values under the file's own names, and what stands in
//! the file in Gutskin's own terms.

use crate::model::course::Course;
use crate::model::day_record::DayRecord;
use crate::model::decision::Decision;
use crate::model::entry::EntryKind;
use crate::model::food_line::FoodLine;
use crate::model::pantry::Pantry;
use crate::model::photo::Photo;
use crate::model::profile::Profile;
use crate::model::region::Region;
use crate::model::settings::Settings;
use crate::model::text::Note;
use crate::model::time::{ClockTime, Day, Month};
use crate::model::trackable::Trackable;
use crate::model::trial::{Adherence, Trial};

/// What a file says.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ForeignDiary {
    /// The names of what is recorded, as the file writes them: columns, symptoms, habits.
    pub fields: Vec<String>,
    /// What is recorded, in the order of the file.
    pub records: Vec<ForeignRecord>,
    /// What is recorded entry by entry, under Gutskin's own keys.
    pub entries: Vec<ForeignEntry>,
    /// What needs no mapping.
    pub own: OwnThings,
    /// How the own things stand to what a diary says already.
    pub standing: Standing,
}

/// Values that were recorded together.
#[derive(Debug, Clone, PartialEq)]
pub struct ForeignRecord {
    /// Line of the file, counted from 1.
    pub line: u64,
    /// The diary day.
    pub day: Day,
    /// The time of day, if the file says it.
    pub at: Option<ClockTime>,
    /// Each value as the file writes it, with the place of its field in [`ForeignDiary::fields`]. What is missing is not here.
    pub values: Vec<(usize, String)>,
}

/// Answers, foods and words that were logged together, under Gutskin's own keys.
#[derive(Debug, Clone, PartialEq)]
pub struct ForeignEntry {
    /// Line of the file on which it begins, counted from 1.
    pub line: u64,
    /// The diary day.
    pub day: Day,
    /// Its number within the day; 0 if the file gives none.
    pub number: u32,
    /// What kind of thing it is.
    pub kind: EntryKind,
    /// The time of day, if the file says it.
    pub at: Option<ClockTime>,
    /// The place on the body, if it speaks of one alone.
    pub region: Option<Region>,
    /// Each answer as the file writes it.
    pub cells: Vec<ForeignCell>,
    /// Words.
    pub text: Option<Note>,
    /// Foods.
    pub foods: Vec<FoodLine>,
}

/// One answer as a file writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForeignCell {
    /// Line of the file, counted from 1.
    pub line: u64,
    /// Key of the trackable.
    pub key: String,
    /// The answer.
    pub value: String,
}

/// What a file says in Gutskin's own terms.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct OwnThings {
    /// Days.
    pub pages: Vec<DayRecord>,
    /// Courses. Their numbers are given anew where a diary uses them for others.
    pub courses: Vec<Course>,
    /// Own or renamed trackables.
    pub trackables: Vec<Trackable>,
    /// Own foods, recipes, templates, favourites, drinks.
    pub pantry: Pantry,
    /// Trials, with their answers.
    pub trials: Vec<Trial>,
    /// Photos; their pictures are in no such file.
    pub photos: Vec<Photo>,
    /// What was decided about ideas and warnings.
    pub decisions: Vec<Decision>,
    /// Answers of the days of trials that the diary has already.
    pub trial_answers: Vec<TrialAnswer>,
    /// Settings of the diary.
    pub settings: Option<Settings>,
    /// What the person said about themselves.
    pub profile: Option<Profile>,
}

/// Whether the instruction of a day of a trial was kept to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TrialAnswer {
    /// Line of the file, counted from 1.
    pub line: u64,
    /// First day of the trial: no two run at once, so it tells which one.
    pub start: Day,
    /// The day.
    pub day: Day,
    /// The answer.
    pub kept: Adherence,
}

/// How own things stand to what a diary says already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Standing {
    /// They are added to it.
    #[default]
    Adds,
    /// They take its place; what they say nothing about stays.
    Replaces {
        /// The month, if the file speaks of one alone.
        month: Option<Month>,
    },
}
