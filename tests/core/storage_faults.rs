//! A disk that fails: refused, torn or cut off at every step there is, and a power cut after each. Whatever was acknowledged is
//! there, and nothing that a failing disk leaves is taken for damage.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use gutskin::edit::JournalOp;
use gutskin::model::diary::Diary;
use gutskin::storage::disk::{DiskStep, Verdict, watched};
use gutskin::storage::{Access, Store};

use super::folder::{open, photograph, put_back, read, replay, temporary, three_days, tidied};

/// What a program that saves was told.
#[derive(Default, Clone)]
struct Told {
    /// Acknowledged, in order.
    saved: Vec<JournalOp>,
    /// Handed in after that and not acknowledged.
    refused: Vec<JournalOp>,
}

impl Told {
    /// Every state that may be found: what was acknowledged, and perhaps more of what was handed in.
    fn allows(&self, diary: &Diary) -> bool {
        (0..=self.refused.len()).any(|more| replay(self.saved.iter().chain(&self.refused[..more])) == *diary)
    }
}

/// Saves and tidies as the writer does: what was refused is handed in again with the next.
fn work(place: &Path, steps: &[Vec<JournalOp>], mut told_now: impl FnMut(&Told)) -> Told {
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
struct Failure {
    at: usize,
    is_for_ever: bool,
    /// How much of a write is made.
    tear: Option<usize>,
}

/// Does something on a disk that fails, and says whether there was such a step.
fn failing<T>(failure: Failure, act: impl FnOnce() -> T) -> (T, bool) {
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
fn at_every_step(place: &Path, mut act: impl FnMut(Failure, &str) -> bool) -> usize {
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

fn comes_back(place: &Path, told: &Told, when: &str) {
    let seen = read(place);
    assert!(told.allows(&seen.diary), "{when}: read {} days", seen.diary.day_records().len());
    let damage: Vec<_> = seen.report.problems.iter().filter(|problem| problem.is_damage).collect();
    assert!(damage.is_empty(), "{when}: {damage:?}");
    let opened = open(place);
    assert_eq!(opened.report.read_only, None, "{when}");
    assert!(told.allows(&opened.diary), "{when}: opened");
    assert!(opened.store.take_found_none(), "{when}");
}

/// Words for a store that found nothing amiss.
trait FoundNone {
    fn take_found_none(self) -> bool;
}

impl FoundNone for Store {
    fn take_found_none(mut self) -> bool {
        self.take_found().is_empty()
    }
}

#[test]
fn whatever_step_of_the_first_run_fails_what_was_acknowledged_is_there() {
    let place = temporary();
    let folder = place.path().join("diary");
    fs::create_dir(&folder).unwrap();
    let (_, steps) = three_days();
    let cases = at_every_step(&folder, |failure, when| {
        let (told, was_met) = failing(failure, || work(&folder, &steps, |_| ()));
        if folder.join("gutskin.ron").exists() {
            comes_back(&folder, &told, when);
        } else {
            assert!(told.saved.is_empty(), "{when}: saved into no diary");
        }
        was_met
    });
    assert!(cases > 200, "{cases} cases");
}

#[test]
fn whatever_step_of_a_later_run_fails_what_was_acknowledged_is_there() {
    let place = temporary();
    let (diary, steps) = three_days();
    tidied(place.path(), &diary, &steps);
    let again: Vec<Vec<JournalOp>> = steps.iter().rev().cloned().collect();
    let cases = at_every_step(place.path(), |failure, when| {
        let (told, was_met) = failing(failure, || work(place.path(), &again, |_| ()));
        comes_back(place.path(), &told, when);
        was_met
    });
    assert!(cases > 200, "{cases} cases");
}

#[test]
fn a_disk_that_fails_while_tidying_changes_nothing_that_is_called_a_change_from_outside() {
    let place = temporary();
    let (diary, steps) = three_days();
    let mut at = 0;
    loop {
        let folder = place.path().join(at.to_string());
        let mut store = open(&folder).store;
        for ops in &steps {
            store.append(ops).unwrap();
        }
        let failure = Failure { at, is_for_ever: false, tear: None };
        let (first, was_met) = failing(failure, || store.checkpoint(&diary).is_ok());
        store.checkpoint(&diary).unwrap();
        assert!(store.take_found().is_empty(), "step {at}, which {}", if first { "did not matter" } else { "failed" });
        assert_eq!(read(&folder).diary, diary, "step {at}");
        if !was_met {
            break;
        }
        at += 1;
    }
    assert!(at > 10, "{at} steps");
}

#[test]
fn a_disk_that_stays_full_is_not_filled_with_empty_journals() {
    let place = temporary();
    let (_, steps) = three_days();
    let mut store = open(place.path()).store;
    let journals = || fs::read_dir(place.path().join("journal")).map_or(0, Iterator::count);
    for _ in 0..20 {
        let full = |step: &DiskStep| if matches!(step, DiskStep::Write(..)) { Verdict::Tear(7) } else { Verdict::Go };
        assert!(watched(full, || store.append(&steps[0])).is_err());
    }
    assert_eq!(journals(), 0);
    store.append(&steps[0]).unwrap();
    assert_eq!(read(place.path()).diary, replay(&steps[0]));
}

#[test]
fn a_number_that_may_stand_in_the_journal_is_given_to_no_other_change() {
    let place = temporary();
    let (diary, steps) = three_days();
    let mut store = open(place.path()).store;
    store.append(&steps[0]).unwrap();
    // Neither flushed nor taken back: the whole line stands in the file, and nobody was told that it is saved.
    let refuses = |step: &DiskStep| match step {
        DiskStep::Flush(_) | DiskStep::Shorten(..) | DiskStep::Remove(_) => Verdict::Refuse,
        _ => Verdict::Go,
    };
    assert!(watched(refuses, || store.append(&steps[1])).is_err());
    let waiting = [steps[1].clone(), steps[2].clone()].concat();
    store.append(&waiting).unwrap();
    drop(store);
    let opened = open(place.path());
    assert_eq!((opened.diary, opened.report.read_only), (diary, None), "{:?}", opened.report.problems);
}

#[test]
fn what_is_left_of_a_save_that_failed_is_no_damage_even_if_it_turned_to_garbage() {
    let place = temporary();
    let (diary, steps) = three_days();
    let mut store = open(place.path()).store;
    store.append(&steps[0]).unwrap();
    let refuses = |step: &DiskStep| match step {
        DiskStep::Write(path, _) if path.to_string_lossy().contains("0001") => Verdict::Tear(60),
        DiskStep::Shorten(..) => Verdict::Refuse,
        _ => Verdict::Go,
    };
    watched(refuses, || store.append(&steps[1])).unwrap();
    store.append(&steps[2]).unwrap();
    drop(store);
    let first = fs::read_dir(place.path().join("journal")).unwrap().map(|entry| entry.unwrap().path()).min().unwrap();
    let mut bytes = fs::read(&first).unwrap();
    let torn = bytes.len() - 60;
    bytes[torn..].copy_from_slice(&[b"\x00\x00\xff\n".as_slice(); 15].concat());
    fs::write(&first, &bytes).unwrap();
    let opened = open(place.path());
    assert_eq!((opened.diary, opened.report.read_only), (diary, None), "{:?}", opened.report.problems);
    assert!(!opened.report.problems.is_empty(), "it is told all the same");
}

/// What a disk was asked to do, and what the program had been told by then.
#[derive(Clone)]
enum Logged {
    Step(DiskStep),
    Told(Told),
}

/// A file as the computer sees it, and as the disk holds it.
#[derive(Default, Clone)]
struct Node {
    seen: Vec<u8>,
    held: Vec<u8>,
}

/// Files and names between the computer and the disk: only a flush brings one to the other, and each by itself.
#[derive(Default, Clone)]
struct Model {
    nodes: Vec<Node>,
    /// Names as the computer sees them; a folder has no node.
    seen: BTreeMap<PathBuf, Option<usize>>,
    held: BTreeMap<PathBuf, Option<usize>>,
}

impl Model {
    fn make(&mut self, step: &DiskStep) {
        match step {
            DiskStep::MakeFolder(path) => drop(self.seen.insert(path.clone(), None)),
            DiskStep::Create(path) => {
                self.nodes.push(Node::default());
                self.seen.insert(path.clone(), Some(self.nodes.len() - 1));
            }
            DiskStep::Write(path, bytes) => self.node(path).seen.extend(bytes),
            DiskStep::Shorten(path, length) => self.node(path).seen.truncate(usize::try_from(*length).unwrap()),
            DiskStep::Flush(path) => {
                let node = self.node(path);
                node.held = node.seen.clone();
            }
            DiskStep::Rename(from, to) => {
                let node = self.seen.remove(from).unwrap();
                self.seen.insert(to.clone(), node);
            }
            DiskStep::Remove(path) => drop(self.seen.remove(path)),
            DiskStep::FlushFolder(folder) => {
                self.held.retain(|path, _| path.parent() != Some(folder));
                let names = self.seen.iter().filter(|(path, _)| path.parent() == Some(folder));
                self.held.extend(names.map(|(path, node)| (path.clone(), *node)));
            }
        }
    }

    fn node(&mut self, path: &Path) -> &mut Node {
        let number = self.seen[path].unwrap();
        &mut self.nodes[number]
    }

    /// Puts on a real disk what a power cut leaves. `dice` says of each name and each file whether what was not flushed is there.
    fn cut(&self, root: &Path, mut dice: impl FnMut() -> u32) {
        for entry in fs::read_dir(root).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { fs::remove_dir_all(path).unwrap() } else { fs::remove_file(path).unwrap() }
        }
        let names: std::collections::BTreeSet<&PathBuf> = self.seen.keys().chain(self.held.keys()).collect();
        for path in names {
            let names = if dice().is_multiple_of(2) { &self.held } else { &self.seen };
            let Some(node) = names.get(path) else { continue };
            if !path.parent().unwrap().is_dir() {
                continue;
            }
            let Some(node) = node else {
                fs::create_dir(path).unwrap();
                continue;
            };
            let Node { seen, held } = &self.nodes[*node];
            let torn = held.len() + (seen.len().saturating_sub(held.len())) / 2;
            let bytes = match dice() % 4 {
                0 => held.clone(),
                1 => seen.clone(),
                2 => seen[..torn.min(seen.len())].to_vec(),
                _ => held.iter().copied().chain(vec![0; seen.len().saturating_sub(held.len())]).collect(),
            };
            fs::write(path, bytes).unwrap();
        }
    }
}

/// Every step of a first run, and what it was told.
fn logged_run(folder: &Path) -> Vec<Logged> {
    let (_, steps) = three_days();
    let log = Rc::new(RefCell::new(Vec::new()));
    let (watching, telling) = (log.clone(), log.clone());
    watched(
        move |step| {
            watching.borrow_mut().push(Logged::Step(step.clone()));
            Verdict::Go
        },
        || work(folder, &steps, |told| telling.borrow_mut().push(Logged::Told(told.clone()))),
    );
    log.borrow().clone()
}

/// Power cuts after every step of a run, several of each. Says what was lost first, if anything.
fn cut_everywhere(root: &Path, log: &[Logged]) -> Option<String> {
    let folder = root.join("diary");
    let mut model = Model::default();
    let mut told = Told::default();
    let mut seed = 0x2545_f491_u32;
    for (at, logged) in log.iter().enumerate() {
        match logged {
            Logged::Step(step) => model.make(step),
            Logged::Told(now) => told = now.clone(),
        }
        // What comes next may already have been handed in.
        let next = log[at..].iter().find_map(|logged| match logged {
            Logged::Told(next) => Some(next.clone()),
            Logged::Step(_) => None,
        });
        let allowed = |diary: &Diary| told.allows(diary) || next.as_ref().is_some_and(|next| next.allows(diary));
        for case in 0..6_u32 {
            model.cut(root, || match case {
                0 => 0,
                1 => 1,
                _ => {
                    seed ^= seed << 13;
                    seed ^= seed >> 17;
                    seed ^= seed << 5;
                    seed >> 3
                }
            });
            let found = match Store::open(&folder, Access::Write) {
                Ok(opened) if opened.report.read_only.is_none() && allowed(&opened.diary) => continue,
                Ok(opened) => format!("{} days, {:?}", opened.diary.day_records().len(), opened.report),
                Err(error) => error.to_string(),
            };
            return Some(format!("after {at} of {}, case {case}: {found}", log.len()));
        }
    }
    None
}

#[test]
fn a_power_cut_after_any_step_loses_nothing_acknowledged_whatever_was_not_flushed() {
    let place = temporary();
    let root = place.path().canonicalize().unwrap();
    let log = logged_run(&root.join("diary"));
    assert!(log.len() > 60, "{} steps", log.len());
    assert_eq!(cut_everywhere(&root, &log), None);
}

#[test]
fn a_saver_that_breaks_a_rule_is_caught_by_the_power_cuts() {
    let place = temporary();
    let root = place.path().canonicalize().unwrap();
    let folder = root.join("diary");
    let log = logged_run(&folder);
    let journal = folder.join("journal");
    let without = |leaves_out: &dyn Fn(&DiskStep) -> bool| -> Vec<Logged> {
        log.iter().filter(|logged| !matches!(logged, Logged::Step(step) if leaves_out(step))).cloned().collect()
    };
    let savers = [
        ("does not flush its files", without(&|step| matches!(step, DiskStep::Flush(_)))),
        ("does not flush the journal's names", without(&|step| *step == DiskStep::FlushFolder(journal.clone()))),
        ("does not flush the names of new folders", without(&|step| *step == DiskStep::FlushFolder(folder.clone()))),
        ("calls it saved before it is", {
            let mut early = log.clone();
            let told = early.iter().position(|logged| matches!(logged, Logged::Told(_))).unwrap();
            early.swap(told, told - 1);
            early
        }),
    ];
    for (rule, log) in savers {
        assert!(cut_everywhere(&root, &log).is_some(), "nobody noticed a saver that {rule}");
    }
}
