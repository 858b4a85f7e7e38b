//! Ten years of somebody who answers forty things a day: the size a diary must stay quick at.

use std::path::Path;

use gutskin::edit::{Command, EntryDraft, JournalOp, plan};
use gutskin::model::diary::Diary;
use gutskin::model::entry::EntryKind;
use gutskin::model::record::Record;
use gutskin::model::time::{ClockTime, Day};
use gutskin::model::trackable::{Kind, Role, Trackable};
use gutskin::model::value::Value;
use gutskin::storage::{Access, Store};

/// Days logged.
pub const DAYS: i32 = 3_650;
/// Answers a day.
pub const ANSWERS: usize = 40;

/// The last day.
pub fn today() -> Day {
    Day::from_ymd(2026, 3, 29).expect("a date")
}

fn value(kind: &Kind, seed: usize) -> Value {
    let step = |steps: usize| (seed % steps) as f64;
    match kind {
        Kind::Score => Value::Number(step(21) / 2.0),
        Kind::Grade => Value::Number(step(5)),
        Kind::Level { most } => Value::Number(step(4).min(f64::from(*most))),
        Kind::StoolForm => Value::Number(1.0 + step(7)),
        Kind::Count { most } => Value::Number(step(9).min(f64::from(*most))),
        Kind::Amount { most, .. } => Value::Number((step(17) * 12.5).min(*most)),
        Kind::YesNo => Value::YesNo(seed.is_multiple_of(3)),
        Kind::Duration => Value::Number(5.0 + step(16) / 4.0),
        Kind::Clock => Value::Time(ClockTime::new(u8::try_from(seed % 24).unwrap_or(0), 15).expect("a time")),
    }
}

/// The drafts of one day: forty answers, in an entry for each kind that carries some.
pub fn drafts(day: usize) -> Vec<EntryDraft> {
    let diary = Diary::default();
    // Of places, and of one condition alone, nobody answers everything every day.
    let asked = diary.catalogue().iter().filter(|known| known.role != Role::Warning && !known.needs_schema_5());
    let asked: Vec<&Trackable> = asked.take(ANSWERS).collect();
    let mut drafts = Vec::new();
    for kind in EntryKind::ALL {
        let mut draft = EntryDraft { at: ClockTime::new(9, 30), ..EntryDraft::new(*kind) };
        for (place, known) in asked.iter().enumerate().filter(|(_, known)| known.carried_by == *kind) {
            draft.answers.set(&known.key, Some(value(&known.kind, day * 7 + place * 13)));
        }
        if !draft.answers.is_empty() {
            drafts.push(draft);
        }
    }
    drafts
}

/// The diary.
pub fn diary() -> Diary {
    let mut diary = Diary::default();
    for ago in (0..DAYS).rev() {
        let number = usize::try_from(DAYS - ago).unwrap_or(0);
        let command = Command::Log { day: today().plus(-ago), drafts: drafts(number) };
        for change in plan(&diary, command, today()).expect("forty answers that fit") {
            change.apply(&mut diary);
        }
    }
    diary
}

/// Writes the diary into a folder as years of use leave it: in month files, with a short journal.
#[allow(dead_code, reason = "not every bench needs files")]
pub fn write(diary: &Diary, folder: &Path) -> Store {
    let mut store = Store::open(folder, Access::Write).expect("an empty folder").store;
    let pages: Vec<JournalOp> = diary.day_records().map(|page| JournalOp::Put(Record::Day(page.clone()))).collect();
    store.append(&pages).expect("room on the disk");
    store.checkpoint(diary).expect("room on the disk");
    drop(store);
    std::fs::remove_dir_all(folder.join("journal")).expect("a journal");
    let mut store = Store::open(folder, Access::Write).expect("a diary").store;
    let last: Vec<JournalOp> =
        diary.day_records().rev().take(1).map(|page| JournalOp::Put(Record::Day(page.clone()))).collect();
    store.append(&last).expect("room on the disk");
    store.checkpoint(diary).expect("room on the disk");
    store
}
