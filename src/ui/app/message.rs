//! What the window says about the last thing that was done or went wrong, and the way back from it. It floats over the foot of the
//! window and goes by itself, so that nothing moves under the hand.

use std::time::Duration;

use eframe::egui::accesskit::{Live, Role};
use eframe::egui::{self, Align2, Area, CornerRadius, Frame, Id, Label, Margin, Order, Stroke, Ui};

use super::App;
use crate::ui::actions::Action;
use crate::ui::command::UiCommands;
use crate::ui::theme::{Palette, ROUNDING, space};

/// Seconds for which it is said. While it is pointed at, or the keyboard is on it, it stays.
const SAID_FOR: f64 = 6.0;
/// The widest it gets.
const WIDE: f32 = 560.0;

/// One line, until the next edit or until its time is over.
#[derive(Debug, Clone)]
pub(super) struct Message {
    words: String,
    /// What can be done about it, with one press.
    offers: Option<Action>,
    /// When it was first shown, or was last held.
    since: Option<f64>,
}

impl Message {
    /// Words with something that can be done about them.
    pub(super) fn offering(words: String, action: Action) -> Self {
        Self { words, offers: Some(action), since: None }
    }
}

impl From<String> for Message {
    fn from(words: String) -> Self {
        Self { words, offers: None, since: None }
    }
}

impl App {
    /// Shows it over everything else, as long as it is said.
    pub(super) fn message_ui(&mut self, ui: &mut Ui, commands: &mut UiCommands) {
        let Some(message) = &mut self.status_message else { return };
        let now = ui.input(|input| input.time);
        let since = *message.since.get_or_insert(now);
        let left = since + SAID_FOR - now;
        if left <= 0.0 {
            self.status_message = None;
            return;
        }
        let area = Area::new(Id::unique("status message")).order(Order::Tooltip).fade_in(false);
        let whole = ui.ctx().content_rect();
        let area = area.anchor(Align2::CENTER_BOTTOM, egui::vec2(0.0, -space::BETWEEN)).constrain_to(whole);
        let mut is_dismissed = false;
        let shown = area.show(ui.ctx(), |ui| {
            let palette = Palette::of(ui);
            let frame = Frame::new().fill(palette.raised).stroke(Stroke::new(1.0, palette.outline));
            let frame = frame.corner_radius(CornerRadius::same(ROUNDING)).inner_margin(Margin::symmetric(16, 8));
            frame.show(ui, |ui| {
                ui.set_max_width(WIDE.min(whole.width() - 64.0));
                let pressed = ui.horizontal_wrapped(|ui| {
                    said_ui(ui, &message.words);
                    let offered = message.offers.map(|action| (action, ui.link(action.label())));
                    if let Some((action, link)) = &offered
                        && link.clicked()
                    {
                        commands.act(*action);
                    }
                    let dismiss = ui.link("dismiss");
                    is_dismissed = dismiss.clicked();
                    dismiss.has_focus() || offered.is_some_and(|(_, link)| link.has_focus())
                });
                pressed.inner
            })
        });
        let is_held = shown.response.contains_pointer() || shown.inner.inner;
        if is_dismissed {
            self.status_message = None;
        } else if is_held {
            message.since = Some(now);
        }
        let again = if is_held { SAID_FOR } else { left };
        ui.ctx().request_repaint_after(Duration::from_secs_f64(again.clamp(0.05, SAID_FOR)));
    }
}

/// The words, which a screen reader says when they come.
fn said_ui(ui: &mut Ui, words: &str) {
    let response = ui.add(Label::new(words).wrap());
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Status);
        node.set_label(words);
        node.clear_value();
        node.set_live(Live::Polite);
    });
}
