//! A field for a secret: its letters are hidden until somebody asks to see them.

use eframe::egui::{TextEdit, Ui};

use crate::storage::seal::Secret;

/// What is typed into it.
#[derive(Default)]
pub(super) struct SecretField {
    typed: String,
}

impl SecretField {
    /// Draws it under its name.
    pub fn ui(&mut self, ui: &mut Ui, name: &str, is_shown: bool) {
        let label = ui.label(name);
        let field = TextEdit::singleline(&mut self.typed).password(!is_shown).desired_width(f32::INFINITY);
        ui.add(field).labelled_by(label.id);
    }

    /// What stands in it.
    pub fn text(&self) -> &str {
        &self.typed
    }

    /// Takes it out.
    pub fn take(&mut self) -> Secret {
        Secret::from(std::mem::take(&mut self.typed))
    }
}

/// A new passphrase, typed twice.
#[derive(Default)]
pub(super) struct NewPassphrase {
    first: SecretField,
    again: SecretField,
    is_shown: bool,
}

impl NewPassphrase {
    /// Draws both fields, and says what is missing.
    pub fn ui(&mut self, ui: &mut Ui) {
        self.first.ui(ui, "New passphrase", self.is_shown);
        self.again.ui(ui, "The same once more", self.is_shown);
        ui.checkbox(&mut self.is_shown, "Show what I type");
        if let Some(why) = self.why_not().filter(|_| !self.first.text().is_empty()) {
            super::why_not_ui(ui, &why);
        }
    }

    /// Why it does not do yet.
    pub fn why_not(&self) -> Option<String> {
        if let Err(why) = crate::storage::seal::check_passphrase(self.first.text()) {
            return Some(format!("A passphrase needs {why}."));
        }
        (self.first.text() != self.again.text()).then(|| "The two are not the same yet.".to_owned())
    }

    /// Takes it out of both fields.
    pub fn take(&mut self) -> Secret {
        drop(self.again.take());
        self.first.take()
    }
}
