//! What is being typed, until the diary has it: one place for all fields of a diary, so that a text outlives its field.
//!
//! A text is handed over a moment after its last key, on leaving its field, and before anything else is done. While the keyboard
//! is in the field it stays there as it was typed, also after it was handed over. What does not fit stays with the reason. What
//! becomes an entry of its own only by Enter or a button stays too, and is never called saved.

mod draft;

use std::time::Duration;

use eframe::egui::{self, Context, Id, IdMap, Ui};

use self::draft::Draft;
pub use self::draft::{Ask, Due, Field, HandOver};
use crate::model::diary::Diary;

/// Seconds after the last key until a text is handed over.
pub const PAUSE: f64 = 0.8;

/// What of all that is typed the diary does not have yet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typing {
    /// Nothing.
    Nothing,
    /// Something that will be handed over in a moment.
    InHand,
    /// Something that does not fit; holds the name of its field.
    Refused(String),
    /// So many things that become entries only when they are added.
    NotAdded(usize),
}

/// Something typed that the diary will not have by itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unkept {
    /// The name of its field, and the day.
    pub field: String,
    /// What was typed.
    pub text: String,
    /// Why it does not fit, if so; else it was not added yet.
    pub refused: Option<String>,
}

/// Everything that is being typed into the fields of one diary.
#[derive(Debug, Clone, Default)]
pub struct Drafts {
    held: IdMap<Draft>,
    visits: u64,
}

impl Drafts {
    /// What a field is to show: what was typed into it, or what the diary has.
    pub fn text(&mut self, id: Id, shown: &str) -> String {
        let Some(draft) = self.held.get_mut(&id) else { return shown.to_owned() };
        draft.follow(shown);
        draft.text.clone()
    }

    /// Takes in what a field holds after it was drawn. Gives whether it changed just now.
    pub fn put(&mut self, ui: &Ui, id: Id, text: String, shown: &str) -> bool {
        let before = self.held.get(&id).map_or(shown, |draft| draft.text.as_str());
        let changed = text != before;
        if !changed && (self.held.contains_key(&id) || !ui.memory(|memory| memory.has_focus(id))) {
            return false;
        }
        let now = ui.input(|input| input.time);
        let visits = &mut self.visits;
        let draft = self.held.entry(id).or_insert_with(|| {
            *visits += 1;
            Draft::new(shown, *visits)
        });
        if changed {
            draft.change(text, now);
        }
        changed
    }

    /// Says what the text of a field asks of the diary, and when.
    pub fn ask(&mut self, id: Id, field: Field, hand_over: HandOver, ask: Ask) {
        if let Some(draft) = self.held.get_mut(&id) {
            (draft.field, draft.hand_over, draft.ask) = (field, hand_over, Some(ask));
        }
    }

    /// Keeps a text that goes with another one until that is added.
    pub fn keep_until_added(&mut self, id: Id, field: Field) {
        if let Some(draft) = self.held.get_mut(&id) {
            (draft.field, draft.hand_over) = (field, HandOver::Adding);
        }
    }

    /// Hands a text over that waits to be added.
    pub fn add(&mut self, id: Id) {
        if let Some(draft) = self.held.get_mut(&id) {
            draft.added = true;
        }
    }

    /// Drops what was typed, because the value was set in another way.
    pub fn forget(&mut self, id: Id) {
        self.held.remove(&id);
    }

    /// Says why what was typed does not fit.
    pub fn refuse(&mut self, id: Id, name: &str, why: String) {
        if let Some(draft) = self.held.get_mut(&id) {
            name.clone_into(&mut draft.field.name);
            draft.refused = Some(why);
        }
    }

    /// Why what was typed does not fit.
    pub fn refusal(&self, id: Id) -> Option<&str> {
        self.held.get(&id)?.refused.as_deref()
    }

    /// The texts whose time has come; with `all`, all but those that wait to be added.
    pub fn due(&self, ctx: &Context, all: bool) -> Vec<Due> {
        if self.held.is_empty() {
            return Vec::new();
        }
        let (now, focused) = (ctx.input(|input| input.time), ctx.memory(egui::Memory::focused));
        let is_due = |(id, draft): &(&Id, &Draft)| match draft.hand_over {
            HandOver::Adding => draft.added,
            HandOver::Pause | HandOver::Leaving => all || focused != Some(**id) || draft.is_ripe(now),
        };
        let mut due: Vec<_> = self.held.iter().filter(is_due).collect();
        due.sort_by(|(_, a), (_, b)| a.typed_at.total_cmp(&b.typed_at));
        due.into_iter().filter_map(|(id, draft)| draft.due(*id)).collect()
    }

    /// Notes what came of a text that was handed over. What was added leaves its fields empty.
    pub fn settle(&mut self, id: Id, outcome: Result<(), String>) {
        let Some(draft) = self.held.get_mut(&id) else { return };
        let added = draft.hand_over == HandOver::Adding && outcome.is_ok();
        let field = draft.field.clone();
        draft.settle(outcome);
        if added {
            self.held.retain(|_, draft| draft.hand_over != HandOver::Adding || draft.field != field);
        }
    }

    /// Drops what needs no keeping: fields that were left, and fields of entries that are gone.
    pub fn sweep(&mut self, ctx: &Context, diary: &Diary) {
        if !self.held.is_empty() {
            let focused = ctx.memory(egui::Memory::focused);
            self.held.retain(|id, draft| !draft.field.is_gone(diary) && (focused == Some(*id) || draft.is_needed()));
        }
    }

    /// How long until the next text is to be handed over.
    pub fn next_due(&self, ctx: &Context) -> Option<Duration> {
        let now = ctx.input(|input| input.time);
        let waits = self.held.values().filter_map(|draft| draft.ripe_in(now));
        waits.min_by(f64::total_cmp).and_then(|seconds| Duration::try_from_secs_f64(seconds.max(0.0)).ok())
    }

    /// What of all that is typed the diary does not have yet.
    pub fn state(&self) -> Typing {
        if self.held.values().any(Draft::is_in_hand) {
            return Typing::InHand;
        }
        let refused = self.held.values().filter(|draft| draft.refused.is_some());
        if let Some(draft) = refused.max_by(|a, b| a.typed_at.total_cmp(&b.typed_at)) {
            return Typing::Refused(draft.field.to_string());
        }
        match self.held.values().filter(|draft| draft.is_unadded()).count() {
            0 => Typing::Nothing,
            count => Typing::NotAdded(count),
        }
    }

    /// What will not be in the diary unless something is done about it, in the order it was typed.
    pub fn unkept(&self) -> Vec<Unkept> {
        let mut drafts: Vec<&Draft> =
            self.held.values().filter(|draft| draft.refused.is_some() || draft.is_unadded()).collect();
        drafts.sort_by(|a, b| a.typed_at.total_cmp(&b.typed_at));
        let unkept = |draft: &Draft| Unkept {
            field: draft.field.to_string(),
            text: draft.text.trim().to_owned(),
            refused: draft.refused.clone(),
        };
        drafts.into_iter().map(unkept).collect()
    }

    /// Hands over everything that waits to be added.
    pub fn add_all(&mut self) {
        self.held.values_mut().filter(|draft| draft.is_unadded()).for_each(|draft| draft.added = true);
    }

    /// Gives up what is not kept.
    pub fn drop_unkept(&mut self) {
        self.held.retain(|_, draft| draft.refused.is_none() && !draft.is_unadded());
    }
}
