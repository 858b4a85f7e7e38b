//! What may be said to whom: words, red flags at their thresholds, gates, and what is shown when.

use gutskin::analysis::tabulate::tabulate;
use gutskin::edit::{Command, EntryDraft};
use gutskin::evidence::card::{Card, Certainty, Direction};
use gutskin::evidence::gate::blocked;
use gutskin::evidence::library::{card, cards};
use gutskin::evidence::red_flags::{Level, RedFlag, red_flags};
use gutskin::evidence::suggest::{Advice, suggest};
use gutskin::evidence::wording;
use gutskin::model::course::{Course, CourseId, CourseKind};
use gutskin::model::diary::Diary;
use gutskin::model::entry::EntryKind;
use gutskin::model::profile::{Condition, Profile, SafetyQuestion};
use gutskin::model::text::Name;
use gutskin::model::value::Value;

use super::commands::{answer, carry_out, key, today};

/// A diary being filled in by days before today.
#[derive(Default)]
struct Case(Diary);

impl Case {
    fn on(mut self, ago: i32, name: &str, value: f64) -> Self {
        carry_out(&mut self.0, answer(today().plus(-ago), name, Value::Number(value))).unwrap();
        self
    }

    fn tick(mut self, ago: i32, name: &str, yes: bool) -> Self {
        carry_out(&mut self.0, answer(today().plus(-ago), name, Value::YesNo(yes))).unwrap();
        self
    }

    /// This many stools of a form on a day.
    fn stools(mut self, ago: i32, form: f64, count: usize) -> Self {
        let mut draft = EntryDraft::new(EntryKind::Stool);
        draft.answers.set(&key("stool"), Value::number(form));
        let drafts = vec![draft; count];
        carry_out(&mut self.0, Command::Log { day: today().plus(-ago), drafts }).unwrap();
        self
    }

    fn course(mut self, kind: CourseKind, from_ago: i32, to_ago: Option<i32>) -> Self {
        let course = Course {
            id: CourseId(0),
            kind,
            name: Name::new("something").unwrap(),
            start: today().plus(-from_ago),
            stop: to_ago.map(|ago| today().plus(-ago)),
            dose: String::new(),
            schedule: String::new(),
            regions: Vec::new(),
            after_effect_days: kind.usual_after_effect_days(),
            note: None,
        };
        carry_out(&mut self.0, Command::AddCourse { course }).unwrap();
        self
    }

    fn profile(mut self, profile: Profile) -> Self {
        carry_out(&mut self.0, Command::SetProfile { profile }).unwrap();
        self
    }

    fn flags(&self) -> Vec<RedFlag> {
        red_flags(&self.0, &tabulate(&self.0), today())
    }

    fn levels(&self) -> Vec<Level> {
        self.flags().iter().map(|flag| flag.level).collect()
    }

    fn advice(&self) -> Advice {
        suggest(&self.0, &tabulate(&self.0), today())
    }
}

/// Somebody with these conditions who answered the questions about eating with no.
fn person(conditions: &[Condition]) -> Profile {
    let no = [(SafetyQuestion::FoodWorry, false), (SafetyQuestion::EatingDisorder, false)];
    Profile { conditions: conditions.iter().copied().collect(), safety: no.into_iter().collect(), ..Profile::default() }
}

fn saying_yes(question: SafetyQuestion) -> Profile {
    let mut profile = person(Condition::ALL);
    profile.safety.insert(question, true);
    profile
}

/// Two weeks in which nearly everything is off its aim.
fn everything_off() -> Case {
    let low = [("fibre_g", 4.0), ("fermented", 0.0), ("emollient", 0.0)];
    let high = [("sugary", 9.0), ("ultra_processed", 9.0), ("alcohol_units", 12.0), ("stress", 8.0), ("itch", 8.0)];
    let mut case = Case::default().profile(person(Condition::ALL));
    for ago in 0..14 {
        case = case.stools(ago, 1.0, 1).on(ago, "sun_min", 300.0);
        for (name, value) in low.iter().chain(&high) {
            case = case.on(ago, name, *value);
        }
    }
    case.course(CourseKind::Topical, 20, None).course(CourseKind::Antibiotic, 3, None)
}

// Words

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
    let flags = advice.red_flags.iter().map(|flag| format!("{} {} {}", flag.level.words(), flag.text, flag.because));
    for words in shown.chain(flags) {
        for never in NEVER {
            assert!(!words.to_lowercase().contains(never), "{words}");
        }
        assert!(!words.contains('!'), "{words}");
    }
}

// Red flags

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
];

#[test]
fn each_tick_raises_its_flag_at_its_level_and_an_answer_of_no_raises_none() {
    let known = Diary::default();
    let in_catalogue = known.catalogue().iter().filter(|known| known.key.as_str().starts_with("warn_")).count();
    assert_eq!(SIGNS.len(), in_catalogue, "a warning sign without a level");
    for (sign, level) in SIGNS {
        let flags = Case::default().tick(0, sign, true).flags();
        assert_eq!(flags.iter().map(|flag| flag.level).collect::<Vec<_>>(), [*level], "{sign}");
        assert!(flags[0].because.starts_with("You ticked on 29 Mar: "), "{}", flags[0].because);
        assert!(flags[0].text.len() > 20, "{sign}");
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
        let advice = everything_off().tick(0, sign, true).advice();
        assert!(advice.diet_is_silenced, "{sign}");
        assert!(advice.ideas.iter().all(|idea| !idea.card.mechanism.is_diet()), "{sign}");
        assert!(!advice.ideas.is_empty(), "{sign}: ideas that are not about eating stay");
    }
}

// Gates

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
    carry_out(&mut case.0, Command::ShowCard { card: first.clone() }).unwrap();
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
