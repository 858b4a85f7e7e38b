//! Turning encryption on, step by step: a passphrase typed twice, a recovery code shown once and typed back, then the work.

use eframe::egui::{FontFamily, FontId, Label, RichText, Ui};

use super::secret_field::{NewPassphrase, SecretField};
use super::{Context, Words, refused, why_not_ui, work_ui};
use crate::storage::seal::{NewSecrets, RecoveryCode, Secret, WORK};
use crate::ui::modal;
use crate::ui::modal::{Dialog, Foot};
use crate::ui::theme::space;

const WHAT: &[&str] = &[
    "An encrypted diary can be read only with its passphrase, also by somebody who takes this computer, a stick or a copy in the \
     cloud. You type the passphrase each time you open the diary.",
    "If you forget it, a recovery code opens the diary. Without both, nobody can open it again, and nobody can help.",
];
const CODE: &[&str] = &[
    "Write it down on paper and keep it with your important papers, not on this computer.",
    "It is shown only now. It opens the diary in Gutskin, and its files in any program for age: the README says how.",
];
const WORK_WORDS: Words = Words {
    title: "Encrypting your diary",
    running: "Every file is made anew, read back and compared before the old one goes…",
    done: &[
        "Your diary is encrypted: all days, copies and what was put aside.",
        "Names of files still say which months there are. A disk may keep traces of the old files for a while, above all an SSD.",
        "Copies that you made yourself elsewhere are as they were.",
    ],
};
/// Size of the letters of the code, in points.
const LETTERS: f32 = 20.0;

/// Where somebody is.
enum Step {
    Passphrase,
    Code { passphrase: Secret, code: RecoveryCode },
    TypedBack { passphrase: Secret, code: RecoveryCode, typed: SecretField },
    Working,
}

/// The page.
pub(super) struct TurnOnPage {
    step: Step,
    new: NewPassphrase,
    refused: Option<String>,
}

impl Default for TurnOnPage {
    fn default() -> Self {
        Self { step: Step::Passphrase, new: NewPassphrase::default(), refused: None }
    }
}

impl Dialog for TurnOnPage {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut Context<'_>) {
        let step = std::mem::replace(&mut self.step, Step::Working);
        self.step = match step {
            Step::Passphrase => self.passphrase_ui(ui, ctx),
            Step::Code { passphrase, code } => code_ui(ui, ctx, passphrase, code),
            Step::TypedBack { passphrase, code, typed } => self.typed_back_ui(ui, ctx, passphrase, code, typed),
            Step::Working => {
                let again = work_ui(ui, &WORK_WORDS, ctx.workspace, ctx.commands);
                if again { Step::Passphrase } else { Step::Working }
            }
        };
    }
}

impl TurnOnPage {
    fn passphrase_ui(&mut self, ui: &mut Ui, ctx: &mut Context<'_>) -> Step {
        modal::title_ui(ui, "Encrypt this diary");
        for line in WHAT {
            ui.add(Label::new(*line).wrap());
        }
        ui.add_space(space::ROW);
        self.new.ui(ui);
        if let Some(why) = &self.refused {
            why_not_ui(ui, why);
        }
        if !modal::foot_ui(ui, "Go on", self.new.why_not().is_none(), ctx.commands) {
            return Step::Passphrase;
        }
        match RecoveryCode::generate() {
            Ok(code) => Step::Code { passphrase: self.new.take(), code },
            Err(error) => {
                self.refused = Some(format!("This computer has no random numbers now: {error}."));
                Step::Passphrase
            }
        }
    }

    fn typed_back_ui(
        &mut self,
        ui: &mut Ui,
        ctx: &mut Context<'_>,
        passphrase: Secret,
        code: RecoveryCode,
        mut typed: SecretField,
    ) -> Step {
        modal::title_ui(ui, "Type the recovery code from your paper");
        modal::quiet_ui(ui, "So that you know it can be read. Dashes and small letters do not matter.");
        typed.ui(ui, "Recovery code", true);
        let read = RecoveryCode::read(typed.text());
        let is_same = read.as_ref().is_ok_and(|read| *read == code);
        if !typed.text().is_empty() && !is_same {
            let why = read.map_or_else(|error| error.to_string(), |_| "this is another code".to_owned());
            why_not_ui(ui, &format!("Not yet: {why}."));
        }
        let mut shows_again = false;
        let encrypts = Foot::new("Encrypt the diary").enabled(is_same).ui(ui, |ui| {
            shows_again = ui.button("Show the code again").clicked();
            modal::cancel_ui(ui, ctx.commands);
        });
        if shows_again {
            return Step::Code { passphrase, code };
        }
        if !encrypts {
            return Step::TypedBack { passphrase, code, typed };
        }
        self.refused = refused(ctx.workspace.encrypt(NewSecrets { passphrase, recovery: code, work: WORK }));
        if self.refused.is_some() { Step::Passphrase } else { Step::Working }
    }
}

fn code_ui(ui: &mut Ui, ctx: &mut Context<'_>, passphrase: Secret, code: RecoveryCode) -> Step {
    modal::title_ui(ui, "Your recovery code");
    code_words_ui(ui, &code);
    if modal::foot_ui(ui, "I have written it down", true, ctx.commands) {
        return Step::TypedBack { passphrase, code, typed: SecretField::default() };
    }
    Step::Code { passphrase, code }
}

/// The code in large letters, and what to do with it.
pub(super) fn code_words_ui(ui: &mut Ui, code: &RecoveryCode) {
    let letters = RichText::new(code.to_string()).font(FontId::new(LETTERS, FontFamily::Monospace)).strong();
    ui.add_space(space::ROW);
    ui.add(Label::new(letters).selectable(true).wrap());
    ui.add_space(space::ROW);
    for line in CODE {
        ui.add(Label::new(*line).wrap());
    }
    ui.add_space(space::ROW);
}
