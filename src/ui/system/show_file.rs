//! Shows a file with the system's own programs: the file itself in its viewer, from where it can be printed, or its place in its
//! folder.

use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

/// What is to be shown of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Showing {
    /// The file, in the system's viewer.
    File,
    /// The folder it lies in.
    Folder,
}

/// Asks the system to show a file.
///
/// # Errors
/// What the operating system said where it has no program for it.
pub fn show_file(path: &Path, what: Showing) -> std::io::Result<()> {
    let mut command = command(path, what);
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn()?;
    // Whatever it answers, the file is where it is.
    thread::spawn(move || child.wait().is_ok());
    Ok(())
}

fn command(path: &Path, what: Showing) -> Command {
    if cfg!(target_os = "windows") {
        let mut command = Command::new("explorer");
        match what {
            Showing::File => command.arg(path),
            Showing::Folder => command.arg(path.parent().unwrap_or(path)),
        };
        return command;
    }
    let mut command = Command::new(if cfg!(target_os = "macos") { "open" } else { "xdg-open" });
    match what {
        Showing::File => command.arg(path),
        Showing::Folder => command.arg(path.parent().unwrap_or(path)),
    };
    command
}
