//! What is said to somebody whose entries cannot be right, go on for weeks, or are not there at all.

use gutskin::columns::{NEEDED_COVERAGE, index_readings, tabulate};
use gutskin::edit::Command;
use gutskin::evidence::suggest::{Ground, advise};
use gutskin::medicines;
use gutskin::model::diary::Diary;
use gutskin::model::profile::Profile;
use gutskin::model::profile::SafetyQuestion::Pregnant;
use gutskin::model::text::Name;

use super::commands::{carry_out, today};
use super::situations::someone::Someone;

/// Beef liver, raw.
const LIVER: u32 = 13_326;

#[test]
fn a_medicine_of_ten_thousand_characters_is_no_name_and_holds_nothing_up() {
    let endless = "isotretinoi ".repeat(834);
    let refused = Name::new(&endless).unwrap_err().to_string();
    assert!(refused.contains("at most 200 fit"), "{refused}");
    assert!(medicines::recognise(&endless).is_none());
    assert!(medicines::offers(&endless, 8).is_empty());
    // A medicine in the middle of it is still found: better a question too many.
    let with_one = format!("{endless}isotretinoin {endless}");
    assert_eq!(medicines::recognise(&with_one).unwrap().medicine.name, "isotretinoin");
}

#[test]
fn a_year_of_birth_to_come_is_refused_and_none_is_kept() {
    let mut diary = Diary::default();
    for year in [u16::try_from(today().year()).unwrap() + 1, 2100, 0, u16::MAX] {
        let profile = Profile { birth_year: Some(year), ..Profile::default() };
        let refused = carry_out(&mut diary, Command::SetProfile { profile }).unwrap_err().to_string();
        assert!(refused.contains(&format!("{year} cannot be a year of birth")), "{refused}");
    }
    assert_eq!(diary.profile().birth_year, None);
}

#[test]
fn forty_days_of_liver_are_one_warning_and_no_idea_to_eat_more_of_it() {
    let eater = (0..40).fold(Someone::base().says(Pregnant), |someone, ago| someone.food(ago, LIVER, 200.0));
    let flags = eater.short();
    let about_vitamin_a = flags.iter().filter(|flag| flag.contains("vitamin") || flag.contains("liver"));
    assert_eq!(about_vitamin_a.collect::<Vec<_>>(), ["T pregnant-vitamin-a"], "{flags:?}");
    let (diary, flags) = (eater.diary(), eater.flags());
    let table = tabulate(&diary);
    let advice = advise(Ground { diary: &diary, table: &table, insights: None, flags: &flags, today: today() });
    let shown = advice.ideas.iter().chain(&advice.waiting).chain(&advice.safety);
    for idea in shown {
        let title = idea.card.title.to_lowercase();
        assert!(!title.contains("vitamin a") || title.contains("below the limit"), "{title}");
    }
}

#[test]
fn with_nothing_answered_there_is_no_number_no_idea_and_no_warning() {
    let diary = Diary::default();
    let table = tabulate(&diary);
    for reading in index_readings(&diary, &table, today()) {
        assert!(reading.value.is_none() && reading.coverage < NEEDED_COVERAGE, "{}", reading.key);
        // That no antibiotic was entered is all that is known; whatever is answered day by day is missing.
        let mut answered_daily = reading.parts.iter().filter(|part| !part.columns.is_empty());
        assert!(answered_daily.all(|part| part.value.is_none()), "{}", reading.key);
    }
    let advice = advise(Ground { diary: &diary, table: &table, insights: None, flags: &[], today: today() });
    assert!(advice.ideas.is_empty() && advice.safety.is_empty() && advice.claimed.is_empty());
    assert_eq!(advice.missing.len(), 1, "that nothing is logged yet");
    assert!(!advice.is_nothing_now(), "nothing logged is not nothing to change");
}
