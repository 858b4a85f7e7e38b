//! What a report is to cover, as the person chose it.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::photos::PickedPhoto;
use super::section::{Preset, Section};
use crate::analysis::insights::Insights;
use crate::model::time::Day;
use crate::report::document::Paper;
use crate::report::series_style::SeriesStyles;

/// Days of a report unless others are asked for: as many lie before them to compare with in a diary of half a year.
pub const USUAL_DAYS: i32 = 90;

/// What a report is to cover.
#[derive(Debug, Clone, PartialEq)]
#[allow(clippy::struct_excessive_bools, reason = "each is a choice of its own")]
pub struct ReportRequest {
    /// First day.
    pub first: Day,
    /// Last day.
    pub last: Day,
    /// The day it is made; ideas are those of this day.
    pub today: Day,
    /// The paper it is set for.
    pub paper: Paper,
    /// The parts after page one.
    pub sections: BTreeSet<Section>,
    /// Whether what needed a look in the period is listed first.
    pub with_flags: bool,
    /// Whether the words of notes and doses are printed.
    pub with_notes: bool,
    /// Whether everything in the diary is made up, which the report then says first.
    pub made_up: bool,
    /// What the analysis found, without what a running trial keeps back; `None` leaves out what is made from it.
    pub insights: Option<Arc<Insights>>,
    /// Name or initials to print, as the person typed them for this report; empty for none.
    pub who: String,
    /// What the person wants to ask, a line each; empty for nothing.
    pub questions: String,
    /// Whether the safety questions that were answered yes are printed.
    pub with_safety_answers: bool,
    /// The photos that were picked for this report; no other is ever in it.
    pub photos: Vec<PickedPhoto>,
    /// How series are drawn where the person saw them before.
    pub styles: SeriesStyles,
}

impl ReportRequest {
    /// A report of everything over a period.
    pub fn new(first: Day, last: Day, today: Day) -> Self {
        Self {
            first,
            last,
            today,
            paper: Paper::default(),
            sections: Preset::Everything.sections(),
            with_flags: true,
            with_notes: true,
            made_up: false,
            insights: None,
            who: String::new(),
            questions: String::new(),
            with_safety_answers: true,
            photos: Vec::new(),
            styles: SeriesStyles::default(),
        }
    }
}
