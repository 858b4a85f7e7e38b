//! What the program said to the person on the day the report was made: warnings first, then ideas with their sources.

use super::{Source, heading};
use crate::evidence::card::{Card, Citation};
use crate::evidence::gate::{Surface, shown};
use crate::evidence::safety::{self, Flag};
use crate::evidence::situation::Person;
use crate::evidence::suggest::{Ground, advise};
use crate::evidence::wording::{self, Chip};
use crate::report::document::{Block, Table};
use crate::words::report::advice as words;

/// Flags that page one says, the most urgent.
const MOST_FLAGS: usize = 3;

/// Flags of the period that a doctor should know of, most urgent first.
pub(super) fn flags(source: &Source<'_>) -> Vec<Block> {
    let request = source.request;
    if !request.with_flags {
        return Vec::new();
    }
    let last = request.last.min(request.today);
    let flags = safety::flags_between(source.diary, source.table, request.first, last);
    let reported = flags.iter().filter(|flag| flag.level.is_reported());
    let mut points: Vec<String> = reported.map(Flag::paragraph).collect();
    if points.is_empty() {
        return Vec::new();
    }
    let more = points.len().saturating_sub(MOST_FLAGS);
    points.truncate(MOST_FLAGS);
    let mut blocks = vec![heading(words::FLAGS), Block::List(points)];
    if more > 0 {
        blocks.push(Block::Aside(words::more_flags(more)));
    }
    blocks
}

/// The cards that were shown on the day of the report, each with why then.
fn shown_ideas(source: &Source<'_>) -> Vec<(&'static Card, String)> {
    let (diary, table, today) = (source.diary, source.table, source.request.today);
    let flags = safety::flags(diary, table, today);
    let advice = advise(Ground { diary, table, insights: None, flags: &flags, today });
    let person = Person::on(diary, today);
    let ideas = advice.safety.iter().chain(&advice.ideas);
    ideas
        .filter(|idea| !shown(idea.card, &person, Surface::Report, false).is_nothing())
        .map(|idea| (idea.card, idea.why_now.clone()))
        .collect()
}

/// The sources of the ideas that were shown.
pub(super) fn citations(source: &Source<'_>) -> Vec<String> {
    shown_ideas(source).iter().flat_map(|(card, _)| card.citations.iter().map(Citation::line)).collect()
}

/// Ideas of today: claim, certainty, why now, source.
pub(super) fn ideas(source: &Source<'_>) -> Vec<Block> {
    let rows: Vec<Vec<String>> = shown_ideas(source)
        .into_iter()
        .map(|(card, why_now)| {
            let sources: Vec<String> = card.citations.iter().map(Citation::line).collect();
            vec![
                card.title.clone(),
                words::studies(&words::Studies {
                    why_now: &why_now,
                    claim: &card.claim,
                    finding: &card.finding,
                    skin: &format!("{}: {}.", wording::FOR_SKIN, Chip::for_skin(card).words()),
                    health: &format!("{}: {}.", wording::FOR_HEALTH, Chip::for_health(card).words()),
                    conditions: &wording::conditions(card),
                    lag_window: &wording::lag_window(card),
                }),
                format!("{}\n{}", card.cautions, sources.join("\n")),
            ]
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    vec![
        heading(words::IDEAS),
        Block::Table(Table {
            caption: words::caption(source.request.today),
            header: words::HEADER.map(str::to_owned).to_vec(),
            rows,
            widths: vec![1.1, 2.5, 2.0],
            ..Table::default()
        }),
        Block::Aside(words::each_is(wording::SELF_CARE)),
    ]
}
