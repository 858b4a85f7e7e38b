//! What stands in a view before anything is logged: the condition and the two questions on safety, each answered
//! with one click and none of them needed, the next step, and the sample.

use eframe::egui::{self, RichText, ScrollArea, Ui};

use crate::edit::Command;
use crate::model::entry::Card;
use crate::model::profile::{Condition, Profile, SafetyQuestion};
use crate::ui::actions::Action;
use crate::ui::command::{Destination, UiCommands};
use crate::ui::text;
use crate::ui::theme::{Palette, size, space, strong_font};
use crate::ui::widgets::{cell, focus, quiet_ui};
use crate::workspace::Workspace;

/// Width of the lines, for reading.
const WIDTH: f32 = 460.0;

const SKIPPED: &str = "You can skip all of this. Skipping counts on the careful side: nothing about weight, counting or \
leaving foods out is shown until you say that food is no worry. It can all be changed under About you.";

/// Shows it.
pub(super) fn first_start_ui(ui: &mut Ui, title: &str, workspace: &Workspace, commands: &mut UiCommands) {
    let area = ScrollArea::vertical().auto_shrink(false);
    focus::scrolled(ui, area, |ui| {
        let margin = ((ui.available_width() - WIDTH) / 2.0).max(0.0);
        let frame = egui::Frame::new().outer_margin(egui::Margin { left: points(margin), ..egui::Margin::ZERO });
        frame.show(ui, |ui| {
            ui.set_max_width(WIDTH);
            ui.spacing_mut().item_spacing.y = space::ROW;
            steps_ui(ui, title, workspace, commands);
        });
    });
}

#[expect(clippy::cast_possible_truncation, reason = "a margin is far smaller than that")]
fn points(margin: f32) -> i8 {
    margin.clamp(0.0, 127.0) as i8
}

fn steps_ui(ui: &mut Ui, title: &str, workspace: &Workspace, commands: &mut UiCommands) {
    ui.label(RichText::new(title).font(strong_font(size::VIEW)));
    for line in [text::PRIVATE, text::NOT_MEDICAL] {
        quiet_ui(ui, line);
    }
    if workspace.read_only().is_none() {
        step_ui(ui, "1  Your skin, and two questions");
        questions_ui(ui, workspace.diary().profile(), commands);
        quiet_ui(ui, SKIPPED);
        step_ui(ui, "2  Log today");
        quiet_ui(ui, "A minute is enough, and gaps are fine.");
        if ui.button("Log today").clicked() {
            commands.go(Destination::Card(Card::Skin));
        }
        step_ui(ui, "3  Enter what you take");
        if ui.button(Action::StartCourse.label()).clicked() {
            commands.act(Action::StartCourse);
        }
    }
    ui.add_space(space::ROW);
    ui.horizontal_wrapped(|ui| {
        quiet_ui(ui, "Or look around first:");
        if ui.button(Action::Sample.label()).clicked() {
            commands.act(Action::Sample);
        }
    });
}

fn step_ui(ui: &mut Ui, words: &str) {
    ui.add_space(space::ROW);
    ui.label(RichText::new(words).font(strong_font(size::TITLE)));
}

fn questions_ui(ui: &mut Ui, profile: &Profile, commands: &mut UiCommands) {
    let mut changed = profile.clone();
    row_ui(ui, "Which condition is it? More than one can be chosen.", |ui| {
        for condition in Condition::ALL {
            let has = profile.conditions.contains(condition);
            if choice_ui(ui, "Condition", condition.label(), has) {
                if has {
                    changed.conditions.remove(condition);
                } else {
                    changed.conditions.insert(*condition);
                }
            }
        }
    });
    let (pregnant, trying) = (SafetyQuestion::Pregnant, SafetyQuestion::Trying);
    row_ui(ui, "Are you pregnant, or trying for a baby?", |ui| {
        let said = |question| profile.safety(question);
        let neither = said(pregnant) == Some(false) && said(trying) == Some(false);
        for (words, answers, chosen) in [
            ("pregnant", [Some(true), None], said(pregnant) == Some(true)),
            ("trying", [None, Some(true)], said(trying) == Some(true)),
            ("neither", [Some(false), Some(false)], neither),
        ] {
            if choice_ui(ui, "Pregnant or trying", words, chosen) {
                let [is_pregnant, tries] = if chosen { [None, None] } else { answers };
                changed.answer(pregnant, is_pregnant);
                changed.answer(trying, tries);
            }
        }
    });
    let (worry, treated) = (SafetyQuestion::FoodWorry, SafetyQuestion::EatingDisorder);
    row_ui(ui, "Now or before: an eating disorder, or food or weight worry that took over your life?", |ui| {
        let said = [worry, treated].map(|question| profile.safety(question));
        for (words, answers, chosen) in [
            ("yes", [Some(true), None], said.contains(&Some(true))),
            ("no", [Some(false), Some(false)], said == [Some(false), Some(false)]),
        ] {
            if choice_ui(ui, "Eating disorder or food worry", words, chosen) {
                let [worried, was_treated] = if chosen { [None, None] } else { answers };
                changed.answer(worry, worried);
                changed.answer(treated, was_treated);
            }
        }
    });
    if changed != *profile {
        commands.edit(Command::SetProfile { profile: changed });
    }
}

fn row_ui(ui: &mut Ui, question: &str, cells: impl FnOnce(&mut Ui)) {
    ui.add(egui::Label::new(question).wrap());
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = egui::Vec2::splat(space::TIGHT);
        cells(ui);
    });
}

/// A cell that says its words; gives whether it was pressed.
fn choice_ui(ui: &mut Ui, name: &str, words: &str, chosen: bool) -> bool {
    let font = crate::ui::theme::font(size::BODY);
    let ink = Palette::of(ui).text;
    let width = ui.painter().layout_no_wrap(words.to_owned(), font, ink).size().x;
    let wanted = egui::vec2(width + 24.0, space::CELL);
    cell::cell_ui(ui, words, &format!("{name}: {words}"), chosen, wanted).clicked()
}
