//! The logging forms: cards of inputs for one day. A form reads the day's page and asks for commands.

mod again;
mod courses;
mod drinks;
mod entries;
pub mod field;
mod food;
mod food_totals;
mod foot;
mod gut;
mod meal;
mod more;
mod notes;
mod own;
mod questionnaire;
mod quick_add;
mod score;
mod sheets;
mod skin;
pub mod state;
mod summary;
mod trial;
mod warnings;
mod week;

use std::rc::Rc;

use eframe::egui::{Align, Layout, Rect, Ui};

use self::field::Input;
use self::state::FormsState;
use super::context::ViewContext;
use super::drafts::{Drafts, Field, HandOver};
use super::food_editor::state::FoodEditorState;
use super::text;
use super::widgets::{caption_ui, card, focus};
use crate::columns::DayTable;
use crate::edit::{Command, Place};
use crate::model::day_record::DayRecord;
use crate::model::diary::Diary;
use crate::model::entry::{Card, Entry, EntryId, EntryKind};
use crate::model::form_rows::FormRows;
use crate::model::questionnaire::Questionnaire;
use crate::model::region::Region;
use crate::model::time::Day;
use crate::model::trackable::{Kind, Trackable, hours_and_minutes};
use crate::model::value::Value;
use crate::ui::command::UiCommands;

/// What every form needs.
pub struct Form<'a> {
    /// The diary.
    pub diary: &'a Diary,
    /// The day that is open.
    pub day: Day,
    /// What is logged for it.
    pub page: Option<&'a DayRecord>,
    /// What is logged for the day before.
    before: Option<&'a DayRecord>,
    /// Whether the card shows all of its rows.
    is_whole: bool,
    /// What all days come to.
    table: &'a DayTable,
    /// What is being typed.
    pub drafts: &'a mut Drafts,
    /// What stands open and what is being added.
    state: &'a mut FormsState,
    /// What is remembered while foods are put together.
    food: &'a mut FoodEditorState,
    /// Where requests go.
    pub commands: &'a mut UiCommands,
}

/// Which fields of an entry are shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Rows {
    /// Those that are asked first, those that are answered, and all where the card is shown whole.
    First,
    /// All.
    All,
}

/// Shows all cards of a day. In a diary that is open for reading they fold and unfold and show any place of the skin, but answer
/// nothing.
pub fn forms_ui(ui: &mut Ui, ctx: &mut ViewContext<'_>) {
    let ViewContext { workspace, view, day, drafts, forms: state, food, commands, .. } = ctx;
    let day = *day;
    let (diary, writable) = (workspace.diary(), workspace.read_only().is_none());
    let page = diary.day_record(day).map(AsRef::as_ref);
    let table = workspace.table();
    let before = diary.day_record(day.plus(-1)).map(AsRef::as_ref);
    trial::trial_ui(ui, workspace, day, commands);
    let wants_finer = FormRows::built_in().begins_with_finer_places(diary.profile());
    let map = (view.finer_places.unwrap_or(wants_finer), view.mirrored_body);
    (state.body_map.finer, state.body_map.is_mirrored) = map;
    let is_offered = writable && state.offered.replace(day) != Some(day);
    focus::rows(ui, is_offered, |ui| {
        let is_hidden = |card| questionnaire::is_hidden(card, diary) || week::is_hidden(card, diary, page);
        for card in Card::ALL.iter().copied().filter(|card| !is_hidden(*card)) {
            let mut open = !view.folded.contains(&card);
            let copies = writable && card.can_be_copied() && day <= workspace.today();
            let held_yesterday = before.is_some_and(|page| page.entries.iter().any(|entry| entry.kind.card() == card));
            let link = (held_yesterday && copies).then_some(text::SAME_AS_YESTERDAY);
            let (top, is_sought) = (ui.cursor().min, state.sought == Some(card));
            let is_whole = view.unabridged.contains(&card);
            let mut more = false;
            let mut form = Form { diary, day, page, before, is_whole, table: &table, drafts, state, food, commands };
            let summary = form.summary(card);
            let copy = card::card_ui(ui, card.label(), &summary, &mut open, link, |ui| {
                let regions = if card == Card::Skin { form.places_ui(ui) } else { Vec::new() };
                ui.add_enabled_ui(writable, |ui| form.card_ui(ui, card, &regions));
                more = form.foot_ui(ui, card, writable);
                form.day_score_ui(ui, card);
            });
            if more && !view.unabridged.remove(&card) {
                view.unabridged.insert(card);
            }
            if is_sought {
                let whole = Rect::from_two_pos(top, ui.min_rect().max);
                ui.scroll_to_rect(whole, None);
                state.sought = None;
            }
            if copy {
                commands.edit(Command::CopyCard { from: day.plus(-1), to: day, card });
            }
            if state.body_map.finer != map.0 {
                view.finer_places = Some(state.body_map.finer);
            }
            view.mirrored_body = state.body_map.is_mirrored;
            if open {
                view.folded.remove(&card);
            } else {
                view.folded.insert(card);
            }
        }
    });
}

/// Cards somebody answers on an ordinary day, and how many of them hold something.
pub fn answered_cards(page: Option<&DayRecord>) -> (usize, usize) {
    let asked = [Card::Skin, Card::Gut, Card::Food, Card::Sleep, Card::Mind];
    let holds = |card: &Card| page.is_some_and(|page| page.entries.iter().any(|entry| entry.kind.card() == *card));
    (asked.iter().filter(|card| holds(card)).count(), asked.len())
}

impl Form<'_> {
    fn card_ui(&mut self, ui: &mut Ui, card: Card, regions: &[Region]) {
        match card {
            Card::Skin => self.skin_ui(ui, regions),
            Card::Gut => self.gut_ui(ui),
            Card::Food => self.food_ui(ui),
            Card::Medicines => self.medicines_ui(ui),
            Card::Notes => self.notes_ui(ui),
            Card::Own => self.own_ui(ui),
            Card::Warnings => self.warnings_ui(ui),
            Card::Sleep => self.kind_ui(ui, EntryKind::Sleep),
            Card::Mind => self.kind_ui(ui, EntryKind::Mind),
            Card::Week => self.week_ui(ui),
            Card::Fortnight => self.questionnaire_ui(ui, Questionnaire::Who5),
            Card::Month => self.questionnaire_ui(ui, Questionnaire::Pss4),
            Card::Activity => self.kind_ui(ui, EntryKind::Activity),
        }
    }

    /// What the head of a card says while it is folded: its score comes first.
    fn summary(&self, card: Card) -> String {
        if let Some(questionnaire) = questionnaire::on(card) {
            return self.questionnaire_summary(questionnaire);
        }
        if let Some(standing) = self.week_summary().filter(|_| card == Card::Week) {
            return standing;
        }
        let answers = summary::of(card, self.page, self.diary, self.day);
        self.day_score(card).map_or(answers.clone(), |score| format!("{score}, {answers}"))
    }

    /// The fields of the whole day, then what was logged at single moments.
    fn kind_ui(&mut self, ui: &mut Ui, kind: EntryKind) {
        self.main_entry_ui(ui, kind, None);
        self.moments_ui(ui, kind);
    }

    /// The fields of a kind's entry for the whole day.
    fn main_entry_ui(&mut self, ui: &mut Ui, kind: EntryKind, region: Option<Region>) {
        let entry = self.page.and_then(|page| page.main_entry(kind, region));
        let place = entry.map_or(Place::Main { kind, region }, |entry| Place::Entry(entry.id));
        self.fields_ui(ui, kind, entry, place, Rows::First);
    }

    /// The fields of one entry, or of one that is yet to be made. The form of a stool has its own row in the gut card.
    fn fields_ui(&mut self, ui: &mut Ui, kind: EntryKind, entry: Option<&Entry>, place: Place, rows: Rows) {
        let region = entry.and_then(|entry| entry.region);
        let before = self.before.and_then(|page| page.main_entry(kind, region)).filter(|_| rows == Rows::First);
        let is_place = region.is_some() || matches!(place, Place::Main { region: Some(_), .. });
        for known in self.diary.catalogue().shown_for(kind).filter(|known| more::is_row(known)) {
            let key = known.key.as_str();
            if !FormRows::built_in().is_asked_of(key, is_place) {
                continue;
            }
            let value = entry.and_then(|entry| entry.answers.get(key));
            if rows == Rows::First && !self.is_shown(known, value) {
                continue;
            }
            let before = before.and_then(|entry| entry.answers.get(key));
            let input = ui.push_id(key, |ui| field::field_ui(ui, self.drafts, known, value, before)).inner;
            if let Some(words) = self.worked_out(known) {
                ui.with_layout(Layout::right_to_left(Align::Min), |ui| caption_ui(ui, &words));
            }
            let (day, key) = (self.day, known.key.clone());
            let answer = move |value| Command::Answer { day, place, key: key.clone(), value };
            let moment = entry.filter(|entry| !entry.is_of_the_whole_day()).map(|entry| entry.id);
            self.take(input, known, moment, HandOver::Pause, answer);
        }
    }

    /// A duration that nobody answered, where the day's times say it: "7:30, from bed and up".
    fn worked_out(&self, known: &Trackable) -> Option<String> {
        let key = known.key.as_str();
        let is_answered = self.page.is_some_and(|page| page.entries.iter().any(|it| it.answers.get(key).is_some()));
        let hours = self.table.number(key, self.day).filter(|_| known.kind == Kind::Duration && !is_answered)?;
        Some(format!("{}, from bed and up", hours_and_minutes(hours)))
    }

    /// Asks for what was pressed at once, and for what is typed when its time has come.
    fn take(
        &mut self,
        input: Input,
        known: &Trackable,
        moment: Option<EntryId>,
        hand_over: HandOver,
        answer: impl Fn(Option<Value>) -> Command + 'static,
    ) {
        if let Some(value) = input.edited {
            self.commands.edit(answer(value));
        }
        if let Some(typed) = input.typed.filter(|typed| typed.changed) {
            let field = self.field(known.label.as_str(), moment);
            let known = known.clone();
            let ask = Rc::new(move |text: &str, _: &Diary| field::read(&known, text).map(|value| Some(answer(value))));
            self.drafts.ask(typed.id, field, hand_over, ask);
        }
    }

    /// A field of the open day. One of a single moment goes away with the moment's entry.
    fn field(&self, name: &str, moment: Option<EntryId>) -> Field {
        Field { name: name.to_owned(), day: Some(self.day), entry: moment }
    }
}
