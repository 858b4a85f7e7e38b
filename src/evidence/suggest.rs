//! Which cards are shown now, in which order, and why.

use super::card::Card;
use super::library;
use super::measure::{self, NEEDED_DAYS, Reading, WINDOW_DAYS};
use super::safety::{Flag, flags, silences};
use super::{gate, wording};
use crate::columns::DayTable;
use crate::model::diary::Diary;
use crate::model::time::Day;

/// The most ideas shown at once.
const MOST_IDEAS: usize = 5;

/// An idea that fits the diary of the last days.
#[derive(Debug, Clone, PartialEq)]
pub struct Idea {
    /// The card.
    pub card: &'static Card,
    /// A few words: what the diary shows.
    pub headline: String,
    /// Why it is shown now, with days and numbers.
    pub why_now: String,
    /// How far the diary is from the aim, 0 to 1.
    pub distance: f64,
}

/// What is answered too rarely to say anything.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Missing {
    /// Name of what is missing.
    pub label: String,
    /// Days answered of the last 14.
    pub answered: usize,
    /// Days needed.
    pub needed: usize,
}

/// Everything the suggestion pane shows.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Advice {
    /// Come first.
    pub red_flags: Vec<Flag>,
    /// Whether red flags silence ideas about eating and drinking.
    pub diet_is_silenced: bool,
    /// At most five, best supported and furthest from the aim first.
    pub ideas: Vec<Idea>,
    /// Often claimed, not shown.
    pub unproven: Vec<&'static Card>,
    /// What is missing.
    pub missing: Vec<Missing>,
    /// How many the person has hidden.
    pub hidden: usize,
    /// Days with any entry among the last 14.
    pub logged_days: usize,
}

/// Chooses for a diary and a day.
pub fn suggest(diary: &Diary, table: &DayTable, today: Day) -> Advice {
    let red_flags = flags(diary, table, today);
    let silenced = silences(&red_flags);
    let diet_is_silenced = silenced.diet_ideas;
    let logged_days = diary.pages_between(today.plus(1 - WINDOW_DAYS), today).count();
    let mut advice = Advice { red_flags, diet_is_silenced, logged_days, ..Advice::default() };
    if logged_days < NEEDED_DAYS {
        let label = "Days with any entry".to_owned();
        advice.missing.push(Missing { label, answered: logged_days, needed: NEEDED_DAYS });
        return advice;
    }
    for card in library::cards().iter().filter(|card| is_for(card, diary)) {
        if diary.settings().hides(&card.id) {
            advice.hidden += 1;
        } else if card.is_unproven() {
            advice.unproven.push(card);
        }
    }
    let shown = library::cards().iter().filter(|card| is_for(card, diary) && !diary.settings().hides(&card.id));
    for (card, aim) in shown.filter_map(|card| Some((card, card.aim.as_ref()?))) {
        let is_silenced = silenced.all_tips || (diet_is_silenced && card.mechanism.is_diet());
        if gate::blocked(card, diary, today).is_some() || is_silenced {
            continue;
        }
        match measure::read(aim, diary, table, today) {
            Reading::Off { distance, headline, why } => {
                advice.ideas.push(Idea { card, headline, why_now: why, distance });
            }
            Reading::TooLittle { label, answered, .. } => {
                let missing = Missing { label, answered, needed: NEEDED_DAYS };
                if !advice.missing.contains(&missing) {
                    advice.missing.push(missing);
                }
            }
            Reading::Met => {}
        }
    }
    rank(&mut advice.ideas);
    advice
}

/// For everybody, or for a condition the person entered.
pub(super) fn is_for(card: &Card, diary: &Diary) -> bool {
    card.conditions
        .iter()
        .any(|who| who.condition().is_none_or(|condition| diary.profile().conditions.contains(&condition)))
}

/// Best supported first, then furthest from the aim; one idea a headline, since two cards may read the same number.
fn rank(ideas: &mut Vec<Idea>) {
    ideas.sort_by(|a, b| a.card.certainty.cmp(&b.card.certainty).then(b.distance.total_cmp(&a.distance)));
    let mut seen = Vec::new();
    ideas.retain(|idea| {
        let new = !seen.contains(&idea.headline);
        seen.push(idea.headline.clone());
        new
    });
    ideas.truncate(MOST_IDEAS);
}

impl Idea {
    /// The certainty word.
    pub fn certainty_word(&self) -> &'static str {
        wording::certainty(self.card.certainty)
    }
}
