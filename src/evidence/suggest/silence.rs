//! What red flags silence.

use crate::evidence::card::Card;
use crate::evidence::red_flags::{Level, RedFlag};

/// Why no change is started while a red flag waits.
pub(super) const TRIALS_WAIT: &str = "A sign that a doctor should look at comes first.";

/// What keeps a tip from being shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum By {
    /// A red flag, by the id of its rule.
    Flag(String),
    /// A gate of the card.
    Gate,
    /// The card speaks to older people.
    Age,
    /// The person put it aside.
    PutAside,
}

impl By {
    /// Its name: the id of the rule, or a word.
    pub fn name(&self) -> &str {
        match self {
            Self::Flag(rule) => rule,
            Self::Gate => "gate",
            Self::Age => "age",
            Self::PutAside => "not for me",
        }
    }
}

/// A tip that would stand now, but for something.
#[derive(Debug, Clone, PartialEq)]
pub struct Silenced {
    /// The card.
    pub card: &'static Card,
    /// What silences it.
    pub by: By,
}

/// What the red flags of a day silence, each with the flag that does.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Silence {
    /// Every tip, trial and card.
    pub everything: Option<By>,
    /// Every tip.
    pub tips: Option<By>,
    /// Every tip about eating and drinking.
    pub eating: Option<By>,
    /// Every trial.
    pub trials: Option<By>,
    raised: Vec<(String, String)>,
}

impl Silence {
    /// What flags silence.
    pub fn by(flags: &[RedFlag]) -> Self {
        let by = |flag: &RedFlag| By::Flag(flag.text.clone());
        let emergency = flags.iter().find(|flag| flag.level == Level::Emergency).map(by);
        let doctor = flags.iter().find(|flag| flag.level != Level::Support).map(by);
        Self {
            everything: emergency.clone(),
            tips: emergency,
            eating: doctor.clone(),
            trials: doctor,
            raised: Vec::new(),
        }
    }

    /// What a rule says, if it holds.
    pub(super) fn words_of(&self, rule: &str) -> Option<&str> {
        self.raised.iter().find(|(id, _)| id == rule).map(|(_, words)| words.as_str())
    }
}
