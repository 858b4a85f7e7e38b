//! Which series are plotted: a chip for each, and a list to be searched.

use eframe::egui::{self, Key, Popup, PopupCloseBehavior, RichText, ScrollArea, TextEdit, Ui};

use crate::report::chart::MOST_SERIES;
use crate::ui::actions::Action;
use crate::ui::theme::{Palette, size};
use crate::ui::view_state::ViewState;
use crate::ui::widgets::{focus, scene_ink};
use crate::workspace::Workspace;

/// Height of the list.
const HEIGHT: f32 = 360.0;
/// Height of one of its lines.
const ROW: f32 = 26.0;

/// A line of the list.
struct Choice {
    key: String,
    label: String,
    answered: usize,
}

/// The chips and the list.
#[derive(Default)]
pub struct SeriesList {
    /// Asks for the list to open with the next frame.
    pub open: bool,
    search: String,
    at: usize,
    /// Whether the search field gets the keyboard with the next frame.
    takes_keyboard: bool,
}

impl SeriesList {
    /// Shows the chips and, if asked for, the list.
    pub fn ui(&mut self, ui: &mut Ui, workspace: &Workspace, view: &mut ViewState) {
        ui.horizontal_wrapped(|ui| {
            let mut gone = None;
            for (index, key) in view.series.iter().enumerate() {
                let label = label_of(workspace, key);
                let words = RichText::new(format!("{label}  ×")).color(Palette::of(ui).text);
                let chip = scene_ink::series_button_ui(ui, view.styles.of(key), words, false);
                if chip.on_hover_text(format!("Take {label} out of the plot")).clicked() {
                    gone = Some(index);
                }
            }
            if let Some(index) = gone {
                view.series.remove(index);
            }
            let hint = Action::FindSeries.hint(ui, "Up to four, under one another");
            let button = ui.button(Action::FindSeries.label()).on_hover_text(hint);
            // Of its own, since the button's id changes with the chips before it, and the list would close with each choice.
            let popup = ui.make_persistent_id("list of series");
            let opening = std::mem::take(&mut self.open);
            if opening || (button.clicked() && !Popup::is_id_open(ui.ctx(), popup)) {
                self.search.clear();
                self.at = 0;
                self.takes_keyboard = true;
            }
            if opening {
                Popup::open_id(ui.ctx(), popup);
            }
            Popup::menu(&button)
                .id(popup)
                .close_behavior(PopupCloseBehavior::CloseOnClickOutside)
                .width(320.0)
                .show(|ui| self.list_ui(ui, workspace, view));
        });
    }

    fn list_ui(&mut self, ui: &mut Ui, workspace: &Workspace, view: &mut ViewState) {
        let field = TextEdit::singleline(&mut self.search).hint_text("Search").desired_width(f32::INFINITY);
        let response = ui.add(field).accessible_name("Search series");
        if std::mem::take(&mut self.takes_keyboard) {
            response.request_focus();
        }
        if response.changed() {
            self.at = 0;
        }
        let found = choices(workspace, &self.search);
        let pressed = |key| ui.input(|input| input.key_pressed(key));
        let before = self.at;
        if pressed(Key::ArrowDown) {
            self.at = (self.at + 1).min(found.len().saturating_sub(1));
        }
        if pressed(Key::ArrowUp) {
            self.at = self.at.saturating_sub(1);
        }
        let entered = response.lost_focus() && pressed(Key::Enter);
        let mut toggled = entered.then(|| found.get(self.at).map(|choice| choice.key.clone())).flatten();
        if entered {
            response.request_focus();
        }
        if found.is_empty() {
            ui.label(RichText::new("Nothing by that name.").color(Palette::of(ui).quiet));
        }
        let mut area = ScrollArea::vertical().max_height(HEIGHT).auto_shrink([false, true]);
        if self.at != before {
            // What the arrows are on stays in the middle of the list.
            let above = f32::from(u16::try_from(self.at).unwrap_or(u16::MAX)) * (ROW + ui.spacing().item_spacing.y);
            area = area.vertical_scroll_offset((above - (HEIGHT - ROW) / 2.0).max(0.0));
        }
        area.show_rows(ui, ROW, found.len(), |ui, rows| {
            for row in rows {
                let Some(choice) = found.get(row) else { continue };
                if focus::followed(ui, |ui| choice_ui(ui, choice, view, row == self.at)) {
                    toggled = Some(choice.key.clone());
                }
            }
        });
        if let Some(key) = toggled {
            toggle(&mut view.series, key);
        }
        let words = format!("{} of {MOST_SERIES} chosen. A fifth takes the place of the last.", view.series.len());
        ui.label(RichText::new(words).size(size::CAPTION).color(Palette::of(ui).quiet));
    }
}

fn choice_ui(ui: &mut Ui, choice: &Choice, view: &ViewState, at: bool) -> bool {
    let chosen = view.series.contains(&choice.key);
    let days = match choice.answered {
        0 => "no days yet".to_owned(),
        1 => "1 day".to_owned(),
        days => format!("{days} days"),
    };
    let quiet = RichText::new(days).size(size::CAPTION).color(Palette::of(ui).quiet);
    let button = egui::Button::selectable(chosen, choice.label.as_str())
        .right_text(quiet)
        .min_size(egui::vec2(ui.available_width(), 24.0));
    let response = ui.add(button).accessible_name(choice.label.as_str());
    if at {
        crate::ui::widgets::cell::focus_ring(ui, response.rect.shrink(2.0));
    }
    response.clicked()
}

/// Takes a series out, or puts it last; when four are chosen it takes the place of the fourth.
pub fn toggle(series: &mut Vec<String>, key: String) {
    if let Some(index) = series.iter().position(|chosen| *chosen == key) {
        series.remove(index);
        return;
    }
    series.truncate(MOST_SERIES - 1);
    series.push(key);
}

fn label_of(workspace: &Workspace, key: &str) -> String {
    let table = workspace.table();
    if let Some(column) = table.column(key) {
        return column.label.clone();
    }
    workspace.diary().catalogue().get(key).map_or_else(|| key.to_owned(), |known| known.label.to_string())
}

/// What the search finds, series with answers first.
fn choices(workspace: &Workspace, search: &str) -> Vec<Choice> {
    let table = workspace.table();
    let words: Vec<String> = search.to_lowercase().split_whitespace().map(str::to_owned).collect();
    let fits = |key: &str, label: &str| {
        let label = label.to_lowercase();
        words.iter().all(|word| label.contains(word) || key.contains(word.as_str()))
    };
    let mut found: Vec<Choice> = table
        .columns
        .iter()
        .filter(|column| !column.key.starts_with("warn_") && fits(&column.key, &column.label))
        .map(|column| Choice { key: column.key.clone(), label: column.label.clone(), answered: column.answered_days() })
        .collect();
    found.sort_by_key(|choice| choice.answered == 0);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fifth_series_takes_the_place_of_the_last() {
        let mut series: Vec<String> = ["a", "b", "c", "d"].map(str::to_owned).to_vec();
        toggle(&mut series, "e".to_owned());
        assert_eq!(series, ["a", "b", "c", "e"]);
        toggle(&mut series, "b".to_owned());
        assert_eq!(series, ["a", "c", "e"]);
    }
}
