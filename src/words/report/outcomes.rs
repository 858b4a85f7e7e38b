//! Outcomes in detail.

use crate::model::body_system::BodySystem;
use crate::words::{all_of, count};

/// What stands where nothing was answered.
pub const MISSING: &str = "not answered";
/// What stands where a cell has nothing to say.
pub const DASH: &str = "–";
/// Heads of the table.
pub const HEADER: [&str; 7] =
    ["", "Days answered", "Median", "Least to most", "Worst day", "First third", "Last third"];

/// Heading of a part of the body.
pub const fn heading(system: BodySystem) -> &'static str {
    match system {
        BodySystem::Skin => "Skin in detail",
        BodySystem::Gut => "Gut in detail",
        BodySystem::Other => "Other outcomes in detail",
    }
}

fn name(system: BodySystem) -> &'static str {
    match system {
        BodySystem::Skin => "Skin",
        BodySystem::Gut => "Gut",
        BodySystem::Other => "Other outcomes",
    }
}

/// Said where nothing was answered.
pub fn nothing(system: BodySystem) -> String {
    format!("Nothing about the {} was answered in this period.", name(system).to_lowercase())
}

/// What an index is.
pub fn index(label: &str) -> String {
    format!(
        "{label} is a self-care index computed from the entries, higher is worse; it cannot be compared with clinic scores."
    )
}

/// What the clinicians' scores are here.
pub fn scores(names: &[&str]) -> String {
    format!(
        "{} follow the published formulas and were filled in by the person; a clinician may score the same skin differently.",
        all_of(names)
    )
}

/// What the condition is about and nobody answered.
pub fn silent(names: &[&str]) -> String {
    format!("Not answered in this period: {}.", names.join(", "))
}

/// Caption of the table.
pub fn caption(system: BodySystem, days: usize) -> String {
    format!("{} over {days} days; first and last third: median of each", name(system))
}

/// “12 of 90”.
pub fn of_days(answered: usize, days: usize) -> String {
    format!("{answered} of {days}")
}

/// “yes 3 of 12”.
pub fn yes(yes: usize, answered: usize) -> String {
    format!("yes {yes} of {answered}")
}

/// The last day with a yes.
pub fn last_on(day: &str) -> String {
    format!("last on {day}")
}

/// From one answer to another.
pub fn range(least: &str, most: &str) -> String {
    format!("{least} to {most}")
}

/// Where too little was answered for a median.
pub fn too_few(answered: usize) -> String {
    format!("too few ({answered})")
}

/// “Logged 60 of 90 days.”
pub fn logged(logged: usize, days: usize) -> String {
    format!("Logged {logged} of {}.", count(days, "day", "days"))
}
