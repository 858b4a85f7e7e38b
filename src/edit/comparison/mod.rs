//! Two states of a diary side by side, in the words that a form uses: what a copy or an edited file says otherwise than the diary.
//! Nothing is chosen here; [`Command::Restore`](super::Command::Restore) takes over what a person chose.

mod facts;
mod records;

pub use records::{RecordComparison, compare_records, kept_beside};

use std::collections::{BTreeMap, BTreeSet};

use super::day::shown;
use crate::foods::amount::amount;
use crate::foods::past_meals::short_name;
use crate::model::day_record::DayRecord;
use crate::model::diary::Diary;
use crate::model::entry::Entry;
use crate::model::time::{Day, Month};
use crate::words::capital;

/// A day of which two states differ.
#[derive(Debug, Clone, PartialEq)]
pub struct DayComparison {
    /// The day.
    pub day: Day,
    /// What the other state says of it; blank if it says nothing.
    pub other: DayRecord,
    /// What differs, in the order of the diary's entries.
    pub lines: Vec<DifferentLine>,
}

/// One thing that two states say differently.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DifferentLine {
    /// What it is.
    pub what: String,
    /// What the diary says; `None` if it does not speak of it.
    pub now: Option<String>,
    /// What the other state says; `None` if it does not speak of it.
    pub other: Option<String>,
}

/// The days that a copy says otherwise than a diary, newest first. A copy of one month speaks of all its days, also of those that it
/// does not hold; one of the whole diary speaks of all days up to its last, since what came later is no difference.
pub fn compare(diary: &Diary, month: Option<Month>, days: &[DayRecord]) -> Vec<DayComparison> {
    let others: BTreeMap<Day, &DayRecord> = days.iter().map(|page| (page.date, page)).collect();
    let last = others.last_key_value().map(|(day, _)| *day);
    let is_spoken_of = |day: Day| match month {
        Some(month) => Month::of(day) == month,
        None => last.is_some_and(|last| day <= last),
    };
    let logged = diary.day_records().map(|page| page.date).filter(|day| is_spoken_of(*day));
    let days: BTreeSet<Day> = logged.chain(others.keys().copied()).collect();
    let differing = days.into_iter().rev().filter_map(|day| {
        let other = others.get(&day).map_or_else(|| DayRecord::blank(day), |page| DayRecord::clone(page));
        compare_day(diary, other)
    });
    differing.collect()
}

/// What another state of a day says otherwise than a diary; `None` if it says the same.
pub fn compare_day(diary: &Diary, other: DayRecord) -> Option<DayComparison> {
    let day = other.date;
    let blank = DayRecord::blank(day);
    let now = diary.day_record(day).map_or(&blank, |page| page);
    if now.says_the_same(&other) {
        return None;
    }
    let is_pair =
        |one: &Entry, other: &Entry| one.id == other.id && one.kind == other.kind && one.region == other.region;
    let mut lines = Vec::new();
    for entry in &now.entries {
        match other.entries.iter().find(|there| is_pair(entry, there)) {
            Some(there) => lines.extend(differences(diary, entry, there)),
            None => lines.push(DifferentLine { what: name(entry), now: Some(whole(diary, entry)), other: None }),
        }
    }
    for entry in &other.entries {
        if !now.entries.iter().any(|here| is_pair(here, entry)) {
            lines.push(DifferentLine { what: name(entry), now: None, other: Some(whole(diary, entry)) });
        }
    }
    if lines.is_empty() {
        // The same entries in another order: nothing that a person could choose between, but not the same file.
        let order = |page: &DayRecord| Some(page.entries.iter().map(name).collect::<Vec<_>>().join(", "));
        lines.push(DifferentLine { what: "The order of entries".to_owned(), now: order(now), other: order(&other) });
    }
    Some(DayComparison { day, other, lines })
}

/// What of one entry differs.
fn differences(diary: &Diary, now: &Entry, other: &Entry) -> Vec<DifferentLine> {
    let keys: BTreeSet<_> = now.answers.iter().chain(other.answers.iter()).map(|(key, _)| key.as_str()).collect();
    let label = |key: &str| diary.catalogue().get(key).map_or_else(|| key.to_owned(), |known| known.label.to_string());
    let answer = |entry: &Entry, key: &str| entry.answers.get(key).map(|value| shown(diary, key, value));
    let answers = keys.into_iter().map(|key| (label(key), answer(now, key), answer(other, key)));
    let time = |entry: &Entry| entry.at.map(|at| at.to_string());
    let words = |entry: &Entry| entry.text.as_ref().map(ToString::to_string);
    let foods = |entry: &Entry| Some(foods_of(entry)).filter(|foods| !foods.is_empty());
    let others = [
        ("time".to_owned(), time(now), time(other)),
        ("words".to_owned(), words(now), words(other)),
        ("foods".to_owned(), foods(now), foods(other)),
    ];
    let differing = answers.chain(others).filter(|(_, now, other)| now != other);
    differing
        .map(|(what, here, there)| DifferentLine { what: format!("{}: {what}", name(now)), now: here, other: there })
        .collect()
}

/// What an entry is called: its kind, its place and its time.
fn name(entry: &Entry) -> String {
    let place = entry.region.map(|region| format!(", {}", region.label().to_lowercase())).unwrap_or_default();
    let at = entry.at.map(|at| format!(", {at}")).unwrap_or_default();
    format!("{}{place}{at}", capital(entry.kind.label()))
}

/// All that an entry says.
fn whole(diary: &Diary, entry: &Entry) -> String {
    let answers = entry.answers.iter().map(|(key, value)| {
        let label =
            diary.catalogue().get(key.as_str()).map_or_else(|| key.to_string(), |known| known.label.to_string());
        format!("{label} {}", shown(diary, key.as_str(), value))
    });
    let words = entry.text.iter().map(ToString::to_string);
    let foods = Some(foods_of(entry)).filter(|foods| !foods.is_empty());
    let all: Vec<String> = words.chain(answers).chain(foods).collect();
    if all.is_empty() { "nothing more".to_owned() } else { all.join("; ") }
}

fn foods_of(entry: &Entry) -> String {
    let lines = entry.foods.iter().map(|line| format!("{} {} g", short_name(line.name.as_str()), amount(line.grams)));
    lines.collect::<Vec<_>>().join(", ")
}
