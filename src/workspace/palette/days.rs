//! Days on which some words stand: in a note, an event, a dose, a meal or the name of a food. The latest come first.

use super::{Meaning, OF_A_KIND, PaletteOffer, PaletteScope};
use crate::foods::past_meals;
use crate::model::entry::{Entry, EntryKind};

/// Letters of what stands there that are shown.
const SHOWN: usize = 60;

pub(super) fn offers(scope: &PaletteScope<'_>, line: &str) -> Vec<PaletteOffer> {
    let sought: Vec<String> = line.to_lowercase().split_whitespace().map(str::to_owned).collect();
    let days = scope.diary.day_records().rev();
    let found = days.filter_map(|record| {
        let entry = record.entries.iter().find(|entry| says(entry, &sought))?;
        Some(PaletteOffer {
            meaning: Meaning::Day(record.date),
            verb: "Open",
            words: excerpt(entry),
            detail: format!("{}, {}", entry.kind.label(), record.date.brief(scope.today)),
        })
    });
    found.take(OF_A_KIND).collect()
}

/// Whether all words stand in the words or the foods of an entry.
fn says(entry: &Entry, sought: &[String]) -> bool {
    let is_said = |word: &String| {
        entry.text.as_ref().is_some_and(|text| text.as_str().to_lowercase().contains(word.as_str()))
            || entry.foods.iter().any(|line| line.name.as_str().to_lowercase().contains(word.as_str()))
    };
    let has_words = entry.text.is_some() || !entry.foods.is_empty();
    has_words && sought.iter().all(is_said)
}

fn excerpt(entry: &Entry) -> String {
    match (&entry.text, entry.kind) {
        (Some(text), EntryKind::Note | EntryKind::Event | EntryKind::Dose) => {
            let line = text.as_str().lines().next().unwrap_or_default();
            let more = if line.chars().count() > SHOWN || text.as_str().lines().count() > 1 { "…" } else { "" };
            format!("{}{more}", line.chars().take(SHOWN).collect::<String>())
        }
        (text, _) => past_meals::title(text.as_ref(), &entry.foods),
    }
}
