//! The diary: everything one person keeps. Anyone may read it; only the layer `edit` may change it.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;
use std::sync::Arc;

use super::catalogue::Catalogue;
use super::course::{Course, CourseId};
use super::day_record::DayRecord;
use super::decision::{Decision, DecisionId};
use super::food_line::FoodId;
use super::meal_template::TemplateId;
use super::pantry::Pantry;
use super::photo::{BlobId, Photo, PhotoId};
use super::profile::Profile;
use super::record::{Record, RecordKey};
use super::settings::Settings;
use super::stretch::{self, Stretch};
use super::time::Day;
use super::trial::{Trial, TrialId};

/// Everything one person keeps. A clone shares its days, so a snapshot for another thread is cheap.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Diary {
    day_records: BTreeMap<Day, Arc<DayRecord>>,
    catalogue: Catalogue,
    settings: Settings,
    profile: Profile,
    pantry: Arc<Pantry>,
    /// Every kind of record that needs no shape of its own.
    records: BTreeMap<RecordKey, Record>,
}

impl Diary {
    /// The record of a day, if anything is logged.
    pub fn day_record(&self, day: Day) -> Option<&Arc<DayRecord>> {
        self.day_records.get(&day)
    }

    /// The records of all days, by day.
    pub fn day_records(&self) -> impl DoubleEndedIterator<Item = &Arc<DayRecord>> + ExactSizeIterator {
        self.day_records.values()
    }

    /// The records from one day to another, both included.
    pub fn day_records_between(&self, from: Day, to: Day) -> impl DoubleEndedIterator<Item = &Arc<DayRecord>> {
        // A range that runs backwards holds nothing; BTreeMap would panic on it.
        let to = to.max(from);
        self.day_records.range(from..=to).map(|(_, record)| record)
    }

    /// First and last logged day.
    pub fn span(&self) -> Option<(Day, Day)> {
        Some((*self.day_records.first_key_value()?.0, *self.day_records.last_key_value()?.0))
    }

    /// Stretches of logged days without a long empty time between them.
    pub fn stretches(&self) -> Vec<Stretch> {
        stretch::stretches(self.day_records.keys().copied())
    }

    /// The logged day nearest to a day, other than the day itself.
    pub fn nearest_logged(&self, day: Day) -> Option<Day> {
        let before = self.day_records.range(..day).next_back().map(|(day, _)| day);
        let after = self.day_records.range((Bound::Excluded(day), Bound::Unbounded)).next().map(|(day, _)| day);
        stretch::nearest_to(day, before, after)
    }

    /// The nearest other logged day, if a day lies far from all of them. A day near today is never far: somebody who comes back
    /// after a long time made no slip.
    pub fn far_from_others(&self, day: Day, today: Day) -> Option<Day> {
        self.nearest_logged(day).filter(|nearest| stretch::is_far(day, *nearest) && stretch::is_far(day, today))
    }

    /// All courses, by number.
    pub fn courses(&self) -> impl DoubleEndedIterator<Item = &Course> {
        let all = RecordKey::Course(CourseId(0))..=RecordKey::Course(CourseId(u32::MAX));
        self.records.range(all).filter_map(|(_, record)| match record {
            Record::Course(course) => Some(course),
            _ => None,
        })
    }

    /// The course with a number.
    pub fn course(&self, id: CourseId) -> Option<&Course> {
        match self.records.get(&RecordKey::Course(id)) {
            Some(Record::Course(course)) => Some(course),
            _ => None,
        }
    }

    /// The number for the next course.
    pub fn next_course_id(&self) -> CourseId {
        let taken: BTreeSet<u32> = self.courses().map(|course| course.id.0).collect();
        CourseId(next_number(&taken, 1, u32::MAX))
    }

    /// All decisions, by number.
    pub fn decisions(&self) -> impl DoubleEndedIterator<Item = &Decision> {
        let all = RecordKey::Decision(DecisionId(0))..=RecordKey::Decision(DecisionId(u32::MAX));
        self.records.range(all).filter_map(|(_, record)| match record {
            Record::Decision(decision) => Some(decision),
            _ => None,
        })
    }

    /// The decision with a number.
    pub fn decision(&self, id: DecisionId) -> Option<&Decision> {
        match self.records.get(&RecordKey::Decision(id)) {
            Some(Record::Decision(decision)) => Some(decision),
            _ => None,
        }
    }

    /// The number for the next decision.
    pub fn next_decision_id(&self) -> DecisionId {
        let taken: BTreeSet<u32> = self.decisions().map(|decision| decision.id.0).collect();
        DecisionId(next_number(&taken, 1, u32::MAX))
    }

    /// All trials, by number.
    pub fn trials(&self) -> impl DoubleEndedIterator<Item = &Trial> {
        let all = RecordKey::Trial(TrialId(0))..=RecordKey::Trial(TrialId(u32::MAX));
        self.records.range(all).filter_map(|(_, record)| match record {
            Record::Trial(trial) => Some(trial.as_ref()),
            _ => None,
        })
    }

    /// The trial with a number.
    pub fn trial(&self, id: TrialId) -> Option<&Trial> {
        match self.records.get(&RecordKey::Trial(id)) {
            Some(Record::Trial(trial)) => Some(trial),
            _ => None,
        }
    }

    /// The number for the next trial.
    pub fn next_trial_id(&self) -> TrialId {
        let taken: BTreeSet<u32> = self.trials().map(|trial| trial.id.0).collect();
        TrialId(next_number(&taken, 1, u32::MAX))
    }

    /// All photos, by number.
    pub fn photos(&self) -> impl DoubleEndedIterator<Item = &Photo> {
        let all = RecordKey::Photo(PhotoId(0))..=RecordKey::Photo(PhotoId(u32::MAX));
        self.records.range(all).filter_map(|(_, record)| match record {
            Record::Photo(photo) => Some(photo.as_ref()),
            _ => None,
        })
    }

    /// The photo with a number.
    pub fn photo(&self, id: PhotoId) -> Option<&Photo> {
        match self.records.get(&RecordKey::Photo(id)) {
            Some(Record::Photo(photo)) => Some(photo),
            _ => None,
        }
    }

    /// The photo whose pixels lie in a file.
    pub fn photo_of_blob(&self, blob: BlobId) -> Option<&Photo> {
        self.photos().find(|photo| photo.blob == blob)
    }

    /// The number for the next photo.
    pub fn next_photo_id(&self) -> PhotoId {
        let taken: BTreeSet<u32> = self.photos().map(|photo| photo.id.0).collect();
        PhotoId(next_number(&taken, 1, u32::MAX))
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
        let eaten = self.day_records.values().flat_map(|page| &page.entries).flat_map(|entry| &entry.foods);
        let all = kept.chain(self.pantry.foods_spoken_of()).chain(eaten.map(|line| line.food));
        let taken: BTreeSet<u32> = all.filter(|id| (first..=last).contains(id)).map(|id| id.0).collect();
        FoodId(next_number(&taken, first.0, last.0))
    }

    /// Whether two diaries say the same, whatever the revisions of their days.
    pub fn says_the_same(&self, other: &Self) -> bool {
        self.day_records.len() == other.day_records.len()
            && self
                .day_records
                .values()
                .zip(other.day_records.values())
                .all(|(mine, theirs)| mine.says_the_same(theirs))
            && self.records == other.records
            && self.catalogue == other.catalogue
            && self.settings == other.settings
            && self.profile == other.profile
            && self.pantry == other.pantry
    }
}

#[allow(clippy::match_wildcard_for_single_variants, reason = "kinds that come later need no shape of their own")]
impl Diary {
    /// Everything that differs from an empty diary: days by date, then the rest kind by kind.
    pub fn records(&self) -> impl Iterator<Item = Record> + '_ {
        let days = self.day_records.values().cloned().map(Record::Day);
        let trackables = self.catalogue.changed().cloned().map(Record::Trackable);
        let items = self.pantry.items().map(Record::PantryItem);
        let settings = Some(&self.settings).filter(|settings| **settings != Settings::default());
        let profile = Some(&self.profile).filter(|profile| **profile != Profile::default());
        let rest = self.records.values().cloned().chain(trackables).chain(items);
        let person = settings.cloned().map(Record::Settings).into_iter().chain(profile.cloned().map(Record::Profile));
        days.chain(rest).chain(person)
    }

    /// The record with a key. Settings and profile are always there.
    pub fn record(&self, key: &RecordKey) -> Option<Record> {
        match key {
            RecordKey::Day(day) => self.day_records.get(day).cloned().map(Record::Day),
            RecordKey::Trackable(key) => self.catalogue.changed_entry(key).cloned().map(Record::Trackable),
            RecordKey::PantryItem(id) => self.pantry.get(*id).map(Record::PantryItem),
            RecordKey::Settings => Some(Record::Settings(self.settings.clone())),
            RecordKey::Profile => Some(Record::Profile(self.profile.clone())),
            key => self.records.get(key).cloned(),
        }
    }

    /// Puts a record in the place of the one with its key. This and [`remove_record`](Self::remove_record) are the only ways to change a
    /// diary; nothing but `edit`, and `storage` where it reads files, may go them.
    pub(crate) fn put_record(&mut self, record: Record) {
        match record {
            Record::Day(page) if page.is_blank() => drop(self.day_records.remove(&page.date)),
            Record::Day(page) => drop(self.day_records.insert(page.date, page)),
            Record::Trackable(known) => self.catalogue.put(known),
            Record::PantryItem(item) => Arc::make_mut(&mut self.pantry).put(item),
            Record::Settings(settings) => self.settings = settings,
            Record::Profile(profile) => self.profile = profile,
            record => drop(self.records.insert(record.key(), record)),
        }
    }

    /// Takes the record with a key away.
    pub(crate) fn remove_record(&mut self, key: &RecordKey) {
        match key {
            RecordKey::Day(day) => drop(self.day_records.remove(day)),
            RecordKey::Trackable(key) => self.catalogue.remove(key),
            RecordKey::PantryItem(id) => Arc::make_mut(&mut self.pantry).remove(*id),
            RecordKey::Settings => self.settings = Settings::default(),
            RecordKey::Profile => self.profile = Profile::default(),
            key => drop(self.records.remove(key)),
        }
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
