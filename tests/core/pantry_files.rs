//! The file of the pantry: as safe as every other, absent from old diaries, named when it is damaged or edited.

use std::fs;

use gutskin::edit::JournalOp;
use gutskin::model::diary::Diary;
use gutskin::model::food_line::FoodId;
use gutskin::model::pantry::PantryItem;
use gutskin::model::record::Record;
use gutskin::storage::{ReadOnly, Store};

use super::folder::{
    journalled, open, photograph, put_back, read, replay, temporary, three_days, three_days_and_a_pantry, tidied,
};

#[test]
fn the_pantry_comes_back_from_its_file_and_from_the_journal_alone() {
    let (diary, steps) = three_days_and_a_pantry();
    assert_eq!(diary.pantry().items().count(), 5);
    let (files, journal) = (temporary(), temporary());
    tidied(files.path(), &diary, &steps);
    fs::remove_dir_all(files.path().join("journal")).unwrap();
    journalled(journal.path(), &steps);
    for place in [&files, &journal] {
        let opened = open(place.path());
        assert_eq!(opened.diary, diary);
        assert_eq!(opened.report.problems, []);
    }
    let text = fs::read_to_string(files.path().join("foods.ron")).unwrap();
    assert!(text.contains("Seed bread") && text.contains("You may edit this"), "{text}");
}

#[test]
fn a_diary_from_before_there_was_a_pantry_opens_and_stays_as_it_is() {
    let (diary, steps) = three_days();
    let place = temporary();
    tidied(place.path(), &diary, &steps);
    let before = photograph(place.path());
    assert!(!before.keys().any(|name| name.ends_with("foods.ron")));
    assert_eq!(open(place.path()).diary, diary);
    assert_eq!(photograph(place.path()), before);
}

#[test]
fn a_foods_file_cut_off_anywhere_is_made_up_for_and_never_overwritten() {
    let (diary, steps) = three_days_and_a_pantry();
    let place = temporary();
    tidied(place.path(), &diary, &steps);
    let photo = photograph(place.path());
    let file = place.path().join("foods.ron");
    let bytes = fs::read(&file).unwrap();
    for cut in (0..bytes.len() - 1).step_by(7) {
        put_back(&photo, place.path());
        fs::write(&file, &bytes[..cut]).unwrap();
        let opened = open(place.path());
        assert_eq!(opened.diary, diary, "cut at byte {cut}");
        assert!(opened.report.problems.iter().any(|problem| problem.file.ends_with("foods.ron")), "cut at byte {cut}");
        drop(opened);
        let kept = fs::read(&file).unwrap() == bytes[..cut]
            || photograph(place.path())
                .iter()
                .any(|(name, aside)| name.starts_with("quarantine") && *aside == bytes[..cut]);
        assert!(kept, "the file cut at byte {cut} is gone");
    }
}

#[test]
fn a_foods_file_that_is_gone_comes_back_from_the_whole_copy() {
    let (diary, steps) = three_days_and_a_pantry();
    let place = temporary();
    tidied(place.path(), &diary, &steps);
    fs::remove_dir_all(place.path().join("journal")).unwrap();
    fs::remove_file(place.path().join("foods.ron")).unwrap();
    // With a month missing too, the whole copy of the week is read.
    fs::remove_file(place.path().join("days/2026-03.ron")).unwrap();
    let opened = open(place.path());
    assert!(opened.diary.says_the_same(&diary));
    assert_eq!(Store::check(place.path()).unwrap().problems, []);
}

#[test]
fn a_hand_edit_that_breaks_a_rule_of_foods_is_named_and_left() {
    let (diary, steps) = three_days_and_a_pantry();
    let place = temporary();
    tidied(place.path(), &diary, &steps);
    for folder in ["journal", "backups"] {
        fs::remove_dir_all(place.path().join(folder)).unwrap();
    }
    let file = place.path().join("foods.ron");
    let edited = fs::read_to_string(&file).unwrap().replace("Fibre: 9.0", "Fibre: 90.0");
    fs::write(&file, &edited).unwrap();
    let opened = read(place.path());
    assert_eq!(opened.report.read_only, Some(ReadOnly::Damaged));
    let said = opened.report.problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    assert!(said.contains("foods.ron") && said.contains("cannot be more than carbohydrate"), "{said}");
    assert_eq!(fs::read_to_string(&file).unwrap(), edited);
}

#[test]
fn an_own_food_that_is_gone_from_an_edited_file_is_unknown_and_no_panic() {
    let (diary, steps) = three_days_and_a_pantry();
    let ops =
        steps.iter().flatten().filter(|op| !matches!(op, JournalOp::Put(Record::PantryItem(PantryItem::OwnFood(_)))));
    let without: Diary = replay(ops);
    assert_ne!(without, diary);
    assert_eq!(without.pantry().own.get(&FoodId::FIRST_OWN), None);
    let soup = without.pantry().recipes[&FoodId::FIRST_RECIPE].line(1.0).unwrap();
    let sum =
        gutskin::foods::totals::Totals::of(without.pantry(), [&soup]).sum(gutskin::model::nutrient::Nutrient::Fibre);
    assert_eq!(sum.words("g"), "unknown");
}
