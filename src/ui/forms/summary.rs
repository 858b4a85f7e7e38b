//! What a folded card says it holds.

use crate::model::diary::Diary;
use crate::model::entry::Card;
use crate::model::page::Page;

/// The first few answers of a card in words; "not answered" if there are none.
pub fn of(card: Card, page: Option<&Page>, diary: &Diary) -> String {
    let mut parts = Vec::new();
    for entry in page.iter().flat_map(|page| &page.entries).filter(|entry| entry.kind.card() == card) {
        for (key, value) in entry.answers.iter() {
            if let Some(known) = diary.catalogue().get(key.as_str()) {
                parts.push(format!("{} {}", known.label.as_str().to_lowercase(), known.show(value)));
            }
        }
        if let Some(text) = &entry.text {
            parts.push(text.as_str().chars().take(40).collect());
        }
    }
    if parts.is_empty() { "not answered".to_owned() } else { parts.join(", ") }
}
