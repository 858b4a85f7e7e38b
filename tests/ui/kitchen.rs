//! The kitchen of the food card: meals logged again, amounts in measures, foods moved about, own foods, recipes, drinks, and
//! what it all adds up to.

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, PointerButton};
use egui_kittest::kittest::Queryable;
use gutskin::edit::Command;
use gutskin::model::entry::{Entry, EntryKind};
use gutskin::model::food_line::FoodId;
use gutskin::model::profile::{Profile, SafetyQuestion};
use gutskin::model::settings::Settings;

use crate::window::{self, Window};

fn add_food(window: &mut Window, field: &str, typed: &str) {
    window.type_text(field, typed);
    window.harness.key_press(Key::Enter);
    window.harness.run();
}

fn meals(window: &Window) -> Vec<Entry> {
    let page = window.page();
    let meals = page.map(|page| page.of_kind(EntryKind::Meal).into_iter().cloned().collect());
    meals.unwrap_or_default()
}

/// Two meals: oats with banana, and an apple.
fn two_meals(window: &mut Window) {
    add_food(window, "Search foods", "oats");
    add_food(window, "Search foods", "banana");
    window.click("Done with this meal");
    add_food(window, "Search foods", "apple raw");
    window.click("Done with this meal");
    assert_eq!(meals(window).iter().map(|meal| meal.foods.len()).collect::<Vec<_>>(), [2, 1]);
}

fn cell(window: &Window, key: &str) -> Option<f64> {
    window.workspace().table().column(key)?.cells.last().copied().flatten()
}

#[test]
fn a_usual_breakfast_is_one_click_on_any_day() {
    let mut window = Window::empty();
    add_food(&mut window, "Search foods", "porridge");
    add_food(&mut window, "Search foods", "blueberries");
    window.type_into("Name of the meal, if you like", "Usual breakfast");
    window.click("keep to log again");
    let eaten = meals(&window)[0].foods.clone();
    window.click("‹");
    assert!(window.page().is_none());
    window.click("Log again: Usual breakfast");
    let again = meals(&window);
    assert_eq!(again.len(), 1);
    assert_eq!(again[0].foods, eaten);
    assert_eq!(again[0].text.as_ref().map(ToString::to_string).as_deref(), Some("Usual breakfast"));
}

#[test]
fn yesterdays_lunch_is_one_click_and_is_not_offered_twice() {
    let mut window = Window::empty();
    window.click("‹");
    add_food(&mut window, "Search foods", "lentil soup");
    window.click("›");
    let offered = |window: &Window| window.harness.query_all_by_label_contains("Log again: ").count();
    assert_eq!(offered(&window), 1);
    let label = "Log again: ";
    window.harness.get_by_label_contains(label).click();
    window.harness.run();
    assert_eq!(meals(&window).len(), 1);
    assert_eq!(offered(&window), 0, "what is logged is not offered again");
}

#[test]
fn an_amount_counts_in_household_measures_grams_or_millilitres() {
    let mut window = Window::empty();
    add_food(&mut window, "Search foods", "kefir");
    let grams = |window: &Window| meals(window)[0].foods[0].grams;
    let (name, glass) = (meals(&window)[0].foods[0].name.to_string(), grams(&window));
    window.click(&format!("{name} more, 1"));
    assert!((grams(&window) - 1.5 * glass).abs() < 0.1, "half a glass more: {}", grams(&window));
    window.type_into(&format!("{name}, amount, 1"), "2");
    assert!((grams(&window) - 2.0 * glass).abs() < 0.1);
    window.type_into(&format!("{name}, amount, 1"), "200 ml");
    assert!((grams(&window) - 207.2).abs() < 0.1, "a millilitre of kefir weighs 1.036 g");
    window.type_into(&format!("{name}, amount, 1"), "180 g");
    assert_eq!(grams(&window), 180.0);
    window.harness.get_by_label_contains(format!("Unit of {name}").as_str()).click();
    window.harness.run();
    window.click("millilitres");
    window.type_into(&format!("{name}, amount, 1"), "100");
    assert!((grams(&window) - 103.6).abs() < 0.01);
    window.type_into(&format!("{name}, amount, 1"), "10000");
    assert!((grams(&window) - 103.6).abs() < 0.01, "ten kilograms were taken");
    window.harness.get_by_label_contains("more than the 5 kg");
}

#[test]
fn a_food_moves_to_another_meal_and_meals_join_by_keyboard_and_one_undo_takes_it_back() {
    let mut window = Window::empty();
    two_meals(&mut window);
    window.click_first("change");
    let banana = meals(&window)[0].foods[1].name.to_string();
    window.click(&format!("More for {banana}, 2"));
    window.harness.get_by_label_contains("Move to Apple").click();
    window.harness.run();
    assert_eq!(meals(&window).iter().map(|meal| meal.foods.len()).collect::<Vec<_>>(), [1, 2]);
    window.press(Modifiers::COMMAND, Key::Z);
    assert_eq!(meals(&window).iter().map(|meal| meal.foods.len()).collect::<Vec<_>>(), [2, 1]);
    window.click("Join this meal with another");
    window.harness.get_by_label_contains("Join with Apple").click();
    window.harness.run();
    assert_eq!(meals(&window).iter().map(|meal| meal.foods.len()).collect::<Vec<_>>(), [3]);
}

#[test]
fn a_food_is_dragged_onto_another_meal() {
    let mut window = Window::empty();
    two_meals(&mut window);
    window.click_first("change");
    let banana = meals(&window)[0].foods[1].name.to_string();
    let from = window.harness.get_by_label(&format!("Drag {banana}, 2")).rect().center();
    let to = window.harness.get_by_label("Drag meal 2").rect().center();
    let button = |pos, pressed| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    window.harness.event(Event::PointerMoved(from));
    window.harness.run();
    window.harness.event(button(from, true));
    window.harness.run();
    for step in 1..=4_u8 {
        window.harness.event(Event::PointerMoved(from + (to - from) * (f32::from(step) / 4.0)));
        window.harness.run();
    }
    window.harness.event(button(to, false));
    window.harness.run();
    assert_eq!(meals(&window).iter().map(|meal| meal.foods.len()).collect::<Vec<_>>(), [1, 2]);
}

#[test]
fn a_favourite_stands_ready_under_the_empty_search() {
    let mut window = Window::empty();
    add_food(&mut window, "Search foods", "kefir");
    let name = meals(&window)[0].foods[0].name.to_string();
    window.click(&format!("More for {name}, 1"));
    window.click("Make it a favourite");
    window.click("Done with this meal");
    window.harness.get_by_label("Favourites");
    window.click("Kefir");
    assert_eq!(meals(&window).len(), 2);
}

#[test]
fn an_own_food_is_typed_from_its_label_and_each_fault_stands_at_its_field() {
    let mut window = Window::empty();
    window.click("new own food");
    window.type_into("Name of the own food", "Rye crispbread");
    window.type_into("Carbohydrate, g", "3");
    window.type_into("Fibre, g", "27");
    let says = |window: &Window, words: &str| window.harness.query_by_label_contains(words).is_some();
    assert!(!says(&window, "cannot be more than"), "labels in Europe print carbohydrate without fibre");
    window.click("The label prints carbohydrate without fibre, as in Europe");
    assert!(says(&window, "fibre (27 g) cannot be more than carbohydrate (3 g)"));
    window.type_into("Carbohydrate, g", "90");
    window.type_into("Protein, g", "30");
    assert!(says(&window, "add up to 120.0 g in 100 g"));
    window.type_into("Protein, g", "ten");
    assert!(says(&window, "a number is needed"));
    window.type_into("Protein, g", "8");
    window.type_into("One portion weighs, g", "12.5");
    window.type_into("Plants in it", "rye 90");
    window.click("Keep");
    let food = window.workspace().diary().pantry().own[&FoodId::FIRST_OWN].clone();
    assert_eq!(food.plants["rye"], 90.0);
    add_food(&mut window, "Search foods", "crispbread rye");
    let line = meals(&window)[0].foods[0].clone();
    assert_eq!((line.food, line.grams), (FoodId::FIRST_OWN, 12.5));
    assert_eq!(cell(&window, "fibre_g"), Some(27.0 * 0.125));
}

#[test]
fn a_name_of_five_thousand_letters_is_refused_at_its_field_and_kept_there() {
    let mut window = Window::empty();
    window.click("new own food");
    window.type_text("Name of the own food", &"b".repeat(5_000));
    window.harness.get_by_label_contains("this text has 5000 characters; at most 200 fit");
    window.harness.get_by_label("Keep").click();
    window.harness.run();
    assert!(window.workspace().diary().pantry().is_empty());
}

#[test]
fn a_search_without_a_fit_leads_to_an_own_food_of_that_name() {
    let mut window = Window::empty();
    window.type_text("Search foods", "xyzzy crunch");
    window.click("Not here? Make it an own food");
    window.type_into("Fibre, g", "4");
    window.click("Keep");
    assert_eq!(window.workspace().diary().pantry().own[&FoodId::FIRST_OWN].name.as_str(), "xyzzy crunch");
}

#[test]
fn a_recipe_for_four_is_logged_by_the_serving() {
    let mut window = Window::empty();
    window.click("new recipe");
    window.type_into("Name of the recipe", "Lentil stew");
    add_food(&mut window, "Search ingredients", "lentils cooked");
    add_food(&mut window, "Search ingredients", "carrots raw");
    window.type_into("Weight of the finished dish", "800");
    window.click("Keep and log one serving");
    let recipe = window.workspace().diary().pantry().recipes[&FoodId::FIRST_RECIPE].clone();
    assert_eq!((recipe.ingredients.len(), recipe.servings), (2, 4.0));
    let meal = meals(&window)[0].clone();
    assert_eq!((meal.foods[0].food, meal.foods[0].grams), (FoodId::FIRST_RECIPE, 200.0));
    let whole: f64 = recipe.ingredients.iter().map(|line| line.grams).sum();
    assert!(whole > 0.0);
    // One press was one act: it goes as one and comes back as one.
    assert_eq!(window.workspace().undo_label(), Some("keep and log Lentil stew"));
    window.press(Modifiers::COMMAND, Key::Z);
    assert!(meals(&window).is_empty() && window.workspace().diary().pantry().is_empty());
    window.press(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    assert_eq!(meals(&window)[0].foods[0].food, FoodId::FIRST_RECIPE);
}

#[test]
fn a_recipe_scales_and_an_impossible_one_says_where() {
    let mut window = Window::empty();
    window.click("new recipe");
    window.type_into("Name of the recipe", "Oat bake");
    window.harness.get_by_label_contains("needs at least one ingredient");
    add_food(&mut window, "Search ingredients", "rolled oats");
    window.type_into("Servings", "0");
    window.harness.get_by_label_contains("serves from 0.25 up to 200");
    window.type_into("Servings", "2");
    window.type_into("Servings to scale to", "6");
    window.click("Scale");
    window.click("Keep");
    let recipe = window.workspace().diary().pantry().recipes[&FoodId::FIRST_RECIPE].clone();
    assert_eq!(recipe.servings, 6.0);
    assert!(meals(&window).is_empty());
}

#[test]
fn what_is_kept_can_be_removed_and_brought_back() {
    let mut window = Window::empty();
    window.click("new own food");
    window.type_into("Name of the own food", "Seed bar");
    window.type_into("Fibre, g", "9");
    window.click("Keep");
    add_food(&mut window, "Search foods", "seed bar");
    window.click("Done with this meal");
    window.click("what I keep");
    let dialog_remove = window.harness.get_all_by_label("remove").last().unwrap();
    dialog_remove.click();
    window.harness.run();
    assert!(window.workspace().diary().pantry().own[&FoodId::FIRST_OWN].hidden);
    assert!(cell(&window, "fibre_g").is_some(), "the day lost its number");
    window.click("bring back");
    assert!(!window.workspace().diary().pantry().own[&FoodId::FIRST_OWN].hidden);
}

#[test]
fn quick_add_takes_one_number_and_says_what_it_does_not_understand() {
    let mut window = Window::empty();
    let quick = |window: &mut Window, text: &str| {
        window.replace_text("Quick add", text);
        window.harness.key_press(Key::Enter);
        window.harness.run();
    };
    quick(&mut window, "fibre 8 g");
    quick(&mut window, "fiber 2,5");
    quick(&mut window, "fermented 1");
    quick(&mut window, "dairy yes");
    assert_eq!(cell(&window, "fibre_g"), Some(10.5), "amounts add");
    assert_eq!(cell(&window, "fermented"), Some(1.0));
    assert_eq!(cell(&window, "dairy"), Some(1.0));
    for (text, word) in [("happiness 3", "a name and an amount"), ("fibre", "how much"), ("fibre -3", "0 to 200")] {
        quick(&mut window, text);
        window.harness.get_by_label_contains(word);
        assert_eq!(cell(&window, "fibre_g"), Some(10.5), "{text}");
    }
}

#[test]
fn a_drink_is_one_click_in_the_size_chosen_last() {
    let mut window = Window::empty();
    window.click("Add Coffee 200 ml");
    window.click("Size of coffee");
    window.click("60 ml");
    window.click("Add Coffee 60 ml");
    assert_eq!(cell(&window, "coffee_cups"), Some(2.0));
    assert!(cell(&window, "food_caffeine_mg").unwrap() > 50.0);
    window.click("Add Red wine 150 ml");
    let units = cell(&window, "alcohol_units").unwrap();
    // 150 ml of wine of 10.6 g alcohol in 100 g, 8 g a unit.
    assert!((1.7..2.2).contains(&units), "{units}");
    assert_eq!(window.page().unwrap().of_kind(EntryKind::Drink).len(), 1, "a day's drinks are one entry");
}

#[test]
fn every_total_opens_the_foods_behind_it() {
    let mut window = Window::empty();
    window.click("What it adds up to");
    window.harness.get_by_label_contains("No food of the table is logged here yet");
    add_food(&mut window, "Search foods", "porridge");
    add_food(&mut window, "Search foods", "blueberries");
    let label = window.harness.get_by_label_contains("Vitamin C: ");
    label.click();
    window.harness.run();
    window.harness.get_by_label_contains("Blueberries, raw, 75 g: 6.");
    window.harness.get_by_label("Water: none logged");
    window.click("Totals of: 7 days to this day");
    window.harness.get_by_label_contains("Vitamin C: ");
}

/// A window of somebody who asked for energy and answered the questions about food worry.
fn window_of(safety: &[(SafetyQuestion, bool)]) -> Window {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = window::open(&folder);
    let settings = Settings { shows_energy: true, ..Settings::default() };
    workspace.submit(Command::SetSettings { settings }).unwrap();
    let profile = Profile { safety: safety.iter().copied().collect(), ..Profile::default() };
    workspace.submit(Command::SetProfile { profile }).unwrap();
    Window { harness: window::harness(workspace, [1440.0, 5200.0]), folder }
}

#[test]
fn energy_stays_hidden_until_asked_for_and_where_it_can_do_harm() {
    use SafetyQuestion::{EatingDisorder, FoodWorry};
    let shows = |mut window: Window| {
        add_food(&mut window, "Search foods", "porridge");
        window.click("What it adds up to");
        let shown = window.harness.query_by_label_contains("Energy: ").is_some();
        assert_eq!(cell(&window, "food_energy_kcal").is_some(), shown, "the day table shows what the form hides");
        window.open_all_cards();
        window.click("new own food");
        assert_eq!(window.harness.query_by_role_and_label(Role::TextInput, "Energy, kcal").is_some(), shown);
        shown
    };
    assert!(!shows(Window::empty()), "nobody asked for it");
    assert!(!shows(window_of(&[])), "skipped is not no");
    assert!(!shows(window_of(&[(FoodWorry, false), (EatingDisorder, true)])));
    assert!(shows(window_of(&[(FoodWorry, false), (EatingDisorder, false)])));
}
