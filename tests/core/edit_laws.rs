//! The laws of editing: every step has a name and a way back, the journal alone gives the same diary, and what is refused
//! leaves no trace.

use std::time::{Duration, Instant};

use gutskin::edit::{Command, Edited, EntryDraft, JournalOp, Place, Session, plan};
use gutskin::model::diary::Diary;
use gutskin::model::entry::{EntryId, EntryKind};
use gutskin::model::food_line::{FoodId, FoodLine};
use gutskin::model::own_food::OwnFood;
use gutskin::model::pantry::{PantryItem, PantryItemId};
use gutskin::model::profile::Profile;
use gutskin::model::record::{Record, RecordKey};
use gutskin::model::text::Note;
use gutskin::model::value::Value;
use proptest::collection::vec;
use proptest::prelude::*;

use super::commands::{answer, carry_out, commands, key, today};

/// A session with its journal, as the workspace keeps them.
struct Desk {
    session: Session,
    journal: Vec<JournalOp>,
}

impl Default for Desk {
    fn default() -> Self {
        let mut session = Session::default();
        session.pretend_today(today());
        Self { session, journal: Vec::new() }
    }
}

impl Desk {
    fn diary(&self) -> &Diary {
        self.session.diary()
    }

    /// `false` if nothing was recorded.
    fn submit(&mut self, command: Command, now: Instant) -> bool {
        let edited = self.session.submit(command, now).ok();
        self.keep(edited)
    }

    fn undo(&mut self) -> bool {
        let edited = self.session.undo();
        self.keep(edited)
    }

    fn redo(&mut self) -> bool {
        let edited = self.session.redo();
        self.keep(edited)
    }

    fn keep(&mut self, edited: Option<Edited>) -> bool {
        let ops = edited.map(|edited| edited.ops).unwrap_or_default();
        let is_step = !ops.is_empty();
        self.journal.extend(ops);
        is_step
    }
}

fn replay(journal: &[JournalOp]) -> Diary {
    let mut diary = Diary::default();
    journal.iter().cloned().for_each(|op| op.put(&mut diary));
    diary
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn undoing_each_step_gives_each_earlier_diary_and_redoing_each_later_one(list in vec(commands(), 1..30)) {
        let mut desk = Desk::default();
        let mut seen = vec![desk.diary().clone()];
        let start = Instant::now();
        for (place, command) in list.into_iter().enumerate() {
            // An hour apart, so that no two become one step.
            if desk.submit(command, start + Duration::from_secs(3600 * place as u64)) {
                seen.push(desk.diary().clone());
            }
        }
        for earlier in seen.iter().rev().skip(1) {
            prop_assert!(desk.undo());
            prop_assert!(desk.diary().says_the_same(earlier));
        }
        prop_assert!(!desk.undo());
        for later in seen.iter().skip(1) {
            prop_assert!(desk.redo());
            prop_assert!(desk.diary().says_the_same(later));
        }
        prop_assert!(!desk.redo());
    }

    #[test]
    fn the_journal_alone_gives_the_diary_with_every_undo_and_redo(
        list in vec((commands(), 0_u8..6, 0_u64..4), 1..30),
    ) {
        let mut desk = Desk::default();
        let mut now = Instant::now();
        for (command, then, seconds) in list {
            now += Duration::from_secs(seconds);
            desk.submit(command, now);
            match then {
                0 => { desk.undo(); }
                1 => { desk.undo(); desk.undo(); desk.redo(); }
                _ => {}
            }
        }
        prop_assert_eq!(&replay(&desk.journal), desk.diary());
        let twice = [desk.journal.clone(), desk.journal.clone()].concat();
        prop_assert_eq!(&replay(&twice), desk.diary(), "replaying twice is not the same as once");
    }

    #[test]
    fn undoing_all_gives_the_empty_diary_however_fast_the_edits_came(list in vec((commands(), 0_u64..3000), 1..30)) {
        let mut desk = Desk::default();
        let mut now = Instant::now();
        for (command, pause) in list {
            now += Duration::from_millis(pause);
            desk.submit(command, now);
        }
        let last = desk.diary().clone();
        while desk.undo() {}
        prop_assert!(desk.diary().says_the_same(&Diary::default()));
        while desk.redo() {}
        prop_assert!(desk.diary().says_the_same(&last));
    }

    #[test]
    fn what_is_refused_changes_nothing_and_says_so_in_one_line(list in vec(commands(), 1..30)) {
        let mut diary = Diary::default();
        for command in list {
            prop_assert!(!command.label(&diary, today()).trim().is_empty(), "{command:?} has no name");
            let before = diary.clone();
            match carry_out(&mut diary, command) {
                Ok(ops) => prop_assert!(!ops.is_empty() || diary == before),
                Err(refused) => {
                    prop_assert_eq!(&diary, &before);
                    let words = refused.to_string();
                    prop_assert!(!words.is_empty() && !words.contains('\n'), "{}", words);
                }
            }
        }
    }

    #[test]
    fn whatever_was_done_every_page_still_obeys_the_rules(list in vec(commands(), 1..40)) {
        let mut desk = Desk::default();
        for command in list {
            desk.submit(command, Instant::now());
        }
        for page in desk.diary().day_records() {
            prop_assert!(!page.is_blank(), "a blank page was kept");
            prop_assert!(page.entries.iter().all(|entry| !entry.is_blank()), "a blank entry was kept");
            prop_assert_eq!(gutskin::edit::check_page(page, desk.diary().catalogue()), Ok(()));
        }
    }
}

fn redness(value: f64) -> Command {
    answer(today(), "redness", Value::Number(value))
}

#[test]
fn rapid_edits_of_one_field_are_one_step_and_undo_goes_before_the_first() {
    let mut desk = Desk::default();
    let start = Instant::now();
    for (value, millis) in [(1.0, 0), (2.0, 900), (3.0, 1_800), (4.0, 3_700)] {
        assert!(desk.submit(redness(value), start + Duration::from_millis(millis)));
    }
    assert!(desk.undo());
    assert_eq!(*desk.diary(), Diary::default(), "four presses within two seconds of each other are one step");
    assert!(!desk.undo());
}

#[test]
fn two_seconds_apart_are_two_steps() {
    let mut desk = Desk::default();
    let start = Instant::now();
    desk.submit(redness(1.0), start);
    let one = desk.diary().clone();
    desk.submit(redness(2.0), start + Duration::from_secs(2));
    assert!(desk.undo());
    assert!(desk.diary().says_the_same(&one));
}

#[test]
fn one_visit_to_a_field_is_one_step_however_long_it_lasts_and_the_next_visit_another() {
    let mut desk = Desk::default();
    let start = Instant::now();
    let mut typed = |value: f64, visit: u64, seconds: u64| {
        let now = start + Duration::from_secs(seconds);
        desk.session.submit_typed(redness(value), visit, now).unwrap();
    };
    typed(1.0, 1, 0);
    typed(2.0, 1, 3_600);
    typed(3.0, 2, 3_600);
    assert!(desk.undo());
    let page = desk.diary().day_record(today()).unwrap();
    assert_eq!(page.entries[0].answers.get("redness"), Value::number(2.0));
    assert!(desk.undo() && !desk.undo());
    assert!(desk.diary().says_the_same(&Diary::default()));
}

#[test]
fn separate_fields_days_and_places_never_become_one_step() {
    let now = Instant::now();
    let note = |text: &str| Some(Note::new(text).unwrap());
    let main = Place::Main { kind: EntryKind::Note, region: None };
    let pairs: [(Command, Command); 4] = [
        (redness(1.0), answer(today(), "itch", Value::Number(2.0))),
        (redness(1.0), answer(today().plus(-1), "redness", Value::Number(2.0))),
        (redness(1.0), Command::Write { day: today(), place: main, text: note("red") }),
        (
            redness(1.0),
            Command::Answer {
                day: today(),
                place: Place::Main { kind: EntryKind::SkinCheck, region: Some(gutskin::model::region::Region::Nose) },
                key: key("redness"),
                value: Some(Value::Number(3.0)),
            },
        ),
    ];
    for (first, second) in pairs {
        let mut desk = Desk::default();
        desk.submit(first, now);
        let one = desk.diary().clone();
        desk.submit(second.clone(), now);
        assert!(desk.undo());
        assert!(desk.diary().says_the_same(&one), "{second:?} was joined to what came before");
    }
}

#[test]
fn an_edit_after_an_undo_does_not_join_the_step_that_was_undone() {
    let mut desk = Desk::default();
    let now = Instant::now();
    desk.submit(redness(1.0), now);
    desk.undo();
    desk.redo();
    let one = desk.diary().clone();
    desk.submit(redness(2.0), now);
    assert!(desk.undo());
    assert!(desk.diary().says_the_same(&one));
}

#[test]
fn pressing_and_taking_back_at_once_leaves_no_step_that_does_nothing() {
    let mut desk = Desk::default();
    let now = Instant::now();
    desk.submit(answer(today(), "itch", Value::Number(5.0)), now);
    desk.submit(redness(3.0), now);
    let clear = Command::Answer {
        day: today(),
        place: Place::Main { kind: EntryKind::SkinCheck, region: None },
        key: key("redness"),
        value: None,
    };
    desk.submit(clear, now);
    assert_eq!(desk.session.undo_label(), Some("Itch 5, 29 Mar"), "a step that changes nothing can be undone");
}

#[test]
fn the_menu_names_the_step_it_would_take_back_or_make_again() {
    let mut desk = Desk::default();
    assert_eq!((desk.session.undo_label(), desk.session.redo_label()), (None, None));
    desk.submit(redness(3.0), Instant::now());
    assert_eq!(desk.session.undo_label(), Some("Redness 3, 29 Mar"));
    desk.undo();
    assert_eq!((desk.session.undo_label(), desk.session.redo_label()), (None, Some("Redness 3, 29 Mar")));
}

#[test]
fn two_hundred_steps_can_be_undone() {
    let mut desk = Desk::default();
    let start = Instant::now();
    for step in 0..250_u64 {
        desk.submit(redness((step % 5) as f64), start + Duration::from_secs(step * 10));
    }
    let mut undone = 0;
    while desk.undo() {
        undone += 1;
    }
    assert_eq!(undone, 200);
}

#[test]
fn refusals_name_what_and_the_way_out() {
    let diary = Diary::default();
    let words = |command| plan(&diary, command, today()).unwrap_err().to_string();
    assert!(words(redness(9.0)).contains("a whole number from 0 to 4 is needed"));
    assert!(words(answer(today(), "rednes", Value::Number(1.0))).contains("did you mean redness"));
    assert!(words(answer(today().plus(2), "redness", Value::Number(1.0))).contains("check the date"));
    assert!(words(Command::Remove { day: today(), id: EntryId(1) }).contains("no longer there"));
    assert!(words(Command::DeleteDay { day: today() }).contains("already empty"));
    let unborn = Profile { birth_year: Some(2030), ..Profile::default() };
    assert!(words(Command::SetProfile { profile: unborn }).contains("check it or leave it empty"));
}

#[test]
fn a_course_never_takes_the_place_of_another() {
    use gutskin::model::course::{Course, CourseId, CourseKind};
    use gutskin::model::text::Name;
    let course = |id: u32, name: &str| Course {
        id: CourseId(id),
        kind: CourseKind::Topical,
        name: Name::new(name).unwrap(),
        start: today(),
        stop: None,
        dose: String::new(),
        schedule: String::new(),
        regions: Vec::new(),
        after_effect_days: 7,
        note: None,
    };
    let mut diary = Diary::default();
    // As a hand-edited file may number it.
    JournalOp::Put(Record::Course(course(u32::MAX, "last"))).put(&mut diary);
    carry_out(&mut diary, Command::AddCourse { course: course(0, "new") }).unwrap();
    assert_eq!(diary.courses().count(), 2);
}

#[test]
fn what_a_person_sees_as_one_act_is_one_step_and_one_change_for_each_thing_it_touches() {
    let mut desk = Desk::default();
    let day = today();
    let steps = vec![
        answer(day, "redness", Value::number(3.0).unwrap()),
        answer(day, "itch", Value::number(4.0).unwrap()),
        answer(day.plus(-1), "itch", Value::number(1.0).unwrap()),
        answer(day, "redness", Value::number(2.0).unwrap()),
    ];
    let command = Command::Batch { label: "log two days".to_owned(), steps };
    assert_eq!(plan(desk.diary(), command.clone(), day).unwrap().len(), 2, "a change a day");
    assert!(desk.submit(command, Instant::now()));
    assert_eq!(desk.session.undo_label(), Some("log two days"));
    let answered = |diary: &Diary, key: &str| diary.day_record(day).and_then(|page| page.entries[0].answers.get(key));
    assert_eq!(answered(desk.diary(), "redness"), Value::number(2.0), "the later step sees what the earlier one did");
    assert!(desk.undo() && !desk.undo());
    assert!(desk.diary().says_the_same(&Diary::default()));
}

#[test]
fn an_act_with_one_step_that_does_not_fit_changes_nothing() {
    let mut desk = Desk::default();
    let good = answer(today(), "itch", Value::number(4.0).unwrap());
    let steps = vec![good, answer(today().plus(9), "itch", Value::number(1.0).unwrap())];
    assert!(!desk.submit(Command::Batch { label: "both".to_owned(), steps }, Instant::now()));
    assert!(desk.diary().says_the_same(&Diary::default()) && desk.session.undo_label().is_none());
}

#[test]
fn what_is_new_gets_its_number_from_the_edit_which_says_it_and_a_later_step_of_the_act_speaks_of_it() {
    let mut desk = Desk::default();
    let Some(PantryItem::OwnFood(bread)) = super::pantry_spec::stock().into_iter().next() else { panic!("no bread") };
    let line = FoodLine { food: FoodId::NEW_OWN, grams: 80.0, name: bread.name.clone() };
    let keep = Command::KeepInPantry { item: PantryItem::OwnFood(OwnFood { id: FoodId::NEW_OWN, ..bread }) };
    let meal = EntryDraft { foods: vec![line], ..EntryDraft::new(EntryKind::Meal) };
    let steps = vec![keep, Command::Log { day: today(), drafts: vec![meal] }];
    let command = Command::Batch { label: "keep and log".to_owned(), steps };
    let edited = desk.session.submit(command, Instant::now()).unwrap();
    let bread = RecordKey::PantryItem(PantryItemId::OwnFood(FoodId::FIRST_OWN));
    assert_eq!(edited.created(), [bread, RecordKey::Day(today())]);
    assert_eq!(edited.created_entries(), [(today(), EntryId(1))]);
    let page = desk.diary().day_record(today()).unwrap();
    assert_eq!(page.entries[0].foods[0].food, FoodId::FIRST_OWN);
    let more = desk.session.submit(redness(1.0), Instant::now()).unwrap();
    assert_eq!((more.created(), more.created_entries()), (Vec::new(), vec![(today(), EntryId(2))]));
}
