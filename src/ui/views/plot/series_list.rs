//! Which series are plotted, and of which the photos stand on the time axis: a chip for each, and a list to be searched.

use eframe::egui::{self, Popup, PopupCloseBehavior, RichText, Ui};

use super::photo_strip::MOST_STRIPS;
use crate::photos::series_names;
use crate::report::chart::MOST_SERIES;
use crate::ui::actions::Action;
use crate::ui::theme::{Palette, size};
use crate::ui::view_state::ViewState;
use crate::ui::views::series_search::{SeriesSearch, label_of};
use crate::ui::widgets::{caption_ui, scene_ink};
use crate::words::count;
use crate::workspace::Workspace;

/// The chips and the list.
#[derive(Default)]
pub struct SeriesList {
    /// Asks for the list to open with the next frame.
    pub open: bool,
    search: SeriesSearch,
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
            strip_chips_ui(ui, &mut view.photo_strips);
            let hint = Action::FindSeries.hint(ui, "Up to four, under one another");
            let button = ui.button(Action::FindSeries.label()).on_hover_text(hint);
            // Of its own, since the button's id changes with the chips before it, and the list would close with each choice.
            let popup = ui.make_persistent_id("list of series");
            let opening = std::mem::take(&mut self.open);
            if opening || (button.clicked() && !Popup::is_id_open(ui.ctx(), popup)) {
                self.search.opened();
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
        if let Some(key) = self.search.ui(ui, workspace, &view.series) {
            toggle(&mut view.series, key, MOST_SERIES);
        }
        let words = format!("{} of {MOST_SERIES} chosen. A fifth takes the place of the last.", view.series.len());
        ui.label(RichText::new(words).size(size::CAPTION).color(Palette::of(ui).quiet));
        strips_ui(ui, workspace, &mut view.photo_strips);
    }
}

/// A chip for each series whose photos are shown.
fn strip_chips_ui(ui: &mut Ui, strips: &mut Vec<String>) {
    strips.retain(|name| {
        let chip = ui.button(RichText::new(format!("{}  ×", photos_of(name))).color(Palette::of(ui).text));
        !chip.on_hover_text(format!("Take the photos of {name} out of the plot")).clicked()
    });
}

/// The series of photos, to be shown on the time axis or no longer.
fn strips_ui(ui: &mut Ui, workspace: &Workspace, strips: &mut Vec<String>) {
    let photos = || workspace.diary().photos();
    let names = series_names(photos());
    if names.is_empty() {
        return;
    }
    ui.separator();
    caption_ui(ui, "Photos, small, on the same time axis");
    for name in names {
        let of_series = photos().filter(|photo| photo.series.as_ref().is_some_and(|series| series.as_str() == name));
        let number = RichText::new(count(of_series.count(), "photo", "photos")).size(size::CAPTION);
        let button = egui::Button::selectable(strips.contains(&name), name.as_str())
            .right_text(number.color(Palette::of(ui).quiet))
            .min_size(egui::vec2(ui.available_width(), 24.0));
        if ui.add(button).accessible_name(photos_of(&name)).clicked() {
            toggle(strips, name, MOST_STRIPS);
        }
    }
}

fn photos_of(series: &str) -> String {
    format!("Photos: {series}")
}

/// Takes a series out, or puts it last; when as many as there may be are chosen it takes the place of the last.
fn toggle(series: &mut Vec<String>, key: String, most: usize) {
    if let Some(index) = series.iter().position(|chosen| *chosen == key) {
        series.remove(index);
        return;
    }
    series.truncate(most - 1);
    series.push(key);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fifth_series_takes_the_place_of_the_last() {
        let mut series: Vec<String> = ["a", "b", "c", "d"].map(str::to_owned).to_vec();
        toggle(&mut series, "e".to_owned(), 4);
        assert_eq!(series, ["a", "b", "c", "e"]);
        toggle(&mut series, "b".to_owned(), 4);
        assert_eq!(series, ["a", "c", "e"]);
    }
}
