//! While a trial runs nobody can read its outcome by period, anywhere; once it is over everything tells its result, whatever it is.

use gutskin::analysis::insights::{Insights, LagRow, kept_back};
use gutskin::analysis::trial::error::Inconclusive;
use gutskin::analysis::trial::periods::Statistic;
use gutskin::analysis::trial::recorded::{draw, judge};
use gutskin::analysis::trial::sequence::Sequence;
use gutskin::analysis::trial::verdict::{Method, with};
use gutskin::analysis::trial::words;
use gutskin::columns::tabulate;
use gutskin::edit::{Command, Session};
use gutskin::model::diary::Diary;
use gutskin::model::settings::Settings;
use gutskin::model::time::{Day, DayEnd};
use gutskin::model::trial::{EndedEarly, Trial, TrialDesign, TrialFactor, TrialId, TrialStage, TrialSubject};
use gutskin::model::value::Value;
use gutskin::report::chart::{ChartModel, ChartRequest};
use gutskin::report::doctor::{ReportRequest, build};
use gutskin::report::document::Block;
use std::time::Instant;

use super::commands::{answer, carry_out, today};
use super::trials::{TEN_WEEKS, name, only, over, trial};

/// A diary in which the trial is on its thirty-first day; dairy, which it switches, is answered every day.
fn running() -> Diary {
    let mut diary = Diary::default();
    let subject = Some(TrialSubject::Column("dairy".to_owned()));
    let trial = trial(today().plus(-30));
    let trial = Trial { factor: TrialFactor { subject, ..trial.factor.clone() }, ..trial };
    for ago in 0..90 {
        let day = today().plus(-ago);
        let on = trial.is_on(day).unwrap_or(ago % 2 == 0);
        carry_out(&mut diary, answer(day, "redness", Value::Number(f64::from(u8::from(on)) + 1.0))).unwrap();
        carry_out(&mut diary, answer(day, "dairy", Value::YesNo(on))).unwrap();
        carry_out(&mut diary, answer(day, "stress", Value::Number(f64::from(ago % 5)))).unwrap();
    }
    carry_out(&mut diary, Command::BringTrial { trial: Box::new(trial), course: None }).unwrap();
    diary
}

fn chart(diary: &Diary, keys: &[&str], on: Day) -> ChartModel {
    let request = ChartRequest::new(keys, today().plus(-89), on, on);
    ChartModel::new(diary, &tabulate(diary), &request).unwrap()
}

#[test]
fn a_finding_about_what_a_running_trial_switches_is_kept_back_until_it_is_over() {
    let diary = running();
    let pairs = kept_back(&diary, today());
    let named: Vec<(&str, &str)> = pairs.iter().map(|pair| (pair.factor.as_str(), pair.outcome.as_str())).collect();
    assert_eq!(named, [("dairy", "redness"), ("dairy", "itch")], "the main outcome and what is watched");
    let row = |factor: &str, outcome: &str| LagRow {
        factor: factor.to_owned(),
        outcome: outcome.to_owned(),
        t: vec![5.0; 15],
        q: 0.001,
    };
    // Skin today is reckoned from redness, PASI from a sheet of its own.
    let kept = ["redness", "redness.nose", "itch", "skin_today"].map(|outcome| row("dairy", outcome));
    let told = [("stress", "redness"), ("dairy", "bloating"), ("dairy", "pasi"), ("stress", "skin_today")];
    let told = told.map(|(factor, outcome)| row(factor, outcome));
    let mut insights = Insights { lag_rows: kept.iter().chain(&told).cloned().collect(), ..Insights::default() };
    insights.keep_back(pairs);
    assert_eq!(insights.lag_rows, told, "its places and what is reckoned from it are kept back, other pairs stay");
    let said = insights.kept_back[0].words(&tabulate(&diary));
    assert!(said.starts_with("Dairy and redness are in a trial that runs until"), "{said}");
    assert_eq!(kept_back(&diary, today().plus(40)), [], "the day after the last one");
    assert_eq!(kept_back(&diary, today().plus(-31)), [], "the day before the first one");
}

#[test]
fn periods_are_told_apart_beside_an_outcome_only_once_the_trial_is_over() {
    let diary = running();
    let spans = |keys: &[&str], on: Day| chart(&diary, keys, on).spans[0].clone();
    let beside = spans(&["redness"], today());
    assert_eq!((beside.label.as_str(), beside.goes_on), ("Trial of dairy", true));
    assert!(beside.on.is_empty());
    assert!(spans(&["stress", "itch", "redness"], today()).on.is_empty(), "whichever outcome it is");
    // Off, on, on, off, and the third day of the fifth, which is on: ABBAB.
    let first = today().plus(-30);
    let days = |from: i32, to: i32| (first.plus(from), first.plus(to));
    assert_eq!(
        spans(&["stress"], today()).on,
        [days(7, 13), days(14, 20), days(28, 30)],
        "and nothing of the days to come"
    );
    assert_eq!(spans(&["redness"], today().plus(40)).on.len(), 5, "all five once it is over");
}

#[test]
fn a_chart_of_what_is_switched_beside_what_is_judged_leaves_the_days_of_the_trial_out() {
    let diary = running();
    let both = chart(&diary, &["redness", "dairy"], today());
    let answered = |chart: &ChartModel, place: usize| chart.panels[place].answered();
    assert_eq!((answered(&both, 0), answered(&both, 1)), (90, 59));
    assert!(
        both.alt.contains("Dairy is left out from") && both.alt.contains("since a trial of it runs"),
        "{}",
        both.alt
    );
    assert_eq!(answered(&chart(&diary, &["dairy"], today()), 0), 90, "alone it shows nothing of the outcome");
    assert_eq!(answered(&chart(&diary, &["redness", "dairy"], today().plus(40)), 1), 90);
}

fn report(diary: &Diary, on: Day) -> (String, usize) {
    let request = ReportRequest::new(today().plus(-89), on, on);
    let blocks = build(diary, &tabulate(diary), &request, &|_| true).unwrap().blocks;
    let is_head = |block: &Block| matches!(block, Block::Heading { level: 2, text } if text.starts_with("Trials"));
    let from = blocks.iter().position(is_head).unwrap();
    let rest = &blocks[from + 1..];
    let until = rest.iter().position(|block| matches!(block, Block::Heading { level: 2, .. })).unwrap();
    let mut words = String::new();
    for block in &rest[..until] {
        match block {
            Block::Heading { text, .. } | Block::Paragraph(text) | Block::Aside(text) => words += &format!("{text} "),
            Block::List(points) => words += &format!("{} ", points.join(" ")),
            _ => {}
        }
    }
    (words, rest[..until].iter().filter(|block| matches!(block, Block::Drawing(_))).count())
}

#[test]
fn the_report_says_of_a_running_trial_that_it_runs_and_nothing_of_its_outcome() {
    let (said, drawings) = report(&running(), today());
    assert!(said.contains("Trial of dairy Day 31 of 70."), "{said}");
    assert!(said.contains("Judged by Redness; a change of 1 point or more would matter."), "{said}");
    assert!(said.contains(words::NO_PEEK) && said.contains("Kept to it: yes on 0 days"), "{said}");
    assert!(!said.contains("On days with “"), "{said}");
    assert_eq!(drawings, 0);
}

#[test]
fn the_report_tells_a_result_whatever_it_is_with_its_figure_and_how_it_was_kept_to() {
    for (effect, headline) in [
        (1.2, "A difference was shown: Redness was not the same on and off."),
        (0.0, "No difference was shown in Redness."),
    ] {
        let (said, drawings) = report(&over(effect), today());
        assert!(said.contains(headline), "{said}");
        assert!(said.contains("On days with “milk with two meals”") && said.contains("95 % interval"), "{said}");
        assert!(said.contains("Kept to it:") && said.contains(words::blinding("redness")), "{said}");
        assert_eq!(drawings, 1);
    }
}

// What was seen stays seen.

#[test]
fn an_end_that_is_taken_back_leaves_a_note_that_the_result_could_be_seen() {
    let mut session = Session::new(running());
    session.pretend_today(today());
    let id = TrialId(1);
    let kept = Command::AnswerTrial { id, day: today(), kept: Some(gutskin::model::trial::Adherence::Yes) };
    session.submit(kept, Instant::now()).unwrap();
    let ended = EndedEarly { on: today(), why: None };
    session.submit(Command::EndTrial { id, ended }, Instant::now()).unwrap();
    assert_eq!(session.diary().trial(id).unwrap().stage(today()), TrialStage::Over);
    session.undo().unwrap();
    let trial = session.diary().trial(id).unwrap().clone();
    assert_eq!((trial.stage(today()), trial.resumed), (TrialStage::Running { day: 31 }, Some(today())));
    session.undo().unwrap();
    let trial = session.diary().trial(id).unwrap().clone();
    assert_eq!((trial.kept.len(), trial.resumed), (0, Some(today())), "no earlier step takes the note away");
    let plan = words::plan(&trial, &tabulate(session.diary())).join(" ");
    assert!(plan.contains("taken up again; its result could be seen by then."), "{plan}");
}

#[test]
fn a_look_at_the_order_cannot_be_undone() {
    let mut session = Session::new(running());
    session.pretend_today(today());
    session.submit(Command::SeeTrialOrder { id: TrialId(1) }, Instant::now()).unwrap();
    session.undo().unwrap();
    assert_eq!(only(session.diary()).order_seen, Some(today()));
}

// Another clock, another computer, another end of the day.

#[test]
fn a_clock_that_is_set_back_closes_the_result_and_loses_nothing() {
    let diary = over(1.2);
    let table = tabulate(&diary);
    let (trial, back) = (only(&diary), today().plus(-80));
    assert_eq!(trial.stage(back), TrialStage::Ahead);
    assert_eq!(judge(trial, "redness", &table, back), Err(Inconclusive::NotOver { days_left: 80 }));
    assert!(judge(trial, "redness", &table, today()).is_ok());
}

#[test]
fn the_order_moves_with_the_diary_and_another_end_of_the_day_leaves_the_trial_as_it_was() {
    let diary = running();
    let mut other = Diary::default();
    carry_out(&mut other, Command::BringTrial { trial: Box::new(only(&diary).clone()), course: None }).unwrap();
    assert_eq!(only(&other), only(&diary), "order, seed and start stand in the record, not in the computer");
    let mut changed = diary.clone();
    let settings = Settings { day_end: DayEnd::new(2).unwrap(), ..diary.settings().clone() };
    carry_out(&mut changed, Command::SetSettings { settings }).unwrap();
    assert_eq!(only(&changed), only(&diary));
}

// What lingers.

#[test]
fn a_trial_that_looks_for_what_lingers_counts_every_day_and_is_judged_as_the_same_numbers_are() {
    let mut diary = over(0.9);
    let design = TrialDesign { washout_days: 0, carry_over: true, ..TEN_WEEKS };
    let judged_by = |diary: &mut Diary, trial: Trial| {
        carry_out(diary, Command::RemoveTrial { id: only(diary).id }).unwrap();
        carry_out(diary, Command::BringTrial { trial: Box::new(trial), course: None }).unwrap();
        judge(only(diary), "redness", &tabulate(diary), today()).unwrap()
    };
    let trial = Trial { design, ..only(&diary).clone() };
    let judged = judged_by(&mut diary, trial);
    let table = tabulate(&diary);
    let cells: Vec<Option<f64>> = (-70..0).map(|day| table.number("redness", today().plus(day))).collect();
    let room = gutskin::analysis::trial::design::Design::new(
        gutskin::analysis::trial::randomisation::Randomisation::Balanced { periods: 10, most_alike: 2 },
        7,
        0,
    )
    .unwrap();
    let sequence = Sequence::of("ABBABAABAB".chars().map(|period| period == 'B')).unwrap();
    let method = Method { statistic: Statistic::CarryOver, covariates: &[] };
    assert_eq!(judged.verdict, with(method, &room, sequence, &cells, 7));
    assert_eq!(judged.verdict.as_ref().unwrap().days, 70);
    let said = words::sentences(only(&diary), &judged, table.column("redness").unwrap()).join(" ");
    assert!(said.contains("The size counts every day"), "{said}");
    // No order is lost or won by it: the same eighty-four are compared.
    assert_eq!(judged.verdict.unwrap().orders, Some(84));
    assert_eq!(draw(design, 3).unwrap(), draw(TEN_WEEKS, 3).unwrap(), "the lot is the same");
}

#[test]
fn a_plan_that_looks_for_what_lingers_and_leaves_days_out_as_well_is_refused() {
    let design = TrialDesign { carry_over: true, ..TEN_WEEKS };
    let refused = carry_out(&mut Diary::default(), super::trials::start(Trial { design, ..trial(today()) }));
    assert!(refused.unwrap_err().to_string().contains("every day counts; leave out no days"));
    let covariates = vec!["stress".to_owned(), "mood".to_owned(), "sleep_hours".to_owned()];
    let refused = carry_out(&mut Diary::default(), super::trials::start(Trial { covariates, ..trial(today()) }));
    assert!(refused.unwrap_err().to_string().contains("up to 2 other things"));
    assert_eq!(name("dairy").as_str(), "dairy");
}
