//! Whether an open diary is the one that this computer knows, where it knows it from. What is not so is said until somebody has read
//! it: another diary in its place, an older state of it, a second one of the same, the hand of another computer.

use std::path::{Path, PathBuf};

use super::known_diaries::{KnownDiaries, KnownDiary, absolute};
use super::notices::Notice;
use super::open::Workspace;
use crate::model::text::show_path;
use crate::model::time::{Day, Moment};
use crate::storage::second_folder::SecondFolder;
use crate::storage::{OpenReport, Whereabouts, diary_id};
use crate::words::count;

/// What this computer knows of the diary that is open, and what of it was not read yet.
#[derive(Debug)]
pub(super) struct Acquaintance {
    known: KnownDiaries,
    now: KnownDiary,
    unread: Vec<Notice>,
}

impl Acquaintance {
    /// Compares an open diary with what is known. Where nothing is to be said it is remembered as it is now.
    pub fn of(workspace: &Workspace, known: KnownDiaries, asked: &Path) -> Self {
        let now = KnownDiary::of(workspace, asked);
        let unread = notices(&now, &known, asked, workspace.report());
        let acquaintance = Self { known, now, unread };
        acquaintance.keep();
        acquaintance
    }

    /// What was not read yet.
    pub fn unread(&self) -> &[Notice] {
        &self.unread
    }

    /// One of them was read; gives whether it was one of them.
    pub fn understand(&mut self, notice: &Notice) -> bool {
        let before = self.unread.len();
        self.unread.retain(|unread| unread != notice);
        let is_one = self.unread.len() < before;
        if is_one {
            self.keep();
        }
        is_one
    }

    /// What the diary is like when it is closed.
    pub fn close(mut self, workspace: &Workspace, seq: u64) {
        self.now.seq = seq.max(self.now.seq);
        self.now.days = workspace.diary().day_records().len();
        self.now.copies = copies_of(workspace);
        self.keep();
    }

    /// Remembers it, if all was read and anything is new.
    fn keep(&self) {
        // What is saved only moves on; that is written once, when the diary is closed.
        let is_same = |known: KnownDiary| KnownDiary { saved: self.now.saved.clone(), ..known } == self.now;
        let is_known = self.known.in_folder(&self.now.folder).is_some_and(is_same);
        if self.unread.is_empty() && !self.now.id.is_empty() && !is_known {
            self.known.remember(self.now.clone());
        }
    }
}

impl KnownDiary {
    /// An open diary, as it is remembered under the folder that was asked for.
    fn of(workspace: &Workspace, asked: &Path) -> Self {
        let report = workspace.report();
        Self {
            folder: absolute(asked),
            id: diary_id(workspace.folder()).unwrap_or_default(),
            seq: report.seq,
            days: workspace.diary().day_records().len(),
            saved: report.last_saved.clone(),
            opened: Day::calendar_today(),
            copies: copies_of(workspace),
            moved_to: None,
        }
    }
}

/// Where full copies of a diary lie besides.
fn copies_of(workspace: &Workspace) -> Option<PathBuf> {
    let folder = workspace.folder();
    SecondFolder::chosen(folder, workspace.vault()).map(|chosen| chosen.home(folder))
}

/// What is to be said.
fn notices(now: &KnownDiary, known: &KnownDiaries, asked: &Path, report: &OpenReport) -> Vec<Notice> {
    // What has no number cannot be known again.
    if now.id.is_empty() {
        return Vec::new();
    }
    let here = known.in_folder(asked);
    let notice = |what: String, done: String| Notice { place: show_path(asked), what, done, kept: None };
    let held = |diary: &KnownDiary| count(diary.days, "day", "days");
    let mut said = Vec::new();
    match &here {
        Some(before) if before.id != now.id => said.push(notice(
            format!(
                "another diary lies here than on {}; that one held {}, this one holds {}",
                before.opened.short(),
                held(before),
                held(now)
            ),
            "if you did not put it here, close Gutskin, bring the other folder back, or start Gutskin with the folder where it lies now"
                .to_owned(),
        )),
        Some(before) if before.seq > now.seq => said.push(notice(
            format!(
                "an older state of this diary lies here: on {} it held {}, now it holds {}",
                before.opened.short(),
                held(before),
                held(now)
            ),
            "if a cloud folder is still at work, close Gutskin and wait; else “Backups” in the menu “Diary” shows what a newer copy \
             says otherwise"
                .to_owned(),
        )),
        Some(_) => {}
        None => said.extend(of_another_place(now, known).map(|(what, done)| notice(what, done))),
    }
    let is_news = here.is_none_or(|before| before.id != now.id || before.seq < now.seq);
    if report.is_written_elsewhere && is_news && now.seq > 0 {
        let on = now.saved.as_ref().and_then(in_words).map(|on| format!(", {on}")).unwrap_or_default();
        said.push(notice(
            format!("this diary was last written on another computer{on}"),
            "if both computers use it through a cloud folder, let that finish before you log, and close it on one before you open it \
             on the other"
                .to_owned(),
        ));
    }
    said
}

/// A diary that is opened from this folder for the first time, and lay in another before.
fn of_another_place(now: &KnownDiary, known: &KnownDiaries) -> Option<(String, String)> {
    let before = known.all().into_iter().find(|other| other.id == now.id && other.folder != now.folder)?;
    let (place, held) = (show_path(&before.folder), count(before.days, "day", "days"));
    let is_there =
        Whereabouts::of(&before.folder) == Whereabouts::Diary && diary_id(&before.folder).as_ref() == Some(&now.id);
    // Somebody said that it lies here.
    if before.moved_to.as_ref() == Some(&now.folder) && !is_there {
        return None;
    }
    Some(if is_there {
        (
            format!("the same diary also lies in {place}, where it held {held} on {}", before.opened.short()),
            "what you log here is not there, and the other way round; go on with one of the two, and keep the other as a copy".to_owned(),
        )
    } else {
        (
            format!("this diary lay in {place} until {}, and held {held}", before.opened.short()),
            format!("it holds {} here; if you moved it, all is well", count(now.days, "day", "days")),
        )
    })
}

fn in_words(moment: &Moment) -> Option<String> {
    Some(format!("{}, {}", moment.day()?.short(), moment.clock()))
}

impl Workspace {
    /// The same diary, remembered by this computer under the folder that was asked for. What is not as this computer knew it stands
    /// among the [`notices`](Self::notices) until somebody has read it. One that is only read, or made up, is not remembered.
    #[must_use]
    pub fn known_to(mut self, known: &KnownDiaries, asked: &Path) -> Self {
        if self.read_only().is_none() && !self.is_made_up() {
            self.acquaintance = Some(Acquaintance::of(&self, known.clone(), asked));
        }
        self
    }

    /// What is not as this computer knew it, and nobody has read yet.
    pub fn unread_whereabouts(&self) -> &[Notice] {
        self.acquaintance.as_ref().map_or(&[], Acquaintance::unread)
    }

    /// What is not as this computer knew it, which somebody reads now; a diary of which nothing is to be said is not remembered by it.
    pub fn whereabouts_taken_as_read(&self, known: &KnownDiaries, asked: &Path) -> Vec<Notice> {
        let now = KnownDiary::of(self, asked);
        let unread = notices(&now, known, asked, self.report());
        if !unread.is_empty() {
            known.remember(now);
        }
        unread
    }
}
