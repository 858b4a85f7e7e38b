//! The answers of a day to a questionnaire.

use crate::columns::day_facts::DayFacts;
use crate::model::questionnaire::Questionnaire;

/// The answers in the order of the questions; nothing on a day on which none was given, as on most.
pub(super) fn answers(day: &DayFacts<'_>, questionnaire: Questionnaire) -> Vec<Option<f64>> {
    if day.entries().iter().all(|entry| entry.kind != questionnaire.kind()) {
        return Vec::new();
    }
    questionnaire.items().map(|item| day.answer(item.key.as_str())).collect()
}
