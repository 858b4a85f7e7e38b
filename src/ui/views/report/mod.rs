//! The report: what it is to hold on the left, its pages as they will be printed on the right. Saving, opening and printing begin
//! here.

mod choices;
mod page;
mod photos;

use std::sync::Arc;

use eframe::egui::{self, Button, Key, Modifiers, Painter, Pos2, Rect, RichText, ScrollArea, Stroke, StrokeKind, Ui};

use self::choices::Typed;
use self::page::ShownPage;
use self::photos::ReportPhotoChoice;
use super::{View, ViewSpec};
use crate::analysis::insights::Insights;
use crate::model::stretch::everything;
use crate::report::doctor::ReportRequest;
use crate::ui::command::{Destination, DialogRequest};
use crate::ui::context::ViewContext;
use crate::ui::theme::{size, space, strong_font};
use crate::ui::view_state::{ReportChoices, ViewId};
use crate::ui::widgets::{focus, quiet_ui};
use crate::workspace::Workspace;
use crate::workspace::jobs::insights::InsightsWorker;
use crate::workspace::jobs::report_photos::PhotoPick;
use crate::workspace::jobs::report_preview::ReportPreview;

/// The row of this view.
pub(super) const VIEW: ViewSpec = ViewSpec {
    id: ViewId::Report,
    title: "Report",
    keys: &[(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::P)],
    icon: sheet,
    new: || Box::new(ReportView::default()),
};

/// Width of the choices.
const CHOICES: f32 = 270.0;
/// Width from which the page stands beside the choices.
const SIDE_BY_SIDE: f32 = 580.0;

/// A sheet with lines.
fn sheet(painter: &Painter, center: Pos2, stroke: Stroke) {
    let page = Rect::from_center_size(center, egui::vec2(13.0, 17.0));
    painter.rect_stroke(page, 1, Stroke::new(1.4, stroke.color), StrokeKind::Inside);
    for (y, width) in [(-4.5, 7.0), (-1.0, 7.0), (2.5, 4.0)] {
        let from = center + egui::vec2(-3.5, y);
        painter.line_segment([from, from + egui::vec2(width, 0.0)], Stroke::new(1.3, stroke.color));
    }
}

/// What the pages on the screen were made from.
#[derive(PartialEq, Clone)]
struct MadeFrom {
    revision: u64,
    answer: Option<u64>,
    choices: ReportChoices,
    typed: Typed,
    photos: Vec<PhotoPick>,
}

/// What the view remembers.
#[derive(Default)]
struct ReportView {
    typed: Typed,
    photos: ReportPhotoChoice,
    preview: ReportPreview,
    made_from: Option<MadeFrom>,
    insights: Option<(u64, Arc<Insights>)>,
    shown: ShownPage,
}

impl View for ReportView {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        ctx.insights.refresh(ctx.workspace, ctx.wake);
        self.photos.refresh(ctx.workspace, ctx.wake);
        if self.photos.picker_ui(ui, ctx) {
            return;
        }
        self.ask(ctx);
        let area = ScrollArea::vertical().id_salt("report").auto_shrink(false);
        focus::scrolled(ui, area, |ui| {
            ui.set_max_width(ui.available_width() - space::ROW);
            self.head_ui(ui, ctx);
            quiet_ui(ui, "Page one is read in two minutes; choose what follows it. Nothing leaves this computer.");
            if ui.available_width() < SIDE_BY_SIDE {
                choices::choices_ui(ui, ctx, &mut self.typed, &mut self.photos);
                self.page_ui(ui, ctx);
                return;
            }
            ui.horizontal_top(|ui| {
                ui.vertical(|ui| {
                    ui.set_width(CHOICES);
                    choices::choices_ui(ui, ctx, &mut self.typed, &mut self.photos);
                });
                ui.add_space(space::BETWEEN);
                ui.vertical(|ui| self.page_ui(ui, ctx));
            });
        });
    }

    fn arrive(&mut self, _to: &Destination, _again: bool, _ctx: &mut ViewContext<'_>) {
        self.photos.close();
    }

    fn diary_replaced(&mut self) {
        *self = Self::default();
    }
}

impl ReportView {
    /// Has the pages made anew where what they show has changed.
    fn ask(&mut self, ctx: &mut ViewContext<'_>) {
        let now = MadeFrom {
            revision: ctx.workspace.revision(),
            answer: ctx.insights.answer().map(|answer| answer.number),
            choices: ctx.view.report.clone(),
            typed: self.typed.clone(),
            photos: self.photos.printed().0,
        };
        if self.made_from.as_ref() != Some(&now) {
            let request = self.request(ctx);
            self.preview.ask(ctx.workspace, request, ctx.wake);
            self.made_from = Some(now);
        }
    }

    /// The report as it is chosen now, with what the analysis has found so far.
    fn request(&mut self, ctx: &ViewContext<'_>) -> ReportRequest {
        let choices = &ctx.view.report;
        let (first, last) = period(ctx.workspace, choices.days);
        ReportRequest {
            paper: choices.paper,
            sections: choices.sections.clone(),
            with_flags: choices.with_flags,
            with_notes: choices.with_notes,
            with_safety_answers: choices.with_safety_answers,
            made_up: ctx.workspace.is_made_up(),
            insights: self.insights(ctx.insights),
            who: self.typed.who.clone(),
            questions: self.typed.questions.clone(),
            photos: self.photos.printed().1,
            styles: ctx.view.styles.clone(),
            ..ReportRequest::new(first, last, ctx.workspace.today())
        }
    }

    /// The newest findings, copied once.
    fn insights(&mut self, worker: &InsightsWorker) -> Option<Arc<Insights>> {
        let answer = worker.answer()?;
        if self.insights.as_ref().is_none_or(|(number, _)| *number != answer.number) {
            self.insights = Some((answer.number, Arc::new(answer.insights.clone())));
        }
        self.insights.as_ref().map(|(_, insights)| insights.clone())
    }

    /// The title, and what the view is for: in sight before all there is to choose.
    fn head_ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new("A report for your doctor").font(strong_font(size::VIEW)));
            ui.add_space(space::ROW);
            let hint = "Saves it as PDF or HTML; then it can be opened, shown in its folder, or printed";
            let lacks = self.photos.lacks().map(str::to_owned);
            let button = ui.add_enabled(lacks.is_none(), Button::new("Save, open or print…"));
            let button = button.on_disabled_hover_text(lacks.unwrap_or_default());
            if button.on_hover_text(hint).clicked() {
                let request = self.request(ctx);
                ctx.commands.open(DialogRequest::SaveReport(Box::new(request)));
            }
        });
    }

    fn page_ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        if ctx.insights.answer().is_none() && ctx.insights.progress().is_some() {
            quiet_ui(ui, "What went along with what is still being worked out; it is added when it is there.");
        }
        self.shown.ui(ui, &mut self.preview, ctx.wake);
    }
}

/// First and last day of some days up to today, or of everything.
fn period(workspace: &Workspace, days: Option<i32>) -> (crate::model::time::Day, crate::model::time::Day) {
    let today = workspace.today();
    let earliest = everything(&workspace.diary().stretches()).map_or(today, |(first, _)| first.min(today));
    (days.map_or(earliest, |days| today.plus(1 - days)), today)
}
