//! `gutskin check --take`: what a file says otherwise than the diary, day by day, and taking it over in one step.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use super::args::CheckArgs;
use super::dates::parse_day;
use super::exit::{Code, Failure};
use super::output::{print, tell};
use super::passphrase::unlock;
use super::place::{finish, open_to_write_with, open_with};
use crate::edit::Command;
use crate::edit::comparison::{DayComparison, compare};
use crate::model::time::Day;
use crate::storage::Access;
use crate::storage::copies::{CopyError, days_in};
use crate::words::count;

pub(super) fn run(folder: &Path, file: &Path, args: &CheckArgs) -> Result<(), Failure> {
    let file = place_of(folder, file);
    // Read before the diary is opened: opening puts an edited month aside and writes it anew.
    let vault = unlock(folder)?;
    let copied = days_in(&file, &vault)?;
    let mut workspace =
        if args.dry_run { open_with(folder, Access::Read, &vault)? } else { open_to_write_with(folder, &vault)? };
    let asked = args.days.iter().map(|day| parse_day(day, workspace.today()));
    let asked: BTreeSet<Day> = asked.collect::<Result<_, _>>()?;
    let mut differing = compare(workspace.diary(), copied.month, &copied.days);
    // A day that was logged since is not in the file. It is emptied only for whoever names it.
    let not_held = differing.iter().filter(|found| found.other.is_blank() && !asked.contains(&found.day)).count();
    let is_wanted = |found: &DayComparison| asked.contains(&found.day) || asked.is_empty() && !found.other.is_blank();
    differing.retain(is_wanted);
    if not_held > 0 && asked.is_empty() {
        let (days, stay) = (count(not_held, "logged day", "logged days"), if not_held == 1 { "stays" } else { "stay" });
        tell(&format!("{days} that the file does not hold {stay} as now; --day names one to be emptied"));
    }
    if differing.is_empty() {
        return print("nothing to take over: the diary says the same\n");
    }
    differing.reverse();
    print(&in_lines(&differing))?;
    if args.dry_run {
        return print("nothing was changed\n");
    }
    let source = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let days = differing.into_iter().map(|found| found.other).collect();
    workspace.submit(Command::RestoreDays { source, days })?;
    finish(&workspace)?;
    print("saved\n")
}

/// The file as it was named or, where there is none, within the diary's folder, as `check` itself names files.
fn place_of(folder: &Path, file: &Path) -> PathBuf {
    if file.exists() { file.to_path_buf() } else { folder.join(file) }
}

/// A line for each thing that differs.
fn in_lines(differing: &[DayComparison]) -> String {
    let mut text = String::new();
    for found in differing {
        for line in &found.lines {
            let say = |said: &Option<String>| said.clone().unwrap_or_else(|| "nothing".to_owned());
            text += &format!("{} {}: now {}, in the file {}\n", found.day, line.what, say(&line.now), say(&line.other));
        }
    }
    text
}

impl From<CopyError> for Failure {
    fn from(error: CopyError) -> Self {
        match error {
            CopyError::Storage(error) => error.into(),
            CopyError::NoDays { .. } => Self::new(Code::InputRefused, error.to_string()),
        }
    }
}
