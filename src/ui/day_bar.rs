//! Which day is open: back, on, today, a month to choose from; and over the forms, how much of an ordinary day is answered.

use eframe::egui::{self, Popup, PopupCloseBehavior, RichText, Ui, Vec2};

use super::actions::Action;
use super::command::{Destination, UiCommands};
use super::forms;
use super::theme::{Palette, size, space, strong_font};
use super::widgets::month_grid::{DayMark, MonthGrid, month_head_ui};
use crate::model::time::{Day, doubted_clock};
use crate::words;
use crate::workspace::Workspace;

/// What the bar remembers: the month to choose a day from, until one is chosen.
#[derive(Debug, Default)]
pub struct DayBar {
    month: Option<Day>,
}

/// Room for the bar with its longest day.
pub const WIDTH: f32 = 400.0;
/// Room for the link to today.
const BACK: f32 = 60.0;

/// Draws the bar. Its buttons stand still from day to day, so that one can be pressed again and again.
pub fn day_bar_ui(ui: &mut Ui, state: &mut DayBar, workspace: &Workspace, day: Day, commands: &mut UiCommands) {
    let (today, latest) = (workspace.today(), workspace.today().plus(1));
    ui.spacing_mut().item_spacing.x = space::TIGHT;
    let square = Vec2::splat(space::CELL);
    let before = ui.add(egui::Button::new("‹").min_size(square));
    if before.on_hover_text(Action::PreviousDay.hint(ui, Action::PreviousDay.label())).clicked() {
        commands.act(Action::PreviousDay);
    }
    let wide = (ui.available_width() - space::CELL - BACK - 2.0 * space::TIGHT).max(90.0);
    let words = RichText::new(name_for(ui, day, wide - 20.0)).font(strong_font(size::TITLE));
    let button = egui::Button::new(words).frame_when_inactive(false).truncate();
    let button = ui.add_sized([wide, space::CELL], button);
    let button = button.accessible_name(format!("{}, choose a day", day.long()));
    month_popup_ui(&button, &mut state.month, workspace, (day, today, latest), commands);
    let next = ui.add_enabled(day < latest, egui::Button::new("›").min_size(square));
    if next.on_hover_text(Action::NextDay.hint(ui, Action::NextDay.label())).clicked() {
        commands.act(Action::NextDay);
    }
    if day != today {
        let back = ui.add(egui::Button::new(RichText::new("Today").size(size::CAPTION)).min_size(square));
        let back = back.accessible_name(Action::Today.label());
        if back.on_hover_text(Action::Today.hint(ui, Action::Today.label())).clicked() {
            commands.act(Action::Today);
        }
    }
}

/// How much of an ordinary day is answered, and what is doubtful about its date.
pub fn answered_ui(ui: &mut Ui, workspace: &Workspace, day: Day) {
    let today = workspace.today();
    let (answered, asked) = forms::answered_cards(workspace.diary().day_record(day).map(AsRef::as_ref));
    let far = workspace.diary().far_from_others(day, today).map(|nearest| words::far(day, nearest));
    let words = match (answered, day == today) {
        (0, true) => "Nothing answered yet. A minute is enough, and gaps are fine.".to_owned(),
        (0, false) => "Nothing answered on this day.".to_owned(),
        _ => format!("{answered} of {asked} main cards answered"),
    };
    let caption = |words: &str| RichText::new(words).size(size::CAPTION);
    ui.add(egui::Label::new(caption(&words).color(Palette::of(ui).quiet)).wrap());
    if let Some(far) = far {
        ui.add(
            egui::Label::new(caption(&format!("{far}. Is the year right?")).color(Palette::of(ui).attention)).wrap(),
        );
    }
    clock_ui(ui);
}

/// A word on a clock that can hardly be right, since today is the day it says.
fn clock_ui(ui: &mut Ui) {
    if let Some(doubt) = doubted_clock() {
        let words = format!("Please check the date: {doubt}. Set the clock, or choose the day above.");
        ui.label(RichText::new(words).size(size::CAPTION).color(Palette::of(ui).attention));
    }
}

/// The longest name of a day that fits everywhere in this room, so that all days are named alike.
fn name_for(ui: &Ui, day: Day, room: f32) -> String {
    let longest = "Wednesday 30 September 2026".to_owned();
    let galley = ui.painter().layout_no_wrap(longest, strong_font(size::TITLE), Palette::of(ui).text);
    if galley.size().x <= room { day.long() } else { day.short() }
}

fn month_popup_ui(
    button: &egui::Response,
    shown: &mut Option<Day>,
    workspace: &Workspace,
    days: (Day, Day, Day),
    commands: &mut UiCommands,
) {
    let (day, today, latest) = days;
    Popup::menu(button).close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        let month = shown.unwrap_or(day);
        if let Some(other) = month_head_ui(ui, month, latest) {
            *shown = Some(other);
        }
        let logged = |at: Day| DayMark { logged: workspace.diary().day_record(at).is_some(), ..DayMark::default() };
        let cell = Vec2::new(34.0, 30.0);
        let grid = MonthGrid { month, chosen: day, today, latest, cell, mark: &logged };
        if let Some(at) = grid.ui(ui) {
            commands.go(Destination::Day(at));
            *shown = None;
            ui.close();
        }
        ui.label(RichText::new("A dot: something is logged").size(size::CAPTION).color(Palette::of(ui).quiet));
    });
}
