//! Where the files of this user lie unless another place is named.

use std::path::PathBuf;

use directories::ProjectDirs;

fn of_this_program() -> Option<ProjectDirs> {
    ProjectDirs::from("", "", "gutskin")
}

/// The folder of the diary; `None` for a user without a home.
pub fn diary() -> Option<PathBuf> {
    of_this_program().map(|folders| folders.data_dir().to_path_buf())
}

/// The folder for how the window is looked at, which is nowhere the folder of the diary; `None` for a user without a home.
pub fn preferences() -> Option<PathBuf> {
    of_this_program().map(|folders| folders.preference_dir().to_path_buf())
}
