//! Looks on the way: taken when they were fixed, as strict together as one verdict at the end, and told as no more than whether the
//! trial goes on.

use std::path::Path;
use std::time::Instant;

use gutskin::analysis::trial::design::Design;
use gutskin::analysis::trial::looks::{self, spent};
use gutskin::analysis::trial::periods::Statistic;
use gutskin::analysis::trial::randomisation::Randomisation;
use gutskin::analysis::trial::recorded::{judge, look};
use gutskin::analysis::trial::verdict::{Method, verdict};
use gutskin::analysis::trial::words;
use gutskin::columns::tabulate;
use gutskin::edit::{Command, Session};
use gutskin::import::preview;
use gutskin::model::diary::Diary;
use gutskin::model::export::Export;
use gutskin::model::ron_text;
use gutskin::model::trial::{Lot, Trial, TrialDesign, TrialId, TrialStage};
use gutskin::model::trial_look::LookFinding;
use gutskin::model::value::Value;
use gutskin::rng::Rng;

use super::commands::{answer, carry_out, today};
use super::trials::{TEN_WEEKS, only, refused, start, trial};

const WHITENED: Method<'static> = Method { statistic: Statistic::Whitened, covariates: &[] };
/// Twelve pairs of two days each, looked at after 8 and 16 periods: 48 days.
const TWELVE_PAIRS: TrialDesign =
    TrialDesign { lot: Lot::Pairs, periods: 24, days_per_period: 2, washout_days: 0, carry_over: false, looks: true };
const ORDER: &str = "ABBABAABABABBABAABBAABBA";

/// Two-sided tails of the normal distribution at 1.96 by the root of the share, from any printed table: 3.3948 and 2.4005.
#[test]
fn little_may_be_spent_early_and_all_by_the_end() {
    assert!((spent(1.0 / 3.0) - 0.000_687).abs() < 2e-6, "{}", spent(1.0 / 3.0));
    assert!((spent(2.0 / 3.0) - 0.016_37).abs() < 2e-5, "{}", spent(2.0 / 3.0));
    assert_eq!(spent(1.0).to_bits(), 0.05_f64.to_bits());
}

#[test]
fn looks_come_after_a_third_and_two_thirds_in_whole_pairs() {
    let after = |periods: u8| TrialDesign { periods, ..TWELVE_PAIRS }.look_after().collect::<Vec<u8>>();
    assert_eq!([24, 20, 16, 10].map(after), [vec![8, 16], vec![6, 12], vec![4, 10], vec![2, 6]]);
    assert_eq!(TrialDesign { looks: false, ..TWELVE_PAIRS }.look_after().count(), 0);
}

/// Of 256 orders of eight pairs at most 12 are 5 %. Whatever was logged, no more of them may be called different, at any look.
#[test]
fn of_all_orders_that_could_have_been_drawn_no_more_than_five_in_a_hundred_are_called_different() {
    let lot = Randomisation::Pairs { pairs: 8 };
    let design = Design::new(lot, 1, 0).unwrap();
    for seed in 0..2 {
        let mut rng = Rng::new(seed, 3);
        let mut state = 0.0;
        let cells: Vec<Option<f64>> = (0..16)
            .map(|day| {
                state = 0.6 * state + rng.gauss();
                Some(state + 0.2 * f64::from(day))
            })
            .collect();
        let called = lot.compared(1).unwrap().into_iter().filter(|order| {
            let staged = looks::judge(WHITENED, &design, *order, &cells, 1, &[4, 10, 16]).unwrap();
            staged.verdict.is_difference()
        });
        let called = called.count();
        assert!((2..=12).contains(&called), "{called} of 256");
    }
}

#[test]
fn with_no_look_before_the_end_the_verdict_is_that_without_looks() {
    let lot = Randomisation::Balanced { periods: 10, most_alike: 2 };
    let design = Design::new(lot, 3, 0).unwrap();
    let sequence = lot.draw(4).unwrap();
    let mut rng = Rng::new(2, 2);
    let cells: Vec<Option<f64>> = (0..30).map(|_| Some(rng.gauss())).collect();
    let staged = looks::judge(WHITENED, &design, sequence, &cells, 1, &[10]).unwrap();
    assert_eq!(staged.verdict, verdict(&design, sequence, &cells, 1).unwrap());
}

/// Eight pairs at the second look leave 2 in 32 orders at best, which is more than may be spent by then; twelve leave 2 in 256.
#[test]
fn a_design_with_few_orders_is_not_looked_at() {
    assert!(looks::can_end(TWELVE_PAIRS));
    assert!(!looks::can_end(TrialDesign { periods: 16, ..TWELVE_PAIRS }));
    assert!(!looks::can_end(TrialDesign { looks: true, ..TEN_WEEKS }));
}

// In the diary.

/// A trial on its 33rd day, when the second look falls due, with redness `effect` higher on.
fn running(effect: f64) -> Diary {
    let mut diary = Diary::default();
    let first = today().plus(-32);
    let trial = Trial { design: TWELVE_PAIRS, order: ORDER.to_owned(), watched: Vec::new(), ..trial(first) };
    let mut rng = Rng::new(4, 1);
    for day in (0..32).map(|day| first.plus(day)) {
        let on = f64::from(u8::from(trial.is_on(day).unwrap()));
        let value = (1.5 + 0.5 * rng.gauss() + effect * on).round().clamp(0.0, 4.0);
        carry_out(&mut diary, answer(day, "redness", Value::Number(value))).unwrap();
    }
    carry_out(&mut diary, Command::BringTrial { trial: Box::new(trial), course: None }).unwrap();
    diary
}

fn found(diary: &Diary) -> LookFinding {
    look(only(diary), &tabulate(diary), today()).unwrap()
}

/// Takes both looks that are due.
fn looked(effect: f64) -> Diary {
    let mut diary = running(effect);
    let id = TrialId(1);
    assert_eq!(only(&diary).due_look(today()), Some(8));
    // Four pairs leave 2 in 16 at best: the first look can only give up.
    let first = LookFinding::GoesOn;
    carry_out(&mut diary, Command::LookAtTrial { id, found: first }).unwrap();
    assert_eq!(only(&diary).due_look(today()), Some(16));
    let second = found(&diary);
    carry_out(&mut diary, Command::LookAtTrial { id, found: second }).unwrap();
    diary
}

#[test]
fn a_look_is_due_when_its_periods_are_over_and_once() {
    let diary = running(0.0);
    let trial = only(&diary);
    let due = |ago: i32| trial.due_look(today().plus(-ago));
    assert_eq!(due(17), None, "the sixteenth day is the last of the eighth period");
    assert_eq!([due(16), due(0)], [Some(8), Some(8)]);
    let diary = looked(2.0);
    let again = Command::LookAtTrial { id: TrialId(1), found: LookFinding::GoesOn };
    assert!(refused(&diary, again.clone()).contains("no look at the trial of dairy is due"));
    let mut plain = Diary::default();
    carry_out(&mut plain, start(super::trials::trial(today()))).unwrap();
    assert!(refused(&plain, again).contains("no look"));
}

#[test]
fn a_clear_difference_ends_it_at_a_look_and_is_said_with_its_limits() {
    let diary = looked(2.0);
    let trial = only(&diary);
    assert_eq!(trial.looked.last().unwrap().found, LookFinding::Difference);
    assert_eq!((trial.stage(today()), trial.end()), (TrialStage::Over, today()));
    let table = tabulate(&diary);
    let judged = judge(trial, "redness", &table, today()).unwrap();
    let found = judged.verdict.as_ref().unwrap();
    assert!(found.is_difference() && found.p <= spent(2.0 / 3.0), "{found:?}");
    assert_eq!(found.days, 32, "the size is that of what the look had seen");
    let column = table.column("redness").unwrap();
    assert!(words::headline(trial, &judged, column).starts_with("A difference was shown"));
    let said = words::sentences(trial, &judged, column).join(" ");
    assert!(said.contains("a size that was found so early tends to be too large"), "{said}");
    let standing = words::standing(trial, today());
    assert!(standing.starts_with("ended by a look on the way, on day 33 of 48"), "{standing}");
    let plan = words::plan(trial, &table).join(" ");
    assert!(plan.contains("Looked at after 8 and after 16 periods"), "{plan}");
    assert!(plan.contains("Look after 16 of 24 periods, on ") && plan.contains("the trial ended."), "{plan}");
}

#[test]
fn what_cannot_be_told_yet_goes_on_and_is_judged_at_the_end() {
    let diary = running(0.0);
    let given_up = Command::LookAtTrial { id: TrialId(1), found: LookFinding::GivenUp };
    let mut hopeless = diary.clone();
    carry_out(&mut hopeless, given_up).unwrap();
    assert_eq!(only(&hopeless).stage(today()), TrialStage::Over);
    let table = tabulate(&hopeless);
    let judged = judge(only(&hopeless), "redness", &table, today()).unwrap();
    let column = table.column("redness").unwrap();
    assert_eq!(words::headline(only(&hopeless), &judged, column), "No difference was shown in Redness.");
    let said = words::sentences(only(&hopeless), &judged, column).join(" ");
    assert!(said.contains("It was given up at a look, as fixed beforehand"), "{said}");
    let mut goes_on = diary;
    let id = TrialId(1);
    carry_out(&mut goes_on, Command::LookAtTrial { id, found: LookFinding::GoesOn }).unwrap();
    assert_eq!(only(&goes_on).stage(today()), TrialStage::Running { day: 33 });
    let still = judge(only(&goes_on), "redness", &tabulate(&goes_on), today());
    assert!(still.is_err(), "a look does not open the result");
    let said = words::plan(only(&goes_on), &tabulate(&goes_on)).join(" ");
    assert!(said.contains("the trial goes on."), "{said}");
}

#[test]
fn a_look_cannot_be_undone_and_comes_along_in_an_export() {
    let mut session = Session::new(running(2.0));
    session.pretend_today(today());
    let id = TrialId(1);
    session.submit(Command::LookAtTrial { id, found: LookFinding::GoesOn }, Instant::now()).unwrap();
    session.undo().unwrap();
    assert_eq!(only(session.diary()).looked.len(), 1, "what was seen stays seen");
    let diary = looked(2.0);
    let export = Export::of(&diary);
    assert_eq!(export.schema, 7);
    let text = ron_text::to_lines(&export).unwrap();
    let mut other = Diary::default();
    let brings = preview(Path::new("whole.ron"), text.as_bytes(), &other, today()).unwrap().command.unwrap();
    carry_out(&mut other, brings).unwrap();
    assert_eq!(only(&other), only(&diary));
    let odd = Trial { looked: vec![*only(&diary).looked.last().unwrap(); 1], design: TEN_WEEKS, ..trial(today()) };
    let brought = Command::BringTrial { trial: Box::new(odd), course: None };
    assert!(refused(&Diary::default(), brought).contains("looks on the way are those that were fixed beforehand"));
}
