//! A trial in the diary: locked when it starts, judged when it is over and not a day before, and the same after any way out and back.

use std::fs;
use std::path::Path;
use std::sync::Arc;

use gutskin::analysis::trial::design::Design;
use gutskin::analysis::trial::error::Inconclusive;
use gutskin::analysis::trial::randomisation::Randomisation;
use gutskin::analysis::trial::recorded::{AdherenceDays, draw, judge};
use gutskin::analysis::trial::sequence::Sequence;
use gutskin::analysis::trial::size::size;
use gutskin::analysis::trial::verdict::verdict;
use gutskin::analysis::trial::words;
use gutskin::columns::tabulate;
use gutskin::edit::{Command, CommandError};
use gutskin::import::preview;
use gutskin::model::diary::Diary;
use gutskin::model::export::Export;
use gutskin::model::record::Record;
use gutskin::model::ron_text;
use gutskin::model::time::Day;
use gutskin::model::trial::{Adherence, EndedEarly, Trial, TrialId, TrialStage};
use gutskin::storage::Access;
use gutskin::workspace::Workspace;

use super::commands::{carry_out, today};
use super::folder::temporary;
use super::trials::{TEN_WEEKS, name, only, over, refused, start, started, trial};

// Days.

#[test]
fn the_ninth_day_of_seventy_lies_in_the_second_period() {
    let trial = trial(Day::from_ymd(2026, 3, 2).unwrap());
    let day = |month: u32, day: u32| Day::from_ymd(2026, month, day).unwrap();
    assert_eq!((trial.days(), trial.last()), (70, day(5, 10)));
    assert_eq!(words::standing(&trial, day(3, 10)), "day 9 of 70");
    assert_eq!(trial.instruction(day(3, 8)), Some("no dairy"), "the seventh day is the last of the first period");
    assert_eq!(trial.instruction(day(3, 9)), Some("milk with two meals"));
    assert_eq!(trial.instruction(day(3, 1)), None);
    assert_eq!(trial.instruction(day(5, 11)), None);
    assert_eq!(trial.stage(day(3, 1)), TrialStage::Ahead);
    assert_eq!(trial.stage(day(5, 10)), TrialStage::Running { day: 70 });
    assert_eq!(trial.stage(day(5, 11)), TrialStage::Over);
    let periods: Vec<(Day, bool)> = trial.periods().map(|(days, on)| (days.start, on)).take(3).collect();
    assert_eq!(periods, [(day(3, 2), false), (day(3, 9), true), (day(3, 16), true)]);
}

#[test]
fn a_trial_of_400_days_is_locked_and_says_how_long_it_lasts() {
    let mut long = trial(today());
    long.design.days_per_period = 40;
    let mut diary = Diary::default();
    carry_out(&mut diary, start(long)).unwrap();
    let trial = only(&diary);
    assert_eq!((trial.days(), trial.last()), (400, today().plus(399)));
    assert_eq!(words::standing(trial, trial.last()), "day 400 of 400");
    assert_eq!(trial.stage(trial.last().plus(1)), TrialStage::Over);
}

#[test]
fn a_drawn_order_is_half_on_and_a_seed_always_draws_the_same() {
    for seed in 0..200 {
        let order = draw(TEN_WEEKS, seed).unwrap();
        assert_eq!(order, draw(TEN_WEEKS, seed).unwrap());
        carry_out(&mut Diary::default(), start(Trial { order, ..trial(today()) })).unwrap();
    }
}

// The lock.

#[test]
fn a_trial_starts_today_or_later_and_none_starts_beside_another() {
    let empty = Diary::default();
    assert!(refused(&empty, start(trial(today().plus(-1)))).contains("cannot start in the past"));
    assert!(refused(&empty, start(trial(today().plus(29)))).contains("within 28 days"));
    assert!(refused(&started(), start(trial(today()))).contains("the trial of dairy runs until"));
    let diary = started();
    let trial = only(&diary);
    assert_eq!((trial.id, trial.drawn), (TrialId(1), today()), "it is drawn on the day it is locked");
}

#[test]
fn what_cannot_be_a_trial_is_refused_with_its_reason() {
    let with = |change: fn(&mut Trial)| {
        let mut trial = trial(today());
        change(&mut trial);
        refused(&Diary::default(), start(trial))
    };
    assert!(with(|it| it.design.periods = 3).contains("3 periods cannot be half on and half off"));
    assert!(with(|it| it.design.days_per_period = 80).contains("1 to 730 days, this one 800"));
    assert!(with(|it| it.design.washout_days = 7).contains("needs days that count"));
    assert!(with(|it| it.order = "AAABBBABAB".to_owned()).contains("none that its lot can draw"));
    assert!(with(|it| it.order = "ABABABABXB".to_owned()).contains("none that its lot can draw"));
    assert!(with(|it| it.smallest_change = 0.0).contains("above 0"));
    assert!(with(|it| it.smallest_change = f64::NAN).contains("above 0"));
    assert!(with(|it| it.outcome.clear()).contains("needs an outcome"));
    assert!(with(|it| it.watched = ["a", "b", "c", "d"].map(str::to_owned).into()).contains("up to 3 others"));
    assert!(with(|it| it.watched = vec!["redness".to_owned()]).contains("up to 3 others"));
}

#[test]
fn once_it_started_only_answers_an_early_end_and_deleting_change_it() {
    let mut diary = started();
    let (id, locked) = (TrialId(1), only(&diary).clone());
    let kept = Some(Adherence::Mostly);
    carry_out(&mut diary, Command::AnswerTrial { id, day: today(), kept }).unwrap();
    assert_eq!(*only(&diary), Trial { kept: [(today(), Adherence::Mostly)].into(), ..locked.clone() });
    carry_out(&mut diary, Command::AnswerTrial { id, day: today(), kept: None }).unwrap();
    assert_eq!(*only(&diary), locked, "an answer that is taken back is missing again");
    let elsewhere = |days: i32| Command::AnswerTrial { id, day: today().plus(days), kept };
    assert!(refused(&diary, elsewhere(-1)).contains("is no day of the trial"));
    assert!(refused(&diary, elsewhere(70)).contains("is no day of the trial"));
    assert!(refused(&diary, elsewhere(1)).contains("still to come"));
    // The same number once more is another trial, never a change of this one.
    assert!(refused(&diary, start(Trial { id, outcome: "itch".to_owned(), ..locked.clone() })).contains("runs until"));
    let brought = Command::BringTrial {
        trial: Box::new(Trial { outcome: "flushes".to_owned(), ..locked.clone() }),
        course: None,
    };
    carry_out(&mut diary, brought).unwrap();
    assert_eq!(diary.trial(id), Some(&locked), "what comes from elsewhere gets a number of its own");
    assert_eq!(diary.trials().count(), 2);
}

#[test]
fn an_early_end_is_kept_with_its_reason_and_comes_once() {
    let mut diary = started();
    let id = TrialId(1);
    let ended = |days: i32| EndedEarly { on: today().plus(days), why: Some(name("a cold")) };
    assert!(refused(&diary, Command::EndTrial { id, ended: ended(3) }).contains("on the day on which it is ended"));
    carry_out(&mut diary, Command::EndTrial { id, ended: ended(0) }).unwrap();
    assert_eq!(only(&diary).stage(today()), TrialStage::Over);
    assert!(words::standing(only(&diary), today()).starts_with("ended early, on day 1 of 70"));
    assert!(words::standing(only(&diary), today()).ends_with(": a cold"));
    assert!(refused(&diary, Command::EndTrial { id, ended: ended(0) }).contains("over already"));
    carry_out(&mut diary, Command::RemoveTrial { id }).unwrap();
    assert_eq!(diary, Diary::default());
    assert_eq!(carry_out(&mut diary, Command::RemoveTrial { id }), Err(CommandError::NoTrial));
}

#[test]
fn the_first_look_at_the_order_is_noted_and_no_later_one() {
    let mut diary = started();
    carry_out(&mut diary, Command::SeeTrialOrder { id: TrialId(1) }).unwrap();
    assert_eq!(only(&diary).order_seen, Some(today()));
    assert_eq!(carry_out(&mut diary, Command::SeeTrialOrder { id: TrialId(1) }).unwrap(), []);
}

// The result.

#[test]
fn nothing_is_judged_before_the_last_day_is_over() {
    let diary = over(1.0);
    let table = tabulate(&diary);
    let trial = only(&diary);
    for ago in [1, 35, 70] {
        let found = judge(trial, "redness", &table, today().plus(-ago));
        assert_eq!(found, Err(Inconclusive::NotOver { days_left: usize::try_from(ago).unwrap() }));
    }
    assert!(judge(trial, "redness", &table, today()).is_ok());
}

#[test]
fn the_result_is_that_of_the_same_numbers_judged_by_themselves() {
    for effect in [0.0, 1.2] {
        let diary = over(effect);
        let table = tabulate(&diary);
        let judged = judge(only(&diary), "redness", &table, today()).unwrap();
        let cells: Vec<Option<f64>> = (-70..0).map(|day| table.number("redness", today().plus(day))).collect();
        let design = Design::new(Randomisation::Balanced { periods: 10, most_alike: 2 }, 7, 2).unwrap();
        let sequence = Sequence::of("ABBABAABAB".chars().map(|period| period == 'B')).unwrap();
        assert_eq!(judged.verdict, verdict(&design, sequence, &cells, 7));
        assert_eq!(judged.size, size(&design, sequence, &design.counted(&cells).unwrap(), None));
        // Eighty-four orders of ten periods can be drawn.
        assert_eq!(judged.verdict.as_ref().unwrap().orders, Some(84));
        let column = table.column("redness").unwrap();
        let headline = words::headline(only(&diary), &judged, column);
        if effect == 0.0 {
            assert_eq!(headline, "No difference was shown in Redness.");
            let said = words::sentences(only(&diary), &judged, column).join(" ");
            assert!(said.contains("would likely have been seen; a smaller one can be there."), "{said}");
        } else {
            assert_eq!(headline, "A difference was shown: Redness was not the same on and off.");
            let said = words::sentences(only(&diary), &judged, column).join(" ");
            assert!(said.contains("On days with “milk with two meals”, Redness was"), "{said}");
            assert!(said.contains("higher than on days with “no dairy” (95 % interval"), "{said}");
            assert!(said.contains("10 of 10 periods and 50 of 70 days count."), "{said}");
        }
    }
}

#[test]
fn a_trial_that_ended_in_its_third_period_says_that_too_little_is_logged_whatever_came_after() {
    let mut diary = over(1.2);
    let trial = Trial { ended: Some(EndedEarly { on: today().plus(-52), why: None }), ..only(&diary).clone() };
    carry_out(&mut diary, Command::RemoveTrial { id: trial.id }).unwrap();
    carry_out(&mut diary, Command::BringTrial { trial: Box::new(trial), course: None }).unwrap();
    let table = tabulate(&diary);
    let judged = judge(only(&diary), "redness", &table, today()).unwrap();
    assert_eq!(judged.verdict, Err(Inconclusive::TooLittleLogged { dropped: 7, periods: 10 }));
    assert_eq!(judged.cells.iter().flatten().count(), 19, "the days after the end are not looked at");
    assert_eq!(
        words::headline(only(&diary), &judged, table.column("redness").unwrap()),
        "Not enough logged to say anything of Redness."
    );
}

#[test]
fn days_without_an_answer_to_kept_to_it_are_counted_as_such() {
    let mut trial = trial(today().plus(-9));
    for (ago, kept) in [(9, Adherence::Yes), (8, Adherence::Yes), (5, Adherence::Mostly), (1, Adherence::No)] {
        trial.kept.insert(today().plus(-ago), kept);
    }
    let days = AdherenceDays::of_trial(&trial, today());
    assert_eq!(days, AdherenceDays { yes: 2, mostly: 1, no: 1, missing: 6 });
    assert_eq!(words::adherence(days), "Kept to it: yes on 2 days, mostly on 1, no on 1, no answer on 6.");
}

// Out and back.

#[test]
fn a_trial_comes_back_from_ron_and_json_and_a_second_time_nothing_is_new() {
    let mut diary = started();
    carry_out(&mut diary, Command::AnswerTrial { id: TrialId(1), day: today(), kept: Some(Adherence::Yes) }).unwrap();
    let export = Export::of(&diary);
    assert_eq!(export.schema, 4, "an older program must take it for newer, not for damaged");
    let (ron, json) = (ron_text::to_lines(&export).unwrap(), serde_json::to_string(&export).unwrap());
    for (file, text) in [("whole.ron", ron), ("whole.json", json)] {
        let mut other = Diary::default();
        let read = |diary: &Diary| preview(Path::new(file), text.as_bytes(), diary, today()).unwrap();
        let found = read(&other);
        assert!(found.remarks.iter().any(|remark| remark.contains("1 trial comes along")), "{:?}", found.remarks);
        carry_out(&mut other, found.command.unwrap()).unwrap();
        assert_eq!(other, diary, "{file}");
        assert_eq!(read(&other).command, None, "{file}");
    }
}

#[test]
fn a_trial_lies_in_a_file_of_its_own_and_is_there_when_the_diary_is_opened_again() {
    let place = temporary();
    let open = || Workspace::open(place.path(), Access::Write, Arc::new(|| ())).unwrap().as_on(today());
    let mut workspace = open();
    workspace.submit(start(trial(today()))).unwrap();
    assert_eq!(workspace.undo_label(), Some("starting the trial of dairy"));
    workspace.submit(Command::AnswerTrial { id: TrialId(1), day: today(), kept: Some(Adherence::No) }).unwrap();
    assert_eq!(workspace.undo_label(), Some("the trial of dairy, kept to it: no, 29 Mar"));
    workspace.undo().unwrap();
    assert!(only(workspace.diary()).kept.is_empty(), "one answer is one step");
    let diary = workspace.diary().clone();
    drop(workspace);
    let file = fs::read_to_string(place.path().join("trials.ron")).unwrap();
    assert!(file.contains("schema: 4") || file.contains("schema:4"), "{file}");
    assert_eq!(*open().diary(), diary);
    assert_eq!(Record::Trial(Box::new(only(&diary).clone())).schema(), 4);
}
