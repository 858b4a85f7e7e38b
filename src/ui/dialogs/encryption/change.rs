//! An encrypted diary: when it locks, and changing what opens it.

use eframe::egui::Ui;

use super::secret_field::{NewPassphrase, SecretField};
use super::turn_on::code_words_ui;
use super::{Context, Words, refused, why_not_ui, work_ui};
use crate::storage::seal::RecoveryCode;
use crate::ui::actions::Action;
use crate::ui::modal;
use crate::ui::modal::{Dialog, Foot};
use crate::ui::theme::space;
use crate::ui::widgets::segmented;

/// Minutes after which the diary may lock itself.
const MINUTES: &[(u16, &str)] = &[(1, "1 minute"), (5, "5"), (15, "15"), (60, "60 minutes"), (0, "never")];
const CURRENT: &str = "Passphrase or recovery code, as it is now";

const PASSPHRASE_WORDS: Words = Words {
    title: "Changing the passphrase",
    running: "The key is sealed anew, read back and tried…",
    done: &["The new passphrase opens the diary from now on. The recovery code is as it was."],
};
const CODE_WORDS: Words = Words {
    title: "Changing the recovery code",
    running: "The key is sealed anew, read back and tried…",
    done: &["The new recovery code is in force; the one before opens nothing any more."],
};
const OFF_WORDS: Words = Words {
    title: "Taking the encryption off",
    running: "Every file is made anew, read back and compared before the old one goes…",
    done: &["The diary is no longer encrypted. Whoever can read its folder can read it."],
};

/// Where somebody is.
#[derive(Default)]
enum Step {
    #[default]
    Overview,
    Passphrase(NewPassphrase),
    Code {
        code: RecoveryCode,
        typed: SecretField,
    },
    Off,
    Working(&'static Words),
}

/// The page.
#[derive(Default)]
pub(super) struct ChangePage {
    step: Step,
    current: SecretField,
    refused: Option<String>,
}

impl Dialog for ChangePage {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut Context<'_>) {
        let step = std::mem::take(&mut self.step);
        self.step = match step {
            Step::Overview => self.overview_ui(ui, ctx),
            Step::Passphrase(new) => self.passphrase_ui(ui, ctx, new),
            Step::Code { code, typed } => self.code_ui(ui, ctx, code, typed),
            Step::Off => self.off_ui(ui, ctx),
            Step::Working(words) => {
                let again = work_ui(ui, words, ctx.workspace, ctx.commands);
                if again { Step::Overview } else { Step::Working(words) }
            }
        };
    }
}

impl ChangePage {
    fn overview_ui(&mut self, ui: &mut Ui, ctx: &mut Context<'_>) -> Step {
        let mut next = Step::Overview;
        modal::title_ui(ui, "This diary is encrypted");
        modal::quiet_ui(ui, "The passphrase or the recovery code opens it, and nothing else does.");
        modal::heading_ui(ui, "Lock when nobody does anything for");
        let chosen = Some(ctx.view.lock_after_minutes);
        if let Some(minutes) = segmented::segmented_ui(ui, "Lock when nobody does anything for", chosen, MINUTES) {
            ctx.view.lock_after_minutes = minutes;
        }
        let hint = Action::Lock.hint(ui, "Lock now");
        if ui.button(hint).clicked() {
            ctx.commands.act(Action::Lock);
        }
        modal::heading_ui(ui, "What opens it");
        if let Some(why) = &self.refused {
            why_not_ui(ui, why);
        }
        if ui.button("Change the passphrase…").clicked() {
            next = Step::Passphrase(NewPassphrase::default());
        }
        if ui.button("Make another recovery code…").clicked() {
            match RecoveryCode::generate() {
                Ok(code) => next = Step::Code { code, typed: SecretField::default() },
                Err(error) => self.refused = Some(format!("This computer has no random numbers now: {error}.")),
            }
        }
        ui.add_space(space::ROW);
        if modal::destroying_link_ui(ui, "Take the encryption off…") {
            next = Step::Off;
        }
        modal::close_button_ui(ui, ctx.commands);
        next
    }

    fn passphrase_ui(&mut self, ui: &mut Ui, ctx: &mut Context<'_>, mut new: NewPassphrase) -> Step {
        modal::title_ui(ui, "Change the passphrase");
        self.current.ui(ui, CURRENT, false);
        new.ui(ui);
        let is_ready = new.why_not().is_none() && !self.current.text().is_empty();
        if !modal::foot_ui(ui, "Change it", is_ready, ctx.commands) {
            return Step::Passphrase(new);
        }
        let begun = ctx.workspace.change_passphrase(self.current.take(), new.take());
        self.begun(begun, &PASSPHRASE_WORDS)
    }

    fn code_ui(&mut self, ui: &mut Ui, ctx: &mut Context<'_>, code: RecoveryCode, mut typed: SecretField) -> Step {
        modal::title_ui(ui, "Another recovery code");
        code_words_ui(ui, &code);
        typed.ui(ui, "Type it from your paper", true);
        self.current.ui(ui, CURRENT, false);
        let is_same = RecoveryCode::read(typed.text()).is_ok_and(|read| read == code);
        let is_ready = is_same && !self.current.text().is_empty();
        if !modal::foot_ui(ui, "Use this code from now on", is_ready, ctx.commands) {
            return Step::Code { code, typed };
        }
        let begun = ctx.workspace.change_recovery(self.current.take(), code);
        self.begun(begun, &CODE_WORDS)
    }

    fn off_ui(&mut self, ui: &mut Ui, ctx: &mut Context<'_>) -> Step {
        modal::title_ui(ui, "Take the encryption off?");
        ui.label("Whoever can read the folder of the diary can then read everything in it.");
        self.current.ui(ui, CURRENT, false);
        ui.add_space(space::ROW);
        let foot = Foot::new("Take it off").enabled(!self.current.text().is_empty()).destroys();
        if !foot.with_cancel_ui(ui, ctx.commands) {
            return Step::Off;
        }
        let begun = ctx.workspace.decrypt(self.current.take());
        self.begun(begun, &OFF_WORDS)
    }

    fn begun(&mut self, begun: Result<(), crate::workspace::WorkspaceError>, words: &'static Words) -> Step {
        self.refused = refused(begun);
        if self.refused.is_some() { Step::Overview } else { Step::Working(words) }
    }
}
