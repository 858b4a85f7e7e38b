//! The logging forms: cards of inputs for one day. A form reads the day's page and asks for commands.

mod field;
mod gut;
mod summary;

use eframe::egui::Ui;

use super::request::Outbox;
use super::text;
use super::view_state::ViewState;
use super::widgets::card;
use crate::edit::{Command, Place};
use crate::model::diary::Diary;
use crate::model::entry::{Card, EntryKind};
use crate::model::page::Page;
use crate::model::time::Day;

/// What every form needs.
pub struct Form<'a> {
    /// The diary.
    pub diary: &'a Diary,
    /// The day that is open.
    pub day: Day,
    /// What is logged for it.
    pub page: Option<&'a Page>,
    /// Where requests go.
    pub outbox: &'a mut Outbox,
}

/// Shows all cards of a day.
pub fn show(ui: &mut Ui, diary: &Diary, day: Day, view: &mut ViewState, outbox: &mut Outbox) {
    let page = diary.page(day).map(AsRef::as_ref);
    let before = diary.page(day.plus(-1)).map(AsRef::as_ref);
    for card in Card::ALL.iter().copied().filter(|card| !matches!(card, Card::Warnings)) {
        let mut open = !view.folded.contains(&card);
        let held_yesterday = before.is_some_and(|page| page.entries.iter().any(|entry| entry.kind.card() == card));
        let link = held_yesterday.then_some(text::SAME_AS_YESTERDAY);
        let summary = summary::of(card, page, diary);
        let mut form = Form { diary, day, page, outbox };
        let copy = card::show(ui, card.label(), &summary, &mut open, link, |ui| form.card_ui(ui, card));
        if copy {
            outbox.edit(Command::CopyCard { from: day.plus(-1), to: day, card });
        }
        if open {
            view.folded.remove(&card);
        } else {
            view.folded.insert(card);
        }
    }
}

impl Form<'_> {
    fn card_ui(&mut self, ui: &mut Ui, card: Card) {
        match card {
            Card::Gut => self.gut_ui(ui),
            card => {
                for kind in EntryKind::ALL.iter().copied().filter(|kind| kind.card() == card) {
                    self.main_entry_ui(ui, kind);
                }
            }
        }
    }

    /// The fields of a kind's main entry.
    fn main_entry_ui(&mut self, ui: &mut Ui, kind: EntryKind) {
        let entry = self.page.and_then(|page| page.main_entry(kind, None));
        for known in self.diary.catalogue().shown_for(kind) {
            let value = entry.and_then(|entry| entry.answers.get(known.key.as_str()));
            if let Some(value) = ui.push_id(known.key.as_str(), |ui| field::show(ui, known, value)).inner {
                let place = entry.map_or(Place::Main { kind, region: None }, |entry| Place::Entry(entry.id));
                self.outbox.edit(Command::Answer { day: self.day, place, key: known.key.clone(), value });
            }
        }
    }
}
