//! Every rule of the safety page one step below its threshold and at it (situation 114): below nothing, at it exactly this rule.
//! The same table says how each is acknowledged and comes back.

use std::collections::BTreeSet;

use gutskin::evidence::safety::{Flag, Level, Seen, flags, silences, table};
use gutskin::model::course::CourseKind::{Antibiotic, Prescribed, Supplement, Topical};
use gutskin::model::decision::Choice;
use gutskin::model::profile::SafetyQuestion::{OralRetinoid, Pregnant, Trying};

use super::commands::today;
use super::situations::someone::{Someone, short};

/// A rule just below its threshold and at it.
struct Threshold {
    number: u16,
    below: Someone,
    at: Someone,
    /// What it raises: level and id.
    raises: &'static str,
}

fn at(number: u16, raises: &'static str, below: Someone, at: Someone) -> Threshold {
    Threshold { number, below, at, raises }
}

/// Ticks: number, sign, days for which it stays raised, level and id.
const TICKS: &[(u16, &str, i32, &str)] = &[
    (1, "warn_throat_swelling", 3, "E throat-swelling"),
    (2, "warn_rash_fever", 3, "E rash-fever"),
    (3, "warn_red_all_over", 3, "E red-all-over"),
    (4, "warn_pus_sheets", 3, "E pus-sheets"),
    (5, "warn_punched_sores", 3, "T punched-sores"),
    (6, "warn_spreading_red", 3, "T spreading-red"),
    (7, "warn_red_eye", 3, "T red-eye"),
    (8, "warn_medicine_rash", 3, "T medicine-rash"),
    (9, "warn_acne_fever", 3, "T acne-fever"),
    (10, "warn_headache_sight", 3, "T headache-sight"),
    (11, "warn_immune_fever", 3, "T immune-fever"),
    (12, "warn_clot_chest", 3, "E clot-chest"),
    (13, "warn_joints", 14, "S joints"),
    (14, "warn_mole", 14, "S mole"),
    (15, "warn_scarring_acne", 14, "S scarring-acne"),
    (16, "warn_vomit_blood", 3, "E vomit-blood"),
    (17, "warn_no_wind", 3, "E no-wind"),
    (18, "warn_diarrhoea_fever", 3, "T diarrhoea-fever"),
    (19, "warn_swallowing", 3, "T swallowing"),
    (20, "warn_weight_loss", 14, "S weight-loss"),
    (21, "warn_night_diarrhoea", 14, "S night-diarrhoea"),
    (22, "warn_bowel_change", 14, "S bowel-change"),
    (23, "warn_anaemia_lump", 14, "S anaemia-lump"),
    (24, "warn_fatty_stool", 14, "S fatty-stool"),
    (25, "warn_self_harm", 3, "E self-harm"),
    (26, "warn_retinoid_mood", 3, "T retinoid-mood"),
];

const LIVER: u32 = 13_326;
const COD_LIVER_OIL: u32 = 4_589;
const COFFEE: u32 = 92_101_000;

fn base() -> Someone {
    Someone::base()
}

#[rustfmt::skip]
fn readings() -> Vec<Threshold> {
    let loose_days = |days: i32| (0..days).fold(base(), |someone, ago| someone.stools(ago, 5.5, 1)).stools(28, 5.5, 1);
    let no_stool = |days: i32| (0..days).fold(base().no_stools(0..7), |someone, ago| someone.yes(ago, "no_stool"));
    let no_stool_pain = |pain: f64| (0..3).fold(base().no_stools(0..3), |someone, ago| someone.yes(ago, "no_stool")).on(1, "gut_pain", pain);
    let fell = |to: f64| base().over(7..35, "mood", 8.0).over(0..7, "mood", to).course(Prescribed, "apremilast", 3, None, "");
    let antibiotic = |ended: i32| base().stools(0, 6.0, 3).course(Antibiotic, "something", ended + 7, Some(ended), "");
    vec![
        at(27, "S stool-blood", base().yes(14, "stool_blood"), base().yes(13, "stool_blood")),
        at(27, "T stool-blood", base().yes(14, "stool_blood").no(0, "stool_blood"), base().yes(13, "stool_blood").yes(0, "stool_blood")),
        at(28, "T loose-six", base().stools(0, 6.0, 5), base().stools(2, 6.0, 6)),
        at(29, "T loose-blood", base().stools(0, 6.0, 3).yes(14, "stool_blood"), base().stools(0, 6.0, 3).yes(0, "stool_blood")),
        at(30, "T loose-antibiotic", antibiotic(85), antibiotic(84)),
        at(30, "T loose-antibiotic", antibiotic(84).stools(0, 6.0, 2), antibiotic(84).stools(0, 5.5, 3).stools(2, 6.0, 3)),
        at(31, "S loose-four-weeks", loose_days(19), loose_days(20).no_stools(20..28)),
        at(32, "S no-stool-week", no_stool(4), no_stool(5)),
        at(33, "T no-stool-pain", no_stool_pain(6.5), no_stool_pain(7.0)),
        at(33, "T no-stool-pain", no_stool_pain(0.0).on(0, "bloating", 7.5), no_stool_pain(0.0).on(0, "bloating", 8.0)),
        at(34, "T belly-pain-worst", base().on(0, "gut_pain", 8.5), base().on(1, "gut_pain", 9.0)),
        at(35, "S belly-pain-week", base().over(0..3, "gut_pain", 7.0), base().over(3..7, "gut_pain", 7.0)),
        at(36, "S itch-nights", base().over([0, 6, 7], "itch_wakings", 1.0), base().over([0, 6, 7, 13], "itch_wakings", 1.0)),
        at(37, "S itch-severe", base().over(0..4, "itch", 8.0), base().over(2..7, "itch", 8.0)),
        at(38, "S skin-pain", base().over(0..2, "skin_pain", 8.0), base().over(4..7, "skin_pain", 8.0)),
        at(39, "T red-area", base().on(0, "palms", 50.0).on(1, "redness", 3.0), base().on(2, "palms", 50.0).on(2, "redness", 3.0)),
        at(40, "S deep-lumps", base().on(0, "nodules", 3.0), base().over([0, 13], "nodules", 3.0)),
        at(41, "S low-mood", base().over(0..9, "mood", 3.0), base().over(4..14, "mood", 3.0)),
        at(42, "H1 mood-lowest", base().over(0..2, "mood", 0.0), base().over(4..7, "mood", 0.0)),
        at(43, "H2 stress-top", base().over(0..6, "stress", 10.0), base().over(0..7, "stress", 9.0)),
        at(44, "T mood-medicine", fell(5.5), fell(5.0)),
        at(45, "S sleep-lost", base().over(0..7, "sleep_hours", 4.5), base().over(0..7, "sleep_hours", 4.0)),
        at(45, "S sleep-lost", base().over(0..4, "sleep_hours", 3.0).without_on(4..7, "sleep_hours"), base().over(0..5, "sleep_hours", 4.0).without_on(5..7, "sleep_hours")),
        at(46, "S heavy-drinking", base().over(0..5, "alcohol_units", 6.9), base().over(0..5, "alcohol_units", 7.0)),
        at(47, "S over-drinking", base().on(2, "water_ml", 5_999.0), base().on(2, "water_ml", 6_000.0)),
        at(47, "T over-drinking", base().on(3, "water_ml", 10_000.0), base().on(2, "water_ml", 10_000.0)),
        at(48, "A painkillers-often", base().over(0..9, "nsaid", 1.0), base().over(4..14, "nsaid", 1.0)),
        at(50, "H2 wellbeing-low", wellbeing([2, 2, 2, 1, 1]), wellbeing([2, 2, 1, 1, 1])),
        at(50, "H2 wellbeing-low", wellbeing([5, 5, 5, 5, 1]), wellbeing([5, 5, 5, 5, 0])),
        at(49, "K short-list", different_foods(15), different_foods(14)),
    ]
}

/// The five answers of the questionnaire on wellbeing, ten days ago.
fn wellbeing(answers: [u8; 5]) -> Someone {
    let answers = answers.into_iter().zip(1..);
    answers.fold(base(), |someone, (answer, place)| someone.on(10, &format!("who5_{place}"), f64::from(answer)))
}

/// So many different foods over ten days.
fn different_foods(count: u32) -> Someone {
    let all = gutskin::foods::table::FoodTable::get().foods();
    let vegetables: Vec<u32> = all.iter().filter(|food| food.group == "Vegetables").map(|food| food.id.0).collect();
    let foods = vegetables.into_iter().take(count as usize).enumerate();
    foods.fold(base(), |someone, (place, food)| someone.food(i32::try_from(place % 10).unwrap(), food, 1.0))
}

#[rustfmt::skip]
fn persons() -> Vec<Threshold> {
    let vitamin_d = |dose: &str| base().course(Supplement, "vitamin D", 40, None, dose);
    vec![
        at(51, "T oral-retinoid.pregnant", base().takes("isotretinoin", 10), base().takes("isotretinoin", 10).says(Pregnant)),
        at(52, "A topical-retinoid.trying", base().course(Topical, "adapalene", 10, None, ""), base().course(Topical, "adapalene", 10, None, "").says(Trying)),
        at(53, "K biotin.tests", base(), base().takes("biotin", 10)),
        at(54, "T pregnant-retinoid", base().says(Pregnant), base().says(Pregnant).says(OralRetinoid)),
        at(54, "T pregnant-retinoid", base().says(OralRetinoid), base().says(Trying).says(OralRetinoid)),
        at(55, "A pregnant-alcohol", base().says(Trying).on(14, "alcohol_units", 9.0), base().says(Trying).on(13, "alcohol_units", 0.5)),
        at(56, "A minor-alcohol", base().aged(18).on(0, "alcohol_units", 1.0), base().aged(17).on(0, "alcohol_units", 1.0)),
        at(57, "T pregnant-vitamin-a", base().says(Pregnant).food(7, LIVER, 200.0), base().says(Pregnant).food(6, LIVER, 31.8)),
        at(58, "A pregnant-liver", base().says(Pregnant).food(7, COD_LIVER_OIL, 10.0), base().says(Pregnant).food(6, COD_LIVER_OIL, 10.0)),
        at(59, "T pregnant-painkiller", base().says(Trying).on(0, "nsaid", 1.0), base().says(Pregnant).on(6, "nsaid", 1.0)),
        at(60, "A limit-over.vitamin_d", vitamin_d("100 ug"), vitamin_d("101 ug")),
        at(61, "K pregnant-caffeine", (0..2).fold(base().says(Pregnant), |someone, ago| someone.food(ago, COFFEE, 600.0)), (0..3).fold(base().says(Pregnant), |someone, ago| someone.food(ago, COFFEE, 600.0))),
        at(62, "K retinoid-mood-unasked", base().without("mood").on(6, "mood", 7.0).takes("isotretinoin", 10), base().without("mood").on(7, "mood", 7.0).takes("isotretinoin", 10)),
    ]
}

fn ticks() -> Vec<Threshold> {
    let tick = |(number, sign, days, raises): &(u16, &'static str, i32, &'static str)| {
        at(*number, raises, base().yes(*days, sign), base().yes(days - 1, sign))
    };
    TICKS.iter().map(tick).collect()
}

fn every() -> Vec<Threshold> {
    [ticks(), readings(), persons()].into_iter().flatten().collect()
}

/// Flags above K, and K only where it is asked for: courses have lines of their own that always stand.
fn raised(someone: &Someone, asked: &str) -> Vec<String> {
    let is_asked = |flag: &Flag| flag.level < Level::Know || short(flag) == asked;
    someone.flags().iter().filter(|flag| is_asked(flag)).map(short).collect()
}

fn flag(threshold: &Threshold, someone: &Someone) -> Flag {
    let found = someone.flags().into_iter().find(|flag| short(flag) == threshold.raises);
    found.unwrap_or_else(|| panic!("{} is not raised", threshold.raises))
}

#[test]
fn every_rule_has_its_thresholds_here() {
    let numbers: BTreeSet<u16> = every().iter().map(|threshold| threshold.number).collect();
    assert_eq!(numbers, (1..=62).collect());
    let in_table = table().rules.iter().map(|rule| rule.number);
    let medicines = table().medicines.iter().flat_map(|medicines| &medicines.levels).map(|(number, ..)| *number);
    let numbered: BTreeSet<u16> =
        in_table.chain(medicines).chain(table().limit.iter().map(|limit| limit.number)).collect();
    assert_eq!(numbered, (1..=62).collect());
}

#[test]
fn one_step_below_nothing_and_at_the_threshold_exactly_this_rule() {
    let mut wrong = Vec::new();
    for threshold in every() {
        let Threshold { number, below, at, raises } = &threshold;
        let found = raised(below, raises);
        if !found.is_empty() {
            wrong.push(format!("{number} below {raises}: {found:?}"));
        }
        // Blood on a loose day is blood as well.
        let expected: &[&str] = if *number == 29 { &[raises, "S stool-blood"] } else { &[raises] };
        let found = raised(at, raises);
        if found != expected {
            wrong.push(format!("{number} at {raises}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn each_flag_says_what_raised_it_and_where_the_rule_is_from() {
    for threshold in every() {
        let flag = flag(&threshold, &threshold.at);
        assert!(!flag.because.is_empty(), "{}", flag.id);
        assert!(
            flag.because.iter().all(|line| line.ends_with('.') && line.len() > 8),
            "{}: {:?}",
            flag.id,
            flag.because
        );
        assert!(!flag.source_words().is_empty(), "{}", flag.id);
        assert!(!flag.words.contains(['{', '}', '!']) && flag.words.len() > 15, "{}: {}", flag.id, flag.words);
        assert!(flag.days.iter().all(|day| *day <= today()), "{}", flag.id);
    }
}

#[test]
fn what_each_level_silences() {
    for threshold in every() {
        let flag = flag(&threshold, &threshold.at);
        let silenced = silences(std::slice::from_ref(&flag));
        let expected = match flag.level {
            Level::Emergency => (true, true, true, true),
            Level::SupportNow => (false, true, true, true),
            Level::Today | Level::Soon => (false, false, true, true),
            Level::Support | Level::Ask | Level::Know => (false, false, false, false),
        };
        let found = (silenced.everything, silenced.all_tips, silenced.diet_ideas, silenced.trials);
        assert_eq!(found, expected, "{}", short(&flag));
        let of_pregnancy = [51, 54, 57, 59].contains(&threshold.number);
        assert_eq!(silenced.pregnancy_gates, of_pregnancy, "{}", short(&flag));
    }
}

fn seen(threshold: &Threshold, made_ago: i32, worse_by: f64) -> Seen {
    let now = flag(threshold, &threshold.at);
    let choice = Choice::FlagSeen { rule: now.id.clone(), reading: now.reading - worse_by };
    flag(threshold, &threshold.at.clone().decided(made_ago, choice)).seen
}

#[test]
fn a_flag_that_was_seen_is_one_line_until_it_is_worse_or_its_time_is_over() {
    for threshold in every() {
        let raises = threshold.raises;
        assert_eq!(flag(&threshold, &threshold.at).seen, Seen::Full, "{raises}");
        assert_eq!(seen(&threshold, 0, 0.0), Seen::Folded, "{raises}");
        assert_eq!(seen(&threshold, 0, 0.25), Seen::Full, "{raises}: worse since");
        assert_eq!(seen(&threshold, 0, -0.25), Seen::Folded, "{raises}: better since");
        let (last, first) = match flag(&threshold, &threshold.at).level {
            Level::Emergency | Level::Today | Level::SupportNow => (0, 1),
            Level::Soon => (6, 7),
            Level::Support | Level::Ask | Level::Know => (300, i32::MAX),
        };
        assert_eq!(seen(&threshold, last, 0.0), Seen::Folded, "{raises} {last} days later");
        if first < i32::MAX {
            assert_eq!(seen(&threshold, first, 0.0), Seen::Full, "{raises} {first} days later");
        }
    }
}

#[test]
fn a_doctor_who_looked_quiets_a_flag_of_soon_for_90_days_and_none_that_is_more_urgent() {
    for threshold in every() {
        let now = flag(&threshold, &threshold.at);
        let looked = |ago: i32, worse_by: f64| {
            let on = today().plus(-ago);
            let choice = Choice::DoctorLooked { rule: now.id.clone(), reading: now.reading - worse_by, on };
            flag(&threshold, &threshold.at.clone().decided(ago, choice))
        };
        let raises = threshold.raises;
        let is_soon = now.level == Level::Soon;
        let quiet = looked(89, 0.0);
        assert_eq!(quiet.seen == Seen::Folded, is_soon, "{raises}");
        assert_eq!(quiet.doctor_looked, is_soon.then(|| today().plus(-89)), "{raises}");
        assert_eq!(looked(90, 0.0).seen, Seen::Full, "{raises}");
        assert_eq!(looked(10, 0.25).seen, Seen::Full, "{raises}: worse since");
    }
}

#[test]
fn a_day_worse_makes_a_reading_worse() {
    let worse = [
        ("S stool-blood", base().yes(13, "stool_blood"), base().yes(13, "stool_blood").yes(12, "stool_blood")),
        ("S mole", base().yes(3, "warn_mole"), base().yes(3, "warn_mole").yes(0, "warn_mole")),
        ("T belly-pain-worst", base().on(1, "gut_pain", 9.0), base().on(1, "gut_pain", 9.0).on(0, "gut_pain", 10.0)),
        ("S over-drinking", base().on(1, "water_ml", 7_000.0), base().on(1, "water_ml", 12_000.0)),
        ("S low-mood", base().over(4..14, "mood", 3.0), base().over(4..14, "mood", 3.0).on(4, "mood", 1.0)),
        ("S heavy-drinking", base().over(0..7, "alcohol_units", 5.0), base().over(0..7, "alcohol_units", 6.0)),
    ];
    for (name, before, after) in worse {
        let id = name.split_once(' ').unwrap().1;
        let reading = |someone: &Someone| someone.flags().iter().find(|flag| flag.id == id).unwrap().reading;
        assert!(reading(&after) > reading(&before), "{name}");
    }
}

#[test]
fn missing_is_never_zero_and_never_counts() {
    assert!(flags(&Someone::silent().diary(), &gutskin::columns::DayTable::empty(today()), today()).is_empty());
    assert!(Someone::silent().flags().is_empty());
    // What is not answered is neither a mood of 0, nor a night without sleep, nor a day without a stool.
    for name in ["mood", "sleep_hours", "stress", "gut_pain", "alcohol_units", "nsaid"] {
        assert!(base().without(name).flags().is_empty(), "{name}");
    }
    assert!(base().no_stools(0..14).flags().is_empty());
    let one_night = base().without("sleep_hours").on(0, "sleep_hours", 2.0);
    assert!(one_night.flags().is_empty(), "one answered night is no week");
}

#[test]
fn an_unknown_age_counts_as_an_adult() {
    let someone = base().profile(|profile| profile.birth_year = None).on(0, "alcohol_units", 1.0);
    assert!(someone.flags().is_empty());
}

#[test]
fn the_most_urgent_flag_comes_first_and_within_a_level_the_newest() {
    let someone = base()
        .yes(5, "warn_mole")
        .yes(2, "warn_joints")
        .yes(1, "warn_red_eye")
        .yes(0, "warn_no_wind")
        .over(0..3, "mood", 0.0)
        .over(0..7, "stress", 9.0);
    let expected = ["E no-wind", "H1 mood-lowest", "T red-eye", "S joints", "S mole", "H2 stress-top"];
    assert_eq!(someone.short(), expected);
}
