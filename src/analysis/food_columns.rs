//! What a day's foods add up to, as numbers of the day table. A sum with an unknown food in it is a lower bound and therefore
//! no number: the cell stays missing.

use std::ops::Range;

use super::day_table::{Column, DayTable, Origin, Role, Scale};
use super::occasions::Occasions;
use crate::foods::COLUMN_PREFIX;
use crate::foods::names::capital;
use crate::foods::nutrient::Nutrient;
use crate::foods::pantry::Pantry;
use crate::foods::plants::{Plant, WINDOW_DAYS, points};
use crate::foods::tags::{Fodmap, Level, Presence};
use crate::foods::totals::{Sum, TagCount, Totals};
use crate::model::diary::Diary;
use crate::model::entry::EntryKind;
use crate::model::page::Page;

/// A column: what it is called, and the number of a day from its foods and the week that ends on it.
struct Spec {
    key: String,
    label: String,
    unit: &'static str,
    role: Role,
    cell: Cell,
}

/// Where a number comes from.
#[derive(Clone, Copy)]
enum Cell {
    /// The sum of a nutrient.
    Nutrient(Nutrient),
    /// The highest level of a FODMAP group.
    Fodmap(Fodmap),
    /// The day's foods. Like the two above it is missing on a day of drinks alone, which says nothing of what was eaten;
    /// only what is hardly eaten is not.
    Day(fn(&Totals) -> Option<f64>),
    /// The foods of seven days.
    Week(fn(&Week) -> Option<f64>),
}

/// What the foods of one day say.
struct FoodDay {
    totals: Totals,
    has_meal: bool,
    occasions: Occasions,
}

/// What the foods of seven days say.
struct Week {
    plants: Vec<Plant>,
    nova_known: u32,
    ultra_processed: u32,
    occasions: Occasions,
}

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

/// Further columns: key without the prefix, name, unit, role, and what stands in a cell. What a trackable answers already (units of alcohol, live
/// fermented portions) is context: held beside itself under another name, neither could be told apart.
#[rustfmt::skip]
const OTHERS: &[(&str, &str, &str, Role, Cell)] = &[
    ("epa_dha_g", "Omega-3 EPA and DHA (foods)", "g", Role::Factor, Cell::Day(|day| whole(day.epa_and_dha()))),
    ("water_elsewhere_ml", "Water in other drinks and foods", "ml", Role::Context, Cell::Day(|day| whole(day.water_elsewhere))),
    ("plants_7d", "Different plants in 7 days (foods)", "", Role::Factor, Cell::Week(|week| Some(week.plants.len() as f64))),
    ("plant_points_7d", "Plant points in 7 days (foods)", "", Role::Factor, Cell::Week(|week| Some(points(week.plants.iter().copied())))),
    ("live_cultures", "Live fermented portions (foods)", "", Role::Context, Cell::Day(|day| Some(f64::from(day.live_cultures.yes)))),
    ("prebiotic", "Foods rich in prebiotics", "", Role::Factor, Cell::Day(|day| Some(f64::from(day.prebiotic)))),
    ("ultra_processed_share", "Ultra-processed share of foods", "", Role::Factor, Cell::Day(Totals::ultra_processed_share)),
    ("ultra_processed_share_7d", "Ultra-processed share of foods in 7 days", "", Role::Factor, Cell::Week(Week::ultra_processed_share)),
    ("ultra_processed_occasions_share_7d", "Ultra-processed share of eating occasions in 7 days", "", Role::Context, Cell::Week(|week| week.occasions.share())),
    ("high_gi", "Foods of high glycaemic class", "", Role::Factor, Cell::Day(|day| Some(f64::from(day.gi_classes[2])))),
];

/// Grams of alcohol in a unit: 10 ml, as in the United Kingdom.
const GRAMS_A_UNIT: f64 = 8.0;
/// Traces below this many grams make no drink alcoholic.
const LEAST_ALCOHOL: f64 = 0.5;

/// The columns that foods fill, once one is logged.
pub(super) struct FoodColumns(Vec<Spec>);

impl FoodColumns {
    /// The columns of a diary; none before a food is logged.
    pub(super) fn of(diary: &Diary) -> Self {
        if !any(diary) {
            return Self(Vec::new());
        }
        Self::all(diary.span().is_some_and(|(_, last)| diary.shows_energy(last.year())))
    }

    /// Every column that foods may fill. Energy has one only where the person asked for it and nothing speaks against it.
    pub(super) fn all(with_energy: bool) -> Self {
        let energy = with_energy.then_some(Nutrient::Energy);
        let of_nutrient = |nutrient: Nutrient| Spec {
            key: format!("{COLUMN_PREFIX}{}", nutrient.key()),
            label: format!("{} (foods)", capital(nutrient.label())),
            unit: nutrient.unit(),
            role: if nutrient == Nutrient::Alcohol { Role::Context } else { Role::Factor },
            cell: Cell::Nutrient(nutrient),
        };
        let of_group = |group: &Fodmap| Spec {
            key: format!("{COLUMN_PREFIX}fodmap_{}", group.key()),
            label: format!("FODMAP {}, by rule (0 none, 1 moderate, 2 high)", group.key().replace('_', " ")),
            unit: "",
            role: Role::Factor,
            cell: Cell::Fodmap(*group),
        };
        let others = OTHERS.iter().map(|(key, label, unit, role, cell)| Spec {
            key: format!("{COLUMN_PREFIX}{key}"),
            label: (*label).to_owned(),
            unit,
            role: *role,
            cell: *cell,
        });
        let nutrients = NUTRIENTS.iter().copied().map(of_nutrient);
        let groups = Fodmap::ALL.iter().map(of_group);
        Self(nutrients.chain(others).chain(groups).chain(energy.into_iter().map(of_nutrient)).collect())
    }

    /// How many there are.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// The columns without numbers.
    pub(super) fn empty(&self, days: usize) -> impl Iterator<Item = Column> + '_ {
        self.0.iter().map(move |spec| Column {
            key: spec.key.clone(),
            label: spec.label.clone(),
            unit: spec.unit.to_owned(),
            scale: Scale::Number,
            role: spec.role,
            origin: Origin::Foods,
            cells: vec![None; days],
        })
    }

    /// Fills the columns from `place` on for some rows of a stretch that begins with row `floor`.
    pub(super) fn fill(&self, diary: &Diary, table: &mut DayTable, place: usize, rows: Range<usize>, floor: usize) {
        if self.0.is_empty() {
            return;
        }
        let window = usize::try_from(WINDOW_DAYS).unwrap_or(7);
        let start = (rows.start + 1).saturating_sub(window).max(floor);
        let days: Vec<Option<FoodDay>> =
            (start..rows.end).map(|row| FoodDay::of(diary.pantry(), diary.page(table.day(row))?)).collect();
        for row in rows {
            let today = days.get(row - start).and_then(Option::as_ref);
            let first = (row - start + 1).saturating_sub(window);
            let week = today.map(|_| Week::of(days.get(first..=row - start).unwrap_or(&[])));
            for (spec, column) in self.0.iter().zip(table.columns.iter_mut().skip(place)) {
                if let Some(cell) = column.cells.get_mut(row) {
                    *cell = today.zip(week.as_ref()).and_then(|(today, week)| spec.cell.number(today, week));
                }
            }
        }
    }
}

impl Cell {
    fn number(self, today: &FoodDay, week: &Week) -> Option<f64> {
        let (totals, has_meal) = (&today.totals, today.has_meal);
        match self {
            Self::Week(number) => number(week),
            Self::Nutrient(nutrient) => whole(totals.sum(nutrient)).filter(|_| has_meal || DRUNK.contains(&nutrient)),
            _ if !has_meal => None,
            Self::Fodmap(group) => Some(match totals.fodmap(group) {
                None | Some(Level::Low) => 0.0,
                Some(Level::Moderate) => 1.0,
                Some(Level::High) => 2.0,
            }),
            Self::Day(number) => number(totals),
        }
    }
}

impl FoodDay {
    /// `None` if no food is logged.
    fn of(pantry: &Pantry, page: &Page) -> Option<Self> {
        let (totals, occasions) = (of_page(pantry, page)?, Occasions::of_page(pantry, page));
        Some(Self { totals, has_meal: has_meal(page), occasions })
    }
}

impl Week {
    fn of(days: &[Option<FoodDay>]) -> Self {
        let days = || days.iter().flatten();
        let mut plants: Vec<_> = days().flat_map(|day| day.totals.plants()).collect();
        plants.sort_by_key(|(id, _)| *id);
        plants.dedup_by_key(|(id, _)| *id);
        Self {
            plants: plants.into_iter().map(|(_, plant)| plant).collect(),
            nova_known: days().map(|day| day.totals.nova_known).sum(),
            ultra_processed: days().map(|day| day.totals.ultra_processed).sum(),
            occasions: days().map(|day| day.occasions).sum(),
        }
    }

    /// Ultra-processed foods as a share of those whose class is known.
    fn ultra_processed_share(&self) -> Option<f64> {
        (self.nova_known > 0).then(|| f64::from(self.ultra_processed) / f64::from(self.nova_known))
    }
}

/// Whether any food is logged.
pub(super) fn any(diary: &Diary) -> bool {
    diary.pages().any(|page| page.entries.iter().any(|entry| !entry.foods.is_empty()))
}

/// Whether a meal of foods is logged, and not drinks alone.
pub(super) fn has_meal(page: &Page) -> bool {
    page.entries.iter().any(|entry| entry.kind == EntryKind::Meal && !entry.foods.is_empty())
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

/// On which days foods say something of a trackable.
#[derive(Clone, Copy)]
enum Told {
    /// With a meal: a day of two coffees is no day without fibre.
    Meal,
    /// With a drink of water.
    Water,
    /// With a coffee.
    Coffee,
    /// With a drink of alcohol.
    Alcohol,
}

/// The trackables that foods answer, too: key, on which days, and the number. `None` = not known.
type Answer = (&'static str, Told, fn(&Totals) -> Option<f64>);

const ANSWERS: &[Answer] = &[
    ("fibre_g", Told::Meal, |day| whole(day.sum(Nutrient::Fibre))),
    ("plants", Told::Meal, |day| Some(day.plants().len() as f64)),
    // What only may be live is no portion; the views name it.
    ("fermented", Told::Meal, |day| Some(f64::from(day.live_cultures.yes))),
    ("ultra_processed", Told::Meal, |day| (day.nova_unknown == 0).then(|| f64::from(day.ultra_processed))),
    ("sugary", Told::Meal, |day| (day.sugary.maybe == 0).then(|| f64::from(day.sugary.yes))),
    ("dairy", Told::Meal, |day| certain(day.dairy)),
    ("gluten", Told::Meal, |day| certain(day.gluten)),
    ("spicy", Told::Meal, |day| Some(f64::from(u8::from(day.spicy > 0)))),
    ("water_ml", Told::Water, |day| Some(day.water_drunk)),
    ("coffee_cups", Told::Coffee, |day| Some(f64::from(day.coffees))),
    ("alcohol_units", Told::Alcohol, |day| whole(day.alcohol_from_drinks).map(|grams| grams / GRAMS_A_UNIT)),
];

/// Whether foods answer the trackable of a key, too.
pub(super) fn is_answered(key: &str) -> bool {
    ANSWERS.iter().any(|(answered, ..)| *answered == key)
}

/// What foods answer of the trackables that can also be typed in. `None` = not known; of what a day says nothing nothing stands
/// here.
pub fn answers(totals: &Totals, has_meal: bool) -> impl Iterator<Item = (&'static str, Option<f64>)> + '_ {
    let is_told = move |told: Told| match told {
        Told::Meal => has_meal,
        Told::Water => totals.waters > 0,
        Told::Coffee => totals.coffees > 0,
        Told::Alcohol => totals.alcohol_from_drinks.known > LEAST_ALCOHOL,
    };
    let told = ANSWERS.iter().filter(move |(_, told, _)| is_told(*told));
    told.map(|(key, _, number)| (*key, number(totals)))
}
