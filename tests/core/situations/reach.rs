//! Situation 113: every card, one by one, and each of its ways: a diary is built for the way, and the card is there.

use gutskin::columns::{DayTable, tabulate};
use gutskin::evidence::card::{Aim, Card, CoursePhase, ShowWhen, Side, Stat, Tip};
use gutskin::evidence::gate::{self, Surface};
use gutskin::evidence::library::cards;
use gutskin::evidence::related::{Pair, related};
use gutskin::evidence::safety::Flag;
use gutskin::evidence::situation::Person;
use gutskin::evidence::suggest::{Advice, Ground, advise};
use gutskin::medicines;
use gutskin::model::course::CourseKind;
use gutskin::model::diary::Diary;

use crate::commands::today;

use super::someone::Someone;
use super::table::CARROTS;

/// Days over which a number is answered.
const DAYS: i32 = 28;

/// The person a card is for: old enough, with its condition, and with what its audience asks.
fn somebody(card: &Card) -> Someone {
    let who = card.conditions.iter().filter_map(|who| who.condition()).fold(Someone::base(), Someone::with);
    let who = if card.audience.only_if_any.is_empty() { who.aged(35) } else { who.aged(70) };
    who.profile(|profile| profile.weight_topic = card.audience.opt_in)
}

/// The diary of somebody, and its table with one column answered by a number: typed where it can be typed.
fn with_number(who: Someone, column: &str, value: f64) -> (Diary, DayTable, Vec<Flag>) {
    let is_typed = Diary::default().catalogue().get(column).is_some() && column != "stool";
    // Columns of foods are there as soon as a food is logged.
    let who = if is_typed { who.over(0..DAYS, column, value) } else { who.food(0, CARROTS, 100.0) };
    let diary = who.diary();
    let mut table = tabulate(&diary);
    if !is_typed {
        let rows: Vec<usize> = (0..DAYS).filter_map(|ago| table.row(today().plus(-ago))).collect();
        let place = table.position(column).unwrap_or_else(|| panic!("no column {column}"));
        for row in rows {
            table.columns[place.0].cells[row] = Some(value);
        }
    }
    (diary, table, Vec::new())
}

fn advice((diary, table, flags): &(Diary, DayTable, Vec<Flag>)) -> Advice {
    advise(Ground { diary, table, insights: None, flags, today: today() })
}

fn is_tip(advice: &Advice, card: &Card) -> bool {
    let mut tips = advice.safety.iter().chain(&advice.ideas).chain(&advice.waiting);
    tips.any(|idea| idea.card.id == card.id)
}

/// A number that is far from an aim.
fn far(aim: &Aim) -> f64 {
    match aim {
        Aim::AtLeast { .. } | Aim::DistinctPlants { .. } | Aim::SleepHours { .. } => 1.0,
        // Scores end at 10.
        Aim::AtMost { number, .. } if *number <= 10.0 => (number * 2.0).min(10.0),
        Aim::AtMost { number, .. } => number * 2.0,
        Aim::Share { .. } => 1.0,
        Aim::Intake { side: Side::Reach, .. } => 0.01,
        Aim::Intake { side: Side::StayBelow, .. } => 9000.0,
        Aim::Course { .. } | Aim::NoAim { .. } => panic!("nothing to be far from"),
    }
}

fn is_far_from_aim(card: &Card) -> bool {
    let aim = &card.aim[0];
    let value = match aim {
        // Fewer than one food or portion a day.
        Aim::AtLeast { number, .. } if *number <= 1.0 => 0.0,
        aim => far(aim),
    };
    is_tip(&advice(&with_number(somebody(card), aim.window().unwrap().column, value)), card)
}

fn is_beside_each_course(
    card: &Card,
    kind: CourseKind,
    phases: &[CoursePhase],
    classes: &[medicines::ClassId],
) -> bool {
    let named = |class: &medicines::ClassId| {
        medicines::table().medicines.iter().find(|it| it.class == *class).map(|it| it.name.as_str())
    };
    let mut members: Vec<&str> = classes.iter().map(|class| named(class).unwrap()).collect();
    if members.is_empty() {
        members.push("something");
    }
    members.iter().all(|name| {
        phases.iter().all(|phase| {
            let ended = (*phase == CoursePhase::After).then_some(3);
            let who = somebody(card).course(kind, name, 20, ended, "");
            let diary = who.diary();
            let table = tabulate(&diary);
            let advice = advice(&(diary, table, Vec::new()));
            advice.beside_courses.iter().any(|it| it.card.id == card.id)
        })
    })
}

fn is_beside_each_finding(card: &Card, factors: &[String], outcomes: &[String]) -> bool {
    let diary = somebody(card).food(0, CARROTS, 100.0).diary();
    let table = tabulate(&diary);
    let person = Person::on(&diary, today());
    let key = |outcome: &str| match outcome {
        "any_skin" => "itch".to_owned(),
        "any_gut" => "bloating".to_owned(),
        key => key.to_owned(),
    };
    outcomes.iter().map(|outcome| key(outcome)).all(|outcome| {
        factors.iter().all(|factor| {
            let pair = Pair { factor, outcome: &outcome, effect: 1.0, lags: (1, 2) };
            related(&table, &person, pair, false).iter().any(|it| it.card.id == card.id)
        })
    })
}

/// Somebody for whom a rule holds.
fn raising(rule: &str, who: Someone) -> Someone {
    match rule {
        "stool-blood" => who.yes(3, "stool_blood"),
        "night-diarrhoea" => who.yes(3, "warn_night_diarrhoea"),
        "loose-four-weeks" => (0..35).fold(who, |who, ago| who.stools(ago, 6.0, 1)),
        rule => panic!("nobody is made up for the rule {rule}"),
    }
}

fn is_raised(card: &Card, rule: &str) -> bool {
    let who = raising(rule, somebody(card));
    let (diary, flags) = (who.diary(), who.flags());
    assert!(flags.iter().any(|flag| flag.id == rule), "{rule} does not hold");
    let table = tabulate(&diary);
    is_tip(&advice(&(diary, table, flags)), card)
}

fn is_open_on(card: &Card, surface: Surface, who: &Someone) -> bool {
    let diary = who.diary();
    !gate::shown(card, &Person::on(&diary, today()), surface, false).is_nothing()
}

fn is_reached(card: &Card, way: &ShowWhen) -> bool {
    match way {
        ShowWhen::FarFromAim => is_far_from_aim(card),
        ShowWhen::Claimed => {
            let diary = somebody(card).diary();
            let table = tabulate(&diary);
            advice(&(diary, table, Vec::new())).claimed.iter().any(|claim| claim.card.id == card.id)
        }
        ShowWhen::OptIn => {
            let off = somebody(card).profile(|profile| profile.weight_topic = false);
            is_open_on(card, Surface::Library, &somebody(card)) && !is_open_on(card, Surface::Library, &off)
        }
        ShowWhen::Axis(_) => is_open_on(card, Surface::AxisArrow, &somebody(card)),
        ShowWhen::RedFlag(rule) => is_raised(card, rule),
        ShowWhen::Course { kind, phases, classes } => is_beside_each_course(card, *kind, phases, classes),
        ShowWhen::Finding { factors, outcomes } => is_beside_each_finding(card, factors, outcomes.names()),
        ShowWhen::Reading { column, at_least, .. } => {
            let advice = advice(&with_number(somebody(card), column, *at_least));
            let fits = || advice.claimed.iter().any(|claim| claim.card.id == card.id && claim.fits.is_some());
            if card.tip == Tip::Never { fits() } else { is_tip(&advice, card) }
        }
    }
}

#[test]
fn every_card_is_reached_on_each_of_its_ways() {
    let mut ways = 0;
    let mut lost = Vec::new();
    for card in cards() {
        for way in &card.show_when {
            ways += 1;
            if !is_reached(card, way) {
                lost.push(format!("{}: {}", card.id, way.in_words()));
            }
        }
    }
    assert!(lost.is_empty(), "{} of {ways} ways lead nowhere:\n{}", lost.len(), lost.join("\n"));
    assert!(ways > 150, "{ways}");
}

#[test]
fn a_card_does_not_stand_where_its_way_is_not_met() {
    for card in cards() {
        for way in &card.show_when {
            if let ShowWhen::Reading { column, stat, at_least, .. } = way {
                let days = if *stat == Stat::SumPerWeek { 7.0 } else { 1.0 };
                let below = (at_least - 1.0) / days;
                let advice = advice(&with_number(somebody(card), column, below));
                let fits = advice.claimed.iter().any(|claim| claim.card.id == card.id && claim.fits.is_some());
                assert!(!fits && !is_tip(&advice, card), "{}", card.id);
            }
        }
    }
    let calm = Someone::base();
    for card in cards() {
        let diary = calm.clone().diary();
        let table = tabulate(&diary);
        let advice = advice(&(diary, table, Vec::new()));
        assert!(advice.beside_courses.is_empty() && !is_tip(&advice, card), "{}", card.id);
    }
}

#[test]
fn every_rule_that_a_card_names_is_a_rule_of_the_safety_page() {
    let rules: Vec<&str> = gutskin::evidence::safety::table().rules.iter().map(|rule| rule.id.as_str()).collect();
    for way in cards().iter().flat_map(|card| &card.show_when) {
        if let ShowWhen::RedFlag(rule) = way {
            assert!(rules.contains(&rule.as_str()), "{rule}");
        }
    }
}
