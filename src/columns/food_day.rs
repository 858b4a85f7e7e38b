//! What the foods of one day say.

use crate::foods::food::PlantId;
use crate::foods::occasions::Occasions;
use crate::foods::pantry::Pantry;
use crate::foods::plants::Plant;
use crate::foods::totals::Totals;
use crate::model::day_record::DayRecord;
use crate::model::diary::Diary;
use crate::model::entry::EntryKind;

/// The foods of one day.
pub(super) struct FoodDay {
    /// What they add up to.
    pub totals: Totals,
    /// Whether a meal is among them, and not drinks alone.
    pub has_meal: bool,
    /// The different plants in them, rising.
    pub plants: Vec<(PlantId, Plant)>,
    /// Meals and drinks, and how many of them held an ultra-processed food.
    pub occasions: Occasions,
}

impl FoodDay {
    /// The foods of a page; `None` if none is logged.
    pub(super) fn on(pantry: &Pantry, page: &DayRecord) -> Option<Self> {
        let mut lines = page.entries.iter().flat_map(|entry| &entry.foods).peekable();
        lines.peek()?;
        let totals = Totals::of(pantry, lines);
        let has_meal = page.entries.iter().any(|entry| entry.kind == EntryKind::Meal && !entry.foods.is_empty());
        Some(Self { plants: totals.plants().collect(), totals, has_meal, occasions: Occasions::of_page(pantry, page) })
    }
}

/// Whether any food is logged in a diary.
pub(super) fn any(diary: &Diary) -> bool {
    diary.day_records().any(|page| has_foods(page))
}

/// Whether any food is logged on a page.
pub(super) fn has_foods(page: &DayRecord) -> bool {
    page.entries.iter().any(|entry| !entry.foods.is_empty())
}
