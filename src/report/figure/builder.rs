//! Builds a drawing piece by piece: the small figures of the analysis put their lines, boxes and words on its paper.

use crate::report::scene::{Anchor, Color, Item, Scene, Shape, Stroke, Words, palette, rough_width};

/// A drawing of a width, and what is on it so far.
pub(super) struct FigureBuilder {
    pub(super) width: f32,
    items: Vec<Item>,
}

impl FigureBuilder {
    pub(super) fn new(width: f32) -> Self {
        Self { width, items: Vec::new() }
    }

    pub(super) fn text(&mut self, at: (f32, f32), size: f32, anchor: Anchor, color: Color, text: &str) {
        self.items.push(Item::Text(Words { at, size, strong: false, anchor, color, text: text.to_owned() }));
    }

    pub(super) fn heading(&mut self, at: (f32, f32), text: &str) {
        let (size, strong, anchor, color) = (13.0, true, Anchor::Start, palette::TEXT);
        self.items.push(Item::Text(Words { at, size, strong, anchor, color, text: text.to_owned() }));
    }

    pub(super) fn strong(&mut self, at: (f32, f32), size: f32, anchor: Anchor, text: &str) {
        self.words(at, size, anchor, palette::TEXT, text);
    }

    /// Words of the heavier weight.
    pub(super) fn words(&mut self, at: (f32, f32), size: f32, anchor: Anchor, color: Color, text: &str) {
        let strong = true;
        self.items.push(Item::Text(Words { at, size, strong, anchor, color, text: text.to_owned() }));
    }

    pub(super) fn path(&mut self, points: Vec<(f32, f32)>, stroke: Stroke) {
        self.items.push(Item::Line { points, stroke });
    }

    pub(super) fn line(&mut self, from: (f32, f32), to: (f32, f32), stroke: Stroke) {
        self.items.push(Item::Line { points: vec![from, to], stroke });
    }

    pub(super) fn fill(&mut self, frame: [f32; 4], color: Color, opacity: f32) {
        self.items.push(Item::Box { frame, color, opacity });
    }

    pub(super) fn item(&mut self, item: Item) {
        self.items.push(item);
    }

    pub(super) fn mark(&mut self, at: (f32, f32), radius: f32, shape: Shape, color: Color) {
        self.items.push(Item::Mark { at, radius, shape, color });
    }

    /// Quiet words in as many lines as their width needs, the first with its baseline at a place; the height of all lines.
    pub(super) fn quiet_lines(&mut self, (left, baseline): (f32, f32), size: f32, width: f32, text: &str) -> f32 {
        let high = size * 1.36;
        let mut line = String::new();
        let mut below = 0.0;
        for word in text.split(' ') {
            let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
            if rough_width(&longer, size) > width && !line.is_empty() {
                self.text((left, baseline + below), size, Anchor::Start, palette::QUIET, &line);
                below += high;
                word.clone_into(&mut line);
            } else {
                line = longer;
            }
        }
        self.text((left, baseline + below), size, Anchor::Start, palette::QUIET, &line);
        below + high
    }

    /// The drawing, with paper behind it.
    pub(super) fn finish(self, height: f32, title: String, desc: String) -> Scene {
        let frame = [0.0, 0.0, self.width, height];
        let paper = Item::Box { frame, color: palette::PAPER, opacity: 1.0 };
        let items = std::iter::once(paper).chain(self.items).collect();
        Scene { width: self.width, height, title, desc, items }
    }
}

/// Where a value stands between two ends: 0 at the low one, 1 at the high one.
pub(super) fn share(value: f64, (low, high): (f64, f64)) -> f32 {
    #[expect(clippy::cast_possible_truncation, reason = "a share of a length on paper")]
    let share = ((value - low) / (high - low).max(f64::MIN_POSITIVE)) as f32;
    share.clamp(0.0, 1.0)
}
