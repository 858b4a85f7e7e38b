//! The body map: a face and a figure whose places are pressed. Every place has its name and is reached by keyboard.

use eframe::egui::{self, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo};

use super::cell;
use crate::model::region::Region;
use crate::ui::theme::{Palette, faded, font, size};

/// Places: left, top, width, height in points, and how round. The person faces us, so their left is on our right.
#[rustfmt::skip]
const PLACES: &[(Region, [f32; 4], u8)] = &[
    (Region::Scalp,      [ 22.0,   0.0, 96.0, 26.0], 13),
    (Region::Forehead,   [ 22.0,  28.0, 96.0, 28.0], 6),
    (Region::RightCheek, [ 22.0,  58.0, 36.0, 40.0], 8),
    (Region::Nose,       [ 60.0,  58.0, 20.0, 40.0], 8),
    (Region::LeftCheek,  [ 82.0,  58.0, 36.0, 40.0], 8),
    (Region::Chin,       [ 40.0, 100.0, 60.0, 28.0], 12),
    (Region::Neck,       [ 52.0, 130.0, 36.0, 20.0], 4),
    (Region::Chest,      [196.0,  30.0, 44.0, 34.0], 6),
    (Region::Back,       [196.0,  66.0, 44.0, 34.0], 6),
    (Region::RightArm,   [172.0,  32.0, 22.0, 50.0], 8),
    (Region::LeftArm,    [242.0,  32.0, 22.0, 50.0], 8),
    (Region::RightHand,  [166.0,  84.0, 24.0, 22.0], 8),
    (Region::LeftHand,   [246.0,  84.0, 24.0, 22.0], 8),
    (Region::RightLeg,   [194.0, 102.0, 23.0, 44.0], 6),
    (Region::LeftLeg,    [219.0, 102.0, 23.0, 44.0], 6),
    (Region::RightFoot,  [186.0, 148.0, 30.0, 18.0], 6),
    (Region::LeftFoot,   [220.0, 148.0, 30.0, 18.0], 6),
];

/// Shows the map; gives the place that was pressed. Places that hold something are tinted.
pub fn body_map_ui(ui: &mut Ui, chosen: Option<Region>, logged: &[Region]) -> Option<Region> {
    let palette = Palette::of(ui);
    let (area, _) = ui.allocate_exact_size(Vec2::new(290.0, 190.0), Sense::hover());
    let head = Rect::from_min_size(area.min + egui::vec2(208.0, 4.0), Vec2::new(20.0, 24.0));
    ui.painter().rect_stroke(head, 10, Stroke::new(1.0, palette.outline), StrokeKind::Inside);
    let mut pressed = None;
    let mut named = None;
    for (region, [x, y, width, height], round) in PLACES {
        let rect = Rect::from_min_size(area.min + egui::vec2(*x, *y), Vec2::new(*width, *height));
        let response = ui.interact(rect, ui.make_persistent_id(region.label()), Sense::click());
        let is_chosen = chosen == Some(*region);
        response.widget_info(|| WidgetInfo::selected(Role::Button, ui.is_enabled(), is_chosen, region.label()));
        let fill = match (is_chosen, logged.contains(region), response.hovered()) {
            (true, _, _) => palette.accent,
            (_, true, _) => palette.accent_faint,
            (_, _, true) => palette.hover,
            _ => faded(palette.outline, 0.12),
        };
        let line = if response.hovered() { palette.accent } else { palette.outline };
        ui.painter().rect(rect, *round, fill, Stroke::new(1.0, line), StrokeKind::Inside);
        if response.has_focus() {
            cell::focus_ring(ui, rect);
        }
        if response.hovered() || response.has_focus() {
            named = Some(region.label());
        }
        if response.clicked() {
            pressed = Some(*region);
        }
    }
    let at = area.center_bottom() - egui::vec2(0.0, 2.0);
    let words = named.or(chosen.map(Region::label)).unwrap_or("Press a place. Left is your left.");
    ui.painter().text(at, egui::Align2::CENTER_BOTTOM, words, font(size::CAPTION), palette.quiet);
    pressed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_region_has_one_place_and_no_two_overlap() {
        let rect = |at: &[f32; 4]| Rect::from_min_size(egui::pos2(at[0], at[1]), Vec2::new(at[2], at[3]));
        for region in Region::ALL {
            assert_eq!(PLACES.iter().filter(|(place, ..)| place == region).count(), 1, "{}", region.label());
        }
        for (index, (region, at, _)) in PLACES.iter().enumerate() {
            for (other, there, _) in PLACES.iter().skip(index + 1) {
                assert!(!rect(at).intersects(rect(there)), "{} over {}", region.label(), other.label());
            }
        }
    }
}
