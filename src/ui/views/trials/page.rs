//! The page of one trial: the plan while it runs, without the outcome, and the result once it is over.

use crate::words::capital;
use std::sync::Arc;

use eframe::egui::{Button, Label, RichText, Ui};

use super::{Turn, VIEW};
use crate::analysis::insights::words as findings;
use crate::analysis::trial::error::Inconclusive;
use crate::analysis::trial::look_words;
use crate::analysis::trial::recorded::{AdherenceDays, Judged, judge, look, reading};
use crate::analysis::trial::side_stop::made_worse;
use crate::analysis::trial::side_words;
use crate::analysis::trial::words;
use crate::columns::Column;
use crate::edit::Command;
use crate::evidence::gate::Part;
use crate::evidence::related::{Pair, related};
use crate::evidence::situation::Person;
use crate::model::time::Day;
use crate::model::trial::{Trial, TrialId, TrialStage, TrialSubject};
use crate::report::exportable_figure::ExportableFigure;
use crate::report::figure::trial as figure;
use crate::report::series_style::SeriesStyles;
use crate::ui::command::{DialogRequest, TrialStart};
use crate::ui::context::ViewContext;
use crate::ui::ideas::silence::trials_are_silent;
use crate::ui::theme::{Palette, size, strong_font};
use crate::ui::widgets::exportable_figure::exportable_figure_ui;
use crate::ui::widgets::{caption_ui, card, heading_ui, quiet_ui};
use crate::workspace::Workspace;

type Result = std::result::Result<Judged, Inconclusive>;

/// Results and figures, until the diary, the day or the styles change.
#[derive(Default)]
pub(super) struct Results {
    of: Option<(u64, Day)>,
    styles: SeriesStyles,
    judged: Vec<(TrialId, String, Result)>,
    figures: Vec<(TrialId, u32, Arc<ExportableFigure>)>,
}

impl Results {
    /// Forgets what no longer holds.
    pub(super) fn follow(&mut self, workspace: &Workspace, styles: &SeriesStyles) {
        let now = Some((workspace.revision(), workspace.today()));
        if self.of != now || self.styles != *styles {
            *self = Self { of: now, styles: styles.clone(), ..Self::default() };
        }
    }

    fn judged(&mut self, trial: &Trial, outcome: &str, workspace: &Workspace) -> Result {
        let known = self.judged.iter().find(|(id, key, _)| *id == trial.id && key == outcome);
        if let Some((.., result)) = known {
            return result.clone();
        }
        let result = judge(trial, outcome, &workspace.table(), workspace.today());
        self.judged.push((trial.id, outcome.to_owned(), result.clone()));
        result
    }

    /// The verdict in one line; `None` while a trial runs or its outcome is gone.
    pub(super) fn headline(&mut self, trial: &Trial, workspace: &Workspace) -> Option<String> {
        let judged = self.judged(trial, &trial.outcome, workspace).ok()?;
        let table = workspace.table();
        Some(words::headline(trial, &judged, table.column(&trial.outcome)?))
    }

    fn figure(
        &mut self,
        trial: TrialId,
        width: f32,
        draw: impl FnOnce(&SeriesStyles, f32) -> ExportableFigure,
    ) -> Arc<ExportableFigure> {
        let steps = (width / 8.0).floor().clamp(1.0, 10_000.0);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
        let wide = steps as u32;
        if let Some((.., drawn)) = self.figures.iter().find(|(id, kept, _)| *id == trial && *kept == wide) {
            return drawn.clone();
        }
        let drawn = Arc::new(draw(&self.styles, steps * 8.0));
        self.figures.retain(|(id, ..)| *id != trial);
        self.figures.push((trial, wide, drawn.clone()));
        drawn
    }
}

/// Shows the page.
pub(super) fn page_ui(ui: &mut Ui, id: TrialId, results: &mut Results, ctx: &mut ViewContext<'_>) -> Option<Turn> {
    let (workspace, today) = (ctx.workspace, ctx.workspace.today());
    let trial = workspace.diary().trial(id)?;
    let mut turn = ui.link(format!("‹ All {}", VIEW.title.to_lowercase())).clicked().then_some(Turn::List);
    ui.label(RichText::new(format!("Trial of {}", trial.factor.name)).font(strong_font(size::VIEW)));
    quiet_ui(ui, &capital(&words::standing(trial, today)));
    let is_over = trial.stage(today) == TrialStage::Over;
    let table = workspace.table();
    if is_over {
        match table.column(&trial.outcome) {
            Some(outcome) => result_ui(ui, trial, outcome, results, ctx),
            None => quiet_ui(ui, words::OUTCOME_GONE),
        }
    } else {
        running_ui(ui, trial, results, ctx);
    }
    plan_ui(ui, trial, workspace);
    ui.horizontal_wrapped(|ui| {
        if is_over {
            if ui.button("Repeat it").on_hover_text("Plans the same again, with an order of its own").clicked() {
                turn = Some(Turn::Plan(again(trial)));
            }
            if ui.button("Ask the next question").on_hover_text("Plans another trial with the same outcome").clicked() {
                turn = Some(Turn::Plan(TrialStart { outcome: Some(trial.outcome.clone()), ..TrialStart::default() }));
            }
        } else {
            if ui.button("End it early…").clicked() {
                ctx.commands.open(DialogRequest::EndTrial(id));
            }
            if ui.button("Show the whole order…").clicked() {
                ctx.commands.open(DialogRequest::TrialOrder(id));
            }
        }
        if ui.button("Delete…").clicked() {
            ctx.commands.open(DialogRequest::DeleteTrial(id));
        }
    });
    turn
}

fn again(trial: &Trial) -> TrialStart {
    let factor = &trial.factor;
    TrialStart {
        name: factor.name.to_string(),
        on: factor.on.to_string(),
        off: factor.off.to_string(),
        subject: factor.subject.clone(),
        outcome: Some(trial.outcome.clone()),
    }
}

/// While it runs: today's instruction, what is logged, and no outcome.
fn running_ui(ui: &mut Ui, trial: &Trial, results: &mut Results, ctx: &mut ViewContext<'_>) {
    let (workspace, today) = (ctx.workspace, ctx.workspace.today());
    card::plain_ui(ui, |ui| {
        heading_ui(ui, "Where it stands");
        if let Some(instruction) = trial.instruction(today) {
            ui.label(format!("Today: {instruction}"));
        }
        ui.label(words::adherence(AdherenceDays::of_trial(trial, today)));
        let table = workspace.table();
        let past = |day: &Day| *day <= today && trial.has(*day);
        let days = (0..trial.days()).map(|day| trial.start.plus(i32::try_from(day).unwrap_or(i32::MAX))).filter(past);
        let (over, logged) = days.fold((0, 0), |(over, logged), day| {
            (over + 1, logged + usize::from(reading(trial.sides, &trial.outcome, &table, day).is_some()))
        });
        let name = findings::label(&table, &trial.outcome);
        let both = if trial.sides.is_some() { " for both sides" } else { "" };
        ui.label(format!("{name} is logged{both} on {logged} of {}.", crate::words::count(over, "day", "days")));
        if let Some(place) = made_worse(trial, &table, today) {
            ui.add(Label::new(RichText::new(side_words::made_worse(place)).color(Palette::of(ui).attention)).wrap());
        }
        quiet_ui(ui, words::NO_PEEK);
        if trial.due_look(today).is_some() {
            ui.label(look_words::DUE);
            let writable = workspace.read_only().is_none();
            if ui.add_enabled(writable, Button::new("Take the look")).clicked()
                && let Some(found) = look(trial, &table, today)
            {
                ctx.commands.edit(Command::LookAtTrial { id: trial.id, found });
            }
        }
        let begun = |(days, on): (std::ops::Range<Day>, bool)| (days.start <= today).then_some(on);
        let on: Vec<Option<bool>> = trial.periods().map(begun).collect();
        let drawn = results.figure(trial.id, ui.available_width(), |_, width| {
            figure::plan(trial.factor.name.as_str(), trial.start, trial.design, &on, width)
        });
        exportable_figure_ui(ui, &drawn, ctx.commands);
    });
}

fn plan_ui(ui: &mut Ui, trial: &Trial, workspace: &Workspace) {
    let table = workspace.table();
    card::plain_ui(ui, |ui| {
        heading_ui(ui, "What is fixed");
        for sentence in words::plan(trial, &table) {
            ui.add(Label::new(sentence).wrap());
        }
    });
}

fn result_ui(ui: &mut Ui, trial: &Trial, outcome: &Column, results: &mut Results, ctx: &mut ViewContext<'_>) {
    let workspace = ctx.workspace;
    let judged = match results.judged(trial, &trial.outcome, workspace) {
        Ok(judged) => judged,
        Err(reason) => {
            quiet_ui(ui, &capital(&format!("{reason}.")));
            return;
        }
    };
    card::plain_ui(ui, |ui| {
        ui.add(
            Label::new(RichText::new(words::headline(trial, &judged, outcome)).font(strong_font(size::TITLE))).wrap(),
        );
        for (place, sentence) in words::sentences(trial, &judged, outcome).iter().enumerate() {
            let text = RichText::new(sentence);
            ui.add(Label::new(if place == 0 { text.color(Palette::of(ui).accent) } else { text }).wrap());
        }
        ui.label(words::adherence(AdherenceDays::of_trial(trial, workspace.today())));
        caption_ui(
            ui,
            "The order counts as it was drawn, whatever was kept to: else who skips on bad days would make a difference of it.",
        );
        caption_ui(ui, words::blinding(&trial.outcome));
    });
    card::plain_ui(ui, |ui| {
        let drawn = results.figure(trial.id, ui.available_width(), |styles, width| {
            figure::result(trial, &judged, outcome, styles, width)
        });
        exportable_figure_ui(ui, &drawn, ctx.commands);
    });
    watched_ui(ui, trial, results, workspace);
    beside_ui(ui, trial, &judged, ctx);
}

/// The size of what was watched, without a verdict.
fn watched_ui(ui: &mut Ui, trial: &Trial, results: &mut Results, workspace: &Workspace) {
    if trial.watched.is_empty() {
        return;
    }
    let table = workspace.table();
    card::plain_ui(ui, |ui| {
        heading_ui(ui, "Watched beside it");
        for key in &trial.watched {
            let (Some(column), Ok(judged)) = (table.column(key), results.judged(trial, key, workspace)) else {
                continue;
            };
            ui.add(Label::new(words::watched(trial, &judged, column)).wrap());
        }
        caption_ui(ui, words::WATCHED_UNTESTED);
    });
}

/// What the insights and studies say of the same pair.
fn beside_ui(ui: &mut Ui, trial: &Trial, judged: &Judged, ctx: &mut ViewContext<'_>) {
    let Some(TrialSubject::Column(factor)) = &trial.factor.subject else { return };
    let workspace = ctx.workspace;
    ctx.insights.refresh(workspace, ctx.wake);
    let effect = judged.size.map_or(0.0, |size| size.difference);
    let pair = Pair { factor, outcome: &trial.outcome, effect, lags: (0, 0) };
    let table = workspace.table();
    let person = Person::on(workspace.diary(), workspace.today());
    let studies = related(&table, &person, pair, trials_are_silent(workspace));
    card::plain_ui(ui, |ui| {
        heading_ui(ui, "Beside what else is known");
        match ctx.insights.answer() {
            Some(answer) => match answer.finding((factor, &trial.outcome)) {
                Some(finding) => {
                    ui.label(findings::sentence(finding, &answer.table));
                    caption_ui(
                        ui,
                        "That is what went along with it on all days of the diary; the trial says what the lot switched.",
                    );
                }
                None => {
                    ui.label("Insights has no finding about this pair.");
                }
            },
            None => quiet_ui(ui, "Insights is still being worked out."),
        }
        if studies.is_empty() {
            ui.label("No evidence card speaks of this pair for the conditions you entered.");
        }
        for study in &studies {
            if let Some(say) = study.shown.say() {
                ui.label(say);
            }
            if study.shown.has(Part::Title) {
                ui.label(RichText::new(&study.card.title).font(strong_font(size::BODY)));
            }
            if study.shown.has(Part::Plain) {
                ui.label(&study.card.plain);
            }
        }
    });
}
