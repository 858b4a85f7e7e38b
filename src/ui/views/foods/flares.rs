//! What was eaten in the days before flares: counts, with the words that a list is no evidence.

use eframe::egui::{Align, Button, Layout, RichText, Ui, vec2};
use egui_extras::{Column, TableBuilder};

use crate::analysis::before_flares::{BeforeFlares, FoodDays, NO_EVIDENCE, before_flares};
use crate::model::profile::SafetyQuestion;
use crate::ui::command::{Destination, UiCommands};
use crate::ui::theme::{Palette, size, strong_font};
use crate::ui::widgets::quiet_ui;
use crate::ui::widgets::{card, focus, segmented};
use crate::workspace::Workspace;

/// Height of a row in points.
const ROW: f32 = 28.0;
/// Days before a flare that are offered.
const DAYS: [(u16, &str); 5] = [(1, "1"), (2, "2"), (3, "3"), (5, "5"), (7, "7")];

/// The counts worked out last, and for which state of the diary.
pub(super) struct Flares {
    days: u16,
    known: Option<(u64, u16, BeforeFlares)>,
}

impl Default for Flares {
    fn default() -> Self {
        Self { days: 2, known: None }
    }
}

impl Flares {
    pub(super) fn ui(&mut self, ui: &mut Ui, workspace: &Workspace, commands: &mut UiCommands) {
        let profile = workspace.diary().profile();
        if profile.says_yes(SafetyQuestion::FoodWorry) || profile.says_yes(SafetyQuestion::EatingDisorder) {
            quiet_ui(
                ui,
                "You said that food or weight has been a worry, so foods are not lined up against flares here. Insights \
                 still looks at sleep, stress, care and medicines.",
            );
            return;
        }
        ui.horizontal_wrapped(|ui| {
            ui.label("Days before a flare");
            if let Some(days) = segmented::segmented_ui(ui, "Days before a flare", Some(self.days), &DAYS) {
                self.days = days;
            }
        });
        let revision = workspace.revision();
        if self.known.as_ref().is_none_or(|(known, days, _)| (*known, *days) != (revision, self.days)) {
            let found = before_flares(workspace.diary(), self.days, workspace.today());
            self.known = Some((revision, self.days, found));
        }
        let Some((_, _, found)) = &self.known else { return };
        card::plain_ui(ui, |ui| {
            ui.add(eframe::egui::Label::new(RichText::new(NO_EVIDENCE).color(Palette::of(ui).attention)).wrap());
            quiet_ui(ui, &counted(found));
        });
        if found.foods.is_empty() {
            quiet_ui(
                ui,
                "Once flares are marked in the skin card and foods are logged on the days before, the foods are listed here.",
            );
        } else {
            table_ui(ui, found, commands);
        }
    }
}

fn counted(found: &BeforeFlares) -> String {
    format!(
        "Flares are marked on {} of {} days on which the question was answered. On {} of the {} days before them foods are \
         logged, and on {} days in all.",
        found.flare_days, found.answered_days, found.logged_before, found.days_before, found.logged
    )
}

fn table_ui(ui: &mut Ui, found: &BeforeFlares, commands: &mut UiCommands) {
    let table = TableBuilder::new(ui)
        .id_salt("before flares")
        .striped(true)
        .auto_shrink(false)
        .cell_layout(Layout::left_to_right(Align::Center))
        .column(Column::remainder().at_least(180.0).clip(true))
        .column(Column::exact(130.0))
        .column(Column::exact(130.0));
    table
        .header(ROW, |mut header| {
            for words in ["Food", "days before flares", "days in all"] {
                header.col(|ui| drop(ui.label(RichText::new(words).font(strong_font(size::BODY)))));
            }
        })
        .body(|body| {
            body.rows(ROW, found.foods.len(), |mut row| {
                let Some(food) = found.foods.get(row.index()) else { return };
                row.col(|ui| focus::followed(ui, |ui| name_ui(ui, food, commands)));
                row.col(|ui| drop(ui.label(format!("{} of {}", food.before.len(), found.logged_before))));
                row.col(|ui| drop(ui.label(format!("{} of {}", food.all.len(), found.logged))));
            });
        });
}

fn name_ui(ui: &mut Ui, food: &FoodDays, commands: &mut UiCommands) {
    let width = ui.available_width();
    let button =
        Button::selectable(false, food.name.as_str()).right_text("").truncate().min_size(vec2(width, ROW - 4.0));
    let words = format!("{}, {} days before flares, {} days in all", food.name, food.before.len(), food.all.len());
    if ui.add(button).accessible_name(words).clicked() {
        commands.go(Destination::Food(food.food));
    }
}
