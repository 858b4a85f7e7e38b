//! Ideas on the screen: what a card says, how one is tried and judged, what is not for somebody, and all evidence to look up.

use eframe::egui::accesskit::Role;
use eframe::egui::{Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};
use gutskin::edit::{Command, Place};
use gutskin::model::catalogue::Catalogue;
use gutskin::model::course::{Course, CourseId, CourseKind, Phase};
use gutskin::model::decision::{Choice, Decision, DecisionId};
use gutskin::model::profile::{Condition, Profile, SafetyQuestion};
use gutskin::model::text::Name;
use gutskin::model::time::Day;
use gutskin::model::trackable::Key as ColumnKey;
use gutskin::model::value::Value;
use gutskin::workspace::Workspace;

use crate::window::{self, Window, today};

const FIBRE: &str = "Fibre at every meal";

/// Somebody of 35 with eczema who answered every question with no.
fn profile() -> Profile {
    let mut profile =
        Profile { birth_year: Some(1991), conditions: [Condition::AtopicDermatitis].into(), ..Profile::default() };
    for question in SafetyQuestion::ALL {
        profile.safety.insert(*question, false);
    }
    profile
}

fn answer(day: Day, key: &str, value: Value) -> Command {
    let kind = Catalogue::default().get(key).unwrap().carried_by;
    let place = Place::Main { kind, region: None };
    Command::Answer { day, place, key: ColumnKey::new(key).unwrap(), value: Some(value) }
}

/// The diary of somebody whose every day of the last 60 says the same.
fn workspace(folder: &tempfile::TempDir, profile: Profile, answers: &[(&str, f64)]) -> Workspace {
    let mut workspace = window::open(folder);
    let mut steps = vec![Command::SetProfile { profile }];
    for day in (0..60).map(|ago| today().plus(-ago)) {
        steps.extend(answers.iter().map(|(key, value)| answer(day, key, Value::Number(*value))));
    }
    workspace.submit(Command::Batch { label: "two months".to_owned(), steps }).unwrap();
    workspace
}

fn window_of(profile: Profile, answers: &[(&str, f64)], size: [f32; 2]) -> Window {
    let folder = tempfile::tempdir().unwrap();
    let harness = window::harness(workspace(&folder, profile, answers), size);
    Window { harness, folder }
}

/// Somebody with 12 g of fibre a day and nothing else logged.
fn little_fibre(size: [f32; 2]) -> Window {
    window_of(profile(), &[("fibre_g", 12.0), ("itch", 4.0)], size)
}

fn labels(window: &Window, part: &str) -> Vec<String> {
    let found = window.harness.query_all_by_label_contains(part);
    found.filter_map(|node| node.accesskit_node().label()).collect()
}

/// Top of the first thing of this name.
fn top(window: &Window, label: &str) -> f32 {
    window.harness.get_all_by_label(label).next().unwrap_or_else(|| panic!("no {label}")).rect().top()
}

fn title(window: &Window) -> String {
    let try_it = labels(window, "Try it: ");
    try_it.first().expect("an idea to try").trim_start_matches("Try it: ").to_owned()
}

#[test]
fn print_the_screen() {
    let window = little_fibre([1440.0, 2400.0]);
    for node in window.harness.query_all_by_label_contains("") {
        eprintln!("{:?} {:?} {:?}", node.accesskit_node().role(), node.accesskit_node().label(), node.rect());
    }
}
