//! Left against right: one side treated at a time, the lot decides which, and the two are compared day by day.

use gutskin::analysis::trial::recorded::{judge, reading};
use gutskin::analysis::trial::words;
use gutskin::columns::{DayTable, tabulate};
use gutskin::edit::{Command, Place};
use gutskin::evidence::eligible::{Wish, against};
use gutskin::model::diary::Diary;
use gutskin::model::entry::EntryKind;
use gutskin::model::region::Region;
use gutskin::model::time::Day;
use gutskin::model::trial::{Trial, TrialDesign};
use gutskin::model::trial_sides::TrialSides;
use gutskin::model::value::Value;
use gutskin::rng::Rng;

use super::commands::{carry_out, key, today};
use super::trials::{TEN_WEEKS, only, start, trial};

fn cheeks() -> TrialSides {
    let place = |key: &str| Region::from_key(key).unwrap();
    TrialSides { one: place("left_cheek"), other: place("right_cheek") }
}

fn redness(diary: &mut Diary, day: Day, region: Region, value: f64) {
    let place = Place::Main { kind: EntryKind::SkinCheck, region: Some(region) };
    let value = Some(Value::Number(value));
    carry_out(diary, Command::Answer { day, place, key: key("redness"), value }).unwrap();
}

/// Ten periods of four days, all of which count, that ended yesterday. Both cheeks follow the same ups and downs; the treated one is
/// `effect` redder.
fn over(effect: f64, seed: u64) -> Diary {
    let design = TrialDesign { days_per_period: 4, washout_days: 0, ..TEN_WEEKS };
    let trial = Trial { design, sides: Some(cheeks()), watched: Vec::new(), ..trial(today().plus(-40)) };
    let (mut diary, mut rng) = (Diary::default(), Rng::new(seed, 1));
    for day in (0..40).map(|day| trial.start.plus(day)) {
        let shared = 2.0 + rng.gauss();
        let side = |treated: bool, rng: &mut Rng| {
            (shared + 0.4 * rng.gauss() + if treated { effect } else { 0.0 }).round().clamp(0.0, 4.0)
        };
        let on = trial.is_on(day).unwrap();
        let (one, other) = (side(on, &mut rng), side(!on, &mut rng));
        redness(&mut diary, day, cheeks().one, one);
        redness(&mut diary, day, cheeks().other, other);
    }
    carry_out(&mut diary, Command::BringTrial { trial: Box::new(trial), course: None }).unwrap();
    diary
}

fn column(table: &DayTable) -> &gutskin::columns::Column {
    table.column("redness").unwrap()
}

#[test]
fn a_day_is_half_of_one_side_less_the_other_and_missing_unless_both_are_logged() {
    let mut diary = Diary::default();
    let (first, second) = (today().plus(-2), today().plus(-1));
    redness(&mut diary, first, cheeks().one, 3.0);
    redness(&mut diary, first, cheeks().other, 1.0);
    redness(&mut diary, second, cheeks().one, 4.0);
    let table = tabulate(&diary);
    let read = |day| reading(Some(cheeks()), "redness", &table, day);
    assert_eq!((read(first), read(second), read(today())), (Some(1.0), None, None));
}

#[test]
fn the_size_is_the_treated_side_less_the_other() {
    let diary = over(-1.0, 5);
    let table = tabulate(&diary);
    let judged = judge(only(&diary), "redness", &table, today()).unwrap();
    // The mean over treated days of left less right, less that over untreated ones, halved, is near it too, but for the line.
    let size = judged.size.unwrap();
    assert!(size.interval.0 < -0.8 && -0.8 < size.interval.1 + 0.4, "{size:?}");
    assert!(size.difference < -0.4, "{size:?}");
    assert!(judged.verdict.as_ref().unwrap().is_difference());
    let said = words::sentences(only(&diary), &judged, column(&table)).join(" ");
    assert!(
        said.contains("On the treated side redness was") && said.contains("lower than on the other (95 %"),
        "{said}"
    );
    let headline = words::headline(only(&diary), &judged, column(&table));
    assert_eq!(headline, "A difference was shown: Redness was not the same on the treated side and on the other.");
    let plan = words::plan(only(&diary), &table).join(" ");
    assert!(
        plan.contains("One side is treated at a time: the left cheek on days on, the right cheek on days off."),
        "{plan}"
    );
}

#[test]
fn what_both_sides_share_is_shown_as_a_difference_no_more_often_than_the_lot_allows() {
    let (mut shown, trials) = (0, 60);
    for seed in 0..trials {
        let diary = over(0.0, seed);
        let table = tabulate(&diary);
        let judged = judge(only(&diary), "redness", &table, today()).unwrap();
        let is_difference = judged.verdict.as_ref().unwrap().is_difference();
        shown += u32::from(is_difference);
        let headline = words::headline(only(&diary), &judged, column(&table));
        assert_eq!(headline == "No difference was shown in Redness.", !is_difference, "{headline}");
    }
    // One in twenty: of 60 at the level of 5 % more than eight come once in 300 times, by the binomial distribution.
    assert!(shown <= 8, "{shown} of {trials}");
}

#[test]
fn places_that_are_not_mirrored_food_and_a_side_nobody_logs_are_refused() {
    let crooked = TrialSides { other: Region::from_key("chin").unwrap(), ..cheeks() };
    let refused = carry_out(&mut Diary::default(), start(Trial { sides: Some(crooked), ..trial(today()) }));
    assert!(refused.unwrap_err().to_string().contains("the same place on the other side"));
    let mut diary = Diary::default();
    (1..=20).for_each(|ago| redness(&mut diary, today().plus(-ago), cheeks().one, f64::from(ago % 3)));
    let wish = |factor: &'static str, is_eaten: bool| Wish {
        factor,
        instructions: ["on the left cheek", "on the right cheek"],
        subject: None,
        outcome: "redness",
        sides: Some(cheeks()),
        start: today(),
        design: None,
        is_eaten,
        tested_for_coeliac: false,
    };
    let said = |wish: &Wish<'_>| against(wish, &diary, &tabulate(&diary), &[], today()).join(" ");
    assert!(said(&wish("zinc", true)).contains("What is swallowed reaches both sides"));
    assert!(said(&wish("a plain cream", false)).contains("Redness for both sides is logged on 0 of the last 28 days."));
    assert!(said(&wish("betamethasone cream", false)).contains("never drawn by lot"));
}
