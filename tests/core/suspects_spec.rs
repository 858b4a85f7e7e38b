//! Suspects: how they are kept, what they are tested on, and what is remembered from one look to the next.

use std::cell::Cell;

use gutskin::analysis::engine::{Plan, search};
use gutskin::analysis::insights::coverage::{coverage, line};
use gutskin::analysis::insights::{
    Insights, PrespecifiedState, SearchCache, of_diary, of_diary_with, prespecified_words, self_check, self_check_with,
    text, to_json,
};
use gutskin::columns::{Column, ColumnIndex, ColumnSpec, DayTable, Origin, Role};
use gutskin::edit::{Change, Command, plan};
use gutskin::model::diary::Diary;
use gutskin::model::prespecified::{PrespecifiedPair, PrespecifiedPairs};
use gutskin::model::settings::Settings;
use gutskin::model::time::Day;

use super::commands::{carry_out, put, today};
use super::simulator::{Setting, simulate};

fn name(diary: &Diary, pairs: &[(&str, &str)], on: Day) -> Result<Vec<Change>, String> {
    let pairs = pairs.iter().map(|(factor, outcome)| PrespecifiedPair::new(factor, outcome)).collect();
    plan(diary, Command::NamePairs { pairs }, on).map_err(|error| error.to_string())
}

#[test]
fn a_family_is_dated_and_another_list_is_another_family() {
    let mut diary = Diary::default();
    let first = name(&diary, &[("dairy", "itch"), ("stress", "redness")], today()).unwrap();
    put(&mut diary, &first);
    let kept = diary.settings().suspects.clone().unwrap();
    assert_eq!((kept.named, kept.pairs.len()), (today(), 2));
    assert!(kept.has("dairy", "itch") && !kept.has("itch", "dairy"));
    // The same list in another order, a month later, is the same family.
    assert_eq!(name(&diary, &[("stress", "redness"), ("dairy", "itch")], today().plus(30)).unwrap(), []);
    let later = name(&diary, &[("dairy", "itch")], today().plus(30)).unwrap();
    put(&mut diary, &later);
    assert_eq!(diary.settings().suspects.as_ref().unwrap().named, today().plus(30));
    // Undo brings the old family back with its date.
    let back: Vec<Change> = later.into_iter().rev().map(Change::inverse).collect();
    put(&mut diary, &back);
    assert_eq!(diary.settings().suspects, Some(kept));
    carry_out(&mut diary, Command::NamePairs { pairs: Vec::new() }).unwrap();
    assert_eq!(diary.settings().suspects, None);
}

#[test]
fn seven_suspects_or_the_same_twice_are_refused_in_one_line() {
    let diary = Diary::default();
    let seven: Vec<(&str, &str)> =
        ["a", "b", "c", "d", "e", "f", "g"].into_iter().map(|factor| (factor, "itch")).collect();
    for (pairs, said) in [
        (&seven[..], "7 suspects are named; at most 6 fit"),
        (&[("dairy", "itch"), ("dairy", "itch")][..], "named twice"),
        (&[("itch", "itch")][..], "another outcome"),
        (&[("", "itch")][..], "choose both"),
    ] {
        let error = name(&diary, pairs, today()).unwrap_err();
        assert!(error.contains(said) && !error.contains('\n'), "{error}");
    }
}

#[test]
fn settings_without_suspects_are_still_read_and_written_as_before() {
    let old: Settings = ron::from_str("(reference: Us)").unwrap();
    assert_eq!(old.suspects, None);
    assert!(!ron::to_string(&old).unwrap().contains("suspects"));
    let named = PrespecifiedPairs { named: today(), pairs: vec![PrespecifiedPair::new("dairy", "itch")] };
    let new = Settings { suspects: Some(named), ..old };
    assert_eq!(ron::from_str::<Settings>(&ron::to_string(&new).unwrap()).unwrap(), new);
}

/// A year in which a factor goes along with an outcome two days later, and nine factors with nothing.
fn year() -> (DayTable, String, String) {
    let setting = Setting { days: 364, factors: 10, outcomes: 2, empty_share: 0.0 };
    let strong = |seed: &u64| {
        let diary = simulate(*seed, setting);
        let found = of_diary(&diary.table, &|_| true).unwrap();
        found.findings.iter().any(|finding| {
            diary.planted.iter().any(|effect| {
                (diary.table[effect.factor].key.as_str(), diary.table[effect.outcome].key.as_str())
                    == (&finding.factor, &finding.outcome)
            })
        })
    };
    let seed = (0..50).find(strong).unwrap();
    let table = simulate(seed, setting).table;
    let found = of_diary(&table, &|_| true).unwrap();
    let first = &found.findings[0];
    let pair = (first.factor.clone(), first.outcome.clone());
    (table, pair.0, pair.1)
}

fn insights(table: &DayTable, suspects: &PrespecifiedPairs) -> Insights {
    of_diary_with(table, Some(suspects), &SearchCache::default(), &|_| true).unwrap()
}

#[test]
fn a_family_named_at_first_uses_all_days_and_a_later_one_only_days_after_it() {
    let (table, factor, outcome) = year();
    let pairs = vec![PrespecifiedPair::new(&factor, &outcome), PrespecifiedPair::new("f0", "gone")];
    let early = PrespecifiedPairs { named: table.first.plus(10), pairs: pairs.clone() };
    let found = insights(&table, &early).suspects.unwrap();
    assert_eq!((found.from, found.days, found.pairs_tested), (table.first, 364, 1));
    let PrespecifiedState::Found(finding) = &found.results[0].state else { panic!("{found:?}") };
    assert!(finding.claim.q <= 0.10);
    assert_eq!(found.results[1].state, PrespecifiedState::Gone);
    // Named after looks had come: what was seen before does not count.
    let late = PrespecifiedPairs { named: table.first.plus(200), pairs };
    let found = insights(&table, &late).suspects.unwrap();
    assert_eq!((found.from, found.days), (table.first.plus(200), 164));
    let mut changed = table.clone();
    let column = changed.columns.iter_mut().find(|column| column.key == outcome).unwrap();
    column.cells[..200].fill(Some(3.0));
    let same = insights(&changed, &late).suspects.unwrap();
    assert_eq!(same.results[0].state, found.results[0].state);
    // Named yesterday: no look has come since.
    let new = PrespecifiedPairs { named: table.first.plus(350), ..late };
    let found = insights(&table, &new).suspects.unwrap();
    assert_eq!((found.days, &found.results[0].state), (0, &PrespecifiedState::TooEarly));
    assert!(prespecified_words::head(&found).contains("28 days after"));
}

#[test]
fn suspects_are_in_text_and_json_and_change_nothing_of_the_open_search() {
    let (table, factor, outcome) = year();
    let suspects = PrespecifiedPairs { named: table.first, pairs: vec![PrespecifiedPair::new(&factor, &outcome)] };
    let with = insights(&table, &suspects);
    let without = of_diary(&table, &|_| true).unwrap();
    assert_eq!(Insights { suspects: None, ..with.clone() }, without);
    let said = text(&with, &table);
    assert!(said.contains("Suspects, named on ") && said.contains("family of their own"), "{said}");
    let json = to_json(&with, &table);
    assert_eq!(json["suspects"]["results"][0]["state"], "found");
    assert!(json["suspects"]["results"][0]["detail"]["lo"].is_number());
    assert!(to_json(&without, &table)["suspects"].is_null());
}

#[test]
fn with_memory_or_without_the_insights_are_the_same_and_an_edit_of_today_costs_no_look() {
    let (mut table, factor, outcome) = year();
    let suspects = PrespecifiedPairs { named: table.first, pairs: vec![PrespecifiedPair::new(&factor, &outcome)] };
    let memory = SearchCache::default();
    let fresh = of_diary_with(&table, Some(&suspects), &memory, &|_| true).unwrap();
    assert_eq!(of_diary_with(&table, Some(&suspects), &memory, &|_| true).unwrap(), fresh);
    let check = self_check_with(&table, fresh.days, &memory, &|_| true).unwrap();
    assert_eq!(self_check(&table, fresh.days, &|_| true), Some(check));
    // A day in the middle changes later looks; what is remembered of earlier ones stays right.
    table.columns[0].cells[200] = Some(7.0);
    let expected = of_diary_with(&table, Some(&suspects), &SearchCache::default(), &|_| true).unwrap();
    assert_eq!(of_diary_with(&table, Some(&suspects), &memory, &|_| true).unwrap(), expected);
}

#[test]
fn a_search_asks_often_whether_to_go_on_and_gives_nothing_once_told_to_stop() {
    let diary = simulate(3, Setting { days: 730, factors: 30, outcomes: 6, empty_share: 0.0 });
    let plan = Plan::of_diary(&diary.table);
    let asked = Cell::new(0_u32);
    let listen = |_: f32| {
        asked.set(asked.get() + 1);
        true
    };
    search(&diary.table, &plan, 730, &listen).unwrap();
    // More than once a factor of every outcome.
    assert!(asked.get() > 300, "asked {} times", asked.get());
    for stop in [1, 50, 200] {
        let count = Cell::new(0);
        let listen = |_: f32| {
            count.set(count.get() + 1);
            count.get() < stop
        };
        assert_eq!(search(&diary.table, &plan, 730, &listen), None);
    }
}

#[test]
fn antibiotic_courses_are_taken_out_of_every_outcome_and_say_so() {
    let mut diary = simulate(8, Setting { days: 200, factors: 4, outcomes: 1, empty_share: 1.0 });
    let inside = |day: usize| Some(f64::from(u8::from((80..90).contains(&(day % 200)))));
    let mut column = Column {
        spec: ColumnSpec::new("antibiotic", "Antibiotic", Role::Factor, Origin::Logged),
        cells: (0..200).map(inside).collect(),
    };
    let without = search(&diary.table, &Plan::of_diary(&diary.table), 200, &|_| true).unwrap();
    diary.table.columns.push(column.clone());
    let with = search(&diary.table, &Plan::of_diary(&diary.table), 200, &|_| true).unwrap();
    assert_eq!(with.models[&ColumnIndex(4)].1, without.models[&ColumnIndex(4)].1 + 2, "two more nuisance columns");
    // Three days of it are no course to take out.
    column.cells = (0..200).map(|day| Some(f64::from(u8::from((80..83).contains(&day))))).collect();
    *diary.table.columns.last_mut().unwrap() = column;
    let short = search(&diary.table, &Plan::of_diary(&diary.table), 200, &|_| true).unwrap();
    assert_eq!(short.models[&ColumnIndex(4)].1, without.models[&ColumnIndex(4)].1);
}

#[test]
fn the_coverage_line_counts_answered_days_of_the_look() {
    let mut diary = simulate(9, Setting { days: 112, factors: 2, outcomes: 1, empty_share: 1.0 });
    for (index, column) in diary.table.columns.iter_mut().enumerate() {
        let every = index + 2;
        let cells = column.cells.iter().enumerate();
        column.cells = cells.map(|(day, cell)| cell.or(Some(1.0)).filter(|_| day % every != 0)).collect();
    }
    let found = of_diary(&diary.table, &|_| true).unwrap();
    let answered = coverage(&found, &diary.table);
    let counts: Vec<(&str, usize)> = answered.iter().map(|column| (column.key.as_str(), column.answered)).collect();
    assert_eq!(counts, [("o2", 84), ("f0", 56), ("f1", 74)]);
    let said = line(&answered, &diary.table).unwrap();
    assert_eq!(
        said,
        "Answered on the 112 days of this look: skin and gut on 75 % of days (least o2, 75 %), factors on 58 % of days (least \
         f0, 50 %)."
    );
}
