//! Encryption: turning it on with a passphrase and a recovery code, changing what opens the diary, taking it off.

mod change;
mod secret_field;
mod turn_on;

use eframe::egui::{RichText, Ui};

use self::change::ChangePage;
use self::turn_on::TurnOnPage;
use crate::ui::command::UiCommands;
use crate::ui::context::ViewContext;
use crate::ui::modal;
use crate::ui::modal::Dialog;
use crate::ui::theme::Palette;
use crate::workspace::{KeyWork, Workspace};

/// The page for the diary as it is.
pub(super) fn page(workspace: &Workspace) -> Box<dyn Dialog> {
    if workspace.is_encrypted() { Box::new(ChangePage::default()) } else { Box::new(TurnOnPage::default()) }
}

/// What is said while the writer works on the key, and after it.
struct Words {
    title: &'static str,
    running: &'static str,
    done: &'static [&'static str],
}

/// Shows how the work stands that was begun here; gives whether it failed and somebody wants to try again.
fn work_ui(ui: &mut Ui, words: &Words, workspace: &Workspace, commands: &mut UiCommands) -> bool {
    modal::title_ui(ui, words.title);
    match workspace.key_work() {
        KeyWork::None | KeyWork::Running => {
            ui.label(words.running);
            modal::quiet_ui(ui, "You can close this and go on; what you log meanwhile is saved after it.");
        }
        KeyWork::Done => words.done.iter().for_each(|line| {
            ui.label(*line);
        }),
        KeyWork::Failed(why) => {
            ui.label(RichText::new(format!("Not done: {why}.")).color(Palette::of(ui).attention));
            let again = modal::Foot::new("Back").ui(ui, |ui| modal::cancel_ui(ui, commands));
            return again;
        }
    }
    modal::close_button_ui(ui, commands);
    false
}

/// Begins something; what refuses it is said as the reason it was not done.
fn refused(begun: Result<(), crate::workspace::WorkspaceError>) -> Option<String> {
    begun.err().map(|error| error.to_string())
}

/// A line that says why something cannot go on.
fn why_not_ui(ui: &mut Ui, why: &str) {
    ui.label(RichText::new(why).color(Palette::of(ui).attention));
}

/// What a page shows of the window: the diary and the way to ask for things.
type Context<'a> = ViewContext<'a>;
