//! The planner: what is switched, what is judged by, designs side by side with what each could find, and the lock before the draw.

use std::sync::Arc;
use std::time::Duration;

use eframe::egui::{self, Label, ProgressBar, RichText, Ui};

use super::Turn;
use super::questions::{factor_ui, outcome_ui};
use super::wish::WishDraft;
use crate::analysis::trial::candidate::{Candidate, SideWay};
use crate::analysis::trial::plan::USUAL_MOST_DAYS;
use crate::analysis::trial::planner::Forecast;
use crate::analysis::trial::{recorded, side_words, words};
use crate::edit::{Command, LATEST_START_DAYS};
use crate::model::trial::TrialDesign;
use crate::model::trial_sides::TrialSides;
use crate::report::exportable_figure::ExportableFigure;
use crate::report::figure::trial as figure;
use crate::ui::command::TrialStart;
use crate::ui::context::ViewContext;
use crate::ui::theme::{Palette, size, space, strong_font};
use crate::ui::widgets::exportable_figure::exportable_figure_ui;
use crate::ui::widgets::{caption_ui, card, day_field, heading_ui, quiet_ui, segmented};
use crate::workspace::Workspace;
use crate::workspace::jobs::trial_plan::{PlanQuestion, TrialPlanner};

/// How long a trial may take.
const MOST_DAYS: [(usize, &str); 3] = [(56, "8 weeks"), (84, "12 weeks"), (USUAL_MOST_DAYS, "16 weeks")];

/// What a plan rests on: the diary, outcome, sides and how they are compared, smallest change, half-life, looks, and how long it may
/// take.
type Asked = (u64, String, (Option<TrialSides>, Option<SideWay>), String, (u8, bool), usize);

/// A trial that is being planned.
pub(super) struct Planner {
    draft: WishDraft,
    most_days: usize,
    /// Whether it is to be looked at on the way.
    looks: bool,
    chosen: Option<Candidate>,
    /// Whether the person chose it, so that another recommendation does not take its place.
    is_chosen: bool,
    job: TrialPlanner,
    /// The diary the question was asked of, and what was asked.
    asked: Option<Asked>,
    /// Why no plan can be made.
    no_plan: Option<String>,
    picture: Option<(TrialDesign, String, Arc<ExportableFigure>)>,
}

impl Planner {
    pub(super) fn new(workspace: &Workspace, start: &TrialStart) -> Self {
        Self {
            draft: WishDraft::new(workspace, start),
            most_days: USUAL_MOST_DAYS,
            looks: false,
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
        card::plain_ui(ui, |ui| factor_ui(ui, &mut self.draft, ctx));
        card::plain_ui(ui, |ui| outcome_ui(ui, &mut self.draft, ctx));
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

    /// Asks for the plan anew where what it rests on has changed.
    fn follow(&mut self, ctx: &ViewContext<'_>) {
        let (draft, workspace) = (&self.draft, ctx.workspace);
        let half_life_days = draft.half_life_days;
        let (sides, side_way) = (draft.sides, draft.side_way());
        let (outcome, smallest) = (draft.outcome.clone(), draft.smallest.clone());
        let looks = self.looks;
        let now = (workspace.revision(), outcome, (sides, side_way), smallest, (half_life_days, looks), self.most_days);
        if self.asked.as_ref() != Some(&now) {
            self.asked = Some(now);
            self.job.cancel();
            (self.chosen, self.is_chosen, self.no_plan) = (None, false, None);
            match (
                PlanQuestion::own_noise(&workspace.table(), &draft.outcome, sides, workspace.today()),
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
                    let (sides, most_days) = (side_way, self.most_days);
                    let question = PlanQuestion { own, smallest_change, half_life_days, sides, looks, most_days };
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
        ui.checkbox(&mut self.looks, "Look on the way, and stop if it is clear or hopeless");
        if self.looks {
            caption_ui(ui, words::LOOKS);
        }
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
        if chosen.is_some_and(|chosen| !chosen.lot.has_orders()) {
            caption_ui(ui, side_words::AT_BEST_POSSIBLE);
        }
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
    let found = 100.0 * forecast.power;
    if !candidate.lot.has_orders() {
        let stretches = side_words::stretches(candidate.design());
        return format!("{} days: {stretches} · sees it in {found:.0} of 100", candidate.days());
    }
    let each = crate::words::count(usize::from(candidate.days_per_period), "day", "days");
    let order = if candidate.in_pairs() { "in pairs" } else { "balanced" };
    let left_out = match candidate.washout {
        0 => "every day counts".to_owned(),
        days => format!("first {days} left out"),
    };
    let mean = if candidate.looks { format!(", in {:.0} days on average", forecast.mean_days) } else { String::new() };
    format!(
        "{} days: {} periods of {each}, {left_out}, {order} · sees it in {found:.0} of 100{mean}",
        candidate.days(),
        candidate.periods,
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
        caption_ui(ui, words::blinding(&planner.draft.outcome));
        ui.add_space(space::TIGHT);
        let can = against.is_empty() && missing.is_none();
        let button = ui.add_enabled(can, egui::Button::new("Lock and draw the order"));
        if button.clicked()
            && let Some(design) = design
        {
            let number = workspace.diary().trials().count() + 1;
            let seed = recorded::seed(&workspace.diary_id(), number, planner.draft.start);
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
