//! What cards and flags may say, and what they never say.

use gutskin::evidence::card::Card;
use gutskin::evidence::library::cards;
use gutskin::evidence::safety::Flag;
use gutskin::evidence::wording;

use super::case::everything_off;

/// The list of the safety rules, in lower case; and what else is never said of one person's diary.
const NEVER: &[&str] =
    &["caused", "causes", "cured", "cures", "heals", "detox", "resets", "boosts immunity", "triggers "];

fn words_of(card: &Card) -> String {
    [&card.claim, &card.finding, &card.target, &card.cautions].map(|text| text.to_lowercase()).join("\n")
}

#[test]
fn no_card_says_a_forbidden_word() {
    for card in cards() {
        for word in NEVER.iter().filter(|word| **word != "triggers ").chain(wording::FORBIDDEN) {
            assert!(!words_of(card).contains(word), "{} says “{word}”", card.id);
        }
        assert!(!card.claim.to_lowercase().contains("triggers "), "{}", card.id);
    }
}

#[test]
fn no_card_speaks_to_its_makers_or_sounds_like_a_laboratory() {
    for card in cards() {
        for word in ["the app", "never word", "microbiome score", "inflammation level", "show support"] {
            let shown = format!("{} {}", card.target, card.cautions).to_lowercase();
            assert!(!shown.contains(word), "{} says “{word}”", card.id);
        }
    }
}

#[test]
fn every_card_has_a_claim_a_finding_a_target_cautions_a_citation_and_a_certainty_word() {
    let fixed = ["well supported", "probably", "may, limited evidence", "uncertain", "experts disagree"];
    for card in cards() {
        assert!([&card.claim, &card.finding, &card.target, &card.cautions].iter().all(|text| text.len() > 3));
        assert!(!card.citations.is_empty() && !card.conditions.is_empty(), "{}", card.id);
        assert!(fixed.contains(&wording::certainty(card.certainty)), "{}", card.id);
        assert!(!wording::lag_window(card).is_empty());
        for citation in &card.citations {
            let line = citation.line();
            assert!(line.contains(&citation.title) && line.contains(&citation.year.to_string()), "{line}");
            assert_eq!(line.contains("(not checked)"), !citation.verified, "{line}");
        }
    }
    assert_eq!(wording::SELF_CARE, "self-care idea, not medical advice");
}

#[test]
fn nothing_shown_with_an_idea_or_a_flag_says_a_forbidden_word() {
    let case = everything_off().stools(0, 7.0, 9).tick(0, "stool_blood", true).tick(0, "warn_rash_fever", true);
    let advice = case.advice();
    let ideas = everything_off().advice().ideas;
    let shown = ideas.iter().map(|idea| format!("{} {}", idea.headline, idea.why_now));
    let flags = advice.red_flags.iter().map(Flag::paragraph);
    for words in shown.chain(flags) {
        for never in NEVER {
            assert!(!words.to_lowercase().contains(never), "{words}");
        }
        assert!(!words.contains('!'), "{words}");
    }
}
