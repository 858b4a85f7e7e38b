//! Every word of the window that does not come from the diary or the evidence cards, in one place.

/// Name of the program.
pub const APP: &str = "Gutskin";
/// Stands wherever a first-time user could take it for more than it is.
pub const NOT_MEDICAL: &str = "Not a medical device. Not for emergencies.";
/// Over a made-up diary.
pub const MADE_UP: &str = "Made-up sample diary. Nothing here is about a real person, and nothing you change is kept.";
/// Link in the head of a card.
pub const SAME_AS_YESTERDAY: &str = "same as yesterday";
