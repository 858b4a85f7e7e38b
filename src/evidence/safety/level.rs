//! How urgent a flag is, and what follows from that. The meaning of each level stands in the table of rules, section 1.1 of the
//! safety page.

use serde::Deserialize;

use super::rules;

/// How soon somebody should look at it, the most urgent first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
pub enum Level {
    /// E: the emergency number, now.
    Emergency,
    /// H1: support now, crisis words first.
    SupportNow,
    /// T: medical help the same day.
    Today,
    /// S: a doctor, within days to two weeks.
    Soon,
    /// H2: somebody to talk to.
    Support,
    /// A: ask a pharmacist, midwife or prescriber, before the next dose or within days.
    Ask,
    /// K: one calm line where it belongs.
    Know,
}

/// What follows from a level.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LevelMeaning {
    /// The level.
    pub level: Level,
    /// Its letter in the tables: `E`, `T`, `H1`.
    pub code: String,
    /// What to do, in words.
    pub words: String,
    /// Days for which a tick of a warning sign stays raised, that of the tick being the first; `None` where no tick raises it.
    #[serde(default)]
    pub tick_days: Option<i32>,
    /// Days after which a flag that was seen comes back to full size; `None` = only once it is worse.
    #[serde(default)]
    pub comes_back_after_days: Option<i32>,
    /// Days for which "a doctor has looked at this" keeps it folded, unless it gets worse; `None` = not at all.
    #[serde(default)]
    pub doctor_quiets_days: Option<i32>,
    /// Whether it is said outside the window, too, as soon as something is logged.
    #[serde(default)]
    pub is_said_at_once: bool,
    /// Whether the first page of a report lists it.
    #[serde(default)]
    pub is_reported: bool,
    /// What is not shown while it holds.
    #[serde(default)]
    pub silences: Silenced,
}

/// What is not shown while some flags hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
#[allow(clippy::struct_excessive_bools, reason = "each is silenced for itself")]
pub struct Silenced {
    /// Every tip, trial and idea of a card.
    pub everything: bool,
    /// Every idea about eating and drinking.
    pub diet_ideas: bool,
    /// Every trial.
    pub trials: bool,
    /// Every tip.
    pub all_tips: bool,
    /// Every card with a gate for pregnancy stays closed, whatever the profile says.
    pub pregnancy_gates: bool,
}

impl Silenced {
    /// What either of two silences.
    #[must_use]
    pub fn or(self, other: Self) -> Self {
        Self {
            everything: self.everything || other.everything,
            diet_ideas: self.diet_ideas || other.diet_ideas,
            trials: self.trials || other.trials,
            all_tips: self.all_tips || other.all_tips,
            pregnancy_gates: self.pregnancy_gates || other.pregnancy_gates,
        }
    }
}

impl Level {
    /// All levels, the most urgent first.
    pub const ALL: [Self; 7] =
        [Self::Emergency, Self::SupportNow, Self::Today, Self::Soon, Self::Support, Self::Ask, Self::Know];

    /// What follows from it; `None` only if the table of rules cannot be read.
    pub fn meaning(self) -> Option<&'static LevelMeaning> {
        rules::table().levels.iter().find(|meaning| meaning.level == self)
    }

    /// What to do, in words.
    pub fn words(self) -> &'static str {
        self.meaning().map_or("", |meaning| &meaning.words)
    }

    /// Its letter in the tables: `E`, `T`, `H1`.
    pub fn code(self) -> &'static str {
        self.meaning().map_or("", |meaning| &meaning.code)
    }

    /// What is not shown while it holds.
    pub fn silences(self) -> Silenced {
        self.meaning().map(|meaning| meaning.silences).unwrap_or_default()
    }

    /// Whether it is said outside the window, too.
    pub fn is_said_at_once(self) -> bool {
        self.meaning().is_some_and(|meaning| meaning.is_said_at_once)
    }

    /// Whether the first page of a report lists it.
    pub fn is_reported(self) -> bool {
        self.meaning().is_some_and(|meaning| meaning.is_reported)
    }
}
