//! The Evidence view: every card with what studies found, to be searched and narrowed, and one card with all there is to read of it.

mod detail;
mod list;

use eframe::egui::{Key, Modifiers, Painter, Pos2, Stroke, Ui, vec2};

use self::list::CardList;
use super::{View, ViewSpec};
use crate::ui::command::Destination;
use crate::ui::context::ViewContext;
use crate::ui::view_state::ViewId;

/// The row of this view.
pub(super) const VIEW: ViewSpec = ViewSpec {
    id: ViewId::Evidence,
    title: "Evidence",
    keys: &[(Modifiers::COMMAND, Key::Num9)],
    icon: book,
    new: || Box::new(EvidenceView::default()),
};

/// An open book.
fn book(painter: &Painter, center: Pos2, stroke: Stroke) {
    let at = |x: f32, y: f32| center + vec2(x, y);
    for side in [-1.0, 1.0] {
        let page = vec![at(0.0, -5.0), at(side * 5.0, -8.0), at(side * 10.0, -6.0), at(side * 10.0, 7.0)];
        painter.line(page, stroke);
        painter.line(vec![at(side * 10.0, 7.0), at(side * 5.0, 5.0), at(0.0, 8.0)], stroke);
    }
    painter.line_segment([at(0.0, -5.0), at(0.0, 8.0)], stroke);
}

/// What the view remembers.
#[derive(Default)]
struct EvidenceView {
    /// Id of the card that is open.
    open: Option<String>,
    list: CardList,
    /// What was copied last.
    copied: Option<String>,
}

impl View for EvidenceView {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        self.list.refresh(ctx.workspace);
        if let Some(id) = &self.open {
            if let Some(listed) = self.list.any(id) {
                if detail::detail_ui(ui, listed, &mut self.copied, ctx) {
                    self.open = None;
                }
                return;
            }
            // It is closed to this person by now.
            self.open = None;
        }
        if let Some(id) = self.list.ui(ui) {
            (self.open, self.copied) = (Some(id), None);
        }
    }

    fn arrive(&mut self, to: &Destination, again: bool, _ctx: &mut ViewContext<'_>) {
        match to {
            Destination::Evidence(card) => (self.open, self.copied) = (Some(card.clone()), None),
            // A second press on the sign leads back from one card to the list.
            _ if again => self.open = None,
            _ => {}
        }
    }

    fn diary_replaced(&mut self) {
        *self = Self::default();
    }
}
