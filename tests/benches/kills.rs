//! A hundred kills of the real program at any moment: of the window while it starts, replays, tidies and is typed into, and in between
//! of the command line while it logs. Whatever was on the disk before a kill, and whatever the command line called saved, has to be
//! there after it. The window opens on a screen of its own (Xvfb) and is typed into by xdotool; where either is missing, that is said
//! and nothing is run. `KILLS=20 cargo bench --bench kills` makes fewer.
//!
//! It prints how often was killed, how many entries were acknowledged by then, and how many of them are missing.

#![allow(clippy::unwrap_used, clippy::disallowed_macros, missing_docs)]

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, ExitCode, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};

use gutskin::model::diary::Diary;
use gutskin::model::time::Day;
use gutskin::storage::{Access, Opened, Store};

/// How often is killed, unless `KILLS` says otherwise.
const KILLS: u32 = 100;
/// The longest that a window may take until it is typed into.
const LONGEST_START: Duration = Duration::from_secs(20);

/// A screen without a monitor, which goes with this value.
struct Screen {
    server: Child,
    display: String,
}

impl Screen {
    /// `None` if there is no Xvfb or no xdotool.
    fn open() -> Option<Self> {
        Command::new("xdotool").arg("version").stdout(Stdio::null()).stderr(Stdio::null()).status().ok()?;
        let mut server = Command::new("Xvfb")
            .args(["-displayfd", "1", "-screen", "0", "1280x800x24", "-nolisten", "tcp", "-noreset"])
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .ok()?;
        let mut number = String::new();
        BufReader::new(server.stdout.take()?).read_line(&mut number).ok()?;
        Some(Self { server, display: format!(":{}", number.trim()) })
    }

    /// Asks xdotool for something; gives what it said.
    fn ask(&self, words: &[&str]) -> String {
        let asked = Command::new("xdotool").env("DISPLAY", &self.display).args(words).stderr(Stdio::null()).output();
        asked.map(|said| String::from_utf8_lossy(&said.stdout).trim().to_owned()).unwrap_or_default()
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        self.server.kill().ok();
        self.server.wait().ok();
    }
}

/// Numbers that are the same in every run.
struct Dice(u32);

impl Dice {
    fn below(&mut self, most: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 17;
        self.0 ^= self.0 << 5;
        self.0 % most
    }
}

#[derive(Default)]
struct Tally {
    kills: u32,
    acknowledged: u64,
    missing: u64,
    damaged: u32,
    windows_typed: u32,
    windows_missing: u32,
}

fn program(place: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gutskin"));
    command.arg("--diary").arg(place.join("diary")).env("XDG_CONFIG_HOME", place.join("config"));
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command
}

fn read(place: &Path) -> Option<Opened> {
    Store::open(&place.join("diary"), Access::Read).ok()
}

/// Changes of days that a diary has seen.
fn changes(diary: &Diary) -> u64 {
    diary.day_records().map(|page| u64::from(page.rev)).sum()
}

/// Those of them that another state of it has not.
fn lost_changes(before: &Diary, after: &Diary) -> u64 {
    let known = |day: Day| after.day_record(day).map_or(0, |page| page.rev);
    before.day_records().map(|page| u64::from(page.rev.saturating_sub(known(page.date)))).sum()
}

impl Tally {
    /// Kills a program and holds what is there then against what was there before.
    fn kill(&mut self, place: &Path, child: &mut Child) {
        let before = read(place);
        child.kill().unwrap();
        child.wait().unwrap();
        self.kills += 1;
        let Some(before) = before else { return };
        let Some(after) = read(place) else {
            self.missing += changes(&before.diary);
            return;
        };
        self.acknowledged = changes(&after.diary);
        self.missing += lost_changes(&before.diary, &after.diary);
        if after.report.problems.iter().any(|problem| problem.is_damage) {
            self.damaged += 1;
            println!("kill {}: {:?}", self.kills, after.report.problems);
        }
    }

    /// Opens the window, types into it for a while or not at all, and kills it.
    fn window(&mut self, place: &Path, screen: &Screen, dice: &mut Dice) {
        let mut command = program(place);
        let said = std::fs::File::create(place.join("said")).unwrap();
        command.env("DISPLAY", &screen.display).env_remove("WAYLAND_DISPLAY").stderr(said);
        let mut child = command.spawn().unwrap();
        // A third is killed while it starts, opens the diary and tidies what the kill before left.
        if dice.below(3) == 0 {
            sleep(Duration::from_millis(u64::from(dice.below(900))));
            self.kill(place, &mut child);
            return;
        }
        let start = Instant::now();
        let window = loop {
            let found = screen.ask(&["search", "--onlyvisible", "--name", "Gutskin"]);
            if let Some(id) = found.lines().next_back() {
                break Some(id.to_owned());
            }
            if start.elapsed() > LONGEST_START || child.try_wait().unwrap().is_some() {
                break None;
            }
            sleep(Duration::from_millis(20));
        };
        let Some(window) = window else {
            self.windows_missing += 1;
            self.kill(place, &mut child);
            println!("no window: {}", std::fs::read_to_string(place.join("said")).unwrap_or_default().trim());
            return;
        };
        // The first frames only wait for the diary.
        sleep(Duration::from_millis(500));
        let before = read(place).map_or(0, |opened| opened.report.seq);
        screen.ask(&["windowfocus", "--sync", &window]);
        for _ in 0..=dice.below(6) {
            let words = format!("itch {}, stress {}", dice.below(11), dice.below(11));
            screen.ask(&["key", "--clearmodifiers", "ctrl+k", "type", "--delay", "4", &words]);
            screen.ask(&["key", "Return"]);
        }
        sleep(Duration::from_millis(u64::from(dice.below(400))));
        self.kill(place, &mut child);
        let after = read(place).map_or(0, |opened| opened.report.seq);
        self.windows_typed += u32::from(after > before);
    }

    /// Logs on the command line, a day a line, and kills it on the way; all that it called saved has to be there.
    fn command_line(&mut self, place: &Path, dice: &mut Dice, next: &mut i32) {
        let mut command = program(place);
        let said = std::fs::File::create(place.join("said")).unwrap();
        command.args(["log", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(said);
        let mut child = command.spawn().unwrap();
        let (mut input, output) = (child.stdin.take().unwrap(), BufReader::new(child.stdout.take().unwrap()));
        let mut lines = output.lines().map_while(Result::ok);
        let first = Day::from_ymd(2020, 1, 1).unwrap();
        let mut days = Vec::new();
        let is_ready = lines.next().as_deref() == Some("ready");
        if !is_ready {
            println!("the command line: {}", std::fs::read_to_string(place.join("said")).unwrap_or_default().trim());
        }
        if is_ready {
            for _ in 0..5 + dice.below(30) {
                let day = first.plus(*next);
                *next += 1;
                writeln!(input, "{day} itch=3 stress=5").unwrap();
                days.push(day);
            }
        }
        // A few are still on their way.
        let waited = days.len().saturating_sub(dice.below(6) as usize);
        let saved = lines.by_ref().take(waited).filter(|line| line.starts_with("saved")).count();
        self.kill(place, &mut child);
        let Some(after) = read(place) else { return };
        let is_missing = |day: &&Day| after.diary.day_record(**day).is_none();
        self.missing += days.iter().take(saved).filter(is_missing).count() as u64;
    }
}

fn main() -> ExitCode {
    let Some(screen) = Screen::open() else {
        println!("nothing was run: this takes Xvfb and xdotool, and one of them is not here");
        return ExitCode::SUCCESS;
    };
    let kills = std::env::var("KILLS").ok().and_then(|kills| kills.parse().ok()).unwrap_or(KILLS);
    let place = tempfile::tempdir().unwrap();
    let (mut tally, mut dice, mut next) = (Tally::default(), Dice(0x2545_f491), 0);
    let start = Instant::now();
    while tally.kills < kills {
        if tally.kills % 3 == 2 {
            tally.command_line(place.path(), &mut dice, &mut next);
        } else {
            tally.window(place.path(), &screen, &mut dice);
        }
    }
    let Tally { kills, acknowledged, missing, damaged, windows_typed, windows_missing } = tally;
    let took = start.elapsed().as_secs();
    println!("kills: {kills}, of windows that had saved what was typed: {windows_typed}; {took} s");
    println!("acknowledged entries: {acknowledged}");
    println!("missing entries: {missing}");
    println!("kills after which a file was damaged: {damaged}");
    let sound = Store::check(&place.path().join("diary")).is_ok_and(|report| report.is_sound());
    println!("every file sound at the end: {}", if sound { "yes" } else { "no" });
    let is_proof = windows_typed > 0 && windows_missing == 0 && acknowledged > 0;
    if missing == 0 && damaged == 0 && sound && is_proof { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
