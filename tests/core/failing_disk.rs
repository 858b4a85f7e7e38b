//! A disk that fails at a step of its own choosing: refused, torn or cut off, once or for ever.

use std::cell::RefCell;
use std::path::Path;
use std::rc::Rc;

use gutskin::edit::JournalOp;
use gutskin::model::diary::Diary;
use gutskin::storage::disk::{Verdict, watched};
use gutskin::storage::{Access, Store};

use super::folder::{open, photograph, put_back, read, replay};

/// What a program that saves was told.
#[derive(Default, Clone)]
pub struct Told {
    /// Acknowledged, in order.
    pub saved: Vec<JournalOp>,
    /// Handed in after that and not acknowledged.
    pub refused: Vec<JournalOp>,
}

impl Told {
    /// Every state that may be found: what was acknowledged, and perhaps more of what was handed in.
    pub fn allows(&self, diary: &Diary) -> bool {
        (0..=self.refused.len()).any(|more| replay(self.saved.iter().chain(&self.refused[..more])) == *diary)
    }
}

/// Saves and tidies as the writer does: what was refused is handed in again with the next.
pub fn work(place: &Path, steps: &[Vec<JournalOp>], mut told_now: impl FnMut(&Told)) -> Told {
    let mut told = Told::default();
    let opened = Store::open(place, Access::Write);
    let mut diary = opened.as_ref().map(|opened| opened.diary.clone()).unwrap_or_default();
    told.saved.extend(diary.records().map(JournalOp::Put));
    let Ok(mut opened) = opened.map_err(drop) else {
        // Nobody could have typed anything.
        return told;
    };
    for ops in steps.iter().chain([&Vec::new(), &Vec::new()]) {
        ops.iter().cloned().for_each(|op| op.put(&mut diary));
        told.refused.extend(ops.iter().cloned());
        if !told.refused.is_empty() && opened.store.append(&told.refused).is_ok() {
            let saved = std::mem::take(&mut told.refused);
            told.saved.extend(saved);
        }
        told_now(&told);
        if told.refused.is_empty() {
            opened.store.checkpoint(&diary).ok();
        }
    }
    told
}

/// How a disk fails at a step.
#[derive(Debug, Clone, Copy)]
pub struct Failure {
    pub at: usize,
    pub is_for_ever: bool,
    /// How much of a write is made.
    pub tear: Option<usize>,
}

/// Does something on a disk that fails, and says whether there was such a step.
pub fn failing<T>(failure: Failure, act: impl FnOnce() -> T) -> (T, bool) {
    let count = Rc::new(RefCell::new(0));
    let counted = count.clone();
    let done = watched(
        move |_| {
            let mut count = counted.borrow_mut();
            *count += 1;
            let fails = *count - 1 == failure.at || (failure.is_for_ever && *count > failure.at);
            match failure.tear {
                _ if !fails => Verdict::Go,
                Some(length) => Verdict::Tear(length),
                None => Verdict::Refuse,
            }
        },
        act,
    );
    let steps = *count.borrow();
    (done, steps > failure.at)
}

/// Every way to fail at every step of something that starts on a copy of `before`.
pub fn at_every_step(place: &Path, mut act: impl FnMut(Failure, &str) -> bool) -> usize {
    let before = photograph(place);
    let mut cases = 0;
    for (is_for_ever, tear) in [(false, None), (true, None), (false, Some(30)), (true, Some(0)), (true, Some(30))] {
        for at in 0.. {
            let failure = Failure { at, is_for_ever, tear };
            put_back(&before, place);
            if !act(failure, &format!("{failure:?}")) {
                break;
            }
            cases += 1;
        }
    }
    cases
}

pub fn comes_back(place: &Path, told: &Told, when: &str) {
    let seen = read(place);
    assert!(told.allows(&seen.diary), "{when}: read {} days", seen.diary.day_records().len());
    let damage: Vec<_> = seen.report.problems.iter().filter(|problem| problem.is_damage).collect();
    assert!(damage.is_empty(), "{when}: {damage:?}");
    let mut opened = open(place);
    assert_eq!(opened.report.read_only, None, "{when}");
    assert!(told.allows(&opened.diary), "{when}: opened");
    assert_eq!(opened.store.take_found(), [], "{when}");
}
