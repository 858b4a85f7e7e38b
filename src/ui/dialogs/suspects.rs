//! Naming suspects: up to six pairs of a factor and an outcome, before looking at what is found.

use eframe::egui::{ComboBox, RichText, Ui};

use crate::analysis::insights::words::{label, lowered};
use crate::columns::{ColumnSpec, DayTable, Role};
use crate::edit::Command;
use crate::model::body_system::BodySystem;
use crate::model::prespecified::{MOST_SUSPECTS, PrespecifiedPair};
use crate::ui::context::ViewContext;
use crate::ui::modal;
use crate::ui::modal::Dialog;
use crate::ui::theme::{Palette, size};
use crate::workspace::Workspace;

/// The list being put together.
#[derive(Debug, Clone)]
pub struct SuspectsDraft {
    pairs: Vec<PrespecifiedPair>,
    /// A pair that is being chosen.
    next: Option<(String, String)>,
}

impl Dialog for SuspectsDraft {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        let ViewContext { workspace, commands, .. } = ctx;
        modal::title_ui(ui, "Suspects");
        modal::quiet_ui(
            ui,
            "Name what you suspect before you look at what is found. A few named pairs are tested by themselves, so that \
             fewer days are enough. Another list than before starts anew: it speaks of the days from today on only.",
        );
        let table = workspace.table();
        if self.pairs.len() < MOST_SUSPECTS {
            self.next_ui(ui, &table);
        } else {
            modal::quiet_ui(
                ui,
                &format!("{MOST_SUSPECTS} pairs are the most: with more, each would need more days again."),
            );
        }
        self.list_ui(ui, &table);
        ui.add_space(8.0);
        let kept = workspace.diary().settings().suspects.as_ref();
        let changed = kept.map_or(!self.pairs.is_empty(), |kept| !kept.are(&self.pairs));
        if modal::foot_ui(ui, "Keep this list", changed, commands) {
            commands.edit(Command::NamePairs { pairs: self.pairs.clone() });
            commands.close_dialog();
        }
    }
}

impl SuspectsDraft {
    /// The list as it is kept.
    pub fn new(workspace: &Workspace) -> Self {
        let kept = workspace.diary().settings().suspects.as_ref();
        Self { pairs: kept.map(|kept| kept.pairs.clone()).unwrap_or_default(), next: None }
    }

    fn list_ui(&mut self, ui: &mut Ui, table: &DayTable) {
        let mut dropped = None;
        for (place, pair) in self.pairs.iter().enumerate() {
            let words = format!("{} and {}", label(table, &pair.factor), lowered(&label(table, &pair.outcome)));
            ui.horizontal(|ui| {
                ui.label(&words);
                if ui.link("take off").on_hover_text(format!("Take off: {words}")).clicked() {
                    dropped = Some(place);
                }
            });
        }
        if let Some(place) = dropped {
            self.pairs.remove(place);
        }
    }

    fn next_ui(&mut self, ui: &mut Ui, table: &DayTable) {
        let factors = keys(table, |column| column.role == Role::Factor || column.is_outcome_of(BodySystem::Gut));
        let outcomes = keys(table, ColumnSpec::is_outcome);
        let (Some(factor), Some(outcome)) = (factors.first(), outcomes.first()) else {
            modal::quiet_ui(ui, "Nothing is logged yet that could be named.");
            return;
        };
        let (mut factor, mut outcome) = self.next.take().unwrap_or_else(|| (factor.clone(), outcome.clone()));
        ui.horizontal_wrapped(|ui| {
            choice_ui(ui, "Factor", &mut factor, &factors, table);
            ui.label("and");
            choice_ui(ui, "Outcome", &mut outcome, &outcomes, table);
            let pair = PrespecifiedPair::new(&factor, &outcome);
            let fits = factor != outcome && !self.pairs.contains(&pair) && is_allowed(table, &factor, &outcome);
            if ui.add_enabled(fits, eframe::egui::Button::new("Add to the list")).clicked() {
                self.pairs.push(pair);
            }
        });
        if !is_allowed(table, &factor, &outcome) {
            let words = "Factors can be held against everything, gut against the skin only.";
            ui.label(RichText::new(words).size(size::CAPTION).color(Palette::of(ui).quiet));
        }
        self.next = Some((factor, outcome));
    }
}

/// Columns with answers whose role fits, in the order of the table.
fn keys(table: &DayTable, fits: impl Fn(&ColumnSpec) -> bool) -> Vec<String> {
    let found = table.columns.iter().filter(|column| fits(column) && column.answered_days() > 0);
    found.map(|column| column.key.clone()).collect()
}

fn is_allowed(table: &DayTable, factor: &str, outcome: &str) -> bool {
    table.column(factor).is_some_and(|column| column.role == Role::Factor)
        || table.column(outcome).is_some_and(|column| column.is_outcome_of(BodySystem::Skin))
}

fn choice_ui(ui: &mut Ui, name: &str, chosen: &mut String, keys: &[String], table: &DayTable) {
    let list = ComboBox::from_id_salt(name).width(180.0).selected_text(label(table, chosen)).show_ui(ui, |ui| {
        for key in keys {
            ui.selectable_value(chosen, key.clone(), label(table, key));
        }
    });
    list.response.accessible_name(format!("{name} you suspect"));
}
