//! The logging forms: every kind of input answers, shows what was answered, and clears.

use eframe::egui::{Key, accesskit::Role};
use egui_kittest::kittest::Queryable;
use gutskin::model::value::Value;

use crate::window::Window;

#[test]
fn a_typed_amount_is_taken_over_on_leaving_the_field() {
    let mut window = Window::empty();
    window.harness.get_by_role_and_label(Role::TextInput, "Fibre").focus();
    window.harness.run();
    window.harness.get_by_role_and_label(Role::TextInput, "Fibre").type_text("12");
    window.harness.run();
    assert_eq!(window.answer("fibre_g"), None, "not before the field is left");
    window.harness.key_press(Key::Tab);
    window.harness.run();
    assert_eq!(window.answer("fibre_g"), Value::number(12.0));
}
