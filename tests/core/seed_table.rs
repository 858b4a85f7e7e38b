//! The sixteen ideas of gut and skin that the diary was made for: each can be logged, seen, analysed, suggested on and reported.
//! Everything follows from the cards of an idea, so that a card that goes takes its cell with it.

use std::collections::BTreeSet;
use std::fs;
use std::process::{Command, Stdio};

use gutskin::columns::{ColumnSpec, Origin, Role, every, tabulate};
use gutskin::evidence::axis::{AxisArrow, map};
use gutskin::evidence::card::{Aim, Card, SeedRow, ShowWhen};
use gutskin::evidence::library::cards;
use gutskin::model::catalogue::Catalogue;
use gutskin::model::diary::Diary;

use super::folder::temporary;

/// Cards of an idea.
fn of(idea: SeedRow) -> Vec<&'static Card> {
    cards().iter().filter(|card| card.seed_rows.contains(&idea)).collect()
}

/// Keys of all columns that a card reads, holds beside a finding or relates.
fn keys(card: &Card) -> BTreeSet<String> {
    let aims = card.aim.iter().filter_map(Aim::window).map(|window| window.column.to_owned());
    let mut keys: BTreeSet<String> = aims.collect();
    for relation in &card.relates {
        keys.extend(relation.factors.iter().cloned());
        keys.extend(relation.outcomes.keys().map(str::to_owned));
    }
    for way in &card.show_when {
        match way {
            ShowWhen::Finding { factors, outcomes } => {
                keys.extend(factors.iter().cloned());
                keys.extend(outcomes.keys().map(str::to_owned));
            }
            ShowWhen::Reading { column, .. } => drop(keys.insert(column.clone())),
            ShowWhen::Course { kind, .. } => drop(keys.insert(kind.key().to_owned())),
            _ => {}
        }
    }
    keys
}

fn labels<'a>(columns: &'a [ColumnSpec], keys: &BTreeSet<String>, fits: impl Fn(&ColumnSpec) -> bool) -> Vec<&'a str> {
    columns
        .iter()
        .filter(|column| keys.contains(&column.key) && fits(column))
        .map(|column| column.label.as_str())
        .collect()
}

/// Prints the table, and asserts that no cell is empty.
#[test]
fn each_of_the_sixteen_ideas_is_logged_seen_analysed_suggested_on_and_reported() {
    let place = temporary();
    let file = place.path().join("report.html");
    let mut gutskin = Command::new(env!("CARGO_BIN_EXE_gutskin"));
    let made = gutskin.args(["--demo", "report", "--out"]).arg(&file).stdin(Stdio::null()).output().unwrap();
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let report = fs::read_to_string(&file).unwrap();
    let diary = Diary::default();
    let map = map(&diary, &tabulate(&diary), None, "2026-03-12".parse().unwrap());
    let columns = every(&Catalogue::default());
    for idea in SeedRow::ALL {
        let cards = of(idea);
        let keys: BTreeSet<String> = cards.iter().flat_map(|card| keys(card)).collect();
        let is_logged = |column: &ColumnSpec| {
            matches!(column.origin, Origin::Logged | Origin::LoggedAndFoods | Origin::Foods | Origin::Courses)
        };
        let logged = labels(&columns, &keys, is_logged);
        let analysed = labels(&columns, &keys, |column| matches!(column.role, Role::Factor | Role::Outcome));
        let arrows: BTreeSet<&str> = cards.iter().flat_map(|card| card.arrows()).collect();
        let suggested = cards.iter().filter(|card| {
            card.show_when.iter().any(|way| {
                matches!(
                    way,
                    ShowWhen::FarFromAim | ShowWhen::Claimed | ShowWhen::Course { .. } | ShowWhen::Reading { .. }
                )
            })
        });
        let suggested: Vec<&str> = suggested.map(|card| card.title.as_str()).collect();
        let paths: Vec<String> =
            map.arrows.iter().filter(|of| arrows.contains(of.plan.id.as_str())).map(AxisArrow::title).collect();
        let reported = paths.iter().filter(|title| report.contains(title.as_str())).count();
        println!(
            "{idea:?} {} | logged: {} | seen: {} | analysed: {} | suggested on: {} | reported: {reported} paths",
            idea.label(),
            logged.join(", "),
            paths.join(", "),
            analysed.join(", "),
            suggested.join("; "),
        );
        assert!(!cards.is_empty(), "{idea:?} has no card");
        assert!(!logged.is_empty(), "{idea:?} cannot be logged");
        assert!(!paths.is_empty(), "{idea:?} stands on no path of the map");
        assert_eq!(paths.len(), arrows.len(), "{idea:?}: a path of its cards is none of the map");
        assert!(!analysed.is_empty(), "{idea:?} is not analysed");
        assert!(!suggested.is_empty(), "nothing is ever said on {idea:?}");
        assert_eq!(reported, paths.len(), "{idea:?}: the report does not print each of its paths");
    }
}
