//! What lines, heads and marks say.

use super::arrows::{DISC, arrow, badge};
use crate::evidence::axis::{Head, Line};
use crate::report::figure::builder::FigureBuilder;
use crate::report::scene::{Anchor, palette};

const ROW: f32 = 18.0;
const SAMPLE: f32 = 38.0;
const BODY: f32 = 10.0;

/// Lines: what studies say.
const LINES: [(Line, &str); 8] = [
    (Line::Thick, "well supported"),
    (Line::Solid, "probably"),
    (Line::Dashed, "may, limited evidence"),
    (Line::Dotted, "uncertain"),
    (Line::Zigzag, "experts disagree"),
    (Line::EndBar, "studies found no effect"),
    (Line::Trace, "not studied, or no card"),
    (Line::Link, "a plain link, such as a sum"),
];
/// Heads: which way.
const HEADS: [(Head, &str); 3] = [(Head::Helps, "helps"), (Head::Harms, "worsens"), (Head::Mixed, "mixed results")];

/// Draws the legend below `top`; gives where it ends.
pub(super) fn draw(figure: &mut FigureBuilder, left: f32, top: f32) -> f32 {
    figure.strong((left, top + 12.0), 11.0, Anchor::Start, "How to read it");
    let top = top + 20.0;
    let half = (figure.width - left) / 2.0;
    let words = |figure: &mut FigureBuilder, x: f32, y: f32, text: &str| {
        figure.text((x + SAMPLE + 8.0, y + 3.5), BODY, Anchor::Start, palette::TEXT, text);
    };
    for (row, (line, text)) in LINES.iter().enumerate() {
        let y = top + (row as f32 + 0.5) * ROW;
        arrow(figure, &[(left, y), (left + SAMPLE, y)], *line, Head::None, false);
        let question = if *line == Line::Zigzag { " (?)" } else { "" };
        words(figure, left, y, &format!("{text}{question}"));
    }
    let x = left + half;
    for (row, (head, text)) in HEADS.iter().enumerate() {
        let y = top + (row as f32 + 0.5) * ROW;
        arrow(figure, &[(x, y), (x + SAMPLE, y)], Line::Solid, *head, false);
        words(figure, x, y, text);
    }
    for (row, is_found, text) in
        [(3.6, true, "your diary found something here"), (4.8, false, "number of the arrow in the table")]
    {
        let y = top + row * ROW;
        badge(figure, (x + SAMPLE / 2.0, y), "1", is_found);
        words(figure, x, y, text);
    }
    for (row, text) in ["curve: the last 12 weeks, 0 to 100", "bar: running; hatched: may still act"].iter().enumerate()
    {
        words(figure, x - SAMPLE - 8.0, top + (row as f32 + 5.9) * ROW, text);
    }
    top + LINES.len() as f32 * ROW + DISC
}
