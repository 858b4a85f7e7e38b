//! What a card asks first, and the rest of it behind one link that remembers. A row that is answered is never put away.

use eframe::egui::{RichText, Ui};

use super::Form;
use crate::model::entry::{Card, EntryKind};
use crate::model::form_rows::FormRows;
use crate::model::score_sheet::ScoreSheets;
use crate::model::trackable::{Kind, Trackable};
use crate::model::value::Value;
use crate::ui::theme::size;

/// Whether a trackable is a row of its card: the form of a stool has a row of its own, and signs of sheets stand on their sheets.
pub(super) fn is_row(known: &Trackable) -> bool {
    known.kind != Kind::StoolForm && !ScoreSheets::shipped().asks(known.key.as_str())
}

impl Form<'_> {
    /// Whether a row with this answer is shown.
    pub(super) fn is_shown(&self, known: &Trackable, value: Option<Value>) -> bool {
        self.is_whole || value.is_some() || self.is_essential(known)
    }

    fn is_essential(&self, known: &Trackable) -> bool {
        FormRows::built_in().is_essential(known, self.diary.profile())
    }

    /// Whether the whole day's entry of a kind shows any row.
    pub(super) fn shows_rows_of(&self, kind: EntryKind) -> bool {
        let entry = self.page.and_then(|page| page.main_entry(kind, None));
        let value = |known: &Trackable| entry.and_then(|entry| entry.answers.get(known.key.as_str()));
        self.diary.catalogue().shown_for(kind).any(|known| self.is_shown(known, value(known)))
    }

    /// The link to the other rows of a card, and back; gives whether it was pressed.
    pub(super) fn more_ui(&self, ui: &mut Ui, card: Card) -> bool {
        let others = self.others(card);
        let words = match (others, self.is_whole) {
            (0, _) => return false,
            (_, true) => "Less".to_owned(),
            (others, false) => format!("More ({others})"),
        };
        let link = ui.link(RichText::new(&words).size(size::CAPTION));
        link.accessible_name(format!("{} card: {}", card.label(), words.to_lowercase())).clicked()
    }

    /// How many rows of a card are not asked first and not answered.
    fn others(&self, card: Card) -> usize {
        let entries = |kind| self.page.map(|page| page.of_kind(kind)).unwrap_or_default();
        let is_place = self.state.regions.contains_key(&self.day) && card == Card::Skin;
        let is_asked = |known: &Trackable| FormRows::built_in().is_asked_of(known.key.as_str(), is_place);
        let is_other = |known: &&Trackable| {
            let is_answered =
                || entries(known.carried_by).iter().any(|entry| entry.answers.get(known.key.as_str()).is_some());
            is_row(known) && is_asked(known) && !self.is_essential(known) && !is_answered()
        };
        // A stool that is not there has no rows yet.
        let kinds = EntryKind::ALL.iter().copied().filter(|kind| kind.card() == card);
        let kinds = kinds.filter(|kind| *kind != EntryKind::Stool || !entries(*kind).is_empty());
        kinds.map(|kind| self.diary.catalogue().shown_for(kind).filter(is_other).count()).sum()
    }
}
