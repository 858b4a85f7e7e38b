//! One month as a grid of days. The calendar view and the date popup both draw it.

use eframe::egui::{self, Color32, CornerRadius, Id, RichText, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use crate::model::time::Day;
use crate::ui::theme::{Palette, ROUNDING_SMALL, font, size, space, strong_font};
use crate::ui::view_state::WeekStart;

/// Room for the name of a month.
const HEAD_WIDTH: f32 = 132.0;

/// Where the window keeps the day on which weeks begin.
const WEEK_START: &str = "week start";

/// What a day cell shows besides its number.
#[derive(Debug, Clone, Default)]
pub struct DayMark {
    /// Whether anything is logged.
    pub logged: bool,
    /// Words beneath the number, for example a value.
    pub value: Option<String>,
    /// Ground of the cell.
    pub tint: Option<Color32>,
    /// Something that goes on over days: a bar at the left edge.
    pub span: Option<Span>,
    /// A day of a trial: a bar along the upper edge.
    pub trial: Option<TrialDay>,
    /// Whether the skin flared.
    pub flare: bool,
}

/// A day of a trial.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrialDay {
    /// What it is, in words.
    pub words: String,
    /// Whether it is on, filled, or off, outlined; `None` where that must not be told apart.
    pub on: Option<bool>,
}

impl DayMark {
    /// The day and what it shows, as a screen reader says it.
    pub fn spoken(&self, day: Day) -> String {
        let mut words = day.long();
        match (&self.value, self.logged) {
            (Some(value), _) => words += &format!(", {value}"),
            (None, true) => words += ", logged",
            (None, false) => {}
        }
        if self.flare {
            words += ", flare";
        }
        if let Some(span) = self.span {
            words += &format!(", {}", span.words);
        }
        if let Some(trial) = &self.trial {
            words += &format!(", {}", trial.words);
        }
        words
    }
}

/// Something that goes on over days.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    /// What it is, in words.
    pub words: &'static str,
    /// Whether it lies behind and may only linger, which is drawn dotted.
    pub lingers: bool,
}

/// A month to be drawn.
pub struct MonthGrid<'a> {
    /// Any day of the month.
    pub month: Day,
    /// The day that is open.
    pub chosen: Day,
    /// Today.
    pub today: Day,
    /// Days after this one cannot be chosen.
    pub latest: Day,
    /// Size of a cell.
    pub cell: Vec2,
    /// What each day shows.
    pub mark: &'a dyn Fn(Day) -> DayMark,
}

/// Has all months of the window begin their weeks on a day, those in the popups of dates too.
#[expect(clippy::disallowed_methods, reason = "every month of the window reads it, as it reads the theme")]
pub fn begin_weeks_on(ctx: &egui::Context, start: WeekStart) {
    ctx.data_mut(|data| data.insert_temp(Id::unique(WEEK_START), start));
}

#[expect(clippy::disallowed_methods, reason = "see above")]
fn week_start(ctx: &egui::Context) -> WeekStart {
    ctx.data(|data| data.get_temp(Id::unique(WEEK_START))).unwrap_or_default()
}

/// What was done to a month.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Picked {
    /// The day that was clicked.
    pub clicked: Option<Day>,
    /// The day the keyboard is on.
    pub focused: Option<Day>,
}

impl MonthGrid<'_> {
    /// Draws the month; gives the day that was clicked.
    pub fn ui(&self, ui: &mut Ui) -> Option<Day> {
        self.picked_ui(ui).map(|picked| picked.clicked).unwrap_or_default()
    }

    /// Draws the month; gives the day that was clicked and the day the keyboard is on.
    pub fn picked_ui(&self, ui: &mut Ui) -> Option<Picked> {
        let palette = Palette::of(ui);
        let first = Day::from_ymd(self.month.year(), self.month.month(), 1)?;
        let start = first.plus(-week_start(ui.ctx()).days_into_week(first));
        let mut picked = Picked::default();
        ui.spacing_mut().item_spacing = Vec2::splat(2.0);
        ui.horizontal(|ui| {
            for day in (0..7).map(|offset| start.plus(offset)) {
                let name = day.weekday_letters();
                let (rect, _) = ui.allocate_exact_size(egui::vec2(self.cell.x, 18.0), Sense::hover());
                ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, name, font(size::CAPTION), palette.quiet);
            }
        });
        for week in 0..6 {
            let begin = start.plus(7 * week);
            if begin.month() != first.month() && begin > first {
                break;
            }
            ui.horizontal(|ui| {
                for day in (0..7).map(|offset| begin.plus(offset)) {
                    if day.month() == first.month() {
                        self.day_ui(ui, day, &mut picked);
                    } else {
                        ui.allocate_exact_size(self.cell, Sense::hover());
                    }
                }
            });
        }
        Some(picked)
    }

    fn day_ui(&self, ui: &mut Ui, day: Day, picked: &mut Picked) {
        let palette = Palette::of(ui);
        let mark = (self.mark)(day);
        let open = day <= self.latest;
        let (rect, response) = ui.allocate_exact_size(self.cell, if open { Sense::click() } else { Sense::hover() });
        let chosen = day == self.chosen;
        if open {
            response.widget_info(|| WidgetInfo::selected(Role::Button, true, chosen, mark.spoken(day)));
        }
        let radius = CornerRadius::same(ROUNDING_SMALL);
        let ground = if response.hovered() { Some(palette.hover) } else { mark.tint };
        if let Some(ground) = ground {
            ui.painter().rect_filled(rect, radius, ground);
        }
        if let Some(span) = mark.span {
            let (top, bottom) = (rect.left_top() + egui::vec2(2.0, 4.0), rect.left_bottom() + egui::vec2(2.0, -4.0));
            let stroke = Stroke::new(3.0, palette.quiet);
            if span.lingers {
                ui.painter().extend(egui::Shape::dashed_line(&[top, bottom], stroke, 3.0, 4.0));
            } else {
                ui.painter().line_segment([top, bottom], stroke);
            }
        }
        if let Some(trial) = &mark.trial {
            trial_bar(ui, rect, trial);
        }
        if mark.flare {
            flare_mark(ui, rect.shrink(2.0));
        }
        let stroke = if chosen {
            Stroke::new(2.0, palette.accent)
        } else if day == self.today {
            Stroke::new(1.0, palette.outline)
        } else {
            Stroke::NONE
        };
        ui.painter().rect_stroke(rect, radius, stroke, StrokeKind::Inside);
        if ui.memory(|memory| memory.has_focus(response.id)) {
            picked.focused = Some(day);
            super::cell::focus_ring(ui, rect);
        }
        let ink = if open { palette.text } else { palette.outline };
        let face = if day == self.today { strong_font(size::BODY) } else { font(size::BODY) };
        let number = day.day_of_month().to_string();
        if self.cell.y > 40.0 {
            let at = rect.left_top() + egui::vec2(6.0, 4.0);
            ui.painter().text(at, egui::Align2::LEFT_TOP, number, face, ink);
            if let Some(value) = &mark.value {
                let at = rect.center_bottom() - egui::vec2(0.0, 5.0);
                ui.painter().text(at, egui::Align2::CENTER_BOTTOM, value, font(size::BODY), palette.text);
            }
        } else {
            ui.painter().text(rect.center(), egui::Align2::CENTER_CENTER, number, face, ink);
        }
        if mark.logged && mark.value.is_none() {
            ui.painter().circle_filled(rect.center_bottom() - egui::vec2(0.0, 4.0), 2.0, palette.accent);
        }
        if open && response.clicked() {
            picked.clicked = Some(day);
            // The keyboard can go on from there.
            response.request_focus();
        }
    }
}

/// The mark of a day on which the skin flared: a filled corner, at the top right.
pub fn flare_mark(ui: &Ui, rect: egui::Rect) {
    let side = (rect.width().min(rect.height()) * 0.45).min(10.0);
    let corner = rect.right_top();
    let points = vec![corner, corner + egui::vec2(0.0, side), corner - egui::vec2(side, 0.0)];
    ui.painter().add(egui::Shape::convex_polygon(points, Palette::of(ui).text, Stroke::NONE));
}

/// A day of a trial: a bar along the upper edge, filled on a day on, open on a day off, a line where that is not told.
fn trial_bar(ui: &Ui, rect: egui::Rect, trial: &TrialDay) {
    let quiet = Palette::of(ui).quiet;
    let left = rect.left_top() + egui::vec2(26.0, 6.0);
    let bar = egui::Rect::from_min_max(left, rect.right_top() + egui::vec2(-12.0, 11.0));
    let line = Stroke::new(1.0, quiet);
    match trial.on {
        Some(true) => ui.painter().rect_filled(bar, 2, quiet),
        Some(false) => ui.painter().rect_stroke(bar, 2, line, StrokeKind::Inside),
        None => ui.painter().hline(bar.x_range(), bar.center().y, line),
    };
}

/// The row over a month: « ‹ March 2026 › ». Gives the first day of another month if one was asked for.
pub fn month_head_ui(ui: &mut Ui, month: Day, latest: Day) -> Option<Day> {
    let steps =
        [("«", "Year before", -12), ("‹", "Month before", -1), ("›", "Month after", 1), ("»", "Year after", 12)];
    head_ui(ui, (month, &month.month_name()), latest, &steps)
}

/// The row over a year: ‹ 2026 ›. Gives the first day of a month of another year if one was asked for.
pub fn year_head_ui(ui: &mut Ui, month: Day, latest: Day) -> Option<Day> {
    // The first month of the year before and after.
    let january = Day::from_ymd(month.year(), 1, 1)?;
    head_ui(ui, (january, &month.year().to_string()), latest, &[("‹", "Year before", -12), ("›", "Year after", 12)])
}

/// Signs to other months with a name between them; the first half of them lead back.
fn head_ui(ui: &mut Ui, (month, name): (Day, &str), latest: Day, steps: &[(&str, &str, i32)]) -> Option<Day> {
    let mut other = None;
    let of = |months: i32| {
        let count = month.year() * 12 + i32::try_from(month.month()).unwrap_or(1) - 1 + months;
        let number = u32::try_from(count.rem_euclid(12)).unwrap_or(0) + 1;
        Day::from_ymd(count.div_euclid(12), number, 1)
    };
    let mut step = |ui: &mut Ui, (sign, name, months): (&str, &str, i32)| {
        let there = of(months).filter(|first| *first <= latest);
        let button = egui::Button::new(sign).min_size(Vec2::splat(space::CELL));
        if ui.add_enabled(there.is_some(), button).accessible_name(name).on_hover_text(name).clicked() {
            other = there;
        }
    };
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::TIGHT;
        let (before, after) = steps.split_at(steps.len() / 2);
        for way in before {
            step(ui, *way);
        }
        // Where there is little room the name gives way, not the signs after it.
        let signs = after.len() as f32 * (space::CELL + space::TIGHT);
        let wide = HEAD_WIDTH.min(ui.available_width() - signs).max(space::CELL);
        let (rect, _) = ui.allocate_exact_size(egui::vec2(wide, space::CELL), Sense::hover());
        ui.put(rect, egui::Label::new(RichText::new(name).font(strong_font(size::TITLE))).truncate());
        for way in after {
            step(ui, *way);
        }
    });
    other
}
