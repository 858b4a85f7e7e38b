//! The situations of the safety page, section 5: who it is about, and the flags of the rules. What is shown and kept silent of ideas
//! is held against the same people elsewhere.

use gutskin::model::course::CourseKind::{Antibiotic, Diet, Probiotic, Supplement, Topical};
use gutskin::model::profile::Condition::{self, Acne, AtopicDermatitis as Eczema, Psoriasis, Rosacea};
use gutskin::model::profile::SafetyQuestion::{
    BowelOrSwallowing, Breastfeeding, EatingDisorder, FluidLimit, FoodReaction, FoodWorry, Pregnant, Smoking, Trying,
    Underweight, WeakImmunity,
};
use gutskin::model::profile::Sex;

use super::someone::Someone;

/// One situation.
pub struct Situation {
    /// Its number on the page; a letter behind it where the page has two cases in one row.
    pub number: &'static str,
    /// Who it is about.
    pub who: Someone,
    /// All flags above K, in any order, and those of K that the page names.
    pub flags: &'static [&'static str],
}

pub const LIVER: u32 = 13_326;
pub const LIVER_AND_ONIONS: u32 = 27_460_750;
pub const COD_LIVER_OIL: u32 = 4_589;
pub const CARROTS: u32 = 11_125;
pub const YOGURT: u32 = 11_411_010;
pub const GRAPEFRUIT: u32 = 61_101_010;
pub const COFFEE: u32 = 92_101_000;
pub const RED_WINE: u32 = 93_401_010;
/// A meat with 4 mg of zinc in 100 g.
pub const ZINC_4_MG: u32 = 17_162;

fn base() -> Someone {
    Someone::base()
}

fn of(condition: Condition) -> Someone {
    base().with(condition)
}

/// All of them but 113 and 114, which are about every card and every rule.
#[rustfmt::skip]
#[allow(clippy::too_many_lines, reason = "a table")]
pub fn situations() -> Vec<Situation> {
    let is = |number, who, flags| Situation { number, who, flags };
    let cream = |who: Someone, name: &str| who.course(Topical, name, 20, None, "");
    let pills = |who: Someone, name: &str, dose: &str| who.course(Supplement, name, 40, None, dose);
    let loose = |who: Someone| (0..3).fold(who, |who, ago| who.stools(ago, 6.0, 3));
    let food = |who: Someone, days: i32, food: u32, grams: f64| (0..days).fold(who, |who, ago| who.food(ago, food, grams));
    let no_stool = |who: Someone, days: i32| (0..days).fold(who.no_stools(0..days), |who, ago| who.yes(ago, "no_stool"));
    vec![
        is("1", base().says(Pregnant).takes("isotretinoin", 20), &["T oral-retinoid.pregnant"]),
        is("2", cream(of(Acne).says(Pregnant), "tretinoin cream"), &["T topical-retinoid.pregnant"]),
        is("3", cream(of(Acne).says(Trying), "adapalene"), &["A topical-retinoid.trying"]),
        is("4", cream(of(Acne).says(Pregnant), "azelaic acid"), &["K azelaic.sting"]),
        is("5", base().says(Trying).took("acitretin", 400), &["T acitretin.stopped-trying"]),
        is("6a", base().says(Pregnant).took("isotretinoin", 20), &["T oral-retinoid.stopped-recently"]),
        is("6b", base().says(Pregnant).took("isotretinoin", 60), &[]),
        is("7", base().takes("isotretinoin", 20).on(0, "mood", 2.0).on(2, "mood", 3.0).on(4, "mood", 2.0), &["T oral-retinoid.mood", "T mood-medicine"]),
        is("8", base().takes("isotretinoin", 20).without_on(0..7, "mood"), &["K retinoid-mood-unasked"]),
        is("9", base().takes("isotretinoin", 20), &[]),
        is("10", pills(base().takes("isotretinoin", 20), "vitamin A", ""), &["T oral-retinoid.vitamin-a"]),
        is("11", base().takes("isotretinoin", 20).takes("doxycycline", 10), &["T oral-retinoid.tetracycline"]),
        is("12", pills(of(Acne).takes("doxycycline", 10), "zinc", ""), &["A tetracycline.minerals"]),
        is("13", base().takes("doxycycline", 10).over(0..14, "fermented", 0.0).food(1, YOGURT, 100.0), &["K tetracycline.dairy"]),
        is("14", of(Acne).takes("doxycycline", 90), &["A tetracycline.long"]),
        is("15", of(Psoriasis).takes("methotrexate", 90).on(1, "alcohol_units", 3.0), &["A methotrexate.alcohol"]),
        is("16", of(Psoriasis).takes("methotrexate", 90).over(0..4, "alcohol_units", 5.0), &["T methotrexate.alcohol-high"]),
        is("17", base().takes("methotrexate", 90).takes("trimethoprim", 3), &["T methotrexate.trimethoprim"]),
        is("18", base().takes("methotrexate", 90).over([0, 2, 4], "nsaid", 1.0), &["A methotrexate.nsaid-doses"]),
        is("19", of(Psoriasis).takes("methotrexate", 90).course(Probiotic, "probiotic", 5, None, ""), &["A probiotic.immune-medicine"]),
        is("20", base().takes("ciclosporin", 30).food(2, GRAPEFRUIT, 120.0), &["A ciclosporin.grapefruit"]),
        is("21", base().takes("lithium", 300).takes("ibuprofen", 2), &["T nsaid.lithium"]),
        is("22", base().takes("lithium", 300).stools(0, 6.0, 5), &["T lithium.diarrhoea"]),
        is("23", of(Psoriasis).takes("lithium", 200), &["K lithium.skin"]),
        is("24", of(Psoriasis).takes("propranolol", 90).over(0..7, "redness", 3.0), &[]),
        is("25", of(Psoriasis).took("prednisolone", 10), &["A oral-steroid.psoriasis"]),
        is("26", of(Eczema).course(Topical, "clobetasol", 60, Some(14), "").over([0, 2, 4], "redness", 3.0), &["A topical-steroid.after"]),
        is("27", cream(of(Rosacea).on(1, "alcohol_units", 2.0), "tacrolimus ointment"), &["K calcineurin-cream.alcohol"]),
        is("28", base().takes("metronidazole", 3).on(1, "alcohol_units", 2.0), &["K metronidazole.alcohol"]),
        is("29", base().takes("upadacitinib", 60).says(Smoking), &["A jak.smoker"]),
        is("30", base().takes("upadacitinib", 60).yes(0, "warn_clot_chest"), &["E clot-chest"]),
        // The page names the first alone; its own table of medicines asks whoever takes St John's wort to show the list to a pharmacist.
        is("31", base().takes("sertraline", 100).takes("St John's wort", 5), &["T ssri.serotonin", "A st-johns-wort.any"]),
        is("32a", base().takes("combined pill", 100).takes("rifampicin", 5), &["T rifampicin.contraceptive"]),
        is("32b", base().takes("combined pill", 100).takes("doxycycline", 5), &["K combined-pill.antibiotics"]),
        is("33", pills(base(), "biotin", ""), &["K biotin.tests"]),
        is("34", pills(of(Psoriasis).takes("warfarin", 100), "fish oil", ""), &["A anticoagulant.supplements"]),
        is("35", loose(of(Psoriasis).takes("secukinumab", 60)), &["A biologic-il17.bowel"]),
        is("36", of(Psoriasis).takes("apremilast", 10).over(7..35, "mood", 8.0).over(0..7, "mood", 4.0), &["T mood-medicine"]),
        is("37", cream(base(), "miracle cream"), &[]),
        is("38", base().aged(30).course(Antibiotic, "azithromycin", 2, None, ""), &[]),
        is("39", base().aged(30).course(Antibiotic, "clindamycin capsules", 2, None, ""), &["K clindamycin.diarrhoea"]),
        is("40", base().aged(70).course(Antibiotic, "doxycycline", 2, None, ""), &[]),
        is("41", base().says(WeakImmunity).course(Antibiotic, "clindamycin", 2, None, ""), &[]),
        is("42", base().says(WeakImmunity).course(Probiotic, "probiotic", 5, None, ""), &["T probiotic.immune"]),
        is("43", of(Psoriasis).says(Pregnant).over(0..14, "alcohol_units", 2.0), &["A pregnant-alcohol"]),
        is("44", of(Rosacea).aged(15).over([0, 3, 6], "alcohol_units", 2.0), &["A minor-alcohol"]),
        is("45", of(Psoriasis).says(Breastfeeding).on(1, "alcohol_units", 1.0), &[]),
        is("46", of(Acne).aged(15).over(0..14, "sugary", 3.0).over(0..14, "inflamed", 8.0), &[]),
        is("47", food(base().says(Pregnant), 7, LIVER, 200.0), &["T pregnant-vitamin-a"]),
        is("48", food(base(), 14, LIVER, 200.0), &["A limit-over.vitamin_a_preformed"]),
        is("49", base().says(Pregnant).food(1, COD_LIVER_OIL, 10.0), &["A pregnant-liver"]),
        is("50", food(base(), 14, CARROTS, 300.0), &[]),
        is("51", food(base(), 14, LIVER_AND_ONIONS, 150.0), &["A limit-over.vitamin_a_preformed"]),
        is("52", base().says(Pregnant).over(0..14, "fibre_g", 12.0), &[]),
        is("53", base().says(Pregnant).on(0, "nsaid", 1.0), &["T pregnant-painkiller"]),
        is("54", food(base().says(Pregnant), 4, COFFEE, 875.0), &["K pregnant-caffeine"]),
        is("55", of(Acne).says(FoodWorry), &[]),
        is("56", base().skips(FoodWorry).skips(EatingDisorder).over(0..14, "ultra_processed", 5.0), &[]),
        is("57", base().says(FoodWorry).over(0..14, "fibre_g", 10.0), &[]),
        is("58", of(Acne).says(Underweight).over(0..14, "sugary", 3.0), &[]),
        is("59", food(base(), 12, CARROTS, 100.0), &["K short-list"]),
        is("60", of(Eczema).says(FoodReaction), &[]),
        is("61", of(Psoriasis), &[]),
        is("62", of(Psoriasis).skips(FoodWorry).profile(|profile| profile.weight_topic = true), &[]),
        is("63", of(Psoriasis).yes(3, "stool_blood"), &["S stool-blood"]),
        is("64", base().yes(3, "stool_blood").yes(1, "stool_blood"), &["T stool-blood"]),
        is("65", no_stool(base(), 7).over(0..14, "fibre_g", 10.0), &["S no-stool-week"]),
        is("66", base().no_stools(0..7), &[]),
        is("67", no_stool(base(), 3).on(0, "gut_pain", 8.0), &["T no-stool-pain"]),
        is("68", base().on(0, "gut_pain", 10.0), &["T belly-pain-worst"]),
        is("69", base().over(0..28, "bloating", 6.0), &[]),
        is("70", of(Rosacea).over(0..28, "bloating", 6.0), &[]),
        is("71a", base().stools(0, 6.0, 3).course(Antibiotic, "amoxicillin", 87, Some(80), ""), &["T loose-antibiotic"]),
        is("71b", base().stools(0, 6.0, 3).course(Antibiotic, "amoxicillin", 97, Some(90), ""), &[]),
        is("72", (0..14).fold(base().over(0..14, "fibre_g", 24.0), |who, ago| who.stools(ago, 2.0, 1)), &[]),
        is("73", (0..14).fold(base().over(0..14, "fibre_g", 24.0).says(BowelOrSwallowing), |who, ago| who.stools(ago, 2.0, 1)), &[]),
        is("74", of(Acne).over([0, 4, 8], "nodules", 8.0), &["S deep-lumps"]),
        is("75", of(Acne).over(0..5, "nodules", 2.0), &[]),
        is("76", of(Eczema).over(0..10, "itch", 9.0), &["S itch-severe"]),
        is("77", base().on(0, "palms", 60.0).on(0, "redness", 4.0), &["T red-area"]),
        is("78", of(Eczema).over(0..14, "emollient", 0.0).over((0..14).step_by(2), "emollient", 1.0), &[]),
        is("79", cream(of(Psoriasis), "betamethasone cream"), &[]),
        is("80", base().over(0..14, "mood", 0.0), &["H1 mood-lowest", "S low-mood"]),
        is("81", base().yes(0, "warn_self_harm"), &["E self-harm"]),
        is("82", of(Acne).over(0..7, "stress", 9.0), &["H2 stress-top"]),
        is("83", base().over(0..7, "sleep_hours", 3.5), &["S sleep-lost"]),
        is("84", base().over(0..14, "sleep_hours", 6.2), &[]),
        is("85", base().says(FluidLimit).over(0..14, "water_ml", 900.0), &[]),
        is("86", base().over(0..14, "water_ml", 900.0), &[]),
        is("87", base().on(1, "water_ml", 7000.0), &["S over-drinking"]),
        is("88", of(Acne).sex(Sex::Female), &[]),
        is("89", food(pills(base(), "zinc", "50 mg"), 14, ZINC_4_MG, 200.0), &["A limit-over.zinc"]),
        is("90", pills(base(), "vitamin D", "125 ug"), &["A limit-over.vitamin_d"]),
        is("91", of(Acne), &[]),
        is("92", of(Acne).without("sugary"), &[]),
        is("93", food(base().over(0..14, "fermented", 0.0).without("alcohol_units"), 14, RED_WINE, 150.0), &[]),
        is("94", of(Psoriasis).over([0, 2, 4, 6], "alcohol_units", 4.0), &[]),
        is("95", of(Psoriasis).over(0..7, "alcohol_units", 40.0 / 7.0), &["S heavy-drinking"]),
        is("96", of(Rosacea), &[]),
        is("97", of(Eczema), &[]),
        is("98", base(), &[]),
        is("99", base().only_newest_days(6), &[]),
        is("100", base(), &[]),
        is("101", of(Psoriasis), &[]),
        is("102", of(Psoriasis), &[]),
        is("103", pills(of(Psoriasis), "vitamin D", "25 ug"), &[]),
        is("104", pills(of(Eczema), "evening primrose oil", ""), &[]),
        is("105", of(Eczema).over([0, 2, 4], "itch_wakings", 1.0), &[]),
        is("106", of(Eczema).over(0..14, "dryness", 2.0).over((0..14).step_by(2), "dryness", 3.0), &[]),
        is("107", of(Psoriasis).course(Diet, "Without gluten", 5, None, ""), &[]),
        is("108", of(Acne).course(Probiotic, "LGG", 5, None, ""), &[]),
        is("109", base().course(Antibiotic, "amoxicillin", 17, Some(10), "").over(0..14, "fibre_g", 15.0), &[]),
        is("110", base(), &[]),
        is("111", of(Psoriasis).over(0..14, "stress", 7.0), &[]),
        is("112", of(Psoriasis), &[]),
    ]
}
