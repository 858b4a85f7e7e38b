//! What stays together on paper: a heading with what it heads, and words with the figure or table that they are about.

use super::flow::{FIGURE_WIDTH, Flow};
use crate::report::document::Block;
use crate::report::figure;

/// Height of what begins a list or a long paragraph, in points.
const LEAST_LINES: f32 = 40.0;

impl Flow<'_> {
    /// Height that what follows a heading needs at least to stay with it. Words between a heading and its figure or table stay with
    /// both, as far as a page has room.
    pub(super) fn least_height(&mut self, blocks: &[Block]) -> f32 {
        let Some((block, rest)) = blocks.split_first() else { return 0.0 };
        let (own, after) = match block {
            Block::Figure(chart) => return self.scaled_height(&figure::draw_at(chart, FIGURE_WIDTH)).1,
            Block::Drawing(scene) => return self.scaled_height(scene).1,
            Block::Photos(row) => return self.photo_row_height(row),
            Block::Table(table) => return self.kept_together(table),
            Block::Heading { level, text } => {
                let (size, above) = self.sizes.heading((*level).clamp(2, 3));
                (self.words_height(text, size, true) + above + self.sizes.below_heading, self.least_height(rest))
            }
            Block::Paragraph(text) => (self.words_height(text, self.sizes.body, false), self.drawn_height(rest)),
            Block::Aside(text) => (self.words_height(text, self.sizes.small, false), self.drawn_height(rest)),
            Block::List(_) | Block::NewPage => return LEAST_LINES,
        };
        let together = own + self.sizes.gap + after;
        if together < self.sheet.room() { together } else { own.min(LEAST_LINES) }
    }

    /// Height of a figure or table that comes next, words before it included; nothing where words alone follow.
    fn drawn_height(&mut self, blocks: &[Block]) -> f32 {
        let words = blocks.iter().take_while(|block| matches!(block, Block::Paragraph(_) | Block::Aside(_))).count();
        let is_drawn =
            |block: &Block| matches!(block, Block::Figure(_) | Block::Drawing(_) | Block::Photos(_) | Block::Table(_));
        if blocks.get(words).is_some_and(is_drawn) { self.least_height(blocks) } else { 0.0 }
    }

    fn words_height(&mut self, text: &str, size: f32, strong: bool) -> f32 {
        self.set.lines(text, size, strong, self.sheet.column()).iter().map(|line| line.height).sum()
    }
}
