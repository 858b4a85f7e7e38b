//! Tidying: what the journal holds goes into month files, and journal files that two other copies cover go.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::atomic;
use super::envelope::{IndexFile, IndexedMonth, encode};
use super::error::StorageError;
use super::folder::{Folder, copies_in};
use super::load::{self, OnDisk, pages_of};
use super::private;
use super::problem::Problem;
use super::store::Store;
use super::thinning::surplus;
use crate::edit::Op;
use crate::model::diary::Diary;
use crate::model::files::{CatalogFile, CoursesFile, FoodsFile, MonthFile, SCHEMA, SettingsFile, schema_with};
use crate::model::pantry::Pantry;
use crate::model::time::{Day, Moment, Month};

/// Journal files that always stay.
const JOURNALS_KEPT: usize = 20;
/// What is written as one file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Unit {
    Month(Month),
    Courses,
    Catalog,
    Foods,
    Settings,
}

impl Unit {
    /// The unit a change belongs to.
    pub fn of(op: &Op) -> Self {
        match op {
            Op::PutDay(page) => Self::Month(Month::of(page.date)),
            Op::DelDay(day) => Self::Month(Month::of(*day)),
            Op::PutCourse(_) | Op::DelCourse(_) => Self::Courses,
            Op::PutTrackable(_) | Op::DelTrackable(_) => Self::Catalog,
            Op::PutPantry(_) | Op::DelPantry(_) => Self::Foods,
            Op::PutSettings(_) | Op::PutProfile(_) => Self::Settings,
        }
    }

    /// Name of its file without ending, and of its folder of copies.
    pub fn name(self) -> String {
        match self {
            Self::Month(month) => month.to_string(),
            Self::Courses => "courses".to_owned(),
            Self::Catalog => "catalog".to_owned(),
            Self::Foods => "foods".to_owned(),
            Self::Settings => "settings".to_owned(),
        }
    }

    /// Its file.
    pub fn path(self, folder: &Folder) -> PathBuf {
        match self {
            Self::Month(month) => folder.month(month),
            other => folder.single(&other.name()),
        }
    }

    fn encode(self, diary: &Diary, seq: u64) -> Result<Vec<u8>, String> {
        let edit = "You may edit this while Gutskin is closed: it then says how to take the change over. Comments are not kept.";
        let schema = SCHEMA;
        match self {
            Self::Month(month) => {
                let name = month.first_day().map(Day::month_name).unwrap_or_default();
                let days = pages_of(diary, month).iter().map(|page| page.as_ref().clone()).collect();
                encode(
                    &format!("{name}. {edit}"),
                    &MonthFile { format: "gutskin/month".to_owned(), schema, month, seq, days },
                )
            }
            Self::Courses => {
                let courses = diary.courses().cloned().collect();
                encode(
                    &format!("courses. {edit}"),
                    &CoursesFile { format: "gutskin/courses".to_owned(), schema, seq, courses },
                )
            }
            Self::Catalog => {
                let trackables: Vec<_> = diary.catalogue().changed().cloned().collect();
                let schema = schema_with(&trackables);
                let file = CatalogFile { format: "gutskin/catalog".to_owned(), schema, seq, trackables };
                encode(&format!("own and changed trackables. {edit}"), &file)
            }
            Self::Foods => {
                let pantry = Pantry::clone(diary.pantry());
                let file = FoodsFile { format: "gutskin/foods".to_owned(), schema, seq, pantry };
                encode(&format!("own foods, recipes, meal templates, favourites, drinks. {edit}"), &file)
            }
            Self::Settings => {
                let (settings, profile) = (diary.settings().clone(), diary.profile().clone());
                let file = SettingsFile { format: "gutskin/settings".to_owned(), schema, seq, settings, profile };
                encode(&format!("settings and profile. {edit}"), &file)
            }
        }
    }
}

impl Store {
    /// Writes what the journal holds into the month files. `diary` must be the diary after the last [`Store::append`].
    /// Stopped at any point, it leaves old or new files, whole, and the journal.
    ///
    /// # Errors
    /// [`StorageError`]; the journal still holds everything.
    pub fn tidy(&mut self, diary: &Diary) -> Result<(), StorageError> {
        let tidied = self.write_behind(diary);
        self.untidied = tidied.as_ref().err().map(|error| Problem::untidied(&self.folder, error));
        tidied
    }

    fn write_behind(&mut self, diary: &Diary) -> Result<(), StorageError> {
        if let Some(refusal) = self.refusal() {
            return Err(refusal);
        }
        if self.is_tidy() {
            return Ok(());
        }
        if !self.behind.is_empty() {
            self.close_journal();
            for unit in self.behind.clone() {
                self.write_unit(unit, diary)?;
            }
            self.write_index(diary)?;
            self.copy_whole(diary)?;
            self.behind.clear();
            self.journal_bytes = 0;
            self.is_thin = false;
        }
        self.thin()?;
        self.is_thin = true;
        Ok(())
    }

    fn write_unit(&mut self, unit: Unit, diary: &Diary) -> Result<(), StorageError> {
        let path = unit.path(&self.folder);
        let made = |what| StorageError::Damaged { file: path.clone(), what };
        let bytes = unit.encode(diary, self.seq).map_err(made)?;
        if let Some(old) = load::read(&path)? {
            let hash = blake3::hash(&old);
            match self.on_disk.get(&unit) {
                Some(known) if known.hash == hash && known.is_sound => self.copy(unit, known.seq, &old)?,
                // Named when it was read; no copy to fall back on, so it goes where the others of its kind are.
                Some(known) if known.hash == hash => drop(put_aside(&self.folder, &path, &old)?),
                // Somebody changed the file since it was read: put theirs aside before ours takes its place.
                _ => {
                    let kept = put_aside(&self.folder, &path, &old)?;
                    self.found.push(Problem::gave_way(&self.folder, &path, kept));
                }
            }
        }
        private::make_folder(path.parent().unwrap_or(Path::new(".")))?;
        atomic::replace(&path, &bytes)?;
        self.on_disk.insert(unit, OnDisk { seq: self.seq, hash: blake3::hash(&bytes), is_sound: true });
        Ok(())
    }

    fn copy(&self, unit: Unit, seq: u64, bytes: &[u8]) -> Result<(), StorageError> {
        let folder = self.folder.backups(&unit.name());
        let path = folder.join(format!("s{seq:08}.ron"));
        if path.exists() {
            return Ok(());
        }
        private::make_folder(&folder)?;
        atomic::replace(&path, bytes)
    }

    fn write_index(&self, diary: &Diary) -> Result<(), StorageError> {
        let mut days: BTreeMap<Month, usize> = BTreeMap::new();
        for page in diary.pages() {
            *days.entry(Month::of(page.date)).or_default() += 1;
        }
        let months = self.on_disk.iter().filter_map(|(unit, file)| match unit {
            Unit::Month(month) => {
                Some(IndexedMonth { month: *month, seq: file.seq, days: days.get(month).copied().unwrap_or(0) })
            }
            _ => None,
        });
        let saved_at = self.last_saved.clone().or_else(|| Some(Moment::now()));
        let index = IndexFile {
            format: "gutskin/index".to_owned(),
            schema: SCHEMA,
            seq: self.seq,
            saved_at,
            months: months.collect(),
        };
        let path = self.folder.index();
        let bytes = encode("what should be here. Made by the program; editing it changes nothing.", &index)
            .map_err(|what| StorageError::Damaged { file: path.clone(), what })?;
        atomic::replace(&path, &bytes)
    }

    /// Lets journal files go whose every change is in a month file and in a separate copy, except the last twenty.
    fn thin(&mut self) -> Result<(), StorageError> {
        let too_many = self.journals.len().saturating_sub(JOURNALS_KEPT);
        for (path, touched) in self.journals.drain(..too_many).collect::<Vec<_>>() {
            for (unit, seq) in touched {
                self.cover(unit, seq)?;
            }
            fs::remove_file(&path).map_err(StorageError::io("remove", &path))?;
        }
        let units: Vec<Unit> = self.on_disk.keys().copied().collect();
        for unit in units {
            for path in surplus(&self.folder.backups(&unit.name()))? {
                fs::remove_file(&path).map_err(StorageError::io("remove", &path))?;
            }
        }
        Ok(())
    }

    /// Makes sure that a separate copy holds a unit's changes up to `seq`.
    fn cover(&self, unit: Unit, seq: u64) -> Result<(), StorageError> {
        let newest = copies_in(&self.folder.backups(&unit.name()))?.first().map_or(0, |(seq, _)| *seq);
        if newest >= seq {
            return Ok(());
        }
        let path = unit.path(&self.folder);
        match (load::read(&path)?, self.on_disk.get(&unit)) {
            (Some(bytes), Some(known)) if known.is_sound && known.hash == blake3::hash(&bytes) && known.seq >= seq => {
                self.copy(unit, known.seq, &bytes)
            }
            _ => Err(StorageError::Damaged {
                file: path,
                what: "changed outside Gutskin while it was open, so the journal is kept".to_owned(),
            }),
        }
    }
}

/// Copies bytes that are not taken over into quarantine, and gives their place in the folder. The program never deletes there.
pub(super) fn put_aside(folder: &Folder, path: &Path, bytes: &[u8]) -> Result<PathBuf, StorageError> {
    let quarantine = folder.quarantine();
    private::make_folder(&quarantine)?;
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let sum = blake3::hash(bytes).to_hex();
    let target = quarantine.join(format!("{stem}-{}.ron", &sum.as_str()[..8]));
    if !target.exists() {
        atomic::replace(&target, bytes)?;
    }
    Ok(folder.shown(&target))
}
