//! Who the report is about and how much of the period is logged: what was typed for it, a band of ages, conditions, and the safety
//! questions that were answered yes.

use super::Source;
use crate::report::document::Block;
use crate::words::{all_of, count};

/// Letters of what was typed as a name.
const NAME_LETTERS: usize = 120;
/// Years in an age band.
const BAND_YEARS: i32 = 10;

/// The paragraph that says it.
pub(super) fn who(source: &Source<'_>) -> Block {
    let (profile, request) = (source.diary.profile(), source.request);
    let mut parts = Vec::new();
    if let Some(age) = profile.age_in(request.today.year()) {
        let from = age / BAND_YEARS * BAND_YEARS;
        parts.push(if age < 18 {
            format!("{age} years")
        } else {
            format!("{} to {} years", from.max(18), from + BAND_YEARS - 1)
        });
    }
    parts.extend(profile.sex.map(|sex| sex.label().to_owned()));
    parts.extend(profile.conditions.iter().map(|condition| condition.label().to_owned()));
    let named: String = request.who.trim().chars().take(NAME_LETTERS).collect();
    let mut words = if named.is_empty() {
        String::new()
    } else {
        format!("{named}{} ", if named.ends_with('.') { "" } else { "." })
    };
    if !parts.is_empty() {
        words += &format!("Entered by the person: {}. ", parts.join(", "));
    }
    words += &coverage(source);
    if request.with_safety_answers {
        words += &safety(source);
    }
    Block::Paragraph(words)
}

/// What was answered yes; and that nothing was, where somebody answered at all.
fn safety(source: &Source<'_>) -> String {
    let answered = &source.diary.profile().safety;
    let yes: Vec<String> =
        answered.iter().filter(|(_, yes)| **yes).map(|(question, _)| format!("“{}”", question.text())).collect();
    match (answered.is_empty(), yes.is_empty()) {
        (true, _) => " Allergies and other safety questions were not answered.".to_owned(),
        (false, true) => " No safety question was answered yes.".to_owned(),
        (false, false) => format!(" Answered yes to: {}", all_of(&yes)),
    }
}

/// How much of the period is logged.
fn coverage(source: &Source<'_>) -> String {
    let logged = source.diary.day_records_between(source.request.first, source.request.last).count();
    format!("Logged {logged} of {}.", count(source.days(), "day", "days"))
}
