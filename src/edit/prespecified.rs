//! Naming suspects: the pairs somebody wants tested beside the open search.

use super::change::Change;
use super::error::CommandError;
use super::settings::change;
use crate::model::diary::Diary;
use crate::model::prespecified::{MOST_SUSPECTS, PrespecifiedPair, PrespecifiedPairs};
use crate::model::time::Day;

/// The change that names a list. One that says the same keeps its date; any other is a new family from today on.
///
/// # Errors
/// [`CommandError::Profile`] with the pair and the rule.
pub(super) fn name(diary: &Diary, pairs: Vec<PrespecifiedPair>, today: Day) -> Result<Vec<Change>, CommandError> {
    if pairs.len() > MOST_SUSPECTS {
        let given = pairs.len();
        return Err(CommandError::Profile(format!(
            "{given} suspects are named; at most {MOST_SUSPECTS} fit, so keep the likeliest"
        )));
    }
    let fits = |key: &str| !key.is_empty() && key.chars().count() <= 100;
    for (index, pair) in pairs.iter().enumerate() {
        if !fits(&pair.factor) || !fits(&pair.outcome) || pair.factor == pair.outcome {
            return Err(CommandError::Profile("a suspect needs a factor and another outcome; choose both".to_owned()));
        }
        if pairs.iter().take(index).any(|earlier| earlier == pair) {
            let words = format!("{} and {} are named twice; leave one out", pair.factor, pair.outcome);
            return Err(CommandError::Profile(words));
        }
    }
    if diary.settings().suspects.as_ref().is_some_and(|known| known.are(&pairs)) {
        return Ok(Vec::new());
    }
    let named = (!pairs.is_empty()).then_some(PrespecifiedPairs { named: today, pairs });
    Ok(change(diary, |settings| settings.suspects = named))
}

pub(super) fn name_of_naming(pairs: &[PrespecifiedPair]) -> String {
    let verb = if pairs.is_empty() { "clearing the suspects" } else { "naming suspects" };
    verb.to_owned()
}
