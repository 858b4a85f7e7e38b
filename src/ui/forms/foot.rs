//! The foot of a card: another entry with a time of its own, and the rows that are not asked first, on one line.

use eframe::egui::{Link, RichText, Ui};

use super::Form;
use crate::model::entry::{Card, EntryKind};
use crate::model::time::ClockTime;
use crate::ui::theme::{size, space};

impl Form<'_> {
    /// Offers another entry of a kind, with a time of its own, at the foot of the card.
    pub(super) fn offer_moment(&mut self, kind: EntryKind) {
        self.state.moments_offered.push(kind);
    }

    /// Shows what was offered, and the link to the other rows; gives whether that was pressed.
    pub(super) fn foot_ui(&mut self, ui: &mut Ui, card: Card, writable: bool) -> bool {
        let kinds = std::mem::take(&mut self.state.moments_offered);
        let foot = ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().interact_size.y = 0.0;
            ui.spacing_mut().item_spacing.x = space::INSIDE;
            for kind in kinds {
                let words = RichText::new("log at a time of day").size(size::CAPTION);
                let link = ui.add_enabled(writable, Link::new(words));
                if link.on_hover_text(format!("Another {} with its own time", kind.label())).clicked() {
                    self.state.new_moments.insert((self.day, kind), ClockTime::now());
                }
            }
            self.more_ui(ui, card)
        });
        foot.inner
    }
}
