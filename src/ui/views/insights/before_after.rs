//! Before and after: one date of the diary, one outcome, what was different after it. The date is chosen from what somebody
//! entered, never searched for.

use std::sync::Arc;

use eframe::egui::{ComboBox, DragValue, RichText, Ui};

use super::figures::{Figures, Of};
use super::finding_card::caption_ui;
use super::tried;
use crate::analysis::before_after::{
    BeforeAfter, Occasion, OccasionKind, OtherChange, TooLittle, before_after, occasions, what_else, words,
};
use crate::analysis::insights::words::label;
use crate::analysis::trial::words as trial_words;
use crate::columns::DayTable;
use crate::evidence::attempt::Attempt;
use crate::evidence::library;
use crate::model::decision::DecisionId;
use crate::model::time::Day;
use crate::report::figure::step;
use crate::ui::command::UiCommands;
use crate::ui::theme::{Palette, size, space, strong_font};
use crate::ui::widgets::card;
use crate::workspace::Workspace;

/// Days after a change that may be left out.
const MOST_ONSET_DAYS: usize = 28;
/// The outcome chosen at first.
const FIRST_OUTCOME: &str = "redness";

/// What is compared, and the answer to it.
#[derive(Default)]
pub struct BeforeAfterPage {
    chosen: Option<Occasion>,
    outcome: Option<String>,
    onset_days: usize,
    answer: Option<Compared>,
    /// The idea that was tried and is looked back on, while its first day is compared.
    attempt: Option<DecisionId>,
}

/// A comparison and what it was asked.
struct Compared {
    of: (u64, Occasion, String, usize),
    found: Result<BeforeAfter, TooLittle>,
    others: Vec<OtherChange>,
    table: Arc<DayTable>,
    /// Why it is not shown.
    kept_back: Option<String>,
}

impl BeforeAfterPage {
    /// Chooses what happened on a day.
    pub fn choose(&mut self, workspace: &Workspace, day: Day, words: &str) {
        self.attempt = None;
        self.chosen =
            occasions(workspace.diary()).into_iter().find(|found| found.day == day && found.label.starts_with(words));
    }

    /// Chooses the first day of an idea that was tried, and of what was watched the first that has answers.
    pub fn choose_attempt(&mut self, workspace: &Workspace, id: DecisionId) {
        let diary = workspace.diary();
        let Some(attempt) = diary.decision(id).and_then(|decision| Attempt::by(diary, decision)) else { return };
        let start = OccasionKind::Start(attempt.course.id);
        self.chosen = occasions(diary).into_iter().find(|found| found.kind == start);
        let table = workspace.table();
        let answered = outcomes(&table);
        let watched = library::card(attempt.card).and_then(|card| card.try_it.as_ref()).map(|try_it| &try_it.watch);
        let outcome = watched.into_iter().flatten().find(|key| answered.contains(&key.as_str()));
        self.outcome = outcome.cloned().or(self.outcome.take());
        (self.attempt, self.onset_days) = (Some(id), 0);
    }

    /// Shows the page.
    pub fn ui(&mut self, ui: &mut Ui, workspace: &Workspace, figures: &mut Figures, commands: &mut UiCommands) {
        let known = occasions(workspace.diary());
        let Some(last) = known.last() else {
            card::plain_ui(ui, |ui| {
                ui.label(RichText::new("Nothing to compare yet").font(strong_font(size::TITLE)));
                ui.label("Log a course (medicine, cream, diet) or an event. Then the days before and after it can be compared here.");
            });
            return;
        };
        let chosen = self.chosen.clone().filter(|chosen| known.contains(chosen)).unwrap_or_else(|| last.clone());
        let table = workspace.table();
        let outcomes: Vec<&str> = outcomes(&table);
        let first = if outcomes.contains(&FIRST_OUTCOME) { Some(&FIRST_OUTCOME) } else { outcomes.first() };
        let kept = self.outcome.as_deref().filter(|key| outcomes.contains(key));
        let Some(mut outcome) = kept.or(first.copied()).map(str::to_owned) else {
            caption_ui(ui, "No skin or gut answer is logged yet.");
            return;
        };
        let attempt = self.attempt.and_then(|id| workspace.diary().decision(id));
        let attempt = attempt.and_then(|decision| Attempt::by(workspace.diary(), decision));
        let attempt = attempt.filter(|attempt| chosen.kind == OccasionKind::Start(attempt.course.id));
        if let Some(attempt) = attempt {
            tried::tried_ui(ui, &attempt, &mut outcome, (&table, &outcomes));
        }
        let (chosen, outcome) = self.choices_ui(ui, &known, chosen, outcome, (&table, &outcomes));
        self.compare(workspace, &table, &chosen, &outcome);
        self.answer_ui(ui, figures, commands);
        (self.chosen, self.outcome) = (Some(chosen), Some(outcome));
    }

    fn choices_ui(
        &mut self,
        ui: &mut Ui,
        known: &[Occasion],
        mut chosen: Occasion,
        mut outcome: String,
        (table, outcomes): (&DayTable, &[&str]),
    ) -> (Occasion, String) {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing.x = space::ROW;
            ui.label("Was");
            let list = ComboBox::from_id_salt("outcome").selected_text(label(table, &outcome)).show_ui(ui, |ui| {
                for key in outcomes {
                    ui.selectable_value(&mut outcome, (*key).to_owned(), label(table, key));
                }
            });
            list.response.accessible_name("Outcome to compare");
            ui.label("different after");
            let words = |occasion: &Occasion| format!("{}, {}", occasion.label, occasion.day.short());
            let list = ComboBox::from_id_salt("date").width(260.0).selected_text(words(&chosen)).show_ui(ui, |ui| {
                // The latest first.
                for occasion in known.iter().rev() {
                    ui.selectable_value(&mut chosen, occasion.clone(), words(occasion));
                }
            });
            list.response.accessible_name("Date to compare at");
        });
        ui.horizontal_wrapped(|ui| {
            let name = ui.label("Leave out the first days, in which it may only begin to act:");
            let field = DragValue::new(&mut self.onset_days).range(0..=MOST_ONSET_DAYS).suffix(" days");
            ui.add(field).labelled_by(name.id);
        });
        (chosen, outcome)
    }

    fn compare(&mut self, workspace: &Workspace, table: &Arc<DayTable>, chosen: &Occasion, outcome: &str) {
        let of = (workspace.revision(), chosen.clone(), outcome.to_owned(), self.onset_days);
        if self.answer.as_ref().is_some_and(|answer| answer.of == of) {
            return;
        }
        let found = before_after(table, outcome, chosen.day, self.onset_days);
        let others = what_else(workspace.diary(), chosen);
        let trial = workspace
            .diary()
            .trials()
            .find(|trial| trial.is_running(workspace.today()) && trial.looks_at(outcome) && trial.has(chosen.day));
        let kept_back = trial.map(trial_words::not_compared);
        self.answer = Some(Compared { of, found, others, table: table.clone(), kept_back });
    }

    fn answer_ui(&self, ui: &mut Ui, figures: &mut Figures, commands: &mut UiCommands) {
        let Some(answer) = &self.answer else { return };
        let (revision, occasion, outcome, onset) = &answer.of;
        let Some(column) = answer.table.column(outcome) else { return };
        if let Some(words) = &answer.kept_back {
            card::plain_ui(ui, |ui| drop(ui.label(words)));
            return;
        }
        let found = match &answer.found {
            Ok(found) => found,
            Err(missing) => {
                card::plain_ui(ui, |ui| {
                    ui.label(RichText::new("Too little to compare").font(strong_font(size::TITLE)));
                    ui.label(words::too_little(missing, &column.label));
                });
                return;
            }
        };
        card::plain_ui(ui, |ui| {
            for (place, sentence) in words::sentences(found, column, &answer.others).iter().enumerate() {
                let text = RichText::new(sentence);
                ui.label(if place == 1 { text.color(Palette::of(ui).accent) } else { text });
            }
        });
        card::plain_ui(ui, |ui| {
            let about = format!("{outcome} {} {} {onset}", occasion.day, occasion.label);
            let of = Of { answer: *revision, name: "before and after", about };
            let styles = figures.styles().clone();
            figures.ui(ui, of, commands, |width| step::draw(found, &occasion.label, &answer.table, &styles, width));
        });
    }
}

/// Outcomes with any answer.
fn outcomes(table: &DayTable) -> Vec<&str> {
    let found = table.columns.iter().filter(|column| column.is_outcome() && column.answered_days() > 0);
    found.map(|column| column.key.as_str()).collect()
}
