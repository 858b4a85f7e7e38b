//! `gutskin log`: adds to a day. “saved” is printed only for what is durable on disk.

use std::io::{BufRead, Read};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};

use super::args::LogArgs;
use super::dates::{parse_day, parse_given};
use super::exit::Failure;
use super::output::{print_line, tell};
use super::place::{finish, is_new, open_to_write};
use super::urgent::Urgent;
use super::words;
use crate::edit::{self, Command, CommandError, EntryDraft};
use crate::model::catalogue::Catalogue;
use crate::model::diary::Diary;
use crate::model::entry::EntryKind;
use crate::model::region::Region;
use crate::model::text::{Note, excerpt};
use crate::model::time::{ClockTime, Day, doubted_clock};
use crate::model::trackable::Key;
use crate::workspace::Workspace;

/// Lines that may be handed in before the disk is waited for.
const LINES_AT_ONCE: usize = 256;
/// The longest line that is kept while it is read, in bytes.
const LONGEST_LINE: u64 = 4 << 20;

pub(super) fn run(folder: &Path, args: &LogArgs) -> Result<(), Failure> {
    if args.answers == ["-"] {
        if args.date.is_some() || args.time.is_some() {
            return Err(Failure::usage("with - each line carries its own date and time; leave out --date and --time"));
        }
        return read_lines(folder);
    }
    if is_new(folder) {
        // What is refused makes no diary.
        let diary = Diary::default();
        let today = diary.settings().day_end.today();
        edit::plan(&diary, entries(&diary, args, today)?.1, today)?;
    }
    say_clock(args)?;
    let mut workspace = open_to_write(folder)?;
    let (asked, command) = entries(workspace.diary(), args, workspace.today())?;
    let receipt = workspace.submit(command)?;
    finish(&workspace)?;
    if let Some(day) = receipt.days.first().filter(|day| **day != asked) {
        let hour = workspace.diary().settings().day_end.hour();
        tell(&format!("counted to {day}, since the day ends at {hour:02}:00"));
    }
    receipt.days.iter().filter_map(|day| far(&workspace, *day)).for_each(|line| tell(&line));
    Urgent::default().say(&workspace);
    print_line("saved")
}

/// The day that was asked for and the command that logs what was given.
fn entries(diary: &Diary, args: &LogArgs, today: Day) -> Result<(Day, Command), Failure> {
    let time = args.time.as_deref().map(parse_time).transpose()?;
    let date = parse_given(args.date.as_ref(), today)?;
    Ok((date.unwrap_or(today), command(diary, date, time, &args.answers)?))
}

/// A clock that can hardly be right gets a word when its day is taken, and one outside the years of a diary gives no day.
fn say_clock(args: &LogArgs) -> Result<(), Failure> {
    let names_a_day = args.date.as_deref().is_some_and(|date| !matches!(date, "today" | "yesterday"));
    let Some(doubt) = doubted_clock().filter(|_| !names_a_day) else { return Ok(()) };
    let words = format!("{doubt}; please set it, or name the day, for example with --date 2026-03-12");
    if doubt.is_outside() {
        return Err(Failure::usage(words));
    }
    tell(&words);
    Ok(())
}

fn read_lines(folder: &Path) -> Result<(), Failure> {
    let mut workspace = open_to_write(folder)?;
    print_line("ready")?;
    let lines = lines_of_stdin();
    let mut refused = 0_usize;
    let mut urgent = Urgent::default();
    while let Ok(first) = lines.recv() {
        let mut handed_in = Vec::new();
        let mut ticked = false;
        for (number, line) in std::iter::once(first).chain(lines.try_iter().take(LINES_AT_ONCE - 1)) {
            match take_line(&mut workspace, line) {
                Ok(Some(days)) => {
                    handed_in.push(number);
                    ticked |= days.iter().any(|day| has_warning(workspace.diary(), *day));
                    let far = days.iter().filter_map(|day| far(&workspace, *day));
                    far.for_each(|far| tell(&format!("line {number}: {far}")));
                }
                Ok(None) => {}
                Err(failure) => {
                    tell(&format!("line {number}: {}", failure.message));
                    refused += 1;
                }
            }
        }
        finish(&workspace)?;
        if ticked {
            urgent.say_of_answers(&workspace);
        }
        for number in handed_in {
            print_line(&format!("saved {number}"))?;
        }
    }
    urgent.say(&workspace);
    match refused {
        0 => Ok(()),
        1 => Err(Failure::usage("1 line was refused; everything else is saved")),
        refused => Err(Failure::usage(format!("{refused} of the lines were refused; everything else is saved"))),
    }
}

/// Whether a warning sign was answered on a day.
fn has_warning(diary: &Diary, day: Day) -> bool {
    diary.day_record(day).is_some_and(|page| page.entries.iter().any(|entry| entry.kind == EntryKind::Warning))
}

/// Reads standard input on a thread of its own, so that lines arriving during a save are saved together.
fn lines_of_stdin() -> Receiver<(usize, Result<String, String>)> {
    let (sender, receiver) = channel();
    std::thread::spawn(move || {
        let mut input = std::io::stdin().lock();
        for number in 1.. {
            let mut bytes = Vec::new();
            let line = match input.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut bytes) {
                Ok(0) => return,
                Ok(_) if bytes.len() as u64 == LONGEST_LINE && !bytes.ends_with(b"\n") => {
                    skip_line(&mut input).and(Err("this line is longer than 4 MiB; shorten it".to_owned()))
                }
                Ok(_) => {
                    String::from_utf8(bytes).map_err(|_| "this line is not UTF-8 text; save it as UTF-8".to_owned())
                }
                Err(error) => Err(format!("cannot be read: {error}")),
            };
            let ended = line.as_ref().is_err_and(|reason| reason.starts_with("cannot"));
            if sender.send((number, line)).is_err() || ended {
                return;
            }
        }
    });
    receiver
}

/// Reads on to the end of a line, keeping none of it.
fn skip_line(input: &mut impl BufRead) -> Result<(), String> {
    let mut piece = Vec::new();
    loop {
        piece.clear();
        let read = input.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut piece);
        if read.map_err(|error| format!("cannot be read: {error}"))? == 0 || piece.ends_with(b"\n") {
            return Ok(());
        }
    }
}

/// What is said of a day that lies far from all others. It is saved all the same.
fn far(workspace: &Workspace, day: Day) -> Option<String> {
    let nearest = workspace.diary().far_from_others(day, workspace.today())?;
    Some(format!(
        "{}; if the year is a slip, open that day in the window and delete it",
        crate::words::far(day, nearest)
    ))
}

/// The days that a line changed; `None` for a blank line or a comment.
fn take_line(workspace: &mut Workspace, line: Result<String, String>) -> Result<Option<Vec<Day>>, Failure> {
    let line = line.map_err(Failure::usage)?;
    if line.trim().is_empty() || line.trim_start().starts_with('#') {
        return Ok(None);
    }
    let words = words::split(&line).ok_or_else(|| Failure::usage("a quote is left open; close it"))?;
    let (date, rest) = words.split_first().ok_or_else(|| Failure::usage("a date is needed first"))?;
    let date = parse_day(date, workspace.today())?;
    let (time, answers) = match rest.split_first() {
        Some((first, others)) if !first.contains('=') => (Some(parse_time(first)?), others),
        _ => (None, rest),
    };
    let command = command(workspace.diary(), Some(date), time, answers)?;
    Ok(Some(workspace.submit(command)?.days))
}

fn parse_time(text: &str) -> Result<ClockTime, Failure> {
    ClockTime::parse(text).map_err(|error| Failure::usage(error.to_string()))
}

/// The command that logs these answers. A date with a time is a moment on the calendar; the day's end decides its day.
fn command(diary: &Diary, date: Option<Day>, time: Option<ClockTime>, words: &[String]) -> Result<Command, Failure> {
    let day_end = diary.settings().day_end;
    let day = match (date, time) {
        (Some(date), Some(time)) => day_end.diary_day(date, time),
        (None, Some(time)) => day_end.diary_day(Day::calendar_today(), time),
        (Some(date), None) => date,
        (None, None) => day_end.today(),
    };
    // A line in words has a name and an amount, and so at least two words.
    let line = words.join(" ");
    if time.is_none() && line.trim().contains(' ') && !line.contains('=') {
        return edit::quick_add(diary, day, &line).map_err(Failure::usage);
    }
    let mut drafts: Vec<EntryDraft> = Vec::new();
    for word in words {
        let (key, value) = word
            .split_once('=')
            .ok_or_else(|| Failure::usage(format!("“{}” is not KEY=VALUE, for example redness=3", excerpt(word))))?;
        if let Some(kind) = EntryKind::of_words(key) {
            let text = Note::new(value).map_err(|error| Failure::usage(format!("{key}: {error}")))?;
            draft(&mut drafts, kind, None, time, |draft| draft.text.is_none()).text = Some(text);
        } else {
            answer(diary.catalogue(), &mut drafts, time, (key, value))?;
        }
    }
    if drafts.is_empty() {
        return Err(Failure::usage("nothing to log; give at least one KEY=VALUE, for example redness=3"));
    }
    Ok(Command::Log { day, drafts })
}

fn answer(
    catalogue: &Catalogue,
    drafts: &mut Vec<EntryDraft>,
    time: Option<ClockTime>,
    (key, value): (&str, &str),
) -> Result<(), Failure> {
    let (name, region) = match key.split_once('.') {
        Some((name, region)) => {
            let known = Region::from_key(region).ok_or_else(|| {
                Failure::usage(format!("“{}” is not a region; write for example redness.left_cheek=3", excerpt(region)))
            })?;
            (name, Some(known))
        }
        None => (key, None),
    };
    let Some(known) = catalogue.get(name) else {
        let unknown = CommandError::UnknownKey { key: excerpt(name), nearest: catalogue.nearest_keys(name) };
        return Err(unknown.into());
    };
    if region.is_some() && known.carried_by != EntryKind::SkinCheck {
        return Err(Failure::usage(format!("{name} is not logged by region; leave out what follows the point")));
    }
    let value = known.read(value).map_err(CommandError::from)?;
    let key: &Key = &known.key;
    let open = |draft: &EntryDraft| draft.answers.get(key.as_str()).is_none();
    draft(drafts, known.carried_by, region, time, open).answers.set(key, Some(value));
    Ok(())
}

/// The draft of a kind and region that still has room, or a new one.
fn draft(
    drafts: &mut Vec<EntryDraft>,
    kind: EntryKind,
    region: Option<Region>,
    at: Option<ClockTime>,
    has_room: impl Fn(&EntryDraft) -> bool,
) -> &mut EntryDraft {
    let fits = |draft: &EntryDraft| draft.kind == kind && draft.region == region && has_room(draft);
    let place = drafts.iter().position(fits).unwrap_or(drafts.len());
    if place == drafts.len() {
        drafts.push(EntryDraft { at, region, ..EntryDraft::new(kind) });
    }
    &mut drafts[place]
}
