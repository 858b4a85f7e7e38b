//! Filling in several things as a grid: a row a day, a column a thing. Arrows go from cell to cell, digits and letters answer,
//! Delete clears; what is copied can be pasted, and one answer goes down over the days below it. Each of these is one step.

use std::ops::RangeInclusive;

use eframe::egui::{self, RichText, ScrollArea, Ui};

use super::answer::{answer_on, fillable, put};
use super::grid_cells;
use super::grid_keys::{self, Key, Way};
use crate::edit::Command;
use crate::model::catalogue::Catalogue;
use crate::model::time::Day;
use crate::model::trackable::{Kind, Trackable};
use crate::model::value::Value;
use crate::ui::command::UiCommands;
use crate::ui::forms::field;
use crate::ui::theme::{Palette, size, space};
use crate::ui::widgets::focus;
use crate::words::{count, marked};
use crate::workspace::Workspace;

/// Things side by side at most.
const MOST_COLUMNS: usize = 6;
/// Things side by side to begin with.
const FIRST_COLUMNS: usize = 4;

/// What stands under the grid.
pub const HINT: &str = "Arrows go from cell to cell, Shift+arrows choose several days. Type the answer, y or n; Delete takes it \
off. Ctrl+C and Ctrl+V copy and paste, also from a spreadsheet. Ctrl+Enter puts the first answer on all chosen days.";

/// The grid.
pub struct Grid {
    columns: Vec<Trackable>,
    column: usize,
    /// The cell the keyboard is on.
    day: Option<Day>,
    /// The other end of the chosen days.
    anchor: Option<Day>,
    /// Letters typed into the cell so far.
    typed: String,
    /// Why what was typed or pasted is no answer.
    refused: Option<String>,
}

/// The days of a grid.
#[derive(Clone, Copy)]
pub struct Days {
    /// First day.
    pub first: Day,
    /// Last day.
    pub last: Day,
}

impl Grid {
    /// A grid that begins with one thing and those that stand beside it in its card.
    pub fn new(catalogue: &Catalogue, known: &Trackable) -> Self {
        let card = known.carried_by.card();
        let others = fillable(catalogue).filter(|other| other.key != known.key && other.carried_by.card() == card);
        let columns = std::iter::once(known).chain(others).take(FIRST_COLUMNS).cloned().collect();
        Self { columns, column: 0, day: None, anchor: None, typed: String::new(), refused: None }
    }

    /// The things that are filled in, each to be taken out, and the way to more.
    pub fn columns_ui(&mut self, ui: &mut Ui, workspace: &Workspace) {
        ui.horizontal_wrapped(|ui| {
            let mut gone = None;
            for (place, known) in self.columns.iter().enumerate() {
                let button = ui.button(format!("{}  ×", known.label));
                if button.on_hover_text(format!("Take {} out of the grid", known.label)).clicked() {
                    gone = Some(place);
                }
            }
            if let Some(place) = gone.filter(|_| self.columns.len() > 1) {
                self.columns.remove(place);
                self.column = self.column.min(self.columns.len() - 1);
            }
            ui.add_enabled_ui(self.columns.len() < MOST_COLUMNS, |ui| {
                ui.menu_button("Another thing", |ui| {
                    let area = ScrollArea::vertical().max_height(360.0);
                    let chosen = focus::scrolled(ui, area, |ui| {
                        super::choices_ui(ui, workspace, |key| self.columns.iter().any(|known| known.key == *key))
                    });
                    if let Some(known) = chosen {
                        if self.columns.iter().all(|column| column.key != known.key) {
                            self.columns.push(known);
                        }
                        ui.close();
                    }
                });
            });
        });
    }

    /// Shows the grid of some days.
    pub fn ui(&mut self, ui: &mut Ui, workspace: &Workspace, days: Days, commands: &mut UiCommands) {
        let within = |day: &Day| (days.first..=days.last).contains(day);
        let day = self.day.filter(within).unwrap_or(days.last);
        let anchor = self.anchor.filter(within).unwrap_or(day);
        let shown = grid_cells::Cells {
            columns: &self.columns,
            days,
            at: (day, self.column),
            chosen: day.min(anchor)..=day.max(anchor),
            typed: &self.typed,
        };
        let done = shown.ui(ui, workspace);
        if let Some((clicked, column, extends)) = done.pressed {
            self.column = column;
            self.anchor = extends.then_some(anchor);
            self.day = Some(clicked);
            self.forget_typed();
        }
        if let Some(key) = grid_keys::pressed(ui, done.stop) {
            self.act(ui, workspace, (day, anchor), days, key, commands);
        }
        ui.add_space(space::TIGHT);
        let palette = Palette::of(ui);
        ui.horizontal_wrapped(|ui| {
            let button = egui::Button::new("Fill down");
            if ui.add(button).on_hover_text("The first chosen answer on all chosen days (Ctrl+Enter)").clicked() {
                self.fill_down(workspace, day.min(anchor)..=day.max(anchor), days, commands);
            }
            if let Some(refused) = &self.refused {
                ui.label(RichText::new(refused).size(size::CAPTION).color(palette.attention));
            }
        });
    }

    fn forget_typed(&mut self) {
        self.typed.clear();
        self.refused = None;
    }

    /// Carries out what was typed or pressed.
    fn act(
        &mut self,
        ui: &Ui,
        workspace: &Workspace,
        (day, anchor): (Day, Day),
        days: Days,
        key: Key,
        commands: &mut UiCommands,
    ) {
        let chosen = day.min(anchor)..=day.max(anchor);
        match key {
            Key::Move(way, extends) => {
                let (to, column) = self.beside(day, way, days);
                self.anchor = extends.then_some(anchor);
                self.day = Some(to);
                self.column = if extends { self.column } else { column };
                self.forget_typed();
            }
            Key::Text(sign) => self.type_sign(workspace, day, sign, commands),
            Key::Back if !self.typed.is_empty() => {
                self.typed.pop();
                let typed = self.typed.clone();
                self.take(workspace, day, &typed, commands);
            }
            Key::Back | Key::Clear => {
                self.forget_typed();
                let label = format!("clearing {}", self.name());
                self.put_all(workspace, &label, chosen.clone(), |_| Some(None), commands);
            }
            Key::Copy => {
                let lines: Vec<String> = range(&chosen).map(|day| self.text_of(workspace, day)).collect();
                ui.ctx().copy_text(lines.join("\n"));
            }
            Key::Paste(text) => self.paste(workspace, *chosen.start(), days, &text, commands),
            Key::FillDown => self.fill_down(workspace, chosen, days, commands),
        }
    }

    fn beside(&self, day: Day, way: Way, days: Days) -> (Day, usize) {
        let last = self.columns.len().saturating_sub(1);
        match way {
            Way::Up => (day.plus(-1).max(days.first), self.column),
            Way::Down => (day.plus(1).min(days.last), self.column),
            Way::Left => (day, self.column.saturating_sub(1)),
            Way::Right => (day, (self.column + 1).min(last)),
        }
    }

    /// One more letter in the cell. A new digit takes the place of an answer that has no more room for one.
    fn type_sign(&mut self, workspace: &Workspace, day: Day, sign: char, commands: &mut UiCommands) {
        let Some(known) = self.columns.get(self.column) else { return };
        let longer = format!("{}{sign}", self.typed);
        let one_sign = matches!(known.kind, Kind::Score | Kind::Grade | Kind::StoolForm | Kind::YesNo);
        let starts_anew = one_sign && known.read(&longer).is_err() && known.read(&sign.to_string()).is_ok();
        let typed = if starts_anew { sign.to_string() } else { longer };
        self.take(workspace, day, &typed, commands);
    }

    /// What was typed, as soon as it is an answer.
    fn take(&mut self, workspace: &Workspace, day: Day, typed: &str, commands: &mut UiCommands) {
        let Some(known) = self.columns.get(self.column) else { return };
        match field::read(known, typed) {
            Ok(value) if value != answer_on(workspace, known, day) => {
                commands.edit(put(workspace, known, day, value));
                self.refused = None;
            }
            Ok(_) => self.refused = None,
            Err(expected) => self.refused = Some(format!("{}: {expected}", known.label)),
        }
        typed.clone_into(&mut self.typed);
    }

    /// The answer of the first chosen day on all others; with one day chosen, that of the day above on it.
    fn fill_down(&mut self, workspace: &Workspace, chosen: RangeInclusive<Day>, days: Days, commands: &mut UiCommands) {
        let Some(known) = self.columns.get(self.column) else { return };
        let (first, last) = (*chosen.start(), *chosen.end());
        let from = if first == last { first.plus(-1).max(days.first) } else { first };
        let Some(value) = answer_on(workspace, known, from) else {
            self.refused = Some(format!("{} is not answered on {}.", known.label, from.short()));
            return;
        };
        self.forget_typed();
        let label = format!("filling {} down to {}", self.name(), last.short());
        self.put_all(workspace, &label, first..=last, |_| Some(Some(value)), commands);
    }

    /// Lines of answers from one day on, tabs between columns. All of it or nothing; what is empty changes nothing.
    fn paste(&mut self, workspace: &Workspace, from: Day, days: Days, text: &str, commands: &mut UiCommands) {
        let mut steps = Vec::new();
        for (line, cells) in text.trim_end_matches(['\r', '\n']).lines().enumerate() {
            let day = from.plus(i32::try_from(line).unwrap_or(i32::MAX));
            for (known, cell) in self.columns.iter().skip(self.column).zip(cells.split('\t')) {
                match field::read(known, cell) {
                    Ok(None) => {}
                    Ok(_) if day > days.last => {
                        self.refused =
                            Some(format!("There are more lines than days; the last is {}.", days.last.short()));
                        return;
                    }
                    Ok(value) if value == answer_on(workspace, known, day) => {}
                    Ok(value) => steps.push(put(workspace, known, day, value)),
                    Err(expected) => {
                        self.refused =
                            Some(format!("Line {}, {}: {expected}. Nothing was pasted.", line + 1, known.label));
                        return;
                    }
                }
            }
        }
        self.forget_typed();
        let label = format!("pasting {}", count(steps.len(), "answer", "answers"));
        commands.edit_all(&label, steps);
    }

    /// One step that answers a thing on several days; `value` gives the answer of a day, or `None` to leave it.
    fn put_all(
        &self,
        workspace: &Workspace,
        label: &str,
        chosen: RangeInclusive<Day>,
        value: impl Fn(Day) -> Option<Option<Value>>,
        commands: &mut UiCommands,
    ) {
        let Some(known) = self.columns.get(self.column) else { return };
        let step = |day: Day| -> Option<Command> {
            let value = value(day)?;
            (value != answer_on(workspace, known, day)).then(|| put(workspace, known, day, value))
        };
        commands.edit_all(label, range(&chosen).filter_map(step).collect());
    }

    fn name(&self) -> String {
        self.columns.get(self.column).map(|known| known.label.to_string()).unwrap_or_default()
    }

    /// The answer of a day as it is typed.
    fn text_of(&self, workspace: &Workspace, day: Day) -> String {
        let known = self.columns.get(self.column);
        known
            .and_then(|known| answer_on(workspace, known, day))
            .map(|value| marked(&value.to_string()))
            .unwrap_or_default()
    }
}

/// The days from one to another.
pub fn range(days: &RangeInclusive<Day>) -> impl Iterator<Item = Day> + use<> {
    let (first, last) = (*days.start(), *days.end());
    (0..=last.days_since(first)).map(move |after| first.plus(after))
}
