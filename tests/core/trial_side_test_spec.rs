//! One side against the other for what is slow: neither side, then the one, then perhaps the other. One toss decides, so the size
//! speaks, at 99 %, and says "possible" at best.

use std::path::Path;

use gutskin::analysis::engine::kalman::Noise;
use gutskin::analysis::engine::student_t::StudentT;
use gutskin::analysis::trial::error::Inconclusive;
use gutskin::analysis::trial::recorded::judge;
use gutskin::analysis::trial::side_stop::made_worse;
use gutskin::analysis::trial::side_test::{SideTest, together, washout_days};
use gutskin::analysis::trial::{side_words, words};
use gutskin::columns::tabulate;
use gutskin::edit::{Command, Place};
use gutskin::import::preview;
use gutskin::model::diary::Diary;
use gutskin::model::entry::EntryKind;
use gutskin::model::export::Export;
use gutskin::model::region::Region;
use gutskin::model::ron_text;
use gutskin::model::time::Day;
use gutskin::model::trial::{Adherence, Lot, Trial, TrialDesign};
use gutskin::model::trial_sides::{NEITHER_SIDE, TrialSides};
use gutskin::model::value::Value;
use gutskin::report::trial_answers::to_csv;
use gutskin::rng::Rng;

use super::commands::{carry_out, key, today};
use super::trials::{only, start, trial};

/// 14 days with neither side, 28 on the one and 28 on the other; a week of each is left out: 70 days.
pub const SWAP: TrialDesign = TrialDesign {
    lot: Lot::SwapOnce { untreated_days: 14 },
    periods: 2,
    days_per_period: 28,
    washout_days: 7,
    carry_over: false,
    looks: false,
};
/// 28 days with neither side, 56 on one: 84 days.
pub const ALONE: TrialDesign =
    TrialDesign { lot: Lot::OneSide { untreated_days: 28 }, periods: 1, days_per_period: 56, ..SWAP };

pub fn cheeks() -> TrialSides {
    let place = |key: &str| Region::from_key(key).unwrap();
    TrialSides { one: place("left_cheek"), other: place("right_cheek") }
}

/// A trial of a cream, the left cheek first.
pub fn cream(design: TrialDesign, first: Day) -> Trial {
    let order = if design.periods == 2 { "BA" } else { "B" };
    let base = trial(first);
    Trial { design, order: order.to_owned(), sides: Some(cheeks()), watched: Vec::new(), ..base }
}

pub fn log(diary: &mut Diary, day: Day, region: Region, value: f64) {
    let place = Place::Main { kind: EntryKind::SkinCheck, region: Some(region) };
    let value = Some(Value::Number(value));
    carry_out(diary, Command::Answer { day, place, key: key("redness"), value }).unwrap();
}

/// A trial that ended yesterday, with both sides logged every day: the treated one is `effect` redder.
fn over(design: TrialDesign, effect: f64) -> Diary {
    let days = i32::try_from(design.days()).unwrap();
    let trial = cream(design, today().plus(-days));
    let (mut diary, mut rng) = (Diary::default(), Rng::new(5, 1));
    for day in (0..days).map(|day| trial.start.plus(day)) {
        let shared = 2.0 + 0.8 * rng.gauss();
        for place in [cheeks().one, cheeks().other] {
            let more = if trial.treated(day) == Some(place) { effect } else { 0.0 };
            log(&mut diary, day, place, (shared + 0.4 * rng.gauss() + more).round().clamp(0.0, 4.0));
        }
    }
    carry_out(&mut diary, Command::BringTrial { trial: Box::new(trial), course: None }).unwrap();
    diary
}

fn test() -> SideTest {
    SideTest::new(SWAP).unwrap()
}

// Days.

#[test]
fn of_seventy_days_fifty_six_count_and_before_the_fifteenth_neither_side_is_treated() {
    let trial = cream(SWAP, Day::from_ymd(2026, 3, 2).unwrap());
    let at = |day: i32| trial.start.plus(day);
    assert_eq!((trial.days(), trial.last()), (70, at(69)));
    assert_eq!([0, 13].map(|day| trial.instruction(at(day))), [Some(NEITHER_SIDE); 2]);
    assert_eq!([14, 41].map(|day| trial.treated(at(day))), [Some(cheeks().one); 2]);
    assert_eq!([42, 69].map(|day| trial.treated(at(day))), [Some(cheeks().other); 2]);
    assert_eq!([-1, 70].map(|day| trial.instruction(at(day))), [None; 2]);
    let counted: Vec<usize> = (0..80).filter(|day| test().counts(*day)).collect();
    let expected: Vec<usize> = (0..14).chain(21..42).chain(49..70).collect();
    assert_eq!(counted, expected);
    let halves = test().treated(true);
    assert_eq!([0, 13, 14, 41, 42, 69].map(|day: usize| halves[day]), [0.0, 0.0, 0.5, 0.5, -0.5, -0.5]);
    assert_eq!(SideTest::new(ALONE).unwrap().treated(false)[27..29], [0.0, -0.5]);
}

/// Twice the mean time of coming and going, which is the half-life by ln 2: 2 * 4 / 0.6931 = 11.5.
#[test]
fn what_is_half_gone_after_four_days_leaves_twelve_days_out() {
    assert_eq!([0, 1, 2, 4, 8].map(washout_days), [0, 3, 6, 12, 23]);
}

// The size.

/// Differences with some memory, half of which come from the one side.
fn cells(effect: f64) -> Vec<Option<f64>> {
    let mut rng = Rng::new(9, 2);
    let mut state = 0.0;
    let day = |(at, treated): (usize, f64)| {
        state = 0.6 * state + 0.8 * rng.gauss();
        (at % 9 != 4).then_some(0.3 + 0.5 * state + effect * treated)
    };
    test().treated(true).into_iter().enumerate().map(day).collect()
}

/// Slope and error of generalised least squares on two columns by the whole covariance matrix, inverted by Gauss and Jordan.
fn by_hand(cells: &[Option<f64>], Noise { phi, eta }: Noise) -> (f64, f64) {
    let treated = test().treated(true);
    let days: Vec<usize> = (0..cells.len()).filter(|day| cells[*day].is_some() && test().counts(*day)).collect();
    let n = days.len();
    let covariance = |a: usize, b: usize| {
        let apart = i32::try_from(days[a].abs_diff(days[b])).unwrap();
        (1.0 - eta) * phi.powi(apart) + if a == b { eta } else { 0.0 }
    };
    let mut rows: Vec<Vec<f64>> = (0..n)
        .map(|a| (0..2 * n).map(|b| if b < n { covariance(a, b) } else { f64::from(u8::from(b - n == a)) }).collect())
        .collect();
    for at in 0..n {
        let pivot = rows[at][at];
        rows[at].iter_mut().for_each(|cell| *cell /= pivot);
        let lead = rows[at].clone();
        for row in (0..n).filter(|row| *row != at) {
            let share = rows[row][at];
            rows[row].iter_mut().zip(&lead).for_each(|(cell, lead)| *cell -= share * lead);
        }
    }
    let along = |left: &dyn Fn(usize) -> f64, right: &dyn Fn(usize) -> f64| -> f64 {
        (0..n).flat_map(|a| (0..n).map(move |b| (a, b))).map(|(a, b)| left(a) * rows[a][n + b] * right(b)).sum()
    };
    let (one, z) = (|_: usize| 1.0, |at: usize| treated[days[at]]);
    let y = |at: usize| cells[days[at]].unwrap();
    let [ones, mixed, squares] = [along(&one, &one), along(&one, &z), along(&z, &z)];
    let right = [along(&one, &y), along(&z, &y)];
    let determinant = ones * squares - mixed * mixed;
    let level = (squares * right[0] - mixed * right[1]) / determinant;
    let slope = (ones * right[1] - mixed * right[0]) / determinant;
    let rest = |at: usize| y(at) - level - slope * z(at);
    let variance = along(&rest, &rest) / (n as f64 - 2.0);
    (slope, (variance * ones / determinant).sqrt())
}

#[test]
fn the_size_is_that_of_the_normal_equations_and_its_interval_holds_ninety_nine_in_a_hundred() {
    for effect in [0.0, -1.5] {
        let cells = cells(effect);
        let (verdict, size) = test().judge(true, &cells).unwrap();
        let (slope, error) = by_hand(&cells, size.noise);
        let near = |a: f64, b: f64| assert!((a - b).abs() <= 1e-6 * b.abs().max(1e-3), "{a} is not {b}");
        near(size.difference, slope);
        near(size.error, error);
        // df = max(4, min(m - k - 2, m / (1 + 2 (1 - eta) phi / (1 - phi)) - k)) with k = 2.
        let (m, Noise { phi, eta }) = (verdict.days as f64, size.noise);
        let worth = m / (1.0 + 2.0 * (1.0 - eta) * phi / (1.0 - phi));
        near(size.df, (m - 4.0).min(worth - 2.0).max(4.0));
        let reach = StudentT::new(size.df).two_sided_inverse(0.01) * error;
        near(size.interval.0, slope - reach);
        near(size.interval.1, slope + reach);
        assert_eq!((size.level, verdict.orders), (0.01, None));
        // The interval leaves 0 out just where the verdict is a difference.
        assert_eq!(verdict.is_difference(), size.interval.0 * size.interval.1 > 0.0);
    }
    assert_eq!(test().judge(true, &cells(0.0)[..69]), Err(Inconclusive::NotOver { days_left: 1 }));
}

#[test]
fn sides_that_were_always_alike_are_rarely_called_different() {
    let mut rng = Rng::new(21, 1);
    let mut possible = 0;
    for _ in 0..100 {
        let mut state = rng.gauss();
        let mut day = |_| {
            state = 0.5 * state + 0.75_f64.sqrt() * rng.gauss();
            Some(state)
        };
        let cells: Vec<Option<f64>> = (0..70).map(&mut day).collect();
        possible += u32::from(test().judge(true, &cells).unwrap().0.is_difference());
    }
    // Measured shares are .01 to .04; of 100 at .04 more than eleven come once in a thousand times.
    assert!(possible <= 11, "{possible}");
}

#[test]
fn both_sides_have_to_be_logged_on_six_of_ten_days_and_in_every_part() {
    let with = |logged: &dyn Fn(usize) -> bool| {
        let cells: Vec<Option<f64>> = (0..70).map(|day| logged(day).then_some((day % 5) as f64)).collect();
        test().judge(true, &cells).map(|(verdict, _)| verdict.days)
    };
    assert_eq!(with(&|day| day % 5 > 2 || day < 21), Err(Inconclusive::SidesTooLittleLogged { logged: 41, days: 70 }));
    assert_eq!(with(&|day| day < 42), Err(Inconclusive::TooLittleLogged { dropped: 1, periods: 3 }));
    assert!(with(&|day| day < 42 || day == 60).is_ok(), "one day keeps a part");
    let said = Inconclusive::SidesTooLittleLogged { logged: 41, days: 70 }.to_string();
    assert_eq!(
        said,
        "not enough logged to say: both sides on 41 of 70 days, and 60 in 100 are needed; a new trial needs both sides \
                      on the same days"
    );
    assert_eq!(test().judge(true, &[Some(1.0); 70]).unwrap_err(), Inconclusive::NoVariation);
}

// Words.

#[test]
fn what_is_found_is_possible_at_best() {
    let diary = over(SWAP, -1.5);
    let table = tabulate(&diary);
    let judged = judge(only(&diary), "redness", &table, today()).unwrap();
    let column = table.column("redness").unwrap();
    assert_eq!(
        words::headline(only(&diary), &judged, column),
        "A difference is possible: Redness was not the same on the treated side and on the other."
    );
    let said = words::sentences(only(&diary), &judged, column).join(" ");
    assert!(said.starts_with("On the treated side redness was "), "{said}");
    assert!(
        said.contains("lower than on the other (99 % interval ") && said.contains("; 56 paired days; possible)."),
        "{said}"
    );
    assert!(said.contains(side_words::AT_BEST_POSSIBLE), "{said}");
    assert!(!said.contains("orders that could have been drawn") && judged.belief.is_none(), "{said}");
    let plan = words::plan(only(&diary), &table).join(" ");
    assert!(
        plan.contains("14 days with neither side, 28 days on one side, then as long on the other; the first 7 days of both do not count."),
        "{plan}"
    );
    assert!(plan.contains("Of the left cheek and the right cheek a toss decides which is treated first"), "{plan}");
}

#[test]
fn where_nothing_is_found_it_is_said_how_often_the_smallest_change_would_have_shown() {
    let diary = over(ALONE, 0.0);
    let table = tabulate(&diary);
    let judged = judge(only(&diary), "redness", &table, today()).unwrap();
    let column = table.column("redness").unwrap();
    assert_eq!(words::headline(only(&diary), &judged, column), "No difference was shown in Redness.");
    let said = words::sentences(only(&diary), &judged, column).join(" ");
    assert!(
        said.contains("A difference of 1 point would have shown in about ") && said.contains(" of 10 such tests."),
        "{said}"
    );
    let plan = words::design(only(&diary));
    assert_eq!(plan, "28 days with neither side, then 56 days on one side; the first 7 days of these do not count.");
}

// On the way.

#[test]
fn it_is_said_to_stop_when_the_treated_side_is_two_grades_worse_on_three_days() {
    let first = today().plus(-20);
    let trial = cream(SWAP, first);
    let mut diary = Diary::default();
    // Before, the left cheek was one grade redder anyway.
    for back in 1..=14 {
        log(&mut diary, first.plus(-back), cheeks().one, 2.0);
        log(&mut diary, first.plus(-back), cheeks().other, 1.0);
    }
    let worse = |diary: &Diary, day: Day| made_worse(&trial, &tabulate(diary), day);
    for (back, one) in [(3, 4.0), (2, 4.0), (1, 4.0)] {
        log(&mut diary, today().plus(-back), cheeks().one, one);
        log(&mut diary, today().plus(-back), cheeks().other, 1.0);
    }
    assert_eq!(worse(&diary, today()), Some(cheeks().one));
    assert_eq!(worse(&diary, today().plus(-2)), None, "two days are not three");
    let mut less = diary.clone();
    log(&mut less, today().plus(-2), cheeks().one, 3.0);
    assert_eq!(worse(&less, today()), None, "one grade more than before");
    assert_eq!(made_worse(&Trial { sides: None, ..trial.clone() }, &tabulate(&diary), today()), None);
    let said = side_words::made_worse(cheeks().one);
    assert!(
        said.starts_with("The left cheek, which is treated, was clearly worse") && said.contains("Stop treating it"),
        "{said}"
    );
}

#[test]
fn sides_that_have_little_in_common_are_said_to_gain_little() {
    let mut diary = Diary::default();
    for ago in 1..=30 {
        log(&mut diary, today().plus(-ago), cheeks().one, f64::from(ago % 3));
        log(&mut diary, today().plus(-ago), cheeks().other, f64::from(ago % 3) + 1.0);
    }
    let found = together(&tabulate(&diary), cheeks(), "redness", today()).unwrap();
    assert!((found - 1.0).abs() < 1e-9, "{found}");
    assert_eq!(side_words::little_gained(Some(found)), None);
    assert!(side_words::little_gained(Some(0.49)).unwrap().contains("little is gained"));
    assert_eq!(together(&tabulate(&Diary::default()), cheeks(), "redness", today()), None);
}

// Out and back.

#[test]
fn it_comes_back_from_ron_and_json_with_a_schema_that_older_programs_take_for_newer() {
    let mut diary = Diary::default();
    carry_out(&mut diary, start(cream(SWAP, today()))).unwrap();
    let kept = Some(Adherence::Yes);
    let id = only(&diary).id;
    carry_out(&mut diary, Command::AnswerTrial { id, day: today(), kept }).unwrap();
    let export = Export::of(&diary);
    assert_eq!(export.schema, 7);
    let (ron, json) = (ron_text::to_lines(&export).unwrap(), serde_json::to_string(&export).unwrap());
    for (file, text) in [("whole.ron", ron), ("whole.json", json)] {
        let mut other = Diary::default();
        let found = preview(Path::new(file), text.as_bytes(), &other, today()).unwrap();
        carry_out(&mut other, found.command.unwrap()).unwrap();
        assert_eq!(other, diary, "{file}");
    }
    let day = today();
    let csv = to_csv(&diary, &tabulate(&diary));
    assert_eq!(
        csv,
        format!("trial,start,date,period,on,kept\n1,{day},{day},,,yes\n"),
        "no period before the first stretch"
    );
}
