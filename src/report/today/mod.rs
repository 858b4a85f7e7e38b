//! Today at a glance: how skin and gut stand against last week, what runs, what comes next, and once a week what the last one was.
//! Everything is worked out once for a state of the diary; the window only shows it.

mod look_back;
mod running;
mod tile;
mod tile_keys;

pub use self::look_back::{LookBack, look_back};
pub use self::running::{Running, RunningLead};
pub use self::tile::{TILE_DAYS, Tile};

use crate::columns::DayTable;
use crate::model::diary::Diary;
use crate::model::entry::EntryKind;
use crate::model::time::Day;

/// Letters of a note that are shown.
const NOTE_LETTERS: usize = 160;

/// What is written down last.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LastNote {
    /// Its day.
    pub day: Day,
    /// Its beginning.
    pub words: String,
}

/// Today at a glance.
#[derive(Debug, Clone, PartialEq)]
pub struct TodaySummary {
    /// Skin, gut, and what the person's condition is about.
    pub tiles: Vec<Tile>,
    /// Keys of what is drawn below them: the skin as a whole, and the sign that the person's condition is about.
    pub drawn: Vec<String>,
    /// What runs: courses, what is being tried, a trial.
    pub running: Vec<Running>,
    /// The last note.
    pub note: Option<LastNote>,
    /// The last whole week, if anything was logged in it.
    pub look_back: Option<LookBack>,
}

impl TodaySummary {
    /// The summary of a diary on a day.
    pub fn new(diary: &Diary, table: &DayTable, today: Day) -> Self {
        let tiles = tile_keys::tile_keys(diary.profile());
        Self {
            tiles: tiles.iter().filter_map(|key| Tile::new(diary, table, key, today)).collect(),
            drawn: tile_keys::drawn_keys(diary.profile()),
            running: running::running(diary, today),
            note: last_note(diary, today),
            look_back: look_back(diary, table, today),
        }
    }
}

fn last_note(diary: &Diary, today: Day) -> Option<LastNote> {
    let days = diary.day_records_between(today.plus(-365), today).rev();
    let mut notes = days.flat_map(|record| record.entries.iter().rev().map(move |entry| (record.date, entry)));
    notes.find_map(|(day, entry)| {
        let text = entry.text.as_ref().filter(|_| entry.kind == EntryKind::Note)?;
        let more = if text.as_str().chars().count() > NOTE_LETTERS { "…" } else { "" };
        let words = format!("{}{more}", text.as_str().chars().take(NOTE_LETTERS).collect::<String>());
        Some(LastNote { day, words })
    })
}
