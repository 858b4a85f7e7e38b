//! Why there is no chart, and the way out.

use super::MOST_SERIES;
use crate::model::diary::Diary;
use crate::model::text::excerpt;
use crate::model::time::Day;

/// Why there is no chart.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ChartError {
    /// No series was named.
    #[error("no series is named; name up to {MOST_SERIES}, for example redness,itch")]
    NoSeries,
    /// More series than fit.
    #[error("{0} series are too many; name at most {MOST_SERIES}")]
    TooMany(usize),
    /// A series the diary does not know.
    #[error("“{key}” is not a series of this diary{}", near(.nearest))]
    Unknown {
        /// What was asked for, cut short.
        key: String,
        /// Keys that look like it.
        nearest: Vec<String>,
    },
    /// The diary lacks what a kind of chart needs; says what, and the way out.
    #[error("{0}")]
    Lacking(String),
    /// The last day comes before the first.
    #[error("the period ends on {last}, before it starts on {first}; swap them")]
    Backwards {
        /// First day asked for.
        first: Day,
        /// Last day asked for.
        last: Day,
    },
    /// No named series has an answer in the period.
    #[error("nothing is logged for {names} from {first} to {last}; choose another period")]
    Nothing {
        /// Names of the series.
        names: String,
        /// First day.
        first: Day,
        /// Last day.
        last: Day,
    },
}

fn near(nearest: &[String]) -> String {
    if nearest.is_empty() {
        "; “gutskin days” lists all in its first line".to_owned()
    } else {
        format!("; did you mean {}?", nearest.join(", "))
    }
}

impl ChartError {
    /// The refusal of a key, with those that look like it.
    pub(in crate::report) fn unknown(diary: &Diary, key: &str) -> Self {
        let nearest = diary.catalogue().nearest_keys(key);
        Self::Unknown { key: excerpt(key), nearest }
    }
}
