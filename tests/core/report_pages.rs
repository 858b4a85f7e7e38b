//! The pages of a report: page one is one page in every diary, the ready-made choices have the pages they promise, and what is seen
//! before saving is what is saved.

use std::sync::Arc;

use gutskin::analysis::engine::Discovery;
use gutskin::analysis::insights::{Finding, Grade, Insights};
use gutskin::columns::{DayTable, tabulate};
use gutskin::edit::Command;
use gutskin::model::course::{Course, CourseId, CourseKind};
use gutskin::model::diary::Diary;
use gutskin::model::profile::{Condition, Profile, SafetyQuestion, Sex};
use gutskin::model::text::Name;
use gutskin::model::value::Value;
use gutskin::report::doctor::{Preset, ReportRequest, build};
use gutskin::report::document::{Block, Paper, ReportDoc};
use gutskin::report::pdf::{PagePreview, to_pdf};

use super::commands::{answer, carry_out, today};

/// Findings in the words of which page one is longest: three grades, days filled in, a window of several days.
pub fn findings(table: &DayTable) -> Insights {
    let of = |factor: &str, outcome: &str, grade: Grade| {
        let place = |key: &str| table.position(key);
        Some(Finding {
            claim: Discovery {
                factor: place(factor)?,
                outcome: place(outcome)?,
                lag: 1,
                lag_end: 3,
                effect: 0.4,
                per_day: 0.2,
                interval: (0.1, 0.7),
                q: 0.01,
                days_used: 120,
                paired_days: 90,
                filled_days: 30,
                plausible_lags: Vec::new(),
                t: Vec::new(),
                by_lag: Vec::new(),
            },
            factor: factor.to_owned(),
            outcome: outcome.to_owned(),
            grade,
            step: 2.0,
            failed_rivals: Vec::new(),
        })
    };
    let found = [
        of("stress", "redness", Grade::Replicated),
        of("sleep_hours", "itch", Grade::Clear),
        of("alcohol_units", "bloating", Grade::Possible),
        of("stress", "bloating", Grade::Possible),
    ];
    Insights {
        days: 120,
        days_in_all: 120,
        pairs_tested: 1_200,
        findings: found.into_iter().flatten().collect(),
        ..Insights::default()
    }
}

fn document(diary: &Diary, change: impl FnOnce(&mut ReportRequest)) -> ReportDoc {
    let table = tabulate(diary);
    let mut request = ReportRequest::new(today().plus(-89), today(), today());
    request.insights = Some(Arc::new(findings(&table)));
    change(&mut request);
    build(diary, &table, &request, &|_| true).unwrap()
}

fn pages(document: &ReportDoc) -> PagePreview {
    PagePreview::new(document, &|_| true).unwrap()
}

/// The page on which the first heading after page one stands.
fn pages_of_the_front(document: &ReportDoc) -> usize {
    let end = document.blocks.iter().position(|block| *block == Block::NewPage).unwrap();
    let front = ReportDoc { blocks: [&document.blocks[..end], &[Block::NewPage]].concat(), ..document.clone() };
    // The page that the break opens has nothing on it.
    pages(&front).page_count() - 1
}

/// A diary whose page one has the most to say: every condition and safety question, twelve courses with long names, flares, places,
/// warning signs.
fn crowded() -> Diary {
    let mut diary = Diary::default();
    let mut profile = Profile { birth_year: Some(1980), sex: Some(Sex::Female), ..Profile::default() };
    profile.conditions.extend(Condition::ALL);
    for question in SafetyQuestion::ALL {
        profile.safety.insert(*question, true);
    }
    carry_out(&mut diary, Command::SetProfile { profile }).unwrap();
    for ago in 0..180 {
        let day = today().plus(-ago);
        for (key, value) in [("itch", ago % 7), ("redness", ago % 4), ("inflamed", ago % 5), ("dryness", ago % 3)] {
            carry_out(&mut diary, answer(day, key, Value::Number(f64::from(value)))).unwrap();
        }
        for (key, value) in [("bloating", ago % 6), ("stress", ago % 8), ("sleep_hours", 5 + ago % 3)] {
            carry_out(&mut diary, answer(day, key, Value::Number(f64::from(value)))).unwrap();
        }
        carry_out(&mut diary, answer(day, "flare", Value::YesNo(ago % 9 == 0))).unwrap();
    }
    for warning in ["warn_red_eye", "warn_mole", "warn_no_wind"] {
        carry_out(&mut diary, answer(today().plus(-3), warning, Value::YesNo(true))).unwrap();
    }
    for number in 0..12 {
        let name = format!("Course {number} {}", "with a name that goes on and on ".repeat(5));
        carry_out(&mut diary, Command::AddCourse { course: course(&name, today().plus(-80 + number * 5)) }).unwrap();
    }
    diary
}

fn course(name: &str, start: gutskin::model::time::Day) -> Course {
    Course {
        id: CourseId::NEW,
        kind: CourseKind::Supplement,
        name: Name::new(name).unwrap(),
        dose: String::new(),
        schedule: String::new(),
        start,
        stop: None,
        regions: Vec::new(),
        after_effect_days: 0,
        note: None,
    }
}

#[test]
fn page_one_is_one_page_with_the_most_there_is_to_say_and_with_nothing() {
    let questions = "Is this cream worth going on with, and for how long should I take it? ".repeat(28);
    for (name, diary) in [("crowded", crowded()), ("empty", Diary::default())] {
        for paper in Paper::ALL {
            let document = document(&diary, |request| {
                request.paper = paper;
                request.who = "A. B., of a long street in a town with a long name".to_owned();
                request.questions = questions.clone();
            });
            assert_eq!(pages_of_the_front(&document), 1, "{name}, {}", paper.label());
        }
    }
}

#[test]
fn questions_that_page_one_has_no_room_for_stand_whole_on_the_next() {
    let asked: Vec<String> = (0..12).map(|number| format!("Question {number}?")).collect();
    let document = document(&crowded(), |request| request.questions = asked.join("\n"));
    let lists =
        document.blocks.iter().filter_map(|block| if let Block::List(points) = block { Some(points) } else { None });
    let printed: Vec<String> = lists.flatten().filter(|point| point.starts_with("Question ")).cloned().collect();
    assert_eq!(printed, asked);
    assert!(document.blocks.contains(&Block::Aside("More questions stand on the next page.".to_owned())));
}

#[test]
fn the_ready_made_choices_have_the_pages_they_promise_on_the_sample() {
    let diary = gutskin::sample::diary(5, today()).unwrap();
    for paper in Paper::ALL {
        for (preset, expected) in [(Preset::Dermatologist, 2), (Preset::Dietitian, 3)] {
            let document = document(&diary, |request| {
                request.paper = paper;
                request.sections = preset.sections();
                request.made_up = true;
                request.questions = "Is the cream worth it?".to_owned();
            });
            let pages = pages(&document);
            assert_eq!(pages.page_count(), expected, "{} on {}: {:?}", preset.label(), paper.label(), pages.headings());
        }
    }
}

#[test]
fn a_page_is_shown_as_large_as_asked_and_with_ink_on_it() {
    let document = document(&crowded(), |request| request.paper = Paper::Letter);
    let mut preview = pages(&document);
    let picture = preview.picture(0, 306).unwrap();
    // Letter paper is 612 by 792 points.
    assert_eq!((picture.width, picture.height, picture.pixels.len()), (306, 396, 306 * 396 * 4));
    assert!(picture.pixels.chunks(4).all(|pixel| pixel[3] == 255), "paper is not seen through");
    let dark = picture.pixels.chunks(4).filter(|pixel| pixel[0] < 200).count();
    assert!((600..306 * 396 / 3).contains(&dark), "{dark} dark pixels");
    assert!(preview.picture(preview.page_count(), 306).is_none());
}

#[test]
fn no_heading_stands_at_the_foot_of_a_page_without_what_it_heads() {
    let diary = gutskin::sample::diary(5, today()).unwrap();
    for paper in Paper::ALL {
        let preview = pages(&document(&diary, |request| request.paper = paper));
        assert_eq!(preview.parted_headings(), Vec::<String>::new(), "{}", paper.label());
    }
}

#[test]
fn the_same_diary_and_choices_give_the_same_bytes_and_another_paper_does_not() {
    let diary = crowded();
    let bytes = |paper: Paper| to_pdf(&document(&diary, |request| request.paper = paper), &|_| true).unwrap().0;
    assert_eq!(bytes(Paper::A4), bytes(Paper::A4));
    assert_ne!(bytes(Paper::A4), bytes(Paper::Letter));
}

/// The columns of a CSV file by their key: day and cell.
fn column<'a>(csv: &'a str, key: &str) -> Vec<(&'a str, f64)> {
    let mut lines = csv.lines();
    let place = lines.next().unwrap().split(',').position(|head| head == key).unwrap();
    let cells = lines.filter_map(|line| {
        let mut cells = line.split(',');
        let day = cells.next()?;
        Some((day, cells.nth(place - 1)?.parse().ok()?))
    });
    cells.collect()
}

fn median_between(answers: &[(&str, f64)], first: &str, last: &str) -> (f64, usize) {
    let mut values: Vec<f64> =
        answers.iter().filter(|(day, _)| (first..=last).contains(day)).map(|(_, value)| *value).collect();
    values.sort_by(f64::total_cmp);
    let (low, high) = (values[(values.len() - 1) / 2], values[values.len() / 2]);
    (low.midpoint(high), values.len())
}

#[test]
fn the_numbers_of_page_one_are_those_of_the_exported_table() {
    let diary = gutskin::sample::diary(5, today()).unwrap();
    let csv = gutskin::report::csv::days_to_csv(&diary, &tabulate(&diary));
    let document = document(&diary, |_| ());
    let table =
        document.blocks.iter().find_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
    let table = table.unwrap();
    let text = |ago: i32| today().plus(-ago).to_string();
    let mut checked = 0;
    for (row, key) in table.rows.iter().zip(&table.behind) {
        let answers = column(&csv, key);
        for (cell, first, last) in [(&row[1], text(89), text(0)), (&row[2], text(179), text(90))] {
            let (median, days) = median_between(&answers, &first, &last);
            let said: f64 = cell.split(' ').next().unwrap().parse().unwrap();
            assert!((said - median).abs() <= 0.5, "{key}: {cell}, and the table says {median}");
            assert!(cell.ends_with(&format!(", {days} d")), "{key}: {cell}, and the table has {days}");
            checked += 2;
        }
    }
    assert!(checked >= 10, "{checked} numbers");
}

#[test]
fn numbers_of_a_page_lead_to_the_days_behind_them() {
    let document = document(&crowded(), |_| ());
    let page = gutskin::report::html::to_html(&document, &|_| true).unwrap();
    assert!(page.contains("<a href=\"#days-itch\">") && page.contains("<h3 id=\"days-itch\">Itch</h3>"));
    // Itch was the days ago by seven: 3 of them is an answer of 3.
    assert!(page.contains(&format!("{} 3 ·", today().plus(-3).short())), "the day stands there with its answer");
    let ids: Vec<&str> = page.split("href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    for id in ids {
        assert!(page.contains(&format!("id=\"{id}\"")), "{id} leads nowhere");
    }
}

#[test]
fn every_diary_gives_a_whole_file_however_odd() {
    let note = |text: &str| {
        let draft = gutskin::edit::EntryDraft {
            text: Some(gutskin::model::text::Note::new(text).unwrap()),
            ..gutskin::edit::EntryDraft::new(gutskin::model::entry::EntryKind::Note)
        };
        Command::Log { day: today(), drafts: vec![draft] }
    };
    let with = |commands: Vec<Command>| {
        let mut diary = Diary::default();
        for command in commands {
            carry_out(&mut diary, command).unwrap();
        }
        diary
    };
    let itch = |ago: i32| answer(today().plus(-ago), "itch", Value::Number(3.0));
    for (name, diary) in [
        ("nothing", Diary::default()),
        ("one day", with(vec![itch(0)])),
        ("nothing in the period", with(vec![itch(200)])),
        ("a gap of ten years", with(vec![itch(3_700), itch(0)])),
        ("one word of ten thousand letters", with(vec![note(&"x".repeat(10_000))])),
        ("right to left, and signs", with(vec![note("שלום \u{202e}abc <b>&amp; =1+2 😀")])),
    ] {
        let document = document(&diary, |_| ());
        let (bytes, _) = to_pdf(&document, &|_| true).unwrap();
        assert!(bytes.starts_with(b"%PDF") && bytes.trim_ascii_end().ends_with(b"%%EOF"), "{name}");
        let page = gutskin::report::html::to_html(&document, &|_| true).unwrap();
        assert!(page.ends_with("</html>\n") && !page.contains("<b>&amp;amp;<"), "{name}");
        assert_eq!(pages_of_the_front(&document), 1, "{name}");
    }
}

#[test]
fn a_note_is_marked_for_the_doctor_by_its_word() {
    let mut diary = Diary::default();
    for text in ["The left eye stung #Doctor", "Nothing much"] {
        let draft = gutskin::edit::EntryDraft {
            text: Some(gutskin::model::text::Note::new(text).unwrap()),
            ..gutskin::edit::EntryDraft::new(gutskin::model::entry::EntryKind::Note)
        };
        carry_out(&mut diary, Command::Log { day: today(), drafts: vec![draft] }).unwrap();
    }
    let document = document(&diary, |request| request.sections = Preset::Dermatologist.sections());
    let page = gutskin::report::html::to_html(&document, &|_| true).unwrap();
    assert!(page.contains("The left eye stung") && !page.contains("Nothing much"));
}
