//! What studies say of a path: its cards for this person, and how its line is drawn. A card that is closed to the person stands
//! as the words of its gate alone; its certainty still shapes the line, which shows the literature and proposes nothing.

use super::courses;
use super::plan::{ArrowPlan, StyleSource};
use crate::evidence::card::{Card, Direction};
use crate::evidence::gate::{self, Shown, Surface};
use crate::evidence::library;
use crate::evidence::situation::Person;
use crate::evidence::wording::Chip;
use crate::model::certainty::Certainty;
use crate::model::profile::Condition;

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
        let chip = Chip { certainty, direction }.words();
        let words = if about.is_empty() { chip.to_owned() } else { format!("{chip} ({about})") };
        let label = (certainty == Certainty::None).then_some(chip);
        Self { line: line(certainty), head: head(direction), words, label }
    }

    /// A trace; `label` is the short word for it on the map.
    pub(super) fn trace(words: &str, label: &'static str) -> Self {
        Self { line: Line::Trace, head: Head::None, words: words.to_owned(), label: Some(label) }
    }
}

/// A card on an arrow, as far as it is open to this person.
#[derive(Debug, Clone, PartialEq)]
pub struct ArrowCard {
    /// The card.
    pub card: &'static Card,
    /// What may be shown of it.
    pub shown: Shown,
}

/// The cards of an arrow for a person, as the file has them.
pub(super) fn cards(arrow: &ArrowPlan, person: &Person<'_>) -> Vec<ArrowCard> {
    let on_arrow = library::cards().iter().filter(|card| card.arrows().any(|id| id == arrow.id));
    on_arrow
        .filter(|card| card.is_for(person.profile))
        .map(|card| ArrowCard { card, shown: gate::shown(card, person, Surface::AxisArrow, false) })
        .filter(|on| !on.shown.is_nothing())
        .collect()
}

/// How an arrow is drawn that says the same to everybody, or follows the cards.
pub(super) fn style(arrow: &ArrowPlan, cards: &[ArrowCard], person: &Person<'_>) -> Style {
    match arrow.style {
        StyleSource::Fixed(certainty, direction) => Style::new(certainty, direction, &arrow.about),
        StyleSource::ByCourses => courses::style(&courses::running(person)),
        StyleSource::Link => Style { line: Line::Link, head: Head::None, words: arrow.about.clone(), label: None },
        StyleSource::ByPerson => by_person(arrow, cards, person),
    }
}

/// What is said where the cards leave out a condition of the person.
pub(super) fn gap(arrow: &'static ArrowPlan, person: &Person<'_>) -> Option<&'static str> {
    let gap = arrow.not_yet.as_ref()?;
    person.profile.conditions.iter().any(|condition| leaves_out(arrow, *condition)).then_some(gap.words.as_str())
}

fn leaves_out(arrow: &ArrowPlan, condition: Condition) -> bool {
    let gap = arrow.not_yet.as_ref();
    gap.is_some_and(|gap| gap.conditions.iter().any(|who| who.condition() == Some(condition)))
}

/// The best certainty for skin among the cards that say helps or harms; without any, the best of the rest.
fn by_person(arrow: &ArrowPlan, cards: &[ArrowCard], person: &Person<'_>) -> Style {
    let conditions = &person.profile.conditions;
    if !conditions.is_empty() && conditions.iter().all(|condition| leaves_out(arrow, *condition)) {
        return Style::trace("not in the cards yet", "no card yet");
    }
    let of_skin = |arrow_card: &ArrowCard| (arrow_card.card.skin_certainty, arrow_card.card.direction);
    let known = |direction: Direction| matches!(direction, Direction::Helps | Direction::Harms);
    let best = |sided: bool| {
        let fitting = cards.iter().map(of_skin).filter(|(_, direction)| known(*direction) == sided);
        fitting.min_by_key(|(certainty, _)| line(*certainty))
    };
    match best(true).or_else(|| best(false)) {
        Some((certainty, direction)) => Style::new(certainty, direction, &arrow.about),
        None if conditions.is_empty() => Style::trace("say your condition first", "no card"),
        None => Style::trace("no card for your condition", "no card"),
    }
}

/// How a certainty is drawn.
pub(super) fn line(certainty: Certainty) -> Line {
    match certainty {
        Certainty::High => Line::Thick,
        Certainty::Moderate => Line::Solid,
        Certainty::Low => Line::Dashed,
        Certainty::VeryLow => Line::Dotted,
        Certainty::Contested => Line::Zigzag,
        Certainty::NoEffect => Line::EndBar,
        Certainty::None => Line::Trace,
    }
}

fn head(direction: Direction) -> Head {
    match direction {
        Direction::Helps => Head::Helps,
        Direction::Harms => Head::Harms,
        Direction::Mixed => Head::Mixed,
        Direction::NoEffect => Head::NoEffect,
        Direction::Unknown => Head::None,
    }
}
