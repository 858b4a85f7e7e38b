//! What a file or an earlier state says otherwise than the diary: each day, and of a copy of the whole diary each course, food, trial
//! or photo, is taken over or kept, and one press does it.

use std::path::Path;

use eframe::egui::Ui;

use super::compared::{Choices, ComparedKind};
use crate::edit::Command;
use crate::edit::comparison::{compare, compare_day, compare_records, kept_beside};
use crate::model::day_record::DayRecord;
use crate::model::record::Record;
use crate::storage::copies::{CopyError, read_copy};
use crate::ui::command::UiCommand;
use crate::ui::context::ViewContext;
use crate::ui::modal;
use crate::ui::modal::{Dialog, Foot};
use crate::ui::widgets::segmented::segmented_ui;
use crate::ui::widgets::{heading_ui, quiet_ui};
use crate::words::{all_of, capital, counted_kinds};
use crate::workspace::Workspace;

/// What differs, and what of it is to be taken over.
pub(in crate::ui::dialogs) struct ComparePage {
    /// What it was compared with, as the step is named by it.
    source: String,
    /// Whether somebody wrote it by hand, or a disk damaged it.
    is_edited: bool,
    kinds: Vec<ComparedKind>,
    /// What the diary has and a copy of it has not, in words.
    kept: Vec<String>,
}

impl ComparePage {
    /// What a file of the diary's folder holds.
    ///
    /// # Errors
    /// [`CopyError`] if it is no copy that can be read.
    pub(in crate::ui::dialogs) fn of_file(workspace: &Workspace, path: &Path) -> Result<Self, CopyError> {
        let copied = read_copy(path, workspace.vault())?;
        let diary = workspace.diary();
        let days = compare(diary, copied.month, &copied.days);
        let source = copied.name(path);
        let (mut records, mut kept) = (Vec::new(), Vec::new());
        if copied.month.is_none() {
            records = compare_records(diary, &copied.records, workspace.today());
            kept = kept_beside(diary, &copied.records);
        }
        // One thing alone is what somebody came for, and into an empty diary all of it is.
        let is_taken = days.len() + records.len() == 1 || diary.records().next().is_none();
        let kinds = ComparedKind::sorted(days, records, is_taken);
        Ok(Self { source, is_edited: !copied.is_as_written, kinds, kept })
    }

    /// One earlier state of a day.
    pub(in crate::ui::dialogs) fn of_day(workspace: &Workspace, source: String, said: DayRecord) -> Self {
        let days = compare_day(workspace.diary(), said).into_iter().collect();
        Self { source, is_edited: false, kinds: ComparedKind::sorted(days, Vec::new(), true), kept: Vec::new() }
    }

    /// The words for keeping and for taking over.
    fn choices(&self) -> Choices<'static> {
        if self.is_edited {
            [(false, "Keep the old"), (true, "Take mine")]
        } else {
            [(false, "Keep as it is now"), (true, "Bring this back")]
        }
    }

    fn all_ui(&mut self, ui: &mut Ui, choices: &Choices<'_>) {
        let mut each = self.kinds.iter().map(ComparedKind::all_are);
        let first = each.next().flatten();
        let chosen = first.filter(|first| each.all(|other| other == Some(*first)));
        let name = if self.kinds.len() > 1 { "Everything" } else { "All days" };
        ui.horizontal_wrapped(|ui| {
            heading_ui(ui, name);
            if let Some(is_taken) = segmented_ui(ui, name, chosen, choices) {
                self.kinds.iter_mut().for_each(|kind| kind.take_all(is_taken));
            }
        });
    }

    fn taken(&self) -> (Vec<DayRecord>, Vec<Record>) {
        let (mut days, mut records) = (Vec::new(), Vec::new());
        for kind in &self.kinds {
            let (taken_days, taken_records) = kind.taken();
            days.extend(taken_days);
            records.extend(taken_records);
        }
        (days, records)
    }
}

impl Dialog for ComparePage {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        modal::title_ui(ui, "What it says otherwise");
        let differing: usize = self.kinds.iter().map(ComparedKind::len).sum();
        if differing == 0 {
            quiet_ui(ui, &format!("{} says the same as the diary.", capital(&self.source)));
            modal::close_button_ui(ui, ctx.commands);
            return;
        }
        let counted: Vec<String> = self.kinds.iter().map(ComparedKind::counted).collect();
        let (counted, verb) = (all_of(&counted), if differing == 1 { "differs" } else { "differ" });
        let source = capital(&self.source);
        quiet_ui(ui, &format!("{source}: {counted} {verb}. Nothing is changed before you press the button below."));
        if !self.kept.is_empty() {
            quiet_ui(ui, &format!("What it does not hold stays: {}.", all_of(&self.kept)));
        }
        let choices = self.choices();
        if differing > 1 {
            self.all_ui(ui, &choices);
        }
        let has_headings = self.kinds.len() > 1;
        modal::middle_ui(ui, |ui| {
            for kind in &mut self.kinds {
                kind.ui(ui, has_headings, &choices);
            }
        });
        let taken: Vec<_> = self.kinds.iter().map(ComparedKind::taken_count).collect();
        let is_any = taken.iter().any(|(_, count)| *count > 0);
        let words = format!("Take {} over", counted_kinds(taken));
        let is_writable = ctx.workspace.read_only().is_none();
        if Foot::new(&words).enabled(is_any && is_writable).with_cancel_ui(ui, ctx.commands) {
            let (days, records) = self.taken();
            ctx.commands.push(UiCommand::EditAloud(Command::Restore { source: self.source.clone(), days, records }));
            ctx.commands.close_dialog();
        }
    }

    fn has_fields(&self) -> bool {
        false
    }
}
