//! What the colours of a figure are on a dark ground. A figure names the colours of paper; the dark ones stand for them one to one,
//! in pictures and in the window alike.

use serde::{Deserialize, Serialize};

use super::scene::{Item, Scene, Words, palette};

use palette::Color;

/// A card of the dark theme.
pub const DARK_PAPER: Color = Color(0x1e, 0x21, 0x24);
/// Words on it.
pub const DARK_TEXT: Color = Color(0xe8, 0xe6, 0xe1);
/// Words that stand back.
pub const DARK_QUIET: Color = Color(0xa2, 0xa9, 0xb0);
/// Grid lines.
pub const DARK_GRID: Color = Color(0x32, 0x36, 0x3a);
/// Axis lines.
pub const DARK_AXIS: Color = Color(0x75, 0x7c, 0x83);
/// Signs of the skin.
pub const DARK_ATTENTION: Color = Color(0xf0, 0xb3, 0x5a);
/// Series, by the slot of their style.
pub const DARK_SERIES: [Color; 6] = [
    Color(0x4d, 0xa3, 0xe0),
    Color(0xf0, 0x8a, 0x4b),
    Color(0x35, 0xc7, 0x9a),
    Color(0xe3, 0x9b, 0xc4),
    Color(0xf2, 0xbe, 0x4a),
    Color(0x8c, 0xcb, 0xf2),
];

/// The ground of a picture, and how many pixels it has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PictureLook {
    /// Pixels a point, 1 to [`MOST_SCALE`](Self::MOST_SCALE).
    pub scale: u8,
    /// On a dark ground.
    pub dark: bool,
    /// On no ground at all.
    pub transparent: bool,
}

impl PictureLook {
    /// The most pixels a point.
    pub const MOST_SCALE: u8 = 4;
}

impl Default for PictureLook {
    fn default() -> Self {
        Self { scale: 2, dark: false, transparent: false }
    }
}

/// The colour of a dark ground for one of paper. A series half way to paper goes half way to the dark ground.
pub fn dark(color: Color) -> Color {
    match color {
        palette::PAPER => DARK_PAPER,
        palette::TEXT => DARK_TEXT,
        palette::QUIET => DARK_QUIET,
        palette::GRID => DARK_GRID,
        palette::AXIS => DARK_AXIS,
        palette::ATTENTION => DARK_ATTENTION,
        series => {
            let pairs = || palette::SERIES.into_iter().zip(DARK_SERIES);
            let full = pairs().find(|(paper, _)| *paper == series).map(|(_, dark)| dark);
            let paler = pairs().find(|(paper, _)| paper.paler() == series).map(|(_, dark)| half_way(dark));
            full.or(paler).unwrap_or(series)
        }
    }
}

/// Every colour of paper that has one of its own on a dark ground, and that one.
pub fn dark_pairs() -> Vec<(Color, Color)> {
    let plain = [palette::PAPER, palette::TEXT, palette::QUIET, palette::GRID, palette::AXIS, palette::ATTENTION];
    let series = palette::SERIES.into_iter().flat_map(|color| [color, color.paler()]);
    plain.into_iter().chain(series).map(|color| (color, dark(color))).collect()
}

fn half_way(Color(red, green, blue): Color) -> Color {
    let Color(r, g, b) = DARK_PAPER;
    Color(red.midpoint(r), green.midpoint(g), blue.midpoint(b))
}

/// A drawing as a picture of this look shows it.
pub fn looked_at(scene: &Scene, look: PictureLook) -> Scene {
    let is_ground = |item: &Item| {
        matches!(item, Item::Box { frame, color: palette::PAPER, .. }
        if *frame == [0.0, 0.0, scene.width, scene.height])
    };
    let items = scene.items.iter().filter(|item| !(look.transparent && is_ground(item))).cloned();
    let items = if look.dark { items.map(darkened).collect() } else { items.collect() };
    Scene { items, ..scene.clone() }
}

fn darkened(item: Item) -> Item {
    match item {
        Item::Line { points, mut stroke } => {
            stroke.color = dark(stroke.color);
            Item::Line { points, stroke }
        }
        Item::Box { frame, color, opacity } => Item::Box { frame, color: dark(color), opacity },
        Item::Area { ring, triangles, fill, mut stroke } => {
            stroke.color = dark(stroke.color);
            Item::Area { ring, triangles, fill: fill.map(|(color, opacity)| (dark(color), opacity)), stroke }
        }
        Item::Mark { at, radius, shape, color } => Item::Mark { at, radius, shape, color: dark(color) },
        Item::Text(words) => Item::Text(Words { color: dark(words.color), ..words }),
    }
}
