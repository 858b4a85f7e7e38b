//! An idea that is tried for a while: one change from a first to a last day, and the day on which to judge it. The diary keeps it as
//! a course, which marks the days, and a decision, which names the idea; here the two are made and read together.

use super::card::{Card, Mechanism, ShowWhen, TryIt};
use crate::model::course::{Course, CourseId, CourseKind, Phase};
use crate::model::decision::{Choice, Decision, DecisionId};
use crate::model::diary::Diary;
use crate::model::text::{LONGEST_NAME, Name, Note, TextError};
use crate::model::time::Day;

/// The shortest time an idea is tried, in days.
pub const SHORTEST_DAYS: u16 = 14;
/// The longest time offered, in days. Where studies ran longer, so many days are a first look.
pub const LONGEST_DAYS: u16 = 28;
/// Said in the note of every course that an idea becomes.
pub const SAME_TREATMENT: &str = "Your treatment stays the same.";

/// When an idea is tried.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AttemptPlan {
    /// First day.
    pub start: Day,
    /// Days, from [`SHORTEST_DAYS`] to [`LONGEST_DAYS`].
    pub days: u16,
    /// The day of a first look at comfort.
    pub first_look: Day,
    /// The day on which to judge: the first after the last.
    pub judge_on: Day,
}

impl AttemptPlan {
    /// A plan that starts on a day and lasts so many days, brought within 2 to 4 weeks.
    pub fn new(try_it: &TryIt, start: Day, days: u16) -> Self {
        let days = days.clamp(SHORTEST_DAYS, LONGEST_DAYS);
        let look = try_it.first_look_days.min(days);
        Self { start, days, first_look: start.plus(i32::from(look)), judge_on: start.plus(i32::from(days)) }
    }

    /// The last day.
    pub fn last(&self) -> Day {
        self.judge_on.plus(-1)
    }
}

/// The days offered first: those after which studies looked, within 2 to 4 weeks.
pub fn usual_days(try_it: &TryIt) -> u16 {
    try_it.judge_after_days.clamp(SHORTEST_DAYS, LONGEST_DAYS)
}

/// Weeks after which studies looked, where that is longer than an idea is tried here.
pub fn studied_weeks(try_it: &TryIt) -> Option<u16> {
    (try_it.judge_after_days > LONGEST_DAYS).then(|| try_it.judge_after_days.div_ceil(7))
}

/// What kind of course the change of a card is: that of the course it stands beside, if any course of the kind will do; else by the
/// step of the story it belongs to.
pub fn course_kind(card: &Card) -> CourseKind {
    let beside = card.show_when.iter().find_map(|way| match way {
        ShowWhen::Course { kind, phases, classes }
            if classes.is_empty() && phases.iter().all(|it| it.is(Phase::During)) =>
        {
            Some(*kind)
        }
        _ => None,
    });
    beside.unwrap_or_else(|| match card.mechanism {
        Mechanism::TopicalCare => CourseKind::Topical,
        mechanism if mechanism.is_diet() => CourseKind::Diet,
        _ => CourseKind::Habit,
    })
}

/// The course that marks its days. It has no number yet.
///
/// # Errors
/// [`TextError`] for a card without a title, which the check of the cards refuses.
pub fn course(card: &Card, try_it: &TryIt, plan: &AttemptPlan) -> Result<Course, TextError> {
    let kind = course_kind(card);
    let title: String = card.title.chars().take(LONGEST_NAME).collect();
    Ok(Course {
        id: CourseId::NEW,
        kind,
        name: Name::new(&title)?,
        start: plan.start,
        stop: Some(plan.last()),
        dose: String::new(),
        schedule: String::new(),
        regions: Vec::new(),
        after_effect_days: kind.usual_after_effect_days(),
        note: Some(Note::new(&format!("{} {SAME_TREATMENT}", try_it.change))?),
    })
}

/// The decision that names the idea; its course is the one added in the step before.
pub fn decision(card: &Card, plan: &AttemptPlan, made: Day) -> Decision {
    let choice = Choice::Trying {
        card: card.id.clone(),
        course: CourseId::NEW,
        first_look: plan.first_look,
        judge_on: plan.judge_on,
        judged: None,
    };
    Decision { id: DecisionId::NEW, made, choice }
}

/// An idea that is or was tried, by its decision and its course.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Attempt<'a> {
    /// The decision.
    pub decision: &'a Decision,
    /// Id of the card.
    pub card: &'a str,
    /// The course that marks its days.
    pub course: &'a Course,
    /// The day of a first look at comfort.
    pub first_look: Day,
    /// The day on which to judge.
    pub judge_on: Day,
    /// The day on which the result was opened.
    pub judged: Option<Day>,
}

/// Where a day lies against an attempt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    /// Before its first day.
    Ahead,
    /// On this day of so many.
    Running {
        /// The day, the first being 1.
        day: i32,
        /// Days in all.
        of: i32,
    },
    /// Its last day is over and nobody has looked at what came of it.
    ToJudge,
    /// Over: looked at, or stopped before its last day.
    Over,
}

impl<'a> Attempt<'a> {
    /// The attempt a decision is about; `None` for any other decision, and once its course was deleted.
    pub fn by(diary: &'a Diary, decision: &'a Decision) -> Option<Self> {
        let Choice::Trying { card, course, first_look, judge_on, judged } = &decision.choice else { return None };
        let course = diary.course(*course)?;
        Some(Self { decision, card, course, first_look: *first_look, judge_on: *judge_on, judged: *judged })
    }

    /// Where a day lies against it.
    pub fn stage(&self, today: Day) -> Stage {
        let (start, stop) = (self.course.start, self.course.stop);
        let last = stop.unwrap_or(self.judge_on.plus(-1));
        if today < start {
            Stage::Ahead
        } else if today <= last {
            Stage::Running { day: today.days_since(start) + 1, of: last.days_since(start) + 1 }
        } else if self.judged.is_none() && self.lasted() && today >= self.judge_on {
            Stage::ToJudge
        } else {
            Stage::Over
        }
    }

    /// Whether it went on to the day before the one on which to judge.
    fn lasted(&self) -> bool {
        self.course.stop.is_none_or(|stop| stop >= self.judge_on.plus(-1))
    }

    /// The decision once its result was opened on a day.
    pub fn judged_on(&self, today: Day) -> Decision {
        let mut decision = self.decision.clone();
        if let Choice::Trying { judged, .. } = &mut decision.choice {
            *judged = Some(today);
        }
        decision
    }
}

/// All attempts of a diary, the first first.
pub fn attempts(diary: &Diary) -> impl Iterator<Item = Attempt<'_>> {
    diary.decisions().filter_map(|decision| Attempt::by(diary, decision))
}

/// The first attempt whose result nobody has looked at.
pub fn to_judge(diary: &Diary, today: Day) -> Option<Attempt<'_>> {
    attempts(diary).find(|attempt| attempt.stage(today) == Stage::ToJudge)
}
