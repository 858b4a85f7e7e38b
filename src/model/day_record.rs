//! A page: all that was logged for one diary day.

use serde::{Deserialize, Serialize};

use super::builtin;
use super::entry::{Entry, EntryId, EntryKind};
use super::questionnaire::Questionnaire;
use super::region::Region;
use super::time::{ClockTime, Day};

/// One diary day. In the files it is called `Day`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename = "Day", deny_unknown_fields)]
pub struct DayRecord {
    /// The diary day.
    pub date: Day,
    /// Rises by one with every change of this day.
    pub rev: u32,
    /// What was logged, in the order it was entered.
    pub entries: Vec<Entry>,
}

impl DayRecord {
    /// A page without entries.
    pub fn blank(date: Day) -> Self {
        Self { date, rev: 0, entries: Vec::new() }
    }

    /// Whether nothing is logged.
    pub fn is_blank(&self) -> bool {
        self.entries.is_empty()
    }

    /// Whether it answers something that came with schema 3.
    pub fn needs_schema_3(&self) -> bool {
        let mut keys = self.entries.iter().flat_map(|entry| entry.answers.iter().map(|(key, _)| key));
        self.entries.iter().any(|entry| Questionnaire::carried_by(entry.kind).is_some())
            || keys.any(|key| builtin::is_since_schema_3(key.as_str()))
    }

    /// Whether it speaks of a place of the skin that came with schema 4.
    pub fn needs_schema_4(&self) -> bool {
        self.entries.iter().filter_map(|entry| entry.region).any(Region::is_since_schema_4)
    }

    /// Whether it answers something that came with schema 5.
    pub fn needs_schema_5(&self) -> bool {
        let mut keys = self.entries.iter().flat_map(|entry| entry.answers.iter().map(|(key, _)| key));
        self.entries.iter().any(|entry| entry.kind == EntryKind::SkinWeek)
            || keys.any(|key| builtin::is_since_schema_5(key.as_str()))
    }

    /// Whether two pages say the same, whatever their revision.
    pub fn says_the_same(&self, other: &Self) -> bool {
        self.date == other.date && self.entries == other.entries
    }

    /// The number for the next entry.
    pub fn next_id(&self) -> EntryId {
        EntryId(self.entries.iter().map(|entry| entry.id.0).max().unwrap_or(0).saturating_add(1))
    }

    /// The entry with a number.
    pub fn entry(&self, id: EntryId) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.id == id)
    }

    /// The entry with a number, to change.
    pub(crate) fn entry_mut(&mut self, id: EntryId) -> Option<&mut Entry> {
        self.entries.iter_mut().find(|entry| entry.id == id)
    }

    /// Entries of one kind, by time, untimed first.
    pub fn of_kind(&self, kind: EntryKind) -> Vec<&Entry> {
        let mut found: Vec<&Entry> = self.entries.iter().filter(|entry| entry.kind == kind).collect();
        found.sort_by_key(|entry| entry.at);
        found
    }

    /// The entry that speaks of the whole day for a kind and region: the one without a time, and, where words name a single
    /// thing (a meal, a dose, an event), without words.
    pub fn main_entry(&self, kind: EntryKind, region: Option<Region>) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.kind == kind && entry.region == region && entry.is_of_the_whole_day())
    }

    /// The entry of a kind and region at exactly this time (or without one).
    pub fn entry_at(&self, kind: EntryKind, region: Option<Region>, at: Option<ClockTime>) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.kind == kind && entry.region == region && entry.at == at)
    }
}
