//! What people type, and the food they mean: plain words, plurals, British, American and foreign names, slips of the hand, words
//! joined and split, beginnings, and names of makers.

use std::collections::BTreeMap;

use gutskin::foods::food::Food;
use gutskin::foods::search::{Hit, grouped};
use gutskin::foods::table::FoodTable;
use gutskin::foods::tags::{Presence, Tag};
use gutskin::model::food_line::FoodId;

/// One line of the list of phrases.
struct Phrase {
    /// What kind of phrase: plain, British, misspelt and so on.
    kind: String,
    /// What is typed.
    typed: String,
    /// How the names of the foods meant begin, parted by semicolons.
    meant: String,
}

fn phrases() -> Vec<Phrase> {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/fixtures/foods/phrases.csv");
    let rows = csv::Reader::from_path(path).unwrap().into_records().map(Result::unwrap).collect::<Vec<_>>();
    let cell = |row: &csv::StringRecord, at: usize| row[at].to_owned();
    rows.iter().map(|row| Phrase { kind: cell(row, 0), typed: cell(row, 1), meant: cell(row, 2) }).collect()
}

fn find(text: &str, limit: usize) -> Vec<(Hit, &'static Food)> {
    let table = FoodTable::get();
    let hits = table.index().find(text, limit, &|_| true, &|_| 0.0);
    hits.into_iter().map(|hit| (hit, table.food(hit.id).unwrap())).collect()
}

#[test]
fn what_people_type_finds_what_they_mean() {
    let phrases = phrases();
    // Of each kind: phrases, found first, found among five.
    let mut kinds: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    for phrase in &phrases {
        let hits = find(&phrase.typed, 5);
        let fits = |food: &Food| phrase.meant.split(';').any(|start| food.name.starts_with(start));
        let place = hits.iter().position(|(_, food)| fits(food));
        for kind in [phrase.kind.as_str(), "all"] {
            let counts = kinds.entry(kind).or_default();
            counts[0] += 1;
            counts[1] += usize::from(place == Some(0));
            counts[2] += usize::from(place.is_some());
        }
        if place != Some(0) {
            let names: Vec<&str> = hits.iter().map(|(_, food)| food.name).collect();
            let word = if place.is_some() { "not first" } else { "not found" };
            println!("{word}: {:?}: {}", phrase.typed, names.join(" | "));
        }
    }
    let share = |count: usize, of: usize| 100.0 * count as f64 / of as f64;
    for (kind, [all, first, five]) in &kinds {
        println!("{all} {kind}: first {:.1} %, among five {:.1} %", share(*first, *all), share(*five, *all));
    }
    let [all, first, five] = kinds["all"];
    assert!(all >= 120 && kinds.len() > 8, "{all} phrases of {} kinds", kinds.len() - 1);
    assert!(share(first, all) >= 90.0, "only {first} of {all} phrases came first");
    assert!(share(five, all) >= 97.0, "only {five} of {all} phrases were among five");
}

#[test]
fn what_a_person_eats_comes_first() {
    let table = FoodTable::get();
    let goat = find("milk", 500).into_iter().find(|(_, food)| food.name == "Goat milk").unwrap().1.id;
    let before = table.index().find("milk", 10, &|_| true, &|_| 0.0);
    assert_ne!(before[0].id, goat);
    let after = table.index().find("milk", 10, &|_| true, &|id| if id == goat { 0.9 } else { 0.0 });
    assert_eq!(after[0].id, goat);
}

#[test]
fn a_filter_leaves_only_what_it_names() {
    let table = FoodTable::get();
    let keep = |id: FoodId| table.food(id).is_some_and(|food| food.tags.has(Tag::Dairy) == Presence::No);
    let hits = table.index().find("milk", 10, &keep, &|_| 0.0);
    assert_eq!(hits.len(), 10);
    assert!(hits.iter().all(|hit| table.food(hit.id).unwrap().tags.dairy == Presence::No));
}

#[test]
fn many_kinds_of_milk_do_not_bury_the_rest() {
    let table = FoodTable::get();
    let hits = table.index().find("milk", 40, &|_| true, &|_| 0.0);
    let groups = grouped(&hits, 3, |id| table.food(id).map(|food| food.name));
    assert!(groups.len() >= 5, "{} kinds among 40 hits", groups.len());
    assert!(groups.iter().all(|group| (1..=3).contains(&group.hits.len())));
    assert_eq!(groups.iter().map(|group| group.hits.len() + group.more).sum::<usize>(), hits.len());
}

#[test]
fn anything_can_be_typed() {
    let long = "oats ".repeat(2_000);
    for text in
        ["", " ", "a", "%", "☕", "oats, (", "\u{0}", "ÀÉÎ", "1 2 3 4 5 6 7 8 9 10 11 12", "zzzzzzzz qqqqq", &long]
    {
        assert!(find(text, 10).len() <= 10);
    }
    assert!(find("", 10).is_empty());
    assert!(find("oats", 0).is_empty());
    let ids = |text| find(text, 5).into_iter().map(|(hit, _)| hit.id).collect::<Vec<_>>();
    assert_eq!(ids("  OATS!! "), ids("oats"));
}
