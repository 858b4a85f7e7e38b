//! What is answered too rarely to say anything.

use eframe::egui::Ui;

use super::folded_ui;
use crate::evidence::measure::{NEEDED_DAYS, WINDOW_DAYS};
use crate::evidence::suggest::Advice;
use crate::ui::widgets::{heading_ui, quiet_ui};

/// In the first days: what will be here, and what it needs.
pub(super) fn first_days_ui(ui: &mut Ui, advice: &Advice) {
    heading_ui(ui, "Still missing");
    let words = format!(
        "Ideas look at the last {WINDOW_DAYS} days and need entries on at least {NEEDED_DAYS} of them. So far: {}.",
        advice.logged_days
    );
    quiet_ui(ui, &words);
}

/// What is missing beside what can be said, folded at first.
pub(super) fn missing_ui(ui: &mut Ui, advice: &Advice) {
    folded_ui(ui, "STILL MISSING", advice.missing.len(), |ui| {
        quiet_ui(ui, "Too little was answered to say anything about:");
        for missing in &advice.missing {
            let (label, answered, needed) = (&missing.label, missing.answered, missing.needed);
            ui.label(format!("{label}: {answered} of the last {} days, {needed} needed", missing.window_days));
        }
    });
}
