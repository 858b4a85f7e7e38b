//! What is known of the medicine of a course: its class, what has to be said of it now, what it may bring out, and what follows an
//! antibiotic. The program never starts, stops or changes a medicine.

use eframe::egui::Ui;

use super::recovery_panel;
use crate::evidence::recovery::{Recovery, recovery};
use crate::evidence::situation::Person;
use crate::medicines::{self, Medicine};
use crate::model::course::{Course, CourseKind, Phase};
use crate::ui::widgets::{caption_ui, medicine};
use crate::workspace::Workspace;

/// What is known of a course.
pub(super) struct Known {
    medicine: Option<&'static Medicine>,
    recovery: Option<Recovery>,
}

impl Known {
    /// Looks it up.
    pub(super) fn of_course(course: &Course, person: &Person<'_>, workspace: &Workspace) -> Self {
        let medicine = medicines::recognise(course.name.as_str()).map(|found| found.medicine);
        let (table, flags) = (workspace.table(), workspace.flags());
        Self { medicine, recovery: recovery(course, workspace.diary(), &table, &flags, person) }
    }

    /// Shows it beneath the course.
    pub(super) fn ui(&self, ui: &mut Ui, course: &Course, workspace: &Workspace) {
        let acts = course.phase(workspace.today()) != Phase::Over;
        match self.medicine {
            Some(known) => {
                caption_ui(ui, &medicine::class_words(known));
                for flag in workspace.flags().iter().filter(|flag| flag.courses.contains(&course.id)) {
                    medicine::said_ui(ui, flag);
                }
                if acts {
                    medicine::flares_ui(ui, known, &workspace.diary().profile().conditions);
                }
            }
            None if acts && course.kind != CourseKind::Diet => caption_ui(ui, medicine::NOT_KNOWN),
            None => {}
        }
        if let Some(recovery) = &self.recovery {
            recovery_panel::recovery_ui(ui, recovery);
        }
    }
}
