//! Which ideas are shown to whom: gates, and what stands first.

use gutskin::edit::Command;
use gutskin::evidence::card::{Certainty, Direction};
use gutskin::evidence::gate::blocked;
use gutskin::evidence::library::{card, cards};
use gutskin::evidence::suggest::Advice;
use gutskin::model::profile::{Condition, Profile, SafetyQuestion};
use gutskin::model::settings::Settings;
use gutskin::model::text::Name;

use super::case::{Case, everything_off, person, saying_yes};
use super::commands::{carry_out, today};

fn closed(profile: Profile) -> Vec<&'static str> {
    let case = Case::default().profile(profile);
    cards().iter().filter(|card| blocked(card, &case.0, today()).is_some()).map(|card| card.id.as_str()).collect()
}

const LEAVING_OUT: [&str; 5] =
    ["low-glycaemic-acne", "milk-whey-acne", "low-fodmap-ibs", "gluten-free-psoriasis", "elimination-diet-eczema"];

fn assert_closes(profile: Profile, ids: &[&str], who: &str) {
    let closed = closed(profile);
    for id in ids {
        assert!(card(id).is_some(), "no card {id}");
        assert!(closed.contains(id), "{who}: {id} is open");
    }
}

#[test]
fn weight_is_never_brought_up_and_nothing_else_is_closed_to_somebody_without_a_reason() {
    assert_eq!(closed(person(Condition::ALL)), ["psoriasis-weight-loss"]);
}

#[test]
fn leaving_foods_out_is_closed_in_youth_pregnancy_underweight_food_reactions_and_eating_disorders() {
    for question in [
        SafetyQuestion::Pregnancy,
        SafetyQuestion::Underweight,
        SafetyQuestion::FoodReaction,
        SafetyQuestion::FoodWorry,
        SafetyQuestion::EatingDisorder,
    ] {
        assert_closes(saying_yes(question), &LEAVING_OUT, &format!("{question:?}"));
    }
    let born = |year| Profile { birth_year: Some(year), ..person(Condition::ALL) };
    assert_closes(born(2009), &LEAVING_OUT, "17");
    assert_eq!(closed(born(2007)), ["psoriasis-weight-loss"], "19");
}

#[test]
fn a_skipped_question_about_eating_counts_as_yes() {
    for skipped in [SafetyQuestion::FoodWorry, SafetyQuestion::EatingDisorder] {
        let mut profile = person(Condition::ALL);
        profile.safety.remove(&skipped);
        assert_closes(profile, &LEAVING_OUT, &format!("{skipped:?} skipped"));
    }
}

#[test]
fn medical_reasons_close_what_they_must() {
    let live = ["fermented-foods-diversity", "probiotic-acne", "probiotic-psoriasis", "antibiotics-aad-prevention"];
    assert_closes(saying_yes(SafetyQuestion::WeakImmunity), &live, "weak immunity");
    let fibre = ["fibre-daily-target", "prebiotic-fibre-bifidobacteria", "fibre-constipation", "thirty-plants"];
    assert_closes(saying_yes(SafetyQuestion::BowelOrSwallowing), &fibre, "narrow bowel");
    assert_closes(saying_yes(SafetyQuestion::FluidLimit), &["water-skin"], "fluid limit");
    assert_closes(saying_yes(SafetyQuestion::BloodThinner), &["fish-oil-skin"], "blood thinners");
    assert_closes(saying_yes(SafetyQuestion::KidneyStoneOrCalcium), &["vitamin-d-oral-psoriasis"], "kidney stones");
    for question in [SafetyQuestion::Pregnancy, SafetyQuestion::OralRetinoid] {
        assert_closes(saying_yes(question), &["vitamin-a-adequacy"], &format!("{question:?}"));
    }
}

#[test]
fn a_closed_card_is_never_an_idea() {
    for question in SafetyQuestion::ALL {
        let case = everything_off().profile(saying_yes(*question));
        for idea in case.advice().ideas {
            assert_eq!(blocked(idea.card, &case.0, today()), None, "{question:?}: {}", idea.card.id);
        }
    }
}

// What is shown

#[test]
fn with_too_little_logged_only_what_is_missing_is_shown() {
    let case = (0..6).fold(Case::default().profile(person(Condition::ALL)), |case, ago| case.on(ago, "stress", 8.0));
    let advice = case.advice();
    assert_eq!((advice.ideas.len(), advice.unproven.len(), advice.logged_days), (0, 0, 6));
    assert_eq!((advice.missing.len(), advice.missing[0].answered, advice.missing[0].needed), (1, 6, 7));
    let seven = case.on(6, "stress", 8.0).advice();
    assert!(!seven.ideas.is_empty());
    assert!(seven.missing.iter().any(|missing| missing.label == "Fibre" && missing.answered == 0));
}

#[test]
fn red_flags_are_shown_however_little_is_logged() {
    assert_eq!(Case::default().tick(0, "warn_red_eye", true).advice().red_flags.len(), 1);
}

#[test]
fn an_answer_of_none_counts_as_logged_and_a_missing_one_does_not() {
    let fermented = |days: i32, rest: &str| {
        let case = (0..days).fold(Case::default().profile(person(&[])), |case, ago| case.on(ago, "fermented", 0.0));
        (0..14).fold(case, |case, ago| case.on(ago, rest, 1.0)).advice()
    };
    let has = |advice: &Advice| advice.ideas.iter().any(|idea| idea.card.id == "fermented-foods-diversity");
    assert!(has(&fermented(7, "redness")));
    assert!(!has(&fermented(6, "redness")));
}

#[test]
fn at_most_five_ideas_best_supported_first_each_with_days_and_numbers() {
    let ideas = everything_off().advice().ideas;
    assert_eq!(ideas.len(), 5);
    let ranked: Vec<Certainty> = ideas.iter().map(|idea| idea.card.certainty).collect();
    assert!(ranked.is_sorted(), "{ranked:?}");
    for idea in &ideas {
        assert!(idea.why_now.chars().any(|sign| sign.is_ascii_digit()), "{}", idea.why_now);
        assert!((0.0..=1.0).contains(&idea.distance), "{}", idea.distance);
    }
}

#[test]
fn a_hidden_idea_stays_hidden_until_it_is_shown_again() {
    let mut case = everything_off();
    let first = case.advice().ideas[0].card.id.clone();
    let hide = Command::HideCard { card: first.clone(), reason: Name::new("not for me").unwrap() };
    carry_out(&mut case.0, hide).unwrap();
    let hidden = case.advice();
    assert!(hidden.ideas.iter().all(|idea| idea.card.id != first));
    assert_eq!(hidden.hidden, 1);
    carry_out(&mut case.0, Command::SetSettings { settings: Settings::default() }).unwrap();
    assert!(case.advice().ideas.iter().any(|idea| idea.card.id == first));
}

#[test]
fn contested_cards_and_those_without_effect_stand_only_under_often_claimed() {
    let advice = everything_off().advice();
    for idea in &advice.ideas {
        assert!(idea.card.certainty != Certainty::Contested && idea.card.direction != Direction::NoEffect);
    }
    let contested: Vec<&str> = cards()
        .iter()
        .filter(|card| card.certainty == Certainty::Contested || card.direction == Direction::NoEffect)
        .map(|card| card.id.as_str())
        .collect();
    let shown: Vec<&str> = advice.unproven.iter().map(|card| card.id.as_str()).collect();
    assert_eq!(shown, contested);
}

#[test]
fn a_card_for_a_condition_nobody_entered_is_not_shown() {
    let case = everything_off().profile(person(&[Condition::Acne]));
    let advice = case.advice();
    let shown = advice.ideas.iter().map(|idea| idea.card).chain(advice.unproven.iter().copied());
    for card in shown {
        let fits = card.conditions.iter().any(|who| who.condition().is_none_or(|it| it == Condition::Acne));
        assert!(fits, "{}", card.id);
    }
}

#[test]
fn the_same_diary_gives_the_same_advice() {
    assert_eq!(everything_off().advice(), everything_off().advice());
}
