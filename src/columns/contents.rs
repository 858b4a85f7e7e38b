//! What of a diary decides which columns its table has.

use rustc_hash::FxHashMap;

use super::food_day;
use super::formula::Person;
use super::photo_facts::{PhotoFacts, photo_facts};
use crate::model::catalogue::Catalogue;
use crate::model::course::CourseKind;
use crate::model::day_record::DayRecord;
use crate::model::diary::Diary;
use crate::model::region::Region;
use crate::model::trackable::{Key, Role, Trackable};

/// The trackables that have a column, and the place of each among them.
pub(super) struct Trackables {
    list: Vec<Trackable>,
    places: FxHashMap<Key, usize>,
}

/// What of a diary decides which columns its table has.
pub(super) struct Contents {
    pub trackables: Trackables,
    /// Kinds of courses, in the order of their list.
    pub course_kinds: Vec<CourseKind>,
    /// Places of the skin that a trackable was ever answered for, in catalogue and body order.
    pub regions: Vec<(usize, Region)>,
    /// Whether any food is logged.
    pub has_foods: bool,
    /// Whether the person asked for the energy of foods and nothing speaks against it.
    pub shows_energy: bool,
    /// What its photos come to; `None` for every column that photos may have.
    pub photos: Option<Vec<PhotoFacts>>,
    /// What the indices go by, beside columns: the profile, whose references, and courses.
    pub person: Person,
}

/// All trackables but the warning signs.
fn tabulated(catalogue: &Catalogue) -> impl Iterator<Item = &Trackable> {
    catalogue.iter().filter(|known| known.role != Role::Warning)
}

impl Trackables {
    pub(super) fn in_catalogue(catalogue: &Catalogue) -> Self {
        let list: Vec<Trackable> = tabulated(catalogue).cloned().collect();
        let places = list.iter().enumerate().map(|(place, known)| (known.key.clone(), place)).collect();
        Self { list, places }
    }

    pub(super) fn iter(&self) -> std::slice::Iter<'_, Trackable> {
        self.list.iter()
    }

    pub(super) fn get(&self, place: usize) -> Option<&Trackable> {
        self.list.get(place)
    }

    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// The place of the trackable with a key.
    pub(super) fn place(&self, key: &str) -> Option<usize> {
        self.places.get(key).copied()
    }
}

impl Contents {
    /// What a diary has.
    pub(super) fn in_diary(diary: &Diary) -> Self {
        let trackables = Trackables::in_catalogue(diary.catalogue());
        let mut regions: Vec<_> = diary.day_records().flat_map(|page| regions_on(page, &trackables)).collect();
        regions.sort_unstable();
        regions.dedup();
        let has_foods = food_day::any(diary);
        Self {
            trackables,
            course_kinds: kinds_of_courses(diary),
            regions,
            has_foods,
            shows_energy: has_foods && shows_energy(diary),
            photos: Some(photo_facts(diary)),
            person: Person::in_diary(diary),
        }
    }

    /// Everything a diary with these trackables may have; regions have the columns of their trackables.
    pub(super) fn possible(catalogue: &Catalogue) -> Self {
        Self {
            trackables: Trackables::in_catalogue(catalogue),
            course_kinds: CourseKind::ALL.to_vec(),
            regions: Vec::new(),
            has_foods: true,
            shows_energy: true,
            photos: None,
            person: Person::unknown(),
        }
    }

    /// Whether a diary of which nothing but one page changed still has these contents. Whether the last answer for a place of
    /// the skin went cannot be told from the page alone.
    pub(super) fn fit(&self, diary: &Diary, page: Option<&DayRecord>) -> bool {
        let has_foods = page.is_some_and(food_day::has_foods) || self.has_foods && food_day::any(diary);
        let known = |place: &(usize, Region)| self.regions.binary_search(place).is_ok();
        self.has_foods == has_foods
            && self.shows_energy == (has_foods && shows_energy(diary))
            && self.course_kinds == kinds_of_courses(diary)
            && self.person.fits(diary)
            && tabulated(diary.catalogue()).eq(self.trackables.iter())
            && page.is_none_or(|page| regions_on(page, &self.trackables).all(|place| known(&place)))
    }
}

/// Which trackables a page answers for which places of the skin.
fn regions_on<'a>(page: &'a DayRecord, trackables: &'a Trackables) -> impl Iterator<Item = (usize, Region)> + 'a {
    let of_a_region = page.entries.iter().filter_map(|entry| entry.region.map(|region| (region, &entry.answers)));
    of_a_region.flat_map(move |(region, answers)| {
        answers.iter().filter_map(move |(key, _)| Some((trackables.place(key.as_str())?, region)))
    })
}

fn kinds_of_courses(diary: &Diary) -> Vec<CourseKind> {
    CourseKind::ALL.iter().copied().filter(|kind| diary.courses().any(|course| course.kind == *kind)).collect()
}

fn shows_energy(diary: &Diary) -> bool {
    diary.span().is_some_and(|(_, last)| diary.shows_energy(last.year()))
}
