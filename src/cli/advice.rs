//! `gutskin advice`: what the suggestion pane says of a day, and every way to every card.

use serde_json::{Value, json};

use super::args::{AdviceArgs, TextFormat};
use super::dates::parse_given;
use super::exit::Failure;
use super::output::print;
use super::place::{Place, admit_damage};
use crate::evidence::card::{Card, ShowWhen};
use crate::evidence::gate::Part;
use crate::evidence::library::cards;
use crate::evidence::safety::{Flag, flags};
use crate::evidence::suggest::{Advice, Claimed, Ground, Idea, advise};
use crate::evidence::wording::{self, Chip};
use crate::model::text::escape_for_display;

pub(super) fn run(place: &Place, args: &AdviceArgs) -> Result<(), Failure> {
    if args.cards {
        return print(&match args.format {
            TextFormat::Text => cards().iter().map(card_line).collect::<String>(),
            TextFormat::Json => format!("{:#}\n", cards().iter().map(card_json).collect::<Value>()),
        });
    }
    let workspace = place.open_to_read()?;
    let today = parse_given(args.date.as_ref(), workspace.today())?.unwrap_or_else(|| workspace.today());
    let (diary, table) = (workspace.diary(), workspace.table());
    let flags = flags(diary, &table, today);
    let advice = advise(Ground { diary, table: &table, insights: None, flags: &flags, today });
    print(&match args.format {
        TextFormat::Text => text(&flags, &advice),
        TextFormat::Json => format!("{:#}\n", as_json(&flags, &advice)),
    })?;
    admit_damage(&workspace, place)
}

/// Ideas in the order of the pane: those for safety first.
fn ideas(advice: &Advice) -> impl Iterator<Item = &Idea> {
    advice.safety.iter().chain(&advice.ideas)
}

fn as_json(flags: &[Flag], advice: &Advice) -> Value {
    let flags = flags
        .iter()
        .map(|flag| json!({ "id": flag.id, "level": flag.level.code(), "words": flag.words, "because": flag.because }));
    let ideas = ideas(advice).map(|idea| {
        json!({
            "card": idea.card.id,
            "heading": idea.heading_word(),
            "title": idea.card.title,
            "why": idea.why_now,
        })
    });
    let silenced = advice.silenced.iter().map(|it| json!({ "card": it.card.id, "by": it.by.name() }));
    let missing = advice
        .missing
        .iter()
        .map(|it| json!({ "column": it.column, "label": it.label, "answered": it.answered, "needed": it.needed }));
    json!({
        "flags": flags.collect::<Vec<_>>(),
        "ideas": ideas.collect::<Vec<_>>(),
        "claimed": advice.claimed.iter().map(|claim| claim.card.id.as_str()).collect::<Vec<_>>(),
        "silenced": silenced.collect::<Vec<_>>(),
        "missing": missing.collect::<Vec<_>>(),
    })
}

fn text(flags: &[Flag], advice: &Advice) -> String {
    let mut lines: Vec<String> = Vec::new();
    for flag in flags {
        lines.push(format!("[{}] {}", flag.level.code(), flag.paragraph()));
    }
    let mut heading = "";
    for idea in ideas(advice) {
        if idea.heading() != heading {
            heading = idea.heading();
            lines.push(format!("{heading}:"));
        }
        lines.extend(idea_lines(idea));
    }
    if advice.is_nothing_now() {
        lines.push(format!("{}.", wording::NOTHING_NOW));
    }
    if let Some(running) = &advice.running {
        lines.push(format!("Being tried: {}, since {}.", running.name, running.from));
    }
    if !advice.claimed.is_empty() {
        lines.push("Often claimed:".to_owned());
        lines.extend(advice.claimed.iter().map(claim_line));
    }
    if !advice.silenced.is_empty() {
        lines.push("Silent now:".to_owned());
        lines.extend(advice.silenced.iter().map(|it| format!("  {} (by {})", it.card.id, it.by.name())));
    }
    if !advice.missing.is_empty() {
        lines.push("Still missing:".to_owned());
        let line = |label: &str, answered, needed| format!("  {label}: {answered} of at least {needed} days");
        lines.extend(advice.missing.iter().map(|it| line(&it.label, it.answered, it.needed)));
    }
    lines.iter().map(|line| escape_for_display(line) + "\n").collect()
}

fn idea_lines(idea: &Idea) -> Vec<String> {
    let (skin, health) = (idea.for_skin().words(), idea.for_health().words());
    vec![
        format!("  {} [{}]", idea.card.title, idea.card.id),
        format!("    {}", idea.why_now),
        format!("    {}: {skin}. {}: {health}.", wording::FOR_SKIN, wording::FOR_HEALTH),
        format!("    {}", idea.card.plain),
        format!("    Take care: {}", idea.card.cautions),
        format!("    ({})", wording::SELF_CARE),
    ]
}

fn claim_line(claim: &Claimed) -> String {
    let fits = if claim.fits.is_some() { format!("{}: ", wording::FITS_THE_LOG) } else { String::new() };
    let mut words: Vec<String> = claim.shown.say().map(str::to_owned).into_iter().collect();
    if claim.shown.has(Part::PopularClaim) {
        words.push(format!("“{}”", claim.card.claim));
    }
    if claim.shown.has(Part::Chips) {
        let (skin, health) = (Chip::for_skin(claim.card).words(), Chip::for_health(claim.card).words());
        words.push(format!("{}: {skin}. {}: {health}.", wording::FOR_SKIN, wording::FOR_HEALTH));
    }
    if claim.shown.has(Part::Plain) {
        words.push(claim.card.plain.clone());
    }
    format!("  {fits}{}", words.join(" "))
}

/// A card with every way to it: id, heading, ways, tab-separated.
fn card_line(card: &Card) -> String {
    let ways: Vec<String> = card.show_when.iter().map(ShowWhen::in_words).collect();
    let heading = wording::heading(card).unwrap_or("Never a tip");
    format!("{}\t{heading}\t{}\n", card.id, ways.join("; "))
}

fn card_json(card: &Card) -> Value {
    json!({
        "card": card.id,
        "title": card.title,
        "heading": wording::heading(card),
        "ways": card.show_when.iter().map(ShowWhen::in_words).collect::<Vec<_>>(),
    })
}
