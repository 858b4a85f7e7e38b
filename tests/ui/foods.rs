//! Meals of foods: found as one types, weighed, added up, and never lost.

use eframe::egui::Key;
use egui_kittest::kittest::Queryable;
use gutskin::model::entry::EntryKind;

use crate::window::Window;

fn add_food(window: &mut Window, typed: &str) {
    window.type_text("Search foods", typed);
    window.harness.key_press(Key::Enter);
    window.harness.run();
}

/// A number of the last day of the table.
fn cell(window: &Window, key: &str) -> Option<f64> {
    window.workspace().table().column(key)?.cells.last().copied().flatten()
}

#[test]
fn porridge_with_blueberries_and_kefir_is_typed_and_adds_up() {
    let mut window = Window::empty();
    add_food(&mut window, "porridge");
    // The keyboard stays in the field from food to food.
    for typed in ["blueberries", "kefir"] {
        window.harness.event(eframe::egui::Event::Text(typed.to_owned()));
        window.harness.run();
        window.harness.key_press(Key::Enter);
        window.harness.run();
    }
    let page = window.page().unwrap();
    let meal = page.of_kind(EntryKind::Meal)[0].clone();
    let names: Vec<&str> = meal.foods.iter().map(|line| line.name.as_str()).collect();
    assert_eq!(names.len(), 3, "one meal of three foods: {names:?}");
    assert!(names[0].contains("Porridge") && names[1].contains("lueberr") && names[2].contains("efir"), "{names:?}");
    let sums: Vec<_> = window.harness.query_all_by_label_contains(" · plants ").collect();
    assert_eq!(sums.len(), 1, "what the meal adds up to");
    drop(sums);
    // The same sums are the day's answers.
    let table = window.workspace().table();
    let fibre = table.column("fibre_g").unwrap().cells.last().copied().flatten().unwrap();
    assert!(fibre > 2.0, "{fibre} g");
    assert!(table.column("plants").unwrap().cells.last().copied().flatten().unwrap() >= 2.0);
    window.click("Done with this meal");
    add_food(&mut window, "banana");
    assert_eq!(window.page().unwrap().of_kind(EntryKind::Meal).len(), 2, "the next food begins the next meal");
}

#[test]
fn an_amount_is_typed_and_an_absurd_one_is_refused() {
    let mut window = Window::empty();
    add_food(&mut window, "banana");
    let name = window.page().unwrap().of_kind(EntryKind::Meal)[0].foods[0].name.to_string();
    let field = format!("{name}, amount, 1");
    window.type_into(&field, "150 g");
    let grams = |window: &Window| window.page().unwrap().of_kind(EntryKind::Meal)[0].foods[0].grams;
    assert_eq!(grams(&window), 150.0);
    for absurd in ["0", "-5", "10000", "much"] {
        window.type_into(&field, absurd);
        assert_eq!(grams(&window), 150.0, "{absurd}");
    }
}

#[test]
fn yesterdays_meals_are_one_click() {
    let mut window = Window::empty();
    window.click("‹");
    add_food(&mut window, "banana");
    window.click("Add Water 250 ml");
    window.click("›");
    window.click("Add Coffee 200 ml");
    window.click_first("same as yesterday");
    let page = window.page().unwrap();
    assert_eq!(page.of_kind(EntryKind::Meal)[0].foods.len(), 1);
    assert_eq!(cell(&window, "coffee_cups"), Some(1.0));
    let water = cell(&window, "water_ml").unwrap();
    assert!((water - 250.0).abs() < 1.0, "a mug of coffee is no glass of water: {water} ml");
}
