//! A CSV with a day a line: the first column is the date, every other column a key. What `gutskin export` and `gutskin days`
//! write can be read back; so can a table somebody keeps elsewhere, once its columns carry our keys.
//!
//! Where a column's numbers come from decides what is read: only what somebody answered becomes an answer. What foods, courses
//! or other answers give comes back by itself, and would count twice.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::path::Path;

use csv::StringRecord;

use super::cell::read;
use super::{ImportError, Preview, source_name};
use crate::columns::{self, DayNumbers, Origin, number_of};
use crate::edit::Command;
use crate::files::cells::undo_defuse;
use crate::files::{Row, Rows, TableError, check_width};
use crate::model::answers::Answers;
use crate::model::diary::Diary;
use crate::model::entry::{Entry, EntryId, EntryKind};
use crate::model::page::Page;
use crate::model::region::Region;
use crate::model::text::{Note, excerpt};
use crate::model::time::{Day, TimeError};
use crate::model::trackable::{Key, Kind, Trackable};

/// Columns of words, and the kind of entry each makes.
const TEXT_COLUMNS: &[(&str, EntryKind)] =
    &[("note", EntryKind::Note), ("event", EntryKind::Event), ("meal", EntryKind::Meal), ("dose", EntryKind::Dose)];
/// Numbers of a day that differ by less are the same.
const SAME: f64 = 1e-9;

/// What a column is.
enum Meaning<'a> {
    Answer(&'a Trackable, Option<Region>),
    /// An answer, unless foods were logged on the day: then they are part of the number.
    AnswerAndFoods(&'a Trackable),
    Text(EntryKind),
    /// Not read, but a cell says that foods were logged on the day.
    Foods,
    /// Not read.
    Skipped,
}

/// A table being read.
struct Table<'a> {
    diary: &'a Diary,
    columns: Vec<Meaning<'a>>,
    numbers: DayNumbers<'a>,
    today: Day,
    preview: Preview,
}

/// Reads the text of a CSV with commas, semicolons or tabs.
pub(super) fn preview(path: &Path, text: &str, diary: &Diary, today: Day) -> Result<Preview, ImportError> {
    let refused = |error: TableError| {
        ImportError::refused(path, usize::try_from(error.line()).unwrap_or(usize::MAX), error.to_string())
    };
    let mut rows = Rows::new(text, delimiter(text));
    let header = rows.next().transpose().map_err(refused)?.map(|row| row.cells).unwrap_or_default();
    let first = header.get(0).unwrap_or_default().trim();
    if !first.eq_ignore_ascii_case("date") {
        let found = excerpt(first);
        let reason = format!("the first column must be “date”, not “{found}”; name the columns date, redness, itch, …");
        return Err(ImportError::refused(path, 1, reason));
    }
    check_width(&header, columns::keys(diary.catalogue())).map_err(refused)?;
    let preview = Preview { source: source_name(path), ..Preview::default() };
    let numbers = DayNumbers::of(diary);
    let mut table = Table { diary, columns: Vec::new(), numbers, today, preview };
    table.read_header(&header);
    let mut pages: BTreeMap<Day, Page> = BTreeMap::new();
    for row in rows {
        let row = row.map_err(refused)?;
        if row.cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        match table.day_of(&row, &pages) {
            Ok(day) => {
                let page = table.page_of(day, &row);
                pages.insert(day, page);
            }
            Err(reason) => table.preview.bad(row.line, reason),
        }
    }
    Ok(table.finish(pages))
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

impl<'a> Table<'a> {
    fn read_header(&mut self, header: &StringRecord) {
        let every = columns::every(self.diary.catalogue());
        let origins: HashMap<&str, Origin> = every.iter().map(|column| (column.key.as_str(), column.origin)).collect();
        let names: HashSet<&str> = header.iter().map(str::trim).collect();
        let mut seen = HashSet::new();
        for name in header.iter().skip(1).map(str::trim) {
            let origin = origins.get(name).copied();
            let own = if seen.insert(name) { self.meaning(name, origin, &names) } else { None };
            self.columns.push(own.unwrap_or_else(|| {
                let left_out = if origin.is_some() {
                    &mut self.preview.derived_columns
                } else {
                    &mut self.preview.unknown_columns
                };
                left_out.push(if name.is_empty() { "(no name)".to_owned() } else { excerpt(name) });
                if origin == Some(Origin::Foods) { Meaning::Foods } else { Meaning::Skipped }
            }));
        }
        if !self.preview.unknown_columns.is_empty() {
            self.preview.remarks.push(
                "a CSV does not say what a field of your own is: a RON or JSON file saved by Gutskin brings it along, \
                 or you can add the field first"
                    .to_owned(),
            );
        }
    }

    /// What a column holds that is read; `None` if nothing is.
    fn meaning(&self, name: &str, origin: Option<Origin>, names: &HashSet<&str>) -> Option<Meaning<'a>> {
        if let Some((_, kind)) = TEXT_COLUMNS.iter().find(|(text, _)| *text == name) {
            return Some(Meaning::Text(*kind));
        }
        let catalogue = self.diary.catalogue();
        match name.split_once('.') {
            Some((key, columns::ANSWERED)) => Some(Meaning::Answer(catalogue.get(key)?, None)),
            Some((key, region)) => {
                let known = catalogue.get(key).filter(|known| known.carried_by == EntryKind::SkinCheck)?;
                Some(Meaning::Answer(known, Some(Region::from_key(region)?)))
            }
            None => {
                let known = catalogue.get(name)?;
                let has_answers_alone = names.contains(format!("{name}.{}", columns::ANSWERED).as_str());
                Some(match origin {
                    _ if has_answers_alone => Meaning::Skipped,
                    Some(Origin::LoggedAndFoods) => Meaning::AnswerAndFoods(known),
                    _ => Meaning::Answer(known, None),
                })
            }
        }
    }

    /// The day of a row, or why the row cannot be taken.
    fn day_of(&self, row: &Row, pages: &BTreeMap<Day, Page>) -> Result<Day, String> {
        let given = row.cells.get(0).unwrap_or_default();
        let day: Day = given.parse().map_err(|error: TimeError| error.to_string())?;
        let (cells, width) = (row.cells.len(), self.columns.len() + 1);
        if cells > width {
            return Err(format!("{cells} cells stand under {width} columns; quote text that holds a separator"));
        }
        if day.days_since(self.today) > 1 {
            return Err(format!("{day} lies in the future; check the date"));
        }
        if pages.contains_key(&day) {
            return Err(format!("{day} stands in an earlier line already; keep one line a day"));
        }
        Ok(day)
    }

    fn page_of(&mut self, day: Day, row: &Row) -> Page {
        let columns = std::mem::take(&mut self.columns);
        let mut page = Page::blank(day);
        let cells = columns.iter().zip(row.cells.iter().skip(1).map(str::trim)).filter(|(_, cell)| !cell.is_empty());
        let cells: Vec<(&Meaning<'a>, &str)> = cells.collect();
        let has_foods = cells.iter().any(|(meaning, _)| matches!(meaning, Meaning::Foods));
        // What speaks of one place or one moment comes first: the number of the day may follow from it.
        let is_of_a_part = |meaning: &Meaning<'_>| match meaning {
            Meaning::Answer(known, region) => region.is_some() || known.kind == Kind::Clock,
            _ => false,
        };
        for (meaning, cell) in cells.iter().filter(|(meaning, _)| is_of_a_part(meaning)) {
            if let Meaning::Answer(known, region) = meaning {
                self.answer(&mut page, row.line, (known, *region), cell, &HashMap::new());
            }
        }
        let mut so_far = self.diary.page(day).map_or_else(|| Page::blank(day), |known| Page::clone(known));
        so_far.entries.extend(page.entries.iter().cloned());
        let given = self.numbers.on(&so_far);
        for (meaning, cell) in cells.into_iter().filter(|(meaning, _)| !is_of_a_part(meaning)) {
            match meaning {
                Meaning::Skipped | Meaning::Foods => {}
                Meaning::Text(kind) => self.words(&mut page, row.line, *kind, cell),
                // Foods of the diary answer it already: the number of the file would be added to them.
                Meaning::AnswerAndFoods(known) if given.contains_key(known.key.as_str()) => {
                    self.preview.already_answered += 1;
                }
                Meaning::AnswerAndFoods(_) if has_foods => self.preview.with_foods += 1,
                Meaning::AnswerAndFoods(known) => self.answer(&mut page, row.line, (known, None), cell, &given),
                Meaning::Answer(known, region) => self.answer(&mut page, row.line, (known, *region), cell, &given),
            }
        }
        self.columns = columns;
        page
    }

    fn words(&mut self, page: &mut Page, line: u64, kind: EntryKind, cell: &str) {
        let text = match Note::new(undo_defuse(cell)) {
            Ok(text) => text,
            Err(error) => return self.preview.bad(line, format!("{}: {error}", kind.label())),
        };
        let same = |entry: &Entry| entry.kind == kind && entry.text.as_ref() == Some(&text);
        if self.diary.page(page.date).is_some_and(|known| known.entries.iter().any(same)) {
            self.preview.already_answered += 1;
        } else {
            self.preview.texts += 1;
            entry_of(page, kind, None, true).text = Some(text);
        }
    }

    /// Takes an answer, unless the diary has one, or `given`, the numbers of the day so far, says the same already.
    fn answer(
        &mut self,
        page: &mut Page,
        line: u64,
        (trackable, region): (&Trackable, Option<Region>),
        cell: &str,
        given: &HashMap<Key, f64>,
    ) {
        let key = trackable.key.as_str();
        let answers = |entry: &Entry| entry.answers.get(key).is_some() && (region.is_none() || entry.region == region);
        if self.diary.page(page.date).is_some_and(|known| known.entries.iter().any(answers)) {
            self.preview.already_answered += 1;
            return;
        }
        match read(trackable, cell) {
            Ok((value, _)) if given.get(key).is_some_and(|there| (there - number_of(key, value)).abs() < SAME) => {
                self.preview.implied += 1;
            }
            Ok((value, rounded)) => {
                self.preview.answers += 1;
                self.preview.rounded += usize::from(rounded);
                let entry = entry_of(page, trackable.carried_by, region, false);
                entry.answers.set(&trackable.key, Some(value));
            }
            Err(reason) => self.preview.bad(line, reason),
        }
    }

    fn finish(self, pages: BTreeMap<Day, Page>) -> Preview {
        let mut preview = self.preview;
        let pages: Vec<Page> = pages.into_values().filter(|page| !page.is_blank()).collect();
        for page in &pages {
            preview.cover(page.date);
        }
        if !pages.is_empty() {
            preview.command = Some(Command::Import {
                source: preview.source.clone(),
                pages,
                courses: Vec::new(),
                trackables: Vec::new(),
                pantry: Box::default(),
                replace: false,
            });
        }
        preview
    }
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
