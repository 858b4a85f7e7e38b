//! The medicines card: which courses run on this day, how to start and stop them, and single doses.

use eframe::egui::{self, RichText, Ui};

use super::Form;
use crate::edit::Command;
use crate::model::course::{Course, Phase};
use crate::model::entry::EntryKind;
use crate::ui::actions::Action;
use crate::ui::command::DialogRequest;
use crate::ui::theme::Palette;
use crate::ui::widgets::caption_ui;

impl Form<'_> {
    pub(super) fn medicines_ui(&mut self, ui: &mut Ui) {
        caption_ui(ui, "Courses on this day");
        let mut courses: Vec<(&Course, Phase)> = self
            .diary
            .courses()
            .map(|course| (course, course.phase(self.day)))
            .filter(|(_, phase)| matches!(phase, Phase::During | Phase::After))
            .collect();
        courses.sort_by_key(|(course, phase)| (*phase == Phase::After, course.start));
        if courses.is_empty() {
            ui.label(RichText::new("None. A course is anything taken over several days.").color(Palette::of(ui).quiet));
        }
        for (course, phase) in courses {
            ui.push_id(("course", course.id.0), |ui| self.course_ui(ui, course, phase));
        }
        if ui.button("Start a course…").clicked() {
            self.commands.act(Action::StartCourse);
        }
        ui.separator();
        caption_ui(ui, "Single doses");
        self.main_entry_ui(ui, EntryKind::Dose, None);
        self.moment_lines_ui(ui, EntryKind::Dose);
        self.new_words_ui(ui, EntryKind::Dose, "New dose", "For example: ibuprofen 400 mg");
    }

    fn course_ui(&mut self, ui: &mut Ui, course: &Course, phase: Phase) {
        let palette = Palette::of(ui);
        ui.horizontal(|ui| {
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if ui.link("change").on_hover_text(format!("Change {}", course.name)).clicked() {
                    self.commands.open(DialogRequest::Course(course.id));
                }
                let stoppable = phase == Phase::During && course.stop.is_none() && self.day >= course.start;
                if stoppable
                    && ui.link("stop").on_hover_text(format!("Last day of {}: this one", course.name)).clicked()
                {
                    self.commands.edit(Command::StopCourse { id: course.id, on: self.day });
                }
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    ui.vertical(|ui| {
                        ui.spacing_mut().item_spacing.y = 0.0;
                        let dose = if course.dose.is_empty() { String::new() } else { format!(" {}", course.dose) };
                        ui.add(egui::Label::new(format!("{}{dose}", course.name)).truncate());
                        let number = self.day.days_since(course.start) + 1;
                        let words = match (phase, course.stop) {
                            (Phase::After, Some(stop)) => {
                                format!("{}, ended {}, may still act", course.kind.label(), stop.short())
                            }
                            (_, Some(stop)) => format!("{}, day {number}, until {}", course.kind.label(), stop.short()),
                            (_, None) => format!("{}, day {number}", course.kind.label()),
                        };
                        let words = RichText::new(words).size(crate::ui::theme::size::CAPTION).color(palette.quiet);
                        ui.add(egui::Label::new(words).truncate());
                    });
                });
            });
        });
    }
}
