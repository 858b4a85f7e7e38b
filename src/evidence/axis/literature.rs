//! What studies say of a path: its cards for this person, and how its line is drawn. A card that is closed to the person stands
//! as the words of its gate alone; its certainty still shapes the line, which shows the literature and proposes nothing.

use super::plan::{ArrowPlan, StyleSource};
use crate::evidence::card::{Card, Certainty, Direction};
use crate::evidence::{library, suggest};
use crate::model::diary::Diary;
use crate::model::time::Day;

/// How an arrow is drawn, thickest first. Certainty is never said by colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Line {
    /// Well supported.
    Thick,
    /// Probably.
    Solid,
    /// May, limited evidence.
    Dashed,
    /// Uncertain.
    Dotted,
    /// Experts disagree: a zigzag with a question mark.
    Zigzag,
    /// Studied, and no effect found: the line ends in a bar.
    EndBar,
    /// Not studied, or nothing to say: a faint trace.
    Trace,
    /// A plain link, such as a sum.
    Link,
}

/// Shape of an arrow's head.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Head {
    /// It helps.
    Helps,
    /// It harms.
    Harms,
    /// Studies point both ways.
    Mixed,
    /// No effect was found.
    NoEffect,
    /// Nothing is known of it.
    None,
}

/// How an arrow is drawn, and what that says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Style {
    /// The line.
    pub line: Line,
    /// Its head.
    pub head: Head,
    /// The same in words.
    pub words: String,
    /// What stands beside a trace, since a trace says nothing by itself.
    pub label: Option<&'static str>,
}

impl Style {
    fn new(certainty: Certainty, direction: Direction, about: &str) -> Self {
        let chip = chip(certainty, direction);
        let words = if about.is_empty() { chip.to_owned() } else { format!("{chip} ({about})") };
        Self { line: line(certainty), head: head(direction), words, label: None }
    }

    fn trace(words: &str) -> Self {
        Self { line: Line::Trace, head: Head::None, words: words.to_owned(), label: Some("no card") }
    }
}

/// A card on an arrow, as far as it may be read by this person.
#[derive(Debug, Clone, PartialEq)]
pub struct ArrowCard {
    /// The card.
    pub card: &'static Card,
    /// The words of the gate that holds; they lead, and where the card is closed they stand alone.
    pub say: Option<String>,
    /// Whether the rest of the card is closed.
    pub is_closed: bool,
}

/// The cards of an arrow for a person, as the file has them.
pub(super) fn cards(_arrow: &ArrowPlan, diary: &Diary, _day: Day) -> Vec<ArrowCard> {
    let on_arrow = library::cards().iter().filter(|_| false).filter(|card| suggest::is_for(card, diary));
    on_arrow.map(|card| ArrowCard { card, say: None, is_closed: false }).collect()
}

/// How an arrow is drawn that says the same to everybody, or follows the cards.
pub(super) fn style(arrow: &ArrowPlan, cards: &[ArrowCard], diary: &Diary) -> Style {
    match arrow.style {
        StyleSource::Fixed(certainty, direction) => Style::new(certainty, direction, &arrow.about),
        StyleSource::Link | StyleSource::ByCourses => {
            Style { line: Line::Link, head: Head::None, words: arrow.about.clone(), label: None }
        }
        StyleSource::ByPerson => by_person(arrow, cards, diary),
    }
}

/// The best certainty for skin among the cards that say helps or harms; without any, the best of the rest.
fn by_person(arrow: &ArrowPlan, cards: &[ArrowCard], diary: &Diary) -> Style {
    let conditions = &diary.profile().conditions;
    let is_left_out = |condition| {
        arrow.not_yet.as_ref().is_some_and(|gap| gap.conditions.iter().any(|who| who.condition() == Some(condition)))
    };
    if !conditions.is_empty() && conditions.iter().all(|condition| is_left_out(*condition)) {
        return Style::trace("not in the cards yet");
    }
    let of_skin = |arrow_card: &ArrowCard| (arrow_card.card.certainty, arrow_card.card.direction);
    let known = |direction: Direction| matches!(direction, Direction::Helps | Direction::Harms);
    let best = |sided: bool| {
        let fitting = cards.iter().map(of_skin).filter(|(_, direction)| known(*direction) == sided);
        fitting.min_by_key(|(certainty, _)| line(*certainty))
    };
    match best(true).or_else(|| best(false)) {
        Some((certainty, direction)) => Style::new(certainty, direction, &arrow.about),
        None if conditions.is_empty() => Style::trace("say your condition first"),
        None => Style::trace("no card for your condition"),
    }
}

fn line(certainty: Certainty) -> Line {
    match certainty {
        Certainty::High => Line::Thick,
        Certainty::Moderate => Line::Solid,
        Certainty::Low => Line::Dashed,
        Certainty::VeryLow => Line::Dotted,
        Certainty::Contested => Line::Zigzag,
    }
}

fn head(direction: Direction) -> Head {
    match direction {
        Direction::Helps => Head::Helps,
        Direction::Harms => Head::Harms,
        Direction::Mixed => Head::Mixed,
        Direction::NoEffect => Head::NoEffect,
    }
}

/// Certainty and direction in words, never one without the other.
fn chip(certainty: Certainty, direction: Direction) -> &'static str {
    match (certainty, direction) {
        (Certainty::High, Direction::Harms) => "worsens, well supported",
        (Certainty::High, _) => "helps, well supported",
        (Certainty::Moderate, Direction::Harms) => "probably worsens",
        (Certainty::Moderate, _) => "probably helps",
        (Certainty::Low, Direction::Helps) => "may help, limited evidence",
        (Certainty::Low, Direction::Harms) => "may worsen, limited evidence",
        (Certainty::Low, _) => "mixed results, limited evidence",
        (Certainty::VeryLow, _) => "uncertain",
        (Certainty::Contested, _) => "experts disagree",
    }
}
