//! The workspace: one open diary with its history and its writer. The window and the command line are two faces of it.

mod backups;
mod clock;
mod encryption;
pub mod folders;
pub mod jobs;
mod notices;
mod open;
pub mod palette;
mod photos;
mod saver;
mod second_copies;
mod writer;

pub use notices::Notice;
pub use open::{Receipt, Workspace, WorkspaceError};
pub use photos::leftover_pictures;
pub use saver::{KeyWork, SaveState, Wake};
pub use second_copies::SecondState;
