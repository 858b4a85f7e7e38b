//! A CSV with a day a line: the first column is the date, every other column a key. What `gutskin export` and `gutskin days`
//! write can be read back; so can a table somebody keeps elsewhere, once its columns carry our keys.

use std::collections::BTreeMap;
use std::path::Path;

use super::{ImportError, Preview, source_name};
use crate::edit::Command;
use crate::model::answers::Answers;
use crate::model::course::CourseKind;
use crate::model::diary::Diary;
use crate::model::entry::{Entry, EntryId, EntryKind};
use crate::model::page::Page;
use crate::model::region::Region;
use crate::model::text::Note;
use crate::model::time::{ClockTime, Day};
use crate::model::trackable::{Kind, Trackable};
use crate::model::value::Value;

/// Columns of words, and the kind of entry each makes.
const TEXT_COLUMNS: &[(&str, EntryKind)] =
    &[("note", EntryKind::Note), ("event", EntryKind::Event), ("meal", EntryKind::Meal), ("dose", EntryKind::Dose)];
/// Columns of the day table that are worked out from other columns.
const DERIVED: &[&str] = &["stool_count", "stool_off", "bed_hours", "skin_today", "gut_today"];

/// What a column is.
enum Meaning<'a> {
    Answer(&'a Trackable, Option<Region>),
    Text(EntryKind),
    /// Not read.
    Skipped,
}

/// Reads the text of a CSV with commas, semicolons or tabs.
pub(super) fn preview(path: &Path, text: &str, diary: &Diary, today: Day) -> Result<Preview, ImportError> {
    let mut reader = csv::ReaderBuilder::new().delimiter(delimiter(text)).flexible(true).from_reader(text.as_bytes());
    let header = reader.headers().map_err(|error| ImportError::refused(path, 1, error.to_string()))?.clone();
    if !header.get(0).is_some_and(|name| name.trim().eq_ignore_ascii_case("date")) {
        let found: String = header.get(0).unwrap_or_default().chars().filter(|c| !c.is_control()).take(40).collect();
        let reason = format!("the first column must be “date”, not “{found}”; name the columns date, redness, itch, …");
        return Err(ImportError::refused(path, 1, reason));
    }
    let mut preview = Preview { source: source_name(path), ..Preview::default() };
    let columns = columns(&header, diary, &mut preview);
    let mut pages: BTreeMap<Day, Page> = BTreeMap::new();
    for record in reader.records() {
        let record = match record {
            Ok(record) => record,
            Err(error) => {
                let line = error.position().map_or(0, csv::Position::line);
                preview.bad(line, "this line cannot be read as CSV; check its quotes");
                continue;
            }
        };
        let line = record.position().map_or(0, csv::Position::line);
        if record.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        match day_of(&record, &pages, header.len(), today) {
            Ok(day) => {
                let page = page_of(day, line, &record, &columns, diary, &mut preview);
                pages.insert(day, page);
            }
            Err(reason) => preview.bad(line, reason),
        }
    }
    let pages: Vec<Page> = pages.into_values().filter(|page| !page.is_blank()).collect();
    for page in &pages {
        preview.cover(page.date);
    }
    if !pages.is_empty() {
        let source = preview.source.clone();
        let (courses, trackables) = (Vec::new(), Vec::new());
        preview.commands.push(Command::Import {
            source,
            pages,
            courses,
            trackables,
            pantry: Box::default(),
            replace: false,
        });
    }
    Ok(preview)
}

/// The separator the first line uses most.
fn delimiter(text: &str) -> u8 {
    let first = text.lines().next().unwrap_or_default();
    let most = [b',', b';', b'\t'].into_iter().max_by_key(|mark| {
        // On a tie the comma wins: `max_by_key` takes the last of equals.
        (first.bytes().filter(|byte| byte == mark).count(), *mark == b',')
    });
    most.unwrap_or(b',')
}

fn columns<'a>(header: &csv::StringRecord, diary: &'a Diary, preview: &mut Preview) -> Vec<Meaning<'a>> {
    let mut seen = Vec::new();
    let mut columns = Vec::with_capacity(header.len());
    for name in header.iter().skip(1).map(str::trim) {
        let meaning = if seen.contains(&name) { None } else { meaning(name, diary) };
        seen.push(name);
        let shown: String = name.chars().filter(|c| !c.is_control()).take(40).collect();
        columns.push(match meaning {
            Some(meaning) => meaning,
            None if is_derived(name) => {
                preview.derived_columns.push(shown);
                Meaning::Skipped
            }
            None => {
                preview.unknown_columns.push(if shown.is_empty() { "(no name)".to_owned() } else { shown });
                Meaning::Skipped
            }
        });
    }
    columns
}

fn meaning<'a>(name: &str, diary: &'a Diary) -> Option<Meaning<'a>> {
    if let Some((_, kind)) = TEXT_COLUMNS.iter().find(|(text, _)| *text == name) {
        return Some(Meaning::Text(*kind));
    }
    match name.split_once('.') {
        Some((key, region)) => {
            let known = diary.catalogue().get(key).filter(|known| known.carried_by == EntryKind::SkinCheck)?;
            Some(Meaning::Answer(known, Some(Region::from_key(region)?)))
        }
        None => Some(Meaning::Answer(diary.catalogue().get(name)?, None)),
    }
}

fn is_derived(name: &str) -> bool {
    let kind = name.strip_suffix("_after").unwrap_or(name);
    DERIVED.contains(&name) || CourseKind::ALL.iter().any(|course| course.key() == kind)
}

/// The day of a line, or why the line cannot be taken.
fn day_of(record: &csv::StringRecord, pages: &BTreeMap<Day, Page>, width: usize, today: Day) -> Result<Day, String> {
    let day: Day =
        record.get(0).unwrap_or_default().parse().map_err(|error: crate::model::time::TimeError| error.to_string())?;
    if record.len() > width {
        return Err(format!("{} cells stand under {width} columns; quote text that holds a separator", record.len()));
    }
    if day.days_since(today) > 1 {
        return Err(format!("{day} lies in the future; check the date"));
    }
    if pages.contains_key(&day) {
        return Err(format!("{day} stands in an earlier line already; keep one line a day"));
    }
    Ok(day)
}

fn page_of(
    day: Day,
    line: u64,
    record: &csv::StringRecord,
    columns: &[Meaning<'_>],
    diary: &Diary,
    preview: &mut Preview,
) -> Page {
    let known = diary.page(day);
    let mut page = Page::blank(day);
    for (column, cell) in columns.iter().zip(record.iter().skip(1).map(str::trim)).filter(|(_, cell)| !cell.is_empty())
    {
        match column {
            Meaning::Skipped => {}
            Meaning::Text(kind) => match Note::new(cell) {
                Ok(text) => {
                    let there = known.is_some_and(|page| {
                        page.entries.iter().any(|entry| entry.kind == *kind && entry.text.as_ref() == Some(&text))
                    });
                    if there {
                        preview.already_answered += 1;
                    } else {
                        preview.texts += 1;
                        entry_of(&mut page, *kind, None, true).text = Some(text);
                    }
                }
                Err(error) => preview.bad(line, format!("{}: {error}", kind.label())),
            },
            Meaning::Answer(trackable, region) => match read(trackable, cell) {
                Ok((value, rounded)) => {
                    let answered = |entry: &Entry| {
                        entry.answers.get(trackable.key.as_str()).is_some()
                            && (region.is_none() || entry.region == *region)
                    };
                    if known.is_some_and(|page| page.entries.iter().any(answered)) {
                        preview.already_answered += 1;
                    } else {
                        preview.answers += 1;
                        preview.rounded += usize::from(rounded);
                        entry_of(&mut page, trackable.carried_by, *region, false)
                            .answers
                            .set(&trackable.key, Some(value));
                    }
                }
                Err(reason) => preview.bad(line, reason),
            },
        }
    }
    page
}

/// The day-level entry of a kind and region, made if need be; words get an entry of their own.
fn entry_of(page: &mut Page, kind: EntryKind, region: Option<Region>, words: bool) -> &mut Entry {
    let fits = |entry: &Entry| !words && entry.kind == kind && entry.region == region && entry.text.is_none();
    let place = page.entries.iter().position(fits).unwrap_or(page.entries.len());
    if place == page.entries.len() {
        let id: EntryId = page.next_id();
        page.entries.push(Entry {
            id,
            kind,
            at: None,
            region,
            answers: Answers::default(),
            text: None,
            foods: Vec::new(),
        });
    }
    &mut page.entries[place]
}

/// Reads a cell. The day table holds numbers, so a clock time may be hours with a point, past 24 after midnight; and the mean
/// of a day may lie between the steps of its scale, in which case it is rounded.
fn read(trackable: &Trackable, cell: &str) -> Result<(Value, bool), String> {
    let plain = || trackable.read(cell).map(|value| (value, false)).map_err(|error| error.to_string());
    // Whole hours past 24 are the small hours of our own table; 730 is half past seven.
    let past_midnight = |number: f64| cell.len() == 2 && number >= 24.0;
    let number = cell.parse::<f64>().ok().filter(|number| cell.contains('.') || past_midnight(*number));
    match (&trackable.kind, number) {
        (Kind::Clock, Some(hours)) if (0.0..48.0).contains(&hours) => {
            let minutes = (hours * 60.0).round().rem_euclid(1440.0);
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "below 24 and 60")]
            let time = ClockTime::new((minutes / 60.0) as u8, (minutes % 60.0) as u8);
            time.map(|time| (Value::Time(time), false))
                .ok_or_else(|| format!("{}: “{cell}” is not a time", trackable.label))
        }
        (Kind::Score | Kind::StoolForm, Some(mean)) => {
            let rounded = (mean * 2.0).round() / 2.0;
            let value = Value::number(rounded).ok_or_else(|| format!("{}: “{cell}” does not fit", trackable.label))?;
            trackable.check(value).map_err(|error| error.to_string())?;
            Ok((value, rounded != mean))
        }
        _ => plain(),
    }
}
