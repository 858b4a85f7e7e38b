//! Page one of the report: who, better or worse with its doubt, the main signs now and before, and what the person asks.

use gutskin::columns::tabulate;
use gutskin::model::diary::Diary;
use gutskin::model::profile::{Condition, Profile, SafetyQuestion};
use gutskin::model::value::Value;
use gutskin::report::doctor::{ReportRequest, build};
use gutskin::report::document::{Block, ReportDoc, Table};

use super::commands::{answer, carry_out, today};
use gutskin::edit::Command;

/// Skin and gut answered for 120 days: itch 2 and 3 by turns before, `more` on top of it in the last 60; a flare on the last 4 days.
fn diary(more: f64) -> Diary {
    let mut diary = Diary::default();
    for ago in 0..120 {
        let day = today().plus(-ago);
        let itch = f64::from(2 + ago % 2) + if ago < 60 { more } else { 0.0 };
        for (key, value) in [("itch", itch), ("redness", 1.0), ("bloating", f64::from(ago % 3))] {
            carry_out(&mut diary, answer(day, key, Value::Number(value))).unwrap();
        }
        carry_out(&mut diary, answer(day, "flare", Value::YesNo(ago < 4))).unwrap();
    }
    diary
}

fn report(diary: &Diary, change: impl FnOnce(&mut ReportRequest)) -> ReportDoc {
    let mut request = ReportRequest::new(today().plus(-59), today(), today());
    change(&mut request);
    build(diary, &tabulate(diary), &request, &|_| true).unwrap()
}

/// What stands before the first new page.
fn page_one(document: &ReportDoc) -> &[Block] {
    let end = document.blocks.iter().position(|block| *block == Block::NewPage).unwrap();
    &document.blocks[..end]
}

fn words(blocks: &[Block]) -> String {
    let said = blocks.iter().map(|block| match block {
        Block::Heading { text, .. } | Block::Paragraph(text) | Block::Aside(text) => text.clone(),
        Block::List(points) => points.join("\n"),
        Block::Drawing(scene) => scene.desc.clone(),
        _ => String::new(),
    });
    said.collect::<Vec<_>>().join("\n")
}

fn table(blocks: &[Block]) -> &Table {
    blocks.iter().find_map(|block| if let Block::Table(table) = block { Some(table) } else { None }).unwrap()
}

#[test]
fn a_worse_skin_is_said_with_its_size_its_interval_and_its_days() {
    let document = report(&diary(4.0), |_| ());
    let said = words(page_one(&document));
    assert!(said.contains("The skin was worse than in the period before: Skin today"), "{said}");
    assert!(said.contains("95 % interval") && said.contains("60 days answered, before 60"), "{said}");
    assert!(said.contains("A flare was marked on 4 of 60 answered days; before on 0 of 60."), "{said}");
    for word in ["because", "caused", "due to", "thanks to"] {
        assert!(!said.contains(word), "“{word}” stands on page one");
    }
}

#[test]
fn a_better_skin_is_said_to_be_better_and_an_unchanged_one_uncertain() {
    let better = report(&diary(-2.0), |_| ());
    assert!(words(page_one(&better)).contains("The skin was better than in the period before"));
    let same = words(page_one(&report(&diary(0.0), |_| ())));
    assert!(same.contains("Whether the skin got better or worse is uncertain"), "{same}");
}

#[test]
fn without_days_before_nothing_is_compared_and_the_way_out_is_said() {
    let whole = report(&diary(4.0), |request| request.first = today().plus(-119));
    let said = words(page_one(&whole));
    assert!(said.contains("cannot be said") && said.contains("A shorter period has days before it"), "{said}");
    let empty = words(page_one(&report(&Diary::default(), |_| ())));
    assert!(empty.contains("Nothing about skin or gut was answered in this period"), "{empty}");
    assert!(empty.contains("what is not entered is not known"), "{empty}");
}

#[test]
fn medians_stand_now_and_before_with_how_many_days_and_how_they_spread() {
    let document = report(&diary(4.0), |_| ());
    let table = table(page_one(&document));
    let itch = table.rows.iter().find(|row| row[0].starts_with("Itch")).unwrap();
    // 6 and 7 by turns: the median lies between them, the quartiles are the two.
    assert_eq!(itch[0], "Itch, 0 to 10");
    assert_eq!(itch[1], "6.5 (6 to 7), 60 d");
    assert_eq!(itch[2], "2.5 (2 to 3), 60 d");
    assert_eq!(itch[3], "0: 0 · 1–3: 0 · 4–6: 30 · 7–10: 30");
}

#[test]
fn who_it_is_about_is_said_in_a_band_and_only_what_may_be_said() {
    let mut someone = diary(0.0);
    let mut profile = Profile { birth_year: u16::try_from(today().year() - 37).ok(), ..Profile::default() };
    profile.conditions.insert(Condition::Rosacea);
    profile.safety.insert(SafetyQuestion::Kidney, true);
    carry_out(&mut someone, Command::SetProfile { profile }).unwrap();
    let said = words(page_one(&report(&someone, |request| request.who = "A. B.".to_owned())));
    assert!(said.contains("A. B. Entered by the person: 30 to 39 years, Rosacea. Logged 60 of 60 days."), "{said}");
    assert!(said.contains("Answered yes to: “Do you have kidney disease?”"), "{said}");
    let less = words(page_one(&report(&someone, |request| request.with_safety_answers = false)));
    assert!(!less.contains("kidney") && !less.contains("A. B."), "{less}");
}

#[test]
fn questions_stand_as_they_were_typed_a_line_each() {
    let asked = |request: &mut ReportRequest| request.questions = "  Is the cream worth it?\n\nWhat next? ".to_owned();
    let document = report(&diary(0.0), asked);
    assert!(
        page_one(&document).contains(&Block::List(vec!["Is the cream worth it?".to_owned(), "What next?".to_owned()]))
    );
    assert!(!words(page_one(&report(&diary(0.0), |_| ()))).contains("What I want to ask"));
}
