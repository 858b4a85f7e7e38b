//! What red flags silence.

use crate::evidence::card::{Card, Tip};
use crate::evidence::safety::{Flag, Silenced as Silences};
use crate::evidence::situation::Situation;

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
    TurnedDown,
}

impl By {
    /// Its name: the id of the rule, or a word.
    pub fn name(&self) -> &str {
        match self {
            Self::Flag(rule) => rule,
            Self::Gate => "gate",
            Self::Age => "age",
            Self::TurnedDown => "not for me",
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

/// What the red flags of a day silence, each with the most urgent flag that does.
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
    /// Every card with a gate for pregnancy, whatever the profile says.
    pub pregnancy_gates: Option<By>,
    /// Ids of the rules that hold, with what raised them.
    raised: Vec<(String, String)>,
}

impl Silence {
    /// What flags silence.
    pub fn by(flags: &[Flag]) -> Self {
        let first = |does: fn(Silences) -> bool| {
            flags.iter().find(|flag| does(flag.silences())).map(|flag| By::Flag(flag.id.clone()))
        };
        Self {
            everything: first(|it| it.everything),
            tips: first(|it| it.everything || it.all_tips),
            eating: first(|it| it.everything || it.all_tips || it.diet_ideas),
            trials: first(|it| it.everything || it.trials),
            pregnancy_gates: first(|it| it.pregnancy_gates),
            raised: flags.iter().map(|flag| (flag.id.clone(), flag.because.join(" "))).collect(),
        }
    }

    /// What keeps a card from being a tip.
    pub(super) fn of_tip(&self, card: &Card) -> Option<&By> {
        if card.tip == Tip::ForSafety {
            return self.everything.as_ref();
        }
        let has_pregnancy_gate = card.contraindications.iter().any(|gate| gate.when.contains(&Situation::Pregnant));
        let eating = self.eating.as_ref().filter(|_| card.is_diet());
        let gates = self.pregnancy_gates.as_ref().filter(|_| has_pregnancy_gate);
        self.tips.as_ref().or(eating).or(gates)
    }

    /// What raised a rule, if it holds.
    pub(super) fn words_of(&self, rule: &str) -> Option<&str> {
        self.raised.iter().find(|(id, _)| id == rule).map(|(_, words)| words.as_str())
    }
}
