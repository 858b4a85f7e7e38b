//! What the forms remember beside the diary: what stands open, what is being added. It belongs to one diary, as drafts do.

use std::collections::{BTreeMap, BTreeSet};

use crate::foods::diet_metric::DietMetric;
use crate::model::entry::{Card, EntryId, EntryKind};
use crate::model::region::Region;
use crate::model::time::{ClockTime, Day};

/// An entry that its first answer will make.
#[derive(Debug, Clone, Copy)]
pub(super) struct NewMoment {
    pub at: ClockTime,
    /// The number it will have.
    pub id: EntryId,
}

/// What the line of totals shows.
#[derive(Debug, Default)]
pub(super) struct ShownTotals {
    /// Whether the numbers stand open.
    pub open: bool,
    /// Whether they are those of seven days.
    pub week: bool,
    /// The number whose foods are shown.
    pub figure: Option<DietMetric>,
}

/// What the forms of one diary remember.
#[derive(Debug, Default)]
pub struct FormsState {
    /// Entries of single moments that are open to be changed.
    pub(super) open: BTreeSet<(Day, EntryId)>,
    /// Moments that are being added.
    pub(super) new_moments: BTreeMap<(Day, EntryKind), NewMoment>,
    /// The meal that is being put together.
    pub(super) composed: BTreeMap<Day, EntryId>,
    /// A card that somebody was led to, until it was brought into sight.
    pub sought: Option<Card>,
    /// The place of the body that is shown; none is the whole skin.
    pub(super) regions: BTreeMap<Day, Region>,
    /// Rows for another stool, by how many there were; whether the row has yet to take the keyboard over.
    pub(super) new_stools: BTreeMap<(Day, usize), bool>,
    pub(super) totals: ShownTotals,
    /// Cards that say what the score of a day is.
    pub(super) explained: BTreeSet<Card>,
    /// Questionnaires that are answered before they are due.
    pub(super) early: BTreeSet<(Day, EntryKind)>,
}
