//! The week that is over: what was logged, what moved, what comes next. It stands here until it is put away, once a week.

use eframe::egui::{self, Label, RichText, Ui};

use crate::model::time::Day;
use crate::report::today::LookBack;
use crate::ui::theme::{Palette, size};
use crate::ui::view_state::ViewState;
use crate::ui::widgets::{caption_ui, card, heading_ui};

/// Shows it, unless it was put away.
pub(super) fn week_ui(ui: &mut Ui, week: &LookBack, today: Day, view: &mut ViewState) {
    if view.looked_back_on == Some(week.first) {
        return;
    }
    card::plain_ui(ui, |ui| {
        ui.horizontal(|ui| {
            heading_ui(ui, "Last week");
            let days = format!("{} to {}", week.first.brief(today), week.last.brief(today));
            ui.label(RichText::new(days).size(size::CAPTION).color(Palette::of(ui).quiet));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                let away = ui.link(RichText::new("put away").size(size::CAPTION));
                if away.accessible_name("Put last week away").on_hover_text("Until the next week is over").clicked() {
                    view.looked_back_on = Some(week.first);
                }
            });
        });
        ui.add(Label::new(&week.logged).wrap());
        part_ui(ui, "What moved", &week.moved);
        part_ui(ui, "What comes next", &week.next);
    });
}

fn part_ui(ui: &mut Ui, heading: &str, lines: &[String]) {
    caption_ui(ui, heading);
    for line in lines {
        ui.add(Label::new(line).wrap());
    }
}
