//! What the foods of a day, and of the days before it, say.

use super::window::Window;
use crate::foods::food::PlantId;
use crate::foods::occasions::Occasions;
use crate::foods::pantry::Pantry;
use crate::foods::plants::Plant;
use crate::foods::totals::Totals;
use crate::model::diary::Diary;
use crate::model::entry::EntryKind;
use crate::model::page::Page;

/// What the foods of one day say.
pub(super) struct FoodDay {
    /// What they add up to.
    pub totals: Totals,
    /// Whether a meal is among them, and not drinks alone.
    pub has_meal: bool,
    plants: Vec<(PlantId, Plant)>,
    occasions: Occasions,
}

impl FoodDay {
    /// The foods of a page; `None` if none is logged.
    pub(super) fn on(pantry: &Pantry, page: &Page) -> Option<Self> {
        let mut lines = page.entries.iter().flat_map(|entry| &entry.foods).peekable();
        lines.peek()?;
        let totals = Totals::of(pantry, lines);
        let has_meal = page.entries.iter().any(|entry| entry.kind == EntryKind::Meal && !entry.foods.is_empty());
        Some(Self { plants: totals.plants().collect(), totals, has_meal, occasions: Occasions::of_page(pantry, page) })
    }
}

impl Window<'_> {
    fn foods(&self) -> impl Iterator<Item = &FoodDay> {
        self.days.iter().filter_map(|day| day.foods())
    }

    /// The different plants in the foods of its days.
    pub(super) fn plants(&self) -> Vec<Plant> {
        let mut plants: Vec<&(PlantId, Plant)> = self.foods().flat_map(|day| &day.plants).collect();
        plants.sort_unstable_by_key(|(id, _)| *id);
        plants.dedup_by_key(|(id, _)| *id);
        plants.into_iter().map(|(_, plant)| *plant).collect()
    }

    /// Ultra-processed foods of its days as a share of those whose class is known.
    pub(super) fn ultra_processed_share(&self) -> Option<f64> {
        let known: u32 = self.foods().map(|day| day.totals.nova_known).sum();
        let ultra_processed: u32 = self.foods().map(|day| day.totals.ultra_processed).sum();
        (known > 0).then(|| f64::from(ultra_processed) / f64::from(known))
    }

    /// The eating occasions of its days.
    pub(super) fn occasions(&self) -> Occasions {
        self.foods().map(|day| day.occasions).sum()
    }
}

/// Whether any food is logged in a diary.
pub(super) fn any(diary: &Diary) -> bool {
    diary.pages().any(|page| has_foods(page))
}

/// Whether any food is logged on a page.
pub(super) fn has_foods(page: &Page) -> bool {
    page.entries.iter().any(|entry| !entry.foods.is_empty())
}
