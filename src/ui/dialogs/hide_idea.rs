//! Why an idea is not for this person: asked once, and it need not be answered. It stays away until they take that back.

use eframe::egui::{TextEdit, Ui};

use crate::edit::Command;
use crate::evidence::library;
use crate::model::decision::{Choice, Decision, DecisionId};
use crate::model::text::Name;
use crate::ui::context::ViewContext;
use crate::ui::modal;
use crate::ui::modal::Dialog;
use crate::ui::theme::space;
use crate::ui::widgets::segmented;

/// Reasons offered with one click.
const REASONS: [&str; 5] = [
    "I do this already",
    "I have tried it",
    "My doctor advised against it",
    "It does not fit my life now",
    "I do not want to",
];

/// The idea and the reason as typed.
pub(super) struct HideIdea {
    card: String,
    reason: String,
}

impl HideIdea {
    /// For the idea of a card, by its id.
    pub(super) fn new(card: String) -> Self {
        Self { card, reason: String::new() }
    }
}

impl Dialog for HideIdea {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        let Self { card, reason } = self;
        modal::title_ui(ui, "Not for me");
        if let Some(known) = library::card(card) {
            ui.label(&known.title);
        }
        modal::quiet_ui(ui, "It will not be suggested again. Settings list what is not for you, to take it back.");
        ui.add_space(space::TIGHT);
        ui.label("Why? You need not say.");
        let chosen = REASONS.iter().copied().find(|offered| offered == reason);
        let offered = REASONS.map(|words| (words, words));
        if let Some(pressed) = segmented::segmented_ui(ui, "Why", chosen, &offered) {
            // A second press takes it back.
            let words = if chosen == Some(pressed) { "" } else { pressed };
            words.clone_into(reason);
        }
        ui.add(TextEdit::singleline(reason).hint_text("Or in your own words").desired_width(f32::INFINITY))
            .accessible_name("Reason");
        ui.add_space(space::ROW);
        let said = !reason.trim().is_empty();
        let why = Name::new(reason);
        if modal::foot_ui(ui, "Not for me", !said || why.is_ok(), ctx.commands) {
            let choice = Choice::NotForMe { card: card.clone(), why: why.ok().filter(|_| said) };
            let decision = Decision { id: DecisionId::NEW, made: ctx.workspace.today(), choice };
            ctx.commands.edit(Command::Decide { decision });
            ctx.commands.close_dialog();
        }
    }
}
