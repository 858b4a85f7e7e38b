//! How large letters and gaps are on paper: page one says much in little room and is set smaller until it fits, everything after it
//! is set as large as is easy to read.

use crate::report::document::Paper;

/// Left and right of the column.
pub(super) const MARGIN: f32 = 50.0;
/// Above the column.
pub(super) const TOP: f32 = 44.0;
/// Below the column, where the foot of the page stands.
const FOOT: f32 = 54.0;
/// Steps by which page one is set smaller, the largest first. At the last, letters are the smallest that print well.
pub(super) const STEPS: [f32; 8] = [1.0, 0.96, 0.92, 0.88, 0.84, 0.8, 0.76, 0.72];

/// Drawings are not set smaller than this share of the column while letters are.
const LEAST_DRAWING: f32 = 0.8;

/// A sheet of paper, in points.
#[derive(Debug, Clone, Copy)]
pub(super) struct PageSize {
    pub width: f32,
    pub height: f32,
}

impl PageSize {
    pub fn new(paper: Paper) -> Self {
        let (width, height) = paper.size();
        Self { width, height }
    }

    /// Width of the column.
    pub fn column(self) -> f32 {
        self.width - 2.0 * MARGIN
    }

    /// Where the column ends.
    pub fn bottom(self) -> f32 {
        self.height - FOOT
    }

    /// Height of the column.
    pub fn room(self) -> f32 {
        self.bottom() - TOP
    }
}

/// Sizes of letters and gaps, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Sizes {
    /// Of headings of level 1, 2 and 3: letters, and the gap above.
    pub headings: [(f32, f32); 3],
    /// Below a heading.
    pub below_heading: f32,
    /// Of paragraphs and lists.
    pub body: f32,
    /// Of tables and of words that stand back.
    pub small: f32,
    /// Above and below the words of a row of a table.
    pub row_pad: f32,
    /// Between paragraphs.
    pub gap: f32,
    /// Between the points of a list.
    pub point_gap: f32,
    /// Share of the column that drawings take.
    pub drawing: f32,
}

impl Sizes {
    /// Of every page but the first.
    pub const USUAL: Self = Self {
        headings: [(21.0, 0.0), (13.0, 12.0), (10.6, 7.0)],
        below_heading: 4.0,
        body: 9.6,
        small: 8.6,
        row_pad: 2.5,
        gap: 5.0,
        point_gap: 2.0,
        drawing: 1.0,
    };
    /// Of page one, before it is set smaller.
    pub const FRONT: Self = Self {
        headings: [(18.0, 0.0), (11.0, 7.0), (10.0, 5.0)],
        below_heading: 2.0,
        body: 9.4,
        small: 8.5,
        row_pad: 1.8,
        gap: 3.5,
        point_gap: 1.0,
        drawing: 1.0,
    };

    /// The same, all by one factor.
    #[must_use]
    pub fn scaled(self, by: f32) -> Self {
        Self {
            headings: self.headings.map(|(size, above)| (size * by, above * by)),
            below_heading: self.below_heading * by,
            body: self.body * by,
            small: self.small * by,
            row_pad: self.row_pad * by,
            gap: self.gap * by,
            point_gap: self.point_gap * by,
            drawing: self.drawing * by.max(LEAST_DRAWING),
        }
    }

    /// Letters of a heading and the gap above it.
    pub fn heading(&self, level: u8) -> (f32, f32) {
        let [first, second, third] = self.headings;
        match level {
            1 => first,
            2 => second,
            _ => third,
        }
    }
}
