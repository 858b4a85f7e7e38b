//! `gutskin check`: reads every file, changes none, and says what it found.

use std::fmt::Write;
use std::path::Path;

use super::exit::{Code, Failure};
use super::show::print;
use crate::storage::Store;

pub(super) fn run(folder: &Path) -> Result<(), Failure> {
    let found = Store::check(folder)?;
    let mut text = String::new();
    for problem in &found.problems {
        writeln!(text, "{problem}").ok();
    }
    writeln!(text, "{} days in {} files", found.days, found.files).ok();
    if found.is_sound() {
        return print(&(text + "sound\n"));
    }
    print(&text)?;
    Err(Failure::new(
        Code::Damaged,
        format!("{} holds damaged files, listed above; nothing was changed", folder.display()),
    ))
}
