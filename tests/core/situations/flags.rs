//! Flags of the situations of the safety page: all above K are named, and those of K that the page names are there.

use std::collections::BTreeSet;

use gutskin::evidence::safety::Level;

use super::someone::{Someone, short};
use super::table::situations;

#[test]
fn the_base_person_has_no_flag() {
    assert_eq!(Someone::base().short(), Vec::<String>::new());
}

#[test]
fn each_situation_raises_the_flags_of_the_page_and_no_other_above_know() {
    let mut wrong = Vec::new();
    for situation in situations() {
        let found = situation.who.flags();
        let is_know = |flag: &str| flag.starts_with("K ");
        let urgent: BTreeSet<String> = found.iter().filter(|flag| flag.level < Level::Know).map(short).collect();
        let expected: BTreeSet<String> =
            situation.flags.iter().filter(|flag| !is_know(flag)).map(|flag| (*flag).to_owned()).collect();
        let missing = situation.flags.iter().filter(|flag| is_know(flag));
        let missing: Vec<&&str> =
            missing.filter(|flag| !found.iter().map(short).any(|found| found == **flag)).collect();
        if urgent != expected || !missing.is_empty() {
            wrong.push(format!("{}: {urgent:?}, expected {:?}", situation.number, situation.flags));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_row_of_the_page_is_here() {
    let numbers: BTreeSet<u32> =
        situations().iter().map(|situation| situation.number.trim_end_matches(['a', 'b']).parse().unwrap()).collect();
    assert_eq!(numbers, (1..=112).collect());
}

#[test]
fn numbers_and_days_stand_in_the_words() {
    let words = |number: &str| {
        let situation = situations().into_iter().find(|situation| situation.number == number).unwrap();
        let flags = situation.who.flags();
        let flag = flags.into_iter().find(|flag| flag.level < Level::Know).unwrap();
        (flag.words, flag.because.join(" "))
    };
    let (liver, _) = words("47");
    assert!(liver.starts_with("Liver or pills brought 18884 "), "{liver}");
    assert!(liver.contains("on 29 Mar, above the limit of 3000 "), "{liver}");
    let (_, onions) = words("51");
    assert!(onions.contains("7091 ") || onions.contains("7090 "), "{onions}");
    let (_, zinc) = words("89");
    assert!(zinc.contains("58 mg a day on average") && zinc.contains("the limit is 25 mg a day"), "{zinc}");
    let (mood, because) = words("36");
    assert!(mood.contains("while you take apremilast."), "{mood}");
    assert!(because.contains("4 in the middle of the last 7 days, 8 in the 28 days before"), "{because}");
}
