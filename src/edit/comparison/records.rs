//! What a copy of the whole diary says otherwise than the diary of all that is no day: courses, foods, trackables, trials, photos,
//! decisions, the settings and the profile. A copy speaks of what it holds; what the diary got since is no difference and stays.

use std::collections::{BTreeMap, BTreeSet};

use super::DifferentLine;
use super::facts::{Fact, facts, name_of};
use crate::edit::{Change, trial};
use crate::model::diary::Diary;
use crate::model::profile::Profile;
use crate::model::record::{Record, RecordKey, RecordKind};
use crate::model::settings::Settings;
use crate::model::time::Day;
use crate::words::{capital, counted_kind};

/// A thing, other than a day, of which two states differ.
#[derive(Debug, Clone, PartialEq)]
pub struct RecordComparison {
    /// What it is called.
    pub name: String,
    /// What the other state says of it.
    pub other: Record,
    /// What differs.
    pub lines: Vec<DifferentLine>,
}

impl RecordComparison {
    /// What kind of thing it is.
    pub fn kind(&self) -> RecordKind {
        self.other.key().kind()
    }
}

/// The things, other than days, that a copy of the whole diary says otherwise than the diary, kind by kind. A copy that says nothing
/// of settings or profile says that they are as in an empty diary.
pub fn compare_records(diary: &Diary, others: &[Record], today: Day) -> Vec<RecordComparison> {
    let mut all: BTreeMap<RecordKey, Record> = BTreeMap::new();
    all.insert(RecordKey::Settings, Record::Settings(Settings::default()));
    all.insert(RecordKey::Profile, Record::Profile(Profile::default()));
    all.extend(others.iter().map(|other| (other.key(), other.clone())));
    let is_of_picture_here = |other: &Record| match other {
        // A picture stands in the diary once, whatever number its photo has.
        Record::Photo(photo) => diary.photo_of_blob(photo.blob).is_some_and(|known| known.id != photo.id),
        _ => false,
    };
    let candidates = all.into_values().filter(|other| !matches!(other, Record::Day(_)) && !is_of_picture_here(other));
    let mut found: Vec<RecordComparison> = candidates.filter_map(|other| compare_record(diary, other, today)).collect();
    found.sort_by_key(RecordComparison::kind);
    found
}

/// Things of the diary that a copy does not hold, in words, kind by kind: they stay whatever is taken over.
pub fn kept_beside(diary: &Diary, others: &[Record]) -> Vec<String> {
    let held: BTreeSet<RecordKey> = others.iter().map(Record::key).collect();
    let mut kept: BTreeMap<RecordKind, usize> = BTreeMap::new();
    let is_one_of_many = |kind| !matches!(kind, RecordKind::Day | RecordKind::Settings | RecordKind::Profile);
    for key in
        diary.records().map(|record| record.key()).filter(|key| is_one_of_many(key.kind()) && !held.contains(key))
    {
        *kept.entry(key.kind()).or_default() += 1;
    }
    kept.into_iter().map(|(kind, number)| counted_kind(kind, number)).collect()
}

/// What another state of a thing says otherwise than a diary; `None` if it says the same. What was seen of a trial stays seen.
fn compare_record(diary: &Diary, other: Record, today: Day) -> Option<RecordComparison> {
    let other = trial::keep_seen(diary, Change::put(diary, other), today).after?;
    let name = name_of(diary, &other);
    let there = facts(diary, &other);
    let Some(now) = diary.record(&other.key()) else {
        let line = DifferentLine { what: capital(other.key().kind().noun()), now: None, other: Some(joined(&there)) };
        return Some(RecordComparison { name, other, lines: vec![line] });
    };
    if now == other {
        return None;
    }
    let here = facts(diary, &now);
    let mut lines = differences(&here, &there);
    let name_now = name_of(diary, &now);
    if name_now != name {
        lines.insert(0, DifferentLine { what: "Name".to_owned(), now: Some(name_now), other: Some(name.clone()) });
    }
    if lines.is_empty() {
        // Something that no page shows, but not the same record.
        let said = |words: &str| Some(words.to_owned());
        let what = "Details".to_owned();
        lines.push(DifferentLine { what, now: said("as they are now"), other: said("as they were then") });
    }
    Some(RecordComparison { name, other, lines })
}

/// The facts of which two states differ, in the order in which they are told.
fn differences(here: &[Fact], there: &[Fact]) -> Vec<DifferentLine> {
    let value = |facts: &[Fact], what: &str| facts.iter().find(|fact| fact.what == what).map(|fact| fact.said.clone());
    let mut told = BTreeSet::new();
    let whats = here.iter().chain(there).map(|fact| &fact.what).filter(|what| told.insert((*what).clone()));
    let lines =
        whats.map(|what| DifferentLine { what: capital(what), now: value(here, what), other: value(there, what) });
    lines.filter(|line| line.now != line.other).collect()
}

/// All facts in one line.
fn joined(facts: &[Fact]) -> String {
    let all: Vec<String> = facts.iter().map(|fact| format!("{} {}", fact.what, fact.said)).collect();
    if all.is_empty() { "nothing more".to_owned() } else { all.join("; ") }
}
