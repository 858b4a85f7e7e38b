//! What runs today: a trial, what is being tried, and courses, each with the day it is on and what comes next.

use crate::analysis::trial::words::standing;
use crate::evidence::attempt::{Attempt, Stage, attempts};
use crate::model::course::{Course, CourseId, Phase};
use crate::model::decision::DecisionId;
use crate::model::diary::Diary;
use crate::model::time::Day;
use crate::model::trial::{TrialId, TrialStage};
use crate::words::count;

/// Where something that runs leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunningLead {
    /// A course.
    Course(CourseId),
    /// An idea that is being tried.
    Attempt(DecisionId),
    /// A trial.
    Trial(TrialId),
}

/// Something that runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Running {
    /// Where it leads to.
    pub lead: RunningLead,
    /// What it is called.
    pub name: String,
    /// Where it stands: "day 11 of 28 · look in 18 days · logged on 9 of 11 days".
    pub standing: String,
}

/// Everything that runs on a day: the trial first, then what is tried, then courses, the latest first.
pub(super) fn running(diary: &Diary, today: Day) -> Vec<Running> {
    let trials = diary.trials().filter(|trial| matches!(trial.stage(today), TrialStage::Running { .. }));
    let trials = trials.map(|trial| Running {
        lead: RunningLead::Trial(trial.id),
        name: format!("Trial of {}", trial.factor.name),
        standing: standing(trial, today),
    });
    let tried: Vec<Attempt<'_>> = attempts(diary).filter(|attempt| attempt.stage(today) != Stage::Over).collect();
    let mut courses: Vec<&Course> = diary.courses().filter(|course| course.phase(today) == Phase::During).collect();
    courses.retain(|course| !tried.iter().any(|attempt| attempt.course.id == course.id));
    courses.sort_by_key(|course| std::cmp::Reverse((course.start, course.id)));
    let courses = courses.into_iter().map(|course| Running {
        lead: RunningLead::Course(course.id),
        name: course.name.to_string(),
        standing: standing_of_course(course, today),
    });
    let tried = tried.iter().map(|attempt| Running {
        lead: RunningLead::Attempt(attempt.decision.id),
        name: format!("Trying: {}", attempt.course.name),
        standing: standing_of_attempt(diary, attempt, today),
    });
    trials.chain(tried).chain(courses).collect()
}

fn standing_of_course(course: &Course, today: Day) -> String {
    let day = today.days_since(course.start) + 1;
    match course.stop {
        None => format!("day {day}"),
        Some(stop) => format!("day {day} of {}", stop.days_since(course.start) + 1),
    }
}

/// The day it is on, the next look, and on how many days something is logged that the look can use.
fn standing_of_attempt(diary: &Diary, attempt: &Attempt<'_>, today: Day) -> String {
    let next = if today < attempt.first_look { attempt.first_look } else { attempt.judge_on };
    let look = if today < attempt.first_look { "first look" } else { "look" };
    match attempt.stage(today) {
        Stage::Ahead => format!("starts {}", in_days(attempt.course.start, today)),
        Stage::Running { day, of } => {
            let logged = diary.day_records_between(attempt.course.start, today).count();
            format!("day {day} of {of} · {look} {} · logged on {logged} of {day} days", in_days(next, today))
        }
        Stage::ToJudge => "its last day is over: look at the days before and after".to_owned(),
        Stage::Over => String::new(),
    }
}

/// `tomorrow`, `in 6 days`.
pub(super) fn in_days(day: Day, today: Day) -> String {
    match day.days_since(today) {
        ..=0 => "today".to_owned(),
        1 => "tomorrow".to_owned(),
        days => format!("in {}", count(usize::try_from(days).unwrap_or(0), "day", "days")),
    }
}
