//! Better or worse against the period before.

use crate::words::{EffectWords, count};

/// Said where no sign was answered.
pub const NOTHING: &str = "Nothing about skin or gut was answered in this period, so better or worse cannot be said.";
/// Said where signs were answered, but none of the indices could be worked out.
pub const SIGNS_ALONE: &str = "Too few of the signs of a day were answered to say better or worse in one number; those that were \
                               answered stand in the table.";

/// What a change is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It stands out, and more is worse.
    Worse,
    /// It stands out, and less is better.
    Better,
    /// It does not stand out.
    Uncertain,
}

/// An index now and before: both medians, and the difference of the means with its interval.
#[derive(Debug)]
#[allow(missing_docs, reason = "the sentence says what each is")]
pub struct Compared<'a> {
    pub name: &'a str,
    pub label: &'a str,
    pub change: Change,
    pub now: &'a str,
    pub before: &'a str,
    pub effect: &'a EffectWords,
    pub answered: (usize, usize),
}

/// Said where nothing was answered before the period.
pub fn not_before(name: &str, label: &str) -> String {
    format!(
        "Whether the {name} got better or worse cannot be said: {label} was not answered before this period. A shorter period has \
         days before it to compare with."
    )
}

/// Said where too few days were answered.
pub fn too_few(name: &str, label: &str, (before, now): (usize, usize), needed: usize) -> String {
    format!(
        "Whether the {name} got better or worse cannot be said: {label} has {now} answered days in this period and {before} in \
         the one before, and {needed} are needed in each."
    )
}

/// Said where the answers hardly differ.
pub fn same(label: &str) -> String {
    format!("{label} was the same on nearly all days of this period and the one before.")
}

/// Better, worse or uncertain, with its numbers and their doubt.
pub fn compared(of: &Compared<'_>) -> String {
    let Compared { name, label, change, now, before, effect, answered } = of;
    let claim = match change {
        Change::Worse => format!("The {name} was worse than in the period before"),
        Change::Better => format!("The {name} was better than in the period before"),
        Change::Uncertain => format!("Whether the {name} got better or worse is uncertain"),
    };
    format!(
        "{claim}: {label} {now} (median), before {before}; on average {} (95 % interval {}; {} days answered, before {}).",
        effect.size, effect.interval, answered.1, answered.0
    )
}

/// Days with a flare, now and before, each with the days on which it was answered.
pub fn flares((now, answered): (usize, usize), (before, answered_before): (usize, usize)) -> String {
    let past = if answered_before == 0 {
        "it was not answered in the period before".to_owned()
    } else {
        format!("before on {before} of {answered_before}")
    };
    format!("A flare was marked on {now} of {}; {past}.", count(answered, "answered day", "answered days"))
}
