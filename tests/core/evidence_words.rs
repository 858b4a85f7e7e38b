//! What ideas and flags may say, and what they never say.

use gutskin::evidence::card::Citation;
use gutskin::evidence::library::cards;
use gutskin::evidence::safety::Flag;
use gutskin::evidence::wording;

use super::case::everything_off;

/// The list of the safety rules, in lower case; and what else is never said of one person's diary.
const NEVER: &[&str] =
    &["caused", "causes", "cured", "cures", "heals", "detox", "resets", "boosts immunity", "triggers "];

#[test]
fn every_source_says_whether_it_was_checked() {
    for citation in cards().iter().flat_map(|card| &card.citations) {
        let line = Citation::line(citation);
        assert!(line.contains(&citation.title) && line.contains(&citation.year.to_string()), "{line}");
        assert_eq!(line.contains("(not checked)"), !citation.verified, "{line}");
    }
    assert_eq!(wording::SELF_CARE, "self-care idea, not medical advice");
}

#[test]
fn the_days_to_look_are_said_of_every_card() {
    for card in cards() {
        assert!(!wording::lag_window(card).is_empty() && !wording::conditions(card).is_empty(), "{}", card.id);
    }
}

#[test]
fn nothing_shown_with_an_idea_or_a_flag_says_a_forbidden_word() {
    let case = everything_off().stools(0, 7.0, 9).tick(0, "stool_blood", true).tick(0, "warn_rash_fever", true);
    let advice = everything_off().advice();
    let ideas = advice.safety.iter().chain(&advice.ideas).chain(&advice.waiting);
    let mut shown: Vec<String> = ideas.map(|idea| format!("{} {}", idea.why_now, idea.own.words())).collect();
    assert!(shown.len() > 3);
    shown.extend(case.flags().iter().map(Flag::paragraph));
    for words in shown {
        for never in NEVER {
            assert!(!words.to_lowercase().contains(never), "{words}");
        }
        assert!(!words.contains('!'), "{words}");
    }
}
