//! The calendar: a month at a time, each day with the answer of one series. A click opens the day, or fills it in.

use eframe::egui::{self, Key, Modifiers, Painter, Pos2, Rect, RichText, Stroke, StrokeKind, Ui, Vec2};

use super::body_over_time::BodyOverTime;
use super::fill::{self, Fill};
use super::{View, ViewSpec};
use crate::model::course::Phase;
use crate::model::time::Day;
use crate::report::chart::{ChartModel, ChartRequest};
use crate::report::series_style::SeriesStyle;
use crate::ui::antibiotics::{Antibiotics, acting_on};
use crate::ui::command::{Destination, UiCommand, UiCommands};
use crate::ui::context::ViewContext;
use crate::ui::theme::{Palette, faded, size, space, strong_font};
use crate::ui::view_state::{ViewId, ViewState};
use crate::ui::widgets::month_grid::{DayMark, MonthGrid, Span, TrialDay, month_head_ui};
use crate::ui::widgets::{caption_ui, scene_ink};
use crate::workspace::Workspace;

const HINT: &str =
    "Stronger colour: a higher number. A dot: something else is logged. Click opens the day on the left.";

const ANTIBIOTICS: &str = "A bar at the left: an antibiotic. Dotted: the days after one in which it may still act.";

const TRIALS: &str = "A bar at the top: a trial, filled on days on, open on days off. A line: a trial that runs, beside an outcome \
                      not told apart until it is over.";

/// The row of this view.
pub(super) const VIEW: ViewSpec = ViewSpec {
    id: ViewId::Calendar,
    title: "Calendar",
    keys: &[(Modifiers::COMMAND, Key::Num2)],
    icon: sheet,
    new: || Box::new(CalendarView::default()),
};

/// A sheet with a head and three days.
fn sheet(painter: &Painter, center: Pos2, stroke: Stroke) {
    let at = |x: f32, y: f32| center + egui::vec2(x, y);
    let rect = Rect::from_center_size(at(0.0, 1.0), Vec2::new(18.0, 16.0));
    painter.rect_stroke(rect, 3, stroke, StrokeKind::Inside);
    painter.line_segment([at(-9.0, -2.0), at(9.0, -2.0)], stroke);
    for x in [-4.0, 0.0, 4.0] {
        painter.circle_filled(at(x, 3.0), 1.2, stroke.color);
    }
}

/// Which month is shown, `None` for the month of the open day, and what is being filled in, if anything.
#[derive(Default)]
struct CalendarView {
    month: Option<Day>,
    fill: Option<Fill>,
    antibiotics: Antibiotics,
    body: BodyOverTime,
}

impl View for CalendarView {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        let ViewContext { workspace, view, day, commands, .. } = ctx;
        view.keep_styles();
        let month = self.month.unwrap_or(*day);
        let latest = workspace.today().plus(1);
        ui.horizontal(|ui| {
            ui.label(RichText::new(VIEW.title).font(strong_font(size::VIEW)));
            ui.add_space(space::BETWEEN);
            if let Some(other) = month_head_ui(ui, month, latest) {
                self.month = Some(other);
            }
            self.fill_button_ui(ui, workspace, view);
        });
        if self.fill.is_none() && self.body.switched_ui(ui, workspace, ("Days", days_of(month)), commands) {
            return;
        }
        match &mut self.fill {
            Some(fill) => fill.ui(ui, workspace),
            None => shown_ui(ui, workspace, view),
        }
        ui.add_space(space::ROW);
        self.grid_ui(ui, workspace, view, (month, *day), commands);
        ui.add_space(space::ROW);
        if self.fill.is_none() && !self.antibiotics.all(workspace).is_empty() {
            caption_ui(ui, ANTIBIOTICS);
        }
        if self.fill.is_none() && workspace.diary().trials().next().is_some() {
            caption_ui(ui, TRIALS);
        }
        let words = if self.fill.is_some() { fill::HINT } else { HINT };
        ui.add(egui::Label::new(RichText::new(words).size(size::CAPTION).color(Palette::of(ui).quiet)).wrap());
    }

    /// Goes back to the month of the open day.
    fn day_turned(&mut self) {
        self.month = None;
    }

    fn diary_replaced(&mut self) {
        *self = Self::default();
    }
}

/// What a day is of a trial, up to today: on or off, or neither where that would show its result early.
fn trial_day(workspace: &Workspace, day: Day, beside_outcome: bool) -> Option<TrialDay> {
    let today = workspace.today();
    let trial = workspace.diary().trials().find(|trial| trial.has(day) && day <= today)?;
    let on = trial.is_on(day).filter(|_| trial.tells_periods(beside_outcome, today));
    let words = match on {
        Some(_) => format!("trial: {}", trial.instruction(day)?),
        None => format!("trial of {}", trial.factor.name),
    };
    Some(TrialDay { words, on })
}

impl CalendarView {
    /// To filling in and back.
    fn fill_button_ui(&mut self, ui: &mut Ui, workspace: &Workspace, view: &ViewState) {
        let writable = workspace.read_only().is_none();
        ui.with_layout(egui::Layout::right_to_left(egui::Align::Center), |ui| {
            let (words, hint) = match self.fill {
                Some(_) => ("Done", "Back to looking"),
                None => ("Fill in…", "Answer one thing for many days"),
            };
            if ui.add_enabled(writable, egui::Button::new(words)).on_hover_text(hint).clicked() {
                self.fill = match self.fill {
                    Some(_) => None,
                    None => Fill::new(workspace.diary().catalogue(), view.series.first().map(String::as_str)),
                };
            }
        });
    }

    fn grid_ui(
        &mut self,
        ui: &mut Ui,
        workspace: &Workspace,
        view: &ViewState,
        (month, day): (Day, Day),
        commands: &mut UiCommands,
    ) {
        let (today, latest) = (workspace.today(), workspace.today().plus(1));
        let chart = month_chart(workspace, view, month).filter(|_| self.fill.is_none());
        let palette = Palette::of(ui);
        let table = workspace.table();
        let shown = chart.as_ref().and_then(|chart| table.column(&chart.panels.first()?.key));
        let beside_outcome = shown.is_some_and(|column| column.is_outcome());
        let antibiotics = self.antibiotics.all(workspace);
        let mark = |at: Day| {
            if let Some(fill) = &self.fill {
                let tint = |share| tint(palette, view.styles.of(fill.key()), share);
                return fill.mark(workspace, at, tint);
            }
            let logged = workspace.diary().day_record(at).is_some();
            let panel = chart.as_ref().and_then(|chart| chart.panels.first());
            let index = chart.as_ref().and_then(|chart| usize::try_from(at.days_since(chart.first)).ok());
            let value = panel.zip(index).and_then(|(panel, index)| panel.values.get(index).copied().flatten());
            let tint = panel.zip(value).map(|(panel, value)| {
                let (low, high) = panel.ends();
                tint(palette, panel.style, (value - low) / (high - low))
            });
            let span = acting_on(antibiotics, at).map(|phase| match phase {
                Phase::During => Span { words: "antibiotic", lingers: false },
                _ => Span { words: "after an antibiotic", lingers: true },
            });
            let value = panel.zip(value).map(|(panel, value)| panel.show(value));
            DayMark { logged, value, tint, span, trial: trial_day(workspace, at, beside_outcome) }
        };
        let wide = ((ui.available_width() - 12.0) / 7.0).clamp(44.0, 110.0);
        let tall = ((ui.available_height() - 80.0) / 6.0).clamp(44.0, 90.0);
        let grid = MonthGrid { month, chosen: day, today, latest, cell: Vec2::new(wide, tall), mark: &mark };
        let Some(picked) = grid.picked_ui(ui) else { return };
        match &self.fill {
            Some(fill) => fill.picked(ui, workspace, picked, commands),
            None => commands.0.extend(picked.clicked.map(|day| UiCommand::Go(Destination::Day(day)))),
        }
    }
}

/// First and last day of the month of a day.
fn days_of(day: Day) -> (Day, Day) {
    let first_of = |day: Day| Day::from_ymd(day.year(), day.month(), 1).unwrap_or(day);
    let first = first_of(day);
    (first, first_of(first.plus(31)).plus(-1))
}

/// Which series the days show.
fn shown_ui(ui: &mut Ui, workspace: &Workspace, view: &mut ViewState) {
    ui.horizontal_wrapped(|ui| {
        let words = if view.series.is_empty() {
            "Choose series in the plot to see their answers here."
        } else {
            "Each day shows"
        };
        ui.label(RichText::new(words).color(Palette::of(ui).quiet));
        let table = workspace.table();
        for (index, key) in view.series.clone().into_iter().enumerate() {
            let label = table.column(&key).map_or(key.clone(), |column| column.label.clone());
            let style = view.styles.of(&key);
            if scene_ink::series_button_ui(ui, style, RichText::new(label), index == 0).clicked() && index > 0 {
                let key = view.series.remove(index);
                view.series.insert(0, key);
            }
        }
    });
}

/// The ground of a day in the colour of its series, for a share of the axis from 0 to 1.
fn tint(palette: &Palette, style: SeriesStyle, share: f64) -> egui::Color32 {
    faded(palette.series(style), strength(share))
}

fn month_chart(workspace: &Workspace, view: &ViewState, month: Day) -> Option<ChartModel> {
    let first = Day::from_ymd(month.year(), month.month(), 1)?;
    let key = view.series.first()?.as_str();
    let styles = view.styles.clone();
    let request = ChartRequest { styles, ..ChartRequest::new(&[key], first, first.plus(30), workspace.today()) };
    ChartModel::new(workspace.diary(), &workspace.table(), &request).ok()
}

/// How strongly a day is tinted, for a share of the axis from 0 to 1, in five steps that the eye can tell apart.
fn strength(share: f64) -> f32 {
    [0.2, 0.4, 0.6, 0.8].iter().filter(|step| share >= **step).fold(0.1, |strength, _| strength + 0.12)
}
