//! The only door to change a diary: command, changes, apply, history.
//!
//! A [`Command`] says what somebody wants, in the words of the field. [`plan`] checks it against the diary and answers with
//! [`Change`]s that carry both the old and the new value, so that each is its own way back. Nothing is changed before
//! everything is checked. What a command means, what its step is called and what it merges with stands in the file of its noun;
//! here it is only shown there.

mod batch;
mod change;
pub mod comparison;
mod copy;
mod course;
mod day;
mod decision;
mod doctor_mark;
mod error;
mod history;
mod import;
mod journal_op;
mod meal;
mod pantry;
mod photo;
mod prespecified;
mod profile;
mod quick_add;
mod restore;
mod session;
mod settings;
mod stock;
mod trackable;
mod trial;
mod validate;
mod whole;

pub use change::Change;
pub use day::{EntryDraft, Place};
pub use error::CommandError;
pub use history::{History, KeptStep, MergeKey, Step};
pub use journal_op::JournalOp;
pub use quick_add::quick_add;
pub use session::{Edited, Session};
pub use trial::LATEST_START_DAYS;
pub use validate::check_page;

use crate::model::course::{Course, CourseId};
use crate::model::day_record::DayRecord;
use crate::model::decision::{Decision, DecisionId};
use crate::model::diary::Diary;
use crate::model::entry::{Card, Entry, EntryId};
use crate::model::pair_mark::PairMark;
use crate::model::pantry::{Pantry, PantryItem, PantryItemId};
use crate::model::photo::{BlindRating, Photo, PhotoId};
use crate::model::prespecified::PrespecifiedPair;
use crate::model::profile::Profile;
use crate::model::record::Record;
use crate::model::settings::Settings;
use crate::model::text::{Name, Note};
use crate::model::time::{ClockTime, Day};
use crate::model::trackable::{Key, Trackable};
use crate::model::trial::{Adherence, EndedEarly, Trial, TrialId};
use crate::model::trial_look::LookFinding;
use crate::model::value::Value;

/// What somebody wants done.
#[derive(Debug, Clone, PartialEq)]
#[allow(missing_docs, reason = "the fields are what the variant's sentence names")]
pub enum Command {
    /// Answer one thing, or with `None` make it missing again.
    Answer { day: Day, place: Place, key: Key, value: Option<Value> },
    /// Put words into an entry, or take them out.
    Write { day: Day, place: Place, text: Option<Note> },
    /// Mark words as meant for the doctor, or take the mark off.
    MarkForDoctor { day: Day, place: Place, is_marked: bool },
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
    /// Keep a decision about something the program said; one without a number replaces an earlier one about the same thing.
    Decide { decision: Decision },
    /// Take a decision back.
    TakeBack { id: DecisionId },
    /// Lock a trial and start it; its number is given out anew.
    StartTrial { trial: Box<Trial> },
    /// Say whether the instruction of a day of a trial was kept to, or with `None` make it missing again.
    AnswerTrial { id: TrialId, day: Day, kept: Option<Adherence> },
    /// Note that the whole order was looked at.
    SeeTrialOrder { id: TrialId },
    /// Take a look at a trial that is due, with what it came to.
    LookAtTrial { id: TrialId, found: LookFinding },
    /// End a trial before its last day.
    EndTrial { id: TrialId, ended: EndedEarly },
    /// Delete a trial, its answers included.
    RemoveTrial { id: TrialId },
    /// Add a trial as it was run elsewhere, with the course that it is about; one that is there already stays.
    BringTrial { trial: Box<Trial>, course: Option<Box<Course>> },
    /// Add photos whose pixels are kept already; their numbers are given out anew.
    AddPhotos { photos: Vec<Photo> },
    /// Change what is said of a photo. What was measured when it was added, and blind ratings, stay.
    AmendPhoto { photo: Box<Photo> },
    /// Keep what was said of photos blind.
    RatePhotos { ratings: Vec<(PhotoId, BlindRating)> },
    /// Take photos out of the diary. Their pixels stay until they are deleted for good.
    RemovePhotos { ids: Vec<PhotoId> },
    /// Hide a suggestion.
    HideCard { card: String, reason: Name },
    /// Decide about a pair of factor and outcome; a blank decision takes the old one back.
    MarkPair { mark: PairMark },
    /// Name the suspects, all at once; none takes the list back. Another list than before starts a new family today.
    NamePairs { pairs: Vec<PrespecifiedPair> },
    /// Change the settings.
    SetSettings { settings: Settings },
    /// Change the profile.
    SetProfile { profile: Profile },
    /// Add whole pages and courses from elsewhere, in one step. With `replace`, days that are there give way; else their
    /// entries stay and the new ones are added.
    Import {
        source: String,
        pages: Vec<DayRecord>,
        courses: Vec<Course>,
        trackables: Vec<Trackable>,
        pantry: Box<Pantry>,
        replace: bool,
    },
    /// Make days and other things say what a copy or an edited file says of them; a blank day is emptied.
    Restore { source: String, days: Vec<DayRecord>, records: Vec<Record> },
    /// Bring a whole diary into an empty one, each record under its own number.
    BringWhole { source: String, records: Vec<Record> },
    /// Several commands that a person sees as one act, under the name of that act.
    Batch { label: String, steps: Vec<Command> },
}

/// Checks a command and gives the changes that carry it out. `today` is the diary day it is now: pages more than one day
/// ahead of it are refused.
///
/// # Errors
/// [`CommandError`]; nothing has been changed then.
pub fn plan(diary: &Diary, command: Command, today: Day) -> Result<Vec<Change>, CommandError> {
    match command {
        Command::Answer { day, place, key, value } => day::answer(diary, day, today, place, &key, value),
        Command::Write { day, place, text } => day::write(diary, day, today, place, text),
        Command::MarkForDoctor { day, place, is_marked } => doctor_mark::mark(diary, day, today, place, is_marked),
        Command::Retime { day, id, at } => day::retime(diary, day, today, id, at),
        Command::Log { day, drafts } => day::log(diary, day, today, drafts),
        Command::Amend { day, entry } => day::amend(diary, day, today, entry),
        Command::Remove { day, id } => day::remove(diary, day, today, id),
        Command::MoveFood { day, from, line, to } => meal::move_food(diary, day, today, from, line, to),
        Command::CopyCard { from, to, card } => copy::copy_card(diary, from, to, card, today),
        Command::DeleteDay { day } => day::delete(diary, day),
        Command::AddCourse { course } => course::add(diary, course),
        Command::AmendCourse { course } => course::amend(diary, course),
        Command::StopCourse { id, on } => course::stop(diary, id, on),
        Command::RemoveCourse { id } => course::remove(diary, id),
        Command::PutTrackable { trackable } => trackable::put(diary, trackable),
        Command::KeepInPantry { item } => pantry::keep(diary, item),
        Command::TakeFromPantry { id } => pantry::give_up(diary, id),
        Command::Decide { decision } => decision::keep(diary, decision),
        Command::TakeBack { id } => decision::take_back(diary, id),
        Command::StartTrial { trial } => trial::start(diary, *trial, today),
        Command::AnswerTrial { id, day, kept } => trial::answer(diary, id, day, kept, today),
        Command::SeeTrialOrder { id } => trial::see_order(diary, id, today),
        Command::LookAtTrial { id, found } => trial::look(diary, id, found, today),
        Command::EndTrial { id, ended } => trial::end(diary, id, ended, today),
        Command::RemoveTrial { id } => trial::remove(diary, id),
        Command::BringTrial { trial, course } => trial::bring(diary, *trial, course.as_deref()),
        Command::AddPhotos { photos } => photo::add(diary, photos, today),
        Command::AmendPhoto { photo } => photo::amend(diary, *photo, today),
        Command::RatePhotos { ratings } => photo::rate(diary, &ratings, today),
        Command::RemovePhotos { ids } => photo::remove(diary, &ids),
        Command::HideCard { card, reason } => Ok(settings::hide_card(diary, card, reason)),
        Command::MarkPair { mark } => Ok(settings::mark_pair(diary, mark)),
        Command::NamePairs { pairs } => prespecified::name(diary, pairs, today),
        Command::SetSettings { settings } => Ok(settings::set(diary, settings)),
        Command::SetProfile { profile } => profile::set(diary, profile, today),
        Command::Import { pages, courses, trackables, pantry, replace, .. } => {
            import::import(diary, import::Import { pages, courses, trackables, pantry: *pantry, replace }, today)
        }
        Command::Restore { days, records, .. } => restore::restore(diary, days, records, today),
        Command::BringWhole { records, .. } => whole::bring(diary, records, today),
        Command::Batch { steps, .. } => batch::batch(diary, steps, today),
    }
}

/// Checks what was read from a file against the rules that every form obeys.
///
/// # Errors
/// [`CommandError`] naming the thing and the rule.
pub fn check_record(diary: &Diary, record: &Record) -> Result<(), CommandError> {
    match record {
        Record::Day(page) => check_page(page, diary.catalogue()),
        Record::Course(course) => course::check(course),
        Record::Trackable(trackable) => trackable::check(trackable),
        Record::PantryItem(item) => pantry::check_item(diary.pantry(), item),
        Record::Decision(decision) => decision::check(decision),
        Record::Trial(trial) => trial::check(trial),
        Record::Photo(photo) => photo::check(photo),
        Record::Settings(_) | Record::Profile(_) => Ok(()),
    }
}

impl Command {
    /// Name of the step, as in "Undo *Belly pain 1, 28 Nov*" and "Undone: *deleting Porridge, 28 Nov*", for a diary that it has
    /// not changed yet: what a person saw on the screen, with its unit and its day, never a key or a number of the diary. Days of
    /// another year than today have theirs.
    pub fn label(&self, diary: &Diary, today: Day) -> String {
        match self {
            Self::Answer { day, place, key, value } => day::name_of_answer(diary, (*day, today), *place, key, *value),
            Self::Write { day, place, text } => day::name_of_words(diary, (*day, today), *place, text.as_ref()),
            Self::MarkForDoctor { day, place, is_marked } => {
                doctor_mark::name_of_marking(diary, (*day, today), *place, *is_marked)
            }
            Self::Retime { day, id, at } => day::name_of_time(diary, (*day, today), *id, *at),
            Self::Log { day, drafts } => day::name_of_log(diary, (*day, today), drafts),
            Self::Amend { day, entry } => day::name_of_amending(diary, (*day, today), entry),
            Self::Remove { day, id } => day::name_of_removing(diary, (*day, today), *id),
            Self::MoveFood { day, from, line, .. } => meal::name_of_moving(diary, (*day, today), *from, *line),
            Self::CopyCard { to, card, .. } => copy::name_of_copying((*to, today), *card),
            Self::DeleteDay { day } => format!("deleting {}", day.short()),
            Self::AddCourse { course } => format!("starting {}", course.name),
            Self::AmendCourse { course } => format!("changing {}", course.name),
            Self::StopCourse { id, on } => format!("stopping {}, {}", course::name(diary, *id), on.brief(today)),
            Self::RemoveCourse { id } => format!("deleting {}", course::name(diary, *id)),
            Self::PutTrackable { trackable } => trackable::name_of_putting(diary, trackable),
            Self::KeepInPantry { item } => pantry::name_of_keeping(diary, item),
            Self::TakeFromPantry { id } => pantry::name_of_giving_up(diary, *id),
            Self::Decide { decision } => decision::name_of_keeping(&decision.choice).to_owned(),
            Self::TakeBack { .. } => "taking a decision back".to_owned(),
            Self::StartTrial { trial } => format!("starting the trial of {}", trial.factor.name),
            Self::AnswerTrial { id, day, kept } => trial::name_of_answer(diary, *id, (*day, today), *kept),
            Self::SeeTrialOrder { id } => format!("looking at the order of {}", trial::name(diary, *id)),
            Self::LookAtTrial { id, .. } => format!("the look at {}", trial::name(diary, *id)),
            Self::EndTrial { id, .. } => format!("ending {}", trial::name(diary, *id)),
            Self::RemoveTrial { id } => format!("deleting {}", trial::name(diary, *id)),
            Self::BringTrial { trial, .. } => format!("bringing in the trial of {}", trial.factor.name),
            Self::AddPhotos { photos } => photo::name_of_adding(photos, today),
            Self::AmendPhoto { photo } => photo::name_of_amending(photo, today),
            Self::RatePhotos { ratings } => photo::name_of_rating(diary, ratings),
            Self::RemovePhotos { ids } => photo::name_of_removing(diary, ids, today),
            Self::HideCard { .. } => "hiding a suggestion".to_owned(),
            Self::MarkPair { mark } => settings::name_of_mark(diary, mark),
            Self::NamePairs { pairs } => prespecified::name_of_naming(pairs),
            Self::SetSettings { .. } => "changing the settings".to_owned(),
            Self::SetProfile { .. } => "changing About you".to_owned(),
            Self::Import { source, .. } | Self::BringWhole { source, .. } => format!("importing {source}"),
            Self::Restore { source, days, records } => restore::name_of_restoring(source, days, records, today),
            Self::Batch { label, .. } => label.clone(),
        }
    }

    /// Whether it may put much in the place of what is there, so that a full copy is made before it.
    pub fn is_sweeping(&self) -> bool {
        match self {
            Self::Import { .. } | Self::BringWhole { .. } => true,
            Self::Restore { days, records, .. } => days.len() > 1 || !records.is_empty(),
            Self::Batch { steps, .. } => steps.iter().any(Self::is_sweeping),
            _ => false,
        }
    }

    /// Whether it brings photos back, whose pictures lie elsewhere.
    pub fn restores_photos(&self) -> bool {
        matches!(self, Self::Restore { records, .. } if records.iter().any(|record| matches!(record, Record::Photo(_))))
    }

    /// What rapid edits must share to become one step: the same field of the same record. `None` never merges.
    pub fn merge_key(&self) -> Option<MergeKey> {
        let field = match self {
            Self::Answer { day, place, key, .. } => format!("answer {day} {place:?} {key}"),
            Self::Write { day, place, .. } => format!("write {day} {place:?}"),
            Self::Retime { day, id, .. } => format!("retime {day} {}", id.0),
            Self::SetProfile { .. } => "profile".to_owned(),
            Self::SetSettings { .. } => "settings".to_owned(),
            Self::RatePhotos { ratings } => {
                return photo::sitting_of(ratings).map(|sitting| MergeKey::Sitting(sitting.seed));
            }
            _ => return None,
        };
        Some(MergeKey::Rapid(field))
    }
}
