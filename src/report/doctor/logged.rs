//! What was written down as it happened: courses, warning signs, events, notes and meals.

use super::{Source, heading, taken};
use crate::evidence::recovery;
use crate::foods::amount::amount;
use crate::model::course::Course;
use crate::model::day_record::DayRecord;
use crate::model::doctor_mark::is_marked;
use crate::model::entry::{Entry, EntryKind};
use crate::model::time::Day;
use crate::model::trackable::Role;
use crate::model::value::Value;
use crate::report::document::{Block, Table};
use crate::words::report::logged as words;

/// Notes, or meals, printed at most.
const MOST_ROWS: usize = 300;
/// Characters of them printed at most, some eighty pages; the one that goes beyond is the last.
const MOST_CHARACTERS: usize = 200_000;

/// Courses that touch the period or may still act in it.
pub(super) fn courses(source: &Source<'_>) -> Vec<Block> {
    let (first, last) = (source.request.first, source.request.last);
    let mut touching: Vec<&Course> = source
        .diary
        .courses()
        .filter(|course| course.start <= last && course.after_effect_until().is_none_or(|until| until >= first))
        .collect();
    touching.sort_by_key(|course| course.start);
    let mut blocks = vec![heading(words::COURSES)];
    if touching.is_empty() {
        blocks.push(Block::Paragraph(words::NO_COURSE.to_owned()));
        return blocks;
    }
    let antibiotics: Vec<String> =
        touching.iter().filter_map(|course| recovery::standing(course, source.request.today)).collect();
    let rows = touching.into_iter().map(course_row).collect();
    blocks.push(Block::Table(Table {
        caption: words::COURSES_CAPTION.to_owned(),
        header: words::COURSES_HEADER.map(str::to_owned).to_vec(),
        rows,
        widths: vec![2.0, 1.4, 2.0, 1.2, 1.2, 1.3],
        ..Table::default()
    }));
    blocks.extend(antibiotics.into_iter().map(|line| Block::Paragraph(words::antibiotic(&line))));
    blocks.extend(taken::compared(source));
    blocks
}

fn course_row(course: &Course) -> Vec<String> {
    let places: Vec<String> = course.regions.iter().map(|region| region.label().to_lowercase()).collect();
    let mut dose: Vec<String> = vec![course.dose.clone(), course.schedule.clone(), places.join(", ")];
    dose.extend(course.note.as_ref().map(ToString::to_string));
    dose.retain(|part| !part.is_empty());
    let dose = if dose.is_empty() { words::NOT_SAID.to_owned() } else { dose.join("; ") };
    let day = |day: Option<Day>| day.map_or_else(|| words::GOES_ON.to_owned(), Day::short);
    vec![
        course.name.to_string(),
        course.kind.label().to_owned(),
        dose,
        course.start.short(),
        day(course.stop),
        day(course.after_effect_until()),
    ]
}

/// Warning signs that were ticked, with their days.
pub(super) fn warnings(source: &Source<'_>) -> Vec<Block> {
    let yes = Some(Value::YesNo(true));
    let mut points = Vec::new();
    let signs = source.diary.catalogue().iter().filter(|known| known.role == Role::Warning);
    for known in signs {
        let days: Vec<String> = source
            .diary
            .day_records_between(source.request.first, source.request.last)
            .filter(|page| page.entries.iter().any(|entry| entry.answers.get(known.key.as_str()) == yes))
            .map(|page| page.date.short())
            .collect();
        if !days.is_empty() {
            points.push(words::on_days(known.label.as_str(), &days));
        }
    }
    let mut blocks = vec![heading(words::WARNINGS)];
    blocks.push(if points.is_empty() { Block::Paragraph(words::NO_WARNING.to_owned()) } else { Block::List(points) });
    blocks
}

/// Events and notes in the person's words.
pub(super) fn in_words(source: &Source<'_>) -> Vec<Block> {
    in_own_words(source, words::WORDS, &|_| true)
}

/// Events, and notes that the person marked for the doctor with a word of their own.
pub(super) fn marked(source: &Source<'_>) -> Vec<Block> {
    let is_wanted = |entry: &Entry| {
        entry.kind == EntryKind::Event || entry.text.as_ref().is_some_and(|text| is_marked(text.as_str()))
    };
    in_own_words(source, words::MARKED, &is_wanted)
}

fn in_own_words(source: &Source<'_>, title: &str, is_wanted: &dyn Fn(&Entry) -> bool) -> Vec<Block> {
    let shown = |entry: &Entry| {
        let may = match entry.kind {
            EntryKind::Event => true,
            EntryKind::Meal => false,
            _ => source.request.with_notes,
        };
        may && is_wanted(entry)
    };
    let row = |page: &DayRecord, entry: &Entry| {
        let text = entry.text.as_ref().filter(|_| shown(entry))?;
        Some(vec![when(page, entry), entry.kind.label().to_owned(), text.to_string()])
    };
    let table = Table {
        caption: words::WORDS_CAPTION.to_owned(),
        header: words::WORDS_HEADER.map(str::to_owned).to_vec(),
        rows: rows(source, row),
        widths: vec![1.6, 0.8, 5.0],
        ..Table::default()
    };
    listed(title, table, words::more_notes)
}

/// Meals and drinks: what the person wrote, and each food with its amount.
pub(super) fn meals(source: &Source<'_>) -> Vec<Block> {
    let row = |page: &DayRecord, entry: &Entry| {
        let text = entry.text.as_ref().filter(|_| entry.kind == EntryKind::Meal).map(ToString::to_string);
        let foods = entry.foods.iter().map(|line| format!("{} {} g", line.name, amount(line.grams)));
        let eaten: Vec<String> = text.into_iter().chain(foods).collect();
        (!eaten.is_empty()).then(|| vec![when(page, entry), entry.kind.label().to_owned(), eaten.join("; ")])
    };
    let table = Table {
        caption: words::MEALS_CAPTION.to_owned(),
        header: words::MEALS_HEADER.map(str::to_owned).to_vec(),
        rows: rows(source, row),
        widths: vec![1.6, 0.8, 5.0],
        ..Table::default()
    };
    listed(words::MEALS, table, words::more_meals)
}

fn when(page: &DayRecord, entry: &Entry) -> String {
    entry.at.map_or_else(|| page.date.short(), |at| format!("{}, {at}", page.date.short()))
}

fn rows(source: &Source<'_>, row: impl Fn(&DayRecord, &Entry) -> Option<Vec<String>>) -> Vec<Vec<String>> {
    let pages = source.diary.day_records_between(source.request.first, source.request.last);
    pages.flat_map(|page| page.entries.iter().filter_map(|entry| row(page, entry)).collect::<Vec<_>>()).collect()
}

/// A table under a heading, no longer than a report can bear; nothing without a row.
fn listed(title: &str, mut table: Table, more: fn(usize) -> String) -> Vec<Block> {
    if table.rows.is_empty() {
        return Vec::new();
    }
    let mut characters = 0;
    let fitting = table.rows.iter().take(MOST_ROWS).take_while(|row: &&Vec<String>| {
        let fits = characters < MOST_CHARACTERS;
        characters += row.last().map_or(0, |words| words.chars().count());
        fits
    });
    let printed = fitting.count();
    let left_out = table.rows.len() - printed;
    table.rows.truncate(printed);
    let mut blocks = vec![heading(title), Block::Table(table)];
    if left_out > 0 {
        blocks.push(Block::Aside(more(left_out)));
    }
    blocks
}
