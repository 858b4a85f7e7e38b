//! Every entry as a tidy table, one row an answer, for whoever works with statistics: what the day table sums up stands here as
//! it was logged, with its time, its place and its words. The columns are those of [`crate::files::long_table`].

use super::error::{Progress, ReportError, step};
use crate::files::cells::defuse;
use crate::files::long_table::{COLUMNS, COURSE, CoursePart, FOOD, KEPT, START, TEXT, TRIAL};
use crate::model::course::Course;
use crate::model::day_record::DayRecord;
use crate::model::diary::Diary;
use crate::model::entry::Entry;
use crate::model::region::Region;
use crate::model::time::Day;
use crate::model::trial::Trial;

/// Days between two looks at whether the work is still wanted.
const DAYS_A_STEP: usize = 256;

/// A row before it is written; what is empty is missing.
#[derive(Default)]
struct Row<'a> {
    key: &'a str,
    region: Option<Region>,
    value: String,
    unit: &'a str,
    text: &'a str,
}

/// What the rows of one thing have in common.
struct Thing<'a> {
    date: Day,
    time: String,
    kind: &'a str,
    number: u32,
}

/// The table being written.
struct Table(csv::Writer<Vec<u8>>);

impl Table {
    fn row(&mut self, thing: &Thing<'_>, row: &Row<'_>) -> Result<(), ReportError> {
        self.dated(thing, thing.date, row)
    }

    /// A row of a thing that speaks of another day than its first.
    fn dated(&mut self, thing: &Thing<'_>, date: Day, row: &Row<'_>) -> Result<(), ReportError> {
        let (date, number) = (date.to_string(), thing.number.to_string());
        let region = row.region.map(Region::key).unwrap_or_default();
        let (unit, text) = (defuse(row.unit), defuse(row.text));
        let cells = [&date, &thing.time, thing.kind, &number, row.key, region, &row.value, &unit, &text];
        self.0.write_record(cells).map_err(|error| failed(&error.to_string()))
    }
}

fn failed(reason: &str) -> ReportError {
    ReportError::Format { what: "long CSV", reason: reason.to_owned() }
}

/// The whole diary as a table: entries by day, then courses, then what was answered of trials. Numbers and times stand as they
/// were answered; words that a spreadsheet would run are marked as words.
///
/// # Errors
/// [`ReportError::Cancelled`], or [`ReportError::Format`] if a row cannot be written.
pub fn to_long_csv(diary: &Diary, progress: Progress<'_>) -> Result<String, ReportError> {
    let mut table = Table(csv::Writer::from_writer(Vec::new()));
    table.0.write_record(COLUMNS).map_err(|error| failed(&error.to_string()))?;
    let days = diary.day_records().len().max(1);
    for (place, page) in diary.day_records().enumerate() {
        if place % DAYS_A_STEP == 0 {
            step(progress, place as f32 / days as f32)?;
        }
        write_page(&mut table, diary, page)?;
    }
    for course in diary.courses() {
        write_course(&mut table, course)?;
    }
    for trial in diary.trials() {
        write_trial(&mut table, trial)?;
    }
    step(progress, 1.0)?;
    let bytes = table.0.into_inner().map_err(|error| failed(&error.to_string()))?;
    String::from_utf8(bytes).map_err(|error| failed(&error.to_string()))
}

fn write_page(table: &mut Table, diary: &Diary, page: &DayRecord) -> Result<(), ReportError> {
    for entry in &page.entries {
        let time = entry.at.map(|at| at.to_string()).unwrap_or_default();
        let thing = Thing { date: page.date, time, kind: entry.kind.label(), number: entry.id.0 };
        write_entry(table, diary, &thing, entry)?;
    }
    Ok(())
}

fn write_entry(table: &mut Table, diary: &Diary, thing: &Thing<'_>, entry: &Entry) -> Result<(), ReportError> {
    let region = entry.region;
    for (key, value) in entry.answers.iter() {
        let unit = diary.catalogue().get(key.as_str()).map_or("", |known| known.kind.unit());
        table.row(thing, &Row { key: key.as_str(), region, value: value.to_string(), unit, ..Row::default() })?;
    }
    for line in &entry.foods {
        let (key, value) = (format!("{FOOD}{}", line.food.0), line.grams.to_string());
        table.row(thing, &Row { key: &key, region, value, unit: "g", text: line.name.as_str() })?;
    }
    if let Some(words) = &entry.text {
        table.row(thing, &Row { key: TEXT, region, text: words.as_str(), ..Row::default() })?;
    }
    Ok(())
}

fn write_course(table: &mut Table, course: &Course) -> Result<(), ReportError> {
    let thing = Thing { date: course.start, time: String::new(), kind: COURSE, number: course.id.0 };
    table.row(&thing, &Row { key: course.kind.key(), text: course.name.as_str(), ..Row::default() })?;
    for part in CoursePart::ALL {
        let key = part.key();
        let mut words = |text: &str| match text {
            "" => Ok(()),
            text => table.row(&thing, &Row { key, text, ..Row::default() }),
        };
        match part {
            CoursePart::Dose => words(&course.dose)?,
            CoursePart::Schedule => words(&course.schedule)?,
            CoursePart::Note => words(course.note.as_ref().map_or("", |note| note.as_str()))?,
            CoursePart::Stop => {
                if let Some(stop) = course.stop {
                    table.dated(&thing, stop, &Row { key, ..Row::default() })?;
                }
            }
            CoursePart::Place => {
                for region in &course.regions {
                    table.row(&thing, &Row { key, region: Some(*region), ..Row::default() })?;
                }
            }
            CoursePart::AfterEffect => {
                let value = course.after_effect_days.to_string();
                table.row(&thing, &Row { key, value, unit: "d", ..Row::default() })?;
            }
        }
    }
    Ok(())
}

/// What was answered of a trial; what the lot says of its days stands in a table of its own.
fn write_trial(table: &mut Table, trial: &Trial) -> Result<(), ReportError> {
    let thing = Thing { date: trial.start, time: String::new(), kind: TRIAL, number: trial.id.0 };
    table.row(&thing, &Row { key: START, text: trial.factor.name.as_str(), ..Row::default() })?;
    for (day, kept) in &trial.kept {
        table.dated(&thing, *day, &Row { key: KEPT, value: kept.label().to_owned(), ..Row::default() })?;
    }
    Ok(())
}
