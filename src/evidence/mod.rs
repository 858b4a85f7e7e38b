//! What studies support, what they do not, and what must come first: evidence cards, safety rules, suggestions.

pub mod card;
pub mod cover;
pub mod gate;
pub mod leave_out;
pub mod library;
pub mod measure;
pub mod red_flags;
pub mod related;
pub mod situation;
pub mod suggest;
pub mod wording;
