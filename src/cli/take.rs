//! `gutskin check --take`: what a file says otherwise than the diary, day by day and, of a copy of the whole diary, thing by thing; and
//! taking it over in one step.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::args::CheckArgs;
use super::dates::parse_day;
use super::exit::{Code, Failure};
use super::output::{print, tell};
use super::passphrase::{secret, unlock};
use super::place::{finish, open_to_write_with, open_with};
use crate::edit::Command;
use crate::edit::comparison::{DayComparison, DifferentLine, RecordComparison, compare, compare_records, kept_beside};
use crate::model::record::RecordKind;
use crate::model::text::escape_for_display;
use crate::model::time::Day;
use crate::storage::Access;
use crate::storage::copies::{CopyError, read_copy};
use crate::storage::seal::Vault;
use crate::words::{all_of, count};
use crate::workspace::{KnownDiaries, Way, Workspace};

pub(super) fn run(folder: &Path, file: &Path, args: &CheckArgs) -> Result<(), Failure> {
    let file = place_of(folder, file);
    // Read before the diary is opened: opening puts an edited month aside and writes it anew.
    let vault = unlock(folder)?;
    let copied = read_copy(&file, &vault)?;
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
    // Who names days means days alone.
    let is_whole = copied.month.is_none() && asked.is_empty();
    let others =
        if is_whole { compare_records(workspace.diary(), &copied.records, workspace.today()) } else { Vec::new() };
    if is_whole {
        tell_kept(&kept_beside(workspace.diary(), &copied.records));
    }
    if differing.is_empty() && others.is_empty() {
        return print("nothing to take over: the diary says the same\n");
    }
    differing.reverse();
    print(&in_lines(&differing, &others))?;
    if args.dry_run {
        return print("nothing was changed\n");
    }
    let source = copied.name(&file);
    let with_photos = others.iter().any(|found| found.kind() == RecordKind::Photo);
    let days = differing.into_iter().map(|found| found.other).collect();
    let records = others.into_iter().map(|found| found.other).collect();
    workspace.submit(Command::Restore { source, days, records })?;
    finish(&workspace)?;
    if with_photos {
        print(&format!("{}\n", workspace.photos_here()))?;
    }
    print("saved\n")
}

/// Begins a diary where one was lost, with all that a full copy holds: encrypted, if the copy is.
pub(super) fn bring_back(known: &KnownDiaries, folder: &Path, copy: &Path) -> Result<(), Failure> {
    let home = copy.parent().unwrap_or(Path::new("."));
    let secret = if Vault::is_needed(home)? { Some(secret(home)?) } else { None };
    let way = Way::FromCopy(copy.to_path_buf());
    let workspace = Workspace::open_known(known, folder, secret.as_ref(), &way, Arc::new(|| ()))?;
    finish(&workspace)?;
    if workspace.diary().photos().next().is_some() {
        print(&format!("{}\n", workspace.photos_here()))?;
    }
    print("saved\n")
}

/// Says what the diary got since a copy was made, and keeps.
fn tell_kept(kept: &[String]) {
    if !kept.is_empty() {
        tell(&format!("the file does not hold {}, which the diary keeps", all_of(kept)));
    }
}

/// The file as it was named or, where there is none, within the diary's folder, as `check` itself names files.
fn place_of(folder: &Path, file: &Path) -> PathBuf {
    if file.exists() { file.to_path_buf() } else { folder.join(file) }
}

/// A line for each thing that differs.
fn in_lines(days: &[DayComparison], others: &[RecordComparison]) -> String {
    let say = |said: &Option<String>| escape_for_display(said.as_deref().unwrap_or("nothing"));
    let in_line = |of: &str, line: &DifferentLine| {
        format!("{of} {}: now {}, in the file {}\n", line.what, say(&line.now), say(&line.other))
    };
    let mut text = String::new();
    for found in days {
        text.extend(found.lines.iter().map(|line| in_line(&found.day.to_string(), line)));
    }
    for found in others {
        text.extend(found.lines.iter().map(|line| in_line(&format!("{}:", found.name), line)));
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
