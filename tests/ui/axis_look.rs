use crate::window::Window;
use eframe::egui::{Key, Modifiers};
use gutskin::ui::ThemeChoice;

#[test]
fn look() {
    let scale = |s: f32| s;
    for (name, size, theme, zoom) in [
        ("wide_light", [1440.0, 900.0], ThemeChoice::Light, 1.0),
        ("wide_dark", [1440.0, 900.0], ThemeChoice::Dark, 1.0),
        ("small_light", [1024.0, 700.0], ThemeChoice::Light, 1.0),
        ("double", [1440.0, 900.0], ThemeChoice::Light, 2.0),
        ("tall", [1440.0, 2400.0], ThemeChoice::Light, 1.0),
    ] {
        let mut window = Window::sample(size);
        window.harness.state_mut().view_mut().theme = theme;
        window.harness.state_mut().view_mut().scale = scale(zoom);
        window.harness.run();
        window.press(Modifiers::COMMAND, Key::Num6);
        for _ in 0..400 {
            window.harness.step();
            std::thread::sleep(std::time::Duration::from_millis(10));
            if !window.shows_part("being searched") {
                break;
            }
        }
        window.harness.step();
        let image = window.harness.render().unwrap();
        std::fs::create_dir_all("/tmp/axis").unwrap();
        image.save(format!("/tmp/axis/{name}.png")).unwrap();
    }
}
