//! The crisis screen: words first, with the numbers that the person set. It is opened and closed and leaves nothing behind: nothing
//! about it is kept, counted or sent, and the program rings nobody.

use eframe::egui::{Label, RichText, Ui};

use crate::evidence::safety::CrisisScreen;
use crate::evidence::situation::Person;
use crate::ui::context::ViewContext;
use crate::ui::modal;
use crate::ui::modal::{Dialog, Foot};
use crate::ui::theme::{size, space, strong_font};

/// The crisis screen.
pub(super) struct CrisisPage;

impl Dialog for CrisisPage {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        let ViewContext { workspace, commands, .. } = ctx;
        let screen = CrisisScreen::for_person(&Person::on(workspace.diary(), workspace.today()));
        let heading = RichText::new(&screen.heading).font(strong_font(size::VIEW));
        ui.add(Label::new(heading).wrap());
        ui.add_space(space::ROW);
        modal::middle_ui(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::INSIDE;
            for line in &screen.lines {
                ui.add(Label::new(RichText::new(line).size(size::TITLE)).wrap());
            }
        });
        // Both only close it. Which of them was pressed is nobody's business.
        let mut hides = false;
        let is_safe = Foot::new(&screen.safe).ui(ui, |ui| hides = ui.button(&screen.hide).clicked());
        if is_safe || hides {
            commands.close_dialog();
        }
    }

    fn has_fields(&self) -> bool {
        false
    }
}
