//! A course: something taken or done over an interval, with a window after it in which it may still act.

use serde::{Deserialize, Serialize};

use super::region::Region;
use super::text::{Name, Note};
use super::time::Day;

/// Number of a course in the diary, never reused while the diary is open.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CourseId(pub u32);

impl CourseId {
    /// A course that has no number yet; adding it gives it one.
    pub const NEW: Self = Self(0);
}

/// What kind of course it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum CourseKind {
    /// An antibiotic by mouth or drip.
    Antibiotic,
    /// A probiotic.
    Probiotic,
    /// Another prescribed medicine.
    Prescribed,
    /// A supplement.
    Supplement,
    /// A serum, cream or ointment on the skin.
    Topical,
    /// A change of diet.
    Diet,
    /// A change of habit that is neither eaten nor put on the skin: sleep, quiet minutes, shade.
    Habit,
}

impl CourseKind {
    /// All kinds.
    pub const ALL: &'static [Self] = &[
        Self::Antibiotic,
        Self::Probiotic,
        Self::Prescribed,
        Self::Supplement,
        Self::Topical,
        Self::Diet,
        Self::Habit,
    ];

    /// Name for people.
    pub fn label(self) -> &'static str {
        match self {
            Self::Antibiotic => "Antibiotic",
            Self::Probiotic => "Probiotic",
            Self::Prescribed => "Prescribed medicine",
            Self::Supplement => "Supplement",
            Self::Topical => "Serum or cream",
            Self::Diet => "Diet change",
            Self::Habit => "Change of habit",
        }
    }

    /// Key of its exposure column in the day table.
    pub fn key(self) -> &'static str {
        match self {
            Self::Antibiotic => "antibiotic",
            Self::Probiotic => "probiotic",
            Self::Prescribed => "prescribed",
            Self::Supplement => "supplement",
            Self::Topical => "topical",
            Self::Diet => "diet",
            Self::Habit => "habit",
        }
    }

    /// Days after the last dose in which it may still act, unless the person says otherwise. For antibiotics 45: in twelve
    /// healthy men the gut flora was near its baseline after one and a half months (Palleja 2018, doi:10.1038/s41564-018-0257-9).
    pub fn usual_after_effect_days(self) -> u16 {
        match self {
            Self::Antibiotic => 45,
            Self::Probiotic | Self::Prescribed | Self::Diet => 14,
            Self::Supplement | Self::Topical | Self::Habit => 7,
        }
    }
}

/// Something taken or done over an interval.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Course {
    /// Number.
    pub id: CourseId,
    /// Kind.
    pub kind: CourseKind,
    /// What it is called.
    pub name: Name,
    /// First day.
    pub start: Day,
    /// Last day; `None` while it goes on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stop: Option<Day>,
    /// Dose in the person's words, for example `40 mg`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub dose: String,
    /// Schedule in the person's words, for example `evenings`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub schedule: String,
    /// Where a topical goes; empty for the whole skin or for other kinds.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub regions: Vec<Region>,
    /// Days after the last day in which it may still act, 0 to 365.
    pub after_effect_days: u16,
    /// Further words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Note>,
}

/// Where a day lies against a course.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Phase {
    /// Before the first day.
    Before,
    /// First to last day.
    During,
    /// After the last day, within the window of after-effects.
    After,
    /// Later than that.
    Over,
}

impl Course {
    /// Where a day lies against this course.
    pub fn phase(&self, day: Day) -> Phase {
        if day < self.start {
            return Phase::Before;
        }
        match self.stop {
            None => Phase::During,
            Some(stop) if day <= stop => Phase::During,
            Some(stop) if day.days_since(stop) <= i32::from(self.after_effect_days) => Phase::After,
            Some(_) => Phase::Over,
        }
    }

    /// The last day of its after-effect window; `None` while it goes on.
    pub fn after_effect_until(&self) -> Option<Day> {
        self.stop.map(|stop| stop.plus(i32::from(self.after_effect_days)))
    }
}
