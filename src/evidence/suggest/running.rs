//! The change that is being tried: one at a time, so that a difference can be told apart.

use crate::evidence::card::Card;
use crate::evidence::library;
use crate::model::course::{Course, CourseId, CourseKind, Phase};
use crate::model::decision::{Choice, DecisionId};
use crate::model::diary::Diary;
use crate::model::time::Day;
use crate::model::trial::{Trial, TrialStage};

/// A change that goes on or is planned.
#[derive(Debug, Clone, PartialEq)]
pub struct Running {
    /// The card it is from; `None` for a change of diet that the person entered.
    pub card: Option<&'static Card>,
    /// The decision, if it was started from a card.
    pub decision: Option<DecisionId>,
    /// Its course; `None` for a trial.
    pub course: Option<CourseId>,
    /// Its name.
    pub name: String,
    /// First day.
    pub from: Day,
    /// Last day; `None` while it has none.
    pub to: Option<Day>,
    /// The day of a first look at comfort.
    pub first_look: Option<Day>,
    /// The day on which to judge.
    pub judge_on: Option<Day>,
}

impl Running {
    /// The change of a day: a trial first, then one that was started from a card, then any change of diet.
    pub fn find(diary: &Diary, today: Day) -> Option<Self> {
        if let Some(trial) = diary.trials().find(|trial| trial.stage(today) != TrialStage::Over) {
            return Some(Self::of_trial(trial));
        }
        let goes_on = |course: &&Course| matches!(course.phase(today), Phase::Before | Phase::During);
        let tried = diary.decisions().rev().find_map(|decision| match &decision.choice {
            Choice::Trying { card, course, first_look, judge_on, judged: None } => {
                let course = diary.courses().filter(goes_on).find(|it| it.id == *course)?;
                Some(Self {
                    card: library::card(card),
                    decision: Some(decision.id),
                    first_look: Some(*first_look),
                    judge_on: Some(*judge_on),
                    ..Self::of_course(course)
                })
            }
            _ => None,
        });
        let is_own_change = |course: &&Course| matches!(course.kind, CourseKind::Diet | CourseKind::Habit);
        let diet = || diary.courses().filter(goes_on).find(is_own_change);
        tried.or_else(|| diet().map(Self::of_course))
    }

    fn of_trial(trial: &Trial) -> Self {
        Self {
            card: None,
            decision: None,
            course: None,
            name: format!("the trial of {}", trial.factor.name),
            from: trial.start,
            to: Some(trial.end()),
            first_look: None,
            judge_on: None,
        }
    }

    fn of_course(course: &Course) -> Self {
        Self {
            card: None,
            decision: None,
            course: Some(course.id),
            name: course.name.to_string(),
            from: course.start,
            to: course.stop,
            first_look: None,
            judge_on: None,
        }
    }

    /// Why no other change is started now.
    pub fn one_at_a_time(&self) -> String {
        let until = self.to.map_or_else(|| "has no last day yet".to_owned(), |to| format!("runs until {}", to.short()));
        format!(
            "One change at a time: {} {until}. With two at once nobody could tell which of them mattered.",
            self.name
        )
    }
}
