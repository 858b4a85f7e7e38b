//! Trials out and back: their days as CSV, one row a day and trial, and numbers of trials and courses that do not clash.

use std::path::Path;

use gutskin::columns::tabulate;
use gutskin::edit::Command;
use gutskin::import::{Preview, preview};
use gutskin::model::course::{Course, CourseId, CourseKind};
use gutskin::model::diary::Diary;
use gutskin::model::export::Export;
use gutskin::model::ron_text;
use gutskin::model::trial::{Adherence, Trial, TrialFactor, TrialId, TrialSubject};
use gutskin::report::trial_answers::to_csv;

use super::commands::{carry_out, today};
use super::trials::{name, only, started, trial};

fn read(text: &str, diary: &Diary) -> Preview {
    preview(Path::new("days.trials.csv"), text.as_bytes(), diary, today()).unwrap()
}

/// A trial that began two days ago: off for a week, then on.
fn answered() -> Diary {
    let mut diary = Diary::default();
    let mut trial = trial(today().plus(-2));
    trial.kept.insert(today().plus(-2), Adherence::Yes);
    trial.kept.insert(today(), Adherence::Mostly);
    carry_out(&mut diary, Command::BringTrial { trial: Box::new(trial), course: None }).unwrap();
    diary
}

#[test]
fn the_days_of_a_trial_are_one_row_each_and_the_lot_is_not_told_ahead() {
    let diary = answered();
    let csv = to_csv(&diary, &tabulate(&diary));
    let expected = "trial,start,date,period,on,kept\n\
                    1,2026-03-27,2026-03-27,1,0,yes\n\
                    1,2026-03-27,2026-03-28,1,0,\n\
                    1,2026-03-27,2026-03-29,1,0,mostly\n";
    assert_eq!(csv, expected);
    assert_eq!(to_csv(&Diary::default(), &tabulate(&Diary::default())), "trial,start,date,period,on,kept\n");
}

#[test]
fn the_answers_come_back_and_a_second_time_nothing_is_new() {
    let diary = answered();
    let csv = to_csv(&diary, &tabulate(&diary));
    assert_eq!(read(&csv, &diary).command, None);
    let mut other = Diary::default();
    let bare = Trial { kept: [].into(), ..only(&diary).clone() };
    carry_out(&mut other, Command::BringTrial { trial: Box::new(bare), course: None }).unwrap();
    let found = read(&csv, &other);
    assert!(found.remarks.iter().any(|remark| remark.starts_with("2 answers of whether")), "{:?}", found.remarks);
    carry_out(&mut other, found.command.unwrap()).unwrap();
    assert_eq!(other, diary);
}

#[test]
fn an_answer_that_the_diary_has_stays_and_one_of_a_trial_it_does_not_know_is_named_with_its_line() {
    let diary = answered();
    let differs = "trial,start,date,period,on,kept\n1,2026-03-27,2026-03-27,1,0,no\n";
    let found = read(differs, &diary);
    assert_eq!(found.command, None);
    assert!(found.remarks.iter().any(|remark| remark.contains("1 answer of whether")), "{:?}", found.remarks);
    let unknown = read("trial,start,date,period,on,kept\n1,2026-03-27,2026-03-27,1,0,yes\n", &Diary::default());
    assert_eq!(unknown.command, None);
    let lines: Vec<u64> = unknown.bad_lines.iter().map(|bad| bad.line).collect();
    assert_eq!(lines, [2]);
    assert!(unknown.bad_lines[0].reason.contains("no trial of this diary began on 2026-03-27"));
    let odd = read("trial,start,date,period,on,kept\n1,2026-03-27,2026-03-27,1,0,perhaps\n", &diary);
    assert!(odd.bad_lines[0].reason.contains("it is yes, mostly or no"), "{:?}", odd.bad_lines);
}

fn course(id: CourseId, words: &str) -> Course {
    Course {
        id,
        kind: CourseKind::Supplement,
        name: name(words),
        start: today().plus(-100),
        stop: None,
        dose: String::new(),
        schedule: String::new(),
        regions: Vec::new(),
        note: None,
        after_effect_days: 0,
    }
}

#[test]
fn a_trial_of_a_course_stays_with_its_course_where_that_has_another_number() {
    let add = |diary: &mut Diary, words: &str| {
        carry_out(diary, Command::AddCourse { course: course(CourseId::NEW, words) }).unwrap();
    };
    let mut from = Diary::default();
    add(&mut from, "zinc");
    let subject = Some(TrialSubject::Course(CourseId(1)));
    let about = Trial { factor: TrialFactor { subject, ..trial(today()).factor }, ..trial(today()) };
    carry_out(&mut from, Command::StartTrial { trial: Box::new(about) }).unwrap();
    // Here another course and another trial have the number 1.
    let mut here = started();
    add(&mut here, "fish oil");
    let text = ron_text::to_lines(&Export::of(&from)).unwrap();
    let read = |diary: &Diary| preview(Path::new("whole.ron"), text.as_bytes(), diary, today()).unwrap();
    let brings = read(&here).command.unwrap();
    carry_out(&mut here, brings).unwrap();
    let brought = here.trial(TrialId(2)).unwrap();
    let Some(TrialSubject::Course(id)) = brought.factor.subject else { panic!("its course is lost") };
    assert_eq!(here.course(id).unwrap().name.as_str(), "zinc");
    assert_eq!(here.trial(TrialId(1)), started().trial(TrialId(1)), "what was here stays");
    assert_eq!(read(&here).command, None, "and a second time nothing is new");
}
