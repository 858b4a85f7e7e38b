//! What of the skin changes slowly: looked at once a week, with the sheets of clinicians' scores below. On a day on which it is not
//! due it says when it is, and can be answered all the same.

use eframe::egui::Ui;

use super::{Form, Rows};
use crate::edit::Place;
use crate::model::day_record::DayRecord;
use crate::model::diary::Diary;
use crate::model::entry::{Card, EntryKind};
use crate::model::form_rows::FormRows;
use crate::model::score_sheet::ScoreSheets;
use crate::model::time::Day;
use crate::ui::widgets::quiet_ui;

/// Days from one look to the next, at least.
const DAYS_APART: i32 = 7;
const KIND: EntryKind = EntryKind::SkinWeek;

/// Whether a card is that of the week and has nothing to ask of this person.
pub(super) fn is_hidden(card: Card, diary: &Diary, page: Option<&DayRecord>) -> bool {
    let is_answered = || page.is_some_and(|page| page.entries.iter().any(|entry| entry.kind == KIND));
    card == Card::Week && !FormRows::built_in().has_weekly(diary.profile()) && !is_answered()
}

impl Form<'_> {
    /// The last look before the day, if the next is not due yet.
    fn last_week(&self) -> Option<Day> {
        let before = self.diary.day_records_between(self.day.plus(1 - DAYS_APART), self.day.plus(-1));
        let mut looked = before.rev().filter(|page| page.entries.iter().any(|entry| entry.kind == KIND));
        looked.next().map(|page| page.date)
    }

    fn is_week_answered(&self) -> bool {
        self.page.is_some_and(|page| page.main_entry(KIND, None).is_some())
    }

    /// What the head of the card says while nothing is answered on this day.
    pub(super) fn week_summary(&self) -> Option<String> {
        if self.is_week_answered() {
            return None;
        }
        Some(match self.last_week() {
            Some(last) => format!("next from {}", last.plus(DAYS_APART).brief(self.day)),
            None => "due".to_owned(),
        })
    }

    pub(super) fn week_ui(&mut self, ui: &mut Ui) {
        let early = (self.day, KIND);
        if let Some(last) = self.last_week().filter(|_| !self.is_week_answered() && !self.state.early.contains(&early))
        {
            let (on, next) = (last.brief(self.day), last.plus(DAYS_APART).brief(self.day));
            quiet_ui(ui, &format!("Looked at on {on}. Once a week is enough, next from {next}."));
            if ui.link("look on this day all the same").clicked() {
                self.state.early.insert(early);
            }
            return;
        }
        let entry = self.page.and_then(|page| page.main_entry(KIND, None));
        let place = entry.map_or(Place::Main { kind: KIND, region: None }, |entry| Place::Entry(entry.id));
        self.fields_ui(ui, KIND, entry, place, Rows::First);
        let answered = |key: &str| entry.is_some_and(|entry| entry.answers.get(key).is_some());
        let conditions = &self.diary.profile().conditions;
        for sheet in ScoreSheets::shipped().iter() {
            if conditions.contains(&sheet.condition) || sheet.items.iter().any(|item| answered(&item.key)) {
                ui.separator();
                ui.push_id(&sheet.key, |ui| self.sheet_ui(ui, sheet));
            }
        }
    }
}
