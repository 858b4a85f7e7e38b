//! Rules of the table of medicines: each is raised by a diary built from its triggers, and not where one of them is missing.

use gutskin::columns::tabulate;
use gutskin::evidence::safety::{Flag, Level, flags};
use gutskin::intakes::{self, upper_nutrient};
use gutskin::medicines::{ClassId, FoodWith, MedicineClass, MedicineRule, RuleLevel, Trigger, table};
use gutskin::model::course::CourseKind;
use gutskin::model::profile::SafetyQuestion;

use super::commands::today;
use super::situations::someone::Someone;

/// A medicine with the rules that it has.
fn every() -> Vec<(&'static str, &'static MedicineClass, &'static MedicineRule)> {
    let class = |id: &ClassId| table().classes.iter().find(|class| class.class == *id).unwrap();
    let of_classes = table().classes.iter().flat_map(|class| {
        let name = table().medicines.iter().find(|medicine| medicine.class == class.class);
        let name = name.unwrap_or_else(|| panic!("no medicine of class {}", class.class)).name.as_str();
        class.rules.iter().map(move |rule| (name, class, rule))
    });
    let own = table().medicines.iter().flat_map(move |medicine| {
        medicine.rules.iter().map(move |rule| (medicine.name.as_str(), class(&medicine.class), rule))
    });
    of_classes.chain(own).collect()
}

fn food(food: FoodWith) -> u32 {
    match food {
        FoodWith::Liver => 13_326,
        FoodWith::Dairy => 11_111_000,
        FoodWith::Grapefruit => 61_101_010,
        FoodWith::LeafyGreens => 11_458,
        FoodWith::AgedOrFermented => 14_104_100,
    }
}

/// Somebody of whom these triggers hold, and who takes a medicine.
fn someone(name: &str, class: &MedicineClass, triggers: &[&Trigger]) -> Someone {
    let (mut since, mut ended, mut dose) = (5, None, String::new());
    let mut someone = Someone::silent();
    for trigger in triggers {
        someone = match trigger {
            Trigger::Always => someone,
            Trigger::Pregnant => someone.says(SafetyQuestion::Pregnant),
            Trigger::TryingToConceive => someone.says(SafetyQuestion::Trying),
            Trigger::Breastfeeding => someone.says(SafetyQuestion::Breastfeeding),
            Trigger::Smoker => someone.says(SafetyQuestion::Smoking),
            Trigger::Says(question) => someone.says(SafetyQuestion::from_key(question).unwrap()),
            Trigger::Has(condition) => someone.with(*condition),
            Trigger::Under(age) => someone.aged(i32::from(*age) - 1),
            Trigger::WithClass(classes) => {
                let other = table().medicines.iter().find(|medicine| classes.contains(&medicine.class)).unwrap();
                someone.takes(&other.name, 5)
            }
            Trigger::WithFood(with) => someone.food(1, food(*with), 50.0),
            Trigger::Alcohol { units, .. } => someone.on(0, "alcohol_units", *units),
            Trigger::Mood { at_most, days, .. } => someone.over(0..i32::from(*days), "mood", *at_most),
            Trigger::Sun { minutes } => someone.on(0, "sun_min", *minutes),
            Trigger::Column { column, at_least, days, .. } => {
                let days = 0..i32::from(*days);
                match column.as_str() {
                    "stool_count" => {
                        let count = (1..20_u8).find(|count| f64::from(*count) >= *at_least).unwrap();
                        days.fold(someone, |someone, ago| someone.more_stools(ago, usize::from(count)))
                    }
                    "stool" => days.fold(someone, |someone, ago| someone.looser_stools(ago, *at_least)),
                    "stool_blood" | "no_stool" => days.fold(someone, |someone, ago| someone.yes(ago, column)),
                    _ => someone.over(days, column, *at_least),
                }
            }
            Trigger::Warning(key) => someone.yes(2, key),
            Trigger::RecentlyStopped { days } => {
                ended = Some(i32::from(*days));
                someone
            }
            Trigger::RunningFor { days } => {
                since = i32::from(*days);
                someone
            }
            Trigger::OverLimit(key) => {
                let whose = intakes::Person { age: Some(35), sex: None, state: intakes::State::Usual };
                let limit = intakes::upper(key, &whose).unwrap_or_else(|| panic!("no limit for {key}"));
                dose = format!("{} {}", limit.amount * 1.5, upper_nutrient(key).unwrap().unit);
                someone
            }
        };
    }
    since = ended.map_or(since, |ended| ended + 60);
    someone.course(class.kind, name, since, ended, &dose)
}

fn level(rule: &MedicineRule) -> Level {
    match rule.level {
        RuleLevel::CallToday => Level::Today,
        RuleLevel::AskSoon => Level::Ask,
        RuleLevel::Know => Level::Know,
    }
}

/// Whether a rule speaks, or something as urgent does about the same: its twin about the same courses, an emergency of the same sign,
/// the same upper limit.
fn speaks(found: &[Flag], rule: &MedicineRule) -> bool {
    let about_the_same = |flag: &Flag| {
        flag.courses.len() > 1
            || rule.when.iter().any(|trigger| match trigger {
                Trigger::Warning(_) => flag.level == Level::Emergency,
                Trigger::OverLimit(key) => flag.id == format!("limit-over.{key}"),
                _ => false,
            })
    };
    found.iter().any(|flag| flag.id == rule.id || flag.level <= level(rule) && about_the_same(flag))
}

#[test]
fn each_rule_speaks_when_all_of_its_triggers_hold_at_its_level_with_its_words_and_its_source() {
    let mut silent = Vec::new();
    for (name, class, rule) in every() {
        let triggers: Vec<&Trigger> = rule.when.iter().collect();
        let found = someone(name, class, &triggers).flags();
        if !speaks(&found, rule) {
            silent.push(format!("{} ({name})", rule.id));
        }
        if let Some(flag) = found.iter().find(|flag| flag.id == rule.id) {
            assert_eq!((flag.level, flag.words.as_str()), (level(rule), rule.words.as_str()), "{}", rule.id);
            assert_eq!(flag.source[0].words, rule.source, "{}", rule.id);
            assert!(!flag.courses.is_empty() && flag.because[0].contains(name), "{}: {:?}", rule.id, flag.because);
        }
    }
    assert!(silent.is_empty(), "silent: {silent:?}");
}

#[test]
fn no_rule_speaks_where_one_of_its_triggers_is_missing_or_the_medicine_is_not_taken() {
    let mut spoken = Vec::new();
    for (name, class, rule) in every() {
        let says = |someone: &Someone| someone.flags().iter().any(|flag| flag.id == rule.id);
        for missing in (0..rule.when.len()).filter(|place| rule.when[*place] != Trigger::Always) {
            let others = rule.when.iter().enumerate().filter(|(place, _)| *place != missing);
            let others: Vec<&Trigger> = others.map(|(_, trigger)| trigger).collect();
            if says(&someone(name, class, &others)) {
                spoken.push(format!("{} without {:?}", rule.id, rule.when[missing]));
            }
        }
        let triggers: Vec<&Trigger> = rule.when.iter().collect();
        if says(&someone("something else", class, &triggers)) {
            spoken.push(format!("{} without {name}", rule.id));
        }
    }
    assert!(spoken.is_empty(), "{}", spoken.join("\n"));
}

#[test]
fn two_rules_about_the_same_two_courses_are_shown_once_with_the_more_urgent_words() {
    let found = Someone::base().takes("isotretinoin", 20).takes("doxycycline", 10).flags();
    let about_both: Vec<&Flag> = found.iter().filter(|flag| flag.courses.len() == 2).collect();
    assert_eq!(about_both.len(), 1, "{about_both:?}");
    assert_eq!(about_both[0].level, Level::Today);
    assert_eq!(about_both[0].because.len(), 2);
}

#[test]
fn of_two_rules_about_the_same_reading_beside_one_course_the_more_urgent_speaks() {
    let units = |units: f64| Someone::base().on(1, "alcohol_units", units).takes("methotrexate", 100).flags();
    let ids = |found: Vec<Flag>| -> Vec<String> {
        found.into_iter().filter(|flag| flag.level < Level::Know).map(|flag| flag.id).collect()
    };
    assert_eq!(ids(units(0.5)), Vec::<String>::new());
    assert_eq!(ids(units(3.0)), ["methotrexate.alcohol"]);
    assert_eq!(ids(units(20.0)), ["methotrexate.alcohol-high"]);
}

#[test]
fn a_name_of_ten_thousand_characters_is_a_course_like_any_other() {
    // The diary takes no name so long; what an edited file holds is cut when it is read.
    let long = "methotrexate ".repeat(9);
    let someone = Someone::base().course(CourseKind::Prescribed, long.trim(), 3, None, &"9".repeat(100));
    let diary = someone.diary();
    assert!(flags(&diary, &tabulate(&diary), today()).iter().all(|flag| flag.level == Level::Know));
}
