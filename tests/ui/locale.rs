//! Numbers, dates and drinks as this person writes them: chosen once, understood both ways, and never in a file for other programs.

use eframe::egui::accesskit::Role;
use egui_kittest::kittest::{NodeT, Queryable};
use gutskin::model::value::Value;

use crate::window::{Window, today};

/// Chooses in Settings and keeps it.
fn choose(window: &mut Window, choices: &[&str]) {
    crate::panes::choose(window, "Diary", "Settings…");
    for choice in choices {
        window.harness.get_by_label(choice).click();
        window.harness.run();
    }
    window.click("Keep");
}

/// What stands in a field.
fn stands_in(window: &Window, field: &str) -> String {
    let node = window.harness.get_by_role_and_label(Role::TextInput, field);
    node.accesskit_node().value().unwrap_or_default()
}

#[test]
fn a_decimal_comma_is_typed_and_shown_while_the_exported_table_keeps_its_point() {
    let mut window = Window::empty();
    window.type_into("Fibre", "12.5");
    assert_eq!(stands_in(&window, "Fibre"), "12.5", "until something else is chosen");
    choose(&mut window, &["Numbers: 7,5"]);
    assert_eq!(stands_in(&window, "Fibre"), "12,5");
    window.type_into("Fibre", "13,5");
    assert_eq!((window.answer("fibre_g"), stands_in(&window, "Fibre")), (Value::number(13.5), "13,5".to_owned()));
    window.type_into("Fibre", "14.5");
    assert_eq!(window.answer("fibre_g"), Value::number(14.5), "a point is understood as before");
    let table = gutskin::report::csv::days_to_csv(window.workspace().diary(), &window.workspace().table());
    assert!(table.contains("14.5") && !table.contains("14,5"), "{table}");
}

#[test]
fn the_month_stands_first_where_somebody_writes_it_first() {
    let mut window = Window::empty();
    let [day_first, month_first] = ["Friday 20 November 2026", "Friday, November 20, 2026"];
    assert!(window.shows_part(day_first) && today().to_string() == "2026-11-20");
    choose(&mut window, &["Dates: March 12, 2026"]);
    assert!(window.shows_part(month_first) && !window.shows_part(day_first));
}

#[test]
fn drinks_are_poured_typed_and_summed_in_fluid_ounces() {
    let mut window = Window::empty();
    choose(&mut window, &["Drinks: fl oz (US)"]);
    // A glass of 250 ml: 250 / 29.5735 = 8.45.
    window.click("Add Water 8.5 fl oz");
    window.type_into("Water", "16");
    // 16 x 29.5735 ml, to a tenth.
    assert_eq!((window.answer("water_ml"), stands_in(&window, "Water")), (Value::number(473.2), "16".to_owned()));
    window.type_into("Water", "500 ml");
    assert_eq!((window.answer("water_ml"), stands_in(&window, "Water")), (Value::number(500.0), "16.9".to_owned()));
    window.click("Water more");
    // Two ounces more: 500 + 59.147.
    assert_eq!(window.answer("water_ml").map(|value| value.as_number().round()), Some(559.0));
}

#[test]
fn what_was_tried_in_settings_and_not_kept_is_gone() {
    let mut window = Window::empty();
    window.type_into("Fibre", "12.5");
    crate::panes::choose(&mut window, "Diary", "Settings…");
    window.harness.get_by_label("Numbers: 7,5").click();
    window.harness.run();
    assert_eq!(stands_in(&window, "Fibre"), "12,5", "it shows at once");
    window.click("Cancel");
    assert_eq!(stands_in(&window, "Fibre"), "12.5");
}
