//! One course as a card: what, how much, from when to when, whether it still acts, and what is known of it.

use eframe::egui::{self, RichText, Ui};

use super::known::Known;
use crate::model::course::{Course, Phase};
use crate::ui::command::{Destination, DialogRequest, UiCommands};
use crate::ui::theme::{Palette, size, space, strong_font};
use crate::ui::widgets::card;
use crate::workspace::Workspace;

/// Narrower than this, what can be done has a line of its own.
const ONE_LINE: f32 = 560.0;

/// Shows one.
pub(super) fn course_ui(
    ui: &mut Ui,
    course: &Course,
    known: Option<&Known>,
    workspace: &Workspace,
    commands: &mut UiCommands,
) {
    let palette = Palette::of(ui);
    card::plain_ui(ui, |ui| {
        let name = RichText::new(course.name.as_str()).font(strong_font(size::TITLE));
        let kind = RichText::new(course.kind.label()).color(palette.quiet);
        if ui.available_width() >= ONE_LINE {
            ui.horizontal(|ui| {
                ui.label(name);
                ui.label(kind);
                let right_to_left = egui::Layout::right_to_left(egui::Align::Center);
                ui.with_layout(right_to_left, |ui| links_ui(ui, course, commands));
            });
        } else {
            ui.horizontal_wrapped(|ui| {
                ui.label(name);
                ui.label(kind);
            });
            ui.horizontal_wrapped(|ui| links_ui(ui, course, commands));
        }
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
        if let Some(known) = known {
            known.ui(ui, course, workspace);
        }
    });
    ui.add_space(space::ROW);
}

/// What can be done with it.
fn links_ui(ui: &mut Ui, course: &Course, commands: &mut UiCommands) {
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
}
