//! The workspace: one open diary with its history and its writer. The window and the command line are two faces of it.

mod encryption;
pub mod folders;
pub mod jobs;
mod notices;
mod open;
pub mod palette;
mod photos;
mod saver;

pub use notices::Notice;
pub use open::{Receipt, Workspace, WorkspaceError};
pub use photos::leftover_pictures;
pub use saver::{KeyWork, SaveState, Wake};
