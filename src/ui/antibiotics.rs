//! Antibiotics that run or may still act are marked in every view: what happens in the gut for weeks after one should not be
//! taken for something else.

use eframe::egui::{Label, RichText, Ui};

use super::command::{Destination, UiCommands};
use super::theme::{Palette, size};
use super::view_state::ViewId;
use crate::evidence::recovery::{is_antibiotic, standing};
use crate::model::course::{Course, Phase};
use crate::model::time::Day;
use crate::workspace::Workspace;

/// The courses of antibiotics of a diary, looked up when it changes.
#[derive(Debug, Default)]
pub struct Antibiotics {
    of: Option<u64>,
    courses: Vec<Course>,
}

impl Antibiotics {
    /// All of them, whenever they ran.
    pub fn all(&mut self, workspace: &Workspace) -> &[Course] {
        if self.of != Some(workspace.revision()) {
            self.courses = workspace.diary().courses().filter(|course| is_antibiotic(course)).cloned().collect();
            self.of = Some(workspace.revision());
        }
        &self.courses
    }

    /// One line a course that acts today, with the way to its panel.
    pub fn line_ui(&mut self, ui: &mut Ui, workspace: &Workspace, commands: &mut UiCommands) {
        let today = workspace.today();
        let lines: Vec<String> = self.all(workspace).iter().filter_map(|course| standing(course, today)).collect();
        for line in lines {
            ui.horizontal_wrapped(|ui| {
                let words =
                    RichText::new(format!("Antibiotic {line}")).size(size::CAPTION).color(Palette::of(ui).quiet);
                ui.add(Label::new(words).wrap());
                if ui.link(RichText::new("What follows it").size(size::CAPTION)).clicked() {
                    commands.go(Destination::View(ViewId::Courses));
                }
            });
        }
    }
}

/// Whether one of some courses runs on a day, or none does but one may still act.
pub fn acting_on(courses: &[Course], day: Day) -> Option<Phase> {
    let is_in = |phase| courses.iter().any(|course| course.phase(day) == phase);
    [Phase::During, Phase::After].into_iter().find(|phase| is_in(*phase))
}
