//! Figures leave the window by keys, by menu and by a right click, and say the same to eyes, to ears and on paper.

use std::fs;

use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Modifiers, OutputCommand, PointerButton};
use egui_kittest::kittest::{NodeT, Queryable};
use gutskin::report::ink::PictureLook;
use gutskin::report::png::to_pixels;

use crate::window::Window;

/// A window on the map of the sample, which is a figure.
fn on_the_map() -> Window {
    let mut window = Window::sample([1440.0, 2400.0]);
    window.press(Modifiers::COMMAND, Key::Num6);
    window
}

/// What a screen reader says of the figure on the screen: its name and its description.
fn figure_in_words(window: &Window) -> (String, String) {
    let figure = window.harness.get_all_by_role(Role::Figure).next().unwrap();
    let node = figure.accesskit_node();
    (node.label().unwrap(), node.description().unwrap())
}

fn save_as(window: &mut Window, form: &str, name: &str) -> String {
    window.press(Modifiers::COMMAND, Key::E);
    window.click(&format!("Form: {form}"));
    let path = window.folder.path().join(name);
    window.replace_text("Save as", &path.display().to_string());
    window.click("Save");
    window.wait_for("Saved as", Window::shows);
    window.press(Modifiers::NONE, Key::Escape);
    String::from_utf8_lossy(&fs::read(path).unwrap()).into_owned()
}

fn right_click(window: &mut Window, at: eframe::egui::Pos2) {
    window.harness.hover_at(at);
    window.harness.run();
    for pressed in [true, false] {
        let (pos, button, modifiers) = (at, PointerButton::Secondary, Modifiers::NONE);
        window.harness.event(Event::PointerButton { pos, button, pressed, modifiers });
    }
    window.harness.run();
}

#[test]
fn the_figure_of_a_view_is_saved_by_its_keys_with_the_words_that_a_screen_reader_says() {
    let mut window = on_the_map();
    let (title, words) = figure_in_words(&window);
    let svg = save_as(&mut window, "SVG drawing", "map.svg");
    let escaped = |text: &str| gutskin::report::svg::escape(text);
    assert!(svg.contains(&format!("<title id=\"chart-title\">{}</title>", escaped(&title))), "{title}");
    assert!(svg.contains(&format!("<desc id=\"chart-desc\">{}</desc>", escaped(&words))), "{words}");
}

#[test]
fn a_picture_is_as_large_and_on_the_ground_that_was_chosen_and_the_next_one_too() {
    let mut window = on_the_map();
    let mut sizes = Vec::new();
    let mut save = |window: &mut Window, choices: &[&str], name: &str| {
        window.press(Modifiers::COMMAND, Key::E);
        window.click("Form: PNG picture");
        for choice in choices {
            window.click(choice);
        }
        let path = window.folder.path().join(name);
        window.replace_text("Save as", &path.display().to_string());
        window.click("Save");
        window.wait_for("Saved as", Window::shows);
        window.press(Modifiers::NONE, Key::Escape);
        let picture = image::open(path).unwrap().into_rgba8();
        sizes.push(picture.width());
        picture.get_pixel(0, 0).0
    };
    let paper = [255, 255, 255, 255];
    assert_eq!(save(&mut window, &["Size: 1x", "Ground: Light"], "one.png"), paper);
    // The ground of a card of the dark theme.
    assert_eq!(save(&mut window, &["Size: 3x", "Ground: Dark"], "three.png"), [0x1e, 0x21, 0x24, 255]);
    assert_eq!(save(&mut window, &[], "again.png"), [0x1e, 0x21, 0x24, 255], "the choice is remembered");
    assert_eq!(save(&mut window, &["Ground: See-through"], "clear.png")[3], 0);
    assert!(sizes[1].abs_diff(3 * sizes[0]) <= 3 && sizes[1..].iter().all(|size| *size == sizes[1]), "{sizes:?}");
}

#[test]
fn a_right_click_on_a_figure_offers_to_save_and_to_copy_it() {
    let mut window = on_the_map();
    // A box of the map; the figure itself has no rectangle of its own.
    let place = window.harness.get_all_by_label_contains("Diet: ").next().unwrap().rect();
    right_click(&mut window, place.center());
    let buttons = window.harness.get_all_by_role(Role::Button).filter_map(|node| node.accesskit_node().label());
    let buttons: Vec<String> = buttons.filter(|label| label.contains("as a picture")).collect();
    assert_eq!(buttons.len(), 2, "{buttons:?}");
    let save = buttons.iter().find(|label| label.starts_with("Save")).unwrap().clone();
    window.click(&save);
    assert!(window.shows("Save the figure"));
}

#[test]
fn a_figure_is_copied_as_the_picture_that_is_saved() {
    let mut window = on_the_map();
    let (title, _) = figure_in_words(&window);
    // The frame of the key alone holds what was copied.
    let modifiers = Modifiers::COMMAND | Modifiers::SHIFT;
    let event = Event::Key { key: Key::C, physical_key: None, pressed: true, repeat: false, modifiers };
    window.harness.event(Event::ModifiersChanged(modifiers));
    window.harness.run();
    window.harness.event(event);
    window.harness.step();
    let copied = window.harness.output().platform_output.commands.iter().find_map(|command| match command {
        OutputCommand::CopyImage(image) => Some(image.size),
        _ => None,
    });
    let workspace = window.workspace();
    let map = gutskin::evidence::axis::map(workspace.diary(), &workspace.table(), None, window.day());
    let drawn = gutskin::report::figure::axis::draw(&map, 800.0).figure;
    assert!(to_pixels(&drawn.scene, PictureLook::default()).is_ok());
    assert!(copied.is_some_and(|[width, height]| width > 500 && height > 500), "{copied:?}");
    window.harness.run();
    assert!(window.shows_part(&format!("Copied as a picture: {title}")));
}

#[test]
fn the_plot_and_the_calendar_are_saved_although_the_window_draws_them_itself() {
    let mut window = Window::sample([1440.0, 900.0]);
    window.press(Modifiers::COMMAND, Key::Num1);
    assert!(save_as(&mut window, "SVG drawing", "plot.svg").contains("<desc id=\"chart-desc\">Chart from "));
    window.press(Modifiers::COMMAND, Key::Num2);
    let calendar = save_as(&mut window, "SVG drawing", "calendar.svg");
    assert!(calendar.contains(", day by day, "), "{}", &calendar[..600]);
}

#[test]
fn where_there_is_no_figure_the_keys_say_so() {
    let mut window = Window::sample([1440.0, 900.0]);
    window.press(Modifiers::COMMAND, Key::Num7);
    window.press(Modifiers::COMMAND, Key::E);
    assert!(window.shows("This view shows no figure now."));
}
