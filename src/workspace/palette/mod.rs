//! What a line of words in the palette can mean: answers to be logged, a day, a place of the window, something to eat, a course, a
//! card, a day on which the words stand. It only says what would be done; whoever asked does it.

mod days;
mod eaten;
#[cfg(test)]
mod tests;

use crate::edit::{Command, quick_add};
use crate::evidence::browse::{CardQuery, find};
use crate::evidence::situation::Person;
use crate::foods::finder::Finder;
use crate::foods::meal_line::Habits;
use crate::model::course::CourseId;
use crate::model::diary::Diary;
use crate::model::food_line::FoodId;
use crate::model::time::Day;
use crate::words::named_day;

/// The most offers for one line.
pub const MOST_OFFERS: usize = 9;
/// Offers of one kind, where others fit too.
const OF_A_KIND: usize = 3;
/// Letters from which on the diary, the foods and the cards are searched.
const LEAST_LETTERS: usize = 3;
/// Words before the name of something that is to be started.
const START: [&str; 2] = ["start ", "take "];

/// Something of the window that can be gone to or done, by its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NamedPlace<'a> {
    /// What the menu says.
    pub label: &'a str,
    /// Whether it is a view, which is opened, or something that is done.
    pub is_view: bool,
}

/// What is searched, and for whom.
#[derive(Debug, Clone, Copy)]
pub struct PaletteScope<'a> {
    /// The diary.
    pub diary: &'a Diary,
    /// The open day, on which is logged.
    pub day: Day,
    /// The day it is now.
    pub today: Day,
    /// Whether anything can be logged.
    pub is_writable: bool,
    /// Whether a warning silences ideas about trying something.
    pub trials_are_silent: bool,
    /// Views and actions.
    pub places: &'a [NamedPlace<'a>],
    /// Finds foods.
    pub finder: &'a Finder,
    /// What the person usually eats.
    pub habits: &'a Habits,
}

/// What an offer does.
#[derive(Debug, Clone, PartialEq)]
pub enum Meaning {
    /// Changes the diary, as one step.
    Edit(Command),
    /// Opens a day.
    Day(Day),
    /// Goes to or does what has this place in the list that was given.
    Place(usize),
    /// Starts a course of this name.
    StartCourse(String),
    /// Opens a course.
    Course(CourseId),
    /// Opens the page of a food.
    Food(FoodId),
    /// Opens a card of the evidence, by its id.
    Card(String),
}

/// Something a line can mean, as it is said before Enter.
#[derive(Debug, Clone, PartialEq)]
pub struct PaletteOffer {
    /// What it does.
    pub meaning: Meaning,
    /// The word for doing it: `Log`, `Open`.
    pub verb: &'static str,
    /// What it is done with: `itch 4, stool form 3`.
    pub words: String,
    /// On which day, or of what kind.
    pub detail: String,
}

/// What a line can mean.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct PaletteFound {
    /// Its meanings, the likeliest first.
    pub offers: Vec<PaletteOffer>,
    /// Why it cannot be logged, where it looks as if it were meant to be.
    pub refused: Option<String>,
}

/// Finds what a line can mean. Nothing for a blank one.
pub fn palette_offers(scope: &PaletteScope<'_>, line: &str) -> PaletteFound {
    let line = line.trim();
    if line.is_empty() {
        return PaletteFound::default();
    }
    let logged = quick_add(scope.diary, scope.day, line);
    let is_answer = logged.is_ok();
    let has_digit = line.contains(|sign: char| sign.is_ascii_digit());
    let mut offers: Vec<PaletteOffer> = Vec::new();
    let mut refused = None;
    match logged {
        Ok(command) if scope.is_writable => offers.push(log_offer(scope, command)),
        Ok(_) => refused = Some("This diary is open for reading only.".to_owned()),
        Err(why) => refused = Some(why).filter(|_| has_digit),
    }
    offers.extend(named_day(line, scope.today).filter(|day| *day <= scope.today.plus(1)).map(day_offer));
    offers.extend(place_offers(scope, line));
    offers.extend(course_offers(scope, line));
    if !is_answer && line.chars().count() >= LEAST_LETTERS {
        offers.extend(eaten::offers(scope, line));
        offers.extend(days::offers(scope, line));
        // A line with a number means an answer or an amount, not a card in which both happen to stand.
        if !has_digit {
            offers.extend(card_offers(scope, line));
        }
    }
    offers.truncate(MOST_OFFERS);
    let refused = refused.filter(|_| offers.is_empty() || !scope.is_writable);
    PaletteFound { offers, refused }
}

fn log_offer(scope: &PaletteScope<'_>, command: Command) -> PaletteOffer {
    let label = command.label(scope.diary, scope.today);
    let day = scope.day.brief(scope.today);
    // A single answer names its day itself.
    let words = label.strip_suffix(&format!(", {day}")).unwrap_or(&label).to_owned();
    PaletteOffer { meaning: Meaning::Edit(command), verb: "Log", words, detail: day }
}

fn day_offer(day: Day) -> PaletteOffer {
    PaletteOffer { meaning: Meaning::Day(day), verb: "Open", words: day.long(), detail: "day".to_owned() }
}

/// Views and actions in which every word begins a word; those that begin with the line come first.
fn place_offers(scope: &PaletteScope<'_>, line: &str) -> Vec<PaletteOffer> {
    let fits = |place: &&(usize, &NamedPlace<'_>)| words_begin(place.1.label, line);
    let all: Vec<(usize, &NamedPlace<'_>)> = scope.places.iter().enumerate().collect();
    let mut found: Vec<_> = all.iter().filter(fits).collect();
    found.sort_by_key(|(_, place)| (!begins(place.label, line), !place.is_view));
    let offer = |(number, place): &(usize, &NamedPlace<'_>)| PaletteOffer {
        meaning: Meaning::Place(*number),
        verb: if place.is_view { "Go to" } else { "Do" },
        words: place.label.trim_end_matches('…').to_owned(),
        detail: if place.is_view { "view" } else { "action" }.to_owned(),
    };
    found.into_iter().take(OF_A_KIND + 1).map(offer).collect()
}

/// Courses by their name, and one to be started where that is what the line says.
fn course_offers(scope: &PaletteScope<'_>, line: &str) -> Vec<PaletteOffer> {
    let lower = line.to_lowercase();
    let named = START.iter().find_map(|start| lower.strip_prefix(start).map(|_| line.get(start.len()..)));
    let named = named.flatten().map(str::trim).filter(|name| !name.is_empty() && scope.is_writable);
    let start = named.map(|name| PaletteOffer {
        meaning: Meaning::StartCourse(name.to_owned()),
        verb: "Start",
        words: name.to_owned(),
        detail: "course".to_owned(),
    });
    let sought = named.unwrap_or(line);
    let fits = |name: &str| sought.chars().count() >= LEAST_LETTERS && words_begin(name, sought);
    let known = scope.diary.courses().rev().filter(|course| fits(course.name.as_str())).take(OF_A_KIND);
    let known = known.map(|course| PaletteOffer {
        meaning: Meaning::Course(course.id),
        verb: "Open",
        words: course.name.to_string(),
        detail: format!("course since {}", course.start.brief(scope.today)),
    });
    start.into_iter().chain(known).collect()
}

fn card_offers(scope: &PaletteScope<'_>, line: &str) -> Vec<PaletteOffer> {
    let person = Person::on(scope.diary, scope.today);
    let query = CardQuery { text: line.to_owned(), ..CardQuery::default() };
    let mut found = find(&person, scope.trials_are_silent, &query);
    found.sort_by_key(|listed| !words_begin(&listed.name(), line));
    let offer = |listed: &crate::evidence::browse::Listed| PaletteOffer {
        meaning: Meaning::Card(listed.card.id.clone()),
        verb: "Read",
        words: listed.name(),
        detail: "evidence".to_owned(),
    };
    found.iter().take(OF_A_KIND).map(offer).collect()
}

fn begins(text: &str, line: &str) -> bool {
    text.to_lowercase().starts_with(&line.to_lowercase())
}

/// Whether every word of a line begins a word of a text.
fn words_begin(text: &str, line: &str) -> bool {
    let text = text.to_lowercase();
    let words: Vec<&str> = text.split(|sign: char| !sign.is_alphanumeric()).collect();
    let line = line.to_lowercase();
    line.split_whitespace().all(|sought| words.iter().any(|word| word.starts_with(sought)))
}
