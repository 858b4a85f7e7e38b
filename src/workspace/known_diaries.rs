//! The diaries that this computer has opened: where each lay, and how much it held. Kept with the preferences of this user and not
//! with the diary, since it has to outlive it: a folder that is moved, emptied or not connected must never look like a first start.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::folders;
use super::lost_diary::LostDiary;
use crate::model::record::SCHEMA;
use crate::model::ron_text;
use crate::model::text::show_path;
use crate::model::time::{Day, Moment};
use crate::storage::{Whereabouts, diary_id, write_private_unflushed};

const NAME: &str = "diaries.ron";
const FORMAT: &str = "gutskin/diaries";
/// Diaries that are remembered; the one that was opened longest ago goes first.
const MOST: usize = 40;
/// The most that is read, in bytes; far more than forty diaries take.
const MOST_BYTES: u64 = 1 << 20;

/// `diaries.ron`.
#[derive(Debug, Serialize, Deserialize)]
#[serde(rename = "Diaries", deny_unknown_fields)]
struct DiariesFile {
    format: String,
    schema: u32,
    diaries: Vec<KnownDiary>,
}

/// A diary as it was when it was last opened here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KnownDiary {
    /// Where it lay.
    pub folder: PathBuf,
    /// What tells it from all others.
    pub id: String,
    /// Number of its last change.
    pub seq: u64,
    /// Its logged days.
    pub days: usize,
    /// When it was last saved.
    pub saved: Option<Moment>,
    /// The day on which it was last opened here.
    pub opened: Day,
    /// Where its full copies lie besides.
    pub copies: Option<PathBuf>,
    /// Where somebody said that it lies now.
    pub moved_to: Option<PathBuf>,
}

/// The diaries that this computer has opened. Several programs may keep them at once; the last one counts.
#[derive(Debug, Clone, Default)]
pub struct KnownDiaries {
    file: Option<PathBuf>,
}

impl KnownDiaries {
    /// Those of this user; none for a user without a home.
    pub fn of_this_user() -> Self {
        Self { file: folders::preferences().map(|folder| folder.join(NAME)) }
    }

    /// Those that are kept in a file.
    pub fn at(file: PathBuf) -> Self {
        Self { file: Some(file) }
    }

    /// All of them, the one opened last first. A file that cannot be read knows none.
    pub fn all(&self) -> Vec<KnownDiary> {
        let is_plausible =
            |file: &&PathBuf| fs::metadata(file).is_ok_and(|meta| meta.is_file() && meta.len() <= MOST_BYTES);
        let text = self.file.as_ref().filter(is_plausible).and_then(|file| fs::read_to_string(file).ok());
        let file = text.and_then(|text| ron_text::read::<DiariesFile>(&text).ok());
        file.filter(|file| file.format == FORMAT).map(|file| file.diaries).unwrap_or_default()
    }

    /// The one that lay in a folder.
    pub fn in_folder(&self, folder: &Path) -> Option<KnownDiary> {
        let places = places_of(folder);
        self.all().into_iter().find(|known| places.contains(&known.folder))
    }

    /// The folder to open for one that was asked for: where somebody said that its diary lies now, if it is not there any more.
    pub fn resolved(&self, folder: &Path) -> PathBuf {
        let moved = || {
            let known = self.in_folder(folder).filter(|_| Whereabouts::of(folder) != Whereabouts::Diary)?;
            let moved_to = known.moved_to?;
            (diary_id(&moved_to).as_ref() == Some(&known.id)).then_some(moved_to)
        };
        moved().unwrap_or_else(|| folder.to_path_buf())
    }

    /// The diary that was lost from a folder, if one was.
    pub fn lost(&self, folder: &Path) -> Option<LostDiary> {
        let now = Whereabouts::of(folder);
        // One without a change is no loss.
        let known = self.in_folder(folder).filter(|known| known.seq > 0 && now != Whereabouts::Diary)?;
        Some(LostDiary { folder: folder.to_path_buf(), now, known })
    }

    /// Remembers a diary, in the place of what was known of its folder.
    pub fn remember(&self, diary: KnownDiary) {
        let mut all = self.all();
        all.retain(|known| known.folder != diary.folder);
        all.insert(0, diary);
        all.truncate(MOST);
        self.keep(all);
    }

    /// Remembers where a diary that lay in a folder lies now.
    pub fn remember_move(&self, folder: &Path, moved_to: &Path) {
        if let Some(known) = self.in_folder(folder) {
            let moved_to = Some(absolute(moved_to)).filter(|moved_to| *moved_to != known.folder);
            self.remember(KnownDiary { moved_to, ..known });
        }
    }

    /// Forgets what lay in a folder.
    pub fn forget(&self, folder: &Path) {
        let (mut all, places) = (self.all(), places_of(folder));
        let before = all.len();
        all.retain(|known| !places.contains(&known.folder));
        if all.len() < before {
            self.keep(all);
        }
    }

    fn keep(&self, diaries: Vec<KnownDiary>) {
        let Some(file) = &self.file else { return };
        let content = DiariesFile { format: FORMAT.to_owned(), schema: SCHEMA, diaries };
        let text = ron_text::to_lines(&content).map_err(|error| error.to_string());
        let kept = text.and_then(|text| {
            let text =
                format!("#![enable(implicit_some)]\n// Where diaries were opened. Made by the program.\n{text}\n");
            write_private_unflushed(file, text.as_bytes()).map_err(|error| error.to_string())
        });
        if let Err(error) = kept {
            log::warn!("{}: where diaries lie is not remembered: {error}", show_path(file));
        }
    }
}

/// A path that says the same wherever the program is started.
pub(super) fn absolute(folder: &Path) -> PathBuf {
    std::path::absolute(folder).unwrap_or_else(|_| folder.to_path_buf())
}

/// The names under which a folder may be known.
fn places_of(folder: &Path) -> Vec<PathBuf> {
    std::iter::once(absolute(folder)).chain(folder.canonicalize()).collect()
}
