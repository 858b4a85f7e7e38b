//! Red flags at their thresholds, and what they silence.

use gutskin::evidence::safety::Level;
use gutskin::model::course::CourseKind;
use gutskin::model::diary::Diary;
use gutskin::model::profile::{Profile, SafetyQuestion};

use super::case::{Case, everything_off};

/// Every warning sign with how soon it wants a look, as the safety rules say.
const SIGNS: &[(&str, Level)] = &[
    ("warn_throat_swelling", Level::Emergency),
    ("warn_rash_fever", Level::Emergency),
    ("warn_red_all_over", Level::Emergency),
    ("warn_pus_sheets", Level::Emergency),
    ("warn_vomit_blood", Level::Emergency),
    ("warn_no_wind", Level::Emergency),
    ("warn_self_harm", Level::Emergency),
    ("warn_punched_sores", Level::Today),
    ("warn_spreading_red", Level::Today),
    ("warn_red_eye", Level::Today),
    ("warn_medicine_rash", Level::Today),
    ("warn_diarrhoea_fever", Level::Today),
    ("warn_retinoid_mood", Level::Today),
    ("warn_swallowing", Level::Today),
    ("warn_joints", Level::Soon),
    ("warn_mole", Level::Soon),
    ("warn_scarring_acne", Level::Soon),
    ("warn_weight_loss", Level::Soon),
    ("warn_night_diarrhoea", Level::Soon),
    ("warn_bowel_change", Level::Soon),
    ("warn_anaemia_lump", Level::Soon),
    ("warn_fatty_stool", Level::Soon),
    ("warn_acne_fever", Level::Today),
    ("warn_headache_sight", Level::Today),
    ("warn_immune_fever", Level::Today),
    ("warn_clot_chest", Level::Emergency),
];

#[test]
fn each_tick_raises_its_flag_at_its_level_and_an_answer_of_no_raises_none() {
    let known = Diary::default();
    let in_catalogue = known.catalogue().iter().filter(|known| known.key.as_str().starts_with("warn_")).count();
    assert_eq!(SIGNS.len(), in_catalogue, "a warning sign without a level");
    for (sign, level) in SIGNS {
        let flags = Case::default().tick(0, sign, true).flags();
        assert_eq!(flags.iter().map(|flag| flag.level).collect::<Vec<_>>(), [*level], "{sign}");
        assert!(flags[0].because[0].starts_with("You ticked on 29 Mar: "), "{}", flags[0].because[0]);
        assert!(flags[0].words.len() > 20, "{sign}");
        assert_eq!(Case::default().tick(0, sign, false).flags(), [], "{sign}");
    }
}

#[test]
fn an_urgent_tick_stays_three_days_and_any_other_two_weeks() {
    for (sign, level) in SIGNS {
        let last = if *level <= Level::Today { 2 } else { 13 };
        assert_eq!(Case::default().tick(last, sign, true).levels(), [*level], "{sign} {last} days ago");
        assert_eq!(Case::default().tick(last + 1, sign, true).levels(), [], "{sign} {} days ago", last + 1);
    }
}

#[test]
fn six_loose_stools_a_day_and_not_five() {
    assert_eq!(Case::default().stools(0, 7.0, 5).levels(), []);
    assert_eq!(Case::default().stools(0, 6.0, 6).levels(), [Level::Today]);
    assert_eq!(Case::default().stools(0, 5.5, 9).levels(), [], "form 5.5 is not loose");
    assert_eq!(Case::default().stools(2, 6.0, 6).levels(), [Level::Today]);
    assert_eq!(Case::default().stools(3, 6.0, 6).levels(), []);
}

#[test]
fn blood_once_is_soon_twice_is_today_and_with_diarrhoea_is_today() {
    assert_eq!(Case::default().tick(0, "stool_blood", false).levels(), []);
    assert_eq!(Case::default().tick(13, "stool_blood", true).levels(), [Level::Soon]);
    assert_eq!(Case::default().tick(14, "stool_blood", true).levels(), []);
    assert_eq!(Case::default().tick(13, "stool_blood", true).tick(0, "stool_blood", true).levels(), [Level::Today]);
    let loose = |count| Case::default().stools(0, 6.0, count).tick(0, "stool_blood", true).levels();
    assert_eq!(loose(2), [Level::Soon]);
    assert_eq!(loose(3), [Level::Today, Level::Soon]);
}

#[test]
fn diarrhoea_during_and_up_to_twelve_weeks_after_an_antibiotic() {
    let after = |stop: Option<i32>, count| {
        Case::default().course(CourseKind::Antibiotic, 100, stop).stools(0, 6.0, count).levels()
    };
    assert_eq!(after(None, 3), [Level::Today]);
    assert_eq!(after(None, 2), []);
    assert_eq!(after(Some(84), 3), [Level::Today], "twelve weeks after the last dose");
    assert_eq!(after(Some(85), 3), []);
    let probiotic = Case::default().course(CourseKind::Probiotic, 10, None).stools(0, 6.0, 3);
    assert_eq!(probiotic.levels(), []);
}

#[test]
fn loose_stools_for_over_four_weeks() {
    let loose = |days: &[i32], firm: &[i32]| {
        let case = days.iter().fold(Case::default(), |case, ago| case.stools(*ago, 6.0, 1));
        firm.iter().fold(case, |case, ago| case.stools(*ago, 4.0, 1)).levels()
    };
    let days = |from: i32, to: i32| (from..to).collect::<Vec<_>>();
    assert_eq!(loose(&days(0, 29), &[]), [Level::Soon], "29 days");
    assert_eq!(loose(&days(0, 28), &[]), [], "four weeks are not over four weeks");
    assert_eq!(loose(&[days(0, 20), vec![28]].concat(), &[]), [Level::Soon], "20 of 28 days answered");
    assert_eq!(loose(&[days(0, 19), vec![28]].concat(), &[]), [], "19 of 28 days answered");
    assert_eq!(loose(&[days(0, 21), vec![28]].concat(), &days(21, 28)), [Level::Soon], "three in four loose");
    assert_eq!(loose(&[days(0, 20), vec![28]].concat(), &days(20, 28)), [], "fewer than three in four");
}

#[test]
fn two_itch_broken_nights_a_week_for_two_weeks() {
    let nights =
        |agos: &[i32]| agos.iter().fold(Case::default(), |case, ago| case.on(*ago, "itch_wakings", 1.0)).levels();
    assert_eq!(nights(&[0, 6, 7, 13]), [Level::Soon]);
    assert_eq!(nights(&[0, 6, 7]), []);
    assert_eq!(nights(&[0, 7, 8, 9]), []);
    assert_eq!(nights(&[0, 6, 7, 14]), []);
    let calm = [0, 6, 7, 13].iter().fold(Case::default(), |case, ago| case.on(*ago, "itch_wakings", 0.0));
    assert_eq!(calm.levels(), []);
}

#[test]
fn stress_of_nine_or_ten_on_each_of_seven_days_offers_support_and_silences_nothing() {
    let week = |value: f64, days: i32| (0..days).fold(Case::default(), |case, ago| case.on(ago, "stress", value));
    assert_eq!(week(9.0, 7).levels(), [Level::Support]);
    assert_eq!(week(8.5, 7).levels(), []);
    assert_eq!(week(10.0, 6).levels(), []);
    assert!(!week(10.0, 7).advice().diet_is_silenced);
}

#[test]
fn an_oral_retinoid_with_pregnancy_or_plans_for_it() {
    let answers = |pregnancy: Option<bool>, retinoid: Option<bool>| {
        let given = [(SafetyQuestion::Pregnancy, pregnancy), (SafetyQuestion::OralRetinoid, retinoid)];
        let safety = given.into_iter().filter_map(|(question, yes)| Some((question, yes?))).collect();
        Case::default().profile(Profile { safety, ..Profile::default() }).levels()
    };
    assert_eq!(answers(Some(true), Some(true)), [Level::Today]);
    for (pregnancy, retinoid) in
        [(Some(true), Some(false)), (Some(false), Some(true)), (None, Some(true)), (None, None)]
    {
        assert_eq!(answers(pregnancy, retinoid), []);
    }
}

#[test]
fn the_most_urgent_flag_comes_first() {
    let case = Case::default().tick(0, "warn_mole", true).tick(0, "warn_red_eye", true).tick(0, "warn_no_wind", true);
    assert_eq!(case.levels(), [Level::Emergency, Level::Today, Level::Soon]);
}

#[test]
fn any_flag_but_support_silences_every_idea_about_eating_and_drinking() {
    let calm = everything_off().advice();
    assert!(!calm.diet_is_silenced && calm.ideas.iter().any(|idea| idea.card.mechanism.is_diet()));
    for (sign, _) in SIGNS {
        let case = everything_off().tick(0, sign, true);
        let advice = case.advice();
        assert!(advice.diet_is_silenced, "{sign}");
        assert!(advice.ideas.iter().all(|idea| !idea.card.mechanism.is_diet()), "{sign}");
        let everything = gutskin::evidence::safety::silences(&case.flags()).everything;
        assert_eq!(
            advice.ideas.is_empty(),
            everything,
            "{sign}: below an emergency, ideas that are not about eating stay"
        );
    }
}
