use super::*;
use crate::edit::{EntryDraft, Session};
use crate::model::course::{Course, CourseKind};
use crate::model::entry::EntryKind;
use crate::model::text::{Name, Note};

const PLACES: [NamedPlace<'static>; 4] = [
    NamedPlace { label: "Insights", is_view: true },
    NamedPlace { label: "Plot", is_view: true },
    NamedPlace { label: "Save a report for the doctor…", is_view: false },
    NamedPlace { label: "Settings…", is_view: false },
];

fn today() -> Day {
    Day::from_ymd(2026, 3, 12).unwrap()
}

/// A diary with a note, an event and a course.
fn diary() -> Session {
    let mut session = Session::new(Diary::default());
    session.pretend_today(today());
    let said = |kind, text: &str| EntryDraft { text: Some(Note::new(text).unwrap()), ..EntryDraft::new(kind) };
    let drafts = vec![said(EntryKind::Note, "Slept badly after the party"), said(EntryKind::Event, "New job")];
    let now = std::time::Instant::now();
    session.submit(Command::Log { day: today().plus(-40), drafts }, now).unwrap();
    let course = Course {
        id: CourseId::NEW,
        kind: CourseKind::Topical,
        name: Name::new("Azelaic serum").unwrap(),
        start: today().plus(-10),
        stop: None,
        dose: String::new(),
        schedule: String::new(),
        regions: Vec::new(),
        after_effect_days: 7,
        note: None,
    };
    session.submit(Command::AddCourse { course }, now).unwrap();
    session
}

fn found_in(is_writable: bool, line: &str) -> PaletteFound {
    let session = diary();
    let (finder, habits) = (Finder::new(session.diary().pantry()), Habits::default());
    let scope = PaletteScope {
        diary: session.diary(),
        day: today(),
        today: today(),
        is_writable,
        trials_are_silent: false,
        places: &PLACES,
        finder: &finder,
        habits: &habits,
    };
    palette_offers(&scope, line)
}

fn first(line: &str) -> (Meaning, String) {
    let offer = found_in(true, line).offers.remove(0);
    (offer.meaning, format!("{} {}, {}", offer.verb, offer.words, offer.detail))
}

#[test]
fn a_line_of_answers_is_one_step_on_the_open_day() {
    let (meaning, said) = first("itch 4, stool 3, slept 7:30");
    assert_eq!(said, "Log itch 4, stool form 3, sleep 7.5 h, 12 Mar");
    let Meaning::Edit(Command::Batch { steps, .. }) = meaning else { panic!("one act of three answers") };
    assert_eq!(steps.len(), 3);
    assert_eq!(first("itch 4").1, "Log Itch 4, 12 Mar");
}

#[test]
fn a_day_is_opened_by_its_name_or_its_date() {
    assert_eq!(first("yesterday"), (Meaning::Day(today().plus(-1)), "Open Wednesday 11 March 2026, day".to_owned()));
    assert_eq!(first("14 march").0, Meaning::Day(Day::from_ymd(2025, 3, 14).unwrap()));
    let ahead = found_in(true, "2026-03-20").offers;
    assert!(!ahead.iter().any(|offer| matches!(offer.meaning, Meaning::Day(_))), "that day has not come");
}

#[test]
fn views_and_actions_are_found_by_the_beginnings_of_their_words() {
    assert_eq!(first("ins"), (Meaning::Place(0), "Go to Insights, view".to_owned()));
    assert_eq!(first("rep doc"), (Meaning::Place(2), "Do Save a report for the doctor, action".to_owned()));
    assert_eq!(first("set").0, Meaning::Place(3));
}

#[test]
fn a_course_is_started_by_its_name_and_one_that_is_there_is_opened() {
    let (meaning, said) = first("start Doxycycline");
    assert_eq!((meaning, said.as_str()), (Meaning::StartCourse("Doxycycline".to_owned()), "Start Doxycycline, course"));
    assert_eq!(first("azel"), (Meaning::Course(CourseId(1)), "Open Azelaic serum, course since 2 Mar".to_owned()));
}

#[test]
fn a_food_is_added_with_the_amount_that_is_typed() {
    let (meaning, said) = first("kefir 150 g");
    assert!(said.starts_with("Add ") && said.ends_with(", 150 g, 12 Mar"), "{said}");
    let Meaning::Edit(Command::Log { drafts, .. }) = meaning else { panic!("a meal or drink is logged") };
    assert_eq!(drafts.first().and_then(|draft| draft.foods.first()).map(|line| line.grams), Some(150.0));
    let offers = found_in(true, "porridge").offers;
    assert!(offers.iter().any(|offer| matches!(offer.meaning, Meaning::Food(_))), "its page can be read");
}

#[test]
fn a_note_is_found_by_any_of_its_words_and_leads_to_its_day() {
    let offers = found_in(true, "party").offers;
    let note = offers.iter().find(|offer| offer.words == "Slept badly after the party").unwrap();
    assert_eq!(note.meaning, Meaning::Day(today().plus(-40)));
    assert_eq!(note.detail, "note, 31 Jan");
}

#[test]
fn a_card_of_the_evidence_is_found_by_its_words() {
    let offers = found_in(true, "fibre").offers;
    assert!(offers.iter().any(|offer| matches!(offer.meaning, Meaning::Card(_))), "{offers:?}");
}

#[test]
fn what_cannot_be_logged_says_why_and_a_blank_line_means_nothing() {
    assert_eq!(found_in(true, "redness 9").refused.as_deref(), Some("Redness: a whole number from 0 to 4 is needed"));
    assert_eq!(found_in(true, "   "), PaletteFound::default());
    let read_only = found_in(false, "itch 4");
    assert!(read_only.offers.iter().all(|offer| !matches!(offer.meaning, Meaning::Edit(_))));
    assert_eq!(read_only.refused.as_deref(), Some("This diary is open for reading only."));
}

#[test]
fn no_line_has_more_offers_than_fit_on_a_screen() {
    for line in ["a", "milk", "sa", "the", "skin"] {
        assert!(found_in(true, line).offers.len() <= MOST_OFFERS, "{line}");
    }
}
