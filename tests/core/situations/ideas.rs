//! What is shown and what is silent in the situations of the safety page, section 5, beside the flags: tips, cards beside courses,
//! claims, words beside findings, arrows.

use gutskin::columns::tabulate;
use gutskin::evidence::gate::Part;
use gutskin::evidence::library::cards;
use gutskin::evidence::related::Agreement;
use gutskin::model::course::CourseKind::Probiotic;
use gutskin::model::profile::Condition;
use gutskin::model::profile::SafetyQuestion::WeakImmunity;

use crate::commands::today;

use super::seen::See::{
    Arrow, Beside, BesideInOrder, BesideSay, Claimed, Finding, FindingIsHidden, FitsTheLog, Hidden, Missing, NoDiet,
    NoLeavingOut, NoTips, NoTrials, Not, NotBeside, Nothing, NothingNow, Nowhere, OnlyMissing, Say, SkinChip, Tip,
    TipWithoutNumber, Trial, TrialBeside, Under, UsualTips,
};
use super::seen::{See, Seen, fault};
use super::someone::Someone;
use super::table::{CARROTS, RED_WINE, ZINC_4_MG, situations};

const COLA: u32 = 92_410_310;
/// Sweet buns: nobody knows how much of their sugar was added.
const BUNS_OF_UNKNOWN_SUGAR: u32 = 2_111_084;
const APPLE: u32 = 9_004;

/// What a row is about beside what the page says of the person: the state in which its cards could be a tip.
fn also(number: &str, who: Someone) -> Someone {
    let days = || 0..14;
    let daily = |who: Someone, food, grams| days().fold(who, |who, ago| who.food(ago, food, grams));
    match number {
        // Whoever it is about has acne in the second half of the row.
        "1" | "10" | "89" => who.with(Condition::Acne),
        "13" | "19" | "20" | "29" | "41" => who.over(days(), "fermented", 0.0),
        "26" => who.over(days(), "emollient", 0.0),
        "42" => who.with(Condition::Acne),
        "56" => who.with(Condition::Acne).over(days(), "sugary", 9.0),
        "58" => who.over(days(), "ultra_processed", 5.0),
        "73" => who.over(days(), "fibre_g", 10.0),
        // A drink and a meal on each day; the carrots bring 90 g of water.
        "85" | "86" => daily(who, CARROTS, 100.0),
        "88" => daily(who, ZINC_4_MG, 125.0),
        "91" => daily(daily(who, COLA, 705.0), BUNS_OF_UNKNOWN_SUGAR, 100.0),
        "92" => daily(daily(who, COLA, 201.0), BUNS_OF_UNKNOWN_SUGAR, 100.0),
        // A week like the one the page tells of, before it.
        "94" => who.over([7, 9, 11, 13], "alcohol_units", 4.0),
        // Vegetables and fruit alone: two of seven points.
        "101" => daily(daily(who, CARROTS, 200.0), APPLE, 200.0),
        "109" => daily(who, CARROTS, 100.0),
        _ => who,
    }
}

/// The rows of the page: what is shown, and what is silent.
#[rustfmt::skip]
fn expected(number: &str) -> &'static [See] {
    match number {
        "1" => &[Beside("vitamin-a-high-dose-harm"), NoDiet, Not("low-glycaemic-acne"), Hidden("topicals-acne"), Hidden("vitamin-a-adequacy")],
        "2" => &[BesideSay("topicals-acne"), Hidden("topicals-acne"), NoDiet],
        "3" | "4" => &[BesideSay("topicals-acne"), Hidden("topicals-acne")],
        "5" | "6a" | "11" | "17" | "21" | "22" | "32a" | "36" | "53" | "64" | "67" | "68" | "71a" | "77" | "83" => &[NoDiet],
        "6b" | "8" | "18" | "23" | "24" | "25" | "27" | "28" | "32b" | "33" | "49" | "66" | "71b" => &[UsualTips],
        "7" => &[NoDiet, NoTrials],
        "9" | "75" => &[UsualTips],
        "10" => &[Beside("vitamin-a-high-dose-harm"), Hidden("vitamin-a-adequacy"), NoDiet],
        "12" => &[Say("zinc-acne"), Not("zinc-acne")],
        "13" => &[Say("fermented-foods-diversity"), Not("fermented-foods-diversity")],
        "14" => &[Beside("antibiotics-probiotic-delay"), Beside("antibiotics-recovery-timeline"), NotBeside("antibiotics-aad-prevention")],
        "15" => &[Say("alcohol-psoriasis"), Not("alcohol-psoriasis")],
        "16" => &[Say("alcohol-psoriasis"), Not("alcohol-psoriasis"), NoDiet],
        "19" => &[BesideSay("probiotic-psoriasis"), Hidden("fermented-foods-diversity"), Not("probiotic-psoriasis")],
        "20" | "29" => &[Hidden("fermented-foods-diversity")],
        "26" => &[Tip("emollients-eczema")],
        "30" | "81" => &[Nothing],
        "31" => &[NoDiet],
        "34" => &[Say("fish-oil-skin"), BesideSay("fish-oil-skin"), Not("fish-oil-skin")],
        "35" => &[Beside("ibd-psoriasis-link")],
        "37" => &[NotBeside("topicals-acne"), NotBeside("topicals-psoriasis")],
        "38" => &[Beside("antibiotics-probiotic-delay"), Beside("antibiotics-recovery-timeline"), NotBeside("antibiotics-aad-prevention")],
        "39" | "40" => &[BesideInOrder("antibiotics-probiotic-delay", "antibiotics-aad-prevention"), Not("antibiotics-aad-prevention")],
        "41" => &[BesideSay("antibiotics-probiotic-delay"), Hidden("antibiotics-aad-prevention"), Hidden("fermented-foods-diversity")],
        "42" => &[BesideSay("probiotic-acne"), Hidden("probiotic-acne"), NoDiet],
        "43" | "45" => &[Hidden("alcohol-psoriasis"), Not("alcohol-psoriasis")],
        "44" => &[Hidden("alcohol-rosacea"), Not("alcohol-rosacea")],
        "46" => &[Tip("topicals-acne"), Hidden("low-glycaemic-acne"), Hidden("milk-whey-acne")],
        "47" => &[Hidden("vitamin-a-adequacy"), NoDiet],
        "48" | "51" => &[Under("vitamin-a-high-dose-harm", "For your safety")],
        "50" => &[Not("vitamin-a-high-dose-harm")],
        "52" => &[Under("fibre-daily-target", "For your health")],
        "54" => &[UsualTips],
        "55" => &[FindingIsHidden("milk-whey-acne", "dairy", "skin_today"), Hidden("milk-whey-acne")],
        "56" => &[Hidden("processed-food"), Hidden("thirty-plants"), Hidden("low-glycaemic-acne")],
        "57" => &[TipWithoutNumber("fibre-daily-target")],
        "58" => &[Hidden("low-glycaemic-acne"), Hidden("processed-food")],
        "59" => &[NoLeavingOut],
        "60" => &[Hidden("elimination-diet-eczema"), Not("elimination-diet-eczema")],
        "61" | "62" => &[Nowhere("psoriasis-weight-loss")],
        "63" => &[Under("ibd-psoriasis-link", "For your safety"), NoDiet, NoTrials],
        "65" => &[NoDiet, Not("fibre-constipation"), Not("fibre-daily-target")],
        "69" => &[FitsTheLog("low-fodmap-ibs"), Not("low-fodmap-ibs")],
        "70" => &[Under("sibo-rosacea", "For your safety"), Not("low-fodmap-ibs")],
        "72" => &[Tip("fibre-constipation")],
        "73" => &[Hidden("fibre-constipation"), Say("prebiotic-fibre-bifidobacteria"), Say("fibre-daily-target"), Say("thirty-plants")],
        "74" => &[NoDiet, NoTrials],
        "76" => &[Tip("cbt-eczema"), NoDiet],
        "78" => &[Tip("emollients-eczema"), SkinChip("emollients-eczema", "probably helps")],
        "79" => &[Beside("topicals-psoriasis"), SkinChip("topicals-psoriasis", "well supported"), Not("topicals-psoriasis")],
        "80" => &[NoTips, NoTrials],
        "82" => &[Tip("stress-acne")],
        "84" => &[Under("sleep-inflammation", "For your health; skin was not studied"), SkinChip("sleep-inflammation", "not studied")],
        "85" => &[Hidden("water-skin"), Not("water-skin")],
        "86" => &[Under("water-skin", "For your health")],
        "87" => &[NoDiet, Not("water-skin")],
        "88" => &[Trial("zinc-acne")],
        "89" => &[Not("zinc-acne")],
        "90" => &[Not("vitamin-a-high-dose-harm"), UsualTips],
        "91" => &[Tip("low-glycaemic-acne")],
        "92" => &[Missing("food_added_sugars_g"), Not("low-glycaemic-acne")],
        "93" => &[Tip("fermented-foods-diversity")],
        "94" => &[Tip("alcohol-psoriasis")],
        "95" => &[NoDiet, NoTrials, Not("alcohol-psoriasis")],
        "96" => &[Finding("rosacea-sun-heat", "coffee_cups", "flushes", Some(Agreement::Unsettled))],
        "97" => &[Finding("probiotic-eczema", "probiotic", "itch", Some(Agreement::NoEffect)), SkinChip("probiotic-eczema", "studies found no effect")],
        "98" => &[Finding("fibre-daily-target", "fibre_g", "skin_today", Some(Agreement::Unsettled)), SkinChip("fibre-daily-target", "not studied")],
        "99" => &[OnlyMissing],
        "100" => &[NothingNow],
        "101" => &[Tip("mediterranean-psoriasis"), SkinChip("mediterranean-psoriasis", "may help, limited evidence")],
        "102" => &[Finding("stress-psoriasis", "stress", "skin_today", Some(Agreement::Unsettled)), SkinChip("stress-psoriasis", "experts disagree")],
        "103" => &[Beside("vitamin-d-oral-psoriasis"), SkinChip("vitamin-d-oral-psoriasis", "studies found no effect"), Not("vitamin-d-oral-psoriasis")],
        "104" => &[Beside("supplements-eczema"), Not("supplements-eczema")],
        "105" => &[Tip("sleep-eczema-itch")],
        "106" => &[Tip("eczema-cold-dry-air")],
        "107" => &[Beside("gluten-free-psoriasis"), Beside("gut-diet-vs-serums"), NoTrials],
        "108" => &[Beside("probiotic-acne"), TrialBeside("probiotic-acne")],
        "109" => &[Beside("antibiotics-probiotic-delay"), Beside("antibiotics-recovery-timeline"), Tip("prebiotic-fibre-bifidobacteria"), Under("fibre-daily-target", "For your health")],
        "110" => &[Claimed("leaky-gut-flares"), Claimed("serotonin-cortisol-skin"), Claimed("water-skin")],
        "111" => &[Tip("mindfulness-psoriasis")],
        "112" => &[Arrow("microbiota-dysbiosis-psoriasis", "flora->skin"), Arrow("probiotic-psoriasis", "flora->skin")],
        _ => &[],
    }
}

#[test]
fn each_situation_shows_and_keeps_silent_what_the_page_says() {
    let mut wrong = Vec::new();
    let mut rows = 0;
    for situation in situations() {
        let who = also(situation.number, situation.who);
        let expected = expected(situation.number);
        assert!(!expected.is_empty(), "nothing is expected of {}", situation.number);
        rows += 1;
        wrong.extend(expected.iter().filter_map(|see| Some(format!("{}: {}", situation.number, fault(&who, *see)?))));
    }
    assert!(wrong.is_empty(), "{} of {rows} rows: \n{}", rows - wrong.len(), wrong.join("\n"));
}

#[test]
fn a_weakened_immune_system_takes_the_trial_from_the_probiotic_of_situation_108() {
    let who = Someone::base().with(Condition::Acne).course(Probiotic, "LGG", 5, None, "");
    let trial = |who: &Someone| Seen::by(who).beside("probiotic-acne").unwrap().offer.is_open();
    assert!(trial(&who));
    assert!(!trial(&who.says(WeakImmunity)));
}

#[test]
fn without_a_condition_no_claim_of_a_condition_stands_in_the_list_of_situation_110() {
    for claim in Seen::by(&Someone::base()).advice.claimed {
        assert!(claim.card.conditions.iter().any(|who| who.condition().is_none()), "{}", claim.card.id);
    }
}

#[test]
fn nothing_of_a_hidden_number_is_said_in_words() {
    for (number, words) in [("57", " g"), ("43", "14"), ("44", "14"), ("15", "14 UK")] {
        let situation = situations().into_iter().find(|situation| situation.number == number).unwrap();
        for idea in Seen::by(&situation.who).tips().filter(|idea| !idea.shown.has(Part::Aim)) {
            assert!(!idea.why_now.contains(words) || words == "14", "{number}: {}", idea.why_now);
        }
        let alcohol = cards().iter().filter(|card| card.mechanism == gutskin::evidence::card::Mechanism::Alcohol);
        for card in alcohol {
            assert!(Seen::by(&situation.who).tip(&card.id).is_none(), "{number}: {}", card.id);
        }
    }
}

#[test]
fn wine_is_no_ferment_and_an_unknown_food_is_not_none() {
    let wine = (0..14).fold(Someone::base().without("fermented"), |who, ago| who.food(ago, RED_WINE, 150.0));
    let table = tabulate(&wine.diary());
    let row = table.row(today()).unwrap();
    assert_ne!(table.column("fermented").unwrap().cells[row], Some(1.0));
}
