//! The whole diary in one file, once a week: for the day when more than one file is lost, and to take along.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::atomic;
use super::envelope::{decode, encode};
use super::error::StorageError;
use super::folder::{Folder, files_in};
use super::load;
use super::private;
use super::store::Store;
use super::thinning::surplus_of_whole;
use super::tidy::Unit;
use crate::model::course::Course;
use crate::model::diary::Diary;
use crate::model::files::{CatalogFile, CoursesFile, FoodsFile, MonthFile, SCHEMA, SettingsFile, schema_with};
use crate::model::page::Page;
use crate::model::pantry::Pantry;
use crate::model::profile::Profile;
use crate::model::settings::Settings;
use crate::model::time::{Day, Month};
use crate::model::trackable::Trackable;

/// `backups/full/2026-W10-s00001042.ron`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename = "Whole", deny_unknown_fields)]
pub(super) struct WholeFile {
    pub format: String,
    pub schema: u32,
    pub seq: u64,
    pub days: Vec<Page>,
    pub courses: Vec<Course>,
    pub trackables: Vec<Trackable>,
    #[serde(default, skip_serializing_if = "Pantry::is_empty")]
    pub pantry: Pantry,
    pub settings: Settings,
    pub profile: Profile,
}

/// What one unit's file would hold of a whole copy; `None` if the copy has nothing of it.
pub(super) trait Part: Sized {
    /// The part of a unit.
    fn of(whole: &WholeFile, unit: Unit) -> Option<Self>;
}

impl Part for MonthFile {
    fn of(whole: &WholeFile, unit: Unit) -> Option<Self> {
        let Unit::Month(month) = unit else { return None };
        let days: Vec<Page> = whole.days.iter().filter(|page| Month::of(page.date) == month).cloned().collect();
        let (format, schema, seq) = ("gutskin/month".to_owned(), SCHEMA, whole.seq);
        (!days.is_empty()).then_some(Self { format, schema, month, seq, days })
    }
}

impl Part for CoursesFile {
    fn of(whole: &WholeFile, _unit: Unit) -> Option<Self> {
        let (format, courses) = ("gutskin/courses".to_owned(), whole.courses.clone());
        (!courses.is_empty()).then_some(Self { format, schema: SCHEMA, seq: whole.seq, courses })
    }
}

impl Part for CatalogFile {
    fn of(whole: &WholeFile, _unit: Unit) -> Option<Self> {
        let (format, trackables) = ("gutskin/catalog".to_owned(), whole.trackables.clone());
        let schema = schema_with(&trackables);
        (!trackables.is_empty()).then_some(Self { format, schema, seq: whole.seq, trackables })
    }
}

impl Part for FoodsFile {
    fn of(whole: &WholeFile, _unit: Unit) -> Option<Self> {
        let (format, pantry) = ("gutskin/foods".to_owned(), whole.pantry.clone());
        (!pantry.is_empty()).then_some(Self { format, schema: SCHEMA, seq: whole.seq, pantry })
    }
}

impl Part for SettingsFile {
    fn of(whole: &WholeFile, _unit: Unit) -> Option<Self> {
        let (settings, profile) = (whole.settings.clone(), whole.profile.clone());
        let differs = settings != Settings::default() || profile != Profile::default();
        let (format, seq) = ("gutskin/settings".to_owned(), whole.seq);
        differs.then_some(Self { format, schema: SCHEMA, seq, settings, profile })
    }
}

/// Whole copies, newest change first.
fn copies(folder: &Path) -> Result<Vec<(u64, PathBuf)>, StorageError> {
    let seq_of = |path: &Path| path.file_stem()?.to_str()?.rsplit_once("-s")?.1.parse().ok();
    let mut copies: Vec<(u64, PathBuf)> =
        files_in(folder, "ron")?.into_iter().filter_map(|path| Some((seq_of(&path)?, path))).collect();
    copies.sort_by_key(|(seq, _)| std::cmp::Reverse(*seq));
    Ok(copies)
}

/// The newest whole copy that is sound.
pub(super) fn newest(folder: &Folder) -> Result<Option<WholeFile>, StorageError> {
    for (_, path) in copies(&folder.backups("full"))? {
        let Some(bytes) = load::read(&path)? else { continue };
        if let Ok(decoded) = decode::<WholeFile>(&bytes)
            && decoded.sum_fits
        {
            return Ok(Some(decoded.content));
        }
    }
    Ok(None)
}

impl Store {
    /// Writes the whole diary once a week, and lets older copies go. To be called when the files hold everything.
    pub(super) fn copy_whole(&self, diary: &Diary) -> Result<(), StorageError> {
        let folder = self.folder.backups("full");
        let week = Day::calendar_today().week_name();
        let is_of_week = |path: &Path| path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(&week));
        if diary.span().is_none() || copies(&folder)?.iter().any(|(_, path)| is_of_week(path)) {
            return Ok(());
        }
        let trackables: Vec<Trackable> = diary.catalogue().changed().cloned().collect();
        let whole = WholeFile {
            format: "gutskin/whole".to_owned(),
            schema: schema_with(&trackables),
            seq: self.seq,
            days: diary.pages().map(|page| page.as_ref().clone()).collect(),
            courses: diary.courses().cloned().collect(),
            trackables,
            pantry: Pantry::clone(diary.pantry()),
            settings: diary.settings().clone(),
            profile: diary.profile().clone(),
        };
        let path = folder.join(format!("{week}-s{:08}.ron", self.seq));
        let bytes = encode("the whole diary. Used when more than one file is lost.", &whole)
            .map_err(|what| StorageError::Damaged { file: path.clone(), what })?;
        private::make_folder(&folder)?;
        atomic::replace(&path, &bytes)?;
        for path in surplus_of_whole(copies(&folder)?)? {
            fs::remove_file(&path).map_err(StorageError::io("remove", &path))?;
        }
        Ok(())
    }
}
