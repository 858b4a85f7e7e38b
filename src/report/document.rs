//! The report as a tree of blocks, before anybody sets it: paper and page are two ways to draw the same tree.

use super::chart::ChartModel;
use super::scene::Scene;

/// A report.
#[derive(Debug, Clone, PartialEq)]
pub struct ReportDoc {
    /// Title.
    pub title: String,
    /// One line under the title: the period and when it was made.
    pub subtitle: String,
    /// What it says, top to bottom.
    pub blocks: Vec<Block>,
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
    /// What follows begins a page of its own, on paper.
    NewPage,
}

/// A table: header cells above, the first cell of each row heads the row.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    /// What it shows.
    pub caption: String,
    /// Heads of the columns.
    pub header: Vec<String>,
    /// Rows, each as long as the header.
    pub rows: Vec<Vec<String>>,
    /// Share of the width of each column, in any unit.
    pub widths: Vec<f32>,
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
