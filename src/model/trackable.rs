//! A trackable: a named quantity an entry carries, and the rules its answers obey.

use serde::{Deserialize, Serialize};

use super::body_system::BodySystem;
use super::entry::EntryKind;
pub use super::key::{Key, KeyError};
use super::locale::Locale;
use super::text::{Name, excerpt};
use super::time::ClockTime;
use super::value::Value;

/// What kind of answer a trackable takes.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum Kind {
    /// Whole or half steps from 0 to 10.
    Score,
    /// 0 to 4.
    Grade,
    /// A sign as clinicians' scores grade it: whole steps from 0 to the limit, and halves between from 1 up.
    Level {
        /// The highest level.
        most: u32,
    },
    /// Stool form, 1 to 7.
    StoolForm,
    /// A whole number from 0 up to the limit.
    Count {
        /// The largest believable count.
        most: u32,
    },
    /// A quantity from 0 up to the limit, in a unit.
    Amount {
        /// Unit, for example `ml`.
        unit: String,
        /// The largest believable amount.
        most: f64,
        /// What one press of + adds.
        step: f64,
    },
    /// Yes or no.
    YesNo,
    /// Hours, 0 to 24.
    Duration,
    /// A time on the clock.
    Clock,
}

/// Which way is worse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    /// More is worse.
    WorseUp,
    /// More is better.
    BetterUp,
    /// Neither.
    Neutral,
}

/// What the trackable is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Role {
    /// Something to be explained.
    Outcome,
    /// Something that may go along with an outcome.
    Factor,
    /// Kept beside the others, not analysed.
    Context,
    /// A warning sign; drives the safety screen only.
    Warning,
}

/// How several answers of one day become one number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Aggregate {
    /// All added up.
    Sum,
    /// The worst: the largest, or the smallest where more is better.
    Worst,
    /// The mean.
    Mean,
    /// The last by time.
    Last,
    /// Yes if any is yes.
    Any,
    /// The worst of each region, added up over the regions. An answer for the whole skin stands for all of it, one for a coarse
    /// place for its parts, so that nothing counts twice.
    Regions,
    /// Answers are percent of their place: how much of the whole skin it is, in percent. Of a coarse place and its parts the finer
    /// answer counts; places that nobody answered for are known only where the rest is said to be clear.
    Area,
}

/// A named quantity an entry carries.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trackable {
    /// Stable key.
    pub key: Key,
    /// Name for people; may be changed without touching the past.
    pub label: Name,
    /// Kind of answer.
    pub kind: Kind,
    /// Which way is worse.
    pub direction: Direction,
    /// Outcome, factor, context or warning sign.
    pub role: Role,
    /// The kind of entry that carries it.
    pub carried_by: EntryKind,
    /// How a day's answers become one number.
    pub aggregate: Aggregate,
    /// Whether the forms leave it out. Its past answers stay.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub hidden: bool,
    /// What an own outcome is about, where the entry that carries it does not say so by itself. Read it through
    /// [`Catalogue::body_system`](super::catalogue::Catalogue::body_system), which knows the built-in ones too.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub body_system: Option<BodySystem>,
}

/// Why an answer does not fit its trackable.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
#[error("{label}: {given} does not fit; {expected}")]
pub struct ValueError {
    /// Name of the trackable.
    pub label: String,
    /// What was given, cut short.
    pub given: String,
    /// What would fit.
    pub expected: String,
}

impl Kind {
    /// Smallest and largest number this kind takes; for clock times, hours.
    pub fn range(&self) -> (f64, f64) {
        match self {
            Self::Score => (0.0, 10.0),
            Self::Grade => (0.0, 4.0),
            Self::StoolForm => (1.0, 7.0),
            Self::Level { most } | Self::Count { most } => (0.0, f64::from(*most)),
            Self::Amount { most, .. } => (0.0, *most),
            Self::YesNo => (0.0, 1.0),
            Self::Duration | Self::Clock => (0.0, 24.0),
        }
    }

    /// Unit shown behind a number; empty if there is none.
    pub fn unit(&self) -> &str {
        match self {
            Self::Amount { unit, .. } => unit,
            Self::Duration => "h",
            _ => "",
        }
    }

    /// What fits, in words.
    pub fn expected(&self) -> String {
        match self {
            Self::Score => "a number from 0 to 10 is needed".to_owned(),
            Self::Grade => "a whole number from 0 to 4 is needed".to_owned(),
            Self::Level { most } => {
                format!("a whole number from 0 to {most} is needed, or a half between them from 1 up")
            }
            Self::StoolForm => "a form from 1 to 7 is needed".to_owned(),
            Self::Count { most } => format!("a whole number from 0 to {most} is needed"),
            Self::Amount { unit, most, .. } => format!("an amount from 0 to {most} {unit} is needed"),
            Self::YesNo => "yes or no is needed".to_owned(),
            Self::Duration => "hours from 0 to 24 are needed, for example 7.5 or 7:30".to_owned(),
            Self::Clock => "a time such as 23:15 is needed".to_owned(),
        }
    }

    /// Whether an answer fits.
    pub fn accepts(&self, value: Value) -> bool {
        let (least, most) = self.range();
        let in_range = |number: f64| (least..=most).contains(&number);
        match (self, value) {
            (Self::YesNo, Value::YesNo(_)) | (Self::Clock, Value::Time(_)) => true,
            (Self::YesNo | Self::Clock, _) | (_, Value::YesNo(_) | Value::Time(_)) => false,
            (Self::Grade | Self::Count { .. }, Value::Number(n)) => in_range(n) && n.fract() == 0.0,
            (Self::Level { .. }, Value::Number(n)) => {
                in_range(n) && (n.fract() == 0.0 || n > 1.0 && (n * 2.0).fract() == 0.0)
            }
            (Self::Score | Self::StoolForm, Value::Number(n)) => in_range(n) && (n * 2.0).fract() == 0.0,
            (_, Value::Number(n)) => in_range(n),
        }
    }

    /// Reads an answer as typed; `None` if it is not of this kind. The range is for [`accepts`](Self::accepts).
    pub fn read(&self, text: &str) -> Option<Value> {
        let text = text.trim();
        match self {
            Self::YesNo => match text.to_ascii_lowercase().as_str() {
                "yes" | "y" | "true" | "1" => Some(Value::YesNo(true)),
                "no" | "n" | "false" | "0" => Some(Value::YesNo(false)),
                _ => None,
            },
            Self::Clock => ClockTime::parse(text).ok().map(Value::Time),
            Self::Duration => read_hours(text).and_then(Value::number),
            _ => read_number(text).and_then(Value::number),
        }
    }
}

/// Reads a plain decimal number, with a point or one comma.
fn read_number(text: &str) -> Option<f64> {
    let plain = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | '-' | '+');
    if text.len() > 24 || !text.chars().all(plain) {
        return None;
    }
    text.replacen(',', ".", 1).parse::<f64>().ok()
}

/// Reads hours as `7.5`, `7:30`, `7h30` or `730`-free plain numbers.
fn read_hours(text: &str) -> Option<f64> {
    let Some((hours, minutes)) = text.split_once([':', 'h']) else { return read_number(text) };
    let hours: f64 = hours.trim().parse::<u8>().ok()?.into();
    let minutes = if minutes.trim().is_empty() { 0 } else { minutes.trim().parse::<u8>().ok()? };
    (minutes < 60).then(|| hours + f64::from(minutes) / 60.0)
}

/// Hours as a clock shows them: 7.5 is `7:30`.
pub fn hours_and_minutes(hours: f64) -> String {
    let minutes = (hours * 60.0).round();
    format!("{}:{:02}", (minutes / 60.0).floor(), minutes % 60.0)
}

impl Trackable {
    /// The same outcome, about a part of the body. Only what its entry does not say is kept, so that a file needs the field
    /// only where it says something.
    #[must_use]
    pub fn about(self, system: BodySystem) -> Self {
        let body_system = (system != BodySystem::of_carrier(self.carried_by)).then_some(system);
        Self { body_system, ..self }
    }

    /// Whether it is something that came with schema 5: a program before that knows neither the key nor the kind.
    pub fn needs_schema_5(&self) -> bool {
        matches!(self.kind, Kind::Level { .. })
            || self.aggregate == Aggregate::Area
            || self.carried_by == EntryKind::SkinWeek
            || super::builtin::is_since_schema_5(self.key.as_str())
    }

    /// Checks an answer.
    ///
    /// # Errors
    /// [`ValueError`] with what would fit.
    pub fn check(&self, value: Value) -> Result<(), ValueError> {
        if self.kind.accepts(value) { Ok(()) } else { Err(self.refuse(&value.to_string())) }
    }

    /// Reads an answer as typed and checks it.
    ///
    /// # Errors
    /// [`ValueError`] with what would fit.
    pub fn read(&self, text: &str) -> Result<Value, ValueError> {
        let value = self.kind.read(text).ok_or_else(|| self.refuse(text))?;
        self.check(value)?;
        Ok(value)
    }

    fn refuse(&self, given: &str) -> ValueError {
        let given = excerpt(given);
        ValueError {
            label: self.label.to_string(),
            given: if given.trim().is_empty() { "nothing".to_owned() } else { given },
            expected: self.kind.expected(),
        }
    }

    /// An answer with its unit, for people: `7.5 h`, `3`, `yes`.
    pub fn show(&self, value: Value) -> String {
        let (unit, number) = (self.kind.unit(), Locale::current().decimal_mark.write(&value.to_string()));
        if unit.is_empty() { number } else { format!("{number} {unit}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_read_as_people_type_them() {
        assert_eq!(Kind::Duration.read("7:30"), Some(Value::Number(7.5)));
        assert_eq!(Kind::Duration.read("7h30"), Some(Value::Number(7.5)));
        assert_eq!(Kind::Score.read("7,5"), Some(Value::Number(7.5)));
        assert_eq!(Kind::YesNo.read("Yes"), Some(Value::YesNo(true)));
        assert_eq!(Kind::Score.read("1e3"), None);
        assert_eq!(Kind::Score.read("NaN"), None);
        assert_eq!(Kind::Duration.read("7:75"), None);
    }

    #[test]
    fn a_grade_of_nine_is_never_taken() {
        for (kind, good, bad) in [
            (Kind::Grade, 4.0, 9.0),
            (Kind::Score, 7.5, 10.5),
            (Kind::StoolForm, 1.0, 0.0),
            (Kind::Level { most: 3 }, 1.5, 0.5),
            (Kind::Level { most: 3 }, 3.0, 4.0),
            (Kind::Count { most: 5 }, 5.0, 2.5),
        ] {
            assert!(kind.accepts(Value::Number(good)));
            assert!(!kind.accepts(Value::Number(bad)));
            assert!(!kind.accepts(Value::YesNo(true)));
        }
    }
}
