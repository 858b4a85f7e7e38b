//! What one day says, read once for all columns: the number of each trackable, its places of the skin, its courses, its foods.

use super::contents::Contents;
use super::food_day::FoodDay;
use super::known_part::KnownPart;
use super::samples::{Samples, aggregate, worst};
use super::sources::indices::bed_hours;
use crate::model::course::{CourseKind, Phase};
use crate::model::day_record::DayRecord;
use crate::model::diary::Diary;
use crate::model::entry::Entry;
use crate::model::pantry::Pantry;
use crate::model::region::Region;
use crate::model::skin_places::{SkinPlaces, is_rest_clear};
use crate::model::time::Day;

/// What one day says. The vectors are reused from day to day.
pub(super) struct DayFacts<'a> {
    contents: &'a Contents,
    day: Option<Day>,
    page: Option<&'a DayRecord>,
    numbers: Vec<Option<f64>>,
    known: Vec<(usize, f64)>,
    regions: Vec<Option<f64>>,
    phases: Vec<(CourseKind, Phase)>,
    foods: Option<FoodDay>,
}

impl<'a> DayFacts<'a> {
    /// A day that says nothing.
    pub(super) fn blank(contents: &'a Contents) -> Self {
        Self {
            contents,
            day: None,
            page: None,
            numbers: vec![None; contents.trackables.len()],
            known: Vec::new(),
            regions: vec![None; contents.regions.len()],
            phases: Vec::new(),
            foods: None,
        }
    }

    /// Takes a day of a diary in the place of the one before.
    pub(super) fn read(&mut self, diary: &'a Diary, day: Day, samples: &mut Samples) {
        self.phases.clear();
        self.phases.extend(diary.courses().map(|course| (course.kind, course.phase(day))));
        self.day = Some(day);
        self.page = None;
        self.foods = None;
        self.numbers.fill(None);
        self.known.clear();
        self.regions.fill(None);
        if let Some(page) = diary.day_record(day) {
            self.read_page(diary.pantry(), page, samples);
        }
    }

    /// Takes what a page says.
    pub(super) fn read_page(&mut self, pantry: &Pantry, page: &'a DayRecord, samples: &mut Samples) {
        let Contents { trackables, regions, .. } = self.contents;
        self.day = Some(page.date);
        self.page = Some(page);
        self.foods = FoodDay::on(pantry, page);
        samples.take(page, trackables);
        if let Some(foods) = &self.foods {
            samples.add_foods(foods, trackables);
        }
        self.known.clear();
        self.known.extend_from_slice(samples.known());
        let rest_is_clear = is_rest_clear(page);
        for ((known, found), number) in trackables.iter().zip(samples.iter()).zip(&mut self.numbers) {
            *number = aggregate(known, found, rest_is_clear);
        }
        for ((place, region), number) in regions.iter().zip(&mut self.regions) {
            let here = samples.at(*place).iter().filter(|sample| sample.region == Some(*region));
            *number = trackables.get(*place).and_then(|known| worst(known, here.map(|sample| sample.value)));
        }
        // Where nobody typed how long the sleep was, the time in bed stands for it.
        if let Some(place) = trackables.place("sleep_hours")
            && self.number(place).is_none()
        {
            self.numbers[place] = bed_hours::hours(self);
        }
    }

    /// The day.
    pub(super) fn date(&self) -> Option<Day> {
        self.day
    }

    /// The entries of the day.
    pub(super) fn entries(&self) -> &'a [Entry] {
        self.page.map_or(&[], |page| &page.entries)
    }

    /// The number of the trackable with a key.
    pub(super) fn answer(&self, key: &str) -> Option<f64> {
        self.number(self.contents.trackables.place(key)?)
    }

    /// The worst number of some trackables, of which more is worse.
    pub(super) fn highest(&self, keys: &[&str]) -> Option<f64> {
        keys.iter().filter_map(|key| self.answer(key)).reduce(f64::max)
    }

    /// The number of the trackable at a place of [`Contents::trackables`].
    pub(super) fn number(&self, place: usize) -> Option<f64> {
        self.numbers.get(place).copied().flatten()
    }

    /// What is known of the trackable at a place of [`Contents::trackables`], where foods make a part of its sum unknown.
    pub(super) fn known_part(&self, place: usize) -> Option<KnownPart> {
        let (_, amount) = self.known.iter().find(|(known, _)| *known == place)?;
        Some(KnownPart { amount: *amount, share: None })
    }

    /// The number at a place of [`Contents::regions`].
    pub(super) fn region(&self, place: usize) -> Option<f64> {
        self.regions.get(place).copied().flatten()
    }

    /// What the day says of each place of the skin for the trackable with a key; `None` for a day without a page.
    pub(super) fn skin_places(&self, key: &str) -> Option<SkinPlaces> {
        let known = self.contents.trackables.get(self.contents.trackables.place(key)?)?;
        Some(SkinPlaces::on(self.page?, known))
    }

    /// How much more the left of two places has than the right, of the trackable at a place of [`Contents::trackables`]: on days
    /// that say something of both.
    pub(super) fn left_minus_right(&self, place: usize, left: Region, right: Region) -> Option<f64> {
        let places = SkinPlaces::on(self.page?, self.contents.trackables.get(place)?);
        if places.answered(left).is_none() && places.answered(right).is_none() {
            return None;
        }
        Some(places.value(left)? - places.value(right)?)
    }

    /// Whether the day lies in this phase of any course of a kind.
    pub(super) fn is_in(&self, kind: CourseKind, phase: Phase) -> bool {
        self.phases.contains(&(kind, phase))
    }

    /// The amount of a nutrient of the table of upper limits that pills bring, in its unit; `None` where none is readable.
    pub(super) fn pills(&self, nutrient: &str) -> Option<f64> {
        self.contents.person.pills(nutrient, self.day?)
    }

    /// What its foods say; `None` if none is logged.
    pub(super) fn foods(&self) -> Option<&FoodDay> {
        self.foods.as_ref()
    }
}
