//! What went along with what.

/// Heading on page one.
pub const HEADING: &str = "What went along with what";
/// Heading of the part.
pub const IN_DETAIL: &str = "What went along with what, in detail";

/// What was tested.
pub fn looked(pairs: usize, days: usize) -> String {
    format!("{pairs} pairs of a factor and an outcome were tested together over the first {days} days of the diary.")
}

/// A finding with its grade.
pub fn graded(sentence: &str, grade: &str) -> String {
    format!("{sentence} This was {grade}.")
}

/// The grade that several findings share, before what follows.
pub fn shared_grade(grade: &str, findings: usize) -> String {
    if findings == 1 { format!("This was {grade}. ") } else { format!("Each was {grade}. ") }
}

/// How sure all pairs together are.
pub fn with_chance(graded: &str, q: &str) -> String {
    format!("{graded} Over all pairs tested together q is {q}.")
}

/// Findings for which page one has no room, after what goes before.
pub fn rest(more: usize) -> String {
    match more {
        0 => String::new(),
        1 => " One more is in the diary.".to_owned(),
        more => format!(" {}", super::more_in_the_diary(more)),
    }
}
