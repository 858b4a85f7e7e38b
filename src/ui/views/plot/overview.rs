//! The brush under the plots: the whole diary as a small curve, and the days in view as a frame on it. A drag over it chooses
//! other days, a drag of the frame moves it, and arrows do the same from the keyboard.

use eframe::egui::accesskit::Action;
use eframe::egui::{
    self, CursorIcon, EventFilter, Key, Pos2, Rangef, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    pos2, vec2,
};

use super::days_shown::{FEWEST_DAYS, sanitized, scaled, window_of};
use super::drawing::Outline;
use super::time_axis::{TimeAxis, in_points};
use crate::ui::theme::{Palette, faded};
use crate::ui::widgets::cell;
use crate::words::Period;

/// Height of the brush.
pub const HEIGHT: f32 = 36.0;
/// How near to an edge of the frame a drag takes hold of it.
const EDGE: f32 = 5.0;
/// Share of the days in view by which an arrow moves, widens or narrows them.
const STEP: f64 = 0.1;

const NAME: &str = "Days in view";
const HOW: &str = "Drag to choose days, or drag the frame. With the keyboard: left and right move it, up and down make it wider \
and narrower, Home and End go to the first and the last days.";

/// What a drag has hold of.
#[derive(Debug, Clone, Copy)]
enum Grip {
    /// New days, from this one on.
    Choose(f64),
    /// The whole frame, at this distance from its first day.
    Move(f64),
    /// The first day; this one stays the last.
    First(f64),
    /// The last day; this one stays the first.
    Last(f64),
}

/// The brush.
#[derive(Default)]
pub struct Overview {
    grip: Option<Grip>,
}

impl Overview {
    /// Shows it; gives the days that were chosen, if any were.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        outline: &Outline,
        window: (f64, f64),
        across: Rangef,
        color: egui::Color32,
    ) -> Option<(f64, f64)> {
        let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEIGHT), Sense::hover());
        let rect = Rect::from_x_y_ranges(across, row.y_range());
        let whole = window_of(outline.days);
        let axis = TimeAxis { room: across, window: (whole.0.min(window.0), whole.1.max(window.1)) };
        let response = ui.interact(rect, ui.make_persistent_id("overview"), Sense::click_and_drag());
        describe(ui, &response, axis, window);
        paint(ui, rect, outline, &axis, window, color);
        if response.has_focus() {
            cell::focus_ring(ui, rect);
        }
        let moved = self.dragged(ui, &response, &axis, window).or_else(|| keys(ui, &response, whole, window));
        response.on_hover_text(HOW);
        moved
    }

    fn dragged(&mut self, ui: &Ui, response: &Response, axis: &TimeAxis, window: (f64, f64)) -> Option<(f64, f64)> {
        let at = response.interact_pointer_pos().or_else(|| response.hover_pos());
        let grip = |at: Pos2, pressed: Pos2| {
            let [left, right] = [window.0, window.1].map(|number| axis.x(number));
            let day = axis.number(pressed.x);
            let everything = right - left > axis.room.span() - 2.0;
            if (pressed.x - left).abs() <= EDGE && !everything {
                Grip::First(window.1)
            } else if (pressed.x - right).abs() <= EDGE && !everything {
                Grip::Last(window.0)
            } else if (left..=right).contains(&pressed.x) && !everything {
                Grip::Move(axis.number(at.x).min(day) - window.0)
            } else {
                Grip::Choose(day)
            }
        };
        if response.hovered()
            && let Some(at) = at
        {
            ui.ctx().set_cursor_icon(match self.grip.unwrap_or_else(|| grip(at, at)) {
                Grip::Choose(_) => CursorIcon::Crosshair,
                Grip::Move(_) => CursorIcon::Grab,
                Grip::First(_) | Grip::Last(_) => CursorIcon::ResizeHorizontal,
            });
        }
        let at = at?;
        if response.drag_started() {
            let pressed = ui.input(|input| input.pointer.press_origin()).unwrap_or(at);
            self.grip = Some(match grip(pressed, pressed) {
                Grip::Move(_) => Grip::Move(axis.number(pressed.x) - window.0),
                other => other,
            });
        }
        if response.clicked() {
            self.grip = None;
            let middle = axis.number(at.x);
            let half = (window.1 - window.0) / 2.0;
            return sanitized((middle - half, middle + half));
        }
        if !response.dragged() {
            self.grip = None;
            return None;
        }
        let day = axis.number(axis.room.clamp(at.x));
        sanitized(match self.grip? {
            Grip::Move(from) => (day - from, day - from + window.1 - window.0),
            Grip::Choose(other) | Grip::First(other) | Grip::Last(other) => {
                let (first, last) = (day.min(other), day.max(other));
                // Whole days, and never fewer than can be read.
                let (first, last) = (first.round() - 0.5, last.round() + 0.5);
                (first, last.max(first + FEWEST_DAYS))
            }
        })
    }
}

/// What the keyboard or a screen reader asks for.
fn keys(ui: &Ui, response: &Response, whole: (f64, f64), window: (f64, f64)) -> Option<(f64, f64)> {
    let wide = window.1 - window.0;
    let step = (wide * STEP).round().max(1.0);
    let moved = |days: f64| {
        // At least one day of the diary stays in view.
        let days = days.clamp(whole.0 - window.1 + 1.0, whole.1 - window.0 - 1.0);
        sanitized((window.0 + days, window.1 + days))
    };
    let asked = |action| ui.input(|input| input.has_accesskit_action_request(response.id, action));
    if asked(Action::Increment) {
        return moved(step);
    }
    if asked(Action::Decrement) {
        return moved(-step);
    }
    if !response.has_focus() {
        return None;
    }
    ui.memory_mut(|memory| {
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
        memory.set_focus_lock_filter(response.id, filter);
    });
    let pressed = |key| ui.input(|input| input.key_pressed(key));
    let middle = f64::midpoint(window.0, window.1);
    if pressed(Key::ArrowLeft) {
        moved(-step)
    } else if pressed(Key::ArrowRight) {
        moved(step)
    } else if pressed(Key::ArrowUp) {
        scaled(window, middle, 1.0 + 2.0 * STEP)
    } else if pressed(Key::ArrowDown) {
        scaled(window, middle, 1.0 / (1.0 + 2.0 * STEP))
    } else if pressed(Key::Home) {
        moved(whole.0 - window.0)
    } else if pressed(Key::End) {
        moved(whole.1 - window.1)
    } else {
        None
    }
}

fn describe(ui: &Ui, response: &Response, axis: TimeAxis, window: (f64, f64)) {
    let shown = TimeAxis { window, ..axis }.shown();
    let words = shown.map(|(first, last)| Period::new(first, last).to_string());
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::Slider, ui.is_enabled(), NAME);
        info.current_text_value.clone_from(&words);
        info
    });
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_description(HOW);
        node.add_action(Action::Increment);
        node.add_action(Action::Decrement);
        if let Some(words) = words {
            node.set_value(words);
        }
    });
}

fn paint(ui: &Ui, rect: Rect, outline: &Outline, axis: &TimeAxis, window: (f64, f64), color: egui::Color32) {
    let palette = Palette::of(ui);
    let painter = ui.painter().with_clip_rect(rect);
    painter.rect_filled(rect, 4, palette.card);
    let room = rect.y_range().shrink(5.0);
    for run in &outline.runs {
        let at = |point: &(f64, f64)| pos2(axis.x(point.0), room.max - in_points(point.1) * room.span());
        let points: Vec<Pos2> = run.iter().map(at).collect();
        match points.as_slice() {
            [one] => drop(painter.circle_filled(*one, 1.0, faded(color, 0.8))),
            _ => drop(painter.line(points, Stroke::new(1.0, faded(color, 0.8)))),
        }
    }
    let [left, right] = [window.0, window.1].map(|number| rect.x_range().clamp(axis.x(number)));
    let chosen = Rect::from_x_y_ranges(left..=right.max(left + 2.0), rect.y_range());
    for beside in [rect.with_max_x(chosen.left()), rect.with_min_x(chosen.right())] {
        if beside.width() > 0.0 {
            painter.rect_filled(beside, 0, faded(palette.window, 0.65));
        }
    }
    painter.rect(chosen, 3, faded(palette.accent, 0.08), Stroke::new(1.5, palette.accent), StrokeKind::Inside);
    painter.rect_stroke(rect, 4, Stroke::new(1.0, palette.faint), StrokeKind::Inside);
}
