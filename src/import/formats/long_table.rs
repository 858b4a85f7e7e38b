//! A CSV with a row an answer, as `gutskin export` writes it: entries with their times, places, foods and words, courses, and the
//! answers of trials.

use std::collections::BTreeMap;

use super::table_text::delimiter;
use super::text_head;
use crate::files::cells::undo_defuse;
use crate::files::long_table::{COLUMNS, COURSE, CoursePart, FOOD, KEPT, START, TEXT, TRIAL};
use crate::files::{Row, Rows};
use crate::import::{
    Confidence, ForeignCell, ForeignDiary, ForeignEntry, ImportError, Importer, OwnThings, Source, TrialAnswer,
    Warnings,
};
use crate::model::course::{Course, CourseId, CourseKind};
use crate::model::entry::EntryKind;
use crate::model::food_line::{FoodId, FoodLine, check_grams};
use crate::model::region::Region;
use crate::model::text::{Name, Note, excerpt};
use crate::model::time::{ClockTime, Day, TimeError};
use crate::model::trial::Adherence;

/// CSV with a row an answer.
pub(super) struct LongTableCsv;

impl Importer for LongTableCsv {
    fn name(&self) -> &'static str {
        "CSV with a row an answer"
    }

    fn endings(&self) -> &'static [&'static str] {
        &["csv"]
    }

    fn sniff(&self, head: &[u8]) -> Confidence {
        let text = text_head(head);
        let header = Rows::new(text, delimiter(text)).next().and_then(Result::ok);
        let is_ours = header.is_some_and(|header| places(&header).is_some());
        if is_ours { Confidence::Sure } else { Confidence::No }
    }

    fn read(&self, source: &Source<'_>, warnings: &mut Warnings) -> Result<ForeignDiary, ImportError> {
        let text = source.text()?;
        let mut rows = Rows::new(text, delimiter(text));
        let refused = |error: crate::files::TableError| source.refused(error.line(), error.to_string());
        let header = rows.next().transpose().map_err(refused)?;
        let Some(places) = header.as_ref().and_then(places) else {
            let reason = format!("the columns {} are needed; export the table again", COLUMNS.join(", "));
            return Err(source.refused(1, reason));
        };
        let mut read = Reading::default();
        for row in rows {
            let row = row.map_err(refused)?;
            let line = Line { row: &row, places };
            if let Err(reason) = read.take(&line) {
                warnings.bad(row.line, reason);
            }
        }
        let Reading { entries, courses, trials, answers } = read;
        let mut own = OwnThings::default();
        for half in courses.into_values() {
            match half.course {
                Some(course) => own.courses.push(course),
                None => warnings.bad(half.line, "this course has no row with its kind and name"),
            }
        }
        for (line, number, day, kept) in answers {
            match trials.get(&number) {
                Some(start) => own.trial_answers.push(TrialAnswer { line, start: *start, day, kept }),
                None => warnings.bad(line, format!("trial {number} has no row with its first day")),
            }
        }
        let entries = entries.into_values().collect();
        Ok(ForeignDiary { entries, own, ..ForeignDiary::default() })
    }
}

/// Where each of the columns stands.
type Places = [usize; COLUMNS.len()];

fn places(header: &Row) -> Option<Places> {
    let mut places = [0; COLUMNS.len()];
    for (place, name) in places.iter_mut().zip(COLUMNS) {
        *place = header.cells.iter().position(|cell| cell.trim().eq_ignore_ascii_case(name))?;
    }
    Some(places)
}

/// A row with its cells by name.
struct Line<'a> {
    row: &'a Row,
    places: Places,
}

impl<'a> Line<'a> {
    /// The cell of a column, as it stands.
    fn raw(&self, column: &str) -> &'a str {
        let place = COLUMNS.iter().position(|known| *known == column).and_then(|place| self.places.get(place));
        place.and_then(|place| self.row.cells.get(*place)).unwrap_or_default()
    }

    fn cell(&self, column: &str) -> &'a str {
        self.raw(column).trim()
    }

    fn text(&self) -> &'a str {
        undo_defuse(self.raw("text"))
    }

    fn day(&self) -> Result<Day, String> {
        self.cell("date").parse().map_err(|error: TimeError| error.to_string())
    }

    /// The number of the thing; 0 where the table gives none.
    fn number(&self) -> Result<u32, String> {
        match self.cell("entry") {
            "" => Ok(0),
            cell => cell.parse().map_err(|_| format!("“{}” is not the number of an entry", excerpt(cell))),
        }
    }

    fn region(&self) -> Result<Option<Region>, String> {
        match self.cell("region") {
            "" => Ok(None),
            cell => match Region::from_key(cell) {
                Some(region) => Ok(Some(region)),
                None => Err(format!("“{}” is no place of the body map", excerpt(cell))),
            },
        }
    }

    fn time(&self) -> Result<Option<ClockTime>, String> {
        match self.cell("time") {
            "" => Ok(None),
            cell => ClockTime::parse(cell).map(Some).map_err(|error| error.to_string()),
        }
    }
}

/// A course of which not every row was read yet.
struct HalfCourse {
    line: u64,
    course: Option<Course>,
    parts: Vec<(CoursePart, Day, Option<Region>, String)>,
}

/// What belongs to one entry: day, number, kind, time and place.
type EntryPlace = (Day, u32, EntryKind, Option<ClockTime>, Option<Region>);

#[derive(Default)]
struct Reading {
    entries: BTreeMap<EntryPlace, ForeignEntry>,
    courses: BTreeMap<u32, HalfCourse>,
    trials: BTreeMap<u32, Day>,
    answers: Vec<(u64, u32, Day, Adherence)>,
}

impl Reading {
    /// Takes a row, or says why it cannot be taken.
    fn take(&mut self, line: &Line<'_>) -> Result<(), String> {
        match line.cell("kind") {
            COURSE => self.course(line),
            TRIAL => self.trial(line),
            kind => {
                let known = EntryKind::ALL.iter().find(|known| known.label() == kind);
                let kind = known.ok_or_else(|| format!("“{}” is no kind of entry", excerpt(kind)))?;
                self.entry(line, *kind)
            }
        }
    }

    fn entry(&mut self, line: &Line<'_>, kind: EntryKind) -> Result<(), String> {
        let (day, place, at, region) = (line.day()?, line.number()?, line.time()?, line.region()?);
        let blank = || ForeignEntry {
            line: line.row.line,
            day,
            number: place,
            kind,
            at,
            region,
            cells: Vec::new(),
            text: None,
            foods: Vec::new(),
        };
        let (key, value) = (line.cell("key"), line.cell("value"));
        if let Some(number) = key.strip_prefix(FOOD) {
            let food = number.parse().map(FoodId).map_err(|_| format!("“{}” is no food", excerpt(key)))?;
            let grams = value.parse().map_err(|_| format!("“{}” is no number of grams", excerpt(value)))?;
            let grams = check_grams(grams).map_err(|error| error.to_string())?;
            let name = Name::new(line.text()).map_err(|error| error.to_string())?;
            let entry = self.entries.entry((day, place, kind, at, region)).or_insert_with(blank);
            entry.foods.push(FoodLine { food, grams, name });
            return Ok(());
        }
        let text = match key {
            TEXT => Some(Note::new(line.text()).map_err(|error| error.to_string())?),
            _ => None,
        };
        let entry = self.entries.entry((day, place, kind, at, region)).or_insert_with(blank);
        match text {
            Some(_) if entry.text.is_some() => {
                Err("these are second words of one entry; give it a number of its own".to_owned())
            }
            Some(text) => {
                entry.text = Some(text);
                Ok(())
            }
            // An empty cell is missing.
            None if value.is_empty() => Ok(()),
            None => {
                let cell = ForeignCell { line: line.row.line, key: key.to_owned(), value: value.to_owned() };
                entry.cells.push(cell);
                Ok(())
            }
        }
    }

    fn course(&mut self, line: &Line<'_>) -> Result<(), String> {
        let (day, number, key, region) = (line.day()?, line.number()?, line.cell("key"), line.region()?);
        let of_kind = CourseKind::ALL.iter().copied().find(|kind| kind.key() == key);
        let half = self.courses.entry(number).or_insert_with(|| HalfCourse {
            line: line.row.line,
            course: None,
            parts: Vec::new(),
        });
        if let Some(part) = CoursePart::with_key(key) {
            let words = if part == CoursePart::AfterEffect { line.cell("value") } else { line.text() };
            half.parts.push((part, day, region, words.to_owned()));
        } else {
            let kind = of_kind.ok_or_else(|| format!("“{}” says nothing of a course", excerpt(key)))?;
            let name = Name::new(line.text()).map_err(|error| error.to_string())?;
            half.course = Some(Course {
                id: CourseId(number),
                kind,
                name,
                start: day,
                stop: None,
                dose: String::new(),
                schedule: String::new(),
                regions: Vec::new(),
                after_effect_days: kind.usual_after_effect_days(),
                note: None,
            });
        }
        half.complete()
    }

    fn trial(&mut self, line: &Line<'_>) -> Result<(), String> {
        let (day, number) = (line.day()?, line.number()?);
        match line.cell("key") {
            START => {
                self.trials.insert(number, day);
                Ok(())
            }
            KEPT => {
                let word = line.cell("value");
                let kept = Adherence::ALL.into_iter().find(|answer| answer.label() == word);
                let kept = kept.ok_or_else(|| {
                    format!("“{}” is no answer to “Kept to it?”; it is yes, mostly or no", excerpt(word))
                })?;
                self.answers.push((line.row.line, number, day, kept));
                Ok(())
            }
            key => Err(format!("“{}” says nothing of a trial", excerpt(key))),
        }
    }
}

impl HalfCourse {
    /// Puts the parts in place that were read, once the course itself was.
    fn complete(&mut self) -> Result<(), String> {
        let Some(course) = &mut self.course else { return Ok(()) };
        for (part, day, region, words) in self.parts.drain(..) {
            match part {
                CoursePart::Stop => course.stop = Some(day),
                CoursePart::Dose => course.dose = words,
                CoursePart::Schedule => course.schedule = words,
                CoursePart::Place => course.regions.extend(region),
                CoursePart::AfterEffect => {
                    let days = words.parse().map_err(|_| format!("“{}” is no number of days", excerpt(&words)))?;
                    course.after_effect_days = days;
                }
                CoursePart::Note => course.note = Some(Note::new(&words).map_err(|error| error.to_string())?),
            }
        }
        Ok(())
    }
}
