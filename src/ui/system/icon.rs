//! The icon of the window, drawn from the one file that packages use too.

use eframe::egui::IconData;
use resvg::{tiny_skia, usvg};

const SVG: &str = include_str!("../../../assets/icon.svg");
/// Side in pixels; desktops make it smaller where they need to.
const SIDE_PX: u32 = 128;

/// The icon as pixels; `None` if it cannot be drawn, which a test rules out.
pub fn icon() -> Option<IconData> {
    let tree = usvg::Tree::from_str(SVG, &usvg::Options::default()).ok()?;
    let mut pixmap = tiny_skia::Pixmap::new(SIDE_PX, SIDE_PX)?;
    let scale = SIDE_PX as f32 / tree.size().width();
    resvg::render(&tree, tiny_skia::Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    let colors = pixmap.pixels().iter().map(tiny_skia::PremultipliedColorU8::demultiply);
    let rgba = colors.flat_map(|color| [color.red(), color.green(), color.blue(), color.alpha()]).collect();
    Some(IconData { rgba, width: SIDE_PX, height: SIDE_PX })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_icon_can_be_drawn_with_clear_corners_and_a_solid_middle() {
        let icon = icon().unwrap();
        assert_eq!(icon.rgba.len(), (SIDE_PX * SIDE_PX * 4) as usize);
        let alpha = |x: u32, y: u32| icon.rgba[((y * SIDE_PX + x) * 4 + 3) as usize];
        assert_eq!((alpha(0, 0), alpha(SIDE_PX / 2, SIDE_PX / 2)), (0, 255));
    }
}
