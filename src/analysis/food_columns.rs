//! What a day's foods add up to, as numbers of the day table. A sum with an unknown food in it is a lower bound and therefore
//! no number: the cell stays missing.

use super::day_table::{Column, DayTable, Role, Scale};
use crate::foods::nutrient::Nutrient;
use crate::foods::pantry::Pantry;
use crate::foods::plants::{WINDOW_DAYS, points};
use crate::foods::tags::{Fodmap, Level, Presence};
use crate::foods::totals::{Sum, TagCount, Totals};
use crate::model::diary::Diary;
use crate::model::page::Page;

/// Nutrients with a column of their own. Energy has one only where the person asked for it and nothing speaks against it.
const NUTRIENTS: &[Nutrient] = &[
    Nutrient::Water,
    Nutrient::Protein,
    Nutrient::Sugars,
    Nutrient::AddedSugars,
    Nutrient::SaturatedFat,
    Nutrient::Sodium,
    Nutrient::Zinc,
    Nutrient::Selenium,
    Nutrient::VitaminA,
    Nutrient::VitaminC,
    Nutrient::VitaminD,
    Nutrient::VitaminE,
    Nutrient::Ala,
    Nutrient::Caffeine,
    Nutrient::Alcohol,
];

/// Grams of alcohol in a unit: 10 ml, as in the United Kingdom.
const GRAMS_A_UNIT: f64 = 8.0;
/// Traces below this many grams make no drink alcoholic.
const LEAST_ALCOHOL: f64 = 0.5;

/// Further columns: key, name, unit.
const OTHERS: &[(&str, &str, &str)] = &[
    ("food_epa_dha_g", "Omega-3 EPA and DHA (foods)", "g"),
    ("food_plants_7d", "Different plants in 7 days (foods)", ""),
    ("food_plant_points_7d", "Plant points in 7 days (foods)", ""),
    ("food_live_cultures", "Foods with live cultures", ""),
    ("food_prebiotic", "Foods rich in prebiotics", ""),
    ("food_ultra_processed_share", "Ultra-processed share of foods", ""),
    ("food_ultra_processed_share_7d", "Ultra-processed share of foods in 7 days", ""),
    ("food_high_gi", "Foods of high glycaemic class", ""),
];

/// How many columns there are once a food is logged.
pub(super) fn count(diary: &Diary) -> usize {
    NUTRIENTS.len() + OTHERS.len() + Fodmap::ALL.len() + usize::from(with_energy(diary))
}

/// Whether energy is counted: asked for, and nothing the person said speaks against it.
fn with_energy(diary: &Diary) -> bool {
    let year = diary.span().map_or(1900, |(_, last)| last.year());
    diary.settings().shows_energy && diary.profile().energy_is_hidden(year).is_none()
}

/// Whether any food is logged.
pub(super) fn any(diary: &Diary) -> bool {
    diary.pages().any(|page| page.entries.iter().any(|entry| !entry.foods.is_empty()))
}

/// Columns without numbers.
pub(super) fn columns(diary: &Diary, days: usize) -> impl Iterator<Item = Column> {
    let energy = with_energy(diary).then_some(Nutrient::Energy);
    let named = |nutrient: Nutrient| {
        (format!("food_{}", nutrient.key()), format!("{} (foods)", capital(nutrient.label())), nutrient.unit())
    };
    let nutrients = NUTRIENTS.iter().copied().map(named);
    let others = OTHERS.iter().map(|(key, label, unit)| ((*key).to_owned(), (*label).to_owned(), *unit));
    let groups = Fodmap::ALL.iter().map(|group| {
        let label = format!("FODMAP {}, by rule (0 none, 1 moderate, 2 high)", group.key().replace('_', " "));
        (format!("food_fodmap_{}", group.key()), label, "")
    });
    nutrients.chain(others).chain(groups).chain(energy.into_iter().map(named)).map(move |(key, label, unit)| Column {
        key,
        label,
        unit: unit.to_owned(),
        scale: Scale::Number,
        role: Role::Factor,
        cells: vec![None; days],
    })
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What the foods of a day add up to; `None` if none is logged.
pub(super) fn of_page(pantry: &Pantry, page: &Page) -> Option<Totals> {
    let mut lines = page.entries.iter().flat_map(|entry| &entry.foods).peekable();
    lines.peek()?;
    Some(Totals::of(pantry, lines))
}

fn whole(sum: Sum) -> Option<f64> {
    sum.is_complete().then_some(sum.known)
}

/// Yes as 1 and no as 0; where it depends on the product, nothing.
fn certain(count: TagCount) -> Option<f64> {
    match count.presence() {
        Presence::Yes => Some(1.0),
        Presence::Maybe => None,
        Presence::No => Some(0.0),
    }
}

/// What foods answer of the trackables that can also be typed in. `None` = not known; a day without a picked drink says
/// nothing of water.
pub(super) fn answers(totals: &Totals) -> Vec<(&'static str, Option<f64>)> {
    let mut answers = vec![
        ("fibre_g", whole(totals.sum(Nutrient::Fibre))),
        ("plants", Some(totals.plants().len() as f64)),
        ("fermented", Some(f64::from(totals.fermented))),
        ("ultra_processed", (totals.nova_known == totals.foods).then(|| f64::from(totals.ultra_processed))),
        ("dairy", certain(totals.dairy)),
        ("gluten", certain(totals.gluten)),
        ("spicy", Some(f64::from(u8::from(totals.spicy > 0)))),
    ];
    if totals.water_from_drinks.foods > 0 {
        answers.push(("water_ml", whole(totals.water_from_drinks)));
    }
    if totals.coffees > 0 {
        answers.push(("coffee_cups", Some(f64::from(totals.coffees))));
    }
    if totals.alcohol_from_drinks.known > LEAST_ALCOHOL {
        answers.push(("alcohol_units", whole(totals.alcohol_from_drinks).map(|grams| grams / GRAMS_A_UNIT)));
    }
    answers
}

/// Fills the columns from `place` on for the rows `from..to`.
pub(super) fn fill(diary: &Diary, table: &mut DayTable, place: usize, from: usize, to: usize) {
    let (count, energy) = (count(diary), with_energy(diary));
    let window = usize::try_from(WINDOW_DAYS).unwrap_or(7);
    let start = (from + 1).saturating_sub(window);
    let days: Vec<Option<Totals>> =
        (start..to).map(|row| diary.page(table.day(row)).and_then(|page| of_page(diary.pantry(), page))).collect();
    for row in from..to {
        let Some(Some(totals)) = days.get(row - start) else {
            for column in table.columns.iter_mut().skip(place).take(count) {
                set(column, row, None);
            }
            continue;
        };
        let first = (row - start + 1).saturating_sub(window);
        let week = days.get(first..=row - start).unwrap_or(&[]);
        for (column, value) in table.columns.iter_mut().skip(place).zip(numbers(totals, week, energy)) {
            set(column, row, value);
        }
    }
}

fn set(column: &mut Column, row: usize, value: Option<f64>) {
    if let Some(cell) = column.cells.get_mut(row) {
        *cell = value;
    }
}

/// One number a column, in the order of [`columns`]; `week` are the days up to this one.
fn numbers(totals: &Totals, week: &[Option<Totals>], energy: bool) -> Vec<Option<f64>> {
    let mut plants: Vec<_> = week.iter().flatten().flat_map(Totals::plants).collect();
    plants.sort_by_key(|(id, _)| *id);
    plants.dedup_by_key(|(id, _)| *id);
    let nutrients = NUTRIENTS.iter().map(|nutrient| whole(totals.sum(*nutrient)));
    let others = [
        whole(totals.epa_and_dha()),
        Some(plants.len() as f64),
        Some(points(plants.iter().map(|(_, plant)| *plant))),
        Some(f64::from(totals.live_cultures.yes)),
        Some(f64::from(totals.prebiotic)),
        totals.ultra_processed_share(),
        ultra_processed_share(week),
        Some(f64::from(totals.gi_classes[2])),
    ];
    let groups = Fodmap::ALL.iter().map(|group| match totals.fodmap(*group) {
        None | Some(Level::Low) => Some(0.0),
        Some(Level::Moderate) => Some(1.0),
        Some(Level::High) => Some(2.0),
    });
    let energy = energy.then(|| whole(totals.sum(Nutrient::Energy)));
    nutrients.chain(others).chain(groups).chain(energy).collect()
}

/// Ultra-processed foods of a week as a share of those whose class is known.
fn ultra_processed_share(week: &[Option<Totals>]) -> Option<f64> {
    let of = |count: fn(&Totals) -> u32| week.iter().flatten().map(count).sum::<u32>();
    let known = of(|totals| totals.nova_known);
    (known > 0).then(|| f64::from(of(|totals| totals.ultra_processed)) / f64::from(known))
}
