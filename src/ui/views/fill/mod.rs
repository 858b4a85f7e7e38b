//! Filling in one thing for many days: an answer is chosen once, and a click puts it on a day. With the keyboard on a day,
//! digits, y and n answer and Delete clears. Every day is one step of undo. Several things at once are filled in as a grid.

mod answer;
mod grid;
mod grid_cells;
mod grid_keys;

use eframe::egui::{Color32, RichText, ScrollArea, Ui};

use self::answer::{answer_on, fillable};
use self::grid::{Days, Grid};
use crate::model::catalogue::Catalogue;
use crate::model::text::Name;
use crate::model::time::Day;
use crate::model::trackable::{Key, Kind, Trackable};
use crate::model::value::Value;
use crate::ui::command::UiCommands;
use crate::ui::drafts::Drafts;
use crate::ui::forms::field;
use crate::ui::theme::{Palette, size, space};
use crate::ui::widgets::month_grid::{DayMark, Picked};
use crate::ui::widgets::row_focus::{self, Pressed};
use crate::ui::widgets::score_row::ScoreRow;
use crate::ui::widgets::{Edited, focus, segmented};
use crate::workspace::Workspace;

/// What stands under the month.
const HINT: &str = "Click a day to put the answer on it; click it again to take it off. Or go from day to day with the \
arrows and type the answer. A dot: something else is logged.";
/// Room for the answer that is put on days.
const WIDTH: f32 = 360.0;

/// One thing that is filled in, and the answer that a click puts on a day.
pub struct Fill {
    known: Trackable,
    answer: Option<Value>,
    /// The answer that is being typed.
    draft: Drafts,
    /// Several things at once, in the place of the one.
    grid: Option<Grid>,
}

impl Fill {
    /// Filling in the thing with this key, or else the first there is.
    pub fn new(catalogue: &Catalogue, key: Option<&str>) -> Option<Self> {
        let wanted = fillable(catalogue).find(|known| Some(known.key.as_str()) == key);
        wanted.or_else(|| fillable(catalogue).next()).map(|known| Self {
            known: known.clone(),
            answer: None,
            draft: Drafts::default(),
            grid: None,
        })
    }

    /// Whether several things are filled in, as a grid.
    pub fn is_grid(&self) -> bool {
        self.grid.is_some()
    }

    /// What stands under the days.
    pub fn hint(&self) -> &'static str {
        if self.is_grid() { grid::HINT } else { HINT }
    }

    /// Shows whether one thing or several are filled in, and what.
    pub fn ui(&mut self, ui: &mut Ui, workspace: &Workspace) {
        let choices = [(false, "one answer, many days"), (true, "several things, day by day")];
        if let Some(several) = segmented::segmented_ui(ui, "Fill in", Some(self.is_grid()), &choices) {
            self.grid = several.then(|| Grid::new(workspace.diary().catalogue(), &self.known));
        }
        match &mut self.grid {
            Some(grid) => grid.columns_ui(ui, workspace),
            None => self.answer_ui(ui, workspace),
        }
    }

    /// Shows the grid of the month of a day.
    pub fn grid_ui(&mut self, ui: &mut Ui, workspace: &Workspace, month: Day, commands: &mut UiCommands) {
        let first = Day::from_ymd(month.year(), month.month(), 1).unwrap_or(month);
        let end = (28..=31).rev().find_map(|last| Day::from_ymd(month.year(), month.month(), last)).unwrap_or(month);
        let last = end.min(workspace.today()).max(first);
        if let Some(grid) = &mut self.grid {
            grid.ui(ui, workspace, Days { first, last }, commands);
        }
    }

    /// Shows what is filled in and which answer a click gives.
    fn answer_ui(&mut self, ui: &mut Ui, workspace: &Workspace) {
        let quiet = Palette::of(ui).quiet;
        ui.horizontal(|ui| {
            ui.label(RichText::new("Fill in").color(quiet));
            let mut other = None;
            ui.menu_button(self.known.label.as_str(), |ui| {
                let area = ScrollArea::vertical().max_height(360.0);
                other = focus::scrolled(ui, area, |ui| choices_ui(ui, workspace, |key| *key == self.known.key));
                if other.is_some() {
                    ui.close();
                }
            })
            .response
            .on_hover_text("Choose what to fill in");
            if let Some(known) = other {
                *self = Self { known, answer: None, draft: Drafts::default(), grid: None };
            }
        });
        // Named apart from the field of the same thing in the forms.
        let named = Name::new(&format!("{} on each day", self.known.label));
        let asked = Trackable { label: named.unwrap_or_else(|_| self.known.label.clone()), ..self.known.clone() };
        ui.allocate_ui(eframe::egui::vec2(WIDTH.min(ui.available_width()), space::CELL), |ui| {
            if let Some(answer) = field::edited(ui, &mut self.draft, &asked, self.answer) {
                self.answer = answer;
            }
        });
        if self.answer.is_none() {
            let words = "Choose the answer first, then click the days it was so.";
            ui.label(RichText::new(words).size(size::CAPTION).color(quiet));
        }
    }

    /// Key of what is filled in.
    pub fn key(&self) -> &str {
        self.known.key.as_str()
    }

    /// What a day shows; `tint` gives its ground for a share of the axis.
    pub fn mark(&self, workspace: &Workspace, day: Day, tint: impl Fn(f64) -> Color32) -> DayMark {
        let logged = workspace.diary().day_record(day).is_some();
        let Some(value) = answer_on(workspace, &self.known, day) else {
            return DayMark { logged, ..DayMark::default() };
        };
        let (low, high) = self.known.kind.range();
        let share = (value.as_number() - low) / (high - low).max(1e-9);
        let tinted = matches!(self.known.kind, Kind::Score | Kind::Grade | Kind::YesNo);
        let value = Some(self.known.show(value));
        DayMark { logged, value, tint: Some(tint(if tinted { share } else { 0.0 })), ..DayMark::default() }
    }

    /// Carries out what was done to the month.
    pub fn picked(&self, ui: &Ui, workspace: &Workspace, picked: Picked, commands: &mut UiCommands) {
        if let (Some(day), Some(answer)) = (picked.clicked, self.answer) {
            let value = (answer_on(workspace, &self.known, day) != Some(answer)).then_some(answer);
            self.put(workspace, day, value, commands);
        } else if let Some(day) = picked.focused
            && let Some(pressed) = row_focus::keys(ui)
            && let Some(value) = self.after(answer_on(workspace, &self.known, day), pressed)
        {
            self.put(workspace, day, value, commands);
        }
    }

    fn put(&self, workspace: &Workspace, day: Day, value: Option<Value>, commands: &mut UiCommands) {
        commands.edit(answer::put(workspace, &self.known, day, value));
    }

    /// The answer after a key; `Some(None)` clears. Arrows go from day to day and never change one.
    fn after(&self, now: Option<Value>, pressed: Pressed) -> Edited<Value> {
        let number = now.map(Value::as_number);
        match (&self.known.kind, pressed) {
            (_, Pressed::Clear) => now.map(|_| None),
            (Kind::YesNo, Pressed::Letter('y') | Pressed::Digit(1)) => Some(Some(Value::YesNo(true))),
            (Kind::YesNo, Pressed::Letter('n') | Pressed::Digit(0)) => Some(Some(Value::YesNo(false))),
            (Kind::Score, Pressed::Digit(_)) => numbered(ScoreRow::new("", 0..=10, number).after(pressed)),
            (Kind::Grade, Pressed::Digit(_)) => numbered(ScoreRow::new("", 0..=4, number).after(pressed)),
            (Kind::Count { most }, Pressed::Digit(digit)) if u32::from(digit) <= *most => {
                numbered(Some(Some(f64::from(digit))))
            }
            _ => None,
        }
    }
}

fn numbered(answer: Edited<f64>) -> Edited<Value> {
    answer.map(|number| number.and_then(Value::number))
}

/// Everything that can be filled in, card by card; gives what was chosen.
fn choices_ui(ui: &mut Ui, workspace: &Workspace, is_chosen: impl Fn(&Key) -> bool) -> Option<Trackable> {
    let mut chosen = None;
    let mut card = None;
    for known in fillable(workspace.diary().catalogue()) {
        if card.replace(known.carried_by.card()) != Some(known.carried_by.card()) {
            let words = RichText::new(known.carried_by.card().label()).size(size::CAPTION);
            ui.label(words.color(Palette::of(ui).quiet));
        }
        let name = format!("Fill in {}", known.label);
        let button = eframe::egui::Button::selectable(is_chosen(&known.key), known.label.as_str());
        if ui.add(button).accessible_name(name).clicked() {
            chosen = Some(known.clone());
        }
    }
    chosen
}
