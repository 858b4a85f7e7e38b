//! The planner: what is switched, what is judged by, designs side by side with what each could find, and the lock before the draw.

use std::hash::{BuildHasher, RandomState};
use std::sync::Arc;
use std::time::Duration;

use eframe::egui::{self, Label, ProgressBar, RichText, TextEdit, Ui};

use super::Turn;
use super::wish::{WishDraft, covariates, outcomes, subjects};
use crate::analysis::trial::plan::{Candidate, USUAL_MOST_DAYS};
use crate::analysis::trial::planner::Forecast;
use crate::analysis::trial::{recorded, words};
use crate::edit::{Command, LATEST_START_DAYS};
use crate::evidence::eligible;
use crate::model::trackable::Direction;
use crate::model::trial::TrialDesign;
use crate::report::exportable_figure::ExportableFigure;
use crate::report::figure::trial as figure;
use crate::ui::command::TrialStart;
use crate::ui::context::ViewContext;
use crate::ui::theme::{Palette, size, space, strong_font};
use crate::ui::widgets::exportable_figure::exportable_figure_ui;
use crate::ui::widgets::{caption_ui, card, choice, day_field, heading_ui, quiet_ui, segmented};
use crate::workspace::Workspace;
use crate::workspace::jobs::trial_plan::{PlanQuestion, TrialPlanner};

/// How long a trial may take.
const MOST_DAYS: [(usize, &str); 3] = [(56, "8 weeks"), (84, "12 weeks"), (USUAL_MOST_DAYS, "16 weeks")];

/// Days after which half is gone, in words.
const HALF_LIVES: [(u8, &str); 5] =
    [(0, "the same day"), (1, "after 1 day"), (2, "after 2 days"), (4, "after 4 days"), (8, "after 8 days")];

/// A trial that is being planned.
pub(super) struct Planner {
    draft: WishDraft,
    most_days: usize,
    chosen: Option<Candidate>,
    /// Whether the person chose it, so that another recommendation does not take its place.
    is_chosen: bool,
    job: TrialPlanner,
    /// The diary the question was asked of, and what was asked.
    asked: Option<(u64, String, String, u8, usize)>,
    /// Why no plan can be made.
    no_plan: Option<String>,
    picture: Option<(TrialDesign, String, Arc<ExportableFigure>)>,
}

impl Planner {
    pub(super) fn new(workspace: &Workspace, start: &TrialStart) -> Self {
        Self {
            draft: WishDraft::new(workspace, start),
            most_days: USUAL_MOST_DAYS,
            chosen: None,
            is_chosen: false,
            job: TrialPlanner::default(),
            asked: None,
            no_plan: None,
            picture: None,
        }
    }

    pub(super) fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) -> Option<Turn> {
        let mut turn = None;
        if ui.link("‹ All trials").clicked() {
            turn = Some(Turn::List);
        }
        ui.label(RichText::new("Plan a trial").font(strong_font(size::VIEW)));
        card::plain_ui(ui, |ui| self.factor_ui(ui, ctx));
        card::plain_ui(ui, |ui| self.outcome_ui(ui, ctx));
        self.follow(ctx);
        card::plain_ui(ui, |ui| self.plans_ui(ui, ctx));
        if card_lock_ui(ui, self, ctx) {
            turn = Some(Turn::List);
        }
        turn
    }

    fn design(&self) -> Option<TrialDesign> {
        self.chosen.map(Candidate::design)
    }

    fn factor_ui(&mut self, ui: &mut Ui, ctx: &ViewContext<'_>) {
        heading_ui(ui, "What you switch on and off");
        let draft = &mut self.draft;
        for (name, hint, text) in [
            ("What it is", "for example dairy", &mut draft.name),
            ("Days on", "for example milk or cheese with two meals", &mut draft.on),
            ("Days off", "for example no dairy", &mut draft.off),
        ] {
            ui.label(name);
            let field = TextEdit::singleline(text).hint_text(hint).desired_width(f32::INFINITY);
            ui.add(field).accessible_name(name);
        }
        let table = ctx.workspace.table();
        let known = subjects(ctx.workspace.diary(), &table);
        let chosen = known.iter().position(|(subject, _)| *subject == draft.subject).unwrap_or_default();
        let choices: Vec<(usize, String)> = known.iter().map(|(_, name)| name.clone()).enumerate().collect();
        ui.horizontal_wrapped(|ui| {
            ui.label("In the diary it is");
            if let Some(place) = choice::choice_ui(ui, "In the diary it is", chosen, &choices) {
                let subject = known.get(place).and_then(|(subject, _)| subject.clone());
                draft.choose_subject(ctx.workspace.diary(), subject);
            }
        });
        ui.checkbox(&mut draft.is_eaten, "It is something I eat or drink");
        if eligible::is_gluten(&draft.wish(None)) {
            ui.checkbox(&mut draft.tested, "I was tested for coeliac disease while I ate gluten");
        }
        ui.horizontal_wrapped(|ui| {
            ui.label("Once it is left off, half of what it does is gone");
            let chosen = Some(draft.half_life_days);
            if let Some(days) = segmented::segmented_ui(ui, "How long it acts", chosen, &HALF_LIVES) {
                (draft.half_life_days, draft.half_life_source) = (days, None);
            }
        });
        let source = draft.half_life_source.as_deref().map(|source| format!("{source} Change it if you know better."));
        caption_ui(
            ui,
            source
                .as_deref()
                .unwrap_or("If you do not know, take 2 days: a plan for one day finds little of what lingers."),
        );
    }

    fn outcome_ui(&mut self, ui: &mut Ui, ctx: &ViewContext<'_>) {
        heading_ui(ui, "What it is judged by");
        let table = ctx.workspace.table();
        let known = outcomes(&table);
        if known.is_empty() {
            quiet_ui(ui, "No skin or gut answer is logged yet. Log one for some weeks first.");
            return;
        }
        let draft = &mut self.draft;
        let chosen = known.iter().position(|(key, _)| *key == draft.outcome).unwrap_or_default();
        let choices: Vec<(usize, String)> = known.iter().map(|(_, label)| label.clone()).enumerate().collect();
        ui.horizontal_wrapped(|ui| {
            ui.label("One outcome");
            if let Some((key, _)) = choice::choice_ui(ui, "Main outcome", chosen, &choices).and_then(|at| known.get(at))
            {
                draft.choose_outcome(ctx.workspace.diary(), key.clone());
            }
            let ways = [(Direction::WorseUp, "lower is better"), (Direction::BetterUp, "higher is better")];
            if let Some(way) = segmented::segmented_ui(ui, "Direction", Some(draft.direction), &ways) {
                draft.direction = way;
            }
        });
        ui.horizontal_wrapped(|ui| {
            ui.label("The smallest change that would matter to you");
            ui.add(TextEdit::singleline(&mut draft.smallest).desired_width(60.0)).accessible_name("Smallest change");
            let unit = table.column(&draft.outcome).map(|column| column.quantity().unit.to_owned()).unwrap_or_default();
            ui.label(unit);
        });
        ui.horizontal_wrapped(|ui| {
            ui.label("Watched beside it");
            let others = known.iter().enumerate().filter(|(_, (key, _))| *key != draft.outcome);
            let others: Vec<(usize, String)> = others
                .map(|(at, (key, label))| {
                    (at, if draft.watched.contains(key) { format!("✔ {label}") } else { label.clone() })
                })
                .collect();
            let label = |key: &String| known.iter().find(|(known, _)| known == key).map(|(_, label)| label.as_str());
            let watched: Vec<&str> = draft.watched.iter().filter_map(label).collect();
            ui.label(if watched.is_empty() { "nothing else".to_owned() } else { watched.join(", ") });
            if let Some((key, _)) =
                choice::choice_ui(ui, "Watch another", usize::MAX, &others).and_then(|at| known.get(at))
            {
                draft.watch(key.clone());
            }
        });
        caption_ui(ui, "Up to three others. Only the main outcome is tested; of the others the size is shown.");
        let known = covariates(&table, draft.subject.as_ref());
        ui.horizontal_wrapped(|ui| {
            ui.label("Taken out of it");
            let label = |key: &String| known.iter().find(|(known, _)| known == key).map(|(_, label)| label.as_str());
            let taken: Vec<&str> = draft.covariates.iter().filter_map(label).collect();
            ui.label(if taken.is_empty() { "nothing".to_owned() } else { taken.join(", ") });
            let mark = |key: &String| if draft.covariates.contains(key) { "✔ " } else { "" };
            let choices: Vec<(usize, String)> =
                known.iter().enumerate().map(|(at, (key, label))| (at, format!("{}{label}", mark(key)))).collect();
            if let Some((key, _)) =
                choice::choice_ui(ui, "Take out another", usize::MAX, &choices).and_then(|at| known.get(at))
            {
                draft.take_out(key.clone());
            }
        });
        caption_ui(
            ui,
            "One or two things that move the outcome anyway, such as stress, and that the trial does not change. Taken out, they \
             leave a difference easier to see. Nothing is fine too.",
        );
    }

    /// Asks for the plan anew where what it rests on has changed.
    fn follow(&mut self, ctx: &ViewContext<'_>) {
        let (draft, workspace) = (&self.draft, ctx.workspace);
        let half_life_days = draft.half_life_days;
        let now = (workspace.revision(), draft.outcome.clone(), draft.smallest.clone(), half_life_days, self.most_days);
        if self.asked.as_ref() != Some(&now) {
            self.asked = Some(now);
            self.job.cancel();
            (self.chosen, self.is_chosen, self.no_plan) = (None, false, None);
            match (
                PlanQuestion::own_noise(&workspace.table(), &draft.outcome, workspace.today()),
                draft.smallest_change(),
            ) {
                (None, _) => {
                    self.no_plan = Some(
                        "This outcome is logged on too few days, or never changes, so no plan can be made.".to_owned(),
                    );
                }
                (_, None) => {
                    self.no_plan = Some("Say how large a change would matter to you: a number above 0.".to_owned());
                }
                (Some(own), Some(smallest_change)) => {
                    let question = PlanQuestion { own, smallest_change, half_life_days, most_days: self.most_days };
                    self.job.ask(&question, ctx.wake);
                }
            }
        }
        self.job.refresh();
        let is_chosen = self.is_chosen;
        if let Some(plan) = self.job.plan()
            && !is_chosen
        {
            self.chosen = plan.recommended.and_then(|place| plan.designs.get(place)).map(|(candidate, _)| *candidate);
        }
    }

    fn plans_ui(&mut self, ui: &mut Ui, ctx: &ViewContext<'_>) {
        heading_ui(ui, "Plans side by side");
        ui.horizontal_wrapped(|ui| {
            ui.label("It may take up to");
            if let Some(days) = segmented::segmented_ui(ui, "Longest", Some(self.most_days), &MOST_DAYS) {
                self.most_days = days;
            }
        });
        if let Some(why) = &self.no_plan {
            quiet_ui(ui, why);
            return;
        }
        if let Some(progress) = self.job.progress() {
            let mut stops = false;
            ui.horizontal(|ui| {
                ui.add(ProgressBar::new(progress).desired_width(220.0));
                stops = ui.button("Stop").clicked();
            });
            quiet_ui(ui, "Trials are made up with the way your outcome moves by itself.");
            if stops {
                self.job.cancel();
            }
            ui.ctx().request_repaint_after(Duration::from_millis(100));
            return;
        }
        if self.job.is_stopped() {
            if ui.button("Work the plans out").clicked() {
                self.asked = None;
            }
            return;
        }
        let (most_days, chosen) = (self.most_days, self.chosen);
        let Some(plan) = self.job.plan() else { return };
        let own = plan.own;
        let noise = if own.days == 0 {
            "Too few days are logged to know how it moves by itself, so a usual person's is taken.".to_owned()
        } else {
            format!("Taken from {} logged days of the last 90.", own.days)
        };
        let mut pressed = None;
        for (place, (candidate, forecast)) in plan.designs.iter().enumerate() {
            let mut line = plan_words(*candidate, forecast);
            if plan.recommended == Some(place) {
                line.push_str(" · recommended");
            }
            if ui.radio(chosen == Some(*candidate), line).clicked() {
                pressed = Some(*candidate);
            }
        }
        ui.add(Label::new(RichText::new(plan.why(most_days)).color(Palette::of(ui).accent)).wrap());
        caption_ui(
            ui,
            &format!("{noise} Real trials find a little less, since nobody is as regular as what is made up."),
        );
        if let Some(candidate) = pressed {
            (self.chosen, self.is_chosen) = (Some(candidate), true);
        }
        ui.horizontal_wrapped(|ui| {
            ui.label("First day");
            let today = ctx.workspace.today();
            let latest = today.plus(LATEST_START_DAYS);
            let start = Some(self.draft.start);
            if let Some(Some(day)) = day_field::day_field_ui(ui, "First day", start, today, latest, false) {
                self.draft.start = day.max(today);
            }
        });
    }

    /// The picture of the chosen plan, drawn once.
    fn picture(&mut self, design: TrialDesign, width: f32) -> Arc<ExportableFigure> {
        let about = format!("{} {} {width:.0}", self.draft.name, self.draft.start);
        if let Some((of, words, drawn)) = &self.picture
            && *of == design
            && *words == about
        {
            return drawn.clone();
        }
        let name = if self.draft.name.trim().is_empty() { "one change" } else { self.draft.name.trim() };
        let unknown = vec![None; usize::from(design.periods)];
        let drawn = Arc::new(figure::plan(name, self.draft.start, design, &unknown, width));
        self.picture = Some((design, about, drawn.clone()));
        drawn
    }
}

/// A plan in one line.
fn plan_words(candidate: Candidate, forecast: &Forecast) -> String {
    let each = crate::words::count(candidate.days_per_period, "day", "days");
    let order = if candidate.in_pairs { "in pairs" } else { "balanced" };
    let left_out = match candidate.washout {
        0 => "every day counts".to_owned(),
        days => format!("first {days} left out"),
    };
    format!(
        "{} days: {} periods of {each}, {left_out}, {order} · sees it in {:.0} of 100",
        candidate.days(),
        candidate.periods,
        100.0 * forecast.power
    )
}

/// What stands against it, or the button that locks and draws; gives whether it was pressed.
fn card_lock_ui(ui: &mut Ui, planner: &mut Planner, ctx: &mut ViewContext<'_>) -> bool {
    let (design, workspace) = (planner.design(), ctx.workspace);
    let against = planner.draft.against(workspace, design);
    let missing = planner.draft.missing(design);
    let mut is_locked = false;
    card::plain_ui(ui, |ui| {
        heading_ui(ui, "Lock and draw");
        if let Some(design) = design {
            let width = (ui.available_width() / 8.0).floor() * 8.0;
            exportable_figure_ui(ui, &planner.picture(design, width), ctx.commands);
        }
        if !against.is_empty() {
            ui.label("This is not offered right now:");
            for reason in &against {
                ui.add(Label::new(RichText::new(reason).color(Palette::of(ui).attention)).wrap());
            }
        } else if let Some(missing) = missing {
            quiet_ui(ui, missing);
        }
        quiet_ui(
            ui,
            "What is judged, the plan and the order are fixed now. You can end the trial any day, and answer every day; nothing else \
             changes, so that the result is worth something. Your treatment stays the same, and you change nothing else meanwhile.",
        );
        caption_ui(ui, words::NOT_BLIND);
        ui.add_space(space::TIGHT);
        let can = against.is_empty() && missing.is_none();
        let button = ui.add_enabled(can, egui::Button::new("Lock and draw the order"));
        if button.clicked()
            && let Some(design) = design
        {
            let seed = RandomState::new().hash_one(workspace.revision());
            let drawn = recorded::draw(design, seed).ok();
            let trial = drawn.and_then(|order| planner.draft.trial(design, order, seed, workspace.today()));
            if let Some(trial) = trial {
                ctx.commands.edit(Command::StartTrial { trial: Box::new(trial) });
                is_locked = true;
            }
        }
    });
    is_locked
}
