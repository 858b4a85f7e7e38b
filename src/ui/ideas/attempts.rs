//! What is being tried, and what was: the day it is on, the day on which to judge, and the way to what came of it.

use eframe::egui::{Label, RichText, Ui};

use super::folded_ui;
use crate::edit::Command;
use crate::evidence::attempt::{self, Attempt, Stage};
use crate::evidence::suggest::Running;
use crate::ui::command::{Destination, UiCommands};
use crate::ui::theme::{size, space, strong_font};
use crate::ui::widgets::{caption_ui, card};
use crate::workspace::Workspace;

/// Shows what is being tried, and what waits to be judged.
pub(super) fn now_ui(ui: &mut Ui, running: Option<&Running>, workspace: &Workspace, commands: &mut UiCommands) {
    let (diary, today) = (workspace.diary(), workspace.today());
    let all = attempt::attempts(diary).filter(|attempt| attempt.stage(today) != Stage::Over);
    let mut shown = false;
    for attempt in all {
        shown |= running.is_some_and(|running| running.course == Some(attempt.course.id));
        card::plain_ui(ui, |ui| attempt_ui(ui, &attempt, workspace, commands));
    }
    // A change of diet that the person entered themselves.
    if let Some(running) = running.filter(|_| !shown) {
        let until = running.to.map_or_else(|| "goes on".to_owned(), |to| format!("until {}", to.brief(today)));
        card::plain_ui(ui, |ui| {
            ui.add(
                Label::new(RichText::new(format!("Changing: {}", running.name)).font(strong_font(size::BODY))).wrap(),
            );
            caption_ui(ui, &format!("since {}, {until} · one change at a time", running.from.brief(today)));
        });
    }
}

fn attempt_ui(ui: &mut Ui, attempt: &Attempt<'_>, workspace: &Workspace, commands: &mut UiCommands) {
    let today = workspace.today();
    let name = attempt.course.name.as_str();
    ui.add(Label::new(RichText::new(format!("Trying: {name}")).font(strong_font(size::BODY))).wrap());
    caption_ui(ui, &stage_words(attempt, today));
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        ui.spacing_mut().item_spacing.x = space::INSIDE;
        let look = ui.link("Before and after").accessible_name(format!("Before and after: {name}"));
        if look.clicked() {
            commands.go(Destination::Attempt(attempt.decision.id));
        }
        let runs = matches!(attempt.stage(today), Stage::Running { .. });
        if runs && workspace.read_only().is_none() {
            let stop = ui.link("Stop").accessible_name(format!("Stop trying: {name}"));
            if stop.on_hover_text("Today is its last day. Undo takes that back.").clicked() {
                commands.edit(Command::StopCourse { id: attempt.course.id, on: today });
            }
        }
    });
}

/// Where it stands: "day 4 of 28 · look on 12 March".
fn stage_words(attempt: &Attempt<'_>, today: crate::model::time::Day) -> String {
    let look = attempt.judge_on.brief(today);
    match attempt.stage(today) {
        Stage::Ahead => format!("starts on {} · look on {look}", attempt.course.start.brief(today)),
        Stage::Running { day, of } if today < attempt.first_look => {
            let first = attempt.first_look.brief(today);
            format!("day {day} of {of} · first look on {first} · look on {look}")
        }
        Stage::Running { day, of } => format!("day {day} of {of} · look on {look}"),
        Stage::ToJudge => "its last day is over: look at the days before and after".to_owned(),
        Stage::Over => "over".to_owned(),
    }
}

/// What was tried before, folded at first.
pub(super) fn tried_ui(ui: &mut Ui, workspace: &Workspace, commands: &mut UiCommands) {
    let (diary, today) = (workspace.diary(), workspace.today());
    let over: Vec<Attempt<'_>> =
        attempt::attempts(diary).filter(|attempt| attempt.stage(today) == Stage::Over).collect();
    folded_ui(ui, "TRIED", over.len(), |ui| {
        for attempt in &over {
            let name = attempt.course.name.as_str();
            let stop = attempt.course.stop.map_or_else(String::new, |stop| stop.brief(today));
            let words = format!("{name}, {} to {stop}", attempt.course.start.brief(today));
            let link = ui.link(words).accessible_name(format!("Before and after: {name}"));
            if link.on_hover_text("Days before and after it began").clicked() {
                commands.go(Destination::Attempt(attempt.decision.id));
            }
        }
    });
}
