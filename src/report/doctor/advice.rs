//! What the program said to the person on the day the report was made: warnings first, then ideas with their sources.

use super::{Source, heading};
use crate::evidence::card::{Card, Citation};
use crate::evidence::gate::{Surface, shown};
use crate::evidence::safety::{self, Flag};
use crate::evidence::situation::Person;
use crate::evidence::suggest::{Ground, advise};
use crate::evidence::wording::{self, Chip};
use crate::report::document::{Block, Table};
use crate::words::count;

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
    // Their words speak to the person, not to whoever reads the report.
    let title = "Needs a look first: what the diary said to the person";
    let mut blocks = vec![heading(title), Block::List(points)];
    if more > 0 {
        blocks
            .push(Block::Aside(format!("{} in the part on warning signs.", count(more, "more stands", "more stand"))));
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
                format!(
                    "{why_now}\nClaim: “{}”\nFound: {}\n{}: {}. {}: {}.\nFor: {}; {}.",
                    card.claim,
                    card.finding,
                    wording::FOR_SKIN,
                    Chip::for_skin(card).words(),
                    wording::FOR_HEALTH,
                    Chip::for_health(card).words(),
                    wording::conditions(card),
                    wording::lag_window(card),
                ),
                format!("{}\n{}", card.cautions, sources.join("\n")),
            ]
        })
        .collect();
    if rows.is_empty() {
        return Vec::new();
    }
    vec![
        heading("Ideas the program showed"),
        Block::Table(Table {
            caption: format!("Shown to the person on {}", source.request.today.short()),
            header: ["In the diary", "Why now, the claim, and what studies found", "Cautions and sources"]
                .map(str::to_owned)
                .to_vec(),
            rows,
            widths: vec![1.1, 2.5, 2.0],
            ..Table::default()
        }),
        Block::Aside(format!("Each is a {}.", wording::SELF_CARE)),
    ]
}
