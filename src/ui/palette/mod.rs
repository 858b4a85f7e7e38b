//! The palette: one field that takes anything and says what Enter will do. In the top bar where there is room, else over the
//! window. What a line can mean is found by the library; here it is drawn, and asked for.

mod offers;

use std::sync::Arc;

use eframe::egui::{self, Align2, Area, Event, Frame, Id, Key, Modal, Order, Response, TextEdit, Ui};

use self::offers::offers_ui;
use super::command::{Destination, DialogRequest, UiCommand, UiCommands};
use super::food_editor::meal_history::MealHistory;
use super::ideas::silence::trials_are_silent;
use super::menu::{Does, entries};
use super::theme::{Palette, space};
use super::widgets::caption_ui;
use crate::model::time::Day;
use crate::workspace::Workspace;
use crate::workspace::palette::{Meaning, NamedPlace, PaletteFound, PaletteScope, palette_offers};

/// Accessible name of the field.
pub const NAME: &str = "Log or find";
/// What stands in the empty field.
const HINT: &str = "Log or find…";
/// Lines that show what can be typed.
const EXAMPLES: &str =
    "For example: itch 4, stool 3, slept 7:30 · oats 40 g · yesterday · start doxycycline · insights";
/// Width of the list below the field, and of the field over the window.
const WIDE: f32 = 420.0;

/// What a line was read for: the diary and the open day.
type Of = (u64, Day, Day);

/// What the palette remembers.
#[derive(Default)]
pub struct PaletteField {
    text: String,
    /// The offer that Enter takes.
    at: usize,
    /// Whether the offers show.
    is_open: bool,
    wants_keyboard: bool,
    /// What the keyboard was on before.
    came_from: Option<Id>,
    found: Option<(Of, PaletteFound)>,
}

/// What the palette reads.
pub struct PaletteGround<'a> {
    /// What is open.
    pub workspace: &'a Workspace,
    /// The open day.
    pub day: Day,
    /// What is known of the person who eats; worked out when something is typed.
    pub history: Option<Arc<MealHistory>>,
}

impl PaletteField {
    /// Opens it, with the keyboard in it.
    pub fn open(&mut self, ctx: &egui::Context) {
        self.is_open = true;
        self.wants_keyboard = true;
        self.came_from = ctx.memory(egui::Memory::focused).filter(|id| *id != field_id());
    }

    /// Whether a line is being typed.
    pub fn is_asking(&self) -> bool {
        !self.text.trim().is_empty()
    }

    /// Forgets what was typed.
    pub fn forget(&mut self) {
        *self = Self::default();
    }

    /// The field in the bar, with its offers below it.
    pub fn bar_ui(&mut self, ui: &mut Ui, width: f32, ground: &PaletteGround<'_>, commands: &mut UiCommands) {
        let field = self.field_ui(ui, width, ground, commands);
        if field.has_focus() {
            self.is_open = true;
        }
        if !self.is_open {
            return;
        }
        let corner = egui::pos2(field.rect.right(), field.rect.bottom() + space::TIGHT);
        let area = Area::new(Id::unique("palette offers")).order(Order::Foreground).fade_in(false);
        let area = area.pivot(Align2::RIGHT_TOP).fixed_pos(corner).constrain_to(ui.ctx().content_rect());
        let shown = area.show(ui.ctx(), |ui| {
            Frame::popup(ui.style()).show(ui, |ui| {
                ui.set_width(WIDE);
                self.offers_ui(ui, commands);
            });
        });
        if !field.has_focus() && shown.response.clicked_elsewhere() && !field.clicked() {
            self.leave(ui, false);
        }
    }

    /// The field over the window, where the bar has no room for it.
    pub fn modal_ui(&mut self, ctx: &egui::Context, ground: &PaletteGround<'_>, commands: &mut UiCommands) {
        if !self.is_open {
            return;
        }
        let whole = ctx.content_rect();
        let id = Id::unique("palette over the window");
        let area = Modal::default_area(id).anchor(Align2::CENTER_TOP, egui::vec2(0.0, space::BETWEEN)).fade_in(false);
        let modal = Modal::new(id).area(area).show(ctx, |ui| {
            let width = WIDE.min(whole.width() - 48.0);
            ui.set_width(width);
            egui::ScrollArea::vertical().max_height(whole.height() - 64.0).show(ui, |ui| {
                self.field_ui(ui, width, ground, commands);
                self.offers_ui(ui, commands);
            });
        });
        if modal.should_close() {
            self.leave_in(ctx, true);
        }
    }

    fn field_ui(&mut self, ui: &mut Ui, width: f32, ground: &PaletteGround<'_>, commands: &mut UiCommands) -> Response {
        let field = TextEdit::singleline(&mut self.text).id(field_id()).hint_text(HINT).desired_width(width);
        let response = ui.add(field).accessible_name(NAME);
        if std::mem::take(&mut self.wants_keyboard) {
            response.request_focus();
        }
        if response.changed() {
            (self.at, self.is_open) = (0, true);
        }
        self.read(response.changed(), ground);
        self.say(ui, &response);
        self.keys(ui, &response, commands);
        response
    }

    /// Reads the line again if it, the diary or the day has changed.
    fn read(&mut self, changed: bool, ground: &PaletteGround<'_>) {
        let (workspace, day) = (ground.workspace, ground.day);
        let of = (workspace.revision(), day, workspace.today());
        let is_known = self.found.as_ref().is_some_and(|(known, _)| *known == of) && !changed;
        let Some(history) = ground.history.as_ref().filter(|_| !is_known) else {
            if !self.is_asking() {
                self.found = None;
            }
            return;
        };
        let named = |entry: &super::menu::MenuEntry| NamedPlace {
            label: entry.label,
            is_view: matches!(entry.does, Does::Show(_)),
        };
        let places: Vec<NamedPlace<'_>> = entries().iter().map(named).collect();
        let scope = PaletteScope {
            diary: workspace.diary(),
            day,
            today: workspace.today(),
            is_writable: workspace.read_only().is_none(),
            trials_are_silent: trials_are_silent(workspace),
            places: &places,
            finder: &history.finder,
            habits: &history.habits,
        };
        let found = palette_offers(&scope, &self.text);
        self.at = self.at.min(found.offers.len().saturating_sub(1));
        self.found = Some((of, found));
    }

    /// A screen reader hears with the field what Enter will do.
    fn say(&self, ui: &Ui, field: &Response) {
        let found = self.found.as_ref().map(|(_, found)| found);
        let said = match found.and_then(|found| found.offers.get(self.at)) {
            Some(offer) => format!("Enter: {}", offers::name(offer)),
            None => found.and_then(|found| found.refused.clone()).unwrap_or_else(|| EXAMPLES.to_owned()),
        };
        ui.ctx().accesskit_node_builder(field.id, |node| node.set_description(said));
    }

    fn keys(&mut self, ui: &Ui, field: &Response, commands: &mut UiCommands) {
        let pressed = |key| {
            let is_it = |event: &Event| matches!(event, Event::Key { key: other, pressed: true, .. } if *other == key);
            ui.input(|input| input.events.iter().any(is_it))
        };
        let most = self.found.as_ref().map_or(0, |(_, found)| found.offers.len()).saturating_sub(1);
        if field.has_focus() {
            if pressed(Key::ArrowDown) {
                self.at = (self.at + 1).min(most);
            }
            if pressed(Key::ArrowUp) {
                self.at = self.at.saturating_sub(1);
            }
        }
        if field.lost_focus() && pressed(Key::Escape) {
            self.leave(ui, true);
        } else if field.lost_focus() && pressed(Key::Enter) {
            self.take(ui, self.at, commands);
        }
    }

    fn offers_ui(&mut self, ui: &mut Ui, commands: &mut UiCommands) {
        match &self.found {
            Some((_, found)) if self.is_asking() => {
                if let Some(at) = offers_ui(ui, found, self.at) {
                    self.take(ui, at, commands);
                }
            }
            _ => caption_ui(ui, EXAMPLES),
        }
    }

    /// Asks for what an offer does. After something was logged the keyboard stays, so that one can type on.
    fn take(&mut self, ui: &Ui, at: usize, commands: &mut UiCommands) {
        let Some((of, found)) = &self.found else {
            self.wants_keyboard = true;
            return;
        };
        let Some(offer) = found.offers.get(at) else {
            self.wants_keyboard = true;
            return;
        };
        let asked = match offer.meaning.clone() {
            Meaning::Edit(command) => UiCommand::EditAloud(command),
            Meaning::Day(day) => UiCommand::Go(Destination::Day(day)),
            Meaning::Place(place) => match entries().get(place) {
                Some(entry) => entry.command(),
                None => return,
            },
            Meaning::StartCourse(name) => UiCommand::Open(DialogRequest::NewCourse(of.1, name)),
            Meaning::Course(id) => UiCommand::Open(DialogRequest::Course(id)),
            Meaning::Food(food) => UiCommand::Go(Destination::Food(food)),
            Meaning::Card(card) => UiCommand::Go(Destination::Evidence(card)),
        };
        let stays = matches!(asked, UiCommand::EditAloud(_));
        commands.push(asked);
        (self.text, self.found, self.at) = (String::new(), None, 0);
        if stays {
            self.wants_keyboard = true;
        } else {
            self.is_open = false;
            ui.memory_mut(|memory| memory.surrender_focus(field_id()));
        }
    }

    fn leave(&mut self, ui: &Ui, goes_back: bool) {
        self.leave_in(ui.ctx(), goes_back);
    }

    /// Leaves it, and goes back to what the keyboard was on.
    fn leave_in(&mut self, ctx: &egui::Context, goes_back: bool) {
        let back = self.came_from.take().filter(|_| goes_back);
        self.forget();
        ctx.memory_mut(|memory| match back {
            Some(back) => memory.request_focus(back),
            None => memory.surrender_focus(field_id()),
        });
    }
}

fn field_id() -> Id {
    Id::unique("palette field")
}

/// The sign that opens it, where the bar has no room for the field.
pub fn sign_ui(ui: &mut Ui) -> Response {
    let (rect, response) = ui.allocate_exact_size(egui::Vec2::splat(space::CELL), egui::Sense::click());
    let palette = Palette::of(ui);
    super::widgets::sign::ground_ui(ui, rect, &response, NAME);
    let stroke = egui::Stroke::new(1.6, palette.text);
    let center = rect.center() - egui::vec2(1.5, 1.5);
    ui.painter().circle_stroke(center, 5.0, stroke);
    ui.painter().line_segment([center + egui::vec2(3.6, 3.6), center + egui::vec2(8.0, 8.0)], stroke);
    response
}
