//! Quick add: `fibre 8 g`, `fermented 1`, `dairy yes`. For a meal somebody knows one number of and nothing else.

use super::{Command, Place};
use crate::model::catalogue::Catalogue;
use crate::model::diary::Diary;
use crate::model::entry::EntryKind;
use crate::model::time::Day;
use crate::model::trackable::{Aggregate, Trackable};
use crate::model::value::Value;

/// The edit that a line asks for: a name and an amount. Amounts add to what the day already has; yes and no are set.
///
/// # Errors
/// A word for the field: what could not be understood, and what could be.
pub fn quick_add(diary: &Diary, day: Day, line: &str) -> Result<Command, String> {
    let line = line.trim();
    let at = line.rfind(char::is_whitespace);
    let split = line.find(|c: char| c.is_ascii_digit() || c == '-').or(at).unwrap_or(line.len());
    let (name, amount) = line.split_at(split);
    let known = named(diary.catalogue(), name.trim()).ok_or_else(|| {
        let names: Vec<String> = offered(diary.catalogue()).take(4).map(|known| words(known.label.as_str())).collect();
        format!("a name and an amount are needed, for example fibre 8 g; known are {} and more", names.join(", "))
    })?;
    if amount.trim().is_empty() {
        return Err(format!("how much? For example “{} 1”", words(known.label.as_str())));
    }
    let unit = known.kind.unit();
    let plain = amount.trim();
    let plain = plain.strip_suffix(unit).filter(|_| !unit.is_empty()).unwrap_or(plain).trim();
    let value = known.read(plain).map_err(|error| format!("{}: {}", known.label, error.expected))?;
    let place = Place::Main { kind: known.carried_by, region: None };
    let entry = diary.day_record(day).and_then(|page| page.main_entry(known.carried_by, None));
    let now = entry.and_then(|entry| entry.answers.get(known.key.as_str()));
    let value = match (known.aggregate, now, value) {
        (Aggregate::Sum, Some(now), Value::Number(more)) => Value::Number(now.as_number() + more),
        (_, _, value) => value,
    };
    known.check(value).map_err(|error| error.to_string())?;
    Ok(Command::Answer { day, place, key: known.key.clone(), value: Some(value) })
}

/// What can be added: every trackable of meals and drinks that is shown.
fn offered(catalogue: &Catalogue) -> impl Iterator<Item = &Trackable> {
    [EntryKind::Meal, EntryKind::Drink].into_iter().flat_map(|kind| catalogue.shown_for(kind))
}

/// The trackable whose label, key or a word of its label begins as typed.
fn named<'a>(catalogue: &'a Catalogue, typed: &str) -> Option<&'a Trackable> {
    let typed = words(typed).replace("fiber", "fibre");
    if typed.is_empty() {
        return None;
    }
    let fits = |known: &&Trackable| {
        let (label, key) = (words(known.label.as_str()), known.key.as_str());
        key == typed || label.starts_with(&typed) || label.split(' ').any(|word| word.starts_with(&typed))
    };
    offered(catalogue).find(|known| words(known.label.as_str()) == typed).or_else(|| offered(catalogue).find(fits))
}

fn words(text: &str) -> String {
    text.trim().to_lowercase()
}
