//! What the made-up person keeps of food beside her days: two foods of her own, three dishes she cooks, a breakfast to log again,
//! favourites, and the glass her water comes in.

use super::kitchen::{CHICKPEA_CURRY, COFFEE, CRISPBREAD, LENTIL_SOUP, OAT_DRINK, RAGOUT, WATER};
use crate::foods::drinks::poured;
use crate::foods::meal_line::line;
use crate::foods::pantry::Pantry;
use crate::model::drink::Drink;
use crate::model::food_line::{FoodId, FoodLine};
use crate::model::food_tags::{NovaBasis, Presence, Tags};
use crate::model::meal_template::{MealTemplate, TemplateId};
use crate::model::nutrient::Nutrient;
use crate::model::own_food::OwnFood;
use crate::model::recipe::Recipe;
use crate::model::text::Name;
use crate::model::time::ClockTime;

/// The table's oat milk, from which the own one was copied.
const OAT_MILK: FoodId = FoodId(11_360_200);
/// Foods that are looked for most.
const FAVOURITES: [u32; 4] = [57_602_100, 63_203_010, 51_401_010, 1_019_865];

/// A dish she cooks: number, name, what it weighs when done, how many it serves, and what goes in.
type Cooked = (u32, &'static str, f64, f64, &'static [(u32, f64)]);

#[rustfmt::skip]
const COOKED: &[Cooked] = &[
    (LENTIL_SOUP, "Red lentil soup", 1_500.0, 4.0, &[(16_070, 450.0), (73_102_211, 150.0), (75_221_011, 150.0), (11_693, 400.0), (82_104_000, 20.0), (2_014, 3.0), (WATER, 500.0)]),
    (CHICKPEA_CURRY, "Chickpea and spinach curry", 1_600.0, 4.0, &[(41_302_080, 480.0), (42_401_010, 400.0), (72_125_211, 200.0), (11_693, 400.0), (75_221_011, 150.0), (11_216, 10.0), (2_015, 8.0)]),
    (RAGOUT, "Lentil ragout", 1_000.0, 4.0, &[(16_070, 300.0), (11_693, 400.0), (75_221_011, 150.0), (73_102_211, 120.0), (75_111_500, 6.0), (82_104_000, 20.0)]),
];

/// Everything that is kept.
pub(super) fn pantry() -> Pantry {
    let mut pantry = Pantry::default();
    for food in crispbread().into_iter().chain(oat_drink()) {
        pantry.own.insert(food.id, food);
    }
    for (id, name, cooked, servings, foods) in COOKED {
        let Ok(name) = Name::new(name) else { continue };
        let (id, cooked_grams) = (FoodId(*id), Some(*cooked));
        let recipe =
            Recipe { id, name, ingredients: lines(&pantry, foods), cooked_grams, servings: *servings, hidden: false };
        pantry.recipes.insert(id, recipe);
    }
    let foods = lines(&pantry, &[(57_602_100, 50.0), (1_019_041, 200.0), (63_203_010, 80.0), (43_104_000, 10.0)]);
    if let Ok(name) = Name::new("Weekend porridge") {
        let (id, at) = (TemplateId(1), ClockTime::new(9, 0));
        pantry.templates.insert(id, MealTemplate { id, name, at, foods });
    }
    pantry.favourites = FAVOURITES.map(FoodId).into();
    let glasses = [(Drink::Water, WATER, 250.0), (Drink::Coffee, COFFEE, 200.0)];
    for (drink, food, millilitres) in glasses {
        if let Some(line) = poured(&pantry, FoodId(food), millilitres) {
            pantry.drinks.insert(drink, line);
        }
    }
    pantry
}

/// Foods with their grams as lines of a meal; a number that stands for nothing gives none, which a test rules out.
pub(super) fn lines(pantry: &Pantry, foods: &[(u32, f64)]) -> Vec<FoodLine> {
    foods.iter().filter_map(|(food, grams)| line(pantry, FoodId(*food), *grams).ok()).collect()
}

/// From a packet's label, which knows nothing of vitamins.
fn crispbread() -> Option<OwnFood> {
    let label = [
        (Nutrient::Energy, 480.0),
        (Nutrient::Fat, 30.0),
        (Nutrient::SaturatedFat, 3.5),
        (Nutrient::Carbohydrate, 33.0),
        (Nutrient::Sugars, 1.5),
        (Nutrient::AddedSugars, 0.0),
        (Nutrient::Fibre, 16.0),
        (Nutrient::Protein, 17.0),
        (Nutrient::Sodium, 520.0),
        (Nutrient::Water, 4.0),
    ];
    let tags = Tags { nova: Some(3), dairy: Presence::No, gluten: Presence::No, ..Tags::default() };
    let plants = [("sunflower seed", 35.0), ("flax", 20.0), ("pumpkin seed", 12.0)];
    Some(OwnFood {
        per_100g: label.into(),
        portion_grams: Some(20.0),
        plants: plants.map(|(plant, share)| (plant.to_owned(), share)).into(),
        tags,
        ..OwnFood::blank(FoodId(CRISPBREAD), Name::new("Seed crispbread, gluten free").ok()?)
    })
}

fn oat_drink() -> Option<OwnFood> {
    let label = [
        (Nutrient::Energy, 46.0),
        (Nutrient::Fat, 1.5),
        (Nutrient::SaturatedFat, 0.2),
        (Nutrient::Carbohydrate, 7.5),
        (Nutrient::Sugars, 3.4),
        (Nutrient::AddedSugars, 0.0),
        (Nutrient::Fibre, 0.8),
        (Nutrient::Protein, 1.0),
        (Nutrient::Sodium, 40.0),
        (Nutrient::Water, 89.0),
        (Nutrient::Alcohol, 0.0),
    ];
    let nova_basis = NovaBasis::Own;
    let tags = Tags { nova: Some(4), nova_basis, dairy: Presence::No, gluten: Presence::Yes, ..Tags::default() };
    Some(OwnFood {
        per_100g: label.into(),
        portion_grams: Some(200.0),
        density: Some(1.03),
        is_drink: true,
        plants: [("oat".to_owned(), 10.0)].into(),
        tags,
        copied_from: Some(OAT_MILK),
        ..OwnFood::blank(FoodId(OAT_DRINK), Name::new("Oat drink from the corner shop").ok()?)
    })
}
