//! What the person has seen, and when it comes back. A flag is never removed while it holds; it shrinks to one line.

use super::flag::{Flag, Seen};
use crate::model::decision::{Choice, Decision};
use crate::model::diary::Diary;
use crate::model::time::Day;

/// Readings that differ by less than this are the same.
const SAME: f64 = 1e-6;

/// Folds the flags that the person has seen, or that a doctor has looked at, unless they are worse since or the time is over.
pub(super) fn fold(flags: &mut [Flag], diary: &Diary, today: Day) {
    let decisions: Vec<&Decision> =
        diary.decisions().filter(|decision| decision.choice.rule().is_some() && decision.made <= today).collect();
    for flag in flags {
        for decision in &decisions {
            if decision.choice.rule() == Some(flag.id.as_str()) {
                apply(flag, decision, today);
            }
        }
    }
}

fn apply(flag: &mut Flag, decision: &Decision, today: Day) {
    let Some(meaning) = flag.level.meaning() else { return };
    let is_worse = |reading: f64| flag.reading > reading + SAME;
    match &decision.choice {
        Choice::FlagSeen { reading, .. } => {
            let is_over = meaning.comes_back_after_days.is_some_and(|days| today.days_since(decision.made) >= days);
            if !is_worse(*reading) && !is_over {
                flag.seen = Seen::Folded;
            }
        }
        Choice::DoctorLooked { reading, on, .. } => {
            let is_quiet = meaning.doctor_quiets_days.is_some_and(|days| today.days_since(*on) < days);
            if is_quiet && *on <= today && !is_worse(*reading) {
                flag.seen = Seen::Folded;
                flag.doctor_looked = Some(*on);
            }
        }
        Choice::NotForMe { .. } | Choice::Trying { .. } => {}
    }
}
