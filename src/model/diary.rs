//! The diary: everything one person keeps. Anyone may read it; only the layer `edit` may change it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;
use std::sync::Arc;

use super::catalogue::Catalogue;
use super::course::{Course, CourseId};
use super::food_line::FoodId;
use super::meal_template::TemplateId;
use super::page::Page;
use super::pantry::Pantry;
use super::profile::Profile;
use super::settings::Settings;
use super::stretch::{self, Stretch};
use super::time::Day;

/// Everything one person keeps. A clone shares its pages, so a snapshot for another thread is cheap.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Diary {
    pub(crate) pages: BTreeMap<Day, Arc<Page>>,
    pub(crate) courses: BTreeMap<CourseId, Course>,
    pub(crate) catalogue: Catalogue,
    pub(crate) settings: Settings,
    pub(crate) profile: Profile,
    pub(crate) pantry: Arc<Pantry>,
}

impl Diary {
    /// The page of a day, if anything is logged.
    pub fn page(&self, day: Day) -> Option<&Arc<Page>> {
        self.pages.get(&day)
    }

    /// All pages, by day.
    pub fn pages(&self) -> impl DoubleEndedIterator<Item = &Arc<Page>> + ExactSizeIterator {
        self.pages.values()
    }

    /// Pages from one day to another, both included.
    pub fn pages_between(&self, from: Day, to: Day) -> impl DoubleEndedIterator<Item = &Arc<Page>> {
        // A range that runs backwards holds nothing; BTreeMap would panic on it.
        let to = to.max(from);
        self.pages.range(from..=to).map(|(_, page)| page)
    }

    /// First and last logged day.
    pub fn span(&self) -> Option<(Day, Day)> {
        Some((*self.pages.first_key_value()?.0, *self.pages.last_key_value()?.0))
    }

    /// Stretches of logged days without a long empty time between them.
    pub fn stretches(&self) -> Vec<Stretch> {
        stretch::stretches(self.pages.keys().copied())
    }

    /// The logged day nearest to a day, other than the day itself.
    pub fn nearest_logged(&self, day: Day) -> Option<Day> {
        let before = self.pages.range(..day).next_back().map(|(day, _)| day);
        let after = self.pages.range((Bound::Excluded(day), Bound::Unbounded)).next().map(|(day, _)| day);
        stretch::nearest_to(day, before, after)
    }

    /// All courses, by number.
    pub fn courses(&self) -> impl ExactSizeIterator<Item = &Course> {
        self.courses.values()
    }

    /// The course with a number.
    pub fn course(&self, id: CourseId) -> Option<&Course> {
        self.courses.get(&id)
    }

    /// The number for the next course.
    pub fn next_course_id(&self) -> CourseId {
        let last = self.courses.keys().next_back().map_or(0, |id| id.0);
        // Numbers only run out where a file was edited by hand; then the first gap is taken, never a number in use.
        let gap = || (1..u32::MAX).find(|id| !self.courses.contains_key(&CourseId(*id))).unwrap_or(u32::MAX);
        CourseId(last.checked_add(1).unwrap_or_else(gap))
    }

    /// The trackables, built in and own.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// The settings.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The profile.
    pub fn profile(&self) -> &Profile {
        &self.profile
    }

    /// Whether the energy of foods is shown in a year: asked for in the settings, and nothing in the profile against it.
    pub fn shows_energy(&self, year: i32) -> bool {
        self.settings.shows_energy && self.profile.energy_is_hidden(year).is_none()
    }

    /// Own foods, recipes, templates, favourites, drinks.
    pub fn pantry(&self) -> &Arc<Pantry> {
        &self.pantry
    }

    /// The number for the next own food: none that a food has, or that a past meal speaks of.
    pub fn next_own_food_id(&self) -> FoodId {
        self.next_food_id(FoodId::FIRST_OWN, FoodId(FoodId::FIRST_RECIPE.0 - 1))
    }

    /// The number for the next recipe: none that a recipe has, or that a past meal speaks of.
    pub fn next_recipe_id(&self) -> FoodId {
        self.next_food_id(FoodId::FIRST_RECIPE, FoodId(u32::MAX))
    }

    /// The number for the next meal template.
    pub fn next_template_id(&self) -> TemplateId {
        let taken: BTreeSet<u32> = self.pantry.templates.keys().map(|id| id.0).collect();
        TemplateId(next_number(&taken, 1, u32::MAX))
    }

    fn next_food_id(&self, first: FoodId, last: FoodId) -> FoodId {
        let kept = self.pantry.own.keys().chain(self.pantry.recipes.keys()).copied();
        let eaten = self.pages.values().flat_map(|page| &page.entries).flat_map(|entry| &entry.foods);
        let all = kept.chain(self.pantry.foods_spoken_of()).chain(eaten.map(|line| line.food));
        let taken: BTreeSet<u32> = all.filter(|id| (first..=last).contains(id)).map(|id| id.0).collect();
        FoodId(next_number(&taken, first.0, last.0))
    }

    /// Whether two diaries say the same, whatever the revisions of their days.
    pub fn says_the_same(&self, other: &Self) -> bool {
        self.pages.len() == other.pages.len()
            && self.pages.values().zip(other.pages.values()).all(|(mine, theirs)| mine.says_the_same(theirs))
            && self.courses == other.courses
            && self.catalogue == other.catalogue
            && self.settings == other.settings
            && self.profile == other.profile
            && self.pantry == other.pantry
    }
}

/// The number after the last one taken. Numbers only run out where a file was edited by hand; then the first gap is taken.
fn next_number(taken: &BTreeSet<u32>, first: u32, last: u32) -> u32 {
    match taken.last() {
        None => first,
        Some(number) if *number < last => number + 1,
        Some(_) => (first..last).find(|number| !taken.contains(number)).unwrap_or(last),
    }
}
