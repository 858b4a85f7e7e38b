//! Trials: what runs, what is over, and the planner of a new one.

mod page;
mod planner;
mod questions;
mod wish;

use eframe::egui::{self, Key, Modifiers, Painter, Pos2, RichText, Stroke, Ui};

use self::page::Results;
use self::planner::Planner;
use super::{View, ViewSpec};
use crate::analysis::trial::words;
use crate::model::trial::{Trial, TrialId, TrialStage};
use crate::ui::command::{Destination, TrialStart};
use crate::ui::context::ViewContext;
use crate::ui::theme::{Palette, size, space, strong_font};
use crate::ui::view_state::ViewId;
use crate::ui::widgets::{caption_ui, card, focus, quiet_ui};

/// The row of this view.
pub(super) const VIEW: ViewSpec = ViewSpec {
    id: ViewId::Trials,
    title: "Trials",
    keys: &[(Modifiers::COMMAND, Key::Num7)],
    icon: switches,
    new: || Box::new(TrialsView::default()),
};

/// Blocks that are on and off in turn.
fn switches(painter: &Painter, center: Pos2, stroke: Stroke) {
    for (place, on) in [true, false, false, true].into_iter().enumerate() {
        let corner = center + egui::vec2(place as f32 * 5.5 - 11.0, if on { -6.0 } else { 0.0 });
        let block = egui::Rect::from_min_size(corner, egui::vec2(4.5, 6.0));
        if on {
            painter.rect_filled(block, 0, stroke.color);
        } else {
            painter.rect_stroke(block, 0, Stroke::new(1.2, stroke.color), egui::StrokeKind::Inside);
        }
    }
}

/// What is shown.
#[derive(Default)]
enum Shown {
    /// All trials.
    #[default]
    List,
    /// One of them.
    Opened(TrialId),
    /// A new one.
    Planner(Box<Planner>),
}

/// Where a press leads.
enum Turn {
    List,
    Open(TrialId),
    Plan(TrialStart),
}

/// What the view remembers.
#[derive(Default)]
struct TrialsView {
    shown: Shown,
    results: Results,
}

impl View for TrialsView {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        self.results.follow(ctx.workspace, &ctx.view.styles);
        if let Shown::Opened(id) = self.shown
            && ctx.workspace.diary().trial(id).is_none()
        {
            self.shown = Shown::List;
        }
        let Self { shown, results } = self;
        let salt = match shown {
            Shown::List => 0,
            Shown::Opened(id) => u64::from(id.0) + 2,
            Shown::Planner(_) => 1,
        };
        let area = egui::ScrollArea::vertical().id_salt(("trials", salt)).auto_shrink(false);
        let mut turn = None;
        focus::scrolled(ui, area, |ui| {
            ui.set_max_width(ui.available_width() - space::ROW);
            ui.spacing_mut().item_spacing.y = space::ROW;
            turn = match shown {
                Shown::List => list_ui(ui, results, ctx),
                Shown::Opened(id) => page::page_ui(ui, *id, results, ctx),
                Shown::Planner(planner) => planner.ui(ui, ctx),
            };
        });
        match turn {
            Some(Turn::List) => *shown = Shown::List,
            Some(Turn::Open(id)) => *shown = Shown::Opened(id),
            Some(Turn::Plan(start)) => *shown = Shown::Planner(Box::new(Planner::new(ctx.workspace, &start))),
            None => {}
        }
    }

    fn arrive(&mut self, to: &Destination, again: bool, ctx: &mut ViewContext<'_>) {
        match to {
            Destination::PlanTrial(start) => {
                self.shown = Shown::Planner(Box::new(Planner::new(ctx.workspace, start)));
            }
            Destination::Trial(id) => self.shown = Shown::Opened(*id),
            // A second press of the sign leads back to the list, but a plan that is being made stays.
            _ if again && matches!(self.shown, Shown::Opened(_)) => self.shown = Shown::List,
            _ => {}
        }
    }

    fn diary_replaced(&mut self) {
        *self = Self::default();
    }
}

fn list_ui(ui: &mut Ui, results: &mut Results, ctx: &mut ViewContext<'_>) -> Option<Turn> {
    let (workspace, today) = (ctx.workspace, ctx.workspace.today());
    let mut turn = None;
    ui.horizontal(|ui| {
        ui.label(RichText::new(VIEW.title).font(strong_font(size::VIEW)));
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            if ui.button("Plan a trial…").clicked() {
                turn = Some(Turn::Plan(TrialStart::default()));
            }
        });
    });
    quiet_ui(
        ui,
        "The rest of the diary says what goes along with what. In a trial you switch one thing on and off, in an order drawn by \
         lot, so that only it and chance can make the days differ.",
    );
    let trials: Vec<&Trial> = workspace.diary().trials().collect();
    let (open, over): (Vec<&Trial>, Vec<&Trial>) =
        trials.into_iter().rev().partition(|trial| trial.stage(today) != TrialStage::Over);
    for (title, trials) in [("Running and planned", open), ("Over", over)] {
        if trials.is_empty() {
            continue;
        }
        ui.label(RichText::new(title).font(strong_font(size::TITLE)));
        for trial in trials {
            ui.push_id(trial.id.0, |ui| {
                card::plain_ui(ui, |ui| {
                    let name = RichText::new(format!("Trial of {}", trial.factor.name)).font(strong_font(size::BODY));
                    if ui.link(name).clicked() {
                        turn = Some(Turn::Open(trial.id));
                    }
                    caption_ui(ui, &words::standing(trial, today));
                    if trial.stage(today) == TrialStage::Over
                        && let Some(headline) = results.headline(trial, workspace)
                    {
                        ui.label(RichText::new(headline).color(Palette::of(ui).accent));
                    }
                });
            });
        }
    }
    turn
}
