//! What the forms remember beside the diary: what stands open, what is being added. It belongs to one diary, as drafts do.

use std::collections::{BTreeMap, BTreeSet};

use crate::foods::diet_metric::DietMetric;
use crate::model::diary::Diary;
use crate::model::entry::{Card, EntryId, EntryKind};
use crate::model::region::Region;
use crate::model::time::{ClockTime, Day};
use crate::ui::widgets::body_map::BodyMapState;

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
    /// Times of moments that are being added: the first answer makes the entry.
    pub(super) new_moments: BTreeMap<(Day, EntryKind), ClockTime>,
    /// Kinds of which the card that is being drawn offers another entry at its foot.
    pub(super) moments_offered: Vec<EntryKind>,
    /// Meals that are being put together, each from its first food on; `None` until that has made the entry.
    pub(super) composed: BTreeMap<Day, Option<EntryId>>,
    /// A card that somebody was led to, until it was brought into sight.
    pub sought: Option<Card>,
    /// The places of the body that are answered for together; none is the whole skin.
    pub(super) regions: BTreeMap<Day, Vec<Region>>,
    /// How the body map is looked at.
    pub(super) body_map: BodyMapState,
    /// Whether the body map stands open.
    pub(super) is_map_open: bool,
    /// Rows for another stool, by how many there were; whether the row has yet to take the keyboard over.
    pub(super) new_stools: BTreeMap<(Day, usize), bool>,
    pub(super) totals: ShownTotals,
    /// Cards that say what the score of a day is.
    pub(super) explained: BTreeSet<Card>,
    /// What warning signs are looked for by.
    pub(super) sought_sign: String,
    /// Groups of warning signs that stand open, by their number.
    pub(super) open_signs: BTreeSet<usize>,
    /// The day whose first row was offered to the keyboard.
    pub(super) offered: Option<Day>,
    /// Questionnaires that are answered before they are due.
    pub(super) early: BTreeSet<(Day, EntryKind)>,
}

impl FormsState {
    /// Takes in the entries that an edit made: one that was asked for here takes the place of what asked for it. Another with the
    /// number of one that was taken back is not that one.
    pub fn entries_made(&mut self, diary: &Diary, made: &[(Day, EntryId)]) {
        for (day, id) in made.iter().copied() {
            self.open.remove(&(day, id));
            let Some(entry) = diary.day_record(day).and_then(|page| page.entry(id)) else { continue };
            match self.composed.get_mut(&day) {
                Some(composed @ None) if entry.kind == EntryKind::Meal && !entry.foods.is_empty() => {
                    *composed = Some(id);
                }
                Some(Some(other)) if *other == id => drop(self.composed.remove(&day)),
                _ => {}
            }
            if entry.at.is_some() && self.new_moments.get(&(day, entry.kind)).copied() == entry.at {
                self.new_moments.remove(&(day, entry.kind));
                self.open.insert((day, id));
            }
        }
    }
}
