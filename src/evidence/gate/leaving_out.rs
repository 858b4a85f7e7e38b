//! Who is not helped to leave a food out, and why.

use crate::model::profile::Profile;
use crate::model::profile::SafetyQuestion::{EatingDisorder, FoodReaction, FoodWorry, Underweight};
use crate::model::time::Day;

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
            profile.expects_or_nurses(),
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
