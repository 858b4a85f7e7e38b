//! What a folded card, or an entry on one line, says it holds.

use crate::foods::amount::amount;
use crate::model::course::Phase;
use crate::model::day_record::DayRecord;
use crate::model::diary::Diary;
use crate::model::entry::{Card, Entry};
use crate::model::time::Day;
use crate::model::trackable::{Kind, hours_and_minutes};
use crate::model::value::Value;

/// The first few answers of a card in words; "not answered" if there are none.
pub fn of(card: Card, page: Option<&DayRecord>, diary: &Diary, day: Day) -> String {
    let mut parts: Vec<String> = page
        .iter()
        .flat_map(|page| &page.entries)
        .filter(|entry| entry.kind.card() == card)
        .map(|entry| self::entry(entry, diary))
        .collect();
    if card == Card::Medicines {
        let running = diary.courses().filter(|course| course.phase(day) == Phase::During);
        parts.extend(running.map(|course| course.name.to_string()));
    }
    match (parts.is_empty(), card) {
        (false, _) => parts.join(", "),
        (true, Card::Warnings) => "none ticked".to_owned(),
        (true, Card::Notes | Card::Medicines | Card::Own) => "nothing here".to_owned(),
        (true, _) => "not answered".to_owned(),
    }
}

/// An entry on one line: its words, then its answers.
pub fn entry(entry: &Entry, diary: &Diary) -> String {
    let mut parts = Vec::new();
    if let Some(region) = entry.region {
        parts.push(region.label().to_lowercase());
    }
    if let Some(text) = &entry.text {
        parts.push(text.as_str().lines().next().unwrap_or_default().chars().take(60).collect());
    }
    let mut foods: Vec<(String, u32)> = Vec::new();
    for line in &entry.foods {
        let words = format!("{} {} g", line.name, amount(line.grams));
        match foods.iter_mut().find(|(there, _)| *there == words) {
            Some((_, times)) => *times += 1,
            None => foods.push((words, 1)),
        }
    }
    parts.extend(foods.into_iter().map(|(words, times)| if times > 1 { format!("{times} × {words}") } else { words }));
    for (key, value) in entry.answers.iter() {
        if let Some(known) = diary.catalogue().get(key.as_str()) {
            let name = known.label.as_str().to_lowercase();
            let clock = matches!(known.kind, Kind::Duration);
            parts.push(match value {
                Value::YesNo(true) => name,
                Value::YesNo(false) => format!("no {name}"),
                value if clock => format!("{name} {}", hours_and_minutes(value.as_number())),
                value => format!("{name} {}", known.show(value)),
            });
        }
    }
    parts.join(", ")
}
