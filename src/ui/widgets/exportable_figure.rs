//! A figure of the analysis on the screen: the same drawing that is saved, in the colours of the theme, with a way to save it.

use std::sync::Arc;

use eframe::egui::{self, Align, Align2, Layout, Painter, Pos2, Rect, RichText, Role, Sense, Stroke, Ui, Vec2};

use super::scene_ink;
use crate::report::exportable_figure::ExportableFigure;
use crate::report::scene::{Anchor, Item, Scene};
use crate::ui::command::{DialogRequest, UiCommands};
use crate::ui::theme::{Palette, faded, font, ink_color, size, strong_font};

/// From the baseline of a line of letters up to its middle, as a share of their size (Inter).
const BASELINE_TO_MIDDLE: f32 = 0.364;

/// Shows a figure, no wider than the room there is, with a way to save it.
pub fn exportable_figure_ui(ui: &mut Ui, figure: &Arc<ExportableFigure>, commands: &mut UiCommands) {
    let (rect, _) = drawn_ui(ui, &figure.scene, 0.0);
    save_ui(ui, figure, rect, commands);
}

/// Shows a drawing in the colours of the theme, no wider than the room there is, and no smaller than `least_scale`. Gives where it
/// stands and its scale.
pub fn drawn_ui(ui: &mut Ui, scene: &Scene, least_scale: f32) -> (Rect, f32) {
    let scale = (ui.available_width() / scene.width).min(1.0).max(least_scale);
    let (rect, response) = ui.allocate_exact_size(Vec2::new(scene.width * scale, scene.height * scale), Sense::hover());
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Figure);
        node.set_label(scene.title.clone());
        node.set_description(scene.desc.clone());
    });
    if ui.is_rect_visible(rect) {
        paint(&ui.painter().with_clip_rect(rect.intersect(ui.clip_rect())), scene, rect.min, scale, Palette::of(ui));
    }
    (rect, scale)
}

/// The way to save a figure that stands at a place, and the word that it is in sight there.
pub fn save_ui(ui: &mut Ui, figure: &Arc<ExportableFigure>, rect: Rect, commands: &mut UiCommands) {
    if ui.is_rect_visible(rect) {
        commands.show(figure, ui.rect_contains_pointer(rect));
    }
    ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
        let link = ui.link(RichText::new("save picture or numbers").size(size::CAPTION));
        if link.on_hover_text(format!("Save: {}", figure.scene.title)).clicked() {
            commands.open(DialogRequest::ExportFigure(figure.clone()));
        }
    });
}

fn paint(painter: &Painter, scene: &Scene, origin: Pos2, scale: f32, palette: &Palette) {
    let at = |(x, y): (f32, f32)| origin + egui::vec2(x, y) * scale;
    for item in &scene.items {
        match item {
            Item::Line { points, stroke } => {
                let color = faded(ink_color(stroke.color, palette), stroke.opacity);
                let line = Stroke::new(stroke.width * scale, color);
                let points: Vec<Pos2> = points.iter().map(|point| at(*point)).collect();
                scene_ink::line(painter, points, line, stroke.dash, scale);
            }
            Item::Box { frame: [x, y, width, height], color, opacity } => {
                let rect = egui::Rect::from_min_size(at((*x, *y)), Vec2::new(*width, *height) * scale);
                painter.rect_filled(rect, 0, faded(ink_color(*color, palette), *opacity));
            }
            Item::Area { ring, triangles, fill, stroke } => {
                let ring: Vec<Pos2> = ring.iter().map(|point| at(*point)).collect();
                let ground = fill.map(|(color, opacity)| faded(ink_color(color, palette), opacity));
                let border = Stroke::new(stroke.width * scale, ink_color(stroke.color, palette));
                scene_ink::area(painter, &ring, triangles, ground, border);
            }
            Item::Mark { at: place, radius, shape, color } => {
                scene_ink::mark(painter, at(*place), radius * scale, *shape, ink_color(*color, palette));
            }
            Item::Text(words) => {
                let size = words.size * scale;
                let middle = at(words.at) - egui::vec2(0.0, size * BASELINE_TO_MIDDLE);
                let align = match words.anchor {
                    Anchor::Start => Align2::LEFT_CENTER,
                    Anchor::Middle => Align2::CENTER_CENTER,
                    Anchor::End => Align2::RIGHT_CENTER,
                };
                let font = if words.strong { strong_font(size) } else { font(size) };
                painter.text(middle, align, &words.text, font, ink_color(words.color, palette));
            }
        }
    }
}
