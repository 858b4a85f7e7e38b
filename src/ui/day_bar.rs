//! Which day is open: back, on, today, a month to choose from, and how much of an ordinary day is answered.

use eframe::egui::{self, Popup, PopupCloseBehavior, RichText, Ui, Vec2};

use super::actions::Action;
use super::forms;
use super::request::{Outbox, Request};
use super::theme::{Palette, size, strong_font};
use super::widgets::month_grid::{DayMark, MonthGrid, month_head};
use crate::model::time::Day;
use crate::workspace::Workspace;

/// Shows the bar.
pub fn show(ui: &mut Ui, workspace: &Workspace, day: Day, outbox: &mut Outbox) {
    let (today, latest) = (workspace.today(), workspace.today().plus(1));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = 4.0;
        if ui.button("‹").on_hover_text("Day before (Alt+Left)").clicked() {
            outbox.act(Action::PreviousDay);
        }
        let words = RichText::new(day.long()).font(strong_font(size::TITLE));
        let name = format!("{}, choose a day", day.long());
        let button = ui.add(egui::Button::new(words).frame_when_inactive(false)).accessible_name(name);
        month_popup(&button, workspace, (day, today, latest), outbox);
        let next = ui.add_enabled(day < latest, egui::Button::new("›"));
        if next.on_hover_text("Day after (Alt+Right)").clicked() {
            outbox.act(Action::NextDay);
        }
        if day != today && ui.button("Today").on_hover_text("Alt+Home").clicked() {
            outbox.act(Action::Today);
        }
    });
    let (answered, asked) = forms::answered_cards(workspace.diary().page(day).map(AsRef::as_ref));
    let words = match (answered, day == today) {
        (0, true) => "Nothing answered yet. A minute is enough, and gaps are fine.".to_owned(),
        (0, false) => "Nothing answered on this day.".to_owned(),
        _ => format!("{answered} of {asked} main cards answered"),
    };
    ui.label(RichText::new(words).size(size::CAPTION).color(Palette::of(ui).quiet));
}

fn month_popup(button: &egui::Response, workspace: &Workspace, days: (Day, Day, Day), outbox: &mut Outbox) {
    let (day, today, latest) = days;
    let month_id = button.id.with("month");
    Popup::menu(button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        let month: Day = ui.data(|data| data.get_temp(month_id)).unwrap_or(day);
        if let Some(other) = month_head(ui, month, latest) {
            ui.data_mut(|data| data.insert_temp(month_id, other));
        }
        let logged = |at: Day| DayMark { logged: workspace.diary().page(at).is_some(), ..DayMark::default() };
        let cell = Vec2::new(34.0, 30.0);
        let grid = MonthGrid { month, chosen: day, today, latest, cell, mark: &logged };
        if let Some(at) = grid.show(ui) {
            outbox.push(Request::OpenDay(at));
            ui.data_mut(|data| data.remove::<Day>(month_id));
            ui.close();
        }
        ui.label(RichText::new("A dot: something is logged").size(size::CAPTION).color(Palette::of(ui).quiet));
    });
}
