//! Who may try what by lot: gates, prescriptions, food, one change at a time, and each plan that cannot be.

use gutskin::columns::tabulate;
use gutskin::edit::Command;
use gutskin::evidence::eligible::{Wish, against};
use gutskin::evidence::lingering::lingering;
use gutskin::model::diary::Diary;
use gutskin::model::profile::{Profile, SafetyQuestion};
use gutskin::model::trial::{TrialDesign, TrialSubject};
use gutskin::model::value::Value;

use super::commands::{answer, carry_out, today};
use super::trials::{TEN_WEEKS, start, trial};

/// A diary in which redness was answered on the last so many days and nothing speaks against trying a food.
fn logged(days: i32) -> Diary {
    let mut diary = Diary::default();
    for ago in 1..=days {
        carry_out(&mut diary, answer(today().plus(-ago), "redness", Value::Number(f64::from(ago % 3)))).unwrap();
    }
    let asked = SafetyQuestion::ALL.iter().map(|question| (*question, false));
    let profile = Profile { birth_year: Some(1985), safety: asked.collect(), ..Profile::default() };
    carry_out(&mut diary, Command::SetProfile { profile }).unwrap();
    diary
}

fn wish(factor: &'static str) -> Wish<'static> {
    Wish {
        factor,
        instructions: ["with it", "without it"],
        subject: None,
        outcome: "redness",
        sides: None,
        start: today(),
        design: Some(TEN_WEEKS),
        is_eaten: false,
        tested_for_coeliac: false,
    }
}

fn reasons(wish: &Wish<'_>, diary: &Diary) -> String {
    against(wish, diary, &tabulate(diary), &[], today()).join(" ")
}

#[test]
fn dairy_may_be_tried_by_somebody_with_nothing_against_it_and_half_of_the_days_logged() {
    assert_eq!(reasons(&wish("dairy"), &logged(14)), "");
    assert!(reasons(&wish("dairy"), &logged(13)).contains("Redness is logged on 13 of the last 28 days."));
}

#[test]
fn a_prescribed_medicine_is_never_drawn_by_lot_under_any_name() {
    let diary = logged(20);
    assert!(reasons(&wish("my Doxycycline"), &diary).contains("is a prescribed medicine"));
    let hidden = Wish { instructions: ["methotrexate", "none"], ..wish("Friday tablet") };
    assert!(reasons(&hidden, &diary).contains("is a prescribed medicine"));
}

#[test]
fn food_worries_an_eating_disorder_and_a_question_left_open_close_a_trial_of_food_and_of_nothing_else() {
    for question in [SafetyQuestion::FoodWorry, SafetyQuestion::EatingDisorder] {
        for answered in [Some(true), None] {
            let mut diary = logged(20);
            let mut profile = diary.profile().clone();
            match answered {
                Some(yes) => drop(profile.safety.insert(question, yes)),
                None => drop(profile.safety.remove(&question)),
            }
            carry_out(&mut diary, Command::SetProfile { profile }).unwrap();
            assert!(reasons(&wish("dairy"), &diary).contains("worr"), "{question:?} {answered:?}");
            assert!(reasons(&Wish { is_eaten: true, ..wish("oats") }, &diary).contains("worr"));
            assert_eq!(reasons(&wish("a quiet hour"), &diary), "");
        }
    }
}

#[test]
fn gluten_waits_for_a_test_and_nothing_is_left_out_for_over_four_weeks() {
    let diary = logged(20);
    assert!(reasons(&wish("gluten"), &diary).contains("A test for coeliac disease only tells while gluten is eaten"));
    assert_eq!(reasons(&Wish { tested_for_coeliac: true, ..wish("gluten") }, &diary), "");
    let long = TrialDesign { days_per_period: 15, ..TEN_WEEKS };
    assert!(reasons(&Wish { design: Some(long), ..wish("dairy") }, &diary).contains("30 days at a stretch"));
    assert_eq!(reasons(&Wish { design: Some(long), ..wish("a quiet hour") }, &diary), "");
}

#[test]
fn the_past_another_trial_and_a_factor_that_is_its_own_outcome_are_refused() {
    let diary = logged(20);
    assert!(reasons(&Wish { start: today().plus(-1), ..wish("dairy") }, &diary).contains("cannot start in the past"));
    let mut running = diary.clone();
    carry_out(&mut running, start(trial(today()))).unwrap();
    assert!(reasons(&wish("a quiet hour"), &running).contains("One change at a time: the trial of dairy runs until"));
    let itself = TrialSubject::Column("redness".to_owned());
    assert!(reasons(&Wish { subject: Some(&itself), ..wish("redness") }, &diary).contains("cannot be what is judged"));
    assert!(reasons(&Wish { outcome: "nothing", ..wish("dairy") }, &diary).contains("Choose an outcome that you log."));
}

#[test]
fn how_long_it_acts_begins_with_what_the_cards_look_for_and_with_nothing_where_none_speaks() {
    let diary = Diary::default();
    let known = |key: &str| lingering(Some(&TrialSubject::Column(key.to_owned())), &diary);
    let latest = |key: &str| {
        let rows = gutskin::evidence::library::cards().iter().flat_map(|card| &card.relates);
        rows.filter(|row| row.is_of_factor(key)).map(|row| row.lag_days.1).max().unwrap()
    };
    let dairy = known("dairy").unwrap();
    assert_eq!(dairy.half_life_days, latest("dairy") / 3, "after three half-lives seven eighths are there");
    assert!(dairy.source.contains(&format!("up to {} days later", latest("dairy"))), "{}", dairy.source);
    assert_eq!(known("nothing_of_the_kind"), None);
    assert_eq!(lingering(None, &diary), None);
}
