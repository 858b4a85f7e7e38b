//! Page one.

/// Said first of a sample.
pub const MADE_UP: &str = "Everything in this report is made up: it is a sample diary.";
/// Said where nothing of the period needs a look.
pub const NO_FLAG: &str = "No warning sign was raised in this period; that does not say that there was none.";
/// Heading of better or worse.
pub const IN_SHORT: &str = "In short";
/// Heading of the questions.
pub const QUESTIONS: &str = "What I want to ask";
/// Heading of those on the next page.
pub const QUESTIONS_CONTINUED: &str = "What I want to ask, continued";
/// Said where not all of them have room.
pub const MORE_QUESTIONS: &str = "More questions stand on the next page.";
/// Heading of trials and courses.
pub const TRIED_AND_TAKEN: &str = "Tried and taken";
