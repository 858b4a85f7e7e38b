//! Commands: what somebody wants, in the words of the field.

use super::history::MergeKey;
use crate::model::answers::Answers;
use crate::model::course::{Course, CourseId};
use crate::model::entry::{Card, Entry, EntryId, EntryKind};
use crate::model::food_line::FoodLine;
use crate::model::page::Page;
use crate::model::pair_mark::PairMark;
use crate::model::pantry::{Pantry, PantryItem, PantryItemId};
use crate::model::profile::Profile;
use crate::model::region::Region;
use crate::model::settings::Settings;
use crate::model::suspects::Suspect;
use crate::model::text::{Name, Note};
use crate::model::time::{ClockTime, Day};
use crate::model::trackable::{Key, Trackable};
use crate::model::value::Value;

/// Where an answer goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Into an entry that is there.
    Entry(EntryId),
    /// Into the day's main entry of a kind and region; it is made if need be.
    Main {
        /// Kind of entry.
        kind: EntryKind,
        /// Region; `None` for the whole.
        region: Option<Region>,
    },
}

/// An entry that has no number yet.
#[derive(Debug, Clone, PartialEq)]
pub struct EntryDraft {
    /// Kind.
    pub kind: EntryKind,
    /// Time of day, if it has one.
    pub at: Option<ClockTime>,
    /// Region, if it speaks of one.
    pub region: Option<Region>,
    /// Answers.
    pub answers: Answers,
    /// Words.
    pub text: Option<Note>,
    /// Foods of a meal or drink.
    pub foods: Vec<FoodLine>,
}

impl EntryDraft {
    /// An empty draft of a kind.
    pub fn new(kind: EntryKind) -> Self {
        Self { kind, at: None, region: None, answers: Answers::default(), text: None, foods: Vec::new() }
    }
}

/// What somebody wants done.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the fields are what the variant's sentence names")]
pub enum Command {
    /// Answer one thing, or with `None` make it missing again.
    Answer { day: Day, place: Place, key: Key, value: Option<Value> },
    /// Put words into an entry, or take them out.
    Write { day: Day, place: Place, text: Option<Note> },
    /// Give an entry another time, or none.
    Retime { day: Day, id: EntryId, at: Option<ClockTime> },
    /// Add entries to a day.
    Log { day: Day, drafts: Vec<EntryDraft> },
    /// Put an entry in the place of the one with its number.
    Amend { day: Day, entry: Entry },
    /// Delete an entry.
    Remove { day: Day, id: EntryId },
    /// Move a food of a meal, or with `line` `None` the whole meal, into another meal of the day, or a new one.
    MoveFood { day: Day, from: EntryId, line: Option<usize>, to: Option<EntryId> },
    /// Copy what a card held on one day to another. What the other day already answers stays.
    CopyCard { from: Day, to: Day, card: Card },
    /// Empty a card of a day.
    ClearCard { day: Day, card: Card },
    /// Delete all of a day.
    DeleteDay { day: Day },
    /// Add a course; its number is given out anew.
    AddCourse { course: Course },
    /// Change a course.
    AmendCourse { course: Course },
    /// Stop a course on a day.
    StopCourse { id: CourseId, on: Day },
    /// Delete a course.
    RemoveCourse { id: CourseId },
    /// Add an own trackable, or rename or hide any.
    PutTrackable { trackable: Trackable },
    /// Keep an own food, a recipe, a template, a favourite or the size of a drink; what has its number gives way.
    KeepInPantry { item: PantryItem },
    /// Give something of the pantry up. An own food or recipe that was eaten stays, but is no longer offered.
    TakeFromPantry { id: PantryItemId },
    /// Hide a suggestion.
    HideCard { card: String, reason: Name },
    /// Show a hidden suggestion again.
    ShowCard { card: String },
    /// Decide about a pair of factor and outcome; a blank decision takes the old one back.
    MarkPair { mark: PairMark },
    /// Name the suspects, all at once; none takes the list back. Another list than before starts a new family today.
    NameSuspects { pairs: Vec<Suspect> },
    /// Change the settings.
    SetSettings { settings: Settings },
    /// Change the profile.
    SetProfile { profile: Profile },
    /// Add whole pages and courses from elsewhere, in one step. With `replace`, days that are there give way; else their
    /// entries stay and the new ones are added.
    Import {
        source: String,
        pages: Vec<Page>,
        courses: Vec<Course>,
        trackables: Vec<Trackable>,
        pantry: Box<Pantry>,
        replace: bool,
    },
    /// Several commands that a person sees as one act, under the name of that act.
    Batch { label: String, steps: Vec<Command> },
}

impl Command {
    /// What rapid edits must share to become one step: the same field of the same record. `None` never merges.
    pub fn merge_key(&self) -> Option<MergeKey> {
        let field = match self {
            Self::Answer { day, place, key, .. } => format!("answer {day} {place:?} {key}"),
            Self::Write { day, place, .. } => format!("write {day} {place:?}"),
            Self::Retime { day, id, .. } => format!("retime {day} {}", id.0),
            Self::SetProfile { .. } => "profile".to_owned(),
            Self::SetSettings { .. } => "settings".to_owned(),
            _ => return None,
        };
        Some(MergeKey::Rapid(field))
    }
}
