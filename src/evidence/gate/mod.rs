//! Who may see what. The cards say in which situation they are closed, and how far; here it is read whether a situation holds, and
//! one table says what is left of a card on each surface.

mod leaving_out;
mod surface;

pub use leaving_out::{against_leaving_out, may_have_food_worries};
pub use surface::{Part, Shown, Surface, shown};

use super::card::{Card, Gate, Need, Strictness};
use super::situation::Person;
use crate::medicines::ClassId;
use crate::model::profile::SafetyQuestion;

/// How far a card is open to a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Access {
    /// Nothing stands against it.
    Open,
    /// It may be read and be a tip; no number to reach, no trial.
    NoTrial {
        /// Why.
        say: String,
    },
    /// What is to be asked leads; no aim, no trial.
    AskFirst {
        /// What is to be asked, and of whom.
        say: String,
    },
    /// No title, aim or trial.
    Hide {
        /// What stands in its place.
        say: String,
    },
}

impl Access {
    /// What is to be said first; `None` where nothing stands against the card.
    pub fn say(&self) -> Option<&str> {
        match self {
            Self::Open => None,
            Self::NoTrial { say } | Self::AskFirst { say } | Self::Hide { say } => Some(say),
        }
    }

    /// How far it is closed; `None` where nothing stands against it.
    pub fn strictness(&self) -> Option<Strictness> {
        match self {
            Self::Open => None,
            Self::NoTrial { .. } => Some(Strictness::NoTrial),
            Self::AskFirst { .. } => Some(Strictness::AskFirst),
            Self::Hide { .. } => Some(Strictness::Hide),
        }
    }
}

/// How far a card is open to a person: the strictest of its gates that hold, with all that those of the same strictness say.
pub fn access(card: &Card, person: &Person<'_>) -> Access {
    let holds = |gate: &&Gate| gate.when.iter().any(|situation| person.is(situation));
    let holding: Vec<&Gate> = card.contraindications.iter().filter(holds).collect();
    let Some(strictest) = holding.iter().map(|gate| gate.then).max() else { return Access::Open };
    let mut said: Vec<&str> = Vec::new();
    for gate in holding.iter().filter(|gate| gate.then == strictest) {
        if !said.contains(&gate.say.as_str()) {
            said.push(&gate.say);
        }
    }
    let say = said.join(" ");
    match strictest {
        Strictness::NoTrial => Access::NoTrial { say },
        Strictness::AskFirst => Access::AskFirst { say },
        Strictness::Hide => Access::Hide { say },
    }
}

/// Whether a card speaks to people of this age. An age that is not known counts as adult.
pub fn is_old_enough(card: &Card, person: &Person<'_>) -> bool {
    person.age().is_none_or(|age| age >= i32::from(card.audience.from_age))
}

/// Whether a card stands anywhere at all: one about a subject that is switched on by the person stands nowhere until then, and
/// nowhere for anybody to whom a gate hides it.
pub fn is_listed(card: &Card, person: &Person<'_>) -> bool {
    !card.audience.opt_in || (person.profile.weight_topic && may_opt_in(card, person))
}

/// Whether the switch for the subject of a card is offered: not to anybody to whom a gate hides it or who is too young. An age that
/// is not known counts as too young here, since energy and weight are hidden then.
pub fn may_opt_in(card: &Card, person: &Person<'_>) -> bool {
    let hidden = matches!(access(card, person), Access::Hide { .. });
    card.audience.opt_in && !hidden && person.age().is_some_and(|age| age >= i32::from(card.audience.from_age))
}

/// Whether a course of a class may raise a card: where the card names needs, one of them must hold.
pub fn may_raise(card: &Card, class: Option<&ClassId>, person: &Person<'_>) -> bool {
    let needs = &card.audience.only_if_any;
    needs.is_empty() || needs.iter().any(|need| is_met(need, class, person))
}

fn is_met(need: &Need, class: Option<&ClassId>, person: &Person<'_>) -> bool {
    match need {
        Need::AgeFrom(years) => person.age().is_some_and(|age| age >= i32::from(*years)),
        Need::CourseClass(wanted) => class == Some(wanted),
        Need::Says(key) => SafetyQuestion::from_key(key).is_some_and(|question| person.profile.says_yes(question)),
    }
}
