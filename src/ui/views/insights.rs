//! The Insights view: what goes along with what, how many days later, how sure, and what could not be told. It is worked out on
//! a thread of its own; while that runs, the old result stays, dimmed.

mod before_after;
mod days_behind;
mod figures;
mod finding_card;
mod finding_page;
mod lag_map;
mod lag_spark;
mod literature;
mod overview;
mod suspects;
mod tried;

use eframe::egui::{self, Key, Modifiers, Painter, Pos2, RichText, Stroke, Ui};

use self::before_after::BeforeAfterPage;
use self::figures::Figures;
use super::{View, ViewSpec};
use crate::ui::command::Destination;
use crate::ui::context::ViewContext;
use crate::ui::theme::{Palette, size, space, strong_font};
use crate::ui::view_state::ViewId;
use crate::ui::widgets::{focus, segmented};
use crate::workspace::jobs::insights::InsightsWorker;

/// The row of this view.
pub(super) const VIEW: ViewSpec = ViewSpec {
    id: ViewId::Insights,
    title: "Insights",
    keys: &[(Modifiers::COMMAND, Key::Num3)],
    icon: lens,
    new: || Box::new(InsightsView::default()),
};

/// A lens.
fn lens(painter: &Painter, center: Pos2, stroke: Stroke) {
    let at = |x: f32, y: f32| center + egui::vec2(x, y);
    painter.circle_stroke(at(-2.0, -1.0), 6.5, stroke);
    painter.line_segment([at(3.0, 4.0), at(9.0, 9.0)], stroke);
}

/// What the view shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Part {
    #[default]
    Patterns,
    BeforeAfter,
}

/// What the view remembers.
#[derive(Default)]
struct InsightsView {
    map_of: Option<String>,
    /// The pair whose page is open.
    page: Option<(String, String)>,
    /// Whether that page lists all its days.
    all_days: bool,
    figures: Figures,
    part: Part,
    before_after: BeforeAfterPage,
}

impl View for InsightsView {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        let ViewContext { workspace, drafts, insights, commands, .. } = ctx;
        self.figures.follow(&ctx.view.styles);
        insights.refresh(workspace, ctx.wake);
        if self.page.is_none() {
            self.head_ui(ui);
        }
        if self.part == Part::BeforeAfter {
            let area = egui::ScrollArea::vertical().id_salt("before and after").auto_shrink(false);
            focus::scrolled(ui, area, |ui| {
                ui.set_max_width(ui.available_width() - space::ROW);
                ui.spacing_mut().item_spacing.y = space::ROW;
                self.before_after.ui(ui, workspace, &mut self.figures, commands);
            });
            return;
        }
        let Some(answer) = insights.answer() else {
            waiting_ui(ui, insights);
            return;
        };
        waiting_ui(ui, insights);
        let page = self.page.as_ref().and_then(|(factor, outcome)| answer.finding((factor, outcome)));
        if let Some(finding) = page
            && finding_page::finding_head_ui(ui, finding, &answer.table)
        {
            (self.page, self.all_days) = (None, false);
            return;
        }
        // The list and each page scroll by themselves.
        let area = egui::ScrollArea::vertical().id_salt(("insights", &self.page)).auto_shrink(false);
        let mut goes_to = None;
        focus::scrolled(ui, area, |ui| {
            if insights.progress().is_some() {
                ui.set_opacity(0.6);
            }
            ui.set_max_width(ui.available_width() - space::ROW);
            ui.spacing_mut().item_spacing.y = space::ROW;
            let figures = &mut self.figures;
            if let Some(finding) = page {
                let all_days = &mut self.all_days;
                finding_page::finding_page_ui(ui, finding, answer, workspace, figures, all_days, (drafts, commands));
            } else {
                goes_to = overview::overview_ui(ui, answer, workspace, &mut self.map_of, figures, commands);
            }
        });
        if goes_to.is_some() {
            (self.page, self.all_days) = (goes_to, false);
        }
    }

    fn arrive(&mut self, to: &Destination, _again: bool, ctx: &mut ViewContext<'_>) {
        if let Destination::Comparison { start, words } = to {
            self.before_after.choose(ctx.workspace, *start, words);
            (self.part, self.page) = (Part::BeforeAfter, None);
        }
        if let Destination::Attempt(id) = to {
            self.before_after.choose_attempt(ctx.workspace, *id);
            (self.part, self.page) = (Part::BeforeAfter, None);
        }
    }

    fn diary_replaced(&mut self) {
        *self = Self::default();
    }
}

impl InsightsView {
    fn head_ui(&mut self, ui: &mut Ui) {
        ui.label(RichText::new(VIEW.title).font(strong_font(size::VIEW)));
        let parts = [(Part::Patterns, "Patterns"), (Part::BeforeAfter, "Before and after")];
        if let Some(part) = segmented::segmented_ui(ui, "Insights", Some(self.part), &parts) {
            self.part = part;
        }
        ui.add_space(space::TIGHT);
    }
}

fn waiting_ui(ui: &mut Ui, insights: &InsightsWorker) {
    let Some(progress) = insights.progress() else { return };
    ui.horizontal(|ui| {
        ui.add(egui::ProgressBar::new(progress).desired_width(220.0));
        let words = if insights.is_behind() {
            "Working it out anew; below is the last result."
        } else {
            "Working it out. You can go on logging."
        };
        ui.label(RichText::new(words).color(Palette::of(ui).quiet));
    });
    ui.ctx().request_repaint_after(std::time::Duration::from_millis(150));
}
