//! All courses: what, how much, from when to when, latest first, with what is known of each.

mod course_card;
mod known;
mod recovery_panel;

use std::collections::BTreeMap;

use eframe::egui::{self, Key, Modifiers, Painter, Pos2, RichText, Stroke, Ui};

use self::known::Known;
use super::{View, ViewSpec};
use crate::evidence::situation::Person;
use crate::model::course::{Course, CourseId};
use crate::model::time::Day;
use crate::ui::actions::Action;
use crate::ui::command::{DialogRequest, UiCommands};
use crate::ui::context::ViewContext;
use crate::ui::theme::{Palette, size, strong_font};
use crate::ui::view_state::ViewId;
use crate::ui::widgets::focus;
use crate::workspace::Workspace;

/// The row of this view.
pub(super) const VIEW: ViewSpec = ViewSpec {
    id: ViewId::Courses,
    title: "Courses",
    keys: &[(Modifiers::COMMAND, Key::Num4)],
    icon: bars,
    new: || Box::new(CoursesView::default()),
};

/// Bars of different lengths.
fn bars(painter: &Painter, center: Pos2, stroke: Stroke) {
    let at = |x: f32, y: f32| center + egui::vec2(x, y);
    for (from, to, y) in [(-10.0, 2.0, -5.0), (-4.0, 10.0, 1.0), (-8.0, -1.0, 7.0)] {
        painter.line_segment([at(from, y), at(to, y)], Stroke::new(3.5, stroke.color));
    }
}

/// What the view remembers: what is known of the courses, until the diary or the day changes.
#[derive(Default)]
struct CoursesView {
    known: BTreeMap<CourseId, Known>,
    of: Option<(u64, Day)>,
}

impl CoursesView {
    fn look_up(&mut self, workspace: &Workspace) {
        let now = (workspace.revision(), workspace.today());
        if self.of != Some(now) {
            let person = Person::on(workspace.diary(), workspace.today());
            let courses = workspace.diary().courses();
            self.known = courses.map(|course| (course.id, Known::of_course(course, &person, workspace))).collect();
            self.of = Some(now);
        }
    }
}

/// Below this width the buttons stand under the title.
const HEAD_WIDTH: f32 = 420.0;

/// The title, with what can be begun here.
fn head_ui(ui: &mut Ui, commands: &mut UiCommands) {
    let mut choices = |ui: &mut Ui| {
        if ui.button("Start a course…").clicked() {
            commands.act(Action::StartCourse);
        }
        if ui.button("Leave one thing out…").clicked() {
            commands.open(DialogRequest::LeaveOut(None));
        }
    };
    let is_slim = ui.available_width() < HEAD_WIDTH;
    let title = RichText::new(VIEW.title).font(strong_font(size::VIEW));
    if is_slim {
        ui.label(title);
        ui.horizontal_wrapped(choices);
    } else {
        ui.horizontal(|ui| {
            ui.label(title);
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), &mut choices);
        });
    }
}

impl View for CoursesView {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        let ViewContext { workspace, commands, .. } = ctx;
        self.look_up(workspace);
        head_ui(ui, commands);
        let mut courses: Vec<&Course> = workspace.diary().courses().collect();
        courses.sort_by_key(|course| (course.start, course.id));
        if courses.is_empty() {
            let words = "Antibiotics, creams, supplements, diets: anything over several days. It is drawn under every curve, \
                         with the days after it in which it may still act.";
            ui.label(RichText::new(words).color(Palette::of(ui).quiet));
        }
        focus::scrolled(ui, egui::ScrollArea::vertical().auto_shrink(false), |ui| {
            for course in courses.into_iter().rev() {
                ui.push_id(course.id.0, |ui| {
                    course_card::course_ui(ui, course, self.known.get(&course.id), workspace, commands);
                });
            }
        });
    }

    fn diary_replaced(&mut self) {
        *self = Self::default();
    }
}
