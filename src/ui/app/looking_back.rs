//! On the day on which to judge an idea that was tried, the days before and after it open by themselves, once.

use eframe::egui;

use super::App;
use crate::edit::Command;
use crate::evidence::attempt;
use crate::ui::command::Destination;

impl App {
    /// Opens what came of an idea whose last day is over and that nobody has looked at. It is asked once a day, so that whoever
    /// takes the look back is not led there again.
    pub(super) fn look_back(&mut self, ctx: &egui::Context) {
        let workspace = &self.desk.workspace;
        let today = workspace.today();
        if self.looked_back == Some(today) || self.dialog.is_some() || workspace.read_only().is_some() {
            return;
        }
        self.looked_back = Some(today);
        let Some(attempt) = attempt::to_judge(workspace.diary(), today) else { return };
        let decision = attempt.judged_on(today);
        let id = decision.id;
        self.submit(Command::Decide { decision });
        self.go(ctx, &Destination::Attempt(id));
    }
}
