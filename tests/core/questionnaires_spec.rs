//! Questionnaires of others: their sums as columns, what a file with them says of itself, and words that are never said.

use gutskin::columns::{Origin, Role, tabulate, update_day};
use gutskin::edit::{Command, CommandError, EntryDraft, JournalOp};
use gutskin::evidence::instruments::instruments;
use gutskin::model::diary::Diary;
use gutskin::model::entry::{Card, EntryKind};
use gutskin::model::export::Export;
use gutskin::model::questionnaire::Questionnaire;
use gutskin::model::record::SCHEMA;
use gutskin::model::time::Day;
use gutskin::model::value::Value;

use super::commands::{carry_out, key, today};
use super::folder::{open, photograph, temporary, tidied};

/// Answers from the first item on.
fn draft(questionnaire: Questionnaire, answers: &[u8]) -> EntryDraft {
    let answers = questionnaire.items().zip(answers);
    let answers = answers.map(|(item, answer)| (item.key.clone(), Value::Number(f64::from(*answer)))).collect();
    EntryDraft { answers, ..EntryDraft::new(questionnaire.kind()) }
}

fn log(diary: &mut Diary, day: Day, draft: EntryDraft) -> Vec<JournalOp> {
    carry_out(diary, Command::Log { day, drafts: vec![draft] }).unwrap()
}

fn number(diary: &Diary, name: &str) -> Option<f64> {
    tabulate(diary).number(name, today())
}

#[test]
fn the_worked_examples_are_columns() {
    let mut diary = Diary::default();
    log(&mut diary, today(), draft(Questionnaire::Who5, &[3, 2, 4, 1, 3]));
    log(&mut diary, today(), draft(Questionnaire::Pss4, &[3, 1, 2, 4]));
    assert_eq!(number(&diary, "who5"), Some(52.0));
    assert_eq!(number(&diary, "who5_lowest"), Some(1.0));
    assert_eq!(number(&diary, "pss4"), Some(12.0));
    for name in ["who5", "who5_lowest", "pss4"] {
        let column = tabulate(&diary).column(name).unwrap().spec.clone();
        assert_eq!(
            (column.role, column.origin),
            (Role::Context, Origin::Computed),
            "{name} is never read in as an answer"
        );
    }
}

#[test]
fn without_every_answer_there_is_no_sum_but_a_0_is_seen() {
    let mut diary = Diary::default();
    log(&mut diary, today(), draft(Questionnaire::Who5, &[3, 0, 4, 1]));
    log(&mut diary, today(), draft(Questionnaire::Pss4, &[3, 1, 2]));
    assert_eq!((number(&diary, "who5"), number(&diary, "pss4")), (None, None));
    assert_eq!(number(&diary, "who5_lowest"), Some(0.0));
    log(
        &mut diary,
        today().plus(-1),
        EntryDraft {
            answers: [(key("itch"), Value::Number(0.0))].into_iter().collect(),
            ..EntryDraft::new(EntryKind::SkinCheck)
        },
    );
    assert_eq!(tabulate(&diary).number("who5_lowest", today().plus(-1)), None, "a day on which nobody asked");
}

#[test]
fn one_more_answer_gives_the_sum_at_once() {
    let mut diary = Diary::default();
    log(&mut diary, today(), draft(Questionnaire::Who5, &[5, 5, 5, 5]));
    let mut table = tabulate(&diary);
    log(
        &mut diary,
        today(),
        EntryDraft {
            answers: [(key("who5_5"), Value::Number(4.0))].into_iter().collect(),
            ..EntryDraft::new(EntryKind::WellBeing)
        },
    );
    assert!(update_day(&mut table, &diary, today()));
    assert_eq!(table.number("who5", today()), Some(96.0));
}

#[test]
fn an_answer_outside_its_scale_is_refused() {
    for (name, value) in [("who5_1", 6.0), ("who5_1", 2.5), ("pss4_1", 5.0), ("pss4_4", -1.0)] {
        let kind = Diary::default().catalogue().get(name).unwrap().carried_by;
        let answers = [(key(name), Value::Number(value))].into_iter().collect();
        let command = Command::Log { day: today(), drafts: vec![EntryDraft { answers, ..EntryDraft::new(kind) }] };
        let refused = carry_out(&mut Diary::default(), command).unwrap_err();
        assert!(matches!(refused, CommandError::Value(_)), "{name} {value}: {refused:?}");
    }
}

#[test]
fn it_is_never_copied_from_the_day_before() {
    for questionnaire in Questionnaire::ALL {
        assert!(!questionnaire.kind().card().can_be_copied(), "{}", questionnaire.name());
    }
    assert!(Card::Mind.can_be_copied());
}

#[test]
fn a_diary_that_holds_one_says_that_it_is_newer_and_any_other_does_not() {
    let mut diary = Diary::default();
    let answers = [(key("stress"), Value::Number(3.0))].into_iter().collect();
    let mut steps = vec![log(&mut diary, today(), EntryDraft { answers, ..EntryDraft::new(EntryKind::Mind) })];
    assert_eq!(Export::of(&diary).schema, SCHEMA);
    steps.push(log(&mut diary, today(), draft(Questionnaire::Pss4, &[0])));
    assert_eq!(Export::of(&diary).schema, 3);
    let place = temporary();
    tidied(place.path(), &diary, &steps);
    assert_eq!(open(place.path()).diary, diary, "it reads back");
    let photo = photograph(place.path());
    let says_3 = |name: &str| String::from_utf8_lossy(&photo[std::path::Path::new(name)]).contains("schema: 3");
    assert!(says_3("gutskin.ron") && says_3(&format!("days/{}.ron", &today().to_string()[..7])), "{:?}", photo.keys());
}

#[test]
fn no_disease_is_named_from_a_sum_and_nobody_is_graded() {
    for instrument in instruments() {
        let shown = everything_shown(instrument);
        for word in ["depress", "disorder", "diagnos", "poor", "normal", "screen", "!"] {
            assert!(!shown.to_lowercase().contains(word), "“{word}” in: {shown}");
        }
    }
}

/// Everything that is shown of a questionnaire.
fn everything_shown(instrument: &gutskin::evidence::instruments::Instrument) -> String {
    let words = instrument.words.iter().flat_map(|words| words.items.iter().chain(&words.answers));
    let own = [
        &instrument.credit,
        &instrument.terms,
        &instrument.without_words,
        &instrument.score_ends.0,
        &instrument.score_ends.1,
    ];
    own.into_iter().chain(words).cloned().collect::<Vec<_>>().join("\n")
}
