//! Reading a diary's folder: journal first, then month files, index last; every read error is an error, never "empty".

use std::collections::{BTreeMap, BTreeSet};
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::completeness::LostLine;
use super::envelope::{DecodeError, IndexFile, LARGEST_FILE, decode};
use super::error::StorageError;
use super::folder::{Folder, files_in, folders_in};
use super::head::Head;
use super::identity::decoded_identity;
use super::journal::{self, Record};
use super::problem::{Problem, take_over};
use super::tidy::{Unit, put_aside};
use super::whole::WholeFile;
use crate::edit::{Op, check_course, check_item, check_page, check_trackable};
use crate::model::diary::Diary;
use crate::model::files::{CatalogFile, CoursesFile, FoodsFile, MonthFile, SettingsFile};
use crate::model::time::{Moment, Month};

/// What a folder holds.
#[derive(Default)]
pub(super) struct Loaded {
    pub diary: Diary,
    /// Number of the last change.
    pub seq: u64,
    pub problems: Vec<Problem>,
    pub newer: Option<u32>,
    pub last_saved: Option<Moment>,
    /// For each file that was read: the last change inside it, and the sum of its bytes.
    pub on_disk: BTreeMap<Unit, OnDisk>,
    /// Every unit that was looked for.
    pub units: BTreeSet<Unit>,
    /// Units with changes that their files do not hold yet.
    pub behind: BTreeSet<Unit>,
    /// Journal files with the units they touch and the last change of each.
    pub journals: Vec<(PathBuf, BTreeMap<Unit, u64>)>,
    /// Files that will be replaced by what is in force, to be put aside before.
    pub edited: Vec<Edited>,
    /// Files read.
    pub files: usize,
}

/// A file that somebody edited, or that was damaged so that it can still be read.
#[derive(Debug)]
pub(super) struct Edited {
    pub path: PathBuf,
    pub bytes: Vec<u8>,
    /// Place of what was said about it in [`Loaded::problems`].
    pub problem: usize,
    /// What to say of it once it lies in quarantine, if anything else than before.
    pub once_aside: Option<&'static str>,
}

/// A file as it was last read or written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct OnDisk {
    pub seq: u64,
    pub hash: blake3::Hash,
    /// Whether its sum fits. Any other is no copy to fall back on.
    pub is_sound: bool,
}

impl Loaded {
    /// Copies what was edited into quarantine, and says so where it was named.
    pub fn put_edited_aside(&mut self, folder: &Folder) -> Result<(), StorageError> {
        for edited in &self.edited {
            let kept = put_aside(folder, &edited.path, &edited.bytes)?;
            if let Some(problem) = self.problems.get_mut(edited.problem) {
                if let Some(words) = edited.once_aside {
                    problem.done = format!("{words}; {}", take_over(&kept));
                }
                problem.kept = Some(kept);
            }
        }
        Ok(())
    }
}

/// What `gutskin check` found.
#[derive(Debug, Clone)]
pub struct CheckReport {
    /// What is wrong, file by file.
    pub problems: Vec<Problem>,
    /// Days that can be read.
    pub days: usize,
    /// Files read.
    pub files: usize,
}

impl CheckReport {
    /// Whether nothing is damaged.
    pub fn is_sound(&self) -> bool {
        self.problems.is_empty()
    }
}

/// Reads a file whole, or says why not. `None` if it is not there.
pub(super) fn read(path: &Path) -> Result<Option<Vec<u8>>, StorageError> {
    let file = match File::open(path) {
        Ok(file) => file,
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(None),
        Err(error) => return Err(StorageError::io("open", path)(error)),
    };
    let meta = file.metadata().map_err(StorageError::io("read", path))?;
    if !meta.is_file() || meta.len() > LARGEST_FILE {
        let what = if meta.is_file() { "larger than any file of a diary" } else { "not a file" };
        return Err(StorageError::Damaged { file: path.to_path_buf(), what: what.to_owned() });
    }
    let mut bytes = Vec::with_capacity(usize::try_from(meta.len()).unwrap_or(0));
    file.take(LARGEST_FILE).read_to_end(&mut bytes).map_err(StorageError::io("read", path))?;
    Ok(Some(bytes))
}

/// Reads everything in a folder. Damage is told in [`Loaded::problems`], not as an error.
pub(super) fn load(folder: &Folder) -> Result<Loaded, StorageError> {
    let mut reader = Loader {
        folder,
        loaded: Loaded::default(),
        seq_of: BTreeMap::new(),
        lost_lines: Vec::new(),
        indexed: BTreeSet::new(),
        whole: None,
        sought_whole: false,
        seek_whole: false,
    };
    reader.identity();
    let records = reader.journals()?;
    let index = reader.index()?;
    reader.files(index.as_ref())?;
    reader.judge_lost_lines(index.as_ref());
    reader.replay(&records, index.as_ref());
    reader.check_index(index.as_ref(), &records);
    reader.validate();
    let mut loaded = reader.loaded;
    loaded.last_saved =
        records.last().map(|record| record.at.clone()).or_else(|| index.and_then(|index| index.saved_at));
    Ok(loaded)
}

/// A folder being read.
pub(super) struct Loader<'a> {
    pub(super) folder: &'a Folder,
    pub(super) loaded: Loaded,
    /// The last change inside what is held of each unit.
    pub(super) seq_of: BTreeMap<Unit, u64>,
    /// Lines of the journal that could not be read.
    pub(super) lost_lines: Vec<LostLine>,
    /// Months the index knows.
    pub(super) indexed: BTreeSet<Month>,
    /// The newest whole copy, read when first needed.
    pub(super) whole: Option<WholeFile>,
    /// Whether it was looked for.
    pub(super) sought_whole: bool,
    /// Whether it is worth looking for, since a file is not as it was written.
    pub(super) seek_whole: bool,
}

impl Loader<'_> {
    pub(super) fn damage(&mut self, path: &Path, line: Option<usize>, what: impl Into<String>, done: &str) {
        self.problem(path, line, what.into(), done, true);
    }

    pub(super) fn problem(&mut self, path: &Path, line: Option<usize>, what: String, done: &str, is_damage: bool) {
        let file = self.folder.shown(path);
        self.loaded.problems.push(Problem { file, line, what, done: done.to_owned(), is_damage, kept: None });
    }

    pub(super) fn edited_or_damaged(&mut self, path: &Path, done: &str) {
        self.problem(path, None, "edited outside Gutskin, or damaged: its sum does not fit".to_owned(), done, false);
    }

    /// Remembers that the file named last is to be put aside.
    pub(super) fn await_quarantine(&mut self, path: &Path, bytes: Vec<u8>, once_aside: Option<&'static str>) {
        let problem = self.loaded.problems.len().saturating_sub(1);
        self.loaded.edited.push(Edited { path: path.to_path_buf(), bytes, problem, once_aside });
    }

    fn identity(&mut self) {
        if let Ok(Some(decoded)) = decoded_identity(self.folder)
            && !decoded.sum_fits
        {
            self.edited_or_damaged(
                &self.folder.identity(),
                "nothing is lost by it, since it only says that this folder is a diary",
            );
        }
    }

    fn journals(&mut self) -> Result<Vec<Record>, StorageError> {
        let mut records: BTreeMap<u64, Record> = BTreeMap::new();
        for path in files_in(&self.folder.journal(), "ron")? {
            let Some(bytes) = read(&path)? else { continue };
            self.loaded.files += 1;
            let lines = journal::decode(&bytes);
            for bad in &lines.bad {
                let seq = lines.highest_seq(bad).unwrap_or(u64::MAX);
                self.lost_lines.push(LostLine { path: path.clone(), line: bad.line, why: bad.why.clone(), seq });
            }
            let mut touched = BTreeMap::new();
            for record in lines.records {
                for op in &record.ops {
                    touched.insert(Unit::of(op), record.seq);
                }
                let seq = record.seq;
                if let Some(other) = records.insert(seq, record)
                    && records.get(&seq).is_some_and(|record| record.ops != other.ops)
                {
                    self.damage(
                        &path,
                        None,
                        format!("change {seq} stands twice and differs"),
                        "the later file was used",
                    );
                }
            }
            self.loaded.journals.push((path, touched));
        }
        Ok(records.into_values().collect())
    }

    fn files(&mut self, index: Option<&IndexFile>) -> Result<(), StorageError> {
        // A month whose file is gone still has its copies, or the index knows of it.
        let mut months = copied_months(self.folder)?;
        self.indexed = index.into_iter().flat_map(|index| &index.months).map(|known| known.month).collect();
        months.extend(&self.indexed);
        for path in files_in(&self.folder.days(), "ron")? {
            let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
            // “2026-3.ron” parses as a month too, but is not where that month is kept.
            if let Some(month) = stem.parse::<Month>().ok().filter(|month| month.to_string() == stem) {
                months.insert(month);
            } else {
                let what = "this is not a month of the diary, perhaps a copy of one".to_owned();
                let done = "it was not read and left where it is; compare it with the month and move it away";
                self.problem(&path, None, what, done, false);
            }
        }
        for month in months {
            self.unit::<MonthFile>(
                Unit::Month(month),
                |file| Head { seq: file.seq, wrong: file.wrong(month) },
                |file, diary| {
                    file.days.into_iter().for_each(|page| Op::PutDay(page).put(diary));
                },
            )?;
        }
        self.unit::<CoursesFile>(
            Unit::Courses,
            |file| Head { seq: file.seq, wrong: None },
            |file, diary| {
                file.courses.into_iter().for_each(|course| Op::PutCourse(course).put(diary));
            },
        )?;
        self.unit::<CatalogFile>(
            Unit::Catalog,
            |file| Head { seq: file.seq, wrong: None },
            |file, diary| {
                file.trackables.into_iter().for_each(|trackable| Op::PutTrackable(trackable).put(diary));
            },
        )?;
        self.unit::<FoodsFile>(
            Unit::Foods,
            |file| Head { seq: file.seq, wrong: None },
            |file, diary| file.pantry.items().for_each(|item| Op::PutPantry(item).put(diary)),
        )?;
        self.unit::<SettingsFile>(
            Unit::Settings,
            |file| Head { seq: file.seq, wrong: None },
            |file, diary| {
                Op::PutSettings(file.settings).put(diary);
                Op::PutProfile(file.profile).put(diary);
            },
        )
    }

    fn index(&mut self) -> Result<Option<IndexFile>, StorageError> {
        let path = self.folder.index();
        let Some(bytes) = read(&path)? else { return Ok(None) };
        self.loaded.files += 1;
        match decode::<IndexFile>(&bytes) {
            Ok(decoded) if decoded.sum_fits => Ok(Some(decoded.content)),
            Ok(_) => {
                self.put_index_aside(&path, bytes, None, "its sum does not fit".to_owned());
                Ok(None)
            }
            Err(DecodeError::Newer(schema)) => {
                self.loaded.newer = self.loaded.newer.max(Some(schema));
                Ok(None)
            }
            Err(DecodeError::Broken(line, why)) => {
                self.put_index_aside(&path, bytes, line, why);
                Ok(None)
            }
        }
    }

    /// The index only advises: without it nothing is lost.
    fn put_index_aside(&mut self, path: &Path, bytes: Vec<u8>, line: Option<usize>, why: String) {
        let done = "it was not used, and nothing is lost by it: it only lists what should be here, and is made anew";
        self.problem(path, line, why, done, false);
        self.await_quarantine(path, bytes, None);
    }

    /// Everything that was read must obey the rules every form obeys.
    fn validate(&mut self) {
        let diary = std::mem::take(&mut self.loaded.diary);
        for page in diary.pages() {
            if let Err(error) = check_page(page, diary.catalogue()) {
                let path = Unit::Month(Month::of(page.date)).path(self.folder);
                self.damage(&path, None, error.to_string(), "the day is shown as it stands and not written");
            }
        }
        for error in diary.courses().filter_map(|course| check_course(course).err()) {
            let path = Unit::Courses.path(self.folder);
            self.damage(&path, None, error.to_string(), "the course is shown as it stands and not written");
        }
        for error in diary.catalogue().changed().filter_map(|trackable| check_trackable(trackable).err()) {
            let path = Unit::Catalog.path(self.folder);
            self.damage(&path, None, error.to_string(), "the trackable is shown as it stands and not written");
        }
        for error in diary.pantry().items().filter_map(|item| check_item(diary.pantry(), &item).err()) {
            let path = Unit::Foods.path(self.folder);
            self.damage(&path, None, error.to_string(), "it is shown as it stands and not written");
        }
        self.loaded.diary = diary;
    }
}

/// Months of which there are earlier copies.
fn copied_months(folder: &Folder) -> Result<BTreeSet<Month>, StorageError> {
    Ok(folders_in(&folder.backups(""))?.iter().filter_map(|name| name.parse().ok()).collect())
}

/// The pages of a month, in order.
pub(super) fn pages_of(diary: &Diary, month: Month) -> Vec<Arc<crate::model::page::Page>> {
    let Some(first) = month.first_day() else { return Vec::new() };
    diary.pages_between(first, first.plus(31)).filter(|page| Month::of(page.date) == month).cloned().collect()
}
