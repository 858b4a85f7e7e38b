//! Where the boxes and the routes of the arrows lie on the paper, worked out from the grid of the map's file, the width of the
//! paper and the room that the words in the boxes need.

use std::collections::BTreeMap;

use crate::evidence::axis::{ArrowPlan, Place, Side};

/// Left edge of the grid: an arrow that goes around has its way beside it.
pub(super) const LEFT: f32 = 30.0;
const RIGHT: f32 = 8.0;
/// Room above the grid for an arrow that goes around.
const ABOVE: f32 = 48.0;
/// Between the rows of the grid.
const BETWEEN_ROWS: f32 = 46.0;
/// Between the grid and the outcome; small boxes stand in it.
const ABOVE_OUTCOME: f32 = 92.0;
/// Small boxes: height, and the room between two of them.
pub(super) const SMALL: f32 = 36.0;
const BETWEEN_SMALL: f32 = 8.0;
/// Small boxes beside the outcome, and with them its height.
const BESIDE: f32 = 4.0;
/// How far an arrow that goes around keeps from the boxes.
const AROUND: f32 = 15.0;

/// A place on the paper: left, top, width, height.
pub type Frame = [f32; 4];

/// The grid on paper.
pub(super) struct Grid {
    /// Width of a column.
    pub column: f32,
    gap: f32,
    /// Top edge of each row.
    tops: Vec<f32>,
    /// Height of each row.
    heights: Vec<f32>,
    outcome_top: f32,
}

impl Grid {
    /// Width of a column on paper of a width.
    pub fn column_width(width: f32) -> f32 {
        (width - LEFT - RIGHT - 2.0 * gap(width)) / 3.0
    }

    /// A grid below `top` with rows of some heights.
    pub fn new(width: f32, top: f32, heights: Vec<f32>) -> Self {
        let mut tops = Vec::with_capacity(heights.len());
        let mut next = top + ABOVE;
        for height in &heights {
            tops.push(next);
            next += height + BETWEEN_ROWS;
        }
        let outcome_top = next - BETWEEN_ROWS + ABOVE_OUTCOME;
        Self { column: Self::column_width(width), gap: gap(width), tops, heights, outcome_top }
    }

    /// Where the drawing below the grid may begin.
    pub fn bottom(&self) -> f32 {
        self.outcome_top + outcome_height()
    }

    fn left(&self, column: u8) -> f32 {
        LEFT + f32::from(column) * (self.column + self.gap)
    }

    /// Where a box stands; `known` are the places worked out before.
    pub fn frame(&self, place: &Place, known: &BTreeMap<&str, Frame>) -> Option<Frame> {
        Some(match place {
            Place::Cell(column, row) => {
                let row = usize::from(*row);
                [self.left(*column), *self.tops.get(row)?, self.column, *self.heights.get(row)?]
            }
            Place::Outcome => [self.left(0), self.outcome_top, 2.0 * self.column + self.gap, outcome_height()],
            Place::Beside(from_top) => {
                let top = self.outcome_top + f32::from(*from_top) * (SMALL + BETWEEN_SMALL);
                [self.left(2), top, self.column, SMALL]
            }
            Place::Under(above) => {
                let [left, top, width, height] = *known.get(above.as_str())?;
                let own_width = 100.0;
                [left + width * 0.25 - own_width, top + height + 42.0, own_width, 28.0]
            }
        })
    }
}

fn gap(width: f32) -> f32 {
    (50.0 + (width - super::LEAST_WIDTH) * 0.08).clamp(50.0, 90.0)
}

fn outcome_height() -> f32 {
    BESIDE * SMALL + (BESIDE - 1.0) * BETWEEN_SMALL
}

/// The way of an arrow between two boxes: straight, or around where it leaves and arrives at the same side.
pub(super) fn route(arrow: &ArrowPlan, tail: Frame, head: Frame) -> Vec<(f32, f32)> {
    let (from, to) = (on_side(tail, arrow.leaves), on_side(head, arrow.arrives));
    match (arrow.leaves.0, arrow.arrives.0) {
        (Side::Top, Side::Top) => {
            let y = from.1.min(to.1) - AROUND;
            vec![from, (from.0, y), (to.0, y), to]
        }
        (Side::Bottom, Side::Bottom) => {
            let y = from.1.max(to.1) + AROUND;
            vec![from, (from.0, y), (to.0, y), to]
        }
        (Side::Left, Side::Left) => {
            let x = from.0.min(to.0) - AROUND;
            vec![from, (x, from.1), (x, to.1), to]
        }
        (Side::Right, Side::Right) => {
            let x = from.0.max(to.0) + AROUND;
            vec![from, (x, from.1), (x, to.1), to]
        }
        _ => vec![from, to],
    }
}

/// A point on the side of a box.
fn on_side([left, top, width, height]: Frame, (side, share): (Side, f32)) -> (f32, f32) {
    match side {
        Side::Left => (left, top + share * height),
        Side::Right => (left + width, top + share * height),
        Side::Top => (left + share * width, top),
        Side::Bottom => (left + share * width, top + height),
    }
}
