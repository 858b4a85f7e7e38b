//! Undo and redo: named steps, each holding the changes that made it.
//!
//! Undoing is not forgetting: every undo is itself written to the journal as new values, so a crash after it keeps it.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use serde::{Deserialize, Serialize};

use super::change::Change;

/// Rapid edits of one field closer together than this become one step.
const MERGE_WITHIN: Duration = Duration::from_secs(2);
/// Steps that can be undone.
const MOST_STEPS: usize = 200;

/// What an edit must share with the one before it to become one step with it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MergeKey {
    /// The same field of the same record, within two seconds.
    Rapid(String),
    /// The same visit of the keyboard to a field, however long it lasts and however often it pauses.
    Visit(u64),
    /// The same sitting, by what its order was drawn from, however long it lasts: what it changed is one step as long as nothing else
    /// was done in between.
    Sitting(u64),
}

impl MergeKey {
    /// Whether edits this far apart are still one step.
    fn spans(&self, pause: Duration) -> bool {
        match self {
            Self::Rapid(_) => pause < MERGE_WITHIN,
            Self::Visit(_) | Self::Sitting(_) => true,
        }
    }
}

/// One step that can be undone or redone.
#[derive(Debug, Clone)]
pub struct Step {
    /// Name, as in "Undo *Redness 3, 28 Nov*".
    pub label: String,
    /// The changes, in the order they were made.
    pub changes: Vec<Change>,
    merge_key: Option<MergeKey>,
    made: Instant,
}

/// A step as it is kept after the diary is closed.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeptStep {
    /// Name of the step.
    pub label: String,
    /// The changes, in the order they were made.
    pub changes: Vec<Change>,
}

/// The steps that can be undone and redone.
#[derive(Debug, Clone, Default)]
pub struct History {
    done: VecDeque<Step>,
    undone: Vec<Step>,
}

impl History {
    /// A history that begins with steps of an earlier run, oldest first. Nothing joins them.
    pub fn going_on(steps: Vec<KeptStep>, now: Instant) -> Self {
        let older = steps.len().saturating_sub(MOST_STEPS);
        let step = |KeptStep { label, changes }| Step { label, changes, merge_key: None, made: now };
        Self { done: steps.into_iter().skip(older).map(step).collect(), undone: Vec::new() }
    }

    /// The steps that can be undone, oldest first, as they are kept.
    pub fn to_keep(&self) -> Vec<KeptStep> {
        let kept = |step: &Step| KeptStep { label: step.label.clone(), changes: step.changes.clone() };
        self.done.iter().map(kept).collect()
    }

    /// Records changes just made. They join the step before if both share a merge key that spans the time between them; a step
    /// that has come back to where it began is no step any more.
    pub fn record(&mut self, label: String, changes: Vec<Change>, merge_key: Option<MergeKey>, now: Instant) {
        self.undone.clear();
        if let Some(last) = self.done.back_mut()
            && last.merge_key == merge_key
            && merge_key.as_ref().is_some_and(|key| key.spans(now.duration_since(last.made)))
            && let Some(merged) = merge(merge_key.as_ref(), &last.changes, &changes)
        {
            if merged.iter().all(Change::is_nothing) {
                self.done.pop_back();
            } else {
                *last = Step { label, changes: merged, merge_key, made: now };
            }
            return;
        }
        if self.done.len() == MOST_STEPS {
            self.done.pop_front();
        }
        self.done.push_back(Step { label, changes, merge_key, made: now });
    }

    /// Takes the last step to be undone; gives its changes the other way round, last first.
    pub fn undo(&mut self) -> Option<(String, Vec<Change>)> {
        let step = self.done.pop_back()?;
        let back = step.changes.iter().rev().cloned().map(Change::inverse).collect();
        let label = step.label.clone();
        self.undone.push(Step { merge_key: None, ..step });
        Some((label, back))
    }

    /// Takes the last undone step to be made again.
    pub fn redo(&mut self) -> Option<(String, Vec<Change>)> {
        let step = self.undone.pop()?;
        let again = (step.label.clone(), step.changes.clone());
        self.done.push_back(step);
        Some(again)
    }

    /// Takes every change that a test picks out of all steps; a step of nothing else goes.
    pub fn forget(&mut self, is_gone: impl Fn(&Change) -> bool) {
        for step in self.done.iter_mut().chain(&mut self.undone) {
            step.changes.retain(|change| !is_gone(change));
        }
        self.done.retain(|step| !step.changes.is_empty());
        self.undone.retain(|step| !step.changes.is_empty());
    }

    /// Name of the step that undo would take back.
    pub fn undo_label(&self) -> Option<&str> {
        self.done.back().map(|step| step.label.as_str())
    }

    /// Name of the step that redo would make again.
    pub fn redo_label(&self) -> Option<&str> {
        self.undone.last().map(|step| step.label.as_str())
    }
}

/// Joins two single changes of one thing into the one that leads from before the first to after the second. What belongs to a sitting
/// joins whatever it touches.
fn merge(key: Option<&MergeKey>, first: &[Change], second: &[Change]) -> Option<Vec<Change>> {
    if let Some(MergeKey::Sitting(_)) = key {
        let mut joined = first.to_vec();
        for change in second {
            change.clone().join(&mut joined);
        }
        return Some(joined);
    }
    let ([first], [second]) = (first, second) else { return None };
    first.followed_by(second).map(|both| vec![both])
}
