//! The parts of a report after page one, and the ready-made choices of them: one table that the window, the command line and the
//! report itself read. A new part is a row here and a file that builds it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{
    Source, advice, axis_map, body, calendar, charts, day_by_day, findings, food, gut, logged, methods, outcomes,
    trials,
};
use crate::model::body_system::BodySystem;
use crate::report::document::Block;
use crate::words::report as words;

/// A part of the report that can be chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the words of the table are the meaning")]
pub enum Section {
    Skin,
    Gut,
    Others,
    Calendar,
    Charts,
    Places,
    Stools,
    Nutrients,
    Foods,
    Axis,
    Findings,
    Courses,
    Trials,
    Warnings,
    Ideas,
    Marked,
    Notes,
    Meals,
    Days,
    Methods,
    Numbers,
    Sources,
}

/// A choice of parts that is ready made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[allow(missing_docs, reason = "the words of the table are the meaning")]
pub enum Preset {
    Dermatologist,
    Dietitian,
    Everything,
}

impl Preset {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Dermatologist, Self::Dietitian, Self::Everything];

    /// Its name, for people.
    pub fn label(self) -> &'static str {
        match self {
            Self::Dermatologist => "For a dermatologist",
            Self::Dietitian => "For the gut or a dietitian",
            Self::Everything => "Everything",
        }
    }

    /// Its name on the command line.
    pub fn key(self) -> &'static str {
        match self {
            Self::Dermatologist => "dermatologist",
            Self::Dietitian => "dietitian",
            Self::Everything => "everything",
        }
    }

    /// Its parts.
    pub fn sections(self) -> BTreeSet<Section> {
        let wanted = |row: &&SectionRow| self == Self::Everything || row.presets.contains(&self);
        SECTIONS.iter().filter(wanted).map(|row| row.section).collect()
    }

    /// The ready-made choice that some parts are, if they are one.
    pub fn matching(sections: &BTreeSet<Section>) -> Option<Self> {
        Self::ALL.into_iter().find(|preset| preset.sections() == *sections)
    }
}

/// What is to be known of a part.
struct SectionRow {
    section: Section,
    key: &'static str,
    label: &'static str,
    /// The ready-made choices it is part of, beside that of everything.
    presets: &'static [Preset],
    build: fn(&Source<'_>) -> Vec<Block>,
}

const SKIN_DOCTOR: &[Preset] = &[Preset::Dermatologist];
const GUT_DOCTOR: &[Preset] = &[Preset::Dietitian];
const BOTH: &[Preset] = &[Preset::Dermatologist, Preset::Dietitian];
const NEITHER: &[Preset] = &[];

/// Every part, in the order of the report.
#[rustfmt::skip]
const SECTIONS: &[SectionRow] = &[
    row(Section::Skin, "skin", words::outcomes::heading(BodySystem::Skin), SKIN_DOCTOR, |source| outcomes::summary(source, BodySystem::Skin)),
    row(Section::Gut, "gut", words::outcomes::heading(BodySystem::Gut), GUT_DOCTOR, |source| outcomes::summary(source, BodySystem::Gut)),
    row(Section::Others, "others", words::outcomes::heading(BodySystem::Other), NEITHER, |source| outcomes::summary(source, BodySystem::Other)),
    row(Section::Stools, "stools", "Stool forms", GUT_DOCTOR, gut::stools),
    row(Section::Nutrients, "nutrients", words::food::NUTRIENTS, GUT_DOCTOR, food::nutrients),
    row(Section::Foods, "foods", words::food::FOODS, GUT_DOCTOR, food::foods),
    row(Section::Courses, "courses", "Courses, with before and after", BOTH, logged::courses),
    row(Section::Trials, "trials", "Trials", NEITHER, trials::blocks),
    row(Section::Warnings, "warnings", words::logged::WARNINGS, NEITHER, logged::warnings),
    row(Section::Marked, "marked", words::logged::MARKED, BOTH, logged::marked),
    row(Section::Calendar, "calendar", words::calendar::HEADING, NEITHER, calendar::blocks),
    row(Section::Charts, "charts", "Charts over time", NEITHER, charts::blocks),
    row(Section::Places, "places", words::body::HEADING, NEITHER, body::places),
    row(Section::Findings, "findings", "What went along with what, with figures", NEITHER, findings::with_figures),
    row(Section::Axis, "axis", "Gut-skin map", NEITHER, axis_map::blocks),
    row(Section::Ideas, "ideas", words::advice::IDEAS, NEITHER, advice::ideas),
    row(Section::Notes, "notes", words::logged::WORDS, NEITHER, logged::in_words),
    row(Section::Meals, "meals", words::logged::MEALS, NEITHER, logged::meals),
    row(Section::Days, "days", words::day_by_day::HEADING, NEITHER, day_by_day::blocks),
    row(Section::Methods, "methods", words::methods::HEADING, BOTH, methods::limits),
    row(Section::Numbers, "numbers", words::charts::NUMBERS, NEITHER, charts::numbers_behind),
    row(Section::Sources, "sources", words::methods::SOURCES, NEITHER, methods::sources),
];

const fn row(
    section: Section,
    key: &'static str,
    label: &'static str,
    presets: &'static [Preset],
    build: fn(&Source<'_>) -> Vec<Block>,
) -> SectionRow {
    SectionRow { section, key, label, presets, build }
}

impl Section {
    /// All of them, in the order of the report.
    pub fn all() -> impl Iterator<Item = Self> {
        SECTIONS.iter().map(|row| row.section)
    }

    /// The one with a key of the command line.
    pub fn by_key(key: &str) -> Option<Self> {
        SECTIONS.iter().find(|row| row.key == key).map(|row| row.section)
    }

    fn row(self) -> Option<&'static SectionRow> {
        SECTIONS.iter().find(|row| row.section == self)
    }

    /// Its key on the command line.
    pub fn key(self) -> &'static str {
        self.row().map_or("", |row| row.key)
    }

    /// Its name, for people.
    pub fn label(self) -> &'static str {
        self.row().map_or("", |row| row.label)
    }

    /// Builds it; nothing where the diary has nothing to say.
    pub(super) fn blocks(self, source: &Source<'_>) -> Vec<Block> {
        self.row().map_or_else(Vec::new, |row| (row.build)(source))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_part_has_one_row_and_a_key_of_its_own() {
        let all: BTreeSet<Section> = Section::all().collect();
        let keys: BTreeSet<&str> = Section::all().map(Section::key).collect();
        assert_eq!((all.len(), keys.len()), (SECTIONS.len(), SECTIONS.len()));
        assert!(Section::all().all(|section| Section::by_key(section.key()) == Some(section)));
        assert_eq!(Preset::Everything.sections(), all);
        for preset in Preset::ALL {
            assert_eq!(Preset::matching(&preset.sections()), Some(preset));
        }
    }
}
