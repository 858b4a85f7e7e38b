//! A flag: what a rule says about this diary on this day.

use serde::Deserialize;

use super::level::{Level, Silenced};
use crate::model::course::CourseId;
use crate::model::time::Day;

/// How much of a flag is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seen {
    /// All of it.
    Full,
    /// One line: the person has seen it, or a doctor has looked at it, and it is no worse since.
    Folded,
}

/// How well something is founded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
pub enum Mark {
    /// Read in stored text.
    Verified,
    /// General knowledge, to be checked.
    General,
    /// A step of the program's own.
    Own,
}

/// Where a part of a rule is from.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Source {
    /// Who says so, or which part of the rule it is; may be empty.
    #[serde(default)]
    pub words: String,
    /// How well it is founded.
    pub mark: Mark,
}

/// What a rule says about a diary on a day.
#[derive(Debug, Clone, PartialEq)]
pub struct Flag {
    /// Id of the rule, as decisions keep it.
    pub id: String,
    /// How soon.
    pub level: Level,
    /// A second level whose words hold, too.
    pub also: Option<Level>,
    /// What to know and do.
    pub words: String,
    /// What in the diary raised it, with dates and numbers.
    pub because: Vec<String>,
    /// The days that raised it, newest first.
    pub days: Vec<Day>,
    /// The courses it is about.
    pub courses: Vec<CourseId>,
    /// Where it is from.
    pub source: Vec<Source>,
    /// How much of it is shown.
    pub seen: Seen,
    /// The day on which a doctor looked at it, while that keeps it folded.
    pub doctor_looked: Option<Day>,
    /// How bad it is; only ever compared with earlier readings of the same rule. Higher is worse.
    pub reading: f64,
    /// Whether it has the crisis screen behind it.
    pub crisis: bool,
    /// Whether words of support stand in place of the number for stress and rest.
    pub offers_support: bool,
    /// What it silences beyond its level.
    pub(super) keeps_closed: Silenced,
}

impl Mark {
    /// In words.
    pub fn words(self) -> &'static str {
        match self {
            Self::Verified => "source seen",
            Self::General => "general knowledge, not checked against a source",
            Self::Own => "a step of our own",
        }
    }
}

impl Source {
    /// Where it is from, and how well it is founded.
    pub fn in_words(&self) -> String {
        match self.words.as_str() {
            "" | "general knowledge" => self.mark.words().to_owned(),
            words => format!("{words} ({})", self.mark.words()),
        }
    }
}

impl Flag {
    /// Where it is from, in one line.
    pub fn source_words(&self) -> String {
        self.source.iter().map(Source::in_words).collect::<Vec<_>>().join("; ")
    }

    /// All of it in one paragraph: how soon, what to know, what raised it.
    pub fn paragraph(&self) -> String {
        format!("{}. {} {}", self.level.words(), self.words, self.because.join(" "))
    }

    /// The same in one line, as far as it is shown.
    pub fn line(&self) -> String {
        match self.seen {
            Seen::Full => self.paragraph(),
            Seen::Folded => format!("{}. {}", self.level.words(), self.words),
        }
    }

    /// What it silences.
    pub fn silences(&self) -> Silenced {
        self.level.silences().or(self.also.map(Level::silences).unwrap_or_default()).or(self.keeps_closed)
    }
}

/// What some flags silence together.
pub fn silences(flags: &[Flag]) -> Silenced {
    flags.iter().map(Flag::silences).fold(Silenced::default(), Silenced::or)
}
