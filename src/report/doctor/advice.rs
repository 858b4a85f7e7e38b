//! What the program said to the person on the day the report was made: warnings first, then ideas with their sources.

use super::{Source, heading};
use crate::evidence::card::Citation;
use crate::evidence::safety::{self, Flag};
use crate::evidence::{suggest, wording};
use crate::report::document::{Block, Table};

/// Flags of the period that a doctor should know of, most urgent first.
pub(super) fn flags(source: &Source<'_>) -> Vec<Block> {
    let request = source.request;
    if !request.with_flags {
        return Vec::new();
    }
    let last = request.last.min(request.today);
    let flags = safety::flags_between(source.diary, source.table, request.first, last);
    let reported = flags.iter().filter(|flag| flag.level.is_reported());
    let points: Vec<String> = reported.map(Flag::paragraph).collect();
    if points.is_empty() {
        return Vec::new();
    }
    vec![heading("Needs a look first"), Block::List(points)]
}

/// Ideas of today: claim, certainty, why now, source.
pub(super) fn ideas(source: &Source<'_>) -> Vec<Block> {
    let advice = suggest::suggest(source.diary, source.table, source.request.today);
    if advice.ideas.is_empty() {
        return Vec::new();
    }
    let rows = advice.ideas.iter().map(|idea| {
        let card = idea.card;
        let sources: Vec<String> = card.citations.iter().map(Citation::line).collect();
        vec![
            idea.headline.clone(),
            format!(
                "{}\nClaim: “{}”\nFound ({}): {}\nFor: {}; {}.\nTo aim for: {}",
                idea.why_now,
                card.claim,
                idea.certainty_word(),
                card.finding,
                wording::conditions(card),
                wording::lag_window(card),
                card.target
            ),
            format!("{}\n{}", card.cautions, sources.join("\n")),
        ]
    });
    vec![
        heading("Ideas the program showed"),
        Block::Table(Table {
            caption: format!("Shown to the person on {}", source.request.today.short()),
            header: ["In the diary", "Why now, the claim, and what studies found", "Cautions and sources"]
                .map(str::to_owned)
                .to_vec(),
            rows: rows.collect(),
            widths: vec![1.1, 2.5, 2.0],
        }),
        Block::Aside(format!("Each is a {}.", wording::SELF_CARE)),
    ]
}
