//! All flags with what raised them: days and courses as links, where each is from, and what can be said about it.

use std::collections::BTreeMap;

use eframe::egui::{RichText, Ui};

use crate::edit::Command;
use crate::evidence::safety::{Flag, Seen};
use crate::model::decision::{Choice, Decision, DecisionId};
use crate::model::time::Day;
use crate::ui::banner::{heading, is_urgent, quiets_for_a_doctor, sign_ui};
use crate::ui::command::{Destination, DialogRequest, UiCommands};
use crate::ui::context::ViewContext;
use crate::ui::modal;
use crate::ui::modal::Dialog;
use crate::ui::text;
use crate::ui::theme::{Palette, size, space, strong_font};
use crate::ui::widgets::{caption_ui, day_field, quiet_ui};
use crate::workspace::Workspace;

/// Days shown as links; the rest is counted.
const MOST_DAYS: usize = 8;

/// The page of all flags.
pub(super) struct WarningsPage {
    /// The rule it was opened for, until that is in sight.
    sought: Option<String>,
    /// Days on which a doctor looked, as they are being chosen, by rule.
    looked: BTreeMap<String, Day>,
}

impl WarningsPage {
    /// The page, opened for one rule or for all.
    pub(super) fn new(sought: Option<String>) -> Self {
        Self { sought, looked: BTreeMap::new() }
    }
}

impl Dialog for WarningsPage {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        let ViewContext { workspace, commands, .. } = ctx;
        modal::title_ui(ui, "What needs a look");
        let flags = workspace.flags();
        modal::middle_ui(ui, |ui| {
            if flags.is_empty() {
                quiet_ui(ui, "Nothing is raised now.");
            }
            for flag in flags.iter() {
                let shown =
                    ui.push_id(&flag.id, |ui| ui.scope(|ui| self.flag_ui(ui, flag, workspace, commands)).response);
                if self.sought.as_ref() == Some(&flag.id) {
                    shown.inner.scroll_to_me(Some(eframe::egui::Align::Min));
                    self.sought = None;
                }
            }
            caption_ui(ui, text::NOT_MEDICAL);
        });
        modal::close_button_ui(ui, commands);
    }

    fn has_fields(&self) -> bool {
        false
    }
}

impl WarningsPage {
    fn flag_ui(&mut self, ui: &mut Ui, flag: &Flag, workspace: &Workspace, commands: &mut UiCommands) {
        let palette = Palette::of(ui);
        let color = if is_urgent(flag.level) { palette.danger } else { palette.attention };
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = space::TIGHT;
            ui.horizontal_top(|ui| {
                sign_ui(ui, flag.level, color);
                let words = RichText::new(heading(flag, workspace)).font(strong_font(size::BODY)).color(color);
                ui.add(eframe::egui::Label::new(words).wrap());
            });
            ui.label(flag.words.as_str());
            caption_ui(ui, "What raised it");
            for because in &flag.because {
                ui.label(because.as_str());
            }
            links_ui(ui, flag, workspace, commands);
            caption_ui(ui, &format!("Source: {}", flag.source_words()));
            if flag.crisis {
                if ui.button("Show help").clicked() {
                    commands.open(DialogRequest::Crisis);
                }
            } else if workspace.read_only().is_none() {
                self.answer_ui(ui, flag, workspace, commands);
            }
        });
        ui.separator();
    }

    /// What the person can say about it, and the way back from that.
    fn answer_ui(&mut self, ui: &mut Ui, flag: &Flag, workspace: &Workspace, commands: &mut UiCommands) {
        let today = workspace.today();
        let rule = flag.id.clone();
        let mut decide = |choice| {
            commands.edit(Command::Decide { decision: Decision { id: DecisionId::NEW, made: today, choice } });
        };
        if flag.seen == Seen::Folded {
            let words = flag.doctor_looked.map_or_else(
                || "You have seen this.".to_owned(),
                |day| format!("A doctor looked at this on {}.", day.brief(today)),
            );
            ui.horizontal_wrapped(|ui| {
                quiet_ui(ui, &words);
                let decisions = workspace.diary().decisions();
                let newest =
                    decisions.filter(|decision| decision.choice.rule() == Some(&flag.id)).max_by_key(|it| it.id);
                if let Some(decision) = newest
                    && ui.link("show it in full again").clicked()
                {
                    commands.edit(Command::TakeBack { id: decision.id });
                }
            });
            return;
        }
        ui.horizontal_wrapped(|ui| {
            if ui.button("I have seen this").clicked() {
                decide(Choice::FlagSeen { rule: rule.clone(), reading: flag.reading });
            }
            if quiets_for_a_doctor(flag.level) {
                let looked = self.looked.entry(rule.clone()).or_insert(today);
                if let Some(Some(day)) =
                    day_field::day_field_ui(ui, "Day of the visit", Some(*looked), today, today, false)
                {
                    *looked = day;
                }
                if ui.button("A doctor has looked at this").clicked() {
                    decide(Choice::DoctorLooked { rule, reading: flag.reading, on: *looked });
                }
            }
        });
    }
}

/// The days and courses that raised it.
fn links_ui(ui: &mut Ui, flag: &Flag, workspace: &Workspace, commands: &mut UiCommands) {
    let today = workspace.today();
    ui.horizontal_wrapped(|ui| {
        for day in flag.days.iter().take(MOST_DAYS) {
            if ui.link(day.brief(today)).on_hover_text(format!("Open {}", day.long())).clicked() {
                commands.close_dialog();
                commands.go(Destination::Day(*day));
            }
        }
        if let Some(more @ 1..) = flag.days.len().checked_sub(MOST_DAYS) {
            quiet_ui(ui, &format!("and {more} more"));
        }
        for course in flag.courses.iter().filter_map(|id| workspace.diary().course(*id)) {
            if ui.link(course.name.as_str()).on_hover_text(format!("Change {}", course.name)).clicked() {
                commands.open(DialogRequest::Course(course.id));
            }
        }
    });
}
