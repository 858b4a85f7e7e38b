//! Keys and words: every shortcut, and what the words of the window mean.

use eframe::egui::{Grid, RichText, Ui};

use crate::ui::context::ViewContext;
use crate::ui::menu::entries;
use crate::ui::modal;
use crate::ui::modal::Dialog;
use crate::ui::theme::{size, strong_font};

/// What the words mean.
const WORDS: &[(&str, &str)] = &[
    ("Day", "A diary day ends at 4 in the morning (see Settings), so a snack at 1:30 belongs to the evening before."),
    ("Not answered", "Nobody said anything. It is never counted as 0. “None” and “no” are answers."),
    ("7-day mean", "Mean of the answers of a day and the six days before it; drawn where at least three were given."),
    ("Bar under a curve", "The days on which it was answered."),
    ("Course", "Anything taken or done over several days. Hatched days: it is over but may still act."),
    ("Lag", "Days between something and the skin."),
    ("Unknown", "Of a food: nobody measured it. A sum with an unknown part says “at least”; it is never counted as 0."),
    (
        "Plant points",
        "1 for each different plant in 7 days; 0.25 for herbs, spices, coffee and tea, at most 3 together.",
    ),
    (
        "Skin today, Gut today",
        "Own scores of a day, 0 best, 100 worst. Not tested like clinic scores; what each needs stands at the foot of its card.",
    ),
    (
        "WHO-5, PSS-4",
        "Questionnaires of others about two weeks and about a month. A sum needs every answer; About says whose they are.",
    ),
    (
        "Rated blind",
        "Said of photos that came without their dates, in an order that says nothing. A tenth of them comes twice, which tells how \
         far your ratings differ by themselves.",
    ),
    ("Region", "One place of the body. What is logged for a region adds to the whole skin of the day."),
];

/// In the fields.
const FIELDS: &[(&str, &str)] = &[
    ("Tab, Shift+Tab", "next and previous field"),
    ("0 to 9", "set the score the keyboard is on (1 then 0 makes 10)"),
    ("Left, Right", "move the score by one"),
    ("Delete", "make it not answered again"),
    ("Enter or Space", "press what the keyboard is on"),
    (
        "Enter",
        "add an event, a dose or a meal that was typed; in a dialog: confirm, wherever nothing else is to be pressed",
    ),
    ("Enter", "while photos are rated without dates: to the next answer, then to the next photo"),
    ("Page up, Page down", "turn the pages of a long dialog"),
    ("Esc", "leave a field, keeping what was typed; close a menu or a dialog"),
];

/// The page.
pub(super) struct HelpPage;

impl Dialog for HelpPage {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        modal::title_ui(ui, "Keys and words");
        modal::middle_ui(ui, |ui| {
            Grid::new("keys").num_columns(2).spacing([24.0, 4.0]).show(ui, |ui| {
                for entry in entries() {
                    let keys = entry.shown_keys(ui);
                    if !keys.is_empty() {
                        ui.label(entry.label);
                        ui.label(RichText::new(keys).font(strong_font(size::BODY)));
                        ui.end_row();
                    }
                }
                for (keys, words) in FIELDS {
                    ui.label(*words);
                    ui.label(RichText::new(*keys).font(strong_font(size::BODY)));
                    ui.end_row();
                }
            });
            ui.separator();
            for (word, meaning) in WORDS {
                ui.label(RichText::new(*word).font(strong_font(size::BODY)));
                ui.label(*meaning);
            }
        });
        modal::close_button_ui(ui, ctx.commands);
    }

    fn has_fields(&self) -> bool {
        false
    }
}
