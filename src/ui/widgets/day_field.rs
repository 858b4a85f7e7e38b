//! A date: a button that shows it, and a month to choose from.

use eframe::egui::{self, Popup, PopupCloseBehavior, Ui, Vec2};

use super::Edited;
use super::month_grid::{DayMark, MonthGrid, month_head_ui};
use crate::model::time::Day;

/// Shows the field. With `optional`, it can be emptied.
#[expect(clippy::disallowed_methods, reason = "which month the open popup shows is nobody's concern but its own")]
pub fn day_field_ui(
    ui: &mut Ui,
    label: &str,
    value: Option<Day>,
    today: Day,
    latest: Day,
    optional: bool,
) -> Edited<Day> {
    let mut edited = None;
    let words = value.map_or_else(|| "none yet".to_owned(), Day::short);
    let button = ui.add(egui::Button::new(&words)).accessible_name(format!("{label}: {words}"));
    let month_id = button.id.with("month");
    Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        let shown = value.unwrap_or(today);
        let month: Day = ui.data(|data| data.get_temp(month_id)).unwrap_or(shown);
        if let Some(other) = month_head_ui(ui, month, latest) {
            ui.data_mut(|data| data.insert_temp(month_id, other));
        }
        let cell = Vec2::new(32.0, 28.0);
        let grid = MonthGrid { month, chosen: shown, today, latest, cell, mark: &|_| DayMark::default() };
        if let Some(day) = grid.ui(ui) {
            edited = Some(Some(day));
            ui.data_mut(|data| data.remove::<Day>(month_id));
            ui.close();
        }
    });
    if optional && value.is_some() && ui.link("none").on_hover_text(format!("{label}: none")).clicked() {
        edited = Some(None);
    }
    edited
}
