//! The list of foods: what words and tags leave of it, and in which order it stands.

use gutskin::foods::browse::{Order, Shelf, list};
use gutskin::foods::nutrient::Nutrient;
use gutskin::foods::own_food::OwnFood;
use gutskin::foods::pantry::Pantry;
use gutskin::foods::table::FoodTable;
use gutskin::foods::tag_words::tag_lines;
use gutskin::foods::tags::{Presence, Tag};
use gutskin::model::food_line::FoodId;
use gutskin::model::pantry::PantryItem;
use gutskin::model::text::Name;

fn foods(text: &str, shelf: Shelf, order: Order) -> Vec<FoodId> {
    list(&Pantry::default(), text, shelf, order, &|_| 0.0)
}

#[test]
fn nothing_typed_lists_every_food_once() {
    let all = foods("", Shelf::All, Order::Name);
    assert_eq!(all.len(), 7_049);
    let pantry = Pantry::default();
    let names: Vec<String> = all.iter().map(|id| pantry.name(*id).unwrap().to_lowercase()).collect();
    assert!(names.is_sorted());
    let goat = foods("goat milk", Shelf::All, Order::Fit)[0];
    let usual = list(&pantry, "", Shelf::All, Order::Fit, &|id| if id == goat { 0.5 } else { 0.0 });
    assert_eq!((usual.len(), usual[0]), (7_049, goat), "what this person eats stands first");
}

#[test]
fn a_tag_and_its_absence_part_the_table_in_two() {
    for tag in Tag::ALL {
        let (with, without) = (foods("", Shelf::With(tag), Order::Name), foods("", Shelf::Without(tag), Order::Name));
        assert_eq!(with.len() + without.len(), 7_049, "{tag:?}");
        assert!(!with.is_empty() && !without.is_empty(), "{tag:?}");
    }
    let pantry = Pantry::default();
    let milk = foods("milk", Shelf::Without(Tag::Dairy), Order::Fit);
    assert!(milk.iter().all(|id| pantry.presence(*id, Tag::Dairy) == Presence::No));
    assert!(milk.len() > 5);
}

#[test]
fn sorted_by_any_nutrient_the_unknown_stand_last_both_ways() {
    let pantry = Pantry::default();
    for nutrient in Nutrient::ALL {
        let most = foods("", Shelf::All, Order::Most(nutrient));
        let amounts = |ids: &[FoodId]| ids.iter().map(|id| pantry.per_100g(*id, nutrient)).collect::<Vec<_>>();
        let (down, up) = (amounts(&most), amounts(&foods("", Shelf::All, Order::Least(nutrient))));
        let known = down.iter().take_while(|amount| amount.is_some()).count();
        assert!(down[..known].is_sorted_by(|a, b| a >= b), "{}", nutrient.key());
        assert!(up[..known].is_sorted(), "{}", nutrient.key());
        assert!(down[known..].iter().chain(&up[known..]).all(Option::is_none), "{}", nutrient.key());
    }
}

#[test]
fn own_foods_stand_among_the_others_until_they_are_hidden() {
    let mut pantry = Pantry::default();
    let mut own = OwnFood::blank(FoodId::FIRST_OWN, Name::new("Seed bread from the corner").unwrap());
    pantry.put(PantryItem::OwnFood(own.clone()));
    pantry.put(PantryItem::Favourite(FoodId(63_203_010)));
    let find = |pantry: &Pantry, text, shelf| list(pantry, text, shelf, Order::Fit, &|_| 0.0);
    assert_eq!(find(&pantry, "", Shelf::Own), [FoodId::FIRST_OWN]);
    assert_eq!(find(&pantry, "seed bread", Shelf::Own), [FoodId::FIRST_OWN]);
    assert!(find(&pantry, "seed bread", Shelf::All).contains(&FoodId::FIRST_OWN));
    assert_eq!(find(&pantry, "", Shelf::Favourites), [FoodId(63_203_010)]);
    assert_eq!(pantry.per_100g(FoodId::FIRST_OWN, Nutrient::Fibre), None, "unknown, not 0");
    own.hidden = true;
    pantry.put(PantryItem::OwnFood(own));
    assert!(find(&pantry, "", Shelf::Own).is_empty());
}

#[test]
fn every_tag_says_how_it_was_found_and_the_uncertain_ones_say_so() {
    for food in FoodTable::get().foods() {
        for line in tag_lines(&food.tags, false) {
            assert!(!line.value.is_empty() && !line.basis.is_empty(), "{}: {}", food.name, line.name);
            assert!(line.basis.contains("rule") || line.basis == "set by hand", "{}: {}", food.name, line.name);
            if line.name.contains("FODMAP") || line.name == "Histamine" {
                assert!(line.basis.contains("uncertain"), "{}", line.name);
            }
        }
    }
}
