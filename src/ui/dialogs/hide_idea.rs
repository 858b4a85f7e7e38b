//! Why a suggestion is not for this person. It stays hidden until they show it again in the settings.

use eframe::egui::{TextEdit, Ui};

use crate::edit::Command;
use crate::model::text::Name;
use crate::ui::request::{Outbox, Request};

/// Reasons offered with one click.
const REASONS: &[&str] =
    &["I do this already", "I have tried it", "My doctor advised against it", "I cannot or do not want to"];

/// Asks for the reason.
pub fn show(ui: &mut Ui, card: &str, reason: &mut String, outbox: &mut Outbox) {
    super::title(ui, "Not for me");
    super::quiet(ui, "It will not be shown again. The settings list what is hidden.");
    for offered in REASONS {
        if ui.selectable_label(reason == offered, *offered).clicked() {
            (*offered).clone_into(reason);
        }
    }
    ui.add(TextEdit::singleline(reason).hint_text("Or in your own words").desired_width(f32::INFINITY))
        .accessible_name("Reason");
    ui.add_space(8.0);
    let name = Name::new(reason);
    if super::foot(ui, "Hide it", name.is_ok(), outbox)
        && let Ok(reason) = name
    {
        outbox.edit(Command::HideCard { card: card.to_owned(), reason });
        outbox.push(Request::CloseDialog);
    }
}
