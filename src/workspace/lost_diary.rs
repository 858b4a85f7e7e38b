//! A diary that is not where it was: what was there, what is there now, and the copies that are known of it.

use std::fmt;
use std::path::PathBuf;

use super::known_diaries::KnownDiary;
use crate::model::text::show_path;
use crate::storage::Whereabouts;
use crate::storage::copies::DiaryCopy;
use crate::storage::second_folder::{full, whole_copies};
use crate::words::count;

/// A diary that is not where it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LostDiary {
    /// Where it was looked for.
    pub folder: PathBuf,
    /// What lies there now.
    pub now: Whereabouts,
    /// What was there.
    pub known: KnownDiary,
}

impl LostDiary {
    /// What is there now and what was there, as the rest of a sentence that begins with the folder.
    pub fn what(&self) -> String {
        let held = count(self.known.days, "day", "days");
        format!("{}; the diary that was opened here on {} held {held}", self.now.words(), self.known.opened.short())
    }

    /// The full copies of it that can be reached now, newest first. A place that cannot be read has none.
    pub fn copies(&self) -> Vec<DiaryCopy> {
        let places = self.known.copies.iter().cloned().chain(std::iter::once(full(&self.folder)));
        places.flat_map(|place| whole_copies(&place).unwrap_or_default()).collect()
    }
}

impl fmt::Display for LostDiary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", show_path(&self.folder), self.what())
    }
}
