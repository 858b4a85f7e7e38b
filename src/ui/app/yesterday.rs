//! Same as yesterday: what the day before holds, taken over by the open day as one act.

use super::App;
use super::message::Message;
use crate::edit::{Command, CommandError};
use crate::model::day_record::DayRecord;
use crate::model::entry::{Card, Entry};
use crate::ui::actions::Action;

impl App {
    /// Copies every card of the day before that the open day does not answer itself, as one step, and says which.
    pub(super) fn copy_yesterday(&mut self) {
        self.status_message = Some(self.copied_yesterday().unwrap_or_else(Message::from));
    }

    fn copied_yesterday(&mut self) -> Result<Message, String> {
        let (from, to, today) = (self.day.plus(-1), self.day, self.desk.workspace.today());
        if to > today {
            return Err(CommandError::ToCome { day: to }.to_string());
        }
        let source = self.desk.workspace.diary().day_record(from).cloned();
        let cards = Card::ALL.iter().copied().filter(|card| card.can_be_copied());
        let cards: Vec<Card> = cards.filter(|card| !of_card(source.as_deref(), *card).is_empty()).collect();
        if cards.is_empty() {
            return Err(format!("Nothing is logged on {} that could be copied.", from.brief(today)));
        }
        let before = self.desk.workspace.diary().day_record(to).cloned();
        let steps = cards.iter().map(|card| Command::CopyCard { from, to, card: *card }).collect();
        let label = format!("same as yesterday, {}", to.brief(today));
        self.desk.workspace.submit(Command::Batch { label, steps }).map_err(|error| error.to_string())?;
        let after = self.desk.workspace.diary().day_record(to).cloned();
        let differs = |card: &Card| of_card(before.as_deref(), *card) != of_card(after.as_deref(), *card);
        let copied: Vec<&str> = cards.iter().copied().filter(differs).map(Card::label).collect();
        if copied.is_empty() {
            return Err(format!("{} already has everything that is logged on {}.", to.brief(today), from.brief(today)));
        }
        let words = format!("Copied from {}: {}.", from.brief(today), copied.join(", "));
        Ok(Message::offering(words, Action::Undo))
    }
}

fn of_card(page: Option<&DayRecord>, card: Card) -> Vec<&Entry> {
    page.into_iter().flat_map(|page| &page.entries).filter(|entry| entry.kind.card() == card).collect()
}
