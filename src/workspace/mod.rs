//! The workspace: one open diary with its history and its writer. The window and the command line are two faces of it.

mod backups;
mod clock;
mod edits;
mod encryption;
mod error;
pub mod folders;
pub mod jobs;
mod known_diaries;
mod lost_diary;
mod notices;
mod open;
pub mod palette;
mod photos;
mod sample_diary;
mod saver;
mod second_copies;
mod way_in;
mod whereabouts;
mod writer;

pub use edits::Receipt;
pub use error::WorkspaceError;
pub use known_diaries::{KnownDiaries, KnownDiary};
pub use lost_diary::LostDiary;
pub use notices::Notice;
pub use open::Workspace;
pub use photos::leftover_pictures;
pub use saver::{KeyWork, SaveState, Wake};
pub use second_copies::SecondState;
pub use way_in::Way;
