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
    let minor = profile.age_in(today.year()).is_some_and(|age| age < 18);
    if id == "psoriasis-weight-loss" {
        return Some("weight is never brought up unasked");
    }
    if LIVE.contains(&id) && profile.says_yes(WeakImmunity) {
        return Some("live microbes are not for a weakened immune system");
    }
    if RESTRICTING.contains(&id) {
        // For these two a question that was skipped counts as yes.
        let worry = [FoodWorry, EatingDisorder].iter().any(|question| profile.safety(*question) != Some(false));
        let other = [Pregnancy, Underweight, FoodReaction].iter().any(|question| profile.says_yes(*question));
        if worry || other || minor {
            return Some("leaving foods out is not suggested here");
        }
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

fn asked(profile: &Profile, id: &str, card: &str, question: SafetyQuestion, why: &'static str) -> Option<&'static str> {
    (id == card && profile.says_yes(question)).then_some(why)
}
