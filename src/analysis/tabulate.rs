//! From pages to the day table. Here, and only here, the entries of a day become one number a trackable.

use std::collections::HashMap;

use super::columns::{self, COMPUTED, kinds_of_courses, region_key};
use super::day_table::{Column, DayTable};
use super::food_columns::{self, FoodColumns};
pub use super::samples::number_of;
use super::samples::{Sample, Samples, aggregate, worst};
use super::scales;
use crate::model::course::Phase;
use crate::model::diary::Diary;
use crate::model::entry::EntryKind;
use crate::model::page::Page;
use crate::model::pantry::Pantry;
use crate::model::region::Region;
use crate::model::stretch::Stretch;
use crate::model::time::Day;
use crate::model::trackable::{Aggregate, Trackable};
use crate::model::value::Value;

/// Builds the day table of a diary: a row a day from the first to the last logged day of every stretch, every trackable but the
/// warning signs, then what is worked out from them, then courses, then single regions of the skin.
pub fn tabulate(diary: &Diary) -> DayTable {
    let Some((first, _)) = diary.span() else { return DayTable::empty(Day::calendar_today()) };
    let layout = Layout::of(diary);
    let mut table = DayTable::of_stretches(first, diary.stretches(), Vec::new());
    table.columns = layout.columns(diary, table.days);
    let mut samples = Samples::default();
    for page in diary.pages() {
        let Some(row) = table.row(page.date) else { continue };
        for (place, value) in layout.row(page, &mut samples) {
            if let Some(cell) = table.columns.get_mut(place).and_then(|column| column.cells.get_mut(row)) {
                *cell = Some(value);
            }
        }
    }
    fill_courses(diary, &mut table);
    for rows in table.rows().map(|(rows, _)| rows).collect::<Vec<_>>() {
        let floor = rows.start;
        layout.foods.fill(diary, &mut table, layout.foods_from(), rows, floor);
    }
    table
}

/// What the table would say of single days, whether they are in the diary or not.
pub struct DayNumbers<'a>(Layout<'a>);

impl<'a> DayNumbers<'a> {
    /// For the days of a diary, or days that might become its own.
    pub fn of(diary: &'a Diary) -> Self {
        Self(Layout::of(diary))
    }

    /// The number of each trackable on a day.
    pub fn on(&self, page: &Page) -> HashMap<&'a str, f64> {
        let row = self.0.row(page, &mut Samples::default());
        row.into_iter().filter_map(|(place, value)| Some((self.0.trackables.get(place)?.key.as_str(), value))).collect()
    }
}

/// Brings one day of the table up to date after an edit of that day. Gives `false` if the table must be built anew, because
/// its rows or its columns would change.
pub fn update_day(table: &mut DayTable, diary: &Diary, day: Day) -> bool {
    let (layout, stretches) = (Layout::of(diary), diary.stretches());
    let Some(row) = table.row(day) else { return false };
    let ends = |stretches: &[Stretch]| stretches.iter().map(|it| (it.first, it.last)).collect::<Vec<_>>();
    if ends(&table.stretches) != ends(&stretches) || !layout.fits(table) {
        return false;
    }
    table.stretches = stretches;
    let courses_from = layout.derived_from + COMPUTED.len();
    let regions_from = courses_from + layout.course_columns;
    for (place, column) in table.columns.iter_mut().enumerate() {
        if (place < courses_from || place >= regions_from)
            && let Some(cell) = column.cells.get_mut(row)
        {
            *cell = None;
        }
    }
    if let Some(page) = diary.page(day) {
        for (place, value) in layout.row(page, &mut Samples::default()) {
            if let Some(cell) = table.columns.get_mut(place).and_then(|column| column.cells.get_mut(row)) {
                *cell = Some(value);
            }
        }
    }
    // The foods of a week speak of this day on the six days after it, too.
    let stretch = table.consecutive(row);
    let rows = row..(row + 7).min(stretch.end);
    layout.foods.fill(diary, table, layout.foods_from(), rows, stretch.start);
    true
}

/// Where each value of a day goes.
struct Layout<'a> {
    trackables: Vec<&'a Trackable>,
    place_of: HashMap<&'a str, usize>,
    derived_from: usize,
    course_columns: usize,
    regions: Vec<(usize, Region)>,
    region_place: HashMap<(usize, Region), usize>,
    foods: FoodColumns,
    pantry: &'a Pantry,
}

impl<'a> Layout<'a> {
    fn of(diary: &'a Diary) -> Self {
        let trackables: Vec<&Trackable> = columns::tabulated(diary.catalogue()).collect();
        let place_of: HashMap<&str, usize> =
            trackables.iter().enumerate().map(|(place, known)| (known.key.as_str(), place)).collect();
        let derived_from = trackables.len();
        let course_columns = kinds_of_courses(diary).len() * 2;
        let regions = regions_in(diary, &place_of);
        let from = derived_from + COMPUTED.len() + course_columns;
        let region_place = regions.iter().enumerate().map(|(index, pair)| (*pair, from + index)).collect();
        Self {
            trackables,
            place_of,
            derived_from,
            course_columns,
            regions,
            region_place,
            foods: FoodColumns::of(diary),
            pantry: diary.pantry(),
        }
    }

    /// Where the columns of foods begin: after all others.
    fn foods_from(&self) -> usize {
        self.derived_from + COMPUTED.len() + self.course_columns + self.regions.len()
    }

    fn fits(&self, table: &DayTable) -> bool {
        table.columns.len() == self.foods_from() + self.foods.len()
            && self.trackables.iter().zip(&table.columns).all(|(known, column)| known.key.as_str() == column.key)
            && self
                .regions
                .iter()
                .zip(table.columns.iter().skip(self.derived_from + COMPUTED.len() + self.course_columns))
                .all(|((place, region), column)| {
                    self.trackables.get(*place).is_some_and(|known| column.key == region_key(known, *region))
                })
    }

    fn columns(&self, diary: &Diary, days: usize) -> Vec<Column> {
        let with_foods = self.foods.len() > 0;
        let trackables = self.trackables.iter().map(|known| columns::of_trackable(known, with_foods));
        let courses = kinds_of_courses(diary).into_iter().flat_map(columns::of_courses);
        let region =
            |(place, region): &(usize, Region)| Some(columns::of_region(self.trackables.get(*place)?, *region));
        let regions = self.regions.iter().filter_map(region);
        let all = trackables.chain(columns::computed()).chain(courses).chain(regions).chain(self.foods.empty(0));
        all.map(|column| Column { cells: vec![None; days], ..column }).collect()
    }

    /// The values of one page: column and number.
    fn row(&self, page: &Page, samples: &mut Samples) -> Vec<(usize, f64)> {
        samples.take(page, &self.place_of);
        self.add_foods(page, samples);
        let mut row = Vec::with_capacity(samples.by_place.len());
        for (place, found) in &samples.by_place {
            let Some(known) = self.trackables.get(*place) else { continue };
            if let Some(value) = aggregate(known, found) {
                row.push((*place, value));
            }
            for region in Region::ALL {
                if let Some(region_place) = self.region_place.get(&(*place, *region)) {
                    let here = found.iter().filter(|sample| sample.region == Some(*region)).map(|sample| sample.value);
                    if let Some(value) = worst(known, here) {
                        row.push((*region_place, value));
                    }
                }
            }
        }
        self.derive(page, &mut row);
        row
    }

    /// Foods answer some trackables as if somebody had typed the number. An unknown part makes a sum of the day missing;
    /// where it depends on the product, only what somebody typed counts.
    fn add_foods(&self, page: &Page, samples: &mut Samples) {
        let Some(totals) = food_columns::of_page(self.pantry, page) else { return };
        for (key, value) in food_columns::answers(&totals, food_columns::has_meal(page)) {
            let Some(place) = self.place_of.get(key) else { continue };
            let is_sum = self.trackables.get(*place).is_some_and(|known| known.aggregate == Aggregate::Sum);
            let typed = samples.by_place.entry(*place).or_default();
            match value {
                Some(value) => typed.push(Sample { region: None, at: None, value }),
                None if is_sum => typed.clear(),
                None => {}
            }
        }
    }

    fn derive(&self, page: &Page, row: &mut Vec<(usize, f64)>) {
        let answer = |key: &str| {
            let place = self.place_of.get(key)?;
            row.iter().find(|(known, _)| known == place).map(|(_, value)| *value)
        };
        let stools = page.entries.iter().filter(|entry| entry.kind == EntryKind::Stool).count();
        let none_today = answer("no_stool") == Some(1.0);
        let mut found = Vec::new();
        if stools > 0 || none_today {
            found.push((self.derived_from, stools as f64));
        }
        if let Some(form) = answer("stool") {
            found.push((self.derived_from + 1, (form - 4.0).abs()));
        }
        if let (Some(bed), Some(up)) = (answer("bed_time"), answer("wake_time")) {
            // Bed times after midnight count on past 24 h, see `number_of`.
            let hours = (up + 24.0 - bed).rem_euclid(24.0);
            found.push((self.derived_from + 2, hours));
            if let Some(place) = self.place_of.get("sleep_hours")
                && answer("sleep_hours").is_none()
            {
                found.push((*place, hours));
            }
        }
        let worst_of = |keys: [&str; 2]| keys.iter().filter_map(|key| answer(key)).reduce(f64::max);
        let feeling = worst_of(["itch", "skin_pain"]);
        let skin = scales::skin_today(feeling, worst_of(["redness", "dryness"]), answer("palms"));
        let complaints = [answer("gut_pain"), answer("bloating"), answer("wind"), worst_of(["urgency", "straining"])];
        let gut = scales::gut_today(complaints, &stool_forms(page));
        found.extend(skin.map(|score| (self.derived_from + 3, score)));
        found.extend(gut.map(|score| (self.derived_from + 4, score)));
        row.extend(found);
    }
}

/// The form of each stool of a day.
fn stool_forms(page: &Page) -> Vec<f64> {
    page.entries.iter().filter_map(|entry| entry.answers.get("stool")).map(Value::as_number).collect()
}

/// Pairs of trackable and region that were ever answered, in catalogue and body order.
fn regions_in(diary: &Diary, place_of: &HashMap<&str, usize>) -> Vec<(usize, Region)> {
    let mut found: Vec<(usize, Region)> = diary
        .pages()
        .flat_map(|page| page.entries.iter())
        .filter_map(|entry| entry.region.map(|region| (region, &entry.answers)))
        .flat_map(|(region, answers)| {
            answers.iter().filter_map(move |(key, _)| place_of.get(key.as_str()).map(|place| (*place, region)))
        })
        .collect();
    found.sort_unstable();
    found.dedup();
    found
}

/// Courses need no answer: within the table every day is in a course or it is not.
fn fill_courses(diary: &Diary, table: &mut DayTable) {
    let days: Vec<Day> = (0..table.days).map(|row| table.day(row)).collect();
    for kind in kinds_of_courses(diary) {
        let of_kind: Vec<_> = diary.courses().filter(|course| course.kind == kind).collect();
        for (key, phase) in [(kind.key().to_owned(), Phase::During), (format!("{}_after", kind.key()), Phase::After)] {
            let Some(column) = table.columns.iter_mut().find(|column| column.key == key) else { continue };
            let is_on = |day: &Day| of_kind.iter().any(|course| course.phase(*day) == phase);
            column.cells = days.iter().map(|day| Some(f64::from(u8::from(is_on(day))))).collect();
        }
    }
}
