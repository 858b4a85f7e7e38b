//! What opening, saving and a checkpoint found or could not do: each stands here until somebody has understood it. What was put aside
//! is remembered in the diary's folder as well, since the next opening finds the file whole again.

use std::path::{Path, PathBuf};

use super::clock::clock_notice;
use super::saver::News;
use crate::model::text::show_path;
use crate::model::time::Day;
use crate::storage::seal::Vault;
use crate::storage::{OpenReport, Problem, unread};

/// Something the person should know about the files of the diary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// The file, with its line if that is known; for the diary as a whole its folder.
    pub place: String,
    /// What is the matter.
    pub what: String,
    /// What was done about it, and the way out.
    pub done: String,
    /// What was not taken over and can be compared: a copy of it, or a file that lies beside the diary's own.
    pub kept: Option<PathBuf>,
}

/// All that is not understood yet.
#[derive(Debug, Default)]
pub(super) struct Notices {
    folder: PathBuf,
    vault: Vault,
    /// Whether what is unread may be written into the folder.
    is_written: bool,
    read_only: Option<Notice>,
    /// What the clock has to do with it.
    clock: Option<Notice>,
    problems: Vec<Problem>,
    /// What a checkpoint cannot do at the moment; goes by itself when it can.
    stalled: Option<Problem>,
    /// The same, after somebody has understood it.
    understood: Option<Problem>,
    /// What keeps full copies from their second folder; goes by itself when they are there.
    second: Option<Notice>,
    /// The same, after somebody has understood it.
    second_understood: Option<Notice>,
}

impl Notices {
    /// What was found while opening, and before that without being read.
    pub fn new(folder: &Path, vault: Vault, report: &OpenReport, is_written: bool) -> Self {
        let read_only = report.read_only.as_ref().map(|reason| Notice {
            place: show_path(folder),
            what: format!("open for reading only: {}", reason.what()),
            done: reason.way_out(),
            kept: None,
        });
        let mut notices = Self {
            folder: folder.to_path_buf(),
            is_written,
            read_only,
            clock: clock_notice(folder, report.last_saved.as_ref(), Day::calendar_today()),
            problems: unread::read(folder, &vault),
            vault,
            stalled: report.stalled.clone(),
            understood: None,
            second: None,
            second_understood: None,
        };
        notices.add(report.problems.clone());
        notices
    }

    /// The diary's folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// All of them, the most general first.
    pub fn all(&self) -> Vec<Notice> {
        let stalled = self.stalled.iter().filter(|problem| self.understood.as_ref() != Some(problem));
        let named = self.problems.iter().chain(stalled).map(|problem| self.notice(problem));
        let second = self.second.iter().filter(|second| self.second_understood.as_ref() != Some(second));
        self.read_only.iter().chain(&self.clock).cloned().chain(named).chain(second.cloned()).collect()
    }

    /// Takes in what saving and a checkpoint found since.
    pub fn hear(&mut self, news: News) {
        self.stalled = news.stalled;
        if self.stalled.is_none() {
            self.understood = None;
        }
        self.add(news.found);
    }

    /// Takes in how many pictures are gone now, in the place of what was said of them before.
    pub fn hear_of_photos(&mut self, missing: Option<Problem>) {
        self.problems.retain(|problem| !problem.is_of_photos());
        self.problems.extend(missing);
    }

    /// Whether pictures are said to be gone.
    pub fn speak_of_photos(&self) -> bool {
        self.problems.iter().any(Problem::is_of_photos)
    }

    /// Takes in what keeps copies from their second folder now, if anything.
    pub fn hear_of_second(&mut self, second: Option<Notice>) {
        if second.is_none() {
            self.second_understood = None;
        }
        self.second = second;
    }

    /// One of them was understood and goes.
    pub fn understand(&mut self, notice: &Notice) {
        for general in [&mut self.read_only, &mut self.clock] {
            general.take_if(|general| general == notice);
        }
        if self.second.as_ref() == Some(notice) {
            self.second_understood.clone_from(&self.second);
        }
        let still = |problem: &Problem| self.notice(problem) != *notice;
        let problems: Vec<Problem> = self.problems.iter().filter(|problem| still(problem)).cloned().collect();
        if self.stalled.as_ref().is_some_and(|problem| !still(problem)) {
            self.understood.clone_from(&self.stalled);
        }
        if problems.len() < self.problems.len() {
            self.problems = problems;
            self.keep();
        }
    }

    fn add(&mut self, found: Vec<Problem>) {
        let new: Vec<Problem> = found.into_iter().filter(|problem| !self.problems.contains(problem)).collect();
        let is_put_aside = new.iter().any(|problem| problem.kept.is_some());
        self.problems.extend(new);
        if is_put_aside {
            self.keep();
        }
    }

    fn keep(&self) {
        let aside = |problem: &&Problem| problem.kept.is_some();
        let unread: Vec<Problem> = self.problems.iter().filter(aside).cloned().collect();
        if self.is_written
            && let Err(error) = unread::keep(&self.folder, &self.vault, &unread)
        {
            // They stand in the window all the same; only the next window will not know of them.
            log::warn!("what is unread could not be kept: {error}");
        }
    }

    fn notice(&self, problem: &Problem) -> Notice {
        let line = problem.line.map(|line| format!(", line {line}")).unwrap_or_default();
        let beside = problem.is_beside.then_some(&problem.file);
        Notice {
            place: format!("{}{line}", show_path(&problem.file)),
            what: problem.what.clone(),
            done: problem.done.clone(),
            kept: problem.kept.as_ref().or(beside).map(|kept| self.folder.join(kept)),
        }
    }
}
