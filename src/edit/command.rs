//! Commands: what somebody wants, in the words of the field.

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
    /// Name of the step for the menu, as in "Undo *log redness*".
    pub fn label(&self) -> String {
        match self {
            Self::Answer { key, value: Some(_), .. } => format!("log {}", words(key)),
            Self::Answer { key, value: None, .. } => format!("clear {}", words(key)),
            Self::Write { text: Some(_), .. } => "write a note".to_owned(),
            Self::Write { text: None, .. } => "clear a note".to_owned(),
            Self::Retime { .. } => "change a time".to_owned(),
            Self::Log { drafts, .. } => match drafts.as_slice() {
                [draft] => format!("log {}", draft.kind.label()),
                drafts => format!("log {} entries", drafts.len()),
            },
            Self::Amend { entry, .. } => format!("change {}", entry.kind.label()),
            Self::Remove { .. } => "delete an entry".to_owned(),
            Self::MoveFood { line: Some(_), .. } => "move a food".to_owned(),
            Self::MoveFood { line: None, .. } => "join meals".to_owned(),
            Self::CopyCard { from, card, .. } => format!("copy {} from {}", card.label(), from.brief()),
            Self::ClearCard { card, .. } => format!("clear {}", card.label()),
            Self::DeleteDay { day } => format!("delete {}", day.short()),
            Self::AddCourse { course } => format!("start {}", course.name),
            Self::AmendCourse { course } => format!("change {}", course.name),
            Self::StopCourse { .. } => "stop a course".to_owned(),
            Self::RemoveCourse { .. } => "delete a course".to_owned(),
            Self::PutTrackable { trackable } if trackable.hidden => format!("hide {}", trackable.label),
            Self::PutTrackable { trackable } => format!("keep {}", trackable.label),
            Self::KeepInPantry { item } => kept(item),
            Self::TakeFromPantry { id } => given_up(*id).to_owned(),
            Self::HideCard { .. } => "hide a suggestion".to_owned(),
            Self::ShowCard { .. } => "show a suggestion".to_owned(),
            Self::MarkPair { mark } => format!("mark {} and {}", plain(&mark.factor), plain(&mark.outcome)),
            Self::NameSuspects { .. } => "name suspects".to_owned(),
            Self::SetSettings { .. } => "change settings".to_owned(),
            Self::SetProfile { .. } => "change profile".to_owned(),
            Self::Import { source, .. } => format!("import {source}"),
            Self::Batch { label, .. } => label.clone(),
        }
    }

    /// What rapid edits must share to become one step: the same field of the same record. `None` never merges.
    pub fn merge_key(&self) -> Option<String> {
        match self {
            Self::Answer { day, place, key, .. } => Some(format!("answer {day} {place:?} {key}")),
            Self::Write { day, place, .. } => Some(format!("write {day} {place:?}")),
            Self::Retime { day, id, .. } => Some(format!("retime {day} {}", id.0)),
            Self::SetProfile { .. } => Some("profile".to_owned()),
            Self::SetSettings { .. } => Some("settings".to_owned()),
            _ => None,
        }
    }
}

fn words(key: &Key) -> String {
    plain(key.as_str())
}

fn plain(key: &str) -> String {
    key.replace('_', " ")
}

fn kept(item: &PantryItem) -> String {
    match item {
        PantryItem::OwnFood(food) => format!("keep {}", food.name),
        PantryItem::Recipe(recipe) => format!("keep {}", recipe.name),
        PantryItem::Template(template) => format!("keep {}", template.name),
        PantryItem::Favourite(_) => "add a favourite".to_owned(),
        PantryItem::Drink(drink, _) => format!("size of {}", drink.label().to_lowercase()),
    }
}

fn given_up(id: PantryItemId) -> &'static str {
    match id {
        PantryItemId::OwnFood(_) => "remove an own food",
        PantryItemId::Recipe(_) => "remove a recipe",
        PantryItemId::Template(_) => "remove a template",
        PantryItemId::Favourite(_) => "remove a favourite",
        PantryItemId::Drink(_) => "usual size of a drink",
    }
}
