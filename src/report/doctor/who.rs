//! Who the report is about and how much of the period is logged: what was typed for it, a band of ages, conditions, and the safety
//! questions that were answered yes.

use super::{Source, heading};
use crate::report::document::Block;
use crate::words::report::outcomes::logged as logged_of;
use crate::words::report::who as words;

/// Letters of what was typed as a name.
const NAME_LETTERS: usize = 120;
/// Safety questions that page one names.
const MOST_SAFETY: usize = 8;
/// Years in an age band.
const BAND_YEARS: i32 = 10;

/// The paragraph that says it.
pub(super) fn who(source: &Source<'_>) -> Block {
    let (profile, request) = (source.diary.profile(), source.request);
    let mut parts = Vec::new();
    if let Some(age) = profile.age_in(request.today.year()) {
        let from = age / BAND_YEARS * BAND_YEARS;
        parts.push(if age < 18 {
            words::years(age)
        } else {
            words::years_between(from.max(18), from + BAND_YEARS - 1)
        });
    }
    parts.extend(profile.sex.map(|sex| sex.label().to_owned()));
    parts.extend(profile.conditions.iter().map(|condition| condition.label().to_owned()));
    let named: String = request.who.trim().chars().take(NAME_LETTERS).collect();
    let mut said = words::named(&named) + &words::entered(&parts) + &coverage(source);
    if request.with_safety_answers {
        said += &safety(source);
    }
    Block::Paragraph(said)
}

/// The safety questions that were answered yes.
fn answered_yes(source: &Source<'_>) -> Vec<String> {
    let answered = source.diary.profile().safety.iter().filter(|(_, yes)| **yes);
    answered.map(|(question, _)| words::question(question.text())).collect()
}

/// What was answered yes; and that nothing was, where somebody answered at all.
fn safety(source: &Source<'_>) -> String {
    let mut yes = answered_yes(source);
    if yes.is_empty() {
        return words::no_safety(source.diary.profile().safety.is_empty()).to_owned();
    }
    let more = yes.len().saturating_sub(MOST_SAFETY);
    yes.truncate(MOST_SAFETY);
    words::answered_yes(&yes, more)
}

/// The safety questions that page one has no room for.
pub(super) fn more_safety(source: &Source<'_>) -> Vec<Block> {
    let yes = answered_yes(source);
    let more: Vec<String> = yes.into_iter().skip(MOST_SAFETY).collect();
    if more.is_empty() || !source.request.with_safety_answers {
        return Vec::new();
    }
    vec![heading(words::MORE_SAFETY), Block::List(more)]
}

/// How much of the period is logged.
fn coverage(source: &Source<'_>) -> String {
    let logged = source.diary.day_records_between(source.request.first, source.request.last).count();
    logged_of(logged, source.days())
}
