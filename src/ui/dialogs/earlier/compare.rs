//! What a file or an earlier state says otherwise than the diary, day by day: each day is taken over or kept, and one press does it.

use std::path::Path;

use eframe::egui::{Label, RichText, Ui};

use crate::edit::Command;
use crate::edit::comparison::{DayComparison, DifferentLine, compare, compare_day};
use crate::model::day_record::DayRecord;
use crate::storage::copies::{CopyError, days_in};
use crate::ui::context::ViewContext;
use crate::ui::modal;
use crate::ui::modal::{Dialog, Foot};
use crate::ui::theme::{Palette, size, space};
use crate::ui::widgets::segmented::segmented_ui;
use crate::ui::widgets::{heading_ui, quiet_ui};
use crate::words::count;
use crate::workspace::Workspace;

/// What differs, and what of it is to be taken over.
pub(in crate::ui::dialogs) struct ComparePage {
    /// What it was compared with, as the step is named by it.
    source: String,
    /// Whether somebody wrote it by hand, or a disk damaged it.
    is_edited: bool,
    days: Vec<ComparedDay>,
}

struct ComparedDay {
    found: DayComparison,
    is_taken: bool,
}

impl ComparePage {
    /// The days of a file of the diary's folder.
    ///
    /// # Errors
    /// [`CopyError`] if it holds no days that can be read.
    pub(in crate::ui::dialogs) fn of_file(workspace: &Workspace, path: &Path) -> Result<Self, CopyError> {
        let copied = days_in(path, workspace.vault())?;
        let found = compare(workspace.diary(), copied.month, &copied.days);
        let source = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Ok(Self::new(source, !copied.is_as_written, found))
    }

    /// One earlier state of a day.
    pub(in crate::ui::dialogs) fn of_day(workspace: &Workspace, source: String, said: DayRecord) -> Self {
        Self::new(source, false, compare_day(workspace.diary(), said).into_iter().collect())
    }

    fn new(source: String, is_edited: bool, found: Vec<DayComparison>) -> Self {
        // One day alone is what somebody came for.
        let is_taken = found.len() == 1;
        let days = found.into_iter().map(|found| ComparedDay { found, is_taken }).collect();
        Self { source, is_edited, days }
    }

    /// The words for keeping and for taking over.
    fn choices(&self) -> [(bool, &'static str); 2] {
        if self.is_edited {
            [(false, "Keep the old"), (true, "Take mine")]
        } else {
            [(false, "Keep as it is now"), (true, "Bring this back")]
        }
    }
}

impl Dialog for ComparePage {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        modal::title_ui(ui, "What it says otherwise");
        if self.days.is_empty() {
            quiet_ui(ui, &format!("{} says the same as the diary.", self.source));
            modal::close_button_ui(ui, ctx.commands);
            return;
        }
        let differ = count(self.days.len(), "day differs", "days differ");
        quiet_ui(ui, &format!("{}: {differ}. Nothing is changed before you press the button below.", self.source));
        let choices = self.choices();
        if self.days.len() > 1 {
            let all = |is_taken: bool| self.days.iter().all(|day| day.is_taken == is_taken);
            let chosen = [true, false].into_iter().find(|is_taken| all(*is_taken));
            if let Some(is_taken) = segmented_ui(ui, "All days", chosen, &choices) {
                self.days.iter_mut().for_each(|day| day.is_taken = is_taken);
            }
        }
        modal::middle_ui(ui, |ui| {
            for day in &mut self.days {
                ui.push_id(day.found.day.number(), |ui| day_ui(ui, day, &choices));
                ui.add_space(space::ROW);
            }
        });
        let taken = self.days.iter().filter(|day| day.is_taken).count();
        let words = format!("Take {} over", count(taken, "day", "days"));
        let is_writable = ctx.workspace.read_only().is_none();
        if Foot::new(&words).enabled(taken > 0 && is_writable).with_cancel_ui(ui, ctx.commands) {
            let days = self.days.iter().filter(|day| day.is_taken).map(|day| day.found.other.clone()).collect();
            ctx.commands.edit(Command::RestoreDays { source: self.source.clone(), days });
            ctx.commands.close_dialog();
        }
    }

    fn has_fields(&self) -> bool {
        false
    }
}

fn day_ui(ui: &mut Ui, day: &mut ComparedDay, choices: &[(bool, &str)]) {
    let name = day.found.day.long();
    heading_ui(ui, &name);
    if let Some(is_taken) = segmented_ui(ui, &name, Some(day.is_taken), choices) {
        day.is_taken = is_taken;
    }
    for line in &day.found.lines {
        line_ui(ui, line, day.is_taken);
    }
}

/// One thing with both states; the one that will stand is strong.
fn line_ui(ui: &mut Ui, line: &DifferentLine, is_taken: bool) {
    ui.add(Label::new(&line.what).wrap());
    let said = |said: &Option<String>| said.clone().unwrap_or_else(|| "nothing".to_owned());
    let state_ui = |ui: &mut Ui, words: String, stands: bool| {
        let words = RichText::new(words).size(size::CAPTION);
        let words = if stands { words.strong() } else { words.color(Palette::of(ui).quiet) };
        ui.add(Label::new(words).wrap());
    };
    ui.indent("states", |ui| {
        ui.spacing_mut().item_spacing.y = space::TIGHT;
        state_ui(ui, format!("now: {}", said(&line.now)), !is_taken);
        state_ui(ui, format!("there: {}", said(&line.other)), is_taken);
    });
}
