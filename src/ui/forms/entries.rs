//! Entries of single moments: a drink at nine, a second skin check in the evening. Each is one line that opens to be changed.

use eframe::egui::{self, Id, RichText, Ui};

use super::dragging::{self, Dragged};
use super::{Form, field, food_lines, summary};
use crate::edit::{Command, EntryDraft, Place};
use crate::model::entry::{Entry, EntryId, EntryKind};
use crate::model::time::ClockTime;
use crate::ui::theme::{Palette, size};
use crate::ui::widgets::Edited;
use crate::ui::widgets::note_field::NoteField;
use crate::ui::widgets::typed_field::TypedField;

impl Form<'_> {
    /// The lines of a kind's moments, and a link that adds one.
    pub(super) fn moments_ui(&mut self, ui: &mut Ui, kind: EntryKind) {
        self.moment_lines_ui(ui, kind);
        self.new_moment_ui(ui, kind);
    }

    /// The lines of a kind's moments.
    pub(super) fn moment_lines_ui(&mut self, ui: &mut Ui, kind: EntryKind) {
        let entries = self.page.map(|page| page.of_kind(kind)).unwrap_or_default();
        let composed = self.composed(ui).filter(|_| kind == EntryKind::Meal);
        let listed = |entry: &&Entry| !entry.is_of_the_whole_day() && Some(entry.id) != composed;
        for entry in entries.into_iter().filter(listed) {
            ui.push_id(("moment", entry.id), |ui| self.moment_ui(ui, entry));
        }
    }

    /// A meal can be dragged onto another one, and so can each food of it.
    fn moment_ui(&mut self, ui: &mut Ui, entry: &Entry) {
        if entry.kind != EntryKind::Meal {
            self.one_moment_ui(ui, entry);
            return;
        }
        let (diary, day, page) = (self.diary, self.day, self.page);
        dragging::target_ui(ui, self.outbox, day, Some(entry.id), |ui, outbox| {
            Form { diary, day, page, outbox }.one_moment_ui(ui, entry);
        });
    }

    fn one_moment_ui(&mut self, ui: &mut Ui, entry: &Entry) {
        let open_id = Id::unique(("open entry", self.day.number(), entry.id));
        let mut open = ui.data(|data| data.get_temp::<bool>(open_id)).unwrap_or(false);
        let words = summary::entry(entry, self.diary);
        ui.horizontal(|ui| {
            let palette = Palette::of(ui);
            if entry.kind == EntryKind::Meal {
                let dragged = Dragged { day: self.day, from: entry.id, line: None };
                food_lines::handle_ui(ui, &format!("Drag meal {}", entry.id.0), dragged);
            }
            let time = entry.at.map_or_else(|| "–".to_owned(), |at| at.to_string());
            ui.label(RichText::new(time).color(palette.quiet));
            let name = format!("{} {words}", entry.kind.label());
            ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
                if ui.link("delete").on_hover_text(format!("Delete: {name}")).clicked() {
                    self.outbox.edit(Command::Remove { day: self.day, id: entry.id });
                }
                let word = if open { "done" } else { "change" };
                if ui.link(word).on_hover_text(format!("Change: {name}")).clicked() {
                    open = !open;
                    ui.data_mut(|data| data.insert_temp(open_id, open));
                }
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    ui.add(egui::Label::new(words.as_str()).truncate());
                });
            });
        });
        if open {
            ui.indent(("fields", entry.id), |ui| {
                self.retime_ui(ui, entry);
                if matches!(entry.kind, EntryKind::Meal | EntryKind::Drink | EntryKind::Dose | EntryKind::Event) {
                    self.words_ui(ui, Place::Entry(entry.id), entry, "What it was");
                }
                if entry.kind == EntryKind::Meal || !entry.foods.is_empty() {
                    let id = Id::unique(("food search", self.day.number(), entry.id));
                    self.foods_ui(ui, entry, id, "Search foods for this meal");
                }
                if entry.kind == EntryKind::Meal {
                    self.meal_actions_ui(ui, entry);
                }
                self.fields_ui(ui, entry.kind, Some(entry), Place::Entry(entry.id));
            });
        }
    }

    /// The time of an entry, to be changed.
    pub(super) fn retime_ui(&mut self, ui: &mut Ui, entry: &Entry) {
        ui.horizontal(|ui| {
            ui.label("Time");
            let label = format!("Time of {} {}", entry.kind.label(), entry.id.0);
            let shown = entry.at.map(|at| at.to_string()).unwrap_or_default();
            if let Some(at) = time_field(ui, &label, shown) {
                self.outbox.edit(Command::Retime { day: self.day, id: entry.id, at });
            }
        });
    }

    pub(super) fn words_ui(&mut self, ui: &mut Ui, place: Place, entry: &Entry, label: &str) {
        let shown = entry.text.as_ref().map(ToString::to_string).unwrap_or_default();
        let field = NoteField { label, shown: &shown, hint: label, rows: 1 };
        if let Some(text) = field.show(ui) {
            self.outbox.edit(Command::Write { day: self.day, place, text });
        }
    }

    /// A link; then a time and the fields; the first answer makes the entry.
    pub(super) fn new_moment_ui(&mut self, ui: &mut Ui, kind: EntryKind) {
        let asking = Id::unique(("new moment", self.day.number(), kind));
        let Some(at) = ui.data(|data| data.get_temp::<ClockTime>(asking)) else {
            let words = RichText::new("log at a time of day").size(size::CAPTION);
            let hint = format!("Another {} with its own time", kind.label());
            if ui.link(words).on_hover_text(hint).clicked() {
                ui.data_mut(|data| data.insert_temp(asking, ClockTime::now()));
            }
            return;
        };
        ui.separator();
        ui.horizontal(|ui| {
            ui.label(format!("Another {} at", kind.label()));
            if let Some(Some(at)) = time_field(ui, &format!("Time of the new {}", kind.label()), at.to_string()) {
                ui.data_mut(|data| data.insert_temp(asking, at));
            }
            if ui.link("never mind").clicked() {
                ui.data_mut(|data| data.remove::<ClockTime>(asking));
            }
        });
        ui.push_id("new moment", |ui| {
            for known in self.diary.catalogue().shown_for(kind) {
                let edited = ui.push_id(known.key.as_str(), |ui| field::show(ui, known, None)).inner;
                if let Some(Some(value)) = edited {
                    let mut draft = EntryDraft::new(kind);
                    draft.at = Some(at);
                    draft.answers.set(&known.key, Some(value));
                    self.outbox.edit(Command::Log { day: self.day, drafts: vec![draft] });
                    ui.data_mut(|data| {
                        data.remove::<ClockTime>(asking);
                        let id = self.page.map_or(EntryId(1), crate::model::page::Page::next_id);
                        data.insert_temp(Id::unique(("open entry", self.day.number(), id)), true);
                    });
                }
            }
        });
    }
}

/// A field for a time of day; empty means none.
pub(super) fn time_field(ui: &mut Ui, label: &str, shown: String) -> Edited<ClockTime> {
    let read = |text: &str| ClockTime::parse(text).map_err(|error| error.to_string());
    TypedField { label, shown, width: 56.0, hint: "7:30", read: &read }.show(ui)
}
