//! How the window looks and writes: theme, size, weeks, dates, decimal mark, drinks, the word in the evening. All of it shows at
//! once, and goes if it is not kept.

use eframe::egui::Ui;

use crate::model::locale::{DateOrder, DecimalMark, Locale, VolumeUnit};
use crate::ui::modal;
use crate::ui::system::CAN_NOTIFY;
use crate::ui::view_state::{NUDGE_HOURS, ThemeChoice, ViewState, WeekStart};
use crate::ui::widgets::segmented;

/// Sizes of everything to choose from.
const SCALES: &[(f32, &str)] =
    &[(0.8, "80 %"), (0.9, "90 %"), (1.0, "100 %"), (1.25, "125 %"), (1.5, "150 %"), (2.0, "200 %")];
/// Themes to choose from.
const THEMES: &[(ThemeChoice, &str)] =
    &[(ThemeChoice::System, "as the system"), (ThemeChoice::Light, "light"), (ThemeChoice::Dark, "dark")];

/// What of the window is chosen in Settings.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Look {
    theme: ThemeChoice,
    scale: f32,
    week_start: WeekStart,
    locale: Locale,
    nudge_hour: Option<u8>,
    nudges_on_desktop: bool,
}

impl Look {
    /// How the window looks.
    pub(super) fn of_window(view: &ViewState) -> Self {
        Self {
            theme: view.theme,
            scale: view.scale,
            week_start: view.week_start,
            locale: view.locale,
            nudge_hour: view.nudge_hour,
            nudges_on_desktop: view.nudges_on_desktop,
        }
    }

    /// Has the window look so.
    pub(super) fn show(self, view: &mut ViewState) {
        view.theme = self.theme;
        view.scale = self.scale;
        view.week_start = self.week_start;
        view.locale = self.locale;
        view.nudge_hour = self.nudge_hour;
        view.nudges_on_desktop = self.nudges_on_desktop;
    }
}

/// The choices of how the window looks and writes.
pub(super) fn look_ui(ui: &mut Ui, view: &mut ViewState) {
    modal::heading_ui(ui, "Look");
    choice_ui(ui, "Theme", &mut view.theme, THEMES);
    let chosen = SCALES.iter().map(|(scale, _)| *scale).find(|scale| (view.scale - scale).abs() < 0.01);
    ui.horizontal_wrapped(|ui| {
        ui.label("Size of everything");
        if let Some(scale) = segmented::segmented_ui(ui, "Size of everything", chosen, SCALES) {
            view.scale = scale;
        }
    });
    modal::heading_ui(ui, "Dates and numbers");
    choice_ui(ui, "Weeks begin on", &mut view.week_start, &WeekStart::ALL);
    choice_ui(ui, "Dates", &mut view.locale.date_order, &DateOrder::ALL);
    choice_ui(ui, "Numbers", &mut view.locale.decimal_mark, &DecimalMark::ALL);
    choice_ui(ui, "Drinks", &mut view.locale.volume, &VolumeUnit::ALL);
    modal::quiet_ui(
        ui,
        "Either decimal mark is understood where you type. Charts and findings stay in millilitres, and files for other \
         programs keep the point.",
    );
}

/// When to say that nothing is written down yet, and where.
pub(super) fn nudge_ui(ui: &mut Ui, view: &mut ViewState) {
    modal::heading_ui(ui, "A word in the evening");
    ui.horizontal_wrapped(|ui| {
        ui.label("If nothing is written down by");
        if let Some(hour) = segmented::segmented_ui(ui, "A word in the evening", Some(view.nudge_hour), &NUDGE_HOURS) {
            view.nudge_hour = hour;
        }
    });
    if CAN_NOTIFY && view.nudge_hour.is_some() {
        ui.checkbox(&mut view.nudges_on_desktop, "Also as a message of the desktop");
    }
    modal::quiet_ui(ui, "Only while Gutskin is open. It says nothing about your skin or your gut.");
}

/// One choice, its name before it.
fn choice_ui<T: Copy + PartialEq>(ui: &mut Ui, name: &str, chosen: &mut T, choices: &[(T, &str)]) {
    ui.horizontal_wrapped(|ui| {
        ui.label(name);
        if let Some(choice) = segmented::segmented_ui(ui, name, Some(*chosen), choices) {
            *chosen = choice;
        }
    });
}
