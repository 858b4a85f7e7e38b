//! The report as a tree of blocks, before anybody sets it: paper and page are two ways to draw the same tree.

use serde::{Deserialize, Serialize};

use super::chart::ChartModel;
use super::photo_row::PhotoRow;
use super::scene::Scene;
use crate::model::time::Day;

/// The paper a report is set for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub enum Paper {
    /// 210 by 297 millimetres.
    #[default]
    A4,
    /// 8.5 by 11 inches.
    Letter,
}

impl Paper {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::A4, Self::Letter];

    /// Its name, for people and for the rules of a page.
    pub fn label(self) -> &'static str {
        match self {
            Self::A4 => "A4",
            Self::Letter => "Letter",
        }
    }

    /// Width and height in points.
    pub fn size(self) -> (f32, f32) {
        match self {
            Self::A4 => (595.28, 841.89),
            Self::Letter => (612.0, 792.0),
        }
    }
}

/// The answered days behind a row of numbers.
#[derive(Debug, Clone, PartialEq)]
pub struct DaysBehind {
    /// By which rows name it.
    pub key: String,
    /// What was answered.
    pub title: String,
    /// Each answered day with its answer, by day.
    pub days: Vec<(Day, String)>,
}

/// A report.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct ReportDoc {
    /// Title.
    pub title: String,
    /// One line under the title: the period and when it was made.
    pub subtitle: String,
    /// The paper it is set for.
    pub paper: Paper,
    /// What it says, top to bottom. What stands before the first [`Block::NewPage`] is set smaller until it fits on one page.
    pub blocks: Vec<Block>,
    /// The days behind rows of numbers, for whoever reads it where links lead.
    pub behind: Vec<DaysBehind>,
}

/// One part of a report.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    /// A heading of level 2 or 3; the title is level 1.
    Heading {
        /// 2 or 3.
        level: u8,
        /// Words.
        text: String,
    },
    /// A paragraph.
    Paragraph(String),
    /// A paragraph that stands back: how to read something, limits.
    Aside(String),
    /// Points without an order.
    List(Vec<String>),
    /// A table.
    Table(Table),
    /// A chart.
    Figure(Box<ChartModel>),
    /// A drawing that is drawn already.
    Drawing(Box<Scene>),
    /// Photos side by side.
    Photos(PhotoRow),
    /// What follows begins a page of its own, on paper.
    NewPage,
}

/// A table: header cells above, the first cell of each row heads the row.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// Heads of the columns.
    pub header: Vec<String>,
    /// Rows, each as long as the header.
    pub rows: Vec<Vec<String>>,
    /// Share of the width of each column, in any unit.
    pub widths: Vec<f32>,
    /// For each row the key of the days behind it; rows beyond the list, and empty keys, have none.
    pub behind: Vec<String>,
}

/// What a file could not show as it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Warnings {
    /// Characters the typeface does not have; a box stands for each.
    pub missing_characters: usize,
}

impl Warnings {
    /// The warnings, a sentence each.
    pub fn lines(&self) -> Vec<String> {
        match self.missing_characters {
            0 => Vec::new(),
            1 => vec!["1 character could not be printed; a box stands in its place".to_owned()],
            n => vec![format!("{n} characters could not be printed; a box stands in the place of each")],
        }
    }
}
