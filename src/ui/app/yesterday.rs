//! One day like another: what a day holds, taken over by a second as one act. The open day can be the same as yesterday; the
//! calendar copies any day to any other.

use super::App;
use super::message::Message;
use crate::edit::{Command, CommandError};
use crate::model::day_record::DayRecord;
use crate::model::entry::{Card, Entry};
use crate::model::time::Day;
use crate::ui::actions::Action;

impl App {
    /// Copies every card of the day before that the open day does not answer itself, as one step, and says which.
    pub(super) fn copy_yesterday(&mut self) {
        let (from, to, today) = (self.day.plus(-1), self.day, self.desk.workspace.today());
        let label = format!("same as yesterday, {}", to.brief(today));
        self.status_message = Some(self.copied(from, to, label).unwrap_or_else(Message::from));
    }

    /// Copies every card of a day that another does not answer itself, as one step, and says which.
    pub(super) fn copy_day(&mut self, from: Day, to: Day) {
        let today = self.desk.workspace.today();
        let label = format!("{} copied to {}", from.brief(today), to.brief(today));
        self.status_message = Some(self.copied(from, to, label).unwrap_or_else(Message::from));
    }

    fn copied(&mut self, from: Day, to: Day, label: String) -> Result<Message, String> {
        let today = self.desk.workspace.today();
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
        self.desk.workspace.submit(Command::Batch { label, steps }).map_err(|error| error.to_string())?;
        let after = self.desk.workspace.diary().day_record(to).cloned();
        let differs = |card: &Card| of_card(before.as_deref(), *card) != of_card(after.as_deref(), *card);
        let copied: Vec<&str> = cards.iter().copied().filter(differs).map(Card::label).collect();
        if copied.is_empty() {
            return Err(format!("{} already has everything that is logged on {}.", to.brief(today), from.brief(today)));
        }
        // Where it went is seen on the open day, and not of any other.
        let place = if to == self.day { String::new() } else { format!(" to {}", to.brief(today)) };
        let words = format!("Copied from {}{place}: {}.", from.brief(today), copied.join(", "));
        Ok(Message::offering(words, Action::Undo))
    }
}

fn of_card(page: Option<&DayRecord>, card: Card) -> Vec<&Entry> {
    page.into_iter().flat_map(|page| &page.entries).filter(|entry| entry.kind.card() == card).collect()
}
