//! Decisions about what the program said: kept, changed, taken back.

use super::change::Change;
use super::error::CommandError;
use crate::model::decision::{Choice, Decision, DecisionId};
use crate::model::diary::Diary;
use crate::model::record::{Record, RecordKey};

/// The longest time that an idea is tried before it is judged, in days: a year.
const LONGEST_DAYS: i32 = 366;

/// Keeps a decision. One without a number takes the place of an earlier one about the same thing, or gets a number.
///
/// # Errors
/// [`CommandError::Profile`] for dates that lie in the wrong order or names that are none.
pub(super) fn keep(diary: &Diary, decision: Decision) -> Result<Vec<Change>, CommandError> {
    check(&decision)?;
    let id = match decision.id {
        DecisionId::NEW => earlier(diary, &decision.choice).unwrap_or_else(|| diary.next_decision_id()),
        id => id,
    };
    Ok(Change::put(diary, Record::Decision(Decision { id, ..decision })).unless_nothing())
}

/// Takes a decision back.
///
/// # Errors
/// [`CommandError::NoDecision`] if there is none with that number.
pub(super) fn take_back(diary: &Diary, id: DecisionId) -> Result<Vec<Change>, CommandError> {
    diary.decision(id).ok_or(CommandError::NoDecision)?;
    Ok(vec![Change::delete(diary, RecordKey::Decision(id))])
}

/// The decision that a new one replaces: of the same kind, about the same thing. What is tried twice stands twice.
fn earlier(diary: &Diary, choice: &Choice) -> Option<DecisionId> {
    let same = |kept: &&Decision| match (&kept.choice, choice) {
        (Choice::FlagSeen { rule, .. }, Choice::FlagSeen { rule: new, .. })
        | (Choice::DoctorLooked { rule, .. }, Choice::DoctorLooked { rule: new, .. }) => rule == new,
        (Choice::NotForMe { card, .. }, Choice::NotForMe { card: new, .. }) => card == new,
        _ => false,
    };
    diary.decisions().find(same).map(|kept| kept.id)
}

/// Checks a decision.
///
/// # Errors
/// [`CommandError::Profile`].
pub(super) fn check(decision: &Decision) -> Result<(), CommandError> {
    let wrong = |words: &str| Err(CommandError::Profile(words.to_owned()));
    let about = decision.choice.card().or_else(|| decision.choice.rule()).unwrap_or_default();
    if about.is_empty() || about.chars().count() > 100 {
        return wrong("a decision needs to say what it is about");
    }
    match &decision.choice {
        Choice::Trying { first_look, judge_on, .. } => {
            let (first, judge) = (first_look.days_since(decision.made), judge_on.days_since(decision.made));
            if first < 0 || judge < first || judge > LONGEST_DAYS {
                return wrong("the day on which to judge lies after the first look and within a year");
            }
        }
        Choice::FlagSeen { reading, .. } | Choice::DoctorLooked { reading, .. } if !reading.is_finite() => {
            return wrong("the reading of a flag has to be a number");
        }
        _ => {}
    }
    Ok(())
}

pub(super) fn name_of_keeping(choice: &Choice) -> &'static str {
    match choice {
        Choice::FlagSeen { .. } => "marking a warning as seen",
        Choice::DoctorLooked { .. } => "noting that a doctor has looked",
        Choice::NotForMe { .. } => "putting an idea aside",
        Choice::Trying { judged: None, .. } => "trying an idea",
        Choice::Trying { judged: Some(_), .. } => "looking back on an idea",
    }
}
