//! One text that is being typed.

use std::fmt;
use std::rc::Rc;

use eframe::egui::Id;

use super::PAUSE;
use crate::edit::Command;
use crate::model::diary::Diary;
use crate::model::entry::EntryId;
use crate::model::time::Day;

/// What a text asks of the diary as it is when the text is handed over; `None` if nothing. Else why it does not fit.
pub type Ask = Rc<dyn Fn(&str, &Diary) -> Result<Option<Command>, String>>;

/// When a text is handed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum HandOver {
    /// A moment after its last key.
    #[default]
    Pause,
    /// On leaving the field, because the field goes away with it.
    Leaving,
    /// When it is added, with Enter or a button.
    Adding,
}

/// The field a text is typed into.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Field {
    /// Its name on the screen.
    pub name: String,
    /// The day it belongs to.
    pub day: Option<Day>,
    /// The entry of a single moment that it belongs to, and goes away with.
    pub entry: Option<EntryId>,
}

impl Field {
    /// Whether it belongs to an entry that is no longer there.
    pub(super) fn is_gone(&self, diary: &Diary) -> bool {
        let (Some(day), Some(entry)) = (self.day, self.entry) else { return false };
        diary.day_record(day).and_then(|page| page.entry(entry)).is_none()
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.day {
            Some(day) => write!(f, "{}, {}", self.name, day.short()),
            None => f.write_str(&self.name),
        }
    }
}

/// A text whose time has come.
pub struct Due {
    /// Its field.
    pub id: Id,
    /// What was typed.
    pub text: String,
    /// What it asks for.
    pub ask: Ask,
    /// The visit to the field in which it was typed.
    pub visit: u64,
    /// Whether it becomes something of its own, and so a step of its own.
    pub adds: bool,
}

/// A text that is being typed.
#[derive(Clone)]
pub(super) struct Draft {
    pub(super) text: String,
    /// What the diary had when the text was last the same as it.
    shown: String,
    /// What the diary has not heard of yet.
    pub(super) ask: Option<Ask>,
    pub(super) refused: Option<String>,
    pub(super) typed_at: f64,
    pub(super) hand_over: HandOver,
    pub(super) added: bool,
    pub(super) field: Field,
    visit: u64,
    /// Handed over just now: what the diary shows next comes of this text.
    settled: bool,
}

impl Draft {
    pub(super) fn new(shown: &str, visit: u64) -> Self {
        Self {
            text: shown.to_owned(),
            shown: shown.to_owned(),
            ask: None,
            refused: None,
            typed_at: 0.0,
            hand_over: HandOver::default(),
            added: false,
            field: Field::default(),
            visit,
            settled: false,
        }
    }

    pub(super) fn change(&mut self, text: String, now: f64) {
        (self.text, self.typed_at) = (text, now);
        (self.ask, self.refused, self.added) = (None, None, false);
    }

    /// A value that was set in another way, by an arrow key or by undo, takes the place of a text the diary has.
    pub(super) fn follow(&mut self, shown: &str) {
        if self.ask.is_some() || self.refused.is_some() {
            return;
        }
        if !std::mem::take(&mut self.settled) && self.shown != shown {
            shown.clone_into(&mut self.text);
        }
        shown.clone_into(&mut self.shown);
    }

    pub(super) fn due(&self, id: Id) -> Option<Due> {
        let (ask, text, adds) = (self.ask.clone()?, self.text.clone(), self.hand_over == HandOver::Adding);
        Some(Due { id, text, ask, visit: self.visit, adds })
    }

    pub(super) fn settle(&mut self, outcome: Result<(), String>) {
        self.added = false;
        self.settled = outcome.is_ok();
        self.refused = outcome.err();
        if self.hand_over != HandOver::Adding {
            self.ask = None;
        }
    }

    /// Seconds until it is handed over by itself. A field that was emptied waits until it is left: most are emptied to be
    /// written anew, and the entry of a moment would go away under the fingers.
    pub(super) fn ripe_in(&self, now: f64) -> Option<f64> {
        let by_itself = self.hand_over == HandOver::Pause && !self.text.trim().is_empty();
        (self.ask.is_some() && by_itself).then_some(self.typed_at + PAUSE - now)
    }

    pub(super) fn is_ripe(&self, now: f64) -> bool {
        self.ripe_in(now).is_some_and(|seconds| seconds <= 0.0)
    }

    /// Whether it will be handed over without anybody asking for it.
    pub(super) fn is_in_hand(&self) -> bool {
        self.ask.is_some() && self.hand_over != HandOver::Adding
    }

    /// Whether it would be something of its own if it were added.
    pub(super) fn is_unadded(&self) -> bool {
        self.ask.is_some() && self.hand_over == HandOver::Adding
    }

    /// Whether it must outlive its field.
    pub(super) fn is_needed(&self) -> bool {
        self.ask.is_some()
            || self.refused.is_some()
            || self.hand_over == HandOver::Adding && !self.text.trim().is_empty()
    }
}

impl fmt::Debug for Draft {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Draft").field("field", &self.field).field("text", &self.text).finish_non_exhaustive()
    }
}
