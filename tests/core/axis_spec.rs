//! The gut-skin map: which cards stand on which arrow, how an arrow is drawn for whom, what the diary says of a path, and what
//! keeps a number back. Arrows, cards and styles are those of the page that describes the map.

use std::collections::BTreeSet;

use gutskin::analysis::insights::{Insights, LagRow};
use gutskin::columns::{DayTable, tabulate};
use gutskin::evidence::axis::{self, Associations, AxisMap, Head, Line, Own, Shown, map};
use gutskin::evidence::gate::Part;
use gutskin::evidence::library::cards;
use gutskin::model::course::CourseKind;
use gutskin::model::diary::Diary;
use gutskin::model::profile::{Condition, Profile, SafetyQuestion};

use super::case::{Case, person};
use super::commands::today;

/// Each arrow with the cards that stand on it.
const CARDS: &[(&str, &[&str])] = &[
    (
        "diet->flora",
        &[
            "prebiotic-fibre-bifidobacteria",
            "fibre-daily-target",
            "thirty-plants",
            "fermented-foods-diversity",
            "processed-food",
            "low-fodmap-ibs",
        ],
    ),
    (
        "antibiotics->flora",
        &["antibiotics-probiotic-delay", "antibiotics-recovery-timeline", "antibiotics-aad-prevention"],
    ),
    ("diet->comfort", &["fibre-daily-target", "fibre-constipation", "low-fodmap-ibs"]),
    ("flora->comfort", &["leaky-gut-flares"]),
    ("comfort->calm", &["leaky-gut-flares", "ibd-psoriasis-link"]),
    ("diet->calm", &["mediterranean-psoriasis", "fish-oil-skin", "fibre-daily-target", "processed-food"]),
    ("diet->cover", &["vitamin-a-adequacy", "zinc-acne"]),
    ("flora->rest", &["serotonin-cortisol-skin"]),
    ("rest->calm", &["sleep-inflammation"]),
    (
        "cover->skin",
        &[
            "vitamin-a-adequacy",
            "vitamin-a-high-dose-harm",
            "zinc-acne",
            "fish-oil-skin",
            "vitamin-d-oral-psoriasis",
            "supplements-eczema",
        ],
    ),
    (
        "flora->skin",
        &[
            "probiotic-eczema",
            "probiotic-acne",
            "probiotic-psoriasis",
            "microbiota-dysbiosis-psoriasis",
            "sibo-rosacea",
        ],
    ),
    (
        "diet->skin",
        &[
            "low-glycaemic-acne",
            "milk-whey-acne",
            "gluten-free-psoriasis",
            "elimination-diet-eczema",
            "water-skin",
            "gut-diet-vs-serums",
        ],
    ),
    ("rest->skin", &["cbt-eczema", "sleep-eczema-itch", "stress-acne", "stress-psoriasis", "mindfulness-psoriasis"]),
    ("alcohol->skin", &["alcohol-psoriasis", "alcohol-rosacea"]),
    ("weather->skin", &["rosacea-sun-heat", "eczema-cold-dry-air"]),
    ("care->skin", &["topicals-psoriasis", "topicals-acne", "emollients-eczema", "gut-diet-vs-serums"]),
    ("medicines->skin", &[]),
];

#[test]
fn every_card_stands_on_the_arrows_of_the_page_and_every_arrow_is_on_the_map() {
    let expected: BTreeSet<(&str, &str)> =
        CARDS.iter().flat_map(|(arrow, cards)| cards.iter().map(move |card| (*arrow, *card))).collect();
    let found: BTreeSet<(&str, &str)> =
        cards().iter().flat_map(|card| card.arrows().map(move |arrow| (arrow, card.id.as_str()))).collect();
    assert_eq!(found, expected);
    let on_map: BTreeSet<&str> = axis::plan().arrows.iter().map(|arrow| arrow.id.as_str()).collect();
    assert_eq!(on_map, CARDS.iter().map(|(arrow, _)| *arrow).collect());
}

fn map_for(profile: Profile) -> AxisMap {
    let case = Case::default().profile(profile);
    map(&case.0, &tabulate(&case.0), None, today())
}

fn style(map: &AxisMap, arrow: &str) -> (Line, Head) {
    let style = &map.arrow(arrow).unwrap().style;
    (style.line, style.head)
}

#[test]
fn arrows_between_boxes_say_the_same_to_everybody() {
    for conditions in [&[][..], Condition::ALL] {
        let map = map_for(person(conditions));
        for (arrow, line) in [
            ("diet->flora", Line::Solid),
            ("antibiotics->flora", Line::Dashed),
            ("diet->comfort", Line::Solid),
            ("flora->comfort", Line::Zigzag),
            ("comfort->calm", Line::Zigzag),
            ("diet->calm", Line::Dashed),
            ("diet->cover", Line::Link),
            ("flora->rest", Line::Zigzag),
            ("rest->calm", Line::Dashed),
        ] {
            assert_eq!(style(&map, arrow).0, line, "{arrow}");
        }
    }
}

#[test]
fn arrows_into_skin_follow_the_cards_for_the_conditions_of_the_person() {
    use Condition::{Acne, AtopicDermatitis as Eczema, Psoriasis, Rosacea};
    for (condition, arrow, expected) in [
        (Psoriasis, "care->skin", (Line::Thick, Head::Helps)),
        (Eczema, "care->skin", (Line::Solid, Head::Helps)),
        (Acne, "care->skin", (Line::Solid, Head::Helps)),
        (Rosacea, "care->skin", (Line::Trace, Head::None)),
        (Acne, "cover->skin", (Line::Dashed, Head::Helps)),
        (Eczema, "cover->skin", (Line::EndBar, Head::NoEffect)),
        (Rosacea, "cover->skin", (Line::Trace, Head::None)),
        (Eczema, "flora->skin", (Line::EndBar, Head::NoEffect)),
        (Acne, "flora->skin", (Line::Dashed, Head::Helps)),
        (Psoriasis, "flora->skin", (Line::Dashed, Head::Helps)),
        (Rosacea, "flora->skin", (Line::Dashed, Head::Mixed)),
        (Acne, "diet->skin", (Line::Dashed, Head::Helps)),
        (Psoriasis, "diet->skin", (Line::Dashed, Head::Mixed)),
        (Rosacea, "diet->skin", (Line::Dotted, Head::Mixed)),
        (Eczema, "rest->skin", (Line::Solid, Head::Helps)),
        (Acne, "rest->skin", (Line::Dashed, Head::Harms)),
        (Psoriasis, "alcohol->skin", (Line::Dashed, Head::Harms)),
        (Rosacea, "alcohol->skin", (Line::Dashed, Head::Harms)),
        (Rosacea, "weather->skin", (Line::Dotted, Head::Harms)),
        (Eczema, "weather->skin", (Line::Dashed, Head::Harms)),
    ] {
        assert_eq!(style(&map_for(person(&[condition])), arrow), expected, "{condition:?}, {arrow}");
    }
}

#[test]
fn where_care_is_in_the_cards_no_arrow_into_skin_is_thicker_and_all_from_the_gut_are_thinner() {
    for condition in [Condition::Psoriasis, Condition::Acne, Condition::AtopicDermatitis] {
        let map = map_for(person(&[condition]));
        let care = style(&map, "care->skin").0;
        for arrow in map.arrows.iter().filter(|arrow| arrow.plan.ends().1 == "skin") {
            assert!(arrow.style.line >= care, "{condition:?}, {}", arrow.plan.id);
        }
        for gut in ["diet->skin", "flora->skin", "cover->skin"] {
            assert!(style(&map, gut).0 > care, "{condition:?}, {gut}");
        }
    }
}

#[test]
fn treatment_of_rosacea_is_said_to_be_missing_from_the_cards_and_not_to_be_of_no_use() {
    let map = map_for(person(&[Condition::Rosacea]));
    let care = map.arrow("care->skin").unwrap();
    assert!(care.gap.unwrap().contains("not in the cards yet"));
    assert_eq!(map_for(person(&[Condition::Acne])).arrow("care->skin").unwrap().gap, None);
}

#[test]
fn a_card_closed_by_a_gate_stands_as_the_words_of_the_gate_alone() {
    let mut pregnant = person(&[Condition::Acne]);
    pregnant.safety.insert(SafetyQuestion::Pregnant, true);
    let map = map_for(pregnant);
    let cards = &map.arrow("care->skin").unwrap().cards;
    let closed = cards.iter().find(|on| on.card.id == "topicals-acne").unwrap();
    assert!(closed.shown.say().is_some());
    for part in [Part::Title, Part::Chips, Part::Plain, Part::PopularClaim] {
        assert!(!closed.shown.has(part), "{part:?}");
    }
    let open = map_for(person(&[Condition::Acne]));
    let open = &open.arrow("care->skin").unwrap().cards;
    assert!(open.iter().find(|on| on.card.id == "topicals-acne").unwrap().shown.has(Part::Chips));
}

#[test]
fn a_running_medicine_stands_on_its_arrow_with_what_it_brings_out_and_is_not_to_be_changed_alone() {
    let case = Case::default().profile(person(&[Condition::Psoriasis]));
    let case = case.course_of(CourseKind::Prescribed, "lithium", 200, None);
    let map = map(&case.0, &tabulate(&case.0), None, today());
    let arrow = map.arrow("medicines->skin").unwrap();
    assert_eq!(arrow.medicines.len(), 1);
    assert!(arrow.medicines[0].lines.iter().any(|line| line.contains(axis::ASK)), "{:?}", arrow.medicines);
    assert_eq!(arrow.style.head, Head::Harms);
    assert_eq!(style(&map_for(person(&[Condition::Psoriasis])), "medicines->skin").0, Line::Trace);
}

/// Insights of a table in which some pairs were tested and nothing was found.
fn tested(pairs: &[(&str, &str)], days: usize) -> Insights {
    let lag_rows = pairs.iter().map(|(factor, outcome)| LagRow {
        factor: (*factor).to_owned(),
        outcome: (*outcome).to_owned(),
        t: Vec::new(),
        q: 1.0,
    });
    Insights { days, days_in_all: days, lag_rows: lag_rows.collect(), pairs_tested: pairs.len(), ..Insights::default() }
}

fn logged() -> (Diary, DayTable) {
    let mut case = Case::default().profile(person(&[Condition::Acne]));
    for ago in 0..30 {
        case = case.on(ago, "stress", 3.0).on(ago, "itch", 2.0).on(ago, "bloating", 2.0).on(ago, "fibre_g", 12.0);
    }
    let table = tabulate(&case.0);
    (case.0, table)
}

#[test]
fn a_path_that_was_tested_without_a_finding_says_with_how_many_days() {
    let (diary, table) = logged();
    let insights = tested(&[("stress", "itch")], 28);
    let map = map(&diary, &table, Some(Associations { insights: &insights, table: &table }), today());
    let own = &map.arrow("rest->skin").unwrap().own;
    assert!(matches!(own, Own::NotFound { days: 28, pairs: 1, .. }), "{own:?}");
    assert_eq!(own.words(), "not found, with 28 days");
}

#[test]
fn a_factor_counts_for_the_outcomes_at_the_head_of_its_arrow_alone() {
    let (diary, table) = logged();
    let insights = tested(&[("fibre_g", "bloating")], 28);
    let map = map(&diary, &table, Some(Associations { insights: &insights, table: &table }), today());
    assert!(matches!(map.arrow("diet->comfort").unwrap().own, Own::NotFound { .. }));
    assert!(matches!(map.arrow("diet->skin").unwrap().own, Own::CannotSay { .. }), "bloating is no skin");
    assert_eq!(map.arrow("diet->flora").unwrap().own, Own::NotInADiary, "no diary sees bacteria");
}

#[test]
fn before_the_insights_are_there_the_diary_cannot_say_yet() {
    let (diary, table) = logged();
    let map = map(&diary, &table, None, today());
    assert_eq!(map.arrow("rest->skin").unwrap().own.words(), "cannot say yet");
}

fn shown(map: &AxisMap, id: &str) -> Shown {
    map.find_box(id).unwrap().index.as_ref().unwrap().shown.clone()
}

#[test]
fn below_its_coverage_a_box_says_what_is_missing_and_gives_no_number() {
    let (diary, table) = logged();
    let map = map(&diary, &table, None, today());
    let Shown::TooFew(missing) = shown(&map, "cover") else { panic!("{:?}", shown(&map, "cover")) };
    assert!(!missing.is_empty() && missing.iter().all(|line| !line.is_empty()));
    assert!(!map.find_box("cover").unwrap().value_words().contains(|c: char| c.is_ascii_digit()));
}

/// A week of stress at its highest, with everything else of the box at its best.
fn top_stress(level: f64) -> AxisMap {
    let mut case = Case::default().profile(person(&[]));
    for ago in 0..7 {
        case = case.on(ago, "stress", level).on(ago, "sleep_quality", 8.0).on(ago, "mood", 7.0).on(
            ago,
            "sleep_hours",
            8.0,
        );
    }
    map(&case.0, &tabulate(&case.0), None, today())
}

#[test]
fn while_support_comes_first_its_words_stand_and_no_number() {
    let calm = shown(&top_stress(3.0), "rest");
    assert!(matches!(calm, Shown::Number(..)), "{calm:?}");
    let map = top_stress(9.0);
    let Shown::Support(words) = shown(&map, "rest") else { panic!("{:?}", shown(&map, "rest")) };
    assert!(words.iter().any(|words| words.contains("crisis line")), "{words:?}");
    let index = map.find_box("rest").unwrap().index.as_ref().unwrap();
    assert!(index.keeps_back && index.weeks.is_empty() && index.sum_words().is_empty());
}

#[test]
fn where_food_has_been_a_worry_or_nobody_said_no_the_boxes_of_food_show_words_alone() {
    let week = |profile: Profile| {
        let mut case = Case::default().profile(profile);
        for ago in 0..14 {
            case = case.on(ago, "fibre_g", 25.0).on(ago, "ultra_processed", 1.0).on(ago, "alcohol_units", 0.0);
        }
        map(&case.0, &tabulate(&case.0), None, today())
    };
    assert!(matches!(shown(&week(person(&[])), "diet"), Shown::Number(..)));
    let skipped = week(Profile::default());
    assert!(matches!(shown(&skipped, "diet"), Shown::Band(_)), "{:?}", shown(&skipped, "diet"));
    let said = skipped.find_box("diet").unwrap().words();
    assert!(!said.contains(|c: char| c.is_ascii_digit()), "{said}");
}

#[test]
fn treatment_stands_beneath_the_skin_with_the_days_it_may_still_act() {
    let case = Case::default().profile(person(&[])).course(CourseKind::Antibiotic, 30, Some(20));
    let map = map(&case.0, &tabulate(&case.0), None, today());
    let lane = map.lanes.iter().find(|lane| lane.kind == CourseKind::Antibiotic).unwrap();
    assert_eq!(lane.courses.len(), 1);
    assert_eq!(lane.courses[0].acts_until, Some(today().plus(-20 + 45)), "45 days after an antibiotic");
    let topical = map.lanes.iter().find(|lane| lane.kind == CourseKind::Topical).unwrap();
    assert_eq!(topical.words(today()), format!("{}: none entered for these 12 weeks", CourseKind::Topical.label()));
}

#[test]
fn the_box_of_the_flora_speaks_of_habits_and_an_empty_diary_has_no_number_anywhere() {
    let map = map(&Diary::default(), &tabulate(&Diary::default()), None, today());
    assert!(map.is_empty);
    assert!(map.find_box("flora").unwrap().title.contains("habits"));
    for of in map.boxes.iter().filter(|of| of.index.is_some()) {
        assert!(matches!(shown(&map, &of.plan.id), Shown::TooFew(_)), "{}", of.title);
    }
}
