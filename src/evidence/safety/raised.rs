//! What in a diary makes a condition hold: sentences with dates and numbers, and how bad it is.

use std::collections::BTreeMap;

use crate::model::course::CourseId;
use crate::model::time::Day;

/// Why a condition holds. Conditions that hold by themselves, such as an age, may say nothing.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Raised {
    /// Sentences for the person.
    pub because: Vec<String>,
    /// The days that raised it.
    pub days: Vec<Day>,
    /// The courses it is about, that of the rule first.
    pub courses: Vec<CourseId>,
    /// How bad it is: higher is worse.
    pub reading: f64,
    /// What is filled into the words: `name`, `n`, `day`, `limit`.
    pub fills: BTreeMap<&'static str, String>,
}

impl Raised {
    /// One sentence.
    pub fn said(because: String) -> Self {
        Self { because: vec![because], ..Self::default() }
    }

    /// Both, without saying anything twice.
    #[must_use]
    pub fn and(mut self, other: Self) -> Self {
        for sentence in other.because {
            if !self.because.contains(&sentence) {
                self.because.push(sentence);
            }
        }
        self.days.extend(other.days);
        for course in other.courses {
            if !self.courses.contains(&course) {
                self.courses.push(course);
            }
        }
        for (name, value) in other.fills {
            self.fills.entry(name).or_insert(value);
        }
        self.reading += other.reading;
        self
    }

    /// All of several; `None` if one does not hold.
    pub fn all(parts: impl Iterator<Item = Option<Self>>) -> Option<Self> {
        let mut together = Self::default();
        for part in parts {
            together = together.and(part?);
        }
        Some(together)
    }

    /// Those of several that hold; `None` if none does.
    pub fn any(parts: impl Iterator<Item = Option<Self>>) -> Option<Self> {
        parts.flatten().reduce(Self::and)
    }
}
