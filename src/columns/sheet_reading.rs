//! How far a day is on the way to a clinicians' score: what of the body is covered, which places nobody spoke of, and, where not all
//! of it is known, between which numbers the score lies. A form says it beside the sheet.

use super::sources::indices::gags::{SPOTS, ScoreRange, gags};
use super::sources::indices::ihs4::{COUNTS, severity};
use super::sources::indices::skin_bands::{COVER, band};
use crate::model::catalogue::Catalogue;
use crate::model::day_record::DayRecord;
use crate::model::region::{BodyPart, Region};
use crate::model::score_sheet::ScoreSheet;
use crate::model::skin_places::SkinPlaces;

/// A part of the body that is covered.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CoveredPart {
    /// The part.
    pub part: BodyPart,
    /// How much of it, in percent.
    pub percent: f64,
    /// The band of PASI and EASI that this is, 0 to 6.
    pub band: u32,
}

/// How far a day is on the way to a score.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct SheetReading {
    /// Of the scores that go by area, the parts of the body of which all is said; a part that is clear among them.
    pub parts: Vec<CoveredPart>,
    /// Places of which nothing is said that the score needs.
    pub unknown: Vec<Region>,
    /// Of GAGS, between which numbers it lies.
    pub range: Option<ScoreRange>,
}

impl SheetReading {
    /// What a day says for a score.
    pub fn on(sheet: ScoreSheet, page: Option<&DayRecord>, catalogue: &Catalogue) -> Self {
        let places = |key: &str| {
            let known = catalogue.get(key);
            page.zip(known).map(|(page, known)| SkinPlaces::on(page, known)).unwrap_or_default()
        };
        match sheet {
            ScoreSheet::Scorad | ScoreSheet::Pasi | ScoreSheet::Easi => Self::by_area(&places(COVER)),
            ScoreSheet::Gags => match gags(&SPOTS.map(places)) {
                Ok(range) => Self { range: Some(range), ..Self::default() },
                Err(unknown) => Self { unknown, ..Self::default() },
            },
            ScoreSheet::Ihs4 => Self::default(),
        }
    }

    fn by_area(cover: &SkinPlaces) -> Self {
        let mut reading = Self::default();
        for part in BodyPart::ALL {
            match cover.covered_percent(part.finest()) {
                Ok(percent) => reading.parts.push(CoveredPart { part, percent, band: band(percent) }),
                Err(unknown) => reading.unknown.extend(unknown),
            }
        }
        reading
    }

    /// What is covered of a part of the body, where all of it is said.
    pub fn part(&self, part: BodyPart) -> Option<CoveredPart> {
        self.parts.iter().copied().find(|covered| covered.part == part)
    }
}

/// How bad an IHS4 is called: mild, moderate or severe.
pub fn ihs4_severity(score: f64) -> &'static str {
    severity(score)
}

/// Keys of what IHS4 counts.
pub fn ihs4_counts() -> [&'static str; 3] {
    COUNTS
}
