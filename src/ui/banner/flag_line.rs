//! One flag of the banner: its sign, what to do and why, and what can be pressed about it.

use eframe::egui::accesskit::{Live, Role};
use eframe::egui::text::LayoutJob;
use eframe::egui::{Align, Id, Label, Layout, Response, TextFormat, Ui, vec2};

use super::{is_urgent, sign_ui, spoken};
use crate::edit::Command;
use crate::evidence::safety::{Flag, Level, Seen};
use crate::model::decision::{Choice, Decision, DecisionId};
use crate::ui::command::{DialogRequest, UiCommands};
use crate::ui::theme::{Palette, font, size, space, strong_font};
use crate::workspace::Workspace;

/// From this width on the buttons stand beside the words.
const ROOMY: f32 = 800.0;
/// Room for them there.
const BUTTONS: f32 = 352.0;

/// How many rows its words take at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Rows {
    /// As many as they need.
    All,
    /// Two.
    Two,
    /// One.
    One,
}

/// A flag and how it is shown.
pub(super) struct FlagLine<'a> {
    pub flag: &'a Flag,
    pub rows: Rows,
    pub workspace: &'a Workspace,
}

impl FlagLine<'_> {
    /// Shows it; gives its first control.
    pub(super) fn ui(&self, ui: &mut Ui, commands: &mut UiCommands) -> Id {
        if ui.available_width() < ROOMY {
            self.words_ui(ui);
            return ui.horizontal_wrapped(|ui| self.buttons_ui(ui, commands)).inner;
        }
        let layout = Layout::left_to_right(Align::Min);
        let room = vec2(ui.available_width(), 0.0);
        ui.allocate_ui_with_layout(room, layout, |ui| {
            let width = ui.available_width() - BUTTONS;
            ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(width);
                self.words_ui(ui);
            });
            ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                ui.allocate_ui_with_layout(vec2(BUTTONS, 0.0), Layout::left_to_right(Align::Center), |ui| {
                    self.buttons_ui(ui, commands)
                })
                .inner
            })
            .inner
        })
        .inner
    }

    fn words_ui(&self, ui: &mut Ui) {
        let palette = Palette::of(ui);
        let color = if is_urgent(self.flag.level) { palette.danger } else { palette.attention };
        ui.horizontal_top(|ui| {
            sign_ui(ui, self.flag.level, color);
            let mut job = LayoutJob::default();
            let (heading, words) = spoken(self.flag, self.workspace);
            job.append(&heading, 0.0, TextFormat::simple(strong_font(size::BODY), color));
            job.append(&words, 0.0, TextFormat::simple(font(size::BODY), palette.text));
            let spoken = job.text.clone();
            job.wrap.max_rows = match self.rows {
                Rows::All => usize::MAX,
                Rows::Two => 2,
                Rows::One => 1,
            };
            let response = ui.add(Label::new(job).wrap());
            ui.ctx().accesskit_node_builder(response.id, |node| {
                node.set_role(Role::Alert);
                node.set_label(spoken);
                node.clear_value();
                node.set_live(if is_urgent(self.flag.level) { Live::Assertive } else { Live::Polite });
            });
        });
    }

    fn buttons_ui(&self, ui: &mut Ui, commands: &mut UiCommands) -> Id {
        ui.spacing_mut().item_spacing.x = space::ROW;
        let Flag { id, level, crisis, seen, reading, .. } = self.flag;
        // Nothing about the crisis screen is written: there is nothing to acknowledge.
        let help = crisis.then(|| ui.button("Show help"));
        if help.as_ref().is_some_and(Response::clicked) {
            commands.open(DialogRequest::Crisis);
        }
        let why = ui.button("Why").on_hover_text("What raised it, and where it is from");
        if why.clicked() {
            commands.open(DialogRequest::Warnings(Some(id.clone())));
        }
        if let Some(help) = help {
            return help.id;
        }
        let may_write = self.workspace.read_only().is_none();
        if may_write && *seen == Seen::Full {
            if ui.button("I have seen this").clicked() {
                let choice = Choice::FlagSeen { rule: id.clone(), reading: *reading };
                let decision = Decision { id: DecisionId::NEW, made: self.workspace.today(), choice };
                commands.edit(Command::Decide { decision });
            }
            if quiets_for_a_doctor(*level) && ui.button("A doctor has looked…").clicked() {
                commands.open(DialogRequest::Warnings(Some(id.clone())));
            }
        }
        why.id
    }
}

/// Whether a doctor's look keeps a flag of this level folded.
pub fn quiets_for_a_doctor(level: Level) -> bool {
    level.meaning().is_some_and(|meaning| meaning.doctor_quiets_days.is_some())
}
