//! Which series are plotted: a chip for each, and a list to be searched.

use eframe::egui::{Popup, PopupCloseBehavior, RichText, Ui};

use crate::report::chart::MOST_SERIES;
use crate::ui::actions::Action;
use crate::ui::theme::{Palette, size};
use crate::ui::view_state::ViewState;
use crate::ui::views::series_search::{SeriesSearch, label_of};
use crate::ui::widgets::scene_ink;
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
            toggle(&mut view.series, key);
        }
        let words = format!("{} of {MOST_SERIES} chosen. A fifth takes the place of the last.", view.series.len());
        ui.label(RichText::new(words).size(size::CAPTION).color(Palette::of(ui).quiet));
    }
}

/// Takes a series out, or puts it last; when four are chosen it takes the place of the fourth.
fn toggle(series: &mut Vec<String>, key: String) {
    if let Some(index) = series.iter().position(|chosen| *chosen == key) {
        series.remove(index);
        return;
    }
    series.truncate(MOST_SERIES - 1);
    series.push(key);
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
