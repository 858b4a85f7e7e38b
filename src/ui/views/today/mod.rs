//! Today at a glance: skin, gut and what the condition is about; what runs and what comes next; the last note; and once a week the
//! week that is over. An empty diary shows three steps instead.

mod lines;
mod tile_card;
mod week;

use eframe::egui::{self, Key, Modifiers, Painter, Pos2, RichText, Stroke, Ui};

use super::first_start::first_start_ui;
use super::plot::Preview;
use super::{View, ViewSpec};
use crate::model::time::Day;
use crate::report::today::TodaySummary;
use crate::ui::context::ViewContext;
use crate::ui::theme::{size, space, strong_font};
use crate::ui::view_state::{Range, ViewId};
use crate::ui::widgets::focus;
use crate::workspace::Workspace;

/// The row of this view.
pub(super) const VIEW: ViewSpec = ViewSpec {
    id: ViewId::Today,
    title: "Today",
    // The numbers stay with the views that had them before this one came.
    keys: &[(Modifiers::COMMAND, Key::H)],
    icon: sun,
    new: || Box::new(TodayView::default()),
};

/// A sun with its rays.
fn sun(painter: &Painter, center: Pos2, stroke: Stroke) {
    painter.circle_stroke(center, 4.5, stroke);
    for ray in 0..8 {
        let way = egui::Vec2::angled(std::f32::consts::TAU * ray as f32 / 8.0);
        painter.line_segment([center + 7.0 * way, center + 9.5 * way], stroke);
    }
}

/// Narrower than this, the tiles stand below each other.
const SIDE_BY_SIDE: f32 = 480.0;
/// The widest that lines get, for reading.
const WIDE: f32 = 860.0;

/// What the view remembers: the summary, until the diary or the day changes.
#[derive(Default)]
struct TodayView {
    summary: Option<((u64, Day), TodaySummary)>,
    /// Height of the tallest tile, which those beside it share.
    tile_height: f32,
    plot: Preview,
}

impl TodayView {
    fn refresh(&mut self, workspace: &Workspace) {
        let now = (workspace.revision(), workspace.today());
        if self.summary.as_ref().is_none_or(|(of, _)| *of != now) {
            let summary = TodaySummary::new(workspace.diary(), &workspace.table(), workspace.today());
            self.summary = Some((now, summary));
        }
    }
}

impl View for TodayView {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        let workspace = ctx.workspace;
        if workspace.diary().span().is_none() {
            first_start_ui(ui, "Your days will be here", workspace, ctx.commands);
            return;
        }
        self.refresh(workspace);
        let Some((_, summary)) = &self.summary else { return };
        focus::scrolled(ui, egui::ScrollArea::vertical().auto_shrink(false), |ui| {
            ui.set_max_width(ui.available_width().min(WIDE));
            ui.spacing_mut().item_spacing.y = space::ROW;
            ui.label(RichText::new(VIEW.title).font(strong_font(size::VIEW)));
            tiles_ui(ui, summary, &mut self.tile_height, ctx);
            let look = (summary.drawn.as_slice(), Range::Quarter, workspace.today());
            self.plot.ui(ui, workspace, ctx.view, look, ctx.commands);
            if let Some(look_back) = &summary.look_back {
                week::week_ui(ui, look_back, workspace.today(), ctx.view);
            }
            lines::running_ui(ui, &summary.running, ctx.commands);
            if let Some(note) = &summary.note {
                lines::note_ui(ui, note, workspace.today(), ctx.commands);
            }
        });
    }

    fn diary_replaced(&mut self) {
        *self = Self::default();
    }
}

/// The tiles beside each other, as high as the tallest of them was a frame ago, or below each other where there is no room.
fn tiles_ui(ui: &mut Ui, summary: &TodaySummary, height: &mut f32, ctx: &mut ViewContext<'_>) {
    if ui.available_width() < SIDE_BY_SIDE {
        for tile in &summary.tiles {
            tile_card::tile_ui(ui, tile, 0.0, ctx.commands);
        }
        return;
    }
    let mut tallest: f32 = 0.0;
    let count = summary.tiles.len().max(1) as f32;
    let width = ((ui.available_width() - space::INSIDE * (count - 1.0)) / count).floor();
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = space::INSIDE;
        for tile in &summary.tiles {
            let layout = egui::Layout::top_down(egui::Align::Min);
            ui.allocate_ui_with_layout(egui::vec2(width, *height), layout, |ui| {
                ui.set_width(width);
                tallest = tallest.max(tile_card::tile_ui(ui, tile, *height, ctx.commands));
            });
        }
    });
    if (tallest - *height).abs() > 0.5 {
        *height = tallest;
        ui.ctx().request_repaint();
    }
}
