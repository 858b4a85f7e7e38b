//! Seven days of food: the different plants with their points, ferments, foods rich in prebiotics, sugary portions, and the
//! ultra-processed share, each with the foods behind it.

use std::collections::BTreeMap;

use crate::foods::counting::AddedSugars;
use crate::foods::occasions::Occasions;
use crate::foods::pantry::{Pantry, Part};
use crate::foods::plants::{PlantsEaten, WINDOW_DAYS, eaten_in_week};
use crate::foods::tags::{Presence, Tag};
use crate::foods::totals::Totals;
use crate::model::diary::Diary;
use crate::model::food_line::{FoodId, FoodLine};
use crate::model::time::Day;

/// A food that was eaten, and when.
#[derive(Debug, Clone, PartialEq)]
pub struct Eaten {
    /// Which food.
    pub food: FoodId,
    /// Its name as logged.
    pub name: String,
    /// Days, each once, rising.
    pub days: Vec<Day>,
    /// How many times it was logged.
    pub times: u32,
    /// Whether the food has what it is listed for, or may have it.
    pub presence: Presence,
}

/// Seven days of food.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct FoodWeek {
    /// Days with at least one food logged, 0 to 7.
    pub logged_days: usize,
    /// The different plants.
    pub plants: PlantsEaten,
    /// Foods in which no plant counts, such as juice, oil, sugar, meat.
    pub without_plants: Vec<Eaten>,
    /// Made by fermentation, with or without live cultures.
    pub fermented: Vec<Eaten>,
    /// Portions with live cultures, or maybe so.
    pub live_cultures: Vec<Eaten>,
    /// Rich in prebiotics.
    pub prebiotic: Vec<Eaten>,
    /// Ultra-processed by rule (NOVA 4).
    pub ultra_processed: Vec<Eaten>,
    /// Meals and drinks, and how many held something ultra-processed.
    pub occasions: Occasions,
    /// Portions with much added sugar, or maybe so.
    pub sugary: Vec<Eaten>,
    /// What everything adds up to.
    pub totals: Totals,
}

/// The seven days up to `last`, that day included.
pub fn food_week(diary: &Diary, pantry: &Pantry, last: Day) -> FoodWeek {
    let pages = || diary.day_records_between(last.plus(1 - WINDOW_DAYS), last);
    let lines: Vec<(Day, &FoodLine)> = pages()
        .flat_map(|page| page.entries.iter().flat_map(|entry| &entry.foods).map(|line| (page.date, line)))
        .collect();
    let with_part = |has: &dyn Fn(&Part<'_>) -> Presence| eaten(&lines, &|line| strongest(pantry, line, has));
    let tagged = |tag: Tag| with_part(&|part| part.tags().map_or(Presence::No, |tags| tags.has(tag)));
    let first = last.plus(1 - WINDOW_DAYS);
    FoodWeek {
        logged_days: pages().filter(|page| page.entries.iter().any(|entry| !entry.foods.is_empty())).count(),
        plants: eaten_in_week(pantry, lines.iter().copied(), last),
        without_plants: eaten(&lines, &|line| without_plants(pantry, line)),
        fermented: tagged(Tag::Fermented),
        live_cultures: with_part(&|part| part.is_live_ferment()),
        prebiotic: tagged(Tag::Prebiotic),
        ultra_processed: with_part(&|part| if part.nova() == Some(4) { Presence::Yes } else { Presence::No }),
        occasions: Occasions::between(diary, pantry, first, last),
        sugary: eaten(&lines, &|line| sugary(pantry, line)),
        totals: Totals::of(pantry, lines.iter().map(|(_, line)| *line)),
    }
}

/// The strongest that any part of a line has of something.
fn strongest(pantry: &Pantry, line: &FoodLine, has: &dyn Fn(&Part<'_>) -> Presence) -> Presence {
    let mut strongest = Presence::No;
    pantry.each_part(line.food, line.grams, &mut |part| strongest = strongest.max(has(&part)));
    strongest
}

fn sugary(pantry: &Pantry, line: &FoodLine) -> Presence {
    let mut added = AddedSugars::default();
    pantry.each_part(line.food, line.grams, &mut |part| added.add(&part));
    added.is_sugary()
}

fn without_plants(pantry: &Pantry, line: &FoodLine) -> Presence {
    let mut plants = 0;
    pantry.each_part(line.food, line.grams, &mut |part| plants += part.plants().len());
    if plants == 0 { Presence::Yes } else { Presence::No }
}

/// The lines that have something, food by food, the one logged most often first.
fn eaten(lines: &[(Day, &FoodLine)], has: &dyn Fn(&FoodLine) -> Presence) -> Vec<Eaten> {
    let mut foods: BTreeMap<FoodId, Eaten> = BTreeMap::new();
    for (day, line) in lines {
        let presence = has(line);
        if presence == Presence::No {
            continue;
        }
        let name = line.name.to_string();
        let blank = Eaten { food: line.food, name, days: Vec::new(), times: 0, presence };
        let food = foods.entry(line.food).or_insert(blank);
        food.times += 1;
        food.presence = food.presence.max(presence);
        if let Err(at) = food.days.binary_search(day) {
            food.days.insert(at, *day);
        }
    }
    let mut list: Vec<Eaten> = foods.into_values().collect();
    list.sort_by(|a, b| b.times.cmp(&a.times).then_with(|| a.name.cmp(&b.name)));
    list
}
