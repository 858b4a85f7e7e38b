//! A trial from its first question to its result, in the window, with the diary's clock moved on; and pictures of every stand a
//! trial can be in, drawn into a folder with `TRIAL_PICTURES=folder cargo test --test ui trials`.

use std::path::PathBuf;
use std::sync::Arc;

use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::Queryable;
use gutskin::analysis::trial::words;
use gutskin::columns::tabulate;
use gutskin::edit::{Command, Place};
use gutskin::model::entry::EntryKind;
use gutskin::model::text::Name;
use gutskin::model::time::Day;
use gutskin::model::trackable::{self, Direction};
use gutskin::model::trial::{Adherence, EndedEarly, Lot, Trial, TrialDesign, TrialFactor, TrialId};
use gutskin::model::value::Value;
use gutskin::report::doctor::{ReportRequest, build};
use gutskin::report::document::Block;
use gutskin::rng::Rng;
use gutskin::storage::Access;
use gutskin::ui::ThemeChoice;
use gutskin::workspace::Workspace;
use tempfile::TempDir;

use crate::window::{Window, harness, today};

const TALL: [f32; 2] = [1440.0, 2600.0];

fn on(folder: &TempDir, day: Day) -> Workspace {
    Workspace::open(folder.path(), Access::Write, Arc::new(|| {})).unwrap().as_on(day)
}

/// Redness and itch of some days, as one step.
fn log(workspace: &mut Workspace, days: impl Iterator<Item = Day>, redness: impl Fn(Day) -> f64, seed: u64) {
    let mut rng = Rng::new(seed, 1);
    let mut steps = Vec::new();
    for day in days {
        let value = (redness(day) + 0.5 * rng.gauss()).round().clamp(0.0, 4.0);
        let itch = (4.0 + rng.gauss()).round().clamp(0.0, 10.0);
        for (key, value) in [("redness", value), ("itch", itch)] {
            let place = Place::Main { kind: EntryKind::SkinCheck, region: None };
            let (key, value) = (trackable::Key::new(key).unwrap(), Some(Value::Number(value)));
            steps.push(Command::Answer { day, place, key, value });
        }
    }
    workspace.submit(Command::Batch { label: "days".to_owned(), steps }).unwrap();
}

fn from(first: Day, days: i32) -> impl Iterator<Item = Day> {
    (0..days).map(move |day| first.plus(day))
}

/// Goes on until the plans are worked out.
fn wait_for_plans(window: &mut Window) {
    for _ in 0..100_000 {
        window.harness.step();
        if window.shows_part("sees it in") {
            return;
        }
        std::thread::yield_now();
    }
    panic!("no plan is worked out");
}

fn opened(folder: TempDir, day: Day, size: [f32; 2]) -> Window {
    let mut window = Window { harness: harness(on(&folder, day), size), folder };
    window.press(Modifiers::COMMAND, Key::Num7);
    window
}

/// Closes the window and opens it again on another day.
fn later(window: Window, day: Day) -> Window {
    let Window { harness, folder } = window;
    drop(harness);
    opened(folder, day, TALL)
}

#[test]
fn a_trial_is_planned_locked_answered_and_judged_and_stands_in_the_report() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = on(&folder, today());
    log(&mut workspace, from(today().plus(-60), 60), |_| 2.0, 3);
    drop(workspace);
    let mut window = opened(folder, today(), TALL);
    window.click("Plan a trial…");
    window.type_text("What it is", "a warm shower");
    window.type_text("Days on", "a warm shower in the evening");
    window.type_text("Days off", "a cool shower in the evening");
    wait_for_plans(&mut window);
    window.harness.query_all_by_label_contains("sees it in").next().unwrap().click();
    window.harness.run();
    window.click("Lock and draw the order");
    let trial = window.workspace().diary().trial(TrialId(1)).unwrap().clone();
    assert_eq!((trial.drawn, trial.start), (today(), today().plus(1)));
    // The first day: its instruction stands above the forms, and one click answers.
    let mut window = later(window, trial.start);
    let first = format!("Trial, day 1 of {}: {}", trial.days(), trial.instruction(trial.start).unwrap());
    assert!(window.shows(&first), "{first}");
    window.click("Kept to it? yes");
    assert_eq!(window.workspace().diary().trial(trial.id).unwrap().kept.get(&trial.start), Some(&Adherence::Yes));
    // On its last day nothing of the outcome is told yet.
    let Window { harness, folder } = window;
    drop(harness);
    let mut workspace = on(&folder, trial.last());
    let days = i32::try_from(trial.days()).unwrap();
    log(&mut workspace, from(trial.start, days), |day| if trial.is_on(day) == Some(true) { 3.5 } else { 1.5 }, 5);
    drop(workspace);
    let mut window = opened(folder, trial.last(), TALL);
    window.click("Trial of a warm shower");
    assert!(window.shows(words::NO_PEEK));
    assert!(!window.shows_part("A difference was shown"));
    // The day after it is judged.
    let mut window = later(window, trial.last().plus(1));
    window.click("Trial of a warm shower");
    assert!(window.shows("A difference was shown: Redness was not the same on and off."));
    assert!(window.shows("Repeat it") && window.shows("Ask the next question"));
    let (diary, day) = (window.workspace().diary(), trial.last().plus(1));
    let request = ReportRequest::new(trial.start, day, day);
    let blocks = build(diary, &tabulate(diary), &request, &|_| true).unwrap().blocks;
    let says = |words: &str| blocks.iter().any(|block| matches!(block, Block::Paragraph(text) if text.contains(words)));
    assert!(says("A difference was shown: Redness was not the same on and off."));
}

// Pictures.

#[test]
fn a_factor_without_a_name_is_asked_for_and_nothing_is_drawn() {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = on(&folder, today());
    log(&mut workspace, from(today().plus(-60), 60), |_| 2.0, 3);
    drop(workspace);
    let mut window = opened(folder, today(), TALL);
    window.click("Plan a trial…");
    window.type_text("What it is", "   ");
    window.type_text("Days on", "a warm shower in the evening");
    window.type_text("Days off", "a cool shower in the evening");
    wait_for_plans(&mut window);
    window.harness.query_all_by_label_contains("sees it in").next().unwrap().click();
    window.harness.run();
    assert!(window.shows("Say what is switched on and off."));
    window.click("Lock and draw the order");
    assert_eq!(window.workspace().diary().trials().count(), 0);
    window.type_text("What it is", "a warm shower");
    window.click("Lock and draw the order");
    assert_eq!(window.workspace().diary().trials().count(), 1, "what was typed beside it was kept");
}

fn name(words: &str) -> Name {
    Name::new(words).unwrap()
}

/// Ten weeks of dairy on redness.
fn dairy(start: Day) -> Trial {
    Trial {
        id: TrialId::NEW,
        drawn: start.plus(-1),
        start,
        factor: TrialFactor {
            name: name("dairy"),
            on: name("milk or cheese with two meals"),
            off: name("no dairy"),
            subject: None,
        },
        outcome: "redness".to_owned(),
        direction: Direction::WorseUp,
        smallest_change: 0.5,
        watched: vec!["itch".to_owned()],
        covariates: Vec::new(),
        design: TrialDesign {
            lot: Lot::Balanced { most_alike: 2 },
            periods: 10,
            days_per_period: 7,
            washout_days: 2,
            carry_over: false,
            looks: false,
        },
        seed: 7,
        order: "ABBABAABAB".to_owned(),
        sides: None,
        kept: [].into(),
        looked: Vec::new(),
        ended: None,
        order_seen: None,
        resumed: None,
    }
}

/// One stand of a trial: its first day so many days ago, how much redder on, how many of ten days are logged, and on which day it was
/// ended.
struct Stand {
    name: &'static str,
    ago: i32,
    effect: f64,
    of_10: i32,
    ended: Option<i32>,
}

const STANDS: [Stand; 6] = [
    Stand { name: "difference", ago: 70, effect: 0.9, of_10: 9, ended: None },
    Stand { name: "none", ago: 75, effect: 0.0, of_10: 9, ended: None },
    Stand { name: "running", ago: 30, effect: 0.5, of_10: 9, ended: None },
    Stand { name: "last_day", ago: 69, effect: 0.5, of_10: 9, ended: None },
    Stand { name: "ended", ago: 60, effect: 0.9, of_10: 9, ended: Some(45) },
    Stand { name: "little", ago: 80, effect: 0.9, of_10: 1, ended: None },
];

fn stand(stand: &Stand, size: [f32; 2]) -> Window {
    let folder = tempfile::tempdir().unwrap();
    let mut workspace = on(&folder, today());
    let mut trial = dairy(today().plus(-stand.ago));
    let whole = trial.clone();
    let is_logged = |day: &Day| *day < whole.start || day.days_since(whole.start) * 7 % 10 < stand.of_10;
    let more = |day: Day| if whole.is_on(day) == Some(true) { stand.effect } else { 0.0 };
    log(&mut workspace, from(today().plus(-120), 120).filter(is_logged), |day| 2.0 + more(day), 3);
    trial.ended =
        stand.ended.map(|day| EndedEarly { on: trial.start.plus(day), why: Some(name("It does not fit my life now")) });
    let end = trial.end().min(today());
    trial.kept = from(trial.start, 200).take_while(|day| *day <= end).map(|day| (day, Adherence::Yes)).collect();
    workspace.submit(Command::BringTrial { trial: Box::new(trial), course: None }).unwrap();
    drop(workspace);
    opened(folder, today(), size)
}

fn draw(window: &mut Window, folder: &std::path::Path, name: &str) {
    for (theme, word) in [(ThemeChoice::Light, "light"), (ThemeChoice::Dark, "dark")] {
        window.harness.state_mut().view_mut().theme = theme;
        window.harness.run();
        window.harness.render().unwrap().save(folder.join(format!("{name}_{word}.png"))).unwrap();
    }
}

#[test]
fn pictures_of_every_stand_of_a_trial() {
    let Some(folder) = std::env::var_os("TRIAL_PICTURES").map(PathBuf::from) else { return };
    std::fs::create_dir_all(&folder).unwrap();
    for size in [[1440.0, 1700.0], [1024.0, 700.0]] {
        for known in &STANDS {
            let mut window = stand(known, size);
            draw(&mut window, &folder, &format!("{}_list_{}", known.name, size[0]));
            window.click("Trial of dairy");
            draw(&mut window, &folder, &format!("{}_{}", known.name, size[0]));
        }
        let mut window = Window::sample(size);
        window.press(Modifiers::COMMAND, Key::Num7);
        window.click("Plan a trial…");
        window.type_text("What it is", "evening milk");
        window.type_text("Days on", "a glass of milk in the evening");
        window.type_text("Days off", "no milk in the evening");
        wait_for_plans(&mut window);
        draw(&mut window, &folder, &format!("planner_{}", size[0]));
    }
}
