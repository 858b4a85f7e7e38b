//! The mark for the doctor on a note: put on and taken off through the one door, one step each.

use gutskin::edit::{Command, Place, Session};
use gutskin::model::entry::EntryKind;
use gutskin::model::text::Note;

use super::commands::today;

const NOTE: Place = Place::Main { kind: EntryKind::Note, region: None };

fn mark(is_marked: bool) -> Command {
    Command::MarkForDoctor { day: today(), place: NOTE, is_marked }
}

fn with_note(text: &str) -> Session {
    let mut session = Session::default();
    session.pretend_today(today());
    let text = Some(Note::new(text).unwrap());
    session.submit(Command::Write { day: today(), place: NOTE, text }, std::time::Instant::now()).unwrap();
    session
}

fn text(session: &Session) -> Option<String> {
    let page = session.diary().day_record(today())?;
    page.main_entry(EntryKind::Note, None)?.text.as_ref().map(ToString::to_string)
}

#[test]
fn a_note_is_marked_and_unmarked_in_one_step_each_and_both_are_undone() {
    let mut session = with_note("The left eye stung");
    let now = std::time::Instant::now();
    assert_eq!(mark(true).label(session.diary(), today()), "marking a note for the doctor, 29 Mar");
    session.submit(mark(true), now).unwrap();
    assert_eq!(text(&session).unwrap(), "The left eye stung #doctor");
    assert_eq!(mark(false).label(session.diary(), today()), "unmarking a note, 29 Mar");
    session.submit(mark(false), now).unwrap();
    assert_eq!(text(&session).unwrap(), "The left eye stung");
    session.undo().unwrap();
    assert_eq!(text(&session).unwrap(), "The left eye stung #doctor");
    session.undo().unwrap();
    assert_eq!(text(&session).unwrap(), "The left eye stung");
}

#[test]
fn a_note_that_says_nothing_else_goes_with_its_mark() {
    let mut session = with_note("#doctor");
    session.submit(mark(false), std::time::Instant::now()).unwrap();
    assert_eq!(text(&session), None);
}

#[test]
fn where_nothing_is_written_nothing_is_marked() {
    let mut session = Session::default();
    session.pretend_today(today());
    let refused = session.submit(mark(true), std::time::Instant::now()).unwrap_err().to_string();
    assert!(refused.contains("write the note"), "{refused}");
}
