//! Who the report is about.

use crate::words::all_of;

/// Heading of safety questions that page one has no room for.
pub const MORE_SAFETY: &str = "Answered yes as well";

/// An age that counts by itself.
pub fn years(age: i32) -> String {
    format!("{age} years")
}

/// A band of ages.
pub fn years_between(from: i32, to: i32) -> String {
    format!("{from} to {to} years")
}

/// What was typed as a name, before what follows.
pub fn named(name: &str) -> String {
    if name.is_empty() { String::new() } else { format!("{name}{} ", if name.ends_with('.') { "" } else { "." }) }
}

/// What the person said about themselves, before what follows.
pub fn entered(parts: &[String]) -> String {
    if parts.is_empty() { String::new() } else { format!("Entered by the person: {}. ", parts.join(", ")) }
}

/// Said where no safety question was answered at all, or none with yes, after what goes before.
pub fn no_safety(unanswered: bool) -> &'static str {
    if unanswered {
        " Allergies and other safety questions were not answered."
    } else {
        " No safety question was answered yes."
    }
}

/// A question in quotes.
pub fn question(text: &str) -> String {
    format!("“{text}”")
}

/// The questions that were answered yes, and how many more, after what goes before.
pub fn answered_yes(questions: &[String], more: usize) -> String {
    let more = if more > 0 { format!(" {more} more stand on the next page.") } else { String::new() };
    format!(" Answered yes to: {}{more}", all_of(questions))
}
