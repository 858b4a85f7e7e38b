//! What is done to one day: answering, writing, logging, deleting.

use std::sync::Arc;

use super::change::Change;
use super::error::CommandError;
use super::validate::{MOST_ENTRIES, check_page};
use crate::foods::past_meals::title;
use crate::model::answers::Answers;
use crate::model::day_record::DayRecord;
use crate::model::diary::Diary;
use crate::model::entry::{Entry, EntryId, EntryKind};
use crate::model::food_line::FoodLine;
use crate::model::record::{Record, RecordKey};
use crate::model::region::Region;
use crate::model::text::Note;
use crate::model::time::{ClockTime, Day};
use crate::model::trackable::{Key, Kind, Trackable, hours_and_minutes};
use crate::model::value::Value;

/// Longest words that the name of a step repeats, in characters.
const LONGEST: usize = 40;

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

/// What planning a command gives.
type Planned = Result<Vec<Change>, CommandError>;

pub(super) fn answer(diary: &Diary, day: Day, today: Day, place: Place, key: &Key, value: Option<Value>) -> Planned {
    let trackable = known(diary, key)?;
    if let Some(value) = value {
        trackable.check(value)?;
    }
    let place = match place {
        Place::Main { region, .. } => Place::Main { kind: trackable.carried_by, region },
        place @ Place::Entry(_) => place,
    };
    on_page(diary, day, today, |page| {
        place_in(page, place)?.answers.set(key, value);
        Ok(())
    })
}

pub(super) fn write(diary: &Diary, day: Day, today: Day, place: Place, text: Option<Note>) -> Planned {
    on_page(diary, day, today, |page| {
        place_in(page, place)?.text = text;
        Ok(())
    })
}

pub(super) fn retime(diary: &Diary, day: Day, today: Day, id: EntryId, at: Option<ClockTime>) -> Planned {
    on_page(diary, day, today, |page| {
        entry_in(page, id)?.at = at;
        Ok(())
    })
}

pub(super) fn log(diary: &Diary, day: Day, today: Day, drafts: Vec<EntryDraft>) -> Planned {
    for (key, value) in drafts.iter().flat_map(|draft| draft.answers.iter()) {
        known(diary, key)?.check(value)?;
    }
    on_page(diary, day, today, |page| {
        for draft in drafts {
            add(page, draft);
        }
        Ok(())
    })
}

pub(super) fn amend(diary: &Diary, day: Day, today: Day, entry: Entry) -> Planned {
    on_page(diary, day, today, |page| {
        let id = entry.id;
        *entry_in(page, id)? = entry;
        Ok(())
    })
}

pub(super) fn remove(diary: &Diary, day: Day, today: Day, id: EntryId) -> Planned {
    on_page(diary, day, today, |page| {
        entry_in(page, id)?;
        page.entries.retain(|entry| entry.id != id);
        Ok(())
    })
}

pub(super) fn delete(diary: &Diary, day: Day) -> Planned {
    match diary.day_record(day) {
        Some(_) => Ok(vec![Change::delete(diary, RecordKey::Day(day))]),
        None => Err(CommandError::Nothing(format!("{day} is already empty"))),
    }
}

fn known<'a>(diary: &'a Diary, key: &Key) -> Result<&'a Trackable, CommandError> {
    diary.catalogue().get(key.as_str()).ok_or_else(|| CommandError::UnknownKey {
        key: key.to_string(),
        nearest: diary.catalogue().nearest_keys(key.as_str()),
    })
}

/// Copies a page, lets `edit` change the copy, and gives the change; blank entries are dropped, a blank page goes.
pub(super) fn on_page(
    diary: &Diary,
    day: Day,
    today: Day,
    edit: impl FnOnce(&mut DayRecord) -> Result<(), CommandError>,
) -> Planned {
    if day.days_since(today) > 1 {
        return Err(CommandError::Future { day });
    }
    let before = diary.day_record(day);
    let mut page = before.map_or_else(|| DayRecord::blank(day), |page| DayRecord::clone(page));
    edit(&mut page)?;
    page.entries.retain(|entry| !entry.is_blank());
    if page.entries.len() > MOST_ENTRIES {
        return Err(CommandError::Full { day, most: MOST_ENTRIES });
    }
    check_page(&page, diary.catalogue())?;
    Ok(put_page(diary, page).into_iter().collect())
}

/// The change that makes a day say what a page says; `None` if it says so already.
pub(super) fn put_page(diary: &Diary, page: DayRecord) -> Option<Change> {
    let day = page.date;
    let is_same = diary.day_record(day).map_or(page.is_blank(), |before| before.says_the_same(&page));
    if is_same {
        None
    } else if page.is_blank() {
        Some(Change::delete(diary, RecordKey::Day(day)))
    } else {
        Some(Change::put(diary, Record::Day(Arc::new(page))))
    }
}

pub(super) fn entry_in(page: &mut DayRecord, id: EntryId) -> Result<&mut Entry, CommandError> {
    let day = page.date;
    page.entry_mut(id).ok_or(CommandError::NoEntry { day, id })
}

pub(super) fn place_in(page: &mut DayRecord, place: Place) -> Result<&mut Entry, CommandError> {
    let id = match place {
        Place::Entry(id) => id,
        Place::Main { kind, region } => {
            let there = page.main_entry(kind, region).map(|entry| entry.id);
            there.unwrap_or_else(|| add(page, EntryDraft { region, ..EntryDraft::new(kind) }))
        }
    };
    entry_in(page, id)
}

pub(super) fn add(page: &mut DayRecord, draft: EntryDraft) -> EntryId {
    let EntryDraft { kind, at, region, answers, text, foods } = draft;
    let id = page.next_id();
    page.entries.push(Entry { id, kind, at, region, answers, text, foods });
    id
}

pub(super) fn name_of_answer(
    diary: &Diary,
    (day, today): (Day, Day),
    place: Place,
    key: &Key,
    value: Option<Value>,
) -> String {
    let region = match place {
        Place::Main { region, .. } => region,
        Place::Entry(id) => entry(diary, day, id).and_then(|entry| entry.region),
    };
    let place = region.map(|region| format!(", {}", region.label().to_lowercase())).unwrap_or_default();
    let verb = if value.is_some() { "" } else { "clearing " };
    format!("{verb}{}{place}, {}", answered(diary, key.as_str(), value), day.brief(today))
}

pub(super) fn name_of_words(diary: &Diary, (day, today): (Day, Day), place: Place, text: Option<&Note>) -> String {
    let kind = match place {
        Place::Main { kind, .. } => Some(kind),
        Place::Entry(id) => entry(diary, day, id).map(|entry| entry.kind),
    };
    let what = match kind {
        Some(kind) if kind != EntryKind::Note => format!("the words of a {}", kind.label()),
        _ => "a note".to_owned(),
    };
    let verb = if text.is_some() { "writing" } else { "clearing" };
    format!("{verb} {what}, {}", day.brief(today))
}

pub(super) fn name_of_time(diary: &Diary, (day, today): (Day, Day), id: EntryId, at: Option<ClockTime>) -> String {
    let what = name_of_entry(diary, day, id);
    match at {
        Some(at) => format!("{what} at {at}, {}", day.brief(today)),
        None => format!("clearing the time of {what}, {}", day.brief(today)),
    }
}

pub(super) fn name_of_log(diary: &Diary, (day, today): (Day, Day), drafts: &[EntryDraft]) -> String {
    let what = match drafts {
        [draft] => said(diary, draft.kind, &draft.answers, draft.text.as_ref(), &draft.foods),
        drafts => format!("{} entries", drafts.len()),
    };
    format!("{what}, {}", day.brief(today))
}

pub(super) fn name_of_amending(diary: &Diary, (day, today): (Day, Day), entry: &Entry) -> String {
    format!("changing {}, {}", said_by(diary, entry), day.brief(today))
}

pub(super) fn name_of_removing(diary: &Diary, (day, today): (Day, Day), id: EntryId) -> String {
    format!("deleting {}, {}", name_of_entry(diary, day, id), day.brief(today))
}

/// A thing with its answer as people read it: `Fibre 12 g`; without an answer its name alone.
fn answered(diary: &Diary, key: &str, value: Option<Value>) -> String {
    let Some(known) = diary.catalogue().get(key) else { return key.replace('_', " ") };
    let name = short(known.label.as_str());
    value.map_or_else(|| name.clone(), |value| format!("{name} {}", shown(diary, key, value)))
}

/// An answer as people read it, with its unit.
pub(super) fn shown(diary: &Diary, key: &str, value: Value) -> String {
    match diary.catalogue().get(key) {
        Some(Trackable { kind: kind @ Kind::Duration, .. }) => {
            format!("{} {}", hours_and_minutes(value.as_number()), kind.unit())
        }
        Some(known) => known.show(value),
        None => value.to_string(),
    }
}

/// A text as far as a menu has room for it.
fn short(text: &str) -> String {
    let start: String = text.chars().take(LONGEST).collect();
    if start.len() < text.len() { format!("{}…", start.trim_end()) } else { start }
}

pub(super) fn entry(diary: &Diary, day: Day, id: EntryId) -> Option<&Entry> {
    diary.day_record(day).and_then(|page| page.entry(id))
}

fn name_of_entry(diary: &Diary, day: Day, id: EntryId) -> String {
    entry(diary, day, id).map_or_else(|| "an entry".to_owned(), |entry| said_by(diary, entry))
}

fn said_by(diary: &Diary, entry: &Entry) -> String {
    said(diary, entry.kind, &entry.answers, entry.text.as_ref(), &entry.foods)
}

/// What an entry says first: its words, its foods, or its answers.
fn said(diary: &Diary, kind: EntryKind, answers: &Answers, text: Option<&Note>, foods: &[FoodLine]) -> String {
    let title = if kind == EntryKind::Note { String::new() } else { title(text, foods) };
    if !title.is_empty() {
        return short(&title);
    }
    let mut all = answers.iter();
    match (all.next(), all.count()) {
        (None, _) => kind.label().to_owned(),
        (Some((key, value)), 0) => answered(diary, key.as_str(), Some(value)),
        (Some((key, value)), more) => format!("{} and {more} more", answered(diary, key.as_str(), Some(value))),
    }
}
