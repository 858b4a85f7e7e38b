//! Words of the window that stand in more than one place, or that somebody reads before anything else.

/// Name of the program.
pub const APP: &str = "Gutskin";
/// Stands wherever a first-time user could take it for more than it is.
pub const NOT_MEDICAL: &str = "Not a medical device. Not for emergencies.";
/// Over a made-up diary.
pub const MADE_UP: &str = "Made-up sample diary. Nothing here is about a real person, and nothing you change is kept.";
/// What the program's own scores of a day are, and are not.
pub const OWN_SCALES: &str = "These are our own short scales for following yourself over time. They have not been tested like \
clinic scores and cannot be compared with them.";
/// Link in the head of a card.
pub const SAME_AS_YESTERDAY: &str = "same as yesterday";
/// Heading of the plot before anything is logged.
pub const EMPTY_PLOT_TITLE: &str = "Your curves will be drawn here";
/// What to do then.
pub const EMPTY_PLOT: &str = "Log today on the left, or choose a series that has answers.";
/// On the first screen, before anybody trusts it with anything.
pub const PRIVATE: &str = "Everything you log stays in one folder on this computer.";
/// Under everything that speaks of numbers of the diary.
pub const ASSOCIATION: &str = "What goes along with something need not be its cause.";
/// Over the lock of an encrypted diary.
pub const LOCKED_TITLE: &str = "Your diary is locked";
/// Under it.
pub const LOCKED: &str = "Its passphrase opens it, or the recovery code on your paper.";
/// After a try that did not open it.
pub const NOT_UNLOCKED: &str =
    "That is neither the passphrase nor the recovery code. Nothing happens if you try again.";
/// While the lock is being tried.
pub const UNLOCKING: &str = "One moment…";
/// While the diary is being read.
pub const OPENING: &str = "Opening your diary…";
