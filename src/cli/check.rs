//! `gutskin check`: reads every file, changes none, and says what it found.

use std::fmt::Write;
use std::path::Path;

use super::args::CheckArgs;
use super::exit::{Code, Failure};
use super::output::print;
use super::passphrase::unlock;
use super::place::{open_with, those_with};
use super::take;
use crate::model::text::show_path;
use crate::storage::seal::Vault;
use crate::storage::{Access, PhotoReport, Store};
use crate::words::{count, plain, round_to};

pub(super) fn run(folder: &Path, args: &CheckArgs) -> Result<(), Failure> {
    if let Some(file) = &args.take {
        return take::run(folder, file, args);
    }
    let vault = unlock(folder)?;
    let found = if args.repair { Store::repair_with(folder, &vault)? } else { Store::check_with(folder, &vault)? };
    let mut text = read_whereabouts(folder, &vault);
    for problem in &found.problems {
        writeln!(text, "{problem}").ok();
    }
    let counted = |count: usize, what: &str| if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") };
    writeln!(text, "{} in {}", counted(found.days, "day"), counted(found.files, "file")).ok();
    if found.photos != PhotoReport::default() {
        writeln!(text, "{}", photos(&found.photos)).ok();
    }
    if found.is_sound() {
        return print(&(text + "sound\n"));
    }
    print(&text)?;
    Err(Failure::new(
        Code::Damaged,
        format!("{} holds damaged files, listed above; {}", show_path(folder), way_out(args.repair)),
    ))
}

/// What is not as this computer knew it, a line each. Who asks for a check has read it then.
fn read_whereabouts(folder: &Path, vault: &Vault) -> String {
    let Ok(workspace) = open_with(folder, Access::Read, vault) else { return String::new() };
    let Some(known) = those_with(folder) else { return String::new() };
    let notices = workspace.whereabouts_taken_as_read(&known, folder);
    let mut text = String::new();
    for notice in notices {
        writeln!(text, "{}: {}; {}", notice.place, notice.what, notice.done).ok();
    }
    text
}

/// What is here of the pictures: "12 of 12 photos, 8 MB".
fn photos(found: &PhotoReport) -> String {
    let size = |bytes: u64| format!("{} MB", plain(round_to(bytes as f64 / 1e6, -1)));
    let mut words =
        format!("{} of {}, {}", found.here.pictures, count(found.named, "photo", "photos"), size(found.here.bytes));
    if found.unnamed.pictures > 0 {
        let deleted = count(found.unnamed.pictures, "deleted picture", "deleted pictures");
        words += &format!("; {deleted} not yet deleted for good, {}", size(found.unnamed.bytes));
    }
    words
}

fn way_out(repaired: bool) -> &'static str {
    if repaired {
        "mend these by hand, or move them out of the folder"
    } else {
        "nothing was changed; “gutskin check --repair” puts them aside and goes on with all that can be read"
    }
}
