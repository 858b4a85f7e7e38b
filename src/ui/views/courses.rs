//! All courses: what, how much, from when to when, latest first.

use eframe::egui::{self, Key, Modifiers, Painter, Pos2, RichText, Stroke, Ui};

use super::{View, ViewSpec};
use crate::model::course::{Course, Phase};
use crate::ui::actions::Action;
use crate::ui::command::{Destination, DialogRequest, UiCommands};
use crate::ui::context::ViewContext;
use crate::ui::theme::{Palette, size, space, strong_font};
use crate::ui::view_state::ViewId;
use crate::ui::widgets::{card, focus};
use crate::workspace::Workspace;

/// The row of this view.
pub(super) const VIEW: ViewSpec = ViewSpec {
    id: ViewId::Courses,
    title: "Courses",
    keys: &[(Modifiers::COMMAND, Key::Num4)],
    icon: bars,
    new: || Box::new(CoursesView),
};

/// Bars of different lengths.
fn bars(painter: &Painter, center: Pos2, stroke: Stroke) {
    let at = |x: f32, y: f32| center + egui::vec2(x, y);
    for (from, to, y) in [(-10.0, 2.0, -5.0), (-4.0, 10.0, 1.0), (-8.0, -1.0, 7.0)] {
        painter.line_segment([at(from, y), at(to, y)], Stroke::new(3.5, stroke.color));
    }
}

struct CoursesView;

impl View for CoursesView {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        let ViewContext { workspace, commands, .. } = ctx;
        ui.horizontal(|ui| {
            ui.label(RichText::new(VIEW.title).font(strong_font(size::VIEW)));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if ui.button("Start a course…").clicked() {
                    commands.act(Action::StartCourse);
                }
                if ui.button("Leave one thing out…").clicked() {
                    commands.open(DialogRequest::LeaveOut(None));
                }
            });
        });
        let mut courses: Vec<&Course> = workspace.diary().courses().collect();
        courses.sort_by_key(|course| (course.start, course.id));
        if courses.is_empty() {
            let words = "Antibiotics, creams, supplements, diets: anything over several days. It is drawn under every curve, \
                         with the days after it in which it may still act.";
            ui.label(RichText::new(words).color(Palette::of(ui).quiet));
        }
        focus::scrolled(ui, egui::ScrollArea::vertical().auto_shrink(false), |ui| {
            for course in courses.into_iter().rev() {
                ui.push_id(course.id.0, |ui| course_ui(ui, course, workspace, commands));
            }
        });
    }

    fn diary_replaced(&mut self) {}
}

fn course_ui(ui: &mut Ui, course: &Course, workspace: &Workspace, commands: &mut UiCommands) {
    let palette = Palette::of(ui);
    card::plain_ui(ui, |ui| {
        ui.horizontal(|ui| {
            ui.label(RichText::new(course.name.as_str()).font(strong_font(size::TITLE)));
            ui.label(RichText::new(course.kind.label()).color(palette.quiet));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if ui.link("change").on_hover_text(format!("Change {}", course.name)).clicked() {
                    commands.open(DialogRequest::Course(course.id));
                }
                let compare = ui.link("before and after");
                if compare.on_hover_text(format!("Days before and after {} started", course.name)).clicked() {
                    commands.go(Destination::Comparison { start: course.start, words: course.name.to_string() });
                }
                if ui.link("open its first day").clicked() {
                    commands.go(Destination::Day(course.start));
                }
            });
        });
        let until = course.stop.map_or_else(
            || "goes on".to_owned(),
            |stop| format!("to {}, {} days", stop.short(), stop.days_since(course.start) + 1),
        );
        ui.label(format!("{} {until}", course.start.short()));
        let parts = [course.dose.as_str(), course.schedule.as_str()];
        let dose: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        if !dose.is_empty() {
            ui.label(dose.join(", "));
        }
        if !course.regions.is_empty() {
            let places: Vec<&str> = course.regions.iter().map(|region| region.label()).collect();
            ui.label(format!("On: {}", places.join(", ").to_lowercase()));
        }
        let now = match (course.phase(workspace.today()), course.after_effect_until()) {
            (Phase::Before, _) => "Not started yet".to_owned(),
            (Phase::During, _) => "Running now".to_owned(),
            (Phase::After, Some(until)) => format!("Over, may still act until {}", until.short()),
            _ => format!("Over; counted as acting for {} days after", course.after_effect_days),
        };
        ui.label(RichText::new(now).size(size::CAPTION).color(palette.quiet));
        if let Some(note) = &course.note {
            ui.label(note.as_str());
        }
    });
    ui.add_space(space::ROW);
}
