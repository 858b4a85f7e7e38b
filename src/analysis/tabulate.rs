//! From pages to the day table. Here, and only here, the entries of a day become one number a trackable.

use std::collections::HashMap;

use super::day_table::{Column, DayTable, Role, Scale};
use super::{food_columns, scales};
use crate::model::course::{CourseKind, Phase};
use crate::model::diary::Diary;
use crate::model::entry::EntryKind;
use crate::model::page::Page;
use crate::model::pantry::Pantry;
use crate::model::region::Region;
use crate::model::time::{ClockTime, Day};
use crate::model::trackable::{self, Aggregate, Direction, Kind, Trackable};
use crate::model::value::Value;

/// Days the table may span; a slip in one date must not make a table of a century.
const MOST_DAYS: i32 = 40_000;

/// Builds the day table of a diary: from the first to the last logged day, every trackable but the warning signs, then what is
/// worked out from them, then courses, then single regions of the skin.
pub fn tabulate(diary: &Diary) -> DayTable {
    let Some((first, last)) = diary.span() else { return DayTable::empty(Day::calendar_today()) };
    // Of a longer span the last days are kept: a slip in one date must not hide what is logged now.
    let first = first.max(last.plus(1 - MOST_DAYS));
    let days = usize::try_from(last.days_since(first)).unwrap_or(0) + 1;
    let layout = Layout::of(diary);
    let mut table = DayTable { first, days, columns: layout.columns(diary, days) };
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
    if layout.has_foods {
        food_columns::fill(diary, &mut table, layout.foods_from(), 0, days);
    }
    table
}

/// Brings one day of the table up to date after an edit of that day. Gives `false` if the table must be built anew, because
/// its span or its columns would change.
pub fn update_day(table: &mut DayTable, diary: &Diary, day: Day) -> bool {
    let layout = Layout::of(diary);
    let (Some(row), Some((first, last))) = (table.row(day), diary.span()) else { return false };
    let same_span = table.first == first && table.row(last).is_some_and(|row| row + 1 == table.days);
    if !same_span || !layout.fits(table) {
        return false;
    }
    let courses_from = layout.derived_from + DERIVED.len();
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
    if layout.has_foods {
        // The plants of a week speak of this day on the six days after it, too.
        let to = (row + 7).min(table.days);
        food_columns::fill(diary, table, layout.foods_from(), row, to);
    }
    true
}

/// What is worked out from a day's entries: key, label, unit, role.
const DERIVED: &[(&str, &str, &str, Role)] = &[
    ("stool_count", "Stools", "", Role::Gut),
    ("stool_off", "Stool form away from 4", "", Role::Gut),
    ("bed_hours", "Time in bed", "h", Role::Context),
    ("skin_today", "Skin today (0 to 100)", "", Role::Skin),
    ("gut_today", "Gut today (0 to 100)", "", Role::Gut),
];

/// Where each value of a day goes.
struct Layout<'a> {
    trackables: Vec<&'a Trackable>,
    place_of: HashMap<&'a str, usize>,
    derived_from: usize,
    course_columns: usize,
    regions: Vec<(usize, Region)>,
    region_place: HashMap<(usize, Region), usize>,
    has_foods: bool,
    food_columns: usize,
    pantry: &'a Pantry,
}

/// The answers of one trackable on one day, reused from day to day.
#[derive(Default)]
struct Samples {
    by_place: HashMap<usize, Vec<Sample>>,
}

struct Sample {
    region: Option<Region>,
    at: Option<ClockTime>,
    value: f64,
}

impl<'a> Layout<'a> {
    fn of(diary: &'a Diary) -> Self {
        let trackables: Vec<&Trackable> =
            diary.catalogue().iter().filter(|known| known.role != trackable::Role::Warning).collect();
        let place_of: HashMap<&str, usize> =
            trackables.iter().enumerate().map(|(place, known)| (known.key.as_str(), place)).collect();
        let derived_from = trackables.len();
        let course_columns = kinds_of_courses(diary).len() * 2;
        let regions = regions_in(diary, &place_of);
        let from = derived_from + DERIVED.len() + course_columns;
        let region_place = regions.iter().enumerate().map(|(index, pair)| (*pair, from + index)).collect();
        let has_foods = food_columns::any(diary);
        let food_columns = if has_foods { food_columns::count(diary) } else { 0 };
        Self {
            trackables,
            place_of,
            derived_from,
            course_columns,
            regions,
            region_place,
            has_foods,
            food_columns,
            pantry: diary.pantry(),
        }
    }

    /// Where the columns of foods begin: after all others.
    fn foods_from(&self) -> usize {
        self.derived_from + DERIVED.len() + self.course_columns + self.regions.len()
    }

    fn fits(&self, table: &DayTable) -> bool {
        table.columns.len() == self.foods_from() + self.food_columns
            && self.trackables.iter().zip(&table.columns).all(|(known, column)| known.key.as_str() == column.key)
            && self
                .regions
                .iter()
                .zip(table.columns.iter().skip(self.derived_from + DERIVED.len() + self.course_columns))
                .all(|((place, region), column)| {
                    self.trackables.get(*place).is_some_and(|known| column.key == region_key(known, *region))
                })
    }

    fn columns(&self, diary: &Diary, days: usize) -> Vec<Column> {
        let empty = || vec![None; days];
        let column = |key: String, label: String, unit: &str, role| Column {
            key,
            label,
            unit: unit.to_owned(),
            scale: Scale::Number,
            role,
            cells: empty(),
        };
        let own = self.trackables.iter().map(|known| Column {
            scale: scale_of(known),
            ..column(known.key.to_string(), known.label.to_string(), known.kind.unit(), role_of(known))
        });
        let derived = DERIVED.iter().map(|(key, label, unit, role)| {
            let scale = if key.ends_with("_today") { Scale::Points } else { Scale::Number };
            Column { scale, ..column((*key).to_owned(), (*label).to_owned(), unit, *role) }
        });
        let courses = kinds_of_courses(diary).into_iter().flat_map(|kind| {
            let after = format!("{} (days after)", kind.label());
            [
                column(kind.key().to_owned(), kind.label().to_owned(), "", Role::Factor),
                column(format!("{}_after", kind.key()), after, "", Role::Context),
            ]
        });
        let regions = self.regions.iter().filter_map(|(place, region)| {
            let known = self.trackables.get(*place)?;
            let label = format!("{}, {}", known.label, region.label().to_lowercase());
            let column = column(region_key(known, *region), label, known.kind.unit(), Role::Context);
            Some(Column { scale: scale_of(known), ..column })
        });
        let foods = self.has_foods.then(|| food_columns::columns(diary, days)).into_iter().flatten();
        own.chain(derived).chain(courses).chain(regions).chain(foods).collect()
    }

    /// The values of one page: column and number.
    fn row(&self, page: &Page, samples: &mut Samples) -> Vec<(usize, f64)> {
        samples.by_place.values_mut().for_each(Vec::clear);
        for entry in &page.entries {
            for (key, value) in entry.answers.iter() {
                if let Some(place) = self.place_of.get(key.as_str()) {
                    let value = number_of(key.as_str(), value);
                    let sample = Sample { region: entry.region, at: entry.at, value };
                    samples.by_place.entry(*place).or_default().push(sample);
                }
            }
        }
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
        for (key, value) in food_columns::answers(&totals) {
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

fn region_key(known: &Trackable, region: Region) -> String {
    format!("{}.{}", known.key, region.key())
}

fn kinds_of_courses(diary: &Diary) -> Vec<CourseKind> {
    CourseKind::ALL.iter().copied().filter(|kind| diary.courses().any(|course| course.kind == *kind)).collect()
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

fn scale_of(known: &Trackable) -> Scale {
    match known.kind {
        Kind::Score | Kind::Grade | Kind::StoolForm => Scale::Points,
        _ => Scale::Number,
    }
}

fn role_of(known: &Trackable) -> Role {
    match (known.role, known.carried_by) {
        (trackable::Role::Outcome, EntryKind::Stool | EntryKind::GutCheck) => Role::Gut,
        (trackable::Role::Outcome, _) => Role::Skin,
        (trackable::Role::Factor, _) => Role::Factor,
        (trackable::Role::Context | trackable::Role::Warning, _) => Role::Context,
    }
}

/// The number of an answer. Going to bed at 00:30 comes after 23:30, so bed times before noon count on past 24 h.
fn number_of(key: &str, value: Value) -> f64 {
    match value {
        Value::Time(time) if key == "bed_time" && time.hour() < 12 => time.hours() + 24.0,
        value => value.as_number(),
    }
}

fn worst(known: &Trackable, values: impl Iterator<Item = f64>) -> Option<f64> {
    match known.direction {
        Direction::BetterUp => values.reduce(f64::min),
        Direction::WorseUp | Direction::Neutral => values.reduce(f64::max),
    }
}

/// One number from the answers of one day.
fn aggregate(known: &Trackable, samples: &[Sample]) -> Option<f64> {
    let values = || samples.iter().map(|sample| sample.value);
    match known.aggregate {
        Aggregate::Sum => values().reduce(|a, b| a + b),
        Aggregate::Worst => worst(known, values()),
        Aggregate::Any => values().reduce(f64::max),
        Aggregate::Mean => values().reduce(|a, b| a + b).map(|sum| sum / samples.len() as f64),
        Aggregate::Last => {
            let latest = samples.iter().map(|sample| sample.at).max()?;
            samples.iter().rev().find(|sample| sample.at == latest).map(|sample| sample.value)
        }
        Aggregate::Regions => {
            let of = |region: Option<Region>| {
                worst(known, samples.iter().filter(|sample| sample.region == region).map(|sample| sample.value))
            };
            of(None).or_else(|| Region::ALL.iter().filter_map(|region| of(Some(*region))).reduce(|a, b| a + b))
        }
    }
}

/// Courses need no answer: within the table every day is in a course or it is not.
fn fill_courses(diary: &Diary, table: &mut DayTable) {
    let (first, days) = (table.first, table.days);
    for kind in kinds_of_courses(diary) {
        let of_kind: Vec<_> = diary.courses().filter(|course| course.kind == kind).collect();
        for (key, phase) in [(kind.key().to_owned(), Phase::During), (format!("{}_after", kind.key()), Phase::After)] {
            let Some(column) = table.columns.iter_mut().find(|column| column.key == key) else { continue };
            column.cells = (0..days)
                .map(|row| {
                    let day = first.plus(i32::try_from(row).unwrap_or(i32::MAX));
                    Some(f64::from(u8::from(of_kind.iter().any(|course| course.phase(day) == phase))))
                })
                .collect();
        }
    }
}
