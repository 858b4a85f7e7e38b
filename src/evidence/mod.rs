//! What studies support, what they do not, and what must come first: evidence cards, safety rules, suggestions.

pub mod card;
pub mod gate;
pub mod instruments;
pub mod intake;
pub mod leave_out;
pub mod library;
pub mod measure;
pub mod red_flags;
pub mod related;
pub mod suggest;
pub mod wording;
