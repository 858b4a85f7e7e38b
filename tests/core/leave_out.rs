//! Leaving a food out: who is not helped with it, and what it becomes for the others.

use std::collections::BTreeMap;

use gutskin::edit::{Command, EntryDraft, plan};
use gutskin::evidence::leave_out::{GROUPS, LeaveOutError, LeftOut, MOST_DAYS, against, course};
use gutskin::foods::meal_line::line;
use gutskin::foods::pantry::Pantry;
use gutskin::foods::tags::Tag;
use gutskin::model::course::{CourseId, CourseKind};
use gutskin::model::diary::Diary;
use gutskin::model::entry::EntryKind;
use gutskin::model::food_line::FoodId;
use gutskin::model::profile::{Profile, SafetyQuestion};
use gutskin::model::time::Day;

use super::case::Case;

fn today() -> Day {
    Day::from_ymd(2026, 3, 20).unwrap()
}

fn apply(diary: &mut Diary, command: Command) {
    for change in plan(diary, command, today()).unwrap() {
        let _ = change.apply(diary);
    }
}

/// A diary of an adult who answered every question with no, except one.
fn person(answer: Option<(SafetyQuestion, Option<bool>)>, born: u16) -> Diary {
    let mut safety: BTreeMap<_, _> = SafetyQuestion::ALL.iter().map(|question| (*question, false)).collect();
    match answer {
        Some((question, Some(said))) => drop(safety.insert(question, said)),
        Some((question, None)) => drop(safety.remove(&question)),
        None => {}
    }
    let profile = Profile { safety, birth_year: Some(born), ..Profile::default() };
    let mut diary = Diary::default();
    apply(&mut diary, Command::SetProfile { profile });
    diary
}

fn reasons(diary: &Diary) -> Vec<String> {
    against(diary, &[], today())
}

#[test]
fn an_adult_against_whom_nothing_speaks_is_offered_it() {
    assert_eq!(reasons(&person(None, 1990)), Vec::<String>::new());
}

#[test]
fn whoever_could_be_harmed_gets_a_calm_reason_instead() {
    use SafetyQuestion::{EatingDisorder, FoodReaction, FoodWorry, Pregnant, Underweight};
    for question in [FoodWorry, EatingDisorder, Pregnant, Underweight, FoodReaction] {
        let said = reasons(&person(Some((question, Some(true))), 1990));
        assert_eq!(said.len(), 1, "{question:?}: {said:?}");
        assert!(said[0].len() > 40 && !said[0].contains('!'), "{said:?}");
    }
    for question in [FoodWorry, EatingDisorder] {
        let said = reasons(&person(Some((question, None)), 1990));
        assert_eq!(said.len(), 1, "a skipped {question:?} counts as yes");
    }
    assert_eq!(reasons(&person(None, 2009)).len(), 1, "seventeen");
    assert_eq!(reasons(&Diary::default()).len(), 1, "nothing said at all");
}

#[test]
fn a_warning_sign_comes_first_and_a_word_of_support_does_not_close_it() {
    let diary = person(None, 1990);
    let flags = Case::default().tick(0, "warn_mole", true).flags();
    assert_eq!(against(&diary, &flags, today()).len(), 1);
    let support = (0..7).fold(Case::default(), |case, ago| case.on(ago, "stress", 9.0)).flags();
    assert_eq!(support.len(), 1);
    assert!(against(&diary, &support, today()).is_empty());
}

#[test]
fn one_thing_at_a_time() {
    let mut diary = person(None, 1990);
    let milk = course(&LeftOut::group(Tag::Dairy), today(), 14, false, CourseId(1)).unwrap();
    apply(&mut diary, Command::AddCourse { course: milk });
    let said = reasons(&diary);
    assert!(said.len() == 1 && said[0].contains("Without dairy"), "{said:?}");
    let later = today().plus(14);
    assert!(against(&diary, &[], later).is_empty(), "over once its last day is past");
}

#[test]
fn a_short_list_of_foods_is_not_made_shorter() {
    let mut diary = person(None, 1990);
    let table = gutskin::foods::table::FoodTable::get();
    for back in 0..10_usize {
        let mut meal = EntryDraft::new(EntryKind::Meal);
        meal.foods = vec![line(&Pantry::default(), table.foods()[back].id, 50.0).unwrap()];
        let day = today().plus(-i32::try_from(back).unwrap());
        apply(&mut diary, Command::Log { day, drafts: vec![meal] });
    }
    let said = reasons(&diary);
    assert!(said.len() == 1 && said[0].contains("10 different foods"), "{said:?}");
    let mut meal = EntryDraft::new(EntryKind::Meal);
    meal.foods = (10..15).map(|at| line(&Pantry::default(), table.foods()[at].id, 50.0).unwrap()).collect();
    apply(&mut diary, Command::Log { day: today(), drafts: vec![meal] });
    assert!(reasons(&diary).is_empty(), "fifteen foods are no short list");
}

#[test]
fn it_becomes_a_diet_course_with_a_last_day_and_a_written_return() {
    let oats = LeftOut::food(&Pantry::default(), FoodId(57_602_100)).unwrap();
    let made = course(&oats, today(), MOST_DAYS, false, CourseId(7)).unwrap();
    assert_eq!((made.kind, made.start, made.stop), (CourseKind::Diet, today(), Some(today().plus(27))));
    assert_eq!(made.name.as_str(), "Without Oats, rolled, dry");
    let note = made.note.unwrap().to_string();
    assert!(note.contains("Planned return") && note.contains(&today().plus(28).short()), "{note}");
    for days in [0, MOST_DAYS + 1, u16::MAX] {
        assert_eq!(course(&oats, today(), days, false, CourseId(7)), Err(LeaveOutError::Days), "{days}");
    }
}

#[test]
fn gluten_goes_only_after_a_test_for_coeliac_disease() {
    let bread = LeftOut::food(&Pantry::default(), FoodId(51_300_110)).unwrap();
    for what in [LeftOut::group(Tag::Gluten), bread] {
        assert_eq!(course(&what, today(), 14, false, CourseId(1)), Err(LeaveOutError::CoeliacTestFirst));
        assert!(course(&what, today(), 14, true, CourseId(1)).is_ok());
    }
    assert!(!GROUPS.contains(&Tag::Histamine) && !GROUPS.contains(&Tag::HighFodmap), "uncertain tags are no group");
}
