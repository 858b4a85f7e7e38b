//! What runs, each on a line that leads to it, and the last note.

use eframe::egui::{Label, RichText, Ui};

use crate::model::time::Day;
use crate::report::today::{LastNote, Running, RunningLead};
use crate::ui::command::{Destination, DialogRequest, UiCommands};
use crate::ui::theme::{Palette, size, space};
use crate::ui::widgets::{card, heading_ui};

/// Shows what runs; nothing for nothing.
pub(super) fn running_ui(ui: &mut Ui, running: &[Running], commands: &mut UiCommands) {
    if running.is_empty() {
        return;
    }
    card::plain_ui(ui, |ui| {
        heading_ui(ui, "Running now");
        for it in running {
            ui.horizontal_wrapped(|ui| {
                ui.spacing_mut().interact_size.y = 0.0;
                ui.spacing_mut().item_spacing = eframe::egui::vec2(space::ROW, 0.0);
                let link = ui.link(&it.name);
                ui.label(RichText::new(&it.standing).color(Palette::of(ui).quiet));
                if link.clicked() {
                    lead(it.lead, commands);
                }
            });
        }
    });
}

fn lead(lead: RunningLead, commands: &mut UiCommands) {
    match lead {
        RunningLead::Course(id) => commands.open(DialogRequest::Course(id)),
        RunningLead::Attempt(id) => commands.go(Destination::Attempt(id)),
        RunningLead::Trial(id) => commands.go(Destination::Trial(id)),
    }
}

/// Shows the last note, with the way to its day.
pub(super) fn note_ui(ui: &mut Ui, note: &LastNote, today: Day, commands: &mut UiCommands) {
    card::plain_ui(ui, |ui| {
        heading_ui(ui, "Last note");
        ui.add(Label::new(&note.words).wrap());
        let day = RichText::new(note.day.brief(today)).size(size::CAPTION);
        let link = ui.link(day).accessible_name(format!("Open the day of the last note, {}", note.day.short()));
        if link.clicked() {
            commands.go(Destination::Day(note.day));
        }
    });
}
