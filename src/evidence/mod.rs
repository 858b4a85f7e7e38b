//! What studies support, what they do not, and what must come first: evidence cards, safety rules, suggestions.

pub mod attempt;
pub mod axis;
pub mod browse;
pub mod card;
pub mod cover;
pub mod declined;
pub mod distance;
pub mod eligible;
pub mod gate;
pub mod instruments;
pub mod leave_out;
pub mod library;
pub mod lingering;
pub mod measure;
pub mod recovery;
pub mod related;
pub mod safety;
pub mod situation;
pub mod suggest;
pub mod wording;
