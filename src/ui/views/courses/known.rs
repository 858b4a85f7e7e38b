//! What is known of the medicine of a course: its class, what has to be said of it now, what it may bring out. The program never
//! starts, stops or changes a medicine.

use eframe::egui::Ui;

use crate::medicines;
use crate::model::course::{Course, CourseKind, Phase};
use crate::ui::widgets::{caption_ui, medicine};
use crate::workspace::Workspace;

/// Shows it beneath a course.
pub(super) fn known_ui(ui: &mut Ui, course: &Course, workspace: &Workspace) {
    let acts = course.phase(workspace.today()) != Phase::Over;
    let Some(found) = medicines::recognise(course.name.as_str()) else {
        if acts && course.kind != CourseKind::Diet {
            caption_ui(ui, "No medicine of this name is known here.");
        }
        return;
    };
    caption_ui(ui, &medicine::class_words(found.medicine));
    for flag in workspace.flags().iter().filter(|flag| flag.courses.contains(&course.id)) {
        medicine::said_ui(ui, flag);
    }
    if acts {
        medicine::flares_ui(ui, found.medicine, &workspace.diary().profile().conditions);
    }
}
