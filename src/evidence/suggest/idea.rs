//! One idea, with why it is shown now and what may be done with it.

use super::{OwnDiary, Running, silence};
use crate::evidence::card::{Card, Tip, TryIt};
use crate::evidence::distance::Distance;
use crate::evidence::gate::{self, Shown, Surface};
use crate::evidence::situation::Person;
use crate::evidence::wording::{self, Chip};
use crate::model::decision::Choice;
use crate::model::diary::Diary;
use crate::model::time::Day;

/// An idea that fits the diary of the last days.
#[derive(Debug, Clone, PartialEq)]
pub struct Idea {
    /// The card.
    pub card: &'static Card,
    /// How far the diary is from the aim, or above what makes the card worth a look; `None` if a red flag raised it.
    pub distance: Option<Distance>,
    /// Why it is shown now, with days and numbers; without amounts where none may be given.
    pub why_now: String,
    /// What may be shown of the card.
    pub shown: Shown,
    /// Whether it can be tried.
    pub offer: Offer,
    /// What the person's own diary shows of it.
    pub own: OwnDiary,
    /// When it was tried before.
    pub tried: Option<Tried>,
}

/// Whether a change can be started.
#[derive(Debug, Clone, PartialEq)]
pub enum Offer {
    /// The card names no change.
    None,
    /// This one.
    Open(&'static TryIt),
    /// Not now, and why.
    Closed(String),
}

impl Offer {
    /// Whether it can be started now.
    pub fn is_open(&self) -> bool {
        matches!(self, Self::Open(_))
    }

    /// Whether the change of a card can be started by this person, while red flags silence trials or another change runs.
    pub fn from(card: &'static Card, person: &Person<'_>, trials_wait: bool, running: Option<&Running>) -> Self {
        let Some(try_it) = &card.try_it else { return Self::None };
        if trials_wait {
            return Self::Closed(silence::TRIALS_WAIT.to_owned());
        }
        if gate::shown(card, person, Surface::Try, false).is_nothing() {
            return Self::Closed(gate::access(card, person).say().unwrap_or_default().to_owned());
        }
        running.map_or(Self::Open(try_it), |running| Self::Closed(running.one_at_a_time()))
    }
}

/// A change that was tried before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tried {
    /// The day it was decided on.
    pub from: Day,
    /// The day on which to judge.
    pub judge_on: Day,
}

impl Tried {
    /// The newest time a card was tried, if that is over.
    pub(super) fn find(card: &Card, diary: &Diary, today: Day) -> Option<Self> {
        let tries = diary.decisions().filter_map(|decision| match &decision.choice {
            Choice::Trying { card: id, judge_on, judged, .. } if *id == card.id => {
                (judged.is_some() || *judge_on < today).then_some(Self { from: decision.made, judge_on: *judge_on })
            }
            _ => None,
        });
        tries.max_by_key(|tried| tried.judge_on)
    }
}

impl Idea {
    /// What is known for the skin.
    pub fn for_skin(&self) -> Chip {
        Chip::for_skin(self.card)
    }

    /// What is known for health.
    pub fn for_health(&self) -> Chip {
        Chip::for_health(self.card)
    }

    /// What it stands under.
    pub fn heading(&self) -> &'static str {
        wording::heading(self.card).unwrap_or_default()
    }

    /// The same in one word: `skin`, `health` or `safety`.
    pub fn heading_word(&self) -> &'static str {
        match self.card.tip {
            Tip::ForSkin => "skin",
            Tip::ForHealth => "health",
            Tip::ForSafety | Tip::Never => "safety",
        }
    }

    /// Whether it can be put aside: what is said for safety cannot.
    pub fn can_be_turned_down(&self) -> bool {
        self.card.tip != Tip::ForSafety
    }
}
