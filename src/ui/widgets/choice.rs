//! One of many: a button that says what is chosen, and a list to choose from.

use eframe::egui::{Button, Popup, ScrollArea, Ui};

use super::focus;

/// Shows the button; gives what was chosen from its list.
pub fn choice_ui<T: Copy + PartialEq>(ui: &mut Ui, name: &str, chosen: T, choices: &[(T, String)]) -> Option<T> {
    let words = choices.iter().find(|(choice, _)| *choice == chosen).map_or("", |(_, words)| words.as_str());
    let button = ui.add(Button::new(format!("{words}  ▼"))).accessible_name(format!("{name}: {words}"));
    let mut taken = None;
    Popup::menu(&button).show(|ui| {
        let room = (ui.ctx().content_rect().height() - 240.0).max(160.0);
        let area = ScrollArea::vertical().max_height(room).min_scrolled_height(room);
        focus::scrolled(ui, area, |ui| {
            for (choice, words) in choices {
                let item = ui.selectable_label(*choice == chosen, words);
                if item.clicked() {
                    taken = Some(*choice);
                    ui.close();
                }
            }
        });
    });
    taken
}
