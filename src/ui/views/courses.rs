//! All courses: what, how much, from when to when, latest first.

use eframe::egui::{self, RichText, Ui};

use crate::model::course::{Course, Phase};
use crate::ui::actions::Action;
use crate::ui::dialogs::{Dialog, LeaveOutDraft};
use crate::ui::request::{Outbox, Request};
use crate::ui::theme::{Palette, size, space, strong_font};
use crate::ui::widgets::{card, focus};
use crate::workspace::Workspace;

/// Shows the view.
pub fn show(ui: &mut Ui, workspace: &Workspace, outbox: &mut Outbox) {
    ui.horizontal(|ui| {
        ui.label(RichText::new("Courses").font(strong_font(size::VIEW)));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if ui.button("Start a course…").clicked() {
                outbox.act(Action::StartCourse);
            }
            if ui.button("Leave one thing out…").clicked() {
                outbox.ask(Dialog::LeaveOut(Box::new(LeaveOutDraft::new(workspace, None))));
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
            ui.push_id(course.id.0, |ui| course_ui(ui, course, workspace, outbox));
        }
    });
}

fn course_ui(ui: &mut Ui, course: &Course, workspace: &Workspace, outbox: &mut Outbox) {
    let palette = Palette::of(ui);
    card::plain(ui, |ui| {
        ui.horizontal(|ui| {
            ui.label(RichText::new(course.name.as_str()).font(strong_font(size::TITLE)));
            ui.label(RichText::new(course.kind.label()).color(palette.quiet));
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if ui.link("change").on_hover_text(format!("Change {}", course.name)).clicked() {
                    outbox.ask(Dialog::course(course.clone(), true));
                }
                let compare = ui.link("before and after");
                if compare.on_hover_text(format!("Days before and after {} started", course.name)).clicked() {
                    outbox.push(Request::Compare(course.start, course.name.to_string()));
                }
                if ui.link("open its first day").clicked() {
                    outbox.push(Request::OpenDay(course.start));
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
