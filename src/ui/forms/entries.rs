//! Entries of single moments: a drink at nine, a second skin check in the evening. Each is one line that opens to be changed.

use std::rc::Rc;

use eframe::egui::text::LayoutJob;
use eframe::egui::{self, Id, RichText, Ui};

use super::more::is_row;
use super::{Form, Rows, field, summary};
use crate::edit::{Command, EntryDraft, Place};
use crate::model::diary::Diary;
use crate::model::entry::{Entry, EntryId, EntryKind};
use crate::model::form_rows::FormRows;
use crate::model::time::ClockTime;
use crate::model::trackable::Trackable;
use crate::model::value::Value;
use crate::ui::drafts::HandOver;
use crate::ui::food_editor::dragging::{self, Dragged};
use crate::ui::food_editor::food_lines;
use crate::ui::theme::{Palette, font, size};
use crate::ui::widgets::note_field::{self, NoteField};
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
        let composed = self.composed().filter(|_| kind == EntryKind::Meal);
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
        let (diary, day, page, table) = (self.diary, self.day, self.page, self.table);
        let (before, is_whole) = (self.before, self.is_whole);
        let (drafts, state, food) = (&mut *self.drafts, &mut *self.state, &mut *self.food);
        dragging::target_ui(ui, self.commands, day, Some(entry.id), |ui, commands| {
            Form { diary, day, page, before, is_whole, table, drafts, state, food, commands }.one_moment_ui(ui, entry);
        });
    }

    fn one_moment_ui(&mut self, ui: &mut Ui, entry: &Entry) {
        let key = (self.day, entry.id);
        let mut open = self.state.open.contains(&key);
        let words = summary::entry(entry, self.diary);
        let mut is_long = false;
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
                    self.commands.edit(Command::Remove { day: self.day, id: entry.id });
                }
                let word = if open { "done" } else { "change" };
                if ui.link(word).on_hover_text(format!("Change: {name}")).clicked() {
                    open = !self.state.open.remove(&key) && self.state.open.insert(key);
                }
                ui.with_layout(egui::Layout::left_to_right(egui::Align::Center), |ui| {
                    is_long = is_longer_than(ui, &words, ui.available_width());
                    if !is_long {
                        ui.label(words.as_str());
                    }
                });
            });
        });
        if is_long {
            few_lines_ui(ui, &words);
        }
        if open {
            ui.indent(("fields", entry.id), |ui| {
                self.retime_ui(ui, entry);
                if matches!(entry.kind, EntryKind::Meal | EntryKind::Drink | EntryKind::Dose | EntryKind::Event) {
                    self.words_ui(ui, entry, "What it was");
                }
                if entry.kind == EntryKind::Meal || !entry.foods.is_empty() {
                    let id = Id::unique(("food search", self.day.number(), entry.id));
                    self.foods_ui(ui, entry, id, "Search foods for this meal");
                }
                if entry.kind == EntryKind::Meal {
                    self.meal_actions_ui(ui, entry);
                }
                self.fields_ui(ui, entry.kind, Some(entry), Place::Entry(entry.id), Rows::All);
            });
        }
    }

    /// The time of an entry, to be changed.
    pub(super) fn retime_ui(&mut self, ui: &mut Ui, entry: &Entry) {
        ui.horizontal(|ui| {
            ui.label("Time");
            let label = format!("Time of {} {}", entry.kind.label(), entry.id.0);
            let shown = entry.at.map(|at| at.to_string()).unwrap_or_default();
            let typed = time_field(&label, &shown).ui(ui, self.drafts);
            if typed.changed {
                let (day, id) = (self.day, entry.id);
                let ask = move |text: &str, _: &Diary| Ok(Some(Command::Retime { day, id, at: read_time(text)? }));
                let name = format!("Time of {}", entry.kind.label());
                self.drafts.ask(typed.id, self.field(&name, Some(entry.id)), HandOver::Pause, Rc::new(ask));
            }
        });
    }

    pub(super) fn words_ui(&mut self, ui: &mut Ui, entry: &Entry, label: &str) {
        let shown = entry.text.as_ref().map(ToString::to_string).unwrap_or_default();
        let field = NoteField { label, shown: &shown, hint: label, rows: 1 };
        self.note_ui(ui, field, Place::Entry(entry.id), Some(entry.id));
    }

    /// A field for the words of an entry; gives what stands in it now.
    pub(super) fn note_ui(
        &mut self,
        ui: &mut Ui,
        note: NoteField<'_>,
        place: Place,
        moment: Option<EntryId>,
    ) -> String {
        let shown = note.shown;
        let field = self.field(note.label, moment);
        let typed = note.ui(ui, self.drafts);
        if typed.changed {
            let day = self.day;
            let ask =
                move |text: &str, _: &Diary| Ok(Some(Command::Write { day, place, text: note_field::read(text)? }));
            self.drafts.ask(typed.id, field, HandOver::Pause, Rc::new(ask));
        }
        self.drafts.text(typed.id, shown)
    }

    /// A link at the foot of the card; then a time and the fields; the first answer makes the entry, whose own fields take their place.
    pub(super) fn new_moment_ui(&mut self, ui: &mut Ui, kind: EntryKind) {
        let Some(mut at) = self.state.new_moments.remove(&(self.day, kind)) else {
            self.offer_moment(kind);
            return;
        };
        ui.separator();
        let mut stays = true;
        ui.horizontal(|ui| {
            ui.label(format!("Another {} at", kind.label()));
            let (label, shown) = (format!("Time of the new {}", kind.label()), at.to_string());
            let read = |text: &str| ClockTime::parse(text).map_err(|error| error.to_string());
            let (_, edited) = time_field(&label, &shown).edited(ui, self.drafts, &read);
            if let Some(Some(other)) = edited {
                at = other;
            }
            stays = !ui.link("never mind").clicked();
        });
        ui.push_id("new moment", |ui| {
            let asked =
                |known: &&Trackable| is_row(known) && FormRows::built_in().is_asked_of(known.key.as_str(), false);
            for known in self.diary.catalogue().shown_for(kind).filter(asked) {
                let input =
                    ui.push_id(known.key.as_str(), |ui| field::field_ui(ui, self.drafts, known, None, None)).inner;
                let (day, key) = (self.day, known.key.clone());
                let log = move |value: Option<Value>| {
                    let mut draft = EntryDraft::new(kind);
                    draft.at = Some(at);
                    draft.answers.set(&key, value);
                    Command::Log { day, drafts: value.map(|_| draft).into_iter().collect() }
                };
                // The field goes away with the first answer, so it is not taken from under the fingers.
                self.take(input, known, None, HandOver::Leaving, log);
            }
        });
        if stays {
            self.state.new_moments.insert((self.day, kind), at);
        }
    }
}

/// Lines that the words of a moment take at most.
const MOST_LINES: usize = 3;

fn is_longer_than(ui: &Ui, words: &str, room: f32) -> bool {
    let ink = Palette::of(ui).text;
    ui.painter().layout_no_wrap(words.to_owned(), font(size::BODY), ink).size().x > room
}

/// Words that have no room beside the links, on lines of their own. What does not fit on these either is said when pointed at.
fn few_lines_ui(ui: &mut Ui, words: &str) {
    let ink = Palette::of(ui).text;
    let mut job = LayoutJob::simple(words.to_owned(), font(size::BODY), ink, ui.available_width());
    job.wrap.max_rows = MOST_LINES;
    ui.add(egui::Label::new(job)).on_hover_text(words);
}

/// A field for a time of day.
pub(super) fn time_field<'a>(label: &'a str, shown: &'a str) -> TypedField<'a> {
    TypedField { label, shown, width: 56.0, hint: "7:30" }
}

/// A time of day as typed; empty means none.
pub(super) fn read_time(text: &str) -> Result<Option<ClockTime>, String> {
    let text = text.trim();
    if text.is_empty() { Ok(None) } else { ClockTime::parse(text).map(Some).map_err(|error| error.to_string()) }
}
