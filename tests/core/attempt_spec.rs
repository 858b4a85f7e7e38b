//! An idea that is tried: the plan, the course it becomes, the day it is on, and the day on which to judge.

use gutskin::edit::Command;
use gutskin::evidence::attempt::{
    AttemptPlan, Stage, attempts, course, course_kind, decision, studied_weeks, to_judge, usual_days,
};
use gutskin::evidence::card::TryIt;
use gutskin::evidence::declined::{declined, is_declined};
use gutskin::evidence::library::{card, cards};
use gutskin::model::course::CourseKind;
use gutskin::model::decision::{Choice, Decision, DecisionId};
use gutskin::model::diary::Diary;
use gutskin::model::text::Name;
use gutskin::model::time::Day;

use super::commands::{carry_out, today};

fn try_it(first_look_days: u16, judge_after_days: u16) -> TryIt {
    TryIt { change: "One change.".to_owned(), first_look_days, judge_after_days, watch: Vec::new() }
}

fn day(month: u32, day: u32) -> Day {
    Day::from_ymd(2026, month, day).unwrap()
}

#[test]
fn four_weeks_from_the_first_of_march_end_on_the_28th_and_are_judged_on_the_29th() {
    let plan = AttemptPlan::new(&try_it(14, 28), day(3, 1), 28);
    assert_eq!((plan.last(), plan.judge_on, plan.first_look), (day(3, 28), day(3, 29), day(3, 15)));
}

#[test]
fn an_idea_is_tried_for_two_to_four_weeks_whatever_studies_took() {
    assert_eq!(usual_days(&try_it(7, 7)), 14);
    assert_eq!(usual_days(&try_it(14, 21)), 21);
    assert_eq!(usual_days(&try_it(28, 112)), 28);
    assert_eq!(studied_weeks(&try_it(28, 112)), Some(16), "and that studies took longer is said");
    assert_eq!(studied_weeks(&try_it(14, 28)), None);
    let plan = AttemptPlan::new(&try_it(28, 112), day(3, 1), 14);
    assert_eq!(plan.first_look, plan.judge_on, "the first look is never later than the judgement");
}

#[test]
fn the_course_is_of_the_kind_that_fits_the_card() {
    for (id, kind) in [
        ("fibre-daily-target", CourseKind::Diet),
        ("emollients-eczema", CourseKind::Topical),
        ("sleep-inflammation", CourseKind::Habit),
        ("stress-acne", CourseKind::Habit),
        ("probiotic-acne", CourseKind::Probiotic),
        ("zinc-acne", CourseKind::Diet),
    ] {
        assert_eq!(course_kind(card(id).unwrap()), kind, "{id}");
    }
}

#[test]
fn every_change_that_cards_name_becomes_a_course_the_diary_takes_in_one_step() {
    for card in cards() {
        let Some(try_it) = &card.try_it else { continue };
        let plan = AttemptPlan::new(try_it, today(), usual_days(try_it));
        let course = course(card, try_it, &plan).unwrap();
        assert!(course.note.as_ref().unwrap().as_str().contains("Your treatment stays the same."), "{}", card.id);
        let steps = vec![Command::AddCourse { course }, Command::Decide { decision: decision(card, &plan, today()) }];
        let mut diary = Diary::default();
        carry_out(&mut diary, Command::Batch { label: "trying".to_owned(), steps })
            .unwrap_or_else(|error| panic!("{}: {error}", card.id));
        let attempt = attempts(&diary).next().expect("the decision names the course that was added before it");
        assert_eq!((attempt.card, attempt.course.start), (card.id.as_str(), today()));
    }
}

/// A diary in which fibre is tried for four weeks from today.
fn trying() -> Diary {
    let card = card("fibre-daily-target").unwrap();
    let try_it = card.try_it.as_ref().unwrap();
    let plan = AttemptPlan::new(try_it, today(), 28);
    let course = course(card, try_it, &plan).unwrap();
    let steps = vec![Command::AddCourse { course }, Command::Decide { decision: decision(card, &plan, today()) }];
    let mut diary = Diary::default();
    carry_out(&mut diary, Command::Batch { label: "trying".to_owned(), steps }).unwrap();
    diary
}

fn stage(diary: &Diary, days: i32) -> Stage {
    attempts(diary).next().unwrap().stage(today().plus(days))
}

#[test]
fn an_attempt_goes_from_its_first_day_to_its_last_and_then_waits_to_be_judged() {
    let mut diary = trying();
    assert_eq!(stage(&diary, -1), Stage::Ahead);
    assert_eq!(stage(&diary, 0), Stage::Running { day: 1, of: 28 });
    assert_eq!(stage(&diary, 27), Stage::Running { day: 28, of: 28 });
    assert_eq!(stage(&diary, 28), Stage::ToJudge);
    assert_eq!(stage(&diary, 300), Stage::ToJudge, "however late");
    assert!(to_judge(&diary, today().plus(27)).is_none());
    let judged = to_judge(&diary, today().plus(28)).unwrap().judged_on(today().plus(28));
    carry_out(&mut diary, Command::Decide { decision: judged }).unwrap();
    assert_eq!(diary.decisions().count(), 1, "the same decision, with the day it was looked at");
    assert_eq!(stage(&diary, 28), Stage::Over);
    assert!(to_judge(&diary, today().plus(28)).is_none(), "once");
}

#[test]
fn what_was_stopped_early_or_whose_course_is_gone_is_not_judged() {
    let mut stopped = trying();
    let id = stopped.courses().next().unwrap().id;
    let mut gone = stopped.clone();
    carry_out(&mut stopped, Command::StopCourse { id, on: today().plus(4) }).unwrap();
    assert_eq!(stage(&stopped, 4), Stage::Running { day: 5, of: 5 });
    assert_eq!(stage(&stopped, 28), Stage::Over);
    carry_out(&mut gone, Command::RemoveCourse { id }).unwrap();
    assert_eq!(attempts(&gone).count(), 0);
}

#[test]
fn ideas_turned_down_in_an_earlier_version_and_now_count_alike() {
    let mut diary = Diary::default();
    let old = Command::HideCard { card: "zinc-acne".to_owned(), reason: Name::new("no").unwrap() };
    let choice = Choice::NotForMe { card: "water-skin".to_owned(), why: None };
    let new = Command::Decide { decision: Decision { id: DecisionId::NEW, made: today(), choice } };
    carry_out(&mut diary, old).unwrap();
    carry_out(&mut diary, new).unwrap();
    let all: Vec<(&str, Option<&str>)> = declined(&diary).into_iter().map(|idea| (idea.card, idea.why)).collect();
    assert_eq!(all, [("zinc-acne", Some("no")), ("water-skin", None)]);
    assert!(is_declined(&diary, "zinc-acne") && is_declined(&diary, "water-skin"));
    assert!(!is_declined(&diary, "thirty-plants"));
}
