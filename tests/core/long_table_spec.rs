//! The tidy table of every entry: what stands in it, and that it comes back as it went out.

use std::path::Path;

use gutskin::edit::{Command, EntryDraft, Place};
use gutskin::import::{Preview, preview};
use gutskin::model::course::{Course, CourseId, CourseKind};
use gutskin::model::diary::Diary;
use gutskin::model::entry::EntryKind;
use gutskin::model::food_line::{FoodId, FoodLine};
use gutskin::model::region::Region;
use gutskin::model::text::{Name, Note};
use gutskin::model::time::{ClockTime, Day};
use gutskin::model::trial::Adherence;
use gutskin::model::value::Value;
use gutskin::report::dictionary::to_dictionary;
use gutskin::report::long_table::to_long_csv;
use proptest::prelude::*;

use super::commands::{answer, carry_out, diaries, key, today};
use super::trials;

fn long(diary: &Diary) -> String {
    to_long_csv(diary, &|_| true).unwrap()
}

fn read(text: &str, diary: &Diary) -> Preview {
    preview(Path::new("a.long.csv"), text.as_bytes(), diary, today()).unwrap()
}

/// A diary that knows the same trackables as another one, and nothing else.
fn empty_like(diary: &Diary) -> Diary {
    let mut copy = Diary::default();
    for trackable in diary.catalogue().changed() {
        carry_out(&mut copy, Command::PutTrackable { trackable: trackable.clone() }).unwrap();
    }
    copy
}

fn day() -> Day {
    "2026-03-10".parse().unwrap()
}

/// One day with a place, a time, a meal and words that a spreadsheet would run; one course on two places.
fn a_day() -> Diary {
    let mut diary = Diary::default();
    let mut cheek = EntryDraft { region: Some(Region::LeftCheek), ..EntryDraft::new(EntryKind::SkinCheck) };
    cheek.answers.set(&key("redness"), Value::number(0.0));
    let mut stool = EntryDraft { at: ClockTime::new(7, 30), ..EntryDraft::new(EntryKind::Stool) };
    stool.answers.set(&key("stool"), Value::number(3.5));
    stool.answers.set(&key("stool_blood"), Some(Value::YesNo(false)));
    let oats = FoodLine { food: FoodId(57_602_100), grams: 62.5, name: Name::new("Oats, raw").unwrap() };
    let meal = EntryDraft {
        foods: vec![oats],
        text: Some(Note::new("=1+2, \"porridge\"").unwrap()),
        ..EntryDraft::new(EntryKind::Meal)
    };
    carry_out(&mut diary, Command::Log { day: day(), drafts: vec![cheek, stool, meal] }).unwrap();
    let course = Course {
        id: CourseId(1),
        kind: CourseKind::Topical,
        name: Name::new("Azelaic serum").unwrap(),
        start: day(),
        stop: Some(day().plus(4)),
        dose: "-10 %".to_owned(),
        schedule: String::new(),
        regions: vec![Region::Nose, Region::Chin],
        after_effect_days: 7,
        note: None,
    };
    carry_out(&mut diary, Command::AddCourse { course }).unwrap();
    diary
}

#[test]
fn a_row_an_answer_with_its_time_place_unit_and_words() {
    assert_eq!(
        long(&a_day()),
        "date,time,kind,entry,key,region,value,unit,text\n\
         2026-03-10,,skin check,1,redness,left_cheek,0,,\n\
         2026-03-10,07:30,stool,2,stool,,3.5,,\n\
         2026-03-10,07:30,stool,2,stool_blood,,no,,\n\
         2026-03-10,,meal,3,food.57602100,,62.5,g,\"Oats, raw\"\n\
         2026-03-10,,meal,3,text,,,,\"'=1+2, \"\"porridge\"\"\"\n\
         2026-03-10,,course,1,topical,,,,Azelaic serum\n\
         2026-03-14,,course,1,stop,,,,\n\
         2026-03-10,,course,1,dose,,,,'-10 %\n\
         2026-03-10,,course,1,place,nose,,,\n\
         2026-03-10,,course,1,place,chin,,,\n\
         2026-03-10,,course,1,after_effect_days,,7,d,\n"
    );
}

#[test]
fn the_table_comes_back_into_an_empty_diary_with_every_entry_and_course() {
    let diary = a_day();
    let mut copy = Diary::default();
    let seen = read(&long(&diary), &copy);
    assert_eq!((seen.bad_count, seen.days, seen.answers, seen.texts, seen.courses), (0, 1, 3, 1, 1));
    carry_out(&mut copy, seen.command.unwrap()).unwrap();
    assert!(copy.says_the_same(&diary));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn any_diary_gives_the_same_table_after_it_went_out_and_came_in((diary, _) in diaries(12)) {
        let text = long(&diary);
        let mut copy = empty_like(&diary);
        let seen = read(&text, &copy);
        // What the lot drew does not stand in this table, so a trial's answers have nowhere to go.
        let of_trials = text.lines().filter(|line| line.contains(",trial,") && line.contains(",kept,")).count();
        prop_assert_eq!(seen.bad_count, of_trials, "{:?}", seen.bad_lines);
        if let Some(command) = seen.command {
            carry_out(&mut copy, command).unwrap();
        }
        let without_trials = |text: &str| text.lines().filter(|line| !line.contains(",trial,")).map(str::to_owned).collect::<Vec<_>>();
        prop_assert_eq!(without_trials(&long(&copy)), without_trials(&text));
        prop_assert_eq!(read(&text, &diary).command, None, "the same diary already says all of it");
    }
}

#[test]
fn the_sample_diary_comes_back_and_says_nothing_new_to_itself() {
    let diary = gutskin::sample::diary(3, today()).unwrap();
    let text = long(&diary);
    let again = read(&text, &diary);
    assert_eq!((again.command, again.bad_count), (None, 0));
    let mut copy = empty_like(&diary);
    let seen = read(&text, &copy);
    carry_out(&mut copy, seen.command.unwrap()).unwrap();
    for page in diary.day_records() {
        assert!(copy.day_record(page.date).unwrap().says_the_same(page), "{}", page.date);
    }
    assert_eq!(copy.courses().count(), diary.courses().count());
}

#[test]
fn rows_in_any_order_make_the_same_diary() {
    let text = long(&a_day());
    let (head, rows) = text.split_once('\n').unwrap();
    let turned: Vec<&str> = rows.lines().rev().collect();
    let mut copy = Diary::default();
    let seen = read(&format!("{head}\n{}\n", turned.join("\n")), &copy);
    carry_out(&mut copy, seen.command.unwrap()).unwrap();
    let said = |diary: &Diary| {
        let mut lines: Vec<String> = long(diary).lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    assert_eq!(said(&copy), said(&a_day()));
}

#[test]
fn what_the_diary_says_now_wins_and_what_is_missing_comes() {
    let mut diary = a_day();
    let text = long(&diary) + "2026-03-10,,sleep,9,sleep_hours,,6.333333333333333,h,\n";
    let stool = diary.day_record(day()).unwrap().of_kind(EntryKind::Stool)[0].id;
    let changed =
        Command::Answer { day: day(), place: Place::Entry(stool), key: key("stool"), value: Value::number(5.0) };
    carry_out(&mut diary, changed).unwrap();
    let seen = read(&text, &diary);
    assert_eq!((seen.answers, seen.already_answered), (1, 5), "three answers, a food and words are there");
    carry_out(&mut diary, seen.command.unwrap()).unwrap();
    let page = diary.day_record(day()).unwrap();
    assert_eq!(page.entry(stool).unwrap().answers.get("stool"), Some(Value::Number(5.0)));
    let hours = page.of_kind(EntryKind::Sleep)[0].answers.get("sleep_hours");
    assert_eq!(hours, Some(Value::Number(6.333_333_333_333_333)));
    assert_eq!(read(&text, &diary).command, None);
}

#[test]
fn a_row_that_cannot_be_taken_is_named_with_its_line_and_the_rest_is_taken() {
    let text = "date,time,kind,entry,key,region,value,unit,text\n\
                2026-03-10,,skin check,1,itch,,4,,\n\
                2026-03-10,,skin check,1,itch,,5,,\n\
                2026-03-10,,moon,1,itch,,5,,\n\
                2026-03-10,,skin check,2,redness,elbow of a friend,2,,\n\
                2026-03-10,25:10,stool,3,stool,,4,,\n\
                2026-03-10,,skin check,4,redness,,9,,\n\
                2026-03-10,,meal,5,food.x,,9,g,Oats\n\
                2099-03-10,,skin check,6,itch,,5,,\n\
                2026-03-10,,course,7,dose,,,,40 mg\n\
                2026-03-10,,skin check,1,my_own,,4,,\n\
                2026-03-10,,skin check,8,redness,,,,\n";
    let seen = read(text, &Diary::default());
    let lines: Vec<u64> = seen.bad_lines.iter().map(|bad| bad.line).collect();
    assert_eq!(lines, [3, 4, 5, 6, 7, 8, 9, 10], "{:?}", seen.bad_lines);
    assert_eq!((seen.answers, seen.unknown_columns.as_slice()), (1, &["my_own".to_owned()][..]));
}

#[test]
fn answers_of_a_trial_come_back_to_the_trial_that_has_none() {
    let mut diary = trials::started();
    let empty = diary.clone();
    let trial = trials::only(&diary);
    let (id, start) = (trial.id, trial.start);
    let kept = Command::AnswerTrial { id, day: start, kept: Some(Adherence::Mostly) };
    carry_out(&mut diary, kept).unwrap();
    let text = long(&diary);
    assert!(text.contains(&format!("{start},,trial,{},kept,,mostly,,\n", id.0)), "{text}");
    let mut copy = empty;
    let seen = read(&text, &copy);
    assert_eq!(seen.bad_count, 0, "{:?}", seen.bad_lines);
    carry_out(&mut copy, seen.command.unwrap()).unwrap();
    assert_eq!(trials::only(&copy).kept, trials::only(&diary).kept);
}

#[test]
fn the_dictionary_says_of_every_column_what_its_numbers_mean() {
    let mut diary = a_day();
    carry_out(&mut diary, answer(day(), "sleep_hours", Value::number(7.0).unwrap())).unwrap();
    let table = gutskin::columns::tabulate(&diary);
    let text = to_dictionary(&diary, &table).unwrap();
    let mut lines = text.lines();
    assert_eq!(
        lines.next(),
        Some("key,label,kind,unit,least,most,direction,role,carried_by,aggregate,built_in,days,source")
    );
    let rows: Vec<&str> = lines.collect();
    for expected in [
        "sleep_hours,Sleep,duration,h,0,24,higher is better,factor,sleep,sum,yes,1,logged",
        "topical,Serum or cream,yes or no,,0,1,neither,factor,,,yes,1,courses",
    ] {
        assert!(rows.contains(&expected), "{expected} is not in {rows:#?}");
    }
    let wide = gutskin::report::csv::days_to_csv(&diary, &table);
    let header = wide.lines().next().unwrap();
    for key in header.split(',').skip(1) {
        assert_eq!(rows.iter().filter(|row| row.starts_with(&format!("{key},"))).count(), 1, "{key}");
    }
}
