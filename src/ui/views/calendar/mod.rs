//! The calendar: a month, or a year of small cells, each day with the answer of any one series and a mark where the skin flared.
//! A click opens the day, takes a copy of another, or fills it in.

mod answers;
mod year;

use eframe::egui::{
    self, Key, Modifiers, Painter, Popup, PopupCloseBehavior, Pos2, Rect, RichText, ScrollArea, Stroke, StrokeKind, Ui,
    Vec2,
};

use self::answers::Answers;
use self::year::Year;
use super::body_over_time::BodyOverTime;
use super::fill::Fill;
use super::series_search::{SeriesSearch, label_of};
use super::{View, ViewSpec};
use crate::model::course::Phase;
use crate::model::time::Day;
use crate::report::series_style::SeriesStyle;
use crate::ui::antibiotics::{Antibiotics, acting_on};
use crate::ui::command::{Destination, UiCommand, UiCommands};
use crate::ui::context::ViewContext;
use crate::ui::theme::{Palette, faded, size, space, strong_font};
use crate::ui::view_state::{ViewId, ViewState};
use crate::ui::widgets::month_grid::{DayMark, MonthGrid, Picked, Span, TrialDay, month_head_ui, year_head_ui};
use crate::ui::widgets::{focus, scene_ink, segmented};
use crate::workspace::Workspace;

const HINT: &str = "Stronger colour: a higher number. A filled corner: a flare. A dot: something else is logged. Click opens \
the day.";

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

/// Narrower than this, the month and what can be done with days have lines of their own.
const ONE_LINE: f32 = 500.0;

/// How much of the calendar is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
enum Extent {
    #[default]
    Month,
    Year,
}

/// What is remembered from frame to frame.
#[derive(Default)]
struct CalendarView {
    extent: Extent,
    /// A day of what is shown, `None` for what holds the open day.
    shown: Option<Day>,
    /// The day the keyboard is on in the year.
    cursor: Option<Day>,
    /// What is being filled in, if anything.
    fill: Option<Fill>,
    /// The day that the next click copies to another.
    copied: Option<Day>,
    answers: Answers,
    search: SeriesSearch,
    antibiotics: Antibiotics,
    body: BodyOverTime,
}

impl View for CalendarView {
    fn ui(&mut self, ui: &mut Ui, ctx: &mut ViewContext<'_>) {
        let ViewContext { workspace, view, day, commands, .. } = ctx;
        view.keep_styles();
        self.head_ui(ui, workspace, view, *day);
        if let Some(days) = self.days(*day).filter(|_| self.fill.is_none())
            && self.body.switched_ui(ui, workspace, ("Days", days), commands)
        {
            return;
        }
        match &mut self.fill {
            Some(fill) => fill.ui(ui, workspace),
            None => self.shown_ui(ui, workspace, view),
        }
        self.copying_ui(ui, workspace.today());
        ui.add_space(space::ROW);
        let area = ScrollArea::vertical().auto_shrink(false);
        focus::scrolled(ui, area, |ui| {
            match &mut self.fill {
                Some(fill) if fill.is_grid() => {
                    let month = self.shown.unwrap_or(*day);
                    fill.grid_ui(ui, workspace, month, commands);
                }
                _ => self.days_ui(ui, workspace, view, *day, commands),
            }
            ui.add_space(space::ROW);
            if self.fill.is_none() && !self.antibiotics.all(workspace).is_empty() {
                quiet_caption_ui(ui, ANTIBIOTICS);
            }
            if self.fill.is_none() && workspace.diary().trials().next().is_some() {
                quiet_caption_ui(ui, TRIALS);
            }
            quiet_caption_ui(ui, self.fill.as_ref().map_or(HINT, Fill::hint));
        });
    }

    /// Goes back to the month of the open day.
    fn day_turned(&mut self) {
        self.shown = None;
        self.cursor = None;
    }

    fn diary_replaced(&mut self) {
        *self = Self::default();
    }
}

impl CalendarView {
    /// Title, extent, which month or year, and what can be done with days.
    fn head_ui(&mut self, ui: &mut Ui, workspace: &Workspace, view: &ViewState, day: Day) {
        let roomy = ui.available_width() >= ONE_LINE;
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new(VIEW.title).font(strong_font(size::VIEW)));
            ui.add_space(space::ROW);
            if self.fill.is_none() {
                let choices = [(Extent::Month, "Month"), (Extent::Year, "Year")];
                if let Some(extent) = segmented::segmented_ui(ui, "Shown", Some(self.extent), &choices) {
                    self.extent = extent;
                }
            }
            if roomy {
                self.time_ui(ui, workspace, day);
                self.tools_ui(ui, workspace, view, day);
            }
        });
        if !roomy {
            ui.horizontal(|ui| self.time_ui(ui, workspace, day));
            ui.horizontal_wrapped(|ui| self.tools_ui(ui, workspace, view, day));
        }
    }

    /// Which month or year, and the ways to others.
    fn time_ui(&mut self, ui: &mut Ui, workspace: &Workspace, day: Day) {
        let (shown, latest) = (self.shown.unwrap_or(day), workspace.today().plus(1));
        let other = match self.extent {
            Extent::Year if self.fill.is_none() => year_head_ui(ui, shown, latest),
            _ => month_head_ui(ui, shown, latest),
        };
        if other.is_some() {
            self.shown = other;
        }
    }

    /// To copying a day, to filling in, and back.
    fn tools_ui(&mut self, ui: &mut Ui, workspace: &Workspace, view: &ViewState, day: Day) {
        let writable = workspace.read_only().is_none();
        if self.fill.is_none() {
            let is_logged = workspace.diary().day_record(day).is_some();
            let button = ui.add_enabled(writable && is_logged, egui::Button::new("Copy this day…"));
            let button = button.on_hover_text(format!("Take over on another day what is logged on {}", day.short()));
            if button.on_disabled_hover_text("Nothing is logged on the open day").clicked() {
                self.copied = Some(day);
            }
        }
        let (words, hint) = match self.fill {
            Some(_) => ("Done", "Back to looking"),
            None => ("Fill in…", "Answer the same things for many days"),
        };
        if ui.add_enabled(writable, egui::Button::new(words)).on_hover_text(hint).clicked() {
            self.copied = None;
            self.fill = match self.fill {
                Some(_) => None,
                None => Fill::new(workspace.diary().catalogue(), Self::key(view)),
            };
        }
    }

    /// What the next click does while a day is being copied, and the way out.
    fn copying_ui(&mut self, ui: &mut Ui, today: Day) {
        let Some(from) = self.copied else { return };
        let escaped = ui.input(|input| input.key_pressed(Key::Escape));
        ui.horizontal_wrapped(|ui| {
            ui.label(format!("Copy {} to which day? Click it. What that day answers itself stays.", from.brief(today)));
            if ui.button("Cancel").clicked() || escaped {
                self.copied = None;
            }
        });
    }

    /// Which series the days show, and the way to another.
    fn shown_ui(&mut self, ui: &mut Ui, workspace: &Workspace, view: &mut ViewState) {
        let key = Self::key(view).map(str::to_owned);
        let mut chosen = None;
        ui.horizontal_wrapped(|ui| {
            ui.label(RichText::new("Each day shows").color(Palette::of(ui).quiet));
            let mut offered = view.series.clone();
            if let Some(key) = key.clone().filter(|key| !offered.contains(key)) {
                offered.insert(0, key);
            }
            for series in offered {
                let style = view.styles.of(&series);
                let label = RichText::new(label_of(workspace, &series));
                if scene_ink::series_button_ui(ui, style, label, key.as_ref() == Some(&series)).clicked() {
                    chosen = Some(series);
                }
            }
            let button = ui.button("Another series").on_hover_text("Any series of the diary");
            let popup = ui.make_persistent_id("series of the calendar");
            if button.clicked() && !Popup::is_id_open(ui.ctx(), popup) {
                self.search.opened();
            }
            Popup::menu(&button).id(popup).close_behavior(PopupCloseBehavior::CloseOnClickOutside).width(320.0).show(
                |ui| {
                    let shown: Vec<String> = key.iter().cloned().collect();
                    if let Some(series) = self.search.ui(ui, workspace, &shown) {
                        chosen = Some(series);
                        ui.close();
                    }
                },
            );
        });
        if chosen.is_some() {
            view.calendar_series = chosen;
        }
    }

    /// Key of the series that is shown.
    fn key(view: &ViewState) -> Option<&str> {
        view.calendar_series.as_deref().or_else(|| view.series.first().map(String::as_str))
    }

    /// First and last day of what is shown.
    fn days(&self, day: Day) -> Option<(Day, Day)> {
        let shown = self.shown.unwrap_or(day);
        if self.extent == Extent::Year && self.fill.is_none() { year_of(shown) } else { month_of(shown) }
    }

    /// The days of the month or the year.
    fn days_ui(&mut self, ui: &mut Ui, workspace: &Workspace, view: &ViewState, day: Day, commands: &mut UiCommands) {
        let (today, latest) = (workspace.today(), workspace.today().plus(1));
        let shown = self.shown.unwrap_or(day);
        let is_year = self.extent == Extent::Year && self.fill.is_none();
        if let (Some(days), Some(key)) = (self.days(day), Self::key(view).map(str::to_owned)) {
            self.answers.look_at(workspace, view, &key, days);
        }
        let palette = Palette::of(ui);
        let table = workspace.table();
        let column = Self::key(view).and_then(|key| table.column(key));
        let beside_outcome = column.is_some_and(|column| column.is_outcome());
        let antibiotics = self.antibiotics.all(workspace);
        let (fill, answers) = (self.fill.as_ref(), &self.answers);
        let mark = |at: Day| {
            if let Some(fill) = fill {
                let tint = |share| tint(palette, view.styles.of(fill.key()), share);
                return fill.mark(workspace, at, tint);
            }
            let logged = workspace.diary().day_record(at).is_some();
            let answer = answers.on(at);
            let tint = answer.as_ref().map(|answer| tint(palette, answer.style, answer.share));
            let span = acting_on(antibiotics, at).map(|phase| match phase {
                Phase::During => Span { words: "antibiotic", lingers: false },
                _ => Span { words: "after an antibiotic", lingers: true },
            });
            let (value, trial) = (answer.map(|answer| answer.words), trial_day(workspace, at, beside_outcome));
            DayMark { logged, value, tint, span, trial, flare: answers.flared(at) }
        };
        let picked = if is_year {
            let year = Year { number: shown.year(), chosen: day, today, latest, mark: &mark };
            Picked { clicked: year.ui(ui, &mut self.cursor), focused: None }
        } else {
            let wide = ((ui.available_width() - 12.0) / 7.0).clamp(30.0, 110.0);
            let tall = ((ui.available_height() - 80.0) / 6.0).clamp(44.0, 90.0);
            let grid = MonthGrid { month: shown, chosen: day, today, latest, cell: Vec2::new(wide, tall), mark: &mark };
            let Some(picked) = grid.picked_ui(ui) else { return };
            picked
        };
        if let Some(fill) = &self.fill {
            fill.picked(ui, workspace, picked, commands);
            return;
        }
        let Some(to) = picked.clicked else { return };
        match self.copied.take() {
            Some(from) if from != to => commands.push(UiCommand::CopyDay { from, to }),
            Some(_) => {}
            None => commands.go(Destination::Day(to)),
        }
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

/// First and last day of a month.
fn month_of(day: Day) -> Option<(Day, Day)> {
    let first = Day::from_ymd(day.year(), day.month(), 1)?;
    let last = (28..=31).rev().find_map(|last| Day::from_ymd(day.year(), day.month(), last))?;
    Some((first, last))
}

/// First and last day of a year.
fn year_of(day: Day) -> Option<(Day, Day)> {
    Some((Day::from_ymd(day.year(), 1, 1)?, Day::from_ymd(day.year(), 12, 31)?))
}

/// A small quiet line that wraps.
fn quiet_caption_ui(ui: &mut Ui, words: &str) {
    ui.add(egui::Label::new(RichText::new(words).size(size::CAPTION).color(Palette::of(ui).quiet)).wrap());
}

/// The ground of a day in the colour of its series, for a share of the axis from 0 to 1.
fn tint(palette: &Palette, style: SeriesStyle, share: f64) -> egui::Color32 {
    faded(palette.series(style), strength(share))
}

/// How strongly a day is tinted, for a share of the axis from 0 to 1, in five steps that the eye can tell apart.
fn strength(share: f64) -> f32 {
    [0.2, 0.4, 0.6, 0.8].iter().filter(|step| share >= **step).fold(0.1, |strength, _| strength + 0.12)
}
