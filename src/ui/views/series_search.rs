//! A list of every series of the diary, to be searched: those with answers first. Plot and calendar choose from it.

use eframe::egui::{self, Key, RichText, ScrollArea, TextEdit, Ui};

use crate::ui::theme::{Palette, size};
use crate::ui::widgets::focus;
use crate::workspace::Workspace;

/// Height of the list, where the window has room for it, and what stands above and below it.
const HEIGHT: f32 = 360.0;
const AROUND: f32 = 240.0;
/// Height of one of its lines.
const ROW: f32 = 26.0;

/// A line of the list.
struct Choice {
    key: String,
    label: String,
    answered: usize,
}

/// The search field and the list.
#[derive(Default)]
pub struct SeriesSearch {
    search: String,
    at: usize,
    /// Whether the search field gets the keyboard with the next frame.
    takes_keyboard: bool,
}

impl SeriesSearch {
    /// It is about to be shown anew: nothing is searched yet, and the field takes the keyboard.
    pub fn opened(&mut self) {
        *self = Self { takes_keyboard: true, ..Self::default() };
    }

    /// Shows it; gives the key of the series that was picked.
    pub fn ui(&mut self, ui: &mut Ui, workspace: &Workspace, chosen: &[String]) -> Option<String> {
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
        let mut picked = entered.then(|| found.get(self.at).map(|choice| choice.key.clone())).flatten();
        if entered {
            response.request_focus();
        }
        if found.is_empty() {
            ui.label(RichText::new("Nothing by that name.").color(Palette::of(ui).quiet));
        }
        let height = HEIGHT.min(ui.ctx().content_rect().height() - AROUND).max(4.0 * ROW);
        let mut area = ScrollArea::vertical().max_height(height).auto_shrink([false, true]);
        if self.at != before {
            // What the arrows are on stays in the middle of the list.
            let above = f32::from(u16::try_from(self.at).unwrap_or(u16::MAX)) * (ROW + ui.spacing().item_spacing.y);
            area = area.vertical_scroll_offset((above - (height - ROW) / 2.0).max(0.0));
        }
        area.show_rows(ui, ROW, found.len(), |ui, rows| {
            for row in rows {
                let Some(choice) = found.get(row) else { continue };
                if focus::followed(ui, |ui| choice_ui(ui, choice, chosen, row == self.at)) {
                    picked = Some(choice.key.clone());
                }
            }
        });
        picked
    }
}

fn choice_ui(ui: &mut Ui, choice: &Choice, chosen: &[String], at: bool) -> bool {
    let days = match choice.answered {
        0 => "no days yet".to_owned(),
        1 => "1 day".to_owned(),
        days => format!("{days} days"),
    };
    let quiet = RichText::new(days).size(size::CAPTION).color(Palette::of(ui).quiet);
    let button = egui::Button::selectable(chosen.contains(&choice.key), choice.label.as_str())
        .right_text(quiet)
        .min_size(egui::vec2(ui.available_width(), 24.0));
    let response = ui.add(button).accessible_name(choice.label.as_str());
    if at {
        crate::ui::widgets::cell::focus_ring(ui, response.rect.shrink(2.0));
    }
    response.clicked()
}

/// Name of a series, be it answered or not.
pub fn label_of(workspace: &Workspace, key: &str) -> String {
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
