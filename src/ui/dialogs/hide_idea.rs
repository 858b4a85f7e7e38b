//! Why a suggestion is not for this person. It stays hidden until they show it again in the settings.

use eframe::egui::{TextEdit, Ui};

use crate::edit::Command;
use crate::model::text::Name;
use crate::ui::context::ViewContext;
use crate::ui::modal;
use crate::ui::modal::Dialog;

/// Reasons offered with one click.
const REASONS: &[&str] =
    &["I do this already", "I have tried it", "My doctor advised against it", "I cannot or do not want to"];

/// The suggestion and the reason as typed.
pub(super) struct HideIdea {
    card: String,
    reason: String,
}

impl HideIdea {
    /// For the suggestion of a card, by its id.
    pub(super) fn new(card: String) -> Self {
        Self { card, reason: String::new() }
    }
}

impl Dialog for HideIdea {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        let Self { card, reason } = self;
        modal::title_ui(ui, "Not for me");
        modal::quiet_ui(ui, "It will not be shown again. The settings list what is hidden.");
        for offered in REASONS {
            if ui.selectable_label(reason == offered, *offered).clicked() {
                (*offered).clone_into(reason);
            }
        }
        ui.add(TextEdit::singleline(reason).hint_text("Or in your own words").desired_width(f32::INFINITY))
            .accessible_name("Reason");
        ui.add_space(8.0);
        let name = Name::new(reason);
        if modal::foot_ui(ui, "Hide it", name.is_ok(), ctx.commands)
            && let Ok(reason) = name
        {
            ctx.commands.edit(Command::HideCard { card: card.clone(), reason });
            ctx.commands.close_dialog();
        }
    }
}
