//! The report: what stands in it, that hostile words stay words, and that paper and page can be made of any diary.

use std::cell::Cell;

use gutskin::columns::tabulate;
use gutskin::edit::{Command, EntryDraft};
use gutskin::evidence::wording::FORBIDDEN;
use gutskin::model::diary::Diary;
use gutskin::model::entry::EntryKind;
use gutskin::model::text::Note;
use gutskin::model::value::Value;
use gutskin::report::ReportError;
use gutskin::report::doctor::{ReportRequest, Section, build};
use gutskin::report::document::{Block, ReportDoc};
use gutskin::report::html::to_html;
use gutskin::report::pdf::to_pdf;
use resvg::usvg::roxmltree::Document;

use super::commands::{answer, carry_out, today};
use super::report_chart::forty_days;

fn report(diary: &Diary) -> ReportDoc {
    let first = diary.span().map_or(today(), |(first, _)| first);
    build(diary, &tabulate(diary), &ReportRequest::new(first, today(), today()), &|_| true).unwrap()
}

fn with_note(text: &str) -> Diary {
    let (mut diary, ..) = forty_days();
    let note = EntryDraft { text: Some(Note::new(text).unwrap()), ..EntryDraft::new(EntryKind::Note) };
    carry_out(&mut diary, Command::Log { day: today(), drafts: vec![note] }).unwrap();
    diary
}

fn html(document: &ReportDoc) -> String {
    to_html(document, &|_| true).unwrap()
}

/// The page is written so that an XML reader can read it too; that proves that every tag is closed.
fn all_words(html: &str) -> String {
    let page = html.strip_prefix("<!DOCTYPE html>").unwrap();
    let document = Document::parse(page).unwrap();
    document.descendants().filter(roxmltree_text).filter_map(|node| node.text()).collect::<Vec<_>>().join(" ")
}

fn roxmltree_text(node: &resvg::usvg::roxmltree::Node<'_, '_>) -> bool {
    node.is_text()
}

#[test]
fn a_report_says_what_was_answered_and_what_is_missing() {
    let (diary, ..) = forty_days();
    let document = report(&diary);
    let tables =
        document.blocks.iter().filter_map(|block| if let Block::Table(table) = block { Some(table) } else { None });
    let summary = tables.into_iter().find(|table| table.caption.starts_with("Skin over")).unwrap();
    let itch = summary.rows.iter().find(|row| row[0] == "Itch").unwrap();
    // 35 answers, five of each of 0 to 6 but for the gap, which took 3 to 6 and 0: the middle one is 3.
    assert_eq!(itch[1], "35 of 40");
    assert_eq!(itch[2], "3");
    assert_eq!(itch[3], "0 to 6");
    let words = all_words(&html(&document));
    assert!(words.contains("Not answered in this period: Redness"), "{words}");
    assert!(words.contains("None was ticked in this period. That does not say that none was there."));
    assert!(words.contains("Doxycycline & co") && words.contains("40 mg"));
    assert!(words.contains("Not a medical device"));
}

#[test]
fn a_condition_stands_there_only_if_the_person_entered_one() {
    let (mut diary, ..) = forty_days();
    assert!(!all_words(&html(&report(&diary))).contains("Entered by the person"));
    let mut profile = diary.profile().clone();
    profile.conditions.insert(gutskin::model::profile::Condition::Rosacea);
    carry_out(&mut diary, Command::SetProfile { profile }).unwrap();
    assert!(all_words(&html(&report(&diary))).contains("Entered by the person: Rosacea."));
}

#[test]
fn warning_signs_are_listed_with_their_days() {
    let (mut diary, ..) = forty_days();
    carry_out(&mut diary, answer(today(), "warn_mole", Value::YesNo(true))).unwrap();
    let words = all_words(&html(&report(&diary)));
    assert!(words.contains("has not healed for 4 weeks: 29 Mar 2026"), "{words}");
    assert!(!words.contains("None was ticked"));
}

#[test]
fn hostile_words_stay_words() {
    let hostile = "<script>alert(1)</script><img src=x onerror=alert(2)> & ]]> \u{1f600} ' \" \u{202e}evil";
    let page = html(&report(&with_note(hostile)));
    assert!(!page.contains("<script") && !page.contains("<img"));
    assert!(all_words(&page).contains("<script>alert(1)</script><img src=x onerror=alert(2)>"));
    assert!(page.contains("default-src 'none'"));
}

#[test]
fn a_page_fetches_nothing() {
    let page = html(&report(&with_note("see https://example.org/x.png")));
    for name in ["src=", "@import", "url("] {
        assert!(!page.contains(name), "{name} stands in the page");
    }
    assert!(
        page.match_indices("href=").all(|(at, _)| page[at..].starts_with("href=\"#")),
        "a link leads out of the page"
    );
}

#[test]
fn the_words_under_a_figure_are_those_of_its_chart() {
    let (diary, ..) = forty_days();
    let document = report(&diary);
    let page = html(&document);
    let parsed = Document::parse(page.strip_prefix("<!DOCTYPE html>").unwrap()).unwrap();
    let descriptions: Vec<&str> =
        parsed.descendants().filter(|node| node.tag_name().name() == "desc").filter_map(|node| node.text()).collect();
    let alts: Vec<&str> = document
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Figure(chart) => Some(chart.alt.as_str()),
            Block::Drawing(scene) => Some(scene.desc.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(descriptions, alts);
    assert_eq!(alts.len(), 4, "the main signs, the year, one figure for the skin and one for daily life");
}

#[test]
fn a_pdf_passes_the_checks_of_a_tagged_document_and_is_the_same_twice() {
    let (diary, ..) = forty_days();
    let document = report(&diary);
    // The writer refuses to finish a document that breaks the rules of PDF/UA-1.
    let (bytes, warnings) = to_pdf(&document, &|_| true).unwrap();
    assert!(bytes.starts_with(b"%PDF-1.7"));
    assert_eq!(warnings.missing_characters, 0);
    assert_eq!(bytes, to_pdf(&document, &|_| true).unwrap().0);
    let find = |needle: &[u8]| bytes.windows(needle.len()).any(|window| window == needle);
    for name in [&b"/StructTreeRoot"[..], b"/Figure", b"/TH", b"/Outlines", b"/Lang", b"pdfuaid"] {
        assert!(find(name), "{} is missing", String::from_utf8_lossy(name));
    }
}

#[test]
fn a_note_in_another_script_does_not_stop_the_report() {
    let document = report(&with_note("味噌 soup, שלום, 👩‍👩‍👧, e\u{301}"));
    let (bytes, warnings) = to_pdf(&document, &|_| true).unwrap();
    assert!(bytes.starts_with(b"%PDF"));
    // Two Japanese, four Hebrew, three people; fewer where the system has fonts for them.
    assert!(warnings.missing_characters <= 2 + 4 + 3, "{warnings:?}");
    assert!(html(&document).contains("味噌 soup"), "a page can show what paper cannot");
}

#[test]
fn the_longest_note_runs_over_as_many_pages_as_it_needs() {
    // A page has a stream of its own, whatever else is packed together.
    let streams = |document: &ReportDoc| {
        let (bytes, _) = to_pdf(document, &|_| true).unwrap();
        bytes.windows(9).filter(|window| window == b"endstream").count()
    };
    let short = streams(&report(&with_note("short")));
    for (text, pages) in [("x".repeat(20_000), 4), ("word ".repeat(4_000), 4), ("line\n".repeat(4_000), 60)] {
        let document = report(&with_note(&text));
        let long = streams(&document);
        assert!(long > short + pages, "{long} streams, {short} with a short note");
        assert!(all_words(&html(&document)).contains(text.trim()));
    }
}

#[test]
fn an_empty_diary_and_a_diary_of_one_day_give_a_report() {
    let mut diary = Diary::default();
    for _ in 0..2 {
        let document = report(&diary);
        assert!(to_pdf(&document, &|_| true).unwrap().0.starts_with(b"%PDF"));
        assert!(all_words(&html(&document)).contains("How to read this"));
        carry_out(&mut diary, answer(today(), "redness", Value::number(2.0).unwrap())).unwrap();
    }
}

#[test]
fn no_report_of_the_sample_diary_says_that_one_thing_brought_about_another() {
    let diary = gutskin::sample::diary(5, today()).unwrap();
    let request = ReportRequest { with_notes: false, ..ReportRequest::new(today().plus(-89), today(), today()) };
    let document = build(&diary, &tabulate(&diary), &request, &|_| true).unwrap();
    let mut words = all_words(&html(&document)).to_lowercase();
    // A claim that is going round is quoted as it goes round; everything else is ours to word.
    for card in gutskin::evidence::library::cards() {
        words = words.replace(&format!("“{}”", card.claim.to_lowercase()), "");
    }
    for forbidden in FORBIDDEN {
        assert!(!words.contains(forbidden), "“{forbidden}” stands in the report");
    }
    assert!(to_pdf(&document, &|_| true).is_ok());
}

#[test]
fn a_report_that_is_no_longer_wanted_ends() {
    let (diary, ..) = forty_days();
    let document = report(&diary);
    let asked = Cell::new(0);
    let until_the_third = |_: f32| {
        asked.set(asked.get() + 1);
        asked.get() < 3
    };
    assert!(matches!(to_pdf(&document, &until_the_third), Err(ReportError::Cancelled)));
    assert_eq!(asked.get(), 3, "it went on after it was told to stop");
    assert!(matches!(to_html(&document, &|_| false), Err(ReportError::Cancelled)));
}

#[test]
fn what_needed_a_look_in_the_period_stands_first_unless_it_is_left_out() {
    let (mut diary, ..) = forty_days();
    let yes = |ago: i32, sign: &str| answer(today().plus(-ago), sign, Value::YesNo(true));
    for command in [yes(20, "warn_red_eye"), yes(20, "warn_mole"), yes(60, "warn_no_wind")] {
        carry_out(&mut diary, command).unwrap();
    }
    let blocks = |first: i32, with_flags: bool| {
        let request = ReportRequest { with_flags, ..ReportRequest::new(today().plus(-first), today(), today()) };
        build(&diary, &tabulate(&diary), &request, &|_| true).unwrap().blocks
    };
    let listed = |blocks: &[Block]| match blocks.iter().find(|block| matches!(block, Block::List(_))) {
        Some(Block::List(points)) => points.clone(),
        _ => Vec::new(),
    };
    let of_30_days = blocks(29, true);
    let place = of_30_days.iter().position(|block| matches!(block, Block::List(_))).unwrap();
    let first_table = of_30_days.iter().position(|block| matches!(block, Block::Table(_))).unwrap();
    assert!(place < first_table, "it stands before every number");
    let points = listed(&of_30_days);
    assert!(points[0].starts_with("Get medical help today. Eyes need to be looked at today."), "{points:?}");
    assert!(points[0].contains("You ticked on 9 Mar: "), "{points:?}");
    assert!(points[1].starts_with("See a doctor soon, within days to two weeks. A doctor should look at this."));
    assert!(points.iter().all(|point| !point.contains("The bowel may be blocked")), "that was before the period");
    assert!(listed(&blocks(70, true))[0].contains("The bowel may be blocked."), "the most urgent first");
    assert!(listed(&blocks(70, false)).iter().all(|point| !point.contains("The bowel may be blocked")));
}

#[test]
fn meals_are_printed_with_their_foods_where_they_are_asked_for_and_notes_where_they_are() {
    let diary = super::round_trip::kitchen();
    let printed = |with_notes: bool, with_meals: bool| {
        let plain = ReportRequest::new(today().plus(-6), today(), today());
        let mut request = ReportRequest { with_notes, ..plain };
        if !with_meals {
            request.sections.remove(&Section::Meals);
        }
        let document = build(&diary, &tabulate(&diary), &request, &|_| true).unwrap();
        assert!(to_pdf(&document, &|_| true).unwrap().0.starts_with(b"%PDF"));
        all_words(&html(&document))
    };
    let (foods, note, dose, event) =
        ("eaten 60 g; eaten 50 g", "=1+2 is no formula", "Doxycycline 100 mg", "new pillow");
    let both = printed(true, true);
    assert!(both.contains(foods) && both.contains("08:00") && both.contains("eaten 33.3 g"), "{both}");
    assert!(both.contains(note) && both.contains(dose) && both.contains(event));
    let notes = printed(true, false);
    assert!(!notes.contains(foods) && notes.contains(note) && notes.contains(dose));
    let meals = printed(false, true);
    assert!(meals.contains(foods) && !meals.contains(note) && !meals.contains(dose) && meals.contains(event));
}
