//! What a day's foods add up to, as columns of their own. A sum with an unknown food in it is a lower bound and therefore no
//! number: the cell stays missing.

use super::food_answers::whole;
use crate::columns::contents::Contents;
use crate::columns::food_day::FoodDay;
use crate::columns::known_part::KnownPart;
use crate::columns::spec::{ColumnSpec, Origin, Role};
use crate::columns::window::{SourceColumn, Window};
use crate::foods::COLUMN_PREFIX;
use crate::foods::mediterranean;
use crate::foods::nutrient::Nutrient;
use crate::foods::occasions::Occasions;
use crate::foods::plants::{Plant, WINDOW_DAYS, points};
use crate::foods::tags::{Fodmap, Level};
use crate::foods::totals::{Sum, Totals};
use crate::words::capital;

/// Nutrients with a column of their own. Energy has one only where the person asked for it and nothing speaks against it; fibre
/// has none, since foods answer the trackable of that name.
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

/// What is drunk and hardly eaten: drinks alone say enough of it.
const DRUNK: &[Nutrient] = &[Nutrient::Caffeine, Nutrient::Alcohol];

/// What stands in a cell.
#[derive(Clone, Copy)]
enum Cell {
    /// The day's foods. It is missing on a day of drinks alone, which says nothing of what was eaten.
    Day(fn(&Totals) -> Option<f64>),
    /// A sum over the day's foods; missing as that is, and where a part of it is unknown.
    Sum(fn(&Totals) -> Sum),
    /// The foods of the [`WINDOW_DAYS`] days that end on a day with foods.
    Week(fn(&Window<'_>) -> Option<f64>),
}

/// Further columns: key without the prefix, name, unit, role, and what stands in a cell. What a trackable answers already (units of alcohol, live
/// fermented portions) is context: held beside itself under another name, neither could be told apart.
#[rustfmt::skip]
const OTHERS: &[(&str, &str, &str, Role, Cell)] = &[
    ("epa_dha_g", "Omega-3 EPA and DHA (foods)", "g", Role::Factor, Cell::Sum(Totals::epa_and_dha)),
    ("water_elsewhere_ml", "Water in other drinks and foods", "ml", Role::Context, Cell::Sum(|day| day.water_elsewhere)),
    ("plants_7d", "Different plants in 7 days (foods)", "", Role::Factor, Cell::Week(|week| Some(plants(week).len() as f64))),
    ("plant_points_7d", "Plant points in 7 days (foods)", "", Role::Factor, Cell::Week(|week| Some(points(plants(week).into_iter())))),
    ("live_cultures", "Live fermented portions (foods)", "", Role::Context, Cell::Day(|day| Some(f64::from(day.live_cultures.yes)))),
    ("prebiotic", "Foods rich in prebiotics", "", Role::Factor, Cell::Day(|day| Some(f64::from(day.prebiotic)))),
    ("ultra_processed_share", "Ultra-processed share of foods", "", Role::Factor, Cell::Day(Totals::ultra_processed_share)),
    ("ultra_processed_share_7d", "Ultra-processed share of foods in 7 days", "", Role::Factor, Cell::Week(ultra_processed_share)),
    ("ultra_processed_occasions_share_7d", "Ultra-processed share of eating occasions in 7 days", "", Role::Context, Cell::Week(|week| foods(week).map(|day| day.occasions).sum::<Occasions>().share())),
    ("med_points_7d", "Mediterranean points in 7 days (0 to 7, at least)", "", Role::Context, Cell::Week(mediterranean_points)),
    ("high_gi", "Foods of high glycaemic class", "", Role::Factor, Cell::Day(|day| Some(f64::from(day.gi_classes[2])))),
];

/// The columns of foods, once one is logged.
pub(in crate::columns) fn columns(contents: &Contents) -> Vec<SourceColumn> {
    if !contents.has_foods {
        return Vec::new();
    }
    let energy = contents.shows_energy.then_some(Nutrient::Energy);
    let nutrients = NUTRIENTS.iter().copied().map(of_nutrient);
    let others = OTHERS.iter().map(|(key, label, unit, role, cell)| {
        let spec = ColumnSpec { unit: (*unit).to_owned(), ..spec(key, (*label).to_owned(), *role) };
        match *cell {
            Cell::Day(number) => of_meal(spec, number),
            Cell::Sum(sum) => of_sum(spec, false, sum),
            Cell::Week(number) => of_week(spec, number),
        }
    });
    let groups = Fodmap::ALL.iter().copied().map(of_group);
    nutrients.chain(others).chain(groups).chain(energy.map(of_nutrient)).collect()
}

fn spec(key: &str, label: String, role: Role) -> ColumnSpec {
    ColumnSpec::new(format!("{COLUMN_PREFIX}{key}"), label, role, Origin::Foods)
}

/// The sum of a nutrient.
fn of_nutrient(nutrient: Nutrient) -> SourceColumn {
    let role = if nutrient == Nutrient::Alcohol { Role::Context } else { Role::Factor };
    let spec = spec(nutrient.key(), format!("{} (foods)", capital(nutrient.label())), role);
    let spec = ColumnSpec { unit: nutrient.unit().to_owned(), ..spec };
    of_sum(spec, DRUNK.contains(&nutrient), move |day| day.sum(nutrient))
}

/// A sum over the foods of a day, with what is known of it where it is no number. Of what is drunk and hardly eaten, drinks alone
/// say enough.
fn of_sum(
    spec: ColumnSpec,
    is_drunk: bool,
    sum: impl Fn(&Totals) -> Sum + Copy + Send + Sync + 'static,
) -> SourceColumn {
    let cell = move |window: &Window<'_>| {
        let foods = window.day.foods().filter(|foods| foods.has_meal || is_drunk)?;
        whole(sum(&foods.totals))
    };
    SourceColumn::new(spec, cell).with_known_part(move |window| {
        let foods = window.day.foods()?;
        KnownPart::of_foods(foods, sum(&foods.totals))
    })
}

/// The highest level of a FODMAP group.
fn of_group(group: Fodmap) -> SourceColumn {
    let label = format!("FODMAP {}, by rule (0 none, 1 moderate, 2 high)", group.key().replace('_', " "));
    let spec = spec(&format!("fodmap_{}", group.key()), label, Role::Factor);
    of_meal(spec, move |totals| {
        Some(match totals.fodmap(group) {
            None | Some(Level::Low) => 0.0,
            Some(Level::Moderate) => 1.0,
            Some(Level::High) => 2.0,
        })
    })
}

fn of_meal(spec: ColumnSpec, number: impl Fn(&Totals) -> Option<f64> + Send + Sync + 'static) -> SourceColumn {
    SourceColumn::new(spec, move |window| number(&window.day.foods().filter(|foods| foods.has_meal)?.totals))
}

/// The foods of a week, day by day.
fn foods<'a>(week: &'a Window<'_>) -> impl Iterator<Item = &'a FoodDay> {
    week.days.iter().filter_map(|day| day.foods())
}

/// The different plants of a week.
fn plants(week: &Window<'_>) -> Vec<Plant> {
    let mut plants: Vec<_> = foods(week).flat_map(|day| &day.plants).collect();
    plants.sort_unstable_by_key(|(id, _)| *id);
    plants.dedup_by_key(|(id, _)| *id);
    plants.into_iter().map(|(_, plant)| *plant).collect()
}

/// Ultra-processed foods of a week as a share of those whose class is known.
fn ultra_processed_share(week: &Window<'_>) -> Option<f64> {
    let known: u32 = foods(week).map(|day| day.totals.nova_known).sum();
    let ultra_processed: u32 = foods(week).map(|day| day.totals.ultra_processed).sum();
    (known > 0).then(|| f64::from(ultra_processed) / f64::from(known))
}

/// Mediterranean points of a week.
fn mediterranean_points(week: &Window<'_>) -> Option<f64> {
    let with_meal = foods(week).filter(|day| day.has_meal);
    mediterranean::points(&with_meal.map(|day| day.totals.mediterranean).collect::<Vec<_>>())
}

fn of_week(spec: ColumnSpec, number: fn(&Window<'_>) -> Option<f64>) -> SourceColumn {
    let spec = ColumnSpec { window_days: WINDOW_DAYS.unsigned_abs() as usize, ..spec };
    SourceColumn::new(spec, move |window| window.day.foods().and_then(|_| number(window)))
}
