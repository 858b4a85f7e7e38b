//! A power cut after every step of a run: what was not flushed is there, gone, torn or zeros, each name and each file by itself.
//! Whatever was acknowledged is there, and a saver that breaks a rule is found out.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::rc::Rc;

use gutskin::model::diary::Diary;
use gutskin::storage::disk::{DiskStep, Verdict, watched};
use gutskin::storage::{Access, Store};

use super::failing_disk::{Told, work};
use super::folder::{temporary, three_days};

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
