//! The Axis view: the gut-skin map of the open day, and the pages of its boxes and arrows. The map is worked out when the diary,
//! the insights or the day have changed, and drawn when its width has.

mod arrow_page;
mod box_page;
mod card;
mod map;
mod table;

use std::sync::Arc;

use eframe::egui::{self, Key, Modifiers, Painter, Pos2, RichText, Stroke, Ui};

use super::{View, ViewSpec};
use crate::evidence::axis::{self, Associations, AxisMap, EMPTY};
use crate::model::time::Day;
use crate::report::exportable_figure::ExportableFigure;
use crate::report::figure::axis::{AxisDrawing, AxisPart, Frame, draw};
use crate::ui::command::{Destination, UiCommands};
use crate::ui::context::ViewContext;
use crate::ui::theme::{Palette, size, space, strong_font};
use crate::ui::view_state::ViewId;
use crate::ui::widgets::card::plain_ui;
use crate::ui::widgets::{focus, quiet_ui};

/// The row of this view.
pub(super) const VIEW: ViewSpec = ViewSpec {
    id: ViewId::Axis,
    title: "Axis",
    keys: &[(Modifiers::COMMAND, Key::Num6)],
    icon: boxes_and_arrow,
    new: || Box::new(AxisView::default()),
};

/// Two boxes and the arrow between them.
fn boxes_and_arrow(painter: &Painter, center: Pos2, stroke: Stroke) {
    let at = |x: f32, y: f32| center + egui::vec2(x, y);
    for (x, y) in [(-10.0, -8.0), (3.0, 1.0)] {
        painter.line(vec![at(x, y), at(x + 7.0, y), at(x + 7.0, y + 7.0), at(x, y + 7.0), at(x, y)], stroke);
    }
    painter.line_segment([at(-2.0, -1.0), at(2.0, 2.5)], stroke);
}

/// What the map was worked out from: the state of the diary, the answer of the insights, the day.
type Of = (u64, Option<u64>, Day);

/// What the view remembers.
#[derive(Default)]
struct AxisView {
    map: Option<(Of, Arc<AxisMap>)>,
    drawing: Option<(u32, Drawing)>,
    /// The box or arrow whose page is open.
    page: Option<AxisPart>,
}

/// The drawing of a map at a width.
struct Drawing {
    figure: Arc<ExportableFigure>,
    places: Vec<(AxisPart, Frame)>,
}

/// Where a page leads.
enum GoTo {
    /// Back to the map.
    Map,
    /// To the page of a box or an arrow.
    Part(AxisPart),
}

impl View for AxisView {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        ctx.insights.refresh(ctx.workspace, ctx.wake);
        let map = self.map(ctx);
        if map.is_empty {
            empty_ui(ui, ctx.commands);
            return;
        }
        let area = egui::ScrollArea::both().id_salt(("axis", page_id(self.page.as_ref()))).auto_shrink(false);
        let mut goes_to = None;
        focus::scrolled(ui, area, |ui| {
            ui.set_max_width(ui.available_width() - space::ROW);
            ui.spacing_mut().item_spacing.y = space::ROW;
            let page = self.page.clone();
            goes_to = match page {
                Some(AxisPart::Box(id)) => box_page::box_page_ui(ui, &map, id, ctx),
                Some(AxisPart::Arrow(id)) => arrow_page::arrow_page_ui(ui, &map, id, ctx),
                None => self.map_ui(ui, &map, ctx).map(GoTo::Part),
            };
        });
        match goes_to {
            Some(GoTo::Map) => self.page = None,
            Some(GoTo::Part(part)) => self.page = Some(part),
            None => {}
        }
    }

    fn diary_replaced(&mut self) {
        *self = Self::default();
    }
}

impl AxisView {
    /// The map of the open day.
    fn map(&mut self, ctx: &ViewContext<'_>) -> Arc<AxisMap> {
        let day = ctx.day.min(ctx.workspace.today());
        let answer = ctx.insights.answer();
        let of = (ctx.workspace.revision(), answer.map(|answer| answer.number), day);
        match &self.map {
            Some((known, map)) if *known == of => map.clone(),
            _ => {
                let associations = answer.map(|it| Associations { insights: &it.insights, table: &it.table });
                let map = axis::map(ctx.workspace.diary(), &ctx.workspace.table(), associations, day);
                let map = Arc::new(map);
                self.map = Some((of, map.clone()));
                self.drawing = None;
                map
            }
        }
    }

    /// The map as it is drawn at a width.
    fn drawing(&mut self, map: &AxisMap, width: f32) -> &Drawing {
        // Within a few points of width the kept one is scaled.
        let steps = (width / 8.0).floor().clamp(1.0, 10_000.0);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped")]
        let wide = steps as u32 * 8;
        if self.drawing.as_ref().is_some_and(|(known, _)| *known != wide) {
            self.drawing = None;
        }
        let drawn = || {
            let AxisDrawing { figure, places } = draw(map, steps * 8.0);
            (wide, Drawing { figure: Arc::new(figure), places })
        };
        &self.drawing.get_or_insert_with(drawn).1
    }

    /// Shows the map with its table; gives the part whose page is to be opened.
    fn map_ui(&mut self, ui: &mut Ui, axis_map: &AxisMap, ctx: &mut ViewContext<'_>) -> Option<AxisPart> {
        ui.label(RichText::new(VIEW.title).font(strong_font(size::VIEW)));
        if ctx.insights.progress().is_some() {
            quiet_ui(ui, "Your diary is being searched; what it shows on each path follows.");
            ui.ctx().request_repaint_after(std::time::Duration::from_millis(150));
        }
        let Drawing { figure, places } = self.drawing(axis_map, ui.available_width().min(WIDEST));
        let opened = map::map_ui(ui, axis_map, figure, places, ctx.commands);
        table::table_ui(ui, axis_map);
        opened
    }
}

/// The map is drawn no wider than this: arrows that are too long are no longer followed by the eye.
const WIDEST: f32 = 960.0;

fn page_id(page: Option<&AxisPart>) -> &'static str {
    match page {
        None => "",
        Some(AxisPart::Box(id) | AxisPart::Arrow(id)) => id,
    }
}

/// What will be here, and the one next step.
fn empty_ui(ui: &mut Ui, commands: &mut UiCommands) {
    ui.label(RichText::new(VIEW.title).font(strong_font(size::VIEW)));
    plain_ui(ui, |ui| {
        ui.label(EMPTY);
        if ui.button("Log today").clicked() {
            commands.go(Destination::Forms);
        }
    });
}

/// The head of a page: the way back, its title; gives whether to go back.
fn page_head_ui(ui: &mut Ui, title: &str) -> bool {
    let back = ui.link("‹ The map").clicked();
    ui.add(egui::Label::new(RichText::new(title).font(strong_font(size::VIEW))).wrap());
    back
}

/// A line of a page that stands out.
fn strong_ui(ui: &mut Ui, words: &str) {
    ui.add(egui::Label::new(RichText::new(words).font(strong_font(size::BODY)).color(Palette::of(ui).text)).wrap());
}
