//! Who must not be shown which idea. The rules are those of the safety page, section 2.

use super::card::Card;
use crate::model::diary::Diary;
use crate::model::profile::SafetyQuestion::{
    BloodThinner, BowelOrSwallowing, EatingDisorder, FluidLimit, FoodReaction, FoodWorry, KidneyStoneOrCalcium,
    OralRetinoid, Pregnancy, Underweight, WeakImmunity,
};
use crate::model::profile::{Profile, SafetyQuestion};
use crate::model::time::Day;

/// Cards that bring live microbes.
const LIVE: &[&str] =
    &["fermented-foods-diversity", "probiotic-acne", "probiotic-psoriasis", "antibiotics-aad-prevention"];
/// Cards that leave foods out.
const RESTRICTING: &[&str] =
    &["low-fodmap-ibs", "elimination-diet-eczema", "gluten-free-psoriasis", "milk-whey-acne", "low-glycaemic-acne"];
/// Cards that raise fibre.
const FIBRE: &[&str] = &["fibre-daily-target", "prebiotic-fibre-bifidobacteria", "fibre-constipation", "thirty-plants"];

/// Why a card must not be shown to this person; `None` if it may.
pub fn blocked(card: &Card, diary: &Diary, today: Day) -> Option<&'static str> {
    let profile = diary.profile();
    let id = card.id.as_str();
    if id == "psoriasis-weight-loss" {
        return Some("weight is never brought up unasked");
    }
    if LIVE.contains(&id) && profile.says_yes(WeakImmunity) {
        return Some("live microbes are not for a weakened immune system");
    }
    if RESTRICTING.contains(&id) && !against_leaving_out(profile, today).is_empty() {
        return Some("leaving foods out is not suggested here");
    }
    if FIBRE.contains(&id) && profile.says_yes(BowelOrSwallowing) {
        return Some("more fibre needs a doctor's word first");
    }
    if id == "vitamin-a-adequacy" && (profile.says_yes(Pregnancy) || profile.says_yes(OralRetinoid)) {
        return Some("vitamin A is not suggested with pregnancy plans or an oral retinoid");
    }
    let kidney = "vitamin D needs a doctor's word first";
    asked(profile, id, "vitamin-d-oral-psoriasis", KidneyStoneOrCalcium, kidney)
        .or_else(|| asked(profile, id, "water-skin", FluidLimit, "more water needs a doctor's word first"))
        .or_else(|| asked(profile, id, "fish-oil-skin", BloodThinner, "fish oil needs a doctor's word first"))
}

/// Whether food or weight worries are said, or nobody said that there are none: a question that was skipped counts as yes.
pub fn may_have_food_worries(profile: &Profile) -> bool {
    [FoodWorry, EatingDisorder].iter().any(|question| profile.safety(*question) != Some(false))
}

fn is_minor(profile: &Profile, today: Day) -> bool {
    profile.age_in(today.year()).is_some_and(|age| age < 18)
}

/// Why this person is not helped to leave a food out, each reason a calm sentence; empty if nothing speaks against it.
pub fn against_leaving_out(profile: &Profile, today: Day) -> Vec<&'static str> {
    let mut reasons = Vec::new();
    if [FoodWorry, EatingDisorder].iter().any(|question| profile.says_yes(*question)) {
        reasons.push(
            "You said that food or weight has been a worry. Leaving foods out can feed that worry, so this is one for you \
             and somebody who knows you, such as your doctor or a dietitian.",
        );
    } else if may_have_food_worries(profile) {
        reasons.push(
            "The two questions about food and weight worries in About you are not answered. You need not answer them; \
             without an answer this stays closed.",
        );
    }
    let rules = [
        (
            is_minor(profile, today),
            "Below 18 a body is still being built. A doctor or dietitian should plan this with you.",
        ),
        (
            profile.says_yes(Pregnancy),
            "In pregnancy, before it and while breastfeeding nothing should be missing from the plate. Please ask your \
             midwife or doctor first.",
        ),
        (profile.says_yes(Underweight), "With little weight to spare, leaving foods out needs a dietitian beside you."),
        (
            profile.says_yes(FoodReaction),
            "You once reacted to a food at once. Eating it again can be dangerous after a break; an allergy clinic tests \
             that safely.",
        ),
    ];
    reasons.extend(rules.into_iter().filter_map(|(applies, words)| applies.then_some(words)));
    reasons
}

fn asked(profile: &Profile, id: &str, card: &str, question: SafetyQuestion, why: &'static str) -> Option<&'static str> {
    (id == card && profile.says_yes(question)).then_some(why)
}
