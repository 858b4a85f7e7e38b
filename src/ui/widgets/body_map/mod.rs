//! The body map: the front, the back and the face, whose places are chosen by pointer, keyboard or screen reader. Several can be
//! chosen at once: what is answered then is about all of them.

#![allow(clippy::cast_possible_truncation, reason = "what is drawn needs no more than the digits of a pixel")]

mod list;
mod preview;
mod spots;

use eframe::egui::{
    self, Color32, EventFilter, Key, Mesh, Pos2, Rect, Response, Role, Sense, Shape, Stroke, Ui, Vec2, WidgetInfo,
};

use self::list::list_ui;
pub use self::preview::preview_ui;
use self::spots::{Spot, spots, towards, under};
use super::cell;
use crate::model::body_map::{BodyMap, MapPoint, MapView};
use crate::model::region::Region;
use crate::ui::theme::{Palette, faded, font, size};

/// Height of the drawing in points.
const HEIGHT: f32 = 420.0;
/// Width of the list beside it, and its height where it stands below.
const LIST: f32 = 180.0;
const LIST_BELOW: f32 = 132.0;
/// Seconds after which what is typed is another name.
const PAUSE: f64 = 1.2;
/// Room below it for the name of the place.
const NAME: f32 = 20.0;
/// How far beside a place a press still means it, in points.
const REACH: f32 = 12.0;

/// How the map is looked at.
#[derive(Debug, Clone, PartialEq)]
pub struct BodyMapState {
    /// Number of the view.
    view: usize,
    /// Where the keyboard is.
    current: Option<Region>,
    /// Whether parts of arms, legs and back are places of their own.
    pub finer: bool,
    /// Whether it is drawn as in a mirror: our right is then the person's right.
    pub is_mirrored: bool,
    /// What was typed of a name while the keyboard was on the map, and when the last letter was, in seconds.
    typed: (String, f64),
    /// What the list is filtered by.
    sought: String,
}

impl Default for BodyMapState {
    fn default() -> Self {
        // The face comes last in the file and is what most people log place by place.
        let view = BodyMap::shipped().views().len().saturating_sub(1);
        Self {
            view,
            current: None,
            finer: false,
            is_mirrored: false,
            typed: (String::new(), 0.0),
            sought: String::new(),
        }
    }
}

/// What is logged for a place: how bad it is from 0 to 1, and in words.
pub struct LoggedPlace {
    /// The place.
    pub region: Region,
    /// From 0, no sign, to 1, the worst.
    pub strength: f64,
    /// For example `redness 3 of 4`.
    pub words: String,
}

/// Where a view lies on the screen.
#[derive(Clone, Copy)]
struct Frame {
    area: Rect,
    is_mirrored: bool,
}

impl Frame {
    fn to_screen(self, (x, y): MapPoint) -> Pos2 {
        let x = if self.is_mirrored { 1.0 - x } else { x };
        self.area.lerp_inside(egui::vec2(x, y))
    }

    fn to_map(self, at: Pos2) -> MapPoint {
        let inside = (at - self.area.min) / self.area.size();
        (if self.is_mirrored { 1.0 - inside.x } else { inside.x }, inside.y)
    }
}

/// What the views are called, in the order of the file.
const TITLES: [&str; 3] = ["Front", "Back", "Face"];

/// Shows the map with its list, and changes what is chosen. The list stands beside the picture where there is room.
pub fn body_map_ui(ui: &mut Ui, state: &mut BodyMapState, chosen: &mut Vec<Region>, logged: &[LoggedPlace]) {
    let aspect = BodyMap::shipped().views().get(state.view).map_or(1.0, |view| view.aspect);
    let beside = ui.available_width() - HEIGHT * aspect - LIST;
    if beside > 0.0 {
        ui.horizontal_top(|ui| {
            let wide = ui.available_width() - LIST;
            ui.vertical(|ui| {
                ui.set_width(wide);
                picture_ui(ui, state, chosen, logged);
            });
            ui.vertical(|ui| list_ui(ui, state, chosen, logged, HEIGHT));
        });
    } else {
        picture_ui(ui, state, chosen, logged);
        list_ui(ui, state, chosen, logged, LIST_BELOW);
    }
}

fn picture_ui(ui: &mut Ui, state: &mut BodyMapState, chosen: &mut Vec<Region>, logged: &[LoggedPlace]) {
    let views = BodyMap::shipped().views();
    ui.horizontal_wrapped(|ui| {
        for (number, name) in TITLES.iter().enumerate().take(views.len()) {
            if ui.selectable_label(state.view == number, *name).clicked() {
                state.view = number;
            }
        }
        ui.checkbox(&mut state.finer, "Finer places");
        ui.checkbox(&mut state.is_mirrored, "As in a mirror");
    });
    let Some(view) = views.get(state.view) else { return };
    let spots = spots(view, state.finer);
    let size = Vec2::new(HEIGHT * view.aspect, HEIGHT);
    let (rect, area) =
        ui.allocate_exact_size(Vec2::new(ui.available_width().max(size.x), HEIGHT + NAME), Sense::click_and_drag());
    let middle = rect.center() - egui::vec2(0.0, NAME / 2.0);
    let frame = Frame { area: Rect::from_center_size(middle, size), is_mirrored: state.is_mirrored };
    let name = format!("Body map, {}. Arrows move, Space chooses, M takes the other side too.", view.name);
    area.widget_info(|| WidgetInfo::labeled(Role::Group, ui.is_enabled(), &name));
    if !spots.iter().any(|spot| Some(spot.region) == state.current) {
        state.current = spots.first().map(|spot| spot.region);
    }
    point(&area, frame, &spots, view, state, chosen);
    if area.has_focus() {
        keys(ui, &area, &spots, view, state, chosen);
    }
    figure_ui(ui, frame, view);
    let mut named = area.hover_pos().and_then(|at| under(&spots, frame.to_map(at), view.aspect, REACH / HEIGHT));
    if named.is_none() && area.has_focus() {
        named = state.current;
    }
    for spot in &spots {
        let is_chosen = chosen.contains(&spot.region);
        let here = logged.iter().find(|place| place.region == spot.region);
        let look = Look { is_chosen, is_named: named == Some(spot.region), strength: tint(spot.region, logged) };
        spot_fill_ui(ui, frame, spot, look);
        let said = [Some(spot.region.label()), here.map(|place| place.words.as_str()), is_chosen.then_some("chosen")];
        let said = said.into_iter().flatten().collect::<Vec<_>>().join(", ");
        if press_ui(ui, frame, spot, is_chosen, &said).clicked() {
            state.current = Some(spot.region);
            toggle(chosen, spot.region);
        }
        if area.has_focus() && state.current == Some(spot.region) {
            cell::focus_ring(ui, square(frame, spot));
        }
    }
    for mark in &view.marks {
        let stroke = Stroke::new(0.75, Palette::of(ui).outline);
        ui.painter().add(Shape::line(line(frame, mark), stroke));
    }
    words_ui(ui, rect, frame, view, named);
}

/// How strongly a place is tinted: by its own answers, else by the worst of its parts, else by those of the place it is part of.
fn tint(region: Region, logged: &[LoggedPlace]) -> Option<f64> {
    let at = |region: Region| logged.iter().find(|place| place.region == region).map(|place| place.strength);
    let parts = || region.children().filter_map(at).reduce(f64::max);
    at(region).or_else(parts).or_else(|| at(region.parent()?))
}

/// The letters beside the body, and the name of the place below.
fn words_ui(ui: &Ui, rect: Rect, frame: Frame, view: &MapView, named: Option<Region>) {
    let palette = Palette::of(ui);
    let is_left_on_our_left = (view.name == "back") != frame.is_mirrored;
    let (ours, other) = if is_left_on_our_left { ("L", "R") } else { ("R", "L") };
    for (x, letter) in [(frame.area.left(), ours), (frame.area.right(), other)] {
        let at = egui::pos2(x, frame.area.top() + HEIGHT * 0.25);
        ui.painter().text(at, egui::Align2::CENTER_CENTER, letter, font(size::BODY), palette.quiet);
    }
    let words = named.map_or("Press or drag over places. Left is your left.", Region::label);
    let at = egui::pos2(rect.left(), rect.bottom());
    ui.painter().text(at, egui::Align2::LEFT_BOTTOM, words, font(size::CAPTION), palette.quiet);
}

fn toggle(chosen: &mut Vec<Region>, region: Region) {
    match chosen.iter().position(|it| *it == region) {
        Some(at) => drop(chosen.remove(at)),
        None => chosen.push(region),
    }
}

/// A press beside the squares of the places, and dragging over places.
fn point(
    area: &Response,
    frame: Frame,
    spots: &[Spot<'_>],
    view: &MapView,
    state: &mut BodyMapState,
    chosen: &mut Vec<Region>,
) {
    let Some(at) = area.interact_pointer_pos() else {
        // The keyboard or a screen reader pressed the map.
        if area.clicked() {
            state.current.into_iter().for_each(|region| toggle(chosen, region));
        }
        return;
    };
    let Some(region) = under(spots, frame.to_map(at), view.aspect, REACH / HEIGHT) else { return };
    if area.clicked() {
        state.current = Some(region);
        toggle(chosen, region);
    } else if area.dragged() && !chosen.contains(&region) {
        chosen.push(region);
    }
}

fn keys(
    ui: &Ui,
    area: &Response,
    spots: &[Spot<'_>],
    view: &MapView,
    state: &mut BodyMapState,
    chosen: &mut Vec<Region>,
) {
    let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(area.id, filter));
    let pressed = |key| ui.input(|input| input.modifiers.is_none() && input.key_pressed(key));
    let right = if state.is_mirrored { -1.0 } else { 1.0 };
    let arrows = [
        (Key::ArrowRight, (right, 0.0)),
        (Key::ArrowLeft, (-right, 0.0)),
        (Key::ArrowDown, (0.0, 1.0)),
        (Key::ArrowUp, (0.0, -1.0)),
    ];
    for (key, way) in arrows {
        if let Some(current) = state.current.filter(|_| pressed(key)) {
            state.current = towards(spots, current, way, view.aspect).or(state.current);
        }
    }
    let views = BodyMap::shipped().views().len().max(1);
    if pressed(Key::PageDown) {
        state.view = (state.view + 1) % views;
    }
    if pressed(Key::PageUp) {
        state.view = (state.view + views - 1) % views;
    }
    let is_named = type_name(ui, spots, state);
    if pressed(Key::M) && !is_named {
        state.current.and_then(Region::twin).into_iter().for_each(|twin| toggle(chosen, twin));
    }
}

/// Jumps to the place whose name begins as typed; gives whether it did. A single M is the other side's.
fn type_name(ui: &Ui, spots: &[Spot<'_>], state: &mut BodyMapState) -> bool {
    let (letters, now) = ui.input(|input| {
        let typed = input.events.iter().filter_map(|event| match event {
            egui::Event::Text(text) if text != " " => Some(text.to_lowercase()),
            _ => None,
        });
        (typed.collect::<String>(), input.time)
    });
    if letters.is_empty() {
        return false;
    }
    if now - state.typed.1 > PAUSE {
        state.typed.0.clear();
    }
    if state.typed.0.is_empty() && letters == "m" {
        return false;
    }
    state.typed.0.push_str(&letters);
    state.typed.1 = now;
    let fits = |spot: &&Spot<'_>| spot.region.label().to_lowercase().starts_with(&state.typed.0);
    let found = spots.iter().find(fits).map(|spot| spot.region);
    state.current = found.or(state.current);
    true
}

/// The square inside the largest circle of a place.
fn square(frame: Frame, spot: &Spot<'_>) -> Rect {
    let (at, radius) = spot.circle();
    Rect::from_center_size(frame.to_screen(at), Vec2::splat(radius * HEIGHT * std::f32::consts::SQRT_2))
}

/// What a screen reader finds and presses. The map is one stop for Tab.
fn press_ui(ui: &Ui, frame: Frame, spot: &Spot<'_>, is_chosen: bool, said: &str) -> Response {
    let response = ui.interact(square(frame, spot), ui.make_persistent_id(spot.region), Sense::CLICK);
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, ui.is_enabled(), is_chosen, said));
    response
}

fn mesh(frame: Frame, ring: &[MapPoint], triangles: &[[u32; 3]], color: Color32) -> Shape {
    let mut mesh = Mesh::default();
    for point in ring {
        mesh.colored_vertex(frame.to_screen(*point), color);
    }
    for [a, b, c] in triangles {
        mesh.add_triangle(*a, *b, *c);
    }
    Shape::mesh(mesh)
}

fn line(frame: Frame, points: &[MapPoint]) -> Vec<Pos2> {
    points.iter().map(|point| frame.to_screen(*point)).collect()
}

fn figure_ui(ui: &Ui, frame: Frame, view: &MapView) {
    let palette = Palette::of(ui);
    let painter = ui.painter();
    painter.add(mesh(frame, &view.outline, &view.triangles, faded(palette.outline, 0.12)));
    painter.add(Shape::closed_line(line(frame, &view.outline), Stroke::new(1.0, palette.outline)));
}

/// How a place is drawn.
#[derive(Clone, Copy)]
struct Look {
    is_chosen: bool,
    is_named: bool,
    strength: Option<f64>,
}

fn spot_fill_ui(ui: &Ui, frame: Frame, spot: &Spot<'_>, look: Look) {
    let palette = Palette::of(ui);
    let fill = match (look.is_chosen, look.strength, look.is_named) {
        (true, ..) => faded(palette.accent, 0.55),
        (_, Some(strength), _) => faded(palette.attention, 0.15 + 0.7 * strength as f32),
        (_, _, true) => palette.hover,
        _ => Color32::TRANSPARENT,
    };
    let is_marked = look.is_chosen || look.is_named;
    let stroke = if is_marked { Stroke::new(1.5, palette.accent) } else { Stroke::new(0.75, palette.outline) };
    for place in &spot.places {
        if fill != Color32::TRANSPARENT {
            ui.painter().add(mesh(frame, &place.ring, &place.triangles, fill));
        }
        ui.painter().add(Shape::closed_line(line(frame, &place.ring), stroke));
    }
}
