//! The parts of the scores of single days, so that a form can say what is missing for one.

use super::INDICES;
use crate::columns::table::DayTable;
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
