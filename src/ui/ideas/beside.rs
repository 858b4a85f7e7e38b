//! What is known about courses that run or may still act.

use eframe::egui::{RichText, Ui};

use super::chips::chips_ui;
use super::folded_ui;
use super::try_button::offer_ui;
use crate::evidence::gate::Part;
use crate::evidence::suggest::{Advice, BesideCourse};
use crate::ui::command::{Destination, UiCommands};
use crate::ui::theme::{size, space, strong_font};
use crate::ui::widgets::{caption_ui, card};
use crate::workspace::Workspace;

/// Shows the cards beside courses, folded at first.
pub(super) fn beside_courses_ui(ui: &mut Ui, advice: &Advice, workspace: &Workspace, commands: &mut UiCommands) {
    let may_edit = workspace.read_only().is_none();
    folded_ui(ui, "BESIDE YOUR COURSES", advice.beside_courses.len(), |ui| {
        for (place, beside) in advice.beside_courses.iter().enumerate() {
            let course = workspace.diary().course(beside.course).map(|course| course.name.to_string());
            ui.push_id(place, |ui| {
                card::plain_ui(ui, |ui| {
                    beside_ui(ui, beside, course.as_deref().unwrap_or_default(), may_edit, commands);
                });
            });
        }
    });
}

fn beside_ui(ui: &mut Ui, beside: &BesideCourse, course: &str, may_edit: bool, commands: &mut UiCommands) {
    let (known, shown) = (beside.card, &beside.shown);
    caption_ui(ui, &format!("Beside {course}"));
    if let Some(say) = shown.say() {
        ui.label(say);
    }
    if shown.has(Part::Title) {
        ui.label(RichText::new(&known.title).font(strong_font(size::BODY)));
    }
    if shown.has(Part::Chips) {
        chips_ui(ui, known);
    }
    if shown.has(Part::Plain) {
        ui.label(&known.plain);
    }
    if shown.has(Part::Cautions) {
        ui.label(&known.cautions);
    }
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().interact_size.y = 0.0;
        ui.spacing_mut().item_spacing.x = space::INSIDE;
        let link = ui.link("Studies and sources").accessible_name(format!("Evidence beside {course}: {}", known.claim));
        if link.clicked() {
            commands.go(Destination::Evidence(known.id.clone()));
        }
        if may_edit {
            offer_ui(ui, known, &beside.offer, shown, commands);
        }
    });
}
