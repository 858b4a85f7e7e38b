//! What is suggested to whom: gates, and what stands first.

use gutskin::edit::Command;
use gutskin::evidence::card::{Card, Certainty, Strictness, Tip};
use gutskin::evidence::gate::{self, Access, Part, Surface};
use gutskin::evidence::library::{card, cards};
use gutskin::evidence::situation::Person;
use gutskin::evidence::suggest::{Advice, By, Idea, MOST_IDEAS, Offer};
use gutskin::model::course::CourseKind;
use gutskin::model::decision::{Choice, Decision, DecisionId};
use gutskin::model::profile::{Condition, Profile, SafetyQuestion};
use gutskin::model::settings::Settings;
use gutskin::model::text::Name;

use super::case::{Case, everything_off, person, saying_yes};
use super::commands::{carry_out, today};

fn access(profile: Profile, id: &str) -> Access {
    let case = Case::default().profile(profile);
    gate::access(card(id).unwrap(), &Person::on(&case.0, today()))
}

fn ids(ideas: &[Idea]) -> Vec<&str> {
    ideas.iter().map(|idea| idea.card.id.as_str()).collect()
}

/// All tips that are eligible, beyond the limit too.
fn eligible(advice: &Advice) -> Vec<&'static Card> {
    advice.safety.iter().chain(&advice.ideas).chain(&advice.waiting).map(|idea| idea.card).collect()
}

// Gates

const LEAVING_OUT: [&str; 5] =
    ["low-glycaemic-acne", "milk-whey-acne", "low-fodmap-ibs", "gluten-free-psoriasis", "elimination-diet-eczema"];

#[test]
fn leaving_foods_out_is_hidden_in_youth_pregnancy_underweight_and_eating_disorders() {
    for question in [
        SafetyQuestion::Pregnant,
        SafetyQuestion::Trying,
        SafetyQuestion::Breastfeeding,
        SafetyQuestion::Underweight,
        SafetyQuestion::FoodWorry,
        SafetyQuestion::EatingDisorder,
    ] {
        for id in LEAVING_OUT {
            let access = access(saying_yes(question), id);
            assert_eq!(access.strictness(), Some(Strictness::Hide), "{question:?}: {id}");
            assert!(access.say().is_some_and(|say| !say.is_empty()));
        }
    }
    let born = |year| Profile { birth_year: Some(year), ..person(Condition::ALL) };
    for id in LEAVING_OUT {
        assert_eq!(access(born(2009), id).strictness(), Some(Strictness::Hide), "17: {id}");
        assert_eq!(access(born(2007), id), Access::Open, "19: {id}");
    }
}

#[test]
fn a_skipped_question_about_eating_counts_as_yes() {
    for skipped in [SafetyQuestion::FoodWorry, SafetyQuestion::EatingDisorder] {
        let mut profile = person(Condition::ALL);
        profile.safety.remove(&skipped);
        for id in LEAVING_OUT {
            assert_eq!(access(profile.clone(), id).strictness(), Some(Strictness::Hide), "{skipped:?} skipped: {id}");
        }
    }
}

#[test]
fn the_strictest_gate_that_holds_decides_and_all_that_are_as_strict_are_said() {
    let mut profile = saying_yes(SafetyQuestion::BowelOrSwallowing);
    assert_eq!(access(profile.clone(), "thirty-plants").strictness(), Some(Strictness::AskFirst));
    profile.safety.insert(SafetyQuestion::FoodReaction, true);
    let Access::AskFirst { say } = access(profile.clone(), "thirty-plants") else { panic!("not asked first") };
    assert!(say.contains("bowel") && say.contains("reacted to a food"), "{say}");
    profile.safety.insert(SafetyQuestion::FoodWorry, true);
    let Access::Hide { say } = access(profile, "thirty-plants") else { panic!("not hidden") };
    assert!(say.contains("No count of foods") && !say.contains("bowel"), "{say}");
}

#[test]
fn a_running_course_answers_a_gate_whatever_the_profile_says() {
    let mut profile = person(Condition::ALL);
    profile.safety.insert(SafetyQuestion::WeakImmunity, false);
    let case = Case::default().profile(profile).course_of(CourseKind::Prescribed, "methotrexate", 30, None);
    let hidden = |case: &Case, id| gate::access(card(id).unwrap(), &Person::on(&case.0, today())).strictness();
    assert_eq!(hidden(&case, "fermented-foods-diversity"), Some(Strictness::Hide));
    let over = Case::default().profile(person(&[])).course_of(CourseKind::Prescribed, "methotrexate", 300, Some(200));
    assert_eq!(hidden(&over, "fermented-foods-diversity"), None);
}

#[test]
fn weight_stands_nowhere_until_it_is_asked_for_and_never_where_a_gate_hides_it() {
    let weight = cards().iter().find(|card| card.audience.opt_in).unwrap();
    let anywhere = |profile: Profile| {
        let case = Case::default().profile(profile);
        let person = Person::on(&case.0, today());
        Surface::ALL.iter().any(|surface| !gate::shown(weight, &person, *surface, false).is_nothing())
    };
    let adult = Profile { birth_year: Some(1990), ..person(Condition::ALL) };
    assert!(!anywhere(adult.clone()));
    let asked = |profile: Profile| Profile { weight_topic: true, ..profile };
    assert!(anywhere(asked(adult.clone())));
    let mut skipped = adult.clone();
    skipped.safety.remove(&SafetyQuestion::FoodWorry);
    let mut pregnant = adult.clone();
    pregnant.safety.insert(SafetyQuestion::Pregnant, true);
    let young = Profile { birth_year: Some(2010), ..adult.clone() };
    let unknown = Profile { birth_year: None, ..adult };
    for (profile, who) in [(skipped, "skipped"), (pregnant, "pregnant"), (young, "16"), (unknown, "unknown age")] {
        assert!(!anywhere(asked(profile)), "{who}");
    }
}

/// The table of the safety page, section 2: what each surface leaves of a card.
#[test]
fn each_surface_leaves_of_a_card_what_the_table_says() {
    use Part::{Agreement, Aim, Chips, Citations, Finding, Plain, PopularClaim, Say, StudiesExist, Title, Trial};
    use Surface::{AxisArrow, BesideCourse, BesideFinding, Claimed, Library, Report, Try};
    let open = person(&[Condition::AtopicDermatitis]);
    let no_trial = saying_yes(SafetyQuestion::FoodWorry);
    let ask = saying_yes(SafetyQuestion::BowelOrSwallowing);
    let hide = saying_yes(SafetyQuestion::WeakImmunity);
    let left = |profile: &Profile, id: &str, surface| {
        let case = Case::default().profile(profile.clone());
        gate::shown(card(id).unwrap(), &Person::on(&case.0, today()), surface, false)
    };
    let (fibre, live) = ("fibre-daily-target", "fermented-foods-diversity");
    let has = |shown: &gate::Shown, parts: &[Part], not: &[Part], who: &str| {
        for part in parts {
            assert!(shown.has(*part), "{who}: {part:?} is gone");
        }
        for part in not {
            assert!(!shown.has(*part), "{who}: {part:?} stands");
        }
    };
    let caution = Part::Cautions;
    has(&left(&open, fibre, Surface::Tip), &[Title, Chips, Plain, caution, Aim, Trial], &[], "tip, open");
    has(&left(&no_trial, fibre, Surface::Tip), &[Title, Chips, Plain, caution], &[Aim, Trial], "tip, no trial");
    assert!(left(&ask, fibre, Surface::Tip).is_nothing() && left(&hide, live, Surface::Tip).is_nothing());
    assert!(!left(&open, fibre, Try).is_nothing());
    for (profile, id) in [(&no_trial, fibre), (&ask, fibre), (&hide, live)] {
        assert!(left(profile, id, Try).is_nothing());
    }
    has(&left(&open, fibre, Claimed), &[PopularClaim, Plain, Chips], &[Aim, Trial], "claimed, open");
    has(&left(&ask, fibre, Claimed), &[Say, Plain], &[Chips, PopularClaim], "claimed, ask first");
    has(&left(&hide, live, Claimed), &[Say], &[Plain, Chips, PopularClaim, Title], "claimed, hidden");
    has(&left(&open, fibre, BesideFinding), &[Chips, Plain, Agreement], &[], "finding, open");
    has(&left(&ask, fibre, BesideFinding), &[Say, Chips, Plain], &[Agreement, Trial], "finding, ask first");
    let none = &[Chips, Agreement, Trial, Title, Plain];
    has(&left(&hide, live, BesideFinding), &[StudiesExist, Say], none, "finding, hidden");
    has(&left(&open, fibre, BesideCourse), &[Plain, caution], &[Say], "course, open");
    has(&left(&ask, fibre, BesideCourse), &[Say, Plain, caution], &[], "course, ask first");
    has(&left(&hide, live, BesideCourse), &[Say, caution], &[Plain, Title], "course, hidden");
    has(&left(&open, fibre, AxisArrow), &[Chips, Plain], &[], "arrow, open");
    has(&left(&ask, fibre, AxisArrow), &[Say, Plain], &[Chips], "arrow, ask first");
    has(&left(&hide, live, AxisArrow), &[Say], &[Plain, Chips], "arrow, hidden");
    has(&left(&no_trial, fibre, Library), &[Title, Finding, Citations], &[Aim, Trial], "library, no trial");
    has(&left(&ask, fibre, Library), &[Say, Finding, caution], &[Aim, Trial], "library, ask first");
    has(&left(&hide, live, Library), &[Say, PopularClaim, Finding, Citations], &[Title, Aim, Trial], "library, hidden");
    assert!(left(&hide, live, Report).is_nothing());
    assert_eq!(left(&ask, fibre, Report).say(), access(ask.clone(), fibre).say());
}

#[test]
fn a_red_flag_takes_the_trial_from_every_surface() {
    let case = Case::default().profile(person(&[]));
    let person = Person::on(&case.0, today());
    for card in cards() {
        for surface in Surface::ALL {
            assert!(!gate::shown(card, &person, surface, true).has(Part::Trial), "{}: {surface:?}", card.id);
        }
    }
}

// What is shown

#[test]
fn a_closed_card_is_never_a_tip() {
    for question in SafetyQuestion::ALL {
        let case = everything_off().profile(saying_yes(*question));
        let person = Person::on(&case.0, today());
        for card in eligible(&case.advice()) {
            let strictness = gate::access(card, &person).strictness();
            assert!(strictness.is_none_or(|it| it == Strictness::NoTrial), "{question:?}: {}", card.id);
        }
    }
}

#[test]
fn with_too_little_logged_only_what_is_missing_is_shown() {
    let case = (0..6).fold(Case::default().profile(person(Condition::ALL)), |case, ago| case.on(ago, "stress", 8.0));
    let advice = case.advice();
    assert_eq!((eligible(&advice).len(), advice.claimed.len(), advice.logged_days), (0, 0, 6));
    assert_eq!((advice.missing.len(), advice.missing[0].answered, advice.missing[0].needed), (1, 6, 7));
    assert!(!advice.is_nothing_now());
    let seven = case.on(6, "stress", 8.0).advice();
    assert!(!seven.ideas.is_empty());
    assert!(seven.missing.iter().any(|missing| missing.label == "Fibre" && missing.answered == 0));
}

#[test]
fn an_answer_of_none_counts_as_logged_and_a_missing_one_does_not() {
    let fermented = |days: i32, rest: &str| {
        let case = (0..days).fold(Case::default().profile(person(&[])), |case, ago| case.on(ago, "fermented", 0.0));
        (0..14).fold(case, |case, ago| case.on(ago, rest, 1.0)).advice()
    };
    let has = |advice: &Advice| eligible(advice).iter().any(|card| card.id == "fermented-foods-diversity");
    assert!(has(&fermented(7, "redness")));
    assert!(!has(&fermented(6, "redness")));
}

#[test]
fn at_most_three_tips_the_most_certain_first_and_one_a_factor_each_with_days_and_numbers() {
    let advice = everything_off().advice();
    assert_eq!(advice.ideas.len(), MOST_IDEAS);
    let certainty = |idea: &Idea| match idea.card.tip {
        Tip::ForSkin => idea.card.skin_certainty,
        _ => idea.card.health_certainty,
    };
    let ranked: Vec<Certainty> = advice.ideas.iter().map(certainty).collect();
    assert!(ranked.is_sorted(), "{ranked:?}");
    let mut factors: Vec<_> = advice.ideas.iter().map(|idea| idea.distance.as_ref().unwrap().column.clone()).collect();
    factors.dedup();
    assert_eq!(factors.len(), advice.ideas.len());
    for idea in advice.ideas.iter().chain(&advice.waiting) {
        assert!(idea.why_now.chars().any(|sign| sign.is_ascii_digit()), "{}", idea.why_now);
        assert!((0.0..=1.0).contains(&idea.distance.as_ref().unwrap().share));
        assert!(!idea.card.is_unproven(), "{}", idea.card.id);
    }
}

#[test]
fn a_food_worry_takes_the_amounts_from_what_is_said() {
    let case = everything_off().profile(saying_yes(SafetyQuestion::FoodWorry));
    let advice = case.advice();
    let fibre = advice.ideas.iter().chain(&advice.waiting).find(|idea| idea.card.id == "fibre-daily-target").unwrap();
    assert!(!fibre.why_now.contains(" g"), "{}", fibre.why_now);
    assert!(fibre.why_now.contains("14"), "the days stay: {}", fibre.why_now);
    assert!(matches!(fibre.offer, Offer::Closed(_)));
    let open = everything_off().advice();
    let fibre = open.ideas.iter().chain(&open.waiting).find(|idea| idea.card.id == "fibre-daily-target").unwrap();
    assert!(fibre.why_now.contains("4 g a day") && fibre.why_now.contains("25 g a day"), "{}", fibre.why_now);
    assert!(matches!(fibre.offer, Offer::Open(_)));
}

#[test]
fn what_was_turned_down_stays_so_until_it_is_taken_back() {
    let mut case = everything_off();
    let first = case.advice().ideas[0].card.id.clone();
    let hide = Command::HideCard { card: first.clone(), reason: Name::new("not for me").unwrap() };
    carry_out(&mut case.0, hide).unwrap();
    let hidden = case.advice();
    assert!(eligible(&hidden).iter().all(|card| card.id != first));
    assert_eq!(hidden.turned_down, 1);
    assert!(hidden.silenced.iter().any(|it| it.card.id == first && it.by == By::TurnedDown));
    carry_out(&mut case.0, Command::SetSettings { settings: Settings::default() }).unwrap();
    assert_eq!(case.advice().ideas[0].card.id, first);
    let not_for_me = Choice::NotForMe { card: first.clone(), why: None };
    let decision = Decision { id: DecisionId::NEW, made: today(), choice: not_for_me };
    carry_out(&mut case.0, Command::Decide { decision }).unwrap();
    assert!(eligible(&case.advice()).iter().all(|card| card.id != first));
}

#[test]
fn one_change_at_a_time() {
    let advice = everything_off().course_of(CourseKind::Diet, "Without milk", 3, None).advice();
    assert_eq!(advice.running.as_ref().map(|running| running.name.as_str()), Some("Without milk"));
    for idea in advice.ideas.iter().chain(&advice.waiting) {
        assert!(!matches!(idea.offer, Offer::Open(_)), "{}", idea.card.id);
    }
    let over = everything_off().course_of(CourseKind::Diet, "Without milk", 30, Some(3)).advice();
    assert!(over.running.is_none() && over.ideas.iter().any(|idea| matches!(idea.offer, Offer::Open(_))));
}

#[test]
fn what_was_tried_before_stands_behind_what_was_not_and_says_so() {
    let mut case = everything_off().course_of(CourseKind::Diet, "More of it", 60, Some(31));
    let first = case.advice().ideas[0].card.id.clone();
    let course = case.0.courses().last().unwrap().id;
    let (first_look, judge_on) = (today().plus(-46), today().plus(-32));
    let choice = Choice::Trying { card: first.clone(), course, first_look, judge_on, judged: Some(judge_on) };
    let decision = Decision { id: DecisionId::NEW, made: today().plus(-60), choice };
    carry_out(&mut case.0, Command::Decide { decision }).unwrap();
    let advice = case.advice();
    assert!(!ids(&advice.ideas).contains(&first.as_str()));
    let last = advice.waiting.iter().find(|idea| idea.card.id == first).unwrap();
    assert_eq!(last.tried.unwrap().judge_on, judge_on);
}

#[test]
fn contested_cards_and_those_without_effect_are_never_tips() {
    for card in eligible(&everything_off().advice()) {
        assert!(!matches!(card.skin_certainty, Certainty::Contested | Certainty::NoEffect), "{}", card.id);
    }
}

#[test]
fn a_claim_that_fits_the_log_stands_first() {
    let bloated = (0..28).fold(Case::default().profile(person(&[])), |case, ago| case.on(ago, "bloating", 6.0));
    let claimed = bloated.advice().claimed;
    assert_eq!(claimed[0].card.id, "low-fodmap-ibs");
    assert_eq!(claimed[0].fits.as_ref().map(|fits| fits.now), Some(6.0));
    assert!(claimed[1..].iter().all(|claim| claim.fits.is_none()));
}

#[test]
fn a_card_for_a_condition_nobody_entered_is_not_shown() {
    let case = everything_off().profile(person(&[Condition::Acne]));
    let advice = case.advice();
    let claimed = advice.claimed.iter().map(|claim| claim.card);
    for card in eligible(&advice).into_iter().chain(claimed) {
        let fits = card.conditions.iter().any(|who| who.condition().is_none_or(|it| it == Condition::Acne));
        assert!(fits, "{}", card.id);
    }
}

#[test]
fn where_nothing_is_far_from_its_aim_there_is_nothing_to_suggest() {
    let calm = (0..14).fold(Case::default().profile(person(&[])), |case, ago| case.on(ago, "fibre_g", 30.0)).advice();
    assert!(calm.is_nothing_now() && eligible(&calm).is_empty());
    assert!(!everything_off().advice().is_nothing_now());
}

#[test]
fn the_same_diary_gives_the_same_advice() {
    assert_eq!(everything_off().advice(), everything_off().advice());
}
