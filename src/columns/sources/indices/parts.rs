//! The parts of the scores of single days, so that a form can say what is missing for one.

use super::{FORMULAS, INDICES};
use crate::columns::table::DayTable;
use crate::model::score_sheet::ScoreSheets;
use crate::model::time::Day;

/// A part of a score: there as soon as one of its answers is, of which the worst counts.
pub(super) struct ScorePart {
    /// Name for people, in the middle of a sentence.
    pub name: &'static str,
    /// Keys of the answers.
    pub keys: &'static [&'static str],
}

/// What a day lacks for a score.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lacking {
    /// Name of the score.
    pub score: &'static str,
    /// Parts that are there.
    pub there: usize,
    /// How many parts more are needed, at least 1.
    pub needed: usize,
    /// Names of the parts that are not there.
    pub parts: Vec<&'static str>,
}

/// Whether a score is reckoned from the answers to a key, itself or by way of another score.
pub fn is_reckoned_from(score: &str, answer: &str) -> bool {
    let of_day = INDICES.iter().filter(|index| index.key == score).flat_map(|index| index.parts.0);
    let of_sheet = ScoreSheets::shipped().iter().filter(|sheet| sheet.key == score).flat_map(|sheet| &sheet.items);
    let mut formulas = FORMULAS.iter().filter(|formula| formula.key == score).flat_map(|formula| formula.parts);
    of_day.flat_map(|part| part.keys).any(|key| *key == answer)
        || of_sheet.map(|item| item.key.as_str()).any(|key| key == answer)
        || formulas.any(|part| part.columns.iter().any(|key| *key == answer || is_reckoned_from(key, answer)))
}

/// What a day lacks for a score of single days. `None` if it has the score, or if nothing of that key is made of parts.
pub fn lacking(table: &DayTable, key: &str, day: Day) -> Option<Lacking> {
    let index = INDICES.iter().find(|index| index.key == key)?;
    let (parts, needed) = index.parts;
    let is_missing = |part: &&ScorePart| part.keys.iter().all(|key| table.number(key, day).is_none());
    let missing: Vec<&'static str> = parts.iter().filter(is_missing).map(|part| part.name).collect();
    let there = parts.len() - missing.len();
    let needed = needed.checked_sub(there).filter(|needed| *needed > 0)?;
    Some(Lacking { score: index.label, there, needed, parts: missing })
}
