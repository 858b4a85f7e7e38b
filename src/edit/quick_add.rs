//! A line of words as an edit: `itch 4, stool 3, slept 7:30`, or `fibre 8 g`. One reading for the quick field of the window and for
//! the command line, so that what works in one works in the other.

use super::{Command, EntryDraft, Place};
use crate::model::answers::Answers;
use crate::model::catalogue::Catalogue;
use crate::model::diary::Diary;
use crate::model::entry::EntryKind;
use crate::model::form_rows::FormRows;
use crate::model::score_sheet::ScoreSheets;
use crate::model::time::{ClockTime, Day};
use crate::model::trackable::{Aggregate, Kind, Role, Trackable};
use crate::model::value::Value;

/// The edit that a line asks for: names with amounts, several of them set apart by commas, as one step. Amounts of food and drink
/// add to what the day already has, a stool form is another stool, and everything else is set.
///
/// # Errors
/// A word for the field: what could not be understood, and what could be. Nothing of the line is taken then.
pub fn quick_add(diary: &Diary, day: Day, line: &str) -> Result<Command, String> {
    let mut ahead: Vec<(Command, String)> = Vec::new();
    for part in parts(line) {
        let (known, value) = read(diary.catalogue(), &part)?;
        let command = command(diary, day, known, value)?;
        let same = |other: &Command| matches!((other, &command), (Command::Answer { key, .. }, Command::Answer { key: this, .. }) if key == this);
        if ahead.iter().any(|(other, _)| same(other)) {
            return Err(format!("{} stands here twice", known.label));
        }
        ahead.push((command, format!("{} {}", words(known.label.as_str()), known.show(value))));
    }
    let label = ahead.iter().map(|(_, said)| said.as_str()).collect::<Vec<_>>().join(", ");
    let steps = ahead.into_iter().map(|(command, _)| command).collect();
    Command::of_steps(&label, steps).ok_or_else(|| needed(diary.catalogue()))
}

/// What a line says one after the other. A comma between two digits is part of a number.
fn parts(line: &str) -> Vec<String> {
    let signs: Vec<char> = line.chars().collect();
    let is_digit = |at: Option<usize>| at.and_then(|at| signs.get(at)).is_some_and(char::is_ascii_digit);
    let mut parts = vec![String::new()];
    for (at, sign) in signs.iter().enumerate() {
        let ends = *sign == ';' || (*sign == ',' && !(is_digit(at.checked_sub(1)) && is_digit(at.checked_add(1))));
        match parts.last_mut() {
            Some(part) if !ends => part.push(*sign),
            _ => parts.push(String::new()),
        }
    }
    parts.retain(|part| !part.trim().is_empty());
    parts
}

/// The row that a part names, and its answer.
fn read<'a>(catalogue: &'a Catalogue, part: &str) -> Result<(&'a Trackable, Value), String> {
    let part = part.trim();
    let at = part.rfind(char::is_whitespace);
    let split = part.find(|c: char| c.is_ascii_digit() || c == '-').or(at).unwrap_or(part.len());
    let (name, amount) = part.split_at(split);
    let known = named(catalogue, name.trim()).ok_or_else(|| needed(catalogue))?;
    if amount.trim().is_empty() {
        return Err(format!("how much? For example “{} 1”", words(known.label.as_str())));
    }
    let unit = known.kind.unit();
    let plain = amount.trim();
    let plain = plain.strip_suffix(unit).filter(|_| !unit.is_empty()).unwrap_or(plain).trim();
    let refused = || format!("{}: {}", known.label, known.kind.expected());
    let value = read_hours(known, plain).map_or_else(|| known.read(plain).map_err(|_| refused()), Ok)?;
    Ok((known, value))
}

/// Hours as a clock would show them: `7:30`, `730`.
fn read_hours(known: &Trackable, text: &str) -> Option<Value> {
    let is_clock = known.kind == Kind::Duration && text.len() > 2 && !text.contains(['.', ',']);
    ClockTime::parse(text).ok().filter(|_| is_clock).and_then(|time| Value::number(time.hours()))
}

fn command(diary: &Diary, day: Day, known: &Trackable, value: Value) -> Result<Command, String> {
    if known.kind == Kind::StoolForm {
        let mut answers = Answers::default();
        answers.set(&known.key, Some(value));
        return Ok(Command::Log { day, drafts: vec![EntryDraft { answers, ..EntryDraft::new(known.carried_by) }] });
    }
    let place = Place::Main { kind: known.carried_by, region: None };
    let entry = diary.day_record(day).and_then(|page| page.main_entry(known.carried_by, None));
    let now = entry.and_then(|entry| entry.answers.get(known.key.as_str()));
    let adds = known.aggregate == Aggregate::Sum && is_eaten(known.carried_by);
    let value = match (now, value) {
        (Some(now), Value::Number(more)) if adds => Value::Number(now.as_number() + more),
        (_, value) => value,
    };
    known.check(value).map_err(|error| error.to_string())?;
    Ok(Command::Answer { day, place, key: known.key.clone(), value: Some(value) })
}

fn is_eaten(kind: EntryKind) -> bool {
    matches!(kind, EntryKind::Meal | EntryKind::Drink)
}

/// What can be named: every row that is shown, apart from warning signs, which are ticked, and questionnaires, which are asked in
/// their own words.
fn offered(catalogue: &Catalogue) -> impl Iterator<Item = &Trackable> {
    let asked_apart = |kind| matches!(kind, EntryKind::WellBeing | EntryKind::PerceivedStress);
    let is_sign = |known: &Trackable| ScoreSheets::shipped().asks(known.key.as_str());
    let is_offered = move |known: &&Trackable| {
        !known.hidden && known.role != Role::Warning && !asked_apart(known.carried_by) && !is_sign(known)
    };
    catalogue.iter().filter(is_offered)
}

fn needed(catalogue: &Catalogue) -> String {
    let eaten = offered(catalogue).filter(|known| known.carried_by == EntryKind::Meal);
    let names: Vec<String> = eaten.take(4).map(|known| words(known.label.as_str())).collect();
    format!("a name and an amount are needed, for example fibre 8 g; known are {} and more", names.join(", "))
}

/// The row whose label, key or a word of its label begins as typed, or which another word stands for.
fn named<'a>(catalogue: &'a Catalogue, typed: &str) -> Option<&'a Trackable> {
    let typed = words(typed);
    if typed.is_empty() {
        return None;
    }
    let other = FormRows::built_in().words.get(&typed);
    let is_exact = |known: &&Trackable| {
        let key = known.key.as_str();
        words(known.label.as_str()) == typed || key == typed || other.is_some_and(|other| other == key)
    };
    let begins = |known: &&Trackable| words(known.label.as_str()).starts_with(&typed);
    let has_word = |known: &&Trackable| words(known.label.as_str()).split(' ').any(|word| word.starts_with(&typed));
    let offered = || offered(catalogue);
    offered().find(is_exact).or_else(|| offered().find(begins)).or_else(|| offered().find(has_word))
}

fn words(text: &str) -> String {
    text.trim().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_several_answers_is_one_step_named_by_what_it_says() {
        let day = Day::from_ymd(2026, 3, 12).unwrap();
        let command = quick_add(&Diary::default(), day, "itch 4, stool 3, slept 7:30").unwrap();
        let Command::Batch { label, steps } = command else { panic!("several answers are a batch") };
        assert_eq!(label, "itch 4, stool form 3, sleep 7.5 h");
        let set = |step: &Command| match step {
            Command::Answer { key, value, .. } => (key.to_string(), *value),
            Command::Log { drafts, .. } => ("stool".to_owned(), drafts[0].answers.get("stool")),
            _ => panic!("only answers and a stool are asked for"),
        };
        let set: Vec<_> = steps.iter().map(set).collect();
        let wanted = [("itch", 4.0), ("stool", 3.0), ("sleep_hours", 7.5)];
        assert_eq!(set, wanted.map(|(key, number)| (key.to_owned(), Value::number(number))));
    }

    #[test]
    fn a_decimal_comma_is_no_end_and_a_line_with_one_wrong_part_is_not_taken_at_all() {
        assert_eq!(parts("sleep quality 7,5, mood 3; itch 4,"), ["sleep quality 7,5", " mood 3", " itch 4"]);
        let day = Day::from_ymd(2026, 3, 12).unwrap();
        let refused = |line| quick_add(&Diary::default(), day, line).unwrap_err();
        assert_eq!(refused("itch 4, redness 9"), "Redness: a whole number from 0 to 4 is needed");
        assert_eq!(refused("itch 4, itch 5"), "Itch stands here twice");
        assert!(refused("").starts_with("a name and an amount are needed"));
    }
}
